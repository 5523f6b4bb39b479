import Core
import Manuscript
import Testing

@testable import Orthography

extension RuleTable {
  /// The rules that put other signs in the place of those typed.
  static let rewriting = [
    RuleTable(
      rule: .degreeAfterName,
      examples: [
        "Jan Novák Ph.D. → Jan Novák, Ph.D.", "Jana Malá DiS. → Jana Malá, DiS.",
        "Ing. Novák CSc. → Ing.~Novák, CSc.", "(Petr Nový DrSc.) → (Petr Nový, DrSc.)",
        "Jana Malá Ph.D., řekla → Jana Malá, Ph.D., řekla",
        "Bc. Jana Malá Ph.D. řekla → Bc.~Jana~Malá, Ph.D., řekla",
        "Jana Malá, Ph.D. řekla → Jana Malá, Ph.D., řekla",
        "Jana Malá Ph.D. řekla. → Jana Malá, Ph.D., řekla.",
        "Ing. Jan Novák MBA → Ing.~Jan~Novák, MBA",
        "Mgr. Eva Malá MPA vede → Mgr.~Eva~Malá, MPA, vede",
      ],
      counters: [
        "Jan Novák, Ph.D. Řekl", "Jan Novák, Ph.D. et", "Jan Novák, Ph.D.", "studium Ph.D.",
        "Titul DiS.", "titul CSc. má", "Program Executive MBA", "Ing. Novák studuje MBA",
      ]),
    RuleTable(
      rule: .decimalComma,
      examples: [
        "1.9 mil. Kč → 1,9~mil.~Kč", "12.5 % → 12,5~%", "12.5% nárůst → 12,5% nárůst",
        "3.25 ha → 3,25~ha", "0.5 km → 0,5~km",
        "má 0.5 místa → má 0,5~místa", "2.75 úvazku → 2,75~úvazku", "0.8 úvazku → 0,8~úvazku",
        "1.5 mil Kč → 1,5~mil~Kč", "(1.5 Kč). → (1,5~Kč).",
      ],
      counters: [
        "verze 0.5 umí", "Verze 2.4 m", "ve 0.30 h", "oddíl 0.5 říká", "v 0.15 hodin", "1,9 mil.",
        "9.30 h",
        "17.00 hod.", "1.250 Kč", "oddíl 1.2 má", "21. 6.",
      ]),
    RuleTable(
      rule: .currency,
      examples: [
        "500Kč → 500~Kč", "12~500,-Kč → 12~500~Kč", "500,- Kč → 500~Kč", "500,- → 500,–",
        "500.-Kč → 500~Kč", "1,50Kč → 1,50~Kč", "(500,--) → (500,–)",
        "stojí 20€ ročně → stojí 20~€ ročně", "stojí € 20 ročně → stojí 20~€ ročně",
        "stojí Kč 500,– ročně → stojí 500~Kč ročně", "Platí CZK 500 ročně → Platí 500~CZK ročně",
        "a EUR 20, → a~20~EUR,", "500EUR → 500~EUR", "500,- CZK → 500~CZK",
        "500 Kč,- ročně → 500~Kč ročně", "(500,-Kč). → (500~Kč).",
        "1~000,-Kč. → 1~000~Kč.",
      ],
      counters: [
        "500 Kč", "500,–", "50Kč mince", "5,3", "12, - a", "5.", "v Kč 500",
        "tis. Kč 500", "náklady Kč 2025", "má 100 Kč 500 osob", "v EUR 20", "kurz EUR 25",
        "rok EUR 2024",
      ]),
    RuleTable(
      rule: .range,
      examples: [
        "2015-2017 → 2015–2017", "s. 12-28 → s.~12–28", "12-15 osob → 12–15~osob",
        "8:00-16:30 → 8:00–16:30", "po-pá → po–pá", "2008 – 2011 → 2008–2011",
        "leden-březen → leden–březen", "5 - 10 let → 5–10~let",
        "Po-Pá → Po–Pá", "10-15% dotací → 10–15% dotací", "I.-III. třída → I.–III.~třída",
        "1.-3. května → 1.–3.~května", "1.-3. 5. 2025 → 1.–3.~5. 2025",
        "1.-3.5.2025 → 1.–3.~5. 2025", "5-8x denně → 5–8×~denně", "po-pá 8-12 → po–pá 8–12",
        "9-12h → 9–12h", "v 9-12h. → v~9–12h.", "st 8-12. → st 8–12.",
        "platí 500 - 600 Kč měsíčně → platí 500–600~Kč měsíčně",
        "asi 5 - 10 % dětí → asi 5–10~% dětí", "5 - 10 °C → 5–10~°C",
        "Aktivita 1.1.1-1.1.3 → Aktivita~1.1.1–1.1.3", "opatření 1.1-1.3 → opatření~1.1–1.3",
        "kap. II-IV → kap. II–IV",
        "Po 8-12 a 13-17, út 9-11 → Po 8–12 a~13–17, út 9–11",
        "přílohy 1-3 → přílohy~1–3", "s. 5 - 9. → s.~5–9.", "5%-6% lidí → 5%–6% lidí",
        "10-20 %. → 10–20~%.",
        "roky 2019-21 → roky 2019–21", "1/2020-12/2022 → 1/2020–12/2022", "8-11.30 → 8–11.30",
        "1. - 3. 5. 2020 → 1.–3.~5. 2020", "12. – 15. 6. → 12.–15.~6.",
        "I. – IV. čtvrtletí → I.–IV.~čtvrtletí",
        "věk 0-14, 15-64 a → věk 0–14, 15–64 a", "č.1-3 → č.~1–3", "9:00-12:00h → 9:00–12:00~h",
        "v letech 2015-2017. Potom → v~letech 2015–2017. Potom", "od 2008 - 2011. → od 2008–2011.",
        "viz s. 12-28. → viz s.~12–28.", "jen po-pá. → jen po–pá.", "Po - Pá → Po–Pá",
        "pondělí – pátek → pondělí–pátek", "říjen – prosinec → říjen–prosinec",
        "8:00 - 12:00 → 8:00–12:00", "13.00 – 17.00. → 13.00–17.00.", "§§ 48-50 → §§~48–50",
        "stupně I-IV → stupně I–IV", "písm. a)-c) → písm.~a)–c)", "8-16hod → 8–16~hod.",
        "přílohy A-C → přílohy A–C",
        "Varianty A-D jsou → Varianty A–D jsou",
      ],
      counters: [
        "2015–2017", "Frýdek-Místek", "2024-09-02", "384-401", "2017-2015", "1-2-3", "2-0 pro nás",
        "5 - 3", "A-1", "3.-1. května", "15-10%", "I.-III. Třída",
        "vitamin B-C", "přílohy C-A", "Verze 2.0.1-4", "libc 2.36.9-10", "1.2.3-1", "10.0.0-10.0.5",
        "Aktivita 1.3-1.1", "Jsou to 2-3. Potom", "číslo 12-45", "tel. 384-401",
        "pá 12-8", "8-5x", "st 2024-09",
      ]),
    RuleTable(
      rule: .quotes,
      examples: [
        "\"Plán\" → „Plán“", "“Plán” → „Plán“", "„Plán” → „Plán“", ",,Plán'' → „Plán“",
        "„viz \"Cíl 1\"“ → „viz ‚Cíl~1‘“", "(\"Plán\") → („Plán“)", "O'Brien → O’Brien",
        "'Plán' → ‚Plán‘", "\"Plán,\" řekl → „Plán,“ řekl", "\"'Cíl' a\" → „‚Cíl‘ a“",
        "Měří 5\" monitor a \"slovo\" je → Měří 5\" monitor a~„slovo“ je",
        "rock 'n' roll → rock ‚n‘ roll", "ročník '90 → ročník ’90",
        "v '89 je \"on\" i 'ten' → v~’89 je „on“ i~‚ten‘", "'89' je → ‚89‘ je",
      ],
      counters: [
        "„Plán“", "5\" displej", "»Plán«", "a \" b", "6' 2\"", "„viz ‚Cíl 1‘“", "Jan’s",
      ]),
    RuleTable(
      rule: .ellipsis,
      examples: [
        "dále... → dále…", "a... b → a… b", "(...) → (…)", "... a → … a", "\"Já...\" → „Já…“",
        "dále . . . a → dále … a", "dále... . . . → dále…",
      ],
      counters: [
        "dále…", "dále..", "podpis ........", "atd.", "a.b.c", "podpis . . . . .", "a . . b",
      ]),
    RuleTable(
      rule: .headingStop, role: .heading(level: 1),
      examples: [
        "Analytická část. → Analytická část", "Cíle. → Cíle",
        "Služby pro seniory. → Služby pro seniory",
        "Jak číst plán. → Jak číst plán", "Vize a poslání. → Vize a~poslání",
      ],
      counters: [
        "Analytická část", "Domov, a. s.", "Co dělat?", "Služby aj.", "Žijeme spolu. Pomáháme si.",
        "Rok 2015.", "Sociální služby apod.",
      ]),
    RuleTable(
      rule: .headingNumber, role: .heading(level: 1),
      examples: [
        "1.2. Opatření → 1.2 Opatření", "2.1.3. Cíle → 2.1.3 Cíle", "3.10. Vize → 3.10 Vize",
        "1.1. a 1.2 → 1.1 a~1.2", "10.2.1. Síť → 10.2.1 Síť",
      ],
      counters: ["1.2 Opatření", "1. Opatření", "Opatření 1.2. a další", "1.2.", "2015. rok"]),
    RuleTable(
      rule: .smallLetters,
      examples: [
        "3. Ledna → 3.~ledna", "v Pondělí → v~pondělí", "V Pondělí → V~pondělí",
        "v Lednu → v~lednu", "do Pátku → do pátku",
        "Plzeňský Kraj → Plzeňský kraj", "Městský Úřad → Městský úřad", "12. Října → 12.~října",
        "Plzeňský Kraj. → Plzeňský kraj.", "Jihočeského Kraje → Jihočeského kraje",
        "1. Února → 1.~února", "5. Června → 5.~června",
      ],
      counters: [
        "Pondělí je", "Kraj Vysočina", "Úřad práce", "3. Lednice", "Velký Pátek", "z Prahy",
        "Jan Kraj",
      ]),
    RuleTable(
      rule: .clock,
      examples: [
        "17.00hod → 17.00~hod.", "17:00h → 17:00~h", "9 hod → 9~hod.", "9.00hod. → 9.00~hod.",
        "8–16hod → 8–16~hod.",
      ],
      counters: ["17.00 hod.", "17:00 h", "24h provoz", "hod míčem", "3 hody"]),
    RuleTable(
      rule: .spaces,
      examples: [
        "plán  obce → plán obce", "plán , který → plán, který", "plán,který → plán, který",
        "(plán ) → (plán)", "plán . Pak → plán. Pak", "a~ b → a~b", "co ? Nic → co? Nic",
        "plán \tobce → plán obce", "12\u{202F}km → 12~km", "plán~, → plán,",
        "( v závorce ) text → (v~závorce) text", "např.domov → např. domov",
        "250 tis.Kč → 250~tis.~Kč",
        "tzv.bydlení je → tzv. bydlení je",
      ],
      counters: [
        "plán, který", "1,5", "plán (obce)", "www.a.cz/b,c", "plán ...", "5 : 3", ":)", ":( text",
        "tj.", "např.pdf5", "vč.2",
      ]),
    RuleTable(
      rule: .slash,
      examples: [
        "a / nebo → a/nebo", "muž / žena → muž/žena", "(ano / ne). → (ano/ne).",
        "A / nebo → A/nebo", "a/ nebo → a/nebo", "2015 / 2016 → 2015/2016",
        "km / h → km/h",
        "plán /projekt → plán/projekt", "uživatel/ uživatelka → uživatel/uživatelka",
      ],
      counters: [
        "a/nebo", "městský úřad / obecní úřad", "plán / projekt obce", "https://a.cz/ nebo",
        "1 / 2",
        "A/ první", "c/ třetí",
      ]),
  ]

