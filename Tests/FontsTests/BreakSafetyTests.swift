import Core
import Fonts
import SazbaTesting
import Testing

/// What the line breaker relies on: HarfBuzz's promise about `UNSAFE_TO_BREAK`.
@Suite struct BreakSafetyTests {
  @Test func shapingTheHalvesOfASafeBreakGivesTheWhole() throws {
    let book = try Library.book(Library.names)
    var shaper = Shaper(book)
    var safe = 0
    var unsafe = 0
    for answer in try Answer.all() {
      let face = FaceID(try #require(Library.names.firstIndex(of: answer.face)))
      let bytes = Array(answer.text.utf8)
      func shape(_ text: [UInt8]) -> [ShapedGlyph] {
        var glyphs: [ShapedGlyph] = []
        shaper.shape(
          text, 0..<text.count, face: face, features: answer.list,
          language: Language(answer.language), into: &glyphs)
        return glyphs
      }
      let whole = shape(bytes)
      for glyph in whole.dropFirst() {
        if glyph.isUnsafeToBreak {
          unsafe += 1
          continue
        }
        safe += 1
        let cut = Int(glyph.cluster)
        // Each half as a text of its own: without even the context of the other.
        let halves =
          shape(Array(bytes[..<cut]))
          + shape(Array(bytes[cut...])).map { half in
            var moved = half
            moved.cluster += glyph.cluster
            return moved
          }
        #expect(
          halves.map { [Int($0.id), Int($0.cluster), Int($0.advance), Int($0.dx), Int($0.dy)] }
            == whole.map { [Int($0.id), Int($0.cluster), Int($0.advance), Int($0.dx), Int($0.dy)] },
          "\(answer.face), byte \(cut): \(answer.text)")
      }
    }
    #expect(safe > 3_000)
    #expect(unsafe > 200)
  }

  @Test func kerningAndLigaturesAreUnsafeInside() throws {
    let book = try Library.book([Library.serif])
    let kerned = shaped("AV", in: book)
    #expect(kerned.count == 2)
    #expect(kerned[1].isUnsafeToBreak)
    let apart = shaped("A", in: book) + shaped("V", in: book)
    #expect(kerned.map(\.advance) != apart.map(\.advance))
    // Breaking before a word is always possible.
    #expect(!kerned[0].isUnsafeToBreak)
  }
}
