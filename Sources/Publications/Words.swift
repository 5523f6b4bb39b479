import Core
import Manuscript
import Planning

/// How dates, postcodes and paragraphs of records are worded.
extension Ledger {
  /// A day in words: `6. listopadu 2024`; day and month tied, the year may break off.
  ///
  /// *Source:* ÚJČ, „Zalomení řádků“ (T05).
  func words(of date: CivilDate) -> String {
    "\(date.day).\u{A0}\(phrases["month.\(date.month)"]) \(date.year)"
  }

  /// What an activity costs, in words.
  func words(of cost: Cost) -> String {
    switch cost {
    case .amount(let sum): crowns(sum)
    case .range(let low, let high): "\(grouped(low))–\(crowns(high))"
    case .zero: crowns(0)
    case .within(let code): "\(self[.costWithin])\u{A0}\(code.text)"
    case .unknown: self[.costUnknown]
    }
  }

  /// Money in the cell of a table in crowns: `100 000–150 000`, `nevyčísleno`; a sum that leaves out
  /// what is not yet known bears a mark.
  func words(of money: Money) -> String {
    if money.isUnknown { return self[.costUnknown] }
    return money.figures + (money.unknowns > 0 ? "\u{A0}+" : "")
  }

  /// What is said below a table of money of its ranges and marks; nil where all of it is exact.
  func note(on money: Money) -> String? {
    let ranges = money.low == money.high ? nil : self[.moneyRange]
    let count = money.unknowns
    let form: PhraseKey =
      count == 1 ? .moneyUnknownOne : count < 5 ? .moneyUnknownFew : .moneyUnknownMany
    let unknowns = count == 0 ? nil : "\(self[.moneyUnknown]) \(count)\u{A0}\(self[form])."
    let notes = [ranges, unknowns].compactMap { $0 }
    return notes.isEmpty ? nil : notes.joined(separator: " ")
  }

  /// A count of points: `1 bod`, `3 body`, `5 bodů`.
  func points(_ count: Int) -> String {
    let word: PhraseKey =
      switch count {
      case 1: .pointsOne
      case 2...4: .pointsFew
      default: .pointsMany
      }
    return "\(count)\u{A0}\(self[word])"
  }

  /// When an activity takes place.
  func words(of term: Term) -> String {
    term == .ongoing ? self[.ongoing] : term.text
  }
}

extension CivilDate {
  /// The day in figures, for tables: `6. 11. 2024`, all of it tied.
  var figures: String { "\(day).\u{A0}\(month).\u{A0}\(year)" }
}

/// A PSČ in its groups: `378 91`; anything else as written.
///
/// *Source:* ČSN 01 6910 (T31).
func postcode(_ digits: String) -> String {
  guard digits.utf8.count == 5 else { return digits }
  return "\(digits.prefix(3))\u{A0}\(digits.suffix(2))"
}

extension DocumentBuilder {
  /// Adds a paragraph of plain words.
  mutating func paragraph(_ words: String, look: String = "", origin: SourceSpan? = nil) {
    node(.paragraph, look: look, origin: origin) { $0.text(words) }
  }

  /// Adds the paragraphs of a record's text; a line feed separates them.
  mutating func paragraphs(_ text: Located<String>?, look: String = "") {
    guard let text else { return }
    for words in text.value.split(separator: "\n") {
      paragraph(String(words), look: look, origin: text.at)
    }
  }

  /// Adds an item of a list of descriptions.
  mutating func field(
    _ term: String, origin: SourceSpan?, _ fill: (inout DocumentBuilder) -> Void
  ) {
    node(.item, origin: origin) { builder in
      builder.node(.label, look: "term") { $0.text(term) }
      builder.node(.body, fill)
    }
  }

  /// Adds an item of a list of descriptions with plain words.
  mutating func field(_ term: String, _ words: String?, origin: SourceSpan?) {
    guard let words, !words.isEmpty else { return }
    field(term, origin: origin) { $0.paragraph(words) }
  }

  /// Adds an item of a list of descriptions from a fact, if there is one.
  mutating func field(_ term: String, _ fact: Located<String>?) {
    guard let fact else { return }
    field(term, fact.value, origin: fact.at)
  }

  /// Adds an item with several facts, divided by commas.
  mutating func field(_ term: String, _ facts: [Located<String>]) {
    field(term, facts.map(\.value).joined(separator: ", "), origin: facts.first?.at)
  }
}
