import Core
import Manuscript
import Style
import Typesetting

/// Rows that cells over several of them tie together, as they have been set.
struct SetRows {
  var height: Length
  /// How many rows of the table have begun above each of their boxes.
  var begun: [Int]
  /// Where they may be split; empty where they are not.
  var slices: [RowSlice] = []
  /// The white above the words of a row.
  var padding = Length.zero
  /// What cells over several rows say, to be said again where they are split.
  var labels: [SpanLabel] = []
}

/// The words of a cell over several rows.
struct SpanLabel {
  /// The paragraph that says them overleaf.
  var job: Int
  /// Its left edge.
  var x: Length
  /// Where they end and where the cell does, from the top of its rows.
  var end: Length
  var reach: Length
}

/// A cell that has been set, waiting for the height of its row.
private struct SetCell {
  var list: GalleyBuilder.ListApart
  var x: Length
  var row: Int
  var rows: Int
  var label: Int32
}

/// Rows of tables.
extension GalleyBuilder {
  /// Sets rows that belong together.
  mutating func set(
    _ group: Range<Int>, of table: TablePlan, _ block: Block, head: Int32, isTinted: Bool,
    isFirst: Bool, isLast: Bool
  ) -> SetRows {
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
        let placed = galley.placed.count
        let waiting = waitingNotes
        let list = apart { builder in
          if let job = builder.plan.job(rising: cell) {
            return builder.rise(
              job, over: table.places[cell.column].width, table.columns[cell.column])
          }
          var child = cell.blocks.lowerBound
          while child < cell.blocks.upperBound {
            if !builder.plan.blocks[child].isNote { builder.flow(child) }
            child = builder.plan.blocks[child].end
          }
        }
        if cell.isRepeated {
          repeatPlaced(from: placed)
          // Footnotes stand where their first call does.
          waitingNotes =
            waiting
            + waitingNotes.dropFirst(waiting.count).filter {
              plan.belowTables.contains($0)
            }
        }
        mark(cell.node)
        cells.append(
          SetCell(
            list: list, x: block.x + table.places[cell.column].x, row: row - group.lowerBound,
            rows: min(cell.rows, group.upperBound - row), label: cell.label))
      }
    }
    // Beside words that run upwards the others stand at the foot.
    let isDeep = group.contains { row in table.rows[row].cells.contains { table.cells[$0].rises } }
    if isDeep { for cell in cells.indices { cells[cell].list.baseline = .zero } }
    var heights = rowHeights(of: cells, count: group.count, padding: style.rowPadding)
    for row in group {
      let least = rowStyle(table.rows[row])?.height ?? .zero
      var height = max(heights[row - group.lowerBound], least)
      // A row to be written in by hand is a row, too.
      if height <= style.rowPadding * 2 {
        height = max(height, style.rowPadding * 2 + lineHeight(of: table.rows[row], in: table))
      }
      if style.isOnGrid && depth == 0 { height = height.roundedUp(to: design.page.baseline) }
      heights[row - group.lowerBound] = height
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
        var y = tops[row] + style.rowPadding
        if isDeep {
          y = tops[row + cell.rows] - style.rowPadding - cell.list.height
        } else if !cell.list.boxes.isEmpty {
          y += line - cell.list.baseline
        }
        columns.append(BesideList(list: cell.list, x: cell.x, y: y))
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
      var made = SetRows(
        height: height,
        begun: slices.map { slice in
          group.lowerBound + tops.dropLast().prefix { $0 < slice.top }.count
        }, slices: slices, padding: style.rowPadding)
      for (cell, column) in zip(cells, columns)
      where cell.rows > 1 && cell.label >= 0 {
        made.labels.append(
          SpanLabel(
            job: Int(cell.label), x: cell.x, end: column.y + cell.list.height,
            reach: tops[cell.row + cell.rows]))
      }
      return made
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
      height: height, baseline: baseline, snaps: style.isOnGrid && depth == 0,
      isFull: block.column == .full, head: head, placed: start..<UInt32(galley.placed.count))
    return SetRows(height: height, begun: [group.lowerBound])
  }

  /// The height of a line in the first cell of a row; a row below cells that reach into it has none.
  private func lineHeight(of row: RowPlan, in table: TablePlan) -> Length {
    guard let cell = row.cells.first.map({ table.cells[$0] }) else { return .zero }
    for block in cell.blocks {
      if case .paragraph(let job, _) = plan.blocks[block].kind { return plan.jobs[job].leading }
    }
    return design.page.baseline
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

  /// Sets a paragraph whose lines run upwards, side by side from left to right: one box.
  private mutating func rise(_ number: Int, over width: Length, _ column: ColumnSpec) {
    let job = plan.jobs[number]
    let lines = paragraphs[number].lines
    mark(job.node)
    let height = lines.reduce(Length.zero) { max($0, $1.offset + $1.width) }
    let white = max(width - job.leading * lines.count, .zero)
    let left = column.alignment == .number ? white : white / 2
    // As far from the rule below as letters stand from one above.
    let foot = job.leading / 4
    box(height: height + foot, baseline: .zero) { builder in
      for line in lines.indices {
        builder.place(
          .risingLine(job: UInt32(number), line: UInt32(line)), node: job.node, column: .text,
          x: left + job.leading * line + job.baseline, y: height)
        builder.callNotes(in: number, line)
      }
    }
  }
}
