import Core
import Display
import Manuscript
import SazbaTesting
import Style
import Testing

@testable import Layout

/// Text that runs in columns.
@Suite struct ColumnTests {
  /// The small design with chapters in columns over the whole width, all headings across.
  static func design(
    _ count: Int, gap: Length = .pt(10), notes: ColumnNotes = .page,
    _ change: (inout DesignBook) -> Void = { _ in }
  ) -> DesignBook {
    var design = DesignBook.small
    design.boxes[0].columns = count
    design.boxes[0].columnGap = gap
    design.boxes[0].columnNotes = notes
    design.boxes[0].placement = .full
    design.paragraphs[1].span = .all
    design.paragraphs[1].label = .inline
    change(&design)
    return design
  }

  /// Where the lines of a page begin and stand, column by column: artifacts aside.
  private func lines(_ page: Page) -> [(x: Length, y: Length, node: NodeID)] {
    var lines: [(x: Length, y: Length, node: NodeID)] = []
    for span in page.spans {
      guard case .node(let node) = span.owner else { continue }
      for op in page.ops[Int(span.ops.lowerBound)..<Int(span.ops.upperBound)] {
        guard case .glyphs(let run) = op else { continue }
        if lines.last.map({ $0.y != run.origin.y || run.origin.x < $0.x }) ?? true {
          lines.append((run.origin.x, run.origin.y, node))
        }
      }
    }
    return lines
  }

  private func paragraphs(_ count: Int, words: Int = 60) throws -> Document {
    try Press.document { builder in
      builder.node(.heading(level: 1)) { $0.text("Nadpis přes všechny sloupce") }
      for number in 0..<count {
        builder.node(.paragraph) { $0.text(Press.words(words, from: number * 3)) }
      }
    }
  }

