import Core

/// A stretch of human text taken out of its file: a value, a cell, a paragraph.
///
/// Escapes are resolved and marks left out, but each character still knows its bytes in the file, so
/// whatever is found can be shown and mended at its place. One passage is refilled again and again.
struct Passage {
  /// The characters. A line end within the passage is a line feed; what is no human text (code,
  /// addresses) is one `opaque`.
  private(set) var scalars: [UInt32] = []
  /// Where each character begins in the file.
  private(set) var starts: [UInt32] = []
  /// Where each character ends in the file; the same as its start for characters that are not there.
  private(set) var ends: [UInt32] = []
  /// Whether each character belongs to text that is marked as foreign; empty where none does.
  private var foreign: [Bool] = []
  /// The notation of the file that the passage is from.
  var notation: Notation = .plain
  /// The language of the plan; what is marked is in another.
  var language = Language.czech

  /// Stands for something that is not read as text. *Source:* U+FFFC of Unicode, which is made for it.
  static let opaque: UInt32 = 0xFFFC
  /// Stands for an asterisk that was escaped: a sign, no mark.
  static let literalAsterisk: UInt32 = 0x2217

  /// What writing such a text allows.
  enum Notation {
    /// YAML and CSV, where marks of Markdown would be printed.
    case plain
    /// Markdown.
    case markdown
  }

  /// The number of characters.
  var count: Int { scalars.count }

  /// Empties the passage for the next text.
  mutating func begin(_ notation: Notation) {
    scalars.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    foreign.removeAll(keepingCapacity: true)
    self.notation = notation
  }

  /// Adds a character that takes the bytes `start..<end`.
  mutating func append(_ scalar: UInt32, _ start: Int, _ end: Int) {
    scalars.append(scalar)
    starts.append(UInt32(start))
    ends.append(UInt32(end))
  }

  /// Marks characters as foreign text.
  mutating func markForeign(_ range: ClosedRange<Int>) {
    if foreign.isEmpty { foreign = [Bool](repeating: false, count: scalars.count) }
    for position in range { foreign[position] = true }
  }

  /// Whether a character belongs to text that no Czech rule is for: in a plan of another language
  /// that is all of it.
  func isForeign(_ position: Int) -> Bool { !language.isCzech || isMarked(position) }

  /// Whether a character belongs to text that is marked as foreign.
  func isMarked(_ position: Int) -> Bool {
    position >= 0 && position < foreign.count && foreign[position]
  }

  /// Adds the line end between two lines of one text.
  mutating func appendLineEnd(at offset: Int) { append(0x0A, offset, offset) }

  /// Adds bytes as they stand.
  mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      guard byte >= 0x80 else {
        append(UInt32(byte), position, position + 1)
        position += 1
        continue
      }
      let (scalar, width) = Passage.scalar(of: bytes, at: position)
      append(scalar, position, position + width)
      position += width
    }
  }

  /// The character at a byte offset of well-formed UTF-8, and its width.
  static func scalar(of bytes: [UInt8], at position: Int) -> (UInt32, Int) {
    let lead = bytes[position]
    func tail(_ step: Int) -> UInt32 {
      position + step < bytes.count ? UInt32(bytes[position + step] & 0x3F) : 0
    }
    if lead < 0x80 { return (UInt32(lead), 1) }
    if lead < 0xE0 { return (UInt32(lead & 0x1F) << 6 | tail(1), 2) }
    if lead < 0xF0 { return (UInt32(lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
    return (UInt32(lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
  }

  /// The character at a position; a line feed outside.
  subscript(_ position: Int) -> UInt32 {
    position >= 0 && position < scalars.count ? scalars[position] : 0x0A
  }

  /// The bytes of some characters.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return Int(starts[first])..<Int(ends[last])
  }

  /// The text of some characters.
  func text(_ range: Range<Int>) -> String { string(scalars[range]) }
}

/// A text of scalar values; values that are none are left out.
func string(_ scalars: some Sequence<UInt32>) -> String {
  var view = String.UnicodeScalarView()
  for value in scalars { if let scalar = Unicode.Scalar(value) { view.append(scalar) } }
  return String(view)
}
