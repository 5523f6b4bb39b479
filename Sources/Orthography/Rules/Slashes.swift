/// T30: no spaces at a slash between single words: `a/nebo`.
enum Slashes {
  /// `a / nebo`, `2015 / 2016`; other words may be several, then spaces are right.
  static func mark(_ index: Int, _ proof: inout Proof) {
    let token = proof.tokens[index]
    guard token.isByte(0x2F) else { return markHalf(index, &proof) }
    guard let left = proof.token(index - 1), let right = proof.token(index + 1), left.isOpenEnded,
      right.start == right.core, !left.isBarrier, !right.isBarrier
    else { return }
    let isConjunction =
      left.end - left.core <= 3 && conjunctions.contains(left.key.smallFirst)
      && right.isAny(of: conjunctions)
    let isYears = left.isYear && right.isYear
    guard
      isConjunction || isYears || (left.isAny(of: perUnits) && right.mayEnd(units))
        || isAlone(index, left, right, proof)
    else { return }
    proof.mark(.slash, left.end, right.start, "/")
  }

  /// Whether each side is surely one word: nothing stands before the left but a stop or a colon, and
  /// nothing goes on behind the right: `muž / žena?`
  private static func isAlone(
    _ index: Int, _ left: Token, _ right: Token, _ proof: Proof
  ) -> Bool {
    guard left.isWord, Token(right.text, right.core, right.wordEnd).isWord,
      left.coreEnd - left.core > 1
    else { return false }
    let isFirst = proof.token(index - 2).map { $0.isBarrier || $0.end > $0.coreEnd } ?? true
    let isLast = right.end > right.wordEnd || proof.token(index + 2)?.isBarrier ?? true
    return isFirst && isLast
  }

  /// A slash with a space on one side only: `a/ nebo`, `a /nebo`.
  private static func markHalf(_ index: Int, _ proof: inout Proof) {
    let token = proof.tokens[index]
    guard token.sight.contains(.slash), token.end - token.start > 1 else { return }
    if token.text[token.end - 1] == 0x2F, let next = proof.token(index + 1), next.isWord,
      next.start == next.core, Token(token.text, token.start, token.end - 1).isWord,
      token.end - token.start > 2 || next.isAny(of: conjunctions)
    {
      // „A/ první“ numbers a line.
      proof.mark(.slash, token.end, next.start, "")
    } else if token.text[token.start] == 0x2F, let before = proof.token(index - 1), before.isWord,
      before.isOpenEnded, Token(token.text, token.start + 1, token.end).isWord
    {
      proof.mark(.slash, before.end, token.start, "")
    }
  }

  private static let conjunctions = WordSet("a i nebo či anebo and or und oder i/nebo")
  private static let perUnits = WordSet("km m l Kč kg g ks kWh")
  private static let units = WordSet("h s hod. rok den km m² ha osobu")
}
