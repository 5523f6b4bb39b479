import Core
import Foundation
import SazbaTesting
import Spelling
import Testing

@Suite struct WordListTests {
  /// A word list of our own: three words, one with an ending by rule.
  private func withList(
    encoding: String = "UTF-8", _ body: (String) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      try folder.write(
        "SET \(encoding)\nTRY aeiouyklmnprst\nSFX A Y 1\nSFX A 0 em .\n", to: "cs_CZ.aff")
      try folder.write("3\nkatalog/A\nplán/A\nslužba\n", to: "cs_CZ.dic")
      try body(folder.path)
    }
  }

  @Test func knowsWordsAndTheirForms() throws {
    try withList { folder in
      let list = try #require(WordList.installed(for: Language("cs"), in: ["/neni", folder]))
      #expect(list.path == folder + "/cs_CZ.dic")
      #expect(list.knows("plán") && list.knows("katalogem") && list.knows("Plán"))
      #expect(!list.knows("katolog") && !list.knows("službaem"))
      #expect(list.suggestions(for: "katolog") == ["katalog"])
      #expect(!list.knows(String(repeating: "plán", count: 1_000)))
    }
  }

  @Test func nothingInstalledIsNothing() throws {
    #expect(WordList.installed(for: Language("cs"), in: ["/neni"]) == nil)
    #expect(WordList.installed(for: Language("xx")) == nil)
    try withList(encoding: "ISO8859-2") { folder in
      #expect(WordList.installed(for: Language("cs"), in: [folder]) == nil)
    }
  }
}
