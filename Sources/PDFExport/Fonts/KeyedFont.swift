/// Rewrites a compact font as one keyed by character identifiers, where identifier = glyph number,
/// with copies of some glyphs at its end.
///
/// Copies are how characters that share a glyph keep codes of their own: a space and a no-break
/// space, a hyphen and a soft hyphen look alike but must be told apart when text is copied. Readers
/// disagree on several codes for one identifier (some look up the Unicode value by identifier), but
/// all of them know a font with two equal glyphs.
///
/// *Source:* Adobe Technical Note 5176 §18 (CID-keyed fonts); ISO 32000-1 §9.7.4.2.
enum KeyedFont {
  private enum Operation {
    static let charset = 15
    static let charStrings = 17
    static let privateDictionary = 18
    static let subroutines = 19
    static let registry = 0x0C1E
    static let count = 0x0C22
    static let dictionaryArray = 0x0C24
    static let dictionarySelect = 0x0C25
    /// What is kept of the top dictionary: pitch, angle, underline, paint, kind, matrix, stroke
    /// width, bounding box. Names and notices would need strings that nobody reads.
    static let kept: Set<Int> = [
      5, 0x0C01, 0x0C02, 0x0C03, 0x0C04, 0x0C05, 0x0C06, 0x0C07, 0x0C08,
    ]
  }

  /// The first identifier of the strings that a font adds to the standard ones.
  private static let firstOwnString = 391

