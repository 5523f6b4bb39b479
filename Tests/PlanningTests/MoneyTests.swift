import Planning
import Testing

@Suite struct MoneyTests {
  /// Zero, a range, within another and not yet known are four different things in a sum.
  @Test func regimesStayDifferentWhenAdded() {
    let costs: [Cost] = [
      .amount(250_000), .range(100_000, 150_000), .zero, .within(Code("1.1.2")), .unknown, .unknown,
    ]
    let sum = costs.total(\.money)
    #expect(sum == Money(from: 350_000, to: 400_000, unknowns: 2))
    #expect(sum.amount == "350\u{A0}000–400\u{A0}000\u{A0}Kč")
    #expect("\(sum)" == "350000–400000 + 2 unknown")
    #expect(Cost.zero.money == .zero && Cost.unknown.money != .zero)
    #expect(Money.unknown.isUnknown && !Money.zero.isUnknown && !sum.isUnknown)
    #expect("\(Money.unknown)" == "unknown" && "\(Money.zero)" == "0")
    #expect(Money(5).isExact && !sum.isExact && [Money]().total(\.self) == .zero)
  }

  @Test(arguments: [
    ("384 401 211", "+420\u{A0}384\u{A0}401\u{A0}211"),
    ("+420384401211", "+420\u{A0}384\u{A0}401\u{A0}211"),
    ("800 112 233", "+420\u{A0}800\u{A0}112\u{A0}233"), ("116111", "116\u{A0}111"),
    ("112", "112"), ("+43 1 2345678", "+43\u{A0}1\u{A0}2345678"),
  ])
  func telephonesArePrintedInGroups(_ text: String, _ printed: String) {
    #expect(Telephone(text)?.printed == printed)
  }

  @Test(arguments: [
    "184 401 211", "38440121", "+420 112", "211", "999", "384/401211", "", "+0123456789", "117 111",
  ])
  func otherNumbersAreRefused(_ text: String) {
    #expect(Telephone(text) == nil)
  }

  @Test func telephonesAreDialled() {
    #expect(Telephone("384 401 211")?.address == "tel:+420384401211")
    #expect(Telephone("116 111")?.address == "tel:116111")
  }

  /// The numbers are those of projects that the programmes really had.
  @Test func registrationNumbersFollowPatterns() {
    #expect(follows("CZ.1.04/3.1.03/97.00056", pattern: "CZ.1.04/#.#.##/##.#####"))
    #expect(
      follows(
        "CZ.03.2.63/0.0/0.0/16_063/0006565", pattern: "CZ.03.#.##/#.#/#.#/##_###/#######"))
    #expect(!follows("CZ.1.04/3.1.03/97.0005", pattern: "CZ.1.04/#.#.##/##.#####"))
    #expect(!follows("CZ.1.04/3.1.0x/97.00056", pattern: "CZ.1.04/#.#.##/##.#####"))
  }
}
