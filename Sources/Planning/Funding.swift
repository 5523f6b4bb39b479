package import Core

/// What an activity costs. The cases are different things, printed and summed as such.
package enum Cost: Sendable, Hashable {
  /// So many crowns.
  case amount(Int64)
  /// From so many to so many crowns.
  case range(Int64, Int64)
  /// Nothing.
  case zero
  /// Paid within another activity.
  case within(Code)
  /// Not yet known (nevyčísleno).
  case unknown

  /// A stable form for dumps: `250000`, `100000–150000`, `0`, `within 1.1.2`, `unknown`.
  package var dump: String {
    switch self {
    case .amount(let crowns): "\(crowns)"
    case .range(let low, let high): "\(low)–\(high)"
    case .zero: "0"
    case .within(let code): "within \(code)"
    case .unknown: "unknown"
    }
  }
}

/// A decimal number as written: `1,5` is 15 with one decimal.
package struct Quantity: Sendable, Hashable {
  /// All digits as one number.
  package var digits: Int64
  /// How many of the digits are decimals.
  package var decimals: Int
  /// Makes a number.
  package init(digits: Int64, decimals: Int = 0) {
    self.digits = digits
    self.decimals = decimals
  }
}

/// So much money for an activity in a year from a source.
package struct FundingLine: Sendable, Equatable {
  /// The activity.
  package var activity: Located<Code>
  /// The year.
  package var year: Located<Int>
  /// The source, a code of `CodelistName.fundingSources`.
  package var source: Located<String>
  /// How much: an amount, a range, or not yet known.
  package var amount: Located<Money>
  /// How sure it is, a code of `CodelistName.fundingStates`.
  package var state: Located<String>?
  /// A remark.
  package var note: Located<String>?
  /// The row.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    activity: Located<Code>, year: Located<Int>, source: Located<String>, amount: Located<Money>,
    state: Located<String>?, note: Located<String>?, at: SourceSpan
  ) {
    self.activity = activity
    self.year = year
    self.source = source
    self.amount = amount
    self.state = state
    self.note = note
    self.at = at
  }
}

/// The total that the plan states for a year.
package struct StatedYear: Sendable, Equatable {
  /// The year.
  package var year: Located<Int>
  /// How much.
  package var amount: Located<Money>

  /// Makes it of its parts.
  package init(year: Located<Int>, amount: Located<Money>) {
    self.year = year
    self.amount = amount
  }
}

/// The total that the plan states for a source.
package struct StatedSource: Sendable, Equatable {
  /// The source, a code of `CodelistName.fundingSources`.
  package var source: Located<String>
  /// How much.
  package var amount: Located<Money>

  /// Makes it of its parts.
  package init(source: Located<String>, amount: Located<Money>) {
    self.source = source
    self.amount = amount
  }
}

/// The totals that the plan states.
package struct StatedTotals: Sendable, Equatable {
  /// The grand total.
  package var total: Located<Money>?
  /// By year, in the order of the file.
  package var years: [StatedYear]
  /// By source, in the order of the file.
  package var sources: [StatedSource]
  /// Their place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    total: Located<Money>?, years: [StatedYear], sources: [StatedSource], at: SourceSpan
  ) {
    self.total = total
    self.years = years
    self.sources = sources
    self.at = at
  }
}
