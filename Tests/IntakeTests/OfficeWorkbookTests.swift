import Core
import Foundation
import Intake
import Planning
import SazbaTesting
import Testing

/// Workbooks as Excel writes them and as LibreOffice saves them, against the same tables as CSV.
///
/// `Workbooks/make.py` says how they were made.
@Suite struct OfficeWorkbookTests {
  private func plan(
    _ fill: (String) throws -> Void
  ) throws -> (dump: String, findings: [String]) {
    try withTemporaryFolder { scratch in
      let folder = scratch.path
      let project = folder + "/p"
      try FileManager.default.copyItem(
        atPath: Repository.path(Fixture.folder + "/zaklad"), toPath: project)
      try fill(project)
      var sources = SourceTable()
      let codelists = try readCodelists(Repository.path("Data/Codelists"), sources: &sources)
      let read = try readProject(project, codelists: codelists, sources: &sources)
      let findings = try read.warnings + validate(read.value, against: codelists).warnings
      return (
        read.value.dump(),
        findings.map { "\($0.kind.code) \($0.message.cs)" }
      )
    }
  }

  /// Fingerprints of approved plans (V15) are compared by later versions: this one must never change.
  /// If it does, `dump()` has changed; `Plan.fingerprint` has to go on with the old form.
  @Test func fingerprintsStayForYears() throws {
    var sources = SourceTable()
    let codelists = try readCodelists(Repository.path("Data/Codelists"), sources: &sources)
    let plan = try readProject(
      Repository.path("Tests/IntakeTests/Workbooks/otisk"), codelists: codelists, sources: &sources)
    #expect(plan.value.fingerprint == "8b56d517b56dc2860ea3c7677a068fa4")
  }

  @Test(arguments: ["excel", "excel-1904", "libreoffice"])
  func theyHoldWhatTheTablesHold(_ program: String) throws {
    let table = """
      kod_obce;organ;usneseni;datum;vysledek
      546127;ZM;12/2024;6. 11. 2024;schvaluje
      546020;ZO;7/2024;7. 11. 2024;bere na vědomí

      """
    let expected = try plan { project in
      try table.write(toFile: project + "/schvaleni.csv", atomically: true, encoding: .utf8)
    }
    #expect(expected.findings == [])
    let found = try plan { project in
      try FileManager.default.removeItem(atPath: project + "/financovani.csv")
      for name in ["schvaleni.xlsx", "financovani.xlsx"] {
        try FileManager.default.copyItem(
          atPath: Repository.path("Tests/IntakeTests/Workbooks/\(program)/\(name)"),
          toPath: project + "/" + name)
      }
    }
    #expect(found.dump == expected.dump)
    // What is hidden is told: a sheet in all of them, and a row that a filter hides.
    #expect(found.findings.contains { $0.contains("„Poznámky“ (skrytý)") })
    #expect(found.findings.contains { $0.contains("řádky 5") })
    #expect(found.findings.count == 2, "\(found.findings)")
  }
}
