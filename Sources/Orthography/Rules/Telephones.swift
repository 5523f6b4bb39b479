/// T07: groups of a telephone number as written, tied; nine digits in threes: `+420 384 401 211`.
enum Telephones {
  static func ties(_ gap: Gap) -> Bool {
    let previous = gap.previous
    guard previous.isOpenEnded else { return false }
    if isCode(previous) { return (1...9).contains(gap.next.leadingDigits) }
    if let before = gap.beforePrevious, before.isOpenEnded, isCode(before), previous.digits > 0 {
      return (2...9).contains(gap.next.leadingDigits)
    }
    // „tel. 602 123456“
    if let word = gap.beforePrevious, CzechWords.beforeTelephone.contains(word.key.smallFirst),
      previous.digits == 3
    {
      return (2...6).contains(gap.next.leadingDigits)
    }
    guard (2...3).contains(gap.next.leadingDigits) else { return false }
    if previous.first == 0x2B, previous.endsWithDigit { return previous.isNumber }
    return (2...3).contains(previous.digits)
  }

  /// Whether a token is the code of a country: `+43`, `00420`.
  private static func isCode(_ token: Token) -> Bool {
    if token.first == 0x2B { return (2...3).contains(token.unsignedDigits) }
    return token.digits == 5 && token.text[token.core] == 0x30 && token.text[token.core + 1] == 0x30
  }

  /// Groups nine digits after `+420` or a word for telephone.
  static func mark(_ index: Int, _ proof: inout Proof) {
    let token = proof.tokens[index]
    let end = token.wordEnd
    let hasCode =
      end - token.core == 13
      && token.text[token.core..<(token.core + 4)].elementsEqual([0x2B, 0x34, 0x32, 0x30])
    let start = hasCode ? token.core + 4 : token.core
    guard end - start == 9, token.digitsEnd(start) == end else { return }
    if !hasCode {
      guard let word = proof.token(index - 1) else { return }
      let isCode = word.isBody("+420") || word.isBody("00420")
      guard isCode || CzechWords.beforeTelephone.contains(word.key.smallFirst) else { return }
    }
    var bytes: [UInt8] = hasCode ? [0xC2, 0xA0] : []
    bytes += Thousands.grouped(token, start, end)
    proof.mark(.telephone, start, end, bytes: bytes)
  }
}
