import CCmark
import Core
import Planning

/// The lines that legends consist of.
private enum LegendLine: CaseIterable {
  case caption
  case source
  case date
  case width
  case crop

  var word: String {
    switch self {
    case .caption: "Popis:"
    case .source: "Zdroj:"
    case .date: "Stav k:"
    case .width: "Šířka:"
    case .crop: "Výřez:"
    }
  }
}

extension LegendLine {
  /// Whether tables have no such line.
  fileprivate var isOfPictures: Bool { self == .width || self == .crop }
}

extension NarrativeReader {
  /// A paragraph, or a figure where a picture stands alone.
  mutating func paragraph(_ node: OpaquePointer, at place: SourceSpan) -> ProseBlock? {
    guard let first = cmark_node_first_child(node), cmark_node_get_type(first) == CMARK_NODE_IMAGE
    else {
      let inlines = settle(pieces(of: node))
      return inlines.isEmpty ? nil : ProseBlock(.paragraph(inlines), at: place)
    }
    return figure(first, in: node, at: place)
  }

  private mutating func figure(
    _ image: OpaquePointer, in node: OpaquePointer, at place: SourceSpan
  ) -> ProseBlock? {
    source.cursor = Int(place.start)
    source.limit = Int(place.end)
    let start = source.cursor
    let words = settle(inlinePieces(of: image, depth: 1))
    let closing = source.cursor
    source.skipLinkTail()
    let at = source.span(start, source.cursor)
    let address = cmark_node_get_url(image).map { String(cString: $0) } ?? ""
    let file = normalised(address.removingPercentEscapes)
    var figure = ProseFigure(
      file: Located(file, at: at),
      alternative: Located(words.plainText, at: source.span(start + 2, closing)))
    var rest: [MarkdownPiece] = []
    if let next = cmark_node_next(image) { rest = pieces(from: next) }
    if !rest.isEmpty {
      guard case .lineEnd? = rest.first, let lines = legendLines(Array(rest.dropFirst())) else {
        report(
          IntakeDiagnostics.picture, at: at,
          Phrase(
            cs: "Na řádku obrázku nebo hned pod ním je jiný text.",
            en: "Other text stands beside the picture or directly below it."),
          fix: Phrase(
            cs: "Pod obrázek patří jen řádky „Popis: …“, „Zdroj: …“, „Stav k: …“, „Šířka: …“ "
              + "a „Výřez: …“.",
            en: "Only lines “Popis: …”, “Zdroj: …”, “Stav k: …”, “Šířka: …” and “Výřez: …” may "
              + "follow a picture."))
        return nil
      }
      add(lines, to: &figure)
    }
    if PlainValue.trimmed(words.plainText).isEmpty || file.isEmpty {
      report(
        IntakeDiagnostics.picture, at: at,
        Phrase(
          cs: "Obrázek nemá náhradní text nebo soubor.",
          en: "The picture lacks its alternative text or its file."),
        fix: Phrase(
          cs: "Napište ![co je na obrázku](obrazky/soubor.png), aby mu rozuměl i nevidomý.",
          en: "Write ![what it shows](obrazky/file.png), so that the blind can follow."))
      return nil
    }
    pictures.append(Located(file, at: at))
    return ProseBlock(.figure(figure), at: place)
  }

  /// The pieces from a node to the last of its siblings.
  private mutating func pieces(from node: OpaquePointer) -> [MarkdownPiece] {
    // A parent of their own makes them look like any other run of inlines.
    guard let holder = cmark_node_new(CMARK_NODE_PARAGRAPH) else { return [] }
    defer { cmark_node_free(holder) }
    var child: OpaquePointer? = node
    while let moved = child {
      child = cmark_node_next(moved)
      cmark_node_append_child(holder, moved)
    }
    return inlinePieces(of: holder, depth: 0)
  }

