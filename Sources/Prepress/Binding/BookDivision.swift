/// How the pages of a book are parted into what is bound and what goes around it.
///
/// The first two pages and the last two are the cover, as its outer and inner sides; everything
/// between them is the block. Pages are counted from 0; nil is a page that stays blank.
package struct BookDivision: Sendable, Hashable {
  /// The cover of a file of its own.
  package struct Cover: Sendable, Hashable {
    /// The front cover.
    package var front: Int
    /// What stands inside it.
    package var insideFront: Int?
    /// What stands inside the back cover.
    package var insideBack: Int?
    /// The back cover.
    package var back: Int?
  }
  /// The pages that are bound, in order.
  package var block: [Int?]
  /// The cover, where it is a file of its own.
  package var cover: Cover?
  /// How many blank pages stand at the end so that the count suits the printer.
  package var added: Int

  /// Parts a book.
  ///
  /// - Parameters:
  ///   - isBlank: of each page whether nothing stands on it.
  ///   - hasBack: whether the last page is the back cover.
  ///   - hasOwnCover: whether the cover is a file of its own.
  ///   - multiple: the number of which the count of pages that are bound must be a multiple.
  package init(isBlank: [Bool], hasBack: Bool, hasOwnCover: Bool, multiple: Int) {
    let count = isBlank.count
    let back = hasBack && count > 1 ? count - 1 : nil
    let first = hasOwnCover ? min(2, count) : 0
    var pages = Array(first..<max(first, back ?? count))
    // Blank pages before the back cover stood there only so that it is a left-hand page.
    while back != nil, let last = pages.last, isBlank[last] { pages.removeLast() }
    if hasOwnCover {
      var cover = Cover(front: 0)
      if count > 1, back != 1, !isBlank[1] { cover.insideFront = 1 }
      // One page too many need not cost a sheet: it stands inside the back cover.
      if back != nil, pages.count > 1, pages.count % multiple == 1 {
        cover.insideBack = pages.removeLast()
      }
      cover.back = back
      self.cover = cover
    }
    let bound = pages.count + (hasOwnCover || back == nil ? 0 : 1)
    let blanks = (multiple - bound % multiple) % multiple
    block = pages.map { $0 } + [Int?](repeating: nil, count: blanks)
    if !hasOwnCover, let back { block.append(back) }
    added = blanks
  }
}
