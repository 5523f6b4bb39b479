/// Why the register's file cannot be cut into records, and where.
struct CutFault: Error, Equatable {
  /// What is wrong.
  enum Kind: Equatable {
    /// A byte that cannot stand there.
    case unexpected(UInt8)
    /// A bracket that closes another than the one that is open.
    case bracket(UInt8, open: UInt8)
    /// The file ends within a value.
    case cutOff
    /// The file holds no object.
    case noObject
    /// The object has no list `polozky`.
    case noItems
    /// A record is nested more deeply than any is.
    case deep
    /// A record is larger than any is.
    case large
  }
  var kind: Kind
  /// The byte, from 0.
  var offset: Int
  /// The line, from 1.
  var line: Int
}

/// A record of the register as it stands in the file.
struct CutItem {
  /// Its JSON text.
  var bytes: [UInt8]
  /// Its first byte in the file, from 0.
  var offset: Int
  /// The line on which it begins, from 1.
  var line: Int
}

/// Cuts the records out of the register's file, which holds one object with a list `polozky`.
///
/// The file comes in stretches, so that memory is that of one record. Only brackets and strings are
/// looked at: what a record says is left to a decoder. *Source:* RFC 8259. *Complexity:* linear.
struct ItemCutter {
  /// So deep are records at most; real ones reach seven levels.
  static let greatestDepth = 64
  /// So large are records at most; real ones have tens of kilobytes.
  static let greatestSize = 4 << 20

  private enum Place {
    case start, key, colon, value, skipped, afterValue, items, item, end
  }

  private var place = Place.start
  private var offset = 0
  private var line = 1
  /// The brackets that are open within the value at hand.
  private var brackets: [UInt8] = []
  private var isInString = false
  private var isEscaped = false
  private var key: [UInt8] = []
  private var item = CutItem(bytes: [], offset: 0, line: 0)
  private var hasItems = false
  /// Whether a comma was read and another member or record has to follow.
  private var owesNext = false
  /// Whether a member or record was read, so that a comma has to come first.
  private var needsComma = false

  /// Takes the next stretch of the file and hands out the records that end in it.
  mutating func feed(
    _ stretch: UnsafeRawBufferPointer, each: (CutItem) -> Void
  ) throws(CutFault) {
    for byte in stretch {
      if place == .item || isInString || !brackets.isEmpty {
        try inside(byte, each: each)
      } else {
        try between(byte, each: each)
      }
      offset += 1
      if byte == 0x0A { line += 1 }
    }
  }

  /// Ends the file.
  mutating func finish() throws(CutFault) {
    if place == .start { throw fault(.noObject) }
    guard place == .end else { throw fault(.cutOff) }
    guard hasItems else { throw fault(.noItems) }
  }

  private func fault(_ kind: CutFault.Kind) -> CutFault {
    CutFault(kind: kind, offset: offset, line: line)
  }

  /// A byte within a string, a record or a value that is passed over.
  private mutating func inside(_ byte: UInt8, each: (CutItem) -> Void) throws(CutFault) {
    if place == .item {
      guard item.bytes.count < ItemCutter.greatestSize else { throw fault(.large) }
      item.bytes.append(byte)
    }
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else if byte == 0x22 {
        isInString = false
        if brackets.isEmpty { place = place == .key ? .colon : .afterValue }
        return
      }
      // The name of a member of the root; longer ones are none that matters.
      if place == .key, key.count < 64 { key.append(byte) }
      return
    }
    switch byte {
    case 0x22: isInString = true
    case 0x7B, 0x5B:
      guard brackets.count < ItemCutter.greatestDepth else { throw fault(.deep) }
      brackets.append(byte)
    case 0x7D, 0x5D:
      guard let last = brackets.popLast() else { throw fault(.unexpected(byte)) }
      // The signs that close are two above those that open.
      guard byte == last + 2 else { throw fault(.bracket(byte, open: last)) }
      guard brackets.isEmpty else { return }
      if place == .item {
        each(item)
        place = .items
        needsComma = true
      } else {
        place = .afterValue
      }
    default: break
    }
  }

  /// A byte between the parts of the root.
  private mutating func between(_ byte: UInt8, each: (CutItem) -> Void) throws(CutFault) {
    let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    switch place {
    case .start:
      // A byte order mark is no text.
      if isSpace || (offset < 3 && [0xEF, 0xBB, 0xBF][offset] == byte) { return }
      guard byte == 0x7B else { throw fault(byte == 0x5B ? .noObject : .unexpected(byte)) }
      place = .key
    case .key:
      if isSpace { return }
      if byte == 0x22 {
        key = []
        isInString = true
      } else if byte == 0x7D, !owesNext {
        place = .end
      } else {
        throw fault(.unexpected(byte))
      }
    case .colon:
      if isSpace { return }
      guard byte == 0x3A else { throw fault(.unexpected(byte)) }
      place = .value
    case .value:
      if isSpace { return }
      try enter(byte)
    case .skipped:
      // A number or a word: it ends where something else begins.
      if byte == 0x2C || byte == 0x7D || isSpace {
        place = .afterValue
        try between(byte, each: each)
      }
    case .afterValue:
      if isSpace { return }
      owesNext = byte == 0x2C
      guard byte == 0x2C || byte == 0x7D else { throw fault(.unexpected(byte)) }
      place = byte == 0x2C ? .key : .end
    case .items:
      if isSpace { return }
      switch byte {
      case 0x2C where needsComma:
        needsComma = false
        owesNext = true
      case 0x5D where !owesNext:
        place = .afterValue
      case 0x7B where !needsComma:
        item = CutItem(bytes: [byte], offset: offset, line: line)
        brackets = [byte]
        owesNext = false
        place = .item
      default: throw fault(.unexpected(byte))
      }
    case .item: break
    case .end:
      if !isSpace { throw fault(.unexpected(byte)) }
    }
  }

  /// Enters the value of a member of the root.
  private mutating func enter(_ byte: UInt8) throws(CutFault) {
    if key == Array("polozky".utf8) {
      guard byte == 0x5B, !hasItems else { throw fault(.noItems) }
      hasItems = true
      needsComma = false
      owesNext = false
      place = .items
      return
    }
    switch byte {
    case 0x22:
      isInString = true
      place = .skipped
    case 0x7B, 0x5B:
      brackets = [byte]
      place = .skipped
    case 0x2D, 0x30...0x39, 0x74, 0x66, 0x6E: place = .skipped
    default: throw fault(.unexpected(byte))
    }
  }
}
