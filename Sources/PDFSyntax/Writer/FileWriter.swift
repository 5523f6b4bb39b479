package import Core

/// Joins objects to a file and writes its cross-references.
///
/// Object numbers are given by the caller, by rule; nothing is renumbered and nothing written is
/// looked at again. Streams and batches come compressed, so the work of compressing can be done on
/// any worker; this type only copies bytes.
package struct FileWriter: ~Copyable {
  private enum Place {
    case free
    case offset(Int)
    case inside(stream: Int, index: Int)
  }

  private let form: FileForm
  private var bytes: [UInt8] = []
  private var places: [Place]
  /// How many objects were written, object streams included.
  package private(set) var objectCount = 0

  /// Starts a file with room for objects 1…`lastNumber`; later numbers serve object streams.
  package init(form: FileForm, lastNumber: Int, version: PDFVersion = .latest) {
    self.form = form
    self.places = Array(repeating: .free, count: lastNumber + 1)
    bytes.append(contentsOf: "%PDF-\(version)\n%".utf8)
    // Four bytes above 127 tell transfer programs that the file is binary.
    bytes.append(contentsOf: [0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
  }

  /// The fingerprint of everything written so far.
  package var fingerprint: StableHash { StableHash(of: bytes) }
  /// How many bytes are written.
  package var size: Int { bytes.count }

  /// Joins the parts of a batch of objects.
  package mutating func append(_ batches: [SealedBatch]) {
    for batch in batches { append(batch) }
  }

  private mutating func append(_ batch: SealedBatch) {
    guard !batch.numbers.isEmpty else { return }
    switch form {
    case .pretty, .classic:
      for (index, number) in batch.numbers.enumerated() {
        let start = batch.starts[index]
        let end = index + 1 < batch.starts.count ? batch.starts[index + 1] : batch.bytes.count
        open(Reference(number))
        bytes.append(contentsOf: batch.bytes[start..<end])
        bytes.append(contentsOf: "endobj\n".utf8)
      }
    case .compact:
      let number = places.count
      places.append(.free)
      for (index, inner) in batch.numbers.enumerated() {
        occupy(inner, .inside(stream: number, index: index))
        objectCount += 1
      }
      append(
        Reference(number),
        SealedStream(batch: batch)
      ) { entries in
        entries.name("Type", "ObjStm")
        entries.integer("N", batch.numbers.count)
        entries.integer("First", batch.first)
      }
    }
  }

  /// Writes a stream object; length and filter are added to its entries.
  package mutating func append(
    _ object: Reference, _ stream: SealedStream,
    _ entries: (inout DictionaryWriter) -> Void = { _ in }
  ) {
    open(object)
    var sink = Sink(isPretty: form.isPretty)
    swap(&sink.bytes, &bytes)
    sink.dictionary { dictionary in
      entries(&dictionary)
      if stream.isDeflated { dictionary.name("Filter", "FlateDecode") }
      dictionary.integer("Length", stream.bytes.count)
    }
    swap(&sink.bytes, &bytes)
    bytes.append(contentsOf: "\nstream\n".utf8)
    bytes.append(contentsOf: stream.bytes)
    bytes.append(contentsOf: "\nendstream\nendobj\n".utf8)
  }

  private mutating func open(_ object: Reference) {
    occupy(object.number, .offset(bytes.count))
    objectCount += 1
    bytes.append(decimal: Int64(object.number))
    bytes.append(contentsOf: " 0 obj\n".utf8)
  }

  private mutating func occupy(_ number: Int, _ place: Place) {
    precondition(!isUsed(number), "an object is written once")
    places[number] = place
  }

  /// Closes the file with its cross-references and trailer.
  ///
  /// - Parameters:
  ///   - catalog: the document's root.
  ///   - information: the information dictionary.
  ///   - identifier: both halves of the file identifier.
  package consuming func finished(
    catalog: Reference, information: Reference, identifier: StableHash
  ) -> [UInt8] {
    let start = bytes.count
    func trailer(_ entries: inout DictionaryWriter, size: Int) {
      entries.integer("Size", size)
      entries.reference("Root", catalog)
      entries.reference("Info", information)
      entries.array("ID") {
        $0.string(identifier.bytes)
        $0.string(identifier.bytes)
      }
    }
    switch form {
    case .pretty, .classic:
      bytes.append(contentsOf: "xref\n0 ".utf8)
      bytes.append(decimal: Int64(places.count))
      bytes.append(contentsOf: "\n".utf8)
      // Each free object points to the next one, the last to object 0.
      var free = places.indices.filter { !isUsed($0) }[...].dropFirst()
      for (number, place) in places.enumerated() {
        if case .offset(let offset) = place {
          appendTableEntry(offset, generation: "00000", kind: "n")
        } else {
          let next = free.popFirst() ?? 0
          appendTableEntry(next, generation: number == 0 ? "65535" : "00000", kind: "f")
        }
      }
      bytes.append(contentsOf: "trailer\n".utf8)
      var sink = Sink(isPretty: form.isPretty)
      sink.dictionary { trailer(&$0, size: places.count) }
      bytes.append(contentsOf: sink.bytes)
    case .compact(let level):
      let number = places.count
      places.append(.free)
      occupy(number, .offset(start))
      let widths = [1, byteCount(of: max(start, places.count)), 2]
      let rows = Flate.deflated(
        predicted(crossReferences(widths), row: widths.reduce(0, +)), level: level)
      bytes.append(decimal: Int64(number))
      bytes.append(contentsOf: " 0 obj\n".utf8)
      var sink = Sink(isPretty: false)
      let size = places.count
      sink.dictionary { entries in
        entries.name("Type", "XRef")
        trailer(&entries, size: size)
        entries.array("W") { array in for width in widths { array.integer(width) } }
        entries.name("Filter", "FlateDecode")
        entries.dictionary("DecodeParms") {
          $0.integer("Predictor", 12)
          $0.integer("Columns", widths.reduce(0, +))
        }
        entries.integer("Length", rows.count)
      }
      bytes.append(contentsOf: sink.bytes)
      bytes.append(contentsOf: "\nstream\n".utf8)
      bytes.append(contentsOf: rows)
      bytes.append(contentsOf: "\nendstream\nendobj".utf8)
    }
    bytes.append(contentsOf: "\nstartxref\n".utf8)
    bytes.append(decimal: Int64(start))
    bytes.append(contentsOf: "\n%%EOF\n".utf8)
    return bytes
  }

  private func isUsed(_ number: Int) -> Bool {
    if case .free = places[number] { false } else { true }
  }

  private mutating func appendTableEntry(_ number: Int, generation: String, kind: String) {
    let digits = String(number)
    bytes.append(contentsOf: String(repeating: "0", count: max(0, 10 - digits.utf8.count)).utf8)
    bytes.append(contentsOf: "\(digits) \(generation) \(kind) \n".utf8)
  }

  /// *Source:* ISO 32000-1 §7.5.8.3.
  private func crossReferences(_ widths: [Int]) -> [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity(places.count * widths.reduce(0, +))
    func field(_ value: Int, _ width: Int) {
      for place in stride(from: width - 1, through: 0, by: -1) {
        rows.append(UInt8(truncatingIfNeeded: value >> (8 * place)))
      }
    }
    for place in places {
      switch place {
      case .free:
        field(0, widths[0])
        field(0, widths[1])
        field(0xFFFF, widths[2])
      case .offset(let offset):
        field(1, widths[0])
        field(offset, widths[1])
        field(0, widths[2])
      case .inside(let stream, let index):
        field(2, widths[0])
        field(stream, widths[1])
        field(index, widths[2])
      }
    }
    return rows
  }

  /// PNG's "up" predictor: rows of rising offsets compress to little.
  private func predicted(_ rows: [UInt8], row: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(rows.count + rows.count / row)
    var start = 0
    while start < rows.count {
      result.append(2)
      for byte in start..<(start + row) {
        result.append(rows[byte] &- (byte >= row ? rows[byte - row] : 0))
      }
      start += row
    }
    return result
  }

  private func byteCount(of value: Int) -> Int {
    var count = 1
    while value >> (8 * count) > 0 { count += 1 }
    return count
  }
}

extension SealedStream {
  init(batch: SealedBatch) {
    self.bytes = batch.bytes
    self.isDeflated = true
    self.originalCount = batch.bytes.count
  }
}

/// The version of PDF that a file claims.
package struct PDFVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The digit before the point.
  package var major: Int
  /// The digits after the point.
  package var minor: Int
  /// Makes a version.
  package init(_ major: Int, _ minor: Int) {
    self.major = major
    self.minor = minor
  }
  /// What we write where nothing older is asked for: ISO 32000-1.
  package static let latest = PDFVersion(1, 7)
  /// As in the header: `1.6`.
  package var description: String { "\(major).\(minor)" }
  package static func < (a: PDFVersion, b: PDFVersion) -> Bool {
    (a.major, a.minor) < (b.major, b.minor)
  }
}
