/// The widths of lines: some first ones, then one for all others.
package struct LineShape: Sendable, Hashable {
  /// The widths of the first lines.
  package var first: [Int64]
  /// The width of all other lines.
  package var rest: Int64
  /// Makes a shape, in sp.
  package init(first: [Int64] = [], rest: Int64) {
    self.first = first
    self.rest = rest
  }
  /// The width of a line, counted from 0.
  @inline(__always)
  func width(of line: Int) -> Int64 { line < first.count ? first[line] : rest }
}

/// White at the ends of every line; what stretches there makes ragged text.
package struct LineBackground: Sendable, Hashable {
  /// Left and right together.
  package var width: Int64
  /// Its finite stretch.
  package var stretch: Int64
  /// Its finite shrink.
  package var shrink: Int64
  /// Makes a background: TeX's leftskip and rightskip.
  package init(width: Int64 = 0, stretch: Int64 = 0, shrink: Int64 = 0) {
    self.width = width
    self.stretch = stretch
    self.shrink = shrink
  }
}
