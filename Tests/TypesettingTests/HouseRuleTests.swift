import Core
import Fonts
import Orthography
import SazbaTesting
import Style
import Testing

@testable import Typesetting

/// The typographic rules that constrain lines: T19, T20, T23, T34, each with examples that the rule
/// changes and counter-examples that it leaves alone.
@Suite struct HouseRuleTests {
  /// Where a word may be parted, shown by `·`; marks that are in the text already stay.
  private static func parted(_ word: String) throws -> String {
    var typesetter = Typesetter(fonts: try Setting.fonts(), hyphenation: try Setting.book())
    let paragraph = Setting.paragraph(word)
    _ = typesetter.typeset(paragraph, ParagraphSetting(lineWidth: .mm(300)))
    var out: [UInt8] = []
    for (position, byte) in paragraph.text.enumerated() {
      switch typesetter.places[position] {
      case Typesetter.Place.hyphenation: out += "·".utf8
      case Typesetter.Place.repeatedHyphen: out += "⏎".utf8
      case Typesetter.Place.opportunity
      where byte != 0x20 && position > 0
        && paragraph.text[position - 1] != 0x20:
        out += "|".utf8
      default: break
      }
      out.append(byte)
    }
    return String(decoding: out, as: UTF8.self)
  }

  @Test(
    "T23: two letters before and three after; nothing in abbreviations, codes and addresses",
    arguments: [
      "ka·ta·log", "slu·žeb", "oby·va·tel", "ne·boť", "po·sky·to·va·tel",
      // Counter-examples: nothing is parted.
      "služby", "oko", "MPSV", "event.", "CpKP", "R2D2",
    ])
  func hyphenation(_ word: String) throws {
    let found = try Self.parted(word.replacing("·", with: ""))
    #expect(found == word)
    let parts = found.split(separator: "·")
    if parts.count > 1 { #expect(parts[0].count >= 2 && (parts.last?.count ?? 0) >= 3) }
  }

  @Test(
    "T23: addresses part behind a slash or before a hyphen, and get no hyphen",
    arguments: [
      "https://www.dacice.cz/|socialni|-sluzby/|plan", "www.mpsv.cz/|web/|cs", "ab.cz/|bc/|de",
      "dacice.cz/|obcan", "http://cpkp|-zc.cz/|kpss",
      // Counter-examples.
      "a/nebo", "socialni@dacice.cz", "2015/2016",
    ])
  func addresses(_ address: String) throws {
    #expect(try Self.parted(address.replacing("|", with: "")) == address)
  }

  @Test(
    "T20: a compound parts at its hyphen, which is repeated; T19: a range dash parts nothing",
    arguments: [
      "Frýdek-⏎Místek", "chcete-⏎li", "česko-⏎rakouský", "bude-⏎li", "Praha-⏎západ",
      // Counter-examples: e-mail, ranges.
      "e-mail", "2015–2017", "Praha–Brno", "12–15", "po–pá",
    ])
  func hyphens(_ word: String) throws {
    let found = try Self.parted(word.replacing("⏎", with: ""))
    #expect(found.replacing("·", with: "") == word)
  }

  @Test(
    "The call of a note never starts a line",
    arguments: [
      "služeb.", "služeb", "služeb!", "služeb,", "služeb)", "služeb“", "služeb–", "služeb…",
    ])
  func calls(_ word: String) throws {
    var typesetter = Typesetter(fonts: try Setting.fonts(), hyphenation: try Setting.book())
    var raised = Setting.style(size: .pt(6))
    raised.rise = .pt(3)
    func run(_ range: Range<Int>, _ style: TextStyle) -> TextRun {
      TextRun(
        range: UInt32(range.lowerBound)..<UInt32(range.upperBound), style: style,
        language: .czech, owner: NodeID(1))
    }
    for isSpaced in [false, true] {
      let head = Array((word + (isSpaced ? " " : "")).utf8)
      let text = head + Array("23 Devatenáct".utf8)
      let paragraph = ParagraphText(
        text: text,
        runs: [
          run(0..<head.count, Setting.style()), run(head.count..<(head.count + 2), raised),
          run((head.count + 2)..<text.count, Setting.style()),
        ])
      _ = typesetter.typeset(paragraph, ParagraphSetting(lineWidth: .mm(300)))
      #expect((typesetter.places[head.count] == Typesetter.Place.opportunity) == isSpaced)
      #expect(typesetter.places[head.count + 3] == Typesetter.Place.opportunity)
    }
    // Of one size and height, they are two words to UAX #14.
    #expect(try Self.parted("služeb.23").contains("|23"))
  }

  @Test("T23: no more than three hyphens in a row, and two where it can be")
  func ladders() {
    var numbers = LineBreakerTests.Numbers(state: 4_676)
    var breaker = LineBreaker()
    var free = [Int: Int]()
    var kept = [Int: Int]()
    for _ in 0..<300 {
      let items = Self.items(&numbers)
      var parameters = BreakParameters()
      parameters.pretolerance = -1
      parameters.tolerance = 4_000
      // Hyphens are welcome, so that there are ladders.
      parameters.doubleHyphenDemerits = 0
      let plain = breaker.lines(
        of: items, shape: LineShape(rest: 4_000_000), parameters: parameters)
      free[Int(plain.ladder(in: items)), default: 0] += 1
      parameters.hyphenLadder = 3
      parameters.ladderDemerits = 100_000
      let house = breaker.lines(
        of: items, shape: LineShape(rest: 4_000_000), parameters: parameters)
      kept[Int(house.ladder(in: items)), default: 0] += 1
    }
    #expect(free.keys.contains { $0 > 3 })
    #expect(!kept.keys.contains { $0 > 3 })
    #expect(kept[3, default: 0] < free[3, default: 0])
  }

  /// Forty words of which most can be parted.
  private static func items(_ numbers: inout LineBreakerTests.Numbers) -> [Item] {
    var items: [Item] = []
    for word in 0..<40 {
      if word > 0 { items.append(.glue(200_000, stretch: 100_000, shrink: 66_000)) }
      items.append(.box(Int32(200_000 + numbers.next(below: 500_000))))
      if numbers.next(below: 4) > 0 {
        items.append(
          .discretionary(
            before: 100_000, penalty: -200, flags: [.flagged, .hyphenation]))
        items.append(.box(Int32(200_000 + numbers.next(below: 400_000))))
      }
    }
    items.append(.penalty(10_000))
    items.append(.glue(0, stretch: 65_536, shrink: 0, isInfinite: true))
    return items
  }

  @Test("T34: a last line of less than a third of the measure is avoided where it can be")
  func lastLines() throws {
    var short = 0
    var shortWithout = 0
    for mm in 40...110 {
      var typesetter = Typesetter(fonts: try Setting.fonts(), hyphenation: try Setting.book())
      for isOn in [false, true] {
        var setting = ParagraphSetting(lineWidth: .mm(mm))
        setting.breaking.tolerance = 2_000
        if isOn { setting.breaking.shortLastLineDemerits = 100_000 }
        let set = typesetter.typeset(Setting.paragraph(Setting.prose), setting)
        let last = try #require(set.lines.last)
        let width = last.pieces.map { set.pieces[Int($0)] }.map { $0.x + $0.width }.max() ?? .zero
        if width * 3 < .mm(mm) {
          if isOn { short += 1 } else { shortWithout += 1 }
        }
      }
    }
    #expect(short < shortWithout)
  }

  @Test("With the rules of the house off the parameters are TeX's")
  func off() {
    let plain = BreakParameters()
    #expect(plain.hyphenLadder == 0 && plain.ladderDemerits == 0)
    #expect(plain.shortLastLineDemerits == 0)
    #expect(BreakParameters.house.hyphenLadder == 3)
  }
}
