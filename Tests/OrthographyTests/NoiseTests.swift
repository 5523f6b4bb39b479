import Core
import Manuscript
import Testing

@testable import Orthography

/// What no one would type, so that no rule looks beyond the text and none loses a digit.
@Suite struct NoiseTests {
  private static let parts = [
    "1", "2", "12", "2015", "384401211", "12500", "0", ".", ",", "-", "–", "—", ":", ";", "/", "(",
    ")", "%", "§", "x", "×", "Kč", "EUR", "h", "hod", "písm", "a", "a)", "A", "IV", "č", "p", "po",
    "út", "ledna", "Ledna", "mil", "Sb", "°C", "m", "km²", "věk", "poměr", "Ing", "MBA", "Malý",
    "et", "\"", "'", "„", "“", "*", "+", "−", "…", "!", "?", " ", " ", " ", " ", "\u{A0}", "  ",
  ]

  /// Whatever is corrected, its digits stay in their order.
  @Test(arguments: 1...24) func digitsStayAsTheyWere(_ seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for _ in 0..<400 {
      var words = ""
      for _ in 0...next(12) { words += Self.parts[next(Self.parts.count)] }
      let outcome = try Setting.correct(words)
      let shown = Setting.shown(outcome)
      #expect(digits(shown) == digits(words), "„\(words)“ → „\(shown)“")
    }
  }

  private func digits(_ text: String) -> [UInt8] { text.utf8.filter { $0 >= 0x30 && $0 <= 0x39 } }
}
