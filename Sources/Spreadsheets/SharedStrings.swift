/// The texts that cells share, end to end. *Source:* ISO/IEC 29500-1 §18.4.
struct SharedStrings {
  private(set) var text: [UInt8] = []
  private var ends: [UInt32] = []

  /// A workbook without shared texts.
  init() {}

  /// Reads `xl/sharedStrings.xml`: runs of rich text are joined, phonetic readings left out.
  init(_ bytes: [UInt8], part: String) throws(WorkbookFault) {
    var scanner = try XMLScanner(bytes, part: part)
    var rich = RichText()
    while let event = try scanner.nextEvent() {
      switch event.kind {
      case .start: rich.start(event.name)
      case .text where rich.isHeard: text += scanner.text(of: event)
      case .text: break
      case .end:
        rich.end(event.name)
        guard event.name == "si" else { continue }
        unescape(from: Int(ends.last ?? 0))
        ends.append(UInt32(text.count))
      }
    }
  }

  private mutating func unescape(from start: Int) {
    guard let plain = EscapedText.plain(text[start...]) else { return }
    text.replaceSubrange(start..., with: plain)
  }

  /// The bytes of a text; nil where there is no such one.
  func range(_ number: Int) -> Range<Int>? {
    guard ends.indices.contains(number) else { return nil }
    return (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }
}

/// Which text of a string item is heard: that of `t`, but not within `rPh`.
struct RichText {
  private var isText = false
  private var isPhonetic = false

  /// Whether text here belongs to the cell.
  var isHeard: Bool { isText && !isPhonetic }

  mutating func start(_ name: String) {
    if name == "t" { isText = true }
    if name == "rPh" { isPhonetic = true }
  }

  mutating func end(_ name: String) {
    if name == "t" { isText = false }
    if name == "rPh" { isPhonetic = false }
  }
}

/// Characters that XML cannot hold, as workbooks write them: `_x000D_`.
///
/// *Source:* ISO/IEC 29500-1 §22.9.2.19 (ST_Xstring).
enum EscapedText {
  /// The text with the escapes resolved; nil where it has none.
  static func plain(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard text.contains(0x5F) else { return nil }
    var plain: [UInt8] = []
    var position = text.startIndex
    var lead: UInt32?
    var changed = false
    while position < text.endIndex {
      guard let unit = unit(text[position...]) else {
        plain.append(text[position])
        position += 1
        lead = nil
        continue
      }
      changed = true
      position += 7
      if (0xD800..<0xDC00).contains(unit) {
        lead = unit
        continue
      }
      var value = unit
      if let high = lead, (0xDC00..<0xE000).contains(unit) {
        value = 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00)
      }
      lead = nil
      // A lone half of a pair is no character.
      plain += Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
    }
    return changed ? plain : nil
  }

  private static func unit(_ text: ArraySlice<UInt8>) -> UInt32? {
    let bytes = Array(text.prefix(7))
    guard bytes.count == 7, bytes[0] == 0x5F, bytes[1] == 0x78, bytes[6] == 0x5F,
      bytes[2] != 0x2B, bytes[2] != 0x2D
    else { return nil }
    return UInt32(String(decoding: bytes[2..<6], as: UTF8.self), radix: 16)
  }
}
