import Core
import Foundation
import Planning
import SazbaTesting
import Spreadsheets
import Testing

@testable import Intake

/// Sheets by which providers verify their data, there and back.
@Suite struct VerificationTests {
  private struct Project {
    var tables: ProjectTables
    var source: ChoiceSource
  }

  private func sample() throws -> Project {
    var sources = SourceTable()
    let folder = Repository.path("Data/dacice")
    let codelists = try readCodelists(Repository.path("Data/Codelists"), sources: &sources)
    let tables = try openProjectTables(folder, sources: &sources).value
    let plan = try readProject(folder, codelists: codelists, sources: &sources).value
    return Project(
      tables: tables,
      source: ChoiceSource(
        tables: tables.drafts.map(\.filled), codelists: codelists, plan: plan))
  }

  private static let headings = VerificationSheet.form.columns.map(\.name)

  /// What a sheet proposes after somebody wrote into it: for rows of a table and column.
  private func proposals(
    _ project: Project, of provider: String = "99900017",
    writing entries: [(table: String, field: String, cell: String, text: String)],
    meanwhile: (inout ProjectTables) -> Void = { _ in }
  ) throws -> [Proposal] {
    var book = VerificationSheet.workbook(
      for: provider, of: project.tables, offering: project.source)
    for entry in entries {
      let column = try #require(VerificationTests.headings.firstIndex(of: entry.cell))
      let row = try #require(
        book.sheets[0].rows.firstIndex { row in
          row[6] == .text(entry.table) && row[8] == .text(entry.field)
        })
      book.sheets[0].rows[row][column] = .text(entry.text)
    }
    return try withTemporaryFolder { scratch in
      let folder = scratch.path
      let path = folder + "/overeni-\(provider).xlsx"
      try Data(try book.bytes()).write(to: URL(fileURLWithPath: path))
      var tables = project.tables
      meanwhile(&tables)
      var sources = SourceTable()
      let outcome = try readCorrections(
        path, for: tables, offering: project.source, sources: &sources)
      #expect(outcome.warnings.isEmpty)
      return outcome.value
    }
  }

  @Test func untouchedSheetsProposeNothing() throws {
    let project = try sample()
    let providers = VerificationSheet.providers(of: project.tables)
    #expect(providers.count == 17)
    for provider in providers {
      #expect(try proposals(project, of: provider, writing: []).isEmpty)
    }
    let answered = try proposals(
      project, writing: [("sluzby", "doba", "správně?", "ano")])
    #expect(answered.isEmpty)
  }

  @Test(arguments: [
    ("poskytovatele", "telefon", "384 000 111", "384 000 111"),
    ("poskytovatele", "psc", "380 01 ", ""),
    ("poskytovatele", "psc", "378 81", "37881"),
    ("poskytovatele", "web", "smazat", ""),
    ("sluzby", "druh", "osobní asistence", "39"),
    ("sluzby", "formy", "terénní | ambulantní", "T | A"),
    ("sluzby", "kapacita", "1 130", "1130"),
    ("sluzby", "uzemi", "Dačice (546127) | Budeč", "546127 | 546020"),
    ("sluzby", "platnost_od", "2020-01-05", "5. 1. 2020"),
    ("zarizeni", "bezbariernost", "ČÁSTEČNĚ", "částečně"),
    ("zarizeni", "nazev", "středisko Javořice", "středisko Javořice"),
  ])
  func everyChangeIsExactlyOneProposal(
    table: String, field: String, written: String, value: String
  ) throws {
    let project = try sample()
    let found = try proposals(project, writing: [(table, field, "oprava", written)])
    // What is there already, in another notation, is no change.
    guard field != "psc" || !value.isEmpty else {
      #expect(found.isEmpty)
      return
    }
    try #require(found.count == 1)
    #expect(found[0].table == table && found[0].field == field)
    #expect(found[0].new == value && found[0].state == .open)
    var tables = project.tables
    tables.accept(found)
    let changed = tables.drafts.filter(\.isChanged)
    #expect(changed.map(\.table.name) == [table])
    // A column that the table lacked is behind the others.
    let before = project.tables[changed[0].table].rows.map { row in
      row + Array(repeating: "", count: changed[0].newColumns.count)
    }
    let differences = zip(changed[0].rows, before).filter { $0.0 != $0.1 }
    try #require(differences.count == 1)
    #expect(differences[0].0.contains(value))
  }

  @Test(arguments: [
    ("poskytovatele", "telefon", "12"), ("poskytovatele", "email", "nikde"),
    ("poskytovatele", "psc", "99999"), ("poskytovatele", "nazev", "smazat"),
    ("poskytovatele", "datova_schranka", "0"), ("sluzby", "druh", "čarování"),
    ("sluzby", "formy", "terénní | létající"), ("sluzby", "kapacita", "mnoho"),
    ("sluzby", "platnost_do", "brzy"),
  ])
  func valuesAgainstTheRulesAreNotTakenOver(table: String, field: String, text: String) throws {
    let project = try sample()
    let found = try proposals(project, writing: [(table, field, "oprava", text)])
    try #require(found.count == 1)
    guard case .invalid = found[0].state else {
      Issue.record("\(found[0].state)")
      return
    }
    var tables = project.tables
    tables.accept(found)
    #expect(tables.drafts.filter(\.isChanged).isEmpty)
  }

  /// Whoever divides by commas learns of the bar.
  @Test func commasBetweenValuesAreExplained() throws {
    let project = try sample()
    let found = try proposals(
      project, writing: [("sluzby", "formy", "oprava", "terénní, ambulantní")])
    guard case .invalid(let words) = try #require(found.first).state else {
      Issue.record("\(found)")
      return
    }
    #expect(words.cs.hasSuffix("víc hodnot oddělte svislicí |") && words.en.hasSuffix("a bar |"))
  }

  @Test func remarksAndMissingCorrectionsAreForPeople() throws {
    let project = try sample()
    let found = try proposals(
      project,
      writing: [
        ("sluzby", "doba", "správně?", "ne"), ("sluzby", "uhrada", "poznámka", "od ledna jinak"),
      ])
    #expect(found.map(\.state) == [.remark, .remark])
    #expect(found.map(\.note) == ["", "od ledna jinak"])
  }

  @Test func whatChangedMeanwhileIsAConflict() throws {
    let project = try sample()
    let entry = [(table: "poskytovatele", field: "email", cell: "oprava", text: "a@b.example")]
    let conflict = try proposals(project, writing: entry) {
      $0[.providers].set(0, "email", "c@d.example")
    }
    #expect(conflict.map(\.state) == [.conflict("c@d.example")])
    // The same correction was made by hand: nothing is left to propose.
    let settled = try proposals(project, writing: entry) {
      $0[.providers].set(0, "email", "a@b.example")
    }
    #expect(settled.isEmpty)
    let lost = try proposals(project, writing: entry) { $0[.providers].set(0, "ico", "99900999") }
    #expect(lost.map(\.state) == [.lost])
  }

  /// A secret address is in no sheet, and nothing can be proposed for it.
  @Test func secretAddressesStaySecret() throws {
    let project = try sample()
    let facilities = project.tables[.facilities]
    let secrets = facilities.rows.indices.filter { facilities.text($0, "utajena_adresa") == "ano" }
    try #require(!secrets.isEmpty)
    for provider in VerificationSheet.providers(of: project.tables) {
      let book = VerificationSheet.workbook(
        for: provider, of: project.tables, offering: project.source)
      let words = "\(book.sheets)"
      for row in secrets { #expect(!words.contains(facilities.text(row, "ulice"))) }
    }
    let books = VerificationSheet.providers(of: project.tables).map { provider in
      "\(VerificationSheet.workbook(for: provider, of: project.tables, offering: project.source))"
    }
    #expect(books.contains { $0.contains("adresa je utajená") })
  }

  @Test func otherWorkbooksAreNoSheets() throws {
    let project = try sample()
    try withTemporaryFolder { scratch in
      let folder = scratch.path
      let book = project.tables[.providers].filled.workbook(offering: project.source, in: .cs)
      try Data(try book.bytes()).write(to: URL(fileURLWithPath: folder + "/a.xlsx"))
      var sources = SourceTable()
      #expect(throws: Rejected.self) {
        try readCorrections(
          folder + "/a.xlsx", for: project.tables, offering: project.source, sources: &sources)
      }
    }
  }

  /// A workbook that holds more than its table is not written over (J07).
  @Test func foreignSheetsAreNotLost() throws {
    let project = try sample()
    let draft = project.tables[.providers]
    var book = draft.filled.workbook(offering: project.source, in: .cs)
    #expect(draft.loss(of: try book.bytes(), at: "a.xlsx") == nil)
    book.sheets.append(NewSheet(name: "Moje poznámky", columns: [], rows: []))
    let loss = draft.loss(of: try book.bytes(), at: "a.xlsx")
    #expect(loss?.kind.code == "J07")
    #expect(loss?.message.cs.contains("Moje poznámky") == true)
  }
}
