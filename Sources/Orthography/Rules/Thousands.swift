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
    guard token.isOpenEnded, let next = proof.token(index + 1),
      next.isAny(of: CzechWords.counted),
      proof.token(index - 1)?.isAny(of: CzechWords.standards)
        != true
    else { return }
    group(token, from: token.core, .thousands, &proof)
  }

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
