import Core
import Display
import Manuscript
import Style
import Testing

@testable import Layout

/// Heads of narrow columns whose words run upwards.
@Suite struct RotatedHeadTests {
  private static let titles = ["Obec", "Obyvatelé celkem", "Ø", "Předpokládaná kapacita"]

  private func document(rotates: Bool, rows: Int = 5) throws -> Document {
    try Press.document { builder in
      var columns = TableSpec(
        columns: [
          ColumnSpec(.text), ColumnSpec(.number), ColumnSpec(.number), ColumnSpec(.centre),
        ], continued: "pokračování")
      columns.rotatesHead = rotates
      let spec = builder.table(columns)
      builder.node(.table(spec)) { table in
        table.node(.caption) { $0.text("Obce") }
        table.node(.tableHead) { head in
          head.node(.row) { row in
            for title in Self.titles {
              SplitTableTests.cell(&row, .headerCell(.column, .single), title)
            }
          }
        }
        table.node(.tableBody) { body in
          for number in 0..<rows {
            body.node(.row) { row in
              SplitTableTests.cell(&row, .headerCell(.row, .single), "Dačice \(number)")
              SplitTableTests.cell(&row, .dataCell(.single), "12")
              SplitTableTests.cell(&row, .dataCell(.single), "125")
              SplitTableTests.cell(&row, .dataCell(.single), "7")
            }
          }
        }
      }
    }
  }

  /// Many narrow columns below rotated heads, in parts.
  private func wide(columns: Int, key: String) throws -> Document {
    try Press.document { builder in
      builder.tablePart = "část"
      var table = TableSpec(
        columns: (0...columns).map { ColumnSpec($0 == 0 ? .text : .number) },
        continued: "pokračování", width: .parts)
      table.rotatesHead = true
      let spec = builder.table(table)
      builder.node(.table(spec)) { table in
        table.node(.tableHead) { head in
          head.node(.row) { row in
            SplitTableTests.cell(&row, .headerCell(.column, .single), "Obec")
            for column in 0..<columns {
              SplitTableTests.cell(
                &row, .headerCell(.column, .single), "Obyvatelé od \(column * 5) let")
            }
          }
        }
        table.node(.tableBody) { body in
          for number in 0..<4 {
            body.node(.row) { row in
              SplitTableTests.cell(&row, .headerCell(.row, .single), "\(key) \(number)")
              for column in 0..<columns {
                SplitTableTests.cell(&row, .dataCell(.single), "\(number * 1_000 + column)")
              }
            }
          }
        }
      }
    }
  }

  /// The parts hold what they were dealt, the keys at the width that they are given.
  @Test(arguments: [
    "Obec", "Lhota pod Horou u", "Karlova Lhota pod Velkou Horou a dále ještě jeden kus slov",
  ])
  func partsOfRotatedColumnsHaveRoom(_ key: String) async throws {
    for columns in [9, 14, 20, 24, 31] {
      let document = try wide(columns: columns, key: key)
      let laid = try await Press.lay(document)
      #expect(laid.warnings == [], "\(columns)")
      expectSound(laid.value.pages, document)
      // Heads of all parts are as tall, and all of their words run upwards.
      let heads = laid.value.pages.pages.flatMap(\.textRuns).filter {
        document.plainText(of: $0.0).hasPrefix("Obyvatelé od")
      }
      #expect(heads.allSatisfy { $0.1.rises }, "\(columns)")
    }
  }

  private func runs(_ page: Page, _ document: Document) -> [String: GlyphRun] {
    var runs: [String: GlyphRun] = [:]
    for (node, run) in page.textRuns where Self.titles.contains(document.plainText(of: node)) {
      runs[document.plainText(of: node)] = run
    }
    return runs
  }

  @Test func wordsWiderThanWhatStandsBelowRunUpwards() async throws {
    let document = try document(rotates: true)
    let laid = try await Press.lay(document)
    #expect(laid.warnings == [])
    expectSound(laid.value.pages, document)
    let page = laid.value.pages.pages[0]
    let heads = runs(page, document)
    #expect(heads["Obec"]?.rises == false)
    #expect(heads["Obyvatelé celkem"]?.rises == true)
    #expect(heads["Ø"]?.rises == false)
    #expect(heads["Předpokládaná kapacita"]?.rises == true)
    // They start above the rule below the head, reach up to the one above it and no further.
    let rules = page.fills.filter { $0.height == .pt(1) && $0.width == .pt(180) }.map(\.y).sorted()
    #expect(rules.count >= 2)
    for title in ["Obyvatelé celkem", "Předpokládaná kapacita"] {
      let run = try #require(heads[title])
      #expect(run.origin.y < rules[1])
      #expect(run.origin.y - page.inkWidth(of: run) > rules[0])
    }
    // The upright ones stand at the foot of the head.
    let upright = try #require(heads["Obec"])
    #expect(rules[1] - upright.origin.y < .pt(12))
  }

  @Test func theColumnIsAsNarrowAsItsNumbers() async throws {
    var places: [Length] = []
    for rotates in [false, true] {
      let document = try document(rotates: rotates)
      let page = try await Press.lay(document).value.pages.pages[0]
      let first = page.textRuns.filter { document.plainText(of: $0.0) == "12" }
      places.append(try #require(first.first).1.origin.x)
    }
    #expect(places[1] > places[0] + .pt(20), "the column of words gets what is saved")
  }

  @Test func headsThatRiseComeBackOnEachPage() async throws {
    let document = try document(rotates: true, rows: 70)
    let pages = try await Press.lay(document).value.pages
    expectSound(pages, document)
    #expect(pages.pages.count > 2)
    for (number, page) in pages.pages.enumerated() {
      #expect(page.words(of: .repetition).contains("Obyvatelé celkem") == (number > 0))
      for op in page.ops {
        guard case .glyphs(let run) = op, run.rises else { continue }
        #expect(run.origin.y - page.inkWidth(of: run) > .pt(39))
      }
    }
  }
}
