import Core

/// Deals boxes out to columns at the least cost.
///
/// The cost of a division is the height of its tallest column, in thousandths of a line; what breaks
/// between its columns cost, as breaks between pages do; and for each column, fifty times the square
/// of the lines that it lacks of the tallest. So a band is a line higher rather than that a row is
/// split, ten lines rather than that a line stands alone, and columns differ by no more than a line
/// where breaks allow. Divisions that cost much besides their height are taken only where there are
/// no others (`ColumnReach`). Of divisions that cost the same, that with the fuller first columns wins.
///
/// For each height that columns can have, from the least on, the cheapest division of that height is
/// found column by column; heights that alone cost more than the best division are not tried, nor
/// those that only allow breaks too dear to be taken.
///
/// How tall a band is it finds for all bands that start with the same box at once (`ColumnReach`),
/// and remembers it. It serves one galley.
/// - Complexity: of a band, linear in the breaks near its columns' feet, times the heights tried.
struct ColumnCutter: Sendable {
  /// How tall a band is and what its breaks cost.
  struct Measure: Sendable {
    var height: Length
    var penalty: Int32
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
    var measure: ColumnMeasure
  }

  /// Bands that start with a box and differ in where they end.
  private struct Start: Hashable {
    var ground: Int
    var count: Int
    var box: Int
  }

  private var feet = ColumnFeet()
  private var reaches: [[ColumnReach]] = []
  private var known: [Start: Int] = [:]
  /// The band that was measured last, and its place in `reaches`.
  private var last: (band: ColumnBand, shape: PageShape, reach: Int)?
  /// Lent to whoever looks for divisions.
  private var layers = [ColumnReach.Layer(), ColumnReach.Layer()]
  /// Bands with so many starts are remembered at once.
  private static let most = 8_192

  /// How tall boxes are in columns, and what breaks between these cost.
  mutating func measure(_ band: ColumnBand, of galley: Galley, on shape: PageShape) -> Measure {
    let found = best(band, of: galley, on: shape)
    return Measure(height: Length(sp: found.height), penalty: found.penalty)
  }

  private mutating func best(
    _ band: ColumnBand, of galley: Galley, on shape: PageShape
  ) -> ColumnReach.Best {
    let reach = reach(of: band, galley, shape)
    for stage in reaches[reach].indices {
      if let found = reaches[reach][stage].best(to: band.end, &feet, &layers, of: galley) {
        return found
      }
    }
    let division = divide(task(band, of: galley, on: shape), of: galley, guess: band.height)
    let found = ColumnReach.Best(
      cost: division.cost, height: division.height.sp, penalty: division.penalty,
      isCertain: true)
    reaches[reach][0].remember(found, to: band.end)
    return found
  }

  /// The place in `reaches` of all bands that start as one does.
  private mutating func reach(
    of band: ColumnBand, _ galley: Galley, _ shape: PageShape
  ) -> Int {
    if let last, last.band.startsAs(band), last.shape == shape { return last.reach }
    if feet.isFull || reaches.count > ColumnCutter.most {
      feet.forget()
      (reaches, known) = ([], [:])
    }
    let task = task(band, of: galley, on: shape)
    let start = Start(ground: task.first, count: task.count, box: band.start)
    let place = known[start] ?? reaches.count
    if place == reaches.count {
      known[start] = place
      reaches.append(
        [true, false].map {
          ColumnReach(
            start: band.start, count: task.count, first: task.first, others: task.others,
            task.measure, isQuick: $0)
        })
    }
    last = (band, shape, place)
    return place
  }

  /// The division of the boxes of a band.
  mutating func divide(_ band: ColumnBand, of galley: Galley, on shape: PageShape)
    -> ColumnDivision
  {
    let best = best(band, of: galley, on: shape)
    let task = task(band, of: galley, on: shape)
    let attempt = divide(task, height: Int64(best.height), below: best.cost + 1, of: galley)
    var division =
      attempt.found ?? divide(task, of: galley, guess: Length(sp: best.height))
    division.fill(to: task.count)
    return division
  }

  /// The least height that boxes have in columns: white may vanish between these.
  mutating func leastHeight(_ boxes: Range<Int>, in count: Int, of galley: Galley) -> Length {
    feet.know(galley)
    let sum = feet.sums[boxes.upperBound] - feet.sums[boxes.lowerBound]
    return Length(clamping: (sum + Int64(count) - 1) / Int64(count))
  }