  /// The left edges of columns on right-hand pages, all words in them, over pages; the last page is
  /// balanced.
  @Test(arguments: [2, 3]) func textRunsDownColumns(_ count: Int) async throws {
    let design = Self.design(count) { $0.paragraphs[0].hyphenate = false }
    let document = try paragraphs(30)
    let pages = try await Press.lay(document, design: design).value.pages
    expectSound(pages, document)
    let page = design.page
    let width = (page.fullWidth - .pt(10) * (count - 1)) / count
    #expect(pages.pages.count > 2)
    for (number, leaf) in pages.pages.enumerated() {
      let left = number % 2 == 0 ? page.inner : page.trim.width - page.inner - page.fullWidth
      let body = lines(leaf).filter { $0.node.raw > 2 }
      var column = 0
      var tall: [Length] = [.zero]
      for (line, next) in zip(body, body.dropFirst()) where next.y < line.y {
        column += 1
        tall.append(.zero)
        #expect(next.x >= left + (width + .pt(10)) * column - .pt(1))
        #expect(next.x <= left + (width + .pt(10)) * column + .pt(13))
      }
      #expect(column == count - 1, "page \(number)")
      // Columns end within a line of one another, wherever paragraphs may be split there.
      tall = Array(repeating: .zero, count: count)
      for line in body {
        let column = Int(((line.x - left).sp) / (width + .pt(10)).sp)
        tall[column] = max(tall[column], line.y)
      }
      let least = tall.min() ?? .zero
      #expect((tall.max() ?? .zero) - least <= .pt(24), "page \(number): \(tall)")
      // Baselines stand in register.
      for line in body { #expect((line.y - .pt(49)).sp % Length.pt(12).sp == 0) }
    }
  }

  /// The order in which marks are painted is that of the document.
  @Test func readingOrderIsThatOfTheDocument() async throws {
    let document = try paragraphs(12)
    let pages = try await Press.lay(document, design: Self.design(3)).value.pages
    var last = 0
    for page in pages.pages {
      for line in lines(page) {
        #expect(line.node.int >= last)
        last = line.node.int
      }
    }
  }

  /// Above a heading, table or picture over all columns these end at equal height; what follows
  /// begins below it.
  @Test func whatSpansPartsTheColumns() async throws {
    let document = try Press.document { builder in
      builder.node(.heading(level: 1)) { $0.text("První") }
      builder.node(.paragraph) { $0.text(Press.words(36)) }
      builder.node(.heading(level: 2), anchor: "druhy") { $0.text("Druhý") }
      builder.node(.paragraph) { $0.text(Press.words(36, from: 9)) }
    }
    let design = Self.design(2) { $0.paragraphs[0].hyphenate = false }
    let laid = try await Press.lay(document, design: design).value
    #expect(laid.pages.pages.count == 1)
    let all = lines(laid.pages.pages[0])
    let heading = try #require(all.first { $0.node.raw == 4 })
    #expect(heading.x == .pt(30))
    let above = all.filter { $0.node.raw == 3 }
    let below = all.filter { $0.node.raw == 5 }
    #expect(above.allSatisfy { $0.y < heading.y } && below.allSatisfy { $0.y > heading.y })
    for body in [above, below] {
      let right = body.filter { $0.x > .pt(155) }
      let left = body.filter { $0.x < .pt(155) }
      #expect(right.first?.y == left.first?.y)
      #expect((0...1).contains(left.count - right.count), "\(left.count) and \(right.count)")
    }
  }

  /// A paragraph that its style keeps together stands in one column, however uneven these are.
  @Test(arguments: [2, 3], [1, 2, 7]) func whatIsKeptTogetherStandsInOneColumn(
    _ count: Int, _ paragraphs: Int
  ) async throws {
    let document = try self.paragraphs(paragraphs, words: 45)
    let design = Self.design(count) { $0.paragraphs[0].keepTogether = true }
    let pages = try await Press.lay(document, design: design).value.pages
    expectSound(pages, document)
    let pitch = (design.page.fullWidth - .pt(10) * (count - 1)) / count + .pt(10)
    var seen: [NodeID: Set<Int32>] = [:]
    for (number, page) in pages.pages.enumerated() {
      let left =
        number % 2 == 0
        ? design.page.inner : design.page.trim.width - design.page.inner - design.page.fullWidth
      for line in lines(page) where document[line.node].role == .paragraph {
        seen[line.node, default: []].insert(
          Int32(number * 10) + (line.x - left + .pt(1)).sp / pitch.sp)
      }
    }
    #expect(seen.count == paragraphs)
    for columns in seen.values { #expect(columns.count == 1, "\(columns)") }
  }

  /// The pages of a small part in three columns, line by line, as people read them.
  @Test func golden() async throws {
    let document = try Press.document { builder in
      builder.node(.heading(level: 1)) { $0.text("Adresář") }
      builder.node(.group(.card)) { card in
        card.node(.heading(level: 3)) { $0.text("Karta") }
        card.node(.paragraph) { $0.text(Press.words(24)) }
      }
      builder.node(.paragraph) { $0.text(Press.words(40, from: 7)) }
      Self.table(&builder, columns: 2, rows: 8) { $0 < 0 ? "H\($1)" : "\($0)·\($1)" }
      builder.node(.heading(level: 2)) { $0.text("Oddíl") }
      builder.node(.paragraph) { $0.text(Press.words(20, from: 3)) }
    }
    let design = Self.design(3) {
      $0.boxKeys["group.card"] = 4
      $0.paragraphs.append($0.paragraphs[1])
      $0.paragraphs[$0.paragraphs.count - 1].span = .column
      $0.paragraphKeys["group.card/heading.3"] = $0.paragraphs.count - 1
    }
    let laid = try await Press.lay(document, design: design).value
    expectSound(laid.pages, document)
    try expectGolden(
      laid.galleys[0].dump() + laid.pages.dump(), "Tests/LayoutTests/Golden/columns.txt")
  }

  @Test func aSpanCanBeForbiddenAndWideTablesSpanByThemselves() async throws {
    let wide = try Press.document { builder in
      builder.node(.paragraph) { $0.text(Press.words(30)) }
      Self.table(&builder, columns: 2, rows: 3) { "neobhospodařovatelný \($0) \($1)" }
      builder.node(.paragraph) { $0.text(Press.words(30)) }
    }
    let design = Self.design(3)
    let pages = try await Press.lay(wide, design: design).value.pages
    expectSound(pages, wide)
    let rules = pages.pages[0].ops.compactMap { op -> Length? in
      guard case .fill(let area, _) = op, area.height == .pt(1) else { return nil }
      return area.width
    }
    #expect(rules.contains(design.page.fullWidth))
    var tied = design
    tied.tables[0].span = .column
    let findings = try await Press.findings(wide, design: tied)
    #expect(findings.map(\.kind) == [LayoutDiagnostics.overfullTable])
  }

  /// The head of a table comes back at the head of each further column, as an artifact.
  @Test func headsOfTablesComeBackInColumns() async throws {
    let document = try Press.document { builder in
      builder.node(.paragraph) { $0.text("Úvod.") }
      Self.table(&builder, columns: 2, rows: 30) { $0 < 0 ? "Hlava \($1)" : "\($0) \($1)" }
    }
    let pages = try await Press.lay(document, design: Self.design(3)).value.pages
    expectSound(pages, document)
    #expect(pages.pages.count == 1)
    let said = pages.pages[0].words(of: .repetition)
    #expect(said.filter { $0 == "H" }.count == 4, "\(said)")
  }

  /// Notes stand below all columns, as wide as these together, or at the foot of the column of their
  /// call.
  @Test(arguments: [ColumnNotes.page, .column]) func notes(_ notes: ColumnNotes) async throws {
    var made: [NodeID] = []
    let document = try Press.document { builder in
      for number in 1...8 {
        let called = builder.node(.paragraph) { $0.text(Press.words(40, from: number)) }
        let note = builder.node(.note) { note in
          note.node(.label) { $0.text("\(number)") }
          note.node(.body) { body in
            body.node(.paragraph) { $0.text("Poznámka, která má pár slov navíc, celkem dost.") }
          }
        }
        builder.reopen(called) { open in open.node(.noteReference(note)) { $0.text("\(number)") } }
        made.append(note)
      }
    }
    let design = Self.design(2, notes: notes)
    let pages = try await Press.lay(document, design: design).value.pages
    expectSound(pages, document)
    let middle = Length.pt(150)
    var right = 0
    for page in pages.pages {
      let all = lines(page)
      for note in made {
        let own = all.filter { $0.node >= note && $0.node < document[note].end }
        guard let first = own.first else { continue }
        let call = all.first {
          if case .noteReference(note) = document[$0.node].role { true } else { false }
        }
        // The line of the call holds it, wherever in it.
        guard call != nil || notes == .column else { continue }
        if notes == .page { #expect(first.x < middle) }
        if first.x > middle { right += 1 }
        let text = all.filter { $0.node < made[0] || document[$0.node].role == .paragraph }
        #expect(text.contains { $0.y < first.y })
      }
    }
    #expect(notes == .page ? right == 0 : right > 0, "\(right)")
  }

  /// Before a heading across all columns and after it, no page keeps less than two lines in each
  /// column where anything else fits.
  @Test(arguments: 3..<30) func littleIsNotLeftInColumns(_ above: Int) async throws {
    let document = try Press.document { builder in
      builder.node(.heading(level: 1)) { $0.text("Nadpis") }
      for number in 0..<above {
        builder.node(.paragraph) { $0.text(Press.words(17, from: number)) }
      }
      builder.node(.heading(level: 1)) { $0.text("Další") }
      for number in 0..<9 { builder.node(.paragraph) { $0.text(Press.words(17, from: number)) } }
    }
    let pages = try await Press.lay(document, design: Self.design(2)).value.pages
    expectSound(pages, document)
    let heading = try #require(
      document.nodes.indices.map { NodeID($0) }.filter { document[$0].role == .heading(level: 1) }
        .last)
    for page in pages.pages {
      for part in [
        lines(page).filter { $0.node < heading }, lines(page).filter { $0.node > heading },
      ]
      where !part.isEmpty {
        let body = part.filter { document[$0.node].role == .paragraph }
        #expect(body.isEmpty || Set(body.map(\.y)).count > 1, "\(above)")
      }
    }
  }

  /// More boxes than a length can count in height: columns of very many pages.
  @Test func columnsOfManyPagesCountNoFurtherThanTheyMust() async throws {
    let document = try Press.document { builder in
      builder.node(.paragraph) { $0.text(Press.words(12_000)) }
    }
    let design = Self.design(2) {
      $0.page.baseline = .pt(120)
      $0.paragraphs[0].leading = .pt(120)
    }
    let pages = try await Press.lay(document, design: design).value.pages
    #expect(pages.pages.count > 200)
  }

  private static func table(
    _ builder: inout DocumentBuilder, columns: Int, rows: Int, words: (Int, Int) -> String
  ) {
    let spec = builder.table(
      TableSpec(columns: [ColumnSpec](repeating: ColumnSpec(.text), count: columns)))
    builder.node(.table(spec)) { table in
      table.node(.tableHead) { head in
        head.node(.row) { row in
          for column in 0..<columns {
            row.node(.headerCell(.column, .single)) { cell in
              cell.node(.paragraph) { $0.text(words(-1, column)) }
            }
          }
        }
      }
      table.node(.tableBody) { body in
        for number in 0..<rows {
          body.node(.row) { row in
            for column in 0..<columns {
              row.node(.dataCell(.single)) { cell in
                cell.node(.paragraph) { $0.text(words(number, column)) }
              }
            }
          }
        }
      }
    }
  }
}
