/// What the codes of a font stand for.
///
/// *Source:* ISO 32000-1 §9.10.3 (ToUnicode); Adobe Technical Note 5014 (the language of CMaps).
package struct CharacterMap: Sendable {
  /// How many bytes a code has: by the lengths of the code space ranges, shortest first.
  private(set) var widths: [Int] = []
  private var single: [UInt32: String] = [:]
  private var ranges: [(codes: ClosedRange<UInt32>, width: Int, first: [UInt16])] = []

  /// A map without entries whose codes are `width` bytes long.
  init(width: Int) { widths = [width] }

  /// Reads a map.
  ///
  /// *Throws:* what reading its tokens throws.
  package init(_ data: [UInt8], depthLimit: Int = 48) throws(PDFFailure) {
    var lexer = Lexer(data, depthLimit: depthLimit)
    var operands: [PDFObject] = []
    while true {
      lexer.skipSpace()
      guard lexer.at < lexer.end else { break }
      switch try lexer.token(withReferences: false) {
      case .object(let object): operands.append(object)
      case .word(let word):
        switch String(decoding: word, as: UTF8.self) {
        case "endcodespacerange":
          for item in operands {
            if let width = item.string?.count, (1...4).contains(width), !widths.contains(width) {
              widths.append(width)
            }
          }
        case "endbfchar": addSingles(operands)
        case "endbfrange": addRanges(operands)
        default: break
        }
        operands.removeAll(keepingCapacity: true)
      }
    }
    widths.sort()
    if widths.isEmpty { widths = [1] }
  }

  private mutating func addSingles(_ operands: [PDFObject]) {
    for pair in stride(from: 0, to: operands.count - 1, by: 2) {
      guard let code = operands[pair].string, let text = operands[pair + 1].string else { continue }
      single[CharacterMap.number(code)] = String(
        decoding: TextString.units(text[...]), as: UTF16.self)
    }
  }

  private mutating func addRanges(_ operands: [PDFObject]) {
    for triple in stride(from: 0, to: operands.count - 2, by: 3) {
      guard let low = operands[triple].string, let high = operands[triple + 1].string else {
        continue
      }
      let from = CharacterMap.number(low)
      let to = CharacterMap.number(high)
      guard from <= to else { continue }
      if let text = operands[triple + 2].string {
        ranges.append((from...to, low.count, TextString.units(text[...])))
      } else if let list = operands[triple + 2].array {
        for (offset, item) in list.enumerated() where UInt32(offset) <= to - from {
          guard let text = item.string else { continue }
          single[from + UInt32(offset)] = String(
            decoding: TextString.units(text[...]), as: UTF16.self)
        }
      }
    }
  }

  private static func number(_ bytes: [UInt8]) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The characters of a string of codes; codes that stand for nothing give U+FFFD.
  package func text(of string: [UInt8]) -> String {
    var text = ""
    let width = widths.last ?? 1
    var at = 0
    while at < string.count {
      let code = CharacterMap.number(Array(string[at..<min(string.count, at + width)]))
      text += self.text(of: code) ?? "\u{FFFD}"
      at += width
    }
    return text
  }

  private func text(of code: UInt32) -> String? {
    if let text = single[code] { return text }
    for range in ranges where range.codes.contains(code) {
      var units = range.first
      guard let last = units.indices.last else { return "" }
      units[last] &+= UInt16(truncatingIfNeeded: code - range.codes.lowerBound)
      return String(decoding: units, as: UTF16.self)
    }
    return nil
  }
}
