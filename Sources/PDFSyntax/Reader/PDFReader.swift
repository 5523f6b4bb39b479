/// A PDF file that somebody else may have written: everything is checked, nothing is repaired.
///
/// A value that any number of workers may read. Objects are parsed when they are asked for.
package struct PDFReader: Sendable {
  /// The file.
  package let bytes: [UInt8]
  /// The trailer's entries.
  package var trailer: PDFDictionary { references.trailer }

  private let references: CrossReferences
  private let limits: ReadLimits
  private let objectStreams: [Int: ObjectStream]

  private struct ObjectStream: Sendable {
    var bytes: [UInt8]
    var numbers: [Int]
    var starts: [Int]
  }

  /// Opens a file: reads its cross-references and unpacks its object streams.
  ///
  /// *Throws:* `PDFFailure`.
  package init(_ bytes: [UInt8], limits: ReadLimits = ReadLimits()) throws(PDFFailure) {
    self.bytes = bytes
    self.limits = limits
    references = try CrossReferences(bytes, limits: limits)
    guard references.trailer["Encrypt"] == .null else {
      throw PDFFailure(reason: .encrypted, offset: 0)
    }
    var wanted: [Int] = []
    for place in references.places {
      if case .inside(let stream, _) = place, wanted.last != stream { wanted.append(stream) }
    }
    wanted.sort()
    var streams: [Int: ObjectStream] = [:]
    var total = 0
    for number in wanted where streams[number] == nil {
      let stream = try PDFReader.objectStream(number, bytes, references, limits: limits)
      total += stream.bytes.count
      guard total <= limits.objectStreams else { throw PDFFailure(reason: .tooLarge, offset: 0) }
      streams[number] = stream
    }
    objectStreams = streams
  }

  /// The number after the highest object's.
  package var numberLimit: Int { references.places.count }

  /// An object by its number; null where there is none.
  ///
  /// *Throws:* `PDFFailure` when the file does not hold what its cross-references say.
  package func object(_ number: Int) throws(PDFFailure) -> PDFObject {
    switch references.place(of: number) {
    case .free: return .null
    case .offset(let offset):
      return try PDFReader.object(
        number, at: offset, bytes, references, limits: limits, chain: 0)
    case .inside(let stream, let index):
      guard let content = objectStreams[stream], content.numbers.indices.contains(index),
        content.numbers[index] == number
      else { throw PDFFailure(reason: .crossReference, offset: 0) }
      var lexer = Lexer(content.bytes, at: content.starts[index], depthLimit: limits.depth)
      return try lexer.object()
    }
  }

  /// What an object is when references are followed.
  ///
  /// *Throws:* `.loop` for references that lead in a circle.
  package func resolved(_ object: PDFObject) throws(PDFFailure) -> PDFObject {
    var object = object
    for _ in 0..<32 {
      guard case .reference(let reference) = object else { return object }
      object = try self.object(reference.number)
    }
    throw PDFFailure(reason: .loop, offset: 0)
  }

  /// An entry of a dictionary with its reference followed.
  package func entry(
    _ key: StaticString, of dictionary: PDFDictionary
  ) throws(PDFFailure) -> PDFObject {
    try resolved(dictionary[key])
  }

  /// The document's root.
  package var catalog: PDFDictionary {
    get throws(PDFFailure) {
      guard let catalog = try resolved(trailer["Root"]).dictionary else {
        throw PDFFailure(reason: .syntax, offset: 0)
      }
      return catalog
    }
  }

  /// The unpacked data of a stream.
  ///
  /// *Throws:* `.unsupported` for filters of images, `.tooLarge`, `.damagedStream`.
  package func data(of stream: PDFObject) throws(PDFFailure) -> [UInt8] {
    guard case .stream(let entries, let range) = try resolved(stream) else {
      throw PDFFailure(reason: .syntax, offset: 0)
    }
    var names: [String] = []
    switch try resolved(entries["Filter"]) {
    case .null: break
    case .name(let name): names = [name]
    case .array(let list): for item in list { names.append(try resolved(item).name ?? "") }
    default: throw PDFFailure(reason: .syntax, offset: range.lowerBound)
    }
    var parameters: [PDFDictionary?] = []
    switch try resolved(entries["DecodeParms"]) {
    case .dictionary(let one): parameters = [one]
    case .array(let list): for item in list { parameters.append(try resolved(item).dictionary) }
    default: break
    }
    // One honest stream needs few filters; many are a way to grow without end.
    guard names.count <= 4 else { throw PDFFailure(reason: .tooDeep, offset: range.lowerBound) }
    return try Filters.decoded(
      bytes[range], names: names, parameters: parameters, limit: limits.stream)
  }

  /// The pages in order, each with its object number.
  ///
  /// *Throws:* `.loop` when the page tree bites its tail.
  package func pages() throws(PDFFailure) -> [(number: Int, page: PDFDictionary)] {
    var pages: [(number: Int, page: PDFDictionary)] = []
    var visited = [Bool](repeating: false, count: numberLimit)
    var open: [PDFObject] = [try catalog["Pages"]]
    while let next = open.popLast() {
      guard let reference = next.reference, reference.number < visited.count else {
        throw PDFFailure(reason: .syntax, offset: 0)
      }
      guard !visited[reference.number] else { throw PDFFailure(reason: .loop, offset: 0) }
      visited[reference.number] = true
      guard let node = try resolved(next).dictionary else {
        throw PDFFailure(reason: .syntax, offset: 0)
      }
      if let kids = try resolved(node["Kids"]).array {
        open.append(contentsOf: kids.reversed())
      } else {
        pages.append((reference.number, node))
      }
    }
    return pages
  }

  // MARK: Parsing

  private static func object(
    _ number: Int, at offset: Int, _ bytes: [UInt8], _ references: CrossReferences,
    limits: ReadLimits, chain: Int
  ) throws(PDFFailure) -> PDFObject {
    guard offset < bytes.count else {
      throw PDFFailure(reason: .crossReference, offset: offset)
    }
    guard chain < 4 else { throw PDFFailure(reason: .loop, offset: offset) }
    var lexer = Lexer(bytes, at: offset, depthLimit: limits.depth)
    let stated: Int
    do throws(PDFFailure) {
      stated = try lexer.count()
      _ = try lexer.count()
    } catch {
      throw PDFFailure(reason: .crossReference, offset: offset)
    }
    guard stated == number, lexer.take("obj") else {
      throw PDFFailure(reason: .crossReference, offset: offset)
    }
    let object = try lexer.object()
    guard case .dictionary(let entries) = object else { return object }
    var look = lexer
    guard look.take("stream") else { return object }
    var length = entries["Length"]
    if case .reference(let reference) = length {
      guard case .offset(let place) = references.place(of: reference.number) else {
        throw PDFFailure(reason: .unsupported("stream length in an object stream"), offset: offset)
      }
      length = try self.object(
        reference.number, at: place, bytes, references, limits: limits, chain: chain + 1)
    }
    guard let length = length.integer else { throw lexer.failure(.syntax) }
    return .stream(entries, try StreamBounds.range(&lexer, length: length))
  }

  private static func objectStream(
    _ number: Int, _ bytes: [UInt8], _ references: CrossReferences, limits: ReadLimits
  ) throws(PDFFailure) -> ObjectStream {
    guard case .offset(let offset) = references.place(of: number) else {
      throw PDFFailure(reason: .crossReference, offset: 0)
    }
    guard
      case .stream(let entries, let range) = try object(
        number, at: offset, bytes, references, limits: limits, chain: 0),
      entries["Type"].name == "ObjStm", let count = entries["N"].integer,
      let first = entries["First"].integer, count >= 0, first >= 0
    else { throw PDFFailure(reason: .crossReference, offset: offset) }
    let names = entries["Filter"].name.map { [$0] } ?? []
    let data = try Filters.decoded(
      bytes[range], names: names, parameters: [entries["DecodeParms"].dictionary],
      limit: limits.stream)
    guard count <= data.count, first <= data.count else {
      throw PDFFailure(reason: .crossReference, offset: offset)
    }
    var lexer = Lexer(data, depthLimit: limits.depth)
    var stream = ObjectStream(bytes: data, numbers: [], starts: [])
    for _ in 0..<count {
      stream.numbers.append(try lexer.count())
      let start = first + (try lexer.count())
      guard start <= data.count else {
        throw PDFFailure(reason: .crossReference, offset: offset)
      }
      stream.starts.append(start)
    }
    return stream
  }
}
