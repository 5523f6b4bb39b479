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
  private var paragraphs: [TypesetParagraph] = []
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
  private var isVerso = false
  /// Where the page's content is moved to, when it does not stand at the head.
  private(set) var shift = Length.zero
  /// The decorations that may reach onto the page, and the next to look at.
  private var active: [Int] = []
  /// The notes of tables that stand on a page already.
  var notesSaid: Set<UInt32> = []
  private var nextDecoration = 0
  private var made = MadePage()

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

  private func mirrored(_ area: Rect) -> Rect {
    Rect(
      x: design.page.trim.width - area.maxX, y: area.y, width: area.width, height: area.height)
  }

  /// A field whose edges at or beyond the trim run into the bleed.
  private func bled(_ area: Rect) -> Rect {
    let trim = design.page.trim
    let bleed = design.page.bleed
    let left = area.x <= .zero ? -bleed : area.x
    let top = area.y <= .zero ? -bleed : area.y
    let right = area.maxX >= trim.width ? trim.width + bleed : area.maxX
    let bottom = area.maxY >= trim.height ? trim.height + bleed : area.maxY
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }

  // MARK: Painting

  mutating func paint(
    _ range: Range<UInt32>, at top: Length, left: Length? = nil, right: Length = .zero,
    as artifact: Artifact? = nil
  ) {
    let y = shape.top + shift + top
    for number in range {
      let item = galley.placed[Int(number)]
      let artifact = artifact ?? (item.isRepeated ? .repetition : nil)
      var at = Point(x: (left ?? self.left(of: item.column)) + right + item.x, y: y + item.y)
      if item.column == .margin && facesText { at.x += whiteBeside(item.thing) }
      switch item.thing {
      case .line(let job, let line):
        paintLine(Int(job), Int(line), item.node, at, artifact, rises: false)
      case .risingLine(let job, let line):
        paintLine(Int(job), Int(line), item.node, at, artifact, rises: true)
      case .fill(let width, let height, let colour):
        let rect = Rect(x: at.x, y: at.y, width: width, height: height)
        page.paint(for: .artifact(artifact ?? .layout)) { $0.fill(rect, colour) }
      case .artwork(let artwork, let width, let height, let ink, let isOrnament):
        let field = Rect(x: at.x, y: at.y, width: width, height: height)
        paintArtwork(artwork, in: field, of: item.node, ink, isOrnament: isOrnament)
      }
    }
  }

  /// Whether lines in the margin column end at the text on this page.
  private var facesText: Bool { isVerso && design.page.marginFacesText }

  /// What a line leaves of the margin column.
  private func whiteBeside(_ thing: Thing) -> Length {
    guard case .line(let job, let number) = thing else { return .zero }
    let line = paragraphs[Int(job)].lines[Int(number)]
    return max(design.page.marginWidth - line.offset - line.width, .zero)
  }

  private mutating func paintLine(
    _ job: Int, _ number: Int, _ node: NodeID, _ at: Point, _ artifact: Artifact?, rises: Bool
  ) {
    let line = paragraphs[job].lines[number]
    if artifact == nil {
      if number == 0 {
        let up = rises ? line.offset + line.width : plan.jobs[job].baseline
        made.places.append(NodePlace(node: node, at: Point(x: at.x, y: at.y - up)))
      }
      note(job, number, node, at.y)
    }
    for position in line.pieces {
      let piece = paragraphs[job].pieces[Int(position)]
      let along = line.offset + piece.x
      let origin =
        rises
        ? Point(x: at.x - piece.style.rise, y: at.y - along)
        : Point(x: at.x + along, y: at.y - piece.style.rise)
      let owner: Owner =
        artifact.map { .artifact($0) }
        ?? (piece.isArtifact ? .artifact(.layout) : .node(piece.owner))
      if document[piece.owner].role == .pictogram {
        pictogram(piece, at: origin, isRepeated: artifact != nil)
        continue
      }
      page.paint(for: owner) {
        $0.glyphs(
          face: piece.style.face, size: piece.style.size, at: origin, colour: piece.style.colour,
          glyphs: paragraphs[job].glyphs[
            Int(piece.glyphs.lowerBound)..<Int(piece.glyphs.upperBound)],
          text: paragraphs[job].text[Int(piece.text.lowerBound)..<Int(piece.text.upperBound)],
          offset: piece.text.lowerBound, fit: piece.fit, rises: rises)
      }
      guard artifact == nil, piece.owner != node else { continue }
      if number == 0 || document[piece.owner].anchor != nil {
        made.places.append(
          NodePlace(node: piece.owner, at: Point(x: origin.x, y: at.y - line.ascent)))
      }
      let tall = line.ascent + line.descent
      link(
        piece.owner,
        rises
          ? Rect(
            x: at.x - line.ascent, y: origin.y - piece.width, width: tall, height: piece.width)
          : Rect(x: origin.x, y: at.y - line.ascent, width: piece.width, height: tall))
    }
  }

  /// Draws a sign in the room that was kept for it.
  private mutating func pictogram(_ piece: Piece, at origin: Point, isRepeated: Bool) {
    guard let sign = design.pictogram(document.look(of: piece.owner)) else { return }
    let isMeant = !isRepeated && document[piece.owner].alternative != nil
    let outline = PictogramPlace.outline(
      of: sign, at: origin, width: piece.width, size: piece.style.size)
    page.paint(for: isMeant ? .node(piece.owner) : .artifact(.layout)) {
      $0.path(outline, .fill(piece.style.colour))
    }
  }

  /// Remembers what stands on the page: consecutive lines of a paragraph as one fragment.
  private mutating func note(_ job: Int, _ line: Int, _ node: NodeID, _ y: Length) {
    if let last = made.fragments.last, last.job == job, last.lines.upperBound == line {
      made.fragments[made.fragments.count - 1].lines = last.lines.lowerBound..<line + 1
      return
    }
    made.fragments.append(PageFragment(node: node, job: job, lines: line..<line + 1, y: y))
  }

  // MARK: Tints, heads, notes, fields

  /// Looks which tints reach onto a page.
  private mutating func enter(_ cut: PageBreak) {
    guard !cut.boxes.isEmpty else { return }
    while nextDecoration < galley.decorations.count,
      Int(galley.decorations[nextDecoration].boxes.lowerBound) < cut.boxes.upperBound
    {
      active.append(nextDecoration)
      nextDecoration += 1
    }
    active.removeAll {
      let tint = galley.decorations[$0]
      return Int(min(tint.boxes.upperBound, tint.contentEnd)) <= cut.boxes.lowerBound
    }
  }

  /// Paints the tints of boxes one below the other; a tint that a break splits is padded at the
  /// edge.
  private mutating func decorate(_ stretch: Stretch) {
    let boxes = stretch.boxes
    // The paddings of all tints that the edges split; outer tints lie further out.
    var above = stretch.padding(ofBreakBefore: boxes.lowerBound, of: galley)
    if let head = stretch.head(of: galley) { above += head.tinted + head.belowSums }
    var below = stretch.padding(ofBreakBefore: boxes.upperBound, of: galley)
    let active = self.active.filter {
      galley.decorations[$0].columns == stretch.set
        && boxes.overlaps(galley.decorations[$0].visible)
    }
    for (position, number) in active.enumerated() {
      let decoration = galley.decorations[number]
      // Tints side by side share their edges.
      let isBeside =
        position + 1 < active.count
        && galley.decorations[active[position + 1]].boxes == decoration.boxes
        && galley.decorations[active[position + 1]].x != decoration.x
      guard let colour = decoration.background, !decoration.boxes.isEmpty else { continue }
      let first = Int(decoration.boxes.lowerBound)
      let end = Int(decoration.boxes.upperBound)
      var top: Length
      if first < boxes.lowerBound {
        top = stretch.top(of: boxes.lowerBound) - above
        if !isBeside { above -= decoration.padding }
      } else {
        top = stretch.top(of: first)
      }
      if top < .zero { top = .zero }
      var foot: Length
      if end > boxes.upperBound {
        foot = stretch.foot(of: boxes.upperBound - 1) + below
        if !isBeside { below -= decoration.padding }
      } else {
        foot = stretch.foot(of: end - 1)
      }
      let isSplit = first < boxes.lowerBound || end > boxes.upperBound
      let last = Int(decoration.contentEnd) - 1
      if isSplit && last < boxes.upperBound {
        foot = stretch.top(of: last) + decoration.contentFoot + decoration.padding
      }
      foot = max(foot, top)
      let field = Rect(
        x: left(of: decoration.column) + stretch.left + decoration.x, y: shape.top + shift + top,
        width: decoration.width, height: foot - top)
      page.paint(for: .artifact(.layout)) { $0.fill(field, colour) }
    }
  }

  /// Paints the head rows of a table that runs over from the page or column before.
  private mutating func repeatHead(_ stretch: Stretch) {
    guard let rows = stretch.head(of: galley) else { return }
    let first = stretch.boxes.lowerBound
    let top = stretch.top(of: first) - stretch.padding(ofBreakBefore: first, of: galley)
    paint(
      rows.placed, at: top - rows.belowSums - rows.height, right: stretch.left, as: .repetition)
  }

  private mutating func paintNotes(_ fill: PageFill, _ cut: PageBreak) {
    guard !fill.notes.isEmpty else { return }
    let foot = max(shape.height, fill.height(padding: .zero, rest: cut.rest))
    paintNotes(
      fill.notes.filter { note in cut.rest.map { note.note <= $0.note } ?? true }, rest: cut.rest,
      at: foot - fill.notesHeight(rest: cut.rest) - shift, right: .zero)
  }

  /// Paints the notes of columns at their feet; of those that stand last on the page at its foot.
  private mutating func paintNotes(of columns: [Stretch], _ fill: PageFill, _ cut: PageBreak) {
    for column in columns where column.notesHeight > .zero {
      var foot = column.bandFoot
      if column.band == fill.bands.count - 1, fill.bands[column.band].end == cut.boxes.upperBound {
        let notes = fill.notes.isEmpty ? .zero : fill.notesHeight(rest: cut.rest) + PageFill.noteGap
        foot = max(foot, shape.height - notes - shift)
      }
      paintNotes(
        column.notes.map { ($0, 0) }, rest: nil, at: foot - column.notesHeight + PageFill.noteGap,
        right: column.left)
    }
  }

  /// Paints notes one below the other, the rule above them; the last up to where it goes on.
  private mutating func paintNotes(
    _ notes: [(note: Int, slice: Int)], rest: NoteRest?, at top: Length, right: Length
  ) {
    var y = top
    let first = notes.first.flatMap { galley.notes[$0.note].slices.first?.placed.first }
    let column = first.map { galley.placed[Int($0)].column } ?? .text
    let rule = Rect(
      x: left(of: column) + right, y: shape.top + shift + y - Length.pt(5),
      width: design.page.textWidth / 4, height: Length.milliPoints(400))
    let colour = design.paragraphs[plan.jobs.first?.style ?? 0].text.colour
    page.paint(for: .artifact(.layout)) { $0.fill(rule, colour) }
    var isFirst = true
    for note in notes {
      var slices = galley.notes[note.note].slices[note.slice...]
      if let rest, rest.note == note.note { slices = slices.prefix(upTo: rest.slice) }
      for (number, slice) in slices.enumerated() {
        if number > 0 || !isFirst { y += slice.space }
        isFirst = false
        paint(slice.placed, at: y, right: right)
        y += slice.height
      }
    }
  }

  /// Paints what stands in fixed fields, field by field.
  private mutating func framedBlocks(_ cut: PageBreak) {
    shift = -shape.top
    for field in FramedField.all(of: cut, in: galley) {
      let area = isVerso ? mirrored(field.frame.area) : field.frame.area
      var y = area.y
      switch field.frame.stand {
      case .head: break
      case .centre: y += (area.height - field.height) / 2
      case .foot: y += area.height - field.height
      }
      for (number, block) in field.blocks.enumerated() {
        if number > 0 { y += block.space }
        paint(block.placed, at: y, left: area.x)
        y += block.height
      }
    }
    shift = .zero
  }

  private mutating func paintArtwork(
    _ artwork: ArtworkID, in field: Rect, of node: NodeID, _ ink: Colour, isOrnament: Bool
  ) {
    made.places.append(NodePlace(node: node, at: Point(x: field.x, y: field.y)))
    let owner: Owner = isOrnament ? .artifact(.background) : .node(node)
    if case .image(let image, _, let crop) = document.artworks[artwork.int] {
      let visible = isOrnament ? bled(field) : field
      let whole = ImagePlace(document.pictures[image.int], crop: crop).whole(filling: visible)
      page.paint(for: owner) { $0.image(image, whole: whole, visible: visible) }
      return
    }
    let drawing = PointPattern(
      artwork: document.artworks[artwork.int], field: field,
      limits: isOrnament ? bled(field) : field, isCropped: isOrnament)
    let outlines = drawing.outlines()
    guard !outlines.isEmpty else { return }
    page.paint(for: owner) { $0.path(outlines, .fill(ink)) }
  }
}
