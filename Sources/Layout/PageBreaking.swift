package import Core

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

  /// What it costs in all.
  package var cost: Int64 { Int64(badness) + Int64(penalty) }
}

/// A break that was not taken.
package struct PageAlternative: Sendable, Hashable {
  /// The box that would have started the next page.
  package var box: Int
  /// What it would have cost.
  package var cost: Int64
}

/// Cuts a galley into pages; `shape` gives the room of the run's first page and of all others.
package typealias PageBreaking =
  @Sendable (Galley, _ first: PageShape, _ other: PageShape)
  -> [PageBreak]

/// Page by page, each at its best break: the page builder of TeX, with a look ahead to its end.
///
/// - Complexity: linear in the number of boxes, as each page looks at its own and one more.
/// *Source:* TeX: The Program §1005–1007 (badness plus penalty, least cost wins, later on a tie).
package func breakPageByPage(_ galley: Galley, first: PageShape, other: PageShape) -> [PageBreak] {
  cut(galley, first, other, ahead: [])
}

/// The cheapest pages in all: a page ends where its cost and that of all pages after it is least,
/// so that a paragraph or card later on may be saved by a line of white here.
///
/// What is ahead is summed from the end of the run backwards, for a page that starts before each
/// box; a footnote that goes on overleaf is not foreseen, but counted when it comes.
/// - Complexity: linear in the number of boxes, times the boxes of a page.
/// *Source:* Plass, Optimal Pagination Techniques (1981); Mittelbach (2019), without floats.
package func breakOptimally(_ galley: Galley, first: PageShape, other: PageShape) -> [PageBreak] {
  var ahead = [Int64](repeating: 0, count: galley.boxes.count + 1)
  for start in stride(from: galley.boxes.count - 1, through: 1, by: -1) {
    let page = bestPage(from: start, carried: nil, other, galley, ahead: ahead)
    let excess = page.overflow > .zero ? overfullCost : 0
    ahead[start] = page.cost + ahead[page.boxes.upperBound] + excess
  }
  return cut(galley, first, other, ahead: ahead)
}

/// What a page costs that holds more than it can.
private let overfullCost: Int64 = 1_000_000

/// What the last page of a run costs: nothing from a third of its height on, from there ever more,
/// as a few lines alone look forgotten; a line too long is better than that.
func endCost(height: Length, of shape: PageShape) -> Int32 {
  if height > shape.height { return runLongCost }
  let lack = Int64(shape.height.sp) - Int64(height.sp) * 3
  guard lack > 0, shape.height > .zero else { return 0 }
  let share = lack * 1_000 / Int64(shape.height.sp)
  return Int32(Int64(loneEndCost) * share * share / 1_000_000)
}

/// What a last page costs that exceeds the type area by what the design allows.
private let runLongCost: Int32 = 100

/// What a last page would cost on which nothing stands.
private let loneEndCost: Int32 = 1_500

/// The pages of a galley; `ahead` is what follows costs, by the box that starts the next page, or
/// empty where every page looks after itself.
private func cut(
  _ galley: Galley, _ first: PageShape, _ other: PageShape, ahead: [Int64]
) -> [PageBreak] {
  var pages: [PageBreak] = []
  var start = 0
  var carried: NoteRest?
  while start < galley.boxes.count || carried != nil {
    let shape = pages.isEmpty ? first : other
    let page = bestPage(from: start, carried: carried, shape, galley, ahead: ahead)
    pages.append(page)
    start = page.boxes.upperBound
    carried = page.rest
  }
  return pages
}

/// The badness of a page that lacks so much of its height: the cube of the lack over a sixth of
/// the page, as a paragraph's line that has a sixth of its measure to stretch.
///
/// *Source:* TeX: The Program §108, capped below what is prohibited.
func badness(lacking: Length, of height: Length) -> Int32 {
  guard lacking > .zero, height > .zero else { return 0 }
  let ratio = Int64(lacking.sp) * 6 * 1_000 / Int64(height.sp)
  return Int32(min(ratio * ratio / 1_000 * ratio / 10_000, 9_999))
}

private func bestPage(
  from start: Int, carried: NoteRest?, _ shape: PageShape, _ galley: Galley, ahead: [Int64]
) -> PageBreak {
  var fill = PageFill(shape: shape, carried: carried, of: galley)
  var best: PageBreak?
  var bestTotal: Int64 = 0
  var second: PageAlternative?
  let end = galley.boxes.count
  let alone = fill.needs(padding: .zero, postponing: true)
  if start >= end || alone.rest != nil {
    // Only notes: what they leave open goes on.
    return PageBreak(
      boxes: start..<start, carried: carried, rest: alone.rest, badness: 0,
      penalty: alone.rest == nil ? 0 : Penalty.split, nextBest: nil,
      overflow: max(alone.height - shape.height, .zero))
  }
  var box = start
  while box < end {
    let top = fill.add(box, of: galley)
    for aside in galley.boxes[box].asides {
      _ = fill.add(aside: Int(aside), beside: galley.boxes[box], at: top, of: galley)
    }
    box += 1
    let padding = box < end ? galley.boxes[box].padding : .zero
    var (height, rest) = fill.needs(padding: padding)
    if height > shape.height, best == nil {
      (height, rest) = fill.needs(padding: padding, postponing: true)
    }
    // The run ends here, or what follows starts a page: the white below is meant.
    let isEnd = box == end || galley.boxes[box].penalty == Penalty.forced
    let isLast = isEnd && rest == nil
    var overflow = height - shape.height
    if isLast && overflow <= shape.runLong { overflow = min(overflow, .zero) }
    if overflow > .zero && best == nil && carried != nil {
      // The first box does not fit below the note that comes over: the note has a page alone.
      return PageBreak(
        boxes: start..<start, carried: carried, rest: nil, badness: 0, penalty: Penalty.split,
        nextBest: nil, overflow: .zero)
    }
    if overflow > .zero && best != nil {
      // Boxes without height may still follow; nothing else fits.
      if isEnd || fill.y > shape.height + shape.runLong { break }
      continue
    }
    var penalty = isEnd ? 0 : galley.boxes[box].penalty
    if rest != nil { penalty += Penalty.split }
    penalty += fill.columnPenalty
    let lacking = shape.height - height
    // Alone, a run has nothing to end badly.
    let ending = start > 0 && !ahead.isEmpty ? endCost(height: height, of: shape) : 0
    let page = PageBreak(
      boxes: start..<box, carried: carried, rest: rest,
      badness: isLast ? ending : badness(lacking: lacking, of: shape.height),
      penalty: isLast ? fill.columnPenalty : penalty, nextBest: nil, overflow: max(overflow, .zero))
    let total = page.cost + (ahead.isEmpty ? 0 : ahead[box])
    if let known = best, known.overflow == .zero && bestTotal < total {
      if second.map({ total <= $0.cost }) ?? true {
        second = PageAlternative(box: box, cost: total)
      }
    } else {
      if let known = best {
        second = PageAlternative(box: known.boxes.upperBound, cost: bestTotal)
      }
      best = page
      bestTotal = total
    }
    if isEnd || fill.y > shape.height + shape.runLong { break }
  }
  var page =
    best
    ?? PageBreak(
      boxes: start..<box, carried: carried, rest: nil, badness: 0, penalty: 0, nextBest: nil,
      overflow: .zero)
  if let second {
    // Told as the cost of this page, with what it would make dearer or cheaper later.
    page.nextBest = PageAlternative(box: second.box, cost: second.cost - bestTotal + page.cost)
  }
  return page
}
