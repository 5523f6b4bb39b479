import Core
import Display
import Intake
import Layout
import Manuscript
import SazbaTesting
import Style
import Testing

/// The book of tables (Tests/Publications/tabulky), read back from its pages.
@Suite struct TableBookTests {
  private func table(_ name: String, _ document: Document) throws -> NodeID {
    try #require(document.anchors.first { $0.name == name }).node
  }

  /// The runs of what is said again, by their lines.
  private func repeated(on page: Page) -> [[GlyphRun]] {
    var lines: [[GlyphRun]] = []
    for span in page.spans where span.owner == .artifact(.repetition) {
      for op in page.ops[Int(span.ops.lowerBound)..<Int(span.ops.upperBound)] {
        guard case .glyphs(let run) = op else { continue }
        if let last = lines.last?.last, last.origin.y == run.origin.y {
          lines[lines.count - 1].append(run)
        } else {
          lines.append([run])
        }
      }
    }
    return lines
  }

  /// The numbers of a carried line that begins so.
  private func carried(_ words: String, on page: Page) -> [Int64]? {
    for line in repeated(on: page) {
      let texts = line.map { page.text(of: $0) }
      guard texts.first?.contains(words) == true else { continue }
      return texts.compactMap { WrittenNumber(Array($0.utf8)) }
        .map { $0.number.digits(at: 1) ?? 0 }
    }
    return nil
  }

  /// Sums by column, in tenths, of the plain rows of a table whose words stand on a page.
  private func sums(of table: NodeID, on page: Page, _ columns: Range<Int>, _ document: Document)
    -> [Int64]
  {
    let owners = Set(page.textRuns.map(\.0))
    var sums = [Int64](repeating: 0, count: columns.count)
    for number in table.int..<document[table].end.int {
      let row = NodeID(number)
      guard document[row].role == .row, document.look(of: row).isEmpty,
        document[document[row].parent].role == .tableBody
      else { continue }
      for (column, cell) in document.children(of: row).enumerated() where columns ~= column {
        for words in document.children(of: cell) where owners.contains(words) {
          let value = WrittenNumber(Array(document.plainText(of: words).utf8))
          sums[column - columns.lowerBound] += value?.number.digits(at: 1) ?? 0
        }
      }
    }
    return sums
  }

  private func holds(_ table: NodeID, _ page: Page, _ document: Document) -> Bool {
    page.textRuns.contains { owner, _ in
      owner > table && owner < document[table].end
        && sequence(first: owner, next: { $0.raw > 0 ? document[$0].parent : nil })
          .contains { document[$0].role == .row }
    }
  }

  @Test func everyTableIsSaidOnce() async throws {
    let (document, design) = try TestBook.read("tabulky")
    let outcome = try await Press.lay(document, design: design)
    #expect(outcome.warnings.isEmpty)
    expectSound(outcome.value.pages, document)
    let kinds = document.nodes.filter { if case .table = $0.role { true } else { false } }
    #expect(kinds.count == 7)
  }

