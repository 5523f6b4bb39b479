import Core

/// The sign × that people type as the letter x: `3× týdně`, `10 × 15 cm`.
enum TimesSigns {
  /// Whether a body is a number or a range of them with × behind it: `3×`, `5–8×`.
  static func isCount(_ token: Token) -> Bool {
    token.startsWithDigit && token.ends(in: "×")
      && Token(token.text, token.core, token.coreEnd - 2).isNumber
  }

  /// T03, `3x týdně`, and T06, `10x15 cm`, `210x297x3 mm`: digits and the letter.
  static func mark(_ index: Int, _ proof: inout Proof) {
    let token = proof.tokens[index]
    var signs: [Int] = []
    var position = SignsAndNumbers.numberEnd(token)
    // „5–8x“
    if position + 2 < token.coreEnd, token.text[position] == 0xE2 {
      position = SignsAndNumbers.numberEnd(Token(token.text, position + 3, token.coreEnd))
    }
    while position < token.coreEnd, token.text[position] == 0x78 {
      signs.append(position)
      let next = Token(token.text, position + 1, token.coreEnd)
      guard next.startsWithDigit else { break }
      position = SignsAndNumbers.numberEnd(next)
    }
    guard let last = signs.last else { return }
    let end = token.wordEnd
    if last + 1 == end {
      guard signs.count == 1 else { return }
      proof.mark(.signAndNumber, last, end, "×")
      return
    }
    // „4x4“ is a name; what has a unit is measured.
    let hasUnit =
      position < end
      ? CzechWords.lengths.contains(WordKey(token.text, position, end))
      : token.isOpenEnded
        && proof.token(index + 1)?.mayEnd(CzechWords.lengths) ?? false
    guard hasUnit else { return }
    for sign in signs {
      proof.mark(.ratio, sign, sign + 1, bytes: [0xC2, 0xA0, 0xC3, 0x97, 0xC2, 0xA0])
    }
  }

  /// `20 x 30 m`, `2 x týdně`: the letter stands alone behind a number.
  static func markAlone(_ index: Int, _ proof: inout Proof) {
    let sign = proof.tokens[index]
    guard sign.isByte(0x78), let before = proof.token(index - 1), before.isOpenEnded,
      before.startsWithDigit, before.isNumber, let next = proof.token(index + 1),
      next.start == next.core
    else { return }
    if next.startsWithDigit {
      proof.mark(.ratio, sign.start, sign.end, "×")
    } else if next.mayEnd(often) {
      proof.mark(.signAndNumber, before.end, sign.end, "×")
    }
  }

  /// How often something is done.
  private static let often = WordSet(
    "denně týdně měsíčně čtvrtletně pololetně ročně za do v hodinově nočně")
}
