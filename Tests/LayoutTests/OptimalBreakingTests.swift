import Core
import Style
import Testing

@testable import Layout

/// The cheapest pages against every way to cut small galleys: over all breaks, all lines more or
/// fewer in paragraphs, both sides of spreads, and all footnotes that go on.
@Suite struct OptimalBreakingTests {
  /// Numbers by chance, the same in every run.
  private struct Chance {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  private static func galley(_ chance: inout Chance) -> Galley {
    var galley = Galley()
    galley.costs = .house
    galley.costs[.facing] = 30
    galley.costs.facingMost = 100
    galley.costs[.flush] = 5
    while galley.boxes.count < 14 {
      let start = galley.boxes.count
      if chance.next(3) == 0 {
        // A paragraph of the text.
        for line in 0..<2 + chance.next(3) {
          let penalty: Int32 = line == 0 ? 0 : line == 1 ? 10_000 : 30
          galley.boxes.append(BreakingTests.box(penalty: penalty))
        }
        galley.flexes.append(
          Flex(
            boxes: UInt32(start)..<UInt32(galley.boxes.count), job: UInt32(start), leading: .pt(10),
            fewer: chance.next(2) == 0 ? nil : Int32(1 + chance.next(60)),
            more: chance.next(3) == 0 ? nil : Int32(1 + chance.next(60))))
      } else {
        galley.boxes.append(
          BreakingTests.box(
            height: 10 + chance.next(30), space: chance.next(8),
            penalty: Int32(chance.next(3) * 400)))
        galley.boxes[start].stretch = max(chance.next(5) - 2, 0)
        if chance.next(12) == 0 { galley.boxes[start].penalty = Penalty.forced }
      }
      if chance.next(6) == 0 {
        let note = UInt32(galley.notes.count)
        let slice = NoteSlice(space: .zero, height: .pt(8), placed: 0..<0)
        galley.notes.append(
          FootNote(
            node: NodeID(1), slices: Array(repeating: slice, count: 1 + chance.next(7))))
        galley.boxes[galley.boxes.count - 1].notes = note..<note + 1
      }
    }
    return galley
  }

  @Test(arguments: 0..<60) func theOptimumIsThatOfAllWays(_ seed: Int) {
    var chance = Chance(state: UInt64(seed))
    let galley = Self.galley(&chance)
    var shape = BreakingTests.shape
    shape.flush = seed % 2 == 0 ? .zero : .pt(20)
    let startsVerso = seed % 3 == 0
    let pages = breakOptimally(galley, first: shape, other: shape, startsVerso: startsVerso)
    let total = pages.reduce(Int64(0)) {
      $0 + $1.cost + ($1.overflow > .zero ? PageEnd.overfull : 0)
    }
    let all = AllWays(galley: galley, shape: shape)
    #expect(total == all.least(from: 0, nil, isVerso: startsVerso, beside: nil))
    #expect(pages.flatMap { Array($0.boxes) } == Array(galley.boxes.indices))
    // Page by page is never cheaper, and knows what its pages cost in all.
    let greedy = breakPageByPage(galley, first: shape, other: shape, startsVerso: startsVerso)
    let dear = greedy.reduce(Int64(0)) {
      $0 + $1.cost + ($1.overflow > .zero ? PageEnd.overfull : 0)
    }
    #expect(total <= dear)
  }

  /// Tries everything.
  private struct AllWays {
    let galley: Galley
    let shape: PageShape

    /// The sums of lines and costs that the paragraphs of a page can come to.
    func changes(in boxes: Range<Int>) -> [(lines: Int, cost: Int64)] {
      var ways: [(lines: Int, cost: Int64)] = [(0, 0)]
      for flex in galley.flexes
      where boxes.contains(Int(flex.boxes.lowerBound)) && flex.boxes.upperBound <= boxes.upperBound
      {
        for way in ways {
          if let fewer = flex.fewer { ways.append((way.lines - 1, way.cost + Int64(fewer))) }
          if let more = flex.more { ways.append((way.lines + 1, way.cost + Int64(more))) }
        }
      }
      return ways
    }

    func least(
      from start: Int, _ carried: NoteRest?, isVerso: Bool, beside partner: Length?
    ) -> Int64 {
      if start == galley.boxes.count && carried == nil { return 0 }
      var fill = PageFill(shape: shape, carried: carried, of: galley)
      func facing(_ foot: Length) -> Int64 {
        guard let partner else { return 0 }
        let lines = ((foot - partner).sp.magnitude + 327_680) / 655_360
        return min(Int64(lines) * 30, 100)
      }
      func after(_ end: Int, _ rest: NoteRest?, _ foot: Length?) -> Int64 {
        least(from: end, rest, isVerso: !isVerso, beside: isVerso ? foot : nil)
      }
      let alone = fill.needs(padding: .zero, postponing: true)
      if start == galley.boxes.count || alone.rest != nil {
        guard let rest = alone.rest else { return 0 }
        return 1_500 + facing(shape.height) + after(start, rest, shape.height)
      }
      var cheapest = Int64.max
      var isFree = false
      for end in start + 1...galley.boxes.count {
        _ = fill.add(end - 1, of: galley)
        let isEnd = end == galley.boxes.count || galley.boxes[end].penalty == Penalty.forced
        let places = galley.boxes[start..<end].dropFirst().reduce(0) { $0 + $1.stretch }
        var isFreeHere = false
        for (lines, price) in changes(in: start..<end) where abs(lines) <= 2 {
          var (height, rest) = fill.needs(padding: .zero, extra: .pt(10) * lines)
          if height > shape.height && !isFree && lines == 0 && price == 0 {
            (height, rest) = fill.needs(padding: .zero, postponing: true)
          }
          let foot = fill.foot(extra: .pt(10) * lines)
          let isWhole = isEnd && rest == nil
          if lines != 0 && !isWhole && shape.height - height >= .pt(20) { continue }
          guard height <= shape.height else {
            if end > start + 1 { continue }
            if carried != nil {
              return 1_500 + facing(shape.height) + after(start, nil, shape.height)
            }
            cheapest = 1_000_000 + price
            cheapest += isEnd ? after(end, rest, nil) : facing(foot) + after(end, rest, foot)
            if !isEnd { cheapest += Int64(galley.boxes[end].penalty) }
            continue
          }
          if isEnd && rest == nil {
            let own = start > 0 ? Int64(endCost(height: height, of: shape, galley.costs)) : 0
            cheapest = min(cheapest, price + own + after(end, nil, nil))
            continue
          }
          if lines == 0 && (isEnd || galley.boxes[end].penalty < 8_500) { isFreeHere = true }
          let broken = (isEnd ? 0 : Int64(galley.boxes[end].penalty)) + (rest == nil ? 0 : 1_500)
          let most = isEnd || !fill.notes.isEmpty || shape.flush == .zero ? 0 : 2
          let white = Int((shape.height - height).sp / Length.pt(10).sp)
          for flush in Set([0, min(most, white, places)]) where white <= flush + 2 || flush == 0 {
            let lack = shape.height - height - .pt(10) * flush
            let low = foot + .pt(10) * flush
            cheapest = min(
              cheapest,
              price + broken + Int64(whiteCost(lacking: lack, of: shape, galley.costs))
                + Int64(flush * 5)
                + facing(low) + after(end, rest, low))
          }
        }
        if isFreeHere { isFree = true }
        if isEnd { break }
      }
      return cheapest
    }
  }
}
