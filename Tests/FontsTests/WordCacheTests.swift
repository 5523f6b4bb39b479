import Core
import Fonts
import SazbaTesting
import Testing

/// Words that come from the cache are what HarfBuzz makes of the whole text.
@Suite struct WordCacheTests {
  private static let texts = [
    "Tady AVATAR, Ta Vy To Wa Ve; L T P A Y V W T. „Věk“ – 12 % (A) V 1 000 Kč…",
    "  dvě  mezery   tři, na začátku i na konci  ", " ", "   ", "a", " b", "c ", "",
    "Příliš žluťoučký kůň úpěl ďábelské ódy; PŘÍLIŠ ŽLUŤOUČKÝ KŮŇ ÚPĚL ĎÁBELSKÉ ÓDY.",
    "fi fl ffi office afinní 1/2 ½ §\u{A0}12 odst.\u{A0}3 písm.\u{A0}a) v\u{A0}obci",
    "měkké roz\u{AD}dělení, pevná\u{2011}spojka, e\u{301}t e\u{301} \u{301}x, \u{200D}a \u{2009}b",
    "česky по-русски ελληνικά česky ✓ ☐ → ≥ №", "tabulátor\ta\nřádek\u{2028}konec \u{85} \u{7F}",
    "The quick brown fox; Straße, Äpfel; zażółć gęślą jaźń; ľúbezný, kŕdeľ.",
  ]

  @Test func cachedWordsAreWhatHarfBuzzShapesWhole() throws {
    let book = try Library.book(Library.names)
    var plain = Shaper(book, keepsWords: false)
    var keeping = Shaper(book)
    let whole = WordCacheTests.texts.joined(separator: " ")
    for round in 1...2 {
      for face in Library.names.indices {
        for features in [[], ["smcp"], ["onum", "pnum"], ["-kern"], ["frac"], ["-liga", "cpsp"]] {
          for (text, language) in (WordCacheTests.texts + [whole]).map({ ($0, Language.czech) })
            + [(whole, Language("pl")), (whole, Language(""))]
          {
            let bytes = Array(text.utf8)
            var expected: [ShapedGlyph] = []
            var glyphs: [ShapedGlyph] = []
            plain.shape(
              bytes, 0..<bytes.count, face: FaceID(face), features: features, language: language,
              into: &expected)
            keeping.shape(
              bytes, 0..<bytes.count, face: FaceID(face), features: features, language: language,
              into: &glyphs)
            #expect(
              glyphs == expected, "\(Library.names[face]) \(features), round \(round): \(text)")
          }
        }
      }
    }
  }

  @Test func partsOfATextAreShapedAlikeToo() throws {
    let book = try Library.book([Library.serif])
    var plain = Shaper(book, keepsWords: false)
    var keeping = Shaper(book)
    let bytes = Array("Ta Vy AV To; kůň  a T V Wa".utf8)
    for start in bytes.indices where bytes[start] & 0xC0 != 0x80 {
      for end in start...bytes.count where end == bytes.count || bytes[end] & 0xC0 != 0x80 {
        var expected: [ShapedGlyph] = []
        var glyphs: [ShapedGlyph] = []
        plain.shape(
          bytes, start..<end, face: FaceID(0), features: [], language: .czech, into: &expected)
        keeping.shape(
          bytes, start..<end, face: FaceID(0), features: [], language: .czech, into: &glyphs)
        #expect(glyphs == expected, "\(start)..<\(end)")
      }
    }
  }

  @Test func forgetsWhenFullAndShapesOn() throws {
    let book = try Library.book([Library.serif])
    var plain = Shaper(book, keepsWords: false)
    var keeping = Shaper(book)
    var most = 0
    for thousand in 0..<40 {
      let text = (0..<1_000).map { "T\(thousand * 1_000 + $0)V" }.joined(separator: " ")
      let bytes = Array(text.utf8)
      var expected: [ShapedGlyph] = []
      var glyphs: [ShapedGlyph] = []
      plain.shape(
        bytes, 0..<bytes.count, face: FaceID(0), features: [], language: .czech, into: &expected)
      keeping.shape(
        bytes, 0..<bytes.count, face: FaceID(0), features: [], language: .czech, into: &glyphs)
      #expect(glyphs == expected)
      most = max(most, keeping.keptWords)
    }
    #expect((30_000...32_768).contains(most))
    #expect(keeping.keptWords < most)
    #expect(plain.keptWords == 0)
  }

  @Test func longWordsAreShapedButNotKept() throws {
    let book = try Library.book([Library.serif])
    var keeping = Shaper(book)
    var glyphs: [ShapedGlyph] = []
    let bytes = [UInt8](repeating: 0x61, count: 65)
    keeping.shape(
      bytes, 0..<bytes.count, face: FaceID(0), features: [], language: .czech, into: &glyphs)
    #expect(glyphs.count == 65)
    #expect(keeping.keptWords == 0)
  }

  @Test func facesWhoseKerningMovesBothGlyphsAreShapedWhole() throws {
    // DejaVu has an old kern table beside GPOS.
    let name = try #require(Library.names.first { $0.contains("DejaVu") })
    let book = try Library.book([name])
    var keeping = Shaper(book)
    var glyphs: [ShapedGlyph] = []
    let bytes = Array("Ta Vy".utf8)
    keeping.shape(
      bytes, 0..<bytes.count, face: FaceID(0), features: [], language: .czech, into: &glyphs)
    #expect(keeping.keptWords == 0)
  }
}
