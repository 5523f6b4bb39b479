import Core

/// Deals boxes out to columns at the least cost.
///
/// The cost of a division is the height of its tallest column, in thousandths of a line; what breaks
/// between its columns cost, as breaks between pages do; and for each column, fifty times the square
/// of the lines that it lacks of the tallest. So a band is a line higher rather than that a row is
/// split, ten lines rather than that a line stands alone, and columns differ by no more than a line
/// where breaks allow. Of divisions that cost the same, that with the fuller first columns wins.
///
/// For each height that columns can have, from the least on, the cheapest division of that height is
/// found column by column; heights that alone cost more than the best division are not tried, nor
/// those that only allow breaks too dear to be taken.
///
/// What it has found once it remembers: the heights of columns and of bands, by where they start on
/// the grid, and so the pages of a galley that hold the same boxes share them. It serves one galley.
/// - Complexity: of a band, linear in the breaks near its columns' feet, times the heights tried.
struct ColumnCutter: Sendable {
  /// How tall a band is and what its breaks cost.
  struct Measure: Sendable {
    var height: Length
    var penalty: Int32
  }

  /// What the heights of columns depend on beside their boxes.
  private struct Ground: Hashable {
    var shape: PageShape
    /// How far below a line of the grid, or of what would be one, they begin.
    var phase: Int32
    var startsOver: Bool
  }

  /// A column that starts with a box: its height with one box, with two…
  private struct Column {
    var stack: ColumnStack
    var feet: [Int64] = []
  }

  private struct Band: Hashable {
    var ground: Int32
    var count: Int32
    var start: Int32
    var end: Int32
  }

  /// The first boxes that a column can have, with the least costs of all columns before.
  private struct Reach {
    var low: Int
    var costs: [Int64] = []
    /// Where the column before starts.
    var origins: [Int32] = []

    init(low: Int) { self.low = low }

    /// A column can start with a box, at a cost; of equals the later start of that before it wins.
    mutating func add(_ box: Int, from start: Int, at cost: Int64) {
      while costs.count <= box - low {
        costs.append(.max)
        origins.append(0)
      }
      guard cost <= costs[box - low] else { return }
      costs[box - low] = cost
      origins[box - low] = Int32(start)
    }
  }

  /// A task: boxes to be dealt out.
  private struct Task {
    var boxes: Range<Int>
    var count: Int
    /// The grounds of its first column and of the others.
    var first: Int
    var others: Int
    var baseline: Int64
  }

  private var grounds: [Ground: Int] = [:]
  private var shapes: [(shape: PageShape, top: Length, startsOver: Bool)] = []
  /// By ground and first box, the column in `columns`, or -1.
  private var starts: [[Int32]] = []
  private var columns: [Column] = []
  private var measures: [Band: Measure] = [:]
  /// The heights of all boxes before each.
  private var sums: [Int64] = []
  /// The greatest padding at a break between columns.
  private var mostPadding: Int64 = 0
  /// So many columns are remembered at once, or bands by the tenfold.
  private static let most = 60_000

  /// How tall boxes are in columns, and what breaks between these cost.
  mutating func measure(_ band: ColumnBand, of galley: Galley, on shape: PageShape) -> Measure {
    let task = task(band, of: galley, on: shape)
    let key = Band(
      ground: Int32(task.first), count: Int32(task.count), start: Int32(task.boxes.lowerBound),
      end: Int32(task.boxes.upperBound))
    if let known = measures[key] { return known }
    let found = divide(task, of: galley, guess: Int64(band.height.sp))
    let measure = Measure(height: found.height, penalty: found.penalty)
    measures[key] = measure
    return measure
  }

  /// The cheapest division of the boxes of a band.
  mutating func divide(_ band: ColumnBand, of galley: Galley, on shape: PageShape)
    -> ColumnDivision
  {
    divide(task(band, of: galley, on: shape), of: galley, guess: Int64(band.height.sp))
  }

  /// The least height that boxes have in columns: white may vanish between these.
  mutating func leastHeight(_ boxes: Range<Int>, in count: Int, of galley: Galley) -> Length {
    add(sumsOf: galley)
    let sum = sums[boxes.upperBound] - sums[boxes.lowerBound]
    return Length(clamping: (sum + Int64(count) - 1) / Int64(count))
  }

