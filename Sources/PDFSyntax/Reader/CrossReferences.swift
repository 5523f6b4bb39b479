/// Where the objects of a file lie.
///
/// *Source:* ISO 32000-1 §7.5.4 (tables), §7.5.8 (streams).
struct CrossReferences: Sendable {
  /// Where one object lies.
  enum Place: Sendable, Equatable {
    case free
    case offset(Int)
    case inside(stream: Int, index: Int)
  }

  private(set) var places: [Place?] = []
  private(set) var trailer = PDFDictionary()
  private let byteCount: Int

  /// Reads the chain of tables from the last one back; what stands later in the file holds.
  init(_ bytes: [UInt8], limits: ReadLimits) throws(PDFFailure) {
    byteCount = bytes.count
    guard bytes.prefix(1_024).firstRange(of: Array("%PDF-".utf8)) != nil else {
      throw PDFFailure(reason: .notPDF, offset: 0)
    }
    let tail = max(0, bytes.count - 2_048)
    let mark = Array("startxref".utf8)
    var found: Int?
    var at = bytes.count - mark.count
    while at >= tail {
      if bytes[at..<(at + mark.count)].elementsEqual(mark) {
        found = at
        break
      }
      at -= 1
    }
    guard let found else { throw PDFFailure(reason: .truncated, offset: bytes.count) }
    var lexer = Lexer(bytes, at: found + mark.count, depthLimit: limits.depth)
    var next: Int? = try lexer.count()
    var visited: [Int] = []
    var isFirst = true
    while let start = next {
      guard start < bytes.count else {
        throw PDFFailure(reason: .crossReference, offset: start)
      }
      guard !visited.contains(start) else { throw PDFFailure(reason: .loop, offset: start) }
      // Every revision adds a section; a thousand of them is no honest file.
      guard visited.count < 1_000 else { throw PDFFailure(reason: .tooDeep, offset: start) }
      visited.append(start)
      let section = try read(bytes, at: start, limits: limits)
      if isFirst { trailer = section }
      isFirst = false
      if let hybrid = section["XRefStm"].integer, hybrid >= 0, hybrid < bytes.count,
        !visited.contains(hybrid)
      {
        visited.append(hybrid)
        _ = try read(bytes, at: hybrid, limits: limits)
      }
      next = section["Prev"].integer
      if let previous = next, previous < 0 {
        throw PDFFailure(reason: .crossReference, offset: start)
      }
    }
  }

  /// The cross-references that a damaged file should have had.
  init(recovering bytes: [UInt8], limits: ReadLimits) throws(PDFFailure) {
    byteCount = bytes.count
    let found = try Recovery(bytes, limits: limits)
    places = found.places
    trailer = found.trailer
  }

  /// Whether each object begins where the cross-references say.
  func agree(with bytes: [UInt8], depthLimit: Int) -> Bool {
    for (number, place) in places.enumerated() {
      guard number > 0, case .offset(let offset) = place else { continue }
      var lexer = Lexer(bytes, at: offset, depthLimit: depthLimit)
      guard offset < bytes.count, let stated = try? lexer.count(), stated == number,
        (try? lexer.count()) != nil, lexer.take("obj")
      else { return false }
    }
    return true
  }

  func place(of number: Int) -> Place {
    places.indices.contains(number) ? places[number] ?? .free : .free
  }

  private mutating func set(_ number: Int, _ place: Place, limits: ReadLimits) throws(PDFFailure) {
    // A tiny file with a huge number would only make us reserve memory.
    guard number <= min(limits.objects, max(65_536, byteCount)) else {
      throw PDFFailure(reason: .tooLarge, offset: number)
    }
    if number >= places.count {
      places.append(contentsOf: repeatElement(nil, count: number + 1 - places.count))
    }
    if places[number] == nil { places[number] = place }
  }

  private mutating func read(
    _ bytes: [UInt8], at start: Int, limits: ReadLimits
  ) throws(PDFFailure) -> PDFDictionary {
    var lexer = Lexer(bytes, at: start, depthLimit: limits.depth)
    if lexer.take("xref") { return try readTable(&lexer, limits: limits) }
    return try readStream(&lexer, bytes, limits: limits)
  }

  private mutating func readTable(
    _ lexer: inout Lexer, limits: ReadLimits
  ) throws(PDFFailure) -> PDFDictionary {
    while !lexer.take("trailer") {
      let first = try lexer.count()
      let count = try lexer.count()
      guard count <= limits.objects, first <= limits.objects else {
        throw lexer.failure(.crossReference)
      }
      for number in first..<(first + count) {
        let offset = try lexer.count()
        _ = try lexer.count()
        if lexer.take("n") {
          try set(number, .offset(offset), limits: limits)
        } else if lexer.take("f") {
          try set(number, .free, limits: limits)
        } else {
          throw lexer.failure(.crossReference)
        }
      }
    }
    guard case .dictionary(let trailer) = try lexer.object() else {
      throw lexer.failure(.crossReference)
    }
    return trailer
  }

