import Core

/// Boxes that stand one below the other: those of a page, columns taken as one block, or those of a
/// column.
struct Stretch: Sendable {
  /// The boxes.
  var boxes: Range<Int>
  /// The columns it is one of, in the galley's `columnSets`, or -1.
  var set: Int32 = -1
  /// The band of the page that it stands in, or -1.
  var band = -1
  /// Its left edge, from that of the first column.
  var left = Length.zero
  /// Whether it goes on from a page or column before.
  var startsOver = true
  /// The footnotes at its foot, and their height with the white above.
  var notes: [Int] = []
  var notesHeight = Length.zero
  /// The foot of its band.
  var bandFoot = Length.zero
  /// The tops and feet of its boxes.
  private var tops: [Length]
  private var feet: [Length]

  /// The boxes of a page. Those in columns count from the top of their columns to the foot.
  init(page cut: PageBreak, tops: [Length], columns: [Stretch], of galley: Galley) {
    boxes = cut.boxes
    self.tops = tops
    feet = zip(cut.boxes, tops).map { $1 + galley.boxes[$0].height }
    for column in columns {
      for number in column.boxes { feet[number - boxes.lowerBound] = column.bandFoot }
    }
    if let first = columns.first, first.boxes.lowerBound == boxes.lowerBound, !boxes.isEmpty {
      self.tops[0] = first.bandTop
    }
  }

  /// The top of its band.
  private var bandTop = Length.zero

  private init(column: Range<Int>, tops: [Length], of galley: Galley) {
    boxes = column
    self.tops = tops
    feet = zip(column, tops).map { $1 + galley.boxes[$0].height }
  }

  /// The columns of bands, first to last; empty ones left out.
  static func columns(of bands: [ColumnBand], in galley: Galley, on shape: PageShape) -> [Stretch] {
    var columns: [Stretch] = []
    for (position, band) in bands.enumerated() {
      let pitch = galley.columnSets[Int(band.set)].pitch
      for (number, boxes) in (band.division?.columns ?? []).enumerated() where !boxes.isEmpty {
        let startsOver = number > 0 || band.startsPage
        var stack = ColumnStack(top: band.top, startsOver: startsOver, on: shape)
        let tops = boxes.map { stack.add(galley.boxes[$0], of: galley) }
        var column = Stretch(column: boxes, tops: tops, of: galley)
        column.set = band.set
        column.band = position
        column.left = pitch * number
        column.startsOver = startsOver
        column.notesHeight = stack.notes
        column.notes = boxes.flatMap { galley.boxes[$0].notes.map { Int($0) } }
          .filter { galley.notes[$0].standsInColumn }
        column.bandTop = band.top
        column.bandFoot = band.top + band.height
        columns.append(column)
      }
    }
    return columns
  }

  /// The top of a box.
  func top(of box: Int) -> Length { tops[box - boxes.lowerBound] }

  /// The foot of a box.
  func foot(of box: Int) -> Length { feet[box - boxes.lowerBound] }

  /// The padding of the tints that a break before a box would split, of those in a column or of
  /// those around columns, and the line of sums carried over it.
  func padding(ofBreakBefore box: Int, of galley: Galley) -> Length {
    guard box < galley.boxes.count, startsOver || box != boxes.lowerBound else { return .zero }
    if set < 0 {
      return galley.boxes[box].padding - galley.boxes[box].columnPadding
        + (box == boxes.lowerBound
          ? galley.broughtHeight(at: box)
          : galley.forwardHeight(before: box, from: boxes.lowerBound))
    }
    return galley.boxes[box].columns == set ? galley.boxes[box].columnPadding : .zero
  }

  /// The head rows repeated above its first box.
  func head(of galley: Galley) -> RepeatedHead? {
    let first = galley.boxes[boxes.lowerBound]
    guard startsOver, first.columns == set, first.head >= 0 else { return nil }
    return galley.heads[Int(first.head)]
  }
}

extension Decoration {
  /// The boxes in which something stands in it.
  var visible: Range<Int> {
    let end = min(boxes.upperBound, contentEnd)
    return Int(min(boxes.lowerBound, end))..<Int(end)
  }
}
