import Core
import Typesetting

/// What a cell needs beside its widest word: the words of its paragraphs, one below the other.
struct CellNeed: Sendable {
  /// A paragraph in a cell.
  struct Paragraph: Sendable {
    var words: [ContentWord]
    /// What the cell's width loses to indents.
    var inset: Int64
    /// The height of a line, in tenths of a point.
    var leading: Int64
  }
  var paragraphs: [Paragraph] = []
  /// What breaking a word of it costs, in tenths of a point of height: a header's is dear.
  var breakCost: Int64

  /// The height at a width, in tenths of a point, and the words that must be broken.
  ///
  /// Lines are filled first to last, which gives the fewest.
  func height(at width: Int64) -> (height: Int64, broken: Int64, widest: Int64) {
    var height: Int64 = 0
    var broken: Int64 = 0
    var widest: Int64 = 0
    for paragraph in paragraphs {
      let room = max(width - paragraph.inset, 1)
      var lines: Int64 = paragraph.words.isEmpty ? 0 : 1
      var x: Int64 = 0
      var space: Int64 = 0
      var reached: Int64 = 0
      for word in paragraph.words {
        let own = Int64(word.width)
        if space < 0 || (x > 0 && x + space + own > room) {
          lines += 1
          x = 0
          space = 0
        }
        if own > room {
          let pieces = (own + room - 1) / room
          lines += pieces - 1
          // A word parted once is read easily, one parted four times is not.
          broken += (pieces - 1) * (pieces - 1)
          x = own - (pieces - 1) * room
          reached = max(reached, (own + pieces - 1) / pieces)
        } else {
          x += space + own
          reached = max(reached, x)
        }
        space = Int64(word.space)
      }
      height += lines * paragraph.leading
      widest = max(widest, reached + paragraph.inset)
    }
    return (height, broken, min(widest, width))
  }
}

/// Finds the widths of columns at which a table is least tall.
///
/// A cell's height changes only at certain widths (its *steps*); between them a narrower column is
/// as good. So each column has few widths worth trying. From the widest ones the column that costs
/// least for its width is narrowed until all fit; then pairs of columns exchange width while that
/// helps; then, for small tables, all other choices that could still be better are tried.
/// *Source:* Hurst, Marriott, Moulder, Minimum sized text containment and table layout (2005): the
/// problem is hard in general, and greedy narrowing with repair is near the best.
struct ColumnSearch {
  /// The widths worth trying of each column, narrow to wide.
  private var widths: [[Int64]] = []
  /// The heights, by column and choice, row by row.
  private var heights: [[[Int64]]] = []
  /// What broken words and tall cells that no row feels cost, by column and choice.
  private var costs: [[Int64]] = []
  private let rows: Int
  private let room: Int64
  /// How many comparisons of rows the last stage may make.
  private static let budget = 150_000
  /// How many widths of a column are tried at most.
  private static let choices = 28

  /// - Parameters:
  ///   - cells: the cells of each column, row by row; nil where a row has none there.
  ///   - least: the least width of each column.
  init(cells: [[CellNeed?]], least: [Int64], natural: [Int64], room: Int64) {
    rows = cells.first?.count ?? 0
    self.room = room
    for column in cells.indices {
      var steps: [Int64] = [least[column], max(natural[column], least[column])]
      for case let cell? in cells[column] {
        ColumnSearch.addSteps(of: cell, from: steps[1], to: least[column], &steps)
      }
      steps.sort()
      steps = ColumnSearch.thinned(steps)
      var own: [[Int64]] = []
      var cost: [Int64] = []
      for width in steps {
        var heightsOfCells = [Int64](repeating: 0, count: rows)
        var sum: Int64 = 0
        var parting: Int64 = 0
        for (row, cell) in cells[column].enumerated() {
          guard let cell else { continue }
          let found = cell.height(at: width)
          heightsOfCells[row] = found.height
          sum += found.height
          parting += found.broken * cell.breakCost
        }
        own.append(heightsOfCells)
        // Of tables as tall the one with fewer lines in all: that counts less than any line.
        cost.append(parting + sum / Int64(100 * max(rows * cells.count, 1)))
      }
      widths.append(steps)
      heights.append(own)
      costs.append(cost)
    }
  }

  /// The widths at which the number of lines of a cell changes.
  private static func addSteps(
    of cell: CellNeed, from widest: Int64, to least: Int64, _ steps: inout [Int64]
  ) {
    var width = widest
    var last: (height: Int64, broken: Int64)?
    for _ in 0..<64 {
      let found = cell.height(at: width)
      if let last, last.height != found.height || last.broken != found.broken {
        // The narrowest width of the height before is known already; this is the next one's start.
        steps.append(found.widest)
      } else if last == nil {
        steps.append(found.widest)
      } else {
        steps[steps.count - 1] = found.widest
      }
      last = (found.height, found.broken)
      let next = min(found.widest, width) - 1
      if next < least { break }
      width = next
    }
    steps.removeAll { $0 < least }
  }

  private static func thinned(_ sorted: [Int64]) -> [Int64] {
    var distinct: [Int64] = []
    for width in sorted where distinct.last != width { distinct.append(width) }
    guard distinct.count > choices else { return distinct }
    return (0..<choices).map { distinct[$0 * (distinct.count - 1) / (choices - 1)] }
  }

  /// The best widths found, or nil where not even the narrowest fit.
  func solve() -> [Int64]? {
    let narrowest = widths.reduce(Int64(0)) { $0 + $1[0] }
    guard narrowest <= room else { return nil }
    var choice = narrowed()
    exchange(&choice)
    exhaust(&choice)
    return choice.indices.map { widths[$0][choice[$0]] }
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
