import Core

extension Document {
  /// What is broken in the tree itself: each a programming error, not the user's.
  ///
  /// Checked by tests and by debug builds after composing: preorder, closed subtrees, containment
  /// (text-holding nodes hold inlines, others hold blocks), rows that fill their tables, notes and
  /// anchors that point back at what they name.
  ///
  /// *Source:* ISO 32000-1 §14.8.4 (which structure types may hold which).
  package func faults() -> [String] {
    guard let root = nodes.first, root.role == .document else { return ["no root"] }
    var found: [String] = []
    if root.end.int != nodes.count { found.append("the root does not end with the document") }
    for position in nodes.indices { checkTree(at: position, into: &found) }
    // In a broken tree, children cannot be walked.
    guard found.isEmpty else { return found }
    for position in nodes.indices {
      checkText(at: position, into: &found)
      if case .table(let table) = nodes[position].role {
        checkRows(of: NodeID(position), columns: tables[table.int].columns.count, into: &found)
      }
      if case .noteReference(let note) = nodes[position].role, nodes[note.int].role != .note {
        found.append("\(position) calls \(note), which is no note")
      }
    }
    for (position, anchor) in anchors.enumerated() {
      if anchor.node.int >= nodes.count || nodes[anchor.node.int].anchor != AnchorID(position) {
        found.append("the anchor \(anchor.name) is not carried by \(anchor.node)")
      }
    }
    return found
  }

  private func checkTree(at position: Int, into found: inout [String]) {
    guard position > 0 else { return }
    let node = nodes[position]
    let parent = nodes[node.parent.int]
    if node.parent.int >= position { found.append("\(position) stands before its parent") }
    if node.end > parent.end || node.end.int <= position {
      found.append("\(position) does not end inside its parent")
    }
    if !parent.role.admits(node.role) {
      found.append("\(position) \(node.role.dumpName) stands in \(parent.role.dumpName)")
    }
  }

  private func checkText(at position: Int, into found: inout [String]) {
    let node = nodes[position]
    if !node.role.holdsText, !node.inlines.isEmpty { found.append("\(position) must hold no text") }
    var called: [NodeID] = []
    for inline in inlines[Int(node.inlines.lowerBound)..<Int(node.inlines.upperBound)] {
      if case .child(let child) = inline { called.append(child) }
    }
    if node.role.holdsText, called != Array(children(of: NodeID(position))) {
      found.append("\(position): its inlines and its children differ")
    }
  }

  /// Every row must fill its columns, rows that reach down from above included.
  private func checkRows(of table: NodeID, columns: Int, into found: inout [String]) {
    for part in children(of: table) {
      var reaching = [Int](repeating: 0, count: columns)
      for row in children(of: part) where nodes[row.int].role == .row {
        var column = 0
        for cell in children(of: row) {
          guard let span = nodes[cell.int].role.cellSpan else { continue }
          while column < columns, reaching[column] > 0 { column += 1 }
          for place in column..<(column + Int(span.columns)) where place < columns {
            reaching[place] = Int(span.rows)
          }
          column += Int(span.columns)
        }
        while column < columns, reaching[column] > 0 { column += 1 }
        if column != columns { found.append("row \(row) fills \(column) of \(columns) columns") }
        for place in reaching.indices where reaching[place] > 0 { reaching[place] -= 1 }
      }
    }
  }
}

extension Role {
  /// The span of a cell.
  package var cellSpan: CellSpan? {
    switch self {
    case .headerCell(_, let span), .dataCell(let span): span
    default: nil
    }
  }

  /// Whether a node of this role may hold one of another.
  ///
  /// *Source:* ISO 32000-1 §14.8.4, Tagged PDF Best Practice Guide §4.
  package func admits(_ child: Role) -> Bool {
    if holdsText { return child.isInline && !(isReferring && child.isReferring) }
    switch self {
    case .list: return child == .item
    case .item, .note: return child == .label || child == .body
    case .contents:
      switch child {
      case .contents, .contentsEntry: return true
      default: return false
      }
    case .table:
      switch child {
      case .caption, .tableHead, .tableBody, .tableFoot: return true
      default: return false
      }
    case .tableHead, .tableBody, .tableFoot: return child == .row
    case .row: return child.cellSpan != nil
    case .ornament: return false
    case .figure: return child == .caption
    case .document: return child.isPart
    default: return child.isFlow
    }
  }

  /// Whether it is active; what is active cannot stand in what is. A call of a note is not active
  /// of itself: a reference around it is.
  private var isReferring: Bool {
    switch self {
    case .reference, .link: true
    default: false
    }
  }

  private var isPart: Bool {
    if case .part = self { return true }
    return false
  }

  /// Whether a node may stand among paragraphs.
  private var isFlow: Bool {
    switch self {
    case .document, .part, .item, .body, .contentsEntry, .tableHead, .tableBody, .tableFoot, .row,
      .headerCell, .dataCell:
      false
    default: !isInline
    }
  }
}
