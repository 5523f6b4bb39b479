import Core
import Display
import Manuscript
import Style
import Testing

@testable import Layout

/// Cells over rows and columns of long tables, at random: page breaks lose, repeat and overprint
/// nothing.
@Suite struct RowSpanTests {
  private struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }
  }

  /// Three columns; in the first, cells over up to forty rows, in the second over up to five, and
  /// now and then one over two columns.
  private static func document(rows: Int, seed: UInt64) throws -> Document {
    var dice = Dice(state: seed)
    return try Press.document { builder in
      builder.continued = "pokračování"
      builder.node(.paragraph) { $0.text(Press.words(10 + dice.roll(60))) }
      let columns = [ColumnSpec(.text), ColumnSpec(.text), ColumnSpec(.text)]
      let spec = builder.table(TableSpec(columns: columns, continued: "pokračování"))
      builder.node(.table(spec)) { table in
        table.node(.tableHead) { head in
          head.node(.row) { row in
            for name in ["Oblast", "Obec", "Služba"] {
              SplitTableTests.cell(&row, .headerCell(.column, .single), name)
            }
          }
        }
        table.node(.tableBody) { body in
          var (first, second) = (0, 0)
          for number in 0..<rows {
            body.node(.row) { row in
              if first == 0 {
                first = min(1 + dice.roll(40), rows - number)
                let label = "Oblast\(number) " + Press.words(1 + dice.roll(6))
                SplitTableTests.cell(&row, .headerCell(.row, CellSpan(rows: UInt16(first))), label)
              }
              if second == 0, dice.roll(6) == 0 {
                SplitTableTests.cell(&row, .dataCell(CellSpan(columns: 2)), "okolí\(number)")
                second = 1
              } else {
                if second == 0 {
                  second = min(1 + dice.roll(5), first)
                  let words = "obec\(number) " + Press.words(dice.roll(9))
                  SplitTableTests.cell(&row, .dataCell(CellSpan(rows: UInt16(second))), words)
                }
                SplitTableTests.cell(&row, .dataCell(.single), "služba\(number)")
              }
              (first, second) = (first - 1, second - 1)
            }
          }
        }
      }
    }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>) func spansSurvivePageBreaks(seed: UInt64)
    async throws
  {
    var design = DesignBook.small
    design.tables[0].continuesLabels = seed % 2 == 0
    let document = try Self.document(rows: 110, seed: seed &* 7_919)
    let laid = try await Press.lay(document, design: design)
    #expect(laid.warnings == [])
    expectSound(laid.value.pages, document)
    let pages = laid.value.pages.pages
    #expect(pages.count > 2)
    for (number, page) in pages.enumerated() {
      var lines: [Length: [Length]] = [:]
      for case .glyphs(let run) in page.ops {
        #expect(run.origin.y < .pt(353) || run.origin.y == .pt(380), "in the type area")
        lines[run.origin.x, default: []].append(run.origin.y)
      }
      for (left, own) in lines {
        let sorted = own.sorted()
        for (above, below) in zip(sorted, sorted.dropFirst()) {
          #expect(below - above > .pt(6), "page \(number) at \(left): \(sorted)")
        }
      }
      // Overleaf, what names the rows that go on is said again beside the first of them.
      guard number > 0, let first = page.textRuns.first else { continue }
      let names = document.plainText(of: first.0).hasPrefix("Oblast")
      if !names { #expect(page.words(of: .repetition).contains("Oblast"), "page \(number)") }
    }
  }
}
