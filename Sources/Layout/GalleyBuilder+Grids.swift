import Core
import Manuscript
import Style
import Typesetting

/// Blocks side by side: matrices and trees.
extension GalleyBuilder {
  /// Blocks side by side in fields of equal height, row by row.
  mutating func grid(_ number: Int, _ style: BoxStyle) {
    let block = plan.blocks[number]
    want(style.spaceBefore)
    let gaps = style.gap * (style.columns - 1)
    let each = Length(
      sp: Int32((Int64(block.width.sp) - Int64(gaps.sp)) / Int64(style.columns)))
    var children: [Int] = []
    var child = number + 1
    while child < block.end {
      if !plan.blocks[child].isNote { children.append(child) }
      child = plan.blocks[child].end
    }
    let first = galley.boxes.count
    let count = (children.count + style.columns - 1) / style.columns
    guard count > 0 else { return }
    var rows: [GridRow] = []
    for row in 0..<count {
      let fields = children[row * style.columns..<min((row + 1) * style.columns, children.count)]
      rows.append(gridRow(Array(fields), block, style, width: each))
    }
    let room = tallest - heldAbove() - style.gap * (count - 1)
    let heights = heights(of: rows, least: min(style.height, room / count))
    for (number, row) in rows.enumerated() {
      if number > 0 {
        space = max(space, style.gap)
        charge(.field)
      }
      let box = galley.boxes.count
      set(row, block, style, width: each, height: heights[number], isLast: number + 1 == count)
      // The lines of a tree reach as far up as the white does, not further.
      if style.branches != nil && galley.boxes.count > box { galley.boxes[box].stretch = 0 }
      if number > 0 && galley.boxes.count > box { name(block, above: box) }
    }
    keep(style, from: first)
    space = max(space, style.spaceAfter)
  }

  /// Fields side by side that have been set, waiting for the height of their row.
  struct GridRow {
    /// The blocks of the fields.
    var fields: [Int] = []
    /// What stands in them.
    var columns: [BesideList] = []
    var tints: [Field.Wide] = []
    /// Their rules, from the row's top.
    var ruled: [Placed] = []
    /// What the fields need.
    var height = Length.zero
    /// Where the nodes in them start, in the builder's `starts`.
    var starts = 0..<0
  }

  /// What stands above and goes with the next box: headings; and the line that the grid may take.
  private func heldAbove() -> Length {
    guard depth == 0, penalty >= Penalty.heading else { return .zero }
    var height = space + design.page.baseline
    for box in galley.boxes.reversed() {
      height += box.height
      guard box.penalty >= Penalty.heading else { break }
      height += box.space
    }
    return height
  }

  /// The heights of rows that are to be so tall each: a row that needs more takes it from the
  /// others, so that all together stay as tall; where that is not enough, each takes what it needs.
  private func heights(of rows: [GridRow], least: Length) -> [Length] {
    var room = Int64(least.sp) * Int64(rows.count)
    var shared = rows.count
    var level = Int64(least.sp)
    for needed in rows.map({ Int64($0.height.sp) }).sorted(by: >) {
      guard needed > level else { break }
      room -= needed
      shared -= 1
      level = shared > 0 ? max(room / Int64(shared), 0) : 0
    }
    return rows.map { max($0.height, Length(sp: Int32(level))) }
  }

  /// The left edge of a row that may not be full: it stands where the style says, a tree's in the
  /// middle.
  private func edge(of row: GridRow, _ block: Block, _ grid: BoxStyle, width: Length) -> Length {
    let missing = (width + grid.gap) * (grid.columns - row.fields.count)
    return switch grid.stand {
    case .head: block.x
    case .centre: block.x + missing / 2
    case .foot: block.x + missing
    }
  }

