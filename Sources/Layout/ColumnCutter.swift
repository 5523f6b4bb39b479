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
/// found column by column; heights that alone cost more than the best division are not tried.
/// - Complexity: linear in the boxes of a band, times the breaks near its columns' feet, times the
///   heights tried.
struct ColumnCutter {
  let galley: Galley
  let shape: PageShape
  let top: Length
  let count: Int
  /// Whether the first column goes on from the page before.
  let startsPage: Bool

  init(band: ColumnBand, galley: Galley, shape: PageShape) {
    self.galley = galley
    self.shape = shape
    top = band.top
    count = galley.columnSets[Int(band.set)].count
    startsPage = band.startsPage
  }

  /// The cheapest division of boxes.
  func divide(_ boxes: Range<Int>) -> ColumnDivision {
    // What boxes from each on take at least; white may vanish between columns.
    var rest = [Int64](repeating: 0, count: boxes.count + 1)
    for number in boxes.reversed() {
      rest[number - boxes.lowerBound] =
        rest[number - boxes.lowerBound + 1] + Int64(galley.boxes[number].height.sp)
    }
    var height = (rest[0] + Int64(count) - 1) / Int64(count)
    var best = ColumnDivision(
      columns: [boxes], height: .zero, penalty: 0, cost: .max)
    while cost(height: height) < best.cost {
      let attempt = divide(boxes, height: height, rest: rest)
      if let found = attempt.found, found.cost < best.cost { best = found }
      guard let next = attempt.next else { break }
      height = next
    }
    while best.columns.count < count {
      best.columns.append(boxes.upperBound..<boxes.upperBound)
    }
    return best
  }

  /// The cheapest division in columns not taller than a height, and the next height at which there
  /// is another.
  private func divide(
    _ boxes: Range<Int>, height: Int64, rest: [Int64]
  ) -> (found: ColumnDivision?, next: Int64?) {
    let start = boxes.lowerBound
    var costs = [[Int64]](repeating: [], count: count)
    var origins = [[Int32]](repeating: [], count: count)
    var last: (cost: Int64, column: Int, from: Int)?
    var next: Int64?
    func consider(_ other: Int64) { if other > height { next = min(next ?? other, other) } }
    costs[0] = [Int64](repeating: .max, count: boxes.count + 1)
    costs[0][0] = 0
    for column in 0..<count {
      guard !costs[column].isEmpty else { break }
      for from in boxes where costs[column][from - start] < .max {
        let known = costs[column][from - start]
        var stack = ColumnStack(top: top, startsOver: column > 0 || startsPage, on: shape)
        for number in from..<boxes.upperBound {
          _ = stack.add(galley.boxes[number], of: galley)
          if Int64(stack.height.sp) > height {
            consider(Int64(stack.height.sp))
            break
          }
          let end = number + 1
          if end == boxes.upperBound {
            let empty = Int64(count - column - 1)
            let cost =
              known + unevenness(height - Int64(stack.height.sp)) + empty * unevenness(height)
            if last.map({ cost <= $0.cost }) ?? true { last = (cost, column, from) }
            break
          }
          guard column + 1 < count else { continue }
          let own = Int64((stack.height + galley.boxes[end].columnPadding).sp)
          let room = Int64(count - column - 1)
          if own > height || rest[end - start] > room * height {
            consider(max(own, (rest[end - start] + room - 1) / room))
            continue
          }
          if costs[column + 1].isEmpty {
            costs[column + 1] = [Int64](repeating: .max, count: boxes.count + 1)
            origins[column + 1] = [Int32](repeating: 0, count: boxes.count + 1)
          }
          let cost =
            known + unevenness(height - own) + Int64(max(galley.boxes[end].columnPenalty, 0))
          if cost <= costs[column + 1][end - start] {
            costs[column + 1][end - start] = cost
            origins[column + 1][end - start] = Int32(from)
          }
        }
      }
    }
    guard let last else { return (nil, next) }
    var columns = [last.from..<boxes.upperBound]
    var penalty: Int32 = 0
    var column = last.column
    while column > 0 {
      let end = columns[0].lowerBound
      penalty = min(penalty + max(galley.boxes[end].columnPenalty, 0), Penalty.heading)
      columns.insert(Int(origins[column][end - start])..<end, at: 0)
      column -= 1
    }
    let division = ColumnDivision(
      columns: columns, height: Length(clamping: height), penalty: penalty,
      cost: last.cost + cost(height: height))
    return (division, next)
  }

  /// What a height costs: a thousand a line.
  private func cost(height: Int64) -> Int64 { height * 1_000 / Int64(shape.baseline.sp) }

  /// What a column costs that lacks so much of the tallest.
  private func unevenness(_ lack: Int64) -> Int64 {
    let lines = lack * 1_000 / Int64(shape.baseline.sp)
    return lines * lines / 20_000
  }
}
