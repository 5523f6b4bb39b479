import Core
import Manuscript
import Style
import Typesetting

/// Lists in columns.
extension GalleyBuilder {
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
