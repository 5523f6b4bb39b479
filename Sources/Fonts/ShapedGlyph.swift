/// A glyph as the shaper leaves it, in font units: 20 bytes, plain data.
public struct ShapedGlyph: Sendable, Hashable {
  /// The glyph's number in its face; 0 is the box for a missing character.
  public var id: UInt16
  /// Bit 0: breaking before this glyph's cluster changes glyphs or positions on either side.
  public var flags: UInt16
  /// Where its text starts: a byte offset in the whole text, rising from glyph to glyph.
  public var cluster: UInt32
  /// How far the pen moves on, kerning included.
  public var advance: Int32
  /// How far the glyph is drawn to the right of the pen.
  public var dx: Int32
  /// How far the glyph is drawn above the baseline.
  public var dy: Int32

  /// Makes a glyph.
  @inlinable public init(
    id: UInt16, flags: UInt16, cluster: UInt32, advance: Int32, dx: Int32, dy: Int32
  ) {
    self.id = id
    self.flags = flags
    self.cluster = cluster
    self.advance = advance
    self.dx = dx
    self.dy = dy
  }

  /// The bit of `flags` that says: not safe to break before.
  public static let unsafeToBreak: UInt16 = 1

  /// Whether both sides must be shaped again when a line ends before this glyph.
  ///
  /// *Source:* HarfBuzz, `HB_GLYPH_FLAG_UNSAFE_TO_BREAK`.
  @inlinable public var isUnsafeToBreak: Bool { flags & 1 != 0 }
}
