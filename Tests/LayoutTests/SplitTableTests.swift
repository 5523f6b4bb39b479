import Core
import Display
import Manuscript
import Style
import Testing

@testable import Layout

/// Tables that do not fit where they stand: split, continued, turned.
@Suite struct SplitTableTests {
  static func cell(_ row: inout DocumentBuilder, _ role: Role, _ words: String) {
    row.node(role) { cell in cell.node(.paragraph) { $0.text(words) } }
  }

  /// The baseline of the lowest line of a page, of lines 12 pt apart.
  static func lastBaseline(of page: PageExplanation) -> Length {
    page.fragments.map { $0.y + .pt(12) * ($0.lines.count - 1) }.max() ?? .zero
  }

  static func table(
    _ builder: inout DocumentBuilder, rows: Int, words: Int, columns: [ColumnSpec],
    continued: String = "pokračování"
  ) {
    let spec = builder.table(TableSpec(columns: columns, continued: continued))
    builder.node(.table(spec)) { table in
      table.node(.caption) { caption in
        caption.node(.label) { $0.text("Tabulka 7") }
        caption.text(" Služby podle obcí")
      }
      table.node(.tableHead) { head in
        head.node(.row) { row in
          for column in columns.indices {
            Self.cell(&row, .headerCell(.column, .single), "Sloupec \(column)")
          }
        }
      }
      table.node(.tableBody) { body in
        for number in 0..<rows {
          body.node(.row) { row in
            Self.cell(&row, .headerCell(.row, .single), Press.words(1, from: number))
            for column in 1..<columns.count {
              Self.cell(&row, .dataCell(.single), Press.words(words, from: number * 3 + column))
            }
          }
        }
      }
    }
  }

  @Test func theCaptionSaysThatTheTableGoesOn() async throws {
    let document = try Press.document {
      Self.table(&$0, rows: 60, words: 3, columns: [ColumnSpec(.text), ColumnSpec(.text)])
    }
    let laid = try await Press.lay(document).value
    expectSound(laid.pages, document)
    #expect(laid.pages.pages.count > 1)
    for (number, page) in laid.pages.pages.enumerated() {
      let said = page.words(of: .repetition)
      #expect(said.contains("Tabulka 7 (pokračování)") == (number > 0), "page \(number): \(said)")
      #expect(!said.contains("Služby"))
    }
  }

  @Test func tallRowsAreSplitSoThatPagesAreFull() async throws {
    let document = try Press.document {
      Self.table(&$0, rows: 9, words: 110, columns: [ColumnSpec(.text), ColumnSpec(.text)])
    }
    let laid = try await Press.lay(document).value
    expectSound(laid.pages, document)
    // Every page but the last is filled to a sixth.
    let pages = laid.explanation.pages
    #expect(pages.count > 2)
    for page in pages.dropLast() {
      let last = Self.lastBaseline(of: page)
      #expect(last > .pt(290))
    }
  }

  @Test func aLineOfARowNeverStandsAlone() async throws {
    let document = try Press.document {
      Self.table(&$0, rows: 12, words: 50, columns: [ColumnSpec(.text), ColumnSpec(.text)])
    }
    let laid = try await Press.lay(document).value
    for page in laid.explanation.pages {
      for fragment in page.fragments where fragment.lines.count == 1 {
        // A single line is a cell of one line, not the rest of a longer one.
        let words = document.plainText(of: fragment.node)
        #expect(words.utf8.count < 60, "\(words)")
      }
    }
  }

  @Test func aMatrixTallerThanThePageIsSplitByTheLinesOfItsQuadrants() async throws {
    let document = try Press.document { builder in
      builder.node(.paragraph) { $0.text(Press.words(60)) }
      builder.node(.group(.matrix)) { matrix in
        for quadrant in 0..<4 {
          matrix.node(.group(.quadrant)) { quadrantNode in
            for item in 0..<14 {
              quadrantNode.node(.paragraph) {
                $0.text(Press.words(12, from: quadrant * 31 + item * 5))
              }
            }
          }
        }
      }
    }
    let laid = try await Press.lay(document).value
    expectSound(laid.pages, document)
    #expect(laid.pages.pages.count >= 3)
    // Both tints go on: each page has two fields of the quadrants' width.
    for page in laid.pages.pages.dropFirst().dropLast() {
      let fields = page.fills.filter { $0.width == .pt(121) && $0.height > .pt(20) }
      #expect(fields.count >= 2)
    }
    let bottom = Length.pt(400 - 48)
    for page in laid.pages.pages {
      for fill in page.fills where fill.width == .pt(121) {
        #expect(fill.maxY <= bottom + .pt(1))
      }
    }
  }

  private var landscape: DesignBook {
    var design = DesignBook.small
    design.tables[0].landscape = true
    return design
  }

