/// How far marks hang beyond the edges of lines, so that the edges look straight.
///
/// *Source:* Hàn Thế Thành, Micro-typographic extensions to the TeX typesetting system, 2000, ch. 3.
package struct Protrusion: Sendable, Hashable {
  /// A character at a line's edge.
  package struct Mark: Sendable, Hashable {
    /// The character.
    package var scalar: UInt32
    /// How much of its advance hangs beyond the left edge, in thousandths.
    package var left: Int32
    /// How much of its advance hangs beyond the right edge, in thousandths.
    package var right: Int32
    /// Makes a mark.
    package init(scalar: UInt32, left: Int32, right: Int32) {
      self.scalar = scalar
      self.left = left
      self.right = right
    }
  }

  /// The marks with values of their own; any other glyph hangs by its side bearing, so that its
  /// ink touches the edge.
  package var marks: [Mark]

  /// Makes a table.
  package init(marks: [Mark] = []) { self.marks = marks }
}
