/// The characters of a glyph packed in a word, so that comparing them is comparing numbers: up to
/// eight bytes of UTF-8, first byte highest, padded with zeros (no text holds U+0000).
struct TextKey: Sendable, Hashable, Comparable {
  let packed: UInt64

  static let space = TextKey(packed: 0x20 << 56)

  init(packed: UInt64) { self.packed = packed }

  /// Packs `text`; whole characters beyond eight bytes are left out, and `isWhole` says so.
  init(_ text: ArraySlice<UInt8>) {
    var end = text.endIndex
    if text.count > 8 {
      end = text.startIndex + 8
      while end > text.startIndex, text[end] & 0xC0 == 0x80 { end -= 1 }
    }
    var packed: UInt64 = 0
    for byte in text[text.startIndex..<end] { packed = packed << 8 | UInt64(byte) }
    let count = end - text.startIndex
    self.packed = count == 0 ? 0 : packed << (8 * UInt64(8 - count))
  }

  init(scalar: UInt32) {
    self.init(Array(String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)[...])
  }

  static func < (a: TextKey, b: TextKey) -> Bool { a.packed < b.packed }

  /// The characters as text.
  var text: String {
    var bytes: [UInt8] = []
    var rest = packed
    while rest != 0 {
      bytes.append(UInt8(truncatingIfNeeded: rest >> 56))
      rest <<= 8
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether it holds a character that means nothing to others: private use and noncharacters.
  ///
  /// *Source:* ISO 19005-2 §6.2.11.7.
  var isUnspeakable: Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0, 0xE000...0xF8FF, 0xFDD0...0xFDEF, 0xFEFF, 0xFFFD...0xFFFF, 0xF0000...0x10FFFF: true
      default: false
      }
    }
  }
}
