import Core

extension Prose {
  /// The narrative as stable text: a line a block, inlines in brackets.
  package func dump(indent: Int = 0) -> String {
    var text = Prose.dump(blocks, indent)
    for (position, note) in notes.enumerated() {
      text += line("note \(position)", indent) + Prose.dump(note.blocks, indent + 1)
    }
    return text
  }

  private static func dump(_ blocks: [ProseBlock], _ indent: Int) -> String {
    var text = ""
    for block in blocks {
      switch block.content {
      case .heading(let level, let inlines, let anchor):
        let name = anchor.map { " {#\($0.value)}" } ?? ""
        text += line("heading \(level)\(name): \(inlines.dump)", indent)
      case .paragraph(let inlines): text += line("paragraph: \(inlines.dump)", indent)
      case .list(let first, let items):
        text += line(first.map { "list from \($0)" } ?? "list", indent)
        for item in items { text += line("item", indent + 1) + dump(item.blocks, indent + 2) }
      case .definitions(let definitions):
        text += line("definitions", indent)
        for definition in definitions {
          text += line("term: \(definition.term.dump)", indent + 1)
          text += dump(definition.meanings, indent + 2)
        }
      case .quote(let blocks): text += line("quote", indent) + dump(blocks, indent + 1)
      case .table(let table):
        text += line("table \(table.columns.map(\.rawValue))", indent)
        text += legend(table.legend, indent + 1)
        if table.width != .automatic { text += line("width: \(table.width)", indent + 1) }
        if table.foot != .automatic { text += line("foot: \(table.foot)", indent + 1) }
        if !table.widths.isEmpty {
          text += line("columns: \(table.widths.map(\.words).joined(separator: ", "))", indent + 1)
        }
        for (number, row) in (table.head + table.rows).enumerated() {
          let head = number > 0 && number < table.head.count ? "head " : ""
          text += line(head + row.map(\.dump).joined(separator: " | "), indent + 1)
        }
      case .figure(let figure):
        text += line("figure \(figure.file.value): \(figure.alternative.value)", indent)
        switch figure.width {
        case .column(1_000): break
        case .column(let share): text += line("width: \(share)", indent + 1)
        case .full: text += line("width: full", indent + 1)
        }
        let crop = figure.crop
        if figure.kind != .figure { text += line("kind: \(figure.kind)", indent + 1) }
        if crop != .none {
          text += line("crop: \(crop.top) \(crop.right) \(crop.bottom) \(crop.left)", indent + 1)
        }
        text += legend(figure.legend, indent + 1)
      }
    }
    return text
  }

  private static func legend(_ legend: Legend, _ indent: Int) -> String {
    var text = ""
    if let anchor = legend.anchor { text += line("anchor: \(anchor.value)", indent) }
    if !legend.caption.isEmpty { text += line("caption: \(legend.caption.dump)", indent) }
    if let source = legend.source { text += line("source: \(source.value)", indent) }
    if let date = legend.date { text += line("date: \(date.value)", indent) }
    return text
  }
}

private func line(_ words: String, _ indent: Int) -> String {
  String(repeating: "  ", count: indent) + words + "\n"
}

extension ProseCell {
  /// The cell as a part of a line.
  fileprivate var dump: String {
    let span = columns > 1 || rows > 1 ? "[\(columns)×\(rows)] " : ""
    return span + blocks.map(ProseCell.dump).joined(separator: " [paragraph] ")
  }

  private static func dump(_ block: ProseBlock) -> String {
    switch block.content {
    case .paragraph(let inlines): return inlines.dump
    case .list(let first, let items):
      return items.enumerated().map { position, item in
        let mark = first.map { "\($0 + position). " } ?? "- "
        return mark + item.blocks.map(dump).joined(separator: " ")
      }.joined(separator: " [item] ")
    default: return block.plainText
    }
  }
}

extension [ProseInline] {
  /// The pieces as one stable line.
  fileprivate var dump: String {
    map { inline in
      switch inline.content {
      case .text(let words): words
      case .emphasis(let inner): "[em \(inner.dump)]"
      case .strong(let inner): "[strong \(inner.dump)]"
      case .verbatim(let words): "[verbatim \(words)]"
      case .span(let language, let inner): "[\(language.tag) \(inner.dump)]"
      case .link(let address, let inner): "[link \(address) \(inner.dump)]"
      case .reference(let anchor, let form, let inner):
        "[\(form.rawValue) #\(anchor)\(inner.isEmpty ? "" : " " + inner.dump)]"
      case .note(let position): "[note \(position)]"
      case .lineBreak: "[break]"
      }
    }.joined()
  }
}
