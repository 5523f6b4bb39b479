import Core
import Manuscript
import Style
import Typesetting

/// Makes the galley of a run from its blocks and their typeset paragraphs.
struct GalleyBuilder {
  let document: Document
  let design: DesignBook
  let plan: FlowPlan
  let paragraphs: [TypesetParagraph]
  /// What page breaks cost.
  let costs: PageBreakCosts
  var galley = Galley()
  /// The first box of each text-holding node, in order.
  var starts: [NodeStart] = []

  /// White asked for since the last box; the greatest counts.
  var space = Length.zero
  /// Whether the next white asked for above is swallowed: padding stands there already.
  var swallows = false
  /// What a break before the next box costs at least.
  var penalty: Int32 = 0
  /// What that cost is made of.
  var reasons: BreakReasons = []
  /// Whether the next box starts a page.
  var startsPage = false
  /// Whether whole lines of white may be added above the next box.
  var stretchesNext = false
  /// How many of them the style of what stands above allows by itself.
  var stretchAbove = 0
  /// How much must still follow the last heading on its page.
  var runway = Length.zero
  /// The columns in which that heading stands.
  var runwaySet: Int32 = -1
  /// What may float and ended right before the next box.
  var waitingFloat: FloatingBlock?
  /// A rule that stands above the next box and moves onto the grid with it.
  var crown: Crown?
  /// Labels that hang beside the next line.
  var labels: [HangingLabel] = []
  /// How deep in cells, quadrants, notes and margins we are; 0 is the page.
  var depth = 0
  /// Tints and rules of what is being stacked off the page: their fields are set when it is.
  var fields: [Field] = []
  /// How many boxes the page's list has, while another list is being made.
  var pageBoxes = 0
  /// What the next box of the page will carry.
  var waitingAsides: [Aside] = []
  var waitingNotes: [NodeID] = []
  /// The notes of the table in hand that stand below its end, in columns of text.
  var notesOfColumn: [UInt32] = []
  /// The notes of the table in hand that stand once, below its end.
  var lateNotes: [LateNote] = []
  /// The notes below tables that have been set, by their places in the galley.
  var tableNotes: [NodeID: UInt32] = [:]
  var waitingFramed: [FramedBlock] = []
  /// Turned galleys before the first box.
  var waitingSheets: Range<UInt32> = 0..<0
  /// The turned galley being made, or -1.
  var sheet = -1
  /// The columns that the text runs in, or -1.
  var columnSet: Int32 = -1
  /// Where footnotes called in them stand.
  var columnNotes = ColumnNotes.page

  /// Where a text-holding node starts.
  struct NodeStart: Sendable, Hashable {
    var node: NodeID
    var box: Int32
    /// The turned galley in which it starts, or -1.
    var sheet: Int32 = -1
  }

  /// A rule above boxes still to come, and the white around it.
  struct Crown {
    var fills: [Placed]
    /// The white above the rule.
    var space: Length
    /// From the rule to the next box, white between not counted.
    var height: Length
    var isFull: Bool
  }

  /// A label waiting for its line.
  struct HangingLabel {
    var job: Int
    var x: Length
    var column: Placement
  }

  /// A tint in a list that is not the page's: `placed` is set when the list is stacked.
  struct Field {
    var placed: Int
    var boxes: Range<Int>
  }

  init(document: Document, design: DesignBook, plan: FlowPlan, paragraphs: [TypesetParagraph]) {
    self.document = document
    self.design = design
    self.plan = plan
    self.paragraphs = paragraphs
    costs = design.pageBreaking
    galley.costs = costs
  }

  /// The galley of a run.
  mutating func galley(of run: PageRun) -> Galley {
    for block in run.blocks where !plan.blocks[block].isNote { flow(block) }
    if !waitingAsides.isEmpty || !waitingNotes.isEmpty || !waitingFramed.isEmpty
      || !waitingSheets.isEmpty
    {
      box(height: .zero, baseline: .zero, penalty: Penalty.heading, for: .heading) { _ in }
    }
    endFloat()
    endSections()
    return galley
  }

