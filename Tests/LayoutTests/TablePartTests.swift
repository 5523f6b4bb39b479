import Core
import Display
import Manuscript
import Style
import Testing

@testable import Layout

/// Tables in parts of their columns, and what comes back where a page break splits a table.
@Suite struct TablePartTests {
  static func wide(
    columns: Int, rows: Int, width: TableWidth = .automatic, total: Bool = false
  ) throws -> Document {
    try Press.document { builder in
      builder.continued = "pokračování"
      builder.tablePart = "část"
      builder.carriedForward = "Převádí se"
      builder.broughtForward = "Převedeno"
      builder.node(.paragraph) { $0.text(Press.words(20)) }
      let specs = (0..<columns).map { ColumnSpec($0 == 0 ? .text : .number) }
      let spec = builder.table(
        TableSpec(columns: specs, continued: "pokračování", width: width))
      builder.node(.table(spec)) { table in
        table.node(.caption) { caption in
          caption.node(.label) { $0.text("Tabulka 7") }
          caption.text(" Roky")
        }
        table.node(.tableHead) { head in
          head.node(.row) { row in
            SplitTableTests.cell(&row, .headerCell(.column, CellSpan(rows: 2)), "Obec")
            for group in stride(from: 1, to: columns, by: 2) {
              let span = CellSpan(columns: UInt16(min(2, columns - group)))
              SplitTableTests.cell(&row, .headerCell(.column, span), "Oddíl\(group)")
            }
          }
          head.node(.row) { row in
            for column in 1..<columns {
              SplitTableTests.cell(&row, .headerCell(.column, .single), "Rok\(2000 + column)")
            }
          }
        }
        table.node(.tableBody) { body in
          for number in 0..<rows {
            body.node(.row) { row in
              SplitTableTests.cell(&row, .headerCell(.row, .single), "Lhota \(number)")
              for column in 1..<columns {
                SplitTableTests.cell(&row, .dataCell(.single), "\(number * 100 + column)")
              }
            }
          }
        }
        if total {
          table.node(.tableFoot) { foot in
            foot.node(.row, look: "total") { row in
              SplitTableTests.cell(&row, .headerCell(.row, .single), "Celkem")
              for column in 1..<columns {
                let sum = (0..<rows).reduce(0) { $0 + $1 * 100 + column }
                SplitTableTests.cell(&row, .dataCell(.single), "\(sum)")
              }
            }
          }
        }
      }
      builder.node(.paragraph) { $0.text(Press.words(20)) }
    }
  }

  /// All the words that a page shows, content and repetitions, line by line.
  private func lines(of page: Page) -> [[String]] {
    var lines: [Length: [(Length, String)]] = [:]
    for op in page.ops {
      guard case .glyphs(let run) = op else { continue }
      lines[run.origin.y, default: []].append((run.origin.x, page.text(of: run)))
    }
    return lines.sorted { $0.key < $1.key }.map { line in
      line.value.sorted { $0.0 < $1.0 }.map { $0.1.trimmingSpaces }
    }
  }

  @Test(arguments: [12, 17, 30]) func eachPartHasTheKeysAndSaysWhichOneItIs(columns: Int)
    async throws
  {
    let document = try Self.wide(columns: columns, rows: 9)
    let laid = try await Press.lay(document)
    #expect(laid.warnings == [])
    expectSound(laid.value.pages, document)
    let all = laid.value.pages.pages.flatMap { lines(of: $0) }
    let titles = all.map { $0.joined(separator: " ") }
      .filter { $0.contains("část") && !$0.contains("pokrač") }
    let count = titles.count
    #expect(count > 1)
    for (number, title) in titles.enumerated() {
      #expect(title.contains("část\u{A0}\(number + 1)/\(count)"), "\(title)")
      #expect(title.contains("Tabulka 7") == (number > 0))
    }
    // Each row stands once in each part, beside its numbers; each number stands once.
    for row in 0..<9 {
      let own = all.filter { $0.first == "Lhota \(row)" }
      #expect(own.count == count)
      #expect(own.flatMap { $0.dropFirst() } == (1..<columns).map { "\(row * 100 + $0)" })
      #expect(own.allSatisfy { $0.count > 1 })
    }
    #expect(all.filter { $0.first == "Obec" }.count >= count)
    #expect(!laid.value.pages.pages.contains { $0.turn != nil })
  }

  @Test func partsAreNoNarrowerThanTheirWords() async throws {
    let document = try Self.wide(columns: 16, rows: 3)
    let page = try await Press.lay(document).value.pages.pages[0]
    for op in page.ops {
      guard case .glyphs(let run) = op, page.text(of: run).hasPrefix("Rok") else { continue }
      #expect(page.text(of: run).trimmingSpaces.utf8.count == 7, "whole words")
      #expect(run.size == .pt(9), "never smaller")
      #expect(run.origin.x + page.inkWidth(of: run) < .pt(281))
    }
  }

