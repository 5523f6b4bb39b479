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

  /// The type area of a page under a master.
  package init(page: PageGeometry, master: PageMaster?) {
    top = master?.top ?? page.top
    height = page.trim.height - top - (master?.bottom ?? page.bottom)
    firstBaseline = page.top + page.baseline.scaled(by: 3, over: 4)
    baseline = page.baseline
    runLong = page.runLong
  }
}

extension PageShape {
  /// The type area lying on its side: its lines are as long as an upright page's type area is tall.
  package init(turnedIn page: PageGeometry) {
    top = .zero
    height = page.fullWidth
    firstBaseline = page.baseline.scaled(by: 3, over: 4)
    baseline = page.baseline
    runLong = .zero
  }
}

/// Where a footnote that did not end on its page goes on.
package struct NoteRest: Sendable, Hashable {
  /// The note, in the galley's `notes`.
  package var note: Int
  /// Its first slice on the next page.
  package var slice: Int
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

  /// The bottom of the last box, from the top of the type area.
  private(set) var y = Length.zero
  /// The bottom of the margin column.
  private(set) var asideBottom = Length.zero
  /// The notes of this page, in order: number and first slice.
  private(set) var notes: [NoteRest] = []
  /// The height of all slices of all notes but the last one.
  private var earlierNotes = Length.zero
  /// The heights of the slices of the last note.
  private var lastNote: [Length] = []
  private var isEmpty = true

  init(shape: PageShape, carried: NoteRest?, of galley: Galley) {
    self.shape = shape
    if let carried { add(note: carried, of: galley) }
  }

  /// Adds a box; gives its top.
  mutating func add(_ number: Int, of galley: Galley) -> Length {
    let box = galley.boxes[number]
    var top = y
    if isEmpty {
      if box.head >= 0 { top += galley.heads[Int(box.head)].height }
      top += box.padding
      isEmpty = false
    } else {
      top += box.space
    }
    if box.isFull && top < asideBottom { top = asideBottom + PageFill.asideGap }
    if box.snaps {
      let grid = shape.baseline.sp
      let over = (shape.top + top + box.baseline - shape.firstBaseline).sp % grid
      // Up to a hundredth of a point of rounding does not cost a line.
      let down = over < 0 ? -over : over == 0 ? 0 : grid - over
      if down < grid - 656 { top += Length(sp: down) }
    }
    y = top + box.height
    for note in box.notes { add(note: NoteRest(note: Int(note), slice: 0), of: galley) }
    return top
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

  private mutating func add(note: NoteRest, of galley: Galley) {
    earlierNotes += lastNote.reduce(.zero, +)
    lastNote = []
    for (number, slice) in galley.notes[note.note].slices[note.slice...].enumerated() {
      lastNote.append(slice.height + (number > 0 || !notes.isEmpty ? slice.space : .zero))
    }
    notes.append(note)
  }

  /// What the page needs if it ends here, `padding` of split tints included.
  func needs(padding: Length) -> (height: Length, rest: NoteRest?) {
    let text = max(y + padding, asideBottom)
    guard let last = notes.last else { return (text, nil) }
    let gap = text > .zero ? PageFill.noteGap : .zero
    let whole = earlierNotes + lastNote.reduce(.zero, +) + gap
    if text + whole <= shape.height || lastNote.count < 2 { return (text + whole, nil) }
    // The last note goes on overleaf: as much of it as fits stays, one slice at least.
    var kept = 1
    var height = text + gap + earlierNotes + lastNote[0]
    while kept < lastNote.count - 1, height + lastNote[kept] <= shape.height {
      height += lastNote[kept]
      kept += 1
    }
    return (height, NoteRest(note: last.note, slice: last.slice + kept))
  }

  /// The height of the notes, without the gap above, up to where they are split.
  func notesHeight(rest: NoteRest?) -> Length {
    guard let last = notes.last else { return .zero }
    let kept = rest.map { $0.slice - last.slice } ?? lastNote.count
    return earlierNotes + lastNote.prefix(kept).reduce(.zero, +)
  }
}
