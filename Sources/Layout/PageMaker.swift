import Core
import Display
import Manuscript
import Style
import Typesetting

/// Paints the pages of a run; they lack their furniture, which needs the numbers of all pages.
struct PageMaker {
  let document: Document
  let design: DesignBook
  let plan: FlowPlan
  /// The paragraphs, lent while a page is made.
  private(set) var paragraphs: [TypesetParagraph] = []
  let galley: Galley
  let run: PageRun
  /// The printed page numbers by anchor.
  let numbers: [String]
  /// Whether the galley lies on its side.
  let isTurned: Bool

  var page = Page(trim: Size(width: .zero, height: .zero))
  private(set) var shape = PageShape(
    page: PageGeometry(
      trim: Size(width: .zero, height: .zero), bleed: .zero, inner: .zero, outer: .zero, top: .zero,
      bottom: .zero, textWidth: .zero, gutter: .zero, marginWidth: .zero, baseline: .pt(12)),
    master: nil)
  /// Whether it is a left-hand page.
  private(set) var isVerso = false
  /// Where the page's content is moved to, when it does not stand at the head.
  var shift = Length.zero
  /// The decorations that may reach onto the page, and the next to look at.
  var active: [Int] = []
  /// The notes of tables that stand on a page already.
  var notesSaid: Set<UInt32> = []
  var nextDecoration = 0
  /// What is known of the page in hand.
  var made = MadePage()

  /// A painted page and what is known of it.
  struct MadePage: Sendable {
    var page = Page(trim: Size(width: .zero, height: .zero))
    /// Where nodes start on it.
    var places: [NodePlace] = []
    /// What stands on it, for explanations.
    var fragments: [PageFragment] = []
  }

  init(
    document: Document, design: DesignBook, plan: FlowPlan, galley: Galley, run: PageRun,
    numbers: [String], isTurned: Bool = false
  ) {
    self.isTurned = isTurned
    self.document = document
    self.design = design
    self.plan = plan
    self.galley = galley
    self.run = run
    self.numbers = numbers
  }

  /// The master of a page of the run.
  static func master(of run: PageRun, isFirst: Bool, in design: DesignBook) -> PageMaster? {
    design.masters[isFirst ? run.style.openingMaster : run.style.master] ?? design.masters["body"]
  }

  /// Paints the page of a break; pages of a run are asked for in order.
  mutating func make(
    _ cut: PageBreak, of lent: inout [TypesetParagraph], carrying carried: CarriedLines,
    isFirst: Bool, isVerso: Bool
  ) -> MadePage {
    swap(&paragraphs, &lent)
    defer { swap(&paragraphs, &lent) }
    let master = PageMaker.master(of: run, isFirst: isFirst, in: design)
    let last = made.page
    page = Page(trim: design.page.trim, bleed: design.page.bleed)
    page.reserveRoom(as: last)
    made = MadePage()
    shape =
      isTurned
      ? PageShape(turnedIn: design.page) : PageShape(page: design.page, master: master)
    self.isVerso = isVerso
    for background in master?.backgrounds ?? [] {
      let area = bled(isVerso ? mirrored(background.area) : background.area)
      page.paint(for: .artifact(.background)) { $0.fill(area, background.colour) }
    }
    if isTurned {
      var turned = page
      // The head lies at the binding; what is bound below may be opened wide.
      let edge = edge(of: .full)
      turned.turned(
        about: isVerso
          ? Point(x: edge + design.page.fullWidth, y: design.page.top)
          : Point(x: edge, y: design.page.trim.height - design.page.bottom),
        headTo: isVerso ? .right : .left
      ) {
        page = $0
        fillPage(cut, carried)
        $0 = page
      }
      page = turned
      lieDown()
    } else {
      framedBlocks(cut)
      fillPage(cut, carried)
    }
    describeLinks()
    made.page = page
    return made
  }

  /// Moves what is not painted to where it stands on the page.
  private mutating func lieDown() {
    guard let turn = page.turn else { return }
    for link in page.links.indices {
      page.links[link].areas = page.links[link].areas.map { turn.place(of: $0) }
    }
    for place in made.places.indices {
      made.places[place].at = turn.place(of: made.places[place].at)
    }
  }

