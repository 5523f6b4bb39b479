/// The human text of a long table, be it CSV or a sheet: its fields below the header.
struct FieldPassages {
  private let bytes: [UInt8]
  private let table: FieldTable

  init(_ table: FieldTable, _ bytes: [UInt8]) {
    self.bytes = bytes
    self.table = table
  }

  /// Gives each field to a body, row after row.
  func forEach(_ passage: inout Passage, _ body: (Passage) -> Void) {
    for row in 1..<max(1, table.count) {
      for cell in table[row] where cell.end > cell.start {
        passage.begin(.plain)
        var position = Int(cell.start)
        while position < Int(cell.end) {
          if cell.doubled, bytes[position] == 0x22, position + 1 < Int(cell.end) {
            passage.append(0x22, position, position + 2)
            position += 2
          } else if bytes[position] == 0x0D {
            position += 1
          } else {
            let (scalar, width) = Passage.scalar(of: bytes, at: position)
            passage.append(scalar, position, position + width)
            position += width
          }
        }
        body(passage)
      }
    }
  }
}
