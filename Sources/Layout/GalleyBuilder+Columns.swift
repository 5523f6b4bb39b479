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
    (columnSet, columnNotes) = outer
    keep(style, from: first)
    space = max(space, style.spaceAfter)
  }

  /// Whether a block is a tint or rules around columns: nothing of it may move with one of them.
  func framesColumns(_ number: Int) -> Bool {
    guard number + 1 < plan.blocks[number].end, case .columns = plan.blocks[number + 1].kind else {
      return false
    }
    return plan.blocks[number + 1].node == plan.blocks[number].node
  }
}
