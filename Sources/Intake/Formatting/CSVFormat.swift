/// Writes a CSV file anew in the house's form: semicolons, quotation marks only where they are
/// needed, no empty rows.
enum CSVFormat {
  /// The file in the house's form; nil where its quotation marks are out of order.
  static func inForm(_ bytes: [UInt8]) -> [UInt8]? {
    let table = FieldTable(csv: bytes)
    guard table.faults.isEmpty else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for row in 0..<table.count {
      for (column, cell) in table[row].enumerated() {
        if column > 0 { out.append(0x3B) }
        let field = text(of: cell, in: bytes)
        // The first line tells which sign separates: another that it holds must not count.
        let isHead = row == 0 || table[0].count == 1
        if needsQuotes(field, isHead: isHead) {
          out.append(0x22)
          for byte in field {
            if byte == 0x22 { out.append(0x22) }
            out.append(byte)
          }
          out.append(0x22)
        } else {
          out += field
        }
      }
      out.append(0x0A)
    }
    return out
  }

  /// What a field holds, its doubled quotation marks single and its line ends LF.
  static func text(of cell: FieldTable.Cell, in bytes: [UInt8]) -> [UInt8] {
    var field: [UInt8] = []
    var position = Int(cell.start)
    let end = Int(cell.end)
    while position < end {
      let byte = bytes[position]
      if cell.doubled, byte == 0x22, position + 1 < end, bytes[position + 1] == 0x22 {
        position += 1
      }
      let isLineEnd = byte == 0x0D && position + 1 < end && bytes[position + 1] == 0x0A
      if !isLineEnd { field.append(byte) }
      position += 1
    }
    return field
  }

  private static func needsQuotes(_ field: [UInt8], isHead: Bool) -> Bool {
    guard let first = field.first, let last = field.last else { return false }
    if first == 0x20 || last == 0x20 || last == 0x0D { return true }
    return field.contains { byte in
      byte == 0x3B || byte == 0x22 || byte == 0x0A
        || (isHead && (byte == 0x2C || byte == 0x09))
    }
  }
}
