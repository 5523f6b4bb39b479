import Core
import SazbaTesting
import Style
import Testing

/// What mistakes say, word for word, where the wording carries the cure.
@Suite struct Wording {
  private func said(_ old: String, _ new: String) throws -> [String] {
    let text = minimalDesign.components(of: old).joined(separator: new)
    let result = try findings("Designs", "maly", Array(text.utf8)) {
      folders, sources throws(Rejected) in
      _ = try readDesign(named: "maly", in: folders, sources: &sources)
    }
    return result.found.flatMap {
      [console($0, result.sources), $0.fix.en, $0.message.cs, $0.fix.cs]
    }
  }

  @Test func misspeltKeys() throws {
    #expect(
      try said("    size: 16 pt", "    sise: 16 pt") == [
        "maly.yaml:32:5: S03 The key “sise” means nothing here.", "Did you mean “size”?",
        "Klíč „sise“ tu nic neznamená.", "Mělo tu být „size“?",
      ])
    #expect(
      try said("    size: 16 pt", "    keep_with_next: yes")[1] == "Did you mean “keep-with-next”?")
    #expect(
      try said("    size: 16 pt", "    hypenhate: yes")[1] == "Did you mean “hyphenate”?")
  }

  @Test func lengths() throws {
    #expect(
      try said("    size: 16 pt", "    size: 16,5 pt") == [
        "maly.yaml:32:11: S06 “16,5 pt” of “size” is no length.",
        "Write a number with a decimal point, a space and pt, mm or lines: 10.3 pt.",
        "„16,5 pt“ u „size“ není délka.",
        "Pište číslo s desetinnou tečkou, mezeru a jednotku pt, mm nebo lines: 10.3 pt.",
      ])
  }

  @Test func styleKeys() throws {
    #expect(
      try said("sets: [emphasis]", "sets: [emphasis, caption]") == [
        "maly.yaml:46:32: S13 The key “caption” does not belong in “characters”.",
        "Set it in “paragraphs”.", "Klíč „caption“ nepatří do oddílu „characters“.",
        "Nastavte ho v oddílu „paragraphs“.",
      ])
    #expect(
      try said("heading.4]", "heading.4, grup.card/headng.5.x]")[1]
        == "Did you mean “group.card/heading.5.x”?")
  }

  @Test func repeatedKeysNameTheFirst() throws {
    #expect(
      try said("  size: A5", "  size: A5\n  size: A4")[0]
        == "maly.yaml:4:3: S02 The key “size” is here already, on line 3.")
  }

  @Test func contrastGivesItsRatio() throws {
    #expect(
      try said("    size: 8 pt", "    size: 8 pt\n    colour: pale")[2]
        == "Text stylu „small“ (#DDDDDD na #FFFFFF) má kontrast 1,3 : 1; čitelný je od 4,5 : 1.")
  }

  @Test func rings() throws {
    #expect(
      try said("    based: small", "    based: smaller")[0]
        == "maly.yaml:43:12: S12 Styles inherit in a ring: smaller → smaller.")
  }

  @Test func unquotedHashIsNoColour() throws {
    #expect(
      try said("\"#1A2B3C\"", "'1A2B3C'")[1]
        == "Write six hexadecimal digits in quotes: \"#0F5A66\".")
  }
}
