/// What a number format says about the cell's content.
package struct NumberFormat: Sendable, Equatable {
  /// Whether the number is a day.
  package var isDate = false
  /// Whether the number is a time of the day.
  package var isTime = false
  /// Whether a time is shown beside the day.
  package var showsTime = false
  /// How many decimals are shown at least.
  package var decimals: UInt8 = 0

  /// The format of a built-in number. *Source:* ISO/IEC 29500-1 §18.8.30.
  init(builtIn number: Int) {
    switch number {
    case 14...17, 27...31, 36, 50...54, 57, 58: isDate = true
    case 18...21, 32...35, 55, 56: isTime = true
    case 22: (isDate, showsTime) = (true, true)
    case 2, 4, 7, 8, 10, 39, 40, 43, 44: decimals = 2
    default: break
    }
  }

  /// Reads a format's code, such as `d. m. yyyy` or `# ##0,0` as files hold it (`#,##0.0`).
  ///
  /// Only the first section counts. Texts in quotation marks, escaped letters and brackets say
  /// nothing; a month without a day or year is a month only where no hour or second stands by.
  init(code: String) {
    var letters: Set<UInt8> = []
    var afterPoint = false
    let bytes = Array(code.utf8)
    var position = 0
    scan: while position < bytes.count {
      switch bytes[position] {
      case 0x3B: break scan
      case 0x22:
        position += 1
        while position < bytes.count, bytes[position] != 0x22 { position += 1 }
      case 0x5B:
        // A colour, a condition, a language; `[h]` counts hours and is no day.
        let start = position + 1
        while position < bytes.count, bytes[position] != 0x5D { position += 1 }
        let inside = bytes[min(start, position)..<position]
        if !inside.isEmpty, inside.allSatisfy({ [0x68, 0x6D, 0x73].contains($0 | 0x20) }) {
          letters.insert(0x5B)
        }
      case 0x5C, 0x5F, 0x2A: position += 1
      case 0x2E: afterPoint = true
      case 0x30 where afterPoint: decimals += decimals < 15 ? 1 : 0
      case 0x41, 0x61:
        // `AM/PM`; other letters after an A belong to `General` or to nothing.
        if bytes[position...].prefix(5).map({ $0 & 0xDF }) == [0x41, 0x4D, 0x0F, 0x50, 0x4D] {
          letters.insert(0x68)
          position += 4
        }
      case 0x47, 0x67:
        if bytes[position...].prefix(7).map({ $0 | 0x20 }) == Array("general".utf8) {
          position += 6
        }
      case let byte where (0x41...0x7A).contains(byte): letters.insert(byte | 0x20)
      default: break
      }
      position += 1
    }
    let counts = letters.contains(0x5B)
    let hasTime = letters.contains(0x68) || letters.contains(0x73)
    let hasDay = letters.contains(0x79) || letters.contains(0x64)
    isDate = !counts && (hasDay || (letters.contains(0x6D) && !hasTime))
    isTime = !counts && !isDate && hasTime
    showsTime = isDate && hasTime
    if isDate || isTime { decimals = 0 }
  }
}

/// The number formats of a workbook's cell styles.
struct CellStyles {
  private(set) var formats: [NumberFormat] = []

  /// Without a part of styles every number is plain.
  init() {}

  /// Reads `xl/styles.xml`.
  init(_ bytes: [UInt8], part: String) throws(WorkbookFault) {
    var codes: [Int: NumberFormat] = [:]
    var isInCells = false
    var scanner = try XMLScanner(bytes, part: part)
    while let event = try scanner.nextEvent() {
      switch (event.kind, event.name) {
      case (.start, "numFmt"):
        guard let number = scanner.attribute("numFmtId", of: event).flatMap({ Int($0) }),
          let code = scanner.attribute("formatCode", of: event), codes.count < 10_000
        else { continue }
        codes[number] = NumberFormat(code: code)
      case (.start, "cellXfs"): isInCells = true
      case (.end, "cellXfs"): isInCells = false
      case (.start, "xf") where isInCells:
        let number = scanner.attribute("numFmtId", of: event).flatMap { Int($0) } ?? 0
        formats.append(codes[number] ?? NumberFormat(builtIn: number))
      default: break
      }
    }
  }

  /// The format of a cell's style number.
  subscript(_ style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : NumberFormat(builtIn: 0)
  }
}
