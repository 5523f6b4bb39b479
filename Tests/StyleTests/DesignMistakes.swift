import Core
import SazbaTesting
import Style
import Testing

/// Every kind of finding in a design has a fixture here that triggers it, at its exact place.
@Suite struct DesignMistakes {
  @Test func rightDesignHasNone() throws { try expectDesign([], []) }

  @Test func brokenYAML() throws {
    try expectDesign([("    font: serif", "    font: serif\n    1️⃣- serif")], ["S01@1"])
    try expectDesign([("  size: A5", "1️⃣\tsize: A5")], ["S01@1"])
  }

  @Test func repeatedKeysAreAllFound() throws {
    try expectDesign(
      [
        ("  size: A5", "  size: A5\n  1️⃣size: A4"),
        ("  outer: 18 mm", "  2️⃣inner: 20 mm\n  outer: 18 mm"),
        ("    font: serif\n", "    font: serif\n    3️⃣font: serif\n    4️⃣font: serif\n"),
        ("    size: 16 pt", "    5️⃣sise: 16 pt"),
      ], ["S02@1", "S02@2", "S02@3", "S02@4", "S03@5"])
  }

  @Test func unknownKeys() throws {
    try expectDesign([("  baseline: 12 pt", "  baseline: 12 pt\n  1️⃣bledd: 3 mm")], ["S03@1"])
    try expectDesign([("name: Malý", "name: Malý\n1️⃣paragraf: x")], ["S03@1"])
  }

  @Test func missingKeys() throws {
    // The heirs that have no size of their own lack it too; here only the body does.
    try expectDesign(
      [("    size: 10.3 pt\n", ""), ("  body:\n    sets", "  1️⃣body:\n    sets")], ["S04@1"])
    try expectDesign([("  baseline: 12 pt\n", ""), ("  size: A5", "  1️⃣size: A5")], ["S04@1"])
  }

  @Test func blacksOfSeveralInksAreMeant() throws {
    try expectDesign(
      [("press: C10 K90, rich: yes }", "press: 1️⃣C10 K90 }")], ["S29@1"])
    try expectDesign([("press: C10 K90, rich: yes }", "press: K100 }")], [])
    try expectDesign([("press: C10 K90, rich: yes }", "press: C95 M50 Y48 K44 }")], [])
  }

  @Test func spotColours() throws {
    let spots = "name: Malý\nspots:\n  modra: { name: PANTONE 300 C, press: C100 M56 K3 }\n"
    func palette(_ value: String) -> (String, String) {
      ("press: C10 K90, rich: yes }", value + " }")
    }
    try expectDesign([("name: Malý", spots), palette("spot: modra")], [])
    try expectDesign([("name: Malý", spots), palette("spot: modra 40 %")], [])
    try expectDesign([("name: Malý", spots), palette("spot: 1️⃣zelena")], ["S09@1"])
    try expectDesign([("name: Malý", spots), palette("spot: 1️⃣modra 140 %")], ["S05@1"])
    try expectDesign([("name: Malý", spots), palette("spot: 1️⃣modra světlá")], ["S05@1"])
    try expectDesign([("name: Malý", spots), palette("spot: modra, press: 1️⃣K20")], ["S05@1"])
    try expectDesign(
      [("name: Malý", "name: Malý\nspots:\n  m: { name: 1️⃣Cyan, press: C100 }")], ["S05@1"])
    try expectDesign(
      [("name: Malý", "name: Malý\nspots:\n  m: 1️⃣{ name: HKS 13 }")], ["S04@1"])
  }

  /// Small letters are of two inks at most.
  @Test func fineInks() throws {
    func palette(_ value: String) -> (String, String) { ("press: K12 }", "press: K12, \(value) }") }
    try expectDesign([palette("fine: C90 K58")], [])
    try expectDesign([palette("fine: 1️⃣C90 Y20 K58")], ["S05@1"])
    try expectDesign([palette("fine: 1️⃣modrá")], ["S08@1"])
  }

  @Test func pageBreaking() throws {
    let costs = "name: Malý\npage-breaking:\n  "
    try expectDesign(
      [("name: Malý", costs + "lone-row: 0\n  facing: 10000\n  demerits: 1")], [])
    try expectDesign([("name: Malý", costs + "1️⃣lonerow: 5")], ["S03@1"])
    try expectDesign([("name: Malý", costs + "row: 1️⃣10001")], ["S16@1"])
    try expectDesign([("name: Malý", costs + "row: 1️⃣-1")], ["S16@1"])
    try expectDesign([("name: Malý", costs + "white: 1️⃣mnoho")], ["S16@1"])
    try expectDesign([("name: Malý", costs + "demerits: 1️⃣0")], ["S16@1"])
    try expectDesign([("name: Malý", costs + "looseness: 1️⃣9")], ["S16@1"])
    try expectDesign([("name: Malý", "name: Malý\npage-breaking: 1️⃣[row, 60]")], ["S05@1"])
    try expectDesign([("  baseline: 12 pt", "  baseline: 12 pt\n  flush: 1️⃣yes")], ["S06@1"])
  }

