import Core
import Style

/// What the rest of a run costs at least, from each box on: found from its end backwards.
struct PageSearch {
  /// What follows costs at least, when a page starts somewhere.
  struct Rest {
    /// When it is a left-hand page.
    var verso = Int64.max
    /// When it is a right-hand page that no page of the run faces.
    var recto = Int64.max
    /// The ways to go on with a right-hand page, in `ways`, the cheapest first.
    var ways = 0..<0
  }

  /// A way to go on with a right-hand page: what it and all after it cost, and where it ends.
  struct Way {
    var cost: Int64
    var foot: Length?
  }

  /// A page that starts with a footnote from the page before, or while something waits for it.
  private struct Continuation: Hashable {
    var box: Int
    var rest: NoteRest?
    var waiting: Int
  }

  private var scan: PageScan
  private let shape: PageShape
  private let costs: PageBreakCosts
  /// What follows where a page starts with a box, once it is known.
  private var rests: [Rest?]
  /// What all from a box on costs at least, whatever the page before leaves to it.
  private var floors: [Int64]
  private var continued: [Continuation: Rest] = [:]
  private var ways: [Way] = []
  /// Pages that end with more white than this are looked at only where no other is good.
  private let mostWhite: Length
  /// What they cost at least.
  private let whiteFloor: Int64
  /// Lent to whoever looks at a page.
  private var ends: [PageEnd] = []
  private var found: [Way] = []

  /// After so many starts of pages that were not looked at, one is: so no question leads to a
  /// thousand others.
  private static let mostUnasked = 60

  /// Whether pages are left out that are very likely dear: those with much white at their foot, the
  /// height of columns taken for their share of what stands in them.
  private let prunes: Bool

  /// A search in which nothing floats yet, for pages of a shape; the first of all may have another.
  init(_ galley: Galley, _ shape: PageShape, prunes: Bool = true) {
    self.prunes = prunes
    scan = PageScan(galley)
    scan.mayLift = [Bool](repeating: false, count: galley.floats.count)
    self.shape = shape
    costs = galley.costs
    rests = [Rest?](repeating: nil, count: galley.boxes.count + 1)
    floors = [Int64](repeating: 0, count: galley.boxes.count + 1)
    // Some of it may be spread over the page, or filled by longer paragraphs.
    let least = shape.height / 4
    mostWhite = least + max(shape.flush, .zero) + shape.baseline * (costs.looseness + 1)
    whiteFloor = Int64(whiteCost(lacking: least, of: shape, costs))
  }

  /// Finds what follows wherever a page may start.
  ///
  /// Where a break is prohibited a page starts only in need: that is looked at when it is asked for.
  mutating func look() {
    var window = FloorWindow(scan.galley, shape)
    var unasked = 0
    for start in stride(from: scan.galley.boxes.count - 1, through: 0, by: -1) {
      if start + 1 < floors.count - 1 {
        window.append(floor(ofEndBefore: start + 1), at: start + 1)
      }
      floors[start] = window.least(from: start, scan.galley)
      look(at: start, &unasked)
    }
  }

  /// Finds anew what changes when blocks float.
  mutating func lift(_ lifted: [Bool]) {
    guard let last = lifted.lastIndex(of: true) else { return }
    scan.mayLift = lifted
    let end = scan.galley.floats[last].boxes.lowerBound
    continued = continued.filter { $0.key.box >= end }
    for start in stride(from: end - 1, through: 0, by: -1) {
      // What waits may stand well on any page: nothing is known of what follows at least.
      (rests[start], floors[start]) = (nil, 0)
    }
    var unasked = 0
    for start in stride(from: end - 1, through: 0, by: -1) { look(at: start, &unasked) }
  }

  private mutating func look(at start: Int, _ unasked: inout Int) {
    unasked += 1
    let isOpen = scan.galley.boxes[start].penalty < Penalty.prohibited
    guard start > 0, isOpen || unasked > PageSearch.mostUnasked else { return }
    unasked = 0
    rests[start] = least(from: start)
  }

  /// What a page that ends before a box pays for that, and all after it, at least.
  private func floor(ofEndBefore box: Int) -> Int64 {
    let penalty = scan.galley.boxes[box].penalty
    let own = penalty == Penalty.forced ? 0 : Int64(penalty)
    let split = floors[box] + Int64(costs[.splitNote])
    guard let rest = rests[box] else { return own + floors[box] }
    return own + min(rest.verso, rest.recto, split)
  }

  /// What a page that starts with a box, and all after it, cost at least.
  private mutating func least(from start: Int) -> Rest {
    var ends: [PageEnd] = []
    swap(&ends, &self.ends)
    defer { swap(&ends, &self.ends) }
    let leavesOut = scan.ends(
      from: start, carried: nil, shape, lacking: prunes ? mostWhite : .max, into: &ends)
    if !ends.isEmpty {
      let rest = least(of: ends)
      let dearest = max(rest.verso, rest.recto) + Int64(costs.facingMost)
      if !leavesOut || floors[start] + whiteFloor > dearest { return rest }
      let least = (start + 1...scan.leftOut).reduce(Int64.max) {
        min($0, floor(ofEndBefore: $1))
      }
      if least + whiteFloor > dearest { return rest }
    }
    scan.ends(from: start, carried: nil, shape, into: &ends)
    return least(of: ends)
  }

