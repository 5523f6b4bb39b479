import Core

/// An encoding other than UTF-8 in which spreadsheet programs save CSV.
enum ForeignEncoding: String {
  /// Windows' code page of Central Europe.
  case cp1250 = "Windows-1250 (CP1250)"
  /// UTF-16 with a byte order mark, which Excel calls Unicode text.
  case utf16 = "UTF-16"

  /// The text of a file in such an encoding, and which it is; nil where the bytes are UTF-8, or a
  /// mixture that no encoding explains.
  static func decoded(_ bytes: [UInt8]) -> (text: [UInt8], encoding: ForeignEncoding)? {
    // Neither mark occurs at the start of a Czech text in a one-byte encoding.
    if bytes.starts(with: [0xFF, 0xFE]) { return wide(bytes, low: 0).map { ($0, .utf16) } }
    if bytes.starts(with: [0xFE, 0xFF]) { return wide(bytes, low: 1).map { ($0, .utf16) } }
    guard firstFault(in: bytes) != nil, !isMostlyUTF8(bytes) else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 4)
    for byte in bytes {
      guard byte >= 0x80 else {
        text.append(byte)
        continue
      }
      let value = upperHalf[Int(byte) - 0x80]
      guard value > 0 else { return nil }
      text.append(value < 0x800 ? UInt8(0xC0 | value >> 6) : UInt8(0xE0 | value >> 12))
      if value >= 0x800 { text.append(UInt8(0x80 | value >> 6 & 0x3F)) }
      text.append(UInt8(0x80 | value & 0x3F))
    }
    return (text, .cp1250)
  }

  private static func wide(_ bytes: [UInt8], low: Int) -> [UInt8]? {
    guard bytes.count % 2 == 0 else { return nil }
    let units = stride(from: 2, to: bytes.count, by: 2).map { position in
      UInt16(bytes[position + low]) | UInt16(bytes[position + 1 - low]) << 8
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// Whether as many letters are right in UTF-8 as wrong: such a file is damaged UTF-8, and its
  /// letters would become others in CP1250. In Czech CP1250 two such letters are rare neighbours.
  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var right = 0
    var wrong = 0
    var position = 0
    while position < bytes.count {
      let lead = bytes[position]
      let length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 0
      let tail = bytes[position...].dropFirst().prefix(max(0, length - 1))
      if length > 1, tail.count == length - 1, tail.allSatisfy({ $0 & 0xC0 == 0x80 }) {
        right += 1
        position += length
      } else {
        wrong += lead < 0x80 ? 0 : 1
        position += 1
      }
    }
    return right > 0 && right >= wrong
  }

  /// The letters of CP1250 from 0x80 on; 0 where there is none. *Source:* unicode.org, CP1250.TXT.
  private static let upperHalf: [UInt32] = [
    0x20AC, 0, 0x201A, 0, 0x201E, 0x2026, 0x2020, 0x2021, 0, 0x2030, 0x0160, 0x2039, 0x015A,
    0x0164, 0x017D, 0x0179, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0, 0x2122,
    0x0161, 0x203A, 0x015B, 0x0165, 0x017E, 0x017A, 0x00A0, 0x02C7, 0x02D8, 0x0141, 0x00A4,
    0x0104, 0x00A6, 0x00A7, 0x00A8, 0x00A9, 0x015E, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x017B,
    0x00B0, 0x00B1, 0x02DB, 0x0142, 0x00B4, 0x00B5, 0x00B6, 0x00B7, 0x00B8, 0x0105, 0x015F,
    0x00BB, 0x013D, 0x02DD, 0x013E, 0x017C, 0x0154, 0x00C1, 0x00C2, 0x0102, 0x00C4, 0x0139,
    0x0106, 0x00C7, 0x010C, 0x00C9, 0x0118, 0x00CB, 0x011A, 0x00CD, 0x00CE, 0x010E, 0x0110,
    0x0143, 0x0147, 0x00D3, 0x00D4, 0x0150, 0x00D6, 0x00D7, 0x0158, 0x016E, 0x00DA, 0x0170,
    0x00DC, 0x00DD, 0x0162, 0x00DF, 0x0155, 0x00E1, 0x00E2, 0x0103, 0x00E4, 0x013A, 0x0107,
    0x00E7, 0x010D, 0x00E9, 0x0119, 0x00EB, 0x011B, 0x00ED, 0x00EE, 0x010F, 0x0111, 0x0144,
    0x0148, 0x00F3, 0x00F4, 0x0151, 0x00F6, 0x00F7, 0x0159, 0x016F, 0x00FA, 0x0171, 0x00FC,
    0x00FD, 0x0163, 0x02D9,
  ]
}

extension ReadingDesk {
  /// Reads a CSV file in whichever encoding and with whichever line ends programs save it.
  mutating func openCSV(_ name: String) -> FileID? {
    guard isInside(name, namedAt: nil), var bytes = text(of: name, namedAt: nil) else { return nil }
    let foreign = ForeignEncoding.decoded(bytes)
    if let foreign { bytes = foreign.text }
    // Line ends of old Macs, by one byte as well: places stay.
    if !bytes.contains(0x0A), bytes.contains(0x0D) {
      for position in bytes.indices where bytes[position] == 0x0D { bytes[position] = 0x0A }
    }
    // A line that tells Excel the separator; blank, so that places stay. Blank rows are left out.
    if let end = FieldTable.endOfSeparatorLine(bytes) {
      for position in 0..<end { bytes[position] = 0x20 }
    }
    guard let file = admit(bytes, as: name) else { return nil }
    if let foreign {
      report(
        IntakeDiagnostics.foreignEncoding, at: .top(of: file),
        Phrase(
          cs: "Tabulka není v UTF-8, přečetli jsme ji jako \(foreign.encoding.rawValue).",
          en: "The table is not UTF-8, it was read as \(foreign.encoding.rawValue)."),
        fix: Phrase(
          cs: "Zkontrolujte diakritiku a soubor uložte jako „CSV UTF-8 (oddělený středníkem)“, "
            + "nebo rovnou jako sešit .xlsx.",
          en: "Check the accents and save the file as “CSV UTF-8”, or as an .xlsx workbook."))
    }
    return file
  }
}
