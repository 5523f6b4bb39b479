/// What kinds of bytes a stretch of text has: most rules need not look at most words.
struct Sight: OptionSet {
  let rawValue: UInt32

  static let space = Sight(rawValue: 1)
  static let digit = Sight(rawValue: 1 << 1)
  /// Letters; all bytes from U+00C0 on count as such.
  static let letter = Sight(rawValue: 1 << 2)
  /// A–Z.
  static let capital = Sight(rawValue: 1 << 3)
  static let dot = Sight(rawValue: 1 << 4)
  /// `, ; ! ? )`
  static let stop = Sight(rawValue: 1 << 5)
  static let hyphen = Sight(rawValue: 1 << 6)
  /// `"` and `'`
  static let quote = Sight(rawValue: 1 << 7)
  static let slash = Sight(rawValue: 1 << 8)
  static let colon = Sight(rawValue: 1 << 9)
  static let at = Sight(rawValue: 1 << 10)
  static let percent = Sight(rawValue: 1 << 11)
  /// The first byte of U+2000…U+2FFF: dashes, quotation marks, thin spaces.
  static let punctuation = Sight(rawValue: 1 << 12)
  /// The first byte of U+0080…U+00BF: no-break space, §, °, guillemets.
  static let latin = Sight(rawValue: 1 << 13)
  /// Any other sign of ASCII.
  static let sign = Sight(rawValue: 1 << 14)
  // Pairs, which are seen from a byte and the one before.
  /// Two spaces.
  static let doubleSpace = Sight(rawValue: 1 << 15)
  /// A space before a stop, a dot or a colon.
  static let spacedStop = Sight(rawValue: 1 << 16)
  /// A stop with a letter directly before and behind it, or a comma with one behind it.
  static let gluedStop = Sight(rawValue: 1 << 17)
  /// Two dots.
  static let doubleDot = Sight(rawValue: 1 << 18)
  /// A stop that another follows: two commas for a quotation mark.
  static let doubleStop = Sight(rawValue: 1 << 19)

  static let none: Sight = []

  /// What a byte is.
  @inline(__always)
  static func of(_ byte: UInt8) -> Sight {
    if byte >= 0xC3 { return byte == 0xE2 ? [.punctuation] : [.letter] }
    if byte &- 0x61 < 26 { return .letter }
    if byte == 0x20 { return .space }
    if byte >= 0x80 { return byte == 0xC2 ? [.latin] : [] }
    if byte &- 0x41 < 26 { return [.letter, .capital] }
    if byte &- 0x30 < 10 { return .digit }
    switch byte {
    case 0x2E: return .dot
    case 0x2C, 0x3B, 0x21, 0x3F, 0x29: return .stop
    case 0x2D: return .hyphen
    case 0x22, 0x27: return .quote
    case 0x2F: return .slash
    case 0x3A: return .colon
    case 0x40: return .at
    case 0x25: return .percent
    case 0x09: return .space
    default: return .sign
    }
  }

  /// What two neighbours are together.
  @inline(__always)
  static func pair(_ last: Sight, _ now: Sight) -> Sight {
    if now == .letter || now == .space, last == .letter { return [] }
    var pair = Sight.none
    if last == .space {
      if now == .space { pair.insert(.doubleSpace) }
      if !now.isDisjoint(with: [.stop, .dot, .colon]) { pair.insert(.spacedStop) }
    } else if last == .stop {
      if now.contains(.letter) { pair.insert(.gluedStop) }
      if now == .stop { pair.insert(.doubleStop) }
    } else if last == .dot, now == .dot {
      pair.insert(.doubleDot)
    }
    return pair
  }
}
