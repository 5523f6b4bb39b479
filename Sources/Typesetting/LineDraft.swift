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
  /// By how many thousandths its letters are wider than drawn.
  var thousandths: Int32 = 0
  /// How far its first and last ink hang beyond the edges.
  var hangLeft: Int64 = 0
  var hangRight: Int64 = 0

  mutating func clear() {
    glyphs.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    spaces.removeAll(keepingCapacity: true)
    visible = 0
    natural = 0
    isReshaped = false
    thousandths = 0
    hangLeft = 0
    hangRight = 0
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

  /// Widens all glyphs but spaces by some thousandths; exactly what PDF's horizontal scaling does.
  mutating func expand(by thousandths: Int32) {
    guard thousandths != 0 else { return }
    self.thousandths = thousandths
    var space = 0
    for index in glyphs.indices {
      if space < spaces.count, spaces[space] == index {
        space += 1
        continue
      }
      let own = Int64(glyphs[index].advance)
      let given = Int32(clamping: Length.rounded(own * Int64(thousandths), over: 1_000))
      glyphs[index].advance += given
      glyphs[index].dx = Int32(
        clamping: Length.rounded(Int64(glyphs[index].dx) * Int64(1_000 + thousandths), over: 1_000))
      if index < visible { natural += Int64(given) }
    }
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
