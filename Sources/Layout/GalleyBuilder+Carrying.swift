import Core
import Manuscript
import Style
import Typesetting

/// What tables say again where a page break splits them, and what they say of their sums.
extension GalleyBuilder {
  /// The place in the galley of a table whose sums are carried; nil where none are, as in columns of
  /// text, where the eye has the rows before it.
  mutating func carriedTable(
    _ table: TablePlan, _ place: TablePlace, _ block: Block
  ) -> UInt32? {
    guard depth == 0, columnSet < 0, let carried = table.carried else { return nil }
    var height = design.paragraphs[carried.style].leading + table.style.rowPadding * 2
    if table.style.isOnGrid { height = height.roundedUp(to: design.page.baseline) }
    galley.carriedTables.append(
      CarriedTable(
        table: place, column: block.column, x: block.x, width: block.width, height: height))
    return UInt32(galley.carriedTables.count - 1)
  }

  /// The height of its line of sums.
  func carriedHeight(of table: UInt32?) -> Length {
    table.map { galley.carriedTables[Int($0)].height } ?? .zero
  }

  /// Marks the boxes of rows that belong together with the sums that a break before each carries.
  ///
  /// A row counts as soon as it has begun: its numbers stand in its first line.
  mutating func carry(
    _ place: UInt32, over first: Int, _ begun: [Int], of table: TablePlan
  ) {
    let sums = table.carried?.columns ?? []
    for (offset, rows) in begun.enumerated() where first + offset < galley.boxes.count {
      // Nothing is no sum.
      guard sums.contains(where: { $0.sums[rows] != 0 }) else { continue }
      galley.boxes[first + offset].carried = Int32(galley.carried.count)
      galley.carried.append(
        CarriedRow(
          table: place, rows: UInt32(rows),
          isLong: height(of: first + offset, while: begun[offset...]) > tallest))
    }
  }

  /// How tall the boxes from one on are above which as many rows have begun.
  private func height(of box: Int, while begun: ArraySlice<Int>) -> Length {
    var height = Length.zero
    for (offset, rows) in begun.enumerated() where rows == begun[begun.startIndex] {
      guard box + offset < galley.boxes.count, height <= tallest else { break }
      height += galley.boxes[box + offset].height
    }
    return height
  }

  /// Says again what cells over several rows say, where a break splits them: in the cell, where what
  /// is left of it has room, else above the rows.
  mutating func repeatLabels(
    _ rows: SetRows, from first: Int, _ block: Block, carriedHeight: Length
  ) {
    for (number, slice) in rows.slices.enumerated().dropFirst() {
      let box = first + number
      let labels = rows.labels.filter { $0.end <= slice.top && $0.reach > slice.top }
      guard !labels.isEmpty, box < galley.boxes.count else { continue }
      let own = galley.boxes[box].head
      var head = own >= 0 ? galley.heads[Int(own)] : RepeatedHead(placed: 0..<0, height: .zero)
      let start = UInt32(galley.placed.count)
      for place in head.placed { galley.placed.append(galley.placed[Int(place)]) }
      let calls = UInt32(galley.tableCalls.count)
      for call in head.tableCalls { galley.tableCalls.append(galley.tableCalls[Int(call)]) }
      let below =
        head.height + head.belowSums + galley.boxes[box].padding
        + (galley.broughtHeight(at: box) > .zero ? carriedHeight : .zero)
      let inset = slice.startsRow ? rows.padding : .zero
      var raised = Length.zero
      var above: [Range<Int>] = []
      for label in labels {
        let first = galley.placed.count
        let job = plan.jobs[label.job]
        let height = job.leading * paragraphs[label.job].lines.count
        let fits = inset + height + rows.padding <= label.reach - slice.top
        let top = fits ? below + inset : head.height
        if !fits { raised = max(raised, height) }
        for line in paragraphs[label.job].lines.indices {
          place(
            .line(job: UInt32(label.job), line: UInt32(line)), node: job.node,
            column: block.column, x: label.x, y: top + job.leading * line + job.baseline)
          call(in: label.job, line)
        }
        if !fits { above.append(first..<galley.placed.count) }
      }
      if raised > .zero {
        // What stands in cells moves down with the rows.
        for place in Int(start)..<galley.placed.count
        where galley.placed[place].y >= below && !above.contains(where: { $0.contains(place) }) {
          galley.placed[place].y += raised
        }
        head.height += raised
        // Rows too few for their own name are better not left for overleaf.
        if galley.boxes[box].penalty < Penalty.prohibited {
          galley.boxes[box].penalty = min(
            galley.boxes[box].penalty + costs[.fewRows], Penalty.prohibited - 1)
          galley.boxes[box].reasons.insert(BreakReasons(.fewRows))
        }
      }
      head.placed = start..<UInt32(galley.placed.count)
      head.tableCalls = calls..<UInt32(galley.tableCalls.count)
      galley.boxes[box].head = Int32(galley.heads.count)
      galley.heads.append(head)
    }
  }

