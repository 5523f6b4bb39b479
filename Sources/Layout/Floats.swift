package import Core
import Manuscript
import Style

/// What may stand elsewhere than where it is called: boxes that no page parts when they float.
package struct FloatingBlock: Sendable, Hashable {
  /// Its boxes.
  package var boxes: Range<Int>
  /// The white below it.
  package var spaceAfter: Length
  /// The white above what follows where it is called, when it does not stand there.
  package var resume: Length
  /// What it is.
  package var node = NodeID(0)
  /// Whether it is numbered among the tables, not among the pictures.
  package var isTable = false
  /// The node after the section that speaks of it, the widest below the chapter.
  package var sectionEnd = NodeID(UInt32.max)
  /// The box with which the next section starts.
  package var nextSection = Int.max
}

/// An exhibit that stands where it is called: what is numbered before it stands above it.
package struct FixedExhibit: Sendable, Hashable {
  /// Its first box.
  package var box: Int
  /// Whether it is numbered among the tables, not among the pictures.
  package var isTable: Bool
}

/// What floats on a page, by the galley's `floats`.
///
/// They keep their order: while one waits, all called after it wait too.
package struct FloatChoice: Sendable, Hashable {
  /// What waited and stands at the head of the page.
  package var top = 0..<0
  /// What is called on the page and lifted out of its text.
  package var lifted = 0..<0
  /// How many of these stand at its foot.
  package var foot = 0
  /// How many wait for a page after it.
  package var waiting = 0
  /// How many of those that do not stand where they are called come below the heading of a later
  /// section for it.
  package var passed = 0
  /// What that costs.
  package var cost: Int32 = 0
}

extension GalleyBuilder {
  /// Lets a block of a chapter's text float, if it can: it fits on a page, nothing announces it with
  /// a colon or heads it, and no footnote or field of a page goes with it. In columns only what takes
  /// all of them floats: what is as wide as one stands in its text, which columns balance around it.
  mutating func float(_ block: Block, from first: Int, below above: Length) {
    guard depth == 0, sheet < 0, columnSet < 0, first > 0,
      case .section = document[document[block.node].parent].role,
      galley.boxes[first].penalty < costs[.announced], galley.boxes[first].penalty > Penalty.forced
    else { return }
    var height = Length.zero
    for box in galley.boxes[first...] {
      guard box.notes.isEmpty, box.framed.isEmpty, box.sheets.isEmpty, box.columns < 0 else {
        return
      }
      height += box.space + box.height
      guard height < design.page.textHeight.scaled(by: 9, over: 10) else { return }
    }
    waitingFloat = FloatingBlock(
      boxes: first..<galley.boxes.count, spaceAfter: space, resume: above, node: block.node,
      isTable: holdsTable(block.node))
    var section = document[block.node].parent
    while case .section = document[document[section].parent].role {
      section = document[section].parent
    }
    waitingFloat?.sectionEnd = document[section].end
  }

  /// Whether a table is the content of an exhibit.
  func holdsTable(_ node: NodeID) -> Bool {
    document.children(of: node).contains {
      if case .table = document[$0].role { true } else { false }
    }
  }

  /// What waited for the next box is complete.
  mutating func endFloat() {
    if let float = waitingFloat { galley.floats.append(float) }
    waitingFloat = nil
  }

  /// Finds where the sections end that speak of what floats.
  mutating func endSections() {
    var place = 0
    for number in galley.floats.indices {
      let float = galley.floats[number]
      func comesBefore(_ start: NodeStart) -> Bool {
        start.sheet >= 0 || Int(start.box) < float.boxes.upperBound
      }
      while place < starts.count, comesBefore(starts[place]) { place += 1 }
      let next = starts[place...].first { $0.sheet < 0 && $0.node >= float.sectionEnd }
      if let next { galley.floats[number].nextSection = Int(next.box) }
    }
  }
}

extension PageFill {
  /// Adds blocks that float; gives the white that what follows has above it.
  mutating func stack(_ floats: Range<Int>, of galley: Galley) -> Length? {
    for number in floats {
      for box in galley.floats[number].boxes {
        let top = add(box, of: galley)
        for aside in galley.boxes[box].asides {
          _ = add(aside: Int(aside), beside: galley.boxes[box], at: top, of: galley)
        }
      }
    }
    return floats.last.map { galley.floats[$0].spaceAfter }
  }
}

