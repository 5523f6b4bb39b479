import Core
import Foundation
import Intake
import Planning
import SazbaTesting
import Testing

@Suite struct FixtureTests {
  @Test(arguments: Fixture.all) func finds(_ fixture: Fixture) throws {
    let (findings, sources, root) = try fixture.findings()
    let lines = findings.map { finding -> String in
      guard let at = finding.at else { return finding.kind.code }
      let place = sources[at.file].place(of: at.start).replacing(root, with: "")
      let mark = finding.silenced == nil ? "" : " ztišeno"
      return "\(finding.kind.code) \(place)\(mark)"
    }
    try expectGolden(
      lines.map { $0 + "\n" }.joined(), Fixture.folder + "/\(fixture.name)/ocekavano.txt")
    #expect(findings.contains { $0.kind.code == fixture.code } != fixture.passes)
    for finding in findings {
      for words in [finding.message, finding.fix] {
        #expect(!words.cs.isEmpty && !words.en.isEmpty && words.cs != words.en)
      }
    }
  }

  @Test func everyKindHasAFixtureAndWords() {
    let kinds = IntakeDiagnostics.all + HygieneDiagnostics.all + PlanningDiagnostics.all
    let codes = Set(Fixture.all.map(\.code))
    #expect(Set(kinds.map(\.code)).count == kinds.count)
    for kind in kinds {
      #expect(codes.contains(kind.code), "\(kind.code) has no fixture")
      #expect(!kind.summary.cs.isEmpty && !kind.summary.en.isEmpty)
    }
  }

  @Test func messagesNameBothNumbersAndTheMend() throws {
    let findings = try Fixture(name: "V01").findings().findings
    let first = try #require(findings.first)
    #expect(first.message.cs.contains("310\u{A0}000\u{A0}Kč"))
    #expect(first.message.cs.contains("300\u{A0}000\u{A0}Kč"))
    #expect(first.message.cs.contains("rozdíl 10\u{A0}000\u{A0}Kč"))
    let misspelt = try Fixture(name: "Y03").findings().findings
    #expect(misspelt.first?.fix.cs == "Nemělo tu být „datum_textu“?")
    #expect(misspelt.last?.fix.cs == "Nemělo tu být „realizator“?")
    let bytes = try Fixture(name: "I07").findings().findings
    #expect(bytes.first?.message.cs.contains("0xE8") == true)
    #expect(bytes.first?.fix.cs.contains("CP1250") == true)
    let twice = try Fixture(name: "M04.dvakrat").findings().findings
    #expect(twice.map(\.message.cs) == ["Poznámka [^ab] má v souboru text dvakrát."])
    let fence = try Fixture(name: "M01.ohrada").findings().findings
    #expect(fence.first?.fix.cs.contains("```") == true)
    // What follows from a cause is not told beside it.
    let twin = try Fixture(name: "V05").findings().findings
    #expect(!twin.contains { $0.kind.code == "R03" })
    let formula = try Fixture(name: "C13").findings().findings
    #expect(!formula.contains { $0.kind.code == "C07" })
    let picture = try Fixture(name: "V16").findings().findings.filter {
      $0.message.cs.hasPrefix("Obrázek")
    }
    #expect(picture.allSatisfy { $0.fix.cs.hasPrefix("Pod obrázek") })
    #expect(fence.last?.fix.cs.contains("odsazení") == true)
  }
}
