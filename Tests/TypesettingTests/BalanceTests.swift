import Core
import Style
import Testing

@testable import Typesetting

/// Headings in lines about equally long.
@Suite struct BalanceTests {
  private static func set(_ text: String, mm: Int, balances: Bool) throws -> TypesetParagraph {
    var typesetter = Typesetter(fonts: try Setting.fonts(), hyphenation: try Setting.book())
    var breaking = BreakParameters()
    breaking.hyphenPenalty = 10_000
    breaking.emergencyStretch = .pt(60)
    breaking.balances = balances
    return typesetter.typeset(
      Setting.paragraph(text),
      ParagraphSetting(
        lineWidth: .mm(mm), alignment: .left, hyphenate: false, breaking: breaking))
  }

  private static let titles = [
    "Podpora pečujících osob a rodin v obcích správního obvodu",
    "Síť služeb, její rozvoj během let 2025–2028, návrh určený projednání zastupitelstvy obcí",
    "Dostupná pečovatelská služba večer",
  ]

  @Test("As many lines as it takes, the shortest as long as can be", arguments: titles)
  func balanced(title: String) throws {
    for mm in [45, 60, 80] {
      let plain = try Self.set(title, mm: mm, balances: false)
      let even = try Self.set(title, mm: mm, balances: true)
      #expect(even.lines.count == plain.lines.count)
      #expect(Setting.lines(even).joined() == Setting.lines(plain).joined())
      let widest = even.lines.map(\.width).max() ?? .zero
      #expect(widest <= .mm(mm))
      #expect(widest <= (plain.lines.map(\.width).max() ?? .zero))
      // No choice of as many lines has a narrower widest line: a point less takes more lines.
      if even.lines.count > 1 {
        let narrower = try Self.set(
          title, mm: Int((Int64(widest.sp) - 100_000) * 254 / 10 / 72 / 65_536), balances: false)
        #expect(
          narrower.lines.count > even.lines.count
            || narrower.lines.contains { $0.end == .emergency || $0.isOverfull })
      }
    }
  }
}