  mutating func flow(_ number: Int) {
    let block = plan.blocks[number]
    if block.isTurned && depth == 0 && sheet < 0 { return turned(number) }
    if block.frame >= 0 && depth == 0 { return framed(number) }
    if block.column == .margin && depth == 0 { return aside(number) }
    if block.spansColumns && depth == 0 && columnSet >= 0 {
      let outer = columnSet
      columnSet = -1
      set(number, block)
      columnSet = outer
    } else {
      set(number, block)
    }
  }

  private mutating func set(_ number: Int, _ block: Block) {
    switch block.kind {
    case .paragraph(let job, let label): paragraph(block, job, label)
    case .stack(let style): stack(number, plan.boxStyles[style])
    case .hanging(let label, let style): hanging(number, label, plan.boxStyles[style])
    case .grid(let style): grid(number, plan.boxStyles[style])
    case .columns(let style): columns(number, plan.boxStyles[style])
    case .table(let table): self.table(number, table)
    case .artwork(let artwork, let style, let isOrnament):
      picture(block, artwork, plan.boxStyles[style], isOrnament)
    }
  }

  mutating func flowChildren(of number: Int) {
    var child = number + 1
    while child < plan.blocks[number].end {
      if !plan.blocks[child].isNote { flow(child) }
      child = plan.blocks[child].end
    }
  }

  // MARK: Boxes

  /// Asks for white; of neighbours the greater counts.
  mutating func want(_ white: Length) {
    guard !swallows else { return }
    space = max(space, white)
    if depth == 0, let bare = waitingFloat?.resume { waitingFloat?.resume = max(bare, white) }
  }

  /// Adds a box with what `fill` puts into it.
  mutating func box(
    height: Length, baseline: Length, penalty own: Int32 = 0, for reasons: BreakReasons = [],
    snaps: Bool = false, isFull: Bool = false, head: Int32 = -1,
    _ fill: (inout GalleyBuilder) -> Void
  ) {
    let start = UInt32(galley.placed.count)
    fill(&self)
    add(
      height: height, baseline: baseline, penalty: own, for: reasons, snaps: snaps,
      isFull: isFull, head: head, placed: start..<UInt32(galley.placed.count))
  }

  /// Adds a box around what has been placed already.
  mutating func add(
    height: Length, baseline: Length, penalty own: Int32 = 0, for ownReasons: BreakReasons = [],
    snaps: Bool = false, isFull: Bool = false, head: Int32 = -1, placed: Range<UInt32>
  ) {
    var box = GalleyBox(
      space: space, height: height, baseline: baseline, penalty: max(own, penalty), placed: placed,
      snaps: snaps, isFull: isFull, head: head, padding: .zero, asides: 0..<0, notes: 0..<0,
      framed: 0..<0)
    if box.penalty > 0 { box.reasons = own > penalty ? ownReasons : reasons }
    if let crown { wear(crown, &box) }
    space = .zero
    (penalty, reasons) = (0, [])
    swallows = false
    if depth == 0 {
      endFloat()
      box.columns = columnSet
      if snaps && columnSet >= 0 { galley.columnSets[Int(columnSet)].isOnGrid = true }
      if runway > .zero {
        if !galley.boxes.isEmpty, box.penalty < Penalty.prohibited {
          let dearer = min(box.penalty + costs[.lowHeading], Penalty.prohibited - 1)
          // Below a heading over all columns these may break: it stands above each.
          if runwaySet != columnSet { box.pagePenalty = dearer - box.penalty }
          box.penalty = dearer
          box.reasons.insert(BreakReasons(.lowHeading))
        }
        let isAcross = columnSet >= 0 && runwaySet != columnSet
        let columns = isAcross ? galley.columnSets[Int(columnSet)].count : 1
        runway -= (box.space + box.height) / columns
      }
      // What follows a heading does not leave it.
      if startsPage && !galley.boxes.isEmpty && box.penalty < Penalty.prohibited {
        box.penalty = Penalty.forced
      }
      startsPage = false
      // Where the eye expects white, which at most doubles; less between what belongs together.
      if columnSet < 0 {
        let lines = Int(box.space.sp / design.page.baseline.sp)
        let isFree = box.penalty < costs[.announced]
        // What is bound to a heading leaves it by no more than one that stands far from it anyway.
        box.stretch = isFree ? max(stretchesNext ? 1 : 0, lines) : lines > 1 ? lines : 0
        // Where the design says how much, that holds.
        box.stretch = max(box.stretch, stretchAbove)
      }
      stretchesNext = false
      stretchAbove = 0
      let asides = UInt32(galley.asides.count)
      galley.asides += waitingAsides
      waitingAsides = []
      box.asides = asides..<UInt32(galley.asides.count)
      let framed = UInt32(galley.framed.count)
      galley.framed += waitingFramed
      waitingFramed = []
      box.framed = framed..<UInt32(galley.framed.count)
      box.sheets = waitingSheets
      waitingSheets = 0..<0
      galley.boxes.append(box)
      attachNotes()
    } else {
      galley.boxes.append(box)
    }
  }

