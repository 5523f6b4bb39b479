import Core
import Manuscript
import Style

extension TypesettingPass {
  /// The plan with all measures: tables ask what their cells need, labels whether they fit.
  func measured(_ walked: FlowPlan, numbers: [String]) async -> FlowPlan {
    var plan = walked
    var contents = [ContentWidths](repeating: .zero, count: plan.jobs.count)
    let asked = plan.jobs.indices.filter { plan.jobs[$0].isInTable || plan.jobs[$0].isHanging }
    // Whole words first: a table with room for them does not hyphenate.
    await measure(asked, of: plan, numbers, hyphenating: false, into: &contents)
    setWideLabelsInline(&plan, contents)
    var widths = Widths(plan: plan, page: design.page, contents: contents)
    let first = widths.assigned()
    let tight = first.tables.indices.filter { first.tables[$0].overflow > .zero }
    guard !tight.isEmpty else { return first }
    var narrow: [Int] = []
    for table in tight { narrow += plan.jobs(inCellsOf: table) }
    await measure(narrow, of: plan, numbers, hyphenating: true, into: &contents)
    widths = Widths(plan: plan, page: design.page, contents: contents)
    return widths.assigned()
  }

  private func measure(
    _ jobs: [Int], of plan: FlowPlan, _ numbers: [String], hyphenating: Bool,
    into contents: inout [ContentWidths]
  ) async {
    let found = await measure(
      jobs.map { plan.jobs[$0] }, numbers: numbers, hyphenating: hyphenating)
    for (job, widths) in zip(jobs, found) { contents[job] = widths }
  }

  /// A label wider than the indent it would hang in stands in the line; the line starts where the
  /// label would.
  private func setWideLabelsInline(_ plan: inout FlowPlan, _ contents: [ContentWidths]) {
    for number in plan.blocks.indices {
      guard case .paragraph(let job, let label?) = plan.blocks[number].kind,
        plan.jobs[label].isHanging, contents[label].natural > plan.jobs[label].width
      else { continue }
      plan.jobs[job].part = .whole
      plan.jobs[job].firstIndent = -design.paragraphs[plan.jobs[job].style].indentLeft
      plan.blocks[number].kind = .paragraph(job: job, label: nil)
    }
  }
}

extension FlowPlan {
  /// The jobs in the cells of a table, of tables inside included.
  func jobs(inCellsOf table: Int) -> [Int] {
    var found: [Int] = []
    for cell in tables[table].cells {
      for block in cell.blocks {
        switch blocks[block].kind {
        case .paragraph(let job, let label):
          found.append(job)
          if let label { found.append(label) }
        case .hanging(let label?, _): found.append(label)
        default: continue
        }
      }
    }
    return found
  }
}
