import Core
import Manuscript
import Style
import Testing

@testable import Layout

/// What floats: chosen together with the pages, in order, never before its call.
@Suite struct FloatTests {
  private struct Chance {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  /// - Parameter columns: in how many columns the text runs, between which what floats takes all.
  private static func galley(_ chance: inout Chance, columns: Int = 1) -> Galley {
    var galley = Galley()
    if columns > 1 { galley.columnSets = [ColumnSet(count: columns, pitch: .pt(100))] }
    galley.costs = .house
    galley.costs[.float] = Int32(10 + chance.next(60))
    galley.costs[.pastHeading] = Int32(chance.next(3) * 40)
    while galley.boxes.count < 10 {
      let start = galley.boxes.count
      if start > 1, chance.next(4) == 0 {
        for number in 0..<1 + chance.next(2) {
          galley.boxes.append(
            BreakingTests.box(
              height: 10 + chance.next(35), space: number == 0 ? 10 : 2,
              penalty: number == 0 ? 0 : Penalty.together))
        }
        galley.floats.append(
          FloatingBlock(
            boxes: start..<galley.boxes.count, spaceAfter: .pt(10),
            resume: .pt(chance.next(2) * 6)))
        galley.floats[galley.floats.count - 1].nextSection = galley.boxes.count + chance.next(6)
      } else {
        galley.boxes.append(
          BreakingTests.box(
            height: (10 + chance.next(20)) * (columns + 1) / 2, space: chance.next(8),
            penalty: Int32(chance.next(3) * 100)))
        if columns > 1 {
          galley.boxes[start].columns = 0
          galley.boxes[start].columnPenalty = galley.boxes[start].penalty
        }
        if chance.next(14) == 0 { galley.boxes[start].penalty = Penalty.forced }
      }
    }
    return galley
  }

