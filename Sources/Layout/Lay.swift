package import Core
package import Display
package import Fonts
package import Manuscript
package import Style
package import Typesetting

/// A document on pages.
package struct Laid: Sendable, Equatable {
  /// The pages, ready to be written.
  package var pages: PageList
  /// What the pages were cut from, run by run; empty where no record was asked for.
  package var galleys: [Galley]
  /// Why each page is as it is; empty where no record was asked for.
  package var explanation: Explanation
}

/// What laying out does, one after the other; told to who measures.
package enum LayoutStage: UInt8, Sendable, CaseIterable {
  /// Finding styles, and how wide the columns of tables must be.
  case measuring
  /// Paragraphs into lines: shaping, hyphenating, breaking.
  case typesetting
  /// Lines onto pages.
  case paginating
  /// Pages painted, furnished and bound to the structure.
  case painting
}

/// Lays a document out on pages.
///
/// Paragraphs are typeset on `workers` threads; the result does not depend on their number. Page
/// numbers in the text settle in at most three passes.
///
/// - Parameters:
///   - keepsRecord: whether galleys and explanations are kept, for people to look at.
///   - entering: told each stage before it starts.
/// - Throws: a missing character, a design that cannot be used, page numbers that do not settle.
/// - Complexity: linear in the length of the document.
package func lay(
  _ document: Document, design: DesignBook, fonts: FontBook, hyphenation: HyphenationBook,
  workers: Int, breaking: PageBreaking = breakOptimally, keepsRecord: Bool = true,
  entering: (LayoutStage) -> Void = { _ in }
) async throws(Rejected) -> Outcome<Laid> {
  if let finding = usability(of: design) { throw Rejected([finding]) }
  entering(.measuring)
  let (walked, finder) = BlockFlow(document: document, design: design).walked()
  let pass = TypesettingPass(
    document: document, design: design, finder: finder, fonts: fonts, hyphenation: hyphenation,
    workers: workers)
  var numbers = [String](repeating: "00", count: document.anchors.count)

  let plan = await pass.measured(consume walked, numbers: numbers)

  entering(.typesetting)
  // Paragraphs, then pages, until the numbers in the text are those of the pages.
  var paragraphs = await pass.typeset(of: plan.jobs, numbers: numbers)
  let numbered = plan.jobs.indices.filter { plan.jobs[$0].hasPageNumbers }
  var cut: [CutGalley] = []
  var pagination = Pagination(runs: [], counts: [])
  var settled = false
  var passes = 0
  var culprit: Int?
  while !settled && passes < 3 {
    passes += 1
    entering(.paginating)
    cut = []
    cut = cutRuns(plan, paragraphs, document, design, breaking)
    pagination = Pagination(runs: plan.runs, counts: cut.map(\.breaks.count))
    let leaves = NodeLeaves(document: document, runs: cut, pagination: pagination)
    let found = pagination.numbers(of: document, at: leaves)
    settled = true
    if found == numbers { break }
    numbers = found
    entering(.typesetting)
    // New pages are needed only where a number changes the length of its paragraph.
    let again = await pass.typeset(numbered, of: plan.jobs, numbers: numbers)
    for (job, paragraph) in zip(numbered, again) {
      if paragraph.lines.count != paragraphs[job].lines.count {
        settled = false
        culprit = job
      }
      paragraphs[job] = paragraph
    }
  }
  var findings = plan.findings + document.undrawnPictograms(in: design)
  findings += plan.overfullTables(in: document)
  findings += paragraphFindings(plan, paragraphs, document, fonts)
  if !settled {
    let node = culprit.map { plan.jobs[$0].node } ?? NodeID(0)
    findings.append(
      .noConvergence(words: document.opening(of: node), at: document[node].origin))
  }
  for run in cut {
    findings += run.tallBoxes(plan, document) + run.overfullFields(document)
    findings += run.coarsePictures(document)
  }
  if findings.contains(where: \.isError) { throw Rejected(findings) }

  entering(.painting)
  let galleys = keepsRecord ? cut.map(\.galley) : []
  // Everything is moved to the binder, which lets go of what is painted.
  var binder = Binder(
    document: document, design: design, plan: consume plan, paragraphs: consume paragraphs,
    runs: consume cut, pagination: pagination, numbers: numbers, keepsRecord: keepsRecord)
  let bound = binder.bind(fonts: fonts, hyphenation: hyphenation)
  return Outcome(
    Laid(pages: bound.pages, galleys: galleys, explanation: bound.explanation),
    warnings: findings + binder.findings)
}

/// The galleys of all runs, cut into pages.
private func cutRuns(
  _ plan: FlowPlan, _ paragraphs: [TypesetParagraph], _ document: Document, _ design: DesignBook,
  _ breaking: PageBreaking
) -> [CutGalley] {
  plan.runs.map { run in
    var builder = GalleyBuilder(
      document: document, design: design, plan: plan, paragraphs: paragraphs)
    let galley = builder.galley(of: run)
    let first = PageShape(
      page: design.page, master: PageMaker.master(of: run, isFirst: true, in: design))
    let other = PageShape(
      page: design.page, master: PageMaker.master(of: run, isFirst: false, in: design))
    let turned = PageShape(turnedIn: design.page)
    var breaks: [PageBreak] = []
    for cut in breaking(galley, first, other) {
      breaks.append(cut)
      for box in cut.boxes {
        for sheet in galley.boxes[box].sheets {
          for var side in breaking(galley.sheets[Int(sheet)], turned, turned) {
            side.sheet = Int(sheet)
            breaks.append(side)
          }
        }
      }
    }
    return CutGalley(galley: galley, starts: builder.starts, breaks: breaks)
  }
}

/// What makes a design useless for layout.
private func usability(of design: DesignBook) -> Diagnostic? {
  if design.paragraphs.isEmpty {
    return .unusableDesign(
      design.name,
      missing: Phrase(cs: "nemá žádný styl odstavce", en: "it has no paragraph style"))
  }
  let page = design.page
  if page.textWidth <= .zero || page.textHeight <= .zero || page.baseline <= .zero {
    return .unusableDesign(
      design.name,
      missing: Phrase(
        cs: "na stránce nezbývá místo pro text", en: "the page leaves no room for text"))
  }
  return nil
}