  /// Takes a paragraph of legend lines below a table or figure into it.
  mutating func addLegend(_ node: OpaquePointer, to blocks: inout [ProseBlock]) -> Bool {
    guard cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH, let last = blocks.last,
      let first = cmark_node_first_child(node), cmark_node_get_type(first) == CMARK_NODE_TEXT
    else { return false }
    let head = String(decoding: literal(first), as: UTF8.self)
    guard LegendLine.allCases.contains(where: { head.hasPrefix($0.word) }) else { return false }
    switch last.content {
    case .table(var table):
      guard let lines = legendLines(pieces(of: node)) else { return brokenLegend(node) }
      if lines.contains(where: \.0.isOfPictures) {
        report(
          IntakeDiagnostics.legend, at: place(of: node),
          Phrase(
            cs: "Řádky „Šířka: …“ a „Výřez: …“ patří jen pod obrázek, ne pod tabulku.",
            en: "Lines “Šířka: …” and “Výřez: …” belong below pictures only, not below tables."),
          fix: Phrase(cs: "Řádek smažte.", en: "Delete the line."))
        return true
      }
      add(lines, to: &table.legend)
      blocks[blocks.count - 1].content = .table(table)
    case .figure(var figure):
      guard let lines = legendLines(pieces(of: node)) else { return brokenLegend(node) }
      add(lines, to: &figure)
      blocks[blocks.count - 1].content = .figure(figure)
    default: return false
    }
    return true
  }

  private mutating func brokenLegend(_ node: OpaquePointer) -> Bool {
    report(
      IntakeDiagnostics.legend, at: place(of: node),
      Phrase(
        cs: "Popis tabulky nebo obrázku má řádek, který nezačíná Popis:, Zdroj:, Stav k:, "
          + "Šířka: ani Výřez:.",
        en: "A legend has a line that begins with none of Popis:, Zdroj:, Stav k:, Šířka:, Výřez:."
      ),
      fix: Phrase(
        cs: "Oddělte další text prázdným řádkem.",
        en: "Part the text that follows by an empty line.")
    )
    return true
  }

  /// Cuts pieces into legend lines; nil where a line is none.
  private func legendLines(_ pieces: [MarkdownPiece]) -> [(LegendLine, [MarkdownPiece])]? {
    var lines: [[MarkdownPiece]] = [[]]
    for piece in pieces {
      if case .lineEnd = piece { lines.append([]) } else { lines[lines.count - 1].append(piece) }
    }
    var result: [(LegendLine, [MarkdownPiece])] = []
    for var line in lines {
      guard case .words(let bytes, let offsets)? = line.first,
        let kind = LegendLine.allCases.first(where: { bytes.starts(with: Array($0.word.utf8)) })
      else { return nil }
      var start = kind.word.utf8.count
      while start < bytes.count, bytes[start] == 0x20 { start += 1 }
      line[0] = .words(Array(bytes[start...]), Array(offsets[start...]))
      result.append((kind, line))
    }
    return result
  }

  /// Takes the lines of a picture: its measures, then what tables have, too.
  private mutating func add(_ lines: [(LegendLine, [MarkdownPiece])], to figure: inout ProseFigure)
  {
    for (kind, pieces) in lines where kind.isOfPictures {
      let words = settle(pieces)
      let at = words.first?.at ?? figure.file.at
      if kind == .width {
        figure.width = pictureWidth(words.plainText, at: at) ?? figure.width
      } else {
        figure.crop = pictureCrop(words.plainText, at: at) ?? figure.crop
      }
    }
    add(lines.filter { !$0.0.isOfPictures }, to: &figure.legend)
  }

  private mutating func add(_ lines: [(LegendLine, [MarkdownPiece])], to legend: inout Legend) {
    for (kind, pieces) in lines {
      var pieces = pieces
      switch kind {
      case .caption:
        legend.anchor = takeAnchor(&pieces) ?? legend.anchor
        legend.caption = settle(pieces)
      case .source:
        let words = settle(pieces)
        legend.source = words.first.map { Located(words.plainText, at: $0.at) }
      case .date:
        let words = settle(pieces)
        let text = PlainValue.trimmed(words.plainText)
        guard let at = words.first?.at, let date = PlainValue.date(text) else {
          let at = words.first?.at ?? source.span(source.cursor, source.cursor)
          report(
            IntakeDiagnostics.legend, at: at,
            Phrase(cs: "„\(text)“ není platné datum.", en: "“\(text)” is not a valid date."),
            fix: Phrase(
              cs: "Napište například: Stav k: 31. 12. 2022.",
              en: "Write for example: Stav k: 31. 12. 2022."))
          continue
        }
        legend.date = Located(date, at: at)
      case .width, .crop: break
      }
    }
  }

