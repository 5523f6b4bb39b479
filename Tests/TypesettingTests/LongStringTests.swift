import Core
import Style
import Testing

@testable import Typesetting

/// What is wider than its line: words part with hyphens, addresses and codes without, and never
/// where the reader would take a piece for something else (T23).
@Suite struct LongStringTests {
  private static let address =
    "https://www.kr-jihocesky.cz/dokumenty/2024/plan-socialnich-sluzeb/priloha_c_3/?id=1234567890"
    + "&typ=st%C5%99edn%C4%9Bdob%C3%BD%20pl%C3%A1n%20rozvoje%20soci%C3%A1ln%C3%ADch%20slu%C5%BEeb"
    + "&stav=schv%C3%A1leno&obdob%C3%AD=2025-2027&oblast=P%C3%A9%C4%8De~o~seniory;verze=2.1.14"
    + "#kapitola-7.3+tabulka_12&konec"

  private static func set(
    _ text: String, mm: Int, alignment: Alignment = .left, hyphenate: Bool = true,
    verbatim: Bool = false
  ) throws -> [(text: String, line: TypesetLine)] {
    var typesetter = Typesetter(fonts: try Setting.fonts(), hyphenation: try Setting.book())
    var setting = ParagraphSetting(lineWidth: .mm(mm), alignment: alignment)
    setting.hyphenate = hyphenate
    let set = typesetter.typeset(Setting.paragraph(text, verbatim: verbatim), setting)
    let lines = Setting.lines(set)
    #expect(set.lines.filter(\.isOverfull).isEmpty, "\(mm) mm: \(lines)")
    for line in set.lines { #expect(line.offset + line.width <= .mm(mm) + .pt(1)) }
    let printed = lines.joined().unicodeScalars.filter { $0 != "\u{AD}" }
    #expect(String(String.UnicodeScalarView(printed)) == text)
    return zip(lines, set.lines).map { ($0, $1) }
  }

  /// The pieces of an address on its lines, without the words around it.
  private func expectWhole(_ lines: [(text: String, line: TypesetLine)]) {
    for (number, (text, line)) in lines.enumerated().dropLast() {
      #expect(line.hyphen == .none, "\(text)")
      let next = lines[number + 1].text
      guard !text.hasSuffix(" ") else { continue }
      // Not behind a hyphen, not inside of an escape, a character or `://`.
      #expect(!text.hasSuffix("-") && !text.hasSuffix("%"), "\(text)")
      #expect(!text.hasSuffix(":/") && !text.hasSuffix("://"), "\(text)")
      #expect(!text.hasSuffix(":") || !next.hasPrefix("//"), "\(text)")
      let bytes = Array(text.utf8)
      #expect(bytes.count < 2 || bytes[bytes.count - 2] != 0x25, "\(text)")
      if let high = UInt8(text.suffix(2), radix: 16), text.dropLast(2).hasSuffix("%"), high >= 0x80,
        next.hasPrefix("%"), let low = UInt8(next.dropFirst().prefix(2), radix: 16)
      {
        #expect(low & 0xC0 != 0x80, "\(text)|\(next)")
      }
    }
  }

  @Test("Addresses of three hundred letters", arguments: [16, 18, 25, 40, 60, 118])
  func addresses(mm: Int) throws {
    #expect(Self.address.utf8.count > 290)
    for alignment in [Alignment.left, .justified] {
      for (hyphenate, verbatim) in [(true, false), (false, false), (true, true)] {
        expectWhole(
          try Self.set(
            "Viz \(Self.address) na webu.", mm: mm, alignment: alignment, hyphenate: hyphenate,
            verbatim: verbatim))
      }
    }
  }

  @Test("A column narrower than a character's escapes is not left, either", arguments: [6, 9, 12])
  func narrow(mm: Int) throws {
    for (text, _) in try Self.set(Self.address, mm: mm) { #expect(!text.isEmpty) }
  }

  @Test("Where there is room, an address parts at its marks only", arguments: [40, 60, 118])
  func marks(mm: Int) throws {
    let lines = try Self.set(Self.address, mm: mm)
    for (number, (text, _)) in lines.enumerated().dropLast() {
      let next = lines[number + 1].text
      #expect(text.hasSuffix("/") || "-?&#=._~;+%".contains(next.prefix(1)), "\(text)|\(next)")
    }
  }

  @Test("Mail, account numbers and sums of files", arguments: [12, 18, 25, 40])
  func codes(mm: Int) throws {
    for code in [
      "vedouci.odboru.socialnich-veci.a.zdravotnictvi_podatelna@krajsky-urad-jihocesky.example.cz",
      "CZ6508000000192000145399CZ6508000000192000145399",
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
      "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66",
    ] {
      let lines = try Self.set("Údaj \(code) platí.", mm: mm)
      expectWhole(lines)
    }
    // Groups of an account number part at their spaces.
    let iban = try Self.set("CZ65\u{A0}0800\u{A0}0000\u{A0}1920\u{A0}0014\u{A0}5399", mm: 18)
    #expect(iban.count > 1 && iban.allSatisfy { $0.line.end != .emergency })
  }

  @Test("A word longer than its line has a hyphen at each part", arguments: [12, 14, 18, 25, 40])
  func words(mm: Int) throws {
    for word in [
      "nejneobhospodařovávatelnějšího", "středoevropskoasijskoaustralskoamerického",
      "Nejzdevětadevadesáteronásobitelnější", "NEJNEOBHOSPODAŘOVÁVATELNĚJŠÍHO",
      "žžžžžžžžžžžžžžžžžžžžžžžžžžžžžžžžžžžžžžžž",
    ] {
      for hyphenate in [true, false] {
        let lines = try Self.set("„\(word)“,", mm: mm, hyphenate: hyphenate)
        for (number, (text, line)) in lines.enumerated().dropLast() {
          #expect(line.hyphen == .added, "\(mm) mm: \(lines.map(\.text))")
          #expect(text.filter(\.isLetter).count >= 2)
          let rest = lines[(number + 1)...].map(\.text).joined()
          #expect(rest.filter(\.isLetter).count >= 3, "\(lines.map(\.text))")
        }
      }
    }
  }

  @Test("Words part where the patterns part them as long as that is enough")
  func patterns() throws {
    let whole = try Self.set("nejneobhospodařovávatelnějšího", mm: 200)
    #expect(whole.count == 1)
    var typesetter = Typesetter(fonts: try Setting.fonts(), hyphenation: try Setting.book())
    let paragraph = Setting.paragraph("nejneobhospodařovávatelnějšího")
    _ = typesetter.typeset(paragraph, ParagraphSetting(lineWidth: .mm(300)))
    let points = Set(
      paragraph.text.indices.filter {
        typesetter.places[$0] == Typesetter.Place.hyphenation
      })
    for mm in [18, 25, 40] {
      var byte = 0
      for (text, _) in try Self.set("nejneobhospodařovávatelnějšího", mm: mm, hyphenate: false)
        .dropLast()
      {
        byte += text.unicodeScalars.filter { $0 != "\u{AD}" }.reduce(0) {
          $0 + String($1).utf8.count
        }
        #expect(points.contains(byte), "\(mm) mm: \(text)")
      }
    }
  }

  @Test("An endless word makes no endless column")
  func columns() throws {
    var typesetter = Typesetter(fonts: try Setting.fonts(), hyphenation: try Setting.book())
    for text in [Self.address, String(repeating: "nejneobhospodařovávatelnější", count: 9)] {
      // Columns are measured by whole words.
      var setting = ParagraphSetting(lineWidth: .mm(100))
      setting.hyphenate = false
      let widths = typesetter.contentWidths(Setting.paragraph(text), setting)
      #expect(widths.minimal <= .pt(160) && widths.minimal >= .pt(80), "\(widths)")
      #expect(widths.natural > .pt(400))
    }
  }
}
