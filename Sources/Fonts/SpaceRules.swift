import CHarfBuzz

/// Tells whether a face may be shaped word by word, each word between its spaces, and come out
/// exactly as if it were shaped in whole paragraphs.
///
/// That is so if nothing reaches over a space: no ligature and no context has a space in it, and
/// kerning moves only the first glyph of a pair, so that each glyph depends on the next one alone.
///
/// *Source:* OpenType 1.9, GSUB and GPOS; HarfBuzz, `hb_ot_layout_lookup_collect_glyphs`.
struct SpaceRules {
  /// What HarfBuzz applies to Latin text without being asked.
  private static let usual = [
    "rvrn", "ltra", "ltrm", "rand", "abvm", "blwm", "ccmp", "locl", "mark", "mkmk", "rlig", "calt",
    "clig", "curs", "dist", "kern", "liga", "rclt",
  ]

  private let face: OpaquePointer
  private let space: UInt32

  init?(_ face: FontFace) {
    guard let space = face.glyph(for: 0x20) else { return nil }
    self.face = face.harfbuzz
    self.space = UInt32(space)
  }

  /// Whether words stand alone where these features are asked for besides the usual ones.
  func wordsStandAlone(features: [hb_feature_t]) -> Bool {
    // The old tables split a kern between both glyphs, or run state machines over the text.
    for name in ["kern", "kerx", "morx", "mort"] where !isEmpty(SpaceRules.tag(name)) {
      return false
    }
    let asked = SpaceRules.usual.map(SpaceRules.tag) + features.map(\.tag)
    return keepsSpaces(SpaceRules.tag("GSUB"), asked) && keepsSpaces(SpaceRules.tag("GPOS"), asked)
  }

  private static func tag(_ name: String) -> hb_tag_t {
    name.utf8.reduce(0) { $0 << 8 | UInt32($1) }
  }

  private func isEmpty(_ table: hb_tag_t) -> Bool {
    let blob = hb_face_reference_table(face, table)
    defer { hb_blob_destroy(blob) }
    return hb_blob_get_length(blob) == 0
  }

  private func keepsSpaces(_ table: hb_tag_t, _ features: [hb_tag_t]) -> Bool {
    let blob = hb_face_reference_table(face, table)
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let data = hb_blob_get_data(blob, &length), length > 0 else { return true }
    let lookups = hb_set_create()
    defer { hb_set_destroy(lookups) }
    hb_ot_layout_collect_lookups(face, table, nil, nil, features + [0], lookups)
    var lookup = UInt32.max  // HB_SET_VALUE_INVALID: starts the walk
    return data.withMemoryRebound(to: UInt8.self, capacity: Int(length)) { bytes in
      let layout = LayoutTable(
        bytes: UnsafeBufferPointer(start: bytes, count: Int(length)),
        isSubstitution: table == SpaceRules.tag("GSUB"))
      while hb_set_next(lookups, &lookup) != 0 {
        switch layout.reach(of: Int(lookup)) {
        case .one: continue
        case .next: continue
        case .glyphs: if holdsSpace(table, lookup) { return false }
        case .unknown: return false
        }
      }
      return true
    }
  }

  /// Whether a lookup looks at a space.
  private func holdsSpace(_ table: hb_tag_t, _ lookup: UInt32) -> Bool {
    let seen = hb_set_create()
    defer { hb_set_destroy(seen) }
    hb_ot_layout_lookup_collect_glyphs(face, table, lookup, seen, seen, seen, nil)
    return hb_set_has(seen, space) != 0
  }
}

/// The lookups of a GSUB or GPOS table, as far as it matters how far they look.
private struct LayoutTable {
  /// How far a lookup looks.
  enum Reach {
    /// At single glyphs, or at marks and what they stand on.
    case one
    /// At a glyph and the next one, of which only the first moves.
    case next
    /// At the glyphs that it names.
    case glyphs
    /// At classes of glyphs, of which one is "all others", or it cannot be read.
    case unknown
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let isSubstitution: Bool

  private func word(_ offset: Int) -> Int? {
    guard offset >= 0, offset + 1 < bytes.count else { return nil }
    return Int(bytes[offset]) << 8 | Int(bytes[offset + 1])
  }

  func reach(of lookup: Int) -> Reach {
    guard let list = word(8), let place = word(list + 2 + 2 * lookup) else { return .unknown }
    let start = list + place
    guard let type = word(start), let count = word(start + 4) else { return .unknown }
    var reach = Reach.one
    for number in 0..<count {
      guard let place = word(start + 6 + 2 * number) else { return .unknown }
      switch self.reach(type, at: start + place) {
      case .unknown: return .unknown
      case .glyphs: reach = .glyphs
      case .next: if case .one = reach { reach = .next }
      case .one: break
      }
    }
    return reach
  }

  private func reach(_ type: Int, at start: Int) -> Reach {
    guard let format = word(start) else { return .unknown }
    switch (isSubstitution, type) {
    case (true, 7), (false, 9):
      // Extension: the same somewhere else, never nested.
      guard let type = word(start + 2), type != (isSubstitution ? 7 : 9),
        let high = word(start + 4), let low = word(start + 6)
      else { return .unknown }
      return reach(type, at: start + (high << 16 | low))
    case (true, 1...3), (false, 1), (false, 4...6): return .one
    case (false, 2): return word(start + 6) == 0 ? .next : .unknown
    case (true, 4), (true, 8), (false, 3): return .glyphs
    case (true, 5...6), (false, 7...8): return format == 2 ? .unknown : .glyphs
    default: return .unknown
    }
  }
}
