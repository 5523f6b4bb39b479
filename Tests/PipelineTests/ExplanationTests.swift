import Core
import Foundation
import Intake
import Orthography
import Pipeline
import SazbaTesting
import Style
import Testing

@Suite struct ExplanationTests {
  /// Every code has a page in both languages with an example and a mend; no page is left over.
  @Test func everyKindIsExplained() throws {
    var sources = SourceTable()
    let list = try readExplanations(Repository.path("Data/Explanations"), sources: &sources)
      .findings
    let codes = list.map(\.code)
    #expect(Set(codes).count == codes.count)
    let kinds = DiagnosticCatalogue.all
    for kind in kinds {
      #expect(codes.contains(kind.code), "\(kind.code) has no explanation")
      #expect(!kind.summary.cs.isEmpty && kind.summary.cs != kind.summary.en, "\(kind.code)")
    }
    for rule in TypographicRule.allCases {
      #expect(codes.contains(rule.rawValue), "\(rule.rawValue) has no explanation")
    }
    for page in list {
      #expect(
        kinds.contains { $0.code == page.code } || TypographicRule(rawValue: page.code) != nil,
        "\(page.code) is no code")
      for words in [page.reason, page.fix] {
        #expect(words.cs.hasSuffix(".") && words.en.hasSuffix("."), "\(page.code)")
        #expect(words.cs != words.en, "\(page.code)")
      }
      #expect(!page.wrong.isEmpty && !page.right.isEmpty, "\(page.code)")
      // What the data cannot cause has no example.
      let isOurs = page.wrong.hasPrefix("(nelze")
      #expect(page.wrong != page.right || isOurs, "\(page.code)")
    }
  }

  /// Every key that the reader of designs takes is explained in both languages; nothing is left over.
  @Test func everyKeyOfDesignsIsExplained() throws {
    var sources = SourceTable()
    let list = try readExplanations(Repository.path("Data/Explanations"), sources: &sources).ofKeys
    let keys = list.map(\.key)
    #expect(Set(keys).count == keys.count)
    for key in DesignKeys.all { #expect(keys.contains(key), "\(key) has no explanation") }
    for page in list {
      #expect(DesignKeys.all.contains(page.key), "\(page.key) is no key")
      #expect(page.meaning.cs.hasSuffix(".") && page.meaning.en.hasSuffix("."), "\(page.key)")
      #expect(page.meaning.cs != page.meaning.en, "\(page.key)")
    }
    let home = try #require(Home.find(named: Repository.path("")))
    for word in ["float", "page-breaking.white-line", "trouble", "flush", "tables"] {
      for tongue in Tongue.allCases {
        let answer = explain(word, home: home, tongue: tongue)
        #expect(answer.text?.contains(word) == true)
      }
    }
    #expect(explain("flush", home: home, tongue: .cs).text?.contains("page.flush\n") == true)
    #expect(
      explain("repeat-fot", home: home, tongue: .cs).usage?.cs.contains("repeat-foot") == true)
  }

  /// Every code is named by a test or has a fixture of its own.
  @Test func everyKindIsTriggered() throws {
    let root = Repository.path("Tests")
    var words: Set<Substring> = []
    for case let name as String in FileManager.default.enumerator(atPath: root) ?? .init() {
      let isFixture = name.hasPrefix("IntakeTests/Fixtures/")
      if isFixture { words.insert(name.split(separator: "/")[2].prefix { $0 != "." }) }
      guard name.hasSuffix(".swift") || name.hasSuffix("ocekavano.txt") else { continue }
      let text = try String(contentsOfFile: root + "/" + name, encoding: .utf8)
      words.formUnion(text.split { !$0.isLetter && !$0.isNumber && $0 != "-" })
    }
    for kind in DiagnosticCatalogue.all where kind.stage == .intake || kind.stage == .model {
      // Layouts, fonts and the program's own files are tested by the names of their kinds.
      guard !"SFO".contains(kind.code.prefix(1)) else { continue }
      #expect(words.contains(Substring(kind.code)), "no test triggers \(kind.code)")
    }
  }

  @Test func pagesFitATerminal() throws {
    let home = try #require(Home.find(named: Repository.path("")))
    let codes = DiagnosticCatalogue.all.map(\.code) + TypographicRule.allCases.map(\.rawValue)
    for code in codes {
      for tongue in Tongue.allCases {
        let text = try #require(explain(code, home: home, tongue: tongue).text)
        #expect(text.hasPrefix(code + " · "))
        let lines: [Substring] = text.split(separator: "\n")
        #expect(lines.dropFirst(2).allSatisfy { $0.count <= 104 }, "\(text)")
      }
    }
  }
}
