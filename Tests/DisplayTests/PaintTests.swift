import Core
import Display
import Testing

/// Marks and their owners.
@Suite struct PaintTests {
  @Test func spansTileWhateverIsPainted() {
    var page = Page(trim: Size(width: .pt(100), height: .pt(100)))
    let rect = Rect(x: .zero, y: .zero, width: .pt(1), height: .pt(1))
    page.paint(for: .artifact(.background)) { $0.fill(rect, .black) }
    page.paint(for: .node(NodeID(1))) { _ in }
    page.paint(for: .node(NodeID(2))) { $0.fill(rect, .black) }
    page.paint(for: .node(NodeID(2))) { $0.path([.move(.zero), .close], .fill(.black)) }
    page.paint(for: .node(NodeID(1))) { $0.fill(rect, .black) }
    #expect(page.isTiled)
    #expect(page.spans.map(\.ops) == [0..<1, 1..<3, 3..<4])
    #expect(page.spans[1].owner == .node(NodeID(2)))
  }

  @Test func glyphsPointIntoThePagesText() {
    var page = Page(trim: Size(width: .pt(100), height: .pt(100)))
    let text = Array("abcd".utf8)
    let glyphs = [
      Glyph(id: 1, textLength: 1, text: 2, advance: 10),
      Glyph(id: 2, textLength: 1, text: 3, advance: 10),
    ]
    for _ in 0..<2 {
      page.paint(for: .node(NodeID(1))) {
        $0.glyphs(
          face: FaceID(0), size: .pt(10), at: .zero, colour: .black, glyphs: glyphs[...],
          text: text[2...], offset: 2)
      }
    }
    #expect(page.text == Array("cdcd".utf8))
    #expect(page.glyphs.map(\.text) == [0, 1, 2, 3])
  }

  @Test func aGlyphIsTwentyBytes() { #expect(MemoryLayout<Glyph>.stride == 20) }
}
