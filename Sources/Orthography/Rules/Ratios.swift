/// T06: ratios and scales with spaces, on one line: `1 : 50 000`.
enum Ratios {
  static func ties(_ gap: Gap) -> Bool {
    if gap.previous.isColon {
      return (gap.beforePrevious?.endsWithDigit ?? false) && gap.next.startsWithDigit
    }
    return gap.next.isColon && gap.previous.endsWithDigit
  }

  /// Puts spaces into scales and what is called a ratio: `1:50000`, `1:50 000`, `poměr 5:3`. Scores
  /// and times of day stay.
  static func mark(_ index: Int, _ proof: inout Proof) {
    let token = proof.tokens[index]
    let colon = token.digitsEnd(token.core)
    if colon > token.core, colon < token.coreEnd, token.text[colon] == 0x3A,
      token.digitsEnd(colon + 1) == token.wordEnd, colon + 1 < token.wordEnd,
      (1...2).contains(where: { isRatio(proof.token(index - $0)) })
    {
      proof.mark(.ratio, colon, colon + 1, "\u{A0}:\u{A0}")
      return
    }
    guard token.coreEnd - token.core > 2, token.text[token.core] == 0x31,
      token.text[token.core + 1] == 0x3A
    else { return }
    let start = token.core + 2
    let end = token.digitsEnd(start)
    guard end == token.wordEnd, end > start, token.text[start] != 0x30 else { return }
    let isGrouped = (1...3).contains(end - start) && proof.token(index + 1)?.leadingDigits == 3
    guard end - start > 2 || isGrouped else { return }
    var bytes: [UInt8] = [0xC2, 0xA0, 0x3A, 0xC2, 0xA0]
    bytes +=
      end - start > 4 ? Thousands.grouped(token, start, end) : Array(token.text[start..<end])
    proof.mark(.ratio, token.core + 1, end, bytes: bytes)
  }

  private static func isRatio(_ token: Token?) -> Bool {
    token.map { ratios.contains($0.key.smallFirst) } ?? false
  }

  private static let ratios = WordSet("poměr poměru poměrem poměry poměrů poměrech")
}
