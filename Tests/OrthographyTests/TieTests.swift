import Core
import Manuscript
import Testing

@testable import Orthography

/// A rule with what it makes of words, and words of which it makes nothing.
struct RuleTable: Sendable, CustomTestStringConvertible {
  var rule: TypographicRule
  var role: Role = .paragraph
  /// `typed → set`; with no arrow the same with plain spaces was typed.
  var examples: [String]
  var counters: [String]

  var testDescription: String { "\(rule.rawValue) \(rule.name.en)" }

  /// The rules that make no-break spaces.
  static let ties = [
    RuleTable(
      rule: .singleLetter,
      examples: [
        "v~Plzni", "a~služby", "K~domu", "(s~obcí", "„U~Lípy“", "i~v~Dačicích", "Z~Dačic o~zimě",
        "vše o~nich", "A~proto",
      ],
      counters: ["ve Slavonicích", "bod b plánu", "5 lidí", "a, b", "písm. b) a, c", "v~Plzni"]),
    RuleTable(
      rule: .numberAndWord,
      examples: [
        "500~lidí", "19~°C", "12,5~km", "2013~Kč", "12–15~osob", "1000~klientů je 23~obcí",
        "za 30~min.", "14~m²", "12~500~Kč.", "má 5~EUR.", "17:00~h", "8:30~hod.", "108/2006~Sb.",
        "100~Kč/hod.",
        "1~500~Kč/měsíc", "20~×~30~cm", "3~×~4~m", "8:00–16:30~h",
      ],
      counters: [
        "rok 2015 přinesl", "1. leden", "bylo jich 15 a více", "kapitola 3 Analytická", "(12) obcí",
        "v 9:30 začíná", "v 9:30 s dětmi", "akce 5/2024 Sbor", "bylo jich 5 V. Novák", "a × 30",
      ]),
    RuleTable(
      rule: .signAndNumber,
      examples: [
        "§~23", "č.~9", "s.~53", "50~%", "odst.~2~písm.~b)", "Tab.~4", "(viz obr.~7)",
        "aktivity~1.1.1", "Tabulka~7", "v~oddíle~1.8", "klienti:~120", "(hovory:~2)",
        "§23 → §~23", "č.~p.~27", "čp.~27", "č.~j.~12", "č.108/2006 → č.~108/2006",
        "bod písm.a) → bod písm.~a)", "č.9 → č.~9", "str.53–60 → str.~53–60", "19°C → 19~°C",
        "č.p.27 → č.~p.~27", "písm.~a)–c)", "č.~j.~MPSV-2024", "350tis. Kč → 350~tis.~Kč",
        "§§48-50 → §§~48–50", "§25a odst. 2 → §~25a odst.~2", "viz čl.1–3. → viz čl.~1–3.",
        "č.j.12/2024 → č.~j.~12/2024",
        "č.108/2006Sb. → č.~108/2006~Sb.", "3x týdně → 3×~týdně", "*~1921", "pol.~3", "r.~2020",
        "Kapitola~II", "č.~ú.~12", "st.~p.~12", "§~5~písm.~e).", "jen 3x. → jen 3×.",
        "od +3 do -3. → od +3 do −3.", "2 x ročně. → 2×~ročně.", "2 x ročně → 2×~ročně",
        "5-8x denně → 5–8×~denně", "mráz -5 °C → mráz −5~°C", "do -10°C → do −10~°C",
        "klesl o -3 body → klesl o~−3~body", "(-2,5) → (−2,5)",
      ],
      counters: [
        "č. j.", "tabulka uvádí", "takto: všichni", "roce 2025", "% z 50", "s. r. o.", "5%", "bod5",
        "#5", "písm.ab)", "např. p. 5", "č.p", "Covid -19", "3 -5", "pohon 4x4", "2 x 3", "A-5",
        "12/2006Sb", "soubor -5a", "x týdně", "12x12",
      ]),
    RuleTable(
      rule: .thousands,
      examples: [
        "1~000~000", "25~300", "−12~500", "+1~200,50", "(345~678)", "12500 Kč → 12~500~Kč",
        "12.500 Kč → 12~500~Kč", "za 12500 Kč. → za 12~500~Kč.",
        "1.250.000 obyvatel → 1~250~000~obyvatel",
        "3.500,- Kč → 3~500~Kč", "12.500,50 Kč → 12~500,50~Kč", "3.500,- měsíčně → 3~500,– měsíčně",
        "-12500 Kč → −12~500~Kč", "12.500Kč → 12~500~Kč",
        "1250000 obyvatel → 1~250~000~obyvatel", "12500,50 Kč → 12~500,50~Kč",
      ],
      counters: [
        "2015 200", "1 00", "12, 500", "12 5000", "roku 300", "IČO 12345678", "kód 12500 je",
        "1250 Kč", "IČO 12345678 ha", "12.500 osob", "kód 1.250.000", "0.500 Kč", "oddíl 1.200",
      ]),
    RuleTable(
      rule: .dayAndMonth,
      examples: [
        "21.~6. 2013", "16.~ledna 1972", "5.~V. 1945", "1.1. - 31.12. 2020 → 1.~1.~–~31.~12. 2020",
        "ve čt 5.6. přijde → ve čt 5.~6.~přijde", "1.~12.",
        "(5.~května)", "od 3.~10. do 4.~11.",
        "21.6.2013 → 21.~6. 2013", "21.6. 2013 → 21.~6. 2013", "21. 6.2013 → 21.~6. 2013",
        "16.ledna → 16.~ledna", "dne 1.12.2024. Pak → dne 1.~12. 2024. Pak",
        "1.–3.~května", "1.–3.~5. 2025", "1.–3.5.2025 → 1.–3.~5. 2025",
      ],
      counters: [
        "21. století", "roku 2013. Ledna", "123. 5.", "ledna 2013", "5. kapitola", "09.04.2014",
        "oddíl 2.1.", "32.5.2014", "1.13.2014", "verze 1.2.2300", "1.–3. třída",
      ]),
    RuleTable(
      rule: .ratio,
      examples: [
        "1~:~50~000", "5~:~3", "2~:~1", "(3~:~4)", "poměr 1~:~10",
        "v poměru 5:3. → v~poměru 5~:~3.", "Poměr hlasů 5:3 byl → Poměr hlasů 5~:~3 byl",
        "měřítku 1:5000. → měřítku 1~:~5000.", "1:50000 → 1~:~50~000",
        "1:50 000 → 1~:~50~000", "1:5000 → 1~:~5000", "10x15 cm → 10~×~15~cm",
        "20 x 30 m → 20~×~30~m", "210x297mm → 210~×~297mm", "210x297mm. → 210~×~297mm.",
        "2x3x4 m → 2~×~3~×~4~m",
      ],
      counters: [
        "takto: 5", "služby : obce", "5: 3", "A : 3", "9:00", "2:1", "1:15", "pohon 4x4 má", "0x1F",
        "3x týdně",
      ]),
    RuleTable(
      rule: .telephone,
      examples: [
        "+420~384~401~211", "+420~800~123", "800~11~22~33", "+49~30~123", "tel. +420~123~456~789",
        "+43~2842~525", "+421~2~123~45~678", "00420~384~401~211", "+49~30~901820",
        "+420384401211 → +420~384~401~211", "tel. 384401211 → tel.~384~401~211",
        "mobil 602123456. → mobil 602~123~456.", "tel.~602~123456",
      ],
      counters: [
        "2015 12", "5 20", "č. 1234 56", "12, 34", "384401211", "IČO 384401211",
        "2842 52", "00 420",
      ]),
    RuleTable(
      rule: .compoundAbbreviation,
      examples: [
        "s.~r.~o.", "o.~p.~s.", "př.~n.~l.", "ČSN~01~6910", "z.~s.", "Domov, z.~ú., Dačice",
        "EN~ISO~9001", "Okna, s.r.o., → Okna, s.~r.~o.,", "o.p.s. → o.~p.~s.",
        "př.n.l. → př.~n.~l.", "spol. s r.o. → spol.~s~r.~o.",
      ],
      counters: ["tzv. o. k", "např. s obcí", "r. 2015", "dům č. p", "A. B.", "atd.", "konec.Nový"]),
    RuleTable(
      rule: .ordinal,
      examples: [
        "8.~kapitola", "II.~patro", "21.~století", "XIV.~ročník", "I.–III.~třída", "(3.~etapa)",
        "1.~pololetí", "20.století → 20.~století", "20.–30.~letech", "(8.kapitola) → (8.~kapitola)",
        "v 2.patře. → v~2.~patře.",
      ],
      counters: [
        "Karel IV. byl", "roku 2015. Potom", "bod 3. Kapitola", "v bodě 3. a dále", "2013. roku",
        "MPSV. kapitola", "2.pdf", "soubor 1.docx", "1.2kapitola",
      ]),
    RuleTable(
      rule: .nameAndDegree,
      examples: [
        "Mgr.~Nováková", "T.~G.~Masaryk", "Ing.~arch.~Jan~Malý", "Bc.~Jana~Malá, DiS.",
        "Garant: Mgr.~Vladimíra~Malá",
        "prof.~MUDr.~Novák", "J.~Nová", "Ch.~Dvořák", "Ing.Novák → Ing.~Novák",
        "T.G.M. → T.~G.~M.", "Bc.~et~Bc.~Eva~Malá", "Sv.~Jan", "J.A.Komenský → J.~A.~Komenský",
        "Král Karel~IV. byl", "za Jana~II. a", "prof.Dvořák → prof.~Dvořák",
        "doc.Novák → doc.~Novák",
        "u prof.Dvořáka. → u~prof.~Dvořáka.",
        "J.Novák → J.~Novák", "přišel J.Novák. → přišel J.~Novák.",
        "Ing.J. Nováková → Ing.~J.~Nováková", "ing.~arch.~Karla~Malá",
      ],
      counters: [
        "Jan Novák", "vedoucí. Potom", "Mgr. studium", "MPSV. Nový", "v třídě A. Bod",
        "Příloha A. Tak",
        "etapa II. začíná", "konec.Nový", "A.b", "atd. Novák", "Ph.D.", "LL.M.",
      ]),
    RuleTable(
      rule: .spacedRange,
      examples: [
        "21.~3. 1995~–~4.~5. 1996", "2015~–~16~let",
        "1.3.2024-5.4.2024 → "
          + "1.~3. 2024~–~5.~4. 2024", "100~000–150~000~Kč → 100~000~–~150~000~Kč",
        "21.~3.–4.~5. → 21.~3.~–~4.~5.", "1.~3. - 4.~5. → 1.~3.~–~4.~5.",
        "3.~ledna~–~5.~února", "vlak Praha~–~Brno",
        "Trasa České Budějovice~–~Jindřichův Hradec",
        "na trati Praha - Brno → na trati Praha~–~Brno", "3.6.-5.6.2025 → 3.~6.~–~5.~6. 2025",
        "5~%~–~10~% lidí", "10~000~Kč-20~000~Kč → 10~000~Kč~–~20~000~Kč",
        "Od 1.~1. 2025 - 31.~12. 2027 → Od 1.~1. 2025~–~31.~12. 2027",
        "1.~ledna 2025 - 31.~prosince 2027 → 1.~ledna 2025~–~31.~prosince 2027",
      ],
      counters: [
        "384 401 211-15", "Verze 2.0.1-4", "12.3.4-5 kód",
        "plán – místní", "rok 2015 – podle", "a – b", "Frýdek-Místek", "3.–4. května",
        "pondělí – po dohodě", "v lednu – pátek", "Dačice – Město", "vlak – Praha",
        "Jan Novák – Město", "2025 - 31. kapitola",
      ]),
    RuleTable(
      rule: .asideDash,
      examples: [
        "plán~– místní", "rok~– dva", "služby~— obce", "„plán“~– text",
        "plán - místní → plán~– místní",
        "plán -- místní → plán~– místní", "plán --- místní → plán~– místní",
        "plán—místní → plán~– místní",
        "- nabídka → – nabídka",
      ],
      counters: ["2015–2017", "plán–obec", "5 - 3", "Frýdek-Místek", "–"]),
    RuleTable(
      rule: .postalCode,
      examples: [
        "380~01 Dačice", "345~06 Kdyně", "PSČ 38001. → PSČ~380~01.", "110~00", "(370~05)",
        "PSČ~378~81",
        "38001 Dačice → 380~01 Dačice",
        "Hlavní 5, 38001 Dačice → Hlavní 5, 380~01 Dačice",
        "Město 67401 Třebíč → Město 674~01 Třebíč",
      ],
      counters: [
        "38 001", "3800 1", "380 011", "380, 01", "12345 obyvatel", "má 12345 Obyvatel",
        "Projekt 12345 Naděje",
      ]),
  ]
}

@Suite struct TieTests {
  @Test("Each rule ties what it must and nothing else", arguments: RuleTable.ties)
  func table(_ table: RuleTable) throws { try RuleTests.check(table) }

  @Test("Every rule that ties is asked")
  func complete() {
    #expect(Set(RuleTable.ties.map(\.rule)) == Set(Ties.all))
  }

  @Test("The look that spares most gaps lets every tie through")
  func filter() throws {
    // What a rule ties by itself, all rules together tie, too.
    for table in RuleTable.ties {
      for example in table.examples where example.contains("~") && !example.contains("→") {
        let outcome = try Setting.correct(example.replacing("~", with: " "))
        #expect(Setting.shown(outcome) == example)
      }
    }
  }
}
