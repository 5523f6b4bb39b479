import Core
import Manuscript
import Style
import Typesetting

extension GalleyBuilder {
  /// A cell that has been set, waiting for the height of its row.
  private struct SetCell {
    var list: ListApart
    var x: Length
    var row: Int
    var rows: Int
  }

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
    var headStart = first
    var headHeight = Length.zero
    var head: Int32 = -1
    var row = 0
    var parity = 0
    while row < table.rows.count {
      let group = rowGroup(from: row, in: table)
      let band = table.rows[row].band
      let isFirstBody = band != .head && (row == 0 || table.rows[row - 1].band == .head)
      if isFirstBody && galley.boxes.count > headStart && depth == 0 {
        head = repeated(from: headStart, headHeight, of: table, block)
      }
      if band == .head {
        if row > 0 { forbid(Penalty.heading, as: .heading) }
      } else if row > 0 {
        charge(beforeRow: row, of: table)
      }
      // Rows with a look of their own (groups, totals) stand out by it; stripes begin anew below.
      let isPlain = document[table.rows[row].node].look == LookID(0)
      let isLast = group.upperBound == table.rows.count
      let height = set(
        group, of: table, block, head: head, isTinted: band == .body && isPlain && parity % 2 == 1,
        isFirst: row == 0, isLast: isLast)
      if band == .head { headHeight += height }
      if band == .head && row == 0 { headStart = first }
      if band == .body { parity = isPlain ? parity + 1 : 0 }
      if rowStyle(table.rows[group.upperBound - 1])?.keepTogether ?? false {
        forbid(Penalty.heading, as: .heading)
      }
      row = group.upperBound
    }
    discourage(from: first, by: table.style.keepCost)
    space = max(space, table.style.spaceAfter)
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
      let isSecond = row < 2 || table.rows[row - 2].band == .head
      let isThird = row < 3 || table.rows[row - 3].band == .head
      let isLast = row + 1 == table.rows.count
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

  /// Sets rows that belong together; gives their height.
  private mutating func set(
    _ group: Range<Int>, of table: TablePlan, _ block: Block, head: Int32, isTinted: Bool,
    isFirst: Bool, isLast: Bool
  ) -> Length {
    let start = UInt32(galley.placed.count)
    let node = table.rows[group.lowerBound].node
    let style = table.style
    var tint: Int?
    let colour =
      rowStyle(table.rows[group.lowerBound])?.background ?? (isTinted ? style.zebra : nil)
    if let colour {
      tint = galley.placed.count
      place(
        .fill(width: block.width, height: .zero, colour), node: node, column: block.column,
        x: block.x, y: .zero)
    }
    var cells: [SetCell] = []
    for row in group {
      for number in table.rows[row].cells {
        let cell = table.cells[number]
        let list = apart { builder in
          var child = cell.blocks.lowerBound
          while child < cell.blocks.upperBound {
            if !builder.plan.blocks[child].isNote { builder.flow(child) }
            child = builder.plan.blocks[child].end
          }
        }
        mark(cell.node)
        cells.append(
          SetCell(
            list: list, x: block.x + table.places[cell.column].x, row: row - group.lowerBound,
            rows: min(cell.rows, group.upperBound - row)))
      }
    }
    var heights = rowHeights(of: cells, count: group.count, padding: style.rowPadding)
    for row in group {
      let least = rowStyle(table.rows[row])?.height ?? .zero
      heights[row - group.lowerBound] = max(heights[row - group.lowerBound], least)
    }
    var tops: [Length] = [.zero]
    for height in heights { tops.append(tops[tops.count - 1] + height) }
    let height = tops[heights.count]
    var columns: [BesideList] = []
    var baseline = Length.zero
    for row in heights.indices {
      let own = cells.filter { $0.row == row }
      let line = own.reduce(Length.zero) { max($0, $1.list.baseline) }
      if row == 0 { baseline = style.rowPadding + line }
      for cell in own {
        let drop = cell.list.boxes.isEmpty ? .zero : line - cell.list.baseline
        columns.append(
          BesideList(list: cell.list, x: cell.x, y: tops[row] + style.rowPadding + drop))
      }
    }
    let slices = depth == 0 && !columns.isEmpty ? slices(of: columns, tops: tops) : []
    if slices.count >= GalleyBuilder.fewestSlices {
      // The tint placed above belongs to no box; each slice gets a stretch of a decoration.
      let ruled = UInt32(galley.placed.count)
      rules(of: table, group, tops, block, isFirst: isFirst, isLast: isLast)
      let field = Field.Wide(
        x: block.x, width: block.width, padding: style.rowPadding, colour: colour)
      add(
        slices, of: columns, besides: ruled..<UInt32(galley.placed.count), [field], block,
        head: head, inside: .splitRow)
      return height
    }
    for column in columns {
      stackUp(column.list, x: column.x, y: column.y, column: block.column)
    }
    if let tint, let colour {
      galley.placed[tint].thing = .fill(width: block.width, height: height, colour)
    }
    writingLines(of: table, group, tops, block)
    rules(of: table, group, tops, block, isFirst: isFirst, isLast: isLast)
    add(
      height: height, baseline: baseline, isFull: block.column == .full, head: head,
      placed: start..<UInt32(galley.placed.count))
    return height
  }

  /// The heights of rows: what their cells need, first baselines aligned; a cell over several rows
  /// lengthens the last.
  private func rowHeights(of cells: [SetCell], count: Int, padding: Length) -> [Length] {
    var heights = [Length](repeating: padding * 2, count: count)
    for row in 0..<count {
      let line = cells.filter { $0.row == row }.reduce(Length.zero) { max($0, $1.list.baseline) }
      for cell in cells where cell.row == row && cell.rows == 1 && !cell.list.boxes.isEmpty {
        heights[row] = max(
          heights[row], cell.list.height + padding * 2 + line - cell.list.baseline)
      }
    }
    for cell in cells where cell.rows > 1 {
      let range = cell.row..<min(cell.row + cell.rows, count)
      let have = heights[range].reduce(Length.zero, +)
      let need = cell.list.height + padding * 2
      if need > have { heights[range.upperBound - 1] += need - have }
    }
    return heights
  }

  /// A copy of the head rows for further pages.
  private mutating func repeated(
    from first: Int, _ height: Length, of table: TablePlan, _ block: Block
  ) -> Int32 {
    guard height > .zero, height < tallest / 2 else { return -1 }
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
    }
    let above = top
    for box in galley.boxes[first...] {
      for number in box.placed {
        var copy = galley.placed[Int(number)]
        copy.y += top
        galley.placed.append(copy)
      }
      top += box.height
    }
    galley.heads.append(
      RepeatedHead(placed: start..<UInt32(galley.placed.count), height: above + height))
    return Int32(galley.heads.count - 1)
  }
}
