import Core
import Style

extension LineBreaker {
  /// A feasible line: from which break it comes, and its demerits.
  struct Edge {
    var from: Int32
    var demerits: Int64
    var badness: Int32
    var fitness: Fitness
  }

  /// A way to a break: over which one before, as the how-manyth best way there.
  private struct Way {
    var demerits: Int64
    var badness: Int32
    var previous: Int32
    var rank: Int32
  }

  /// The best ways to break a paragraph, best first, in the pass that found the best of all.
  ///
  /// All feasible lines of that pass are edges of a graph without circles, whose nodes come in the
  /// order of the text; so the best few ways to each break are found from those before it.
  /// - Complexity: O(edges × `count`); meant for the few paragraphs whose best breaks displease.
  /// *Source:* Bellman & Kalaba, On k-th best policies, 1960.
  mutating func alternatives(
    _ count: Int, to best: BreakResult, of items: [Item], shape: LineShape,
    background: LineBackground, parameters: BreakParameters
  ) -> [BreakResult] {
    var background = background
    if best.pass == .emergency { background.stretch += Int64(parameters.emergencyStretch.sp) }
    var run = BreakRun(
      shape: shape, background: background, parameters: parameters,
      threshold: min(
        best.pass == .first ? parameters.pretolerance : parameters.tolerance, Item.infinity),
      allowsHyphenation: best.pass != .first, isFinal: false)
    run.keepsLines = true
    defer {
      pending.removeAll()
      edges.removeAll()
    }
    guard tryPass(items, &run) != nil else { return [best] }
    var ways: [[Way]] = [[Way(demerits: 0, badness: 0, previous: -1, rank: 0)]]
    ways.reserveCapacity(nodes.count)
    for node in nodes.indices.dropFirst() {
      ways.append(LineBreaker.best(count, of: edges[node], ways))
    }
    var ends: [(node: Int32, rank: Int32, demerits: Int64)] = []
    for node in active {
      for (rank, way) in ways[Int(node)].enumerated() {
        ends.append((node, Int32(rank), way.demerits))
      }
    }
    ends.sort { ($0.demerits, $0.node, $0.rank) < ($1.demerits, $1.node, $1.rank) }
    return ends.prefix(count).map { end in
      var steps: [Step] = []
      var node = end.node
      var way = ways[Int(node)][Int(end.rank)]
      while way.previous >= 0 {
        let before = ways[Int(way.previous)][Int(way.rank)]
        steps.append(
          Step(node: node, demerits: way.demerits - before.demerits, badness: way.badness))
        node = way.previous
        way = before
      }
      return result(of: steps.reversed(), items: items, run: run, pass: best.pass)
    }
  }

  private static func best(_ count: Int, of edges: [Edge], _ ways: [[Way]]) -> [Way] {
    var found: [Way] = []
    for edge in edges {
      for (rank, way) in ways[Int(edge.from)].enumerated() {
        let total = way.demerits + edge.demerits
        if found.count == count, total >= found[count - 1].demerits { break }
        let place = found.firstIndex { total < $0.demerits } ?? found.count
        found.insert(
          Way(demerits: total, badness: edge.badness, previous: edge.from, rank: Int32(rank)),
          at: place)
        if found.count > count { found.removeLast() }
      }
    }
    return found
  }
}
