import Core

/// A glyph and the characters that its code will stand for.
struct SpokenGlyph {
  /// The position among the page's glyphs.
  var glyph: Int
  /// What its code stands for.
  var key: TextKey
}

/// Walks the glyphs of a run cluster by cluster.
///
/// A cluster of one glyph is said by its code. A cluster of several glyphs (a letter and its mark
/// set apart) shares its characters out among the codes, first to first, so that readers that only
/// know codes get them too; where that cannot be exact, the cluster is *replaced*: an `ActualText`
/// tells its characters.
struct ClusterWalk {
  let glyphs: [Glyph]
  let text: [UInt8]
  let end: Int
  private(set) var next: Int
  /// The glyphs of the current cluster; keeps its capacity.
  private(set) var spoken: [SpokenGlyph] = []
  /// The characters of the current cluster.
  private(set) var range: Range<Int> = 0..<0
  /// Whether the codes alone do not tell the characters.
  private(set) var isReplaced = false

  init(glyphs: [Glyph], text: [UInt8], run: Range<UInt32>) {
    self.glyphs = glyphs
    self.text = text
    self.next = Int(run.lowerBound)
    self.end = Int(run.upperBound)
  }

  /// Takes the next cluster when it is a single glyph with few characters: the common case.
  mutating func nextSimple() -> SpokenGlyph? {
    guard next < end else { return nil }
    let glyph = glyphs[next]
    let length = Int(glyph.textLength)
    guard length > 0, length <= 8, next + 1 == end || glyphs[next + 1].textLength > 0 else {
      return nil
    }
    let start = Int(glyph.text)
    var packed: UInt64 = 0
    for offset in start..<(start + length) { packed = packed << 8 | UInt64(text[offset]) }
    defer { next += 1 }
    return SpokenGlyph(glyph: next, key: TextKey(packed: packed << (8 * UInt64(8 - length))))
  }

  /// Takes the next cluster whatever it is; false at the end of the run.
  mutating func nextCluster() -> Bool {
    guard next < end else { return false }
    let first = next
    next += 1
    while next < end, glyphs[next].textLength == 0 { next += 1 }
    let start = Int(glyphs[first].text)
    range = start..<(start + Int(glyphs[first].textLength))
    spoken.removeAll(keepingCapacity: true)
    var scalars: [Range<Int>] = []
    for offset in range where text[offset] & 0xC0 != 0x80 {
      if let last = scalars.indices.last { scalars[last] = scalars[last].lowerBound..<offset }
      scalars.append(offset..<range.upperBound)
    }
    let count = next - first
    for position in 0..<count {
      let key: TextKey
      if scalars.isEmpty {
        key = .space
      } else {
        let from = min(position, scalars.count - 1)
        let to = position == count - 1 ? scalars.count - 1 : from
        key = TextKey(text[scalars[from].lowerBound..<scalars[to].upperBound])
      }
      spoken.append(SpokenGlyph(glyph: first + position, key: key))
    }
    isReplaced = count > 1 || scalars.isEmpty || range.count > 8
    return true
  }
}
