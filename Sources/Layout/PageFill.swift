package import Core
package import Style

/// The room of a page for text.
package struct PageShape: Sendable, Hashable {
  /// The top of the type area, from the trimmed edge.
  package var top: Length
  /// The height of the type area.
  package var height: Length
  /// The first baseline of the grid, from the trimmed edge.
  package var firstBaseline: Length
  /// The distance of baselines.
  package var baseline: Length
  /// By how much the last page of a run may exceed its height.
  package var runLong: Length
  /// How much white at its foot may be spread over it in whole lines.
  package var flush: Length

  /// The type area of a page under a master.
  package init(page: PageGeometry, master: PageMaster?) {
    top = master?.top ?? page.top
    height = page.trim.height - top - (master?.bottom ?? page.bottom)
    firstBaseline = page.top + page.baseline.scaled(by: 3, over: 4)
    baseline = page.baseline
    runLong = page.runLong
    flush = page.flush
  }
}

extension PageShape {
  /// A place on the page, or the next one below it at which a baseline so far down stands on the
  /// grid.
  func snapped(_ top: Length, baseline own: Length) -> Length {
    let grid = baseline.sp
    let over = (self.top + top + own - firstBaseline).sp % grid
    // Up to a hundredth of a point of rounding does not cost a line.
    let down = over < 0 ? -over : over == 0 ? 0 : grid - over
    return down < grid - 656 ? top + Length(sp: down) : top
  }

  /// The type area lying on its side: its lines are as long as an upright page's type area is tall.
  package init(turnedIn page: PageGeometry) {
    top = .zero
    height = page.fullWidth
    firstBaseline = page.baseline.scaled(by: 3, over: 4)
    baseline = page.baseline
    runLong = .zero
    flush = .zero
  }
}

/// Where footnotes that did not end on their page go on.
package struct NoteRest: Sendable, Hashable {
  /// The note, in the galley's `notes`.
  package var note: Int
  /// Its first slice on the next page.
  package var slice: Int
  /// The note after the last one that goes on.
  package var end: Int
}

/// The height that boxes take on a page, counted box by box.
///
/// The page breaker and the page maker share it, so what fits is what is painted.
struct PageFill {
  let shape: PageShape
  /// The white between the text and its footnotes, the rule in it.
  static let noteGap = Length.pt(9)
  /// The white between blocks in the margin column.
  static let asideGap = Length.pt(4)
  /// The white above a note of a table.
  static let tableNoteGap = Length.pt(2)

  /// The bottom of the last box, from the top of the type area.
  private(set) var y = Length.zero
  /// The bottom of the margin column.
  private(set) var asideBottom = Length.zero
  /// The notes of this page, in order, and the first slice of each.
  private(set) var notes: [(note: Int, slice: Int)] = []
  /// The notes of the table in hand that this page calls, in order.
  private(set) var tableNotes: [UInt32] = []
  /// The white above them and their height.
  private var tableNotesHeight = Length.zero
  /// Where the notes of tables that end on this page stand.
  private(set) var closed: [(notes: [UInt32], top: Length)] = []
  /// The slices of all notes, with their heights and the white above.
  private var slices: [(note: Int, slice: Int, height: Length)] = []
  /// The first slice of the last note.
  private var lastStart = 0
  private var isEmpty = true
  /// The boxes in columns, top to bottom.
  private(set) var bands: [ColumnBand] = []
  /// The boxes in columns that stand last on the page so far.
  private var band: ColumnBand?
  /// What divides these; who looks at many pages lends his own, which knows their columns.
  var cutter = ColumnCutter()
  /// What stands in columns when what floats does not: bands are of its boxes.
  var passing: PassedFloats?
  /// Where columns end at least, for it to matter how tall they are.
  var leastFoot = Length.zero
  /// How many boxes the margin column has moved down.
  private(set) var pushes = 0

  init(shape: PageShape, carried: NoteRest?, of galley: Galley) {
    self.shape = shape
    if let carried { add(note: carried, of: galley) }
  }

  /// Adds a box, `extra` white above it; gives its top. Its white and whether it is moved onto the
  /// grid may be others than its own, below or in place of what floats.
  mutating func add(
    _ number: Int, of galley: Galley, extra: Length = .zero, white: Length? = nil,
    snapping: Bool = false
  ) -> Length {
    var box = galley.boxes[number]
    if let white { box.space = white }
    box.snaps = box.snaps || snapping
    if box.columns >= 0 { return add(column: number, white: box.space, of: galley) }
    endBand(of: galley)
    var top = y
    if isEmpty {
      if box.head >= 0 {
        top += galley.heads[Int(box.head)].height + galley.heads[Int(box.head)].belowSums
        call(galley.heads[Int(box.head)].tableCalls, of: galley)
      }
      top += box.padding + galley.broughtHeight(at: number)
      isEmpty = false
    } else {
      top += box.space
    }
    if box.isFull && top < asideBottom {
      top = asideBottom + PageFill.asideGap
      pushes += 1
    }
    if box.snaps { top = shape.snapped(top, baseline: box.baseline) }
    top += extra
    y = top + box.height
    call(box.tableCalls, of: galley)
    if box.closesTable {
      closed.append((tableNotes, y))
      y += tableNotesHeight
      (tableNotes, tableNotesHeight) = ([], .zero)
    }
    add(notesOf: box, of: galley)
    return top
  }

