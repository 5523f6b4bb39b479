import CHarfBuzz
package import Core

extension FontBook {
  /// Parts a stretch of UTF-8 text into runs that one face shows each; they tile `range`.
  ///
  /// The face is `nil` where no face has the character: report it, and shape it with the preferred
  /// face so that its `.notdef` box marks the place.
  ///
  /// - A letter and its combining marks are one: they go to the first face that shows all of them,
  ///   parted or composed. A mark that no face shows on its letter is a `nil` run of its own.
  /// - Joiners, variation selectors and control characters need no glyph and stay with what stands
  ///   before them.
  /// - Spaces of all widths stay with what stands before, but between a fallback run and the
  ///   preferred face they belong to the latter: word spaces should not change with a `✓`.
  ///
  /// *Complexity:* linear; one plain walk where the preferred face shows everything, as it nearly
  /// always does.
  package func faces(
    of text: [UInt8], _ range: Range<Int>, preferred: FaceID
  ) -> [(Range<Int>, FaceID?)] {
    guard !range.isEmpty else { return [] }
    return text.withUnsafeBufferPointer { bytes in
      if isShown(Scalars(bytes, range), in: faces[preferred.int].coverage) {
        return [(range, preferred)]
      }
      var runs = FaceRuns(preferred: preferred)
      var marks: [UInt32] = []
      var walk = Scalars(bytes, range)
      while true {
        let start = walk.offset
        guard let scalar = walk.next() else { break }
        if FontBook.needsNoGlyph(scalar) {
          runs.join(start..<walk.offset, isSpace: FontBook.isSpace(scalar))
          continue
        }
        let letter = start..<walk.offset
        marks.removeAll(keepingCapacity: true)
        var ahead = walk
        while let next = ahead.next(), FontBook.isMark(next) {
          marks.append(next)
          walk = ahead
        }
        if let face = cluster(scalar, marks, preferred: preferred) {
          runs.append(letter.lowerBound..<walk.offset, face)
        } else {
          apart(scalar, letter, marks, into: &runs)
        }
      }
      return runs.runs
    }
  }

  /// Whether a face shows a whole text by glyphs of its own.
  private func isShown(_ scalars: Scalars, in coverage: Coverage) -> Bool {
    var walk = scalars
    while let scalar = walk.next() {
      guard coverage[scalar] != nil || FontBook.needsNoGlyph(scalar) else { return false }
      guard scalar < 0x590 || !FontBook.runsLeftward(scalar) else { return false }
    }
    return true
  }

  /// The first face that shows a letter with all its marks.
  private func cluster(_ letter: UInt32, _ marks: [UInt32], preferred: FaceID) -> FaceID? {
    if marks.isEmpty { return face(for: letter, preferred: preferred) }
    if FontBook.runsLeftward(letter) { return nil }
    if shows(letter, marks, in: preferred) { return preferred }
    return fallback.first { shows(letter, marks, in: $0) }
  }

  /// Whether a face has a letter and its marks, or the letters that they compose to.
  ///
  /// HarfBuzz composes as far as the face has glyphs. *Source:* UAX #15, canonical composition.
  private func shows(_ letter: UInt32, _ marks: [UInt32], in id: FaceID) -> Bool {
    let face = faces[id.int]
    var base = letter
    var isBaseShown = face.shows(letter)
    for mark in marks {
      var composed: hb_codepoint_t = 0
      if hb_unicode_compose(hb_unicode_funcs_get_default(), base, mark, &composed) != 0,
        face.glyph(for: composed) != nil
      {
        base = composed
        isBaseShown = true
      } else if face.glyph(for: mark) == nil {
        return false
      }
    }
    return isBaseShown
  }

  /// Sets a letter in its own face, and those of its marks that this face lacks in none.
  private func apart(
    _ scalar: UInt32, _ letter: Range<Int>, _ marks: [UInt32], into runs: inout FaceRuns
  ) {
    let own = face(for: scalar, preferred: runs.preferred)
    runs.append(letter, own)
    var start = letter.upperBound
    for mark in marks {
      let end = start + FontBook.byteCount(of: mark)
      let isShown = own.map { faces[$0.int].glyph(for: mark) != nil } ?? false
      runs.append(start..<end, isShown ? own : nil)
      start = end
    }
  }

  /// Whether the character is a mark that is drawn on the one before.
  private static func isMark(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x300, scalar != 0xFFFD, !needsNoGlyph(scalar) else { return false }
    switch hb_unicode_general_category(hb_unicode_funcs_get_default(), scalar) {
    case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK,
      HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK, HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
      return true
    default: return false
    }
  }

  /// Whether the character is white space in a line.
  private static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Spaces, controls, joiners, variation selectors, the soft hyphen.
  private static func needsNoGlyph(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0...0x20, 0x7F...0xA0, 0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000,
      0xFE00...0xFE0F, 0xFEFF:
      true
    default: false
    }
  }

  private static func byteCount(of scalar: UInt32) -> Int {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x1_0000 ? 3 : 4
  }
}

/// The runs found so far.
private struct FaceRuns {
  let preferred: FaceID
  private(set) var runs: [(Range<Int>, FaceID?)] = []
  /// Where the spaces begin that end the last run.
  private var spaces: Int?

  init(preferred: FaceID) { self.preferred = preferred }

  /// Adds a stretch whose face is known.
  mutating func append(_ range: Range<Int>, _ face: FaceID?) {
    defer { spaces = nil }
    guard let last = runs.last else {
      runs.append((range, face))
      return
    }
    if last.1 == face {
      runs[runs.count - 1].0 = last.0.lowerBound..<range.upperBound
    } else if face == preferred, let spaces, spaces > last.0.lowerBound {
      runs[runs.count - 1].0 = last.0.lowerBound..<spaces
      runs.append((spaces..<range.upperBound, face))
    } else {
      runs.append((range, face))
    }
  }

  /// Adds a stretch that goes with what stands before it.
  mutating func join(_ range: Range<Int>, isSpace: Bool) {
    let first = isSpace ? spaces ?? range.lowerBound : nil
    if let last = runs.last {
      runs[runs.count - 1].0 = last.0.lowerBound..<range.upperBound
    } else {
      runs.append((range, preferred))
    }
    spaces = first
  }
}
