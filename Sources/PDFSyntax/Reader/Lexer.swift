/// Reads objects and operators from bytes; never beyond its end, never deeper than its limit.
///
/// *Source:* ISO 32000-1 §7.2 (lexical conventions), §7.3 (objects).
struct Lexer {
  let bytes: [UInt8]
  let end: Int
  let depthLimit: Int
  var at: Int

  init(_ bytes: [UInt8], at: Int = 0, end: Int? = nil, depthLimit: Int) {
    self.bytes = bytes
    self.at = at
    self.end = min(end ?? bytes.count, bytes.count)
    self.depthLimit = depthLimit
  }

  func failure(_ reason: PDFFailure.Reason) -> PDFFailure { PDFFailure(reason: reason, offset: at) }

  static func isSpace(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, 9, 10, 12, 13, 32: true
    default: false
    }
  }

  static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25: true
    default: false
    }
  }

  mutating func skipSpace() {
    while at < end {
      if Lexer.isSpace(bytes[at]) {
        at += 1
      } else if bytes[at] == 0x25 {
        while at < end, bytes[at] != 10, bytes[at] != 13 { at += 1 }
      } else {
        return
      }
    }
  }

  /// Whether these bytes stand here.
  func isAt(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { end - at >= $0.count && bytes[at..<(at + $0.count)].elementsEqual($0) }
  }

  /// Takes a word if it stands here after white space.
  mutating func take(_ word: StaticString) -> Bool {
    skipSpace()
    guard isAt(word) else { return false }
    at += word.utf8CodeUnitCount
    return true
  }

  /// A run of regular characters: a number, a keyword, an operator.
  mutating func regular() -> ArraySlice<UInt8> {
    let start = at
    while at < end, !Lexer.isSpace(bytes[at]), !Lexer.isDelimiter(bytes[at]) { at += 1 }
    return bytes[start..<at]
  }

  /// A whole number without sign, after white space.
  mutating func count() throws(PDFFailure) -> Int {
    skipSpace()
    var value = 0
    let start = at
    while at < end, case 0x30...0x39 = bytes[at] {
      guard value < 1 << 50 else { throw failure(.syntax) }
      value = value * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    guard at > start else { throw failure(at < end ? .syntax : .truncated) }
    return value
  }

  /// What stands here: an object or an operator.
  enum Token {
    case object(PDFObject)
    case word(ArraySlice<UInt8>)
  }

  /// An object; references are recognised.
  mutating func object(depth: Int = 0) throws(PDFFailure) -> PDFObject {
    switch try token(depth: depth, withReferences: true) {
    case .object(let object): return object
    case .word: throw failure(.syntax)
    }
  }

  /// The next object or operator.
  mutating func token(depth: Int = 0, withReferences: Bool) throws(PDFFailure) -> Token {
    guard depth <= depthLimit else { throw failure(.tooDeep) }
    skipSpace()
    guard at < end else { throw failure(.truncated) }
    switch bytes[at] {
    case 0x2F:
      at += 1
      return .object(.name(try name()))
    case 0x28:
      at += 1
      return .object(.string(try literal()))
    case 0x3C:
      if at + 1 < end, bytes[at + 1] == 0x3C {
        at += 2
        return .object(.dictionary(try dictionary(depth: depth, withReferences: withReferences)))
      }
      at += 1
      return .object(.string(try hexadecimal()))
    case 0x5B:
      at += 1
      var elements: [PDFObject] = []
      while true {
        skipSpace()
        guard at < end else { throw failure(.truncated) }
        if bytes[at] == 0x5D { break }
        guard
          case .object(let element) = try token(depth: depth + 1, withReferences: withReferences)
        else { throw failure(.syntax) }
        elements.append(element)
      }
      at += 1
      return .object(.array(elements))
    case 0x29, 0x3E, 0x5D, 0x7B, 0x7D: throw failure(.syntax)
    default: return try wordOrNumber(withReferences: withReferences)
    }
  }

  private mutating func wordOrNumber(withReferences: Bool) throws(PDFFailure) -> Token {
    let word = regular()
    guard !word.isEmpty else { throw failure(.syntax) }
    if let number = Lexer.number(word) {
      if withReferences, case .integer(let value) = number, value > 0,
        let reference = rest(of: value)
      {
        return .object(.reference(reference))
      }
      return .object(number)
    }
    if word.elementsEqual("true".utf8) { return .object(.boolean(true)) }
    if word.elementsEqual("false".utf8) { return .object(.boolean(false)) }
    if word.elementsEqual("null".utf8) { return .object(.null) }
    return .word(word)
  }

  /// The ` 0 R` after an object number, if it stands here.
  private mutating func rest(of number: Int) -> Reference? {
    var look = self
    look.skipSpace()
    guard look.at > at, look.at < look.end, case 0x30...0x39 = bytes[look.at],
      (try? look.count()) != nil
    else { return nil }
    look.skipSpace()
    guard look.isAt("R") else { return nil }
    look.at += 1
    if look.at < look.end, !Lexer.isSpace(bytes[look.at]), !Lexer.isDelimiter(bytes[look.at]) {
      return nil
    }
    at = look.at
    return Reference(number)
  }

  /// *Source:* ISO 32000-1 §7.3.3. Exponents are not numbers in PDF.
  static func number(_ word: ArraySlice<UInt8>) -> PDFObject? {
    var at = word.startIndex
    var isNegative = false
    if at < word.endIndex, word[at] == 0x2B || word[at] == 0x2D {
      isNegative = word[at] == 0x2D
      at += 1
    }
    var digits = 0
    var whole = 0
    while at < word.endIndex, case 0x30...0x39 = word[at] {
      guard whole < 1 << 55 else { return nil }
      whole = whole * 10 + Int(word[at] - 0x30)
      digits += 1
      at += 1
    }
    if at == word.endIndex {
      return digits > 0 ? .integer(isNegative ? -whole : whole) : nil
    }
    guard word[at] == 0x2E else { return nil }
    at += 1
    // One division at the end: the nearest number to what is written.
    var scale = 1
    while at < word.endIndex, case 0x30...0x39 = word[at] {
      // Digits beyond the seventeenth change nothing that a reader could show.
      if whole < 1 << 52, scale < 1_000_000_000_000_000 {
        whole = whole * 10 + Int(word[at] - 0x30)
        scale *= 10
      }
      digits += 1
      at += 1
    }
    guard at == word.endIndex, digits > 0 else { return nil }
    let value = Double(whole) / Double(scale)
    return .real(isNegative ? -value : value)
  }

  private mutating func name() throws(PDFFailure) -> String {
    let word = regular()
    guard word.contains(0x23) else { return NameText.decoded(word) }
    var plain: [UInt8] = []
    var at = word.startIndex
    while at < word.endIndex {
      if word[at] == 0x23, at + 2 < word.endIndex, let high = Lexer.digit(word[at + 1]),
        let low = Lexer.digit(word[at + 2])
      {
        plain.append(high << 4 | low)
        at += 3
      } else {
        plain.append(word[at])
        at += 1
      }
    }
    return NameText.decoded(plain[...])
  }

  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private mutating func hexadecimal() throws(PDFFailure) -> [UInt8] {
    var result: [UInt8] = []
    var high: UInt8?
    while at < end {
      let byte = bytes[at]
      at += 1
      if byte == 0x3E {
        if let high { result.append(high << 4) }
        return result
      }
      if Lexer.isSpace(byte) { continue }
      guard let digit = Lexer.digit(byte) else { throw failure(.syntax) }
      if let first = high {
        result.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    throw failure(.truncated)
  }

  /// *Source:* ISO 32000-1 §7.3.4.2.
  private mutating func literal() throws(PDFFailure) -> [UInt8] {
    var result: [UInt8] = []
    var parentheses = 1
    while at < end {
      let byte = bytes[at]
      at += 1
      switch byte {
      case 0x28:
        parentheses += 1
        result.append(byte)
      case 0x29:
        parentheses -= 1
        if parentheses == 0 { return result }
        result.append(byte)
      case 0x5C: escape(into: &result)
      case 0x0D:
        // A line end of whatever form is one newline.
        if at < end, bytes[at] == 0x0A { at += 1 }
        result.append(0x0A)
      default: result.append(byte)
      }
    }
    throw failure(.truncated)
  }

  private mutating func escape(into result: inout [UInt8]) {
    guard at < end else { return }
    let byte = bytes[at]
    at += 1
    switch byte {
    case 0x6E: result.append(0x0A)
    case 0x72: result.append(0x0D)
    case 0x74: result.append(0x09)
    case 0x62: result.append(0x08)
    case 0x66: result.append(0x0C)
    case 0x0A: break
    case 0x0D: if at < end, bytes[at] == 0x0A { at += 1 }
    case 0x30...0x37:
      var value = UInt16(byte - 0x30)
      for _ in 0..<2 {
        guard at < end, case 0x30...0x37 = bytes[at] else { break }
        value = value * 8 + UInt16(bytes[at] - 0x30)
        at += 1
      }
      result.append(UInt8(truncatingIfNeeded: value))
    default: result.append(byte)
    }
  }

  private mutating func dictionary(
    depth: Int, withReferences: Bool
  ) throws(PDFFailure) -> PDFDictionary {
    var result = PDFDictionary()
    while true {
      skipSpace()
      guard at < end else { throw failure(.truncated) }
      if isAt(">>") {
        at += 2
        return result
      }
      guard bytes[at] == 0x2F else { throw failure(.syntax) }
      at += 1
      let key = try name()
      guard case .object(let value) = try token(depth: depth + 1, withReferences: withReferences)
      else { throw failure(.syntax) }
      result.entries.append(PDFDictionary.Entry(key: key, value: value))
    }
  }
}
