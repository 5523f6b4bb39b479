/// Where Czech forbids to break a line although UAX #14 allows it, rule by rule.
///
/// A rule ties two tokens across the space between them, or looks at a place inside a token. The
/// numbers are those of the typographic rules of the house (T01…T35).
///
/// *Source:* ÚJČ, Internetová jazyková příručka, Zalomení řádků; ČSN 01 6910:2014.
package enum CzechRule: String, Sendable, Hashable, CaseIterable {
  /// Prepositions and conjunctions of one letter: `v Plzni`.
  case singleLetter = "T01"
  /// A number and what it counts: `500 lidí`, `19 °C`; years are free.
  case numberAndWord = "T02"
  /// A sign and its number: `§ 23`, `č. 9`, `50 %`; what is numbered and its number: `tabulka 7`.
  case signAndNumber = "T03"
  /// A label and its number: `klienti: 120`.
  case labelAndNumber
  /// Groups of thousands: `1 000 000`.
  case thousands = "T04"
  /// Day and month: `21. 6.`, `16. ledna`; the year is free.
  case dayAndMonth = "T05"
  /// Ratios: `1 : 50 000`.
  case ratio = "T06"
  /// Groups of a telephone number: `+420 384 401 211`.
  case telephone = "T07"
  /// Abbreviations of several words: `s. r. o.`, `ČSN 01 6910`.
  case compoundAbbreviation = "T08"
  /// Ordinals and what they order: `8. kapitola`, `II. patro`.
  case ordinal = "T09"
  /// Initials and degrees before names, and the whole name after a degree: `Mgr. Eva Nováková`.
  case nameAndDegree = "T10"
  /// No line starts with the dash of an aside: `plán – místní`.
  case asideDash = "T18"
  /// The dash of a range stays inside the line: `2015–2017`, `21. 3. 1995 – 4. 5. 1996`.
  case rangeDash = "T19"
  /// A hyphen parts a compound only between two letters and two letters: not `e-mail`.
  case hyphen = "T20"
  /// A slash between words holds them together: `a/nebo`, `s dítětem/dětmi`.
  case slash
  /// Addresses part only after `/` or before `-`.
  case address = "T23"
  /// Postal codes: `380 01`.
  case postalCode = "T31"

  /// The tokens around a space.
  struct Gap {
    var beforePrevious: Token?
    var previous: Token
    var next: Token
  }

  /// Whether any rule ties two tokens.
  static func anyTies(_ gap: Gap) -> Bool {
    // Between long words nothing holds but a dash, a colon or a degree before.
    let last = gap.previous.end > gap.previous.start ? gap.previous.text[gap.previous.end - 1] : 0
    let isWord = last >= 0x80 || (last | 0x20) &- 0x61 < 26
    if isWord, gap.previous.end - gap.previous.core > 4, !gap.next.isDash, !gap.next.isColon,
      !gap.next.startsWithDigit
    {
      return isFullName(gap)
    }
    for rule in overSpaces where rule.ties(gap) { return true }
    return false
  }

  private static let overSpaces = allCases.filter {
    $0 != .hyphen && $0 != .slash && $0 != .address
  }

  /// Whether no line may end in the space between two tokens.
  func ties(_ gap: Gap) -> Bool {
    let previous = gap.previous
    let next = gap.next
    switch self {
    case .singleLetter:
      guard previous.end - previous.core == 1 else { return false }
      return CzechWords.isSingleLetter(previous.text[previous.core])
    case .numberAndWord:
      guard previous.isOpenEnded, previous.isNumber else { return false }
      if next.isAny(of: CzechWords.units) { return true }
      guard next.startsSmall, !next.isAny(of: CzechWords.functionWords) else { return false }
      return !previous.isYear
    case .signAndNumber:
      if previous.isOpenEnded, previous.isNumber {
        return next.first == 0x25 || next.first == 0x2030 || next.first == 0xB0
      }
      guard previous.isOpenEnded else { return false }
      if next.startsWithDigit,
        previous.isAny(of: CzechWords.signs, anyCase: true)
          || previous.isAny(of: CzechWords.numbered, anyCase: true)
      {
        return true
      }
      return previous.isBody("písm.") && next.coreEnd - next.core == 1 && next.startsSmall
    case .labelAndNumber:
      return previous.last == 0x3A && previous.end - previous.start > 1 && next.isNumber
    case .thousands:
      return previous.isOpenEnded && (1...3).contains(CzechRule.unsignedDigits(previous))
        && CzechRule.leadingDigits(next) == 3
    case .dayAndMonth:
      guard previous.isOpenEnded, (1...2).contains(previous.ordinalDigits) else { return false }
      return (1...2).contains(next.ordinalDigits) || next.isAny(of: CzechWords.months)
    case .ratio:
      if previous.isBody(":") || previous.isColon {
        return (gap.beforePrevious?.endsWithDigit ?? false) && next.startsWithDigit
      }
      return next.isColon && previous.endsWithDigit
    case .telephone:
      guard previous.isOpenEnded, (2...3).contains(CzechRule.leadingDigits(next)) else {
        return false
      }
      if previous.first == 0x2B, previous.endsWithDigit { return previous.isNumber }
      return (2...3).contains(previous.digits)
    case .compoundAbbreviation:
      if previous.isAny(of: CzechWords.standards) {
        return next.startsWithDigit || next.isAny(of: CzechWords.standards)
      }
      if let before = gap.beforePrevious, before.isAny(of: CzechWords.standards),
        previous.digits > 0, previous.isOpenEnded
      {
        return next.startsWithDigit
      }
      guard previous.isOpenEnded else { return false }
      return (1...2).contains(previous.abbreviationLetters(small: true))
        && (1...2).contains(next.abbreviationLetters(small: true))
    case .ordinal:
      guard previous.isOpenEnded, next.startsSmall, !next.isAny(of: CzechWords.functionWords) else {
        return false
      }
      return (1...3).contains(previous.ordinalDigits) || previous.isRoman
    case .nameAndDegree:
      guard previous.isOpenEnded else { return false }
      if previous.isAny(of: CzechWords.degrees) {
        return next.startsCapital || next.isAny(of: CzechWords.degrees)
      }
      guard next.startsCapital else { return false }
      if CzechRule.isFullName(gap) { return true }
      return previous.abbreviationLetters(small: false) == 1 || previous.isBody("Ch.")
    case .asideDash:
      return next.isDash
    case .rangeDash:
      guard previous.isDash, let before = gap.beforePrevious else { return false }
      return (before.endsWithDigit || before.ordinalDigits > 0) && next.startsWithDigit
    case .postalCode:
      return previous.isOpenEnded && previous.digits == 3 && CzechRule.leadingDigits(next) == 2
    case .hyphen, .slash, .address: return false
    }
  }

  /// Whether a given name and a surname stand on both sides, a degree before them.
  private static func isFullName(_ gap: Gap) -> Bool {
    guard gap.next.startsCapital, gap.previous.isOpenEnded, gap.previous.startsCapital,
      let before = gap.beforePrevious, before.isOpenEnded
    else { return false }
    return before.isAny(of: CzechWords.degrees) && !gap.previous.isAny(of: CzechWords.degrees)
  }

  /// Whether a place inside a token, which UAX #14 offers, is taken back.
  func forbids(_ token: Token, at position: Int) -> Bool {
    switch self {
    case .rangeDash:
      return UTF8Walk.scalar(token.text, before: position).0 == 0x2013
        || UTF8Walk.scalar(token.text, at: position).0 == 0x2013
    case .hyphen:
      guard token.text[position - 1] == 0x2D else { return false }
      return !CzechRule.hasLetters(token, before: position - 1)
        || !CzechRule.hasLetters(token, after: position)
    case .slash:
      return !token.isAddress && token.text[position - 1] == 0x2F
    case .address:
      return token.isAddress && !CzechRule.partsAddress(token, at: position)
    default: return false
    }
  }

  /// Whether an address may be parted at a place: after a slash that no slash follows, or before a
  /// hyphen; never right behind `://`, never so that a single character is left.
  static func partsAddress(_ token: Token, at position: Int) -> Bool {
    guard position > token.start + 1, position + 1 < token.end else { return false }
    if token.text[position] == 0x2D { return token.text[position - 1] != 0x2D }
    return token.text[position - 1] == 0x2F && token.text[position] != 0x2F
      && token.text[position - 2] != 0x2F
  }

  private static func hasLetters(_ token: Token, before end: Int) -> Bool {
    var position = end
    for _ in 0..<2 {
      guard position > token.start else { return false }
      let (scalar, length) = UTF8Walk.scalar(token.text, before: position)
      guard LetterCase.isLetter(scalar) else { return false }
      position -= length
    }
    return true
  }

  private static func hasLetters(_ token: Token, after start: Int) -> Bool {
    var position = start
    for _ in 0..<2 {
      guard position < token.end else { return false }
      let (scalar, length) = UTF8Walk.scalar(token.text, at: position)
      guard LetterCase.isLetter(scalar) else { return false }
      position += length
    }
    return true
  }

  /// The digits of a body that is a number without sign or point; 0 if it is not.
  private static func unsignedDigits(_ token: Token) -> Int {
    guard token.core < token.coreEnd else { return 0 }
    let isSigned = token.text[token.core] == 0x2B || token.text[token.core] == 0x2D
    return isSigned
      ? Token(token.text, token.core + 1, token.coreEnd).digits : token.digits
  }

  /// How many digits a group has, decimals and a full stop after it aside: `000`, `000,50`, `000.`.
  private static func leadingDigits(_ token: Token) -> Int {
    var position = token.core
    while position < token.coreEnd, token.text[position] &- 0x30 <= 9 { position += 1 }
    let count = position - token.core
    if position == token.coreEnd { return count }
    let byte = token.text[position]
    return byte == 0x2C || byte == 0x2E ? count : 0
  }
}

extension Token {
  /// Whether the token is a lone colon, which belongs to no body.
  var isColon: Bool { end - start == 1 && text[start] == 0x3A }
}
