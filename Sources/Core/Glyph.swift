/// A glyph as it is set: 20 bytes, plain data.
public struct Glyph: Sendable, Hashable {
  /// The glyph's number in its face.
  public var id: UInt16
  /// How many bytes of text it stands for; 0 for the later glyphs of a cluster.
  public var textLength: UInt16
  /// Where its text starts.
  public var text: UInt32
  /// How far the pen moves on, justification included, in sp.
  public var advance: Int32
  /// How far it is drawn to the right of the pen, in sp.
  public var dx: Int32
  /// How far it is drawn above the baseline, in sp.
  public var dy: Int32
  /// Makes a glyph.
  @inlinable public init(
    id: UInt16, textLength: UInt16, text: UInt32, advance: Int32, dx: Int32 = 0, dy: Int32 = 0
  ) {
    self.id = id
    self.textLength = textLength
    self.text = text
    self.advance = advance
    self.dx = dx
    self.dy = dy
  }
}
