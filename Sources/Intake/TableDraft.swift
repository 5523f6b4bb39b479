package import Core
import Planning

/// A long table of a project that is being changed, by the places of its fields: everything that
/// is not touched keeps its bytes, its order and its notation.
package struct TableDraft: Sendable {
  /// Which table it is.
  package let table: LongTable
  /// The file's name in the project folder; nil where the project has no such table yet.
  package let file: String?
  /// The names of the columns, new ones last.
  package private(set) var header: [String]
  /// The texts of the rows, each with a text a column, new ones last.
  package private(set) var rows: [[String]]
  /// The columns that the file lacks.
  package private(set) var newColumns: [String] = []

  private let source: FileID?
  private let bytes: [UInt8]
  private let fields: FieldTable
  private var edited: Set<FieldPlace> = []
  private let oldRows: Int

  private struct FieldPlace: Hashable {
    var row: Int
    var column: Int
  }

  init(_ table: LongTable, _ sheet: Sheet?, file: String?) {
    self.table = table
    self.file = file
    source = sheet?.file
    bytes = sheet?.bytes ?? []
    fields = sheet?.table ?? FieldTable()
    header =
      sheet?.header.map(\.value) ?? table.columns.filter { !$0.isYearly }.map(\.name)
    rows = []
    if let sheet {
      rows = (1..<max(1, sheet.table.count)).map { row in
        sheet.header.map { sheet.text(row: row, $0.value)?.value ?? "" }
      }
    }
    oldRows = rows.count
  }

  /// Whether anything differs from the file.
  package var isChanged: Bool { !edited.isEmpty || rows.count > oldRows }

  /// The table as it is now.
  package var filled: FilledTable {
    FilledTable(table: table, file: file, header: header, rows: rows)
  }

  /// The text of a field; empty where the table has no such column.
  package func text(_ row: Int, _ column: String) -> String {
    header.firstIndex(of: column).map { rows[row][$0] } ?? ""
  }

  /// The place of a field in its file; nil for new rows and columns.
  package func place(_ row: Int, _ column: String) -> SourceSpan? {
    guard let source, row < oldRows, row + 1 < fields.count else { return nil }
    let cells = fields[row + 1]
    guard let position = header.firstIndex(of: column), position < cells.count else { return nil }
    let cell = cells[cells.startIndex + position]
    return SourceSpan(file: source, start: cell.start, end: cell.end)
  }

  /// The first row whose field is that text.
  package func row(where column: String, is text: String) -> Int? {
    guard let position = header.firstIndex(of: column) else { return nil }
    return rows.firstIndex { $0[position] == text }
  }

  /// The rows whose field is that text.
  package func rows(where column: String, are text: String) -> [Int] {
    guard let position = header.firstIndex(of: column) else { return [] }
    return rows.indices.filter { rows[$0][position] == text }
  }

  /// Puts a text into a field; a column that the file lacks is added.
  package mutating func set(_ row: Int, _ column: String, _ text: String) {
    let position = self.column(named: column)
    guard rows[row][position] != text else { return }
    rows[row][position] = text
    edited.insert(FieldPlace(row: row, column: position))
  }

  /// Adds a row.
  package mutating func append(_ values: [(column: String, text: String)]) {
    for value in values where !value.text.isEmpty { _ = column(named: value.column) }
    var row = [String](repeating: "", count: header.count)
    for value in values where !value.text.isEmpty { row[column(named: value.column)] = value.text }
    rows.append(row)
  }

  private mutating func column(named name: String) -> Int {
    if let position = header.firstIndex(of: name) { return position }
    header.append(name)
    newColumns.append(name)
    for row in rows.indices { rows[row].append("") }
    return header.count - 1
  }

  /// The file as CSV: the old bytes with the changed fields in their places.
  package func csv() -> [UInt8] {
    guard fields.count > 0 else { return fresh() }
    let style = Style(of: bytes, fields)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 256)
    var copied = 0
    for row in 0..<fields.count {
      let cells = fields[row]
      var end = copied
      for (column, cell) in cells.enumerated() {
        let (start, stop) = outer(cell)
        end = stop
        guard row > 0, edited.contains(FieldPlace(row: row - 1, column: column)) else { continue }
        out += bytes[copied..<start]
        out += style.field(rows[row - 1][column])
        copied = stop
      }
      guard !newColumns.isEmpty else { continue }
      out += bytes[copied..<end]
      copied = end
      for column in (header.count - newColumns.count)..<header.count {
        out.append(style.separator)
        out += style.field(row == 0 ? header[column] : rows[row - 1][column])
      }
    }
    out += bytes[copied...]
    guard rows.count > oldRows else { return out }
    if out.last != 0x0A { out += style.lineEnd }
    for row in rows[oldRows...] { out += style.line(row) }
    return out
  }

  private func fresh() -> [UInt8] {
    let style = Style(separator: 0x3B, lineEnd: [0x0A])
    return ([header] + rows).flatMap { style.line($0) }
  }

  /// The bytes of a field with the quotation marks around it.
  private func outer(_ cell: FieldTable.Cell) -> (Int, Int) {
    let start = Int(cell.start)
    let end = Int(cell.end)
    guard start > 0, bytes[start - 1] == 0x22, end < bytes.count, bytes[end] == 0x22 else {
      return (start, end)
    }
    return (start - 1, end + 1)
  }

  /// How a file separates fields and lines.
  private struct Style {
    var separator: UInt8
    var lineEnd: [UInt8]

    init(separator: UInt8, lineEnd: [UInt8]) {
      self.separator = separator
      self.lineEnd = lineEnd
    }

    init(of bytes: [UInt8], _ fields: FieldTable) {
      let head = fields[0]
      separator = 0x3B
      if let first = head.first, head.count > 1 {
        let rest = bytes[Int(first.end)...]
        separator = rest.first { $0 == 0x3B || $0 == 0x2C || $0 == 0x09 } ?? 0x3B
      }
      let isWindows = bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D } ?? false
      lineEnd = isWindows ? [0x0D, 0x0A] : [0x0A]
    }

    func line(_ row: [String]) -> [UInt8] {
      var out: [UInt8] = []
      for (column, text) in row.enumerated() {
        if column > 0 { out.append(separator) }
        out += field(text)
      }
      return out + lineEnd
    }

    func field(_ text: String) -> [UInt8] {
      let bytes = Array(text.utf8)
      guard let first = bytes.first, let last = bytes.last else { return [] }
      let needsQuotes =
        first == 0x20 || last == 0x20
        || bytes.contains { $0 == separator || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      guard needsQuotes else { return bytes }
      var out: [UInt8] = [0x22]
      for byte in bytes {
        if byte == 0x22 { out.append(0x22) }
        out.append(byte)
      }
      return out + [0x22]
    }
  }
}

