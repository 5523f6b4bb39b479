/// Objects that were read, written down again as they were.
package struct ObjectCopier: Sendable {
  private let numbers: [Int: Reference]
  private let dropped: [String]

  /// Copies objects under new numbers.
  ///
  /// - Parameters:
  ///   - numbers: the new number for each old one; a reference to any other becomes null.
  ///   - dropped: entries that are left out of every dictionary.
  package init(numbers: [Int: Reference], dropping dropped: [String] = []) {
    self.numbers = numbers
    self.dropped = dropped
  }

  fileprivate func write(_ object: PDFObject, to sink: inout Sink) {
    switch object {
    case .null: sink.null()
    case .boolean(let value): sink.boolean(value)
    case .integer(let value): sink.integer(value)
    case .real(let value):
      sink.separate()
      sink.bytes.append(contentsOf: ObjectCopier.decimal(value).utf8)
    case .string(let bytes): sink.string(bytes)
    case .name(let name): sink.name(NameText.encoded(name))
    case .array(let list):
      sink.array { array in for element in list { write(element, to: &array.sink) } }
    case .dictionary(let entries), .stream(let entries, _):
      sink.dictionary { dictionary in write(entries, to: &dictionary) }
    case .reference(let reference):
      if let new = numbers[reference.number] { sink.reference(new) } else { sink.null() }
    }
  }

  /// Writes the entries of a dictionary but for those named.
  package func write(
    _ entries: PDFDictionary, to dictionary: inout DictionaryWriter, without left: [String] = []
  ) {
    for entry in entries.entries
    where !dropped.contains(entry.key) && !left.contains(entry.key) {
      write(entry.key, entry.value, to: &dictionary)
    }
  }

  /// Writes one entry.
  package func write(
    _ key: String, _ value: PDFObject, to dictionary: inout DictionaryWriter
  ) {
    dictionary.sink.breakLine()
    dictionary.sink.name(NameText.encoded(key))
    if dictionary.sink.isPretty { dictionary.sink.bytes.append(0x20) }
    write(value, to: &dictionary.sink)
  }

  /// The shortest decimal that reads back as the same number; PDF has no exponents.
  ///
  /// *Source:* ISO 32000-1 §7.3.3.
  static func decimal(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let text = "\(value)"
    guard let mark = text.firstIndex(of: "e") else {
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    let exponent = Int(text[text.index(after: mark)...]) ?? 0
    let isNegative = text.hasPrefix("-")
    var digits = text[..<mark].filter(\.isNumber)
    // One digit stands before the point of the mantissa.
    let point = exponent + 1
    if point <= 0 {
      digits = "0." + String(repeating: "0", count: -point) + digits
    } else if point >= digits.count {
      digits += String(repeating: "0", count: point - digits.count)
    } else {
      digits.insert(".", at: digits.index(digits.startIndex, offsetBy: point))
    }
    return (isNegative ? "-" : "") + digits
  }
}

extension ObjectBatch {
  /// Writes an object that was read; a stream cannot be one of a batch.
  package mutating func copy(
    _ object: PDFObject, as reference: Reference, by copier: ObjectCopier
  ) {
    write(reference) { copier.write(object, to: &$0) }
  }
}
