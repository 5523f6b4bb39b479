import Core
import Display
import Fonts
import Manuscript
import Style
import Typesetting

/// Paints the pages, numbers and furnishes them, and binds them to the structure.
struct Binder {
  let document: Document
  let design: DesignBook
  let plan: FlowPlan
  /// The paragraphs; let go as their last lines are painted.
  private var paragraphs: [TypesetParagraph]
  private var runs: [CutGalley]
  let pagination: Pagination
  /// The printed page numbers by anchor.
  let numbers: [String]
  /// Whether it is written down why pages are as they are.
  let keepsRecord: Bool
  /// Where each node starts, once its page is painted.
  private var places: [Landing?]
  private var pages: [Page] = []
  private var explained: [PageExplanation] = []
  /// What the furniture of pages has no room for.
  private(set) var findings: [Diagnostic] = []

  /// Where a node starts.
  private struct Landing {
    var leaf: Int32
    var at: Point
  }

  init(
    document: Document, design: DesignBook, pages: consuming SettledPages, keepsRecord: Bool
  ) {
    self.document = document
    self.design = design
    plan = pages.plan
    numbers = pages.numbers
    pagination = pages.pagination
    paragraphs = pages.paragraphs
    runs = pages.cut
    self.keepsRecord = keepsRecord
    places = Array(repeating: nil, count: document.nodes.count)
  }

  /// All pages with everything.
  mutating func bind(
    fonts: FontBook, hyphenation: HyphenationBook
  ) -> (pages: PageList, explanation: Explanation) {
    paint(fonts, hyphenation)
    furnish(fonts, hyphenation)
    for page in pages.indices { pages[page].trimRoom() }
    let metadata = document.metadata
    var list = PageList(
      pages: pages, pictures: document.pictures, structure: structure(of: document),
      destinations: destinations(),
      outline: outline(), labels: pagination.labels,
      information: Information(
        title: metadata.title, author: metadata.author, subject: metadata.subject,
        keywords: metadata.keywords, language: document.languages[0], date: metadata.date))
    list.spots = design.spots
    return (list, Explanation(pages: explained))
  }

  private mutating func paint(_ fonts: FontBook, _ hyphenation: HyphenationBook) {
    var setter = CarriedSetter(
      document: document, design: design, fonts: fonts, hyphenation: hyphenation)
    var leaf = 0
    for number in runs.indices {
      while leaf < pagination.firsts[number] {
        pages.append(blank(leaf))
        if keepsRecord {
          explained.append(PageExplanation(folio: pagination.folio(leaf), isBlank: true))
        }
        leaf += 1
      }
      let run = runs[number]
      let repeated = run.galley.jobsSaidAgain
      var maker = PageMaker(
        document: document, design: design, plan: plan, galley: run.galley,
        run: plan.runs[number], numbers: numbers)
      var sideways: [Int: PageMaker] = [:]
      for (position, cut) in run.breaks.enumerated() {
        var made: PageMaker.MadePage
        let galley = run.galley(of: cut)
        let carried = PageMaker.CarriedLines(
          brought: setter.line(on: cut.boxes, of: galley, plan, isForward: false),
          forward: setter.line(on: cut.boxes, of: galley, plan, isForward: true))
        if cut.sheet >= 0 {
          var side =
            sideways.removeValue(forKey: cut.sheet)
            ?? PageMaker(
              document: document, design: design, plan: plan,
              galley: run.galley.sheets[cut.sheet], run: plan.runs[number], numbers: numbers,
              isTurned: true)
          made = side.make(
            cut, of: &paragraphs, carrying: carried, isFirst: position == 0,
            isVerso: leaf % 2 == 1)
          sideways[cut.sheet] = side
        } else {
          made = maker.make(
            cut, of: &paragraphs, carrying: carried, isFirst: position == 0,
            isVerso: leaf % 2 == 1)
        }
        made.page.folio = pagination.folio(leaf)
        // Turned marks are all that such a page has yet, so the order is theirs.
        made.page.arrange { document.block(of: $0).raw }
        for place in made.places where places[place.node.int] == nil {
          places[place.node.int] = Landing(leaf: Int32(leaf), at: place.at)
        }
        if keepsRecord { explained.append(explain(made, position, of: run, leaf)) }
        release(made, but: repeated)
        pages.append(made.page)
        leaf += 1
      }
      runs[number] = CutGalley(galley: Galley(), starts: [], breaks: [])
    }
  }

