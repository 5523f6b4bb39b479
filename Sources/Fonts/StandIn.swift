extension FontFace {
  /// The character whose glyph the shaper draws for one that the face lacks, if there is one.
  ///
  /// - A no-break hyphen U+2011 is drawn as U+2010, or as U+002D where that is missing too.
  /// - A space of any width is drawn as U+0020; HarfBuzz gives it its own advance (U+00A0 that of
  ///   the space, U+202F half of it, U+2009 a fifth of an em, U+2007 that of a digit …).
  ///
  /// Only the glyph stands in: the text keeps the character, so a shaped glyph's cluster still
  /// points at U+2011, and ToUnicode must be written from the text, never from the glyph. Since the
  /// same glyph then means two characters, the exporter needs two codes or ActualText.
  ///
  /// *Source:* HarfBuzz, normalisation fallbacks; UAX #14 on U+2011 and U+202F.
  package func standIn(for scalar: UInt32) -> UInt32? {
    guard glyph(for: scalar) == nil else { return nil }
    switch scalar {
    case 0x2011:
      if glyph(for: 0x2010) != nil { return 0x2010 }
      return glyph(for: 0x2D) == nil ? nil : 0x2D
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
      return glyph(for: 0x20) == nil ? nil : 0x20
    default:
      return nil
    }
  }

  /// Whether the face shows a character, by its own glyph or by one that stands in.
  package func shows(_ scalar: UInt32) -> Bool {
    glyph(for: scalar) != nil || standIn(for: scalar) != nil
  }
}
