import CCmark
import Core
import Planning

/// Turns a Markdown file into `Prose`.
///
/// The dialect: CommonMark with tables and footnotes of GitHub's flavour, without HTML, code blocks
/// and rules; marks `{#name}`, `{lang=en}`, `{verbatim}`; legends below tables and pictures.
///
/// A legend is a paragraph of lines „Popis: …“ (the caption), „Zdroj: …“, „Stav k: …“ (a date) and
/// „Šířka: …“; of a table that is „sloupec“, „celá strana“, „na šířku“ (a turned page) or „po
/// částech“ (in parts of its columns), and without the line the layout finds one that holds it;
/// „Záhlaví: otočené“ lets the words above narrow columns of numbers run upwards, „Zápatí: na každé
/// straně“ lets the last rows come back on each page, „Sloupce: 20 mm, 1, auto“ gives columns their
/// widths. What cells hold says `NarrativeTables`. Terms with their meanings:
/// `NarrativeDefinitions`. A picture that says „Druh: mapa“ is a map. A picture is a JPEG or PNG
/// file of the project, alone in its paragraph, with its alternative text:
///
///     ![Náměstí s kašnou a radnicí](obrazky/namesti.jpg)
///     Popis: Náměstí po opravě {#namesti}
///     Zdroj: Město Dačice
///     Šířka: celá strana
///     Výřez: 10 % shora, 5 % zleva
///
/// A picture's „Šířka“ is „sloupec“ (the text column, also without the line), „celá strana“ (all columns) or a
/// part of the text column from „10 %“ to „100 %“. „Výřez“ says how much of the upright picture is
/// cut off „shora“, „zdola“, „zleva“, „zprava“; at least a tenth must remain each way. What is cut
/// off is not seen, but stays in the file: crop in another program what nobody may get at.
struct NarrativeReader {
  var source: MarkdownSource
  var findings: [Diagnostic] = []
  /// The pictures named, to be looked for in the project folder.
  var pictures: [Located<String>] = []
  /// Whether a cell of a table is being read.
  var isInCell = false

  /// How deep lists and quotations may stand in each other.
  static let deepest = 12

  /// How many bytes a mark in braces or a footnote's name may have; so looking for its end is cheap.
  static let longestMark = 256

  /// How many bars of a table a line may have.
  static let mostBars = 1_000

  init(file: FileID, bytes: [UInt8]) {
    self.source = MarkdownSource(file: file, bytes: bytes)
  }

  mutating func report(_ kind: DiagnosticKind, at place: SourceSpan, _ message: Phrase, fix: Phrase)
  {
    // The desk keeps no more of them.
    guard findings.count <= ReadingDesk.mostFindings else { return }
    findings.append(Diagnostic(kind, at: place, message, fix: fix))
  }