  @Test(arguments: 0..<60, [1, 2, 3]) func theOptimumIsThatOfAllWays(_ seed: Int, _ columns: Int) {
    var chance = Chance(state: UInt64(seed + columns * 1_000 - 1_000))
    let galley = Self.galley(&chance, columns: columns)
    let shape = BreakingTests.shape
    let cuts = breakExactly(galley, first: shape, other: shape)
    let total = cuts.reduce(Int64(0)) {
      $0 + $1.cost + ($1.overflow > .zero ? PageEnd.overfull : 0)
    }
    let all = AllWays(galley: galley, shape: shape)
    #expect(total == all.least(from: 0, waiting: [], isVerso: false, beside: nil))
    // Nothing is lost or repeated, what floats keeps its order and never comes before its call.
    var pages = cuts
    let arranged = galley.arranged(&pages)
    let places = arranged?.places ?? Array(0...galley.boxes.count)
    #expect(places.dropLast().sorted() == Array(galley.boxes.indices))
    func page(of box: Int, in pages: [PageBreak]) -> Int {
      pages.firstIndex { $0.boxes.contains(box) } ?? -1
    }
    let own = galley.floats.map { page(of: places[$0.boxes.lowerBound], in: pages) }
    #expect(own == own.sorted())
    for (float, number) in zip(galley.floats, own) {
      #expect(number >= page(of: float.boxes.lowerBound, in: cuts))
      for box in float.boxes {
        #expect(places[box] - places[float.boxes.lowerBound] == box - float.boxes.lowerBound)
      }
    }
    let text = galley.boxes.indices.filter { box in
      !galley.floats.contains { $0.boxes.contains(box) }
    }
    #expect(text.map { places[$0] } == text.map { places[$0] }.sorted())
    // What is painted takes the height that was reckoned with.
    for cut in pages where cut.overflow == .zero {
      var fill = PageFill(shape: shape, carried: nil, of: arranged?.galley ?? galley)
      for box in cut.boxes { _ = fill.add(box, of: arranged?.galley ?? galley) }
      #expect(fill.y <= shape.height)
      if let foot = cut.foot { #expect(fill.y == foot) }
    }
  }

  /// Turned pages follow the page that carries them; what is numbered before them stands before
  /// them where that does not cost more, however many there are.
  @Test(arguments: 0..<40) func turnedPagesAreInOrderWhereThatIsBest(_ seed: Int) {
    var chance = Chance(state: UInt64(seed))
    var galley = Self.galley(&chance)
    galley.costs[.beforeTurned] = Int32(20 + chance.next(400))
    galley.costs.facingMost = 0
    for float in galley.floats { galley.boxes[float.boxes.lowerBound].opensExhibit = true }
    for box in galley.boxes.indices
    where !galley.floats.contains(where: { $0.boxes.contains(box) }) && chance.next(3) == 0 {
      let first = UInt32(galley.sheetPages.count)
      galley.sheetPages += Array(repeating: 2, count: 1 + chance.next(2))
      galley.boxes[box].sheets = first..<UInt32(galley.sheetPages.count)
    }
    let shape = BreakingTests.shape
    let total = breakExactly(galley, first: shape, other: shape).reduce(Int64(0)) {
      $0 + $1.cost + ($1.overflow > .zero ? PageEnd.overfull : 0)
    }
    let all = AllWays(galley: galley, shape: shape)
    #expect(total == all.least(from: 0, waiting: [], isVerso: false, beside: nil))
  }

  /// What is numbered before an exhibit that stands where it is called comes before it, where that
  /// does not cost more: tables before tables, pictures before pictures.
  @Test(arguments: 0..<40) func whatStandsIsNotOvertaken(_ seed: Int) {
    var chance = Chance(state: UInt64(seed))
    var galley = Self.galley(&chance)
    galley.costs[.beforeTurned] = Int32(20 + chance.next(400))
    galley.costs.facingMost = 0
    for number in galley.floats.indices { galley.floats[number].isTable = chance.next(2) == 0 }
    for box in galley.boxes.indices
    where !galley.floats.contains(where: { $0.boxes.contains(box) }) && chance.next(3) == 0 {
      galley.fixed.append(FixedExhibit(box: box, isTable: chance.next(2) == 0))
    }
    let shape = BreakingTests.shape
    let total = breakExactly(galley, first: shape, other: shape).reduce(Int64(0)) {
      $0 + $1.cost + ($1.overflow > .zero ? PageEnd.overfull : 0)
    }
    let all = AllWays(galley: galley, shape: shape)
    #expect(total == all.least(from: 0, waiting: [], isVerso: false, beside: nil))
  }

  /// Moving only what stands near dear pages is never dearer than moving nothing, nor cheaper than
  /// what is cheapest of all.
  @Test(arguments: 0..<60) func whatIsNearDearPagesMoves(_ seed: Int) {
    var chance = Chance(state: UInt64(seed))
    let galley = Self.galley(&chance)
    var still = galley
    still.floats = []
    func total(_ cuts: [PageBreak]) -> Int64 {
      cuts.reduce(0) { $0 + $1.cost + ($1.overflow > .zero ? PageEnd.overfull : 0) }
    }
    let shape = BreakingTests.shape
    let cost = total(breakOptimally(galley, first: shape, other: shape))
    #expect(cost <= total(breakOptimally(still, first: shape, other: shape)))
    #expect(cost >= total(breakExactly(galley, first: shape, other: shape)))
  }

  /// Somewhere something floats, or the test above proves little.
  @Test(arguments: [1, 2, 3]) func somethingFloats(_ columns: Int) {
    var floated = 0
    for seed in 0..<80 {
      var chance = Chance(state: UInt64(seed))
      let cuts = breakExactly(
        Self.galley(&chance, columns: columns), first: BreakingTests.shape,
        other: BreakingTests.shape)
      floated += cuts.reduce(0) { $0 + $1.floats.lifted.count }
    }
    #expect(floated > 10)
  }

  /// Each that floats is named where it stands, and each that waits.
  @Test func whatFloatsIsExplained() {
    var galley = Galley()
    for number in 0..<4 {
      galley.floats.append(
        FloatingBlock(
          boxes: number * 2..<number * 2 + 1, spaceAfter: .zero, resume: .zero,
          node: NodeID(UInt32(number + 1))))
    }
    func places(_ choice: FloatChoice) -> [String] {
      var page = PageBreak(boxes: 0..<8, badness: 0, penalty: 0, nextBest: nil, overflow: .zero)
      page.floats = choice
      return FloatExplanation.all(on: page, of: galley).map { "\($0.node) \($0.place)" }
    }
    #expect(places(FloatChoice()) == [])
    #expect(
      places(FloatChoice(top: 0..<1, lifted: 1..<3, foot: 1, waiting: 1))
        == ["1 head", "2 foot", "3 later"])
    #expect(
      places(FloatChoice(top: 0..<1, lifted: 2..<2, waiting: 1)) == ["1 head", "2 later"])
    #expect(places(FloatChoice(lifted: 1..<3, foot: 2)) == ["2 foot", "3 foot"])
  }