  /// Puts a rule on top of a box: it grows by the rule's distance, and what stands in it moves.
  private mutating func wear(_ crown: Crown, _ box: inout GalleyBox) {
    let extra = crown.height + space
    for number in box.placed { galley.placed[Int(number)].y += extra }
    galley.placed += crown.fills
    box.placed = box.placed.lowerBound..<UInt32(galley.placed.count)
    box.space = crown.space
    box.height += extra
    box.baseline += extra
    box.isFull = box.isFull || crown.isFull
    self.crown = nil
  }

  private mutating func attachNotes() {
    guard !waitingNotes.isEmpty else { return }
    let first = UInt32(galley.notes.count)
    let called = waitingNotes
    waitingNotes = []
    attachTableNotes(called)
    for note in called where !plan.belowTables.contains(note) {
      guard let block = plan.notes[note] else { continue }
      let list = apart { $0.flow(block) }
      let slices = list.boxes.map {
        NoteSlice(space: $0.space, height: $0.height, placed: $0.placed)
      }
      var made = FootNote(node: note, slices: slices)
      made.standsInColumn = columnSet >= 0 && columnNotes == .column && list.height <= longestNote
      galley.notes.append(made)
    }
    let box = galley.boxes.count - 1
    galley.boxes[box].notes = first..<UInt32(galley.notes.count)
  }

  /// The tallest note that stands in a column, or below each part of its table: one that had to be
  /// parted stands below all columns, or below the end of the table.
  var longestNote: Length { design.page.textHeight / 3 }

  // MARK: Lists beside the page's

  /// Boxes made apart from the page: of a cell, a quadrant, a note, a margin.
  struct ListApart {
    var boxes: [GalleyBox]
    var fields: [Field]
    var placed: Range<UInt32>
    /// The sum of heights and white.
    var height: Length
    /// The first baseline, from the top.
    var baseline: Length
  }

  /// Makes a list of its own; what is placed in it counts from the tops of its boxes.
  mutating func apart(_ body: (inout GalleyBuilder) -> Void) -> ListApart {
    let boxes = galley.boxes
    let outer = (space, swallows, penalty, reasons, labels, fields, crown)
    if depth == 0 { pageBoxes = boxes.count }
    galley.boxes = []
    (space, swallows, penalty, reasons, labels, fields, crown) = (.zero, true, 0, [], [], [], nil)
    depth += 1
    let start = UInt32(galley.placed.count)
    body(&self)
    depth -= 1
    var list = ListApart(
      boxes: galley.boxes, fields: fields, placed: start..<UInt32(galley.placed.count),
      height: .zero, baseline: galley.boxes.first?.baseline ?? .zero)
    for box in list.boxes { list.height += box.space + box.height }
    galley.boxes = boxes
    (space, swallows, penalty, reasons, labels, fields, crown) = outer
    return list
  }

