/// Why a font program cannot be embedded.
enum FontProgramFailure: Error, Sendable, Equatable {
  /// An OpenType file without the table that holds its outlines.
  case noOutlines
  /// The compact font's tables contradict each other.
  case damaged
  /// The font is already keyed by character identifiers: we have none such and do not guess.
  case keyed
}

/// Reads the tables of a compact font as subsetting leaves them.
///
/// *Source:* Adobe Technical Note 5176 (The Compact Font Format Specification) §§3–9.
struct CFFTable {
  /// A table of byte strings.
  struct Index {
    /// Where each entry lies.
    var entries: [Range<Int>]
    /// The byte after the table.
    var end: Int
  }

  /// An operator of a dictionary and the bytes of its operands.
  struct Entry {
    /// The operator; two-byte operators are 0x0C00 and more.
    var operation: Int
    /// The operands as written.
    var operands: Range<Int>
  }

  let bytes: [UInt8]

  /// The outlines of a font file: the compact font itself, or the one inside an OpenType file.
  static func outlines(of program: [UInt8]) throws(FontProgramFailure) -> [UInt8] {
    guard program.starts(with: Array("OTTO".utf8)) else { return program }
    guard program.count >= 12 else { throw .damaged }
    let count = Int(program[4]) << 8 | Int(program[5])
    guard program.count >= 12 + 16 * count else { throw .damaged }
    func long(_ at: Int) -> Int { (0..<4).reduce(0) { $0 << 8 | Int(program[at + $1]) } }
    for record in 0..<count {
      let at = 12 + 16 * record
      guard program[at..<(at + 4)].elementsEqual("CFF ".utf8) else { continue }
      let start = long(at + 8)
      let length = long(at + 12)
      guard start + length <= program.count else { throw .damaged }
      return Array(program[start..<(start + length)])
    }
    throw .noOutlines
  }

  /// The table of byte strings that starts at `start`.
  func index(at start: Int) throws(FontProgramFailure) -> Index {
    guard start >= 0, start + 2 <= bytes.count else { throw .damaged }
    let count = Int(bytes[start]) << 8 | Int(bytes[start + 1])
    guard count > 0 else { return Index(entries: [], end: start + 2) }
    guard start + 3 <= bytes.count else { throw .damaged }
    let width = Int(bytes[start + 2])
    let offsets = start + 3
    let base = offsets + width * (count + 1) - 1
    guard (1...4).contains(width), base < bytes.count else { throw .damaged }
    func offset(_ number: Int) -> Int {
      var value = 0
      for place in 0..<width { value = value << 8 | Int(bytes[offsets + number * width + place]) }
      return base + value
    }
    var entries: [Range<Int>] = []
    entries.reserveCapacity(count)
    var from = offset(0)
    for number in 1...count {
      let to = offset(number)
      guard from <= to, to <= bytes.count else { throw .damaged }
      entries.append(from..<to)
      from = to
    }
    return Index(entries: entries, end: from)
  }

  /// The entries of a dictionary.
  func dictionary(_ range: Range<Int>) throws(FontProgramFailure) -> [Entry] {
    var entries: [Entry] = []
    var at = range.lowerBound
    var start = at
    while at < range.upperBound {
      let byte = bytes[at]
      switch byte {
      case 0...21:
        var operation = Int(byte)
        let operands = start..<at
        at += 1
        if byte == 12 {
          guard at < range.upperBound else { throw .damaged }
          operation = 0x0C00 | Int(bytes[at])
          at += 1
        }
        entries.append(Entry(operation: operation, operands: operands))
        start = at
      case 28: at += 3
      case 29: at += 5
      case 30:
        at += 1
        while at < range.upperBound, bytes[at] & 15 != 15, bytes[at] >> 4 != 15 { at += 1 }
        at += 1
      case 32...246: at += 1
      case 247...254: at += 2
      default: throw .damaged
      }
    }
    guard at == range.upperBound else { throw .damaged }
    return entries
  }

  /// The whole numbers among operands: offsets and sizes are always whole.
  func integers(_ range: Range<Int>) throws(FontProgramFailure) -> [Int] {
    var numbers: [Int] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = Int(bytes[at])
      let length = byte == 28 ? 3 : byte == 29 ? 5 : byte >= 247 ? 2 : 1
      guard at + length <= range.upperBound, byte != 30 else { throw .damaged }
      switch byte {
      case 28:
        numbers.append(Int(Int16(truncatingIfNeeded: Int(bytes[at + 1]) << 8 | Int(bytes[at + 2]))))
      case 29:
        let value = (1...4).reduce(0) { $0 << 8 | Int(bytes[at + $1]) }
        numbers.append(Int(Int32(truncatingIfNeeded: value)))
      case 32...246: numbers.append(byte - 139)
      case 247...250: numbers.append((byte - 247) * 256 + Int(bytes[at + 1]) + 108)
      case 251...254: numbers.append(-(byte - 251) * 256 - Int(bytes[at + 1]) - 108)
      default: throw .damaged
      }
      at += length
    }
    return numbers
  }
}
