import Core
import Manuscript
import Style
import Typesetting

/// A group of rows that has begun and goes on.
struct RowGroup {
  /// The look of the row that names it.
  var look: LookID
  /// The paragraph that says overleaf what goes on.
  var job: Int
  /// Its left edge.
  var x: Length
}

/// The names of groups of rows, said again where a page break splits the group.
extension GalleyBuilder {
  /// Ends the groups that a row ends which names another one; the foot ends them all.
  func close(_ groups: inout [RowGroup], before row: RowPlan, of table: TablePlan) {
    if row.band != .body { return groups.removeAll() }
    guard rowStyle(row)?.saysContinued ?? false else { return }
    let look = document[row.node].look
    if let outer = groups.firstIndex(where: { $0.look == look }) { groups.removeSubrange(outer...) }
  }

  /// Begins the group that a row names; a row that sums up a group ends it.
  func open(_ groups: inout [RowGroup], with row: RowPlan, of table: TablePlan) {
    guard let style = rowStyle(row) else { return }
    if style.keepWithPrevious { _ = groups.popLast() }
    guard style.saysContinued, let first = row.cells.first, table.cells[first].label >= 0 else {
      return
    }
    groups.append(
      RowGroup(
        look: document[row.node].look, job: Int(table.cells[first].label),
        x: table.places[table.cells[first].column].x))
  }

  /// Says the names of groups again, below the sums, where a page begins with one of the boxes from
  /// a number on.
  mutating func name(
    _ groups: [RowGroup], from first: Int, _ block: Block, of table: TablePlan,
    carriedHeight: Length
  ) {
    guard depth == 0, !groups.isEmpty else { return }
    for box in first..<galley.boxes.count {
      let own = galley.boxes[box].head
      // Without a head there is nothing that comes back.
      guard own >= 0 else { return }
      var head = galley.heads[Int(own)]
      let start = UInt32(galley.placed.count)
      for number in head.placed { galley.placed.append(galley.placed[Int(number)]) }
      let top =
        head.height + galley.boxes[box].padding
        + (galley.boxes[box].carried >= 0 ? carriedHeight : .zero)
      for group in groups {
        let job = plan.jobs[group.job]
        let lines = paragraphs[group.job].lines.indices
        var y = top + head.belowSums + table.style.rowPadding
        for line in lines {
          place(
            .line(job: UInt32(group.job), line: UInt32(line)), node: job.node,
            column: block.column, x: block.x + group.x, y: y + job.baseline)
          y += job.leading
        }
        head.belowSums = y + table.style.rowPadding - top
        if table.style.isOnGrid {
          head.belowSums = head.belowSums.roundedUp(to: design.page.baseline)
        }
      }
      head.placed = start..<UInt32(galley.placed.count)
      galley.boxes[box].head = Int32(galley.heads.count)
      galley.heads.append(head)
    }
  }
}
