import Core
import Spreadsheets

/// A finding about a cell of a sheet, before the sheet's text has a number among the sources.
struct SheetFinding: Equatable {
  /// What is wrong with the cell.
  enum Kind: Equatable {
    /// An error such as `#N/A`.
    case error(String)
    /// A formula that the file holds no result of.
    case unreckoned
    /// Cells merged below the header; the range's name.
    case merged(String)
    /// Something in a column without a name.
    case nameless(String)
    /// A code that the program took for a date or a fraction.
    case mistaken(column: String, shown: String)
  }
  var kind: Kind
  var start: UInt32
  var end: UInt32
}

/// A sheet laid out as a table: the fields that CSV would hold, and where each came from.
///
/// The header is the first row that holds more than one merged title, and the rows that its merged
/// cells reach; a column's name is the lowest text there. A column without a name is left out.
struct SheetFields {
  private(set) var bytes: [UInt8] = []
  private(set) var table = FieldTable()
  private(set) var starts: [UInt32] = []
  private(set) var rowNumbers: [UInt32] = []
  private(set) var columnNumbers: [UInt16] = []
  private(set) var findings: [SheetFinding] = []

  private let sheet: Worksheet
  private let long: LongTable?

  /// What a sheet may hold: a table has a few columns, and a wide one would cost memory for nothing.
  static let greatestWidth = 256
  static let greatestCells = 8_000_000

  init(_ sheet: Worksheet, _ long: LongTable?) {
    self.sheet = sheet
    self.long = long
  }

  /// How many columns reach from the first to the last that holds something.
  var width: Int {
    guard let first = sheet.cells.map(\.at.column).min(),
      let last = sheet.cells.map(\.at.column).max()
    else { return 0 }
    return Int(last - first) + 1
  }

  /// How many rows hold something.
  var height: Int {
    var count = 0
    var last: UInt32?
    for cell in sheet.cells where cell.at.row != last {
      count += 1
      last = cell.at.row
    }
    return count
  }

  /// Lays the sheet out; returns false where it is too large for a table.
  mutating func lay() -> Bool {
    let width = width
    guard width > 0 else { return true }
    guard width <= SheetFields.greatestWidth,
      width * height <= SheetFields.greatestCells
    else { return false }
    let firstColumn = sheet.cells.map(\.at.column).min() ?? 0
    columnNumbers = (0..<width).map { firstColumn + UInt16($0) }
    let rows = rowRanges()
    guard let headerFirst = headerRow(rows) else { return true }
    let headerLast = headerEnd(from: sheet.cells[rows[headerFirst].lowerBound].at.row)
    let names = headerNames(rows[headerFirst...], last: headerLast)
    lay(names, at: sheet.cells[rows[headerFirst].lowerBound].at.row)
    let columns = names.map { Column(name: $0, content: long?.content(of: $0) ?? .text) }
    for row in rows[headerFirst...] {
      let number = sheet.cells[row.lowerBound].at.row
      if number > headerLast { lay(row, number: number, as: columns) }
    }
    noteMerged(below: headerLast)
    return true
  }

