import Core

/// A line while it is set: glyphs at natural advances, and where they come from.
struct LineDraft {
  /// A stretch of glyphs of one segment, or the place of leaders.
  struct Part {
    /// The segment; of leaders, the run.
    var source: Int
    var isLeader: Bool
    var start: Int
  }

  var glyphs: [Glyph] = []
  var parts: [Part] = []
  /// The glyphs that stretch.
  var spaces: [Int] = []
  /// How many glyphs stand in the measure; the others hang.
  var visible = 0
  /// The natural width of what stands in the measure.
  var natural: Int64 = 0
  /// Whether an edge was shaped again, so that widths differ a little from the breaker's.
  var isReshaped = false

  mutating func clear() {
    glyphs.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    spaces.removeAll(keepingCapacity: true)
    visible = 0
    natural = 0
    isReshaped = false
  }

  /// Sees to it that what comes now belongs to a segment.
  @inline(__always)
  mutating func open(_ segment: Int) {
    if let last = parts.last, !last.isLeader, last.source == segment { return }
    parts.append(Part(source: segment, isLeader: false, start: glyphs.count))
  }

  /// Closes what stands in the measure.
  mutating func close() {
    visible = glyphs.count
    natural = 0
    for glyph in glyphs { natural += Int64(glyph.advance) }
  }

  /// Stretches or shrinks the spaces by `excess` sp in all, each by its width, exactly.
  mutating func spread(_ excess: Int64) {
    var total: Int64 = 0
    for space in spaces { total += Int64(glyphs[space].advance) }
    guard total > 0 else { return }
    var before: Int64 = 0
    var given: Int64 = 0
    for space in spaces {
      before += Int64(glyphs[space].advance)
      let due = Length.rounded(excess * before, over: total)
      glyphs[space].advance += Int32(clamping: due - given)
      given = due
    }
    natural += given
  }
}
