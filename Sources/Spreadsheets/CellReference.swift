/// The place of a cell in a sheet, both numbers from 0: `D17` is row 16, column 3.
package struct CellReference: Sendable, Hashable {
  /// The row, from 0.
  package var row: UInt32
  /// The column, from 0.
  package var column: UInt16

  /// Names a cell by its numbers.
  package init(row: UInt32, column: UInt16) {
    self.row = row
    self.column = column
  }

  /// The rows and columns that a sheet can have. *Source:* ISO/IEC 29500-1 §18.3.1.73, §18.3.1.4.
  static let rows: UInt32 = 1_048_576
  static let columns: UInt32 = 16_384

  /// Reads `D17` or `$D$17`; nil for anything else.
  package init?(_ text: Substring) {
    var row: UInt32 = 0
    var column: UInt32 = 0
    var hasDigits = false
    for byte in text.utf8 {
      switch byte {
      case 0x24: continue
      case 0x41...0x5A where !hasDigits:
        column = column * 26 + UInt32(byte - 0x40)
        guard column <= CellReference.columns else { return nil }
      case 0x30...0x39:
        hasDigits = true
        row = row * 10 + UInt32(byte - 0x30)
        guard row <= CellReference.rows else { return nil }
      default: return nil
      }
    }
    guard row > 0, column > 0 else { return nil }
    self.init(row: row - 1, column: UInt16(column - 1))
  }
}

/// A rectangle of cells: `A1:C2`.
package struct CellRange: Sendable, Hashable {
  /// The upper left cell.
  package var first: CellReference
  /// The lower right cell.
  package var last: CellReference

  /// Spans a rectangle.
  package init(from first: CellReference, to last: CellReference) {
    self.first = first
    self.last = last
  }

  /// Reads `A1:C2` or `A1`.
  init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let from = parts.first.flatMap({ CellReference($0) }),
      let to = parts.last.flatMap({ CellReference($0) }), parts.count <= 2, from.row <= to.row,
      from.column <= to.column
    else { return nil }
    self.init(from: from, to: to)
  }

  /// Whether a cell lies in it.
  package func contains(_ cell: CellReference) -> Bool {
    (first.row...last.row).contains(cell.row) && (first.column...last.column).contains(cell.column)
  }
}