  /// Makes the places of a list count from its top instead, moved by `x` and `y`.
  mutating func stackUp(_ list: ListApart, x: Length, y: Length, column: Placement) {
    var tops: [Length] = []
    var top = y
    for box in list.boxes {
      top += box.space
      tops.append(top)
      for number in box.placed { galley.placed[Int(number)].y += top }
      top += box.height
    }
    for field in list.fields where !field.boxes.isEmpty {
      let first = tops[field.boxes.lowerBound]
      let last = field.boxes.upperBound - 1
      galley.placed[field.placed].y = first
      if case .fill(let width, _, let colour) = galley.placed[field.placed].thing {
        galley.placed[field.placed].thing = .fill(
          width: width, height: tops[last] + list.boxes[last].height - first, colour)
      }
    }
    for number in list.placed {
      galley.placed[Int(number)].x += x
      galley.placed[Int(number)].column = column
    }
  }

  /// A block in the margin column.
  mutating func aside(_ number: Int) {
    let list = apart { $0.flow(number) }
    guard !list.boxes.isEmpty else { return }
    stackUp(list, x: .zero, y: .zero, column: .margin)
    waitingAsides.append(Aside(placed: list.placed, height: list.height, baseline: list.baseline))
  }

  /// A block in a fixed field.
  mutating func framed(_ number: Int) {
    let frame = plan.frames[Int(plan.blocks[number].frame)]
    let list = apart {
      $0.swallows = false
      $0.flow(number)
    }
    guard let first = list.boxes.first else { return }
    stackUp(list, x: .zero, y: .zero, column: .text)
    // Counted from the white above the first box, which vanishes at the top of the field.
    for place in list.placed { galley.placed[Int(place)].y -= first.space }
    waitingFramed.append(
      FramedBlock(
        frame: frame, space: first.space, height: list.height - first.space, placed: list.placed))
  }

  /// A block that stands turned on pages of its own. The text goes on beneath what stood before it,
  /// so that no page ends early for its sake.
  mutating func turned(_ number: Int) {
    let outer = self
    galley = Galley()
    galley.costs = costs
    (space, swallows, penalty, reasons, labels, fields, crown) = (.zero, true, 0, [], [], [], nil)
    (waitingAsides, waitingNotes, waitingFramed) = ([], [], [])
    columnSet = -1
    sheet = outer.galley.sheets.count
    flow(number)
    let made = galley
    let starts = self.starts
    self = outer
    self.starts = starts
    guard !made.boxes.isEmpty else { return }
    // A heading above it has on those pages what it heads.
    (penalty, reasons, runway) = (0, [], .zero)
    galley.sheets.append(made)
    let last = UInt32(galley.sheets.count)
    if galley.boxes.isEmpty {
      waitingSheets = (waitingSheets.isEmpty ? last - 1 : waitingSheets.lowerBound)..<last
    } else {
      let box = galley.boxes.count - 1
      let known = galley.boxes[box].sheets
      galley.boxes[box].sheets = (known.isEmpty ? last - 1 : known.lowerBound)..<last
    }
  }

  mutating func place(
    _ thing: Thing, node: NodeID, column: Placement, x: Length, y: Length
  ) {
    galley.placed.append(Placed(thing: thing, node: node, column: column, x: x, y: y))
  }
}

extension ParagraphJob {
  /// The baseline in a line's slice, from its top: at three quarters of the leading, whatever the
  /// face, so that lines of equal leading stand in register.
  var baseline: Length { leading.scaled(by: 3, over: 4) }
}
