import Core

/// The orthography of one language: which rules hold, which quotation marks are used.
struct LanguageBook {
  /// A pair of quotation marks.
  struct Quotes {
    var opening: StaticString
    var closing: StaticString
  }

  /// Whose words are known.
  enum Lexicon { case none, czech, western, polish, ukrainian }

  var rules: RuleSet
  /// The quotation marks of a quotation, and of one inside it.
  var outer: Quotes
  var inner: Quotes
  var lexicon: Lexicon

  /// A language that nothing is known of: everything stays as typed.
  static let none = LanguageBook(
    rules: RuleSet([]), outer: Quotes(opening: "“", closing: "”"),
    inner: Quotes(opening: "‘", closing: "’"), lexicon: .none)

  /// The book of a language, by the primary subtag of its tag.
  init(_ language: Language) {
    let primary = language.tag.utf8.prefix { $0 != 0x2D }
    func `is`(_ tag: StaticString) -> Bool {
      primary.elementsEqual(
        UnsafeBufferPointer(start: tag.utf8Start, count: tag.utf8CodeUnitCount))
    }
    if `is`("cs") || `is`("sk") {
      self = LanguageBook(
        rules: RuleSet(
          TypographicRule.allCases.filter { $0 != .degreeAfterName || `is`("cs") }),
        outer: Quotes(opening: "„", closing: "“"), inner: Quotes(opening: "‚", closing: "‘"),
        lexicon: .czech)
    } else if `is`("en") {
      self = LanguageBook(
        rules: RuleSet(LanguageBook.shared + [.dayAndMonth]),
        outer: Quotes(opening: "“", closing: "”"),
        inner: Quotes(opening: "‘", closing: "’"), lexicon: .western)
    } else if `is`("de") {
      self = LanguageBook(
        rules: RuleSet(LanguageBook.shared + [.compoundAbbreviation, .dayAndMonth]),
        outer: Quotes(opening: "„", closing: "“"), inner: Quotes(opening: "‚", closing: "‘"),
        lexicon: .western)
    } else if `is`("pl") {
      self = LanguageBook(
        rules: RuleSet(LanguageBook.shared + [.singleLetter]),
        outer: Quotes(opening: "„", closing: "”"), inner: Quotes(opening: "«", closing: "»"),
        lexicon: .polish)
    } else if `is`("uk") {
      self = LanguageBook(
        rules: RuleSet(LanguageBook.shared + [.singleLetter, .dayAndMonth]),
        outer: Quotes(opening: "«", closing: "»"), inner: Quotes(opening: "„", closing: "“"),
        lexicon: .ukrainian)
    } else if `is`("fr") {
      // The marks have a space inside them.
      self = LanguageBook(
        rules: RuleSet([.quotes]), outer: Quotes(opening: "«\u{A0}", closing: "\u{A0}»"),
        inner: Quotes(opening: "“", closing: "”"), lexicon: .none)
    } else {
      self = .none
    }
  }

  private init(rules: RuleSet, outer: Quotes, inner: Quotes, lexicon: Lexicon) {
    self.rules = rules
    self.outer = outer
    self.inner = inner
    self.lexicon = lexicon
  }

  /// What holds in every language that is known.
  private static let shared: [TypographicRule] = [
    .numberAndWord, .signAndNumber, .nameAndDegree, .range, .spacedRange, .asideDash, .rangeDash,
    .quotes, .ellipsis, .spaces, .hyphen, .hyphenation,
  ]

  /// Whether a rule holds.
  @inline(__always)
  func keeps(_ rule: TypographicRule) -> Bool { rules.contains(rule) }

  /// Whether a letter is a preposition or conjunction by itself.
  func isSingleLetter(_ scalar: UInt32) -> Bool {
    let small = LetterCase.lower(scalar)
    switch lexicon {
    case .none, .western: return false
    case .czech:
      switch small {
      case 0x6B, 0x73, 0x76, 0x7A, 0x6F, 0x75, 0x61, 0x69: return true
      default: return false
      }
    case .polish:
      switch small {
      case 0x61, 0x69, 0x6F, 0x75, 0x77, 0x7A: return true
      default: return false
      }
    case .ukrainian:
      // а в є ж з і й о у я
      switch small {
      case 0x430, 0x432, 0x454, 0x436, 0x437, 0x456, 0x439, 0x43E, 0x443, 0x44F: return true
      default: return false
      }
    }
  }
}
