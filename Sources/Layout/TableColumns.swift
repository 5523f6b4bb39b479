import Core
import Manuscript
import Style

/// Divides the width of a table among its columns.
///
/// Columns with a share take it; the others get what their content needs: all of it in one line
/// where there is room, else the widths at which the table is least tall (`ColumnSearch`). Words are
/// parted only where the whole words of all columns have no room. Where no cells are given, columns
/// get their widest word and a part of what remains, the greater the more a column lacks, as the
/// automatic table layout of CSS 2.1 §17.5.2.2 does.
struct TableColumns {
  var columns: [ColumnSpec]
  var contents: [ContentWidths]
  /// The least widths where words may be parted; empty where that is not known.
  var parted: [Length] = []
  /// The cells that decide, by column, row by row; empty where they need not be looked at.
  var cells: [[CellNeed?]] = []
  var gap: Length
  var fillsWidth: Bool

  /// The places of the columns in a table so wide, and by how much the content exceeds it.
  func places(in width: Length) -> (places: [ColumnPlace], overflow: Length) {
    guard !columns.isEmpty else { return ([], .zero) }
    let available = Int64(width.sp) - Int64(gap.sp) * Int64(columns.count - 1)
    var widths = [Int64](repeating: 0, count: columns.count)
    var left = available
    var free: [Int] = []
    for (position, column) in columns.enumerated() {
      if column.share > 0 {
        // A share is of the whole width; the gap beside the column is part of it.
        let share = Length.rounded(Int64(width.sp) * Int64(column.share), over: 1_000)
        widths[position] = max(share - Int64(gap.sp), 0)
        left -= widths[position]
      } else {
        free.append(position)
      }
    }
    let minimal = free.reduce(Int64(0)) { $0 + Int64(contents[$1].minimal.sp) }
    let natural = free.reduce(Int64(0)) { $0 + Int64(contents[$1].natural.sp) }
    var overflow: Int64 = 0
    if natural > left, let best = leastTall(free, in: left, holdingWords: minimal <= left) {
      for (position, width) in zip(free, best) { widths[position] = width }
      if fillsWidth { fill(&widths, with: left - best.reduce(0, +), free) }
    } else if natural <= left {
      for position in free { widths[position] = Int64(contents[position].natural.sp) }
      if fillsWidth { fill(&widths, with: left - natural, free) }
    } else if minimal <= left {
      divide(left - minimal, lacking: natural - minimal, among: free, into: &widths)
    } else {
      let least = free.map { Int64((parted.isEmpty ? contents[$0].minimal : parted[$0]).sp) }
      let sum = least.reduce(0, +)
      overflow = sum - max(left, 0)
      let room = max(left, Int64(free.count))
      for (position, own) in zip(free, least) { widths[position] = own * room / max(sum, 1) }
    }
    for position in columns.indices where columns[position].share > 0 {
      overflow = max(overflow, Int64(contents[position].minimal.sp) - widths[position])
    }
    var places: [ColumnPlace] = []
    var x: Int64 = 0
    for position in columns.indices {
      places.append(
        ColumnPlace(x: Length(clamping: x), width: Length(clamping: max(widths[position], 1))))
      x += widths[position] + Int64(gap.sp)
    }
    return (places, Length(clamping: max(overflow, 0)))
  }

  /// The widths of the free columns at which the table is least tall.
  private func leastTall(_ free: [Int], in room: Int64, holdingWords: Bool) -> [Int64]? {
    guard !cells.isEmpty, !free.isEmpty, holdingWords || !parted.isEmpty else { return nil }
    return ColumnSearch(
      cells: free.map { cells[$0] },
      least: free.map { Int64((holdingWords ? contents[$0].minimal : parted[$0]).sp) },
      natural: free.map { Int64(contents[$0].natural.sp) }, room: room
    ).solve()
  }

  private func divide(
    _ room: Int64, lacking: Int64, among free: [Int], into widths: inout [Int64]
  ) {
    var given: Int64 = 0
    var asked: Int64 = 0
    for position in free {
      asked += Int64(contents[position].natural.sp) - Int64(contents[position].minimal.sp)
      // Running quotients, so that the parts add up to the whole.
      let upTo = lacking > 0 ? multiplied(room, asked, over: lacking) : room
      widths[position] = Int64(contents[position].minimal.sp) + upTo - given
      given = upTo
    }
  }

  /// Spreads what is left over the columns of words by their natural width; over all where there
  /// is none.
  private func fill(_ widths: inout [Int64], with room: Int64, _ free: [Int]) {
    var takers = free.filter { columns[$0].alignment == .text }
    if takers.isEmpty { takers = free }
    guard !takers.isEmpty else { return }
    let whole = takers.reduce(Int64(0)) { $0 + max(widths[$1], 1) }
    var given: Int64 = 0
    var asked: Int64 = 0
    for position in takers {
      asked += max(widths[position], 1)
      let upTo = multiplied(room, asked, over: whole)
      widths[position] += upTo - given
      given = upTo
    }
  }

  private func multiplied(_ a: Int64, _ b: Int64, over c: Int64) -> Int64 {
    let product = a.multipliedFullWidth(by: b)
    return c.dividingFullWidth(product).quotient
  }
}

extension TableStyle {
  /// The white between the edge of a tinted row and its text.
  var edge: Length { zebra == nil ? .zero : columnGap / 2 }
}
