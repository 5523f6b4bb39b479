import Core

/// Boxes of a page that stand side by side in columns: the text runs down one and then the next.
///
/// A page is a sequence of bands and of boxes across it. A band is as low as it can be while all its
/// boxes stand in its columns, so the last one on a page ends in columns of equal height.
struct ColumnBand: Sendable {
  /// Its columns, in the galley's `columnSets`.
  let set: Int32
  /// Its first box.
  let start: Int
  /// Its top, from the top of the type area.
  let top: Length
  /// Whether it starts the page, so that what it holds may go on from the page before.
  let startsPage: Bool
  /// The box after its last.
  private(set) var end: Int
  /// How its boxes are dealt out; not before it is settled.
  private(set) var division: ColumnDivision?
  /// How tall it is.
  private(set) var height = Length.zero
  /// What its breaks between columns cost.
  private(set) var penalty: Int32 = 0
  /// Whether `height` is the least that it can be.
  private(set) var isEstimate = false
  private var tallest = Length.zero
  private let count: Int

  init(
    set: Int32, start: Int, top: Length, startsPage: Bool, of galley: Galley, on shape: PageShape
  ) {
    let columns = galley.columnSets[Int(set)]
    self.set = set
    self.start = start
    // Columns begin as a page does: their first lines stand on the grid.
    self.top =
      columns.isOnGrid
      ? shape.snapped(top, baseline: shape.baseline.scaled(by: 3, over: 4)) : top
    self.startsPage = startsPage
    end = start
    count = columns.count
  }

  /// Whether another band starts with the same box at the same place.
  func startsAs(_ other: ColumnBand) -> Bool {
    start == other.start && top == other.top && startsPage == other.startsPage
      && set == other.set
  }

  /// Adds the next box.
  ///
  /// A page may end after any box, so each time the band is divided anew. Where it is certainly too
  /// tall for its page, or ends higher than anybody looks at, the least it takes is enough.
  mutating func add(
    _ number: Int, of galley: Galley, on shape: PageShape, from least: Length,
    by cutter: inout ColumnCutter
  ) {
    tallest = max(tallest, galley.boxes[number].height)
    end = number + 1
    division = nil
    let share = max(tallest, cutter.leastHeight(start..<end, in: count, of: galley))
    let foot = top + share
    if foot < least || foot > shape.height + shape.runLong + shape.baseline {
      (height, penalty, isEstimate) = (share, 0, true)
    } else {
      measure(of: galley, on: shape, by: &cutter)
    }
  }

  /// Looks how tall it is.
  mutating func measure(of galley: Galley, on shape: PageShape, by cutter: inout ColumnCutter) {
    let found = cutter.measure(self, of: galley, on: shape)
    (height, penalty, isEstimate) = (found.height, found.penalty, false)
  }

  /// Deals its boxes out for good.
  mutating func settle(of galley: Galley, on shape: PageShape, by cutter: inout ColumnCutter) {
    guard division == nil else { return }
    let found = cutter.divide(self, of: galley, on: shape)
    (height, penalty) = (found.height, found.penalty)
    division = found
  }
}

/// Boxes of a band dealt out to columns.
struct ColumnDivision: Sendable, Hashable {
  /// The boxes of each column, first to last; columns at the end may be empty.
  var columns: [Range<Int>]
  /// The height of the tallest column, its notes included.
  var height: Length
  /// What the breaks between columns cost.
  var penalty: Int32
  /// What it costs in all: see `ColumnCutter`.
  var cost: Int64

  /// Adds empty columns.
  mutating func fill(to count: Int) {
    let end = columns.last?.upperBound ?? 0
    while columns.count < count { columns.append(end..<end) }
  }
}

/// Boxes one below the other in a column, the footnotes of the column below them.
struct ColumnStack: Sendable {
  let shape: PageShape
  /// Its top and the foot of its last box, from the top of the type area.
  let top: Length
  private(set) var y: Length
  /// The height of its notes with the white above.
  private(set) var notes = Length.zero
  private var isEmpty = true
  /// Whether it goes on with what stands before it.
  private let startsOver: Bool

  init(top: Length, startsOver: Bool, on shape: PageShape) {
    self.shape = shape
    self.top = top
    self.startsOver = startsOver
    y = top
  }

  /// How tall it is.
  var height: Length { y - top + notes }

  /// Adds a box; gives its top.
  mutating func add(_ box: GalleyBox, of galley: Galley) -> Length {
    var place = y
    if !isEmpty {
      place += box.space
    } else if startsOver {
      if box.head >= 0 {
        place += galley.heads[Int(box.head)].height + galley.heads[Int(box.head)].belowSums
      }
      place += box.columnPadding
    }
    isEmpty = false
    if box.snaps { place = shape.snapped(place, baseline: box.baseline) }
    y = place + box.height
    for number in box.notes where galley.notes[Int(number)].standsInColumn {
      for (position, slice) in galley.notes[Int(number)].slices.enumerated() {
        notes += notes == .zero ? PageFill.noteGap : position > 0 ? slice.space : .zero
        notes += slice.height
      }
    }
    return place
  }
}
