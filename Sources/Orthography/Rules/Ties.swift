import Core

/// The words around a space, and what stands before them.
struct Gap {
  var beforePrevious: Token?
  var previous: Token
  var next: Token
  var afterNext: Token?
  /// Whether the word after the space is what a reference prints.
  var nextIsReference = false
  /// Whether the word before it is.
  var previousIsReference = false
}

/// The rules that make a space a no-break space: each looks at the words around it.
enum Ties {
  /// The rules in the order in which they are asked.
  static let all: [TypographicRule] = [
    .singleLetter, .signAndNumber, .numberAndWord, .thousands, .dayAndMonth, .ratio, .postalCode,
    .telephone, .compoundAbbreviation, .ordinal, .nameAndDegree, .spacedRange, .asideDash,
  ]

  /// The first rule that ties two words, if any.
  static func rule(_ gap: Gap, in language: LanguageBook) -> TypographicRule? {
    // Between long words nothing holds but a dash, a colon, a number, or a degree before them.
    let last = gap.previous.text[gap.previous.end - 1]
    let isWord = last >= 0xC3 || last & 0xC0 == 0x80 || (last | 0x20) &- 0x61 < 26
    if isWord, gap.previous.end - gap.previous.core > 4, !gap.next.isDash, !gap.next.isColon,
      !gap.next.startsWithDigit, !gap.previous.startsWithDigit
    {
      guard language.lexicon == .czech else { return nil }
      if SignsAndNumbers.tiesRoman(gap) { return .signAndNumber }
      let isName = Names.isFullName(gap) || (gap.next.isRoman && Names.isRuler(gap.previous))
      return isName ? .nameAndDegree : nil
    }
    for rule in all where language.keeps(rule) && ties(rule, gap, in: language) { return rule }
    return nil
  }

  /// Whether a rule ties two words.
  static func ties(_ rule: TypographicRule, _ gap: Gap, in language: LanguageBook) -> Bool {
    switch rule {
    case .singleLetter: SingleLetters.ties(gap, in: language)
    case .numberAndWord: NumbersAndWords.ties(gap, in: language)
    case .signAndNumber: SignsAndNumbers.ties(gap, in: language)
    case .thousands: Thousands.ties(gap)
    case .dayAndMonth: Dates.ties(gap, in: language)
    case .ratio: Ratios.ties(gap)
    case .telephone: Telephones.ties(gap)
    case .compoundAbbreviation: Abbreviations.ties(gap, in: language)
    case .ordinal: Ordinals.ties(gap)
    case .nameAndDegree: Names.ties(gap, in: language)
    case .spacedRange: Ranges.ties(gap)
    case .asideDash: gap.next.isDash
    case .postalCode: PostalCodes.ties(gap)
    default: false
    }
  }
}
