import Core
package import Orthography

/// The typographic rules that take back places inside a word which UAX #14 offers.
///
/// What holds words together across a space is written into the text before (`Orthography`).
package enum BreakRule: Sendable, Hashable, CaseIterable {
  /// The dash of a range stays inside the line, `2015–2017` (T19), and none starts one (T18).
  case rangeDash
  /// A hyphen parts a compound only between two letters and two letters: not `e-mail` (T20).
  case hyphen
  /// A slash between words holds them together: `a/nebo`, `s dítětem/dětmi` (T30).
  case slash
  /// Addresses part only after `/` or before `-`, and no hyphen is added (T23).
  case address

  /// The rule by its name.
  package var rule: TypographicRule {
    switch self {
    case .rangeDash: .rangeDash
    case .hyphen: .hyphen
    case .slash: .slash
    case .address: .hyphenation
    }
  }

  /// Whether a place inside a token, which UAX #14 offers, is taken back.
  func forbids(_ token: Token, at position: Int) -> Bool {
    switch self {
    case .rangeDash:
      let next = UTF8Walk.scalar(token.text, at: position).0
      return UTF8Walk.scalar(token.text, before: position).0 == 0x2013 || next == 0x2013
        || next == 0x2014
    case .hyphen:
      guard token.text[position - 1] == 0x2D else { return false }
      return !BreakRule.hasLetters(token, before: position - 1)
        || !BreakRule.hasLetters(token, after: position)
    case .slash:
      return !token.isAddress && token.text[position - 1] == 0x2F
    case .address:
      return token.isAddress && !BreakRule.partsAddress(token, at: position)
    }
  }

  /// Whether an address may be parted at a place: after a slash that no slash follows, before a
  /// hyphen, or where its query begins or goes on (`?`, `&`, `#`); never right behind `://`, never so
  /// that a single character is left. A line that holds none of these takes more (`loosen`).
  static func partsAddress(_ token: Token, at position: Int) -> Bool {
    guard position > token.start + 1, position + 1 < token.end else { return false }
    switch token.text[position] {
    case 0x2D: return token.text[position - 1] != 0x2D
    case 0x23, 0x26, 0x3F:
      let next = token.text[position + 1]
      return token.text[position - 1] != 0x2D
        && ((0x61...0x7A).contains(next | 0x20) || next == 0x25)
    default: break
    }
    return token.text[position - 1] == 0x2F && token.text[position] != 0x2F
      && token.text[position - 2] != 0x2F
  }

  /// Whether the no-break space at a place may give way where it would make a terrible line: between
  /// a number and a word, a degree and a name. What ends in a single letter or precedes a sign, a
  /// dash or a small unit is tied for good, and so are the groups of a number (T01–T08).
  static func isWeakTie(_ text: UnsafeBufferPointer<UInt8>, _ space: Range<Int>) -> Bool {
    guard space.lowerBound > 0, space.upperBound < text.count else { return false }
    var start = space.lowerBound
    var left = 0
    while start > 0, !Word.isStretchableBefore(text, start) {
      start -= UTF8Walk.scalar(text, before: start).1
      left += 1
    }
    var end = space.upperBound
    var letters = 0
    while end < text.count, Word.spaceLength(text, end) == 0 {
      let (scalar, length) = UTF8Walk.scalar(text, at: end)
      if LetterCase.isLetter(scalar) { letters += 1 }
      end += length
    }
    let isAfterDigit = text[space.lowerBound - 1] &- 0x30 <= 9
    if text[space.upperBound] &- 0x30 <= 9 { return !isAfterDigit && left > 3 }
    return letters > 2 && (left > 2 || text[start] &- 0x30 <= 9)
  }

  private static func hasLetters(_ token: Token, before end: Int) -> Bool {
    var position = end
    for _ in 0..<2 {
      guard position > token.start else { return false }
      let (scalar, length) = UTF8Walk.scalar(token.text, before: position)
      guard LetterCase.isLetter(scalar) else { return false }
      position -= length
    }
    return true
  }

  private static func hasLetters(_ token: Token, after start: Int) -> Bool {
    var position = start
    for _ in 0..<2 {
      guard position < token.end else { return false }
      let (scalar, length) = UTF8Walk.scalar(token.text, at: position)
      guard LetterCase.isLetter(scalar) else { return false }
      position += length
    }
    return true
  }

  /// Whether a hyphen at a line's end is repeated at the start of the next line (T20): Czech,
  /// Slovak and Polish.
  static func repeatsHyphen(in language: Language) -> Bool {
    let primary = language.tag.utf8.prefix { $0 != 0x2D }
    return primary.elementsEqual("cs".utf8) || primary.elementsEqual("sk".utf8)
      || primary.elementsEqual("pl".utf8)
  }
}
