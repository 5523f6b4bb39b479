import Foundation

/// The offset of the first byte that is not well-formed UTF-8, or nil.
///
/// *Source:* The Unicode Standard, table 3-7. *Complexity:* linear.
func firstFault(in bytes: [UInt8]) -> Int? {
  bytes.withUnsafeBufferPointer { bytes in
    var position = 0
    let count = bytes.count
    while position < count {
      let lead = bytes[position]
      if lead < 0x80 {
        position += 1
        continue
      }
      var low: UInt8 = 0x80
      var high: UInt8 = 0xBF
      let tail: Int
      switch lead {
      case 0xC2...0xDF: tail = 1
      case 0xE0: (tail, low) = (2, 0xA0)
      case 0xED: (tail, high) = (2, 0x9F)
      case 0xE1...0xEF: tail = 2
      case 0xF0: (tail, low) = (3, 0x90)
      case 0xF4: (tail, high) = (3, 0x8F)
      case 0xF1...0xF3: tail = 3
      default: return position
      }
      guard position + tail < count else { return position }
      guard low <= bytes[position + 1], bytes[position + 1] <= high else { return position }
      for step in 1..<(tail + 1) where bytes[position + step] & 0xC0 != 0x80 { return position }
      position += tail + 1
    }
    return nil
  }
}

/// Text in NFC made of bytes that are known to be UTF-8.
///
/// Everything below U+0300 is in NFC as it stands, so plain Czech costs one look at its bytes.
func normalised(_ bytes: some Collection<UInt8>) -> String {
  let text = String(decoding: bytes, as: UTF8.self)
  return bytes.contains { $0 >= 0xCC } ? text.precomposedStringWithCanonicalMapping : text
}

/// Text in NFC.
func normalised(_ text: String) -> String {
  text.utf8.contains { $0 >= 0xCC } ? text.precomposedStringWithCanonicalMapping : text
}
