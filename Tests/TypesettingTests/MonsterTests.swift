import Core
import Fonts
import Style
import Testing

@testable import Typesetting

/// Inputs that no one should write: they must end, in bounded memory, and stay on the page.
@Suite struct MonsterTests {
  private func set(_ text: [UInt8], mm: Int = 120, _ alignment: Alignment = .justified) throws
    -> TypesetParagraph
  {
    var typesetter = try TypesetterTests.typesetter()
    let run = TextRun(
      range: 0..<UInt32(text.count), style: Setting.style(), language: .czech, owner: NodeID(1))
    return typesetter.typeset(
      ParagraphText(text: text, runs: [run]),
      ParagraphSetting(lineWidth: .mm(mm), alignment: alignment))
  }

  @Test("100,000 characters without a space", arguments: Alignment.allCases)
  func hundredThousand(alignment: Alignment) throws {
    let text = (0..<100_000).map { UInt8(0x61 + $0 * 7 % 26) }
    let set = try set(text, alignment)
    #expect(!set.lines.contains { $0.isOverfull })
    #expect(set.lines.allSatisfy { $0.width <= .mm(120) })
    #expect(set.text.filter { $0 != 0xC2 && $0 != 0xAD } == text)
    // Parted between letters, lines are full to within a few of them.
    #expect(set.lines.dropLast().allSatisfy { $0.width > .mm(105) })
  }

  @Test("A word wider than the line inside a paragraph")
  func wideWord() throws {
    let text = "Adresa " + String(repeating: "neobvykledlouheslovobezmezery", count: 8) + " konec."
    for mm in [5, 20, 60] {
      let set = try set(Array(text.utf8), mm: mm)
      #expect(!set.lines.contains { $0.isOverfull }, "\(mm)")
    }
    let codes = try set(
      Array("Číslo 12345678901234567890123456789012345678901234567890".utf8), mm: 40)
    #expect(codes.lines.contains { $0.end == .emergency && $0.hyphen == .none })
    #expect(codes.lines.filter { $0.isOverfull } == [])
    // Tied words part at their ties before they part inside.
    let tied = try set(Array("1 000 000 000 000 000 000 000 000 Kč".utf8), mm: 20)
    #expect(
      tied.lines.count > 1 && tied.lines.allSatisfy { $0.end != .emergency && !$0.isOverfull })
  }

  @Test("A measure of nothing still ends, and says so")
  func noMeasure() throws {
    let set = try set(Array("Komunitní plán".utf8), mm: 0)
    #expect(!set.lines.isEmpty && set.lines.contains { $0.isOverfull })
  }

  @Test("Spaces, slashes, soft hyphens and breaks by the ten thousand")
  func repetitions() throws {
    for unit in [" ", "/", "\u{AD}", "\n", "a/", "a-", "\u{200B}", "\u{301}", "\u{A0}", "– "] {
      let text = Array(String(repeating: unit, count: 10_000).utf8)
      let set = try set(text)
      #expect(set.text.count >= text.count, "\(unit.unicodeScalars)")
    }
  }
}