  /// The cells of each row that holds something.
  private func rowRanges() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for position in sheet.cells.indices.dropFirst()
    where sheet.cells[position].at.row != sheet.cells[start].at.row {
      ranges.append(start..<position)
      start = position
    }
    if !sheet.cells.isEmpty { ranges.append(start..<sheet.cells.count) }
    return ranges
  }

  /// The first row that is no title: a title is one cell merged over several columns.
  private func headerRow(_ rows: [Range<Int>]) -> Int? {
    let titles = Set(sheet.merged.filter { $0.last.column > $0.first.column }.map(\.first))
    return rows.firstIndex { row in
      guard row.count == 1, let cell = sheet.cells[row].first else { return true }
      return !titles.contains(cell.at)
    }
  }

  /// The last row of the header: that which merged cells of its first row reach.
  private func headerEnd(from row: UInt32) -> UInt32 {
    sheet.merged.filter { $0.first.row == row }.map(\.last.row).max() ?? row
  }

  /// A column of the sheet: its name in the header, empty for none, and what stands in it.
  private struct Column {
    var name: String
    var content: LongTable.Content
  }

  /// The lowest text of each column among the header's rows.
  private func headerNames(_ rows: ArraySlice<Range<Int>>, last: UInt32) -> [String] {
    var names = [String](repeating: "", count: columnNumbers.count)
    for row in rows {
      guard let number = sheet.cells[row].first?.at.row, number <= last else { break }
      for cell in sheet.cells[row] {
        let position = Int(cell.at.column - (columnNumbers.first ?? 0))
        let text = PlainValue.trimmed(sheet.text(of: cell))
        if !text.isEmpty { names[position] = text }
      }
    }
    return names
  }

  private mutating func lay(_ names: [String], at row: UInt32) {
    for name in names {
      let start = append(name)
      if !name.isEmpty { addField(from: start) }
    }
    rowNumbers.append(row)
    table.rows.append(UInt32(table.cells.count))
  }

  /// Lays a row of data out, unless it holds nothing but white space.
  private mutating func lay(_ row: Range<Int>, number: UInt32, as columns: [Column]) {
    let before = (bytes: bytes.count, starts: starts.count, cells: table.cells.count)
    var next = row.lowerBound
    var isEmpty = true
    for (number, column) in zip(columnNumbers, columns) {
      guard next < row.upperBound, sheet.cells[next].at.column == number else {
        let start = append("")
        if !column.name.isEmpty { addField(from: start) }
        continue
      }
      let cell = sheet.cells[next]
      // A cell that stands twice in a file is read once, as programs do.
      while next < row.upperBound, sheet.cells[next].at.column == number { next += 1 }
      let text = text(of: cell, as: column.content)
      let start = append(text)
      if !PlainValue.trimmed(text).isEmpty || cell.kind == .unreckoned { isEmpty = false }
      note(cell, text, from: start, in: column)
      if !column.name.isEmpty { addField(from: start) }
    }
    guard !isEmpty else {
      bytes.removeLast(bytes.count - before.bytes)
      starts.removeLast(starts.count - before.starts)
      table.cells.removeLast(table.cells.count - before.cells)
      return
    }
    rowNumbers.append(number)
    table.rows.append(UInt32(table.cells.count))
  }

  /// Appends a field's text; each stands on a line of its own, for messages that show it.
  private mutating func append(_ text: String) -> UInt32 {
    let start = UInt32(bytes.count)
    starts.append(start)
    bytes += Array(text.utf8)
    bytes.append(0x0A)
    return start
  }

  private mutating func addField(from start: UInt32) {
    table.cells.append(
      FieldTable.Cell(start: start, end: UInt32(bytes.count - 1), doubled: false))
  }

  /// The text of a cell as CSV would hold it in that column.
  private func text(of cell: SheetCell, as content: LongTable.Content) -> String {
    let text = sheet.text(of: cell)
    switch cell.kind {
    case .text, .time, .error: return text
    case .unreckoned: return ""
    case .flag: return text == "1" ? "ano" : "ne"
    case .date: return content == .date ? text : SheetFields.czech(text)
    case .number(let decimals):
      switch content {
      case .digits(let count):
        let isWhole = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return isWhole
          ? String(repeating: "0", count: max(0, count - text.utf8.count)) + text
          : text.replacing(".", with: ",")
      case .quantity: return SheetFields.padded(text, decimals: Int(decimals))
      default: return text.replacing(".", with: ",")
      }
    }
  }

  /// `2024-10-07 14:30` as Czech text prints it.
  private static func czech(_ date: String) -> String {
    let parts = date.split(separator: " ")
    let numbers = parts[0].split(separator: "-").compactMap { Int($0) }
    guard numbers.count == 3 else { return date }
    return (["\(numbers[2]). \(numbers[1]). \(numbers[0])"] + parts.dropFirst().map(String.init))
      .joined(separator: " ")
  }

  /// A number with the decimals that its cell shows: `9,0`.
  private static func padded(_ number: String, decimals: Int) -> String {
    let parts = number.split(separator: ".")
    let tail = parts.count > 1 ? String(parts[1]) : ""
    let full = tail + String(repeating: "0", count: max(0, decimals - tail.utf8.count))
    return full.isEmpty ? String(parts[0]) : parts[0] + "," + full
  }
}

extension SheetFields {
  private mutating func note(
    _ cell: SheetCell, _ text: String, from start: UInt32, in column: Column
  ) {
    let end = UInt32(bytes.count - 1)
    func add(_ kind: SheetFinding.Kind) {
      findings.append(SheetFinding(kind: kind, start: start, end: end))
    }
    switch cell.kind {
    case .error: add(.error(text))
    case .unreckoned: add(.unreckoned)
    case .date, .time, .number:
      // An integer may be a code; `1.1` taken for a date or for 1,1 no longer tells what it was.
      if column.content.isCode, cell.kind == .date || cell.kind == .time || text.contains(",") {
        add(.mistaken(column: column.name, shown: text))
      }
    case .text, .flag: break
    }
    if column.name.isEmpty, !PlainValue.trimmed(text).isEmpty {
      add(.nameless(CellMap.name(row: cell.at.row, column: cell.at.column)))
    }
  }

  /// Of merged cells only the first holds the value: whether the others mean the same nobody knows.
  private mutating func noteMerged(below header: UInt32) {
    for range in sheet.merged where range.first.row > header {
      guard let row = rowPosition(of: range.first.row),
        let column = columnNumbers.firstIndex(of: range.first.column)
      else { continue }
      let start = starts[row * columnNumbers.count + column]
      let name =
        CellMap.name(row: range.first.row, column: range.first.column) + ":"
        + CellMap.name(row: range.last.row, column: range.last.column)
      findings.append(SheetFinding(kind: .merged(name), start: start, end: start))
    }
  }

  private func rowPosition(of number: UInt32) -> Int? {
    var low = 0
    var high = rowNumbers.count
    while low < high {
      let middle = (low + high) / 2
      if rowNumbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < rowNumbers.count && rowNumbers[low] == number ? low : nil
  }
}