  private mutating func readStream(
    _ lexer: inout Lexer, _ bytes: [UInt8], limits: ReadLimits
  ) throws(PDFFailure) -> PDFDictionary {
    let start = lexer.at
    _ = try lexer.count()
    _ = try lexer.count()
    guard lexer.take("obj"), case .dictionary(let entries) = try lexer.object(),
      entries["Type"].name == "XRef", let length = entries["Length"].integer
    else { throw PDFFailure(reason: .crossReference, offset: start) }
    let range = try StreamBounds.range(&lexer, length: length)
    let widths = (entries["W"].array ?? []).compactMap(\.integer)
    guard widths.count == 3, widths.allSatisfy({ (0...8).contains($0) }), widths[1] > 0 else {
      throw PDFFailure(reason: .crossReference, offset: start)
    }
    let names: [String]
    switch entries["Filter"] {
    case .null: names = []
    case .name(let name): names = [name]
    case .array(let list): names = list.compactMap(\.name)
    default: throw PDFFailure(reason: .crossReference, offset: start)
    }
    let parameters: [PDFDictionary?]
    switch entries["DecodeParms"] {
    case .dictionary(let one): parameters = [one]
    case .array(let list): parameters = list.map(\.dictionary)
    default: parameters = []
    }
    let rows = try Filters.decoded(
      bytes[range], names: names, parameters: parameters, limit: limits.stream)
    let size = entries["Size"].integer ?? 0
    let sections = (entries["Index"].array ?? [.integer(0), .integer(size)]).compactMap(\.integer)
    var at = 0
    func field(_ width: Int, missing: Int) -> Int {
      guard width > 0 else { return missing }
      var value = 0
      for _ in 0..<width {
        value = (value & 0xFF_FFFF_FFFF_FFFF) << 8 | Int(rows[at])
        at += 1
      }
      return value
    }
    let row = widths.reduce(0, +)
    for pair in stride(from: 0, to: sections.count - 1, by: 2) {
      let first = sections[pair]
      let count = sections[pair + 1]
      guard first >= 0, count >= 0, first <= limits.objects, count <= limits.objects,
        at + count * row <= rows.count
      else { throw PDFFailure(reason: .crossReference, offset: start) }
      for number in first..<(first + count) {
        let kind = field(widths[0], missing: 1)
        let second = field(widths[1], missing: 0)
        let third = field(widths[2], missing: 0)
        switch kind {
        case 0: try set(number, .free, limits: limits)
        case 1: try set(number, .offset(second), limits: limits)
        case 2: try set(number, .inside(stream: second, index: third), limits: limits)
        default: break
        }
      }
    }
    return entries
  }
}

/// Finds the data of a stream.
enum StreamBounds {
  /// The bytes after `stream`; the word `endstream` must follow them.
  static func range(_ lexer: inout Lexer, length: Int) throws(PDFFailure) -> Range<Int> {
    guard lexer.take("stream") else { throw lexer.failure(.syntax) }
    if lexer.at < lexer.end, lexer.bytes[lexer.at] == 0x0D { lexer.at += 1 }
    if lexer.at < lexer.end, lexer.bytes[lexer.at] == 0x0A { lexer.at += 1 }
    let start = lexer.at
    guard length >= 0, length <= lexer.end - start else { throw lexer.failure(.truncated) }
    lexer.at = start + length
    guard lexer.take("endstream") else { throw lexer.failure(.syntax) }
    return start..<(start + length)
  }

  /// The bytes up to the next `endstream`, whatever length is stated; nothing where none follows.
  ///
  /// - Parameter ends: where `endstream` stands in the file, if that is known already.
  static func lenient(_ lexer: inout Lexer, length: Int?, ends: [Int]? = nil) -> Range<Int>? {
    if let length {
      var honest = lexer
      if let range = try? range(&honest, length: length) { return range }
    }
    guard lexer.take("stream") else { return nil }
    if lexer.at < lexer.end, lexer.bytes[lexer.at] == 0x0D { lexer.at += 1 }
    if lexer.at < lexer.end, lexer.bytes[lexer.at] == 0x0A { lexer.at += 1 }
    let start = lexer.at
    var end: Int?
    if let ends {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if ends[middle] < start { low = middle + 1 } else { high = middle }
      }
      if low < ends.count { end = ends[low] }
    } else {
      while lexer.at < lexer.end, !lexer.isAt("endstream") { lexer.at += 1 }
      if lexer.at < lexer.end { end = lexer.at }
    }
    guard var end, end <= lexer.end else { return nil }
    // The line end before the keyword is not part of the data.
    if end > start, lexer.bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, lexer.bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }
}
