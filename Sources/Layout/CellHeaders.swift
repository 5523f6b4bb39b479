import Core
import Display
import Manuscript

/// A cell with the rows and columns it takes.
private struct GridCell {
  var node: NodeID
  var rows: Range<Int>
  var columns: Range<Int>
  var scope: HeaderScope?
  var isInHead: Bool
}

/// Names the header cells of each cell of a complex table: one with several rows of headings, or
/// with cells over several rows or columns. Of others the scopes say enough.
///
/// *Source:* ISO 32000-1 table 349 (`Headers`); ISO 14289-1 §7.5.
func nameCells(
  of table: NodeID, columns: Int, in document: Document, _ elements: inout [StructureElement]
) {
  var cells: [GridCell] = []
  var headRows = 0
  var row = 0
  var spans = false
  // The row below the last cell of each column.
  var free = [Int](repeating: 0, count: columns)
  var node = table.int + 1
  while node < document[table].end.int {
    let current = document.nodes[node]
    switch current.role {
    case .tableHead, .tableBody, .tableFoot: node += 1
    case .row:
      var isInHead = false
      if case .tableHead = document[current.parent].role { isInHead = true }
      if isInHead { headRows += 1 }
      var column = 0
      for child in document.children(of: NodeID(node)) {
        while column < columns && free[column] > row { column += 1 }
        guard column < columns else { break }
        let span = document[child].role.cellSpan
        let wide = min(max(1, Int(span.columns)), columns - column)
        let tall = max(1, Int(span.rows))
        spans = spans || wide > 1 || tall > 1
        var scope: HeaderScope?
        if case .headerCell(let own, _) = document[child].role { scope = own }
        cells.append(
          GridCell(
            node: child, rows: row..<row + tall, columns: column..<column + wide, scope: scope,
            isInHead: isInHead))
        for place in column..<column + wide { free[place] = row + tall }
        column += wide
      }
      row += 1
      node = current.end.int
    default: node = current.end.int
    }
  }
  guard headRows > 1 || spans else { return }
  let heads = cells.filter { $0.isInHead && $0.scope != nil && $0.scope != .row }
  // Row headers that stand beside the cells of the row in hand, tall ones to their end.
  var beside: [GridCell] = []
  var next = 0
  for (position, cell) in cells.enumerated() {
    if position == 0 || cells[position - 1].rows.lowerBound != cell.rows.lowerBound {
      beside.removeAll { $0.rows.upperBound <= cell.rows.lowerBound }
      let row = cells[position...].prefix { $0.rows.lowerBound == cell.rows.lowerBound }
      let end = row.reduce(0) { max($0, $1.rows.upperBound) }
      while next < cells.count, cells[next].rows.lowerBound < end {
        if let scope = cells[next].scope, scope != .column { beside.append(cells[next]) }
        next += 1
      }
    }
    var names: [NodeID] = []
    for head in heads
    where head.rows.upperBound <= cell.rows.lowerBound && head.columns.overlaps(cell.columns) {
      names.append(head.node)
    }
    for head in beside
    where head.rows.overlaps(cell.rows) && head.columns.upperBound <= cell.columns.lowerBound {
      names.append(head.node)
    }
    elements[cell.node.int].headers = names
    for name in names { elements[name.int].namesCells = true }
  }
}
