import Core
import Style
import Testing

@testable import Typesetting

/// Ties that may give way, and those that may not.
@Suite struct TieTests {
  @Test(
    "Between a number and what it counts, a degree and a name, a tie is weak",
    arguments: ["5 mějte", "685 lidí", "15–24 let", "31. října", "Mgr. Nováková", "otázce 5"])
  func weak(_ text: String) { #expect(Self.isWeak(text)) }

  @Test(
    "Single letters, groups of digits, units, signs and dashes are tied for good",
    arguments: [
      "v Plzni", "a to", "1 000", "50 %", "§ 23", "s. 53", "8 km", "T. Garrigue", "plán –",
    ])
  func firm(_ text: String) { #expect(!Self.isWeak(text)) }

  private static func isWeak(_ text: String) -> Bool {
    let bytes = Array("slovo \(text.split(separator: " ").joined(separator: "\u{A0}")) slovo".utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      guard let tie = bytes.firstIndex(of: 0xC2) else { return false }
      return BreakRule.isWeakTie(bytes, tie..<tie + 2)
    }
  }

  @Test func aWeakTieGivesWayOnlyWhereTheLineWouldGape() throws {
    let text =
      "Poznámka pro tazatelky: na\u{A0}otázku\u{A0}5\u{A0}neodpovídejte nikomu z těch, kdo ji nekladli."
    func lines(_ penalty: Int32, mm: Int) throws -> [String] {
      var typesetter = Typesetter(fonts: try Setting.fonts(), hyphenation: .empty)
      var breaking = BreakParameters()
      breaking.tolerance = 10_000
      breaking.tiePenalty = penalty
      breaking.evenness = 400
      return Setting.lines(
        typesetter.typeset(
          Setting.paragraph(text), ParagraphSetting(lineWidth: .mm(mm), breaking: breaking)))
    }
    var given = 0
    for mm in stride(from: 45, through: 90, by: 3) {
      let held = try lines(10_000, mm: mm)
      let weak = try lines(600, mm: mm)
      #expect(!held.dropLast().contains { $0.hasSuffix("\u{A0}") })
      if weak.contains(where: { $0.hasSuffix("\u{A0}") }) { given += 1 }
    }
    #expect(given > 0)
  }

  /// A line that ends within an address is set as wide as it is.
  @Test(arguments: ["Viz", "Více na", "Podrobnosti najdete na adrese"])
  func fewWordsBeforeAnAddressDoNotGape(_ words: String) throws {
    let text =
      words
      + " https://www.velmi-dlouha-adresa-mikroregionu.example.cz/slozka/podslozka-s-pomlckami/"
      + "dokument_s_podtrzitky/index.html?parametr=hodnota&druhy=treti a dále také v knihovně."
    var typesetter = Typesetter(fonts: try Setting.fonts(), hyphenation: .empty)
    for mm in stride(from: 70, through: 160, by: 1) {
      var breaking = BreakParameters()
      breaking.tolerance = 1000
      breaking.emergencyStretch = .pt(12)
      let set = typesetter.typeset(
        Setting.paragraph(text), ParagraphSetting(lineWidth: .mm(mm), breaking: breaking))
      #expect(set.lines.allSatisfy { $0.overflow == .zero })
      for (line, shown) in zip(set.lines, Setting.lines(set)).dropLast() where !shown.hasSuffix(" ")
      {
        // No space is three times as wide as it was.
        #expect(line.ratio < 4 * 65_536, "\(mm): \(shown)")
      }
    }
  }

  /// Ragged lines that may end before a number do not end within a tie, though they are shorter.
  @Test func aWeakTieHoldsInRaggedText() throws {
    let text =
      "Anketa mezi obyvateli, na kterou odpovědělo 536\u{A0}lidí ze všech 23\u{A0}obcí; její otázky jsou v příloze."
    var typesetter = Typesetter(fonts: try Setting.fonts(), hyphenation: .empty)
    for mm in stride(from: 40, through: 120, by: 1) {
      var breaking = BreakParameters()
      breaking.pretolerance = 100
      breaking.tolerance = 1000
      breaking.tiePenalty = 2000
      let set = Setting.lines(
        typesetter.typeset(
          Setting.paragraph(text),
          ParagraphSetting(lineWidth: .mm(mm), alignment: .left, breaking: breaking)))
      #expect(!set.dropLast().contains { $0.hasSuffix("\u{A0}") }, "\(mm): \(set)")
    }
  }

  @Test func noLineOfAHeadingEndsWithASmallWord() throws {
    let text = "Služby pro seniory a osoby se zdravotním postižením, které žijí samy na venkově"
    for mm in stride(from: 50, through: 120, by: 2) {
      var typesetter = Typesetter(fonts: try Setting.fonts(), hyphenation: .empty)
      var breaking = BreakParameters()
      breaking.balances = true
      breaking.emergencyStretch = .pt(60)
      let set = typesetter.typeset(
        Setting.paragraph(text),
        ParagraphSetting(
          lineWidth: .mm(mm), alignment: .left, hyphenate: false, breaking: breaking))
      for line in Setting.lines(set).dropLast() {
        let last = line.split(separator: " ").last.map(String.init) ?? ""
        #expect(!["pro", "a", "se", "které", "na"].contains(last), "\(mm) mm: \(line)")
      }
    }
  }
}
