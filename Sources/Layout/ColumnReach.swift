import Core

/// What bands that start with the same box cost, wherever they end.
///
/// For each height that columns can have, from the least on, the cheapest divisions of that height
/// are found column by column, for all ends of the band at once.
/// - Complexity: linear in the heights tried, times the breaks near the columns' feet.
struct ColumnReach: Sendable {
  /// The cheapest known division of a band.
  struct Best: Sendable {
    var cost = Int64.max
    var height: Int32 = 0
    var penalty: Int32 = 0
    /// Whether none is cheaper.
    var isCertain = false
  }

  /// The ways in which columns so far can be followed by one that starts with a box.
  struct Layer: Sendable {
    private(set) var low = 0
    /// What they cost at least, by first boxes; `max` for none.
    private(set) var costs: [Int64] = []
    /// What their breaks cost.
    private(set) var penalties: [Int32] = []

    /// Begins with nothing.
    mutating func clear() {
      costs.removeAll(keepingCapacity: true)
      penalties.removeAll(keepingCapacity: true)
    }

    /// A column can start with a box, at a cost; of equals the later way wins.
    mutating func add(_ box: Int, at cost: Int64, _ penalty: Int32) {
      if costs.isEmpty { low = box }
      if box < low {
        costs.insert(contentsOf: repeatElement(.max, count: low - box), at: 0)
        penalties.insert(contentsOf: repeatElement(0, count: low - box), at: 0)
        low = box
      }
      while costs.count <= box - low {
        costs.append(.max)
        penalties.append(0)
      }
      guard cost <= costs[box - low] else { return }
      costs[box - low] = cost
      penalties[box - low] = penalty
    }
  }

  /// Its first box.
  let start: Int
  /// How many columns it has.
  let count: Int
  /// The grounds of its first column and of the others.
  let first: Int
  let others: Int
  /// The height to be tried next; nil before the first, `max` after the last.
  private(set) var height: Int64?
  /// The height that was tried first.
  private var firstHeight = Int64.max
  private var bests: [Best] = []
  private let measure: ColumnMeasure

  /// What ways to fill columns may cost without their height.
  private let most: Int64
  /// Whether what is found is the cheapest only where nothing that was left out could be cheaper.
  private let isQuick: Bool

  /// Divisions that cost so much besides their height are chosen only where there are no others.
  static let unloved: Int64 = 4_500
  /// What is tried first, as most bands need no more.
  private static let usual: Int64 = 2_000
  /// Columns are so much taller than their share, in thousandths of a line, only in need.
  static let stretched: Int64 = 20_000

  init(start: Int, count: Int, first: Int, others: Int, _ measure: ColumnMeasure, isQuick: Bool) {
    self.start = start
    self.count = count
    self.first = first
    self.others = others
    self.measure = measure
    self.isQuick = isQuick
    most = isQuick ? ColumnReach.usual : ColumnReach.unloved
  }

  /// The cheapest division of the boxes up to one, if there is one that is not unloved, and for a
  /// quick search if it is certain.
  mutating func best(
    to end: Int, _ feet: inout ColumnFeet, _ layers: inout [Layer], of galley: Galley
  ) -> Best? {
    let least =
      (feet.sums[end] - feet.sums[start] + Int64(count) - 1) / Int64(count)
    let bound =
      measure.cost(height: least) + (isQuick ? most : ColumnReach.stretched)
    var height = self.height ?? least
    let place = end - start - 1
    while bests.count <= place { bests.append(Best()) }
    if bests[place].isCertain { return bests[place] }
    if least < firstHeight {
      // Lower ones were not tried yet.
      bests = [Best](repeating: Best(), count: bests.count)
      (height, firstHeight) = (least, least)
    }
    while height < .max, measure.cost(height: height) < min(bests[place].cost, bound) {
      height = attempt(height, &feet, &layers, of: galley)
    }
    self.height = height
    let isFound =
      isQuick
      ? bests[place].cost <= bound : measure.cost(height: Int64(bests[place].height)) < bound
    guard bests[place].cost < .max, isFound else { return nil }
    bests[place].isCertain = true
    return bests[place]
  }

  /// Remembers what was found otherwise.
  mutating func remember(_ best: Best, to end: Int) { bests[end - start - 1] = best }

  /// Finds the cheapest divisions into columns that are not taller than a height; gives the next
  /// height that a column can have.
  private mutating func attempt(
    _ height: Int64, _ feet: inout ColumnFeet, _ layers: inout [Layer], of galley: Galley
  ) -> Int64 {
    let own = measure.cost(height: height)
    let bottom = Int(feet.setEnds[start])
    let empty = measure.unevenness(height)
    var next = Int64.max
    layers[0].clear()
    layers[0].add(start, at: 0, 0)
    for column in 0..<count {
      let spare = Int64(count - column - 1) * empty
      let (now, onward) = (column % 2, 1 - column % 2)
      layers[onward].clear()
      for offset in layers[now].costs.indices {
        let known = layers[now].costs[offset]
        guard known < most else { continue }
        let penalty = layers[now].penalties[offset]
        let from = layers[now].low + offset
        let stack = feet.column(from: from, on: column == 0 ? first : others)
        let lack = measure.lack(costing: most - known)
        var end = from + 1
        if lack < height {
          end = feet.firstEnd(of: stack, from: from, to: height - lack, end, bottom)
        }
        while end <= bottom {
          let foot = feet.foot(of: stack, from: from, to: end, of: galley)
          if foot > height {
            next = min(next, foot)
            break
          }
          let lacking = known + measure.unevenness(height - foot)
          if lacking + spare < most { take(lacking + spare + own, height, penalty, to: end) }
          if end < bottom, column < count - 1 {
            let padding = Int64(feet.paddings[end])
            if foot + padding > height {
              next = min(next, foot + padding)
            } else {
              let cost =
                Int64(feet.penalties[end])
                + (padding == 0 ? lacking : known + measure.unevenness(height - foot - padding))
              if cost < most { layers[onward].add(end, at: cost, penalty + feet.penalties[end]) }
            }
          }
          end += 1
        }
      }
    }
    return next
  }

  /// Takes account of a division; of equals the lower wins, then the later.
  private mutating func take(_ cost: Int64, _ height: Int64, _ penalty: Int32, to end: Int) {
    let place = end - start - 1
    while bests.count <= place { bests.append(Best()) }
    let known = bests[place]
    guard !known.isCertain, cost < known.cost || cost == known.cost && known.height == height
    else { return }
    bests[place] = Best(cost: cost, height: Int32(clamping: height), penalty: penalty)
  }
}

/// What divisions cost besides their breaks.
struct ColumnMeasure: Sendable, Hashable {
  /// The distance of baselines.
  let baseline: Int64

  /// What a height costs: a thousand a line.
  func cost(height: Int64) -> Int64 { height * 1_000 / baseline }

  /// What a column costs that lacks so much of the tallest.
  func unevenness(_ lack: Int64) -> Int64 {
    let lines = lack * 1_000 / baseline
    return lines * lines / 20_000
  }

  /// What a column lacks that costs so much, or a little more.
  func lack(costing cost: Int64) -> Int64 {
    guard cost < Int64.max / 40_000 else { return .max }
    let lines = Int64((Double(max(cost, 0) + 1) * 20_000).squareRoot()) + 2
    return lines * baseline / 1_000
  }
}
