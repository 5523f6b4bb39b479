import Core

extension PageList {
  /// The pages as stable text: a line an operation, under the owner that it belongs to.
  package func dump() -> String {
    var out = ""
    for (number, page) in pages.enumerated() {
      out += "page \(number + 1)"
      out += " folio “\(page.folio)” \(page.trim.width)×\(page.trim.height)\n"
      for span in page.spans {
        switch span.owner {
        case .node(let id): out += "  node \(id) \(structure.elements[id.int].type.rawValue)\n"
        case .artifact(let kind): out += "  artifact \(kind.rawValue)\n"
        }
        for op in page.ops[Int(span.ops.lowerBound)..<Int(span.ops.upperBound)] {
          out += "    \(page.dump(op))\n"
        }
      }
      for link in page.links {
        out += "  link \(link.owner) “\(link.contents)”\n"
      }
    }
    return out
  }

  /// The printed page number of each anchor.
  package var folios: [String] {
    destinations.map { pages.indices.contains($0.page) ? pages[$0.page].folio : "" }
  }
}

extension Page {
  fileprivate func dump(_ op: Op) -> String {
    switch op {
    case .fill(let rect, let colour):
      return "fill \(rect.x) \(rect.y) \(rect.width)×\(rect.height) \(colour)"
    case .path(let steps, let paint):
      switch paint {
      case .fill(let colour): return "path \(steps.count) fill \(colour)"
      case .stroke(let colour, let width): return "path \(steps.count) stroke \(width) \(colour)"
      }
    case .glyphs(let run):
      var words: [UInt8] = []
      for glyph in glyphs[Int(run.glyphs.lowerBound)..<Int(run.glyphs.upperBound)] {
        words += text[Int(glyph.text)..<Int(glyph.text) + Int(glyph.textLength)]
      }
      return "text \(run.origin.x) \(run.origin.y) face \(run.face) \(run.size) \(run.colour)"
        + " “\(String(decoding: words, as: UTF8.self))”"
    }
  }
}

extension StructureTree {
  /// The tree as stable, indented text: an element a line.
  package func dump() -> String {
    var out = ""
    var depths = [Int](repeating: 0, count: elements.count)
    for (position, element) in elements.enumerated() {
      if position > 0 { depths[position] = depths[element.parent.int] + 1 }
      out += String(repeating: "  ", count: depths[position]) + "\(position) "
      out += element.type.rawValue
      if let title = element.title { out += " “\(title)”" }
      if let scope = element.scope { out += " scope \(scope.rawValue)" }
      if element.columnSpan > 1 { out += " columns \(element.columnSpan)" }
      if element.rowSpan > 1 { out += " rows \(element.rowSpan)" }
      if let numbering = element.numbering { out += " numbering \(numbering.rawValue)" }
      if let language = element.language { out += " lang \(language.tag)" }
      if let alternative = element.alternative { out += " alt “\(alternative)”" }
      out += "\n"
    }
    return out
  }
}
