extension DesignReader {
  private static let limits = ["facing-most", "demerits", "looseness", "trouble"]
  static let pageBreakingKeys = BreakTerm.allCases.map(\.key) + limits

  /// What page breaks cost; what is not named costs what it does in the house.
  mutating func pageBreaking(_ node: LayoutNode?) -> PageBreakCosts {
    var costs = PageBreakCosts.house
    guard let node,
      let fields = reader.fields(
        node, of: "page-breaking", known: DesignReader.pageBreakingKeys)
    else { return costs }
    func number(_ key: String, in bounds: ClosedRange<Int>) -> Int? {
      fields[key].flatMap { reader.integer($0, key: key, in: bounds) }
    }
    for term in BreakTerm.allCases {
      if let cost = number(term.key, in: 0...10_000) { costs[term] = Int32(cost) }
    }
    if let most = number("facing-most", in: 0...10_000) { costs.facingMost = Int32(most) }
    if let unit = number("demerits", in: 1...10_000_000) { costs.demerits = Int32(unit) }
    if let lines = number("looseness", in: 0...4) { costs.looseness = lines }
    if let cost = number("trouble", in: 0...10_000) { costs.trouble = Int32(cost) }
    return costs
  }
}
