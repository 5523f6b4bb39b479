import Core
import Display
import Layout
import Manuscript
import Style
import Testing

/// Tables that are filled in by hand: rows tall enough, lines to write on, whose rows they are.
@Suite struct WritingTests {
  private static let ink = Colour(screen: 0x778899, cyan: 1, magenta: 2, yellow: 3, black: 4)

  private static func design(_ change: (inout DesignBook) -> Void = { _ in }) -> DesignBook {
    var design = DesignBook.small
    let rule = Rule(width: .milliPoints(500), colour: ink, distance: .pt(20))
    design.boxes += [
      BoxStyle(name: "write"), BoxStyle(name: "write-more"), BoxStyle(name: "write-cell"),
      BoxStyle(name: "record"),
    ]
    let first = design.boxes.count - 4
    design.boxes[first].height = .pt(20)
    design.boxes[first + 1].height = .pt(60)
    design.boxes[first + 2].writingLines = rule
    design.boxes[first + 3].saysContinued = true
    for (key, style) in [
      ("row.write", 0), ("row.writeMore", 1), ("dataCell.write", 2), ("section.sheet", 3),
    ] { design.boxKeys[key] = first + style }
    change(&design)
    return design
  }

  private static func document(_ looks: [String]) throws -> Document {
    var builder = DocumentBuilder(metadata: Press.metadata, language: .czech)
    builder.continued = "pokračování"
    builder.node(.part(.chapter)) { part in
      part.node(.section, look: "sheet") { builder in
        builder.node(.heading(level: 2)) { $0.text("Služba") }
        let spec = builder.table(TableSpec(columns: [ColumnSpec(.text), ColumnSpec(.text)]))
        builder.node(.table(spec)) { table in
          table.node(.tableHead) { head in
            head.node(.row) { row in
              TableTests.cell(&row, .headerCell(.column, .single), "Údaj")
              TableTests.cell(&row, .headerCell(.column, .single), "Oprava")
            }
          }
          table.node(.tableBody) { body in
            for (number, look) in looks.enumerated() {
              body.node(.row, look: look) { row in
                TableTests.cell(&row, .headerCell(.row, .single), "Údaj \(number)")
                row.node(.dataCell(.single), look: "write") { cell in
                  cell.node(.paragraph) { $0.text("\u{A0}") }
                }
              }
            }
          }
        }
      }
    }
    return try builder.finish()
  }

  /// A line of text takes 12 pt: without a least height, rows would stand as close as that.
  @Test func rowsAreAsTallAsWantedAndTallOnesHaveLines() async throws {
    let document = try Self.document(["write", "writeMore", "write"])
    let laid = try await Press.lay(document, design: Self.design())
    #expect(laid.warnings == [])
    expectSound(laid.value.pages, document)
    let page = try #require(laid.value.pages.pages.first)
    let baselines = page.textRuns.filter { document.plainText(of: $0.0).hasPrefix("Údaj ") }
      .map(\.1.origin.y)
    #expect(zip(baselines.dropFirst(), baselines).map { $0 - $1 } == [.pt(20), .pt(60)])
    // Two lines within the row of three; the foot of every row is its own rule's.
    let lines = page.ops.compactMap { op in
      if case .fill(let rect, Self.ink) = op { rect } else { nil }
    }
    #expect(lines.count == 2)
    #expect(Set(lines.map(\.y)).count == 2 && Set(lines.map(\.x)).count == 1)
    #expect(lines.allSatisfy { $0.maxX == .pt(210) })
  }

  @Test func aRecordWithoutACodeSaysItsWholeNameOverleaf() async throws {
    let document = try Self.document(Array(repeating: "write", count: 40))
    let laid = try await Press.lay(document, design: Self.design()).value
    expectSound(laid.pages, document)
    #expect(laid.pages.pages.count >= 3)
    for (number, page) in laid.pages.pages.enumerated() {
      let said = page.words(of: .repetition).contains("Služba (pokračování)")
      #expect(said == (number > 0), "page \(number)")
    }
  }
}
