import Core
import Display

/// Which glyphs stand for which characters, face by face.
struct GlyphUse: Sendable {
  /// The pairs of one face.
  struct Face: Sendable {
    /// By glyph: the first characters met, 0 for a glyph not used.
    var first: [UInt64] = []
    /// Further characters of the same glyphs; few.
    var others: [Pair] = []

    mutating func add(_ glyph: UInt16, _ key: TextKey) {
      if Int(glyph) >= first.count {
        first.append(contentsOf: repeatElement(0, count: Int(glyph) + 64 - first.count))
      }
      let known = first[Int(glyph)]
      if known == key.packed { return }
      if known == 0 {
        first[Int(glyph)] = key.packed
      } else {
        let pair = Pair(glyph: glyph, key: key)
        if !others.contains(pair) { others.append(pair) }
      }
    }
  }

  /// A glyph and what it stands for.
  struct Pair: Sendable, Hashable, Comparable {
    var glyph: UInt16
    var key: TextKey
    static func < (a: Pair, b: Pair) -> Bool {
      a.glyph == b.glyph ? a.key < b.key : a.glyph < b.glyph
    }
  }

  private(set) var faces: [Face]

  init(faceCount: Int) { faces = Array(repeating: Face(), count: faceCount) }

  /// Adds what a page sets.
  mutating func add(_ page: Page) {
    for op in page.ops {
      guard case .glyphs(let run) = op else { continue }
      let face = run.face.int
      var walk = ClusterWalk(glyphs: page.glyphs, text: page.text, run: run.glyphs)
      while true {
        if let spoken = walk.nextSimple() {
          faces[face].add(page.glyphs[spoken.glyph].id, spoken.key)
        } else if walk.nextCluster() {
          for spoken in walk.spoken { faces[face].add(page.glyphs[spoken.glyph].id, spoken.key) }
        } else {
          break
        }
      }
    }
  }

  /// Joins what another worker found.
  mutating func merge(_ other: GlyphUse) {
    for (index, face) in other.faces.enumerated() {
      for (glyph, packed) in face.first.enumerated() where packed != 0 {
        faces[index].add(UInt16(glyph), TextKey(packed: packed))
      }
      for pair in face.others { faces[index].add(pair.glyph, pair.key) }
    }
  }

  /// The pairs of a face, sorted, so that the order of finding them does not matter.
  func pairs(of face: Int) -> [Pair] {
    var pairs = faces[face].others
    for (glyph, packed) in faces[face].first.enumerated() where packed != 0 {
      pairs.append(Pair(glyph: UInt16(glyph), key: TextKey(packed: packed)))
    }
    return pairs.sorted()
  }
}
