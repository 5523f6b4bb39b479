import CCmark
import Core
import Planning

/// The lines that legends consist of.
enum LegendLine: CaseIterable {
  case caption
  case source
  case date
  case width
  case head
  case foot
  case crop

  var word: String {
    switch self {
    case .caption: "Popis:"
    case .source: "Zdroj:"
    case .date: "Stav k:"
    case .width: "Šířka:"
    case .head: "Záhlaví:"
    case .foot: "Zápatí:"
    case .crop: "Výřez:"
    }
  }
}

extension LegendLine {
  /// Whether it is said otherwise of pictures than of tables.
  fileprivate var isMeasure: Bool { self == .width || self == .crop || isOfTables }

  /// Whether only tables have it.
  fileprivate var isOfTables: Bool { self == .head || self == .foot }
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
      guard case .lineEnd? = rest.first,
        case .lines(let lines) = legendLines(Array(rest.dropFirst()))
      else {
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
      guard let lines = soundLegend(node) else { return true }
      add(lines, to: &table)
      blocks[blocks.count - 1].content = .table(table)
    case .figure(var figure):
      guard let lines = soundLegend(node) else { return true }
      add(lines, to: &figure)
      blocks[blocks.count - 1].content = .figure(figure)
    default: return false
    }
    return true
  }

  /// The legend lines of a paragraph; nil with a finding where a line is none.
  private mutating func soundLegend(_ node: OpaquePointer) -> [LegendPieces]? {
    let own = pieces(of: node)
    switch legendLines(own) {
    case .lines(let lines): return lines
    case .stranger(let offset):
      let start = offset.map(Int.init) ?? Int(place(of: node).start)
      report(
        IntakeDiagnostics.legend, at: source.span(start, source.endOfLine(from: start)),
        Phrase(
          cs: "Popis tabulky nebo obrázku má řádek, který nezačíná Popis:, Zdroj:, Stav k:, "
            + "Šířka:, Záhlaví:, Zápatí: ani Výřez:.",
          en: "A legend has a line that begins with none of Popis:, Zdroj:, Stav k:, Šířka:, "
            + "Záhlaví:, Zápatí:, Výřez:."
        ),
        fix: Phrase(
          cs: "Oddělte další text prázdným řádkem.",
          en: "Part the text that follows by an empty line."))
      return nil
    }
  }

  /// A line of a legend: what it says, and its words.
  private typealias LegendPieces = (LegendLine, [MarkdownPiece])

  /// What a paragraph below a table or picture turns out to be.
  private enum LegendReading {
    case lines([LegendPieces])
    /// A line of it is none of a legend's; where that starts, if it is known.
    case stranger(UInt32?)
  }

  /// Cuts pieces into legend lines.
  private func legendLines(_ pieces: [MarkdownPiece]) -> LegendReading {
    var lines: [[MarkdownPiece]] = [[]]
    for piece in pieces {
      if case .lineEnd = piece { lines.append([]) } else { lines[lines.count - 1].append(piece) }
    }
    var result: [LegendPieces] = []
    for var line in lines {
      guard case .words(let bytes, let offsets)? = line.first,
        let kind = LegendLine.allCases.first(where: { bytes.starts(with: Array($0.word.utf8)) })
      else { return .stranger(line.first?.start) }
      var start = kind.word.utf8.count
      while start < bytes.count, bytes[start] == 0x20 { start += 1 }
      line[0] = .words(Array(bytes[start...]), Array(offsets[start...]))
      result.append((kind, line))
    }
    return .lines(result)
  }

  /// Takes the lines of a table: its width, then what pictures have, too.
  private mutating func add(_ lines: [LegendPieces], to table: inout ProseTable) {
    for (kind, pieces) in lines where kind.isMeasure {
      let words = settle(pieces)
      let at = words.first?.at ?? pieces.first.map { source.span(Int($0.start), Int($0.start)) }
      guard let at else { continue }
      if kind == .width {
        table.width = tableWidth(words.plainText, at: at) ?? table.width
      } else if kind == .head {
        table.rotatesHead = headTurn(words.plainText, at: at) ?? table.rotatesHead
      } else if kind == .foot {
        table.foot = footPlace(words.plainText, at: at) ?? table.foot
      } else {
        report(
          IntakeDiagnostics.legend, at: at,
          Phrase(
            cs: "Řádek „Výřez: …“ patří jen pod obrázek, ne pod tabulku.",
            en: "The line “Výřez: …” belongs below pictures only, not below tables."),
          fix: Phrase(cs: "Řádek smažte.", en: "Delete the line."))
      }
    }
    add(lines.filter { !$0.0.isMeasure }, to: &table.legend)
  }

  /// Takes the lines of a picture: its measures, then what tables have, too.
  private mutating func add(_ lines: [LegendPieces], to figure: inout ProseFigure) {
    for (kind, pieces) in lines where kind.isMeasure {
      let words = settle(pieces)
      let at = words.first?.at ?? figure.file.at
      if kind == .width {
        figure.width = pictureWidth(words.plainText, at: at) ?? figure.width
      } else if kind.isOfTables {
        report(
          IntakeDiagnostics.legend, at: at,
          Phrase(
            cs: "Řádek „\(kind.word) …“ patří jen pod tabulku, ne pod obrázek.",
            en: "The line “\(kind.word) …” belongs below tables only, not below pictures."),
          fix: Phrase(cs: "Řádek smažte.", en: "Delete the line."))
      } else {
        figure.crop = pictureCrop(words.plainText, at: at) ?? figure.crop
      }
    }
    add(lines.filter { !$0.0.isMeasure }, to: &figure.legend)
  }

  private mutating func add(_ lines: [LegendPieces], to legend: inout Legend) {
    for (kind, pieces) in lines {
      var pieces = pieces
      switch kind {
      case .caption:
        legend.anchor = takeAnchor(&pieces) ?? legend.anchor
        legend.caption = settle(pieces)
      case .source:
        let words = settle(pieces)
        legend.source = words.first.map { Located(words.plainText, at: $0.at) }
        legend.sourceWords = words
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
      case .width, .head, .foot, .crop: break
      }
    }
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
