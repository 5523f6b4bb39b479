package import Core
import Planning

/// A long table of a project as it stands in its file: texts alone, in the file's order.
package struct FilledTable: Sendable, Equatable {
  /// Which table it is.
  package let table: LongTable
  /// The file's name in the project folder; nil where the project has no such table.
  package let file: String?
  /// The names of the columns.
  package let header: [String]
  /// The texts of the rows, each with a text a column; empty where a field is.
  package let rows: [[String]]

  /// The texts of a column; none where there is no such column.
  func texts(_ column: String) -> [String] {
    header.firstIndex(of: column).map { place in rows.map { $0[place] } } ?? []
  }
}

/// Reads every long table of a project; those that the project lacks come out without rows.
///
/// - Parameters:
///   - folder: the project folder.
///   - sources: takes in the files.
/// - Throws: everything that is wrong with their files and headers, when at least one finding is an
///   error: a table that is not whole cannot be written elsewhere without loss.
package func readLongTables(
  _ folder: String, sources: inout SourceTable
) throws(Rejected) -> Outcome<[FilledTable]> {
  var desk = ReadingDesk(folder: folder, sources: sources)
  let tables = desk.isFolderThere() ? LongTable.all.map { desk.readFilled($0) } : []
  sources = desk.sources
  if desk.findings.contains(where: \.isError) { throw Rejected(desk.findings) }
  return Outcome(tables, warnings: desk.findings)
}

extension ReadingDesk {
  fileprivate mutating func readFilled(_ table: LongTable) -> FilledTable {
    guard let sheet = openSheet(table)
    else {
      return FilledTable(
        table: table, file: nil, header: table.columns.filter { !$0.isYearly }.map(\.name), rows: []
      )
    }
    let header = sheet.header.map(\.value)
    let rows = (1..<max(1, sheet.table.count)).map { row in
      header.map { sheet.text(row: row, $0)?.value ?? "" }
    }
    let file = sources[sheet.file].path.split(separator: "/").last.map(String.init)
    return FilledTable(table: table, file: file, header: header, rows: rows)
  }
}
