import Core
import Manuscript
import Style

/// Divides the width of a table among its columns.
///
/// Columns of a fixed width have it, those with shares divide what the others leave, and none is
/// narrower than its words. The others get what their content needs: all of it in one line
/// where there is room, else the widths at which the table is least tall (`ColumnSearch`). Words are
/// parted only where the whole words of all columns have no room. Columns that hold about the same
/// are equally wide (`ComparableColumns`) unless words have to be parted for that. Where no cells
/// are given, columns get their widest word and a part of what remains, the greater the more a
/// column lacks, as the automatic table layout of CSS 2.1 §17.5.2.2 does.
struct TableColumns {
  var columns: [ColumnSpec]
  var contents: [ContentWidths]
  /// The least widths where words may be parted; empty where that is not known.
  var parted: [Length] = []
  /// The cells that decide, by column, row by row; empty where they need not be looked at.
  var cells: [[CellNeed?]] = []
  var gap: Length
  var fillsWidth: Bool
  /// How many columns at the left name the rows.
  var keyCount = 0

  /// The places of the columns in a table so wide, and by how much the content exceeds it.
  func places(in width: Length) -> (places: [ColumnPlace], overflow: Length) {
    guard !columns.isEmpty else { return ([], .zero) }
    let available = Int64(width.sp) - Int64(gap.sp) * Int64(columns.count - 1)
    let whole = contents.map { Int64($0.minimal.sp) }
    let holdsWords = parted.isEmpty || whole.reduce(0, +) <= available
    // What is fixed has its width, what has a share no less than its words; the others come first.
    var widths = holdsWords ? whole : parted.map { Int64($0.sp) }
    var (free, sharing, room): ([Int], [Int], Int64) = ([], [], available)
    for (position, column) in columns.enumerated() {
      switch column.width {
      case .automatic: free.append(position)
      case .fixed: room -= widths[position]
      case .share:
        sharing.append(position)
        room -= widths[position]
      }
    }
    var overflow = -room
    let own = FreeColumns(self, free, in: room)
    let fills = fillsWidth && sharing.isEmpty
    if own.natural > room, let best = own.leastTall() {
      for (position, width) in zip(free, best) { widths[position] = width }
      if fills { fill(&widths, with: room - best.reduce(0, +), free) }
    } else if own.natural <= room {
      for (position, width) in zip(free, own.inOneLine()) { widths[position] = width }
      if fills { fill(&widths, with: free.reduce(room) { $0 - widths[$1] }, free) }
    } else if own.minimal <= room {
      own.divide(into: &widths)
    } else {
      let sum = own.least.reduce(0, +)
      overflow = sum - room
      let given = max(room, Int64(free.count))
      for (position, own) in zip(free, own.least) { widths[position] = own * given / max(sum, 1) }
    }
    let rest = sharing.reduce(room) { $0 + widths[$1] } - free.reduce(0) { $0 + widths[$1] }
    share(rest, among: sharing, into: &widths)
    var places: [ColumnPlace] = []
    var x: Int64 = 0
    for position in columns.indices {
      places.append(
        ColumnPlace(x: Length(clamping: x), width: Length(clamping: max(widths[position], 1))))
      x += widths[position] + Int64(gap.sp)
    }
    return (places, Length(clamping: max(overflow, 0)))
  }

  /// Divides a width by the shares of columns; one whose words need more than its share gets that,
  /// and the others divide the rest.
  private func share(_ room: Int64, among sharing: [Int], into widths: inout [Int64]) {
    func part(_ position: Int) -> Int64 {
      if case .share(let share) = columns[position].width { return Int64(share) }
      return 0
    }
    var (left, open) = (room, sharing)
    while !open.isEmpty {
      let all = max(open.reduce(0) { $0 + part($1) }, 1)
      let needy = open.filter { widths[$0] > multiplied(left, part($0), over: all) }
      guard needy.isEmpty || needy.count == open.count else {
        left -= needy.reduce(0) { $0 + widths[$1] }
        open.removeAll { needy.contains($0) }
        continue
      }
      // Nobody has more than words need where there is no room at all.
      if !needy.isEmpty { return }
      var (given, asked): (Int64, Int64) = (0, 0)
      for position in open {
        asked += part(position)
        let upTo = multiplied(left, asked, over: all)
        widths[position] = upTo - given
        given = upTo
      }
      return
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

}

/// The product over a divisor, without overflow.
func multiplied(_ a: Int64, _ b: Int64, over c: Int64) -> Int64 {
  c.dividingFullWidth(a.multipliedFullWidth(by: b)).quotient
}

extension TableStyle {
  /// The white between the edge of a tinted row and its text.
  var edge: Length { zebra == nil ? .zero : columnGap / 2 }
}