  @Test func weightsAreRead() throws {
    let book = try design(
      minimalDesign + "\npage-breaking: { lone-row: 7, white: 50 }\n")
    #expect(book.pageBreaking[.loneRow] == 7 && book.pageBreaking[.white] == 50)
    #expect(book.pageBreaking[.row] == PageBreakCosts.house[.row])
    #expect(book.dump().contains("page-breaking white 50 lone-row 7"))
  }

  @Test func wrongTypes() throws {
    try expectDesign([("name: Malý", "name: 1️⃣[Malý]")], ["S05@1"])
    try expectDesign(
      [("  plain: { sets: [document] }", "  plain: { sets: 1️⃣{ a: b } }")], ["S15@48:3", "S05@1"])
    try expectDesign([("  ink: {", "  1️⃣[a, b]: x\n  ink: {")], ["S05@1"])
  }

  @Test(arguments: [
    "8", "8pt", "8 px", "8,5 pt", "osm pt", "-8 pt", "8 pt pt", "123456 mm", "0 pt",
  ])
  func wrongLengths(_ length: String) throws {
    try expectDesign([("    size: 8 pt", "    size: 1️⃣\(length)")], ["S06@1"])
  }

  @Test func unknownChoices() throws {
    try expectDesign([("    start: recto", "    start: 1️⃣rekto")], ["S07@1"])
    try expectDesign([("    italic: yes\n    size: 8", "    italic: 1️⃣ano\n    size: 8")], ["S07@1"])
    try expectDesign([("  size: A5", "  size: 1️⃣A9")], ["S07@1"])
    try expectDesign([("    start: recto", "    start: recto\n    notes: 1️⃣foot")], ["S07@1"])
    try expectDesign([("    size: 8 pt", "    size: 8 pt\n    span: 1️⃣both")], ["S07@1"])
    // A page without margin column has nothing to place there.
    try expectDesign([("    size: 8 pt", "    size: 8 pt\n    placement: 1️⃣margin")], ["S07@1"])
    try expectDesign([("    size: 8 pt", "    size: 8 pt\n    label: 1️⃣margin")], ["S07@1"])
  }

  @Test(arguments: ["#1A2B3", "1A2B3C4", "#1A2B3G", "#+A2B3C", ""])
  func wrongScreenColours(_ colour: String) throws {
    try expectDesign([("\"#1A2B3C\"", "1️⃣\"\(colour)\"")], ["S08@1"])
  }

  @Test(arguments: ["C10 C20", "K101", "R10", "C 10", "10"])
  func wrongPressColours(_ colour: String) throws {
    try expectDesign([("C10 K90", "1️⃣\(colour)")], ["S08@1"])
  }

  @Test func unknownNames() throws {
    try expectDesign([("    colour: ink", "    colour: 1️⃣inc")], ["S09@1"])
    try expectDesign([("    font: serif", "    font: 1️⃣serrif")], ["S10@1"])
    try expectDesign([("    size: 16 pt", "    size: 16 pt\n    weight: 1️⃣600")], ["S10@1"])
    try expectDesign([("fallback: [signs]", "fallback: [1️⃣singns]")], ["S10@1"])
    try expectDesign([("    based: small", "    based: 1️⃣smal")], ["S11@1"])
    try expectDesign([("    opening: opening", "    opening: 1️⃣openning")], ["S11@1"])
    try expectDesign([("style: small", "style: 1️⃣smal")], ["S11@1"])
  }

  @Test func ringsOfStyles() throws {
    try expectDesign(
      [("    sets: [paragraph, label]", "    sets: [paragraph, label]\n    based: 1️⃣smaller")],
      ["S12@1"])
    try expectDesign([("    based: small", "    based: 1️⃣smaller")], ["S12@1"])
  }

  @Test func wrongStyleKeys() throws {
    try expectDesign([("sets: [emphasis]", "sets: [emphasis, 1️⃣emfasis]")], ["S13@1"])
    try expectDesign([("sets: [emphasis]", "sets: [emphasis, 1️⃣paragraph]")], ["S13@1"])
    try expectDesign([("sets: [emphasis]", "sets: [emphasis, 1️⃣grup.card/strong]")], ["S13@1"])
    try expectDesign([("sets: [emphasis]", "sets: [emphasis, 1️⃣a/b/strong]")], ["S13@1"])
    try expectDesign([("sets: [emphasis]", "sets: [emphasis, 1️⃣strong.]")], ["S13@1"])
  }

  @Test func contestedStyleKeys() throws {
    try expectDesign([("heading.4]", "heading.4, 1️⃣label]")], ["S14@1"])
  }

  @Test func unsetStyleKeys() throws {
    try expectDesign(
      [("sets: [caption, contentsEntry.1]", "sets: [1️⃣captoin]")], ["S15@22:3", "S15@22:3", "S13@1"])
  }

  @Test func wrongNumbers() throws {
    try expectDesign([("    size: 8 pt", "    size: 8 pt\n    widows: 1️⃣two")], ["S16@1"])
    try expectDesign([("scale: 62.5 %", "scale: 1️⃣62.5")], ["S16@1"])
    try expectDesign([("tolerance: 900", "tolerance: 1️⃣0")], ["S16@1"])
  }

