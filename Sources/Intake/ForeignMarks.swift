import Core

/// Marks of other dialects of Markdown that would be printed as they stand: `~~struck~~`, `H~2~O`,
/// `m^2^`.
extension NarrativeReader {
  /// How far apart the two marks of an index may stand.
  private static let longestIndex = 12

  /// Notes such marks; a single „~“ before a number stands for itself.
  mutating func checkForeignMarks(_ bytes: [UInt8], _ offsets: [UInt32]) {
    var position = 0
    while position + 2 < bytes.count {
      guard let end = foreignMark(bytes, offsets, at: position) else {
        position += 1
        continue
      }
      let struck = bytes[position + 1] == 0x7E
      let sign = struck ? "~~" : bytes[position] == 0x7E ? "~" : "^"
      refuse(
        at: SourceSpan(file: source.file, start: offsets[position], end: offsets[end]),
        struck
          ? Phrase(cs: "Přeškrtnutí (\(sign)…\(sign))", en: "Struck text (\(sign)…\(sign))")
          : Phrase(cs: "Index (\(sign)…\(sign))", en: "An index (\(sign)…\(sign))"),
        fix: struck
          ? Phrase(
            cs: "Přeškrtnutá slova smažte; má-li tu znak ~ opravdu být, napište \\~.",
            en: "Delete the struck words; if the sign ~ is meant, write \\~.")
          : Phrase(
            cs: "Napište přímo znak indexu, například ₂ (H₂O) nebo ² (m²); má-li tu znak \(sign) "
              + "opravdu být, napište \\\(sign).",
            en:
              "Write the sign of the index itself, such as ₂ (H₂O) or ² (m²); if the sign \(sign) "
              + "is meant, write \\\(sign)."))
      position = end
    }
  }

  /// Where a mark that begins at a byte ends; nil where none begins.
  private func foreignMark(_ bytes: [UInt8], _ offsets: [UInt32], at position: Int) -> Int? {
    let sign = bytes[position]
    guard sign == 0x7E || sign == 0x5E, bytes[position + 1] != 0x20,
      offsets[position] == 0 || source.bytes[Int(offsets[position]) - 1] != 0x5C
    else { return nil }
    if sign == 0x7E, bytes[position + 1] == sign {
      var end = position + 2
      while end + 1 < bytes.count, bytes[end] != sign || bytes[end + 1] != sign { end += 1 }
      return end + 1 < bytes.count && end > position + 2 ? end + 2 : nil
    }
    // An index hangs on the word before it.
    guard position > 0, isPartOfWord(bytes[position - 1]) else { return nil }
    let reach = bytes[(position + 1)...].prefix(NarrativeReader.longestIndex)
    guard let end = reach.firstIndex(of: sign), end > position + 1,
      !bytes[position..<end].contains(0x20)
    else { return nil }
    return end + 1
  }

  /// Letters, digits, and the end of a bracket.
  private func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x29, 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }
}
