import Fonts
import PDFSyntax

/// The face of the labels in the slug, cut to what they say and embedded.
struct LabelFont {
  private let face: FontFace
  private let subset: FontSubset
  private let codes: [(scalar: UInt32, code: UInt16)]
  private let name: String

  /// Cuts the face for some texts; characters that it lacks are left out of them.
  init(_ face: FontFace, texts: [String], tag: String) throws(FontFailure) {
    self.face = face
    var scalars: [UInt32] = []
    for text in texts { for scalar in text.unicodeScalars { scalars.append(scalar.value) } }
    scalars.sort()
    var pairs: [(scalar: UInt32, glyph: UInt16)] = []
    for scalar in scalars where pairs.last?.scalar != scalar {
      if let glyph = face.glyph(for: scalar) { pairs.append((scalar, glyph)) }
    }
    let subset = try face.subset(to: pairs.map(\.glyph))
    self.subset = subset
    codes = pairs.map { ($0.scalar, subset.newID(of: $0.glyph) ?? 0) }
    // Six letters from the content, as a subset's tag has to be.
    name =
      tag.utf8.prefix(6).map { String(UnicodeScalar(0x41 + $0 % 26)) }.joined()
      + "+" + face.postScriptName
  }

  /// A text as a hexadecimal string of codes.
  func string(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = [0x3C]
    for scalar in text.unicodeScalars {
      if let found = codes.first(where: { $0.scalar == scalar.value }) {
        bytes.append(hexadecimal: found.code)
      }
    }
    bytes.append(0x3E)
    return bytes
  }

  /// How many objects it needs.
  static let objectCount = 5

  /// Writes the font; its dictionary is `first`, the others follow it.
  func write(_ first: Reference, form: FileForm, to file: inout FileWriter) {
    func part(_ index: Int) -> Reference { Reference(first.number + index) }
    let isCompact = subset.outlines == .cff
    var batch = ObjectBatch(form)
    batch.dictionary(first) { font in
      font.name("Type", "Font")
      font.name("Subtype", "Type0")
      font.name("BaseFont", isCompact ? name + "-Identity-H" : name)
      font.name("Encoding", "Identity-H")
      font.array("DescendantFonts") { $0.reference(part(1)) }
      font.reference("ToUnicode", part(4))
    }
    batch.dictionary(part(1)) { font in
      font.name("Type", "Font")
      font.name("Subtype", isCompact ? "CIDFontType0" : "CIDFontType2")
      font.name("BaseFont", name)
      font.dictionary("CIDSystemInfo") { system in
        system.text("Registry", "Adobe")
        system.text("Ordering", "Identity")
        system.integer("Supplement", 0)
      }
      font.reference("FontDescriptor", part(2))
      if !isCompact { font.name("CIDToGIDMap", "Identity") }
      font.array("W") { widths in
        widths.integer(0)
        widths.array { list in for glyph in subset.glyphs { list.integer(width(of: glyph)) } }
      }
    }
    batch.dictionary(part(2)) { descriptor in
      descriptor.name("Type", "FontDescriptor")
      descriptor.name("FontName", name)
      descriptor.integer("Flags", face.descriptorFlags)
      descriptor.array("FontBBox") { box in
        for edge in [
          face.boundingBox.xMin, face.boundingBox.yMin, face.boundingBox.xMax,
          face.boundingBox.yMax,
        ] {
          box.integer(scaled(edge))
        }
      }
      descriptor.integer("ItalicAngle", 0)
      descriptor.integer("Ascent", scaled(face.ascender))
      descriptor.integer("Descent", scaled(face.descender))
      descriptor.integer("CapHeight", scaled(face.capHeight))
      descriptor.integer("StemV", scaled(face.stemWidth))
      descriptor.reference(isCompact ? "FontFile3" : "FontFile2", part(3))
    }
    file.append(batch.sealed())
    let count = subset.program.count
    file.append(part(3), SealedStream(subset.program, form: form)) { program in
      if isCompact {
        program.name("Subtype", "CIDFontType0C")
      } else {
        program.integer("Length1", count)
      }
    }
    file.append(part(4), SealedStream(characterMap(), form: form))
  }

  private func scaled(_ units: Int32) -> Int { Int(units) * 1_000 / Int(face.unitsPerEm) }
  private func width(of glyph: UInt16) -> Int { scaled(face.advance(of: glyph)) }

  /// *Source:* ISO 32000-1 §9.10.3.
  private func characterMap() -> [UInt8] {
    var map = Array(
      """
      /CIDInit /ProcSet findresource begin 12 dict begin begincmap
      /CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def
      /CMapName /Adobe-Identity-UCS def /CMapType 2 def
      1 begincodespacerange <0000><FFFF> endcodespacerange

      """.utf8)
    var start = 0
    while start < codes.count {
      let end = min(start + 100, codes.count)
      map += Array("\(end - start) beginbfchar\n".utf8)
      for (scalar, code) in codes[start..<end] {
        map.append(0x3C)
        map.append(hexadecimal: code)
        map += [0x3E, 0x3C]
        for unit in String(UnicodeScalar(scalar) ?? " ").utf16 { map.append(hexadecimal: unit) }
        map += [0x3E, 0x0A]
      }
      map += Array("endbfchar\n".utf8)
      start = end
    }
    map += Array("endcmap CMapName currentdict /CMap defineresource pop end end\n".utf8)
    return map
  }
}
