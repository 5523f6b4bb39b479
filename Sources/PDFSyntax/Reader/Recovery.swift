/// Finds the objects of a file whose cross-references are lost or wrong.
///
/// The file is read once from its start to its end. Of objects with one number the last holds, as it
/// would if every revision had been appended; the objects of a stream count where the stream stands.
///
/// *Source:* ISO 32000-1 §7.3.10 (indirect objects), §7.5.6 (revisions are appended).
struct Recovery {
  private(set) var places: [CrossReferences.Place?] = []
  private(set) var trailer = PDFDictionary()
  private let bytes: [UInt8]
  private let limits: ReadLimits

  init(_ bytes: [UInt8], limits: ReadLimits) throws(PDFFailure) {
    self.bytes = bytes
    self.limits = limits
    let marks = Recovery.positions(of: "obj", in: bytes)
    var starts: [(number: Int, start: Int, body: Int)] = []
    for mark in marks {
      if let found = Recovery.header(before: mark, in: bytes) {
        starts.append((found.number, found.start, mark + 3))
      }
    }
    guard !starts.isEmpty else { throw PDFFailure(reason: .crossReference, offset: 0) }
    var roots: [Int] = []
    for (index, object) in starts.enumerated() {
      guard object.number <= min(limits.objects, max(65_536, bytes.count)) else { continue }
      put(object.number, .offset(object.start))
      // What follows belongs to the next object: reading no further keeps this linear.
      let end = index + 1 < starts.count ? starts[index + 1].start : bytes.count
      var lexer = Lexer(bytes, at: object.body, end: end, depthLimit: limits.depth)
      guard let value = try? lexer.object(), let entries = value.dictionary else { continue }
      switch entries["Type"].name {
      case "Catalog": roots.append(object.number)
      case "XRef": adopt(entries)
      case "ObjStm": unpack(entries, stream: object.number, &lexer)
      default: break
      }
    }
    for mark in Recovery.positions(of: "trailer", in: bytes) {
      var lexer = Lexer(bytes, at: mark + 7, depthLimit: limits.depth)
      lexer.skipSpace()
      guard lexer.isAt("<<"), let entries = (try? lexer.object())?.dictionary else { continue }
      adopt(entries)
    }
    if trailer["Root"] == .null, let root = roots.last {
      trailer.entries.append(
        PDFDictionary.Entry(key: "Root", value: .reference(Reference(root))))
    }
    guard trailer["Root"] != .null else {
      throw PDFFailure(reason: .crossReference, offset: 0)
    }
  }

  private mutating func put(_ number: Int, _ place: CrossReferences.Place) {
    if number >= places.count {
      places.append(contentsOf: repeatElement(nil, count: number + 1 - places.count))
    }
    places[number] = place
  }

  /// The last trailer that names a root holds; that the file is encrypted is never forgotten.
  private mutating func adopt(_ entries: PDFDictionary) {
    let names = ["Root", "Info", "ID", "Encrypt"]
    guard entries["Root"] != .null || entries["Encrypt"] != .null else { return }
    for entry in entries.entries where names.contains(entry.key) {
      trailer.entries.removeAll { $0.key == entry.key }
      trailer.entries.append(entry)
    }
  }

  private mutating func unpack(_ entries: PDFDictionary, stream: Int, _ lexer: inout Lexer) {
    guard let count = entries["N"].integer, count > 0, count <= limits.objects,
      let range = StreamBounds.lenient(&lexer, length: entries["Length"].integer)
    else { return }
    let names = entries["Filter"].name.map { [$0] } ?? entries["Filter"].array?.compactMap(\.name)
    let data = try? Filters.decoded(
      bytes[range], names: names ?? [], parameters: [entries["DecodeParms"].dictionary],
      limit: limits.stream)
    guard let data, count <= data.count else { return }
    var inner = Lexer(data, depthLimit: limits.depth)
    for index in 0..<count {
      guard let number = try? inner.count(), (try? inner.count()) != nil,
        number <= min(limits.objects, max(65_536, bytes.count))
      else { return }
      put(number, .inside(stream: stream, index: index))
    }
  }

  /// The number and generation before `obj`, and where they begin.
  private static func header(
    before mark: Int, in bytes: [UInt8]
  ) -> (number: Int, start: Int)? {
    // `endobj` ends in these letters, too.
    var at = mark - 1
    func skipSpace() -> Bool {
      let from = at
      while at >= 0, Lexer.isSpace(bytes[at]) { at -= 1 }
      return at < from
    }
    func digits() -> Int? {
      let from = at
      while at >= 0, from - at < 10, case 0x30...0x39 = bytes[at] { at -= 1 }
      guard at < from else { return nil }
      var value = 0
      for position in (at + 1)...from { value = value * 10 + Int(bytes[position] - 0x30) }
      return value
    }
    guard skipSpace(), digits() != nil, skipSpace(), let number = digits(), number > 0 else {
      return nil
    }
    return (number, at + 1)
  }

  /// Where a word stands in the file, in order.
  static func positions(of word: StaticString, in bytes: [UInt8]) -> [Int] {
    var found: [Int] = []
    word.withUTF8Buffer { word in
      bytes.withUnsafeBufferPointer { bytes in
        guard word.count <= bytes.count else { return }
        let first = word[0]
        for at in 0...(bytes.count - word.count) where bytes[at] == first {
          var length = 1
          while length < word.count, bytes[at + length] == word[length] { length += 1 }
          if length == word.count { found.append(at) }
        }
      }
    }
    return found
  }
}
