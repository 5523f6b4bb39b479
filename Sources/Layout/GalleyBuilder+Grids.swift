import Core
import Manuscript
import Style
import Typesetting

/// Blocks side by side: matrices, trees, lists in columns.
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
    var row = 0
    while row < children.count {
      let fields = Array(children[row..<min(row + style.columns, children.count)])
      if row > 0 {
        space = max(space, style.gap)
        penalty = max(penalty, Penalty.field)
      }
      let isLast = row + style.columns >= children.count
      gridRow(fields, block, style, width: each, isLast: isLast)
      row += style.columns
    }
    if style.keepTogether { hold(from: first, over: .max) }
    discourage(from: first, by: style.keepCost)
    space = max(space, style.spaceAfter)
  }

  private mutating func gridRow(
    _ fields: [Int], _ block: Block, _ grid: BoxStyle, width: Length, isLast: Bool
  ) {
    let gap = grid.gap
    // A row that is not full stands where the style says: a tree's in the middle.
    let missing = (width + gap) * (grid.columns - fields.count)
    let edge =
      switch grid.stand {
      case .head: block.x
      case .centre: block.x + missing / 2
      case .foot: block.x + missing
      }
    var columns: [BesideList] = []
    var tints: [Field.Wide] = []
    var ruled: [Placed] = []
    var height = grid.height
    for (column, field) in fields.enumerated() {
      let style = plan.style(ofStack: field)
      let x = edge + (width + gap) * column
      let list = apart { builder in
        if style == nil { builder.flow(field) } else { builder.flowChildren(of: field) }
      }
      mark(plan.blocks[field].node)
      if let rule = style?.ruleAbove {
        ruled.append(
          Placed(
            thing: .fill(width: width, height: rule.width, rule.colour),
            node: plan.blocks[field].node, column: block.column, x: x, y: .zero))
      }
      let padding = style?.padding ?? .zero
      let head = style?.ruleAbove.map { $0.width + $0.distance } ?? .zero
      columns.append(BesideList(list: list, x: x, y: padding + head))
      tints.append(Field.Wide(x: x, width: width, padding: padding, colour: style?.background))
      height = max(height, list.height + padding * 2 + head)
    }
    if let rule = grid.branches {
      ruled += branches(
        rule, to: fields.indices.map { edge + (width + gap) * $0 + width / 2 }, block, grid,
        width: width, height: isLast ? nil : height)
    }
    if depth == 0 {
      let slices = slices(of: columns, tops: [.zero, height])
      let start = UInt32(galley.placed.count)
      galley.placed += ruled
      add(
        slices, of: columns, besides: start..<UInt32(galley.placed.count), tints, block, head: -1,
        penalty: Penalty.quadrant)
      return
    }
    // Off the page nothing breaks: tints first, then what stands on them.
    let moved = columns
    let start = galley.placed.count
    for tint in tints {
      guard let colour = tint.colour else { continue }
      place(
        .fill(width: tint.width, height: height, colour), node: block.node, column: block.column,
        x: tint.x, y: .zero)
    }
    galley.placed += ruled
    for column in moved {
      stackUp(column.list, x: column.x, y: column.y, column: block.column)
      for number in column.list.placed { galley.placed.append(galley.placed[Int(number)]) }
    }
    add(
      height: height, baseline: .zero, isFull: block.column == .full,
      placed: UInt32(start)..<UInt32(galley.placed.count))
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

  /// Items in columns, as many down the first as down the next; a block of columns is not split, so
  /// that the eye reads down one and goes on at the head of the next. What is taller than a page
  /// goes on in a block below.
  mutating func columns(_ number: Int, _ style: BoxStyle) {
    let block = plan.blocks[number]
    want(style.spaceBefore)
    let width = (block.width - style.gap * (style.columns - 1)) / style.columns
    let room = design.page.textHeight.scaled(by: 4, over: 5) * style.columns
    var items: [ListApart] = []
    var height = Length.zero
    var tallest = Length.zero
    var child = number + 1
    while child < block.end {
      if !plan.blocks[child].isNote {
        // What is dealt must have been placed last, so the next item is judged by those before it.
        if height + tallest > room, !items.isEmpty {
          deal(items, style, block, width: width, height: height)
          (items, height) = ([], .zero)
        }
        let item = apart { $0.flow(child) }
        items.append(item)
        height += item.height + style.itemGap
        tallest = max(tallest, item.height)
      }
      child = plan.blocks[child].end
    }
    if !items.isEmpty { deal(items, style, block, width: width, height: height) }
    space = max(space, style.spaceAfter)
  }

  /// Sets items in columns of about equal height as one box.
  private mutating func deal(
    _ items: [ListApart], _ style: BoxStyle, _ block: Block, width: Length, height: Length
  ) {
    let start = items.first.map { $0.placed.lowerBound } ?? 0
    var target = height / style.columns
    // The least height in which all columns hold all items.
    while columnCount(of: items, height: target, gap: style.itemGap) > style.columns {
      target += design.page.baseline / 4
    }
    var x = block.x
    var y = Length.zero
    var tallest = Length.zero
    for item in items {
      if y > .zero && y + item.height > target {
        x += width + style.gap
        y = .zero
      }
      stackUp(item, x: x, y: y, column: block.column)
      y += item.height + style.itemGap
      tallest = max(tallest, y - style.itemGap)
    }
    let baseline = items.first?.baseline ?? .zero
    add(
      height: tallest, baseline: baseline, snaps: true, isFull: block.column == .full,
      placed: start..<UInt32(galley.placed.count))
  }

  private func columnCount(of items: [ListApart], height: Length, gap: Length) -> Int {
    var count = 1
    var y = Length.zero
    for item in items {
      if y > .zero && y + item.height > height {
        count += 1
        y = .zero
      }
      y += item.height + gap
    }
    return count
  }
}

extension FlowPlan {
  /// The box style of a block that stacks others.
  func style(ofStack block: Int) -> BoxStyle? {
    if case .stack(let style) = blocks[block].kind { return boxStyles[style] }
    return nil
  }
}
