import Core
import Manuscript

/// What the columns of numbers of a table come to, row by row: what a page carries forward.
struct CarriedSums: Sendable {
  /// A column whose total is the sum of its rows.
  struct Column: Sendable {
    var column: Int
    /// The decimals that its sums print.
    var decimals: Int
    /// The sums above each row, and of all rows; in units of the last decimal.
    var sums: [Int64]
    /// How the column writes its numbers.
    var form = NumberForm()
    /// The paragraph of the longest of them; it needs room in the column.
    var longest = -1
    /// How much of the column stands to the right of its decimal commas, once known.
    var tail = Length.zero

    /// What it comes to above a row.
    func words(above row: Int) -> String {
      PrintedNumber(digits: sums[row], decimals: decimals).words(in: form)
    }

    /// The longest of its sums.
    var longestWords: String {
      var row = 0
      for other in sums.indices
      where sums[other].magnitude > sums[row].magnitude
        || (sums[other].magnitude == sums[row].magnitude && sums[other] < sums[row])
      {
        row = other
      }
      let greatest = words(above: row)
      // A sign may make a lesser one longer.
      guard let least = sums.indices.min(by: { sums[$0] < sums[$1] }), sums[least] < 0 else {
        return greatest
      }
      let negative = words(above: least)
      return negative.unicodeScalars.count > greatest.unicodeScalars.count ? negative : greatest
    }
  }

  /// The columns, from first to last.
  var columns: [Column]
  /// The paragraph style of the lines that say them.
  var style: Int
  /// The paragraphs that stand before them; they need room in the columns there.
  var labels: [Int] = []
}

extension TablePlan {
  /// The columns whose rows add up to the total that the table prints: only they are carried, so
  /// that shares and averages are not.
  ///
  /// Rows with a look of their own are subtotals, which count their rows once more; where the plain
  /// rows do not make the total, all rows of the body must.
  func carriedColumns(in document: Document) -> [CarriedSums.Column] {
    guard let total = rows.firstIndex(where: { $0.band == .foot }),
      rows.contains(where: { $0.band == .body })
    else { return [] }
    var columns: [CarriedSums.Column] = []
    for number in rows[total].cells {
      let cell = cells[number]
      guard cell.columns == 1, self.columns[cell.column].alignment == .number,
        let sum = document.number(inCell: cell.node),
        let column = carried(cell.column, to: sum, in: document)
      else { continue }
      columns.append(column)
    }
    return columns
  }

  private func carried(
    _ column: Int, to total: WrittenNumber, in document: Document
  ) -> CarriedSums.Column? {
    var numbers: [(row: Int, number: WrittenNumber)] = []
    var decimals = total.number.decimals
    for row in rows.indices where rows[row].band == .body {
      for number in rows[row].cells
      where cells[number].column <= column && column < cells[number].column + cells[number].columns
      {
        let value = document.number(inCell: cells[number].node)
        // What spans columns names them; a number there would belong to none.
        if cells[number].columns > 1 {
          guard value == nil else { return nil }
        } else {
          guard let value else { return nil }
          numbers.append((row, value))
          decimals = max(decimals, value.number.decimals)
        }
      }
    }
    guard let whole = total.number.digits(at: decimals),
      numbers.contains(where: { $0.number.number.digits != 0 }),
      let form = NumberForm(of: numbers.map(\.number) + [total])
    else { return nil }
    for countsAll in [false, true] {
      var sums = [Int64](repeating: 0, count: rows.count + 1)
      var next = 0
      var sum: Int64 = 0
      var isExact = true
      for row in rows.indices {
        sums[row] = sum
        while next < numbers.count, numbers[next].row == row {
          let counts = countsAll || document[rows[row].node].look == LookID(0)
          let value = counts ? numbers[next].number.number.digits(at: decimals) : 0
          let added = sum.addingReportingOverflow(value ?? 0)
          isExact = isExact && value != nil && !added.overflow
          sum = added.partialValue
          next += 1
        }
      }
      sums[rows.count] = sum
      if isExact && sum == whole {
        return CarriedSums.Column(
          column: column, decimals: decimals, sums: sums, form: form)
      }
    }
    return nil
  }
}

extension Document {
  /// The number that a cell is, calls of notes aside; nothing at all is a zero, and nil where it says
  /// anything else.
  fileprivate func number(inCell cell: NodeID) -> WrittenNumber? {
    var text: [UInt8] = []
    var paragraphs = 0
    for child in children(of: cell) {
      switch nodes[child.int].role {
      case .paragraph:
        paragraphs += 1
        append(digitsOf: child, to: &text)
      case .note: continue
      default: return nil
      }
    }
    guard paragraphs < 2 else { return nil }
    while text.last == 0x20 { text.removeLast() }
    return text.isEmpty ? .nothing : WrittenNumber(text)
  }

  private func append(digitsOf id: NodeID, to text: inout [UInt8]) {
    for position in nodes[id.int].inlines {
      switch inlines[Int(position)] {
      case .text(let range): text += self.text[range.bounds]
      case .child(let child):
        if case .noteReference = nodes[child.int].role { continue }
        append(digitsOf: child, to: &text)
      default: text.append(0x3F)
      }
    }
  }
}
