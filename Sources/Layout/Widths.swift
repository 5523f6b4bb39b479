import Core
import Manuscript
import Style
import Typesetting

/// Gives every paragraph its measure, and every table the widths of its columns.
struct Widths {
  var plan: FlowPlan
  let page: PageGeometry
  /// The least and the natural width of the jobs in tables.
  let contents: [ContentWidths]
  /// The same where words may be parted, for the tables that need it; empty for others.
  var parted: [ContentWidths] = []
  /// The words of jobs in cells that decide the columns of tight tables.
  var words: [Int: [ContentWord]] = [:]

  /// The columns around what is given its width: their whole width, and where their notes stand.
  var across: (width: Length, each: Length, notes: ColumnNotes)?

  /// What a container offers.
  private enum Room {
    /// The columns of the page.
    case page
    /// A cell or a quadrant.
    case fixed(Length)
  }

  /// Gives the plan all its widths.
  mutating func assign() {
    for run in plan.runs.indices {
      for block in plan.runs[run].blocks { assign(block, in: .page) }
    }
  }

  private func width(of room: Room, _ column: Placement) -> Length {
    switch room {
    case .fixed(let width): width
    case .page:
      switch column {
      case .text: page.textWidth
      case .full: page.fullWidth
      case .margin: page.marginWidth
      }
    }
  }

  private mutating func assign(_ number: Int, in room: Room) {
    let block = plan.blocks[number]
    var room = room
    if block.frame >= 0 { room = .fixed(plan.frames[Int(block.frame)].area.width) }
    if block.isTurned { room = .fixed(page.textHeight) }
    if let across {
      if block.spansColumns || (block.isNote && across.notes == .page) {
        room = .fixed(across.width)
      } else if block.isNote {
        room = .fixed(across.each)
      }
    }
    let whole = width(of: room, block.column)
    let width = max(whole - block.inset, .pt(1))
    plan.blocks[number].width = width
    switch block.kind {
    case .paragraph(let job, let label):
      assign(job: job, width)
      if let label { assign(job: label, width) }
    case .stack, .hanging:
      if block.continued >= 0 {
        let named = Int(block.continued)
        assign(job: named, max(whole - plan.jobs[named].inset, .pt(1)))
      }
      assignChildren(of: number, in: room)
    case .columns(let columns):
      let style = plan.boxStyles[columns]
      let each = style.columnWidth(in: width, of: page)
      across = (width, each, style.columnNotes)
      assignChildren(of: number, in: .fixed(each))
      across = nil
    case .grid(let grid):
      let style = plan.boxStyles[grid]
      let count = Int64(style.columns)
      let gaps = style.gap.sp * Int32(style.columns - 1)
      let each = Length(sp: Int32((Int64(width.sp) - Int64(gaps)) / count))
      if block.continued >= 0 { assign(job: Int(block.continued), width) }
      assignChildren(of: number, in: .fixed(each))
    case .table(let table):
      let inner = self.width(of: room, block.column) - block.inset
      // A caption may stand in the margin column, as wide as that is.
      assignChildren(of: number, in: room)
      set(table, width: inner)
    case .artwork: break
    }
  }

  private mutating func assign(job: Int, _ width: Length) {
    guard plan.jobs[job].inset != Length.max else { return }
    plan.jobs[job].width = width
    // Words are parted in a cell only where one of them is too wide.
    if plan.jobs[job].isInTable { plan.jobs[job].mayPartWords = contents[job].minimal > width }
  }

  private mutating func assignChildren(of number: Int, in room: Room) {
    var child = number + 1
    if case .table(let table) = plan.blocks[number].kind {
      // Only the caption: cells have rooms of their own.
      let end = plan.tables[table].cells.first?.blocks.lowerBound ?? plan.blocks[number].end
      while child < end {
        assign(child, in: room)
        child = plan.blocks[child].end
      }
      return
    }
    while child < plan.blocks[number].end {
      assign(child, in: room)
      child = plan.blocks[child].end
    }
  }

