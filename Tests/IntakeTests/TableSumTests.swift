import Core
import Planning
import Testing

@testable import Intake

/// What rows of narratives' tables have to do with their sums.
@Suite struct TableSumTests {
  private func table(_ text: String) throws -> ProseTable {
    var reader = NarrativeReader(file: FileID(0 as UInt32), bytes: Array(text.utf8))
    let prose = reader.read()
    #expect(reader.findings.isEmpty)
    for block in prose.blocks {
      if case .table(let table) = block.content { return table }
    }
    throw NoTable()
  }

  private struct NoTable: Error {}

  private func sums(_ rows: [String]) throws -> TableSums {
    try table(
      "| A | B |\n|:--|--:|\n" + rows.map { "| \($0) |\n" }.joined()
    ).sums
  }

  @Test func sumsStandAboveTheirRowsOrBelow() throws {
    let heads = try sums([
      "**a** | 6", "***b*** | 5", "c | 2", "d | 3", "***e*** | 1", "f | 1", "**g** | 4", "h | 4",
      "**Celkem** | 10",
    ])
    #expect(heads.faults.isEmpty)
    #expect(
      heads.rows == [
        .heads(depth: 1), .heads(depth: 2), .plain, .plain, .heads(depth: 2), .plain,
        .heads(depth: 1), .plain,
      ])
    let feet = try sums([
      "**G** | <<", "c | 2", "d | 3", "***cd*** | 5", "f | 1", "***f*** | 1", "**g** | 6", "h | 4",
      "**h** | 4", "**Celkem** | 10",
    ])
    #expect(feet.faults.isEmpty)
    #expect(
      feet.rows == [
        .plain, .plain, .plain, .closes(depth: 2), .plain, .closes(depth: 2), .closes(depth: 1),
        .plain, .closes(depth: 1),
      ])
  }

  /// Plain rows may stand before the first group of groups that are headed.
  @Test func theNumbersDecideWhereTheFirstRowsDoNot() throws {
    let sums = try sums(["x | 7", "**a** | 5", "c | 2", "d | 3", "**Celkem** | 12"])
    #expect(sums.faults.isEmpty)
    #expect(sums.rows == [.plain, .heads(depth: 1), .plain, .plain])
  }

  @Test func stressIsNoSumWhereAllRowsMakeTheTotal() throws {
    let sums = try sums(["a | 7", "**b** | 5", "c | 2", "**Celkem** | 14"])
    #expect(sums.rows == [.plain, .plain, .plain] && sums.faults.isEmpty)
  }

  @Test func rowsOfWhichCountOnce() throws {
    let sums = try sums(["a | 7", "z toho ženy | 5", "b | 2", "**Celkem** | 9"])
    #expect(sums.rows == [.plain, .part, .plain] && sums.faults.isEmpty)
  }

  @Test(arguments: [
    (["a | 7", "b | 2", "**Celkem** | 10"], ["Celkem 10 9"]),
    (["**a** | 8", "b | 2", "c | 5", "**Celkem** | 7"], ["a 8 7"]),
    (
      ["**a** | 8 Kč", "b | 2 Kč", "c | 1 005 Kč", "**Celkem** | 1 007 Kč"],
      ["a 8 Kč 1\u{A0}007 Kč"]
    ),
    // Shares, averages, rounding, words: nothing that adds up.
    (["a | 7 %", "b | 2 %", "**Celkem** | 10 %"], []),
    (["a | 7", "b | 20", "**Celkem** | 12"], []),
    (["a | 7,3", "b | 2,3", "**Celkem** | 9,7"], []),
    (["a | 7,3", "b | 2,3", "**Celkem** | 9,9"], ["Celkem 9,9 9,6"]),
    (["a | asi 7", "b | 2", "**Celkem** | 10"], []),
    (["a | 7", "b | 2"], []),
  ])
  func whatDoesNotAddUpIsFound(_ rows: [String], _ faults: [String]) throws {
    let found = try sums(rows).faults
    #expect(found.map { "\($0.row) \($0.stated) \($0.sum)" } == faults)
    #expect(found.allSatisfy { $0.column == "B" })
  }

  @Test func wordsOverAllColumnsEndTheTable() throws {
    let told = try table("| A | B |\n|:--|--:|\n| a | 1 |\n| **Celkem** | 1 |\n| Slova | << |\n")
    #expect(told.footStart == 1 && told.total == 1)
    let words = try table("| A | B |\n|:--|--:|\n| a | 1 |\n| Slova | << |\n")
    #expect(words.footStart == 1 && words.total == nil)
    let one = try table("| A |\n|:--|\n| a |\n| b |\n")
    #expect(one.footStart == 2)
    let alone = try table("| A | B |\n|:--|--:|\n| **Celkem** | 1 |\n")
    #expect(alone.footStart == 1)
  }

  /// Groups in groups made by chance: no fault; one number changed is found, and only its groups.
  @Test(arguments: 0..<UInt64(40)) func whatAddsUpIsLeftAndOneMistakeIsFound(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    let closes = seed % 2 == 1
    var rows: [(name: String, number: Int)] = []
    var total = 0
    for _ in 0..<(2 + next(3)) {
      var group: [(String, Int)] = []
      var sum = 0
      for _ in 0..<(1 + next(3)) {
        let plain = (0..<(2 + next(3))).map { _ in ("x", 1 + next(900)) }
        let inner = ("***n***", plain.reduce(0) { $0 + $1.1 })
        group += closes ? plain + [inner] : [inner] + plain
        sum += inner.1
      }
      rows += closes ? group + [("**m**", sum)] : [("**m**", sum)] + group
      total += sum
    }
    rows.append(("**Celkem**", total))
    let written = { rows.map { "\($0.name) | \($0.number)" } }
    #expect(try sums(written()).faults.isEmpty)
    let wrong = next(rows.count)
    rows[wrong].number += 7
    let faults = try sums(written()).faults
    // A plain number is missing from the sums of both its groups and from the total.
    #expect(faults.count == (rows[wrong].name == "x" ? 3 : 1), "\(faults)")
  }
}
