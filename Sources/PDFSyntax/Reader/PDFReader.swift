/// A PDF file that somebody else may have written: everything is checked.
///
/// Our own files must be right to the byte, so nothing is mended unless that is asked for: then lost
/// or wrong cross-references are made anew, and streams may end where `endstream` stands.
///
/// A value that any number of workers may read. Objects are parsed when they are asked for.
package struct PDFReader: Sendable {
  /// The file.
  package let bytes: [UInt8]
  /// The trailer's entries.
  package var trailer: PDFDictionary { references.trailer }

  /// Whether the cross-references were lost or wrong and were made anew.
  package let isMended: Bool

  private let references: CrossReferences
  private let limits: ReadLimits
  private let objectStreams: [Int: ObjectStream]
  /// Where `endstream` stands; nil where stated lengths must be right.
  private let streamEnds: [Int]?

  private struct ObjectStream: Sendable {
    var bytes: [UInt8]
    var numbers: [Int]
    var starts: [Int]
  }

  /// Opens a file: reads its cross-references and unpacks its object streams.
  ///
  /// - Parameter mends: whether a file with damaged cross-references is searched for its objects.
  ///
  /// *Throws:* `PDFFailure`.
  package init(
    _ bytes: [UInt8], limits: ReadLimits = ReadLimits(), mends: Bool = false
  ) throws(PDFFailure) {
    self.bytes = bytes
    self.limits = limits
    guard mends else {
      streamEnds = nil
      isMended = false
      references = try CrossReferences(bytes, limits: limits)
      objectStreams = try PDFReader.unpacked(bytes, references, limits: limits, ends: nil)
      return
    }
    let ends = Recovery.positions(of: "endstream", in: bytes)
    streamEnds = ends
    do throws(PDFFailure) {
      let written = try CrossReferences(bytes, limits: limits)
      let streams = try PDFReader.unpacked(bytes, written, limits: limits, ends: ends)
      guard written.agree(with: bytes, depthLimit: limits.depth),
        PDFReader.hasPages(bytes, written, streams, limits: limits, ends: ends)
      else { throw PDFFailure(reason: .crossReference, offset: 0) }
      (references, objectStreams, isMended) = (written, streams, false)
      return
    } catch {
      switch error.reason {
      case .encrypted, .notPDF, .tooLarge: throw error
      default: break
      }
      do throws(PDFFailure) {
        let found = try CrossReferences(recovering: bytes, limits: limits)
        objectStreams = try PDFReader.unpacked(bytes, found, limits: limits, ends: ends)
        (references, isMended) = (found, true)
      } catch let second {
        // Why the file as written is refused tells more than why the search failed.
        switch second.reason {
        case .encrypted, .tooLarge: throw second
        default: throw error
        }
      }
    }
  }

  private static func unpacked(
    _ bytes: [UInt8], _ references: CrossReferences, limits: ReadLimits, ends: [Int]?
  ) throws(PDFFailure) -> [Int: ObjectStream] {
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
      let stream = try PDFReader.objectStream(number, bytes, references, limits: limits, ends: ends)
      total += stream.bytes.count
      guard total <= limits.objectStreams else { throw PDFFailure(reason: .tooLarge, offset: 0) }
      streams[number] = stream
    }
    return streams
  }

  /// Whether the root and the root of its pages are there.
  private static func hasPages(
    _ bytes: [UInt8], _ references: CrossReferences, _ streams: [Int: ObjectStream],
    limits: ReadLimits, ends: [Int]
  ) -> Bool {
    func look(_ object: PDFObject) -> PDFObject? {
      guard let number = object.reference?.number else { return object }
      return try? PDFReader.object(
        number, bytes, references, streams, limits: limits, ends: ends, chain: 0)
    }
    guard let root = look(references.trailer["Root"])?.dictionary,
      let pages = look(root["Pages"])?.dictionary
    else { return false }
    return pages["Kids"] != .null || pages["Type"].name == "Pages"
  }

  /// The number after the highest object's.
  package var numberLimit: Int { references.places.count }

  /// An object by its number; null where there is none.
  ///
  /// *Throws:* `PDFFailure` when the file does not hold what its cross-references say.
  package func object(_ number: Int) throws(PDFFailure) -> PDFObject {
    try PDFReader.object(
      number, bytes, references, objectStreams, limits: limits, ends: streamEnds, chain: 0)
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

  /// The version that the file claims, in its header or in its root; 1.4 where it claims none.
  package var version: PDFVersion {
    var found = PDFVersion(1, 4)
    let head = bytes.prefix(1_024)
    if let mark = head.firstRange(of: Array("%PDF-".utf8)), mark.upperBound + 2 < head.count {
      let (major, minor) = (bytes[mark.upperBound], bytes[mark.upperBound + 2])
      if case 0x31...0x39 = major, case 0x30...0x39 = minor {
        found = PDFVersion(Int(major - 0x30), Int(minor - 0x30))
      }
    }
    let root = (try? catalog["Version"].name)?.utf8.map { Int($0) - 0x30 } ?? []
    guard root.count == 3, (1...9).contains(root[0]), (0...9).contains(root[2]) else {
      return found
    }
    return max(found, PDFVersion(root[0], root[2]))
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
    let (entries, range) = try parts(of: stream)
    let (names, parameters) = try coding(of: entries, at: range.lowerBound)
    return try Filters.decoded(
      bytes[range], names: names, parameters: parameters, limit: limits.stream)
  }

  /// The data of a picture, unpacked as far as it is not coded as pictures are, and how it is.
  ///
  /// *Throws:* `.tooLarge`, `.damagedStream`.
  package func coded(
    _ stream: PDFObject
  ) throws(PDFFailure) -> (data: ArraySlice<UInt8>, coding: String?) {
    let (entries, range) = try parts(of: stream)
    return try coded(bytes[range], entries, at: range.lowerBound)
  }

  /// The same of a picture that stands in the content, with its short names.
  package func coded(
    inline data: ArraySlice<UInt8>, _ entries: PDFDictionary
  ) throws(PDFFailure) -> (data: ArraySlice<UInt8>, coding: String?) {
    var long = entries
    for (short, key) in [("F", "Filter"), ("DP", "DecodeParms")] where entries[named: key] == .null
    {
      long.entries.append(PDFDictionary.Entry(key: key, value: entries[named: short]))
    }
    return try coded(data, long, at: data.startIndex)
  }

  private func coded(
    _ data: ArraySlice<UInt8>, _ entries: PDFDictionary, at offset: Int
  ) throws(PDFFailure) -> (data: ArraySlice<UInt8>, coding: String?) {
    let (names, parameters) = try coding(of: entries, at: offset)
    let pictures = ["DCTDecode", "DCT", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF"]
    let own = names.firstIndex { pictures.contains($0) } ?? names.count
    guard own > 0 || names.isEmpty else { return (data, names[0]) }
    let plain = try Filters.decoded(
      data, names: Array(names[..<own]), parameters: parameters, limit: limits.stream)
    return (plain[...], own < names.count ? names[own] : nil)
  }

  private func parts(of stream: PDFObject) throws(PDFFailure) -> (PDFDictionary, Range<Int>) {
    guard case .stream(let entries, let range) = try resolved(stream) else {
      throw PDFFailure(reason: .syntax, offset: 0)
    }
    return (entries, range)
  }

  private func coding(
    of entries: PDFDictionary, at offset: Int
  ) throws(PDFFailure) -> (names: [String], parameters: [PDFDictionary?]) {
    var names: [String] = []
    switch try resolved(entries["Filter"]) {
    case .null: break
    case .name(let name): names = [name]
    case .array(let list): for item in list { names.append(try resolved(item).name ?? "") }
    default: throw PDFFailure(reason: .syntax, offset: offset)
    }
    var parameters: [PDFDictionary?] = []
    switch try resolved(entries["DecodeParms"]) {
    case .dictionary(let one): parameters = [one]
    case .array(let list): for item in list { parameters.append(try resolved(item).dictionary) }
    default: break
    }
    // One honest stream needs few filters; many are a way to grow without end.
    guard names.count <= 4 else { throw PDFFailure(reason: .tooDeep, offset: offset) }
    return (names, parameters)
  }

  /// Whether objects or their places stand in compressed streams, which PDF 1.4 does not know.
  package var usesObjectStreams: Bool { !objectStreams.isEmpty || trailer["Type"].name == "XRef" }
}

// MARK: Parsing

extension PDFReader {
  private static func object(
    _ number: Int, _ bytes: [UInt8], _ references: CrossReferences,
    _ streams: [Int: ObjectStream], limits: ReadLimits, ends: [Int]?, chain: Int
  ) throws(PDFFailure) -> PDFObject {
    switch references.place(of: number) {
    case .free: return .null
    case .offset(let offset):
      return try object(
        number, at: offset, bytes, references, streams, limits: limits, ends: ends, chain: chain)
    case .inside(let stream, let index):
      guard let content = streams[stream], content.numbers.indices.contains(index),
        content.numbers[index] == number
      else { throw PDFFailure(reason: .crossReference, offset: 0) }
      var lexer = Lexer(content.bytes, at: content.starts[index], depthLimit: limits.depth)
      return try lexer.object()
    }
  }

  private static func object(
    _ number: Int, at offset: Int, _ bytes: [UInt8], _ references: CrossReferences,
    _ streams: [Int: ObjectStream], limits: ReadLimits, ends: [Int]?, chain: Int
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
      do throws(PDFFailure) {
        length = try self.object(
          reference.number, bytes, references, streams, limits: limits, ends: ends,
          chain: chain + 1)
      } catch {
        guard ends != nil else { throw error }
        length = .null
      }
    }
    if let ends {
      guard let range = StreamBounds.lenient(&lexer, length: length.integer, ends: ends) else {
        throw lexer.failure(.truncated)
      }
      return .stream(entries, range)
    }
    guard let length = length.integer else { throw lexer.failure(.syntax) }
    return .stream(entries, try StreamBounds.range(&lexer, length: length))
  }

  private static func objectStream(
    _ number: Int, _ bytes: [UInt8], _ references: CrossReferences, limits: ReadLimits,
    ends: [Int]?
  ) throws(PDFFailure) -> ObjectStream {
    guard case .offset(let offset) = references.place(of: number) else {
      throw PDFFailure(reason: .crossReference, offset: 0)
    }
    guard
      case .stream(let entries, let range) = try object(
        number, at: offset, bytes, references, [:], limits: limits, ends: ends, chain: 0),
      entries["Type"].name == "ObjStm", let count = entries["N"].integer,
      let first = entries["First"].integer, count >= 0, first >= 0
    else { throw PDFFailure(reason: .crossReference, offset: offset) }
    let names =
      entries["Filter"].name.map { [$0] } ?? entries["Filter"].array?.compactMap(\.name) ?? []
    let parameters =
      entries["DecodeParms"].array?.map(\.dictionary) ?? [entries["DecodeParms"].dictionary]
    let data = try Filters.decoded(
      bytes[range], names: names, parameters: parameters, limit: limits.stream)
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
