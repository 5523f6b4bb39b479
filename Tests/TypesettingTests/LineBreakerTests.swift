import Core
import SazbaTesting
import Style
import Testing

@testable import Typesetting

@Suite struct LineBreakerTests {
  /// Marsaglia's xorshift: the same numbers on every run.
  struct Numbers {
    var state: UInt64
    mutating func next(below limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
  }

  @Test("TeX's badness: 100 (t/s)³ in integers")
  func badness() {
    #expect(Badness.of(0, over: 0) == 0)
    #expect(Badness.of(1, over: 0) == 10_000)
    #expect(Badness.of(100_000, over: 100_000) == 100)
    #expect(Badness.of(50_000, over: 100_000) == 12)
    #expect(Badness.of(51_000, over: 100_000) == 13)
    #expect(Badness.of(200_000, over: 100_000) == 800)
    #expect(Badness.of(500_000, over: 100_000) == 10_000)
    #expect(Badness.of(7_230_585, over: 7_230_585) == 100)
    #expect(Badness.of(7_230_585, over: 1_000) == 10_000)
  }

  /// Words of random width with glue and hyphenation points, ended like a paragraph.
  static func items(_ numbers: inout Numbers, words: Int) -> [Item] {
    var items: [Item] = []
    for word in 0..<words {
      if word > 0 { items.append(.glue(200_000, stretch: 100_000, shrink: 66_000)) }
      items.append(.box(Int32(300_000 + numbers.next(below: 1_500_000))))
      if numbers.next(below: 3) == 0 {
        items.append(
          .discretionary(
            before: 200_000, penalty: 50, flags: [.flagged, .hyphenation]))
        items.append(.box(Int32(300_000 + numbers.next(below: 900_000))))
      }
    }
    items.append(.penalty(10_000))
    items.append(.glue(0, stretch: 65_536, shrink: 0, isInfinite: true))
    return items
  }

  /// The same items with ink that widens, narrows and hangs beyond the edges.
  static func elastic(_ items: [Item], _ numbers: inout Numbers) -> [Item] {
    items.map { item in
      var item = item
      guard item.kind == .box || item.kind == .discretionary else { return item }
      item.room = item.kind == .box ? item.width / 50 : item.stretch / 50
      item.hangLeft = item.kind == .box ? Int16(numbers.next(below: 400)) : 0
      item.hangRight = Int16(numbers.next(below: 900))
      return item
    }
  }

  /// The same items with spaces that give more, so that there are ways to choose from.
  static func generous(_ items: [Item]) -> [Item] {
    items.map { item in
      var item = item
      if item.kind == .glue, item.width > 0 {
        item.stretch *= 4
        item.shrink *= 2
      }
      return item
    }
  }

  /// The fewest demerits by trying every way to break.
  static func exhaustive(
    _ items: [Item], width: Int64, _ parameters: BreakParameters, lines count: Int? = nil
  ) -> Int64? {
    ways(items, width: width, parameters, lines: count).first
  }

