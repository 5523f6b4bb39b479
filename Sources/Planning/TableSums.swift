package import Core

/// What the rows of a narrative's table have to do with its sums.
///
/// Authors mark them: a row whose first cell is strongly emphasised throughout sums up the rows of
/// its group, one in strong emphasis that leans (`***…***`) those of a group within. They may stand
/// above their rows or below them; the numbers tell.
package struct TableSums: Sendable, Equatable {
  /// What a row of the body is.
  package enum Row: Sendable, Equatable {
    /// It counts.
    case plain
    /// It says how much of the row above it is something: „z toho ženy“.
    case part
    /// It sums up the rows below it; in groups of that depth, 1 for the outermost.
    case heads(depth: Int)
    /// It sums up the rows above it.
    case closes(depth: Int)
  }

  /// A number that is not the sum of its rows.
  package struct Fault: Sendable, Equatable {
    /// What the row is called.
    package var row: String
    /// What the column is called.
    package var column: String
    /// The number as it stands.
    package var stated: String
    /// What the rows come to, in the form of the column.
    package var sum: String
    /// The place of the number.
    package var at: SourceSpan
  }

  /// What each row of the body is.
  package var rows: [Row]
  /// The numbers that disagree, row by row.
  package var faults: [Fault]

  /// The depth of rows that count with the row above them.
  fileprivate static let part = -1
}

extension ProseTable {
  /// Where the foot of the table begins: a last row that begins with strong emphasis is the total,
  /// and rows of one cell over all columns that end the table are said about all of it.
  package var footStart: Int {
    var start = rows.count
    while start > 1, rows[start - 1].isOneCell(of: columns.count), columns.count > 1 { start -= 1 }
    if start > 0, rows[start - 1].isMarkedRow(of: columns.count) { start -= 1 }
    // A foot alone is no table.
    return start > 0 ? start : rows.count
  }

  /// The row of the total, where the table has one.
  package var total: Int? {
    let start = footStart
    return start < rows.count && rows[start].isMarkedRow(of: columns.count) ? start : nil
  }

  /// What its rows have to do with its sums.
  /// - Complexity: linear in its cells.
  package var sums: TableSums {
    let count = footStart
    var depths = rows[..<count].map { $0.isPart ? TableSums.part : 0 }
    let plain = depths.map { $0 == TableSums.part ? TableSums.Row.part : .plain }
    guard let total else { return TableSums(rows: plain, faults: []) }
    let unstressed = depths
    for row in 0..<count where rows[row].isMarkedRow(of: columns.count) && hasNumbers(in: row) {
      depths[row] = rows[row][0].emphasis == .leaning ? 2 : 1
    }
    let summed = columns.indices.compactMap { SummedColumn(self, $0, depths, total: total) }
    guard depths.contains(where: { $0 > 0 }) else {
      return TableSums(rows: plain, faults: faults(summed.map { ($0, $0.faults(.heads)) }))
    }
    // Rows that are only stressed count as any other: then all of them make the total.
    let unmarked = columns.indices.compactMap {
      SummedColumn(self, $0, unstressed, total: total)
    }
    let asHeads = summed.map { ($0, $0.faults(.heads)) }
    let asFeet = summed.map { ($0, $0.faults(.closes)) }
    let first = depths.firstIndex { $0 > 0 } ?? 0
    let startsPlain = summed.contains { column in
      column.numbers[..<first].contains { $0.map { $0.number.digits != 0 } ?? false }
    }
    let (likely, other) = startsPlain ? (asFeet, asHeads) : (asHeads, asFeet)
    let faultCounts = [likely, other].map { $0.reduce(0) { $0 + $1.1.count } }
    if faultCounts[0] > 0, faultCounts[1] > 0,
      unmarked.allSatisfy({ $0.faults(.heads).isEmpty }), !unmarked.isEmpty
    {
      return TableSums(rows: plain, faults: [])
    }
    let takesOther = faultCounts[1] == 0 && faultCounts[0] > 0
    let closes = startsPlain != takesOther
    return TableSums(
      rows: depths.map {
        switch $0 {
        case TableSums.part: .part
        case 0: .plain
        default: closes ? .closes(depth: $0) : .heads(depth: $0)
        }
      },
      faults: faults(takesOther ? other : likely))
  }

  private func hasNumbers(in row: Int) -> Bool {
    rows[row].contains {
      $0.column > 0 && columns[$0.column] == .right && $0.written?.number.digits ?? 0 != 0
    }
  }

  private func faults(_ found: [(SummedColumn, [SummedColumn.Fault])]) -> [TableSums.Fault] {
    found.flatMap { column, faults in faults.map { (column, $0) } }
      .sorted { ($0.1.row, $0.0.column) < ($1.1.row, $1.0.column) }
      .compactMap { column, fault in
        guard let cell = rows[fault.row].first(where: { $0.column == column.column }) else {
          return nil
        }
        return TableSums.Fault(
          row: rows[fault.row][0].plainText, column: title(of: column.column),
          stated: cell.plainText,
          sum: PrintedNumber(digits: fault.sum, decimals: column.decimals).words(in: column.form),
          at: cell.at)
      }
  }

  /// The words that stand above a column, from top to bottom.
  func title(of column: Int) -> String {
    head.joined()
      .filter { ($0.column..<$0.column + $0.columns).contains(column) && !$0.blocks.isEmpty }
      .map(\.plainText).joined(separator: " ")
  }
}

/// A column of numbers with a total that is to be their sum.
private struct SummedColumn {
  enum Way {
    case heads
    case closes
  }

  struct Fault {
    var row: Int
    var sum: Int64
  }

