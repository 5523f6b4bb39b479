/// The number of an indirect object. Generations are always 0.
package struct Reference: Sendable, Hashable, Comparable {
  /// The object's number, from 1.
  package var number: Int
  /// Refers to an object.
  @inlinable package init(_ number: Int) { self.number = number }
  @inlinable package static func < (a: Reference, b: Reference) -> Bool { a.number < b.number }
}

/// How a file is written down.
package enum FileForm: Sendable, Hashable {
  /// Object streams, cross-reference stream, streams deflated at that level (libdeflate's, 1…12).
  case compact(level: Int)
  /// What PDF 1.4 knows: a cross-reference table, no object streams; streams deflated at that level.
  case classic(level: Int)
  /// One key a line, nothing compressed, a cross-reference table: for people and goldens.
  case pretty

  /// Whether it is written for people.
  package var isPretty: Bool { self == .pretty }
}

/// Bytes in the making, shared by the typed writers; it knows when a space is needed.
struct Sink {
  var bytes: [UInt8] = []
  let isPretty: Bool
  var depth = 0

  /// Ends the line in the pretty form.
  mutating func breakLine() {
    guard isPretty else { return }
    bytes.append(0x0A)
    for _ in 0..<depth { bytes.append(contentsOf: [0x20, 0x20]) }
  }

  /// Keeps two regular tokens apart; delimiters need no space.
  mutating func separate() {
    guard let last = bytes.last else { return }
    switch last {
    case 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x20, 0x0A: break
    default: bytes.append(0x20)
    }
  }

  mutating func integer(_ number: Int) {
    separate()
    bytes.append(decimal: Int64(number))
  }

  mutating func real(_ number: Thousandths) {
    separate()
    bytes.append(number)
  }

  mutating func boolean(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  mutating func reference(_ reference: Reference) {
    integer(reference.number)
    bytes.append(contentsOf: " 0 R".utf8)
  }

  /// *Source:* ISO 32000-1 §7.3.5.
  mutating func name(_ name: some Sequence<UInt8>) {
    bytes.append(0x2F)
    for byte in name {
      switch byte {
      case 0x21...0x7E where !isSpecial(byte): bytes.append(byte)
      default:
        bytes.append(0x23)
        bytes.append(hexadecimal: byte)
      }
    }
  }

  private func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x23, 0x25, 0x28, 0x29, 0x2F, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D: true
    default: false
    }
  }

  /// A byte string: in hexadecimal where that is easier to read, else as it is.
  mutating func string(_ string: [UInt8]) {
    if isPretty, string.contains(where: { $0 < 0x20 || $0 > 0x7E }) {
      bytes.append(0x3C)
      for byte in string { bytes.append(hexadecimal: byte) }
      bytes.append(0x3E)
    } else {
      bytes.append(literal: string)
    }
  }

  /// A text string: plain for ASCII, else UTF-16 with its mark.
  ///
  /// *Source:* ISO 32000-1 §7.9.2.2.
  mutating func text(_ text: String) { string(TextString.encoded(text)) }

  mutating func dictionary(_ body: (inout DictionaryWriter) -> Void) {
    bytes.append(contentsOf: [0x3C, 0x3C])
    var writer = DictionaryWriter(sink: Sink(isPretty: isPretty))
    swap(&writer.sink, &self)
    writer.sink.depth += 1
    body(&writer)
    writer.sink.depth -= 1
    swap(&writer.sink, &self)
    breakLine()
    bytes.append(contentsOf: [0x3E, 0x3E])
  }

  mutating func array(_ body: (inout ArrayWriter) -> Void) {
    bytes.append(0x5B)
    var writer = ArrayWriter(sink: Sink(isPretty: isPretty))
    swap(&writer.sink, &self)
    body(&writer)
    swap(&writer.sink, &self)
    bytes.append(0x5D)
  }
}

extension [UInt8] {
  /// Appends a byte string in parentheses, escaped where it must be.
  ///
  /// *Source:* ISO 32000-1 §7.3.4.2.
  package mutating func append(literal string: some Sequence<UInt8>) {
    append(0x28)
    for byte in string { append(escaped: byte) }
    append(0x29)
  }

  /// Appends a byte of a literal string.
  @inlinable package mutating func append(escaped byte: UInt8) {
    switch byte {
    case 0x28, 0x29, 0x5C:
      append(0x5C)
      append(byte)
    case 0x0D:
      append(0x5C)
      append(0x72)
    default: append(byte)
    }
  }
}

/// The strings that people read.
package enum TextString {
  /// The bytes of a text string: plain for ASCII, else UTF-16BE with a byte order mark.
  package static func encoded(_ text: String) -> [UInt8] {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0x0A }) {
      return Array(text.utf8)
    }
    var bytes: [UInt8] = [0xFE, 0xFF]
    for unit in text.utf16 {
      bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
      bytes.append(UInt8(truncatingIfNeeded: unit))
    }
    return bytes
  }
}
