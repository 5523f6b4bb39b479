import Core
import Manuscript
import Style
import Typesetting

/// Makes a publication have the pages it is to have: by the looseness of paragraphs, then by the
/// size of pictures.
///
/// Which runs of pages lose or gain how many, blank pages before right-hand ones counted, is chosen
/// together, so that the demerits of the paragraphs that take a line more or fewer are least. What
/// is chosen is set, and counts only when the pages are there.
struct ExtentFitting {
  let wish: ExtentWish
  let pass: TypesettingPass
  let design: DesignBook
  /// How often pages may be made at most, the first time included.
  let budget: Int
  private var layouts = 1

  init(_ wish: ExtentWish, _ pass: TypesettingPass, _ design: DesignBook, budget: Int) {
    self.wish = wish
    self.pass = pass
    self.design = design
    self.budget = budget
  }

  /// Pages of the wanted number, or as they were where that cannot be.
  mutating func fit(
    _ natural: SettledPages, _ cutting: inout RunCutting, entering: (LayoutStage) -> Void
  ) async -> (SettledPages, ExtentReport) {
    let count = natural.pagination.leaves.count
    let targets = wish.targets(for: count)
    var report = ExtentReport(
      wanted: targets.first ?? count, natural: count, isMet: targets.contains(count))
    if report.isMet { return (natural, report) }
    report.hasPictures = natural.holdsPictures(pass.document)
    let search = await ExtentSearch(natural, pass, design)
    for margin in ExtentSearch.Margin.allCases {
      for target in targets {
        let choice = search.choice(for: target, margin)
        if let found = await attempt(choice, natural, target, &cutting, entering) {
          return (found, told(found, report, target))
        }
      }
    }
    for target in targets {
      let bound = target < count ? wish.pictures.lowerBound : wish.pictures.upperBound
      for scale in [(1_000 + bound) / 2, bound]
      where scale != 1_000 && layouts < budget && report.hasPictures {
        var scaled = natural
        scaled.plan.pictureScale = scale
        await settle(&scaled, &cutting, entering)
        report.pictureTrials.append(
          PictureTrial(scale: scale, pages: scaled.pagination.leaves.count))
        if scaled.has(target) { return (scaled, told(scaled, report, target)) }
        let search = await ExtentSearch(scaled, pass, design)
        let choice = search.choice(for: target, .small)
        if let found = await attempt(choice, scaled, target, &cutting, entering) {
          return (found, told(found, report, target))
        }
      }
    }
    search.needs(for: report.wanted, &report)
    report.layouts = layouts
    return (natural, report)
  }

  /// Pages with these changes, if there are as many as wanted.
  private mutating func attempt(
    _ changes: [LineChange]?, _ base: SettledPages, _ target: Int, _ cutting: inout RunCutting,
    _ entering: (LayoutStage) -> Void
  ) async -> SettledPages? {
    guard let changes, !changes.isEmpty, layouts < budget else { return nil }
    var pages = base
    let jobs = changes.map { Int($0.job) }
    for change in changes { pages.plan.jobs[Int(change.job)].change = change }
    let set = await pass.typeset(jobs, of: pages.plan.jobs, numbers: pages.numbers)
    for (job, paragraph) in zip(jobs, set) { pages.paragraphs[job] = paragraph }
    await settle(&pages, &cutting, entering)
    return pages.has(target) ? pages : nil
  }

  private mutating func settle(
    _ pages: inout SettledPages, _ cutting: inout RunCutting, _ entering: (LayoutStage) -> Void
  ) async {
    layouts += 1
    await pages.settle(&cutting, pass, reach: .none, entering: entering)
  }

  private func told(_ pages: SettledPages, _ natural: ExtentReport, _ target: Int) -> ExtentReport {
    var report = natural
    report.wanted = target
    report.isMet = true
    for job in pages.plan.jobs {
      guard let change = job.change, !job.hasPageNumbers else { continue }
      if change.lines < 0 { report.shorter += 1 }
      if change.lines > 0 { report.longer += 1 }
    }
    report.pictures = pages.plan.pictureScale
    report.layouts = layouts
    return report
  }
}

extension SettledPages {
  /// Whether there are so many pages, and their numbers agree.
  fileprivate func has(_ count: Int) -> Bool {
    pagination.leaves.count == count && unsettled == nil
  }

  /// Whether pictures stand in the flow whose size follows from its width; logos are as tall as the
  /// design says.
  fileprivate func holdsPictures(_ document: Document) -> Bool {
    plan.blocks.contains { block in
      guard case .artwork(let artwork, let style, _) = block.kind, block.frame < 0,
        plan.boxStyles[style].height == .zero,
        case .image = document.artworks[artwork.int]
      else { return false }
      return true
    }
  }
}
