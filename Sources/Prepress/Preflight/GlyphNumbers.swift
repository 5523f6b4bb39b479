import PDFSyntax

/// Which glyphs of a composite font the codes of its own map stand for: its widths are stated by
/// glyph, text is shown by code.
///
/// *Source:* ISO 32000-1 §9.7.5; Adobe Technical Note 5014 (`begincidrange`, `begincidchar`).
struct GlyphNumbers {
  /// Ranges of codes, and the glyph of the first code of each.
  private var ranges: [(codes: ClosedRange<Int>, first: Int)] = []

  /// Reads a map; one that the file does not hold, as Identity-H, changes nothing.
  init(_ encoding: PDFObject, _ reader: PDFReader) {
    guard case .stream = encoding, let data = try? reader.data(of: encoding),
      data.count <= 1 << 20
    else { return }
    var wordsOfEntry = 0
    var numbers: [Int] = []
    for word in data.split(whereSeparator: { $0 <= 0x20 }) {
      switch String(decoding: word.prefix(20), as: UTF8.self) {
      case "begincidrange": (wordsOfEntry, numbers) = (3, [])
      case "begincidchar": (wordsOfEntry, numbers) = (2, [])
      case "endcidrange", "endcidchar": wordsOfEntry = 0
      case let text where wordsOfEntry > 0:
        let isCode = text.hasPrefix("<") && text.hasSuffix(">")
        let number = isCode ? Int(text.dropFirst().dropLast(), radix: 16) : Int(text)
        guard let number, (0..<65_536).contains(number) else { return }
        numbers.append(number)
        guard numbers.count == wordsOfEntry, ranges.count < 65_536 else { continue }
        let last = numbers[wordsOfEntry - 2]
        if numbers[0] <= last { ranges.append((numbers[0]...last, numbers[wordsOfEntry - 1])) }
        numbers = []
      default: continue
      }
    }
  }

  /// The widths of glyphs as those of codes.
  func byCode(_ widths: [Int: Double]) -> [Int: Double] {
    guard !ranges.isEmpty else { return widths }
    var made: [Int: Double] = [:]
    var left = 1 << 18
    for range in ranges {
      for code in range.codes where left > 0 {
        left -= 1
        made[code] = widths[range.first + code - range.codes.lowerBound]
      }
    }
    return made
  }
}
