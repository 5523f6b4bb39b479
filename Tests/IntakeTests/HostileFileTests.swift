import Core
import Foundation
import Planning
import SazbaTesting
import Testing

@testable import Intake

@Suite struct HostileFileTests {
  private func findings(plan text: [UInt8]) throws -> [String] {
    try withTemporaryFolder { root in
      try Data(text).write(to: URL(fileURLWithPath: root + "/plan.yaml"))
      var sources = SourceTable()
      do throws(Rejected) {
        _ = try readProject(root, codelists: Codelists(lists: []), sources: &sources)
        return []
      } catch {
        return error.diagnostics.map(\.kind.code)
      }
    }
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
    try withTemporaryFolder { root in
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