  /// Adds a box that stands in columns; gives the top of the columns.
  private mutating func add(column number: Int, white: Length, of galley: Galley) -> Length {
    let box = galley.boxes[number]
    add(notesOf: box, of: galley)
    let place = passing.map { Int($0.places[number]) } ?? number
    if band?.set != box.columns {
      endBand(of: galley)
      var top = y + (isEmpty ? box.padding - box.columnPadding : white)
      if box.isFull && top < asideBottom {
        top = asideBottom + PageFill.asideGap
        pushes += 1
      }
      band = ColumnBand(
        set: box.columns, start: place, top: top, startsPage: isEmpty, of: galley, on: shape)
      isEmpty = false
    }
    if let passing {
      band?.add(place, of: passing.galley, on: shape, from: leastFoot, by: &cutter)
    } else {
      band?.add(place, of: galley, on: shape, from: leastFoot, by: &cutter)
    }
    let top = band?.top ?? y
    y = top + (band?.height ?? .zero)
    return top
  }

  /// Looks how tall the columns are that stand last.
  mutating func measureBand(of galley: Galley) {
    guard let band, band.isEstimate else { return }
    self.band?.measure(of: passing?.galley ?? galley, on: shape, by: &cutter)
    y = band.top + (self.band?.height ?? .zero)
  }

  /// Ends the columns that stand last: what follows stands below them.
  mutating func endBand(of galley: Galley) {
    guard var band else { return }
    if band.isEstimate {
      band.measure(of: passing?.galley ?? galley, on: shape, by: &cutter)
    }
    y = band.top + band.height
    bands.append(band)
    self.band = nil
  }

  /// Deals out the boxes of all columns on the page, which is full.
  mutating func settleBands(of galley: Galley) {
    endBand(of: galley)
    for number in bands.indices { bands[number].settle(of: galley, on: shape, by: &cutter) }
  }

  /// What breaks between columns cost.
  var columnPenalty: Int32 {
    guard band != nil || !bands.isEmpty else { return 0 }
    let sum = bands.reduce(band?.penalty ?? 0) { min($0 + $1.penalty, Penalty.heading) }
    return min(sum, Penalty.heading)
  }

  private mutating func add(notesOf box: GalleyBox, of galley: Galley) {
    for note in box.notes where !galley.notes[Int(note)].standsInColumn {
      add(note: NoteRest(note: Int(note), slice: 0, end: Int(note) + 1), of: galley)
    }
  }

  /// Adds a block of the margin column beside a box; gives its top.
  mutating func add(aside number: Int, beside box: GalleyBox, at top: Length, of galley: Galley)
    -> Length
  {
    let aside = galley.asides[number]
    var place = max(top + box.baseline - aside.baseline, .zero)
    if asideBottom > .zero { place = max(place, asideBottom + PageFill.asideGap) }
    asideBottom = place + aside.height
    return place
  }

  /// Adds notes that stand below the table which calls them, each once.
  private mutating func call(_ calls: Range<UInt32>, of galley: Galley) {
    for call in calls {
      let note = galley.tableCalls[Int(call)]
      guard let place = tableNotes.place(inserting: note) else { continue }
      tableNotes.insert(note, at: place)
      tableNotesHeight += PageFill.tableNoteGap + galley.tableNotes[Int(note)].height
    }
  }

  private mutating func add(note rest: NoteRest, of galley: Galley) {
    for note in rest.note..<rest.end {
      let first = note == rest.note ? rest.slice : 0
      lastStart = slices.count
      for (number, slice) in galley.notes[note].slices[first...].enumerated() {
        let space = number > 0 || !notes.isEmpty ? slice.space : .zero
        slices.append((note, first + number, slice.height + space))
      }
      notes.append((note, first))
    }
  }

  /// What the page needs if it ends here, `padding` of split tints included, and what of its notes
  /// goes on overleaf.
  ///
  /// Only the last note is split, so that each starts on the page of its call; where nothing else
  /// helps, `postponing`, any is, and those after it follow overleaf. The text is `extra` longer
  /// than counted.
  func needs(padding: Length, postponing: Bool = false, extra: Length = .zero) -> (
    height: Length, rest: NoteRest?
  ) {
    let whole = height(padding: padding + extra, rest: nil)
    let least = postponing ? 1 : lastStart + 1
    if whole <= shape.height || slices.count <= least { return (whole, nil) }
    // As much as fits stays, one slice at least; one at least goes on.
    var kept = least
    var height = whole - slices[least...].reduce(.zero) { $0 + $1.height }
    while kept < slices.count - 1, height + slices[kept].height <= shape.height {
      height += slices[kept].height
      kept += 1
    }
    let rest = NoteRest(
      note: slices[kept].note, slice: slices[kept].slice, end: slices[slices.count - 1].note + 1)
    return (height, rest)
  }

  /// How much of the page is taken, notes up to where they go on overleaf included.
  func height(padding: Length, rest: NoteRest?) -> Length {
    let text = max(y + padding + tableNotesHeight, asideBottom)
    guard !slices.isEmpty else { return text }
    return text + notesHeight(rest: rest) + (text > .zero ? PageFill.noteGap : .zero)
  }

  /// Whether the margin column, which lines more or fewer do not move, reaches below the text.
  func isHeldByMargin(padding: Length) -> Bool { asideBottom > y + padding }

  /// How far down the page reaches: what the eye compares with the page beside it.
  func foot(extra: Length) -> Length { slices.isEmpty ? y + extra : shape.height }

  /// The height of the notes, without the gap above, up to where they are split.
  func notesHeight(rest: NoteRest?) -> Length {
    var height = Length.zero
    for slice in slices {
      if let rest, (slice.note, slice.slice) >= (rest.note, rest.slice) { break }
      height += slice.height
    }
    return height
  }
}

extension [UInt32] {
  /// Where a number belongs among these, which ascend; nil where it is one of them.
  fileprivate func place(inserting number: UInt32) -> Int? {
    let place = firstIndex { $0 >= number } ?? count
    return place < count && self[place] == number ? nil : place
  }
}