  /// A heading is passed once, on the page on which it stands above what waits.
  @Test func aLaterHeadingIsPassedOnce() {
    var galley = Galley()
    galley.costs[.float] = 60
    galley.costs[.pastHeading] = 500
    for _ in 0..<8 { galley.boxes.append(BreakingTests.box()) }
    galley.floats = [FloatingBlock(boxes: 1..<2, spaceAfter: .zero, resume: .zero)]
    galley.floats[0].nextSection = 4
    let scan = PageScan(galley)
    func cost(_ choice: FloatChoice, _ boxes: Range<Int>) -> Int32 {
      var choice = choice
      scan.charge(&choice, from: boxes.lowerBound, to: boxes.upperBound)
      return choice.cost
    }
    let waits = FloatChoice(lifted: 0..<1, waiting: 1)
    #expect(cost(waits, 0..<4) == 120)
    #expect(cost(waits, 0..<5) == 620)
    #expect(cost(FloatChoice(lifted: 0..<1, foot: 1), 0..<5) == 560)
    #expect(cost(FloatChoice(lifted: 1..<1, waiting: 1), 4..<6) == 560)
    #expect(cost(FloatChoice(lifted: 1..<1, waiting: 1), 5..<7) == 60)
    #expect(cost(FloatChoice(top: 0..<1, lifted: 1..<1), 4..<7) == 0)
  }

  /// Tries everything.
  private struct AllWays {
    let galley: Galley
    let shape: PageShape

    /// The height of a page that holds these, one below the other or in columns, and what breaks
    /// between its columns cost: of a galley that holds nothing else.
    func fill(top: [Int], text: [(box: Int, white: Length?)], foot: [Int]) -> PageFill {
      var page = galley
      page.floats = []
      page.boxes = top.flatMap { galley.boxes[galley.floats[$0].boxes] }
      for (number, entry) in text.enumerated() {
        var box = galley.boxes[entry.box]
        if let white = entry.white { box.space = white }
        if number == 0, let last = top.last {
          box.space = max(
            galley.floats[last].spaceAfter,
            max(entry.white ?? .zero, galley.boxes[entry.box].space))
          box.snaps = box.columns < 0
        }
        page.boxes.append(box)
      }
      page.boxes += foot.flatMap { galley.boxes[galley.floats[$0].boxes] }
      var fill = PageFill(shape: shape, carried: nil, of: page)
      for box in page.boxes.indices { _ = fill.add(box, of: page) }
      return fill
    }

    /// What is on the wrong side of turned pages, which follow the page: each pair counts.
    func disorder(of text: [Int], here: [Int], later: [Int]) -> Int64 {
      var pairs = 0
      for box in text {
        let count = galley.boxes[box].sheets.count
        pairs += count * here.count { galley.floats[$0].boxes.lowerBound > box }
        pairs += count * later.count { galley.floats[$0].boxes.lowerBound < box }
      }
      return Int64(pairs) * Int64(galley.costs[.beforeTurned])
    }

    /// What stands below an exhibit of its kind that is numbered after it: each pair counts.
    func overtaken(by text: [Int], _ below: [Int]) -> Int64 {
      var pairs = 0
      for exhibit in galley.fixed where text.contains(exhibit.box) {
        pairs += below.count {
          galley.floats[$0].boxes.lowerBound < exhibit.box
            && galley.floats[$0].isTable == exhibit.isTable
        }
      }
      return Int64(pairs) * Int64(galley.costs[.beforeTurned])
    }

