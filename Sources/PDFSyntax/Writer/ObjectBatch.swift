/// Objects without streams, written together; in the compact form they become object streams.
///
/// A reader must unpack a whole object stream for one object of it, so a stream takes at most 1,024:
/// some 25 pages of structure, and less than a tenth of a megabyte.
/// A value: batches are filled and sealed on any worker, and the file only joins them.
///
/// *Source:* ISO 32000-1 §7.5.7.
package struct ObjectBatch: Sendable {
  private static let limit = 1_024

  /// How hard object streams are packed.
  package enum Packing: Sendable {
    /// libdeflate's optimal parsing. Objects of one kind differ in a few digits only, which it packs
    /// a sixth smaller; streams of pages would gain two percent.
    case small
    /// In an eighth of the time: for hundreds of thousands of objects.
    case fast

    fileprivate var level: Int {
      switch self {
      case .small: 10
      case .fast: 6
      }
    }
  }

  let form: FileForm
  private let packing: Packing
  private var done: [SealedBatch] = []
  private(set) var numbers: [Int] = []
  private(set) var starts: [Int] = []
  private var bytes: [UInt8] = []

  /// Starts an empty batch.
  package init(_ form: FileForm, packing: Packing = .small) {
    self.form = form
    self.packing = packing
  }

  /// Writes an object that is a dictionary.
  package mutating func dictionary(
    _ object: Reference, _ body: (inout DictionaryWriter) -> Void
  ) {
    write(object) { $0.dictionary(body) }
  }

  /// Writes an object that is an array.
  package mutating func array(_ object: Reference, _ body: (inout ArrayWriter) -> Void) {
    write(object) { $0.array(body) }
  }

  mutating func write(_ object: Reference, _ body: (inout Sink) -> Void) {
    if numbers.count == ObjectBatch.limit { closePart() }
    numbers.append(object.number)
    starts.append(bytes.count)
    var sink = Sink(isPretty: form.isPretty)
    swap(&sink.bytes, &bytes)
    body(&sink)
    swap(&sink.bytes, &bytes)
    bytes.append(0x0A)
  }

  /// Closes the batch: compressed where the form says so, in as many parts as it needs.
  package consuming func sealed() -> [SealedBatch] {
    if !numbers.isEmpty { closePart() }
    return done
  }

  private mutating func closePart() {
    done.append(part())
    numbers.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  private func part() -> SealedBatch {
    switch form {
    case .pretty, .classic:
      return SealedBatch(numbers: numbers, starts: starts, first: 0, bytes: bytes)
    case .compact:
      var whole: [UInt8] = []
      for (number, start) in zip(numbers, starts) {
        whole.append(decimal: Int64(number))
        whole.append(0x20)
        whole.append(decimal: Int64(start))
        whole.append(0x20)
      }
      let first = whole.count
      whole.append(contentsOf: bytes)
      return SealedBatch(
        numbers: numbers, starts: starts, first: first,
        bytes: Flate.deflated(whole, level: packing.level))
    }
  }
}

/// A batch that is ready to be joined to a file.
package struct SealedBatch: Sendable {
  let numbers: [Int]
  let starts: [Int]
  let first: Int
  let bytes: [UInt8]
}

/// The data of a stream, compressed where the form says so.
package struct SealedStream: Sendable {
  let bytes: [UInt8]
  let isDeflated: Bool
  let originalCount: Int

  /// Compresses `data` as the form says.
  package init(_ data: [UInt8], form: FileForm) {
    self.originalCount = data.count
    switch form {
    case .pretty:
      self.bytes = data
      self.isDeflated = false
    case .compact(let level), .classic(let level):
      self.bytes = Flate.deflated(data, level: level)
      self.isDeflated = true
    }
  }

  /// Takes data as it is, without compression: metadata must stay readable.
  package init(plain data: [UInt8]) {
    self.bytes = data
    self.isDeflated = false
    self.originalCount = data.count
  }

  /// Takes data that were packed piece by piece.
  init(packed: [UInt8], isDeflated: Bool, originalCount: Int) {
    self.bytes = packed
    self.isDeflated = isDeflated
    self.originalCount = originalCount
  }

  /// How many bytes it takes in the file.
  package var count: Int { bytes.count }
}
