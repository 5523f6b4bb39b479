import Core
import Testing

/// Numbers as tables write them, and sums as they would.
@Suite struct PrintedNumberTests {
  @Test func writtenNumbersAreReadExactly() {
    let cases: [(String, Int64, Int, String)] = [
      ("0", 0, 0, ""), ("1\u{A0}250\u{A0}000", 1_250_000, 0, ""),
      ("1\u{202F}250,50", 125_050, 2, ""), ("−12,5", -125, 1, ""), ("-7", -7, 0, ""),
      ("–", 0, 0, ""), ("12 345", 12_345, 0, ""), ("2025", 2_025, 0, ""),
      ("9223372036854775807", 9_223_372_036_854_775_807, 0, ""), ("+3", 3, 0, ""),
      ("1 200 Kč", 1_200, 0, " Kč"), ("−300\u{A0}Kč", -300, 0, "\u{A0}Kč"),
      ("12,5 %", 125, 1, " %"), ("500,–", 500, 0, ",–"), ("7h", 7, 0, "h"),
    ]
    for (text, digits, decimals, unit) in cases {
      let read = WrittenNumber(Array(text.utf8))
      #expect(read?.number == PrintedNumber(digits: digits, decimals: decimals), "\(text)")
      #expect(read?.unit == Array(unit.utf8), "\(text)")
    }
    for text in [
      "", "asi 12", "1 25", ",5", "10–12", "9223372036854775808", "12,5,1", "+", "x",
      "5 Kč (rok 2024)", "3 z celkového počtu všech obcí",
    ] {
      #expect(WrittenNumber(Array(text.utf8)) == nil, "\(text)")
    }
  }

  private func written(_ texts: [String]) -> NumberForm? {
    NumberForm(of: texts.compactMap { WrittenNumber(Array($0.utf8)) })
  }

  /// Rows, their total, and a sum of some of them as the column would write it.
  @Test(arguments: [
    (["1\u{A0}200", "300", "1\u{A0}500"], 12_345, 0, "12\u{A0}345"),
    (["1200", "300", "1500"], 1_234, 0, "1234"),
    (["1200", "10\u{A0}300", "11\u{A0}500"], 1_234, 0, "1234"),
    (["1200", "10\u{A0}300", "11\u{A0}500"], 12_345, 0, "12\u{A0}345"),
    (["12000", "300", "12300"], 1_234_567, 0, "1234567"),
    (["1 200 Kč", "300 Kč", "1 500 Kč"], 12_345, 0, "12\u{A0}345 Kč"),
    (["1\u{202F}200", "300", "1\u{202F}500"], 12_345, 0, "12\u{202F}345"),
    (["-300", "1 200", "900"], -300, 0, "-300"), (["–300", "1 200", "900"], -300, 0, "–300"),
    (["300", "1 200", "1 500"], -5, 0, "−5"), (["+300", "-100", "+200"], 200, 0, "+200"),
    (["+300", "-100", "+200"], 0, 0, "0"), (["1,5 h", "2,0 h", "3,5 h"], 35, 1, "3,5 h"),
    (["1", "2", "3 Kč"], 3, 0, "3"), (["1", "2", "3"], -5, 2, "−0,05"),
    (["1", "2", "3"], 123_456_789, 1, "12\u{A0}345\u{A0}678,9"),
  ])
  func sumsAreWrittenAsTheirColumn(
    _ column: [String], _ digits: Int64, _ decimals: Int, _ words: String
  ) throws {
    let form = try #require(written(column))
    #expect(PrintedNumber(digits: digits, decimals: decimals).words(in: form) == words)
  }

  @Test func differentUnitsHaveNoSum() {
    #expect(written(["1 Kč", "2 tis. Kč", "3 Kč"]) == nil)
  }
}
