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
  /// What was traded for the number of pages, where one is wished.
  package var extent: ExtentReport?
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
/// numbers in the text settle in at most two passes.
///
/// - Parameters:
///   - breaking: how galleys are cut into pages.
///   - variants: which paragraphs may take a line more or fewer where that makes better pages.
///   - extent: how many pages there are to be; where that cannot be, they are as many as they are.
///   - layouts: how often pages may be made for that, at most.
///   - keepsRecord: whether galleys and explanations are kept, for people to look at.
///   - entering: told each stage before it starts.
/// - Throws: a missing character, a design that cannot be used, page numbers that do not settle.
/// - Complexity: linear in the length of the document.
package func lay(
  _ document: Document, design: DesignBook, fonts: FontBook, hyphenation: HyphenationBook,
  workers: Int, breaking: @escaping PageBreaking = breakOptimally,
  variants: VariantReach = .nearBadBreaks,
  extent: ExtentWish? = nil, layouts: Int = 8, keepsRecord: Bool = true,
  entering: (LayoutStage) -> Void = { _ in }
) async throws(Rejected) -> Outcome<Laid> {
  if let finding = usability(of: design) { throw Rejected([finding]) }
  entering(.measuring)
  let (walked, finder) = BlockFlow(document: document, design: design).walked()
  let pass = TypesettingPass(
    document: document, design: design, finder: finder, fonts: fonts, hyphenation: hyphenation,
    workers: workers)
  let numbers = [String](repeating: "00", count: document.anchors.count)
  let plan = await pass.measured(consume walked, numbers: numbers)

  entering(.typesetting)
  let paragraphs = await pass.typeset(of: plan.jobs, numbers: numbers)
  var cutting = RunCutting(document, design, breaking)
  var pages = SettledPages(
    plan: consume plan, paragraphs: consume paragraphs, numbers: numbers)
  await pages.settle(&cutting, pass, reach: variants, entering: entering)
  var report: ExtentReport?
  if let extent {
    var fitting = ExtentFitting(extent, pass, design, budget: layouts)
    let (fitted, made) = await fitting.fit(pages, &cutting, entering: entering)
    pages = fitted
    report = made
    report?.blanks = fitted.pagination.leaves.count { $0.run < 0 }
  }
  let findings =
    pages.findings(in: document, fonts) + document.undrawnPictograms(in: design)
  if findings.contains(where: \.isError) { throw Rejected(findings) }

  entering(.painting)
  let galleys = keepsRecord ? pages.cut.map(\.galley) : []
  // Everything is moved to the binder, which lets go of what is painted.
  var binder = Binder(
    document: document, design: design, pages: consume pages, keepsRecord: keepsRecord)
  let bound = binder.bind(fonts: fonts, hyphenation: hyphenation)
  return Outcome(
    Laid(
      pages: bound.pages, galleys: galleys, extent: report, explanation: bound.explanation),
    warnings: findings + binder.findings)
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
  for box in design.boxes where box.columns > 1 && box.placement != .margin {
    let whole = box.placement == .full ? page.fullWidth : page.textWidth
    let gaps = Int64(box.gap.sp) * Int64(box.columns - 1)
    guard Int64(whole.sp) - gaps < Int64(leastColumn.sp) * Int64(box.columns) else { continue }
    return .unusableDesign(
      design.name,
      missing: Phrase(
        cs: "sloupce stylu „\(box.name)“ jsou užší než centimetr",
        en: "the columns of the style “\(box.name)” are narrower than a centimetre"))
  }
  return nil
}

/// What is narrower is no column: hardly a word stands in it.
private let leastColumn = Length.milliPoints(28_346)
