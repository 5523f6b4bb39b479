import Core
import Style
import Testing

@testable import Typesetting

/// Rivers of white, and words that stand below themselves at the edges of lines.
@Suite struct BlemishTests {
  private static func set(
    _ text: String, mm: Int, avoids: Bool
  ) throws -> (lines: [String], words: [UInt8], found: Blemishes, cost: Int64) {
    var typesetter = Typesetter(fonts: try Setting.fonts(), hyphenation: try Setting.book())
    var breaking = BreakParameters()
    breaking.avoidsBlemishes = avoids
    breaking.emergencyStretch = .pt(12)
    let paragraph = Setting.paragraph(text)
    let setting = ParagraphSetting(lineWidth: .mm(mm), breaking: breaking)
    let set = typesetter.typeset(paragraph, setting)
    // The breaker's result is asked for again, to be looked at on its own.
    let measure = Measure(setting)
    var result = typesetter.breaker.lines(
      of: typesetter.items, shape: measure.shape, background: measure.background,
      parameters: measure.parameters)
    if avoids { typesetter.choose(&result, paragraph, measure) }
    // What hyphens were added is no word.
    let words = String(decoding: set.text, as: UTF8.self).unicodeScalars.filter { $0 != "\u{AD}" }
    return (
      Setting.lines(set), Array(String(String.UnicodeScalarView(words)).utf8),
      typesetter.blemishes(of: result, paragraph),
      Self.cost(typesetter.blemishes(of: result, paragraph), breaking)
    )
  }

  /// What all blemishes cost, those included that the breaker's demerits have.
  private static func cost(_ found: Blemishes, _ breaking: BreakParameters) -> Int64 {
    found.demerits(breaking) + Int64(found.pairs) * Int64(breaking.stackedWordDemerits)
  }

  /// Prose in which one word comes again and again, about as often as lines begin.
  private static let text: String = {
    var words: [String] = []
    for (number, word) in Setting.prose.split(separator: " ").enumerated() {
      words.append(String(word))
      if number % 5 == 3 { words.append("služby") }
    }
    return words.joined(separator: " ")
  }()

  @Test func blemishesAreFoundAndFewerAreLeft() throws {
    var before: Int64 = 0
    var after: Int64 = 0
    var changed = 0
    for mm in stride(from: 60, through: 130, by: 2) {
      let plain = try Self.set(Self.text, mm: mm, avoids: false)
      let better = try Self.set(Self.text, mm: mm, avoids: true)
      #expect(plain.lines.count == better.lines.count)
      #expect(plain.words == better.words)
      #expect(better.cost <= plain.cost)
      before += plain.cost
      after += better.cost
      if plain.lines != better.lines { changed += 1 }
    }
    #expect(before > 0)
    #expect(after < before)
    #expect(changed > 0)
  }

  @Test func theSameWordAtThreeLinesIsAStack() throws {
    // Forced lines: the words at their edges are what they are.
    let text = "obec a kraj\nobec i stát\nobec má víc\nnic"
    let bytes = Array(text.utf8)
    var typesetter = Typesetter(fonts: try Setting.fonts(), hyphenation: try Setting.book())
    let paragraph = Setting.paragraph(text)
    let setting = ParagraphSetting(lineWidth: .mm(60), alignment: .left)
    _ = typesetter.typeset(paragraph, setting)
    let measure = Measure(setting)
    let result = typesetter.breaker.lines(
      of: typesetter.items, shape: measure.shape, background: measure.background,
      parameters: measure.parameters)
    #expect(result.lines.count == 4, "\(bytes.count)")
    let found = typesetter.blemishes(of: result, paragraph)
    #expect(found.stacks == 1)
    #expect(found.pairs == 1)
  }

  @Test func whatIsChosenIsTheLeastOfAllWaysCompared() throws {
    var typesetter = Typesetter(fonts: try Setting.fonts(), hyphenation: try Setting.book())
    var breaking = BreakParameters()
    breaking.avoidsBlemishes = true
    breaking.hyphenLadder = 3
    breaking.stackedWordDemerits = 1_000_000
    breaking.riverDemerits = 100_000
    breaking.emergencyStretch = .pt(12)
    var changed = 0
    for mm in stride(from: 60, through: 130, by: 2) {
      let paragraph = Setting.paragraph(Self.text)
      let setting = ParagraphSetting(lineWidth: .mm(mm), breaking: breaking)
      _ = typesetter.typeset(paragraph, setting)
      let measure = Measure(setting)
      let first = typesetter.breaker.lines(
        of: typesetter.items, shape: measure.shape, background: measure.background,
        parameters: measure.parameters)
      var chosen = first
      typesetter.choose(&chosen, paragraph, measure)
      func total(_ way: BreakResult) -> Int64 {
        way.demerits + typesetter.blemishes(of: way, paragraph).demerits(breaking)
      }
      let items = typesetter.items
      var breaker = LineBreaker()
      breaker.words = typesetter.breaker.words
      _ = breaker.lines(
        of: items, shape: measure.shape, background: measure.background,
        parameters: measure.parameters)
      let ways = breaker.alternatives(
        8, to: first, of: items, shape: measure.shape, background: measure.background,
        parameters: measure.parameters)
      let allowed = ways.filter {
        $0.lines.count == first.lines.count && $0.ladder(in: items) <= first.ladder(in: items)
      }
      #expect(total(chosen) == min(total(first), allowed.map(total).min() ?? .max))
      #expect(chosen.lines.count == first.lines.count)
      if chosen != first { changed += 1 }
    }
    #expect(changed > 0)
  }

  /// The breaker weighs words that stand below themselves exactly: no other way, though dearer in
  /// all else, is cheaper with them.
  @Test func wordsBelowThemselvesAreWeighedByTheBreaker() throws {
    var typesetter = Typesetter(fonts: try Setting.fonts(), hyphenation: try Setting.book())
    var breaking = BreakParameters()
    breaking.avoidsBlemishes = true
    breaking.pretolerance = -1
    breaking.stackedWordDemerits = 40_000
    breaking.emergencyStretch = .pt(12)
    var fewer = 0
    for mm in stride(from: 70, through: 130, by: 6) {
      let paragraph = Setting.paragraph(Self.text)
      let setting = ParagraphSetting(lineWidth: .mm(mm), breaking: breaking)
      _ = typesetter.typeset(paragraph, setting)
      let measure = Measure(setting)
      let best = typesetter.breaker.lines(
        of: typesetter.items, shape: measure.shape, background: measure.background,
        parameters: measure.parameters)
      // The same without the words: all its ways, the words counted afterwards.
      var breaker = LineBreaker()
      let plain = breaker.lines(
        of: typesetter.items, shape: measure.shape, background: measure.background,
        parameters: measure.parameters)
      let ways = breaker.alternatives(
        60, to: plain, of: typesetter.items, shape: measure.shape,
        background: measure.background, parameters: measure.parameters)
      let totals = ways.map {
        $0.demerits + Int64(typesetter.blemishes(of: $0, paragraph).pairs) * 40_000
      }
      let least = try #require(totals.min())
      if least < ways[ways.count - 1].demerits { #expect(best.demerits == least, "\(mm) mm") }
      #expect(best.demerits <= least)
      if best.lines != plain.lines { fewer += 1 }
    }
    #expect(fewer > 0)
  }
}