  @Test func whatFitsIsNotSplitUnlessAskedFor() async throws {
    for (columns, width, isSplit) in [(5, TableWidth.automatic, false), (9, .parts, true)] {
      let document = try Self.wide(columns: columns, rows: 3, width: width)
      let pages = try await Press.lay(document).value.pages
      let words = pages.pages.map { $0.words(of: .repetition) }.joined()
      #expect(words.contains("část") == isSplit)
    }
  }

  @Test func partsGoOnOverleafAndCarryTheirSums() async throws {
    var design = DesignBook.small
    design.tables[0].carries = true
    let document = try Self.wide(columns: 14, rows: 50, total: true)
    let laid = try await Press.lay(document, design: design)
    expectSound(laid.value.pages, document)
    let pages = laid.value.pages.pages
    var columns: [String] = []
    var sums: [Int] = []
    var forward: [Int]?
    var carried = 0
    for page in pages {
      for line in lines(of: page) {
        if line.contains(where: { $0.hasPrefix("Rok") }) {
          let own = line.filter { $0.hasPrefix("Rok") }
          if own != columns { (columns, sums) = (own, own.map { _ in 0 }) }
        } else if line.first?.hasPrefix("Lhota") == true {
          sums = zip(sums, line.dropFirst()).map { $0 + (Int($1) ?? 0) }
        } else if line.first == "Převádí se" {
          forward = line.dropFirst().map { Int($0.filter { $0 != "\u{A0}" }) ?? -1 }
          #expect(forward == sums)
          carried += 1
        } else if line.first == "Převedeno" {
          #expect(line.dropFirst().map { Int($0.filter { $0 != "\u{A0}" }) ?? -1 } == forward)
        }
      }
    }
    #expect(carried > 2)
    #expect(pages.contains { $0.words(of: .repetition).contains(", pokračování)") })
  }

  // MARK: Labels over several rows, foot rows, the grid

  private func spanning(
    rows: Int, look says: Bool, words: Int = 1, after: String? = nil
  ) throws -> (Document, DesignBook) {
    var design = DesignBook.small
    design.tables[0].continuesLabels = says
    let document = try Press.document { builder in
      builder.continued = "pokračování"
      builder.node(.paragraph) { $0.text(Press.words(40)) }
      let spec = builder.table(
        TableSpec(columns: [ColumnSpec(.text), ColumnSpec(.text)], continued: "pokračování"))
      builder.node(.table(spec)) { table in
        table.node(.tableHead) { head in
          head.node(.row) { row in
            SplitTableTests.cell(&row, .headerCell(.column, .single), "Obvod")
            SplitTableTests.cell(&row, .headerCell(.column, .single), "Obec")
          }
        }
        table.node(.tableBody) { body in
          for number in 0..<rows {
            body.node(.row) { row in
              if number == 0 {
                let label = "Dačicko" + (words > 1 ? " " + Press.words(words) : "")
                SplitTableTests.cell(
                  &row, .headerCell(.row, CellSpan(rows: UInt16(rows))), label)
              }
              SplitTableTests.cell(&row, .dataCell(.single), "obec \(number)")
            }
          }
          if let after {
            body.node(.row) { row in
              SplitTableTests.cell(&row, .headerCell(.row, .single), after)
              SplitTableTests.cell(&row, .dataCell(.single), "obec")
            }
          }
        }
      }
    }
    return (document, design)
  }

  @Test(arguments: [false, true]) func aLabelOverRowsIsSaidAgainOverleaf(says: Bool) async throws {
    let (document, design) = try spanning(rows: 70, look: says)
    let laid = try await Press.lay(document, design: design)
    #expect(laid.warnings == [])
    expectSound(laid.value.pages, document)
    let pages = laid.value.pages.pages
    #expect(pages.count > 2)
    for page in pages.dropFirst() {
      let repeated = page.words(of: .repetition)
      #expect(repeated.contains("Dačicko"))
      #expect(repeated.contains("(pokračování)") == says)
      // It stands beside the first row that goes on.
      let all = lines(of: page)
      let beside = all.first { $0.first?.hasPrefix("Dačicko") == true }
      #expect(beside?.last?.hasPrefix("obec") == true)
    }
  }

  @Test func aLabelWithoutRoomBesideStandsAboveTheRows() async throws {
    // Two lines are left of the cell overleaf; its label takes more.
    for rows in 22...30 {
      let (document, design) = try spanning(
        rows: rows, look: true, words: 14, after: "Studensko")
      let laid = try await Press.lay(document, design: design)
      expectSound(laid.value.pages, document)
      guard let last = laid.value.pages.pages.dropFirst().last else { continue }
      for op in last.ops {
        guard case .glyphs(let run) = op else { continue }
        // In the type area, or the folio.
        #expect(run.origin.y < .pt(353) || run.origin.y == .pt(380))
      }
      // A label in the first column stands above what follows it there, not upon it.
      let lefts = last.ops.compactMap { op -> Length? in
        guard case .glyphs(let run) = op, last.text(of: run).hasPrefix("Obvod") else { return nil }
        return run.origin.x
      }
      var lines: [Length] = []
      for case .glyphs(let run) in last.ops where lefts.contains(run.origin.x) {
        lines.append(run.origin.y)
      }
      lines.sort()
      for (line, next) in zip(lines, lines.dropFirst()) where line != next {
        #expect(next - line > .pt(7), "\(rows) rows: \(lines)")
      }
    }
  }

