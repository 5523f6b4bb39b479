import Core
import Manuscript
import Style

/// The rules of tables. They take no height, so that rows stay on the grid.
extension GalleyBuilder {
  /// Draws the rules of rows that belong together.
  ///
  /// - Parameter tops: the tops of the rows, and the end of the last.
  mutating func rules(
    of table: TablePlan, _ group: Range<Int>, _ tops: [Length], _ block: Block, isFirst: Bool,
    isLast: Bool
  ) {
    let style = table.style
    let node = table.rows[group.lowerBound].node
    if isFirst { rule(style.ruleTop, .zero, node, block) }
    for row in group {
      let y = tops[row - group.lowerBound]
      let end = tops[row - group.lowerBound + 1]
      let own = rowStyle(table.rows[row])
      let before = row > 0 ? table.rows[row - 1].band : nil
      let above: Rule? =
        switch (before, table.rows[row].band) {
        case (.body, .body): own?.ruleAbove ?? style.ruleRow
        case (.some(.body), .foot), (.some(.head), .foot): style.ruleFoot
        case (.some(.head), .body) where style.ruleHead != nil: nil
        case (_, .body): own?.ruleAbove
        default: nil
        }
      if row == group.lowerBound {
        rule(above, y, node, block)
      } else {
        // Not through the cells that reach into this row from above.
        for part in gaps(above: row, in: group, of: table, block) {
          rule(above, y, node, block, x: part.x, width: part.width)
        }
      }
      rule(own?.ruleBelow, end, node, block)
      let next = row + 1 < table.rows.count ? table.rows[row + 1].band : nil
      if table.rows[row].band == .head {
        if next == .head {
          spanners(of: row, table, end, block)
        } else {
          rule(style.ruleHead, end, node, block)
        }
      }
    }
    if isLast { rule(style.ruleBottom, tops[group.count], node, block) }
  }

  private mutating func rule(
    _ rule: Rule?, _ y: Length, _ node: NodeID, _ block: Block, x: Length = .zero,
    width: Length? = nil
  ) {
    guard let rule else { return }
    place(
      .fill(width: width ?? block.width, height: rule.width, rule.colour), node: node,
      column: block.column, x: block.x + x, y: y - rule.width / 2)
  }

  /// A heading over several columns gets a rule as wide as they are, above their own headings.
  private mutating func spanners(of row: Int, _ table: TablePlan, _ end: Length, _ block: Block) {
    for number in table.rows[row].cells {
      let cell = table.cells[number]
      guard cell.columns > 1, cell.columns < table.columns.count, cell.rows == 1 else { continue }
      let first = table.places[cell.column]
      let last = table.places[cell.column + cell.columns - 1]
      rule(
        table.style.ruleHead, end, table.rows[row].node, block, x: first.x,
        width: last.x + last.width - first.x)
    }
  }

  /// The stretches of a row's upper edge that no cell of the rows above crosses.
  private func gaps(
    above row: Int, in group: Range<Int>, of table: TablePlan, _ block: Block
  ) -> [ColumnPlace] {
    var isCrossed = [Bool](repeating: false, count: table.columns.count)
    for upper in group.lowerBound..<row {
      for number in table.rows[upper].cells {
        let cell = table.cells[number]
        guard upper + cell.rows > row else { continue }
        for column in cell.column..<cell.column + cell.columns { isCrossed[column] = true }
      }
    }
    var parts: [ColumnPlace] = []
    let half = table.style.columnGap / 2
    for column in isCrossed.indices where !isCrossed[column] {
      let place = table.places[column]
      let x = column == 0 ? .zero : place.x - half
      let end = column + 1 == isCrossed.count ? block.width : place.x + place.width + half
      if column > 0, !isCrossed[column - 1], let last = parts.last {
        parts[parts.count - 1].width = end - last.x
      } else {
        parts.append(ColumnPlace(x: x, width: end - x))
      }
    }
    return parts
  }

  /// The lines of cells that are filled in by hand: above the row's foot, which is the lowest, as
  /// long as a hand has room.
  mutating func writingLines(
    of table: TablePlan, _ group: Range<Int>, _ tops: [Length], _ block: Block
  ) {
    for row in group {
      for number in table.rows[row].cells where table.cells[number].box >= 0 {
        let cell = table.cells[number]
        guard let line = plan.boxStyles[Int(cell.box)].writingLines, line.distance > .zero else {
          continue
        }
        let x = table.places[cell.column].x
        let next = cell.column + cell.columns
        let end =
          next < table.places.count ? table.places[next].x - table.style.columnGap : block.width
        let foot = min(row + cell.rows, group.upperBound) - group.lowerBound
        var y = tops[foot] - line.distance
        while y - tops[row - group.lowerBound] >= line.distance.scaled(by: 3, over: 4) {
          place(
            .fill(width: end - x, height: line.width, line.colour), node: cell.node,
            column: block.column, x: block.x + x, y: y - line.width / 2)
          y -= line.distance
        }
      }
    }
  }
}
