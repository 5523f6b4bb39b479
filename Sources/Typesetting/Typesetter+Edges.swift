import Core
import Fonts
import Style

extension Typesetter {
  /// Where the glyphs that were shaped again meet those that were not.
  struct Edge {
    var glyph: Int
    var byte: Int
    var segment: Int
  }

  /// Whether glyphs depend on each other across a place inside a word.
  private func isBound(at byte: Int, before glyph: Int) -> Bool {
    guard glyph < glyphs.count else { return false }
    return Int(glyphs[glyph].text) != byte || unsafe[glyph] == 1
  }

  private func parts(_ place: UInt8) -> Bool {
    switch place {
    case Place.hyphenation, Place.softHyphen, Place.repeatedHyphen, Place.keptHyphen,
      Place.emergency:
      true
    default: false
    }
  }

  /// How far the start of a line must be shaped again after the break before it.
  ///
  /// *Source:* HarfBuzz, the contract of `HB_GLYPH_FLAG_UNSAFE_TO_BREAK`.
  func headEdge(_ cursor: Cursor) -> Edge? {
    guard parts(cursor.place) else { return nil }
    // With a hyphen repeated, the line's first glyph is that hyphen.
    let glyph = cursor.place == Place.repeatedHyphen ? cursor.glyph + 1 : cursor.glyph
    guard isBound(at: cursor.breakByte, before: glyph) else { return nil }
    let segment = self.segment(of: max(0, glyph - 1), from: cursor.segment)
    let end = segment + 1 < segments.count ? segments[segment + 1].glyph : glyphs.count
    guard segments[segment].end > cursor.breakByte else { return nil }
    var edge = Int(glyphs[glyph].text) == cursor.breakByte ? glyph + 1 : glyph
    while edge < end, unsafe[edge] == 1 || glyphs[edge].textLength == 0 { edge += 1 }
    return Edge(
      glyph: edge, byte: edge < end ? Int(glyphs[edge].text) : segments[segment].end,
      segment: segment)
  }

  /// From where the end of a line must be shaped again before the break.
  func tailEdge(_ ending: Ending, from segment: Int) -> Edge? {
    guard parts(ending.place), ending.glyph > 0,
      isBound(at: ending.byte, before: ending.glyph)
    else { return nil }
    let segment = self.segment(of: ending.glyph - 1, from: segment)
    guard segments[segment].end > ending.byte else { return nil }
    var edge = ending.glyph - 1
    while edge > segments[segment].glyph, unsafe[edge] == 1 || glyphs[edge].textLength == 0 {
      edge -= 1
    }
    return Edge(glyph: edge, byte: Int(glyphs[edge].text), segment: segment)
  }

  /// Shapes a stretch on its own into the draft.
  mutating func reshape(_ range: Range<Int>, segment: Int, _ paragraph: ParagraphText) {
    guard !range.isEmpty else { return }
    draft.isReshaped = true
    draft.open(segment)
    let run = paragraph.runs[segments[segment].run]
    shaped.removeAll(keepingCapacity: true)
    shaper.shape(
      paragraph.text, range, face: segments[segment].face, features: run.style.features,
      language: run.language, into: &shaped)
    Self.scale(
      shaped, end: range.upperBound, by: segments[segment].scale, tracking: run.style.tracking,
      into: &draft.glyphs)
  }
}
