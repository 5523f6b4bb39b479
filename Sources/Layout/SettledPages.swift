import Core
import Manuscript
import Style
import Typesetting

/// Paragraphs and the pages they make, with the page numbers that they print.
struct SettledPages: Sendable {
  var plan: FlowPlan
  var paragraphs: [TypesetParagraph]
  /// The printed page numbers by anchor.
  var numbers: [String]
  var cut: [CutGalley] = []
  var pagination = Pagination(runs: [], counts: [])
  /// The reference whose page number moves what it points to; nil where numbers and pages agree.
  var unsettled: Unsettled?

  /// A reference that does not settle.
  struct Unsettled: Sendable {
    /// The paragraph that grows or shrinks with the number it prints.
    var job: Int
    /// What it points to, the number that was printed, and the one that follows from it.
    var anchor: AnchorID?
    var printed = ""
    var found = ""
  }

  /// How often pages are made until their numbers agree with the text, at most.
  static let passes = 2

  init(plan: consuming FlowPlan, paragraphs: consuming [TypesetParagraph], numbers: [String]) {
    self.plan = plan
    self.paragraphs = paragraphs
    self.numbers = numbers
  }

  /// Makes pages until the numbers in the text are those of the pages.
  ///
  /// New pages are needed only where a number changes how many lines its paragraph has. Where that
  /// happens once more, the paragraph keeps its lines, set looser or tighter; where it cannot, its
  /// reference does not settle.
  mutating func settle(
    _ cutting: inout RunCutting, _ pass: TypesettingPass, reach: VariantReach,
    entering: (LayoutStage) -> Void
  ) async {
    let numbered = plan.jobs.indices.filter { plan.jobs[$0].hasPageNumbers }
    unsettled = nil
    for round in 1...SettledPages.passes {
      entering(.paginating)
      cut = []
      cut = cutting.cut(plan, paragraphs)
      if round == 1 {
        cut = await cutting.flexed(
          cut, &plan, &paragraphs, pass, numbers: numbers, reach: reach)
      }
      pagination = Pagination(runs: plan.runs, counts: cut.map(\.breaks.count))
      let leaves = NodeLeaves(document: pass.document, runs: cut, pagination: pagination)
      let found = pagination.numbers(of: pass.document, at: leaves)
      if found == numbers { return }
      let printed = numbers
      numbers = found
      entering(.typesetting)
      let again = await pass.typeset(numbered, of: plan.jobs, numbers: numbers)
      var moved: [Int] = []
      for (job, paragraph) in zip(numbered, again) {
        if paragraph.lines.count == paragraphs[job].lines.count || round < SettledPages.passes {
          if paragraph.lines.count != paragraphs[job].lines.count { moved.append(job) }
          paragraphs[job] = paragraph
        } else {
          moved.append(job)
        }
      }
      if moved.isEmpty { return }
      if round == SettledPages.passes { await hold(moved, pass, printed: printed) }
    }
  }

  /// Sets paragraphs whose numbers have changed in as many lines as they had.
  private mutating func hold(
    _ jobs: [Int], _ pass: TypesettingPass, printed: [String]
  ) async {
    let wanted = jobs.map { paragraphs[$0].lines.count }
    let free = await pass.typeset(jobs, of: plan.jobs, numbers: numbers)
    for (job, (paragraph, lines)) in zip(jobs, zip(free, wanted)) {
      let difference = lines - paragraph.lines.count
      plan.jobs[job].change = LineChange(
        job: UInt32(job), lines: Int8(clamping: difference), cost: 0)
    }
    let held = await pass.typeset(jobs, of: plan.jobs, numbers: numbers)
    for (job, (paragraph, lines)) in zip(jobs, zip(held, wanted)) {
      guard paragraph.lines.count != lines else {
        paragraphs[job] = paragraph
        continue
      }
      guard unsettled == nil else { continue }
      let anchor = pass.document.pageNumbers(in: plan.jobs[job].node).first {
        printed[$0.int] != numbers[$0.int]
      }
      unsettled = Unsettled(
        job: job, anchor: anchor, printed: anchor.map { printed[$0.int] } ?? "",
        found: anchor.map { numbers[$0.int] } ?? "")
    }
  }
}

extension Document {
  /// What the page numbers printed in a text-holding node are those of, first to last.
  func pageNumbers(in id: NodeID) -> [AnchorID] {
    nodes[id.int].inlines.flatMap { position -> [AnchorID] in
      switch inlines[Int(position)] {
      case .pageNumber(let anchor): [anchor]
      case .child(let child): pageNumbers(in: child)
      default: []
      }
    }
  }
}
