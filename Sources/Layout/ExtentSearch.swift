import Core
import Manuscript
import Style
import Typesetting

/// Chooses the paragraphs that take a line more or fewer so that there are more or fewer pages.
struct ExtentSearch {
  /// How much more than the reckoned height is asked for: pages do not break anywhere.
  enum Margin: CaseIterable {
    case small
    case large

    func raised(_ height: Length, line: Length) -> Length {
      switch self {
      case .small: height + line
      case .large: height.scaled(by: 4, over: 3) + line * 3
      }
    }
  }

  /// A paragraph, what a line fewer and a line more cost it, and what the page gains.
  private struct Flexible {
    var job: UInt32
    var height: Length
    var costs: VariantCosts
    /// Whether it has a line more or fewer already.
    var isChanged: Bool

    func cost(_ direction: Int) -> Int64? { direction < 0 ? costs.fewer : costs.more }
  }

  /// A run of pages: what it holds.
  private struct Run {
    var pages: Int
    /// Its pages that are not turned.
    var own: Int
    /// What stands on its last page, and what that has room for.
    var last: Length
    var room: Length
    /// What its other pages have room for.
    var page: Length
    var flexible: [Flexible]
    /// What it is called.
    var title: String
  }

  /// By how many pages a run may shrink or grow.
  private static let most = 3
  /// How many lines stand at least on a page gained.
  private static let least = 5
  /// By how many pages all may differ on the way.
  private static let reach = 16

  private var runs: [Run] = []
  private let sides: [RunSide]
  private let line: Length

  init(_ pages: SettledPages, _ pass: TypesettingPass, _ design: DesignBook) async {
    sides = Pagination.sides(of: pages.plan.runs)
    line = design.page.baseline
    let jobs = pages.cut.map { run in
      run.galley.flexes + run.galley.columnFlexes
    }
    var costs = await pass.variantCosts(
      jobs.flatMap { $0.map { Int($0.job) } }, of: pages.plan.jobs, numbers: pages.numbers)[...]
    for (number, run) in pages.cut.enumerated() {
      var flexible: [Flexible] = []
      for flex in jobs[number] {
        guard var cost = costs.popFirst() else { continue }
        if let change = pages.plan.jobs[Int(flex.job)].change {
          // What was changed for its page can only be as is best for it again.
          cost = VariantCosts(
            fewer: change.lines > 0 ? 0 : nil, more: change.lines < 0 ? 0 : nil)
        }
        flexible.append(
          Flexible(
            job: flex.job, height: flex.leading, costs: cost,
            isChanged: pages.plan.jobs[Int(flex.job)].change != nil))
      }
      let own = run.breaks.filter { $0.sheet < 0 }
      let style = pages.plan.runs[number]
      func shape(isFirst: Bool) -> PageShape {
        PageShape(
          page: design.page, master: PageMaker.master(of: style, isFirst: isFirst, in: design))
      }
      let lastShape = shape(isFirst: own.count == 1)
      runs.append(
        Run(
          pages: run.breaks.count, own: own.count,
          last: own.last.map { run.galley.height(of: $0, lastShape) } ?? .zero,
          room: lastShape.height, page: shape(isFirst: false).height, flexible: flexible,
          title: pass.document.title(of: style.part)))
    }
  }

  /// What the run's text must lose or gain so that it has so many pages more.
  private func height(_ run: Run, pages: Int) -> Length {
    pages < 0
      ? run.last + run.page * (-pages - 1)
      : max(run.room - run.last, .zero) + run.page * (pages - 1) + line * ExtentSearch.least
  }

  /// The paragraphs that make a run lose or gain so many pages at the least cost; nil where all of
  /// them together do not.
  private func choice(
    _ run: Run, pages: Int, _ margin: Margin
  ) -> (cost: Int64, changes: [LineChange])? {
    guard pages != 0 else { return (0, []) }
    guard run.own + pages >= 1 else { return nil }
    let need = margin.raised(height(run, pages: pages), line: line)
    let direction = pages.signum()
    let sorted = run.flexible.compactMap { flexible in
      flexible.cost(direction).map { (cost: $0, flexible: flexible) }
    }.sorted { a, b in
      // By cost for a height: a line in one of three columns gives a third.
      let (left, right) = (
        a.cost * Int64(b.flexible.height.sp / 256), b.cost * Int64(a.flexible.height.sp / 256)
      )
      return left == right ? a.flexible.job < b.flexible.job : left < right
    }
    var gained = Length.zero
    var cost: Int64 = 0
    var changes: [LineChange] = []
    for (own, flexible) in sorted {
      guard gained < need else { break }
      gained = gained.adding(flexible.height)
      cost += max(own, 0) + 1
      changes.append(
        LineChange(job: flexible.job, lines: flexible.isChanged ? 0 : Int8(direction), cost: 0))
    }
    return gained < need ? nil : (cost, changes)
  }

