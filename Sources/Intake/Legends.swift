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
  case columns
  case crop
  case kind

  var word: String {
    switch self {
    case .caption: "Popis:"
    case .source: "Zdroj:"
    case .date: "Stav k:"
    case .width: "Šířka:"
    case .head: "Záhlaví:"
    case .foot: "Zápatí:"
    case .columns: "Sloupce:"
    case .crop: "Výřez:"
    case .kind: "Druh:"
    }
  }
}

extension LegendLine {
  /// Whether it is said otherwise of pictures than of tables.
  fileprivate var isMeasure: Bool { belongsToTables || belongsToPictures }

  /// Whether it says how a table stands.
  fileprivate var belongsToTables: Bool {
    self == .width || self == .head || self == .foot || self == .columns
  }

  /// Whether it says how a picture stands, or what it is.
  fileprivate var belongsToPictures: Bool { self == .width || self == .crop || self == .kind }
}

extension NarrativeReader {
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
            + "Šířka:, Záhlaví:, Zápatí:, Sloupce:, Výřez: ani Druh:.",
          en: "A legend has a line that begins with none of Popis:, Zdroj:, Stav k:, Šířka:, "
            + "Záhlaví:, Zápatí:, Sloupce:, Výřez:, Druh:."
        ),
        fix: Phrase(
          cs: "Oddělte další text prázdným řádkem.",
          en: "Part the text that follows by an empty line."))
      return nil
    }
  }

  /// A line of a legend: what it says, and its words.
  typealias LegendPieces = (LegendLine, [MarkdownPiece])

  /// What a paragraph below a table or picture turns out to be.
  enum LegendReading {
    case lines([LegendPieces])
    /// A line of it is none of a legend's; where that starts, if it is known.
    case stranger(UInt32?)
  }

  /// Cuts pieces into legend lines.
  func legendLines(_ pieces: [MarkdownPiece]) -> LegendReading {
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

  /// Takes the lines of a table: its measures, then what pictures have, too.
  private mutating func add(_ lines: [LegendPieces], to table: inout ProseTable) {
    for (kind, pieces) in lines where kind.isMeasure {
      let words = settle(pieces)
      let at = words.first?.at ?? pieces.first.map { source.span(Int($0.start), Int($0.start)) }
      guard let at else { continue }
      switch kind {
      case .width: table.width = tableWidth(words.plainText, at: at) ?? table.width
      case .head: table.rotatesHead = headTurn(words.plainText, at: at) ?? table.rotatesHead
      case .foot: table.foot = footPlace(words.plainText, at: at) ?? table.foot
      case .columns:
        table.widths =
          columnWidths(words.plainText, of: table.columns.count, at: at) ?? table.widths
      default: reportForeign(kind, ofPicture: true, at: at)
      }
    }
    add(lines.filter { !$0.0.isMeasure }, to: &table.legend)
  }

  /// Takes the lines of a picture: its measures, then what tables have, too.
  mutating func add(_ lines: [LegendPieces], to figure: inout ProseFigure) {
    for (kind, pieces) in lines where kind.isMeasure {
      let words = settle(pieces)
      let at = words.first?.at ?? figure.file.at
      switch kind {
      case .width: figure.width = pictureWidth(words.plainText, at: at) ?? figure.width
      case .crop: figure.crop = pictureCrop(words.plainText, at: at) ?? figure.crop
      case .kind: figure.kind = pictureKind(words.plainText, at: at) ?? figure.kind
      default: reportForeign(kind, ofPicture: false, at: at)
      }
    }
    add(lines.filter { !$0.0.isMeasure }, to: &figure.legend)
  }

  /// Notes a line that is said of pictures only, or of tables only.
  private mutating func reportForeign(
    _ kind: LegendLine, ofPicture: Bool, at place: SourceSpan
  ) {
    let line = "\(kind.word) …"
    report(
      IntakeDiagnostics.legend, at: place,
      ofPicture
        ? Phrase(
          cs: "Řádek „\(line)“ patří jen pod obrázek, ne pod tabulku.",
          en: "The line “\(line)” belongs below pictures only, not below tables.")
        : Phrase(
          cs: "Řádek „\(line)“ patří jen pod tabulku, ne pod obrázek.",
          en: "The line “\(line)” belongs below tables only, not below pictures."),
      fix: Phrase(cs: "Řádek smažte.", en: "Delete the line."))
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
      case .width, .head, .foot, .columns, .crop, .kind: break
      }
    }
  }
}
