import Core
import Fonts
import Style
import Testing

@testable import Typesetting

/// Faults between lines: rivers and words under themselves.
@Suite struct RescoringTests {
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

  /// The spaces of each line as they were set, without the one that hangs at its end.
  private func spaces(_ set: TypesetParagraph) -> [[ClosedRange<Int32>]] {
    set.lines.map { line in
      var found: [ClosedRange<Int32>] = []
      for number in line.pieces {
        let piece = set.pieces[Int(number)]
        var x = (line.offset + piece.x).sp
        for index in piece.glyphs {
          let glyph = set.glyphs[Int(index)]
          if set.text[Int(glyph.text)] == 0x20 { found.append(x...x + glyph.advance) }
          x += glyph.advance
        }
      }
      if line.end == .space { found.removeLast() }
      return found
    }
  }

  /// How often white has run down through three lines at least, told from what was set.
  private func rivers(_ set: TypesetParagraph) throws -> Int {
    let face = try Setting.fonts().faces[0]
    let space = try #require(face.glyph(for: 0x20))
    let natural = Length.pt(10).sp * face.advance(of: space) / face.unitsPerEm
    var above: [(ClosedRange<Int32>, Int)] = []
    var count = 0
    for line in spaces(set) {
      above = line.map { space in
        let depth = above.reduce(1) { deepest, upper in
          let shared =
            min(space.upperBound, upper.0.upperBound) - max(space.lowerBound, upper.0.lowerBound)
          return shared * 2 >= natural ? max(deepest, upper.1 + 1) : deepest
        }
        if depth > 2 { count += 1 }
        return (space, depth)
      }
    }
    return count
  }

  /// How many lines start or end with the word that the line above them starts or ends with.
  private func stacked(_ set: TypesetParagraph) -> Int {
    var above: (first: String?, last: String?)
    var count = 0
    var isParted = false
    for line in Setting.lines(set) {
      let words = line.lowercased().split(separator: " ").map { $0.filter(\.isLetter) }
      let ends = line.hasSuffix("\u{AD}")
      let edges = (first: isParted ? nil : words.first, last: ends ? nil : words.last)
      if let first = edges.first, first == above.first { count += 1 }
      if let last = edges.last, last == above.last { count += 1 }
      above = edges
      isParted = ends
    }
    return count
  }

  /// Two paragraphs' worth, so that many lines lie under others.
  private static let text = Setting.prose + " " + Setting.prose

  @Test("Rivers cost what they are worth: fewer run, and without a price nothing changes")
  func fewerRivers() throws {
    var before = 0
    var after = 0
    for mm in stride(from: 60, through: 130, by: 2) {
      let plain = try Self.set(Self.text, mm: mm) { _ in }
      let priced = try Self.set(Self.text, mm: mm) { $0.riverDemerits = 200_000 }
      before += try rivers(plain)
      after += try rivers(priced)
      #expect(priced.demerits >= plain.demerits, "the optimum is the optimum")
      // As every river costs, the choice is never the worse one.
      #expect(
        priced.demerits + 200_000 * Int64(try rivers(priced))
          <= plain.demerits + 200_000 * Int64(try rivers(plain)))
      #expect(priced.lines.allSatisfy { !$0.isOverfull })
      #expect(Setting.lines(priced).joined().filter { $0 != "\u{AD}" } == Self.text)
    }
    #expect(before > 4, "the texts show nothing: \(before) rivers")
    #expect(after * 4 <= before * 3, "\(before) rivers, then \(after)")
  }

  @Test("A word does not stand under itself at the edge if there is another way")
  func stackedWords() throws {
    let text =
      "Plán služeb vznikl ve městě a obcích, plán služeb má pět částí a obce jej schválily, plán "
      + "služeb platí tři roky a obce na něj přispívají, plán služeb se mění jednou za rok."
    var before = 0
    var after = 0
    for mm in 50...90 {
      let plain = try Self.set(text, mm: mm) { _ in }
      let priced = try Self.set(text, mm: mm) { $0.stackedWordDemerits = 200_000 }
      before += stacked(plain)
      after += stacked(priced)
      #expect(stacked(priced) <= stacked(plain), "\(mm) mm")
    }
    #expect(before > 3, "the text shows nothing: \(before)")
    #expect(after < before, "\(before), then \(after)")
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