  /// Lets go of the paragraphs that ended on a page: their glyphs stand there now.
  private mutating func release(_ made: PageMaker.MadePage, but repeated: Set<Int>) {
    for fragment in made.fragments
    where fragment.lines.upperBound == paragraphs[fragment.job].lines.count
      && !repeated.contains(fragment.job)
    {
      paragraphs[fragment.job] = TypesetParagraph()
    }
  }

  /// A page inserted so that the next is a recto: nothing stands on it.
  private func blank(_ leaf: Int) -> Page {
    Page(trim: design.page.trim, bleed: design.page.bleed)
  }

  // MARK: Furniture

  private mutating func furnish(_ fonts: FontBook, _ hyphenation: HyphenationBook) {
    var setter = FurnitureSetter(
      document: document, design: design, fonts: fonts, hyphenation: hyphenation)
    var chapter = ""
    var section = ""
    var titles = runningTitles()[...]
    var run = -1
    let entries = RunningEntries(of: document) { position in
      places[position].map { Int($0.leaf) }
    }
    let divisions = Divisions(of: document)
    for leaf in pages.indices {
      let place = pagination.leaves[leaf]
      guard place.run >= 0 else { continue }
      if place.run != run {
        run = place.run
        (chapter, section) = ("", "")
      }
      while let title = titles.first, title.leaf <= leaf {
        if title.level == 1 {
          (chapter, section) = (title.words, "")
        } else {
          section = title.words
        }
        titles.removeFirst()
      }
      guard
        let master = PageMaker.master(of: plan.runs[run], isFirst: place.page == 0, in: design)
      else { continue }
      setter.tab(
        &pages[leaf], master.tabs, division: divisions.number(of: plan.runs[run].part),
        of: divisions, isVerso: leaf % 2 == 1)
      setter.furnish(
        &pages[leaf], master: master, isVerso: leaf % 2 == 1,
        FurnitureSetter.Facts(
          folio: pagination.folio(leaf), chapter: chapter, section: section,
          firstEntry: entries.first(on: leaf), lastEntry: entries.last(on: leaf)))
    }
    findings = setter.findings
  }

  /// The titles of chapters and sections with the leaves on which they start.
  private func runningTitles() -> [(leaf: Int, level: UInt8, words: String)] {
    var titles: [(leaf: Int, level: UInt8, words: String)] = []
    var last = 0
    for position in document.nodes.indices {
      guard case .heading(let level) = document.nodes[position].role, level <= 2,
        let place = places[position]
      else { continue }
      last = max(last, Int(place.leaf))
      titles.append((last, level, document.runningTitle(of: NodeID(position))))
    }
    return titles
  }

  // MARK: Destinations

  /// Where a node landed: itself, the first thing in it, or what it stands in.
  private func place(of id: NodeID) -> (leaf: Int, at: Point) {
    for position in id.int..<document[id].end.int {
      if let place = places[position] { return (Int(place.leaf), place.at) }
    }
    var node = id
    while document[node].role.isInline && node != document[node].parent {
      node = document[node].parent
      if let place = places[node.int] { return (Int(place.leaf), place.at) }
    }
    var position = document[id].end.int
    while position < places.count {
      if let place = places[position] { return (Int(place.leaf), place.at) }
      position += 1
    }
    return (0, .zero)
  }

  private func destinations() -> [Destination] {
    document.anchors.map { anchor in
      let place = place(of: anchor.node)
      return Destination(name: anchor.name, page: place.leaf, at: place.at, node: anchor.node)
    }
  }

