/// Whole years from the first to the last.
package struct Period: Sendable, Hashable {
  /// The first year.
  package var first: Int
  /// The last year, not before the first.
  package var last: Int

  /// Makes it of its parts.
  package init(first: Int, last: Int) {
    self.first = first
    self.last = last
  }
}

extension Period: CustomStringConvertible {
  /// Whether a year belongs to the period.
  package func contains(_ year: Int) -> Bool { first <= year && year <= last }

  /// Its years in order.
  package var years: ClosedRange<Int> { first...max(first, last) }

  /// `2025–2027`, or `2025` for a single year.
  package var description: String { first == last ? "\(first)" : "\(first)–\(last)" }
}

/// A month, or a whole year where the month was not given.
package struct TermPoint: Sendable, Hashable {
  /// The year.
  package var year: Int
  /// The month, 1…12; nil where only the year was given.
  package var month: Int?
  /// Makes a point in time.
  package init(year: Int, month: Int? = nil) {
    self.year = year
    self.month = month
  }
  /// `3/2025` or `2025`.
  package var text: String { month.map { "\($0)/\(year)" } ?? "\(year)" }
}

/// When an activity takes place.
package enum Term: Sendable, Hashable {
  /// From a month or year to a month or year, both included.
  case span(from: TermPoint, to: TermPoint)
  /// Throughout the period of the plan (průběžně).
  case ongoing

  /// `3/2025 – 12/2026`, `2025–2027`, `2026` or `průběžně`.
  package var text: String {
    switch self {
    case .ongoing: "průběžně"
    case .span(let from, let to):
      if from == to {
        from.text
      } else if from.month == nil && to.month == nil {
        "\(from.text)–\(to.text)"
      } else {
        "\(from.text)\u{A0}– \(to.text)"
      }
    }
  }
}
