/// Letters and their small forms, for hyphenation: Latin, Greek and Cyrillic, scalar by scalar.
///
/// *Source:* UnicodeData.txt, simple lower-case mappings of these blocks.
enum LetterCase {
  /// Whether hyphenation counts the scalar as part of a word.
  @inline(__always)
  static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (scalar | 0x20) &- 0x61 < 26 }
    if scalar < 0x250 { return scalar >= 0xC0 && scalar != 0xD7 && scalar != 0xF7 }
    if scalar < 0x370 { return scalar >= 0x300 }
    return scalar < 0x530 || (scalar >= 0x1E00 && scalar < 0x1F00)
  }

  /// Whether the scalar is a capital.
  @inline(__always)
  static func isCapital(_ scalar: UInt32) -> Bool { lower(scalar) != scalar }

  /// The small form of a scalar.
  @inline(__always)
  static func lower(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar | 0x20 : scalar }
    if scalar < 0x100 {
      return scalar >= 0xC0 && scalar <= 0xDE && scalar != 0xD7 ? scalar + 0x20 : scalar
    }
    return lowerBeyondLatin1(scalar)
  }

  private static func lowerBeyondLatin1(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x130: 0x69
    case 0x178: 0xFF
    // The pairs of Latin Extended-A whose capital is odd: Ĺ…Ň and Ź…Ž.
    case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1 ? scalar + 1 : scalar
    case 0x138, 0x149, 0x17F: scalar
    case 0x100...0x177, 0x218...0x21F, 0x1E00...0x1E95, 0x1EA0...0x1EFF, 0x460...0x481,
      0x48A...0x4BF, 0x4D0...0x52F:
      scalar | 1
    case 0x391...0x3A9: scalar + 0x20
    case 0x400...0x40F: scalar + 0x50
    case 0x410...0x42F: scalar + 0x20
    default: scalar
    }
  }
}

/// Decodes UTF-8 forward and backward, without `Character`s.
enum UTF8Walk {
  /// The scalar that starts at a byte and how many bytes it has; a broken byte stands for itself
  /// as U+FFFD.
  @inline(__always)
  static func scalar(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> (UInt32, Int) {
    let first = UInt32(text[start])
    if first < 0x80 { return (first, 1) }
    let left = text.count - start
    if first & 0xE0 == 0xC0, left >= 2 {
      return ((first & 0x1F) << 6 | UInt32(text[start + 1]) & 0x3F, 2)
    }
    if first & 0xF0 == 0xE0, left >= 3 {
      return (
        (first & 0x0F) << 12 | (UInt32(text[start + 1]) & 0x3F) << 6
          | UInt32(text[start + 2]) & 0x3F, 3
      )
    }
    if first & 0xF8 == 0xF0, left >= 4 {
      let high = (first & 0x07) << 18 | (UInt32(text[start + 1]) & 0x3F) << 12
      return (
        high | (UInt32(text[start + 2]) & 0x3F) << 6 | UInt32(text[start + 3]) & 0x3F, 4
      )
    }
    return (0xFFFD, 1)
  }

  /// The scalar that ends before a byte and how many bytes it has.
  @inline(__always)
  static func scalar(_ text: UnsafeBufferPointer<UInt8>, before end: Int) -> (UInt32, Int) {
    var start = end - 1
    while start > 0, end - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
    let (value, length) = scalar(text, at: start)
    return length == end - start ? (value, length) : (0xFFFD, 1)
  }
}
