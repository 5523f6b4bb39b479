/// Finds the widths of columns at which a table is least tall.
///
/// A cell's height changes only at certain widths (its *steps*); between them a narrower column is
/// as good. So each column has few widths worth trying. From the widest ones the column that costs
/// least for its width is narrowed until all fit; then pairs of columns exchange width while that
/// helps; then, for small tables, all other choices that could still be better are tried. Columns
/// that are to be equally wide are searched as one, which is as wide as all of them together.
/// *Source:* Hurst, Marriott, Moulder, Minimum sized text containment and table layout (2005): the
/// problem is hard in general, and greedy narrowing with repair is near the best.
struct ColumnSearch {
  /// The columns that are equally wide, and how wide they are together.
  private let groups: [[Int]]
  /// The widths worth trying of each group of columns, narrow to wide; of all of it.
  private var widths: [[Int64]] = []
  /// The heights, by group and choice, row by row.
  private var heights: [[[Int64]]] = []
  /// What broken words and tall cells that no row feels cost, by group and choice.
  private var costs: [[Int64]] = []
  private let cells: [[CellNeed?]]
  private let rows: Int
  private let room: Int64
  /// Whether there were more widths than are tried.
  private var isCoarse = false
  /// How many comparisons of rows the last stage may make.
  private static let budget = 150_000
  /// How many widths of a column are tried at most.
  private static let choices = 28
  /// How near steps are found: to such a part of the widths that a column can have.
  private static let fineness: Int64 = 4_096

  /// - Parameters:
  ///   - cells: the cells of each column, row by row; nil where a row has none there.
  ///   - least: the least width of each column.
  ///   - groups: the columns that are to be equally wide; each alone where none are given.
  init(
    cells: [[CellNeed?]], least: [Int64], natural: [Int64], room: Int64, groups: [[Int]] = []
  ) {
    self.cells = cells
    self.groups = groups.isEmpty ? cells.indices.map { [$0] } : groups
    rows = cells.first?.count ?? 0
    self.room = room
    let narrowest = self.groups.map { group in group.reduce(0) { max($0, least[$1]) } }
    let spare = zip(self.groups, narrowest).reduce(room) { $0 - Int64($1.0.count) * $1.1 }
    for (group, narrow) in zip(self.groups, narrowest) {
      let count = Int64(group.count)
      // Wider than what the others leave a column never is.
      let wished = group.reduce(narrow) { max($0, natural[$1]) }
      let widest = min(wished, narrow + max(spare, 0) / count)
      var steps: [Int64] = [narrow, widest]
      for column in group {
        for case let cell? in cells[column] {
          ColumnSearch.addSteps(of: cell, from: widest, to: narrow, &steps)
        }
      }
      steps.sort()
      let all = ColumnSearch.distinct(steps)
      steps = ColumnSearch.thinned(all)
      isCoarse = isCoarse || steps.count < all.count
      let found = steps.map { ColumnSearch.heights(of: group.map { cells[$0] }, at: $0, rows) }
      widths.append(steps.map { $0 * count })
      heights.append(found.map(\.byRow))
      // Of tables as tall the one with fewer lines in all: that counts less than any line.
      costs.append(
        found.map { $0.parting + $0.sum / Int64(100 * max(rows * cells.count, 1)) })
    }
  }

  /// The heights of the rows in some columns that are as wide, their sum over all cells, and what
  /// the words parted cost.
  private static func heights(
    of columns: [[CellNeed?]], at width: Int64, _ rows: Int
  ) -> (byRow: [Int64], sum: Int64, parting: Int64) {
    var byRow = [Int64](repeating: 0, count: rows)
    var sum: Int64 = 0
    var parting: Int64 = 0
    for column in columns {
      for (row, cell) in column.enumerated() {
        guard let cell else { continue }
        let found = cell.height(at: width)
        byRow[row] = max(byRow[row], found.height)
        sum += found.height
        parting += found.broken * cell.breakCost
      }
    }
    return (byRow, sum, parting)
  }

