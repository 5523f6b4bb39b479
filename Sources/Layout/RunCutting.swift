import Core
import Manuscript
import Style
import Typesetting

/// Which paragraphs may take a line more or fewer for the sake of their pages.
package enum VariantReach: Sendable {
  /// None.
  case none
  /// Those on pages that end badly, and on up to two pages before and after.
  case nearBadBreaks
  /// All in the flow of the pages: to measure what the others miss.
  case everywhere
}

/// Makes the galleys of runs and cuts them into pages, run after run.
struct RunCutting {
  let document: Document
  let design: DesignBook
  let breaking: PageBreaking
  /// How many pages the runs so far have.
  private var counts: [Int] = []
  /// Galleys that were cut, the last ones last: most come back unchanged when the numbers of pages are
  /// known, and need not be cut again.
  private var known: [Cut] = []

  /// A galley and its pages.
  private struct Cut {
    var galley: Galley
    var shapes: [PageShape]
    var isVerso: Bool
    var breaks: [PageBreak]
  }

  /// So many boxes of them are kept at most.
  private static let mostKnown = 50_000

  init(_ document: Document, _ design: DesignBook, _ breaking: @escaping PageBreaking) {
    self.document = document
    self.design = design
    self.breaking = breaking
  }

  /// The galleys of all runs, cut into pages.
  mutating func cut(_ plan: FlowPlan, _ paragraphs: [TypesetParagraph]) -> [CutGalley] {
    counts = []
    var made: [CutGalley] = []
    for run in plan.runs {
      let (galley, starts) = galley(of: run, plan, paragraphs)
      let cut = CutGalley(
        galley: galley, starts: starts,
        breaks: breaks(of: galley, run, isVerso: nextIsVerso(in: plan.runs)))
      counts.append(cut.breaks.count)
      made.append(cut)
    }
    return made
  }

  /// The galleys cut anew, with lines more or fewer in paragraphs where pages are better for it.
  ///
  /// The costs of what is tried are exact for paragraphs that stand whole on a page; what comes out
  /// is set and cut again, and kept only if that is cheaper.
  mutating func flexed(
    _ runs: [CutGalley], _ plan: inout FlowPlan, _ paragraphs: inout [TypesetParagraph],
    _ pass: TypesettingPass, numbers: [String], reach: VariantReach
  ) async -> [CutGalley] {
    let wanted = runs.map { $0.flexes(reach, from: design.pageBreaking.trouble) }
    let jobs = zip(runs, wanted).flatMap { run, chosen in
      chosen.map { Int(run.flow.flexes[$0].job) }
    }
    guard !jobs.isEmpty else { return runs }
    var costs = await pass.variantCosts(jobs, of: plan.jobs, numbers: numbers)[...]
    let known = Pagination(runs: plan.runs, counts: runs.map(\.breaks.count)).firsts
    counts = []
    var made: [CutGalley] = []
    for (number, run) in runs.enumerated() {
      var galley = run.flow
      for flex in wanted[number] {
        guard let cost = costs.popFirst() else { continue }
        galley.flexes[flex].price(cost, design.pageBreaking)
      }
      var cut = run
      // Runs before it may have come to an end on the other side.
      let isVerso = nextIsVerso(in: plan.runs)
      if isVerso != (known[number] % 2 == 1) {
        cut.recut(breaks(of: run.flow, plan.runs[number], isVerso: isVerso))
      }
      let changes =
        wanted[number].isEmpty
        ? [] : breaks(of: galley, plan.runs[number], isVerso: isVerso).flatMap { $0.changes }
      if !changes.isEmpty {
        let own = changes.map { Int($0.job) }
        let before = own.map { paragraphs[$0] }
        for change in changes { plan.jobs[Int(change.job)].change = change }
        let after = await pass.typeset(own, of: plan.jobs, numbers: numbers)
        for (job, paragraph) in zip(own, after) { paragraphs[job] = paragraph }
        let (other, starts) = self.galley(of: plan.runs[number], plan, paragraphs)
        let tried = CutGalley(
          galley: other, starts: starts,
          breaks: breaks(of: other, plan.runs[number], isVerso: isVerso))
        if tried.cost < cut.cost {
          cut = tried
        } else {
          for (job, paragraph) in zip(own, before) {
            plan.jobs[job].change = nil
            paragraphs[job] = paragraph
          }
        }
      }
      counts.append(cut.breaks.count)
      made.append(cut)
    }
    return made
  }