  /// A table; each row is looked at again for cells that libcmark would drop.
  mutating func table(_ node: OpaquePointer, at place: SourceSpan) -> ProseBlock {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    var columns: [ProseAlignment] = []
    let signs = cmark_gfm_extensions_get_table_alignments(node)
    for column in 0..<count {
      switch signs?[column] {
      case UInt8(ascii: "r"): columns.append(.right)
      case UInt8(ascii: "c"): columns.append(.centre)
      default: columns.append(.left)
      }
    }
    var header: [ProseCell] = []
    var rows: [[ProseCell]] = []
    var child = cmark_node_first_child(node)
    while let row = child {
      child = cmark_node_next(row)
      let cells = cells(of: row)
      if cmark_gfm_extensions_get_table_row_is_header(row) != 0 {
        header = cells
      } else if isLegend(cells) {
        report(
          IntakeDiagnostics.legend, at: self.place(of: row),
          Phrase(
            cs: "Řádek popisu by se stal řádkem tabulky.",
            en: "A line of the legend would become a row of the table."),
          fix: Phrase(
            cs: "Mezi tabulku a její popis vložte prázdný řádek.",
            en: "Put an empty line between the table and its legend."))
      } else {
        rows.append(cells)
      }
    }
    return ProseBlock(.table(ProseTable(columns: columns, header: header, rows: rows)), at: place)
  }

  private func isLegend(_ cells: [ProseCell]) -> Bool {
    guard let first = cells.first, cells.dropFirst().allSatisfy({ $0.inlines.isEmpty }) else {
      return false
    }
    let text = first.inlines.plainText
    return LegendLine.allCases.contains { text.hasPrefix($0.word) }
  }

  private mutating func cells(of row: OpaquePointer) -> [ProseCell] {
    let line = Int(cmark_node_get_start_line(row))
    source.cursor = Int(place(of: row).start)
    let end = source.lineEnd(line)
    var cells: [ProseCell] = []
    if source.cursor < end, source.bytes[source.cursor] == 0x7C { source.cursor += 1 }
    var child = cmark_node_first_child(row)
    while let cell = child {
      child = cmark_node_next(cell)
      let bar = bar(from: source.cursor, to: end)
      var start = source.cursor
      while start < bar, source.bytes[start] == 0x20 || source.bytes[start] == 0x09 { start += 1 }
      var close = bar
      while close > start, source.bytes[close - 1] == 0x20 || source.bytes[close - 1] == 0x09 {
        close -= 1
      }
      source.cursor = start
      source.limit = close
      cells.append(
        ProseCell(
          inlines: settle(inlinePieces(of: cell, depth: 0)), at: source.span(start, close)))
      source.cursor = min(bar + 1, end)
    }
    let rest = source.bytes[source.cursor..<end].firstIndex { $0 != 0x20 && $0 != 0x09 }
    if let rest {
      report(
        IntakeDiagnostics.legend, at: source.span(rest, end),
        Phrase(
          cs: "Řádek tabulky má víc buněk než její záhlaví.",
          en: "A row of the table has more cells than its header."),
        fix: Phrase(
          cs: "Přidejte sloupec do záhlaví, nebo svislou čáru v textu napište jako \\|.",
          en: "Add a column to the header, or write a bar in the text as \\|."))
    }
    return cells
  }

  /// The next bar that parts cells.
  private func bar(from start: Int, to end: Int) -> Int {
    var position = start
    while position < end {
      if source.bytes[position] == 0x5C {
        position += 2
        continue
      }
      if source.bytes[position] == 0x7C { return position }
      position += 1
    }
    return end
  }
}

extension String {
  /// The string with `%C5%99` and the like turned into letters, where that gives UTF-8.
  fileprivate var removingPercentEscapes: String {
    guard utf8.contains(0x25) else { return self }
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? self
  }
}
