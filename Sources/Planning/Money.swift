/// Whole crowns from the least to the most, and how many parts of the sum nobody knows yet.
///
/// Zero, a range and „nevyčísleno“ are different things, and they stay different when they are added:
/// ranges add up to ranges, and what is not known is counted instead of being taken for nothing.
package struct Money: Sendable, Hashable {
  /// The least.
  package var low: Int64
  /// The most; equal to `low` where the amount is known exactly.
  package var high: Int64
  /// How many parts are not yet known (nevyčísleno).
  package var unknowns: Int

  /// So many crowns.
  package init(_ crowns: Int64) { self.init(from: crowns, to: crowns) }

  /// From so many to so many crowns.
  package init(from low: Int64, to high: Int64, unknowns: Int = 0) {
    self.low = low
    self.high = high
    self.unknowns = unknowns
  }

  /// Nothing.
  package static let zero = Money(0)

  /// Not yet known.
  package static let unknown = Money(from: 0, to: 0, unknowns: 1)

  /// Whether it is one known amount.
  package var isExact: Bool { low == high && unknowns == 0 }

  /// Whether nothing of it is known.
  package var isUnknown: Bool { unknowns > 0 && high == 0 }

  /// Whether no line said anything else than zero crowns.
  package var isNothing: Bool { self == .zero }

  package static func + (a: Money, b: Money) -> Money {
    Money(from: a.low + b.low, to: a.high + b.high, unknowns: a.unknowns + b.unknowns)
  }

  package static func += (a: inout Money, b: Money) { a = a + b }
}

extension Money: CustomStringConvertible {
  /// The bare digits for dumps: `250000`, `100000–150000`, `unknown`, `250000 + 2 unknown`.
  package var description: String {
    if isUnknown, unknowns == 1 { return "unknown" }
    let known = low == high ? "\(low)" : "\(low)–\(high)"
    return unknowns == 0 ? known : "\(known) + \(unknowns) unknown"
  }

  /// The known part in groups of three, without its unit: `250 000`, `100 000–150 000`.
  package var figures: String {
    low == high ? grouped(low) : "\(grouped(low))–\(grouped(high))"
  }

  /// The known part with its unit: `100 000–150 000 Kč`.
  package var amount: String { figures + "\u{A0}Kč" }
}

extension Sequence {
  /// The sum of what `money` finds in the elements.
  package func total(_ money: (Element) -> Money) -> Money {
    reduce(into: .zero) { $0 += money($1) }
  }
}

extension Cost {
  /// What it adds to a sum. What is paid within another activity is counted there.
  package var money: Money {
    switch self {
    case .amount(let crowns): Money(crowns)
    case .range(let low, let high): Money(from: low, to: high)
    case .zero, .within: .zero
    case .unknown: .unknown
    }
  }
}
