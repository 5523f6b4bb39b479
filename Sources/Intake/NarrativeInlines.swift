import CCmark
import Core
import Planning

extension NarrativeReader {
  /// The pieces of a heading or paragraph; the cursor is set to its beginning.
  mutating func pieces(of block: OpaquePointer) -> [MarkdownPiece] {
    source.cursor = start(of: block)
    source.limit = source.lineEnd(lastLine(of: block))
    return inlinePieces(of: block, depth: 0)
  }

  /// The pieces below a node, found from the cursor on.
  mutating func inlinePieces(of parent: OpaquePointer, depth: Int) -> [MarkdownPiece] {
    var pieces: [MarkdownPiece] = []
    var child = cmark_node_first_child(parent)
    while let node = child {
      child = cmark_node_next(node)
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT:
        let bytes = literal(node)
        let offsets = source.locate(bytes)
        checkUnresolved(bytes, offsets)
        checkForeignMarks(bytes, offsets)
        if case .words(var before, var places)? = pieces.last, places.last == offsets.first {
          // Taken out of the array, so that they grow in place.
          pieces.removeLast()
          before += bytes
          places.removeLast()
          places += offsets
          pieces.append(.words(before, places))
        } else {
          pieces.append(.words(bytes, offsets))
        }
      case CMARK_NODE_SOFTBREAK:
        let start = source.cursor
        source.skipLine()
        pieces.append(.lineEnd(source.span(start, source.cursor)))
      case CMARK_NODE_LINEBREAK:
        let start = source.cursor
        source.skipLine()
        pieces.append(.settled(ProseInline(.lineBreak, at: source.span(start, source.cursor))))
      case CMARK_NODE_CODE:
        let bytes = literal(node)
        let offsets = source.locate(bytes, verbatim: true)
        let place = source.span(
          Int(offsets[0]), Int(offsets[offsets.count - 1]))
        while source.cursor < source.limit, source.bytes[source.cursor] == 0x60 {
          source.cursor += 1
        }
        pieces.append(.settled(ProseInline(.verbatim(normalised(bytes)), at: place)))
      case CMARK_NODE_EMPH, CMARK_NODE_STRONG:
        if let inline = emphasis(node, depth: depth) { pieces.append(.settled(inline)) }
      case CMARK_NODE_LINK: pieces.append(.settled(link(node, depth: depth)))
      case CMARK_NODE_FOOTNOTE_REFERENCE: pieces.append(.settled(noteCall(node)))
      case CMARK_NODE_IMAGE: skipPicture(node)
      case CMARK_NODE_HTML_INLINE: html(node, into: &pieces)
      default: break
      }
    }
    return pieces
  }

  func literal(_ node: OpaquePointer) -> [UInt8] {
    cmark_node_get_literal(node).map { Array(String(cString: $0).utf8) } ?? []
  }

  private mutating func emphasis(_ node: OpaquePointer, depth: Int) -> ProseInline? {
    let start = source.cursor
    guard depth < NarrativeReader.deepest else {
      refuse(
        at: source.span(start, start + 1),
        Phrase(cs: "Zvýraznění v takové hloubce", en: "Emphasis so deep"),
        fix: Phrase(cs: "Uberte hvězdičky.", en: "Remove some asterisks."))
      return nil
    }
    let isStrong = cmark_node_get_type(node) == CMARK_NODE_STRONG
    while source.cursor < source.limit, source.bytes[source.cursor] != 0x2A,
      source.bytes[source.cursor] != 0x5F
    {
      source.cursor += 1
    }
    let opening = source.cursor
    source.cursor = min(source.cursor + (isStrong ? 2 : 1), source.limit)
    let content = settle(inlinePieces(of: node, depth: depth + 1))
    source.cursor = min(source.cursor + (isStrong ? 2 : 1), source.limit)
    let at = source.span(opening, source.cursor)
    return ProseInline(isStrong ? .strong(content) : .emphasis(content), at: at)
  }

  private mutating func link(_ node: OpaquePointer, depth: Int) -> ProseInline {
    while source.cursor < source.limit, source.bytes[source.cursor] != 0x5B,
      source.bytes[source.cursor] != 0x3C
    {
      source.cursor += 1
    }
    let start = source.cursor
    source.cursor = min(source.cursor + 1, source.limit)
    let content = settle(inlinePieces(of: node, depth: depth + 1))
    source.skipLinkTail()
    let at = source.span(start, source.cursor)
    let address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
    if address.hasPrefix("#"), address.utf8.count > 1 {
      let name = normalised(String(address.dropFirst()))
      switch content.plainText {
      case "": return ProseInline(.reference(anchor: name, .title, []), at: at)
      case "číslo": return ProseInline(.reference(anchor: name, .number, []), at: at)
      case "strana": return ProseInline(.reference(anchor: name, .page, []), at: at)
      default: return ProseInline(.reference(anchor: name, .words, content), at: at)
      }
    }
    let schemes = ["https://", "http://", "mailto:", "tel:"]
    if !schemes.contains(where: { address.hasPrefix($0) }) || content.plainText.isEmpty {
      report(
        IntakeDiagnostics.link, at: at,
        Phrase(
          cs: address.isEmpty || content.plainText.isEmpty
            ? "Odkaz nemá adresu nebo slova." : "Adresa „\(address)“ není úplná.",
          en: address.isEmpty || content.plainText.isEmpty
            ? "The link has no address or no words." : "The address “\(address)” is not complete."),
        fix: Phrase(
          cs: "Pište [slova](https://…), [slova](mailto:…), nebo [](#název) na místo v plánu.",
          en: "Write [words](https://…), [words](mailto:…), or [](#name) for a place in the plan."))
    }
    return ProseInline(.link(address: address, content), at: at)
  }

  private mutating func noteCall(_ node: OpaquePointer) -> ProseInline {
    while source.cursor + 1 < source.limit,
      source.bytes[source.cursor] != 0x5B || source.bytes[source.cursor + 1] != 0x5E
    {
      source.cursor += 1
    }
    let start = source.cursor
    while source.cursor < source.limit, source.bytes[source.cursor] != 0x5D { source.cursor += 1 }
    source.cursor = min(source.cursor + 1, source.limit)
    // libcmark numbers footnotes by their first call and puts the number into the literal.
    let number = Int(String(decoding: literal(node), as: UTF8.self)) ?? 1
    return ProseInline(.note(number - 1), at: source.span(start, source.cursor))
  }

  /// Notes the call of a footnote that has no text: libcmark leaves it as plain text.
  private mutating func checkUnresolved(_ bytes: [UInt8], _ offsets: [UInt32]) {
    var position = 0
    while position + 2 < bytes.count {
      defer { position += 1 }
      guard bytes[position] == 0x5B, bytes[position + 1] == 0x5E,
        offsets[position + 1] == offsets[position] + 1,
        offsets[position] == 0 || source.bytes[Int(offsets[position]) - 1] != 0x5C,
        let close = bytes[position...].prefix(NarrativeReader.longestMark).firstIndex(of: 0x5D)
      else { continue }
      let name = normalised(bytes[(position + 2)..<close])
      report(
        IntakeDiagnostics.footnote,
        at: SourceSpan(file: source.file, start: offsets[position], end: offsets[close + 1]),
        Phrase(
          cs: "Poznámka [^\(name)] nemá text.", en: "The footnote [^\(name)] has no text."),
        fix: Phrase(
          cs: "Připište na konec souboru řádek „[^\(name)]: text poznámky“.",
          en: "Add the line “[^\(name)]: text of the note” to the end of the file."))
    }
  }

  private mutating func skipPicture(_ node: OpaquePointer) {
    let start = source.cursor
    _ = inlinePieces(of: node, depth: NarrativeReader.deepest)
    source.skipLinkTail()
    report(
      IntakeDiagnostics.picture, at: source.span(start, source.cursor),
      Phrase(
        cs: "Obrázek stojí uprostřed textu.", en: "A picture stands in the middle of text."),
      fix: Phrase(
        cs: "Dejte obrázek na samostatný řádek mezi dva prázdné.",
        en: "Put the picture on a line of its own between two empty ones."))
  }

  private mutating func html(_ node: OpaquePointer, into pieces: inout [MarkdownPiece]) {
    let bytes = literal(node)
    let offsets = source.locate(bytes, verbatim: true)
    if bytes.starts(with: Array("<!--".utf8)) { return }
    let place = source.span(Int(offsets[0]), Int(offsets[offsets.count - 1]))
    let tag = String(decoding: bytes, as: UTF8.self).lowercased().filter { $0 != " " && $0 != "/" }
    if isInCell && tag == "<br>" { return pieces.append(.cellBreak(place)) }
    refuse(at: place, Phrase(cs: "HTML", en: "HTML"), fix: mendOfHTML(isBreak: tag == "<br>"))
  }

  private func mendOfHTML(isBreak: Bool) -> Phrase {
    if isInCell {
      return Phrase(
        cs: "V buňce tabulky oddělte odstavce značkou <br>, položku seznamu začněte „- “ "
          + "a zvýrazněte *takto*; znak < napište jako \\<.",
        en: "In a cell part paragraphs with <br>, begin an item of a list with “- ” and "
          + "emphasise *like this*; write the sign < as \\<.")
    }
    if isBreak {
      return Phrase(
        cs: "Konec řádku napište jako \\ na konci řádku, nový odstavec jako prázdný řádek; "
          + "<br> patří jen do buněk tabulek.",
        en: "Write \\ at the end of the line, or an empty line for a new paragraph; <br> belongs "
          + "into cells of tables only.")
    }
    return Phrase(
      cs: "Místo značek použijte *zvýraznění*; znak < napište jako \\<.",
      en: "Use *emphasis* instead of tags; write the sign < as \\<.")
  }
}