  /// Bookmarks of all headings; a level never goes down by more than one.
  private func outline() -> [OutlineEntry] {
    var entries: [OutlineEntry] = []
    var levels: [UInt8] = []
    for position in document.nodes.indices {
      guard case .heading(let level) = document.nodes[position].role else { continue }
      let id = NodeID(position)
      let title = document.headingTitle(of: id)
      guard !title.isEmpty else { continue }
      while let last = levels.last, last >= level { levels.removeLast() }
      let place = place(of: id)
      entries.append(
        OutlineEntry(
          depth: levels.count, title: title, page: place.leaf, at: place.at, node: id))
      levels.append(level)
    }
    return entries
  }

  // MARK: Explanation

  private func explain(
    _ made: PageMaker.MadePage, _ position: Int, of run: CutGalley, _ leaf: Int
  ) -> PageExplanation {
    let cut = run.breaks[position]
    var page = PageExplanation(folio: pagination.folio(leaf), isBlank: false)
    page.cut = cut
    let galley = run.galley(of: cut)
    // Why it ends is known of the box that follows in the text, whatever floats before it.
    let flow = cut.sheet < 0 ? run.flow : galley
    let end = run.cuts[position].boxes.upperBound
    page.isLast = end == flow.boxes.count && cut.floats.waiting == 0
    if end < flow.boxes.count { page.reasons = flow.boxes[end].reasons }
    page.reasons.formUnion(
      run.cuts[position].reasonsWithin(flow, before: end, design.pageBreaking))
    page.floats = FloatExplanation.all(on: cut, of: flow)
    if cut.rest != nil { page.reasons.insert(BreakReasons(.splitNote)) }
    page.alternative = cut.nextBest.flatMap { galley.firstNode(from: $0.box) }
    page.changed = cut.changes.map { plan.jobs[Int($0.job)].node }
    for fragment in made.fragments {
      let job = plan.jobs[fragment.job]
      let first = page.lines.count
      for number in fragment.lines {
        let line = paragraphs[fragment.job].lines[number]
        page.lines.append(
          LineExplanation(
            number: Int32(number), ratio: line.ratio, badness: line.badness,
            demerits: line.demerits, hyphen: line.hyphen, end: line.end))
      }
      page.fragments.append(
        FragmentExplanation(
          node: fragment.node, style: design.paragraphs[job.style].name, y: fragment.y,
          width: job.width, lines: first..<page.lines.count))
    }
    return page
  }
}

extension Galley {
  /// What stands first in a box, or in the boxes below it: a line before a tint.
  fileprivate func firstNode(from box: Int) -> NodeID? {
    for box in boxes[min(box, boxes.count)...] {
      for number in box.placed {
        if case .line = placed[Int(number)].thing { return placed[Int(number)].node }
      }
    }
    return nil
  }

  /// The paragraphs that print on several pages, because they stand in heads that are repeated.
  fileprivate var jobsSaidAgain: Set<Int> {
    var jobs = Set(repeatedJobs.map { Int($0) })
    for head in heads {
      for number in Array(head.placed) + Array(head.foot) {
        switch placed[Int(number)].thing {
        case .line(let job, _), .risingLine(let job, _): jobs.insert(Int(job))
        default: continue
        }
      }
    }
    for note in tableNotes {
      for number in note.placed {
        if case .line(let job, _) = placed[Int(number)].thing { jobs.insert(Int(job)) }
      }
    }
    for sheet in sheets { jobs.formUnion(sheet.jobsSaidAgain) }
    return jobs
  }
}

extension Document {
  /// The block in whose lines an inline node stands; a block itself.
  fileprivate func block(of id: NodeID) -> NodeID {
    var node = id
    while nodes[node.int].role.isInline, nodes[nodes[node.int].parent.int].role.holdsText {
      node = nodes[node.int].parent
    }
    return node
  }
}
