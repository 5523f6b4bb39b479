import Core

/// T21: quotation marks of the text's language, other ones inside them, U+2019 for an apostrophe.
///
/// Which mark opens and which closes is told by its neighbours, whatever was typed; a mark that could
/// do either, feet and inches, stays as it is.
enum QuotationMarks {
  static let triggers: Sight = [.quote, .punctuation, .doubleStop, .latin]

  /// A mark as it was typed.
  private struct Sign {
    var start: Int
    var end: Int
    var isSingle: Bool
    /// Whether it is `»` or `«`, which Czech books use the other way round.
    var isGuillemet: Bool
  }

  static func mark(
    _ proof: inout Proof, language: (_ position: Int) -> LanguageBook
  ) {
    // What is open: whether each was typed as a single mark.
    var open: [Bool] = []
    var position = 0
    while position < proof.text.count {
      guard let sign = sign(at: position, proof) else {
        position += 1
        continue
      }
      position = sign.end
      let before = edge(before: sign.start, proof)
      let after = edge(after: sign.end, proof)
      if sign.isSingle, before == .word, after == .word {
        apostrophe(sign, language, &proof)
        continue
      }
      let opens = before != .word && before != .closer && after != .space && after != .closer
      let closes = before != .space && before != .opener && after != .word
      if opens == closes {
        if sign.isSingle, before == .word { apostrophe(sign, language, &proof) }
        continue
      }
      if closes {
        // Inches, minutes, and the apostrophe after a last letter close nothing.
        guard let last = open.last else {
          if sign.isSingle, before == .word { apostrophe(sign, language, &proof) }
          continue
        }
        if sign.isSingle, !last {
          apostrophe(sign, language, &proof)
          continue
        }
        open.removeLast()
      } else {
        if sign.isSingle, isDecade(sign, proof) || !hasPartner(sign, proof) {
          apostrophe(sign, language, &proof)
          continue
        }
        open.append(sign.isSingle)
        if open.count > 64 { return }
      }
      let book = language(sign.start)
      guard book.keeps(.quotes), !(sign.isGuillemet && book.lexicon == .czech) else { continue }
      let depth = opens ? open.count : open.count + 1
      let isInner = depth % 2 == 0 || (sign.isSingle && depth == 1)
      let pair = isInner ? book.inner : book.outer
      put(opens ? pair.opening : pair.closing, sign, &proof)
    }
  }

  private static func put(_ mark: StaticString, _ sign: Sign, _ proof: inout Proof) {
    let wanted = UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount)
    if proof.text[sign.start..<sign.end].elementsEqual(wanted) { return }
    proof.mark(.quotes, sign.start, sign.end, mark)
  }

  private static func apostrophe(
    _ sign: Sign, _ language: (Int) -> LanguageBook, _ proof: inout Proof
  ) {
    // Only what stands for one already: minutes and hours have their number before them.
    guard language(sign.start).keeps(.quotes), proof[sign.start - 1] &- 0x30 > 9 else { return }
    if proof.text[sign.start] == 0x27 { put("’", sign, &proof) }
  }

  /// Whether a mark stands for the century: `'89`, not in quotation marks itself.
  private static func isDecade(_ sign: Sign, _ proof: Proof) -> Bool {
    let next = proof[sign.end + 2]
    return proof[sign.end] &- 0x30 <= 9 && proof[sign.end + 1] &- 0x30 <= 9
      && (next == 0x20 || next == 0x2C || next == 0x2E || next == BlockText.barrier)
  }

  /// Whether a single mark closes somewhere behind one that opens.
  private static func hasPartner(_ sign: Sign, _ proof: Proof) -> Bool {
    var position = sign.end
    let end = min(proof.text.count, sign.end + 400)
    while position < end {
      if let other = self.sign(at: position, proof) {
        if other.isSingle, edge(before: other.start, proof) != .space,
          edge(after: other.end, proof) != .word
        {
          return true
        }
        position = other.end
      } else {
        position += 1
      }
    }
    return false
  }

  private static func sign(at position: Int, _ proof: Proof) -> Sign? {
    func sign(_ length: Int, single: Bool = false, guillemet: Bool = false) -> Sign {
      Sign(
        start: position, end: position + length, isSingle: single, isGuillemet: guillemet)
    }
    switch proof.text[position] {
    case 0x22: return sign(1)
    case 0x27: return proof[position + 1] == 0x27 ? sign(2) : sign(1, single: true)
    case 0x2C: return proof[position + 1] == 0x2C && proof[position + 2] != 0x2C ? sign(2) : nil
    case 0xC2:
      let second = proof[position + 1]
      return second == 0xAB || second == 0xBB ? sign(2, guillemet: true) : nil
    case 0xE2:
      guard proof[position + 1] == 0x80 else { return nil }
      switch proof[position + 2] {
      case 0x98, 0x99, 0x9A, 0x9B: return sign(3, single: true)
      case 0x9C, 0x9D, 0x9E, 0x9F: return sign(3)
      default: return nil
      }
    default: return nil
    }
  }

  /// What stands beside a mark.
  private enum Edge { case space, opener, word, closer }

  /// How many marks may stand beside a mark.
  private static let mostMarks = 4

  private static func edge(before position: Int, _ proof: Proof) -> Edge {
    var position = position
    for count in 0..<mostMarks {
      guard position > 0 else { return .space }
      let (scalar, length) = UTF8Walk.scalar(proof.text, before: position)
      guard isMark(scalar) else {
        let edge = edge(of: scalar)
        // A mark beside a mark is what that is.
        return count > 0 && edge == .word ? .closer : edge
      }
      position -= length
    }
    return .space
  }

  private static func edge(after position: Int, _ proof: Proof) -> Edge {
    var position = position
    for count in 0..<mostMarks {
      guard position < proof.text.count else { return .space }
      let (scalar, length) = UTF8Walk.scalar(proof.text, at: position)
      guard isMark(scalar) else {
        let edge = edge(of: scalar)
        return count > 0 && edge == .word ? .opener : edge
      }
      position += length
    }
    return .space
  }

  private static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0xAB, 0xBB, 0x2018...0x201F: true
    default: false
    }
  }

  private static func edge(of scalar: UInt32) -> Edge {
    switch scalar {
    case 0x20, 0x09, 0x0A, 0xA0, 0x202F: .space
    case 0x28, 0x5B, 0x7B, 0x2013, 0x2014, 0x2F, 0x2D: .opener
    case 0x29, 0x5D, 0x7D, 0x2C, 0x2E, 0x3A, 0x3B, 0x21, 0x3F, 0x2026: .closer
    default: .word
    }
  }
}
