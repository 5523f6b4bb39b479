import Core
import Testing

/// What findings quote is cut by one rule.
@Suite struct QuotedWordsTests {
  private static let kind = DiagnosticKind("X99", .error, .model, cs: "Zkouška.", en: "A test.")

  private func message(_ cs: String, _ en: String) -> Phrase {
    Diagnostic(Self.kind, at: nil, Phrase(cs: cs, en: en), fix: Phrase(cs: "a", en: "a")).message
  }

  @Test func longNamesAreCutAtTheEndOfAWord() {
    let name = Array(repeating: "Společnost", count: 70).joined(separator: " ")
    let told = message("Název „\(name)“ se nevejde.", "The name “\(name)” has no room.")
    let start = "Společnost Společnost Společnost Společnost Společnost Společnost Společnost…"
    #expect(told.cs == "Název „\(start)“ se nevejde.")
    #expect(told.en == "The name “\(start)” has no room.")
    // One word without an end.
    let word = String(repeating: "á", count: 700)
    #expect(message("„\(word)“", "“\(word)”").cs == "„\(String(repeating: "á", count: 80))…“")
  }

  @Test func whatIsShortStays() {
    let cs = "Služba „Domov ‚U Lípy‘ a „Klub““ i „\(String(repeating: "x", count: 100))“ má „a“."
    let en = "Service “Domov „U Lípy“” and “\(String(repeating: "x", count: 100))” have „a“."
    #expect(message(cs, en) == Phrase(cs: cs, en: en))
    let open = "Nic tu nekončí: „" + String(repeating: "x ", count: 90)
    #expect(message(open, open).cs == open)
  }

  /// A quotation within a long one goes with it.
  @Test func quotationsWithinAreTheOuterOnes() {
    let name = "Sdružení „Naše dětství“ " + String(repeating: "a přátel ", count: 20)
    let told = message("Název „\(name)“ chybí.", "The name “\(name)” is missing.")
    #expect(told.cs.hasPrefix("Název „Sdružení „Naše dětství“ a přátel"))
    #expect(told.cs.hasSuffix("…“ chybí.") && told.cs.unicodeScalars.count < 110)
    #expect(
      told.en.hasPrefix("The name “Sdružení „Naše dětství“ a")
        && told.en.hasSuffix("…” is missing."))
  }
}
