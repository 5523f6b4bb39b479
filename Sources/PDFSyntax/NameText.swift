/// The text of names, from which their bytes come back exactly.
///
/// Names are bytes; by convention they are UTF-8. Older files have names in other encodings (`Arél`
/// in Latin-1): such bytes become characters of private use, because two names that differ must
/// stay two, and a name that is copied must stay what the content calls it.
///
/// *Source:* ISO 32000-1 §7.3.5.
package enum NameText {
  private static let foreign: UInt32 = 0x10_FF00

  /// The text of a name's bytes.
  package static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self),
      !text.unicodeScalars.contains(where: { $0.value >= foreign })
    {
      return text
    }
    var text = String.UnicodeScalarView()
    for byte in bytes {
      if byte < 0x80 {
        text.append(Unicode.Scalar(byte))
      } else if let scalar = Unicode.Scalar(foreign + UInt32(byte)) {
        text.append(scalar)
      }
    }
    return String(text)
  }

  /// The bytes of a name's text.
  package static func encoded(_ text: String) -> [UInt8] {
    guard text.unicodeScalars.contains(where: { $0.value >= foreign }) else {
      return Array(text.utf8)
    }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.value >= foreign {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        bytes.append(contentsOf: Array(String(scalar).utf8))
      }
    }
    return bytes
  }
}
