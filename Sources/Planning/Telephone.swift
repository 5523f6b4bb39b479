/// A Czech telephone number as files write it, read into its digits.
///
/// *Source:* číslovací plán, vyhláška č. 117/2007 Sb.: nine digits, the first from 2 to 9, after an
/// optional +420; short numbers are three digits that begin with 1, or six that begin with 116.
/// Numbers of other countries keep their + and up to fifteen digits (ITU-T E.164).
package enum Telephone: Sendable, Hashable {
  /// Nine digits.
  case national([UInt8])
  /// 112, 116 111 and the like.
  case short([UInt8])
  /// Another country's, as written.
  case foreign(String)

  /// Reads a number; nil where it is none.
  package init?(_ text: String) {
    var digits: [UInt8] = []
    var hasPlus = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: digits.append(UInt8(scalar.value))
      case 0x2B where digits.isEmpty && !hasPlus: hasPlus = true
      case 0x20, 0xA0, 0x202F: continue
      default: return nil
      }
    }
    if hasPlus, digits.starts(with: Array("420".utf8)) {
      digits.removeFirst(3)
      hasPlus = false
      guard digits.count == 9 else { return nil }
    }
    if hasPlus {
      guard (8...15).contains(digits.count), digits[0] != UInt8(ascii: "0") else { return nil }
      self = .foreign(text)
      return
    }
    guard let first = digits.first else { return nil }
    switch digits.count {
    case 9 where (UInt8(ascii: "2")...UInt8(ascii: "9")).contains(first): self = .national(digits)
    case 3 where first == UInt8(ascii: "1"): self = .short(digits)
    case 6 where digits.starts(with: Array("116".utf8)): self = .short(digits)
    default: return nil
    }
  }

  /// The number as printed, its groups tied: `+420 384 401 211`, `116 111`, `112`.
  ///
  /// *Source:* ČSN 01 6910 (T07).
  package var printed: String {
    switch self {
    case .national(let digits): "+420\u{A0}" + Telephone.groups(digits)
    case .short(let digits): Telephone.groups(digits)
    case .foreign(let text): String(text.map { $0 == " " ? "\u{A0}" : $0 })
    }
  }

  /// The target of a link: `tel:+420384401211`.
  package var address: String {
    switch self {
    case .national(let digits): "tel:+420" + String(decoding: digits, as: UTF8.self)
    case .short(let digits): "tel:" + String(decoding: digits, as: UTF8.self)
    case .foreign(let text): "tel:" + text.filter { $0 != " " && $0 != "\u{A0}" }
    }
  }

  private static func groups(_ digits: [UInt8]) -> String {
    stride(from: 0, to: digits.count, by: 3).map { start in
      String(decoding: digits[start..<min(start + 3, digits.count)], as: UTF8.self)
    }.joined(separator: "\u{A0}")
  }
}