  /// The changes that make so many pages of all at the least cost.
  func choice(for target: Int, _ margin: Margin) -> [LineChange]? {
    let changes = ExtentSearch.changes
    let options = runs.map { run in changes.map { choice(run, pages: $0, margin) } }
    guard let chosen = cheapest(for: target, options.map { $0.map { $0?.cost } }) else {
      return nil
    }
    return zip(options, chosen).flatMap { $0[$1]?.changes ?? [] }
  }

  private static let changes = Array(-most...most)

  /// Which change each run takes so that there are so many pages in all, at the least cost.
  private func cheapest(for target: Int, _ costs: [[Int64?]]) -> [Int]? {
    var natural = 0
    // By the number of pages so far, less the natural one.
    let width = ExtentSearch.reach * 2 + 1
    var best = [Int64](repeating: .max, count: width)
    best[ExtentSearch.reach] = 0
    var origins: [[(from: Int, change: Int)?]] = []
    for (number, run) in runs.enumerated() {
      let start = natural + (sides[number].lacksPage(after: natural) ? 1 : 0)
      var next = [Int64](repeating: .max, count: width)
      var origin = [(from: Int, change: Int)?](repeating: nil, count: width)
      for place in best.indices where best[place] < .max {
        let count = natural + place - ExtentSearch.reach
        let first = count + (sides[number].lacksPage(after: count) ? 1 : 0)
        for (position, change) in ExtentSearch.changes.enumerated() {
          guard let cost = costs[number][position] else { continue }
          let end = first + run.pages + change - (start + run.pages) + ExtentSearch.reach
          guard next.indices.contains(end), best[place] + cost < next[end] else { continue }
          next[end] = best[place] + cost
          origin[end] = (place, position)
        }
      }
      natural = start + run.pages
      best = next
      origins.append(origin)
    }
    var place = target - natural + ExtentSearch.reach
    guard best.indices.contains(place), best[place] < .max else { return nil }
    var chosen: [Int] = []
    for origin in origins.reversed() {
      guard let step = origin[place] else { return nil }
      chosen.append(step.change)
      place = step.from
    }
    return chosen.reversed()
  }

  /// By how many lines the text is too long or too short for so many pages, and how many of them
  /// paragraphs could give where they are needed: what other chapters could give is no help.
  func needs(for target: Int, _ report: inout ExtentReport) {
    let lines = runs.map { run in
      ExtentSearch.changes.map { change -> Int64? in
        guard change != 0 else { return 0 }
        // Nobody writes lines into a list of contents.
        guard run.own + change >= 1, !run.flexible.isEmpty else { return nil }
        return Int64((height(run, pages: change).sp + line.sp - 1) / line.sp)
      }
    }
    let isLong = report.natural > target
    var needed = [Int?](repeating: nil, count: runs.count)
    if let chosen = cheapest(for: target, lines) {
      let total = zip(lines, chosen).reduce(0) { $0 + Int($1.0[$1.1] ?? 0) }
      report.lines = isLong ? total : -total
      report.places = zip(runs, zip(lines, chosen)).compactMap { run, own in
        guard let lines = own.0[own.1], lines > 0 else { return nil }
        return ExtentPlace(title: run.title, lines: Int(lines))
      }.enumerated().sorted { ($1.1.lines, $0.0) < ($0.1.lines, $1.0) }.map(\.1)
      needed = zip(lines, chosen).map { Int($0[$1] ?? 0) }
    } else {
      let pages = runs.map(\.page).max() ?? .zero
      report.lines = (report.natural - target) * Int(pages.sp / max(line.sp, 1))
    }
    report.given = zip(runs, needed).reduce(0) { sum, run in
      let given = run.0.flexible.reduce(Length.zero) {
        $1.cost(isLong ? -1 : 1) == nil ? $0 : $0.adding($1.height)
      }
      return sum + min(Int(given.sp / max(line.sp, 1)), run.1 ?? Int.max)
    }
  }
}

extension Galley {
  /// How far down what stands on a page reaches.
  fileprivate func height(of cut: PageBreak, _ shape: PageShape) -> Length {
    var fill = PageFill(shape: shape, carried: cut.carried, of: self)
    for number in cut.boxes {
      let top = fill.add(number, of: self)
      for aside in boxes[number].asides {
        _ = fill.add(aside: Int(aside), beside: boxes[number], at: top, of: self)
      }
    }
    fill.endBand(of: self)
    return fill.height(padding: .zero, rest: cut.rest)
  }
}

extension Document {
  /// The words of the first heading of a part.
  fileprivate func title(of part: NodeID?) -> String {
    guard let part else { return "" }
    let heading = (part.int..<self[part].end.int).first {
      if case .heading = nodes[$0].role { true } else { false }
    }
    return heading.map { headingTitle(of: NodeID($0)) } ?? ""
  }
}
