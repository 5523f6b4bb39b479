import Core
import Manuscript
import Style
import Typesetting

/// Text that runs in columns.
extension GalleyBuilder {
  /// Blocks down one column and then the next. Their boxes stand in the list of the page like any
  /// others; where they stand side by side is decided when the page is filled.
  mutating func columns(_ number: Int, _ style: BoxStyle) {
    let block = plan.blocks[number]
    want(style.spaceBefore)
    let first = galley.boxes.count
    let outer = (columnSet, columnNotes)
    let pitch =
      style.columnWidth(in: block.width, of: design.page) + style.columnGap(on: design.page)
    galley.columnSets.append(ColumnSet(count: style.columns, pitch: pitch))
    (columnSet, columnNotes) = (Int32(galley.columnSets.count - 1), style.columnNotes)
    if style.flow == .hanging || style.itemGap > .zero {
      flowItems(of: number, gap: style.itemGap)
    } else {
      flowChildren(of: number)
    }
    keepColumnEnds(of: columnSet, from: first)
    (columnSet, columnNotes) = outer
    keep(style, from: first)
    space = max(space, style.spaceAfter)
  }

  /// Sets what column breaks cost, and makes page breaks dear that leave less than two lines in each
  /// column on either side: they look left over.
  private mutating func keepColumnEnds(of set: Int32, from first: Int) {
    let least = design.page.baseline * 2 * galley.columnSets[Int(set)].count
    var height = Length.zero
    for number in first..<galley.boxes.count {
      guard galley.boxes[number].columns == set else {
        height = .zero
        continue
      }
      galley.boxes[number].columnPenalty =
        galley.boxes[number].penalty - galley.boxes[number].pagePenalty
      // White in one column would part it from the others.
      galley.boxes[number].stretch = 0
      if height > .zero && height < least { leaveLittle(at: number) }
      // No more than matters: columns of many pages are longer than a length can be.
      height = min(height + galley.boxes[number].height, least)
    }
    height = .zero
    for number in (first..<galley.boxes.count).reversed() {
      guard galley.boxes[number].columns == set else {
        height = .zero
        continue
      }
      height = min(height + galley.boxes[number].height, least)
      let isInside = number > first && galley.boxes[number - 1].columns == set
      if isInside && height < least { leaveLittle(at: number) }
    }
  }

  private mutating func leaveLittle(at box: Int) {
    guard galley.boxes[box].penalty > Penalty.forced else { return }
    galley.boxes[box].forbid(costs[.loneField], as: BreakReasons(.loneField))
  }

  /// Whether a block is a tint or rules around columns: nothing of it may move with one of them.
  func framesColumns(_ number: Int) -> Bool {
    guard number + 1 < plan.blocks[number].end, case .columns = plan.blocks[number + 1].kind else {
      return false
    }
    return plan.blocks[number + 1].node == plan.blocks[number].node
  }
}
