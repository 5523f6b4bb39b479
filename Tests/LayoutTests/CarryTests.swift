import Core
import Display
import Manuscript
import Style
import Testing

@testable import Layout

/// Sums carried over page breaks, computed anew from what stands on the pages.
@Suite struct CarryTests {
  private static let design: DesignBook = {
    var design = DesignBook.small
    design.tables[0].carries = true
    design.tables[0].placement = .full
    return design
  }()

  /// A table of sums made by chance: plain rows, some below subtotals, some taller than a line; some
  /// columns have units, some numbers a minus, and some authors do not group digits.
  private struct Book {
    var state: UInt64
    var hasGroups: Bool
    var decimals: Int
    var hasUnits: Bool
    var hasLosses: Bool
    var isGrouped: Bool

    init(seed: UInt64) {
      state = seed &* 0x9E37_79B9_7F4A_7C15
      hasGroups = seed % 2 == 1
      decimals = Int(seed % 3)
      hasUnits = seed / 6 % 2 == 1
      hasLosses = seed / 12 % 2 == 1
      isGrouped = seed % 4 != 3
    }

    mutating func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }

    /// A number of hundredths as the table prints it.
    func words(_ hundredths: Int) -> String {
      var whole = String(abs(hundredths) / 100)
      var grouped = ""
      while isGrouped && whole.count > 3 {
        grouped = "\u{A0}" + String(whole.suffix(3)) + grouped
        whole.removeLast(3)
      }
      let fraction = String(String(abs(hundredths) % 100 + 100).dropFirst().prefix(decimals))
      return (hundredths < 0 ? "−" : "") + whole + grouped + (decimals > 0 ? "," + fraction : "")
        + (hasUnits ? "\u{A0}Kč" : "")
    }

