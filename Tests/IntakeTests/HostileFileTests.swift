import Core
import Foundation
import Planning
import SazbaTesting
import Testing

@testable import Intake

@Suite struct HostileFileTests {
  private func findings(plan text: [UInt8]) throws -> [String] {
    try told(plan: text).map(\.code)
  }

  /// Code, place and Czech words of what is found in a plan.
  private func told(plan text: [UInt8]) throws -> [(code: String, place: String, words: String)] {
    try withTemporaryFolder { scratch in
      let root = scratch.path
      try Data(text).write(to: URL(fileURLWithPath: root + "/plan.yaml"))
      var sources = SourceTable()
      do throws(Rejected) {
        _ = try readProject(root, codelists: Codelists(lists: []), sources: &sources)
        return []
      } catch {
        return error.diagnostics.map { finding in
          let place = finding.at.map { at in
            let position = sources[at.file].position(of: at.start)
            return "\(position.line):\(position.column)"
          }
          return (finding.kind.code, place ?? "", finding.message.cs)
        }
      }
    }
  }

  @Test(arguments: [
    ("nazev: Příliš žluťoučký kůň\r\npodnazev: konc\u{7}ept\r\n", "2:15"),
    ("a: ěšč\na: řžý\nb: \u{90}\n", "3:4"), ("\u{1F600}: x\u{FFFE}\n", "1:5"),
  ]) func controlCharactersStandWhereTheyAre(_ text: String, _ place: String) throws {
    let found = try told(plan: Array(text.utf8))
    #expect(found.first?.code == "Y01" && found.first?.place == place, "\(found)")
  }

  @Test(arguments: [
    ("nazev: Plán\nverze:0.1.0\n# stav\nstav: návrh\n", "2:1", "verze:"),
    ("verze:0.1.0\n\n# stav\nstav: návrh\n", "1:1", "verze:"),
    ("nazev: Plán\nverze:0.1.0", "2:1", "verze:"),
    ("a:\n  - termin:2026–2028\n    kod: 1\n", "2:5", "termin:"),
    ("a:\n  - kod: 1\n    termin:2026–2028\n    # pozn.\n  - kod: 2\n", "3:5", "termin:"),
  ]) func missingSpaceIsToldAtItsKey(_ text: String, _ place: String, _ key: String) throws {
    let found = try told(plan: Array(text.utf8))
    #expect(found.first?.place == place, "\(found)")
    #expect(found.first?.words == "Za dvojtečkou chybí mezera: „\(key)“.", "\(found)")
  }

  @Test func parsersWordsStayTheirs() throws {
    let found = try told(plan: Array("a: b\n---\nc: d\n".utf8))
    #expect(found.contains { $0.words.contains("„---“") }, "\(found)")
    let colon = try told(plan: Array("nazev: Plán\nbez dvojtečky\nstav: návrh\n".utf8))
    #expect(colon.first?.place == "2:1", "\(colon)")
  }

  @Test func nestingOfBlocksEnds() throws {
    #expect(
      try findings(plan: Array(("a: " + String(repeating: "[", count: 100_000)).utf8)) == ["Y01"])
    #expect(try findings(plan: Array(String(repeating: "- ", count: 20_000).utf8)) == ["Y01"])
    var deep = ""
    for depth in 0..<2_000 { deep += String(repeating: " ", count: depth) + "a:\n" }
    #expect(try findings(plan: Array(deep.utf8)) == ["Y01"])
  }

  @Test func filesOfNothingAndOfNoise() throws {
    let missing = [String](repeating: "Y04", count: Form.plan.required.count)
    #expect(try findings(plan: []) == missing)
    #expect(try findings(plan: Array("# jen poznámka\n".utf8)) == missing)
    #expect(try findings(plan: Array("jen text".utf8)) == ["Y05"])
    #expect(try findings(plan: [0x00, 0x01]) == ["Y01"])
    #expect(try findings(plan: Array("a: b\n---\nc: d\n".utf8)).contains("Y01"))
  }

  @Test func wideTextIsCalledByItsName() throws {
    try withTemporaryFolder { scratch in
      let root = scratch.path
      let text = Data([0xFF, 0xFE]) + Data("nazev".utf8.flatMap { [$0, 0] })
      try text.write(to: URL(fileURLWithPath: root + "/plan.yaml"))
      var sources = SourceTable()
      do throws(Rejected) {
        _ = try readProject(root, codelists: Codelists(lists: []), sources: &sources)
        Issue.record("UTF-16 was read")
      } catch {
        #expect(error.diagnostics.first?.fix.cs.contains("UTF-16") == true)
      }
    }
  }

  @Test func manyDuplicatesAreAllFound() throws {
    let lines = (0..<30).map { _ in "nazev: x\n" }.joined()
    #expect(try findings(plan: Array(lines.utf8)).filter { $0 == "Y02" }.count == 29)
  }
}
