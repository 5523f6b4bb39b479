import Core

extension Document {
  /// The document as stable, indented text: one node a line, its text in quotation marks.
  package func dump() -> String {
    var out = "document \(metadata.date) \(languages[0].tag) “\(metadata.title)”\n"
    var depths = [Int](repeating: 0, count: nodes.count)
    for position in nodes.indices {
      let node = nodes[position]
      if position > 0 { depths[position] = depths[node.parent.int] + 1 }
      guard !node.role.isInline else { continue }
      out += String(repeating: "  ", count: depths[position])
      out += "\(position) \(node.role)"
      let look = looks[node.look.int]
      if !look.isEmpty { out += " .\(look)" }
      if let anchor = node.anchor { out += " #\(anchors[anchor.int].name)" }
      if node.language != 0 { out += " lang=\(languages[Int(node.language)].tag)" }
      if let alternative = node.alternative { out += " alt=“\(string(alternative))”" }
      if node.role.holdsText { out += " “\(markedText(of: NodeID(position)))”" }
      out += "\n"
    }
    return out
  }

  private func markedText(of id: NodeID) -> String {
    var out = ""
    for position in nodes[id.int].inlines {
      switch inlines[Int(position)] {
      case .text(let range): out += string(range)
      case .lineBreak: out += "⏎"
      case .leader: out += "…→"
      case .pageNumber(let anchor): out += "⟨page of \(anchors[anchor.int].name)⟩"
      case .child(let child):
        let node = nodes[child.int]
        var name = "\(node.role)"
        if case .reference(let anchor) = node.role { name = "reference \(anchors[anchor.int].name)" }
        if case .link(let range) = node.role { name = "link \(string(range))" }
        if node.language != nodes[id.int].language { name += " lang=\(languages[Int(node.language)].tag)" }
        out += "⟨\(name): \(markedText(of: child))⟩"
      }
    }
    return out
  }
}