  /// The rules that warn: `typed → meant`.
  static let warning = [
    RuleTable(
      rule: .percent,
      examples: [
        "5% obyvatel → 5~%", "asi 5%. → 5~%", "5% z nich → 5~%", "12,5% → 12,5~%",
        "5 % nárůst → 5% nárůst", "(5%) → 5~%", "o 5% všech → 5~%", "5% uživatelů → 5~%",
      ],
      counters: ["5 % obyvatel", "5% nárůst", "5% podíl", "50 %", "procento"]),
    RuleTable(
      rule: .numberAdjective,
      examples: [
        "30 bodový systém → 30bodový", "15 km okruh → 15km okruh", "5ti → 5", "12-ti → 12",
        "3-letý → 3letý", "12tiletý → 12letý", "5 členná → 5členná",
        "24 hodinová péče → 24hodinová", "12 měsíční plán → 12měsíční", "5 denní. → 5denní",
        "2 lůžkový pokoj → 2lůžkový", "5 denní pobyt → 5denní",
      ],
      counters: [
        "30bodový", "15km okruh", "15 km daleko", "2 denní stacionáře", "5 lůžkových oddělení",
        "3 místní akční skupiny", "5členný", "12 letech", "2 denní služby", "24 hodinové služby",
        "1 denní stacionář",
      ]),
    RuleTable(
      rule: .spacedLetters,
      examples: [
        "Ř Í D Í C Í → ŘÍDÍCÍ", "P L Á N → PLÁN", "je to P L Á N obce → PLÁN",
        "C Í L E → CÍLE", "S L U Ž B Y pro → SLUŽBY",
      ],
      counters: ["A B C", "PLÁN", "A a B a C", "Plán A B", "skupiny A, B, C, D"]),
  ]
}

