import Core
import Display
import Layout
import Manuscript
import Style
import Testing

/// Columns that are as wide as an author or a design wants; 180 pt of text, gaps of 6 pt.
@Suite struct ColumnWidthTests {
  private static func document(
    _ widths: [ColumnWidth], head: [String]? = nil
  ) throws -> Document {
    try Press.document { builder in
      let spec = builder.table(TableSpec(columns: widths.map { ColumnSpec(.text, width: $0) }))
      builder.node(.group(.exhibit)) { exhibit in
        exhibit.node(.table(spec)) { table in
          table.node(.caption) { $0.text("Služby") }
          table.node(.tableBody) { body in
            body.node(.row) { row in
              for number in widths.indices {
                TableTests.cell(&row, .dataCell(.single), head?[number] ?? "ano")
              }
            }
            body.node(.row) { row in
              for _ in widths { TableTests.cell(&row, .dataCell(.single), "ano") }
            }
          }
        }
      }
    }
  }

  /// Where the cells of the last row begin, in points from the first, and how wide their word is.
  private func starts(_ document: Document, design: DesignBook = .small) async throws
    -> (x: [Double], word: Double, codes: [String])
  {
    let laid = try await Press.lay(document, design: design)
    let page = try #require(laid.value.pages.pages.first { !$0.fills.isEmpty })
    var runs: [GlyphRun] = []
    for case .glyphs(let run) in page.ops { runs.append(run) }
    let foot = try #require(runs.map(\.origin.y).max())
    runs = runs.filter { $0.origin.y == foot }.sorted { $0.origin.x < $1.origin.x }
    let first = try #require(runs.first)
    func points(_ length: Length) -> Double { Double(length.sp) / 65_536 }
    let word = page.glyphs[Int(first.glyphs.lowerBound)..<Int(first.glyphs.upperBound)]
      .reduce(0.0) { $0 + points(Length(sp: $1.advance)) }
    return (
      runs.map { points($0.origin.x - first.origin.x) }, word, laid.warnings.map(\.kind.code)
    )
  }

  private func expect(_ found: [Double], _ wanted: [Double]) {
    #expect(found.count == wanted.count)
    for (one, other) in zip(found, wanted) { #expect(abs(one - other) < 0.02, "\(found)") }
  }

  @Test func lengthsAreKeptAndSharesDivideTheRest() async throws {
    let (x, word, codes) = try await starts(
      Self.document([.fixed(.pt(60)), .share(1), .share(2), .automatic]))
    #expect(codes == [])
    let rest = 180 - 3 * 6 - 60 - word
    expect(x, [0, 66, 72 + rest / 3, 78 + rest])
    expect(try await starts(Self.document([.share(1), .share(3)])).x, [0, 6 + 174 / 4])
    expect(
      try await starts(Self.document([.fixed(.pt(30)), .fixed(.pt(40)), .fixed(.pt(20))])).x,
      [0, 36, 82])
  }

  /// A share too small for a word gives way to it; the others divide what is left.
  @Test func noShareIsNarrowerThanItsWords() async throws {
    let (x, _, codes) = try await starts(
      Self.document(
        [.share(1), .share(4), .share(4)], head: ["Pečovatelství", "ano", "ano"]))
    #expect(codes == [])
    let wide = x[1] - 6
    #expect(wide > 45 && wide < 60)
    expect(x, [0, wide + 6, wide + 12 + (168 - wide) / 2])
  }

  @Test func aLengthTooSmallForAWordIsTold() async throws {
    let document = try Self.document(
      [.fixed(.pt(20)), .automatic], head: ["Pečovatelství", "ano"])
    let (x, _, codes) = try await starts(document)
    #expect(codes == ["L25"])
    #expect(x[1] - 6 > 45 && x[1] - 6 < 60)
    let finding = try #require(try await Press.findings(document).first)
    #expect(finding.message.cs.contains("1. sloupec tabulky „Služby“ má být široký 7,1\u{A0}mm"))
    #expect(!finding.isError && finding.fix.cs.contains("auto"))
  }

  @Test func moreThanThePageHoldsTakesTheTurnedPage() async throws {
    let document = try Self.document([.fixed(.pt(140)), .fixed(.pt(140))])
    let laid = try await Press.lay(document)
    #expect(laid.warnings == [])
    #expect(laid.value.pages.pages.contains { $0.turn != nil })
  }

  @Test func aDesignGivesWidthsWhereTheTableDoesNot() async throws {
    var design = DesignBook.small
    for number in design.tables.indices {
      design.tables[number].columns = [.share(1), .share(2)]
    }
    let plain = try await starts(Self.document([.automatic, .automatic]), design: design)
    #expect(plain.codes == [])
    expect(plain.x, [0, 6 + 58])
    let own = try await starts(
      Self.document([.fixed(.pt(30)), .automatic]), design: design)
    expect(own.x, [0, 36])
    let more = try await Press.findings(
      Self.document([.automatic, .automatic, .automatic]), design: design)
    #expect(more.map(\.kind.code) == ["L25"])
    #expect(more.first?.fix.cs.contains("columns") == true)
  }

  /// A row that is to be filled in by hand is as tall as a line.
  @Test func aRowOfEmptyCellsIsARow() async throws {
    func height(_ empty: Int) async throws -> Double {
      let document = try Press.document { builder in
        let spec = builder.table(
          TableSpec(columns: [ColumnSpec](repeating: ColumnSpec(.text), count: 2)))
        builder.node(.table(spec)) { table in
          table.node(.tableBody) { body in
            for _ in 0..<empty {
              body.node(.row) { row in
                for _ in 0..<2 {
                  row.node(.dataCell(.single)) { cell in cell.node(.paragraph) }
                }
              }
            }
            body.node(.row) { row in
              for _ in 0..<2 { TableTests.cell(&row, .dataCell(.single), "ano") }
            }
          }
        }
      }
      let page = try #require(try await Press.lay(document).value.pages.pages.first)
      var last = Length.zero
      for case .glyphs(let run) in page.ops { last = max(last, run.origin.y) }
      return Double(last.sp) / 65_536
    }
    let (none, one, three) = try await (height(0), height(1), height(3))
    #expect(one - none >= 9 && abs(three - none - 3 * (one - none)) < 0.01)
  }
}
