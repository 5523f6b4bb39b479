/// A line that the breaker chose.
package struct ChosenLine: Sendable, Hashable {
  /// The first item that is set in it, after what vanished at the break before.
  package var start: Int32
  /// The item at which it ends, or the number of items.
  package var end: Int32
  /// The width of its items before glue is set.
  package var natural: Int64
  /// How far the items miss the line's width; negative if they are wider.
  package var shortfall: Int64
  /// The finite stretch in it.
  package var stretch: Int64
  /// Its shrink.
  package var shrink: Int64
  /// Its infinite stretch.
  package var infinite: Int64
  /// By how much its ink may widen or narrow.
  package var room: Int64
  /// TeX's badness.
  package var badness: Int32
  /// The demerits of this line alone.
  package var demerits: Int64
}

/// What line breaking found.
package struct BreakResult: Sendable, Hashable {
  /// The lines.
  package var lines: [ChosenLine] = []
  /// In which pass.
  package var pass: BreakPass = .first
  /// The demerits of all lines.
  package var demerits: Int64 = 0
  /// Makes an empty result.
  package init() {}

  /// How many lines in a row end in a hyphen, at most.
  func ladder(in items: [Item]) -> Int32 {
    var most: Int32 = 0
    var run: Int32 = 0
    for line in lines.dropLast() {
      run = items[Int(line.end)].flags.contains(.flagged) ? run + 1 : 0
      most = max(most, run)
    }
    return most
  }
}
