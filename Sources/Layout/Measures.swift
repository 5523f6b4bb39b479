import Core
import Manuscript
import Style
import Typesetting

extension TypesettingPass {
  /// The plan with all measures: tables ask what their cells need, labels whether they fit.
  func measured(_ walked: consuming FlowPlan, numbers: [String]) async -> FlowPlan {
    var (widths, contents) = await assigned(walked, numbers)
    let widened = widths.plan.wideTables(on: design.page)
    if !widened.isEmpty {
      // Rarely: these tables move to where there is room for them, and all is measured again.
      let again = BlockFlow(
        document: document, design: design, finder: finder, widened: widened)
      (widths, contents) = await assigned(again.walked().0, numbers)
    }
    // Tables that do not fit on one line a row: the words of their cells, and how far they part.
    let tight = widths.plan.tables.indices.filter { widths.plan.tables[$0].isTight }
    guard !tight.isEmpty else {
      widths.plan.nameParts()
      return widths.plan
    }
    var deciding: [Int] = []
    var narrow: [Int] = []
    for table in tight {
      deciding += widths.plan.jobs(decidingColumnsOf: table)
      if widths.plan.tables[table].partsWords {
        narrow += widths.plan.jobs(inCellsOf: table)
      }
    }
    var words: [Int: [ContentWord]] = [:]
    let found = await self.words(deciding, of: widths.plan.jobs, numbers: numbers)
    for (job, list) in zip(deciding, found) { words[job] = list }
    widths.words = words
    if !narrow.isEmpty {
      widths.parted = contents
      await measure(narrow, of: widths.plan, numbers, hyphenating: true, into: &widths.parted)
      // Letters beside a hyphen are shaped again, and a kern may want a fifth of a point more.
      for job in narrow {
        widths.parted[job].minimal = min(
          widths.parted[job].minimal.adding(.milliPoints(210)), contents[job].minimal)
      }
    }
    widths.assign()
    widths.plan.nameParts()
    return widths.plan
  }

  /// The widths of a plan by the whole words of its tables.
  private func assigned(
    _ walked: consuming FlowPlan, _ numbers: [String]
  ) async -> (Widths, [ContentWidths]) {
    var plan = walked
    var contents = [ContentWidths](repeating: .zero, count: plan.jobs.count)
    let asked = plan.jobs.indices.filter { plan.jobs[$0].isInTable || plan.jobs[$0].isHanging }
    // Whole words first: a table with room for them does not hyphenate.
    await measure(asked, of: plan, numbers, hyphenating: false, into: &contents)
    setWideLabelsInline(&plan, contents)
    // The plan is moved, not copied: of a long table it is large.
    var widths = Widths(plan: plan, page: design.page, contents: contents)
    plan = FlowPlan()
    widths.assign()
    return (widths, contents)
  }

  private func measure(
    _ jobs: [Int], of plan: FlowPlan, _ numbers: [String], hyphenating: Bool,
    into contents: inout [ContentWidths]
  ) async {
    let found = await measure(
      jobs, of: plan.jobs, numbers: numbers, hyphenating: hyphenating)
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
  /// The jobs in the cells of the rows that decide the widths of a table's columns.
  func jobs(decidingColumnsOf table: Int) -> [Int] {
    var found: [Int] = []
    for row in tables[table].decisiveRows {
      for cell in tables[table].rows[row].cells where tables[table].cells[cell].columns == 1 {
        for block in tables[table].cells[cell].blocks {
          if case .paragraph(let job, _) = blocks[block].kind { found.append(job) }
        }
      }
    }
    return found
  }

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
