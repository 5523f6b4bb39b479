import Core
import Fonts
import SazbaTesting
import Testing

@Suite struct FontBookTests {
  /// The runs as text with the number of their face.
  private func runs(_ text: String, in book: FontBook, preferred: Int = 0) -> [String] {
    let bytes = Array(text.utf8)
    let runs = book.faces(of: bytes, 0..<bytes.count, preferred: FaceID(preferred))
    var end = 0
    for run in runs {
      #expect(run.0.lowerBound == end && !run.0.isEmpty)
      end = run.0.upperBound
    }
    #expect(end == bytes.count)
    return runs.map { run in
      "\(run.1.map { String($0.int) } ?? "-")" + "<"
        + String(decoding: bytes[run.0], as: UTF8.self) + ">"
    }
  }

  @Test func oneFaceShowsCzechAlone() throws {
    let book = try Library.book([Library.serif, Library.dejavu], fallback: [1])
    #expect(runs("Příliš žluťoučký kůň, 25 %", in: book) == ["0<Příliš žluťoučký kůň, 25 %>"])
    #expect(runs("", in: book).isEmpty)
  }

  @Test func missingCharactersFallBackWithTheirSpacesAndMarks() throws {
    let book = try Library.book([Library.serifItalic, Library.dejavu], fallback: [1])
    #expect(runs("ano ✓ ne", in: book) == ["0<ano >", "1<✓>", "0< ne>"])
    #expect(runs("Київ a Brno", in: book) == ["1<Київ>", "0< a Brno>"])
    #expect(runs("Львів і Київ ✓ \n", in: book) == ["1<Львів і Київ ✓ \n>"])
    #expect(runs("a ☐\u{200D} \u{A0}b", in: book) == ["0<a >", "1<☐\u{200D}>", "0< \u{A0}b>"])
    #expect(runs(" \tč", in: book) == ["0< \tč>"])
    // A mark stays with its base; and takes it along to a face that has the pair.
    #expect(runs("ab\u{0308}c", in: book) == ["0<ab\u{0308}c>"])
    #expect(runs("x c\u{030C} y", in: book) == ["0<x c\u{030C} y>"])
    #expect(runs("☒\u{0301}", in: book) == ["1<☒\u{0301}>"])
  }

  @Test func aMarkTheFaceLacksTakesItsBaseAlong() throws {
    let book = try Library.book([Library.serifItalic, Library.dejavu], fallback: [1])
    let marks = (0x300...0x36F).filter {
      book.faces[0].glyph(for: $0) == nil && book.faces[1].glyph(for: $0) != nil
    }
    let mark = try #require(marks.last.flatMap { Unicode.Scalar($0) })
    #expect(
      runs("ba\(mark)d", in: book).map { Array($0.utf8) }
        == ["0<b>", "1<a\(mark)>", "0<d>"].map { Array($0.utf8) })
    // Behind another mark too, and where the letter has its first mark built in.
    #expect(
      runs("bc\u{30C}\(mark)d", in: book).map { Array($0.utf8) }
        == ["0<b>", "1<c\u{30C}\(mark)>", "0<d>"].map { Array($0.utf8) })
    // A mark that no face has is reported; its letter is set.
    #expect(runs("x\u{1AB0}y", in: book).count == 3)
    #expect(runs("x\u{1AB0}y", in: book)[1].utf8.starts(with: "-<".utf8))
  }

  @Test func whatNoFaceShowsIsReported() throws {
    let book = try Library.book([Library.serif, Library.dejavu], fallback: [1])
    #expect(runs("a漢字 b", in: book) == ["0<a>", "-<漢字>", "0< b>"])
    #expect(book.face(for: 0x6F22, preferred: FaceID(0)) == nil)
    // DejaVu has Hebrew and Arabic, but we set from left to right only.
    #expect(book.faces[1].glyph(for: 0x5D0) != nil)
    #expect(book.face(for: 0x5D0, preferred: FaceID(0)) == nil)
    #expect(book.face(for: 0x627, preferred: FaceID(1)) == nil)
  }

  @Test func noBreakHyphenIsDrawnWithTheHyphenAndStaysItself() throws {
    let book = try Library.book(Library.names)
    let text = "e\u{2011}mail a\u{2011}\u{2011}b \u{2011}"
    for face in Library.names.indices {
      let font = book.faces[face]
      #expect(font.shows(0x2011))
      let glyphs = shaped(text, in: book, face: face)
      let drawn = font.glyph(for: 0x2011) ?? font.glyph(for: font.standIn(for: 0x2011) ?? 0)
      #expect(glyphs.count == 13)
      for position in [1, 8, 9, 12] {
        #expect(glyphs[position].id == drawn && drawn != nil, "\(font.name)")
      }
      #expect(glyphs.map(\.cluster) == [0, 1, 4, 5, 6, 7, 8, 9, 10, 13, 16, 17, 18])
    }
    let italic = try Library.book([Library.serifItalic])
    #expect(italic.faces[0].standIn(for: 0x2011) == 0x2D)
    let expected = shaped("e-mail a--b -", in: italic)
    let glyphs = shaped(text, in: italic)
    #expect(glyphs.map(\.id) == expected.map(\.id))
    #expect(glyphs.map(\.advance) == expected.map(\.advance))
  }

  @Test func narrowSpaceStandsAsHalfASpace() throws {
    let book = try Library.book([Library.serif])
    let face = book.faces[0]
    #expect(face.standIn(for: 0x202F) == 0x20)
    let space = try #require(face.glyph(for: 0x20))
    let glyph = shaped("0\u{202F}0", in: book)[1]
    #expect(glyph.id == space)
    #expect(glyph.advance == face.advance(of: space) / 2)
    #expect(face.standIn(for: 0x20) == nil)
  }

  @Test func aFileNamedTwiceIsOpenedOnce() throws {
    let book = try Library.book([Library.serif, Library.sans, Library.serif])
    #expect(book.faces[0] === book.faces[2])
    #expect(book[FaceID(1)].name == Library.sans)
  }
}
