import Core
import Manuscript
import Style

/// Tables as blocks: their rows, and the cells with what stands in them.
extension BlockFlow {
  /// How many lines of text the words of a head that run upwards may reach up.
  private static let tallestHead = 9

  mutating func table(_ id: NodeID, _ table: TableID, in container: Container) {
    let node = document[id]
    let style = tableStyle(of: id, in: container.around) ?? .plain
    if style.landscape && container.mayTurn {
      return turned(in: container) { $0.table(id, table, in: $1) }
    }
    var place = placed(style.placement, span: style.span, tinted: true, in: container)
    place.around = finder.inside(node, container.around)
    let number = plan.tables.count
    plan.tables.append(TablePlan(style: style, columns: columns(of: table, id, by: style)))
    if document.tables[table.int].rotatesHead { plan.tables[number].style.rotatesHead = true }
    switch document.tables[table.int].foot {
    case .automatic: break
    case .everyPage: plan.tables[number].style.repeatsFoot = true
    case .end: plan.tables[number].style.repeatsFoot = false
    }
    plan.tables[number].mayWiden =
      container.mayTurn && style.span != .column && widened[id] == nil
      && document.tables[table.int].width == .automatic
    plan.tables[number].standsInColumn = container.across != nil && !place.spansColumns
    let wish = widened[id] ?? document.tables[table.int].width
    plan.tables[number].isSplit = wish == .parts
    plan.tables[number].maySplit =
      wish == .automatic && (container.mayTurn || container.isTurned) && style.span != .column
      && widened[id] == nil
    let block = begin(id, .table(number), in: place)
    var carried: [Int] = []
    for child in document.children(of: id) {
      switch document[child].role {
      case .caption:
        let caption = plan.jobs.count
        flow(child, in: captioned(child, place, outside: container, style))
        if caption < plan.jobs.count { plan.tables[number].caption = caption }
        guard !document.tables[table.int].continued.isEmpty, caption < plan.jobs.count else {
          continue
        }
        var job = plan.jobs[caption]
        (job.part, job.firstIndent, job.alignment) = (.continued, .zero, .left)
        plan.tables[number].continued = plan.jobs.count
        plan.jobs.append(job)
      case .tableHead: rows(of: child, .head, number, &carried, in: place)
      case .tableBody: rows(of: child, .body, number, &carried, in: place)
      case .tableFoot: rows(of: child, .foot, number, &carried, in: place)
      case .row: row(child, .body, number, &carried, in: place)
      default: flow(child, in: place)
      }
    }
    close(block)
    plan.tables[number].keyCount = plan.tables[number].keyColumns(in: document)
    carry(number, of: id, in: place)
    tablePlace = place
    lastStyle = nil
  }

  /// The columns of a table: as its author wants them, else as the design does.
  private mutating func columns(
    of table: TableID, _ id: NodeID, by style: TableStyle
  ) -> [ColumnSpec] {
    var columns = document.tables[table.int].columns
    guard !style.columns.isEmpty, columns.allSatisfy({ $0.width == .automatic }) else {
      return columns
    }
    guard style.columns.count == columns.count else {
      plan.findings.append(
        .otherColumns(style, columns.count, at: document[id].origin))
      return columns
    }
    for (number, width) in style.columns.enumerated() { columns[number].width = width }
    return columns
  }

  /// Prepares what page breaks carry over: only of tables with a total that the columns add up to and
  /// that does not come back itself.
  private mutating func carry(_ number: Int, of id: NodeID, in place: Container) {
    let style = plan.tables[number].style
    guard style.carries, !style.repeatsFoot, !document.carriedForward.isEmpty,
      let foot = document.children(of: id).first(where: { document[$0].role == .tableFoot })
    else { return }
    let columns = plan.tables[number].carriedColumns(in: document)
    let around = finder.inside(document[foot], place.around)
    guard let first = columns.first, first.column > 0,
      let style = finder.paragraph(look: "carried", in: around)
    else { return }
    var label = ParagraphJob(
      node: foot, part: .carried(isForward: true), style: style, text: nil,
      leading: design.paragraphs[style].leading, around: around, alignment: .left,
      firstIndent: .zero, inset: Length.max, width: design.page.fullWidth,
      hasPageNumbers: false, isInTable: true)
    label.mayPartWords = false
    var carried = CarriedSums(
      columns: columns, style: style, labels: [plan.jobs.count, plan.jobs.count + 1])
    plan.jobs.append(label)
    label.part = .carried(isForward: false)
    plan.jobs.append(label)
    label.alignsDecimals = true
    for column in columns.indices {
      carried.columns[column].longest = plan.jobs.count
      label.part = .carriedSum(columns[column].longestWords)
      plan.jobs.append(label)
    }
    plan.tables[number].carried = carried
  }

  /// Where the caption of a table stands: what would be set beside it has no room beside a wide one
  /// and takes the look of captions outside of such tables.
  private mutating func captioned(
    _ caption: NodeID, _ place: Container, outside: Container, _ style: TableStyle
  ) -> Container {
    let node = document[caption]
    guard place.column == .full || style.landscape,
      let own = finder.paragraph(node.role, look: node.look, in: place.around),
      design.paragraphs[own].placement == .margin
    else { return place }
    var above = place
    above.around = outside.around
    return above
  }