  /// The demerits of every way to break, fewest first, written without a look at the breaker.
  static func ways(
    _ items: [Item], width: Int64, _ parameters: BreakParameters, lines count: Int? = nil
  ) -> [Int64] {
    let places = items.indices.filter { position in
      switch items[position].kind {
      case .glue: position > 0 && items[position - 1].kind == .box
      case .discretionary: true
      default: false
      }
    }
    func line(
      from start: Int, to end: Int?
    ) -> (badness: Int32, fitness: Int, uneven: Int64, natural: Int64)? {
      var natural: Int64 = 0
      var stretch: Int64 = 0
      var shrink: Int64 = 0
      for item in items[start..<(end ?? items.count)] where item.kind != .penalty {
        natural += Int64(item.width)
        if item.kind == .glue, !item.flags.contains(.infinite) {
          stretch += Int64(item.stretch)
          shrink += Int64(item.shrink)
        }
      }
      var room = items[start..<(end ?? items.count)].reduce(Int64(0)) {
        $0 + ($1.kind == .box ? Int64($1.room) : 0)
      }
      var hang = Int64(items[start].hangLeft)
      if let end, items[end].kind == .discretionary {
        natural += Int64(items[end].stretch)
        room += Int64(items[end].room)
        hang += Int64(items[end].hangRight)
      } else {
        hang += Int64(
          items[start..<(end ?? items.count)].last { $0.kind == .box }?.hangRight ?? 0)
      }
      let gap = width - natural + hang * 128
      // Letters take what they may; an eighth of that counts as if it were spaces'.
      let taken = min(abs(gap), room)
      let missing = (abs(gap) - taken + taken / 8) * (gap < 0 ? -1 : 1)
      // In thousandths of the spaces, which are twice as wide as they stretch.
      let deviation = stretch > 0 ? min(2_000, abs(missing) * 500 / stretch) : 2_000
      let uneven = Int64(parameters.evenness) * deviation * deviation / 1_000
      if gap >= 0 {
        let badness = end == nil ? 0 : Badness.of(missing, over: stretch)
        return (
          badness, badness > 99 ? 0 : badness > 12 ? 1 : 2, end == nil && gap > 0 ? 0 : uneven,
          width - gap
        )
      }
      guard -gap - room <= shrink else { return nil }
      let badness = Badness.of(-missing, over: max(shrink, room))
      return (badness, badness > 12 ? 3 : 2, uneven, width - gap)
    }
    var totals: [Int64] = []
    func search(
      _ start: Int, _ from: Int, _ fitness: Int, _ hyphenated: Bool, _ sum: Int64, _ lines: Int
    ) {
      for index in from...places.count {
        let end: Int? = index < places.count ? places[index] : nil
        guard let found = line(from: start, to: end), found.badness <= parameters.tolerance else {
          continue
        }
        let isHyphen = end.map { items[$0].kind == .discretionary } ?? true
        let base = Int64(parameters.linePenalty) + Int64(found.badness)
        var demerits = base * base + found.uneven
        if end == nil, start > 0, found.natural * 3 < width {
          demerits += Int64(parameters.shortLastLineDemerits)
        }
        if let end, items[end].kind == .discretionary { demerits += 2_500 }
        if hyphenated, isHyphen {
          demerits += Int64(
            end == nil ? parameters.finalHyphenDemerits : parameters.doubleHyphenDemerits)
        }
        if abs(found.fitness - fitness) > 1 { demerits += Int64(parameters.adjacentDemerits) }
        if let end {
          search(end + 1, index + 1, found.fitness, isHyphen, sum + demerits, lines + 1)
        } else if count == nil || count == lines + 1 {
          totals.append(sum + demerits)
        }
      }
    }
    search(0, 0, 2, false, 0, 0)
    return totals.sorted()
  }

  @Test(
    "The breaker finds the fewest demerits there are", arguments: [false, true], [Int32(0), 40])
  func optimum(isElastic: Bool, evenness: Int32) {
    var numbers = Numbers(state: 0x5A2B_A001)
    var breaker = LineBreaker()
    var parameters = BreakParameters()
    parameters.pretolerance = -1
    parameters.tolerance = 9_000
    // A final pass would not charge for a forced break that is the last hope (§854).
    parameters.emergencyStretch = .pt(1)
    parameters.evenness = evenness
    parameters.shortLastLineDemerits = evenness * 1_000
    var compared = 0
    for _ in 0..<300 {
      var items = Self.items(&numbers, words: 8 + numbers.next(below: 4))
      if isElastic { items = Self.elastic(items, &numbers) }
      let width = Int64(3_000_000 + numbers.next(below: 3_000_000))
      guard let best = Self.exhaustive(items, width: width, parameters) else { continue }
      compared += 1
      let result = breaker.lines(
        of: items, shape: LineShape(rest: width), parameters: parameters)
      #expect(result.pass == .second && result.demerits == best)
      #expect(result.lines.reduce(0) { $0 + $1.demerits } == result.demerits)
    }
    #expect(compared > 100)
  }

  @Test("Looseness gives a line more or fewer, as far as tolerance allows")
  func looseness() {
    var numbers = Numbers(state: 77)
    let items = Self.items(&numbers, words: 120)
    var breaker = LineBreaker()
    var parameters = BreakParameters()
    parameters.tolerance = 9_000
    let shape = LineShape(rest: 9_000_000)
    let optimum = breaker.lines(of: items, shape: shape, parameters: parameters)
    parameters.looseness = 1
    let loose = breaker.lines(of: items, shape: shape, parameters: parameters)
    #expect(loose.lines.count == optimum.lines.count + 1)
    #expect(loose.demerits > optimum.demerits)
  }

