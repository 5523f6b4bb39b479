import Core

/// Reads a sheet's part. *Source:* ISO/IEC 29500-1 §18.3.1.
struct WorksheetReader {
  private let strings: SharedStrings
  private let styles: CellStyles
  private let from1904: Bool
  private var sheet = Worksheet()

  private var row: UInt32 = 0
  private var column: UInt32 = 0
  private var type = "n"
  private var style = 0
  private var hasFormula = false
  private var isValue = false
  private var hasValue = false
  private var rich = RichText()
  private var value: [UInt8] = []

  /// Bounds of what a table can hold; beyond them lies malice or a mistake.
  private static let greatestText = 64 << 20
  private static let greatestCells = 4_000_000
  private static let greatestValue = 1 << 20

  init(strings: SharedStrings, styles: CellStyles, from1904: Bool) {
    self.strings = strings
    self.styles = styles
    self.from1904 = from1904
  }

  /// Reads the sheet.
  mutating func read(_ bytes: [UInt8], part: String) throws(WorkbookFault) -> Worksheet {
    var scanner = try XMLScanner(bytes, part: part)
    while let event = try scanner.nextEvent() {
      switch event.kind {
      case .start: try start(event, scanner)
      case .text:
        guard isValue || rich.isHeard else { continue }
        value += scanner.text(of: event)
        guard value.count <= WorksheetReader.greatestValue else { throw .longText(part) }
      case .end: try end(event.name, part: part)
      }
    }
    sort()
    return sheet
  }

  private mutating func start(
    _ event: XMLEvent, _ scanner: borrowing XMLScanner
  ) throws(WorkbookFault) {
    switch event.name {
    case "row":
      row += 1
      if let text = scanner.attribute("r", of: event), let number = UInt32(text) { row = number }
      guard (1...CellReference.rows).contains(row) else { throw .strangeCell }
      column = 0
      if WorksheetReader.isTrue(scanner.attribute("hidden", of: event)) {
        sheet.hiddenRows.append(row - 1)
      }
    case "c":
      column += 1
      type = "n"
      style = 0
      hasFormula = false
      hasValue = false
      value.removeAll(keepingCapacity: true)
      for attribute in scanner.attributes(of: event) {
        switch attribute.name {
        case "r":
          guard let cell = CellReference(Substring(attribute.value)) else { throw .strangeCell }
          row = cell.row + 1
          column = UInt32(cell.column) + 1
        case "t": type = attribute.value
        case "s": style = Int(attribute.value) ?? 0
        default: break
        }
      }
      guard row > 0, column <= CellReference.columns else { throw .strangeCell }
    case "f": hasFormula = true
    case "v":
      isValue = true
      hasValue = true
    case "is": hasValue = true
    case "col":
      guard WorksheetReader.isTrue(scanner.attribute("hidden", of: event)),
        let from = scanner.attribute("min", of: event).flatMap({ UInt32($0) }),
        let to = scanner.attribute("max", of: event).flatMap({ UInt32($0) }),
        from >= 1, from <= to, to <= CellReference.columns
      else { return }
      sheet.hiddenColumns.append(UInt16(from - 1)...UInt16(to - 1))
    case "mergeCell":
      guard let range = scanner.attribute("ref", of: event).flatMap({ CellRange($0) }),
        sheet.merged.count < 100_000
      else { return }
      sheet.merged.append(range)
    default: if type == "inlineStr" { rich.start(event.name) }
    }
  }

  private mutating func end(_ name: String, part: String) throws(WorkbookFault) {
    switch name {
    case "v": isValue = false
    case "c":
      try close(part: part)
      type = "n"
    default: rich.end(name)
    }
  }

  /// Takes the cell that ends here.
  private mutating func close(part: String) throws(WorkbookFault) {
    guard let kind = try kind(part: part) else { return }
    guard sheet.bytes.count <= WorksheetReader.greatestText,
      sheet.cells.count < WorksheetReader.greatestCells
    else { throw .manyCells(part) }
    sheet.cells.append(
      SheetCell(
        at: CellReference(row: row - 1, column: UInt16(column - 1)), kind: kind,
        text: taken..<UInt32(sheet.bytes.count)))
    taken = UInt32(sheet.bytes.count)
  }

