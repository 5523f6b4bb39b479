import Core
import Display
import Manuscript
import Style
import Testing

@testable import Layout

/// Notes that stand below the tables which call them.
@Suite struct TableNoteTests {
  private static let design: DesignBook = {
    var design = DesignBook.small
    var style = BoxStyle(name: "note of a table", flow: .hanging, labelWidth: .pt(10))
    style.standsBelowTable = true
    design.boxKeys["note.table"] = design.boxes.count
    design.boxes.append(style)
    return design
  }()

  /// A table of rows, each of which may call a note; `heading` is called in the head.
  private func document(
    rows: Int, tall: Set<Int> = [], heading: Int? = nil, _ calls: [Int: Int]
  ) throws -> Document {
    let said = Set(calls.values).union(heading.map { [$0] } ?? []).sorted()
    return try Press.document { builder in
      builder.node(.paragraph) { $0.text(Press.words(40)) }
      builder.node(.group(.exhibit)) { exhibit in
        let spec = exhibit.table(
          TableSpec(columns: [ColumnSpec(.text), ColumnSpec(.text)], continued: "pokračování"))
        var waiting: [(NodeID, String, Int)] = []
        exhibit.node(.table(spec)) { table in
          func cell(_ row: inout DocumentBuilder, _ role: Role, _ words: String, _ note: Int?) {
            row.node(role) { cell in
              let id = cell.node(.paragraph)
              if let note {
                waiting.append((id, words, note))
              } else {
                cell.reopen(id) { $0.text(words) }
              }
            }
          }
          table.node(.tableHead) { head in
            head.node(.row) { row in
              cell(&row, .headerCell(.column, .single), "Obec", nil)
              cell(&row, .headerCell(.column, .single), "Co", heading)
            }
          }
          table.node(.tableBody) { body in
            for number in 0..<rows {
              body.node(.row) { row in
                cell(&row, .headerCell(.row, .single), "řádek \(number)", nil)
                cell(
                  &row, .dataCell(.single), Press.words(tall.contains(number) ? 120 : 2),
                  calls[number])
              }
            }
          }
        }
        var nodes: [Int: NodeID] = [:]
        for note in said {
          nodes[note] = exhibit.node(.note, look: "table") { node in
            node.node(.label) { $0.text("\(note)") }
            node.node(.body) { body in
              body.node(.paragraph) { $0.text("Poznámka \(note): " + Press.words(note * 4)) }
            }
          }
        }
        for (id, words, note) in waiting {
          guard let node = nodes[note] else { continue }
          exhibit.reopen(id) { paragraph in
            paragraph.text(words)
            paragraph.node(.noteReference(node)) { $0.text("\(note)") }
          }
        }
      }
      builder.node(.paragraph) { $0.text(Press.words(60)) }
    }
  }

  /// The notes that a page calls, in its own rows or in repeated ones, and those that it says.
  private func notes(on page: Page, _ document: Document) -> (called: Set<NodeID>, said: [String]) {
    var called: Set<NodeID> = []
    for (node, _) in page.textRuns {
      if case .noteReference(let note) = document[node].role { called.insert(note) }
    }
    var lines: [(y: Length, words: String)] = []
    for span in page.spans {
      for op in page.ops[Int(span.ops.lowerBound)..<Int(span.ops.upperBound)] {
        guard case .glyphs(let run) = op, page.text(of: run).hasPrefix("Poznámka ") else {
          continue
        }
        lines.append((run.origin.y, String(page.text(of: run).prefix { $0 != ":" })))
      }
    }
    return (called, lines.sorted { $0.y < $1.y }.map(\.words))
  }

