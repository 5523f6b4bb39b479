/// Which cell of a sheet each stretch of a source file's text was taken from.
///
/// The text holds the fields of a table row by row, so that a cell's number is its row times the
/// width plus its column; the sheet may have further rows and columns between.
package struct CellMap: Sendable, Equatable {
  /// The sheet's name.
  package let sheet: String
  /// The byte at which each field starts, ascending.
  package let starts: [UInt32]
  /// The sheet's row of each row of fields, from 0.
  package let rows: [UInt32]
  /// The sheet's column of each column of fields, from 0.
  package let columns: [UInt16]

  /// For complaints about a workbook as a whole.
  package static let none = CellMap(sheet: "", starts: [], rows: [], columns: [])

  /// Maps `rows.count` × `columns.count` fields to a sheet.
  package init(sheet: String, starts: [UInt32], rows: [UInt32], columns: [UInt16]) {
    precondition(starts.count == rows.count * columns.count, "a start for every field")
    self.sheet = sheet
    self.starts = starts
    self.rows = rows
    self.columns = columns
  }

  /// The name of the cell at a byte offset: `D17`; nil where there are no cells.
  package func name(at offset: UInt32) -> String? {
    guard !starts.isEmpty else { return nil }
    var low = 0
    var high = starts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return CellMap.name(row: rows[low / columns.count], column: columns[low % columns.count])
  }

  /// The name of a cell by its numbers, both from 0.
  package static func name(row: UInt32, column: UInt16) -> String {
    var letters: [UInt8] = []
    var rest = Int(column) + 1
    while rest > 0 {
      letters.append(UInt8(0x41 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self) + "\(row + 1)"
  }
}

extension SourceFile {
  /// A place as people look it up: `plan.yaml:12:3`, `poskytovatele.xlsx › Služby › D17`.
  package func place(of offset: UInt32) -> String {
    if let cells {
      guard let name = cells.name(at: offset) else { return path }
      return path + " › " + cells.sheet + " › " + name
    }
    let place = position(of: offset)
    return "\(path):\(place.line):\(place.column)"
  }
}
