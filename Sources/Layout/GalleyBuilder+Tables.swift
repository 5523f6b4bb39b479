import Core
import Manuscript
import Style
import Typesetting

extension GalleyBuilder {
  mutating func table(_ number: Int, _ tableNumber: Int) {
    let block = plan.blocks[number]
    let table = plan.tables[tableNumber]
    want(table.style.spaceBefore)
    // The caption goes with the first rows.
    let firstCell = table.cells.first?.blocks.lowerBound ?? block.end
    var child = number + 1
    let above = galley.boxes.count
    while child < firstCell {
      flow(child)
      child = plan.blocks[child].end
      if galley.boxes.count > above { forbid(Penalty.heading, as: .heading) }
    }
    let first = galley.boxes.count
    if table.parts.isEmpty { rows(of: table, TablePlace(table: tableNumber), block) }
    for (part, view) in table.parts.enumerated() {
      if part > 0 { space = max(space, design.page.baseline) }
      if let title = view.title { name(title, block) }
      rows(of: view, TablePlace(table: tableNumber, part: part), block)
    }
    discourage(from: first, by: table.style.keepCost)
    space = max(space, table.style.spaceAfter)
  }

  /// Says above a part of a table which one it is.
  private mutating func name(_ title: Int, _ block: Block) {
    let job = plan.jobs[title]
    for line in paragraphs[title].lines.indices {
      box(height: job.leading, baseline: job.baseline, isFull: block.column == .full) {
        $0.place(
          .line(job: UInt32(title), line: UInt32(line)), node: job.node, column: block.column,
          x: block.x, y: job.baseline)
        $0.repeatPlaced(from: $0.galley.placed.count - 1)
      }
      forbid(Penalty.heading, as: .heading)
    }
    space = max(space, design.paragraphs[job.style].spaceAfter)
  }

  /// Makes what was placed from a number on an artifact: it has been said before.
  mutating func repeatPlaced(from first: Int) {
    for number in first..<galley.placed.count {
      galley.placed[number].isRepeated = true
      if case .line(let job, _) = galley.placed[number].thing { galley.repeatedJobs.append(job) }
      if case .risingLine(let job, _) = galley.placed[number].thing {
        galley.repeatedJobs.append(job)
      }
    }
  }

  /// Sets the rows of a table, or of a part of its columns.
  private mutating func rows(of table: TablePlan, _ place: TablePlace, _ block: Block) {
    let first = galley.boxes.count
    let carried = carriedTable(table, place, block)
    var headHeight = Length.zero
    var head: Int32 = -1
    var row = 0
    var parity = 0
    var foot: Int?
    var groups: [RowGroup] = []
    while row < table.rows.count {
      let group = rowGroup(from: row, in: table)
      let band = table.rows[row].band
      let isFirstBody = band != .head && (row == 0 || table.rows[row - 1].band == .head)
      if isFirstBody && depth == 0 {
        head = repeated(from: first, headHeight, of: table, block)
      }
      if band == .head {
        if row > 0 { forbid(Penalty.heading, as: .heading) }
      } else if row > 0 {
        charge(beforeRow: row, of: table)
      }
      if band == .foot && foot == nil { foot = galley.boxes.count }
      // Rows with a look of their own (groups, totals) stand out by it; stripes begin anew below.
      let isPlain = document[table.rows[row].node].look == LookID(0)
      let box = galley.boxes.count
      let made = set(
        group, of: table, block, head: head, isTinted: band == .body && isPlain && parity % 2 == 1,
        isFirst: row == 0, isLast: group.upperBound == table.rows.count)
      if let carried, band != .head { carry(carried, over: box, made.begun, of: table) }
      close(&groups, before: table.rows[row], of: table)
      name(groups, from: box, block, of: table, carriedHeight: carriedHeight(of: carried))
      open(&groups, with: table.rows[row], of: table)
      repeatLabels(made, from: box, block, carriedHeight: carriedHeight(of: carried))
      if band == .head { headHeight += made.height }
      if band == .body { parity = isPlain ? parity + 1 : 0 }
      if rowStyle(table.rows[group.upperBound - 1])?.keepTogether ?? false {
        forbid(Penalty.heading, as: .heading)
      }
      row = group.upperBound
    }
    if let foot, table.style.repeatsFoot, depth == 0, columnSet < 0 {
      repeatFoot(from: foot, over: first, of: block)
    }
    for number in galley.unrepeated.indices where galley.unrepeated[number].boxes.upperBound == .max
    {
      galley.unrepeated[number].boxes = first..<galley.boxes.count
    }
    closeNotes(from: first)
  }

  /// The box style of a row, where the design gives it one.
  func rowStyle(_ row: RowPlan) -> BoxStyle? {
    row.box >= 0 ? plan.boxStyles[Int(row.box)] : nil
  }

  /// Lets a break before a row cost what it does.
  private mutating func charge(beforeRow row: Int, of table: TablePlan) {
    switch table.rows[row].band {
    case .head: forbid(Penalty.heading, as: .heading)
    case .foot: forbid(Penalty.together, as: .together)
    case .body:
      if table.rows[row - 1].band == .head { return forbid(Penalty.heading, as: .heading) }
      if rowStyle(table.rows[row])?.keepWithPrevious ?? false {
        forbid(Penalty.heading, as: .heading)
      }
      let isSecond = row < 2 || table.rows[row - 2].band == .head
      let isThird = row < 3 || table.rows[row - 3].band == .head
      // The foot that stands below it, here or on each page, is no company.
      let isLast = row + 1 == table.rows.count || table.rows[row + 1].band != .body
      charge(isSecond || isLast ? .loneRow : isThird ? .fewRows : .row)
    }
  }

  /// The rows that cells spanning several rows tie together.
  private func rowGroup(from first: Int, in table: TablePlan) -> Range<Int> {
    var end = first + 1
    var row = first
    while row < end {
      for cell in table.rows[row].cells { end = max(end, row + table.cells[cell].rows) }
      row += 1
    }
    return first..<min(end, table.rows.count)
  }

  /// A copy of the head rows for further pages.
  private mutating func repeated(
    from first: Int, _ height: Length, of table: TablePlan, _ block: Block
  ) -> Int32 {
    let repeatsFoot = table.style.repeatsFoot && table.rows.contains { $0.band == .foot }
    guard height > .zero || repeatsFoot else { return -1 }
    guard height < tallest / 2 else {
      galley.unrepeated.append(
        UnrepeatedRows(table: block.node, isHead: true, boxes: first..<Int.max))
      return -1
    }
    let start = UInt32(galley.placed.count)
    var top = Length.zero
    if let continued = table.continued {
      let job = plan.jobs[continued]
      for line in paragraphs[continued].lines.indices {
        place(
          .line(job: UInt32(continued), line: UInt32(line)), node: job.node, column: block.column,
          x: block.x, y: top + job.baseline)
        top += job.leading
      }
      top += design.paragraphs[job.style].spaceAfter
      if table.style.isOnGrid { top = top.roundedUp(to: design.page.baseline) }
    }
    let above = top
    let calls = calls(inBoxes: first..<galley.boxes.count)
    for box in galley.boxes[first...] {
      for number in box.placed {
        var copy = galley.placed[Int(number)]
        copy.y += top
        galley.placed.append(copy)
      }
      top += box.height
    }
    galley.heads.append(
      RepeatedHead(
        placed: start..<UInt32(galley.placed.count), height: above + height, tableCalls: calls))
    return Int32(galley.heads.count - 1)
  }
}
