package import Core

/// Judges a cover that somebody else made: whether it fits around its book.
///
/// A cover that lies flat is as wide as its back, its spine and its front, and as tall as a page.
///
/// - Parameters:
///   - cover: the file of the cover: the outer side, perhaps the inner one.
///   - block: the file of the pages that are bound.
///   - book: how it is bound, with as many pages as the block has.
/// - Returns: K57 for each way in which it does not fit.
package func judgeCover(
  _ cover: PressFile, around block: PressFile, _ book: BoundBook
) -> [Diagnostic] {
  var notes = PressNotes()
  let page = usualSize(of: block.pages)
  let wanted = Size(width: page.width * 2 + book.spine, height: page.height)
  // Cutting errs by more; what is a tenth of a millimetre off is a rounded number.
  let tolerance = Length.microMetres(300).sp
  func czech(_ length: Length) -> String { Millimetres.czech(points: length.points) }
  for (index, side) in cover.pages.enumerated() {
    let size = side.size
    guard
      (size.width - wanted.width).sp.magnitude > tolerance
        || (size.height - wanted.height).sp.magnitude > tolerance
    else { continue }
    notes.add(
      PreflightDiagnostics.coverSize, index + 1,
      cs: "obálka má \(czech(size.width)) × \(czech(size.height)) mm; na blok o \(book.pages) "
        + "stranách \(czech(page.width)) × \(czech(page.height)) mm se hřbetem "
        + "\(czech(book.spine)) mm patří \(czech(wanted.width)) × \(czech(wanted.height)) mm",
      en: "the cover has \(size.width.millimetres) × \(size.height.millimetres) mm; around "
        + "\(book.pages) pages of \(page.width.millimetres) × \(page.height.millimetres) mm with a "
        + "spine of \(book.spine.millimetres) mm it needs \(wanted.width.millimetres) × "
        + "\(wanted.height.millimetres) mm")
  }
  if cover.pages.count > 2 {
    notes.add(
      PreflightDiagnostics.coverSize, 0,
      cs:
        "obálka má \(Numbers.pages(cover.pages.count)); patří do ní vnější strana, případně i vnitřní",
      en:
        "the cover has \(cover.pages.count) pages; it consists of its outer and perhaps its inner side"
    )
  }
  return notes.sorted().map { $0.finding() }
}