  private mutating func fillPage(_ cut: PageBreak, _ carried: CarriedLines) {
    var fill = PageFill(shape: shape, carried: cut.carried, of: galley)
    var tops: [Length] = []
    var asides: [(number: UInt32, top: Length)] = []
    let spread = galley.spread(of: cut)
    for number in cut.boxes {
      let box = galley.boxes[number]
      let top = fill.add(
        number, of: galley, extra: shape.baseline * spread.count { $0 == number })
      tops.append(top)
      for aside in box.asides {
        asides.append((aside, fill.add(aside: Int(aside), beside: box, at: top, of: galley)))
      }
    }
    fill.settleBands(of: galley)
    let columns = Stretch.columns(of: fill.bands, in: galley, on: shape)
    var lefts = [Length](repeating: .zero, count: tops.count)
    for column in columns {
      for number in column.boxes {
        tops[number - cut.boxes.lowerBound] = column.top(of: number)
        lefts[number - cut.boxes.lowerBound] = column.left
      }
    }
    let used = fill.height(
      padding: galley.foot(before: cut.boxes.upperBound, from: cut.boxes.lowerBound), rest: cut.rest
    )
    let white = max(shape.height - used, .zero)
    switch run.style.stand {
    case .head: shift = .zero
    case .centre: shift = white / 2
    case .foot: shift = white
    }
    let page = Stretch(page: cut, tops: tops, columns: columns, of: galley)
    enter(cut)
    for stretch in [page] + columns where !stretch.boxes.isEmpty {
      decorate(stretch)
      repeatHead(stretch)
    }
    var next = 0
    for (position, number) in cut.boxes.enumerated() {
      while next < asides.count, galley.boxes[number].asides.contains(asides[next].number) {
        paint(galley.asides[Int(asides[next].number)].placed, at: asides[next].top)
        next += 1
      }
      paint(galley.boxes[number].placed, at: tops[position], right: lefts[position])
    }
    if let first = cut.boxes.first, let top = tops.first {
      let names = galley.boxes[first].head
      let below = names >= 0 ? galley.heads[Int(names)].belowSums : .zero
      let above = galley.boxes[first].padding + galley.broughtHeight(at: first)
      paint(carried.brought, at: top - below - above, isForward: false)
      paint(carried.forward, at: fill.y, isForward: true)
      let end = cut.boxes.upperBound
      if let rows = galley.repeatedFoot(at: end) {
        let sums = galley.forwardHeight(before: end, from: first)
        paint(rows.foot, at: fill.y + sums, as: .repetition)
      }
      for (notes, top) in fill.closed { paint(notes, at: top) }
      paint(fill.tableNotes, at: fill.y + galley.foot(before: end, from: first))
    }
    paintNotes(fill, cut)
    paintNotes(of: columns, fill, cut)
  }

  // MARK: Places

  /// The left edge of a column on this page.
  func left(of column: Placement) -> Length {
    isTurned ? .zero : edge(of: column)
  }

  private func edge(of column: Placement) -> Length {
    let geometry = design.page
    switch (column, isVerso) {
    case (.text, false), (.full, false): return geometry.inner
    case (.full, true): return geometry.trim.width - geometry.inner - geometry.fullWidth
    case (.text, true): return geometry.trim.width - geometry.inner - geometry.textWidth
    case (.margin, false): return geometry.inner + geometry.textWidth + geometry.gutter
    case (.margin, true): return geometry.trim.width - geometry.inner - geometry.fullWidth
    }
  }

  /// The same field on a left-hand page.
  func mirrored(_ area: Rect) -> Rect {
    Rect(
      x: design.page.trim.width - area.maxX, y: area.y, width: area.width, height: area.height)
  }

  /// A field whose edges at or beyond the trim run into the bleed.
  func bled(_ area: Rect) -> Rect {
    let trim = design.page.trim
    let bleed = design.page.bleed
    let left = area.x <= .zero ? -bleed : area.x
    let top = area.y <= .zero ? -bleed : area.y
    let right = area.maxX >= trim.width ? trim.width + bleed : area.maxX
    let bottom = area.maxY >= trim.height ? trim.height + bleed : area.maxY
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }
}