@Suite struct RuleTests {
  /// Examples come out as written and the rule says so; counter-examples it leaves alone.
  static func check(_ table: RuleTable) throws {
    #expect(table.examples.count >= 5 && table.counters.count >= 3)
    #expect(table.rule.effect == .rewrites)
    for example in table.examples {
      let (typed, set) = parted(example)
      let outcome = try Setting.correct(typed, table.role)
      #expect(Setting.shown(outcome) == set, "\(typed)")
      #expect(
        outcome.value.corrections.contains { $0.rule == table.rule },
        "\(typed): \(outcome.value.corrections.map(\.rule.rawValue))")
      // What is right stays as it is.
      let again = Orthography.correct(outcome.value.document, keepsLog: true)
      #expect(again.value.corrections.isEmpty, "\(set): \(again.value.corrections)")
    }
    for counter in table.counters {
      let outcome = try Setting.correct(counter, table.role)
      #expect(!outcome.value.corrections.contains { $0.rule == table.rule }, "\(counter)")
    }
  }

  private static func parted(_ example: String) -> (typed: String, set: String) {
    let parts = example.split(separator: " → ").map(String.init)
    guard parts.count == 2 else { return (example.replacing("~", with: " "), example) }
    return (parts[0], parts[1])
  }

  @Test("Each rule rewrites what it must and nothing else", arguments: RuleTable.rewriting)
  func table(_ table: RuleTable) throws { try Self.check(table) }

  @Test("Each rule warns of what it must and nothing else", arguments: RuleTable.warning)
  func warning(_ table: RuleTable) throws {
    #expect(table.examples.count >= 5 && table.counters.count >= 3)
    #expect(table.rule.effect == .warns)
    for example in table.examples {
      let (typed, better) = Self.parted(example)
      let outcome = try Setting.correct(typed)
      let finding = try #require(
        outcome.warnings.first { $0.kind.code == table.rule.rawValue }, "\(typed)")
      #expect(finding.fix.cs.contains("„\(better.replacing("~", with: "\u{A0}"))“"))
      #expect(finding.words.map { typed.contains($0) } ?? false)
    }
    for counter in table.counters {
      let outcome = try Setting.correct(counter)
      #expect(!outcome.warnings.contains { $0.kind.code == table.rule.rawValue }, "\(counter)")
    }
  }

  @Test("Every rule rewrites, warns or constrains the layout, and has a name and a reason")
  func complete() {
    let tabled = (RuleTable.ties + RuleTable.rewriting + RuleTable.warning).map(\.rule)
    for rule in TypographicRule.allCases {
      #expect(!rule.name.cs.isEmpty && rule.name.cs != rule.name.en)
      #expect(!rule.reason.cs.isEmpty)
      // Those of lists and of the layout are proved where lists and lines are made.
      let isElsewhere = rule.effect == .constrainsLayout || rule == .listItems
      #expect(tabled.contains(rule) != isElsewhere, "\(rule.rawValue)")
    }
    #expect(TypographicRule.allCases.map(\.number) == Array(0..<35))
    #expect(
      TypographicRule.allCases.map(\.rawValue)
        == (1...35).map { $0 < 10 ? "T0\($0)" : "T\($0)" })
    #expect(
      OrthographyDiagnostics.all.map(\.code)
        == TypographicRule.allCases.filter { $0.effect == .warns }.map(\.rawValue))
  }
}
