import Core
import Display
import Layout
import Manuscript
import Style
import Testing

/// Tables: columns, spans, heads on every page.
@Suite struct TableTests {
  /// A table of rows of three cells, its head in two rows with a spanning cell.
  static func document(rows: Int, words: Int = 2) throws -> Document {
    try Press.document { builder in
      builder.node(.heading(level: 1)) { $0.text("Tabulka") }
      let spec = builder.table(
        TableSpec(columns: [ColumnSpec(.text), ColumnSpec(.text), ColumnSpec(.number)]))
      builder.node(.table(spec)) { table in
        table.node(.caption) { $0.text("Popisek") }
        table.node(.tableHead) { head in
          head.node(.row) { row in
            cell(&row, .headerCell(.column, CellSpan(columns: 2)), "Kde a co")
            cell(&row, .headerCell(.column, CellSpan(rows: 2)), "Kolik")
          }
          head.node(.row) { row in
            cell(&row, .headerCell(.column, .single), "Kde")
            cell(&row, .headerCell(.column, .single), "Co")
          }
        }
        table.node(.tableBody) { body in
          for number in 0..<rows {
            body.node(.row) { row in
              cell(&row, .headerCell(.row, .single), Press.words(1, from: number))
              cell(&row, .dataCell(.single), Press.words(words, from: number))
              cell(&row, .dataCell(.single), "\(number * 7)")
            }
          }
        }
        table.node(.tableFoot) { foot in
          foot.node(.row) { row in
            cell(&row, .headerCell(.row, CellSpan(columns: 2)), "Celkem")
            cell(&row, .dataCell(.single), "\(rows)")
          }
        }
      }
    }
  }

  static func cell(_ row: inout DocumentBuilder, _ role: Role, _ words: String) {
    row.node(role) { cell in cell.node(.paragraph) { $0.text(words) } }
  }

  /// „Celkem“ over columns of numbers begins its row; a head over such columns stands in their middle.
  @Test func wordsOverColumnsOfNumbersBeginTheirRow() async throws {
    let document = try Press.document { builder in
      let spec = builder.table(
        TableSpec(columns: [ColumnSpec](repeating: ColumnSpec(.number), count: 3)))
      builder.node(.table(spec)) { table in
        table.node(.tableHead) { head in
          head.node(.row) { row in
            Self.cell(&row, .headerCell(.column, CellSpan(columns: 2)), "Roky")
            Self.cell(&row, .headerCell(.column, .single), "Kč")
          }
        }
        table.node(.tableBody) { body in
          body.node(.row) { row in
            for number in ["2024", "2025", "7"] { Self.cell(&row, .dataCell(.single), number) }
          }
        }
        table.node(.tableFoot) { foot in
          foot.node(.row) { row in
            Self.cell(&row, .headerCell(.row, CellSpan(columns: 2)), "Celkem")
            Self.cell(&row, .dataCell(.single), "7")
          }
        }
      }
    }
    let page = try await Press.lay(document).value.pages.pages[0]
    func left(_ words: String) throws -> Length {
      let run = page.textRuns.first { document.plainText(of: $0.0) == words }
      return try #require(run).1.origin.x
    }
    #expect(try left("Celkem") == .pt(30))
    #expect(try left("Roky") > .pt(45))
  }

  @Test func theHeadComesBackOnEveryPage() async throws {
    let document = try Self.document(rows: 90)
    let laid = try await Press.lay(document)
    #expect(laid.warnings == [])
    let pages = laid.value.pages
    expectSound(pages, document)
    #expect(pages.pages.count >= 4)
    for (number, page) in pages.pages.enumerated() {
      let repeated = page.words(of: .repetition)
      #expect(repeated.contains("Kolik") == (number > 0), "page \(number)")
      #expect(repeated.contains("Kde a co") == (number > 0), "page \(number)")
    }
    // One element however many pages: every word of the head is content once (soundness).
    #expect(pages.structure.elements.filter { $0.type == .table }.count == 1)
  }

  @Test func numbersAlignRight() async throws {
    let document = try Self.document(rows: 30)
    let laid = try await Press.lay(document).value
    var edges: Set<Length> = []
    for page in laid.pages.pages {
      for (owner, run) in page.textRuns {
        let cell = document[document[owner].parent]
        guard case .dataCell = cell.role, Int(document.plainText(of: owner)) != nil else {
          continue
        }
        let glyphs = page.glyphs[Int(run.glyphs.lowerBound)..<Int(run.glyphs.upperBound)]
        let width = glyphs.reduce(Int32(0)) { $0 + $1.advance }
        edges.insert(run.origin.x + Length(sp: width))
      }
    }
    // Recto and verso have an edge each; rounding to a thousandth of a point.
    let rounded = Set(edges.map { ($0.sp + 32) / 64 })
    #expect(rounded.count <= 4, "\(edges)")
  }

  @Test func columnsTakeWhatTheirContentNeeds() async throws {
    let document = try Self.document(rows: 3, words: 12)
    let laid = try await Press.lay(document)
    #expect(laid.warnings == [])
    expectSound(laid.value.pages, document)
    // The table fills its width: rules are as wide as the text column.
    #expect(
      laid.value.pages.pages[0].fills.contains { $0.width == .pt(180) && $0.height == .pt(1) })
  }

  @Test func aRowTallerThanAPageIsSplitByLines() async throws {
    let document = try Self.document(rows: 2, words: 900)
    let laid = try await Press.lay(document)
    expectSound(laid.value.pages, document)
    #expect(laid.warnings == [])
    #expect(laid.value.pages.pages.count > 4)
  }

  @Test func cellsOverRowsKeepTheirRowsTogether() async throws {
    let document = try Press.document { builder in
      let spec = builder.table(
        TableSpec(columns: [
          ColumnSpec(.text, width: .share(3)), ColumnSpec(.text, width: .share(7)),
        ]))
      builder.node(.table(spec)) { table in
        table.node(.tableBody) { body in
          for group in 0..<20 {
            for row in 0..<3 {
              body.node(.row) { node in
                if row == 0 {
                  Self.cell(&node, .headerCell(.row, CellSpan(rows: 3)), "Skupina \(group)")
                }
                Self.cell(&node, .dataCell(.single), Press.words(3, from: row))
              }
            }
          }
        }
      }
    }
    let laid = try await Press.lay(document)
    expectSound(laid.value.pages, document)
    // A page holds whole groups: as many first cells as thirds of rows.
    for page in laid.value.explanation.pages {
      let cells = page.fragments.filter { document[$0.node].role == .paragraph }
      #expect(cells.count % 4 == 0)
    }
  }

  @Test func manyRowsTakeLinearTime() async throws {
    let document = try Self.document(rows: 3_000)
    let laid = try await Press.lay(document).value
    #expect(laid.pages.pages.count > 100)
    expectSound(laid.pages, document)
  }
}

extension Page {
  /// The text painted as an artifact of a kind.
  func words(of artifact: Artifact) -> String {
    var words = ""
    for span in spans where span.owner == .artifact(artifact) {
      for op in ops[Int(span.ops.lowerBound)..<Int(span.ops.upperBound)] {
        if case .glyphs(let run) = op { words += text(of: run) }
      }
    }
    return words
  }
}
