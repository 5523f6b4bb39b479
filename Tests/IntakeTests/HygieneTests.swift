import Core
import SazbaTesting
import Testing

@testable import Intake

@Suite struct HygieneTests {
  private func found(_ text: String, in name: String = "a.md") -> [Blemish] {
    TextFile(name, Array(text.utf8))?.blemishes(accepted: []) ?? []
  }

  private func kinds(_ text: String, in name: String = "a.md") -> [Blemish.Kind] {
    found(text, in: name).map(\.kind)
  }

  @Test func theWordAndItsCodePointsAreNamed() throws {
    let marked = MarkedSource("Pomoc 1️⃣uživat\u{435}\u{43B}ů2️⃣ z obcí.")
    let blemish = try #require(found(marked.text).first)
    #expect(blemish.at == Int(marked.marks[1] ?? 0)..<Int(marked.marks[2] ?? 0))
    let finding = blemish.diagnostic(in: FileID(0))
    #expect(finding.kind.code == "V18" && finding.isError)
    #expect(finding.message.cs.contains("„uživat\u{435}\u{43B}ů“"))
    #expect(finding.message.cs.contains("U+0435") && finding.message.cs.contains("U+043B"))
    #expect(finding.fix.cs.contains("„uživatelů“"))
  }

  /// The defects of leaflets and web pages that were collected for us, in sentences of our own.
  @Test(arguments: [
    ("Zveme pou\u{17E}ivat\u{435}\u{43B}e.", Blemish.Kind.homoglyph),
    ("Podklad krajského plánu.Při práci pomůže obec.", .glued),
    ("Logo KPSSProjekt visí u vchodu.", .glued),
    ("Plán na léta 2008 – 2011 je hotov.", .dashes),
    ("Plán na léta 2008– 2011 je hotov.", .dashes),
    ("Plán na léta 2015 - 2017 je hotov.", .dashes),
    ("Projednání plánu- pozvánka", .dashes),
    ("Zadavatelé - ti, kdo platí.", .dashes),
    ("- ✓ Katalog", .bullet),
    ("Zástupci **uživatelů.", .markup),
  ]) func defectsOfTheField(_ text: String, _ kind: Blemish.Kind) {
    #expect(kinds(text) == [kind])
  }

  @Test(arguments: [
    "**Zástupci** uživatelů a ***obcí***.",
    "Viz www.obec.cz/plan, info@obec.cz, https://obec.cz/Plan.Priloha?a=B,c a plan_final.pdf.",
    "Obec s.r.o., Ing. Jana Nová, Ph.D., PhDr. Petr Malý, DiS., MUDr. i JUDr.",
    "Cena 1,5 mil. Kč, poměr 1 : 50 000, v 15.30, kapitola 1.2, §\u{A0}37, 50\u{A0}%.",
    "Dvou- a třílůžkové pokoje, člen(ka), pracovník/ce, Frýdek-Místek, chcete-li.",
    "V letech 2015–2017 a 21. 3. 1995 – 4. 5. 1996, za 100 000 – 150 000 Kč.",
    "Řekla: „Přijďte ‚hned‘ dnes…“ – a odešla.",
    "Obyvatel: ............ Podpis: ____________",
    "[Українська \"мова\" -- ще]{lang=uk} a [Mr. \"X\"]{lang=en}, úhel α, Δ a µm.",
    "Doslova [a -- b \"c\"]{verbatim} a `x -- \"y\"`.",
    "[web \\*](https://obec.cz/a--b \"titulek\")[^a], <https://obec.cz/a--b>, pevná&nbsp;mezera.",
    "<!-- poznámka -- \"pro sebe\" ✓ 😀 -->",
    "| a   | b  |\n|:--|--:|\n| c   | d |",
    "| a | << |\n|:--|--:|\n| - jedna<br>- dvě | ^^ |\n| první<br />druhá | 5 |",
    "Jméno Bjørn, café crème, naïve, MPSVem a DPSky.",
    "1. první\n2. druhé\n\n* * *",
    "Text\u{A0}– vsuvka, a tak dále… Otázka? Ano! Konec.",
  ]) func whatIsRightIsLeftAlone(_ text: String) {
    #expect(found(text) == [])
  }

  /// The advice names the language of the script, not always the same.
  @Test(arguments: [
    ("допомога", "{lang=uk}"), ("объявление", "{lang=ru}"), ("مساعدة", "{lang=ar}"),
    ("帮助", "{lang=zh}"), ("βοήθεια", "{lang=el}"), ("እርዳታ", "{lang=…}"),
  ])
  func foreignScriptsGetTheirOwnLanguage(_ word: String, _ mark: String) throws {
    let blemish = try #require(found("Leták \(word) je hotov.").first)
    let finding = blemish.diagnostic(in: FileID(0))
    #expect(finding.kind.code == "V18-13" && finding.fix.cs.contains(mark), "\(finding.fix.cs)")
  }

