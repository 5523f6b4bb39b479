import Core
import Manuscript
import Style

/// A list of boxes that stands beside others in a row: of a cell or a quadrant.
struct BesideList {
  var list: GalleyBuilder.ListApart
  /// Its left edge, from the column's.
  var x: Length
  /// Its top, from the row's.
  var y: Length
}

/// A stretch of a row that no page break may split: no line of any cell crosses its edges.
struct RowSlice {
  var top: Length
  var end: Length
  /// What the boxes that start it want to be kept with the ones before.
  var penalty: Int32
  /// Whether a row of the table starts here.
  var startsRow: Bool
}

extension GalleyBuilder.Field {
  /// A tint behind a column of a row, as tall as the row.
  struct Wide {
    var x: Length
    var width: Length
    var padding: Length
    var colour: Colour?
  }
}

extension GalleyBuilder {
  /// Rows of fewer slices are not split: a line alone would stand on each side.
  static let fewestSlices = 4

  /// The slices of a row: between them a page may break.
  ///
  /// - Parameter tops: the tops of the rows in it, and the end of the last.
  /// - Complexity: sorts the boxes of the row.
  func slices(of columns: [BesideList], tops: [Length]) -> [RowSlice] {
    var lines: [(top: Length, end: Length, penalty: Int32)] = []
    for column in columns {
      var y = column.y
      for box in column.list.boxes {
        y += box.space
        lines.append((y, y + box.height, box.penalty))
        y += box.height
      }
    }
    lines.sort { ($0.top, $0.end) < ($1.top, $1.end) }
    var slices: [RowSlice] = []
    var row = 1
    for line in lines {
      if let last = slices.last, line.top >= last.end {
        while row < tops.count - 1 && tops[row] < last.end { row += 1 }
        if row < tops.count - 1, tops[row] <= line.top {
          slices[slices.count - 1].end = tops[row]
          slices.append(
            RowSlice(top: tops[row], end: line.end, penalty: line.penalty, startsRow: true))
          row += 1
        } else {
          slices.append(
            RowSlice(top: line.top, end: line.end, penalty: line.penalty, startsRow: false))
        }
      } else if slices.isEmpty {
        slices.append(RowSlice(top: .zero, end: line.end, penalty: 0, startsRow: true))
      } else {
        let last = slices.count - 1
        slices[last].end = max(slices[last].end, line.end)
        if line.top <= slices[last].top {
          slices[last].penalty = max(slices[last].penalty, line.penalty)
        }
      }
    }
    if !slices.isEmpty {
      slices[slices.count - 1].end = max(slices[slices.count - 1].end, tops[tops.count - 1])
    }
    return slices
  }

  /// Adds a row slice by slice; its tints become decorations, which go on where it is split.
  ///
  /// - Parameters:
  ///   - besides: rules and other things whose places count from the row's top.
  ///   - term: what a break inside costs.
  mutating func add(
    _ slices: [RowSlice], of columns: [BesideList], besides: Range<UInt32>,
    _ tints: [Field.Wide], _ block: Block, head: Int32, inside term: BreakTerm
  ) {
    let own = costs[term]
    let first = galley.boxes.count
    let decorations = galley.decorations.count
    for tint in tints {
      guard let colour = tint.colour else { continue }
      galley.decorations.append(
        Decoration(
          boxes: 0..<0, column: block.column, x: tint.x, width: tint.width, padding: tint.padding,
          background: colour, columns: columnSet))
    }
    var boxes: [[Placed]] = Array(repeating: [], count: slices.count)
    for column in columns { distribute(column, over: slices, block, into: &boxes) }
    for number in besides {
      let item = galley.placed[Int(number)]
      let slice = slices.lastIndex { $0.top <= item.y } ?? 0
      boxes[slice].append(item)
    }
    let padding = tints.reduce(Length.zero) { max($0, $1.padding) }
    // Each slice answers for the notes that are called in it.
    var called = waitingNotes
    waitingNotes = []
    for (number, slice) in slices.enumerated() {
      var cost: Int32 = 0
      var reasons: BreakReasons = []
      if number > 0 {
        space = slice.top - slices[number - 1].end
        let isAlone = !slice.startsRow && (number == 1 || number == slices.count - 1)
        let parting = slice.startsRow ? costs[.row] * 2 : own
        cost = max(isAlone ? Penalty.stranded : parting, slice.penalty)
        reasons = isAlone ? .stranded : slice.startsRow ? BreakReasons(.row) : BreakReasons(term)
      }
      let start = UInt32(galley.placed.count)
      for var item in boxes[number] {
        item.y -= slice.top
        galley.placed.append(item)
        if case .line(let job, let line) = item.thing {
          callNotes(in: Int(job), Int(line)) { !called.contains($0) }
        }
      }
      called.removeAll { waitingNotes.contains($0) && !plan.belowTables.contains($0) }
      add(
        height: slice.end - slice.top, baseline: .zero, penalty: cost, for: reasons,
        isFull: block.column == .full, head: head,
        placed: start..<UInt32(galley.placed.count))
      if number > 0 {
        galley.boxes[galley.boxes.count - 1].padding += padding
        if columnSet >= 0 { galley.boxes[galley.boxes.count - 1].columnPadding += padding }
      }
    }
    for number in decorations..<galley.decorations.count {
      galley.decorations[number].boxes = UInt32(first)..<UInt32(galley.boxes.count)
    }
  }

  /// Deals what stands in a list out to the slices of its row; tints in it are cut.
  private func distribute(
    _ column: BesideList, over slices: [RowSlice], _ block: Block, into boxes: inout [[Placed]]
  ) {
    let list = column.list
    var tops: [Length] = []
    var y = column.y
    for box in list.boxes {
      y += box.space
      tops.append(y)
      y += box.height
    }
    for field in list.fields where !field.boxes.isEmpty {
      let top = tops[field.boxes.lowerBound]
      let last = field.boxes.upperBound - 1
      let end = tops[last] + list.boxes[last].height
      for (number, slice) in slices.enumerated() where slice.end > top && slice.top < end {
        var item = galley.placed[field.placed]
        guard case .fill(let width, _, let colour) = item.thing else { continue }
        // White between slices is bridged, so that the tint goes on.
        let next = number + 1 < slices.count ? slices[number + 1].top : slice.end
        item.x += column.x
        item.y = max(top, slice.top)
        item.column = block.column
        item.thing = .fill(width: width, height: min(end, next) - item.y, colour)
        boxes[number].append(item)
      }
    }
    var slice = 0
    for (number, box) in list.boxes.enumerated() {
      while slice + 1 < slices.count && slices[slice + 1].top <= tops[number] { slice += 1 }
      for place in box.placed where !list.fields.contains(where: { $0.placed == Int(place) }) {
        var item = galley.placed[Int(place)]
        item.x += column.x
        item.y += tops[number]
        item.column = block.column
        boxes[slice].append(item)
      }
    }
  }
}
