import Core
import Foundation
import Planning
import SazbaTesting
import Spreadsheets
import Testing

@testable import Intake
@testable import Pipeline

/// What providers correct is tried against the rules of the whole project before it is taken over.
@Suite struct CorrectionTests {
  private typealias Entry = (table: String, key: String, field: String, text: String)

  private func correct(
    _ entries: [Entry], of provider: String = "99900017",
    spoiling: (String) throws -> Void = { _ in }
  ) throws -> (result: CorrectionResult, isUnchanged: Bool) {
    try withTemporaryFolder { scratch in
      let folder = scratch.path
      let project = folder + "/plan"
      try FileManager.default.copyItem(atPath: Repository.path("Data/dacice"), toPath: project)
      try spoiling(project)
      let before = try contents(project)
      var sources = SourceTable()
      let codelists = try readCodelists(Repository.path("Data/Codelists"), sources: &sources)
      let tables = try openProjectTables(project, sources: &sources).value
      let source = ChoiceSource(
        tables: tables.drafts.map(\.filled), codelists: codelists, plan: nil)
      var book = VerificationSheet.workbook(for: provider, of: tables, offering: source)
      let column = try #require(VerificationSheet.form.columns.firstIndex { $0.name == "oprava" })
      for entry in entries {
        let row = try #require(
          book.sheets[0].rows.firstIndex { row in
            row[6] == .text(entry.table) && row[7] == .text(entry.key)
              && row[8] == .text(entry.field)
          })
        book.sheets[0].rows[row][column] = .text(entry.text)
      }
      let sheet = folder + "/overeni.xlsx"
      try Data(try book.bytes()).write(to: URL(fileURLWithPath: sheet))
      let home = try #require(Home.find(named: Repository.path("")))
      let result = readCorrections(
        CorrectionRequest(
          home: home, folder: project, files: [sheet], accepts: true, tongue: .cs))
      return (result, try contents(project) == before)
    }
  }

  private func contents(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      files[name] = FileManager.default.contents(atPath: folder + "/" + name)
    }
    return files
  }

  private let telephone: Entry = ("poskytovatele", "99900017", "telefon", "384 000 111")

  @Test func oneThatBreaksARuleKeepsAllOut() throws {
    let (result, isUnchanged) = try correct([
      telephone, ("sluzby", "9000001", "kapacita", "200"),
    ])
    #expect(result.findings == [] && result.files == [] && isUnchanged)
    try #require(result.proposals.count == 2)
    #expect(result.proposals[0].state == .open)
    guard case .breaking(let errors) = result.proposals[1].state else {
      Issue.record("\(result.proposals[1].state)")
      return
    }
    #expect(errors.map(\.kind.code) == ["V21-1"])
    let text = CorrectionReport.text(result, tongue: .cs)
    #expect(text.contains("projekt by pak měl chyby, které teď nemá:"))
    #expect(text.contains("V21-1: Služba „Pečovatelská služba Javořice“ má požadavek „navýšit“"))
    #expect(text.contains("Návrhů: 1, nelze převzít: 1"))
    #expect(CorrectionReport.json(result).contains("\"breaking\""))
  }

  @Test func whatBreaksNothingIsTakenOver() throws {
    let (result, isUnchanged) = try correct([telephone])
    #expect(result.findings == [] && result.files.count == 1 && !isUnchanged)
  }

  /// Two corrections that are wrong only together are both to blame.
  @Test func errorsOfSeveralTogetherAreLaidToAllOfThem() throws {
    let (result, isUnchanged) = try correct([
      telephone, ("sluzby", "9000001", "platnost_od", "1. 6. 2024"),
      ("sluzby", "9000001", "platnost_do", "1. 5. 2024"),
    ])
    #expect(result.files == [] && isUnchanged)
    let blamed = result.proposals.filter { proposal in
      if case .breaking(let errors) = proposal.state { return !errors.isEmpty }
      return false
    }
    #expect(blamed.map(\.field) == ["platnost_od", "platnost_do"])
  }

  /// A secret address that somebody writes into a name is found on the floor of documents.
  @Test func secretAddressesDoNotGetIn() throws {
    let (result, isUnchanged) = try correct(
      [
        (
          "zarizeni", "9000026 poradna pro oběti v Dačicích", "nazev",
          "poradna, Tichý dvůr 4"
        )
      ], of: "99900157")
    #expect(result.files == [] && isUnchanged)
    guard case .breaking(let errors) = try #require(result.proposals.first).state else {
      Issue.record("\(result.proposals)")
      return
    }
    #expect(errors.map(\.kind.code) == ["V11"])
  }

  /// Errors that the project has anyway are not the corrections' fault.
  @Test func whatWasWrongBeforeKeepsNothingOut() throws {
    let (result, isUnchanged) = try correct([telephone]) { project in
      let path = project + "/zdroje.yaml"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try (text + "\nneznamy_klic: x\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(result.findings == [] && result.files.count == 1 && !isUnchanged)
  }

  /// What a provider sent back lies where the next sheet would go: it stays.
  @Test func filledSheetsAreNotWrittenOver() async throws {
    try await withTemporaryFolderAwaiting { folder in
      let project = Repository.path("Data/dacice")
      var sources = SourceTable()
      let codelists = try readCodelists(Repository.path("Data/Codelists"), sources: &sources)
      let tables = try openProjectTables(project, sources: &sources).value
      let source = ChoiceSource(
        tables: tables.drafts.map(\.filled), codelists: codelists, plan: nil)
      var book = VerificationSheet.workbook(for: "99900017", of: tables, offering: source)
      let path = folder.path + "/overeni-99900017.xlsx"
      try Data(try book.bytes()).write(to: URL(fileURLWithPath: path))
      #expect(!KeptWorkbooks.isFilled(path) && !KeptWorkbooks.isFilled(path + "x"))
      for (title, text) in [("správně?", "ano"), ("oprava", "x"), ("poznámka", "volejte")] {
        let column = try #require(VerificationSheet.form.columns.firstIndex { $0.name == title })
        let old = book.sheets[0].rows[2][column]
        book.sheets[0].rows[2][column] = .text(text)
        try Data(try book.bytes()).write(to: URL(fileURLWithPath: path))
        #expect(KeptWorkbooks.isFilled(path), "\(title)")
        book.sheets[0].rows[2][column] = old
      }
      let before = try contents(folder.path)
      let home = try #require(Home.find(named: Repository.path("")))
      let result = await writeProviderSheets(
        SheetRequest(home: home, folder: project, output: folder.path, tongue: .cs), workers: 1)
      #expect(result.findings.map(\.kind.code) == ["O03"] && result.files == [])
      #expect(result.findings.first?.message.cs.contains(path) == true)
      #expect(try contents(folder.path) == before)
      // What cannot be read may be somebody's work as well.
      try Data("x".utf8).write(to: URL(fileURLWithPath: path))
      #expect(KeptWorkbooks.isFilled(path))
    }
  }
}
