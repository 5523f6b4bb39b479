package import Style

/// What the cost of breaking a page before a box is made of.
package struct BreakReasons: OptionSet, Sendable, Hashable {
  package var rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }
  /// A term of the design.
  package init(_ term: BreakTerm) { rawValue = 1 << UInt32(term.rawValue) }

  /// Fewer lines of a paragraph than orphans or widows allow, or too little of a block.
  package static let stranded = BreakReasons(rawValue: 1 << 28)
  /// What must stay together.
  package static let together = BreakReasons(rawValue: 1 << 29)
  /// A heading or label and what it belongs to.
  package static let heading = BreakReasons(rawValue: 1 << 30)
  /// A block that would fit on a page, by its `keep-cost`.
  package static let kept = BreakReasons(rawValue: 1 << 31)

  /// The terms of the design in it.
  package var terms: [BreakTerm] {
    BreakTerm.allCases.filter { contains(BreakReasons($0)) }
  }
}

extension GalleyBuilder {
  /// Lets a break before the next box cost at least a term.
  mutating func charge(_ term: BreakTerm) {
    guard costs[term] > penalty else { return }
    (penalty, reasons) = (costs[term], BreakReasons(term))
  }

  /// Lets a break before the next box cost at least so much, for a reason that is no weight.
  mutating func forbid(_ cost: Int32, as reason: BreakReasons) {
    guard cost > penalty else { return }
    (penalty, reasons) = (cost, reason)
  }
}
