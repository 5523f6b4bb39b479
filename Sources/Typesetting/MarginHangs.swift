import Core
import Fonts
import Style

/// How far glyphs hang beyond the edges of lines; found when first asked for, scratch of one worker.
///
/// A mark hangs by its table, any other glyph by its side bearing, so that its ink touches the edge.
struct MarginHangs {
  /// A glyph's shares, in font units.
  struct Hang {
    var left: Int16
    var right: Int16
  }

  private static let unknown = Hang(left: .min, right: .min)
  private let tables: [Protrusion]
  /// By face, then by glyph; empty until a face is met.
  private var hangs: [[Hang]]

  init(_ tables: [Protrusion], fonts: FontBook) {
    self.tables = tables
    hangs = Array(repeating: [], count: fonts.faces.count)
  }

  /// How far a glyph hangs.
  mutating func hang(of glyph: UInt16, face: FaceID, _ shaper: inout Shaper, _ fonts: FontBook)
    -> Hang
  {
    if hangs[face.int].isEmpty { open(face, fonts) }
    guard Int(glyph) < hangs[face.int].count else { return Hang(left: 0, right: 0) }
    let known = hangs[face.int][Int(glyph)]
    if known.left != .min { return known }
    let bearings = shaper.bearings(of: glyph, face: face)
    let found = Hang(
      left: Int16(clamping: max(0, bearings.left)), right: Int16(clamping: max(0, bearings.right)))
    hangs[face.int][Int(glyph)] = found
    return found
  }

  private mutating func open(_ face: FaceID, _ fonts: FontBook) {
    hangs[face.int] = Array(repeating: Self.unknown, count: fonts[face].glyphCount)
    guard face.int < tables.count else { return }
    for mark in tables[face.int].marks {
      guard let glyph = fonts[face].glyph(for: mark.scalar) else { continue }
      let advance = fonts[face].advance(of: glyph)
      hangs[face.int][Int(glyph)] = Hang(
        left: Int16(clamping: advance * mark.left / 1_000),
        right: Int16(clamping: advance * mark.right / 1_000))
    }
  }
}
