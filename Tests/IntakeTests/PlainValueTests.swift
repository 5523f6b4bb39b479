import Core
import Planning
import Testing

@testable import Intake

@Suite struct PlainValueTests {
  @Test(
    arguments: [
      ("1 250 000", 1_250_000), ("1\u{A0}250", 1_250), ("0", 0), ("007", 7),
      ("1 000 000 000 000", 1_000_000_000_000), ("1 000 000 000 001", nil), ("1.250", nil),
      ("-5", nil), ("", nil), (" ", nil), ("12 tis.", nil), ("9999999999999999999999", nil),
    ] as [(String, Int64?)])
  func whole(_ text: String, _ expected: Int64?) { #expect(PlainValue.whole(text) == expected) }

  @Test(
    arguments: [
      ("5. 11. 2024", "2024-11-05"), ("5.11.2024", "2024-11-05"), ("2024-11-05", "2024-11-05"),
      ("5. listopadu 2024", "2024-11-05"), ("29. 2. 2024", "2024-02-29"), ("29. 2. 2023", nil),
      ("5. 11.", nil), ("11/2024", nil), ("2024-13-01", nil), ("", nil), ("0. 1. 2024", nil),
    ] as [(String, String?)])
  func date(_ text: String, _ expected: String?) {
    #expect(PlainValue.date(text)?.description == expected)
  }

  @Test(
    arguments: [
      ("2025–2027", "2025–2027"), ("2025-2027", "2025–2027"), ("2025 – 2027", "2025–2027"),
      ("2025", "2025"), ("2025 až 2027", "2025–2027"), ("2027–2025", nil), ("25–27", nil),
      ("2025–2026–2027", nil), ("–", nil),
    ] as [(String, String?)])
  func period(_ text: String, _ expected: String?) {
    #expect(PlainValue.period(text)?.description == expected)
  }

  @Test(
    arguments: [
      ("3/2025 – 12/2026", "3/2025\u{A0}– 12/2026"), ("2025–2027", "2025–2027"), ("2026", "2026"),
      ("průběžně", "průběžně"), ("9/2025–2027", "9/2025\u{A0}– 2027"), ("13/2025", nil),
      ("12/2025 – 3/2025", nil), ("brzy", nil), ("", nil),
    ] as [(String, String?)])
  func term(_ text: String, _ expected: String?) {
    #expect(PlainValue.term(text)?.text == expected)
  }

  @Test(
    arguments: [
      ("250 000 Kč", .amount(250_000)), ("250000", .amount(250_000)), ("0 Kč", .zero),
      ("bez nákladů", .zero), ("v rámci 1.1.2", .within(Code("1.1.2"))), ("nevyčísleno", .unknown),
      ("100 000 – 150 000 Kč", .range(100_000, 150_000)),
      ("100 000 Kč až 150 000 Kč", .range(100_000, 150_000)), ("150 – 100 Kč", nil), ("mnoho", nil),
      ("v rámci", nil), ("", nil),
    ] as [(String, Cost?)])
  func cost(_ text: String, _ expected: Cost?) { #expect(PlainValue.cost(text) == expected) }

  @Test(
    arguments: [
      ("1,5", "1,5"), ("1 250", "1\u{A0}250"), ("0,05", "0,05"), ("11,50", "11,50"), ("1.5", nil),
      ("1,", nil), (",5", nil), ("1,2,3", nil),
    ] as [(String, String?)])
  func quantity(_ text: String, _ expected: String?) {
    #expect(PlainValue.quantity(text)?.description == expected)
  }

  @Test(
    arguments: [
      ("49.079920", 49_079_920), ("15,4", 15_400_000), ("-0.5", -500_000), ("181", nil), ("", nil),
      ("49.0799201234", 49_079_920), ("4 9", nil), ("1.2.3", nil),
    ] as [(String, Int32?)])
  func degrees(_ text: String, _ expected: Int32?) {
    #expect(PlainValue.degrees(text) == expected)
  }

  @Test(
    arguments: [
      (Array("Příliš".utf8), nil), ([0x41, 0xC0, 0xAF], 1), ([0xED, 0xA0, 0x80], 0),
      ([0x41, 0xF0, 0x9F, 0x98], 1), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xC5], 0), ([], nil),
      ([0xF0, 0x9F, 0x98, 0x80, 0xFF], 4),
    ] as [([UInt8], Int?)])
  func encoding(_ bytes: [UInt8], _ expected: Int?) {
    #expect(firstFault(in: bytes) == expected)
    #expect((String(validating: bytes, as: UTF8.self) == nil) == (expected != nil))
  }
}
