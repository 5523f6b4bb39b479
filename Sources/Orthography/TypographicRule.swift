/// The typographic rules of the house, T01…T35: one value each.
///
/// A rule rewrites what was typed, or warns where only the author can know, or constrains the
/// layout; what it says at length stands in `Data/Explanations`.
///
/// *Source:* ÚJČ, Internetová jazyková příručka (Zalomení řádků, Pomlčka, Uvozovky, Datum …);
/// ČSN 01 6910:2014.
package enum TypographicRule: String, Sendable, Hashable, CaseIterable {
  case singleLetter = "T01"
  case numberAndWord = "T02"
  case signAndNumber = "T03"
  case thousands = "T04"
  case dayAndMonth = "T05"
  case ratio = "T06"
  case telephone = "T07"
  case compoundAbbreviation = "T08"
  case ordinal = "T09"
  case nameAndDegree = "T10"
  case degreeAfterName = "T11"
  case percent = "T12"
  case numberAdjective = "T13"
  case decimalComma = "T14"
  case currency = "T15"
  case range = "T16"
  case spacedRange = "T17"
  case asideDash = "T18"
  case rangeDash = "T19"
  case hyphen = "T20"
  case quotes = "T21"
  case ellipsis = "T22"
  case hyphenation = "T23"
  case headingStop = "T24"
  case headingNumber = "T25"
  case listItems = "T26"
  case smallLetters = "T27"
  case clock = "T28"
  case spaces = "T29"
  case slash = "T30"
  case postalCode = "T31"
  case spacedLetters = "T32"
  case runningHead = "T33"
  case shortLines = "T34"
  case order = "T35"

  /// What a rule does where it finds something.
  package enum Effect: String, Sendable, CaseIterable {
    /// Puts it right by itself.
    case rewrites
    /// Tells the author, who alone can know.
    case warns
    /// Keeps lines, pages or lists from being made otherwise.
    case constrainsLayout
  }

  /// What the rule does.
  package var effect: Effect {
    switch self {
    case .percent, .numberAdjective, .listItems, .spacedLetters: .warns
    case .rangeDash, .hyphen, .hyphenation, .runningHead, .shortLines, .order: .constrainsLayout
    default: .rewrites
    }
  }

  /// The position of the rule among all, from 0.
  package var number: Int { Int(bit.trailingZeroBitCount) }

  /// The rule as a bit of a set.
  var bit: UInt64 {
    switch self {
    case .singleLetter: 1
    case .numberAndWord: 1 << 1
    case .signAndNumber: 1 << 2
    case .thousands: 1 << 3
    case .dayAndMonth: 1 << 4
    case .ratio: 1 << 5
    case .telephone: 1 << 6
    case .compoundAbbreviation: 1 << 7
    case .ordinal: 1 << 8
    case .nameAndDegree: 1 << 9
    case .degreeAfterName: 1 << 10
    case .percent: 1 << 11
    case .numberAdjective: 1 << 12
    case .decimalComma: 1 << 13
    case .currency: 1 << 14
    case .range: 1 << 15
    case .spacedRange: 1 << 16
    case .asideDash: 1 << 17
    case .rangeDash: 1 << 18
    case .hyphen: 1 << 19
    case .quotes: 1 << 20
    case .ellipsis: 1 << 21
    case .hyphenation: 1 << 22
    case .headingStop: 1 << 23
    case .headingNumber: 1 << 24
    case .listItems: 1 << 25
    case .smallLetters: 1 << 26
    case .clock: 1 << 27
    case .spaces: 1 << 28
    case .slash: 1 << 29
    case .postalCode: 1 << 30
    case .spacedLetters: 1 << 31
    case .runningHead: 1 << 32
    case .shortLines: 1 << 33
    case .order: 1 << 34
    }
  }
}

/// A set of rules.
struct RuleSet {
  private var bits: UInt64 = 0

  init(_ rules: [TypographicRule]) {
    for rule in rules { bits |= rule.bit }
  }

  @inline(__always)
  func contains(_ rule: TypographicRule) -> Bool { bits & rule.bit != 0 }
}