  /// What a page that can end so, and all after it, cost at least.
  ///
  /// Pages that lead to others of which nothing is known yet are looked at only where they could be
  /// cheaper.
  private mutating func least(of ends: [PageEnd]) -> Rest {
    var rest = Rest()
    var found: [Way] = []
    swap(&found, &self.found)
    defer { swap(&found, &self.found) }
    found.removeAll(keepingCapacity: true)
    var asked: [(end: Int, floor: Int64)] = []
    for number in ends.indices.reversed() {
      if isKnown(after: ends[number]) {
        consider(ends[number], &rest, &found)
      } else {
        asked.append((number, ends[number].cost(costs) + floor(after: ends[number])))
      }
    }
    asked.sort { $0.floor < $1.floor }
    for (number, floor) in asked {
      let bound = max(rest.recto, rest.verso)
      if bound < .max, floor > bound + Int64(costs.facingMost) { break }
      consider(ends[number], &rest, &found)
    }
    // Facing pages never cost more than the most; what is dearer by that is never chosen.
    let most = rest.recto + Int64(costs.facingMost)
    let start = ways.count
    found.sort { $0.cost < $1.cost }
    for way in found {
      if way.cost > most { break }
      if ways[start...].contains(where: { $0.foot == way.foot }) { continue }
      ways.append(way)
      // What ends because nothing follows is compared with no foot: nothing dearer is better.
      if way.foot == nil { break }
    }
    rest.ways = start..<ways.count
    return rest
  }

  /// Whether it has been looked at what follows a page, or must be.
  private func isKnown(after end: PageEnd) -> Bool {
    let isEnd = end.end == rests.count - 1
    return end.rest == nil && (end.floats.waiting > 0 || isEnd || rests[end.end] != nil)
  }

  /// What all pages after one cost at least, before it is looked at.
  private func floor(after end: PageEnd) -> Int64 {
    end.floats.waiting > 0 ? 0 : floors[end.end]
  }

  /// Takes account of a way to end a page.
  private mutating func consider(_ end: PageEnd, _ rest: inout Rest, _ found: inout [Way]) {
    let own = end.cost(costs)
    guard let next = next(after: end) else {
      rest.recto = min(rest.recto, own)
      rest.verso = min(rest.verso, own)
      found.append(Way(cost: own, foot: end.isShort ? nil : end.foot))
      return
    }
    let cost = own + after(end, next, isVerso: false, below: .max)
    rest.recto = min(rest.recto, cost)
    found.append(Way(cost: cost, foot: end.isShort ? nil : end.foot))
    guard rest.verso > own else { return }
    let faced = after(end, next, isVerso: true, below: rest.verso - own)
    if faced < .max { rest.verso = min(rest.verso, own + faced) }
  }

  /// What all pages after one cost at least; the most there is where that is no less than so much.
  private func after(_ end: PageEnd, _ next: Rest, isVerso: Bool, below limit: Int64) -> Int64 {
    if isVerso == (end.sheetPages % 2 == 1) { return next.verso }
    guard isVerso, end.sheetPages == 0, !end.isShort else { return next.recto }
    var least = Int64.max
    for way in ways[next.ways] {
      // The cheapest come first, and what faces costs something or nothing.
      guard way.cost < min(least, limit) else { break }
      let facing = facingCost(of: way.foot, beside: end.foot, shape, costs)
      least = min(least, way.cost + Int64(facing))
    }
    return least
  }

  /// What all pages after one that ends so cost at least.
  private mutating func after(_ end: PageEnd, isVerso: Bool) -> Int64 {
    guard let next = next(after: end) else { return 0 }
    return after(end, next, isVerso: isVerso, below: .max)
  }

  /// What follows a page; nil for nothing.
  private mutating func next(after end: PageEnd) -> Rest? {
    let waiting = end.floats.waiting
    if end.rest == nil && waiting == 0 {
      if end.end == rests.count - 1 { return nil }
      if let known = rests[end.end] { return known }
      let rest = least(from: end.end)
      rests[end.end] = rest
      return rest
    }
    let start = Continuation(box: end.end, rest: end.rest, waiting: waiting)
    if let known = continued[start] { return known }
    var ends: [PageEnd] = []
    scan.ends(from: end.end, carried: end.rest, waiting: waiting, shape, into: &ends)
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
      var ends: [PageEnd] = []
      scan.ends(from: start, carried: carried, waiting: waiting, shape, into: &ends)
      let (end, second) = choice(
        among: ends, totals(of: ends, shape, beside: partner, isVerso: isVerso))
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

  /// What a page and all after it cost for each way to end it; of the third best on it may be less.
  private mutating func totals(
    of ends: [PageEnd], _ shape: PageShape, beside partner: Length?, isVerso: Bool
  ) -> [Int64] {
    var totals = ends.map {
      let facing = facingCost(of: $0.isShort ? nil : $0.foot, beside: partner, shape, costs)
      return $0.cost(costs) + Int64(facing)
    }
    var best = (end: -1, cost: Int64.max)
    var second = Int64.max
    var asked: [Int] = []
    for number in ends.indices {
      guard isKnown(after: ends[number]) else {
        asked.append(number)
        continue
      }
      totals[number] += after(ends[number], isVerso: isVerso)
      if totals[number] < best.cost {
        if ends[number].end != best.end { second = best.cost }
        best = (ends[number].end, totals[number])
      } else if ends[number].end != best.end {
        second = min(second, totals[number])
      }
    }
    for number in asked {
      let floor = floor(after: ends[number])
      totals[number] +=
        totals[number] + floor > second ? floor : after(ends[number], isVerso: isVerso)
    }
    return totals
  }
}
