import Core
import Testing

/// Lengths against exact rationals: numerator and denominator as integers, never as Double.
@Suite struct LengthTests {
  /// The nearest integer to `numerator / denominator` by long division in 128 bits, halves away
  /// from zero: an oracle that shares no code with `Length.rounded`.
  private func nearest(_ numerator: Int128, _ denominator: Int128) -> Int128 {
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    guard rest.magnitude * 2 >= denominator.magnitude else { return quotient }
    return quotient + (numerator < 0 ? -1 : 1)
  }

  @Test func `a point is 65536 scaled points`() {
    #expect(Length.pt(1).sp == 65_536)
    #expect(Length.pt(-3).sp == -196_608)
    #expect(Length.pt(32_767).sp == 2_147_418_112)
  }

  @Test func `an inch of 25.4 mm is exactly 72 pt`() {
    #expect(Length.microMetres(25_400) == .pt(72))
    #expect(Length.microMetres(254_000) == .pt(720))
  }

  @Test func `the sides of A4 are the nearest scaled points`() {
    #expect(Int128(Length.mm(210).sp) == nearest(210 * 72 * 65_536 * 10, 254))
    #expect(Int128(Length.mm(297).sp) == nearest(297 * 72 * 65_536 * 10, 254))
    #expect(Length.mm(210).description == "595.276")
    #expect(Length.mm(297).description == "841.89")
  }

  @Test func `micrometres are rounded once, like the exact rational`() {
    for count in stride(from: -11_500_000, through: 11_500_000, by: 7_919) {
      let exact = nearest(Int128(count) * 72 * 65_536, 25_400)
      #expect(Int128(Length.microMetres(count).sp) == exact)
    }
  }

  @Test func `thousandths of a point are rounded once, like the exact rational`() {
    for count in stride(from: -32_000_000, through: 32_000_000, by: 13_337) {
      #expect(Int128(Length.milliPoints(count).sp) == nearest(Int128(count) * 65_536, 1_000))
    }
    #expect(Length.milliPoints(10_300).sp == 675_021)  // 675020.8
  }

  @Test(
    arguments: [
      (1, 2, 1), (-1, 2, -1), (3, 2, 2), (-3, 2, -2), (1, 3, 0), (2, 3, 1), (-2, 3, -1), (5, 5, 1),
      (7, 5, 1), (8, 5, 2), (-7, 5, -1), (-8, 5, -2), (0, 9, 0),
    ] as [(Int64, Int64, Int64)])
  func `halves go away from zero`(numerator: Int64, denominator: Int64, expected: Int64) {
    #expect(Length.rounded(numerator, over: denominator) == expected)
  }

  @Test func `scaling keeps 64 bits in between`() {
    let length = Length.pt(20_000)
    for (numerator, denominator) in [(1, 3), (999, 1_000), (1_000, 999), (-7, 11), (355, 226)] {
      let exact = nearest(Int128(length.sp) * Int128(numerator), Int128(denominator))
      let scaled = length.scaled(by: Int64(numerator), over: Int64(denominator))
      #expect(Int128(scaled.sp) == exact)
    }
  }

  @Test func `sums are exact in any order`() {
    let parts = (1...2_000).map { Length.milliPoints($0 * 3 + 1) }
    let forward = parts.reduce(into: Length.zero) { $0 += $1 }
    let backward = parts.reversed().reduce(into: Length.zero) { $0 += $1 }
    let total = parts.reduce(Int64(0)) { $0 + Int64($1.sp) }
    #expect(forward == backward)
    #expect(Int64(forward.sp) == total)
    var rest = forward
    for part in parts { rest -= part }
    #expect(rest == .zero)
    #expect(-forward + forward == .zero)
  }

  @Test func `what does not fit on a page is held at its edge`() {
    #expect(Length(clamping: Int64.max) == .max)
    #expect(Length(clamping: Int64.min).sp == .min)
    #expect(Length.pt(40_000) == .max)
    #expect(Length.pt(30_000) * 2 == .max)
    #expect(Length.mm(20_000) == .max)
  }

  @Test func `division drops the fraction towards zero`() {
    #expect((Length(sp: 7) / 2).sp == 3)
    #expect((Length(sp: -7) / 2).sp == -3)
    #expect(Length.pt(2) / 2 == .pt(1))
    #expect(Length.pt(1) < .pt(2))
  }
}

@Suite struct DecimalTests {
  @Test(
    arguments: [
      (0, "0"), (65_536, "1"), (-65_536, "-1"), (32_768, "0.5"), (-32_768, "-0.5"),
      (98_304, "1.5"), (66, "0.001"), (-66, "-0.001"), (1, "0"), (-1, "0"), (459_007, "7.004"),
      (458_949, "7.003"), (65_535, "1"), (.max, "32768"), (.min, "-32768"), (7_749_632, "118.25"),
    ] as [(Int32, String)])
  func `points have at most three decimals`(sp: Int32, expected: String) {
    #expect(Decimal3.text(sp: sp) == expected)
    #expect(Length(sp: sp).description == expected)
  }

  @Test func `the printed value is the nearest thousandth`() {
    for sp in stride(from: Int32.min + 5, to: Int32.max - 999_983, by: 999_983) {
      let text = Decimal3.text(sp: sp)
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      let fraction = parts.count == 2 ? String(parts[1]) : ""
      #expect(fraction.count <= 3 && !fraction.hasSuffix("0"))
      let digits = parts[0] + fraction + String(repeating: "0", count: 3 - fraction.count)
      let thousandths = Int64(digits) ?? .max
      // |printed − exact| ≤ half a thousandth, all in units of 1/65536000 pt.
      #expect((thousandths * 65_536 - Int64(sp) * 1_000).magnitude <= 32_768)
    }
  }
}
