import Core
import Style
import Testing

@testable import Layout

/// Columns against all ways in which boxes can be dealt out.
@Suite struct ColumnCutterTests {
  /// Numbers by chance, from a seed: SplitMix64.
  private struct Chance {
    var state: UInt64
    mutating func number(_ range: ClosedRange<Int>) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      mixed ^= mixed >> 31
      return range.lowerBound + Int(mixed % UInt64(range.upperBound - range.lowerBound + 1))
    }
  }

  private static let shape = PageShape(page: DesignBook.small.page, master: nil)

  private func galley(_ chance: inout Chance, columns: Int) -> Galley {
    var galley = Galley()
    galley.columnSets = [ColumnSet(count: columns, pitch: .pt(100))]
    let penalties: [Int32] = [0, 0, 30, 30, 60, 900, 4_000, 10_000, 40_000]
    for _ in 0..<chance.number(1...11) {
      let lines = chance.number(1...3)
      galley.boxes.append(
        GalleyBox(
          space: .pt(chance.number(0...3) * 3), height: .pt(lines * 12), baseline: .pt(9),
          penalty: 0, placed: 0..<0, snaps: chance.number(0...2) == 0, isFull: false, head: -1,
          padding: .zero, asides: 0..<0, notes: 0..<0, framed: 0..<0, sheets: 0..<0, columns: 0,
          columnPadding: .pt(chance.number(0...4) == 0 ? 4 : 0),
          columnPenalty: penalties[chance.number(0...8)]))
    }
    return galley
  }

  /// The cost of a division by its definition, in another way: column by column from the boxes.
  private func cost(
    _ firsts: [Int], _ galley: Galley, startsPage: Bool
  ) -> (all: Int64, height: Int64) {
    let shape = Self.shape
    var heights: [Length] = []
    var cost: Int64 = 0
    for (number, first) in firsts.enumerated() {
      let end = number + 1 < firsts.count ? firsts[number + 1] : galley.boxes.count
      var y = Length.zero
      for box in first..<max(first, end) {
        let one = galley.boxes[box]
        if box > first {
          y += one.space
        } else if number > 0 || startsPage {
          y += one.columnPadding
        }
        if one.snaps {
          while (shape.top + y + one.baseline - shape.firstBaseline).sp % shape.baseline.sp != 0 {
            y += .milliPoints(1_000)
          }
        }
        y += one.height
      }
      if first < end, end < galley.boxes.count {
        y += galley.boxes[end].columnPadding
        let penalty = Int64(galley.boxes[end].columnPenalty)
        cost += penalty < 10_000 ? penalty : penalty * 3
      }
      heights.append(y)
    }
    let tallest = heights.max() ?? .zero
    for height in heights {
      let lines = Int64((tallest - height).sp) * 1_000 / Int64(shape.baseline.sp)
      cost += lines * lines / 20_000
    }
    let height = Int64(tallest.sp) * 1_000 / Int64(shape.baseline.sp)
    return (cost + height, height)
  }

  @Test(arguments: [2, 3, 4]) func theCheapestOfAllDivisionsIsFound(_ columns: Int) {
    var chance = Chance(state: UInt64(columns))
    for _ in 0..<120 {
      let galley = galley(&chance, columns: columns)
      let startsPage = chance.number(0...1) == 0
      var band = ColumnBand(
        set: 0, start: 0, top: .zero, startsPage: startsPage, of: galley, on: Self.shape)
      var cutter = ColumnCutter()
      for box in galley.boxes.indices {
        band.add(box, of: galley, on: Self.shape, from: .zero, by: &cutter)
      }
      let height = band.height
      band.settle(of: galley, on: Self.shape, by: &cutter)
      #expect(band.height == height)
      let count = galley.boxes.count
      var best = Int64.max
      // The cheapest of those that are not unloved, which are taken only where no other is.
      var loved = Int64.max
      let share = galley.boxes.reduce(Int64(0)) { $0 + Int64($1.height.sp) } / Int64(columns)
      let most =
        share * 1_000 / Int64(Self.shape.baseline.sp) + ColumnReach.stretched
      // All rising sequences of first boxes; columns at the end may be empty.
      func extend(_ firsts: [Int]) {
        let one = cost(
          firsts + [Int](repeating: count, count: columns - firsts.count), galley,
          startsPage: startsPage)
        best = min(best, one.all)
        if one.all - one.height < ColumnReach.unloved, one.height < most {
          loved = min(loved, one.all)
        }
        guard firsts.count < columns else { return }
        for next in (firsts[firsts.count - 1] + 1)..<max(count, firsts[firsts.count - 1] + 1) {
          extend(firsts + [next])
        }
      }
      extend([0])
      let division = band.division
      #expect(division?.cost == (loved < .max ? loved : best))
      let dealt = division?.columns ?? []
      #expect(dealt.count == columns)
      #expect(dealt.map(\.lowerBound).first == 0 && dealt.last?.upperBound == count)
      #expect(zip(dealt, dealt.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
      let own = cost(dealt.map(\.lowerBound), galley, startsPage: startsPage)
      #expect(own.all == division?.cost, "\(dealt)")
    }
  }

  /// Of lines that may break anywhere, no column has two more than another.
  @Test(arguments: [2, 3]) func columnsOfLinesAreBalanced(_ columns: Int) {
    for count in 1...31 {
      var galley = Galley()
      galley.columnSets = [ColumnSet(count: columns, pitch: .pt(100))]
      for _ in 0..<count {
        galley.boxes.append(
          GalleyBox(
            space: .zero, height: .pt(12), baseline: .pt(9), penalty: 0, placed: 0..<0,
            snaps: false, isFull: false, head: -1, padding: .zero, asides: 0..<0, notes: 0..<0,
            framed: 0..<0, sheets: 0..<0, columns: 0, columnPenalty: 30))
      }
      var band = ColumnBand(
        set: 0, start: 0, top: .zero, startsPage: true, of: galley, on: Self.shape)
      var cutter = ColumnCutter()
      for box in galley.boxes.indices {
        band.add(box, of: galley, on: Self.shape, from: .zero, by: &cutter)
      }
      let height = band.height
      band.settle(of: galley, on: Self.shape, by: &cutter)
      #expect(band.height == height)
      let lines = (band.division?.columns ?? []).map(\.count)
      #expect(lines == lines.sorted(by: >), "the first columns are the fuller ones: \(lines)")
      #expect((lines.first ?? 0) - (lines.last ?? 0) <= 1, "\(lines)")
    }
  }

  /// Boxes that cannot be split make columns far from even: still no page holds more than it has
  /// room for, however empty it seems when their heights are shared out.
  @Test(arguments: [2, 3]) func noPageEndsBelowItsFoot(_ columns: Int) {
    let shape = Self.shape
    var chance = Chance(state: UInt64(columns + 7))
    for _ in 0..<20 {
      var galley = Galley()
      galley.columnSets = [ColumnSet(count: columns, pitch: .pt(100))]
      for _ in 0..<30 {
        let share = chance.number(0...2) == 0 ? chance.number(25...90) : 4
        galley.boxes.append(
          GalleyBox(
            space: .zero, height: shape.height.scaled(by: Int64(share), over: 100),
            baseline: .pt(9), penalty: 30, placed: 0..<0, snaps: false, isFull: false, head: -1,
            padding: .zero, asides: 0..<0, notes: 0..<0, framed: 0..<0, sheets: 0..<0, columns: 0,
            columnPenalty: 30))
      }
      for page in breakOptimally(galley, first: shape, other: shape) {
        #expect(page.overflow == .zero)
        var fill = PageFill(shape: shape, carried: nil, of: galley)
        for box in page.boxes { _ = fill.add(box, of: galley) }
        fill.endBand(of: galley)
        #expect(fill.height(padding: .zero, rest: nil) <= shape.height, "\(page.boxes)")
      }
    }
  }
}
