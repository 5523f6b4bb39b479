import Core
import Style

/// A way to end a page: what it holds then, and what that costs.
struct PageEnd {
  /// The box that starts the next page.
  var end: Int
  /// The footnote that goes on there.
  var rest: NoteRest?
  /// How far down the page reaches: what facing pages compare.
  var foot: Length
  /// Whether it ends where it does because nothing follows: its foot is compared with none.
  var isShort = false
  /// What the white at its foot costs; on a last page, how little stands on it.
  var white: Int32 = 0
  /// What the break itself costs.
  var penalty: Int32 = 0
  /// By how much it exceeds the page.
  var overflow = Length.zero
  /// By how many lines its paragraphs grow or shrink in all.
  var lines: Int8 = 0
  /// What that costs.
  var changes: Int32 = 0
  /// The paragraphs among which they are chosen.
  var flexes: Range<Int32> = 0..<0
  /// How many whole lines of white are spread over it.
  var flush: Int16 = 0
  /// How many turned pages follow it.
  var sheetPages: Int32 = 0
  /// What floats on it.
  var floats = FloatChoice()

  /// What the page costs with what it exceeds: anything is better than that.
  func cost(_ costs: PageBreakCosts) -> Int64 {
    let sum = Int64(white) + Int64(penalty) + Int64(changes) + Int64(floats.cost)
    let spread = flush == 0 ? 0 : Int64(costs[.flush]) * Int64(flush)
    return sum + spread + (overflow > .zero ? PageEnd.overfull : 0)
  }

  static let overfull: Int64 = 1_000_000
}

/// Finds the ways to end a page.
struct PageScan {
  let galley: Galley
  let costs: PageBreakCosts
  /// The paragraphs that may grow or shrink at a known cost.
  let flexes: [Flex]
  /// The cheapest costs of all changes by the lines they come to, from the most fewer to the most
  /// more.
  private var sums: [Int32] = []

  /// Whether what floats may stand before each box; empty where nothing floats.
  let seams: [Bool]
  /// The boxes after whose page turned pages follow, each as often as it has such galleys.
  let turned: [Int]
  /// The boxes with which exhibits start that stand where they are called.
  let fixed: [Int]
  /// Whether each of the galley's floats may be the first that is lifted out of a page.
  var mayLift: [Bool]

  /// The last box before which the page looked at last can end.
  private(set) var reach = 0
  /// The last box before which it was not looked at how it ends.
  private(set) var leftOut = 0

  /// What knows the columns of pages that were looked at.
  private var cutter = ColumnCutter()
  /// What stands in columns when what floats does not.
  private let passing: PassedFloats?

  /// More than this no change is worth.
  static let never = Int32.max / 4

  init(_ galley: Galley) {
    self.galley = galley
    costs = galley.costs
    flexes = galley.flexes.filter { $0.fewer != nil || $0.more != nil }
    seams = galley.floats.isEmpty ? [] : galley.seams
    passing = PassedFloats(galley)
    fixed = galley.fixed.map(\.box)
    turned = galley.boxes.indices.flatMap {
      repeatElement($0, count: galley.boxes[$0].sheets.count)
    }
    mayLift = [Bool](repeating: true, count: galley.floats.count)
  }

