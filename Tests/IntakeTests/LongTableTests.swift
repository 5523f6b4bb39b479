import Core
import Foundation
import Planning
import SazbaTesting
import Spreadsheets
import Testing

@testable import Intake

@Suite struct LongTableTests {
  private static let dacice = Repository.path("Data/dacice")

  private func sources(of tables: [FilledTable], plan: Plan?) throws -> ChoiceSource {
    var sources = SourceTable()
    let codelists = try readCodelists(Repository.path("Data/Codelists"), sources: &sources)
    return ChoiceSource(tables: tables, codelists: codelists, plan: plan)
  }

  private func plan(_ folder: String) throws -> Outcome<Plan> {
    var sources = SourceTable()
    let codelists = try readCodelists(Repository.path("Data/Codelists"), sources: &sources)
    return try readProject(folder, codelists: codelists, sources: &sources)
  }

  /// The readers' own lists of columns, as C01 names them, are the catalogue's.
  @Test(arguments: LongTable.all) func catalogueHasTheReadersColumns(_ table: LongTable) throws {
    try withTemporaryFolder { scratch in
      let folder = scratch.path
      try FileManager.default.copyItem(
        atPath: Repository.path(Fixture.folder + "/zaklad"), toPath: folder + "/p")
      try Data().write(to: URL(fileURLWithPath: folder + "/p/\(table.name).csv"))
      do {
        _ = try plan(folder + "/p")
        Issue.record("an empty table was taken")
      } catch let rejected as Rejected {
        let fix = rejected.diagnostics.first { $0.kind.code == "C01" }?.fix.cs ?? ""
        let listed = fix.split(separator: " ").last?.split(separator: ";").map(String.init) ?? []
        let plain = table.columns.filter { !$0.isYearly }.map(\.name)
        #expect(listed.sorted() == plain.sorted())
        let required = table.columns.filter(\.isRequired).map(\.name)
        #expect(Array(listed.prefix(required.count)).sorted() == required.sorted())
      }
    }
  }

  /// CSV → XLSX → plan is the same plan, value for value.
  @Test func workbooksLoseNothing() throws {
    try withTemporaryFolder { scratch in
      let folder = scratch.path
      let copy = folder + "/dacice"
      try FileManager.default.copyItem(atPath: LongTableTests.dacice, toPath: copy)
      let before = try plan(copy).value
      var sources = SourceTable()
      let tables = try readLongTables(copy, sources: &sources).value
      let source = try self.sources(of: tables, plan: before)
      for table in tables where table.file != nil {
        let bytes = try table.workbook(offering: source, in: .cs).bytes()
        try Data(bytes).write(to: URL(fileURLWithPath: copy + "/\(table.table.name).xlsx"))
        try FileManager.default.removeItem(atPath: copy + "/\(table.table.name).csv")
      }
      let after = try plan(copy)
      #expect(after.warnings.isEmpty)
      #expect(firstDifference(between: before.dump(), and: after.value.dump()) == nil)
      // And the workbooks of workbooks hold the same cells.
      let again = try readLongTables(copy, sources: &sources).value
      for (first, second) in zip(tables, again) {
        let sheets = [first, second].map { $0.workbook(offering: source, in: .cs).sheets }
        #expect(sheets[0].map(\.rows) == sheets[1].map(\.rows))
        #expect(sheets[0].map(\.name) == sheets[1].map(\.name))
      }
    }
  }

  @Test func choicesComeFromCodelistsAndTables() throws {
    var sources = SourceTable()
    let tables = try readLongTables(LongTableTests.dacice, sources: &sources).value
    let plan = try plan(LongTableTests.dacice).value
    let source = try self.sources(of: tables, plan: plan)
    func choices(_ table: String, _ column: String) throws -> NewSheet.Choices? {
      let filled = try #require(tables.first { $0.table.name == table })
      let sheet = filled.workbook(offering: source, in: .cs).sheets[0]
      return try #require(sheet.columns.first { $0.title == column }).choices
    }
    #expect(try choices("schvaleni", "kod_obce")?.count == 23)
    #expect(try choices("financovani", "aktivita")?.count == 34)
    #expect(try choices("pripominky", "zverejnit")?.count == 2)
    #expect(try choices("sluzby", "formy")?.isStrict == false)
    #expect(try choices("sluzby", "druh")?.isStrict == true)
    #expect(try choices("sluzby", "nazev") == nil)
    let lists = try #require(tables.first { $0.table.name == "sluzby" })
      .workbook(offering: source, in: .en).sheets[1]
    #expect(lists.name == "Codelists" && lists.isLocked)
    #expect(lists.columns.map(\.title).contains("druh – meaning"))
    #expect(lists.rows.first?.first == .text("99900017"))
  }

  @Test func tablesThatLackComeOutEmpty() throws {
    var sources = SourceTable()
    let folder = Repository.path(Fixture.folder + "/zaklad")
    let tables = try readLongTables(folder, sources: &sources).value
    #expect(
      tables.map(\.file)
        == LongTable.all.map { table in
          ["obce", "financovani"].contains(table.name) ? table.name + ".csv" : nil
        })
    let comments = try #require(tables.first { $0.table.name == "pripominky" })
    #expect(comments.rows.isEmpty && comments.header.contains("zneni"))
  }

  @Test(arguments: [
    ("620 000", LongTable.Content.amount, NewSheet.Cell.whole(620_000)),
    ("9,0", .quantity, .decimal(digits: 90, decimals: 1)),
    ("49.011855", .degrees, .decimal(digits: 49_011_855, decimals: 6)),
    ("1. 1. 1900", .date, .text("1. 1. 1900")), ("dosud nevíme", .date, .text("dosud nevíme")),
    ("01234567", .digits(8), .text("01234567")), ("1.1", .activity, .text("1.1")),
    ("", .amount, .empty), ("asi 5", .whole, .text("asi 5")), ("2025", .year, .whole(2025)),
  ])
  func cellsByContent(_ text: String, _ content: LongTable.Content, _ cell: NewSheet.Cell) {
    #expect(FilledTable.cell(text, as: content) == cell)
  }

  @Test func daysAreDays() throws {
    let day = try #require(CivilDate(year: 2024, month: 11, day: 5))
    #expect(FilledTable.cell("5. 11. 2024", as: .date) == .date(day))
    #expect(FilledTable.cell("5. 11. 2024", as: .text) == .text("5. 11. 2024"))
  }
}