/// The long tables of a project that are being changed.
package struct ProjectTables: Sendable {
  /// Every long table, those that the project lacks without rows.
  package var drafts: [TableDraft]

  /// The table of that name.
  package subscript(_ table: LongTable) -> TableDraft {
    get { drafts.first { $0.table.name == table.name } ?? TableDraft(table, nil, file: nil) }
    set {
      guard let place = drafts.firstIndex(where: { $0.table.name == table.name }) else { return }
      drafts[place] = newValue
    }
  }

  /// The name of the file that a table is, or becomes.
  package func fileName(of draft: TableDraft) -> String {
    draft.file ?? draft.table.name + (prefersWorkbooks ? ".xlsx" : ".csv")
  }

  /// Whether a table that is made anew becomes a workbook, as those beside it are.
  package var prefersWorkbooks: Bool {
    self[.services].file?.hasSuffix(".xlsx") ?? self[.providers].file?.hasSuffix(".xlsx") ?? false
  }
}

/// Opens every long table of a project for changes.
///
/// - Throws: everything that is wrong with the files and headers, when at least one finding is an
///   error: a table that is not whole cannot be changed without loss.
package func openProjectTables(
  _ folder: String, sources: inout SourceTable
) throws(Rejected) -> Outcome<ProjectTables> {
  var desk = ReadingDesk(folder: folder, sources: sources)
  let drafts = LongTable.all.map { table in
    let sheet = desk.openSheet(table)
    let file = sheet.flatMap { sheet in
      desk.sources[sheet.file].path.split(separator: "/").last.map(String.init)
    }
    return TableDraft(table, sheet, file: file)
  }
  sources = desk.sources
  if desk.findings.contains(where: \.isError) { throw Rejected(desk.findings) }
  return Outcome(ProjectTables(drafts: drafts), warnings: desk.findings)
}