  @Test func footRowsComeBackWhereTheStyleWantsIt() async throws {
    var design = DesignBook.small
    design.tables[0].repeatsFoot = true
    let document = try Self.wide(columns: 3, rows: 80, total: true)
    let laid = try await Press.lay(document, design: design)
    expectSound(laid.value.pages, document)
    let pages = laid.value.pages.pages
    #expect(pages.count > 2)
    for (number, page) in pages.enumerated() {
      let isLast = page.textRuns.contains { document.plainText(of: $0.0) == "Celkem" }
      let isAfter = !page.textRuns.contains { document.plainText(of: $0.0).hasPrefix("Lhota") }
      if isAfter { continue }
      #expect(page.words(of: .repetition).contains("Celkem") == !isLast, "page \(number)")
      guard !isLast else { continue }
      let end = lines(of: page).last { !$0.contains("\(number + 1)") }
      #expect(end?.first == "Celkem")
    }
  }

  /// Half a page of head or foot on each page leaves no room for the rows.
  @Test(arguments: [true, false]) func rowsTooTallToComeBackAreTold(isHead: Bool) async throws {
    func document(rows: Int) throws -> Document {
      try Press.document { builder in
        let spec = builder.table(TableSpec(columns: [ColumnSpec(.text), ColumnSpec(.text)]))
        builder.node(.table(spec)) { table in
          table.node(.caption) { $0.text("Služby") }
          table.node(.tableHead) { head in
            head.node(.row) { row in
              let words = isHead ? Press.words(160) : "Obec"
              SplitTableTests.cell(&row, .headerCell(.column, .single), words)
              SplitTableTests.cell(&row, .headerCell(.column, .single), "Klienti")
            }
          }
          table.node(.tableBody) { body in
            for number in 0..<rows {
              body.node(.row) { row in
                for _ in 0..<2 { SplitTableTests.cell(&row, .dataCell(.single), "obec \(number)") }
              }
            }
          }
          table.node(.tableFoot) { foot in
            foot.node(.row) { row in
              SplitTableTests.cell(
                &row, .dataCell(CellSpan(columns: 2)), isHead ? "Konec" : Press.words(240))
            }
          }
        }
      }
    }
    var design = DesignBook.small
    design.tables[0].repeatsFoot = true
    let long = try document(rows: 60)
    let laid = try await Press.lay(long, design: design)
    expectSound(laid.value.pages, long)
    #expect(laid.warnings.map(\.kind.code) == ["L26"])
    let words = isHead ? "Záhlaví tabulky „Služby“" : "Zápatí tabulky „Služby“"
    #expect(laid.warnings.first?.message.cs.hasPrefix(words) == true)
    let short = try await Press.lay(document(rows: 1), design: design)
    #expect(short.warnings == [] || short.value.pages.pages.count > 1)
  }

  /// Where rows can fill a page they do, whatever hole a block further on leaves.
  @Test func pagesInsideATableAreFull() async throws {
    var design = DesignBook.small
    design.tables[0].repeatsFoot = true
    design.tables[0].isOnGrid = true
    for rows in stride(from: 60, through: 96, by: 4) {
      let pages = try await Press.lay(
        try Self.wide(columns: 3, rows: rows, total: true), design: design
      ).value.pages.pages
      for (page, next) in zip(pages, pages.dropFirst()) {
        let ends = next.textRuns.contains { next.text(of: $0.1).hasPrefix("Lhota") }
        guard ends, page.textRuns.contains(where: { page.text(of: $0.1).hasPrefix("Lhota") })
        else { continue }
        // The type area ends at 353 pt; a page with two lines of white would hold another row.
        let foot = lines(of: page).count
        #expect(foot > 0)
        var last = Length.zero
        for case .glyphs(let run) in page.ops where run.origin.y < .pt(370) {
          last = max(last, run.origin.y)
        }
        #expect(last > .pt(353 - 3 * 12), "\(rows) rows: \(last)")
      }
    }
  }

  @Test func rowsStandOnTheGridWhereTheStyleWantsIt() async throws {
    var design = DesignBook.small
    design.tables[0].isOnGrid = true
    design.tables[0].rowPadding = .pt(2)
    design.tables[0].spaceBefore = .pt(5)
    let document = try Self.wide(columns: 3, rows: 60)
    let pages = try await Press.lay(document, design: design).value.pages.pages
    #expect(pages.count > 2)
    for page in pages {
      for (node, run) in page.textRuns {
        guard document.plainText(of: node).hasPrefix("Lhota") else { continue }
        // The first baseline is 49 pt below the edge, the lines are 12 pt apart.
        let over = (run.origin.y - .pt(49)).sp % Length.pt(12).sp
        #expect(min(over, Length.pt(12).sp - over) < 700, "\(run.origin.y)")
      }
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var scalars = unicodeScalars[...]
    while scalars.last == " " { scalars.removeLast() }
    while scalars.first == " " { scalars.removeFirst() }
    return String(scalars)
  }
}
