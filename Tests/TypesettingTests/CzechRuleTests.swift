import Core
import SazbaTesting
import Testing

@testable import Typesetting

@Suite struct CzechRuleTests {
  /// The text with `~` for every space that the rule ties and `‿` for every place inside a token
  /// that it takes back; addresses show `·` where they may part.
  static func shown(_ rule: CzechRule, _ string: String) -> String {
    let bytes = Array(string.utf8)
    var out: [UInt8] = []
    bytes.withUnsafeBufferPointer { text in
      var places: [UInt8] = []
      BreakOpportunities().find(in: text, into: &places)
      var tokens: [Token] = []
      var position = 0
      while position < text.count {
        let space = Word.spaceLength(text, position)
        if space > 0 {
          position += space
          continue
        }
        let start = position
        while position < text.count, Word.spaceLength(text, position) == 0 { position += 1 }
        tokens.append(Token(text, start, position))
      }
      for (index, token) in tokens.enumerated() {
        if index > 0 {
          let gap = CzechRule.Gap(
            beforePrevious: index > 1 ? tokens[index - 2] : nil, previous: tokens[index - 1],
            next: token)
          let ties = rule.ties(gap)
          #expect(!ties || CzechRule.anyTies(gap), "the filter must let \(rule) through")
          out += (ties ? "~" : " ").utf8
        }
        for place in token.start..<token.end {
          if place > token.start {
            if rule == .address, token.isAddress, CzechRule.partsAddress(token, at: place) {
              out += "·".utf8
            } else if rule != .address, places[place] == BreakOpportunities.allowed,
              rule.forbids(token, at: place)
            {
              out += "‿".utf8
            }
          }
          out.append(text[place])
        }
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// At least five examples and three counter-examples of each rule.
  static let tables: [(CzechRule, [String], [String])] = [
    (
      .singleLetter,
      ["v~Plzni", "a~služby", "K~domu", "(s~obcí", "„U~Lípy“", "i~v~Dačicích", "Z~Dačic o~zimě"],
      ["ve Slavonicích", "bod b plánu", "5 lidí", "a, b"]
    ),
    (
      .numberAndWord,
      ["500~lidí", "19~°C", "12,5~km", "2013~Kč", "12–15~osob", "1000~klientů je 23~obcí"],
      ["rok 2015 přinesl", "1. leden", "bylo jich 15 a více", "kapitola 3 Analytická", "(12) obcí"]
    ),
    (
      .signAndNumber,
      [
        "§~23", "č.~9", "s.~53", "50~%", "odst.~2 písm.~b)", "Tab.~4", "(viz obr.~7)", "20~°C",
        "aktivity~1.1.1", "Tabulka~7", "v oddíle~1.8", "na straně~16 a 17",
      ],
      ["č. j.", "tabulka uvádí", "%  z 50", "s. r. o.", "aktivity, 3 osoby", "roce 2025"]
    ),
    (
      .labelAndNumber,
      ["klienti:~120", "lůžka:~8–12", "Intervence:~4", "(hovory:~2)", "hodin denně:~7,5"],
      ["takto: všichni", "mezi nimi 3", "v 15 : 30", "celkem; 5"]
    ),
    (
      .thousands,
      ["1~000~000", "25~300", "-12~500", "+1~200,50", "(345~678)"],
      ["2015 200", "1 00", "12, 500", "12 5000", "roku 300"]
    ),
    (
      .dayAndMonth,
      ["21.~6. 2013", "16.~ledna 1972", "1.~12.", "(5.~května)", "od 3.~10. do 4.~11."],
      ["21. století", "roku 2013. Ledna", "123. 5.", "ledna 2013", "5. kapitola"]
    ),
    (
      .ratio,
      ["1~:~50 000", "5~:~3", "2~:~1", "(3~:~4)", "poměr 1~:~10"],
      ["takto: 5", "služby : obce", "5: 3", "A : 3"]
    ),
    (
      .telephone,
      ["+420~384~401~211", "384~401~211", "800~11~22~33", "+49~30~123", "tel. +420~123~456~789"],
      ["2015 12", "5 20", "č. 1234 56", "12, 34"]
    ),
    (
      .compoundAbbreviation,
      [
        "s.~r.~o.", "o.~p.~s.", "př.~n.~l.", "ČSN~01~6910", "z.~s.", "Domov, z.~ú., Dačice",
        "EN~ISO~9001",
      ],
      ["tzv. o. k", "např. s obcí", "r. 2015", "dům č. p", "A. B."]
    ),
    (
      .ordinal,
      ["8.~kapitola", "II.~patro", "21.~století", "XIV.~ročník", "(3.~etapa)", "1.~pololetí"],
      ["roku 2015. Potom", "bod 3. Kapitola", "v bodě 3. a dále", "2013. roku", "MPSV. kapitola"]
    ),
    (
      .nameAndDegree,
      [
        "Mgr.~Nováková", "T.~G.~Masaryk", "Ing.~arch.~Jan~Malý", "Bc.~Jana~Malá, DiS.",
        "prof.~MUDr.~Novák", "J.~Nová", "Ch.~Dvořák", "Garant: Mgr.~Vladimíra~Malá",
      ],
      [
        "Jan Novák", "Mgr.~Nováková, Město", "Vladimír Benda", "dr. Jan vedoucí", "vedoucí. Potom",
        "Mgr. studium", "MPSV. Nový", "atd. Novák",
      ]
    ),
    (
      .asideDash,
      ["plán~– místní", "rok~– dva", "služby~— obce", "2015~– 2017", "„plán“~– text"],
      ["2015–2017", "plán - místní", "plán–obec", "-– x"]
    ),
    (
      .rangeDash,
      [
        "2015–‿2017", "s. 12–‿28", "21. 3. 1995 –~4. 5. 1996", "Praha–‿Brno", "12. –~15. 6.",
        "10 –~12",
      ],
      ["plán – místní", "rok 2015 – podle", "a — b", "Frýdek-Místek"]
    ),
    (
      .hyphen,
      ["e-‿mail", "a-‿b", "Covid-‿x", "y-‿osa", "K-‿klub"],
      ["Frýdek-Místek", "chcete-li", "sociálně-právní", "česko-rakouský"]
    ),
    (
      .slash,
      ["a/‿nebo", "dítětem/‿dětmi", "km/‿h", "uživatel/‿ka", "plán/‿projekt"],
      ["www.mpsv.cz/web", "Frýdek-Místek", "plán – místní", "2015/2016"]
    ),
    (
      .address,
      [
        "https://www.dacice.cz/·socialni·-sluzby/·plan.html", "www.mpsv.cz/·web",
        "dacice.cz/·obcan/·kontakt", "http://a.cz/·b/·c1", "socialni@dacice.cz",
        "https://cpkp·-zc.cz",
      ],
      ["a/nebo", "km/h", "plán 2015/2016", "č. 5/2014"]
    ),
    (
      .postalCode,
      ["380~01 Dačice", "345~06 Kdyně", "110~00", "(370~05)", "PSČ 378~81"],
      ["38 001", "3800 1", "380 011", "380, 01"]
    ),
  ]

  @Test("Each rule ties what it must and nothing else", arguments: tables.map(\.0))
  func table(rule: CzechRule) throws {
    let row = try #require(Self.tables.first { $0.0 == rule })
    #expect(row.1.count >= 5 && row.2.count >= 3)
    for example in row.1 {
      let plain = example.replacing("~", with: " ").replacing("‿", with: "")
        .replacing("·", with: "")
      #expect(Self.shown(rule, plain) == example)
    }
    for counter in row.2 {
      #expect(
        Self.shown(rule, counter).replacing(" ", with: "") == counter.replacing(" ", with: ""))
    }
  }

  @Test("No rule without a table")
  func complete() {
    #expect(Self.tables.map(\.0) == CzechRule.allCases)
  }
}