  private mutating func add(sumsOf galley: Galley) {
    guard sums.count != galley.boxes.count + 1 else { return }
    sums = [0]
    sums.reserveCapacity(galley.boxes.count + 1)
    for number in galley.boxes.indices {
      sums.append(sums[number] + Int64(galley.boxes[number].height.sp))
      mostPadding = max(mostPadding, Int64(galley.boxes[number].columnPadding.sp))
    }
  }

  private mutating func task(_ band: ColumnBand, of galley: Galley, on shape: PageShape) -> Task {
    add(sumsOf: galley)
    if columns.count > ColumnCutter.most || measures.count > ColumnCutter.most * 10 {
      (grounds, shapes, starts, columns, measures) = ([:], [], [], [], [:])
    }
    return Task(
      boxes: band.start..<band.end, count: galley.columnSets[Int(band.set)].count,
      first: ground(shape, band.top, startsOver: band.startsPage, of: galley),
      others: ground(shape, band.top, startsOver: true, of: galley),
      baseline: Int64(shape.baseline.sp))
  }

  private mutating func ground(
    _ shape: PageShape, _ top: Length, startsOver: Bool, of galley: Galley
  ) -> Int {
    let phase = top.sp % shape.baseline.sp
    let ground = Ground(shape: shape, phase: phase, startsOver: startsOver)
    if let known = grounds[ground] { return known }
    grounds[ground] = shapes.count
    shapes.append((shape, Length(sp: phase), startsOver))
    starts.append([Int32](repeating: -1, count: galley.boxes.count))
    return shapes.count - 1
  }

  private mutating func column(from box: Int, on ground: Int) -> Int {
    let known = starts[ground][box]
    if known >= 0 { return Int(known) }
    let (shape, top, startsOver) = shapes[ground]
    starts[ground][box] = Int32(columns.count)
    columns.append(Column(stack: ColumnStack(top: top, startsOver: startsOver, on: shape)))
    return columns.count - 1
  }

  /// How tall a column is that holds the boxes between two.
  private mutating func foot(
    of column: Int, from start: Int, to end: Int, of galley: Galley
  ) -> Int64 {
    while columns[column].feet.count < end - start {
      let next = start + columns[column].feet.count
      _ = columns[column].stack.add(galley.boxes[next], of: galley)
      columns[column].feet.append(Int64(columns[column].stack.height.sp))
    }
    return columns[column].feet[end - start - 1]
  }

  /// - Parameter guess: a height at which the boxes may stand well: what all divisions are measured
  ///   by. It makes no difference to what is found, only to how soon.
  private mutating func divide(
    _ task: Task, of galley: Galley, guess: Int64
  ) -> ColumnDivision {
    let (boxes, count) = (task.boxes, Int64(task.count))
    let sum = sums[boxes.upperBound] - sums[boxes.lowerBound]
    var height = (sum + count - 1) / count
    var best = ColumnDivision(columns: [boxes], height: .zero, penalty: 0, cost: .max)
    var probe = max(guess, height)
    for lines: Int64 in [0, 1, 2] {
      probe += lines * task.baseline
      let attempt = divide(task, height: probe, below: best.cost, of: galley)
      // Of those that cost as much another may come first.
      if let found = attempt.found { best.cost = min(best.cost, found.cost + 1) }
      if best.cost < cost(height: probe + task.baseline, task) { break }
    }
    while cost(height: height, task) < best.cost {
      let attempt = divide(task, height: height, below: best.cost, of: galley)
      if let found = attempt.found, found.cost < best.cost {
        best = found
      }
      guard let next = attempt.next else { break }
      height = next
    }
    while best.columns.count < task.count {
      best.columns.append(boxes.upperBound..<boxes.upperBound)
    }
    return best
  }

