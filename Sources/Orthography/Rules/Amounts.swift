/// T14: Czech numbers have a decimal comma: `1,9 mil. Kč`.
enum DecimalCommas {
  /// `1.9 mil.`, `12.5 %`: a point before one or two digits and a unit. `9.30 h` is a time.
  static func mark(_ index: Int, _ proof: inout Proof) {
    let token = proof.tokens[index]
    let point = token.digitsEnd(token.core)
    guard point > token.core, point < token.coreEnd, token.text[point] == 0x2E else { return }
    let end = token.digitsEnd(point + 1)
    guard (1...2).contains(end - point - 1) else { return }
    let isPercent = end + 1 == token.coreEnd && token.text[end] == 0x25
    let next = end == token.end ? proof.token(index + 1) : nil
    let isUnit = next?.mayEnd(CzechWords.decimalUnits) ?? false
    if let before = proof.token(index - 1), before.isAny(of: notParted) { return }
    guard isPercent || isUnit || isPart(index, point, next, proof) else { return }
    proof.mark(.decimalComma, point, point + 1, ",")
  }

  /// `0.5 místa`: less than one of something; `verze 0.5` and `0.30 h` are not.
  private static func isPart(_ index: Int, _ point: Int, _ next: Token?, _ proof: Proof) -> Bool {
    let token = proof.tokens[index]
    guard point == token.core + 1, token.text[token.core] == 0x30, let next, next.startsSmall,
      !next.isAny(of: notParted), !next.isAny(of: CzechWords.functionWords)
    else { return false }
    guard let before = proof.token(index - 1) else { return false }
    return !before.isAny(of: notParted) && !CzechWords.numbered.contains(before.key.smallFirst)
  }

  private static let notParted = WordSet(
    "h hod. hod hodin hodině hodinu ráno verze verzi verzí Verze v. ver.")
}

/// T15: the currency follows the amount after a space: `12 500 Kč`; `12 500,–` alone is right.
enum Currencies {
  /// `500Kč`, `500,-Kč`, `500,-`, `500.- Kč`.
  static func mark(_ index: Int, _ proof: inout Proof) {
    let token = proof.tokens[index]
    var number = token.digitsEnd(token.core)
    guard number > token.core else { return }
    number = Thousands.pointedEnd(token) ?? number
    var end = number
    // `,-` and `,–`, also with a point, which stand for no hellers.
    var dash = number
    if dash < token.end, token.text[dash] == 0x2C || token.text[dash] == 0x2E {
      dash += 1
      var position = dash
      while position < token.end {
        if token.text[position] == 0x2D {
          position += 1
        } else if position + 2 < token.end, token.text[position] == 0xE2,
          token.text[position + 1] == 0x80, token.text[position + 2] == 0x93
        {
          position += 3
        } else {
          break
        }
      }
      if position > dash { end = position } else { end = number }
      if end == number { markDecimals(index, &proof) }
    }
    let hasDash = end > number
    let hasCurrency = isCurrency(token, end)
    if hasDash {
      if hasCurrency {
        proof.mark(.currency, number, end, "\u{A0}")
      } else if end == token.end,
        let next = proof.token(index + 1), isCurrency(next, next.core)
      {
        proof.mark(.currency, number, end, "")
      } else if end == token.end || end == token.coreEnd,
        !token.text[number..<end].elementsEqual([0x2C, 0xE2, 0x80, 0x93])
      {
        proof.mark(.currency, number, end, ",–")
      }
    } else if hasCurrency, !isAdjective(proof.token(index + 1), token) {
      proof.tie(.currency, at: end)
    }
  }

  /// `500 Kč,-`: the dash stands for hellers, which the currency has closed.
  static func markBare(_ index: Int, _ proof: inout Proof) {
    let token = proof.tokens[index]
    guard token.coreEnd - token.core > 4, let number = proof.token(index - 1), number.isOpenEnded,
      number.endsWithDigit,
      CzechWords.currencies.contains(WordKey(token.text, token.core, token.core + 3))
    else { return }
    let rest = token.text[(token.core + 3)..<token.wordEnd]
    guard rest.elementsEqual(",-".utf8) || rest.elementsEqual(",–".utf8) else { return }
    proof.mark(.currency, token.core + 3, token.wordEnd, "")
  }

