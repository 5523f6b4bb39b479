/// An object of a PDF file as it was read.
///
/// *Source:* ISO 32000-1 §7.3.
package indirect enum PDFObject: Sendable, Equatable {
  /// Nothing: also what a reference to a missing object leads to.
  case null
  /// True or false.
  case boolean(Bool)
  /// A whole number.
  case integer(Int)
  /// A number with decimals.
  case real(Double)
  /// A string of bytes.
  case string([UInt8])
  /// A name, without its slash.
  case name(String)
  /// Objects in order.
  case array([PDFObject])
  /// Objects by name.
  case dictionary(PDFDictionary)
  /// A dictionary and where its data lie in the file.
  case stream(PDFDictionary, Range<Int>)
  /// Another object.
  case reference(Reference)

  /// The whole number, if it is one.
  package var integer: Int? {
    if case .integer(let value) = self { value } else { nil }
  }
  /// The number, if it is one.
  package var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    default: nil
    }
  }
  /// The name, if it is one.
  package var name: String? {
    if case .name(let value) = self { value } else { nil }
  }
  /// The bytes of the string, if it is one.
  package var string: [UInt8]? {
    if case .string(let value) = self { value } else { nil }
  }
  /// The words of the text string, if it is one.
  package var text: String? { string.map(TextString.decoded) }
  /// The elements, if it is an array.
  package var array: [PDFObject]? {
    if case .array(let value) = self { value } else { nil }
  }
  /// The entries, if it is a dictionary or a stream.
  package var dictionary: PDFDictionary? {
    switch self {
    case .dictionary(let value), .stream(let value, _): value
    default: nil
    }
  }
  /// The object it refers to, if it is a reference.
  package var reference: Reference? {
    if case .reference(let value) = self { value } else { nil }
  }
}

/// The entries of a dictionary in the order of the file.
package struct PDFDictionary: Sendable, Equatable {
  /// An entry.
  package struct Entry: Sendable, Equatable {
    /// The name.
    package var key: String
    /// What it stands for.
    package var value: PDFObject
    /// Makes an entry.
    package init(key: String, value: PDFObject) {
      self.key = key
      self.value = value
    }
  }
  /// The entries; of equal names the first counts.
  package var entries: [Entry] = []
  /// Starts without entries.
  package init() {}

  /// The value of an entry; null for a missing one, as the standard has it.
  package subscript(_ key: StaticString) -> PDFObject {
    key.withUTF8Buffer { wanted in
      entries.first { $0.key.utf8.elementsEqual(wanted) }?.value ?? .null
    }
  }

  /// The value of an entry whose name is only known at run time: a resource.
  package subscript(named key: String) -> PDFObject {
    entries.first { $0.key.utf8.elementsEqual(key.utf8) }?.value ?? .null
  }
}

extension TextString {
  /// The words of a text string: UTF-16 or UTF-8 by its mark, else one byte a character.
  ///
  /// PDFDocEncoding equals Latin-1 where both have letters; its few other signs (0x18…0x1F,
  /// 0x80…0x9F) are read as U+FFFD, because nothing that we judge depends on them.
  package static func decoded(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFE, 0xFF]) {
      return String(decoding: units(bytes.dropFirst(2)), as: UTF16.self)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return String(decoding: bytes.dropFirst(3), as: UTF8.self)
    }
    var text = String.UnicodeScalarView()
    for byte in bytes {
      switch byte {
      case 0x18...0x1F, 0x80...0x9F: text.append("\u{FFFD}")
      default: text.append(Unicode.Scalar(byte))
      }
    }
    return String(text)
  }

  /// Pairs of bytes, the higher one first; an odd last byte is dropped.
  static func units(_ bytes: ArraySlice<UInt8>) -> [UInt16] {
    var units: [UInt16] = []
    var at = bytes.startIndex
    while at + 1 < bytes.endIndex {
      units.append(UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1]))
      at += 2
    }
    return units
  }
}