    mutating func document() throws -> Document {
      var rows: [(name: String, values: [Int], isGroup: Bool)] = []
      for _ in 0..<14 {
        var group: [(String, [Int], Bool)] = []
        for _ in 0..<(1 + next(8)) {
          let step = [100, 10, 1][decimals]
          let values = (0..<2).map { _ in
            let value = next(5) == 0 ? 0 : next(9_000_000 / step) * step
            return hasLosses && next(3) == 0 ? -value : value
          }
          group.append((Press.words(1 + next(next(6) == 0 ? 60 : 3), from: next(9)), values, false))
        }
        if hasGroups {
          let sums = (0..<2).map { column in group.reduce(0) { $0 + $1.1[column] } }
          rows.append(("skupina", sums, true))
        }
        rows += group
      }
      let total = (0..<2).map { column in
        rows.reduce(0) { $0 + ($1.isGroup ? 0 : $1.values[column]) }
      }
      let book = self
      return try Press.document { builder in
        let spec = builder.table(
          TableSpec(
            columns: [ColumnSpec(.text)] + Array(repeating: ColumnSpec(.number), count: 3),
            continued: "pokračování"))
        builder.carriedForward = "Převádí se"
        builder.broughtForward = "Převedeno"
        builder.node(.paragraph) { $0.text(Press.words(30)) }
        builder.node(.table(spec)) { table in
          table.node(.tableHead) { head in
            head.node(.row) { row in
              for title in ["Název", "Kč", "Úvazky", "Podíl"] {
                SplitTableTests.cell(&row, .headerCell(.column, .single), title)
              }
            }
          }
          func add(_ name: String, _ values: [Int], _ look: String, _ to: inout DocumentBuilder) {
            to.node(.row, look: look) { row in
              SplitTableTests.cell(&row, .headerCell(.row, .single), name)
              for value in values {
                let words = value == 0 ? "–" : book.words(value)
                SplitTableTests.cell(&row, .dataCell(.single), words)
              }
              // Shares that do not add up are nobody's sum.
              SplitTableTests.cell(&row, .dataCell(.single), look == "total" ? "100" : "7")
            }
          }
          table.node(.tableBody) { body in
            for row in rows { add(row.name, row.values, row.isGroup ? "group" : "", &body) }
          }
          table.node(.tableFoot) { add("Celkem", total, "total", &$0) }
        }
        builder.node(.paragraph) { $0.text(Press.words(30)) }
      }
    }
  }

  /// What the plain rows whose numbers stand on a page come to, column by column, in hundredths.
  private func sums(on page: Page, _ document: Document) -> [Int] {
    var sums = [0, 0]
    let owners = Set(page.textRuns.map(\.0))
    for position in document.nodes.indices {
      let row = NodeID(position)
      guard document[row].role == .row, document.look(of: row).isEmpty,
        document[document[row].parent].role == .tableBody
      else { continue }
      for (column, cell) in document.children(of: row).dropFirst().prefix(2).enumerated() {
        for words in document.children(of: cell) where owners.contains(words) {
          let text = document.plainText(of: words)
          guard text != "–" else { continue }
          let parts = text.split(separator: ",")
          let whole = parts[0].filter { $0.isNumber }
          let fraction = parts.count > 1 ? parts[1].filter { $0.isNumber } : ""
          let hundredths =
            (Int(whole) ?? 0) * 100 + (Int(String((fraction + "00").prefix(2))) ?? 0)
          sums[column] += text.hasPrefix("−") ? -hundredths : hundredths
        }
      }
    }
    return sums
  }

  /// Whether rows of the table stand on a page.
  private func hasRows(_ page: Page, _ document: Document) -> Bool {
    page.textRuns.contains { owner, _ in
      sequence(first: owner, next: { $0.raw > 0 ? document[$0].parent : nil }).contains {
        document[$0].role == .row
      }
    }
  }

  /// What a page says after the words of a carried line, up to its end.
  private func said(_ words: String, on page: Page) -> [String]? {
    var runs: [GlyphRun] = []
    for span in page.spans where span.owner == .artifact(.repetition) {
      for op in page.ops[Int(span.ops.lowerBound)..<Int(span.ops.upperBound)] {
        if case .glyphs(let run) = op { runs.append(run) }
      }
    }
    guard let first = runs.first(where: { page.text(of: $0).hasPrefix(words) }) else { return nil }
    return runs.filter { $0.origin.y == first.origin.y && $0.origin.x > first.origin.x }
      .map { page.text(of: $0) }.filter { $0.contains(where: \.isNumber) }
  }

  @Test(arguments: 0..<UInt64(32)) func carriedSumsAreThoseOfTheRowsAbove(seed: UInt64) async throws
  {
    var book = Book(seed: seed)
    let document = try book.document()
    let laid = try await Press.lay(document, design: Self.design).value
    expectSound(laid.pages, document)
    let pages = laid.pages.pages
    #expect(pages.count > 3)
    var running = [0, 0]
    for (number, page) in pages.enumerated() {
      let brought = said("Převedeno", on: page)
      let before = running
      for (column, sum) in sums(on: page, document).enumerated() { running[column] += sum }
      let forward = said("Převádí se", on: page)
      if number == 0 { #expect(brought == nil) }
      if number == pages.count - 1 { #expect(forward == nil) }
      if let brought {
        #expect(brought == before.map { book.words($0) }, "page \(number)")
      }
      if let forward {
        #expect(
          forward == running.map { book.words($0) }, "page \(number)")
      }
      if number + 1 < pages.count, hasRows(pages[number + 1], document) {
        #expect((forward == nil) == (said("Převedeno", on: pages[number + 1]) == nil))
        #expect(forward != nil, "page \(number) ends inside of the table")
      }
    }
  }

  @Test func linesOfSumsStayInTheTypeArea() async throws {
    var book = Book(seed: 5)
    let laid = try await Press.lay(try book.document(), design: Self.design).value
    for page in laid.pages.pages {
      for span in page.spans where span.owner == .artifact(.repetition) {
        for op in page.ops[Int(span.ops.lowerBound)..<Int(span.ops.upperBound)] {
          guard case .glyphs(let run) = op else { continue }
          #expect(run.origin.y > .pt(40) && run.origin.y < .pt(352))
        }
      }
    }
  }

  @Test func whatDoesNotAddUpIsNotCarried() async throws {
    for (rows, total) in [
      (["1", "2", "x"], "3"), (["1", "2", "3"], "7"), (["1 Kč", "2 tis. Kč"], "3 Kč"),
      (["1", "2–3"], "3"),
    ] {
      let document = try Press.document { builder in
        builder.carriedForward = "Převádí se"
        let spec = builder.table(TableSpec(columns: [ColumnSpec(.text), ColumnSpec(.number)]))
        builder.node(.table(spec)) { table in
          table.node(.tableBody) { body in
            for row in 0..<60 {
              body.node(.row) { line in
                SplitTableTests.cell(&line, .headerCell(.row, .single), "obec")
                SplitTableTests.cell(&line, .dataCell(.single), row < rows.count ? rows[row] : "–")
              }
            }
          }
          table.node(.tableFoot) { foot in
            foot.node(.row, look: "total") { line in
              SplitTableTests.cell(&line, .headerCell(.row, .single), "Celkem")
              SplitTableTests.cell(&line, .dataCell(.single), total)
            }
          }
        }
      }
      let laid = try await Press.lay(document, design: Self.design).value
      #expect(laid.pages.pages.count > 1)
      for page in laid.pages.pages { #expect(said("Převádí se", on: page) == nil) }
    }
  }
}