  private func expectNotes(
    _ document: Document, heading: Int? = nil, location: SourceLocation = #_sourceLocation
  ) async throws -> [Page] {
    let laid = try await Press.lay(document, design: Self.design)
    #expect(laid.warnings == [], sourceLocation: location)
    expectSound(laid.value.pages, document, location: location)
    let pages = laid.value.pages.pages
    for (number, page) in pages.enumerated() {
      var (called, said) = notes(on: page, document)
      var expected = Set(
        called.map { note in
          document.children(of: note).first { document[$0].role == .label }
            .map { "Poznámka \(document.plainText(of: $0))" } ?? ""
        })
      // Rows are there only on some pages; where one is, its head is, too.
      let hasRows = page.textRuns.contains { document.plainText(of: $0.0).hasPrefix("řádek ") }
      if let heading, hasRows { expected.insert("Poznámka \(heading)") }
      called = []
      #expect(said == expected.sorted(), "page \(number)", sourceLocation: location)
      said = []
    }
    return pages
  }

  @Test func eachPageSaysTheNotesThatItCalls() async throws {
    let document = try document(rows: 90, [2: 1, 20: 2, 24: 1, 55: 3, 70: 1, 88: 2])
    let pages = try await expectNotes(document)
    #expect(pages.count > 3)
    // Said once to those who hear it, seen wherever it is called.
    let seen = pages.filter { $0.words(of: .repetition).contains("Poznámka 1") }
    #expect(seen.count > 1)
  }

  /// A note longer than a page stands once, below the end of the table, split like any text; short
  /// ones are still said on each page that calls them.
  @Test(arguments: [0, 2]) func aNoteLongerThanAPageIsSplit(_ columns: Int) async throws {
    let document = try document(rows: 60, [2: 1, 20: 375, 50: 1])
    var design = Self.design
    if columns > 0 {
      design = ColumnTests.design(columns)
      design.boxKeys["note.table"] = design.boxes.count
      design.boxes.append(Self.design.boxes[Self.design.boxes.count - 1])
    }
    let laid = try await Press.lay(document, design: design)
    #expect(laid.warnings == [])
    expectSound(laid.value.pages, document)
    let pages = laid.value.pages.pages
    let page = design.page
    let foot = page.trim.height - page.bottom + .pt(1)
    var leaves: [Int] = []
    for (number, leaf) in pages.enumerated() {
      for (owner, ink) in leaf.textFields {
        #expect(ink.maxY <= foot, "page \(number): \(ink)")
        let isOfNote = sequence(
          first: owner, next: { $0.raw > 0 ? document[$0].parent : nil }
        ).contains { id in
          document[id].role == .note
            && document.children(of: id).contains { document.plainText(of: $0) == "375" }
        }
        if isOfNote, leaves.last != number { leaves.append(number) }
      }
    }
    #expect(leaves.count > 2, "\(leaves)")
    #expect(leaves == Array((leaves.first ?? 0)...(leaves.last ?? 0)))
    guard columns == 0 else { return }
    #expect(pages.contains { $0.words(of: .repetition).contains("Poznámka 1") })
    #expect(!pages.contains { $0.words(of: .repetition).contains("Poznámka 375") })
  }

  @Test func notesOfTheHeadComeBackWithIt() async throws {
    let document = try document(rows: 90, heading: 1, [40: 2])
    _ = try await expectNotes(document, heading: 1)
  }

  @Test func aRowThatIsSplitLeavesTheNoteWithItsCall() async throws {
    // The call stands at the end of a cell that is taller than a page.
    for tall in [4, 9, 13] {
      let document = try document(rows: 20, tall: [tall], [tall: 1, 15: 2])
      _ = try await expectNotes(document)
    }
  }

  @Test func theTextGoesOnBelowTheNotes() async throws {
    let document = try document(rows: 6, [2: 1, 4: 2])
    let page = try await expectNotes(document)[0]
    let last = try #require(
      page.textRuns.last { document.plainText(of: $0.0).hasPrefix("Poznámka 2") })
    let row = try #require(page.textRuns.last { document.plainText(of: $0.0).hasPrefix("řádek ") })
    #expect(last.1.origin.y > row.1.origin.y)
    let after = page.textRuns.filter { $0.1.origin.y > last.1.origin.y }
    #expect(!after.isEmpty)
    #expect(after.allSatisfy { $0.1.origin.y - last.1.origin.y >= .pt(12) })
  }
}
