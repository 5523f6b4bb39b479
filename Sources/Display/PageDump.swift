import Core

extension PageList {
  /// The pages as stable text: a page, its owners, their marks.
  package func dump() -> String {
    var out = ""
    for (number, page) in pages.enumerated() {
      out += "page \(number)"
      if !page.folio.isEmpty { out += " “\(page.folio)”" }
      out += " \(page.trim.width)×\(page.trim.height)\n" + page.dump()
    }
    for destination in destinations {
      out += "destination \(destination.name): page \(destination.page)"
      out += " \(destination.at.x),\(destination.at.y) node \(destination.node)\n"
    }
    for entry in outline {
      out += "bookmark \(String(repeating: "  ", count: entry.depth))“\(entry.title)”"
      out += " page \(entry.page) \(entry.at.x),\(entry.at.y)\n"
    }
    for label in labels {
      out += "label from page \(label.page): \(label.style.rawValue) \(label.start)\n"
    }
    return out
  }
}

extension Page {
  /// The marks as stable text: an owner, then its marks, indented.
  package func dump() -> String {
    var out = ""
    for span in spans {
      if let turn, turn.ops.contains(span.ops.lowerBound) { out += "  turned" }
      switch span.owner {
      case .node(let node): out += "  node \(node)\n"
      case .artifact(let artifact): out += "  artifact \(artifact.rawValue)\n"
      }
      for op in ops[Int(span.ops.lowerBound)..<Int(span.ops.upperBound)] {
        out += "    " + describe(op) + "\n"
      }
    }
    for link in links {
      out += "  link of \(link.owner) “\(link.contents)” to \(describe(link.target)):"
      for area in link.areas { out += " \(area.x),\(area.y) \(area.width)×\(area.height)" }
      out += "\n"
    }
    return out
  }

  private func describe(_ op: Op) -> String {
    switch op {
    case .glyphs(let run):
      let scale = run.fit.scale == 0 ? "" : " \(run.fit.scale)‱"
      let apart = run.fit.apart == .zero ? "" : " \(run.fit.apart) apart"
      return "text \(run.origin.x),\(run.origin.y) face \(run.face) \(run.size) \(run.colour)"
        + scale + apart
        + " “\(text(of: run))”"
    case .fill(let rect, let colour):
      return "fill \(rect.x),\(rect.y) \(rect.width)×\(rect.height) \(colour)"
    case .path(let steps, let paint):
      switch paint {
      case .fill(let colour): return "path of \(steps.count) steps, filled \(colour)"
      case .stroke(let colour, let width):
        return "path of \(steps.count) steps, stroked \(width) \(colour)"
      }
    case .image(let image, let whole, let visible):
      var words = "image \(image) \(visible.x),\(visible.y) \(visible.width)×\(visible.height)"
      if whole != visible { words += " of \(whole.x),\(whole.y) \(whole.width)×\(whole.height)" }
      return words
    }
  }

  private func describe(_ target: LinkTarget) -> String {
    switch target {
    case .anchor(let anchor): "anchor \(anchor)"
    case .address(let address): address
    }
  }

  /// The characters of a run of glyphs, a soft hyphen shown as `¬`.
  package func text(of run: GlyphRun) -> String {
    var bytes: [UInt8] = []
    for glyph in glyphs[Int(run.glyphs.lowerBound)..<Int(run.glyphs.upperBound)] {
      let start = Int(glyph.text)
      bytes += text[start..<start + Int(glyph.textLength)]
    }
    var shown = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      shown.append(scalar == "\u{AD}" ? "¬" : scalar)
    }
    return String(shown)
  }
}

extension StructureTree {
  /// The tree as stable, indented text: an element a line with its attributes.
  package func dump() -> String {
    var out = ""
    var depths = [Int](repeating: 0, count: elements.count)
    for (position, element) in elements.enumerated() {
      if position > 0 { depths[position] = depths[element.parent.int] + 1 }
      out += String(repeating: "  ", count: depths[position])
      out += "\(position) \(element.type.rawValue)"
      if element.isOfParent { out += " of its parent" }
      if let language = element.language { out += " lang=\(language.tag)" }
      if let title = element.title { out += " title=“\(title)”" }
      if let alternative = element.alternative { out += " alt=“\(alternative)”" }
      if let scope = element.scope { out += " scope=\(scope.rawValue)" }
      if element.columnSpan > 1 { out += " columns=\(element.columnSpan)" }
      if element.rowSpan > 1 { out += " rows=\(element.rowSpan)" }
      if let numbering = element.numbering { out += " numbering=\(numbering.rawValue)" }
      out += "\n"
    }
    return out
  }
}