  @Test func unknownFeatures() throws {
    try expectDesign([("-liga", "1️⃣-lgia")], ["S17@1"])
  }

  @Test func pagesThatDoNotAddUp() throws {
    try expectDesign(
      [("  text: 110 mm", "  text: 111 mm"), ("  size: A5", "  1️⃣size: A5")], ["S19@1"])
    try expectDesign([("  top: 20 mm", "  top: 190 mm"), ("  size: A5", "  1️⃣size: A5")], ["S19@1"])
  }

  /// Sentences need no declension, and numbers are written as the language does.
  @Test func findingsAreGoodCzech() throws {
    let sum = try found([("  text: 110 mm", "  text: 111 mm")])
    #expect(sum.map(\.message.cs).contains { $0.contains(",") && $0.hasSuffix("\u{A0}pt.") })
    #expect(sum.map(\.message.en).contains { $0.contains(".") && $0.hasSuffix("\u{A0}pt.") })
    let shape = try found([("name: Malý", "name: [Malý]")])
    #expect(shape.first?.message.cs == "Hodnota u „name“ má jiný tvar, než tu smí mít.")
    #expect(shape.first?.fix.cs == "Patří sem slovo nebo věta.")
  }

  private func found(_ changes: [(String, String)]) throws -> [Diagnostic] {
    var text = minimalDesign
    for (old, new) in changes { text = text.replacing(old, with: new) }
    return try findings("Designs", "maly", MarkedSource(text).bytes) {
      folders, sources throws(Rejected) in
      _ = try readDesign(named: "maly", in: folders, sources: &sources)
    }.found
  }

  @Test func lowContrast() throws {
    try expectDesign([("    size: 8 pt", "    size: 8 pt\n    colour: 1️⃣pale")], ["S20@1"])
    try expectDesign(
      [
        ("    size: 16 pt", "    size: 16 pt\n    on: ink"),
        ("    colour: ink", "    colour: 1️⃣ink"),
      ], ["S20@1"])
    try expectDesign(
      [("    size: 16 pt", "    size: 16 pt\n    label-text: { colour: 1️⃣pale }")], ["S20@1"])
  }

  @Test func otherEncodings() throws {
    var bytes = Array("name: Mal".utf8)
    bytes += [0xFD, 0x0A]
    let result = try findings("Designs", "maly", bytes) { folders, sources throws(Rejected) in
      _ = try readDesign(named: "maly", in: folders, sources: &sources)
    }
    expectFindings(
      result.found, in: MarkedSource("name: Mal1️⃣"), path: result.path, sources: result.sources,
      ["S21@1"])
  }

  @Test func enormousFiles() throws {
    // Nine aliases of nine aliases…: a few lines that mean a thousand million values.
    var bomb = "a0: &a0 [x]\n"
    for level in 1...9 {
      let inner = [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(inner)]\n"
    }
    for bytes in [Array(bomb.utf8), [UInt8](repeating: 0x20, count: 1_000_001)] {
      let result = try findings("Designs", "maly", bytes) { folders, sources throws(Rejected) in
        _ = try readDesign(named: "maly", in: folders, sources: &sources)
      }
      #expect(result.found.contains { $0.kind == StyleDiagnostics.tooMuch })
    }
  }

  @Test(arguments: ["[", "{a: ", "a: &x\n", "- ", "? ", "\u{0}", "%", "\u{2028}a: b"])
  func hostileFilesAreRefused(_ piece: String) throws {
    let bytes = Array(String(repeating: piece, count: 2_000).utf8)
    let result = try findings("Designs", "maly", bytes) { folders, sources throws(Rejected) in
      _ = try readDesign(named: "maly", in: folders, sources: &sources)
    }
    #expect(!result.found.isEmpty)
  }

  @Test func emptyLists() throws {
    try expectDesign(
      [
        ("fallback: [signs]", "fallback: []"),
        ("    signs:\n      - { weight: 400, file: Signs/Signs.ttf }\n", "    signs: 1️⃣[]\n"),
      ], ["S24@1"])
    let result = try findings("Designs", "maly", []) { folders, sources throws(Rejected) in
      _ = try readDesign(named: "maly", in: folders, sources: &sources)
    }
    #expect(result.found.map(\.kind) == [StyleDiagnostics.emptyList])
  }

  @Test func everythingInOneRun() throws {
    try expectDesign(
      [
        ("  size: A5", "  size: 1️⃣A9"), ("\"#1A2B3C\"", "2️⃣\"1A2B3C\""),
        ("    size: 16 pt", "    3️⃣sise: 16 pt"), ("    size: 8 pt", "    size: 4️⃣8 px"),
        ("    start: recto", "    start: 5️⃣versa"), ("shows: folio", "shows: 6️⃣folia"),
      ], ["S07@1", "S08@2", "S03@3", "S06@4", "S07@5", "S07@6"])
  }
}