  private mutating func set(_ table: Int, width: Length) {
    keepUprightHeads(of: table)
    if let continued = plan.tables[table].continued { assign(job: continued, width) }
    // Lent while it is worked on: of a long table it is large.
    var own = TablePlan(style: .plain, columns: [])
    swap(&own, &plan.tables[table])
    own.parts = []
    place(&own, in: width)
    var rooms = own.cells.map { own.width(of: $0) }
    if own.isSplit, own.wholeWords > width { split(&own, in: width, &rooms) }
    let needs = contents(of: own, in: contents)
    swap(&own, &plan.tables[table])
    for number in plan.tables[table].cells.indices {
      alignDecimals(of: number, in: table, needs)
      let cell = plan.tables[table].cells[number]
      var block = cell.blocks.lowerBound
      while block < cell.blocks.upperBound {
        assign(block, in: .fixed(rooms[number]))
        block = plan.blocks[block].end
      }
      if cell.label >= 0 { assign(job: Int(cell.label), rooms[number]) }
    }
  }

  /// Gives the columns of a table their places.
  func place(_ table: inout TablePlan, in width: Length) {
    let needs = wished(contents(of: table, in: contents), for: table)
    let gap = table.style.columnGap
    let edge = table.style.edge
    var (columns, overflow) = TableColumns(
      columns: table.columns, contents: needs,
      parted: parted.isEmpty
        ? [] : wished(contents(of: table, in: parted), for: table).map(\.minimal),
      cells: cells(of: table), gap: gap, fillsWidth: table.style.fillsWidth,
      keyCount: table.keyCount
    ).places(in: width - edge * 2)
    for column in columns.indices { columns[column].x += edge }
    for number in table.carried?.columns.indices ?? 0..<0 {
      let column = table.carried?.columns[number].column ?? 0
      table.carried?.columns[number].tail = needs[column].tail
    }
    table.places = columns
    table.widened = zip(table.columns, columns).enumerated().compactMap { number, column in
      guard case .fixed(let width) = column.0.width, column.1.width > width else { return nil }
      return WidenedColumn(number: number, wished: width, given: column.1.width)
    }
    table.overflow = overflow
    let natural = needs.reduce(gap * (needs.count - 1)) { $0.adding($1.natural) }
    table.isTight = natural > width - edge * 2
    let whole = needs.reduce(gap * (needs.count - 1)) { $0.adding($1.minimal) }.adding(edge * 2)
    (table.wholeWords, table.width) = (whole, width)
  }

  /// What columns need whose widths are given: that, or as much as their words take.
  func wished(_ needs: [ContentWidths], for table: TablePlan) -> [ContentWidths] {
    zip(needs, table.columns).map { need, column in
      guard case .fixed(let width) = column.width else { return need }
      var need = need
      need.minimal = max(need.minimal, width)
      need.natural = need.minimal
      return need
    }
  }

  /// Moves a number so that its decimal comma stands below those of its column.
  private mutating func alignDecimals(of cell: Int, in table: Int, _ needs: [ContentWidths]) {
    let cell = plan.tables[table].cells[cell]
    guard !cell.blocks.isEmpty,
      case .paragraph(let job, _) = plan.blocks[cell.blocks.lowerBound].kind,
      plan.jobs[job].alignsDecimals, contents[job].integer > .zero
    else { return }
    plan.jobs[job].shift = max(needs[cell.column].tail - contents[job].tail, .zero)
  }

  /// Leaves the words of a head upright whose column is as wide for the sake of what stands below.
  private mutating func keepUprightHeads(of table: Int) {
    guard plan.tables[table].style.rotatesHead else { return }
    var below = [Length](repeating: .zero, count: plan.tables[table].columns.count)
    for row in plan.tables[table].rows where row.band != .head {
      for number in row.cells where plan.tables[table].cells[number].columns == 1 {
        let cell = plan.tables[table].cells[number]
        below[cell.column] = max(
          below[cell.column], contents(of: cell.blocks, in: contents).natural)
      }
    }
    for number in plan.tables[table].cells.indices {
      let cell = plan.tables[table].cells[number]
      guard let job = plan.job(rising: cell), contents[job].minimal <= below[cell.column]
      else { continue }
      plan.tables[table].cells[number].rises = false
      let isCentred = plan.tables[table].columns[cell.column].alignment == .centre
      plan.jobs[job].alignment = isCentred ? .centre : .right
      plan.jobs[job].inset = .zero
    }
  }
}
