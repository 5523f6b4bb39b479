/// The script of a character as far as hygiene asks for it.
///
/// *Source:* UAX #24, the blocks of Latin, Greek and Cyrillic.
enum Script {
  case latin
  case cyrillic
  case greek
  /// Letters of any other script.
  case other
  /// Not a letter.
  case none

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F,
      0x1E00...0x1EFF:
      self = .latin
    case ..<0x370: self = .none
    case 0x37E, 0x387: self = .none
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: self = .cyrillic
    case 0xFB00...0xFB06, 0xFF21...0xFF3A, 0xFF41...0xFF5A: self = .latin
    case ..<0x2000, 0x2C00...0x2DDF, 0x3040...0xD7FF, 0xF900...0xFAFF:
      self = Unicode.Scalar(scalar)?.properties.isAlphabetic == true ? .other : .none
    default: self = .none
    }
  }
}

/// What characters are to Czech text.
enum Sign {
  /// A letter of any script.
  static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (0x41...0x5A).contains(scalar & ~0x20) }
    return Script(scalar) != .none
  }

  /// A digit.
  static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  /// A letter or a digit.
  static func isWord(_ scalar: UInt32) -> Bool { isDigit(scalar) || isLetter(scalar) }

  /// A capital letter.
  static func isUpper(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (0x41...0x5A).contains(scalar) }
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }

  /// A small letter.
  static func isLower(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (0x61...0x7A).contains(scalar) }
    return Unicode.Scalar(scalar)?.properties.isLowercase ?? false
  }

  /// White space of any kind that a line of text may hold, the line end included.
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x202F, 0x2000...0x200A, 0x205F, 0x3000: true
    default: false
    }
  }

  /// A combining mark.
  static func isMark(_ scalar: UInt32) -> Bool {
    (0x300...0x36F).contains(scalar) || (0x1AB0...0x1AFF).contains(scalar)
      || (0x1DC0...0x1DFF).contains(scalar) || (0x20D0...0x20DB).contains(scalar)
  }

  /// A character that takes no room: soft hyphen, zero width space and joiners, marks of direction.
  static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2064,
      0x2066...0x206F, 0xFEFF, 0xFFF9...0xFFFB:
      true
    default: false
    }
  }

  /// A character that other scripts need to be written rightly, though it takes no room.
  static func isJoiner(_ scalar: UInt32) -> Bool {
    scalar == 0x200C || scalar == 0x200D || scalar == 0x200E || scalar == 0x200F || scalar == 0x61C
  }

  /// A character of an area that means something in one font only.
  static func isPrivate(_ scalar: UInt32) -> Bool {
    (0xE000...0xF8FF).contains(scalar) || scalar >= 0xF0000
  }

  /// A pictogram in colour, or what goes with one. *Source:* UTS #51, the blocks of emoji.
  static func isEmoji(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1F000...0x1FAFF, 0xFE0F, 0x20E3, 0xE0020...0xE007F: true
    default: false
    }
  }

  /// A tick, pointer or square that stands for the mark of a list.
  static func isDingbat(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x2219, 0x25A0...0x25FF, 0x2600...0x27BF,
      0x2B00...0x2BFF:
      true
    default: false
    }
  }

  /// A letter of the Czech alphabet.
  static func isCzech(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return isLetter(scalar) }
    return accented.contains(scalar)
  }

  /// The letters of Czech that ASCII lacks, with those of German and Slovak names.
  private static let accented = Set("áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ".unicodeScalars.map(\.value))
}

/// The name of a character by its number: `U+00AD`.
func codePoint(_ scalar: UInt32) -> String {
  let digits = String(scalar, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
