import Core

/// T08: abbreviations of several words: `s. r. o.`, `ČSN 01 6910`.
package enum Abbreviations {
  /// Whether bytes, with their full stop, are an abbreviation of one word; none is parted (T23).
  package static func isKnown(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    CzechWords.abbreviations.contains(WordKey(text, start, end))
  }

  static func ties(_ gap: Gap, in language: LanguageBook) -> Bool {
    let previous = gap.previous
    let next = gap.next
    if previous.isAny(of: CzechWords.standards) {
      return next.startsWithDigit || next.isAny(of: CzechWords.standards)
        || next.endsWithDigit && next.startsCapital
    }
    if let before = gap.beforePrevious, before.isAny(of: CzechWords.standards),
      previous.digits > 0, previous.isOpenEnded
    {
      return next.startsWithDigit
    }
    if previous.isBody("spol."), next.isBody("s") { return true }
    guard previous.isOpenEnded else { return false }
    if language.lexicon == .western {
      // „z. B.“, „i. d. R.“
      return previous.coreEnd - previous.core == 2 && next.coreEnd - next.core == 2
        && previous.abbreviationLetters(small: true) == 1 && next.endsWithStop
    }
    return (1...2).contains(previous.abbreviationLetters(small: true))
      && (1...2).contains(next.abbreviationLetters(small: true))
  }

  /// Puts a space into `např.domov`, which no file and no address is called.
  static func markGlued(_ token: Token, _ proof: inout Proof) {
    guard let stop = token.body.firstIndex(of: 0x2E), stop + 3 < token.coreEnd else { return }
    let key = WordKey(token.text, token.core, stop + 1).smallFirst
    if amounts.contains(key),
      Token(token.text, stop + 1, token.coreEnd).mayEnd(CzechWords.currencies)
    {
      proof.mark(.spaces, stop + 1, stop + 1, " ")
    }
    guard glued.contains(key) else { return }
    let end = token.endsWithStop ? token.coreEnd - 1 : token.coreEnd
    let rest = Token(token.text, stop + 1, end)
    guard rest.isWord, rest.startsSmall else { return }
    proof.mark(.spaces, stop + 1, stop + 1, " ")
  }

  private static let amounts = WordSet("tis. mil. mld.")
  private static let glued = WordSet("např. tzv. tzn. popř. příp. resp. zejm. vč. tj. mj.")

  /// Puts no-break spaces into `s.r.o.`, `o.p.s.`, `př.n.l.`: small parts of one or two letters.
  static func mark(_ token: Token, _ proof: inout Proof) {
    guard token.coreEnd - token.core >= 4, token.text[token.coreEnd - 1] == 0x2E else { return }
    var parts = 0
    var letters = 0
    var position = token.core
    while position < token.coreEnd {
      if token.text[position] == 0x2E {
        guard (1...2).contains(letters) else { return }
        parts += 1
        letters = 0
        position += 1
        continue
      }
      let (scalar, length) = UTF8Walk.scalar(token.text, at: position)
      // „z.B.“
      let mayBeCapital = proof.language.lexicon == .western && parts > 0 && letters == 0
      guard LetterCase.isLetter(scalar), mayBeCapital || !LetterCase.isCapital(scalar) else {
        return
      }
      letters += 1
      position += length
    }
    guard parts > 1, letters == 0 else { return }
    var bytes: [UInt8] = []
    for position in token.core..<token.coreEnd {
      bytes.append(token.text[position])
      if token.text[position] == 0x2E, position + 1 < token.coreEnd { bytes += [0xC2, 0xA0] }
    }
    proof.mark(.compoundAbbreviation, token.core, token.coreEnd, bytes: bytes)
  }
}
