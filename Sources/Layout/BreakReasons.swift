package import Style

/// What the cost of breaking a page before a box is made of.
package struct BreakReasons: OptionSet, Sendable, Hashable {
  package var rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }
  /// A term of the design.
  package init(_ term: BreakTerm) { rawValue = 1 << UInt32(term.rawValue) }

  /// Breaks between the columns of the page.
  package static let columns = BreakReasons(rawValue: 1 << 27)
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

extension PageBreak {
  /// What its penalty has beyond that of the box before which it breaks: what stands on the page.
  func reasonsWithin(_ galley: Galley, before end: Int, _ costs: PageBreakCosts) -> BreakReasons {
    let own = end < galley.boxes.count ? max(galley.boxes[end].penalty, 0) : 0
    let more = penalty - own - (rest == nil ? 0 : costs[.splitNote])
    guard more > 0 else { return [] }
    let turned = costs[.beforeTurned]
    var reasons: BreakReasons = []
    if turned > 0, more >= turned { reasons.insert(BreakReasons(.beforeTurned)) }
    let hasColumns = boxes.contains { galley.boxes[$0].columns >= 0 }
    if hasColumns, turned == 0 || more % turned > 0 { reasons.insert(.columns) }
    return reasons
  }
}