  /// The compact font `program` keyed, with a copy of each glyph of `copies` appended in order.
  static func keyed(
    _ program: [UInt8], copies: [UInt16]
  ) throws(FontProgramFailure) -> [UInt8] {
    let source = CFFTable(bytes: try CFFTable.outlines(of: program))
    guard source.bytes.count > 4, source.bytes[0] == 1 else { throw .damaged }
    let names = try source.index(at: Int(source.bytes[2]))
    let tops = try source.index(at: names.end)
    let strings = try source.index(at: tops.end)
    let globals = try source.index(at: strings.end)
    guard let top = tops.entries.first, let name = names.entries.first else { throw .damaged }

    var plain: [CFFTable.Entry] = []
    var charStringsAt: Int?
    var privateRange: Range<Int>?
    for entry in try source.dictionary(top) {
      switch entry.operation {
      case Operation.registry: throw .keyed
      case Operation.charStrings: charStringsAt = try source.integers(entry.operands).first
      case Operation.privateDictionary:
        let numbers = try source.integers(entry.operands)
        guard numbers.count == 2, numbers[0] >= 0, numbers[1] >= 0,
          numbers[0] + numbers[1] <= source.bytes.count
        else { throw .damaged }
        privateRange = numbers[1]..<(numbers[1] + numbers[0])
      case let operation where Operation.kept.contains(operation): plain.append(entry)
      default: break
      }
    }
    guard let charStringsAt, let privateRange else { throw .damaged }
    let charStrings = try source.index(at: charStringsAt)
    var glyphs = charStrings.entries
    guard !glyphs.isEmpty else { throw .damaged }
    for copy in copies {
      guard Int(copy) < charStrings.entries.count else { throw .damaged }
      glyphs.append(charStrings.entries[Int(copy)])
    }
    guard glyphs.count <= 0xFFFF else { throw .damaged }

    // The private dictionary and its subroutines, which are found relative to it.
    var privateBytes: [UInt8] = []
    var subroutines: [UInt8] = []
    for entry in try source.dictionary(privateRange) {
      if entry.operation == Operation.subroutines {
        guard let offset = try source.integers(entry.operands).first else { throw .damaged }
        let start = privateRange.lowerBound + offset
        let index = try source.index(at: start)
        subroutines = Array(source.bytes[start..<index.end])
      } else {
        privateBytes.append(contentsOf: source.bytes[entry.operands])
        append(operation: entry.operation, to: &privateBytes)
      }
    }
    if !subroutines.isEmpty {
      appendLong(privateBytes.count + 6, to: &privateBytes)
      privateBytes.append(UInt8(Operation.subroutines))
    }

    // All offsets are written in five bytes, so the top dictionary's size is known beforehand.
    func topDictionary(charset: Int, select: Int, charStrings: Int, array: Int) -> [UInt8] {
      var bytes: [UInt8] = []
      appendLong(firstOwnString, to: &bytes)
      appendLong(firstOwnString + 1, to: &bytes)
      appendLong(0, to: &bytes)
      append(operation: Operation.registry, to: &bytes)
      for entry in plain {
        bytes.append(contentsOf: source.bytes[entry.operands])
        append(operation: entry.operation, to: &bytes)
      }
      for (value, operation) in [
        (glyphs.count, Operation.count), (charset, Operation.charset),
        (select, Operation.dictionarySelect), (charStrings, Operation.charStrings),
        (array, Operation.dictionaryArray),
      ] {
        appendLong(value, to: &bytes)
        append(operation: operation, to: &bytes)
      }
      return bytes
    }
    func fontDictionary(at offset: Int) -> [UInt8] {
      var bytes: [UInt8] = []
      appendLong(privateBytes.count, to: &bytes)
      appendLong(offset, to: &bytes)
      append(operation: Operation.privateDictionary, to: &bytes)
      return bytes
    }

    let nameIndex = index([source.bytes[name]])
    let stringIndex = index([Array("Adobe".utf8)[...], Array("Identity".utf8)[...]])
    let globalIndex = Array(source.bytes[strings.end..<globals.end])
    let charStringIndex = index(glyphs.map { source.bytes[$0] })
    let charset: [UInt8] =
      glyphs.count > 1
      ? [2, 0, 1, UInt8((glyphs.count - 2) >> 8), UInt8((glyphs.count - 2) & 255)] : [0]
    let select: [UInt8] = [
      3, 0, 1, 0, 0, 0, UInt8(glyphs.count >> 8), UInt8(glyphs.count & 255),
    ]
    let topSize = index([topDictionary(charset: 0, select: 0, charStrings: 0, array: 0)[...]]).count
    let arraySize = index([fontDictionary(at: 0)[...]]).count
    let charsetAt = 4 + nameIndex.count + topSize + stringIndex.count + globalIndex.count
    let selectAt = charsetAt + charset.count
    let glyphsAt = selectAt + select.count
    let arrayAt = glyphsAt + charStringIndex.count
    let privateAt = arrayAt + arraySize

    var result: [UInt8] = [1, 0, 4, 4]
    result.append(contentsOf: nameIndex)
    result.append(
      contentsOf: index([
        topDictionary(charset: charsetAt, select: selectAt, charStrings: glyphsAt, array: arrayAt)[
          ...]
      ]))
    result.append(contentsOf: stringIndex)
    result.append(contentsOf: globalIndex)
    result.append(contentsOf: charset)
    result.append(contentsOf: select)
    result.append(contentsOf: charStringIndex)
    result.append(contentsOf: index([fontDictionary(at: privateAt)[...]]))
    result.append(contentsOf: privateBytes)
    result.append(contentsOf: subroutines)
    return result
  }

  private static func append(operation: Int, to bytes: inout [UInt8]) {
    if operation > 0xFF { bytes.append(12) }
    bytes.append(UInt8(operation & 0xFF))
  }

  private static func appendLong(_ value: Int, to bytes: inout [UInt8]) {
    bytes.append(29)
    for shift in [24, 16, 8, 0] { bytes.append(UInt8(value >> shift & 255)) }
  }

  /// A table of byte strings.
  private static func index(_ entries: [ArraySlice<UInt8>]) -> [UInt8] {
    var bytes: [UInt8] = [UInt8(entries.count >> 8), UInt8(entries.count & 255)]
    guard !entries.isEmpty else { return bytes }
    let size = entries.reduce(1) { $0 + $1.count }
    let width = size > 0xFF_FFFF ? 4 : size > 0xFFFF ? 3 : size > 0xFF ? 2 : 1
    bytes.append(UInt8(width))
    var offset = 1
    func write() {
      for place in stride(from: width - 1, through: 0, by: -1) {
        bytes.append(UInt8(offset >> (8 * place) & 255))
      }
    }
    write()
    for entry in entries {
      offset += entry.count
      write()
    }
    for entry in entries { bytes.append(contentsOf: entry) }
    return bytes
  }
}
