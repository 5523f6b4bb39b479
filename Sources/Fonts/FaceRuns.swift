import CHarfBuzz
package import Core

extension FontBook {
  /// Parts a stretch of UTF-8 text into runs that one face shows each; they tile `range`.
  ///
  /// The face is `nil` where no face has the character: report it, and shape it with the preferred
  /// face so that its `.notdef` box marks the place. Combining marks, joiners and variation
  /// selectors stay with their base (a face that has the composed letter shows the pair). Spaces of
  /// all widths, and control characters, which need no glyph, stay with their neighbour before.
  ///
  /// *Complexity:* linear; one walk when the preferred face shows everything, as it nearly always
  /// does.
  package func faces(
    of text: [UInt8], _ range: Range<Int>, preferred: FaceID
  ) -> [(Range<Int>, FaceID?)] {
    guard !range.isEmpty else { return [] }
    return text.withUnsafeBufferPointer { bytes in
      var runs: [(Range<Int>, FaceID?)] = []
      var walk = Scalars(bytes, range)
      var start = range.lowerBound
      var base: UInt32 = 0
      while let scalar = walk.next() {
        let end = walk.offset
        let last = runs.count - 1
        let joins = FontBook.joinsBefore(scalar)
        var face: FaceID?
        if last >= 0, joins {
          face = runs[last].1
          base = 0
        } else if last >= 0, isMark(scalar) {
          face = keptFace(of: scalar, after: base, in: runs[last].1)
          // The pair moves as one: a mark that the run's face lacks takes its base along.
          if face == nil, let found = pairFace(base, scalar, preferred: preferred) {
            let baseStart = start - FontBook.length(of: base)
            if base != 0, baseStart >= runs[last].0.lowerBound {
              if baseStart == runs[last].0.lowerBound {
                runs.removeLast()
              } else {
                runs[last].0 = runs[last].0.lowerBound..<baseStart
              }
              append(baseStart..<start, found, to: &runs)
              face = found
            }
          }
          base = 0
        } else {
          face = joins ? preferred : self.face(for: scalar, preferred: preferred)
          base = scalar
        }
        append(start..<end, face, to: &runs)
        start = end
      }
      return runs
    }
  }

  private func append(_ range: Range<Int>, _ face: FaceID?, to runs: inout [(Range<Int>, FaceID?)])
  {
    if let last = runs.last, last.1 == face {
      runs[runs.count - 1].0 = last.0.lowerBound..<range.upperBound
    } else {
      runs.append((range, face))
    }
  }

  /// Whether the character is a mark that is drawn on the one before.
  private func isMark(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x300 else { return false }
    switch hb_unicode_general_category(hb_unicode_funcs_get_default(), scalar) {
    case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK,
      HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK, HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
      return true
    default: return false
    }
  }

  /// The run's face, if it can show the mark on its base.
  private func keptFace(of mark: UInt32, after base: UInt32, in run: FaceID?) -> FaceID? {
    guard let run else { return nil }
    return shows(base, mark, in: run) ? run : nil
  }

  /// The first face that shows a base with its mark.
  private func pairFace(_ base: UInt32, _ mark: UInt32, preferred: FaceID) -> FaceID? {
    guard base != 0 else { return nil }
    if faces[preferred.int].shows(base), shows(base, mark, in: preferred) { return preferred }
    return fallback.first { faces[$0.int].shows(base) && shows(base, mark, in: $0) }
  }

  /// Whether a face has the mark, or the letter that base and mark compose to.
  private func shows(_ base: UInt32, _ mark: UInt32, in face: FaceID) -> Bool {
    if faces[face.int].glyph(for: mark) != nil { return true }
    var composed: hb_codepoint_t = 0
    guard base != 0,
      hb_unicode_compose(hb_unicode_funcs_get_default(), base, mark, &composed) != 0
    else { return false }
    return faces[face.int].glyph(for: composed) != nil
  }

  /// Characters that are set in whatever face stands before them.
  private static func joinsBefore(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0...0x20, 0x7F...0xA0, 0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000,
      0xFE00...0xFE0F, 0xFEFF:
      true
    default: false
    }
  }

  private static func length(of scalar: UInt32) -> Int {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x1_0000 ? 3 : 4
  }
}
