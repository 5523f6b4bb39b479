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
  /// How its letters are fitted to the measure.
  var fit = LetterFit.natural
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
    fit = .natural
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

  /// Between how many letters of one word there is room; the line is not empty.
  var seams: Int64 {
    var letters = -1
    for glyph in glyphs[..<visible] where glyph.textLength > 0 { letters += 1 }
    return Int64(max(0, letters - 2 * spaces.count))
  }

  /// Sets letters apart, or nearer if negative; between words the white stays as it is, and the last
  /// letter ends the line as before.
  mutating func space(by apart: Length) {
    guard apart != .zero else { return }
    fit.apart = apart
    natural += Int64(apart.sp) * seams
    var space = 0
    for index in glyphs.indices {
      if space < spaces.count, spaces[space] == index {
        // What the letter before it got.
        glyphs[index].advance -= apart.sp
        space += 1
      } else if index + 1 == glyphs.count || glyphs[index + 1].textLength > 0 {
        glyphs[index].advance += apart.sp
      }
    }
  }

  /// Widens all glyphs by some ten-thousandths, spaces and what is between letters too: exactly what
  /// PDF's horizontal scaling does, so that a space stays in proportion to its letters.
  mutating func expand(by scale: Int32) {
    guard scale != 0 else { return }
    fit.scale = scale
    var width: Int64 = 0
    for index in glyphs.indices {
      let drawn = fit.drawn(Int64(glyphs[index].advance))
      if index < visible { width += drawn }
      glyphs[index].advance = Int32(clamping: drawn)
      glyphs[index].dx = Int32(clamping: fit.drawn(Int64(glyphs[index].dx)))
    }
    // What the last letter was set apart is no part of the line.
    natural = width - fit.drawn(Int64(fit.apart.sp))
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
