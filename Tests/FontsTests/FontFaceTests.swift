import Core
import Fonts
import SazbaTesting
import Testing

@Suite struct FontFaceTests {
  @Test func metricsOfTheTextFace() throws {
    let face = try FontFace(path: Library.path(Library.serif), name: "serif")
    #expect(face.postScriptName == "SourceSerifPro-Regular")
    #expect(face.unitsPerEm == 1000)
    #expect(face.outlines == .cff)
    #expect(face.isSerif && !face.isItalic && !face.isFixedPitch)
    #expect(face.weight == 400)
    #expect(face.italicAngle == 0)
    #expect(face.descriptorFlags == 6)
    #expect((face.capHeight, face.xHeight) == (670, 475))
    #expect(face.ascender > face.capHeight && face.descender < 0)
    // The font's own hint for upright stems (StdVW of its private dictionary) is near.
    #expect((75...95).contains(face.stemWidth))
  }

  @Test func heightsThatTheFontDoesNotStateAreMeasured() throws {
    let face = try FontFace(path: Library.path(Library.dejavu), name: "DejaVu")
    #expect(face.outlines == .trueType)
    #expect(face.unitsPerEm == 2048)
    // OS/2 says 0; the letters are 1120 and 1493 units high.
    #expect((face.xHeight, face.capHeight) == (1120, 1493))
    #expect(!face.isSerif)
    #expect(face.stemWidth == 184)
  }

  @Test func slantPitchAndWeightAreKnown() throws {
    let italic = try FontFace(path: Library.path(Library.serifItalic), name: "i")
    #expect(italic.isItalic && italic.descriptorFlags & 64 != 0)
    #expect(Decimal3.text(sp: italic.italicAngle) == "-12")
    let code = try FontFace(
      path: Library.path("SourceCodePro/SourceCodePro-Regular.otf"), name: "c")
    #expect(code.isFixedPitch && !code.isSerif)
    let bold = try FontFace(path: Library.path("SourceSansPro/SourceSansPro-Bold.otf"), name: "b")
    let regular = try FontFace(path: Library.path(Library.sans), name: "r")
    #expect(bold.weight == 700)
    #expect(bold.stemWidth > regular.stemWidth)
  }

  @Test func everyBundledFaceShowsCzechAndHasAdvances() throws {
    let book = try Library.book(Library.names)
    #expect(book.faces.count == 17)
    let letters = "aábcčdďeéěfghiíjklmnňoópqrřsštťuúůvwxyýzž§–„“…%°€".unicodeScalars
    for face in book.faces {
      for letter in letters {
        let glyph = try #require(face.glyph(for: letter.value), "\(face.name) \(letter)")
        #expect(face.advance(of: glyph) > 0)
      }
      #expect(face.advances.count == face.glyphCount)
      #expect(face.glyph(for: 0x11_0000) == nil)
      #expect(face.glyph(for: .max) == nil)
    }
    #expect(book.faces[0].advance(of: .max) == 0)
  }
}
