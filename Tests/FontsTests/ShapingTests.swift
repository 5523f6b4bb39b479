import Core
import Fonts
import Foundation
import SazbaTesting
import Testing

@Suite struct ShapingTests {
  /// The glyphs in the notation of `hb-shape --no-glyph-names --show-flags --utf8-clusters`.
  private func notation(_ glyphs: [ShapedGlyph]) -> String {
    let items = glyphs.map { glyph in
      var item = "\(glyph.id)=\(glyph.cluster)"
      if glyph.dx != 0 || glyph.dy != 0 { item += "@\(glyph.dx),\(glyph.dy)" }
      item += "+\(glyph.advance)"
      if glyph.isUnsafeToBreak { item += "#1" }
      return item
    }
    return "[" + items.joined(separator: "|") + "]"
  }

  @Test func shapesAsHarfBuzzsToolDoes() throws {
    let book = try Library.book(Library.names)
    var shaper = Shaper(book)
    let answers = try Answer.all()
    #expect(answers.count >= 150)
    for answer in answers {
      let face = try #require(Library.names.firstIndex(of: answer.face))
      let bytes = Array(answer.text.utf8)
      var glyphs: [ShapedGlyph] = []
      shaper.shape(
        bytes, 0..<bytes.count, face: FaceID(face), features: answer.list,
        language: Language(answer.language), into: &glyphs)
      #expect(
        notation(glyphs) == answer.glyphs, "\(answer.face) \(answer.features): \(answer.text)")
    }
  }

  @Test func glyphsAreSmall() {
    #expect(MemoryLayout<ShapedGlyph>.stride == 20)
  }

  @Test func decomposedLettersGiveTheSameGlyphs() throws {
    let book = try Library.book(Library.names)
    let text = "áčďéěíňóřšťúůýž ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ ľĺŕäöüőű ąćęłńóśźż"
    for face in Library.names.indices {
      let composed = shaped(text.precomposedStringWithCanonicalMapping, in: book, face: face)
      let parted = shaped(text.decomposedStringWithCanonicalMapping, in: book, face: face)
      #expect(composed.map(\.id) == parted.map(\.id), "\(Library.names[face])")
      #expect(composed.map(\.advance) == parted.map(\.advance), "\(Library.names[face])")
      #expect(composed.allSatisfy { $0.id != 0 })
    }
  }

  @Test func featuresChangeGlyphsAndListsAreKept() throws {
    let book = try Library.book([Library.serif])
    let plain = shaped("Dačice 2025", in: book)
    let small = shaped("Dačice 2025", in: book, features: ["smcp", "onum"])
    #expect(plain.map(\.id) != small.map(\.id))
    #expect(plain[0].id == small[0].id)
    #expect(book.faces[0].features.contains("smcp"))
    #expect(Shaper.isFeature("-liga") && Shaper.isFeature("smcp") && Shaper.isFeature("cv01=2"))
    #expect(!Shaper.isFeature("small caps"))
  }

  @Test func neighboursOutsideTheRangeAreContextOnly() throws {
    let book = try Library.book([Library.serif])
    var shaper = Shaper(book)
    let bytes = Array("žák Továrna žák".utf8)
    var part: [ShapedGlyph] = []
    let range = 6..<14
    #expect(String(decoding: bytes[range], as: UTF8.self) == "Továrna")
    shaper.shape(
      bytes, range, face: FaceID(0), features: [], language: .czech, into: &part)
    let alone = shaped("Továrna", in: book)
    #expect(part.map(\.id) == alone.map(\.id))
    #expect(part.map(\.cluster) == alone.map { $0.cluster + 6 })
  }

  @Test func appendsAndRises() throws {
    let book = try Library.book([Library.serif])
    var shaper = Shaper(book)
    let bytes = Array("Příloha".utf8)
    var glyphs: [ShapedGlyph] = []
    shaper.shape(bytes, 0..<5, face: FaceID(0), features: [], language: .czech, into: &glyphs)
    shaper.shape(bytes, 5..<5, face: FaceID(0), features: [], language: .czech, into: &glyphs)
    shaper.shape(
      bytes, 5..<bytes.count, face: FaceID(0), features: [], language: .czech, into: &glyphs)
    #expect(glyphs.map(\.cluster) == [0, 1, 3, 5, 6, 7, 8])
  }

  @Test func mixedScriptsAreShapedScriptByScript() throws {
    let book = try Library.book([Library.sans])
    let whole = shaped("Služba допомога č. 5 – κέντρο", in: book)
    let parts = ["Služba ", "допомога ", "č. 5 – ", "κέντρο"].flatMap { shaped($0, in: book) }
    #expect(whole.map(\.id) == parts.map(\.id))
    #expect(whole.map(\.advance) == parts.map(\.advance))
    #expect(zip(whole, whole.dropFirst()).allSatisfy { $0.cluster < $1.cluster })
  }

  @Test func controlsAndSoftHyphensHaveNoInk() throws {
    let book = try Library.book([Library.serif])
    let glyphs = shaped("a\tb\u{AD}c\nd\u{2028}e\u{85}f", in: book)
    let space = book.faces[0].glyph(for: 0x20)
    #expect(glyphs.count == 11)
    for position in [1, 3, 5, 7, 9] {
      #expect(glyphs[position].id == space)
      #expect(glyphs[position].advance == 0)
    }
  }

  @Test func damagedTextAndUnknownLettersDoNotStopTheShaper() throws {
    let book = try Library.book([Library.serif])
    var shaper = Shaper(book)
    var glyphs: [ShapedGlyph] = []
    let bytes: [UInt8] = [0x61, 0xFF, 0xC3, 0x62, 0xE2, 0x80]
    shaper.shape(bytes, 0..<6, face: FaceID(0), features: [], language: .czech, into: &glyphs)
    #expect(glyphs.first?.id == book.faces[0].glyph(for: 0x61))
    #expect(shaped("漢", in: book).map(\.id) == [0])
  }

  @Test func twoWorkersGetTheSameGlyphsFromOneFace() async throws {
    let book = try Library.book([Library.serif, Library.sans, Library.dejavu])
    let answers = try Answer.all()
    let work: @Sendable () -> [ShapedGlyph] = {
      var shaper = Shaper(book)
      var glyphs: [ShapedGlyph] = []
      for _ in 0..<5 {
        for answer in answers {
          let bytes = Array(answer.text.utf8)
          for face in 0..<3 {
            shaper.shape(
              bytes, 0..<bytes.count, face: FaceID(face), features: answer.list,
              language: Language(answer.language), into: &glyphs)
          }
        }
      }
      return glyphs
    }
    async let first = Task.detached(operation: work).value
    async let second = Task.detached(operation: work).value
    async let third = Task.detached(operation: work).value
    let (a, b, c) = await (first, second, third)
    #expect(a == b)
    #expect(a == c)
    #expect(a.count > 10_000)
  }
}
