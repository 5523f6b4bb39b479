import Core
import Display
import Manuscript
import Style
import Testing

@testable import Layout

/// Columns that hold about the same are equally wide, in one table and in its parts.
@Suite struct ComparableColumnTests {
  /// A key column and columns that all hold the same kind of thing; only figures differ.
  private static func document(
    columns: Int, width: TableWidth, alignment: ColumnAlignment, cell: (Int, Int) -> String
  ) throws -> Document {
    try Press.document { builder in
      builder.tablePart = "část"
      let specs = (0..<columns).map { ColumnSpec($0 == 0 ? .text : alignment) }
      let spec = builder.table(TableSpec(columns: specs, width: width))
      builder.node(.table(spec)) { table in
        table.node(.caption) { $0.text("Služby") }
        for row in 0..<4 {
          table.node(row == 0 ? .tableHead : .tableBody) { band in
            band.node(.row) { cells in
              TableTests.cell(
                &cells, .headerCell(row == 0 ? .column : .row, .single), "Obec \(row)")
              for column in 1..<columns {
                let role: Role =
                  row == 0 ? .headerCell(.column, .single) : .dataCell(.single)
                TableTests.cell(&cells, role, cell(row, column))
              }
            }
          }
        }
      }
    }
  }

  /// How far the columns stand behind the key, in points, line after line.
  private func edges(_ document: Document, design: DesignBook = .small) async throws
    -> (edges: [[Double]], right: Double, codes: [String])
  {
    let laid = try await Press.lay(document, design: design)
    expectSound(laid.value.pages, document)
    var starts: [[Double]] = []
    var right = 0.0
    for page in laid.value.pages.pages {
      var lines: [Length: [GlyphRun]] = [:]
      for case .glyphs(let run) in page.ops { lines[run.origin.y, default: []].append(run) }
      for line in lines.keys.sorted() {
        let runs = (lines[line] ?? []).sorted { $0.origin.x < $1.origin.x }
        guard let first = runs.first, page.text(of: first).hasPrefix("Obec") else { continue }
        starts.append(
          runs.dropFirst().map { Double(($0.origin.x - first.origin.x).sp) / 65_536 })
      }
      for fill in page.fills { right = max(right, Double((fill.x + fill.width).sp) / 65_536) }
    }
    return (starts, right, laid.warnings.map(\.kind.code))
  }

  /// Eleven columns whose words must be parted: once seven were narrow and four wide.
  @Test(arguments: [TableWidth.column, .full, .landscape, .parts])
  func equalWordsGetEqualWidths(_ width: TableWidth) async throws {
    let count = width == .column ? 5 : 7
    let document = try Self.document(columns: count, width: width, alignment: .text) {
      row, column in
      row == 0 ? "Sloupec \(column) se slovy" : "neprodleně vysvětlená hodnota \(column)"
    }
    let found = try await edges(document)
    #expect(!found.edges.isEmpty)
    for line in found.edges where line.count > 2 {
      let steps = zip(line.dropFirst(), line).map { $0 - $1 }
      for step in steps { #expect(abs(step - steps[0]) < 0.02, "\(line)") }
    }
  }

  /// Sums of years differ by a digit; their columns do not.
  @Test func numbersOfADigitMoreGetTheSameWidth() async throws {
    let widths = [48, 48, 52, 47, 52].map { ContentWidths(minimal: .pt($0), natural: .pt($0)) }
    let columns = [ColumnSpec](repeating: ColumnSpec(.number), count: 5)
    for room in [300, 400] {
      let places = TableColumns(
        columns: columns, contents: widths, gap: .pt(6), fillsWidth: room == 400
      ).places(in: .pt(room)).places
      let wanted = room == 400 ? Length.pt(376) / 5 : .pt(52)
      // The last units of a point that do not divide are somebody's.
      for place in places { #expect(abs((place.width - wanted).sp) < 6, "\(places)") }
    }
    // As equal as there is room, and each as wide as its own.
    let tight = TableColumns(columns: columns, contents: widths, gap: .pt(6), fillsWidth: true)
      .places(in: .pt(24 + 247 + 6)).places
    for (place, need) in zip(tight, widths) { #expect(place.width >= need.natural) }
    #expect(abs(tight.reduce(.zero) { $0 + $1.width }.sp - Length.pt(253).sp) < 6)
    #expect(tight[0].width > .pt(49) && tight[3].width > .pt(49))
  }

  @Test func whatNamesTheRowsIsComparedWithNothing() {
    let needs = [50, 52, 90].map { ContentWidths(minimal: .pt(20), natural: .pt($0)) }
    let columns = [ColumnSpec](repeating: ColumnSpec(.text), count: 3)
    #expect(ComparableColumns(columns, needs, among: [0, 1, 2], keys: 1).sets == [])
    #expect(ComparableColumns(columns, needs, among: [0, 1, 2], keys: 0).sets == [[0, 1]])
    #expect(ComparableColumns(columns, needs, among: [0, 2], keys: 0).sets == [])
  }

  /// The first part fills the measure; the columns of the last one are no wider for being fewer.
  @Test(arguments: [12, 13, 17, 18, 30])
  func partsHaveColumnsOfOneWidth(_ columns: Int) async throws {
    let document = try Self.document(columns: columns, width: .parts, alignment: .number) {
      $0 == 0 ? "\(2_000 + $1)" : "\(10_000_000 + $0 * 100 + $1)"
    }
    let found = try await edges(document)
    #expect(found.codes == [])
    let numbers = found.edges.filter { !$0.isEmpty }
    let most = numbers.map(\.count).max() ?? 0
    #expect(most < columns - 1 && most > 1)
    let fullest = try #require(numbers.last { $0.count == most })
    for line in numbers.filter({ $0.count > 0 }) where line[0] == fullest[0] {
      for (one, other) in zip(line, fullest) { #expect(abs(one - other) < 0.02) }
    }
    // All numbers are as long: their lines begin where those of the fullest part do.
    #expect(
      numbers.filter { abs($0[0] - fullest[0]) < 0.02 }.count >= numbers.count * 3 / 4, "\(numbers)"
    )
    // Parts differ by one column at most.
    #expect(numbers.allSatisfy { $0.count >= most - 1 }, "\(numbers.map(\.count))")
  }

  /// Against all equal widths that there are.
  @Test func groupedColumnsAreSearchedAsWellAsAlone() throws {
    var compared = 0
    for seed in 1...40 as ClosedRange<UInt64> {
      let cells = ColumnSearchTests.table(rows: 1 + Int(seed % 6), columns: 3, seed: seed &* 911)
      let needs = cells.map { ColumnSearchTests.widest($0) }
      let room: Int64 = 36
      let least = max(needs[1].least, needs[2].least)
      guard needs.reduce(0, { $0 + $1.natural }) > room, needs[0].least + 2 * least <= room
      else { continue }
      let found = try #require(
        ColumnSearch(
          cells: cells, least: needs.map(\.least), natural: needs.map(\.natural), room: room,
          groups: [[0], [1, 2]]
        ).solve())
      #expect(found[1] == found[2] && found.reduce(0, +) <= room)
      var best = Int64.max
      for width in least...(room - needs[0].least) / 2 {
        best = min(best, ColumnSearchTests.height(cells, [room - 2 * width, width, width]))
      }
      #expect(ColumnSearchTests.height(cells, found) == best, "seed \(seed)")
      compared += 1
    }
    #expect(compared > 15)
  }
}
