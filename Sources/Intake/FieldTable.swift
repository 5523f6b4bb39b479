import Core

/// A long table cut into fields: byte ranges only, in flat arrays, whatever file it came from.
struct FieldTable: Equatable {
  /// A field: its bytes without quotation marks around it.
  struct Cell: Equatable {
    var start: UInt32
    var end: UInt32
    /// Whether it holds doubled quotation marks.
    var doubled: Bool
  }
  /// All fields, row after row.
  var cells: [Cell] = []
  /// The first field of each row, and the number of fields at the end.
  var rows: [UInt32] = [0]
  /// What is wrong with the quotation marks.
  var faults: [CSVFault] = []

  /// The number of rows, the header included; rows without any text are left out.
  var count: Int { rows.count - 1 }

  /// The fields of a row.
  subscript(_ row: Int) -> ArraySlice<Cell> { cells[Int(rows[row])..<Int(rows[row + 1])] }
}