extension PageScan {
  /// How many may wait at once.
  static let mostWaiting = 2
  /// What it costs to leave something behind where a new page must start: anything else is better.
  static let leftBehind: Int32 = 500_000

  /// How many are called before a box.
  func floats(before box: Int) -> Int {
    var low = 0
    var high = galley.floats.count
    while low < high {
      let middle = (low + high) / 2
      if galley.floats[middle].boxes.lowerBound < box { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether something that floats may stand between a box and the one before it: no tint or table
  /// is parted there, no columns.
  func isSeam(_ box: Int) -> Bool {
    guard box > 0, box < galley.boxes.count else { return true }
    return seams.isEmpty || seams[box]
  }

  /// The ways to end the page that starts before a box, below a footnote that comes over, while so
  /// many blocks wait that were called before.
  ///
  /// - Parameter mostWhite: where nothing waits, pages that end with more white than so much are left
  ///   out, if others are not.
  /// - Returns: whether some were left out; where that leaves none, they are wanted.
  /// - Complexity: linear in the boxes of a page, times those that float on it.
  @discardableResult
  mutating func ends(
    from start: Int, carried: NoteRest?, waiting: Int = 0, _ shape: PageShape,
    lacking mostWhite: Length = .max, into ends: inout [PageEnd]
  ) -> Bool {
    guard waiting > 0 else {
      let leavesOut = scan(
        from: start, carried: carried, FloatChoice(), shape, lacking: mostWhite, into: &ends)
      guard carried == nil, !galley.floats.isEmpty, !ends.isEmpty else { return leavesOut }
      let first = floats(before: start)
      if first < galley.floats.count { lift(from: start, FloatChoice(), first, shape, into: &ends) }
      return leavesOut
    }
    let first = floats(before: start)
    ends.removeAll(keepingCapacity: true)
    var found: [PageEnd] = []
    let most = carried == nil && isSeam(start) ? waiting : 0
    for count in 0...most {
      var choice = FloatChoice()
      choice.lifted = first..<first
      choice.top = first - waiting..<first - waiting + count
      choice.waiting = waiting - count
      if start == galley.boxes.count {
        // Nothing but what waits.
        if count > 0, let end = alone(choice, shape) { ends.append(end) }
        continue
      }
      _ = scan(
        from: start, carried: carried, choice, lifting: count < waiting ? first : nil, shape,
        into: &found)
      if count == waiting { lift(from: start, choice, first, shape, into: &found) }
      ends += found.filter {
        $0.floats.waiting <= PageScan.mostWaiting && (count == 0 || $0.overflow == .zero)
      }
      // The page may hold nothing else.
      if count > 0, let end = alone(choice, at: start, shape) { ends.append(end) }
    }
    guard ends.isEmpty else { return false }
    // No page can end otherwise: more wait than usual.
    var choice = FloatChoice()
    choice.waiting = waiting
    return scan(from: start, carried: carried, choice, lifting: first, shape, into: &ends)
  }

  /// A page of what floats alone.
  private func alone(_ choice: FloatChoice, at start: Int? = nil, _ shape: PageShape) -> PageEnd? {
    var fill = PageFill(shape: shape, carried: nil, of: galley)
    _ = fill.stack(choice.top, of: galley)
    let height = fill.height(padding: .zero, rest: nil)
    guard height <= shape.height || choice.top.count == 1 else { return nil }
    var end = PageEnd(
      end: start ?? galley.boxes.count, foot: fill.foot(extra: .zero),
      overflow: max(height - shape.height, .zero))
    end.floats = choice
    end.floats.cost = costs[.float] * Int32(choice.waiting)
    end.isShort = start == nil && choice.waiting == 0
    end.white =
      end.isShort
      ? endCost(height: height, of: shape, costs)
      : whiteCost(lacking: shape.height - height, of: shape, costs)
    return end
  }

  /// Adds the ways in which blocks called on a page are lifted out of it, from each of them on: those
  /// that the page reaches with all before them where they are called.
  private mutating func lift(
    from start: Int, _ choice: FloatChoice, _ first: Int, _ shape: PageShape,
    into ends: inout [PageEnd]
  ) {
    let reach = reach
    var found: [PageEnd] = []
    for number in first..<galley.floats.count {
      let float = galley.floats[number]
      guard float.boxes.lowerBound <= reach else { break }
      // What starts a page has waited, or stands where it is called.
      guard mayLift[number], float.boxes.lowerBound > start, isSeam(float.boxes.lowerBound) else {
        continue
      }
      _ = scan(from: start, carried: nil, choice, lifting: number, shape, into: &found)
      ends += found.filter {
        $0.end >= float.boxes.upperBound && $0.overflow == .zero
          && $0.floats.waiting <= PageScan.mostWaiting
      }
    }
  }

  /// The ways to end a page with what was lifted out of it at its foot.
  func atFoot(
    _ end: PageEnd, from start: Int, _ fill: PageFill, _ shape: PageShape,
    into ends: inout [PageEnd]
  ) {
    guard fill.notes.isEmpty, isSeam(end.end), end.floats.waiting == end.floats.lifted.count else {
      return
    }
    var fill = fill
    for (count, number) in end.floats.lifted.enumerated() {
      _ = fill.stack(number..<number + 1, of: galley)
      let height = fill.height(padding: .zero, rest: nil)
      guard height <= shape.height else { return }
      var full = end
      full.floats.foot = count + 1
      full.floats.waiting -= count + 1
      charge(&full.floats, from: start, to: full.end)
      full.foot = fill.foot(extra: .zero)
      full.isShort = isFinal(full)
      full.white =
        full.isShort ? 0 : whiteCost(lacking: shape.height - height, of: shape, costs)
      ends.append(full)
    }
  }

  /// Says what floats costs on a page: each that is not where it is called, again all that wait, and
  /// those above which a later section starts for it.
  func charge(_ floats: inout FloatChoice, from start: Int, to end: Int) {
    guard floats.waiting > 0 || !floats.lifted.isEmpty else { return }
    let before = floats.waiting + floats.foot - floats.lifted.count
    floats.passed = 0
    for number in floats.lifted.lowerBound - before..<floats.lifted.upperBound
    where (start..<end).contains(galley.floats[number].nextSection) {
      floats.passed += 1
    }
    floats.cost = costs[.float] * Int32(floats.lifted.count + floats.waiting)
    floats.cost += costs[.pastHeading] * Int32(floats.passed)
    // Each is counted against all turned pages that it stands on the wrong side of.
    for sheet in turned[PageScan.first(of: turned, from: start)...] {
      guard sheet < end else { break }
      floats.cost += costs[.beforeTurned] * Int32(disorder(of: floats, before, around: sheet))
    }
    for number in PageScan.first(of: fixed, from: start)..<fixed.count {
      guard fixed[number] < end else { break }
      let passed = (floats.lifted.lowerBound - before..<floats.lifted.upperBound).count {
        galley.floats[$0].boxes.lowerBound < fixed[number]
          && galley.floats[$0].isTable == galley.fixed[number].isTable
      }
      floats.cost += costs[.beforeTurned] * Int32(passed)
    }
    let isForced = end < galley.boxes.count && galley.boxes[end].penalty == Penalty.forced
    if isForced && floats.waiting > 0 { floats.cost += PageScan.leftBehind }
  }

  /// The first of ascending boxes that is a box or comes after it.
  private static func first(of boxes: [Int], from box: Int) -> Int {
    var low = 0
    var high = boxes.count
    while low < high {
      let middle = (low + high) / 2
      if boxes[middle] < box { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How many floats come before the turned pages of what is numbered before them, or after those of
  /// what is numbered after them.
  private func disorder(of floats: FloatChoice, _ before: Int, around sheet: Int) -> Int {
    var count = 0
    for number in floats.lifted.lowerBound - before..<floats.lifted.upperBound {
      let isHere = floats.lifted.prefix(floats.foot).contains(number)
      if isHere == (galley.floats[number].boxes.lowerBound > sheet) { count += 1 }
    }
    return count
  }

  /// Whether nothing follows a page, or what follows starts a page.
  func isFinal(_ end: PageEnd) -> Bool {
    let isEnd =
      end.end == galley.boxes.count || galley.boxes[end.end].penalty == Penalty.forced
    return isEnd && end.rest == nil && end.floats.waiting == 0
  }
}
