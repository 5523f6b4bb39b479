import Core
import Style

/// The cheapest pages in all: a page ends where its cost and that of all pages after it is least,
/// so that a paragraph or card later on may be saved by a line of white here.
///
/// Weighed are the breaks, the white, footnotes that go on overleaf, whether the feet of facing
/// pages agree, and whether paragraphs would rather have a line more or fewer. What may float is
/// moved only where a page cut without that is in trouble, or the page before is; otherwise it is
/// exact: no way to cut the galley is cheaper, paragraphs changed only where they stand whole on a
/// page.
/// - Complexity: linear in the number of boxes, times the square of the boxes of a page at worst.
/// *Source:* Plass, Optimal Pagination Techniques (1981); Mittelbach, A general LuaTeX framework
/// for globally optimized pagination (2019).
package func breakOptimally(
  _ galley: Galley, first: PageShape, other: PageShape, startsVerso: Bool = false
) -> [PageBreak] {
  let still = [Bool](repeating: false, count: galley.floats.count)
  let pages = cut(galley, still, first, other, startsVerso)
  let lifted = galley.floats(near: pages)
  guard lifted.contains(true) else { return pages }
  return cut(galley, lifted, first, other, startsVerso)
}

/// The cheapest pages in all, wherever anything may float: what `breakOptimally` is measured by.
package func breakExactly(
  _ galley: Galley, first: PageShape, other: PageShape, startsVerso: Bool = false
) -> [PageBreak] {
  let all = [Bool](repeating: true, count: galley.floats.count)
  return cut(galley, all, first, other, startsVerso)
}

private func cut(
  _ galley: Galley, _ lifted: [Bool], _ first: PageShape, _ other: PageShape, _ startsVerso: Bool
) -> [PageBreak] {
  var search = PageSearch(galley, lifted, other)
  search.look()
  return search.pages(first: first, startsVerso: startsVerso)
}

/// What the rest of a run costs at least, from each box on: found from its end backwards.
private struct PageSearch {
  /// What follows costs at least, when a page starts somewhere.
  struct Rest {
    /// When it is a left-hand page.
    var verso: Int64
    /// When it is a right-hand page that no page of the run faces.
    var recto: Int64
    /// The ways to go on with a right-hand page, in `ways`, the cheapest first.
    var ways: Range<Int>
  }

  /// A way to go on with a right-hand page: what it and all after it cost, and where it ends.
  struct Way {
    var cost: Int64
    var foot: Length?
  }

  /// A page that starts with a footnote from the page before, or while something waits for it.
  struct Continuation: Hashable {
    var box: Int
    var rest: NoteRest?
    var waiting: Int
  }

  var scan: PageScan
  let movesNothing: Bool
  let shape: PageShape
  let costs: PageBreakCosts
  var rests: [Rest]
  /// What a page that starts with a box below a footnote that comes over, and all after it, cost at
  /// least.
  var floors: [Int64]
  var continued: [Continuation: Rest] = [:]
  var ways: [Way] = []
  var ends: [PageEnd] = []

  init(_ galley: Galley, _ lifted: [Bool], _ shape: PageShape) {
    scan = PageScan(galley)
    scan.mayLift = lifted
    movesNothing = !lifted.contains(true)
    self.shape = shape
    costs = galley.costs
    let nothing = Rest(verso: 0, recto: 0, ways: 0..<0)
    rests = [Rest](repeating: nothing, count: galley.boxes.count + 1)
    floors = [Int64](repeating: 0, count: galley.boxes.count + 1)
  }

  mutating func look() {
    for start in stride(from: rests.count - 2, through: 1, by: -1) {
      scan.ends(from: start, carried: nil, shape, into: &ends)
      rests[start] = least(of: ends)
      // What floats lets pages reach further than one scan has seen: then nothing is left out.
      if movesNothing { floors[start] = floor(of: start, until: scan.reach) }
    }
  }

  /// What is at least paid from a box on, below a footnote that comes over: the break that ends the
  /// page, and the pages after; where notes go on overleaf once more that has its price. White counts
  /// for nothing, as the note may fill it.
  ///
  /// - Parameter reach: the last box before which the page can end.
  private func floor(of start: Int, until reach: Int) -> Int64 {
    let split = Int64(costs[.splitNote])
    var least = min(rests[start].verso, rests[start].recto) + split
    guard reach > start else { return least }
    for end in start + 1...reach {
      let rest = min(rests[end].verso, rests[end].recto, floors[end] + split)
      let isOpen = end == rests.count - 1 || scan.galley.boxes[end].penalty == Penalty.forced
      least = min(least, rest + (isOpen ? 0 : Int64(max(scan.galley.boxes[end].penalty, 0))))
    }
    return least
  }