  /// The widths at which the number of lines of a cell changes: the narrowest for each.
  private static func addSteps(
    of cell: CellNeed, from widest: Int64, to least: Int64, _ steps: inout [Int64]
  ) {
    let grain = max((widest - least) / ColumnSearch.fineness, 1)
    var width = widest
    while width >= least {
      let found = cell.height(at: width)
      // Taller or with a word more broken below `out`, as good from `step` on.
      var out = least - 1
      var step = min(found.widest, width)
      while step - out > grain {
        let middle = out + (step - out) / 2
        let narrower = cell.height(at: middle)
        if narrower.height == found.height, narrower.broken == found.broken {
          step = min(narrower.widest, middle)
        } else {
          out = middle
        }
      }
      if step >= least { steps.append(step) }
      width = step - 1
    }
  }

  private static func distinct(_ sorted: [Int64]) -> [Int64] {
    var distinct: [Int64] = []
    for width in sorted where distinct.last != width { distinct.append(width) }
    return distinct
  }

  private static func thinned(_ distinct: [Int64]) -> [Int64] {
    guard distinct.count > choices else { return distinct }
    return (0..<choices).map { distinct[$0 * (distinct.count - 1) / (choices - 1)] }
  }

  /// The best widths found, or nil where not even the narrowest fit.
  func solve() -> [Int64]? {
    guard let choice = chosen() else { return nil }
    let found = each(choice.indices.map { widths[$0][choice[$0]] })
    guard isCoarse else { return found }
    // Around what was found among few widths, all that were left out.
    let finer = ColumnSearch(
      cells: cells, least: each(choice.indices.map { widths[$0][max(choice[$0] - 1, 0)] }),
      natural: each(
        choice.indices.map { widths[$0][min(choice[$0] + 1, widths[$0].count - 1)] }),
      room: room, groups: groups)
    guard let better = finer.chosen(), finer.cost(of: better) < cost(of: choice) else {
      return found
    }
    return each(better.indices.map { finer.widths[$0][better[$0]] })
  }

  /// What each column has of the width of its group.
  private func each(_ widths: [Int64]) -> [Int64] {
    var own = [Int64](repeating: 0, count: cells.count)
    for (group, width) in zip(groups, widths) {
      for column in group { own[column] = width / Int64(group.count) }
    }
    return own
  }

  private func chosen() -> [Int]? {
    let narrowest = widths.reduce(Int64(0)) { $0 + $1[0] }
    guard narrowest <= room else { return nil }
    var choice = narrowed()
    exchange(&choice)
    exhaust(&choice)
    return choice
  }

  private func width(of choice: [Int]) -> Int64 {
    choice.indices.reduce(Int64(0)) { $0 + widths[$1][choice[$1]] }
  }

  private func cost(of choice: [Int]) -> Int64 {
    var sum: Int64 = 0
    for row in 0..<rows {
      var tallest: Int64 = 0
      for column in choice.indices { tallest = max(tallest, heights[column][choice[column]][row]) }
      sum += tallest
    }
    return choice.indices.reduce(sum) { $0 + costs[$1][choice[$1]] }
  }

  /// Narrows the column that costs least for the width it gives, until all fit.
  private func narrowed() -> [Int] {
    var choice = widths.map { $0.count - 1 }
    var width = width(of: choice)
    var now = cost(of: choice)
    while width > room {
      var best: (column: Int, to: Int, cost: Int64, given: Int64)?
      for column in choice.indices {
        let others = tallest(but: column, choice)
        for to in 0..<choice[column] {
          let given = widths[column][choice[column]] - widths[column][to]
          let cost = cost(others, column, to, choice) - now
          let useful = min(given, width - room)
          // cost/useful < best.cost/best.given, in integers.
          let isBetter =
            best.map { cost * min($0.given, width - room) < $0.cost * useful } ?? true
          if isBetter { best = (column, to, cost, given) }
        }
      }
      guard let best else { break }
      choice[best.column] = best.to
      width -= best.given
      now += best.cost
    }
    return choice
  }

