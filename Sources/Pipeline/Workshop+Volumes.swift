import Core
import Display
import Layout
import Planning
import Prepress
import Style

/// What is printed of a publication: its block, and its cover where that is a file of its own.
struct Volumes {
  /// How the project says that it is bound.
  var job: PressJob?
  /// The book as it is bound; nil where the project does not say how.
  var book: BoundBook?
  /// The pages that are bound.
  var block: Setting
  /// How many blank pages at its end were added.
  var added = 0
  /// The cover.
  var cover: Setting?
}

extension Workshop {
  /// Parts a publication into what is bound and what goes around it, by its binding and printer.
  ///
  /// - Throws: what keeps it from being bound so.
  mutating func volumes(
    of setting: Setting, publication: String, for printer: PrinterProfile
  ) throws(Rejected) -> Volumes {
    guard let facts, let job = facts.job(of: publication) else { return Volumes(block: setting) }
    let bindings = try readBindings(in: layouts, sources: &sources)
    let binding = try readBinding(
      named: job.binding.value, in: layouts, askedAt: job.binding.at, sources: &sources)
    let paper = try readPaper(
      named: job.paper.value, in: layouts, askedAt: job.paper.at, sources: &sources)
    var coverPaper: Paper?
    if let named = job.coverPaper {
      coverPaper = try readPaper(
        named: named.value, in: layouts, askedAt: named.at, sources: &sources)
    }
    var book = BoundBook(
      publication: publication, binding: binding, paper: paper, coverPaper: coverPaper, pages: 0)
    if book.hasOwnCover, !setting.covers.hasFront {
      throw Rejected([.missingCover(of: publication, at: job.binding.at)])
    }
    let pages = setting.laid.pages.pages
    let multiple = leastCommonMultiple(printer.pageMultiple, binding.pageMultiple)
    let division = BookDivision(
      isBlank: pages.map(\.ops.isEmpty), hasBack: setting.covers.hasBack,
      hasOwnCover: book.hasOwnCover, multiple: multiple)
    book.pages = division.block.count
    let wrong = book.findings(
      others: bindings, added: division.added, multiple: multiple, at: job.at)
    guard wrong.isEmpty else { throw Rejected(wrong) }
    var volumes = Volumes(job: job, book: book, block: setting, added: division.added)
    volumes.block.laid.pages = setting.laid.pages.with(pages: division.block)
    if let cover = division.cover {
      volumes.cover = flatCover(of: setting, book, cover, job, facts)
    }
    return volumes
  }

  /// The cover, lying flat.
  private mutating func flatCover(
    of setting: Setting, _ book: BoundBook, _ cover: BookDivision.Cover, _ job: PressJob,
    _ facts: BookFacts
  ) -> Setting {
    let list = setting.laid.pages
    func page(_ number: Int?) -> Page? { number.map { list.pages[$0] } }
    let front = list.pages[cover.front]
    if cover.back == nil { findings.append(.whiteBack(of: book.publication, at: job.at)) }
    let words = spineWords(of: list.information.title, job, facts)
    let sheet = coverSheet(
      front: front, back: page(cover.back) ?? Page(trim: front.trim, bleed: front.bleed),
      insides: (page(cover.insideFront), page(cover.insideBack)),
      CoverOrder(
        spine: book.spine, carriesWords: book.spineCarriesWords,
        safety: book.binding.spineSafety, title: words.title, period: words.period,
        language: list.information.language),
      design: setting.design, fonts: setting.fonts, hyphenation: setting.hyphenation)
    if sheet.words == .tooLong {
      let whole = [words.title, words.period].filter { !$0.isEmpty }.joined(separator: " ")
      findings.append(
        .spineTooSmall(whole, spine: book.spine, at: job.spine?.at ?? job.binding.at))
    }
    var flat = setting
    flat.laid.pages.pages = [sheet.outside] + (sheet.inside.map { [$0] } ?? [])
    flat.laid.pages.labels = []
    flat.isFlatCover = true
    flat.laid.pages.information.isFlatCover = true
    return flat
  }

  /// Title and period on the spine: what the project wrote for it, or the title of the document.
  private func spineWords(
    of title: String, _ job: PressJob, _ facts: BookFacts
  ) -> (title: String, period: String) {
    if let own = job.spine { return (own.value, "") }
    let end = " " + facts.period
    guard title.hasSuffix(end) else { return (title, "") }
    return (String(title.dropLast(end.count)), facts.period)
  }
}

private func leastCommonMultiple(_ a: Int, _ b: Int) -> Int {
  var (rest, other) = (a, b)
  while other != 0 { (rest, other) = (other, rest % other) }
  return a / max(1, rest) * b
}

extension PageList {
  /// The same with other pages of it; nil is a blank one.
  fileprivate func with(pages numbers: [Int?]) -> PageList {
    guard numbers != pages.indices.map({ $0 }), let first = pages.first else { return self }
    var list = self
    list.pages = numbers.map { number in
      number.map { pages[$0] } ?? Page(trim: first.trim, bleed: first.bleed)
    }
    // Of each label only the pages that are left count.
    list.labels = labels.compactMap { label in
      let end = labels.first { $0.page > label.page }?.page ?? pages.count
      let held = numbers.firstIndex { $0.map { (label.page..<end).contains($0) } ?? false }
      guard let held, let source = numbers[held] else { return nil }
      return PageLabel(page: held, style: label.style, start: label.start + source - label.page)
    }
    return list
  }
}