  /// Reads the whole file.
  mutating func read() -> Prose {
    guard refuseWideRows() else { return Prose(blocks: []) }
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return Prose(blocks: []) }
    defer { cmark_parser_free(parser) }
    if let tables = cmark_find_syntax_extension("table") {
      cmark_parser_attach_syntax_extension(parser, tables)
    }
    source.bytes.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        if let base = text.baseAddress { cmark_parser_feed(parser, base, text.count) }
      }
    }
    guard let root = cmark_parser_finish(parser) else { return Prose(blocks: []) }
    defer { cmark_node_free(root) }
    let blocks = blocks(of: root, depth: 0)
    var notes: [ProseNote] = []
    var definitions: Set<Int> = []
    var child = cmark_node_first_child(root)
    while let node = child {
      if cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION {
        definitions.insert(Int(cmark_node_get_start_line(node)))
        notes.append(ProseNote(blocks: self.blocks(of: node, depth: 1), at: place(of: node)))
      }
      child = cmark_node_next(node)
    }
    checkUncalled(definitions)
    findings.sort { ($0.at?.start ?? 0) < ($1.at?.start ?? 0) }
    return Prose(blocks: blocks, notes: notes)
  }

  /// Refuses lines of more bars than any table has: libcmark's time grows with their square.
  private mutating func refuseWideRows() -> Bool {
    var bars = 0
    for (position, byte) in source.bytes.enumerated() {
      if byte == 0x0A || byte == 0x0D { bars = 0 }
      if byte == 0x7C { bars += 1 }
      guard bars > NarrativeReader.mostBars else { continue }
      refuse(
        at: source.span(position, position + 1),
        Phrase(
          cs: "Tabulka s více než \(NarrativeReader.mostBars) sloupci",
          en: "A table of more than \(NarrativeReader.mostBars) columns"),
        fix: Phrase(cs: "Rozdělte ji.", en: "Divide it."))
      return false
    }
    return true
  }

  /// Notes definitions of footnotes that nobody calls: libcmark drops them without a word.
  private mutating func checkUncalled(_ kept: Set<Int>) {
    var names: Set<String> = []
    for line in 1..<(source.lines.count + 1) {
      let start = source.lines[line - 1]
      let text = source.bytes[start..<source.lineEnd(line)].drop { $0 == 0x20 }
      guard text.starts(with: [0x5B, 0x5E]), let close = text.firstIndex(of: 0x5D),
        close + 1 < text.endIndex, source.bytes[close + 1] == 0x3A
      else { continue }
      let name = normalised(source.bytes[(text.startIndex + 2)..<close])
      // Of two definitions libcmark keeps the first.
      let isSecond = !names.insert(name).inserted
      if kept.contains(line) { continue }
      if isSecond {
        report(
          IntakeDiagnostics.footnote, at: source.span(text.startIndex, close + 1),
          Phrase(
            cs: "Poznámka [^\(name)] má v souboru text dvakrát.",
            en: "The footnote [^\(name)] has its text twice in the file."),
          fix: Phrase(
            cs: "Ponechte jeden text, nebo druhou poznámku pojmenujte jinak.",
            en: "Keep one text, or give the second footnote another name."))
        continue
      }
      report(
        IntakeDiagnostics.footnote, at: source.span(text.startIndex, close + 1),
        Phrase(
          cs: "Na poznámku [^\(name)] se nikde v textu neodkazuje.",
          en: "Nothing in the text calls the footnote [^\(name)]."),
        fix: Phrase(
          cs: "Připište do textu [^\(name)], nebo poznámku smažte.",
          en: "Add [^\(name)] to the text, or delete the footnote."))
    }
  }

  /// The first byte of a block.
  ///
  /// libcmark gives the lines of a paragraph whose last line has become the header of a table to
  /// the table, and none to the paragraph.
  func start(of node: OpaquePointer) -> Int {
    var owner = node
    if cmark_node_get_start_line(node) == 0, let table = cmark_node_next(node) { owner = table }
    return source.offset(
      line: Int(cmark_node_get_start_line(owner)),
      column: Int(cmark_node_get_start_column(owner)))
  }

  /// The last line of a block.
  func lastLine(of node: OpaquePointer) -> Int {
    let last = Int(cmark_node_get_end_line(node))
    guard last == 0, let table = cmark_node_next(node) else { return last }
    // Each row is a line, and so is the one below the header.
    var lines = 1
    var row = cmark_node_first_child(table)
    while let next = row {
      lines += 1
      row = cmark_node_next(next)
    }
    return max(Int(cmark_node_get_start_line(table)), Int(cmark_node_get_end_line(table)) - lines)
  }

  /// The place of a block.
  func place(of node: OpaquePointer) -> SourceSpan {
    source.span(start(of: node), source.lineEnd(lastLine(of: node)))
  }

  /// The blocks below a node.
  mutating func blocks(of parent: OpaquePointer, depth: Int) -> [ProseBlock] {
    var blocks: [ProseBlock] = []
    var child = cmark_node_first_child(parent)
    while let node = child {
      child = cmark_node_next(node)
      if depth > NarrativeReader.deepest {
        refuse(
          node,
          Phrase(cs: "Seznam nebo citace v takové hloubce", en: "A list or quotation so deep"),
          fix: Phrase(cs: "Rozdělte text na odstavce.", en: "Divide the text into paragraphs."))
        break
      }
      if addLegend(node, to: &blocks) { continue }
      guard let block = block(node, depth: depth) else { continue }
      if case .definitions(let more) = block.content,
        case .definitions(let known)? = blocks.last?.content
      {
        // Empty lines between terms do not part the list.
        blocks[blocks.count - 1].content = .definitions(known + more)
        blocks[blocks.count - 1].at.end = block.at.end
      } else {
        blocks.append(block)
      }
    }
    return blocks
  }

  /// Whether a block of code stands between lines of ``` or ~~~.
  private func isFenced(_ node: OpaquePointer) -> Bool {
    var (length, offset, sign): (Int32, Int32, CChar) = (0, 0, 0)
    return cmark_node_get_fenced(node, &length, &offset, &sign) != 0
  }

  private mutating func block(_ node: OpaquePointer, depth: Int) -> ProseBlock? {
    let at = place(of: node)
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING:
      var pieces = pieces(of: node)
      let anchor = takeAnchor(&pieces)
      let level = Int(cmark_node_get_heading_level(node))
      return ProseBlock(.heading(level: level, settle(pieces), anchor: anchor), at: at)
    case CMARK_NODE_PARAGRAPH: return paragraph(node, at: at)
    case CMARK_NODE_BLOCK_QUOTE:
      return ProseBlock(.quote(blocks(of: node, depth: depth + 1)), at: at)
    case CMARK_NODE_LIST:
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      var items: [ProseItem] = []
      var child = cmark_node_first_child(node)
      while let item = child {
        items.append(ProseItem(blocks: blocks(of: item, depth: depth + 1), at: place(of: item)))
        child = cmark_node_next(item)
      }
      return ProseBlock(
        .list(first: isOrdered ? Int(cmark_node_get_list_start(node)) : nil, items: items), at: at)
    case CMARK_NODE_FOOTNOTE_DEFINITION: return nil
    case CMARK_NODE_HTML_BLOCK:
      let text = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
      if text.hasPrefix("<!--") { return nil }
      refuse(
        node, Phrase(cs: "HTML", en: "HTML"),
        fix: Phrase(
          cs: "Pište bez značek v lomených závorkách; poznámka pro sebe je <!-- … -->.",
          en: "Write without tags in angle brackets; a note to yourself is <!-- … -->."))
      return nil
    case CMARK_NODE_CODE_BLOCK:
      if isFenced(node) {
        refuse(
          node, Phrase(cs: "Blok kódu", en: "A block of code"),
          fix: Phrase(
            cs: "Smažte řádky se znaky ``` nebo ~~~ nad textem a pod ním.",
            en: "Delete the lines of ``` or ~~~ above and below the text."))
      } else {
        refuse(
          node, Phrase(cs: "Blok kódu (odsazený odstavec)", en: "A block of code (indented text)"),
          fix: Phrase(
            cs: "Zrušte odsazení na začátku řádků.", en: "Remove the indent of the lines."))
      }
      return nil
    case CMARK_NODE_THEMATIC_BREAK:
      refuse(
        node, Phrase(cs: "Vodorovná čára", en: "A horizontal rule"),
        fix: Phrase(
          cs: "Čáru smažte; oddíly oddělte nadpisem.",
          en: "Delete the rule; part sections with a heading."))
      return nil
    default:
      if isKind(node, "table") { return table(node, at: at) }
      refuse(
        node, Phrase(cs: "Tento prvek", en: "This element"),
        fix: Phrase(cs: "Napište ho jako odstavec.", en: "Write it as a paragraph."))
      return nil
    }
  }

  func isKind(_ node: OpaquePointer, _ name: String) -> Bool {
    cmark_node_get_type_string(node).map { String(cString: $0) == name } ?? false
  }

  private mutating func refuse(_ node: OpaquePointer, _ what: Phrase, fix: Phrase) {
    refuse(at: place(of: node), what, fix: fix)
  }

  mutating func refuse(at place: SourceSpan, _ what: Phrase, fix: Phrase) {
    report(
      IntakeDiagnostics.unsupported, at: place,
      Phrase(cs: "\(what.cs) v textech být nemůže.", en: "\(what.en) cannot stand in narratives."),
      fix: fix)
  }
}
