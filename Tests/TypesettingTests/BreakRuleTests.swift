import Core
import Orthography
import SazbaTesting
import Testing

@testable import Typesetting

@Suite struct BreakRuleTests {
  /// The text with `‿` for every place inside a token that the rule takes back; addresses show `·`
  /// where they may part.
  static func shown(_ rule: BreakRule, _ string: String) -> String {
    let bytes = Array(string.utf8)
    var out: [UInt8] = []
    bytes.withUnsafeBufferPointer { text in
      var places: [UInt8] = []
      BreakOpportunities().find(in: text, into: &places)
      var position = 0
      while position < text.count {
        let space = Word.spaceLength(text, position)
        if space > 0 {
          out += text[position..<(position + space)]
          position += space
          continue
        }
        let start = position
        while position < text.count, Word.spaceLength(text, position) == 0 { position += 1 }
        let token = Token(text, start, position)
        for place in token.start..<token.end {
          if place > token.start {
            if rule == .address, token.isAddress, BreakRule.partsAddress(token, at: place) {
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
  static let tables: [(BreakRule, [String], [String])] = [
    (
      .rangeDash,
      ["2015–‿2017", "s. 12–‿28", "Praha–‿Brno", "(8–‿16 h)", "po–‿pá"],
      ["rok 2015 – podle", "a — b", "Frýdek-Místek"]
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
  ]

  @Test("Each rule takes back what it must and nothing else", arguments: tables.map(\.0))
  func table(rule: BreakRule) throws {
    let row = try #require(Self.tables.first { $0.0 == rule })
    #expect(row.1.count >= 5 && row.2.count >= 3)
    for example in row.1 {
      let plain = example.replacing("‿", with: "").replacing("·", with: "")
      #expect(Self.shown(rule, plain) == example)
    }
    for counter in row.2 { #expect(Self.shown(rule, counter) == counter) }
  }

  @Test("No rule without a table; each bears the name of a typographic rule")
  func complete() {
    #expect(Self.tables.map(\.0) == BreakRule.allCases)
    #expect(BreakRule.allCases.map(\.rule.rawValue) == ["T19", "T20", "T30", "T23"])
  }
}