  /// Sums of groups above and below their rows: the sums carried are those of the rows.
  @Test(arguments: [("tab-skupiny", 1..<4), ("tab-kraje", 1..<3), ("tab-sirka", 1..<13)])
  func sumsAreCarried(_ name: String, _ columns: Range<Int>) async throws {
    let (document, design) = try TestBook.read("tabulky")
    let pages = try await Press.lay(document, design: design).value.pages.pages
    let table = try table(name, document)
    let own = pages.indices.filter { holds(table, pages[$0], document) }
    #expect(own.count > 1)
    var running = [Int64](repeating: 0, count: columns.count)
    for number in own {
      let page = pages[number]
      if number != own.first { #expect(carried("Převedeno", on: page) == running) }
      for (column, sum) in sums(of: table, on: page, columns, document).enumerated() {
        running[column] += sum
      }
      if number != own.last { #expect(carried("Převádí se", on: page) == running) }
    }
  }

  /// The group that goes on is named below the sums, and the group within it.
  @Test func groupsAreNamedOverleaf() async throws {
    let (document, design) = try TestBook.read("tabulky")
    let pages = try await Press.lay(document, design: design).value.pages.pages
    let table = try table("tab-skupiny", document)
    let own = pages.filter { holds(table, $0, document) }
    for page in own.dropFirst() {
      let lines = repeated(on: page).map { $0.map { page.text(of: $0) }.joined() }
      let brought = try #require(lines.firstIndex { $0.contains("Převedeno") })
      let named = lines.filter { $0.contains("pokračování") && !$0.contains("Tabulka") }
      // The first row of the page tells which groups these are.
      var first: NodeID?
      for (owner, _) in page.textRuns where first == nil && owner > table {
        first = sequence(first: owner, next: { $0.raw > 0 ? document[$0].parent : nil })
          .first { document[$0].role == .row && document[document[$0].parent].role == .tableBody }
      }
      let row = try #require(first)
      var groups: [String] = []
      for look in ["subgroup", "group"] {
        guard document.look(of: row) != "group" else { break }
        if look == "subgroup" && document.look(of: row) == "subgroup" { continue }
        let head = stride(from: row.int, through: table.int, by: -1).map { NodeID($0) }
          .first { document[$0].role == .row && document.look(of: $0) == look }
        let cell = head.flatMap { Array(document.children(of: $0)).first }
        let words = cell.flatMap { Array(document.children(of: $0)).first }
        groups.insert(words.map { document.plainText(of: $0) } ?? "", at: 0)
      }
      #expect(named.count == groups.count)
      for (line, group) in zip(named, groups) {
        #expect(line.trimmingPrefix(" ").hasPrefix(group), "\(line) is not \(group)")
      }
      // In the order of the page: after the sums.
      let places = repeated(on: page).map { $0[0].origin.y }
      for (place, line) in zip(places, lines) where line.contains("pokračování") {
        if !line.contains("Tabulka") { #expect(place > places[brought]) }
      }
    }
  }

  /// Where the author wants it the foot stands on each page, then nothing is carried.
  @Test func footersComeBack() async throws {
    let (document, design) = try TestBook.read("tabulky")
    let pages = try await Press.lay(document, design: design).value.pages.pages
    let table = try table("tab-zapati", document)
    let own = pages.indices.filter { holds(table, pages[$0], document) }
    #expect(own.count > 1)
    for number in own {
      let words = pages[number].words(of: .repetition)
      for foot in ["Území celkem", "27 863", "započten není."] {
        #expect(words.contains(foot) == (number != own.last), "\(number): \(foot)")
      }
    }
    for number in own.dropLast() { #expect(carried("Převádí se", on: pages[number]) == nil) }
  }

  /// Notes called on a page stand on it, each time by the same letter.
  @Test func notesComeBackByTheirLetters() async throws {
    let (document, design) = try TestBook.read("tabulky")
    let pages = try await Press.lay(document, design: design).value.pages.pages
    let table = try table("tab-skupiny", document)
    var count = 0
    for page in pages where holds(table, page, document) {
      let all = page.words(of: .repetition) + page.textRuns.map { page.text(of: $0.1) }.joined()
      for (owner, _) in page.textRuns where owner > table && owner < document[table].end {
        guard case .noteReference(let note) = document[owner].role else { continue }
        let words = (note.int..<document[note].end.int).map { NodeID($0) }
          .filter { document[$0].role == .paragraph }.map { document.plainText(of: $0) }
        #expect(words.count == 1 && all.contains(words.joined().prefix(20)))
        count += 1
      }
    }
    #expect(count > 8)
  }

  /// On the grid rows stand in register with the text, over all pages.
  @Test func onTheGridRowsStandInRegister() async throws {
    let (document, book) = try TestBook.read("tabulky")
    var design = book
    for number in design.tables.indices { design.tables[number].isOnGrid = true }
    let outcome = try await Press.lay(document, design: design)
    expectSound(outcome.value.pages, document)
    let line = design.page.baseline.sp
    let table = try table("tab-skupiny", document)
    var rows: Set<Int32> = []
    for page in outcome.value.pages.pages {
      for (owner, run) in page.textRuns where owner > table && owner < document[table].end {
        let row = sequence(first: owner, next: { $0.raw > 0 ? document[$0].parent : nil })
          .first { document[$0].role == .row }
        guard let row, document[document[row].parent].role != .tableHead,
          case .paragraph = document[owner].role
        else { continue }
        rows.insert((run.origin.y - design.page.top).sp % line / 700)
      }
    }
    #expect(rows.count == 1, "\(rows)")
  }

  /// Where numbers of a column have more and fewer decimals, their sums stand at the commas, too.
  @Test func carriedSumsStandAtTheComma() async throws {
    var design = DesignBook.small
    design.tables[0].carries = true
    let document = try Press.document { builder in
      builder.carriedForward = "Převádí se"
      builder.broughtForward = "Převedeno"
      let spec = builder.table(TableSpec(columns: [ColumnSpec(.text), ColumnSpec(.number)]))
      builder.node(.table(spec)) { table in
        table.node(.tableBody) { body in
          for row in 0..<60 {
            body.node(.row) { line in
              SplitTableTests.cell(&line, .headerCell(.row, .single), "obec")
              let words = ["12", "3,5", "1,25", "100,75 h"][row % 4]
              SplitTableTests.cell(&line, .dataCell(.single), words)
            }
          }
        }
        table.node(.tableFoot) { foot in
          foot.node(.row, look: "total") { line in
            SplitTableTests.cell(&line, .headerCell(.row, .single), "Celkem")
            SplitTableTests.cell(&line, .dataCell(.single), "1 762,50 h")
          }
        }
      }
    }
    let pages = try await Press.lay(document, design: design).value.pages.pages
    #expect(pages.count > 1)
    for page in pages {
      var places: Set<Int32> = []
      var count = 0
      for op in page.ops {
        guard case .glyphs(let run) = op, page.text(of: run).contains(",") else { continue }
        var x = run.origin.x
        for glyph in page.glyphs[Int(run.glyphs.lowerBound)..<Int(run.glyphs.upperBound)] {
          if page.text[Int(glyph.text)] == 0x2C { break }
          x += Length(sp: glyph.advance)
        }
        places.insert(x.sp / 3_000)
        count += 1
      }
      #expect(count > 5 && places.count <= 2, "\(places)")
      let spread = (places.max() ?? 0) - (places.min() ?? 0)
      #expect(spread <= 1, "\(places)")
    }
  }
}