    func least(from start: Int, waiting: [Int], isVerso: Bool, beside partner: Length?) -> Int64 {
      let count = galley.boxes.count
      if start == count && waiting.isEmpty { return 0 }
      var cheapest = Int64.max
      var dear = Int64.max
      let mine = galley.floats.indices.filter { galley.floats[$0].boxes.lowerBound >= start }
      for taken in 0...waiting.count {
        let top = Array(waiting.prefix(taken))
        let left = Array(waiting.dropFirst(taken))
        for end in start...count where end > start || taken > 0 {
          if (start + 1..<max(end, start + 1)).contains(where: {
            galley.boxes[$0].penalty == Penalty.forced
          }) {
            break
          }
          let own = mine.filter { galley.floats[$0].boxes.lowerBound < end }
          for from in 0...own.count {
            let lifted = Array(own.dropFirst(from))
            if !left.isEmpty && from > 0 { continue }
            if lifted.contains(where: { galley.floats[$0].boxes.upperBound > end }) { continue }
            if let first = lifted.first, left.isEmpty,
              galley.floats[first].boxes.lowerBound == start
            {
              continue
            }
            // Only its seams let what floats stand between boxes.
            if taken > 0, !galley.seams[min(start, count - 1)], start < count { continue }
            var text: [(box: Int, white: Length?)] = []
            var white: Length?
            for box in start..<end {
              if let float = lifted.first(where: { galley.floats[$0].boxes.contains(box) }) {
                let resume = galley.floats[float].resume
                white = text.isEmpty ? max(white ?? .zero, resume) : resume
              } else {
                text.append((box, white))
                white = nil
              }
            }
            if text.isEmpty && taken == 0 { continue }
            for foot in 0...lifted.count where left.isEmpty || foot == 0 {
              if foot > 0, end < count, !galley.seams[end] { continue }
              let next = left + lifted.dropFirst(foot)
              if next.count > 2 { continue }
              let fill = fill(top: top, text: text, foot: Array(lifted.prefix(foot)))
              let height = fill.y
              let isForced = end < count && galley.boxes[end].penalty == Penalty.forced
              let isEnd = end == count || (isForced && end > start)
              let isLast = isEnd && next.isEmpty
              let isAlone = text.isEmpty && lifted.isEmpty
              var cost = Int64(galley.costs[.float]) * Int64(lifted.count + next.count)
              // What is not above the text leaves its section where the next one starts here.
              let later = (left + lifted).filter {
                (start..<end).contains(galley.floats[$0].nextSection)
              }
              cost += Int64(galley.costs[.pastHeading]) * Int64(later.count)
              cost += Int64(fill.columnPenalty)
              if isForced && !next.isEmpty && !isAlone { cost += 500_000 }
              let here = own.dropLast(lifted.count) + lifted.prefix(foot)
              cost += disorder(of: text.map(\.box), here: Array(here), later: next)
              cost += overtaken(by: text.map(\.box), lifted.prefix(foot) + next)
              if isLast {
                cost +=
                  foot > 0
                  ? 0 : start > 0 ? Int64(endCost(height: height, of: shape, galley.costs)) : 0
              } else {
                cost += Int64(whiteCost(lacking: shape.height - height, of: shape, galley.costs))
                if end < count && !isForced && end > start {
                  cost += Int64(galley.boxes[end].penalty)
                }
              }
              let low: Length? = isLast ? nil : height
              if let low, let partner {
                cost += Int64(facingCost(of: low, beside: partner, shape, galley.costs))
              }
              cost += least(
                from: end, waiting: next, isVerso: !isVerso, beside: isVerso ? low : nil)
              if height > shape.height {
                if end == start + 1 && taken == 0 && lifted.isEmpty || isAlone && taken == 1 {
                  dear = min(dear, cost + PageEnd.overfull)
                }
              } else {
                cheapest = min(cheapest, cost)
              }
            }
          }
        }
      }
      return cheapest == .max ? dear : cheapest
    }
  }
}
