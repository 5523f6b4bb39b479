/// T04: groups of thousands: `1 000 000 Kč`; those of four digits as the author likes.
enum Thousands {
  static func ties(_ gap: Gap) -> Bool {
    guard gap.previous.isOpenEnded, (1...3).contains(gap.previous.unsignedDigits),
      gap.next.leadingDigits == 3
    else { return false }
    // `+420 384` is a telephone number.
    return gap.previous.first != 0x2B || gap.previous.unsignedDigits == 1
  }

  /// Parts five digits and more into groups, where what follows says that they are an amount.
  static func mark(_ index: Int, _ proof: inout Proof) {
    let token = proof.tokens[index]
    if let end = pointedEnd(token) { return markPointed(index, end, &proof) }
    guard token.isOpenEnded, let next = proof.token(index + 1),
      next.mayEnd(CzechWords.counted),
      proof.token(index - 1)?.isAny(of: CzechWords.standards)
        != true
    else { return }
    group(token, from: token.signEnd, .thousands, &proof)
  }

  /// The end of a number in whose groups points stand: `12.500`, `1.250.000`.
  static func pointedEnd(_ token: Token) -> Int? {
    var end = token.digitsEnd(token.core)
    guard (1...3).contains(end - token.core), token.text[token.core] != 0x30 else { return nil }
    let first = end
    while end < token.coreEnd, token.text[end] == 0x2E, token.digitsEnd(end + 1) == end + 4 {
      end += 4
    }
    return end > first ? end : nil
  }

  /// `12.500 Kč`, `12.500,- Kč`, `1.250.000 obyvatel`: points where money or millions are counted.
  private static func markPointed(_ index: Int, _ end: Int, _ proof: inout Proof) {
    let token = proof.tokens[index]
    let next = token.isOpenEnded ? proof.token(index + 1) : nil
    let isCurrency =
      CzechWords.currencies.contains(WordKey(token.text, end, token.coreEnd))
      || next.map { $0.mayEnd(CzechWords.currencies) || $0.mayEnd(crowns) } ?? false
    // „12.500,-“
    let isMoney =
      isCurrency
      || end + 1 < token.coreEnd && token.text[end] == 0x2C && token.text[end + 1] &- 0x30 > 9
    let isLong = token.digitsEnd(token.core) + 4 < end
    guard isMoney || isLong && (next?.mayEnd(CzechWords.counted) ?? false) else { return }
    for position in token.core..<end where token.text[position] == 0x2E {
      proof.mark(.thousands, position, position + 1, "\u{A0}")
    }
  }

  private static let crowns = WordSet("korun")

  /// Inserts no-break spaces between groups of the digits that start at a byte and fill the token,
  /// decimals aside.
  static func group(
    _ token: Token, from start: Int, _ rule: TypographicRule, _ proof: inout Proof
  ) {
    let end = token.digitsEnd(start)
    guard (5...12).contains(end - start), token.text[start] != 0x30 else { return }
    if end < token.coreEnd {
      guard token.text[end] == 0x2C else { return }
      guard token.digitsEnd(end + 1) == token.coreEnd, end + 1 < token.coreEnd else { return }
    }
    proof.mark(rule, start, end, bytes: grouped(token, start, end))
  }

  /// The digits with no-break spaces between groups of three.
  static func grouped(_ token: Token, _ start: Int, _ end: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for position in start..<end {
      if position > start, (end - position) % 3 == 0 { bytes += [0xC2, 0xA0] }
      bytes.append(token.text[position])
    }
    return bytes
  }
}