  /// `1,50Kč`
  private static func markDecimals(_ index: Int, _ proof: inout Proof) {
    let token = proof.tokens[index]
    let end = SignsAndNumbers.numberEnd(token)
    if isCurrency(token, end), !isAdjective(proof.token(index + 1), token) {
      proof.tie(.currency, at: end)
    }
  }

  private static func isCurrency(_ token: Token, _ start: Int) -> Bool {
    token.wordEnd - start == 3
      && CzechWords.currencies.contains(WordKey(token.text, start, token.wordEnd))
  }

  /// `Kč 500`, `€ 20`, `EUR 20`: the currency stands first, as abroad.
  static func markFirst(_ index: Int, _ proof: inout Proof) {
    guard let currency = proof.token(index - 1), currency.end - currency.start == 3,
      isCurrency(currency, currency.start), let before = proof.token(index - 2), before.isWord,
      before.isOpenEnded, !before.isAny(of: heads), !before.isAny(of: CzechWords.units)
    else { return }
    let token = proof.tokens[index]
    let number = SignsAndNumbers.numberEnd(token)
    guard token.start == token.core, number > token.core, !token.isYear,
      number == token.coreEnd || token.text[number] == 0x2C
    else { return }
    // „Kč 12 500“ and „Kč 500 Kč“ are for the author.
    if let next = proof.token(index + 1), token.isOpenEnded,
      next.startsWithDigit || next.isUnit
    {
      return
    }
    let hasDash = number < token.coreEnd
    if hasDash {
      let rest = token.text[number..<token.coreEnd]
      guard rest.elementsEqual(",–".utf8) || rest.elementsEqual(",-".utf8) else { return }
    }
    proof.mark(
      .currency, currency.start, token.coreEnd,
      bytes: Array(token.text[token.core..<number]) + [0xC2, 0xA0] + Array(currency.body))
  }

  /// `50Kč mince`: an adjective, which has no space.
  private static func isAdjective(_ next: Token?, _ token: Token) -> Bool {
    guard token.isOpenEnded, let next else { return false }
    return next.mayEnd(adjoined)
  }

  /// What a column of amounts is headed by: `v Kč 2025`.
  private static let heads = WordSet("v ve na tis mil mld mezi kurz kurs kurzu kursu")

  private static let adjoined = WordSet(
    """
    mince minci bankovka bankovku poukaz poukázka poukázku známka známku vstupné poplatek
    příspěvek sleva slevu kupon kupón
    """)
}

/// T28: the time of day: `9.00 hod.`, one space, one full stop.
enum Clocks {
  static func mark(_ index: Int, _ proof: inout Proof) {
    let token = proof.tokens[index]
    let number = SignsAndNumbers.clockEnd(token)
    if number > token.core, number < token.coreEnd {
      let unit = WordKey(token.text, number, token.coreEnd)
      if unit == hour { proof.mark(.clock, number, token.coreEnd, "\u{A0}hod.") }
      if unit == hours { proof.tie(.clock, at: number) }
      if unit == h, token.text[token.core..<number].contains(where: { $0 == 0x3A || $0 == 0x2E }) {
        proof.tie(.clock, at: number)
      }
      return
    }
    guard token.key == hour, let before = proof.token(index - 1), before.endsWithDigit,
      before.isOpenEnded
    else { return }
    proof.mark(.clock, token.coreEnd, token.coreEnd, ".")
  }

  private static let hour = WordKey(Array("hod".utf8))
  private static let hours = WordKey(Array("hod.".utf8))
  private static let h = WordKey([0x68])
}

extension SignsAndNumbers {
  /// The end of digits, points, colons and dashes at the start of a token: a time or two.
  fileprivate static func clockEnd(_ token: Token) -> Int {
    var position = token.core
    while position < token.coreEnd {
      let byte = token.text[position]
      if byte &- 0x30 <= 9 || byte == 0x3A || byte == 0x2E || byte == 0x2D {
        position += 1
      } else if byte == 0xE2, position + 2 < token.coreEnd, token.text[position + 1] == 0x80,
        token.text[position + 2] == 0x93
      {
        position += 3
      } else {
        break
      }
    }
    guard position > token.core, token.text[position - 1] &- 0x30 <= 9 else { return token.core }
    return position
  }
}
