package import Core
import PDFSyntax

/// A page of the folded product: which page of the file it is on, and what part of it.
private struct FoldedPage {
  var page: Int
  var trim: PageBox
  var turn: QuarterTurn
}

/// What a proof shows.
package struct Proof: Sendable {
  /// The file of spreads.
  package var bytes: [UInt8]
  /// How many spreads it has.
  package var spreads: Int
  /// The pages of the product.
  package var pages: Int
  /// Whether the file held sheets of ours, which were folded again.
  package var wasImposed: Bool
}

/// Shows a file as the spreads that a reader of the folded product sees: the cover alone, then two
/// facing pages each. Sheets that we imposed are folded by the plan that they carry.
///
/// - Throws: K06 for pages whose content cannot be read, K16 for sheets of which some are missing.
package func readerSpreads(of file: PressFile) throws(Rejected) -> Outcome<Proof> {
  let folded = try foldedPages(of: file)
  let isImposed = folded != nil
  var pages: [FoldedPage?] =
    folded
    ?? file.pages.enumerated().map { index, page in
      FoldedPage(page: index, trim: page.trim, turn: page.turn)
    }
  if pages.count % 2 == 1 { pages.append(nil) }
  var size = Size(width: .zero, height: .zero)
  for page in pages {
    guard let page else { continue }
    let shown = shownSize(of: page, file)
    size.width = max(size.width, shown.width)
    size.height = max(size.height, shown.height)
  }
  var spreads: [[FoldedPage?]] = [[nil, pages[0]]]
  for index in stride(from: 1, to: pages.count - 1, by: 2) {
    spreads.append([pages[index], pages[index + 1]])
  }
  if let last = pages.last, pages.count > 1 { spreads.append([last, nil]) }
  let drafts = spreads.map { spread -> SheetDraft in
    let whole = PageBox(0, 0, size.width.points * 2, size.height.points)
    var draft = SheetDraft(
      size: Size(width: size.width * 2, height: size.height), trim: whole, bleed: whole)
    draft.spine = size.width.points
    for (side, page) in spread.enumerated() {
      guard let page else { continue }
      let source = file.pages[page.page]
      let shown = shownSize(of: page, file)
      // Facing pages meet in the spine, whatever their sizes.
      let left =
        side == 0 ? size.width.points - shown.width.points : size.width.points
      let target = PageBox(
        left, size.height.points - shown.height.points, left + shown.width.points,
        size.height.points)
      draft.placements.append(
        Placement(
          page: page.page, clip: target,
          transform: transform(source, trim: page.trim, turn: page.turn, to: target, push: 0)))
    }
    return draft
  }
  let bytes = try SheetFile(file: file, sheets: drafts, face: nil, keepsStandard: false).bytes()
  return Outcome(
    Proof(bytes: bytes, spreads: drafts.count, pages: pages.count, wasImposed: isImposed))
}

private func shownSize(of page: FoldedPage, _ file: PressFile) -> Size {
  let unit = file.pages[page.page].unit
  let width = Length(points: page.trim.width * unit)
  let height = Length(points: page.trim.height * unit)
  return page.turn.swapsSides
    ? Size(width: height, height: width) : Size(width: width, height: height)
}

/// The pages of the product from the plan that our sheets carry; nil where a file carries none.
private func foldedPages(of file: PressFile) throws(Rejected) -> [FoldedPage?]? {
  var found: [FoldedPage?] = []
  var hasPlan = false
  for (index, page) in file.pages.enumerated() {
    guard let cells = cells(of: page, file.reader) else { continue }
    hasPlan = true
    for cell in stride(from: 0, to: cells.count - 5, by: 6) {
      let values = cells[cell..<(cell + 6)].map { $0 }
      let folio = Int(values[0])
      guard (1...200_000).contains(folio) else { continue }
      while found.count < folio { found.append(nil) }
      guard found[folio - 1] == nil else { continue }
      let top = page.media.top - values[3]
      found[folio - 1] = FoldedPage(
        page: index,
        trim: PageBox(
          page.media.left + values[2], top - values[5], page.media.left + values[2] + values[4],
          top),
        turn: values[1] == 180 ? .half : .none)
    }
  }
  guard hasPlan else { return nil }
  let missing = found.indices.filter { found[$0] == nil }
  guard missing.isEmpty else { throw Rejected([.sheetsMissing(missing.map { $0 + 1 })]) }
  return found
}

private func cells(of page: PressPage, _ reader: PDFReader) -> [Double]? {
  func entry(_ key: StaticString, _ owner: PDFDictionary?) -> PDFObject? {
    owner.flatMap { try? reader.entry(key, of: $0) }
  }
  let pieces = entry("PieceInfo", page.found.entries)?.dictionary
  let own = entry("Private", entry("Sazba", pieces)?.dictionary)?.dictionary
  guard let list = entry("Cells", own)?.array, list.count <= 6 * 256, list.count % 6 == 0 else {
    return nil
  }
  let numbers = list.compactMap(\.number)
  return numbers.count == list.count ? numbers : nil
}
