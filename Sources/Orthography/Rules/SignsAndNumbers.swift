import Core

/// T03: a sign or abbreviation and its number: `§ 23`, `č. 9`, `50 %`; what is numbered and its
/// number: `tabulka 5`; a label and its number: `klienti: 120`.
enum SignsAndNumbers {
  static func ties(_ gap: Gap, in language: LanguageBook) -> Bool {
    let previous = gap.previous
    let next = gap.next
    if previous.last == 0x3A, previous.end - previous.start > 1 {
      return language.lexicon == .czech && next.isNumber
    }
    guard previous.isOpenEnded else { return false }
    if previous.isNumber {
      return next.first == 0x25 || next.first == 0x2030 || next.isBody("°")
    }
    if next.startsWithDigit {
      if gap.nextIsReference, previous.isWord { return true }
      let key = previous.key.smallFirst
      if CzechWords.signs.contains(key) || CzechWords.numbered.contains(key) { return true }
      if let before = gap.beforePrevious, before.isOpenEnded, previous.isAny(of: afterNumber),
        before.key.smallFirst == numberSign || before.isBody("st.")
      {
        return true
      }
      return language.lexicon != .czech && westernSigns.contains(key)
    }
    if previous.isBody("písm."), next.startsSmall {
      // „písm. b)“, „písm. a)–c)“
      return next.coreEnd - next.core == 1 || next.coreEnd - next.core == 6 && next.last == 0x29
    }
    if tiesRoman(gap) { return true }
    // „č. j. MPSV-2024“
    guard let before = gap.beforePrevious, before.isOpenEnded, next.startsCapital else {
      return false
    }
    return previous.isBody("j.") && before.key.smallFirst == numberSign
  }

  /// `Kapitola II`
  static func tiesRoman(_ gap: Gap) -> Bool {
    gap.next.isRomanNumber && gap.previous.isOpenEnded
      && CzechWords.numbered.contains(gap.previous.key.smallFirst)
  }

  /// What a house and a file are numbered by: `č. p. 27`.
  private static let afterNumber = WordSet("p. ev. j. or. ú. o. k.")
  private static let numberSign = WordKey(Array("č.".utf8))

  /// Whether a word is a sign of another language that a number follows.
  static func isWesternSign(_ token: Token) -> Bool { westernSigns.contains(token.key.smallFirst) }

  private static let westernSigns = WordSet("§ no. nos. nr. p. pp. ch. fig. vol. art. с. ст. п. р.")

  /// Puts a no-break space between a sign and its number that touch: `§23`, `č.9`, `19°C`.
  static func mark(_ token: Token, _ proof: inout Proof) {
    let start = token.signEnd
    var position = start
    // What is before the first digit.
    while position < token.coreEnd, token.text[position] &- 0x30 > 9 { position += 1 }
    let law = lawEnd(token, position)
    if let law { proof.tie(.signAndNumber, at: law) }
    if position > start, position < token.coreEnd {
      let sign = WordKey(token.text, token.core, position).smallFirst
      let rest = Token(token.text, position, law ?? token.wordEnd)
      let isLettered =
        rest.coreEnd - rest.core > 1 && rest.text[rest.coreEnd - 1] &- 0x61 < 26
        && Token(rest.text, rest.core, rest.coreEnd - 1).digits > 0
      let isNumber = rest.isNumber || rest.ordinalDigits > 0 || rest.isLaw || isLettered
      // „#5“ and „bod5“ may be anything.
      if isNumber, sign != hash, CzechWords.signs.contains(sign),
        token.text[position - 1] == 0x2E || token.text[position - 1] == 0xA7
      {
        proof.tie(.signAndNumber, at: position)
      }
      if isNumber { markFile(token, position, &proof) }
      return
    }
    guard position == start, position < token.coreEnd else { return }
    let end = numberEnd(Token(token.text, start, token.coreEnd))
    // „19°C“, „350tis.“
    if Token(token.text, end, token.coreEnd).mayEnd(touching) {
      proof.tie(.signAndNumber, at: end)
    }
  }

  private static let hash = WordKey([0x23])
  private static let touching = WordSet("°C tis. mil. mld.")

  /// `č.p.27`, `č.j.12/2024`: what a house and a file are numbered by.
  private static func markFile(_ token: Token, _ number: Int, _ proof: inout Proof) {
    guard let stop = token.body.firstIndex(of: 0x2E), stop + 1 < number,
      WordKey(token.text, token.core, stop + 1).smallFirst == numberSign,
      afterNumber.contains(WordKey(token.text, stop + 1, number))
    else { return }
    proof.tie(.signAndNumber, at: stop + 1)
    proof.tie(.signAndNumber, at: number)
  }

  /// Where a law ends before its collection that touches it: `108/2006Sb.`
  private static func lawEnd(_ token: Token, _ number: Int) -> Int? {
    guard token.sight.contains(.slash), token.ends(in: "Sb.") else { return nil }
    let end = token.coreEnd - 3
    return number < end && Token(token.text, number, end).isLaw ? end : nil
  }

  /// Puts a no-break space into `písm.a)`.
  static func markLetter(_ token: Token, _ proof: inout Proof) {
    let stop = token.coreEnd - 1
    guard stop > token.core, token.end > token.coreEnd, token.text[token.coreEnd] == 0x29,
      token.text[stop] &- 0x61 < 26, Token(token.text, token.core, stop).isBody("písm.")
    else { return }
    proof.tie(.signAndNumber, at: stop)
  }

  /// The end of the digits and the decimal comma at the start of a token.
  static func numberEnd(_ token: Token) -> Int {
    var position = token.core
    while position < token.coreEnd {
      let byte = token.text[position]
      let isDecimal =
        (byte == 0x2C || byte == 0x2E) && position + 1 < token.coreEnd
        && token.text[position + 1] &- 0x30 <= 9
      guard byte &- 0x30 <= 9 || isDecimal else { break }
      position += 1
    }
    return position
  }
}