  private mutating func gridRow(
    _ fields: [Int], _ block: Block, _ grid: BoxStyle, width: Length
  ) -> GridRow {
    var row = GridRow(fields: fields)
    let edge = edge(of: row, block, grid, width: width)
    let start = starts.count
    for (column, field) in fields.enumerated() {
      let style = plan.style(ofStack: field)
      let x = edge + (width + grid.gap) * column
      let list = apart { builder in
        if style == nil { builder.flow(field) } else { builder.flowChildren(of: field) }
      }
      mark(plan.blocks[field].node)
      if let rule = style?.ruleAbove {
        row.ruled.append(
          Placed(
            thing: .fill(width: width, height: rule.width, rule.colour),
            node: plan.blocks[field].node, column: block.column, x: x, y: .zero))
      }
      let padding = style?.padding ?? .zero
      let head = style?.ruleAbove.map { $0.width + $0.distance } ?? .zero
      row.columns.append(BesideList(list: list, x: x, y: padding + head))
      row.tints.append(Field.Wide(x: x, width: width, padding: padding, colour: style?.background))
      row.height = max(row.height, list.height + padding * 2 + head)
    }
    row.starts = start..<starts.count
    return row
  }

  private mutating func set(
    _ row: GridRow, _ block: Block, _ grid: BoxStyle, width: Length, height: Length, isLast: Bool
  ) {
    var ruled = row.ruled
    if let rule = grid.branches, hasRowAbove(block) {
      let edge = edge(of: row, block, grid, width: width)
      ruled += branches(
        rule, to: row.fields.indices.map { edge + (width + grid.gap) * $0 + width / 2 }, block,
        grid, width: width, height: isLast ? nil : height)
    }
    if depth == 0 { return split(row, block, grid, height: height, besides: ruled) }
    // Off the page nothing breaks: tints first, then what stands on them.
    let start = galley.placed.count
    for tint in row.tints {
      guard let colour = tint.colour else { continue }
      place(
        .fill(width: tint.width, height: height, colour), node: block.node, column: block.column,
        x: tint.x, y: .zero)
    }
    galley.placed += ruled
    for column in row.columns {
      stackUp(column.list, x: column.x, y: column.y, column: block.column)
      for number in column.list.placed { galley.placed.append(galley.placed[Int(number)]) }
    }
    add(
      height: height, baseline: .zero, isFull: block.column == .full,
      placed: UInt32(start)..<UInt32(galley.placed.count))
  }

  /// Whether something stands above a grid that its lines can come from: the first row of a tree is
  /// its root.
  private func hasRowAbove(_ block: Block) -> Bool {
    let holder = document[block.node].parent
    return document[holder].role != .group(.exhibit) || block.node.raw > holder.raw + 1
  }

  /// The lines of a tree: from the row above down to a bar in the white between, and from the bar
  /// down to each field; further rows hang on a trunk that runs on in the middle.
  ///
  /// - Parameters:
  ///   - centres: the middles of the fields.
  ///   - height: the height of the row where another one follows.
  private func branches(
    _ rule: Rule, to centres: [Length], _ block: Block, _ grid: BoxStyle, width: Length,
    height: Length?
  ) -> [Placed] {
    func line(x: Length, y: Length, width: Length, height: Length) -> Placed {
      Placed(
        thing: .fill(width: width, height: height, rule.colour), node: block.node,
        column: block.column, x: x, y: y)
    }
    let half = rule.width / 2
    let bar = -(space / 2)
    // In the middle, or in the gap next to it where a field stands there and the trunk goes on.
    var trunk = block.x + block.width / 2
    if height != nil && grid.columns % 2 == 1 { trunk += (width + grid.gap) / 2 }
    var lines = [line(x: trunk - half, y: -space, width: rule.width, height: space + bar)]
    if let height {
      lines.append(
        line(x: trunk - half, y: bar, width: rule.width, height: height - bar))
    }
    let left = centres.reduce(trunk, min)
    let right = centres.reduce(trunk, max)
    lines.append(
      line(x: left - half, y: bar - half, width: right - left + rule.width, height: rule.width))
    for centre in centres {
      lines.append(line(x: centre - half, y: bar, width: rule.width, height: -bar))
    }
    return lines
  }
}

extension FlowPlan {
  /// The box style of a block that stacks others.
  func style(ofStack block: Int) -> BoxStyle? {
    if case .stack(let style) = blocks[block].kind { return boxStyles[style] }
    return nil
  }
}
