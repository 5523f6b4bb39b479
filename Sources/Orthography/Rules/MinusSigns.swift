import Core

/// T03: a number below nought has a minus, which is as wide as the plus, and no hyphen: `−5 °C`.
enum MinusSigns {
  /// `-5`, `(-3,5`, `-10°C`: a hyphen before a number, where none stands before it.
  static func mark(_ index: Int, _ proof: inout Proof) {
    let token = proof.tokens[index]
    guard token.core < token.coreEnd, token.text[token.core] == 0x2D else { return }
    let number = Token(token.text, token.core + 1, token.coreEnd)
    guard number.startsWithDigit else { return }
    let end = SignsAndNumbers.numberEnd(number)
    let isWhole =
      end == number.wordEnd || CzechWords.units.contains(WordKey(token.text, end, number.wordEnd))
    guard isWhole else { return }
    if let before = proof.token(index - 1), !before.isBarrier {
      // „5 -3“ may be a range; „Covid -19“ is a name.
      let isMeasured = end < number.wordEnd || proof.token(index + 1)?.isUnit ?? false
      guard !before.endsWithDigit, isMeasured || !before.startsCapital || !before.isOpenEnded
      else { return }
    }
    proof.mark(.signAndNumber, token.core, token.core + 1, "\u{2212}")
  }
}
