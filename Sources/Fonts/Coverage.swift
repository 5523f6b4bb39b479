import CHarfBuzz

/// Which characters a face draws, and with which glyph: a table of two levels.
///
/// Built once when the face is opened, so that many workers can ask without locks and without
/// walking the font's own table again. A page holds 256 characters; page 0 is empty.
struct Coverage {
  private var pages = [UInt16](repeating: 0, count: 0x11_0000 >> 8)
  private var glyphs = [UInt16](repeating: 0, count: 256)
  /// How many characters are covered.
  private(set) var count = 0

  /// Takes the characters that HarfBuzz finds in `face`; `font` is any font of that face.
  init(face: OpaquePointer, font: OpaquePointer) {
    let characters = hb_set_create()
    defer { hb_set_destroy(characters) }
    hb_face_collect_unicodes(face, characters)
    var scalar: hb_codepoint_t = hb_codepoint_t.max
    while hb_set_next(characters, &scalar) != 0, scalar < 0x11_0000 {
      var glyph: hb_codepoint_t = 0
      guard hb_font_get_nominal_glyph(font, scalar, &glyph) != 0, glyph > 0, glyph <= 0xFFFF
      else { continue }
      let page = Int(scalar >> 8)
      if pages[page] == 0 {
        pages[page] = UInt16(glyphs.count >> 8)
        glyphs.append(contentsOf: repeatElement(0, count: 256))
      }
      glyphs[Int(pages[page]) << 8 | Int(scalar & 0xFF)] = UInt16(glyph)
      count += 1
    }
  }

  /// The glyph of a character.
  subscript(_ scalar: UInt32) -> UInt16? {
    guard scalar < 0x11_0000 else { return nil }
    let glyph = glyphs[Int(pages[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)]
    return glyph == 0 ? nil : glyph
  }
}
