import Core
import Display
import Manuscript
import Testing

/// What holds for every layout: spans tile the marks, every word is printed once and in order, and
/// nothing stands outside the page.
func expectSound(
  _ pages: PageList, _ document: Document, location: SourceLocation = #_sourceLocation
) {
  for (number, page) in pages.pages.enumerated() {
    #expect(page.isTiled, "page \(number)", sourceLocation: location)
  }
  #expect(pages.structure.elements.count == document.nodes.count, sourceLocation: location)
  #expect(pages.faults() == [], sourceLocation: location)
  let texts = pages.nodeTexts
  for position in document.nodes.indices where document.nodes[position].role.holdsText {
    let id = NodeID(position)
    var own: [UInt8] = []
    for inline in document.nodes[position].inlines {
      switch document.inlines[Int(inline)] {
      case .text(let range): own += document.text[range.bounds]
      case .lineBreak: own.append(0x20)
      case .pageNumber(let anchor):
        let leaf = pages.destinations[anchor.int].page
        own += pages.pages[leaf].folio.utf8
      case .leader, .child: continue
      }
    }
    let expected = Array(String(decoding: own, as: UTF8.self).unicodeScalars)
    let printed = Array((texts[id] ?? "").unicodeScalars)
    #expect(
      reads(printed, as: expected),
      "node \(position) “\(String(decoding: own, as: UTF8.self))” was printed “\(texts[id] ?? "")”",
      sourceLocation: location)
  }
  for (number, page) in pages.pages.enumerated() {
    for (position, op) in page.ops.enumerated() {
      guard case .glyphs(let run) = op else { continue }
      var origin = run.origin
      if let turn = page.turn, turn.ops.contains(UInt32(position)) {
        origin = turn.place(of: origin)
      }
      #expect(origin.y > .zero && origin.y < page.trim.height, "page \(number)")
      #expect(origin.x >= .zero && origin.x < page.trim.width, "page \(number)")
    }
  }
}

/// Whether printed text is the expected one, added hyphens and doubled spaces aside.
private func reads(_ printed: [Unicode.Scalar], as expected: [Unicode.Scalar]) -> Bool {
  func bare(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    text.filter { $0 != " " && $0 != "\u{AD}" && $0 != "\u{A0}" }
  }
  return bare(printed) == bare(expected)
}