  /// Whether the run after those cut so far starts on a left-hand page.
  private func nextIsVerso(in runs: [PageRun]) -> Bool {
    let next = Pagination(runs: Array(runs[...counts.count]), counts: counts + [1])
    return next.firsts[counts.count] % 2 == 1
  }

  private func galley(
    of run: PageRun, _ plan: FlowPlan, _ paragraphs: [TypesetParagraph]
  ) -> (Galley, [GalleyBuilder.NodeStart]) {
    var builder = GalleyBuilder(
      document: document, design: design, plan: plan, paragraphs: paragraphs)
    var galley = builder.galley(of: run)
    let turned = PageShape(turnedIn: design.page)
    galley.sheetPages = galley.sheets.map { breaking($0, turned, turned, false).count }
    return (galley, builder.starts)
  }

  /// The pages of a run: its own, and after those that carry them the turned ones.
  private mutating func breaks(
    of galley: Galley, _ run: PageRun, isVerso: Bool
  ) -> [PageBreak] {
    let first = PageShape(
      page: design.page, master: PageMaker.master(of: run, isFirst: true, in: design))
    let other = PageShape(
      page: design.page, master: PageMaker.master(of: run, isFirst: false, in: design))
    let turned = PageShape(turnedIn: design.page)
    var breaks: [PageBreak] = []
    var sheets: [Int] = []
    var flexes = galley.flexes.filter { $0.taken != nil }[...]
    for var cut in own(galley, [first, other], isVerso: isVerso) {
      while let flex = flexes.first, Int(flex.boxes.lowerBound) < cut.boxes.upperBound {
        if let taken = flex.taken { cut.changes.append(taken) }
        flexes.removeFirst()
      }
      breaks.append(cut)
      for box in cut.boxes { sheets += galley.boxes[box].sheets.map { Int($0) } }
      // A footnote that goes on overleaf does so on the very next page.
      guard cut.rest == nil else { continue }
      for sheet in sheets {
        for var side in breaking(galley.sheets[sheet], turned, turned, false) {
          side.sheet = sheet
          breaks.append(side)
        }
      }
      sheets = []
    }
    return breaks
  }
}

extension RunCutting {
  /// The pages of a galley itself.
  private mutating func own(
    _ galley: Galley, _ shapes: [PageShape], isVerso: Bool
  ) -> [PageBreak] {
    for cut in known
    where cut.isVerso == isVerso && cut.galley.boxes.count == galley.boxes.count
      && cut.shapes == shapes && cut.galley == galley
    {
      return cut.breaks
    }
    let made = breaking(galley, shapes[0], shapes[1], isVerso)
    known.append(Cut(galley: galley, shapes: shapes, isVerso: isVerso, breaks: made))
    var kept = known.reduce(0) { $0 + $1.galley.boxes.count }
    while kept > RunCutting.mostKnown {
      kept -= known.removeFirst().galley.boxes.count
    }
    return made
  }
}

extension Flex {
  /// Takes over what the variants of its paragraph cost, at so many demerits a point.
  mutating func price(_ cost: VariantCosts, _ costs: PageBreakCosts) {
    func points(_ demerits: Int64?) -> Int32? {
      guard let demerits else { return nil }
      let points = max(demerits, 0) / Int64(costs.demerits) + 1
      return points < Int64(Penalty.prohibited) ? Int32(points) : nil
    }
    fewer = points(cost.fewer)
    more = points(cost.more)
  }
}

extension CutGalley {
  /// What all its pages cost.
  var cost: Int64 {
    breaks.reduce(0) { $0 + $1.cost + ($1.overflow > .zero ? PageEnd.overfull : 0) }
  }

  /// The paragraphs that it is worth asking for a line more or fewer, in the galley's `flexes`:
  /// what pages that cost something hold, and the two before and after; what comes after may be why
  /// they end where they do.
  func flexes(_ reach: VariantReach, from trouble: Int32) -> [Int] {
    switch reach {
    case .none: return []
    case .everywhere: return Array(flow.flexes.indices)
    case .nearBadBreaks: break
    }
    let own = cuts.filter { $0.sheet < 0 }
    var chosen: [Int] = []
    var next = 0
    for (number, page) in own.enumerated() where page.cost >= Int64(trouble) {
      let first = UInt32(own[max(number - 2, 0)].boxes.lowerBound)
      let end = UInt32(own[min(number + 2, own.count - 1)].boxes.upperBound)
      while next < flow.flexes.count, flow.flexes[next].boxes.lowerBound < end {
        if flow.flexes[next].boxes.lowerBound >= first { chosen.append(next) }
        next += 1
      }
    }
    return chosen
  }
}
