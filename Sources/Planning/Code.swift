/// The code of a priority, measure or activity, as written. It identifies the record across
/// versions, so nothing ever renumbers it.
package struct Code: Sendable, Hashable {
  /// The code as written: `1.2.3`, `S 1.2`, `II`.
  package let text: String
  /// Takes a code as written.
  package init(_ text: String) { self.text = text }
}

extension Code: CustomStringConvertible {
  /// The code as written.
  package var description: String { text }
}

/// The levels of the strategic part, outermost first.
package enum Tier: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// An area above priorities.
  case area
  /// A priority.
  case priority
  /// A measure.
  case measure
  /// An activity.
  case activity

  package static func < (a: Tier, b: Tier) -> Bool { a.rawValue < b.rawValue }
}

/// The signs that numbers are written with.
package enum Numerals: String, Sendable, Hashable, CaseIterable {
  /// 1, 2, 3.
  case arabic
  /// I, II, III.
  case roman
  /// A, B, C; lower case is accepted too.
  case letter
}

extension Numerals {
  /// The number that `text` writes in these numerals, or nil when it writes none.
  package func number(_ text: Substring) -> Int? {
    switch self {
    case .arabic:
      guard let number = Int(text), number > 0, text.utf8.first != UInt8(ascii: "0"),
        text.utf8.first != UInt8(ascii: "+")
      else { return nil }
      return number
    case .roman:
      return (1...200).first { Numerals.roman($0) == text }
    case .letter:
      guard text.utf8.count == 1, let byte = text.utf8.first else { return nil }
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): return Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"): return Int(byte - UInt8(ascii: "a")) + 1
      default: return nil
      }
    }
  }

  /// A number in Roman numerals.
  static func roman(_ number: Int) -> String {
    let signs = [
      (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"),
      (1, "I"),
    ]
    var left = number
    var text = ""
    for (value, sign) in signs {
      while left >= value {
        text += sign
        left -= value
      }
    }
    return text
  }
}