  /// Where the text of the next cell begins.
  private var taken: UInt32 = 0

  /// What the cell holds; its text is appended to the sheet's. Nil for an empty cell.
  private mutating func kind(part: String) throws(WorkbookFault) -> SheetCell.Kind? {
    guard hasValue, type == "inlineStr" || type == "str" || !value.isEmpty else {
      return hasFormula ? .unreckoned : nil
    }
    switch type {
    case "s":
      guard let number = Int(String(decoding: value, as: UTF8.self)),
        let range = strings.range(number)
      else { throw .strangeText }
      guard !range.isEmpty else { return nil }
      sheet.bytes += strings.text[range]
      return .text
    case "inlineStr", "str":
      guard !value.isEmpty else { return nil }
      sheet.bytes += EscapedText.plain(value[...]) ?? value
      return .text
    case "b":
      sheet.bytes.append(
        WorksheetReader.isTrue(String(decoding: value, as: UTF8.self)) ? 0x31 : 0x30)
      return .flag
    case "e":
      sheet.bytes += value
      return .error
    case "d":
      // A day by ISO 8601, as the strict form of the standard writes it.
      let text = String(decoding: value, as: UTF8.self)
      let format = styles[style]
      let day = text.prefix { $0 != "T" }
      let time = text.dropFirst(day.utf8.count + 1).prefix(5)
      sheet.bytes += Array(day.utf8)
      if format.showsTime, !time.isEmpty, time != "00:00" {
        sheet.bytes += Array((" " + time).utf8)
      }
      return .date
    default: return try number()
    }
  }

  private mutating func number() throws(WorkbookFault) -> SheetCell.Kind {
    guard let digits = DecimalText.plain(value[...]) else { throw .strangeNumber }
    let format = styles[style]
    if format.isDate,
      let day = SerialDate.text(of: digits, from1904: from1904, showsTime: format.showsTime)
    {
      sheet.bytes += Array(day.utf8)
      return .date
    }
    if format.isTime, let time = SerialDate.time(of: digits) {
      sheet.bytes += Array(time.utf8)
      return .time
    }
    sheet.bytes += Array(digits.utf8)
    return .number(decimals: format.decimals)
  }

  /// Rows and cells stand in order in files that programs write; others are put in order.
  private mutating func sort() {
    func isBefore(_ a: CellReference, _ b: CellReference) -> Bool {
      (a.row, a.column) < (b.row, b.column)
    }
    let isSorted = zip(sheet.cells, sheet.cells.dropFirst()).allSatisfy { isBefore($0.at, $1.at) }
    if !isSorted { sheet.cells.sort { isBefore($0.at, $1.at) } }
  }

  private static func isTrue(_ text: String?) -> Bool { text == "1" || text == "true" }
}

extension WorkbookFault {
  fileprivate static let strangeCell = damaged(
    Phrase(cs: "buňka má nemožné umístění", en: "a cell has an impossible place"))
  fileprivate static let strangeText = damaged(
    Phrase(cs: "buňka odkazuje na text, který chybí", en: "a cell refers to a missing text"))
  fileprivate static let strangeNumber = damaged(
    Phrase(cs: "buňka má neplatné číslo", en: "a cell holds an invalid number"))

  fileprivate static func longText(_ part: String) -> WorkbookFault {
    tooLarge(
      Phrase(
        cs: "Buňka v části „\(part)“ má přes milion znaků.",
        en: "A cell in the part “\(part)” has more than a million characters."))
  }

  fileprivate static func manyCells(_ part: String) -> WorkbookFault {
    tooLarge(
      Phrase(
        cs: "List v části „\(part)“ má víc buněk nebo textu, než čteme (4 miliony, 64 MB).",
        en: "The sheet in “\(part)” has more cells or text than is read (4 million, 64 MB)."))
  }
}