  @Test("Variants are the best of their number of lines, and none is missing")
  func variants() {
    var numbers = Numbers(state: 0xC0FFEE)
    var breaker = LineBreaker()
    var parameters = BreakParameters()
    parameters.pretolerance = -1
    parameters.tolerance = 9_000
    parameters.emergencyStretch = .pt(1)
    var others = 0
    for _ in 0..<100 {
      let items = Self.generous(Self.items(&numbers, words: 8 + numbers.next(below: 3)))
      let width = Int64(3_000_000 + numbers.next(below: 3_000_000))
      guard Self.exhaustive(items, width: width, parameters) != nil else { continue }
      let found = breaker.variants(
        of: items, shape: LineShape(rest: width), parameters: parameters)
      let best = breaker.lines(
        of: items, shape: LineShape(rest: width), parameters: parameters)
      guard best.pass == .second, best.lines.count > 1 else { continue }
      for count in best.lines.count - 1...best.lines.count + 1 {
        let variant = found.first { $0.lines.count == count }
        #expect(
          variant?.demerits == Self.exhaustive(items, width: width, parameters, lines: count))
        if variant != nil, count != best.lines.count { others += 1 }
      }
    }
    #expect(others > 30)
  }

  @Test("The best few ways to break, none left out")
  func alternatives() {
    var numbers = Numbers(state: 0xA17E)
    var breaker = LineBreaker()
    var parameters = BreakParameters()
    parameters.pretolerance = -1
    parameters.tolerance = 9_000
    parameters.emergencyStretch = .pt(1)
    var compared = 0
    for _ in 0..<100 {
      let items = Self.generous(Self.items(&numbers, words: 8 + numbers.next(below: 3)))
      let width = Int64(3_000_000 + numbers.next(below: 3_000_000))
      let shape = LineShape(rest: width)
      let best = breaker.lines(of: items, shape: shape, parameters: parameters)
      guard best.pass == .second else { continue }
      let found = breaker.alternatives(
        5, to: best, of: items, shape: shape, background: LineBackground(),
        parameters: parameters)
      #expect(
        found.map(\.demerits) == Array(Self.ways(items, width: width, parameters).prefix(5)))
      #expect(found.first?.lines.map(\.demerits) == best.lines.map(\.demerits))
      #expect(Set(found.map { $0.lines.map(\.end) }).count == found.count)
      for way in found {
        #expect(way.lines.reduce(0) { $0 + $1.demerits } == way.demerits)
      }
      if found.count > 1 { compared += 1 }
    }
    #expect(compared > 30)
  }

  @Test("Lines of several widths")
  func shapes() {
    var numbers = Numbers(state: 4_711)
    let items = Self.items(&numbers, words: 60)
    var breaker = LineBreaker()
    var parameters = BreakParameters()
    parameters.tolerance = 9_000
    parameters.emergencyStretch = .pt(10)
    let shape = LineShape(first: [6_000_000, 5_000_000], rest: 9_000_000)
    let result = breaker.lines(of: items, shape: shape, parameters: parameters)
    for (number, line) in result.lines.enumerated() {
      #expect(line.natural + line.shortfall == shape.width(of: number))
      #expect(line.shortfall >= -line.shrink)
    }
    #expect(result.lines.count > 6)
  }

  @Test("Forced breaks, penalties and what vanishes after a break")
  func penalties() {
    var breaker = LineBreaker()
    let end: [Item] = [
      .penalty(10_000), .glue(0, stretch: 65_536, shrink: 0, isInfinite: true),
    ]
    let items: [Item] =
      [
        .box(1_000_000), .glue(0, stretch: 65_536, shrink: 0, isInfinite: true), .penalty(-10_000),
        .glue(200_000, stretch: 0, shrink: 0), .kern(50_000), .box(1_000_000), .penalty(10_000),
        .glue(200_000, stretch: 0, shrink: 0), .box(1_000_000),
      ] + end
    let result = breaker.lines(
      of: items, shape: LineShape(rest: 2_500_000), parameters: BreakParameters())
    #expect(result.lines.map(\.end) == [2, 11])
    #expect(result.lines.map(\.start) == [0, 5])
    #expect(result.lines[1].natural == 2_200_000)
  }
}
