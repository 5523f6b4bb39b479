import Foundation
import SazbaTesting
import Testing

/// The ledgers of clauses: `Sources/PDFExport/Profiles/*.md`.
@Suite struct LedgerTests {
  private static let states = ["enforced", "absent", "duty"]

  @Test(arguments: ["PDF_A2a.md", "PDF_UA1.md", "PDF_X1a.md", "PDF_X4.md"])
  func everyEnforcedClauseNamesATestThatExists(ledger: String) throws {
    let sources = try FileManager.default.subpathsOfDirectory(atPath: Repository.path("Tests"))
      .filter { $0.hasSuffix(".swift") }.sorted()
      .map { try Repository.text(of: "Tests/" + $0) }.joined()
    let text = try Repository.text(of: "Sources/PDFExport/Profiles/" + ledger)
    var clauses = 0
    for line in text.split(separator: "\n") where line.hasPrefix("| ") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 4, cells[0] != "clause", !cells[0].hasPrefix("-") else { continue }
      clauses += 1
      #expect(LedgerTests.states.contains(cells[2]), "\(line)")
      guard cells[2] == "enforced" else { continue }
      // Names stand between backquotes; what stands between two names is prose.
      let parts = cells[3].split(separator: "`", omittingEmptySubsequences: false)
      let tests = parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
      #expect(!tests.isEmpty, "no test: \(line)")
      for test in tests {
        let exists = sources.contains("func \(test)(")
        #expect(exists, "\(ledger): there is no test \(test)")
      }
    }
    #expect(clauses > 20)
  }
}