  /// The ways to end the page that starts before a box, below a footnote that comes over; the later
  /// after the earlier.
  ///
  /// - Parameters:
  ///   - choice: what floats at its head and what waits.
  ///   - from: from what on everything that may float is lifted out of it; nil for nothing.
  ///   - most: pages that end with more white than so much are left out, if others are not.
  /// - Returns: whether some were left out.
  /// - Complexity: linear in the boxes of a page.
  mutating func scan(
    from start: Int, carried: NoteRest?, _ choice: FloatChoice, lifting from: Int? = nil,
    _ shape: PageShape, lacking mostWhite: Length = .max, into ends: inout [PageEnd]
  ) -> Bool {
    ends.removeAll(keepingCapacity: true)
    reach = start
    // Lent once, not for each box anew, as this is changed meanwhile.
    let galley = galley
    var fill = PageFill(shape: shape, carried: carried, of: galley)
    fill.passing = passing
    swap(&fill.cutter, &cutter)
    defer { swap(&fill.cutter, &cutter) }
    if mostWhite < .max { fill.leastFoot = shape.height - mostWhite }
    let count = galley.boxes.count
    var white = fill.stack(choice.top, of: galley)
    let alone = fill.needs(padding: .zero, postponing: true)
    if start >= count || alone.rest != nil {
      // Only notes: what they leave open goes on.
      ends.append(
        PageEnd(
          end: start, rest: alone.rest, foot: shape.height,
          isShort: alone.rest == nil && choice.waiting == 0,
          penalty: alone.rest == nil ? 0 : costs[.splitNote],
          overflow: max(alone.height - shape.height, .zero), floats: choice))
      return false
    }
    let most = costs.looseness
    var flex = firstFlex(from: start)
    var flexStart = flex
    clear()
    var places = 0
    var sheetPages = 0
    var sheets: Int32 = 0
    var disorder: Int32 = 0
    var leavesOut = false
    // Whether the page can end before a box that it would not be forbidden to part from.
    var isFree = false
    var box = start
    var lifted = (from ?? 0)..<(from ?? 0)
    var hasText = false
    while box < count {
      if from != nil, lifted.upperBound < galley.floats.count,
        box == galley.floats[lifted.upperBound].boxes.lowerBound
      {
        // Passed over: what follows stands where it would have stood.
        let float = galley.floats[lifted.upperBound]
        lifted = lifted.lowerBound..<lifted.upperBound + 1
        box = float.boxes.upperBound
        white = hasText ? float.resume : max(white ?? .zero, float.resume)
        while flex < flexes.count, Int(flexes[flex].boxes.lowerBound) < box { flex += 1 }
        clear()
        flexStart = flex
        if !hasText && choice.top.isEmpty && carried == nil { continue }
      } else {
        let pushes = fill.pushes
        if !hasText, let own = white { white = max(own, galley.boxes[box].space) }
        let top = fill.add(
          box, of: galley, white: white, snapping: !hasText && !choice.top.isEmpty)
        white = nil
        hasText = true
        if fill.pushes > pushes || galley.boxes[box].columns >= 0 {
          // What is moved below the margin column takes no notice of what stands above; columns
          // would have to be divided anew.
          clear()
          flexStart = flex
          places = 0
        }
        for aside in galley.boxes[box].asides {
          _ = fill.add(aside: Int(aside), beside: galley.boxes[box], at: top, of: galley)
        }
        if galley.boxes[box].opensExhibit { disorder += costs[.beforeTurned] * sheets }
        sheets += Int32(galley.boxes[box].sheets.count)
        for sheet in galley.boxes[box].sheets where Int(sheet) < galley.sheetPages.count {
          sheetPages += galley.sheetPages[Int(sheet)]
        }
        if box > start { places += galley.boxes[box].stretch }
        box += 1
        while flex < flexes.count, Int(flexes[flex].boxes.upperBound) <= box {
          include(flexes[flex])
          flex += 1
        }
      }
      var floats = choice
      floats.lifted = lifted
      floats.waiting += lifted.count
      let padding = galley.foot(before: box, from: start)
      // The run ends here, or what follows starts a page: the white below is meant.
      let isEnd = box == count || galley.boxes[box].penalty == Penalty.forced
      if isEnd { fill.measureBand(of: galley) }
      let isOpen = isEnd || galley.boxes[box].penalty < Penalty.prohibited
      if !isEnd, shape.height - fill.height(padding: padding, rest: nil) > mostWhite {
        leavesOut = true
        leftOut = box
        reach = box
        isFree = isFree || isOpen
        continue
      }
      if fill.y < fill.leastFoot { fill.measureBand(of: galley) }
      let isFixed = fill.isHeldByMargin(padding: padding)
      for lines in 0...(isFixed ? 0 : most * 2) {
        // Unchanged first, then ever further from it: 0, −1, 1, −2, 2.
        let change = lines % 2 == 0 ? lines / 2 : -(lines + 1) / 2
        let price = change == 0 ? 0 : sums[change + most]
        guard price < PageScan.never else { continue }
        let extra = shape.baseline * change
        var (height, rest) = fill.needs(padding: padding, extra: extra)
        if height > shape.height && !isFree && change == 0 {
          // A heading is not left alone because what follows it calls notes.
          (height, rest) = fill.needs(padding: padding, postponing: true)
        }
        let isLast = isEnd && rest == nil && floats.waiting == 0
        var overflow = height - shape.height
        if isLast && overflow <= shape.runLong { overflow = min(overflow, .zero) }
        // Paragraphs change so that a page is full, not so that it is a line less empty.
        if change != 0 && !isLast && overflow <= -(shape.baseline * 2) { continue }
        if overflow > .zero {
          guard ends.isEmpty && change == 0 && !leavesOut else { continue }
          if carried != nil {
            // The first box does not fit below the note that comes over: the note stands alone.
            ends.append(
              PageEnd(
                end: start, foot: shape.height, penalty: costs[.splitNote], floats: choice))
            return false
          }
        }
        var end = PageEnd(
          end: box, rest: rest,
          foot: fill.foot(extra: extra + galley.forwardHeight(before: box, from: start)),
          isShort: isLast,
          overflow: max(overflow, .zero), lines: Int8(change), changes: price,
          flexes: Int32(flexStart)..<Int32(flex), sheetPages: Int32(sheetPages), floats: floats)
        charge(&end.floats, from: start, to: box)
        if isLast {
          // Alone, a run has nothing to end badly.
          end.white = start > 0 ? endCost(height: height, of: shape, costs) : 0
        } else {
          end.white = whiteCost(lacking: shape.height - height, of: shape, costs)
          end.penalty = isEnd ? 0 : galley.boxes[box].penalty
          if rest != nil { end.penalty += costs[.splitNote] }
        }
        end.penalty += fill.columnPenalty + disorder
        if let first = ends.first, first.overflow > .zero, overflow <= .zero { ends.removeAll() }
        ends.append(end)
        reach = box
        if change == 0 && !lifted.isEmpty && overflow <= .zero {
          atFoot(end, from: start, fill, shape, into: &ends)
        }
        if change == 0, overflow <= .zero, isOpen { isFree = true }
        if !isEnd, !isFixed, places > 0, shape.flush > .zero, fill.notes.isEmpty {
          flush(end, lacking: shape.height - height, shape, places, into: &ends)
        }
      }
      if isEnd || fill.y > shape.height + shape.runLong + shape.baseline * most { break }
    }
    if carried != nil && !isFree {
      // Below the note that comes over, what belongs together does not fit: the note stands alone.
      ends.append(
        PageEnd(end: start, foot: shape.height, penalty: costs[.splitNote], floats: choice))
    }
    ends.chargeIdleRows(of: galley)
    return leavesOut
  }

