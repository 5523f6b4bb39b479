import Core
package import Style

/// Total-fit line breaking with all of TeX's parameters; scratch of one worker.
///
/// Follows TeX step by step, so that TeX's own items give TeX's own breaks, demerits included;
/// instead of delta nodes it keeps prefix sums in 64 bits.
///
/// *Source:* Knuth & Plass, Breaking Paragraphs into Lines, 1981; TeX: The Program §813–§890.
package struct LineBreaker: ~Copyable {
  /// Sums of everything before an item.
  struct Sums {
    var width: Int64 = 0
    var stretch: Int64 = 0
    var shrink: Int64 = 0
    var infinite: Int64 = 0
    var room: Int64 = 0
  }

  /// A feasible break: TeX's active and passive node in one.
  struct Node {
    var demerits: Int64
    /// The item it breaks at; −1 for the paragraph's start.
    var item: Int32
    /// The first item of the next line.
    var next: Int32
    /// The best node before it.
    var previous: Int32
    /// How many lines end up to here.
    var line: Int32
    var badness: Int32
    var fitness: Int8
    /// How many lines up to here end in a hyphen, without a break.
    var hyphens: Int16
    /// What starts the next line, in sp.
    var opening: Int32
  }

  /// The best way to reach the break at hand with a last line of one fitness.
  struct Candidate {
    var demerits: Int64 = LineBreaker.awful
    var previous: Int32 = -1
    var line: Int32 = 0
    var badness: Int32 = 0
  }

  static let awful = Int64.max / 4
  /// How many active nodes are kept; the worst go. No real paragraph comes near.
  static let activeLimit = 600

  var sums: [Sums] = []
  /// How far the last ink before an item hangs if a line ends there, in steps.
  var hangs: [Int16] = []
  /// The first item at or after each that does not vanish after a break.
  var ink: [Int32] = []
  /// The words at the paragraph's start, at each of its items and at its end; empty where nobody
  /// looks at them.
  var words: [EdgeWords] = []
  var nodes: [Node] = []
  var active: [Int32] = []
  var survivors: [Int32] = []
  /// Feasible lines where they are kept: by the node they lead to, and those to the break at hand.
  var edges: [[Edge]] = []
  var pending: [Edge] = []

  /// Makes an idle breaker.
  package init() {}

  /// Breaks a paragraph whose last items end it (`parfillskip`).
  ///
  /// The best way to a break may stand on a ladder of hyphens where a slightly worse one does not;
  /// so a paragraph with too long a ladder is broken once more, two hyphens in a row being dear.
  /// - Complexity: O(items × active nodes), the latter bounded.
  package mutating func lines(
    of items: [Item], shape: LineShape, background: LineBackground = LineBackground(),
    parameters: BreakParameters
  ) -> BreakResult {
    var best = optimum(of: items, shape, background, parameters)
    guard parameters.hyphenLadder > 0 else { return best }
    var dear = parameters
    var least = best.ladder(in: items)
    for demerits: Int32 in [300_000, 30_000_000] where least > parameters.hyphenLadder {
      dear.doubleHyphenDemerits = max(demerits, parameters.doubleHyphenDemerits)
      let other = optimum(of: items, shape, background, dear)
      let ladder = other.ladder(in: items)
      if ladder < least { (best, least) = (other, ladder) }
    }
    return best
  }

  /// The breaks of the fewest demerits.
  private mutating func optimum(
    of items: [Item], _ shape: LineShape, _ background: LineBackground,
    _ parameters: BreakParameters
  ) -> BreakResult {
    sum(items)
    var threshold = parameters.pretolerance
    var pass = BreakPass.first
    var background = background
    if threshold < 0 {
      threshold = parameters.tolerance
      pass = .second
    }
    while true {
      let isFinal =
        pass == .emergency || (pass == .second && parameters.emergencyStretch.sp <= 0)
      if pass == .emergency { background.stretch += Int64(parameters.emergencyStretch.sp) }
      var run = BreakRun(
        shape: shape, background: background, parameters: parameters,
        threshold: min(threshold, Item.infinity), allowsHyphenation: pass != .first,
        isFinal: isFinal)
      if let best = tryPass(items, &run) {
        return result(of: best, items: items, run: run, pass: pass)
      }
      threshold = parameters.tolerance
      pass = pass == .first ? .second : .emergency
    }
  }

  private mutating func sum(_ items: [Item]) {
    sums.removeAll(keepingCapacity: true)
    sums.reserveCapacity(items.count + 1)
    hangs.removeAll(keepingCapacity: true)
    hangs.reserveCapacity(items.count + 1)
    var running = Sums()
    var hang: Int16 = 0
    for item in items {
      sums.append(running)
      hangs.append(hang)
      running.width += Int64(item.kind == .penalty ? 0 : item.width)
      if item.kind == .box {
        running.room += Int64(item.room)
        hang = item.hangRight
      }
      if item.kind == .glue {
        running.room += Int64(item.room)
        running.shrink += Int64(item.shrink)
        if item.flags.contains(.infinite) {
          running.infinite += Int64(item.stretch)
        } else {
          running.stretch += Int64(item.stretch)
        }
      }
    }
    sums.append(running)
    hangs.append(hang)
    ink.removeAll(keepingCapacity: true)
    ink.append(contentsOf: repeatElement(Int32(items.count), count: items.count + 1))
    for position in items.indices.reversed() {
      switch items[position].kind {
      case .box, .discretionary: ink[position] = Int32(position)
      case .glue, .penalty, .kern: ink[position] = ink[position + 1]
      }
    }
  }

  /// A line of a way through the nodes: the break at its end, and what it costs.
  struct Step {
    var node: Int32
    var demerits: Int64
    var badness: Int32
  }

  /// Follows the nodes back from the best and works out each line.
  func result(
    of best: Int32, items: [Item], run: borrowing BreakRun, pass: BreakPass
  ) -> BreakResult {
    var steps: [Step] = []
    var node = best
    while node > 0 {
      let end = nodes[Int(node)]
      let before = nodes[Int(end.previous)].demerits
      steps.append(Step(node: node, demerits: end.demerits - before, badness: end.badness))
      node = end.previous
    }
    return result(of: steps.reversed(), items: items, run: run, pass: pass)
  }

  /// Works out the lines of a way from the paragraph's start.
  func result(
    of steps: [Step], items: [Item], run: borrowing BreakRun, pass: BreakPass
  ) -> BreakResult {
    var result = BreakResult()
    result.pass = pass
    var start = nodes[0]
    for step in steps {
      let end = nodes[Int(step.node)]
      let measure = self.measure(from: start, to: Int(end.item), items: items, run: run)
      result.lines.append(
        ChosenLine(
          start: start.next, end: end.item, natural: measure.natural,
          shortfall: measure.shortfall, stretch: measure.stretch, shrink: measure.shrink,
          infinite: measure.infinite, room: measure.room, badness: step.badness,
          demerits: step.demerits))
      result.demerits += step.demerits
      start = end
    }
    return result
  }

  /// What a line holds; the emergency stretch, which only scores, is left out.
  private func measure(
    from start: Node, to end: Int, items: [Item], run: borrowing BreakRun
  ) -> (
    natural: Int64, shortfall: Int64, stretch: Int64, shrink: Int64, infinite: Int64, room: Int64
  ) {
    let a = sums[Int(start.next)]
    let b = sums[end]
    var natural = b.width - a.width + Int64(start.opening)
    var stretch = b.stretch - a.stretch
    var room = b.room - a.room
    let closing = closing(items, at: end)
    natural += closing.width
    stretch += closing.stretch
    room += closing.room
    let shortfall = run.shape.width(of: Int(start.line)) - natural - run.background.width
    return (natural, shortfall, stretch, b.shrink - a.shrink, b.infinite - a.infinite, room)
  }

  /// What a break at an item adds to the line that it ends: a hyphen's width less what hangs
  /// beyond the edge, stretch, and room of the hyphen to expand.
  @inline(__always)
  func closing(_ items: [Item], at end: Int) -> (width: Int64, stretch: Int64, room: Int64) {
    let hang = Int64(hangs[end]) * Item.hangStep
    guard end < items.count else { return (-hang, 0, 0) }
    let item = items[end]
    switch item.kind {
    case .discretionary where item.stretch > 0:
      return (
        Int64(item.stretch) - Int64(item.hangRight) * Item.hangStep, 0, Int64(item.room)
      )
    case .penalty: return (-hang, Int64(item.stretch), 0)
    default: return (-hang, 0, 0)
    }
  }
}