  private func tallest(but column: Int, _ choice: [Int]) -> [Int64] {
    var tallest = [Int64](repeating: 0, count: rows)
    for other in choice.indices where other != column {
      let own = heights[other][choice[other]]
      for row in 0..<rows where own[row] > tallest[row] { tallest[row] = own[row] }
    }
    return tallest
  }

  /// The cost of all when one column takes another width.
  private func cost(_ others: [Int64], _ column: Int, _ to: Int, _ choice: [Int]) -> Int64 {
    var sum = costs[column][to]
    let own = heights[column][to]
    for row in 0..<rows { sum += max(others[row], own[row]) }
    for other in choice.indices where other != column { sum += costs[other][choice[other]] }
    return sum
  }

  /// The widest choice of a column that is no wider.
  private func widest(_ column: Int, within width: Int64) -> Int? {
    var found: Int?
    for (position, own) in widths[column].enumerated() where own <= width { found = position }
    return found
  }

  /// Gives what one column can spare to another, while that makes the table less tall.
  private func exchange(_ choice: inout [Int]) {
    var best = cost(of: choice)
    var rounds = 0
    var improved = true
    while improved && rounds < 24 {
      improved = false
      rounds += 1
      for taker in choice.indices {
        for giver in choice.indices {
          for lower in stride(from: choice[giver], through: 0, by: -1) {
            var trial = choice
            trial[giver] = lower
            if giver != taker {
              let left = room - width(of: trial) + widths[taker][trial[taker]]
              trial[taker] = widest(taker, within: left) ?? trial[taker]
            } else {
              let left = room - width(of: trial) + widths[taker][lower]
              trial[taker] = widest(taker, within: left) ?? lower
            }
            guard trial != choice, width(of: trial) <= room else { continue }
            let cost = cost(of: trial)
            if cost < best {
              best = cost
              choice = trial
              improved = true
              break
            }
          }
        }
      }
    }
  }

  /// Tries what is left, column by column, and drops what cannot be better any more.
  private func exhaust(_ choice: inout [Int]) {
    var state = Exhaustion(
      best: cost(of: choice), found: choice, trial: choice, left: ColumnSearch.budget)
    var rest = [Int64](repeating: 0, count: widths.count + 1)
    var ahead = [Int64](repeating: 0, count: widths.count + 1)
    for column in widths.indices.reversed() {
      rest[column] = rest[column + 1] + widths[column][0]
      ahead[column] = ahead[column + 1] + (costs[column].min() ?? 0)
    }
    descend(
      0, width: 0, tallest: [Int64](repeating: 0, count: rows), spent: 0, rest, ahead, &state)
    choice = state.found
  }

  private struct Exhaustion {
    var best: Int64
    var found: [Int]
    var trial: [Int]
    var left: Int
  }

  private func descend(
    _ column: Int, width: Int64, tallest: [Int64], spent: Int64, _ rest: [Int64],
    _ ahead: [Int64], _ state: inout Exhaustion
  ) {
    if column == widths.count {
      let cost = tallest.reduce(spent, +)
      if cost < state.best {
        state.best = cost
        state.found = state.trial
      }
      return
    }
    for to in widths[column].indices.reversed() {
      let wide = width + widths[column][to]
      guard wide + rest[column + 1] <= room else { continue }
      state.left -= rows + 1
      guard state.left > 0 else { return }
      var taller = tallest
      let own = heights[column][to]
      var sum = spent + costs[column][to]
      for row in 0..<rows {
        if own[row] > taller[row] { taller[row] = own[row] }
        sum += taller[row]
      }
      if sum + ahead[column + 1] >= state.best { continue }
      state.trial[column] = to
      descend(
        column + 1, width: wide, tallest: taller, spent: spent + costs[column][to], rest, ahead,
        &state)
    }
  }
}
