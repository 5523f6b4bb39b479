import CHarfBuzz
package import Core

extension Shaper {
  /// The white between a glyph's ink and its own box, left and right, in font units; negative where
  /// ink leans out. A glyph without ink has none.
  package mutating func bearings(of glyph: UInt16, face: FaceID) -> (left: Int32, right: Int32) {
    var ink = hb_glyph_extents_t()
    guard hb_font_get_glyph_extents(font(of: face), hb_codepoint_t(glyph), &ink) != 0,
      ink.width != 0
    else { return (0, 0) }
    return (ink.x_bearing, book.faces[face.int].advance(of: glyph) - ink.x_bearing - ink.width)
  }
}
