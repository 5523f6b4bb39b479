import Core

extension Document {
  /// The document as stable, indented text: one node a line, its text in quotation marks.
  package func dump() -> String {
    var out = "document \(metadata.date) \(languages[0].tag) “\(metadata.title)”\n"
    var depths = [Int](repeating: 0, count: nodes.count)
    for position in nodes.indices {
      let node = nodes[position]
      if position > 0 { depths[position] = depths[node.parent.int] + 1 }
      // Inline nodes print inside the text that holds them.
      guard !nodes[node.parent.int].role.holdsText else { continue }
      out += String(repeating: "  ", count: depths[position])
      out += "\(position) \(node.role.dumpName)"
      if !look(of: NodeID(position)).isEmpty { out += ".\(look(of: NodeID(position)))" }
      if let anchor = node.anchor { out += " #\(anchors[anchor.int].name)" }
      if node.language != 0 { out += " lang=\(languages[Int(node.language)].tag)" }
      if let short = node.short { out += " short=“\(string(short))”" }
      if let alternative = node.alternative { out += " alt=“\(string(alternative))”" }
      out += particulars(of: node)
      if node.role.holdsText { out += " “\(markedText(of: NodeID(position)))”" }
      out += "\n"
    }
    return out
  }

  private func particulars(of node: Node) -> String {
    switch node.role {
    case .table(let table):
      let columns = tables[table.int].columns.map { column in
        column.width == .automatic
          ? column.alignment.rawValue : "\(column.alignment.rawValue):\(column.width.words)"
      }
      let width = tables[table.int].width
      return " [\(columns.joined(separator: " "))]" + (width == .automatic ? "" : " \(width)")
        + (tables[table.int].rotatesHead ? " head rotated" : "")
        + (tables[table.int].foot == .automatic ? "" : " foot \(tables[table.int].foot)")
    case .figure(let artwork), .ornament(let artwork):
      switch artworks[artwork.int] {
      case .points(let points): return " \(points.count) points"
      case .image(let image, let width, let crop):
        let picture = pictures[image.int]
        var words = " \(picture.name) \(picture.upright.width)×\(picture.upright.height)"
        switch width {
        case .column(1_000): break
        case .column(let share): words += " wide \(share)"
        case .full: words += " wide full"
        }
        if crop != .none {
          words += " without \(crop.top) \(crop.right) \(crop.bottom) \(crop.left)"
        }
        return words
      }
    default: return ""
    }
  }

  private func markedText(of id: NodeID) -> String {
    var out = ""
    for position in nodes[id.int].inlines {
      switch inlines[Int(position)] {
      case .text(let range): out += string(range)
      case .lineBreak: out += "⏎"
      case .leader: out += "…→"
      case .pageNumber(let anchor): out += "⟨page of \(anchors[anchor.int].name)⟩"
      case .child(let child): out += "⟨\(marks(of: child)): \(markedText(of: child))⟩"
      }
    }
    return out
  }

  private func marks(of child: NodeID) -> String {
    let node = nodes[child.int]
    var name = node.role.dumpName
    if !look(of: child).isEmpty { name += ".\(look(of: child))" }
    switch node.role {
    case .reference(let anchor): name += " #\(anchors[anchor.int].name)"
    case .link(let range): name += " \(string(range))"
    case .noteReference(let note): name += " \(note)"
    default: break
    }
    if node.language != nodes[node.parent.int].language {
      name += " lang=\(languages[Int(node.language)].tag)"
    }
    return name
  }
}

extension Role {
  /// The role's name in a dump: short, without the types it is made of.
  var dumpName: String {
    switch self {
    case .part(let kind): "part.\(kind.rawValue)"
    case .group(let kind): "group.\(kind.rawValue)"
    case .heading(let level): "heading.\(level)"
    case .list(let kind): "list.\(kind.rawValue)"
    case .contentsEntry(let level): "contentsEntry.\(level)"
    case .table: "table"
    case .headerCell(let scope, let span): "headerCell(\(scope.rawValue)\(span.dumpName))"
    case .dataCell(let span): "dataCell\(span == .single ? "" : "(\(span.columns)×\(span.rows))")"
    case .figure: "figure"
    case .ornament: "ornament"
    case .reference: "reference"
    case .link: "link"
    case .noteReference: "noteReference"
    default: "\(self)"
    }
  }
}

extension CellSpan {
  fileprivate var dumpName: String { self == .single ? "" : " \(columns)×\(rows)" }
}
