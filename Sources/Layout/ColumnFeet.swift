import Core

/// How tall columns are, by the box with which they start, and what it costs to end them.
///
/// It remembers what it has counted, by where columns start on the grid, so that the pages of a galley
/// which hold the same boxes share it. It serves one galley.
struct ColumnFeet: Sendable {
  /// What the heights of columns depend on beside their boxes.
  private struct Ground: Hashable {
    var shape: PageShape
    /// How far below a line of the grid, or of what would be one, they begin.
    var phase: Int32
    var startsOver: Bool
  }

  /// A column that starts with a box: with how many boxes it has been measured, and where in `feet`.
  private struct Column {
    var stack: ColumnStack
    var first: Int
    var count = 0
  }

  /// The heights of all boxes before each.
  private(set) var sums: [Int64] = []
  /// What a break between columns costs before each box.
  private(set) var penalties: [Int32] = []
  /// The padding that tints have above such a break.
  private(set) var paddings: [Int32] = []
  /// The greatest of them.
  private(set) var mostPadding: Int64 = 0
  /// The box after the last of the columns that each stands in.
  private(set) var setEnds: [Int32] = []

  private var grounds: [Ground: Int] = [:]
  private var places: [(shape: PageShape, top: Length, startsOver: Bool)] = []
  /// By ground and first box, the column in `columns`, or -1.
  private var starts: [[Int32]] = []
  private var columns: [Column] = []
  /// The heights of columns with one box, with two…
  private var feet: [Int32] = []
  /// So many heights are remembered at once.
  private static let most = 2_000_000
  /// So many boxes of a column are measured in one go.
  private static let stride = 24

  /// Whether it remembers more than it should.
  var isFull: Bool { feet.count > ColumnFeet.most || starts.count > 64 }

  /// Forgets what it has counted.
  mutating func forget() { (grounds, places, starts, columns, feet) = ([:], [], [], [], []) }

  /// What a break between columns costs: what is taken only in need, thrice what it costs a page, as
  /// empty columns beside a paragraph are better than its lines in two of them.
  static func cost(ofBreak penalty: Int32) -> Int32 {
    penalty < Penalty.prohibited ? max(penalty, 0) : min(penalty, Penalty.exhibit) * 3
  }

  /// Learns what there is to know of each box.
  mutating func know(_ galley: Galley) {
    guard sums.count != galley.boxes.count + 1 else { return }
    sums = [0]
    sums.reserveCapacity(galley.boxes.count + 1)
    for (number, box) in galley.boxes.enumerated() {
      sums.append(sums[number] + Int64(box.height.sp))
      penalties.append(ColumnFeet.cost(ofBreak: box.columnPenalty))
      paddings.append(box.columnPadding.sp)
      mostPadding = max(mostPadding, Int64(box.columnPadding.sp))
    }
    setEnds = [Int32](repeating: Int32(galley.boxes.count), count: galley.boxes.count)
    for number in galley.boxes.indices.dropLast().reversed() {
      setEnds[number] =
        galley.boxes[number].columns == galley.boxes[number + 1].columns
        ? setEnds[number + 1] : Int32(number + 1)
    }
  }

  /// The number of a ground: of columns that start so far down a page.
  mutating func ground(
    _ shape: PageShape, _ top: Length, startsOver: Bool, of galley: Galley
  ) -> Int {
    let phase = top.sp % shape.baseline.sp
    let ground = Ground(shape: shape, phase: phase, startsOver: startsOver)
    if let known = grounds[ground] { return known }
    grounds[ground] = places.count
    places.append((shape, Length(sp: phase), startsOver))
    starts.append([Int32](repeating: -1, count: galley.boxes.count))
    return places.count - 1
  }

  /// The number of the column that starts with a box.
  mutating func column(from box: Int, on ground: Int) -> Int {
    let known = starts[ground][box]
    if known >= 0 { return Int(known) }
    let (shape, top, startsOver) = places[ground]
    starts[ground][box] = Int32(columns.count)
    columns.append(
      Column(
        stack: ColumnStack(top: top, startsOver: startsOver, on: shape), first: feet.count))
    return columns.count - 1
  }

  /// How tall a column is that holds the boxes between two.
  mutating func foot(of column: Int, from start: Int, to end: Int, of galley: Galley) -> Int64 {
    let count = end - start
    if columns[column].count < count { measure(column, from: start, count, galley) }
    return Int64(feet[columns[column].first + count - 1])
  }

  /// Measures a column with more boxes; what has been measured moves to where there is room.
  private mutating func measure(_ number: Int, from start: Int, _ count: Int, _ galley: Galley) {
    var column = columns[number]
    if column.first + column.count != feet.count {
      let first = feet.count
      for known in column.first..<column.first + column.count { feet.append(feet[known]) }
      column.first = first
    }
    let end = min(
      start + max(count, column.count + ColumnFeet.stride), max(Int(setEnds[start]), start + count))
    for next in start + column.count..<end {
      _ = column.stack.add(galley.boxes[next], of: galley)
      feet.append(column.stack.height.sp)
    }
    column.count = end - start
    columns[number] = column
  }

  /// The first box, from one on, before which a column can end that reaches a height, of those
  /// measured.
  func firstEnd(
    of column: Int, from start: Int, to height: Int64, _ first: Int, _ bottom: Int
  ) -> Int {
    let own = columns[column]
    var (low, high) = (first, min(bottom, start + own.count))
    while low < high {
      let middle = (low + high) / 2
      if Int64(feet[own.first + middle - start - 1]) + mostPadding < height {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return max(low, first)
  }
}
