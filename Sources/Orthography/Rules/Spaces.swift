/// T29: one space between words, none before punctuation, one behind a comma.
///
/// Spaces at the edges of a block are not printed and stay. U+202F becomes U+00A0: faces may lack
/// it, and who searches the text types neither.
enum Spaces {
  static let triggers: Sight = [
    .doubleSpace, .spacedStop, .gluedStop, .latin, .punctuation,
  ]

  static func mark(_ range: Range<Int>, _ proof: inout Proof) {
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = proof.text[position]
      if byte == 0x2C || byte == 0x3B {
        markGlued(position, &proof)
        position += 1
        continue
      }
      var length = Spacing.length(proof.text, position)
      guard length > 0 else {
        position += 1
        continue
      }
      let start = position
      var isTied = false
      var isNarrow = false
      while length > 0 {
        if length > 1 { isTied = true }
        if length == 3 { isNarrow = true }
        position += length
        length = position < range.upperBound ? Spacing.length(proof.text, position) : 0
      }
      markRun(start, position, isTied: isTied, isNarrow: isNarrow, range, &proof)
    }
  }

  private static func markRun(
    _ start: Int, _ end: Int, isTied: Bool, isNarrow: Bool, _ range: Range<Int>,
    _ proof: inout Proof
  ) {
    let before = proof[start - 1]
    let next = proof[end]
    guard before != BlockText.barrier, next != BlockText.barrier else { return }
    if isStop(next, at: end, before: before, proof) {
      proof.mark(.spaces, start, end, "")
      return
    }
    // „( v závorce“
    if before == 0x28, proof[start - 2] != 0x3A, proof[start - 2] != 0x3B {
      proof.mark(.spaces, start, end, "")
      return
    }
    let isOne = end - start == 1 || (end - start == 2 && isTied) || isNarrow && end - start == 3
    if isOne, !isNarrow, proof.text[start] != 0x09 { return }
    if isTied {
      proof.mark(.spaces, start, end, "\u{A0}")
    } else {
      proof.mark(.spaces, start, end, " ")
    }
  }

  /// Whether what follows a space is punctuation that belongs to the word before it.
  private static func isStop(_ byte: UInt8, at position: Int, before: UInt8, _ proof: Proof) -> Bool
  {
    let after = proof[position + 1]
    let ends = after == 0x20 || after == BlockText.barrier || after == 0xC2
    switch byte {
    case 0x2C: return after &- 0x30 > 9 && after != 0x2C && after != 0x2D
    case 0x3B: return true
    case 0x29: return !(before == 0x3A || before == 0x3B)
    // „a . . .“ is an ellipsis set apart.
    case 0x2E: return ends && !(after == 0x20 && proof[position + 2] == 0x2E) && before != 0x2E
    case 0x3A: return ends && before &- 0x30 > 9
    case 0x21, 0x3F: return ends || after == 0x29
    default: return false
    }
  }

  /// `plán,který`: two words of two letters at least.
  private static func markGlued(_ comma: Int, _ proof: inout Proof) {
    func isLetter(_ position: Int) -> Bool {
      let byte = proof[position]
      return (byte | 0x20) &- 0x61 < 26 || (byte >= 0x80 && byte != 0xC2 && byte != 0xE2)
    }
    guard isLetter(comma - 1), isLetter(comma - 2), isLetter(comma + 1), isLetter(comma + 2) else {
      return
    }
    proof.mark(.spaces, comma + 1, comma + 1, " ")
  }
}