  /// The style of a table as it is to stand: the author's wish, or what its words need, goes before
  /// the design's.
  mutating func tableStyle(of id: NodeID, in around: StyleSurroundings) -> TableStyle? {
    let node = document[id]
    guard case .table(let table) = node.role,
      var style = finder.table(node.role, look: node.look, in: around)
    else { return nil }
    let width = widened[id] ?? document.tables[table.int].width
    guard width != .automatic else { return style }
    style.landscape = width == .landscape
    style.placement = width == .full || width == .parts ? .full : .text
    style.span = .automatic
    return style
  }

  /// Blocks that stand turned on pages of their own.
  mutating func turned(
    in container: Container, _ body: (inout BlockFlow, Container) -> Void
  ) {
    var side = Container(
      column: .text, x: .zero, inset: .zero, around: container.around, isOpen: false)
    side.isTurned = true
    let block = plan.blocks.count
    body(&self, side)
    if block < plan.blocks.count { plan.blocks[block].isTurned = true }
  }

  /// Whether a node is a table that its style turns, or an exhibit of one.
  mutating func holdsTurnedTable(_ id: NodeID, _ around: StyleSurroundings) -> Bool {
    guard case .group(.exhibit) = document[id].role else { return false }
    let inner = finder.inside(document[id], around)
    for child in document.children(of: id) {
      if tableStyle(of: child, in: inner)?.landscape == true { return true }
    }
    return false
  }

  private mutating func rows(
    of id: NodeID, _ band: RowBand, _ table: Int, _ carried: inout [Int], in container: Container
  ) {
    var inner = container
    inner.around = finder.inside(document[id], container.around)
    for child in document.children(of: id) { row(child, band, table, &carried, in: inner) }
  }

  /// A row; `carried` counts for each column the further rows that a cell above still takes.
  private mutating func row(
    _ id: NodeID, _ band: RowBand, _ table: Int, _ carried: inout [Int], in container: Container
  ) {
    let node = document[id]
    let around = finder.inside(node, container.around)
    let columns = plan.tables[table].columns.count
    if carried.count < columns { carried += [Int](repeating: 0, count: columns - carried.count) }
    let first = plan.tables[table].cells.count
    let box = finder.box(node.role, look: node.look, in: container.around)
    var column = 0
    for child in document.children(of: id) {
      let cell = document[child]
      let span = cell.role.cellSpan
      while column < columns && carried[column] > 0 {
        carried[column] -= 1
        column += 1
      }
      guard column < columns else { break }
      let wide = min(max(1, Int(span.columns)), columns - column)
      let start = plan.blocks.count
      let spec = plan.tables[table].columns[column]
      var inner = Container(
        column: .text, x: .zero, inset: .zero,
        around: finder.inside(cell, around),
        isOpen: false, isCell: true)
      inner.alignment =
        switch spec.alignment {
        case .text: wide > 1 ? nil : .left
        // A head over several columns of numbers stands in their middle, any other words at their
        // left: „Celkem“ begins its row.
        case .number where wide > 1: band == .head ? .centre : nil
        case .number: .right
        case .centre: .centre
        }
      lastStyle = nil
      let jobs = plan.jobs.count
      for block in document.children(of: child) { flow(block, in: inner) }
      if band != .head, wide == 1, spec.alignment == .number, plan.jobs.count == jobs + 1 {
        plan.jobs[jobs].alignsDecimals = true
      }
      let own = finder.box(cell.role, look: cell.look, in: around)
      var made = CellPlan(
        node: child, column: column, columns: wide, rows: max(1, Int(span.rows)),
        blocks: start..<plan.blocks.count,
        box: own.flatMap { $0.writingLines == nil ? nil : Int32(number(of: $0)) } ?? -1)
      if band == .head, wide == 1, spec.alignment != .text, plan.jobs.count == jobs + 1,
        plan.tables[table].style.rotatesHead
      {
        made.rises = true
        plan.jobs[jobs].alignment = .left
        plan.jobs[jobs].inset = Length.max
        plan.jobs[jobs].width = design.page.baseline * BlockFlow.tallestHead
        plan.jobs[jobs].mayPartWords = false
      }
      let names = column == 0 && box?.saysContinued ?? false
      if band == .body, made.rows > 1 || names, jobs < plan.jobs.count {
        var label = plan.jobs[jobs]
        let says =
          (names || plan.tables[table].style.continuesLabels) && !document.continued.isEmpty
        if says && label.part == .whole { label.part = .wholeContinued }
        made.label = Int32(plan.jobs.count)
        plan.jobs.append(label)
      }
      plan.tables[table].cells.append(made)
      for place in column..<column + wide { carried[place] = max(1, Int(span.rows)) - 1 }
      column += wide
    }
    while column < columns {
      if carried[column] > 0 { carried[column] -= 1 }
      column += 1
    }
    plan.tables[table].rows.append(
      RowPlan(
        node: id, band: band, cells: first..<plan.tables[table].cells.count,
        box: box.map { Int32(number(of: $0)) } ?? -1))
  }
}
