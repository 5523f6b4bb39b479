/// Letters and their small forms: Latin, Greek and Cyrillic, scalar by scalar.
///
/// *Source:* UnicodeData.txt, simple lower-case mappings of these blocks.
public enum LetterCase {
  /// Whether hyphenation counts the scalar as part of a word.
  @inlinable @inline(__always)
  public static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (scalar | 0x20) &- 0x61 < 26 }
    if scalar < 0x250 { return scalar >= 0xC0 && scalar != 0xD7 && scalar != 0xF7 }
    if scalar < 0x370 { return scalar >= 0x300 }
    return scalar < 0x530 || (scalar >= 0x1E00 && scalar < 0x1F00)
  }

  /// Whether the scalar is a capital.
  @inlinable @inline(__always)
  public static func isCapital(_ scalar: UInt32) -> Bool { lower(scalar) != scalar }

  /// The small form of a scalar.
  @inlinable @inline(__always)
  public static func lower(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar | 0x20 : scalar }
    if scalar < 0x100 {
      return scalar >= 0xC0 && scalar <= 0xDE && scalar != 0xD7 ? scalar + 0x20 : scalar
    }
    return lowerBeyondLatin1(scalar)
  }

  /// The small form of a scalar from U+0100 on.
  @usableFromInline
  package static func lowerBeyondLatin1(_ scalar: UInt32) -> UInt32 {
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
