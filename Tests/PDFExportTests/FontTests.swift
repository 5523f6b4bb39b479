import Core
import Display
import Fonts
import PDFSyntax
import SazbaTesting
import Testing

@testable import PDFExport

@Suite struct FontTests {
  private func fonts() async throws -> (reader: PDFReader, fonts: [(name: String, PDFDictionary)]) {
    let reader = try PDFReader(try await sampleFile().bytes)
    let page = try reader.pages()[0].page
    let resources = try reader.resolved(page["Resources"]).dictionary
    let list = try #require(resources?["Font"].dictionary)
    var fonts: [(String, PDFDictionary)] = []
    for entry in list.entries {
      let font = try reader.resolved(entry.value).dictionary
      fonts.append((entry.key, try #require(font)))
    }
    return (reader, fonts)
  }

  @Test func fontDictionariesAreComplete() async throws {
    let (reader, fonts) = try await fonts()
    #expect(fonts.map(\.name) == ["F0", "F1", "F2"])
    for (name, font) in fonts {
      #expect(font["Subtype"].name == "Type0")
      let encoding = try followed(font["Encoding"], reader)
      #expect(encoding["Type"].name == "CMap" && encoding["CMapName"].name == "Sazba-Byte-H")
      #expect(encoding["CIDSystemInfo"].dictionary?["Ordering"].text == "Identity")
      let object = try reader.resolved(font["DescendantFonts"].array?.first ?? .null)
      let descendant = try #require(object.dictionary)
      let isTrueType = name == "F2"
      #expect(descendant["Subtype"].name == (isTrueType ? "CIDFontType2" : "CIDFontType0"))
      let system = try #require(descendant["CIDSystemInfo"].dictionary)
      #expect(system["Registry"].text == "Adobe" && system["Ordering"].text == "Identity")
      let found = try reader.resolved(descendant["FontDescriptor"]).dictionary
      let descriptor = try #require(found)
      for key in [
        "FontName", "Flags", "FontBBox", "ItalicAngle", "Ascent", "Descent", "CapHeight", "StemV",
      ] {
        #expect(descriptor[named: key] != .null, "\(key)")
      }
      let base = try #require(descendant["BaseFont"].name)
      #expect(descriptor["FontName"].name == base)
      #expect(base.utf8.prefix(6).allSatisfy { (0x41...0x5A).contains($0) })
      #expect(base.dropFirst(6).first == "+")
      let program = try reader.data(of: descriptor[isTrueType ? "FontFile2" : "FontFile3"])
      #expect(!program.isEmpty)
      #expect(!(try reader.data(of: font["ToUnicode"])).isEmpty)
    }
  }

  // Poppler takes code 32 for the space and the word spacing off its width.
  @Test func noLetterHasTheCodeOfTheSpace() throws {
    let composer = try Composer()
    for face in [Composer.serif, Composer.fallback] {
      var use = GlyphUse(faceCount: 3)
      let text = " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
      var page = Page(trim: Size(width: .pt(100), height: .pt(100)))
      page.paint(for: .artifact(.layout)) { brush in
        brush.glyphs(
          face: face, size: .pt(10), at: .zero, colour: .black,
          glyphs: composer.glyphs(text, face: face, size: .pt(10))[...],
          text: Array(text.utf8)[...])
      }
      use.add(page)
      let codes = try FaceCodes(composer.book[face], pairs: use.pairs(of: face.int))
      #expect(codes.unicode[32] == nil)
      #expect(codes.unicode.count { $0 != nil } == 53)
      for scalar in text.unicodeScalars {
        let glyph = try #require(composer.book[face].glyph(for: scalar.value))
        let code = codes.code(of: glyph, TextKey(scalar: scalar.value))
        #expect(code != 32 && codes.unicode[Int(code)] == TextKey(scalar: scalar.value))
        #expect(codes.widths[Int(code)] > 0)
      }
    }
  }

  @Test func sharedGlyphsHaveCodesOfTheirOwn() async throws {
    // Source Serif draws space and no-break space, hyphen and soft hyphen with one glyph each;
    // in DejaVu the soft hyphen added at a line's end is the hyphen's glyph.
    let composer = try Composer()
    for face in [Composer.serif, Composer.fallback] {
      var use = GlyphUse(faceCount: 3)
      let text = "a \u{A0}-\u{AD}"
      var page = Page(trim: Size(width: .pt(100), height: .pt(100)))
      page.paint(for: .artifact(.layout)) { brush in
        brush.glyphs(
          face: face, size: .pt(10), at: .zero, colour: .black,
          glyphs: composer.glyphs(text, face: face, size: .pt(10))[...],
          text: Array(text.utf8)[...])
      }
      use.add(page)
      let codes = try FaceCodes(composer.book[face], pairs: use.pairs(of: face.int))
      let told = codes.unicode.compactMap { $0?.text }
      #expect(told.count == 5)
      for character in ["a", " ", "\u{A0}", "-", "\u{AD}"] {
        #expect(told.contains { sameScalars($0, character) })
      }
      // One code more than glyphs for each text that shares one.
      #expect(codes.further.count == (face == Composer.serif ? 2 : 1))
      #expect((codes.glyphMap != nil) == (face == Composer.fallback))
      if let map = codes.glyphMap {
        #expect(map.count == codes.codeCount)
        let hyphen = try #require(composer.book[face].glyph(for: 0x2D))
        #expect(map.last == codes.code(of: hyphen, TextKey(scalar: 0x2D)))
      }
    }
  }

  @Test func widthsAreTheFacesWidths() async throws {
    // Read back from the file: the default width and the list must give every code its width.
    let (reader, fonts) = try await fonts()
    let composer = try Composer()
    for (position, (_, font)) in fonts.enumerated() {
      let object = try reader.resolved(font["DescendantFonts"].array?.first ?? .null)
      let descendant = try #require(object.dictionary)
      var widths = [Int: Int]()
      let list = descendant["W"].array ?? []
      var at = 0
      while at < list.count {
        let first = try #require(list[at].integer)
        if let each = list[at + 1].array {
          for (offset, width) in each.enumerated() { widths[first + offset] = width.integer }
          at += 2
        } else {
          for code in first...(try #require(list[at + 1].integer)) {
            widths[code] = list[at + 2].integer
          }
          at += 3
        }
      }
      let face = composer.book.faces[position]
      let standard = try #require(descendant["DW"].integer)
      let map = String(decoding: try reader.data(of: font["ToUnicode"]), as: UTF8.self)
      // Widths go by glyph: the encoding leads bytes there.
      var glyphs = [Int](repeating: -1, count: 256)
      let encoding = String(decoding: try reader.data(of: font["Encoding"]), as: UTF8.self)
      for line in encoding.split(separator: "\n") where line.hasPrefix("<") {
        let parts = line.split(separator: " ")
        guard parts.count == 3, let glyph = Int(parts[2]) else { continue }
        let first = try #require(Int(parts[0].filter(\.isHexDigit), radix: 16))
        let last = try #require(Int(parts[1].filter(\.isHexDigit), radix: 16))
        for byte in first...last { glyphs[byte] = glyph + byte - first }
      }
      #expect(Set(glyphs) == Set(0..<256))
      var checked = 0
      for line in map.split(separator: "\n") where line.hasPrefix("<") && line.utf8.count == 10 {
        let digits = line.filter { $0.isHexDigit }
        let code = try #require(Int(digits.prefix(2), radix: 16))
        let scalar = try #require(UInt32(digits.dropFirst(2), radix: 16))
        guard let glyph = face.glyph(for: scalar), scalar != 0xAD else { continue }
        let exact = Double(face.advance(of: glyph)) * 1_000 / Double(face.unitsPerEm)
        #expect(
          abs(Double(widths[glyphs[code]] ?? standard) - exact) <= 0.5,
          "U+\(scalar) in \(face.name)")
        checked += 1
      }
      #expect(checked > 1)
    }
  }

  @Test func copiesAreEqualGlyphs() throws {
    let composer = try Composer()
    let face = composer.book[Composer.serif]
    let glyphs = try "aáň -".unicodeScalars.map { try #require(face.glyph(for: $0.value)) }
    let subset = try face.subset(to: glyphs)
    let plain = CFFTable(bytes: try KeyedFont.keyed(subset.program, copies: []))
    let copied = CFFTable(bytes: try KeyedFont.keyed(subset.program, copies: [2, 4]))
    func charStrings(_ table: CFFTable) throws -> [[UInt8]] {
      let top = try table.index(at: try table.index(at: 4).end)
      let entries = try table.dictionary(top.entries[0])
      // The registry comes first, as the format demands of keyed fonts.
      #expect(entries.first?.operation == 0x0C1E)
      let place = try #require(entries.first { $0.operation == 17 })
      return try table.index(at: try table.integers(place.operands)[0]).entries.map {
        Array(table.bytes[$0])
      }
    }
    let before = try charStrings(plain)
    let after = try charStrings(copied)
    #expect(before.count == subset.glyphs.count)
    #expect(after == before + [before[2], before[4]])
  }

  @Test func damagedCompactFontsAreRefused() throws {
    let composer = try Composer()
    let subset = try composer.book[Composer.serif].subset(to: [5, 6, 7])
    #expect(throws: FontProgramFailure.self) { try KeyedFont.keyed([], copies: []) }
    #expect(throws: FontProgramFailure.self) {
      try KeyedFont.keyed([1, 0, 4, 4, 0, 1], copies: [])
    }
    #expect(throws: FontProgramFailure.damaged) {
      try KeyedFont.keyed(subset.program, copies: [4_000])
    }
    #expect(throws: FontProgramFailure.keyed) {
      try KeyedFont.keyed(try KeyedFont.keyed(subset.program, copies: []), copies: [])
    }
    // Cut anywhere, the tables contradict each other; nothing may trap.
    for length in stride(from: 0, to: subset.program.count, by: 7) {
      _ = try? KeyedFont.keyed(Array(subset.program.prefix(length)), copies: [1])
    }
  }

  @Test func facesOfManyGlyphsHaveWideCodes() async throws {
    let (composer, texts) = try Sample.manyGlyphs()
    let reader = try PDFReader(try await exported(composer))
    let tagged = try reader.taggedText()
    #expect(sameScalars(tagged.text(of: 0), texts.joined()))
    let resources = try followed(try reader.pages()[0].page["Resources"], reader)
    let font = try followed(try #require(resources["Font"].dictionary)["F2"], reader)
    #expect(font["Encoding"].name == "Identity-H")
  }
}

/// How codes of one byte are written.
@Suite struct ByteCodeTests {
  @Test(arguments: [(2, 1), (20, 1), (33, 1), (90, 1), (90, 0x28), (200, 32), (250, 5), (256, 1)])
  func bytesAreDistinctAndTheSpaceIs32(count: Int, space: Int) {
    let codes = ByteCodes(count: count, space: space)
    let bytes = (0..<count).map { codes[UInt16($0)] }
    #expect(Set(bytes).count == count)
    #expect(bytes[space] == 32)
    // Where bytes are free, none of them needs escaping.
    if count <= 240 { #expect(bytes.allSatisfy { ![0x28, 0x29, 0x5C, 0x0D].contains($0) }) }
    for (stretch, code) in codes.ranges {
      for byte in stretch where code + Int(byte - stretch.lowerBound) < count {
        #expect(codes[UInt16(code + Int(byte - stretch.lowerBound))] == byte)
      }
    }
  }

  @Test func codesOfTwoBytesStayAsTheyAre() {
    let codes = ByteCodes(count: 300, space: 1)
    #expect((0..<256).allSatisfy { Int(codes[UInt16($0)]) == $0 })
  }
}
