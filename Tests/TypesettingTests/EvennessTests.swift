import Core
import Fonts
import Style
import Testing

@testable import Typesetting

/// What the breaker charges beyond TeX: uneven spaces and short last lines.
@Suite struct EvennessTests {
  private static func set(
    _ text: String, mm: Int, _ change: (inout BreakParameters) -> Void
  ) throws -> TypesetParagraph {
    var typesetter = Typesetter(fonts: try Setting.fonts(), hyphenation: try Setting.book())
    var breaking = BreakParameters()
    breaking.pretolerance = -1
    breaking.emergencyStretch = .pt(12)
    change(&breaking)
    return typesetter.typeset(
      Setting.paragraph(text), ParagraphSetting(lineWidth: .mm(mm), breaking: breaking))
  }

  @Test("A last line is rather longer than a third of the measure")
  func lastLines() throws {
    var short = (before: 0, after: 0)
    for mm in 60...110 {
      let measure = Length.mm(mm)
      func isShort(_ set: TypesetParagraph) -> Bool {
        set.lines.last.map { $0.width * 3 < measure } ?? false
      }
      if isShort(try Self.set(Setting.prose, mm: mm) { _ in }) { short.before += 1 }
      if isShort(try Self.set(Setting.prose, mm: mm) { $0.shortLastLineDemerits = 50_000 }) {
        short.after += 1
      }
    }
    #expect(short.before > 5 && short.after < short.before)
  }

  @Test("Evenness makes spaces more even, at the price of hyphens")
  func evenness() throws {
    func deviation(_ set: TypesetParagraph) -> Int {
      set.lines.dropLast().reduce(0) { $0 + Int($1.ratio) * Int($1.ratio) >> 16 }
    }
    var plain = 0
    var even = 0
    for mm in 70...80 {
      plain += deviation(try Self.set(Setting.prose, mm: mm) { $0.pretolerance = 100 })
      even += deviation(try Self.set(Setting.prose, mm: mm) { $0.evenness = 1_000 })
    }
    #expect(even * 10 < plain * 9)
  }
}
