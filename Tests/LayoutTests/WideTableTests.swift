import Core
import Display
import Layout
import Manuscript
import Style
import Testing

/// How wide tables stand, and what is drawn between their rows.
@Suite struct WideTableTests {
  /// A table of one row below its head; the columns hold a word of thirteen letters each.
  private static func document(columns: Int, _ width: TableWidth = .automatic) throws -> Document {
    try Press.document { builder in
      let spec = builder.table(
        TableSpec(
          columns: [ColumnSpec](repeating: ColumnSpec(.text), count: columns), width: width))
      builder.node(.group(.exhibit)) { exhibit in
        exhibit.node(.table(spec)) { table in
          table.node(.caption) { $0.text("Služby") }
          table.node(.tableHead) { head in
            head.node(.row) { row in
              for _ in 0..<columns {
                TableTests.cell(&row, .headerCell(.column, .single), "Pečovatelství")
              }
            }
          }
          table.node(.tableBody) { body in
            body.node(.row) { row in
              for _ in 0..<columns { TableTests.cell(&row, .dataCell(.single), "ano") }
            }
          }
        }
        exhibit.node(.paragraph) { $0.text("Zdroj: město") }
      }
    }
  }

  /// The width of the upper rule, and whether the table stands turned.
  private static func stand(
    _ columns: Int, _ width: TableWidth = .automatic, design: DesignBook = .small
  ) async throws -> (width: Length, isTurned: Bool) {
    let document = try document(columns: columns, width)
    let outcome = try await Press.lay(document, design: design)
    #expect(outcome.warnings == [])
    expectSound(outcome.value.pages, document)
    let page = try #require(
      outcome.value.pages.pages.first { $0.fills.contains { $0.height == .pt(1) } })
    let rule = try #require(page.fills.first { $0.height == .pt(1) })
    return (rule.width, page.turn != nil)
  }

  /// 180 pt of text, 250 pt with the margin, 312 pt turned; a column needs 54 pt, gaps 6 pt.
  @Test(arguments: [(2, 180, false), (3, 180, false), (4, 250, false), (5, 312, true)])
  func takesTheWidthThatItsWordsNeed(_ columns: Int, _ width: Int, _ isTurned: Bool) async throws {
    let found = try await Self.stand(columns)
    #expect(found.width == .pt(width) && found.isTurned == isTurned, "\(found)")
  }

  @Test(arguments: [
    (TableWidth.column, 180, false), (.full, 250, false), (.landscape, 312, true),
  ])
  func takesTheWidthThatItsAuthorWants(
    _ wish: TableWidth, _ width: Int, _ isTurned: Bool
  ) async throws {
    let found = try await Self.stand(3, wish)
    #expect(found.width == .pt(width) && found.isTurned == isTurned, "\(found)")
  }

  @Test func whatNoPageHoldsIsRefusedAndToldOnce() async throws {
    #expect(try await Press.findings(Self.document(columns: 18)) == [])
    // What its author wants turned is not set in parts.
    let findings = try await Press.findings(Self.document(columns: 18, .landscape))
    #expect(findings.map(\.kind.code) == ["L02"])
    let finding = try #require(findings.first)
    #expect(finding.isError && finding.message.cs.contains("„Služby“"))
    #expect(finding.message.cs.contains("ani na stránku na šířku: má 18 sloupců"))
    #expect(finding.message.cs.contains("\u{A0}mm") && finding.message.cs.contains(","))
    #expect(finding.fix.cs.contains("smažte"))
    // Its author's wish is what keeps it narrow: that is what the advice says.
    let wished = try await Press.findings(Self.document(columns: 5, .column))
    #expect(wished.map(\.kind.code) == ["L02"])
    #expect(wished.first?.fix.cs.contains("„Šířka: po částech“") == true)
  }

  /// A caption that would stand beside the table stands above a wide one.
  @Test func theCaptionOfAWideTableStandsAboveIt() async throws {
    var design = DesignBook.small
    design.paragraphKeys["table/caption"] = 4
    for (columns, isBeside) in [(2, true), (4, false)] {
      let document = try Self.document(columns: columns)
      let page = try #require(try await Press.lay(document, design: design).value.pages.pages.first)
      let caption = try #require(
        page.textFields.first { document[$0.0].role == .caption })
      #expect((caption.1.x > .pt(200)) == isBeside, "\(columns) columns: \(caption.1)")
    }
  }

  // MARK: Rows

  private static func rows(_ fill: (inout DocumentBuilder) -> Void) throws -> Document {
    try Press.document { builder in
      let spec = builder.table(TableSpec(columns: [ColumnSpec(.text), ColumnSpec(.text)]))
      builder.node(.table(spec)) { table in table.node(.tableBody) { fill(&$0) } }
    }
  }

  /// Stripes begin anew below a row that heads others, and such rows have none.
  @Test func stripesBeginAnewBelowGroups() async throws {
    var design = DesignBook.small
    design.tables[0].zebra = Colour(screen: 0xF0F0F0, cyan: 0, magenta: 0, yellow: 0, black: 5)
    let document = try Self.rows { body in
      for (words, isGroup) in [
        ("a1", false), ("B", true), ("b1", false), ("b2", false), ("b3", false), ("C", true),
        ("D", true), ("d1", false), ("d2", false),
      ] {
        body.node(.row, look: isGroup ? "group" : "") { row in
          TableTests.cell(&row, .headerCell(.row, CellSpan(columns: isGroup ? 2 : 1)), words)
          if !isGroup { TableTests.cell(&row, .dataCell(.single), "x") }
        }
      }
    }
    let page = try #require(try await Press.lay(document, design: design).value.pages.pages.first)
    let tints = page.fills.filter { $0.width == .pt(180) && $0.height > .pt(5) }
    let tinted = page.textFields.filter { _, ink in
      tints.contains { ink.y > $0.y && ink.y < $0.maxY && ink.x < $0.x + .pt(60) }
    }
    #expect(tinted.map { document.plainText(of: $0.0) } == ["b2", "d2"])
  }

  /// The rule between two rows stops at a cell that stands in both.
  @Test func rulesDoNotCrossCells() async throws {
    var design = DesignBook.small
    design.tables[0].ruleRow = Rule(width: .pt(2), colour: .black)
    let document = try Self.rows { body in
      for line in 0..<3 {
        body.node(.row) { row in
          if line != 1 {
            TableTests.cell(&row, .headerCell(.row, CellSpan(rows: line == 0 ? 2 : 1)), "obec")
          }
          TableTests.cell(&row, .dataCell(.single), "služba")
        }
      }
    }
    let page = try #require(try await Press.lay(document, design: design).value.pages.pages.first)
    let rules = page.fills.filter { $0.height == .pt(2) }
    #expect(rules.count == 2)
    let inner = try #require(rules.first)
    #expect(inner.width < .pt(180) && inner.maxX == rules[1].maxX)
    #expect(rules[1].width == .pt(180))
  }
}
