/// T02: a number and what it counts stand on one line: `500 lidí`, `19 °C`; years are free.
enum NumbersAndWords {
  static func ties(_ gap: Gap, in language: LanguageBook) -> Bool {
    let previous = gap.previous
    let next = gap.next
    guard previous.isOpenEnded else { return false }
    if isTimes(previous) {
      return next.startsWithDigit && (gap.beforePrevious?.isNumber ?? false)
    }
    if previous.sight.contains(.colon) { return isClock(previous) && next.mayEnd(hours) }
    if previous.sight.contains(.slash) {
      if previous.isLaw { return next.isBody("Sb.") }
      return isFraction(previous) && next.startsSmall && !next.isAny(of: CzechWords.functionWords)
    }
    // „1,9 mil. Kč“
    if previous.isAny(of: thousands) {
      return next.mayEnd(CzechWords.currencies) && (gap.beforePrevious?.isNumber ?? false)
    }
    guard previous.isNumber || TimesSigns.isCount(previous) else { return false }
    if next.isUnit || isTimes(next) || isPrice(next) { return true }
    // The number of a table counts nothing.
    guard !gap.previousIsReference, language.lexicon == .czech, next.startsSmall,
      !next.isAny(of: CzechWords.functionWords)
    else { return false }
    return !previous.isYear && !Ranges.isOfYears(previous)
  }

  private static let thousands = WordSet("tis. mil. mld. tis mil mld")

  /// `1/2`
  private static func isFraction(_ token: Token) -> Bool {
    let slash = token.digitsEnd(token.core)
    return slash == token.core + 1 && slash + 2 == token.coreEnd && token.endsWithDigit
  }

  /// The sign between two measures: `20 × 30 cm`.
  private static func isTimes(_ token: Token) -> Bool { token.isBody("×") || token.isByte(0x78) }

  /// What is paid for something: `Kč/hod.`.
  private static func isPrice(_ token: Token) -> Bool {
    guard token.coreEnd - token.core > 4, token.sight.contains(.slash) else { return false }
    let start = token.text[token.core..<(token.core + 4)]
    return start.elementsEqual("Kč/".utf8) || start.elementsEqual("€/".utf8)
  }

  /// One time of day or two: `8:00–16:30`.
  private static func isClock(_ token: Token) -> Bool {
    guard token.startsWithDigit, token.endsWithDigit else { return false }
    return token.body.allSatisfy { byte in
      byte &- 0x30 <= 9 || byte == 0x3A || byte == 0x2D || byte == 0xE2 || byte == 0x80
        || byte == 0x93
    }
  }

  private static let hours = WordSet("h hod hod. hodin hodinu hodině")
}
