import Core

/// T18: the dash of an aside has spaces and never starts a line.
enum AsideDashes {
  /// A token that is a dash, or one to three hyphens.
  static func isCandidate(_ token: Token) -> Bool {
    token.isDash
      || token.end - token.start <= 3
        && token.text[token.start..<token.end].allSatisfy { $0 == 0x2D }
  }

  static func mark(_ index: Int, _ proof: inout Proof) {
    let token = proof.tokens[index]
    guard !token.isDash, let next = proof.token(index + 1), !next.isBarrier else { return }
    // A minus stands between numbers.
    if token.isByte(0x2D), let before = proof.token(index - 1), before.endsWithDigit,
      next.startsWithDigit, !Ranges.isBeforeDate(index, proof)
    {
      return
    }
    proof.mark(.asideDash, token.start, token.end, "–")
  }

  /// `plán—místní`: a long dash without spaces, as English has it.
  static func markGlued(_ token: Token, _ proof: inout Proof) {
    var position = token.core
    while position < token.coreEnd {
      let (scalar, length) = UTF8Walk.scalar(token.text, at: position)
      let end = position + length
      if scalar == 0x2014, position > token.core, end < token.coreEnd,
        LetterCase.isLetter(UTF8Walk.scalar(token.text, before: position).0),
        LetterCase.isLetter(UTF8Walk.scalar(token.text, at: end).0)
      {
        proof.mark(.asideDash, position, end, " – ")
      }
      position = end
    }
  }
}
