import Core
import Manuscript
import Testing
import Typesetting

@testable import Layout

/// The widths of columns against all widths there are.
@Suite struct ColumnSearchTests {
  /// A small generator of numbers, the same in every run.
  struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }

  /// A table of words that are 2 to 9 units wide.
  static func table(rows: Int, columns: Int, seed: UInt64) -> [[CellNeed?]] {
    var dice = Dice(state: seed)
    return (0..<columns).map { _ in
      (0..<rows).map { _ in
        let words = (0..<1 + dice.roll(7)).map { _ in
          ContentWord(width: Int32(2 + dice.roll(8)), space: 1)
        }
        return CellNeed(
          paragraphs: [CellNeed.Paragraph(words: words, inset: 0, leading: 120)], breakCost: 400)
      }
    }
  }

  static func height(_ cells: [[CellNeed?]], _ widths: [Int64]) -> Int64 {
    var sum: Int64 = 0
    for row in cells[0].indices {
      sum +=
        widths.indices.map { cells[$0][row]?.height(at: widths[$0]).height ?? 0 }.max() ?? 0
    }
    return sum
  }

  static func widest(_ column: [CellNeed?]) -> (least: Int64, natural: Int64) {
    var least: Int64 = 1
    var natural: Int64 = 1
    for case let cell? in column {
      for word in cell.paragraphs[0].words { least = max(least, Int64(word.width)) }
      let words = cell.paragraphs[0].words
      natural = max(natural, words.reduce(Int64(words.count - 1)) { $0 + Int64($1.width) })
    }
    return (least, natural)
  }

  @Test func noOtherWidthsMakeSmallTablesLessTall() throws {
    var compared = 0
    for seed in 1...60 as ClosedRange<UInt64> {
      let cells = Self.table(rows: 1 + Int(seed % 6), columns: 3, seed: seed &* 7_919)
      let room: Int64 = 34
      let needs = cells.map { Self.widest($0) }
      let natural = needs.reduce(0) { $0 + $1.natural }
      let least = needs.reduce(0) { $0 + $1.least }
      guard natural > room, least <= room else { continue }
      let found = try #require(
        ColumnSearch(
          cells: cells, least: needs.map(\.least), natural: needs.map(\.natural), room: room
        ).solve())
      #expect(found.reduce(0, +) <= room)
      for (width, need) in zip(found, needs) { #expect(width >= need.least) }
      var best = Int64.max
      for first in needs[0].least...room {
        for second in needs[1].least...room where room - first - second >= needs[2].least {
          best = min(best, Self.height(cells, [first, second, room - first - second]))
        }
      }
      #expect(Self.height(cells, found) == best, "seed \(seed)")
      compared += 1
    }
    #expect(compared > 30)
  }

  /// Comments and reasons have fifty words and more: their column is the wide one.
  @Test(arguments: [(20, 50), (20, 100), (3, 60), (40, 300), (120, 100)])
  func cellsOfManyWordsComeNearTheBest(_ first: Int, _ second: Int) throws {
    var dice = Dice(state: UInt64(first * 1_000 + second))
    let cells: [[CellNeed?]] = [first, second].map { count in
      let words = (0..<count).map { _ in
        ContentWord(width: Int32(600_000 + dice.roll(3_000_000)), space: 160_000)
      }
      return [
        CellNeed(
          paragraphs: [CellNeed.Paragraph(words: words, inset: 0, leading: 120)], breakCost: 400)
      ]
    }
    let needs = cells.map { Self.widest($0) }
    let room: Int64 = 300 * 65_536
    let found = try #require(
      ColumnSearch(
        cells: cells, least: needs.map(\.least), natural: needs.map(\.natural), room: room
      ).solve())
    let best = stride(from: needs[0].least, through: room - needs[1].least, by: 16_384).map {
      Self.height(cells, [$0, room - $0])
    }.min()
    // Some of the widths worth trying are tried: a line more may remain.
    #expect(Self.height(cells, found) <= (best ?? 0) + 120)
  }

  @Test func wideTablesComeNearTheBest() throws {
    // Random widths never beat the search by more than a line in fifty.
    var dice = Dice(state: 5)
    for seed in 1...6 as ClosedRange<UInt64> {
      let cells = Self.table(rows: 60, columns: 6, seed: seed &* 104_729)
      let needs = cells.map { Self.widest($0) }
      let room = needs.reduce(0) { $0 + ($1.least * 2 + $1.natural) / 3 }
      let found = try #require(
        ColumnSearch(
          cells: cells, least: needs.map(\.least), natural: needs.map(\.natural), room: room
        ).solve())
      let height = Self.height(cells, found)
      for _ in 0..<400 {
        var widths = needs.map(\.least)
        var left = room - widths.reduce(0, +)
        while left > 0 {
          widths[dice.roll(6)] += 1
          left -= 1
        }
        #expect(height <= Self.height(cells, widths) * 51 / 50)
      }
    }
  }

  @Test func wordsArePartedOnlyWhereTheyMustBe() throws {
    let cells = Self.table(rows: 4, columns: 2, seed: 99)
    let needs = cells.map { Self.widest($0) }
    // One unit short of the whole words: parting in one column is enough.
    let room = needs[0].least + needs[1].least - 1
    let found = try #require(
      ColumnSearch(
        cells: cells, least: [2, 2], natural: needs.map(\.natural), room: room
      ).solve())
    let parted = zip(found, needs).filter { $0.0 < $0.1.least }
    #expect(parted.count == 1)
  }

  @Test func numbersEndAtTheirCommas() {
    func place(_ words: String) -> Int? { decimalPlace(in: Array(words.utf8)) }
    #expect(place("12,5") == 2)
    #expect(place("1\u{A0}250") == 6)
    #expect(place("3,25 %") == 1)
    #expect(place("100 %") == 3)
    #expect(place("→\u{A0}70") == 7)
    #expect(place("–") == 3)
    #expect(place("−4,0") == 4)
    #expect(place("2020–2024") == nil)
    #expect(place("neuvedeno") == nil)
    #expect(place("čtyři") == nil)
    #expect(place("") == nil)
  }
}