  /// The same page with the white at its foot spread over it in whole lines, if that fills it but for
  /// two of them: a hole is no better with white above it.
  private func flush(
    _ end: PageEnd, lacking: Length, _ shape: PageShape, _ places: Int, into ends: inout [PageEnd]
  ) {
    let lines = min(Int(min(lacking, shape.flush).sp / shape.baseline.sp), places)
    guard lines > 0, lacking < shape.baseline * (lines + 3) else { return }
    var end = end
    end.flush = Int16(lines)
    end.foot += shape.baseline * lines
    end.white = whiteCost(lacking: lacking - shape.baseline * lines, of: shape, costs)
    ends.append(end)
  }

  // MARK: Paragraphs that grow or shrink

  /// The first paragraph that starts at a box or later.
  private func firstFlex(from box: Int) -> Int {
    var low = 0
    var high = flexes.count
    while low < high {
      let middle = (low + high) / 2
      if Int(flexes[middle].boxes.lowerBound) < box { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func clear() {
    sums.removeAll(keepingCapacity: true)
    for change in 0...costs.looseness * 2 {
      sums.append(change == costs.looseness ? 0 : PageScan.never)
    }
  }

  /// Adds what a paragraph can do to what those before it can.
  private mutating func include(_ flex: Flex) {
    let before = sums
    for change in sums.indices {
      if let fewer = flex.fewer, change + 1 < before.count {
        sums[change] = min(sums[change], before[change + 1] + fewer)
      }
      if let more = flex.more, change > 0 {
        sums[change] = min(sums[change], before[change - 1] + more)
      }
    }
  }

  /// Which paragraphs change so that the page grows by so many lines at the least cost.
  ///
  /// - Complexity: linear in the paragraphs of the page.
  func changes(of end: PageEnd) -> [LineChange] {
    guard end.lines != 0 else { return [] }
    let most = costs.looseness
    let own = flexes[Int(end.flexes.lowerBound)..<Int(end.flexes.upperBound)]
    var ways: [[Int32]] = [
      (0...most * 2).map { $0 == most ? 0 : PageScan.never }
    ]
    for flex in own {
      let before = ways[ways.count - 1]
      var next = before
      for change in next.indices {
        if let fewer = flex.fewer, change + 1 < before.count {
          next[change] = min(next[change], before[change + 1] + fewer)
        }
        if let more = flex.more, change > 0 {
          next[change] = min(next[change], before[change - 1] + more)
        }
      }
      ways.append(next)
    }
    var changes: [LineChange] = []
    var left = Int(end.lines) + most
    for (number, flex) in own.enumerated().reversed() {
      let (before, now) = (ways[number], ways[number + 1][left])
      if now == before[left] { continue }
      if let more = flex.more, left > 0, now == before[left - 1] + more {
        changes.append(LineChange(job: flex.job, lines: 1, cost: more))
        left -= 1
      } else if let fewer = flex.fewer, left + 1 < before.count, now == before[left + 1] + fewer {
        changes.append(LineChange(job: flex.job, lines: -1, cost: fewer))
        left += 1
      }
    }
    return changes.reversed()
  }
}

/// A paragraph that has a line more or fewer because its page wants it.
package struct LineChange: Sendable, Hashable {
  /// The paragraph.
  package var job: UInt32
  /// By how many lines it differs from its best.
  package var lines: Int8
  /// What that costs the page.
  package var cost: Int32
}

/// What the last page of a run costs: nothing from an eighth of its height on, from there ever more,
/// as a few lines alone look forgotten; a line too long is better than that.
func endCost(height: Length, of shape: PageShape, _ costs: PageBreakCosts) -> Int32 {
  if height > shape.height { return costs[.longEnd] }
  let lack = Int64(shape.height.sp) - Int64(height.sp) * 8
  guard lack > 0, shape.height > .zero else { return 0 }
  let share = lack * 1_000 / Int64(shape.height.sp)
  return Int32(Int64(costs[.shortEnd]) * share * share / 1_000_000)
}

/// What the white at the foot of a page costs, capped below what is prohibited: each line of it, so
/// that a chapter does not fill its last page by leaving all others short, and the cube of its share
/// of the page, as a hole is worse than many a gap.
///
/// *Source:* TeX: The Program §108, with a sixth of the page for the stretch of a line.
func whiteCost(lacking: Length, of shape: PageShape, _ costs: PageBreakCosts) -> Int32 {
  guard lacking > .zero, shape.height > .zero else { return 0 }
  let ratio = Int64(lacking.sp) * 6 * 1_000 / Int64(shape.height.sp)
  let cube = ratio * ratio / 1_000 * ratio
  let lines = Int64(lacking.sp / shape.baseline.sp)
  return Int32(
    min(
      cube * Int64(costs[.white]) / 1_000_000 + lines * Int64(costs[.whiteLine]),
      Int64(Penalty.prohibited) - 1))
}