  /// The cheapest division in columns not taller than a height, and the next height at which there
  /// is another that may cost less than the best known.
  private mutating func divide(
    _ task: Task, height: Int64, below best: Int64, of galley: Galley
  ) -> (found: ColumnDivision?, next: Int64?) {
    let (start, bottom) = (task.boxes.lowerBound, task.boxes.upperBound)
    let total = sums[bottom]
    let own = cost(height: height, task)
    var reached = [Reach(low: start)]
    reached[0].add(start, from: start, at: 0)
    var last: (cost: Int64, column: Int, from: Int)?
    var next = Int64.max
    for column in 0..<task.count {
      let room = Int64(task.count - column - 1)
      // The first break after which the rest fits in the other columns.
      let low = firstBreak(of: task.boxes, leaving: room * height)
      var onward = Reach(low: low)
      for offset in reached[column].costs.indices {
        let known = reached[column].costs[offset]
        guard known < .max, known + own < best else { continue }
        let from = reached[column].low + offset
        let stack = self.column(from: from, on: column == 0 ? task.first : task.others)
        let least = total - sums[from]
        if least < max(next, height + 1), known + cost(height: least, task) < best {
          let foot = foot(of: stack, from: from, to: bottom, of: galley)
          if foot > height {
            if foot < next, known + cost(height: foot, task) < best { next = foot }
          } else {
            let cost = known + unevenness(height - foot, task) + room * unevenness(height, task)
            if last.map({ cost <= $0.cost }) ?? true { last = (cost, column, from) }
          }
        }
        guard room > 0 else { continue }
        // Columns that lack more cost too much.
        let lack = lack(costing: best == .max ? best : best - own - known, task)
        var end = max(low, from + 1)
        if lack < height { end = firstEnd(of: stack, from: from, to: height - lack, end, bottom) }
        while end < bottom {
          let foot = foot(of: stack, from: from, to: end, of: galley)
          if foot > height, foot >= next || known + cost(height: foot, task) >= best { break }
          let all = foot + Int64(galley.boxes[end].columnPadding.sp)
          let spent = known + Int64(max(galley.boxes[end].columnPenalty, 0))
          if all > height {
            if all < next, spent + cost(height: all, task) < best { next = all }
          } else {
            let cost = spent + unevenness(height - all, task)
            if cost + own < best { onward.add(end, from: from, at: cost) }
          }
          end += 1
        }
        // Earlier breaks, where the other columns were taller.
        end = min(low, bottom) - 1
        while end > from {
          let need = (total - sums[end] + room - 1) / room
          if need >= next || known + cost(height: need, task) >= best { break }
          let foot = foot(of: stack, from: from, to: end, of: galley)
          let all = max(need, foot + Int64(galley.boxes[end].columnPadding.sp))
          let spent = known + Int64(max(galley.boxes[end].columnPenalty, 0))
          if all < next, spent + cost(height: all, task) < best { next = all }
          end -= 1
        }
      }
      if onward.costs.isEmpty { break }
      reached.append(onward)
    }
    let following = next == .max ? nil : next
    guard let last else { return (nil, following) }
    var columns = [last.from..<bottom]
    var penalty: Int32 = 0
    for column in stride(from: last.column, to: 0, by: -1) {
      let end = columns[0].lowerBound
      penalty = min(penalty + max(galley.boxes[end].columnPenalty, 0), Penalty.heading)
      columns.insert(Int(reached[column].origins[end - reached[column].low])..<end, at: 0)
    }
    let division = ColumnDivision(
      columns: columns, height: Length(clamping: height), penalty: penalty, cost: last.cost + own)
    return (division, following)
  }

  /// The first box before which a column can end that reaches a height, of those known; from another
  /// on.
  private func firstEnd(
    of column: Int, from start: Int, to height: Int64, _ first: Int, _ bottom: Int
  ) -> Int {
    var (low, high) = (first, min(bottom, start + columns[column].feet.count))
    while low < high {
      let middle = (low + high) / 2
      if columns[column].feet[middle - start - 1] + mostPadding < height {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return max(low, first)
  }

  /// The first box of some before which a break leaves no more than a height.
  private func firstBreak(of boxes: Range<Int>, leaving height: Int64) -> Int {
    var (low, high) = (boxes.lowerBound, boxes.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if sums[boxes.upperBound] - sums[middle] > height { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What a height costs: a thousand a line.
  private func cost(height: Int64, _ task: Task) -> Int64 { height * 1_000 / task.baseline }

  /// What a column costs that lacks so much of the tallest.
  private func unevenness(_ lack: Int64, _ task: Task) -> Int64 {
    let lines = lack * 1_000 / task.baseline
    return lines * lines / 20_000
  }

  /// What a column lacks that costs so much, or a little more.
  private func lack(costing cost: Int64, _ task: Task) -> Int64 {
    guard cost < Int64.max / 40_000 else { return .max }
    let lines = Int64((Double(max(cost, 0) + 1) * 20_000).squareRoot()) + 2
    return lines * task.baseline / 1_000
  }
}