  /// Lets the foot rows come back at the foot of each page on which the table goes on.
  mutating func repeatFoot(from foot: Int, over first: Int, of block: Block) {
    let height = galley.boxes[foot...].reduce(Length.zero) { $0 + $1.height }
    guard height < tallest / 2 else {
      galley.unrepeated.append(
        UnrepeatedRows(table: block.node, isHead: false, boxes: first..<Int.max))
      return
    }
    let start = UInt32(galley.placed.count)
    var top = Length.zero
    for box in galley.boxes[foot...] {
      for number in box.placed {
        var copy = galley.placed[Int(number)]
        copy.y += top
        galley.placed.append(copy)
      }
      top += box.height
    }
    for box in first..<galley.boxes.count where galley.boxes[box].head >= 0 {
      let head = Int(galley.boxes[box].head)
      galley.heads[head].foot = start..<UInt32(galley.placed.count)
      galley.heads[head].footHeight = top
    }
  }
}

extension Galley {
  /// The sums that a break before a box carries.
  private func carriedRow(at box: Int) -> CarriedRow? {
    guard boxes.indices.contains(box), boxes[box].carried >= 0 else { return nil }
    return carried[Int(boxes[box].carried)]
  }

  /// The height of the line of sums at the head of a page that starts with a box.
  func broughtHeight(at box: Int) -> Length {
    guard let row = carriedRow(at: box), !row.isLong else { return .zero }
    return carriedTables[Int(row.table)].height
  }

  /// The height of the line of sums at the foot of a page from a box to before another.
  func forwardHeight(before box: Int, from start: Int) -> Length {
    guard let row = carriedRow(at: box) else { return .zero }
    if let first = carriedRow(at: start), first.isLong, first.table == row.table,
      first.rows == row.rows
    {
      return .zero
    }
    return carriedTables[Int(row.table)].height
  }

  /// The foot rows of a table that a break before a box splits, where they come back.
  func repeatedFoot(at box: Int) -> RepeatedHead? {
    guard boxes.indices.contains(box), boxes[box].head >= 0 else { return nil }
    let head = heads[Int(boxes[box].head)]
    return head.foot.isEmpty ? nil : head
  }

  /// What a page that ends before a box needs below the last of its own: the padding of tints that
  /// the break splits, the line of sums, foot rows that come back.
  func foot(before box: Int, from start: Int) -> Length {
    guard box < boxes.count else { return .zero }
    return boxes[box].padding + forwardHeight(before: box, from: start)
      + (repeatedFoot(at: box)?.footHeight ?? .zero)
  }
}

extension Length {
  /// The next multiple of a line.
  func roundedUp(to line: Length) -> Length {
    // Up to a hundredth of a point of rounding does not cost a line.
    let lines = (sp + line.sp - 656) / Swift.max(line.sp, 1)
    return line * Int(lines)
  }
}