  private mutating func task(_ band: ColumnBand, of galley: Galley, on shape: PageShape) -> Task {
    feet.know(galley)
    return Task(
      boxes: band.start..<band.end, count: galley.columnSets[Int(band.set)].count,
      first: feet.ground(shape, band.top, startsOver: band.startsPage, of: galley),
      others: feet.ground(shape, band.top, startsOver: true, of: galley),
      measure: ColumnMeasure(baseline: Int64(shape.baseline.sp)))
  }

  /// - Parameter guess: a height at which the boxes may stand well: what all divisions are measured
  ///   by. It makes no difference to what is found, only to how soon.
  private mutating func divide(
    _ task: Task, of galley: Galley, guess: Length
  ) -> ColumnDivision {
    let (boxes, count) = (task.boxes, Int64(task.count))
    let sum = feet.sums[boxes.upperBound] - feet.sums[boxes.lowerBound]
    var height = (sum + count - 1) / count
    var best = ColumnDivision(columns: [boxes], height: .zero, penalty: 0, cost: .max)
    var probe = max(Int64(guess.sp), height)
    for lines: Int64 in [0, 1, 2] {
      probe += lines * task.measure.baseline
      let attempt = divide(task, height: probe, below: best.cost, of: galley)
      // Of those that cost as much another may come first.
      if let found = attempt.found { best.cost = min(best.cost, found.cost + 1) }
      if best.cost < task.measure.cost(height: probe + task.measure.baseline) { break }
    }
    while task.measure.cost(height: height) < best.cost {
      let attempt = divide(task, height: height, below: best.cost, of: galley)
      if let found = attempt.found, found.cost < best.cost {
        best = found
      }
      guard let next = attempt.next else { break }
      height = next
    }
    return best
  }

  /// The cheapest division in columns not taller than a height, and the next height at which there
  /// is another that may cost less than the best known.
  private mutating func divide(
    _ task: Task, height: Int64, below best: Int64, of galley: Galley
  ) -> (found: ColumnDivision?, next: Int64?) {
    let (start, bottom) = (task.boxes.lowerBound, task.boxes.upperBound)
    let total = feet.sums[bottom]
    let own = task.measure.cost(height: height)
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
        let stack = feet.column(from: from, on: column == 0 ? task.first : task.others)
        let least = total - feet.sums[from]
        if least < max(next, height + 1), known + task.measure.cost(height: least) < best {
          let foot = feet.foot(of: stack, from: from, to: bottom, of: galley)
          if foot > height {
            if foot < next, known + task.measure.cost(height: foot) < best { next = foot }
          } else {
            let cost =
              known + task.measure.unevenness(height - foot) + room
              * task.measure.unevenness(height)
            if last.map({ cost <= $0.cost }) ?? true { last = (cost, column, from) }
          }
        }
        guard room > 0 else { continue }
        // Columns that lack more cost too much.
        let lack = task.measure.lack(costing: best == .max ? best : best - own - known)
        var end = max(low, from + 1)
        if lack < height {
          end = feet.firstEnd(of: stack, from: from, to: height - lack, end, bottom)
        }
        while end < bottom {
          let foot = feet.foot(of: stack, from: from, to: end, of: galley)
          if foot > height, foot >= next || known + task.measure.cost(height: foot) >= best {
            break
          }
          let all = foot + Int64(feet.paddings[end])
          let spent = known + Int64(feet.penalties[end])
          if all > height {
            if all < next, spent + task.measure.cost(height: all) < best { next = all }
          } else {
            let cost = spent + task.measure.unevenness(height - all)
            if cost + own < best { onward.add(end, from: from, at: cost) }
          }
          end += 1
        }
        // Earlier breaks, where the other columns were taller.
        end = min(low, bottom) - 1
        while end > from {
          let need = (total - feet.sums[end] + room - 1) / room
          if need >= next || known + task.measure.cost(height: need) >= best { break }
          let foot = feet.foot(of: stack, from: from, to: end, of: galley)
          let all = max(need, foot + Int64(feet.paddings[end]))
          let spent = known + Int64(feet.penalties[end])
          if all < next, spent + task.measure.cost(height: all) < best { next = all }
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
      penalty = min(penalty + feet.penalties[end], Penalty.heading)
      columns.insert(Int(reached[column].origins[end - reached[column].low])..<end, at: 0)
    }
    let division = ColumnDivision(
      columns: columns, height: Length(clamping: height), penalty: penalty, cost: last.cost + own)
    return (division, following)
  }

  /// The first box of some before which a break leaves no more than a height.
  private func firstBreak(of boxes: Range<Int>, leaving height: Int64) -> Int {
    var (low, high) = (boxes.lowerBound, boxes.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if feet.sums[boxes.upperBound] - feet.sums[middle] > height {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