  /// What a page that can end so, and all after it, cost at least.
  ///
  /// Pages whose footnotes go on overleaf lead to pages of their own, which are looked at only where
  /// they could be cheaper.
  private mutating func least(of ends: [PageEnd]) -> Rest {
    var rest = Rest(verso: .max, recto: .max, ways: ways.count..<ways.count)
    var found: [Way] = []
    found.reserveCapacity(ends.count)
    var split: [(end: Int, floor: Int64)] = []
    for number in ends.indices {
      if ends[number].rest == nil {
        consider(ends[number], &rest, &found)
      } else {
        split.append((number, ends[number].cost(costs) + floors[ends[number].end]))
      }
    }
    split.sort { $0.floor < $1.floor }
    for (number, floor) in split {
      let bound = max(rest.recto, rest.verso)
      if bound < .max, floor > bound + Int64(costs.facingMost) { break }
      consider(ends[number], &rest, &found)
    }
    // Facing pages never cost more than the most; what is dearer by that is never chosen.
    let most = rest.recto + Int64(costs.facingMost)
    let start = ways.count
    found.sort { $0.cost < $1.cost }
    for way in found where way.cost <= most {
      // Of pages whose feet are level the cheapest is enough.
      if !ways[start...].contains(where: { $0.foot == way.foot }) { ways.append(way) }
    }
    rest.ways = start..<ways.count
    return rest
  }

  /// Takes account of a way to end a page.
  private mutating func consider(_ end: PageEnd, _ rest: inout Rest, _ found: inout [Way]) {
    let own = end.cost(costs)
    let way = Way(
      cost: own + after(end, isVerso: false), foot: end.isShort ? nil : end.foot)
    rest.recto = min(rest.recto, way.cost)
    found.append(way)
    rest.verso = min(rest.verso, own + after(end, isVerso: true))
  }

  /// What all pages after one that ends so cost at least.
  mutating func after(_ end: PageEnd, isVerso: Bool) -> Int64 {
    let waiting = end.floats.waiting
    if end.end == rests.count - 1 && end.rest == nil && waiting == 0 { return 0 }
    let next = rest(from: end.end, end.rest, waiting: waiting)
    if isVerso == (end.sheetPages % 2 == 1) { return next.verso }
    guard isVerso, end.sheetPages == 0, !end.isShort else { return next.recto }
    var least = Int64.max
    for way in ways[next.ways] {
      guard way.cost < least else { break }
      let facing = facingCost(of: way.foot, beside: end.foot, shape, costs)
      least = min(least, way.cost + Int64(facing))
    }
    return least
  }

  private mutating func rest(from box: Int, _ carried: NoteRest?, waiting: Int) -> Rest {
    if carried == nil && waiting == 0 { return rests[box] }
    let start = Continuation(box: box, rest: carried, waiting: waiting)
    if let known = continued[start] { return known }
    var ends: [PageEnd] = []
    scan.ends(from: box, carried: carried, waiting: waiting, shape, into: &ends)
    let rest = least(of: ends)
    continued[start] = rest
    return rest
  }

  /// The pages, first to last.
  mutating func pages(first: PageShape, startsVerso: Bool) -> [PageBreak] {
    var pages: [PageBreak] = []
    var start = 0
    var carried: NoteRest?
    var isVerso = startsVerso
    var partner: Length?
    var waiting = 0
    while start < rests.count - 1 || carried != nil || waiting > 0 {
      let shape = pages.isEmpty ? first : self.shape
      scan.ends(from: start, carried: carried, waiting: waiting, shape, into: &ends)
      var totals: [Int64] = []
      for end in ends {
        let facing = facingCost(of: end.isShort ? nil : end.foot, beside: partner, shape, costs)
        totals.append(end.cost(costs) + Int64(facing) + after(end, isVerso: isVerso))
      }
      let (end, second) = choice(among: ends, totals)
      var page = PageBreak(end, from: start, carried: carried, scan)
      page.facing = facingCost(of: page.foot, beside: partner, shape, costs)
      if let second {
        // Told as the cost of this page, with what it would make dearer or cheaper later.
        let later = after(end, isVerso: isVerso)
        page.nextBest = PageAlternative(box: second.box, cost: second.cost - later)
      }
      pages.append(page)
      partner = isVerso && end.sheetPages == 0 ? page.foot : nil
      if end.sheetPages % 2 == 0 { isVerso.toggle() }
      start = end.end
      carried = end.rest
      waiting = end.floats.waiting
    }
    return pages
  }
}