  /// Each paragraph of a cell is a passage: nothing is said across `<br>`.
  @Test func paragraphsOfCellsAreSearched() {
    #expect(kinds("| a |\n|--|\n| - dvě -- tři<br>- \"x\" |") == [.dashes, .quotes, .quotes])
  }

  @Test func valuesOfYAMLAreSearchedAndNotationIsNot() {
    let text = """
      # poznámka -- "s uvozovkami" ✓
      nazev: "Plán \\"doma\\""   # další -- poznámka
      cil: >
        První řádek,
        druhý  řádek.
      seznam: [jedna, "dvě -- tři"]
      jiny: 'čtyři... pět'
      """
    let found = found(text, in: "plan.yaml")
    #expect(found.map(\.kind) == [.quotes, .quotes, .spaces, .dashes, .dashes])
    let bytes = Array(text.utf8)
    #expect(
      found.map { String(decoding: bytes[$0.at], as: UTF8.self) }
        == ["\\\"", "\\\"", "  ", "--", "..."])
  }

  @Test func fieldsOfTablesAreSearchedAndTheirQuotesAreNot() {
    let text = "a--b;c\n\"jedna; \"\"dvě\"\"\";tři -- čtyři\n"
    let found = found(text, in: "t.csv")
    #expect(found.map(\.kind) == [.quotes, .quotes, .dashes])
    #expect(found.map(\.mend) == ["„", "“", "–"])
  }

  @Test func escapesOfYAMLAreSeenAsTheirCharacters() {
    #expect(kinds("a: \"slo\\u00ADvo\\_\\_dál\"", in: "a.yaml") == [.invisible, .spaces])
  }

  @Test func encodingsAreReadBack() {
    let cases = [
      ("pøíspìvek", "příspěvek"), ("slu¾ba kní¾ka", "knížka"),
      ("p\u{C5}\u{2122}\u{C3}\u{AD}spěvek", "příspěvek"),
      ("pĹ™Ă­spÄ›vek", "příspěvek"), ("â€žPlĂˇnâ€ś", "„Plán“"), ("jeÅ¡tÄ›", "ještě"),
      ("ÄŒeskĂˇ", "Česká"),
    ]
    for (broken, whole) in cases {
      let mends = found(broken).filter { $0.kind == .mojibake }.map(\.mend)
      #expect(mends.last == whole, "\(broken)")
    }
  }

  @Test(arguments: ["»tak«", "«tak»", "Řekl: »dobře«."])
  func guillemetsAroundAWordAreNoLetters(_ text: String) {
    #expect(!found(text).contains { $0.kind == .mojibake })
  }

  @Test func onlyOneReadingIsCertain() {
    // „р“ may be p by its look and r by its sound.
    let word = "\u{440}lán"
    #expect(found(word).map(\.mend) == [nil])
    let known = TextFile("a.md", Array(word.utf8))?
      .blemishes(accepted: [], knows: { $0 == "plán" })
    #expect(known?.map(\.mend) == ["plán"])
    let both = TextFile("a.md", Array(word.utf8))?.blemishes(accepted: [], knows: { _ in true })
    #expect(both?.map(\.mend) == [nil])
  }

  /// Rules of Czech are for Czech; a Cyrillic letter in a Latin word is wrong in any Latin language.
  @Test(arguments: [
    ("Der \"Plan\" - das heißt ...", "de"), ("The \"plan\" 2025 - 2027 -- well...", "en"),
    ("Le plan : « bon » !", "fr"), ("Обновлення плану, а саме: і так далі", "uk"),
  ])
  func otherLanguagesKeepTheirOwnRules(text: String, tag: String) {
    let file = TextFile("a.md", Array(text.utf8))
    #expect(file?.blemishes(accepted: []).isEmpty == false)
    #expect(file?.blemishes(accepted: [], language: Language(tag)) == [])
    let mixed = TextFile("a.md", Array("The pl\u{430}n".utf8))
    let found = mixed?.blemishes(accepted: [], language: Language(tag)).map(\.kind)
    #expect(found == (tag == "uk" ? [] : [.homoglyph]))
  }

  @Test func acceptedWordsAreNotGlued() {
    let file = TextFile("a.md", Array("Kurz OpenStreetMapy.".utf8))
    #expect(file?.blemishes(accepted: []).map(\.kind) == [.glued])
    #expect(file?.blemishes(accepted: ["OpenStreetMapy"]) == [])
  }

  /// Time grows with the text, not with what is wrong in it.
  @Test func hostileTextIsSearched() {
    for unit in [
      "a\u{301}", "\u{AD}", "\"", "**a ", "[", "Ã", "ø", "а", " ", "--", "(a b", "😀\u{200D}",
    ] {
      let text = String(repeating: unit, count: 20_000)
      #expect(found(text).count <= 60_000)
      #expect(found("a: >\n  " + text, in: "a.yaml").count <= 60_000)
    }
  }
}
