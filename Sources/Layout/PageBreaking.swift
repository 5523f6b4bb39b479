package import Core
import Style

/// A page of a run: which boxes stand on it, and why it ends there.
package struct PageBreak: Sendable, Hashable {
  /// Its boxes.
  package var boxes: Range<Int>
  /// The footnote that comes from the page before.
  package var carried: NoteRest?
  /// The footnote that goes on overleaf.
  package var rest: NoteRest?
  /// What the white at its foot costs, 0…9 999.
  package var badness: Int32
  /// What the break itself costs.
  package var penalty: Int32
  /// The next best break: before which box, and its cost.
  package var nextBest: PageAlternative?
  /// By how much its content exceeds the page: a box that nothing can split.
  package var overflow: Length
  /// The turned galley that its boxes are of, or -1 for the run's own.
  package var sheet = -1
  /// How far down it reaches: what facing pages compare; nil where it ends because nothing follows.
  package var foot: Length?
  /// What it costs that the left-hand page beside it ends elsewhere.
  package var facing: Int32 = 0
  /// How many whole lines of white are spread over it.
  package var flush = 0
  /// What that costs.
  package var flushCost: Int32 = 0
  /// What floats, and where on this page.
  package var floats = FloatChoice()
  /// What that costs.
  package var floating: Int32 = 0
  /// What it costs that some of it stands below the heading of a later section.
  package var passing: Int32 = 0
  /// The paragraphs on it that have a line more or fewer.
  package var changes: [LineChange] = []

  /// What it costs in all.
  package var cost: Int64 {
    Int64(badness) + Int64(penalty) + Int64(facing) + Int64(flushCost) + Int64(floating)
      + Int64(passing)
      + changes.reduce(0) { $0 + Int64($1.cost) }
  }
}

/// A break that was not taken.
package struct PageAlternative: Sendable, Hashable {
  /// The box that would have started the next page.
  package var box: Int
  /// What it would have cost.
  package var cost: Int64
}

/// Cuts a galley into pages; `first` and `other` give the room of the run's first page and of all
/// others, `startsVerso` says whether the first is a left-hand one.
package typealias PageBreaking =
  @Sendable (Galley, _ first: PageShape, _ other: PageShape, _ startsVerso: Bool)
  -> [PageBreak]

/// Page by page, each at its best break: the page builder of TeX, for drafts and to compare.
///
/// - Complexity: linear in the number of boxes, as each page looks at its own and one more.
/// *Source:* TeX: The Program §1005–1007 (badness plus penalty, least cost wins, later on a tie).
package func breakPageByPage(
  _ galley: Galley, first: PageShape, other: PageShape, startsVerso: Bool = false
) -> [PageBreak] {
  var stiff = galley
  stiff.flexes = []
  stiff.floats = []
  var scan = PageScan(stiff)
  var ends: [PageEnd] = []
  var pages: [PageBreak] = []
  var start = 0
  var carried: NoteRest?
  var isVerso = startsVerso
  var partner: Length?
  while start < galley.boxes.count || carried != nil {
    let shape = pages.isEmpty ? first : other
    scan.ends(from: start, carried: carried, shape, into: &ends)
    let costs = ends.map { $0.isShort ? 0 : $0.cost(galley.costs) }
    let (end, second) = choice(among: ends, costs)
    var page = PageBreak(end, from: start, carried: carried, scan)
    page.nextBest = second
    page.facing = facingCost(of: end.isShort ? nil : end.foot, beside: partner, shape, galley.costs)
    pages.append(page)
    partner = isVerso && end.sheetPages == 0 && !end.isShort ? end.foot : nil
    if end.sheetPages % 2 == 0 { isVerso.toggle() }
    start = end.end
    carried = end.rest
  }
  return pages
}

/// The cheapest of the ways to end a page, the later or fuller of equals, and the next best other
/// break.
func choice(among ends: [PageEnd], _ costs: [Int64]) -> (PageEnd, PageAlternative?) {
  var best = 0
  for number in ends.indices where costs[number] <= costs[best] {
    let (end, known) = (ends[number], ends[best])
    if costs[number] < costs[best] || (end.end, end.flush) > (known.end, known.flush) {
      best = number
    }
  }
  var second: PageAlternative?
  for number in ends.indices where ends[number].end != ends[best].end {
    if second.map({ costs[number] <= $0.cost }) ?? true {
      second = PageAlternative(box: ends[number].end, cost: costs[number])
    }
  }
  return (ends[best], second)
}

/// What it costs that the feet of facing pages differ.
func facingCost(
  of foot: Length?, beside partner: Length?, _ shape: PageShape, _ costs: PageBreakCosts
) -> Int32 {
  guard let foot, let partner else { return 0 }
  let lines =
    ((foot - partner).sp.magnitude + shape.baseline.sp.magnitude / 2)
    / shape.baseline.sp.magnitude
  return Int32(min(Int64(lines) * Int64(costs[.facing]), Int64(costs.facingMost)))
}

extension PageBreak {
  /// The page of a way to end it.
  init(_ end: PageEnd, from start: Int, carried: NoteRest?, _ scan: PageScan) {
    self.init(
      boxes: start..<end.end, carried: carried, rest: end.rest, badness: end.white,
      penalty: end.penalty, nextBest: nil, overflow: end.overflow)
    foot = end.isShort ? nil : end.foot
    flush = Int(end.flush)
    flushCost = scan.costs[.flush] * Int32(end.flush)
    floats = end.floats
    passing = scan.costs[.pastHeading] * Int32(end.floats.passed)
    floating = end.floats.cost - passing
    changes = scan.changes(of: end)
  }
}
