package import Core

extension Page {
  /// Puts the marks of nodes into reading order, artifacts beneath them.
  ///
  /// Rows are painted line by line across their cells; who reads a page in the order of its marks
  /// must get cell by cell. Artifacts keep their order and come first, so tints stay beneath.
  ///
  /// - Parameter rank: the place of a node's block in the document.
  package mutating func arrange(by rank: (NodeID) -> UInt32) {
    let keys = spans.map { span -> UInt64 in
      guard case .node(let node) = span.owner else { return 0 }
      return UInt64(rank(node)) + 1
    }
    guard zip(keys, keys.dropFirst()).contains(where: { $0 > $1 }) else { return }
    let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    var arranged: [Op] = []
    arranged.reserveCapacity(ops.count)
    var owners: [OwnerSpan] = []
    for position in order {
      let span = spans[position]
      let start = UInt32(arranged.count)
      arranged += ops[Int(span.ops.lowerBound)..<Int(span.ops.upperBound)]
      let end = UInt32(arranged.count)
      if let last = owners.last, last.owner == span.owner {
        owners[owners.count - 1].ops = last.ops.lowerBound..<end
      } else {
        owners.append(OwnerSpan(ops: start..<end, owner: span.owner))
      }
    }
    ops = arranged
    spans = owners
  }
}