  private func wide(rows: Int) throws -> Document {
    try Press.document { builder in
      for number in 0..<6 { builder.node(.paragraph) { $0.text(Press.words(60, from: number)) } }
      Self.table(
        &builder, rows: rows, words: 3,
        columns: [ColumnSpec](repeating: ColumnSpec(.text), count: 5))
      for number in 0..<6 { builder.node(.paragraph) { $0.text(Press.words(60, from: number)) } }
    }
  }

  @Test func aWideTableLiesOnItsSideAndTheTextGoesOn() async throws {
    let document = try wide(rows: 30)
    let laid = try await Press.lay(document, design: landscape)
    expectSound(laid.value.pages, document)
    #expect(laid.warnings == [])
    let pages = laid.value.pages.pages
    let turned = pages.indices.filter { pages[$0].turn != nil }
    #expect(turned.count >= 2)
    #expect(turned == Array((turned.first ?? 0)...(turned.last ?? 0)))
    for number in turned {
      let page = pages[number]
      let turn = try #require(page.turn)
      for op in page.ops[Int(turn.ops.lowerBound)..<Int(turn.ops.upperBound)] {
        guard case .fill(let field, _) = op else { continue }
        let place = turn.place(of: field)
        // All of it in the type area, on rectos and versos.
        let left: Length = number % 2 == 0 ? .pt(30) : .pt(20)
        #expect(place.x >= left - .pt(1) && place.maxX <= left + .pt(251))
        #expect(place.y >= .pt(39) && place.maxY <= .pt(353))
      }
      // The folio stays upright.
      #expect(page.ops.count > Int(turn.ops.upperBound))
      #expect((page.words(of: .repetition).isEmpty) == (number == turned[0]))
    }
    // No page before it ends early: the text fills it.
    let before = laid.value.explanation.pages[turned[0] - 1]
    #expect(Self.lastBaseline(of: before) > .pt(320))
  }

  @Test func workersDoNotMatterForTables() async throws {
    let document = try wide(rows: 40)
    let one = try await Press.lay(document, design: landscape, workers: 1).value
    for workers in [2, 8] {
      let other = try await Press.lay(document, design: landscape, workers: workers).value
      #expect(other.pages == one.pages)
    }
  }

  @Test func decimalCommasStandInLine() async throws {
    let numbers = ["12,5", "1\u{A0}250", "3,25", "–", "0,5", "77"]
    let document = try Press.document { builder in
      let spec = builder.table(TableSpec(columns: [ColumnSpec(.text), ColumnSpec(.number)]))
      builder.node(.table(spec)) { table in
        table.node(.tableBody) { body in
          for number in numbers {
            body.node(.row) { row in
              Self.cell(&row, .headerCell(.row, .single), "obec")
              Self.cell(&row, .dataCell(.single), number)
            }
          }
        }
      }
    }
    let page = try await Press.lay(document).value.pages.pages[0]
    var edges: Set<Int32> = []
    for (owner, run) in page.textRuns {
      let words = document.plainText(of: owner)
      guard numbers.contains(words), let end = decimalPlace(in: Array(words.utf8)) else { continue }
      let base = page.glyphs[Int(run.glyphs.lowerBound)].text
      let width = page.glyphs[Int(run.glyphs.lowerBound)..<Int(run.glyphs.upperBound)]
        .filter { $0.text < base + UInt32(end) }.reduce(Int32(0)) { $0 + $1.advance }
      edges.insert((run.origin.x.sp + width + 1_000) / 4_000)
    }
    #expect(edges.count == 1, "\(edges)")
  }

  @Test func cellsOfComplexTablesNameTheirHeaders() async throws {
    let document = try TableTests.document(rows: 3)
    let tree = structure(of: document)
    for position in document.nodes.indices {
      guard case .dataCell = document.nodes[position].role else { continue }
      let names = tree.elements[position].headers.map { header in
        document.children(of: header).map { document.plainText(of: $0) }.joined()
      }
      let row = document.nodes[position].parent
      guard case .tableBody = document[document[row].parent].role else { continue }
      let first = document.children(of: row).first { _ in true }
      let isThird = position == Array(document.children(of: row))[2].int
      let rowName = first.map { document.children(of: $0).map { document.plainText(of: $0) } } ?? []
      #expect(names == (isThird ? ["Kolik"] : ["Kde a co", "Co"]) + rowName)
    }
    // A simple table needs scopes only.
    let simple = try Press.document {
      Self.table(&$0, rows: 3, words: 2, columns: [ColumnSpec(.text), ColumnSpec(.text)])
    }
    #expect(structure(of: simple).elements.allSatisfy { $0.headers.isEmpty && !$0.namesCells })
  }
}