  var column: Int
  /// The numbers of the rows; nil where a row says none.
  var numbers: [WrittenNumber?]
  var depths: [Int]
  var total: WrittenNumber
  var totalRow: Int
  var decimals: Int
  var form: NumberForm

  /// Nil where the column is none that adds up: words, shares, averages.
  init?(_ table: ProseTable, _ column: Int, _ depths: [Int], total row: Int) {
    guard column > 0, table.columns[column] == .right,
      !table.title(of: column).utf8.contains(0x25),
      let total = table.rows[row].first(where: { $0.column == column })?.written,
      !total.unit.contains(0x25)
    else { return nil }
    var numbers = [WrittenNumber?](repeating: nil, count: depths.count)
    var decimals = total.number.decimals
    for number in depths.indices {
      for cell in table.rows[number] where cell.column <= column {
        guard column < cell.column + cell.columns, !cell.blocks.isEmpty else { continue }
        guard cell.columns == 1 else { continue }
        guard cell.rows == 1, let written = cell.written else { return nil }
        numbers[number] = written
        decimals = max(decimals, written.number.decimals)
      }
    }
    let all = numbers.compactMap { $0 }
    guard let form = NumberForm(of: all + [total]),
      all.contains(where: { $0.number.digits != 0 })
    else { return nil }
    (self.column, self.numbers, self.depths, self.total) = (column, numbers, depths, total)
    (self.decimals, self.form, totalRow) = (decimals, form, row)
    // An average is no greater than the greatest of its numbers.
    let plain = numbers.indices.compactMap {
      depths[$0] > 0 ? nil : numbers[$0]?.number.digits(at: decimals)
    }
    guard let whole = total.number.digits(at: decimals), let most = plain.max(),
      let least = plain.min(), least < 0 || whole >= most
    else { return nil }
  }

  /// The sums that disagree, in units of the last decimal.
  func faults(_ way: Way) -> [Fault] {
    var faults: [Fault] = []
    let rows = way == .heads ? Array(numbers.indices.reversed()) : Array(numbers.indices)
    // What the rows since the last group of that depth come to, and how many they are.
    var open: [(sum: Int64, count: Int)] = Array(repeating: (0, 0), count: 3)
    for row in rows {
      let value = numbers[row]?.number.digits(at: decimals) ?? 0
      let depth = depths[row]
      if depth == TableSums.part { continue }
      guard depth > 0 else {
        for depth in open.indices {
          open[depth] = (
            open[depth].sum.addingReportingOverflow(value).partialValue,
            open[depth].count + 1
          )
        }
        continue
      }
      if numbers[row] != nil, disagrees(value, open[depth]) {
        faults.append(Fault(row: row, sum: open[depth].sum))
      }
      for inner in depth..<open.count { open[inner] = (0, 0) }
    }
    let whole = total.number.digits(at: decimals) ?? 0
    if disagrees(whole, open[0]) { faults.append(Fault(row: totalRow, sum: open[0].sum)) }
    return faults
  }

  /// Whether a number is another than the sum: where the column has decimals, by more than rounding.
  private func disagrees(_ stated: Int64, _ rows: (sum: Int64, count: Int)) -> Bool {
    let (difference, isTooGreat) = stated.subtractingReportingOverflow(rows.sum)
    if isTooGreat { return true }
    let allowed = decimals > 0 ? UInt64(rows.count + 1) / 2 : 0
    return difference.magnitude > allowed
  }
}

/// How a cell is stressed throughout.
private enum Stress {
  case none
  case strong
  case leaning
}

extension ProseCell {
  /// The number that the cell is; nil where it says anything else. Nothing at all is no number.
  fileprivate var written: WrittenNumber? {
    guard blocks.count == 1, case .paragraph = blocks[0].content else { return nil }
    var text = Array(plainText.utf8)
    while text.last == 0x20 { text.removeLast() }
    return WrittenNumber(text)
  }

  fileprivate var emphasis: Stress {
    guard blocks.count == 1, case .paragraph(let inlines) = blocks[0].content,
      let (_, leans) = inlines.stressed
    else { return .none }
    return leans ? .leaning : .strong
  }
}

extension [ProseCell] {
  /// Whether a row is one cell over all columns.
  package func isOneCell(of columns: Int) -> Bool {
    count == 1 && self[0].column == 0 && self[0].columns == columns && self[0].rows == 1
  }

  /// Whether a row says what part of the one above it is something.
  fileprivate var isPart: Bool {
    guard let first, first.column == 0 else { return false }
    let words = first.plainText
    return ["z toho ", "z nich ", "v tom ", "of which "].contains { words.hasPrefix($0) }
  }

  /// Whether a row is none of a group's heading but begins with a cell in strong emphasis, and no
  /// cell above reaches into it.
  fileprivate func isMarkedRow(of columns: Int) -> Bool {
    guard let first, first.column == 0, first.emphasis != .none else { return false }
    return reduce(0) { $0 + $1.columns } == columns && first.columns < columns
      && allSatisfy { $0.rows == 1 }
  }
}

extension [ProseInline] {
  /// What a single strongly emphasised piece holds, if nothing else is there, and whether it leans,
  /// too.
  package var stressed: (inner: [ProseInline], leans: Bool)? {
    guard count == 1 else { return nil }
    switch self[0].content {
    case .strong(let inner):
      if inner.count == 1, case .emphasis(let innermost) = inner[0].content {
        return (innermost, true)
      }
      return (inner, false)
    case .emphasis(let inner):
      guard inner.count == 1, case .strong(let innermost) = inner[0].content else { return nil }
      return (innermost, true)
    default: return nil
    }
  }
}
