/// A cell that holds something.
package struct SheetCell: Sendable, Equatable {
  /// What a cell holds.
  package enum Kind: Sendable, Equatable {
    /// Text.
    case text
    /// A number in plain digits with a decimal point, and how many decimals its format shows.
    case number(decimals: UInt8)
    /// A day as `2024-10-07`, with a time where one is shown.
    case date
    /// A time of the day as `14:30`.
    case time
    /// `1` or `0`.
    case flag
    /// An error such as `#N/A`.
    case error
    /// A formula whose result the file does not hold.
    case unreckoned
  }
  /// The cell's place.
  package var at: CellReference
  /// What it holds.
  package var kind: Kind
  /// Its text among the sheet's bytes.
  package var text: Range<UInt32>
}

/// A sheet: its cells that hold something, row after row, and what is hidden or merged.
package struct Worksheet: Sendable, Equatable {
  /// The cells in reading order.
  package internal(set) var cells: [SheetCell] = []
  /// The texts of all cells, UTF-8.
  package internal(set) var bytes: [UInt8] = []
  /// The rectangles of merged cells.
  package internal(set) var merged: [CellRange] = []
  /// Hidden rows, from 0.
  package internal(set) var hiddenRows: [UInt32] = []
  /// Hidden columns, from 0.
  package internal(set) var hiddenColumns: [ClosedRange<UInt16>] = []

  /// The text of a cell.
  package func text(of cell: SheetCell) -> String {
    String(decoding: bytes[Int(cell.text.lowerBound)..<Int(cell.text.upperBound)], as: UTF8.self)
  }
}
