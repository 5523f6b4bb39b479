import CCmark
import Core
import Planning

extension NarrativeReader {
  /// A paragraph, terms with their meanings, or a figure where a picture stands alone.
  mutating func paragraph(_ node: OpaquePointer, at place: SourceSpan) -> ProseBlock? {
    guard let first = cmark_node_first_child(node), cmark_node_get_type(first) == CMARK_NODE_IMAGE
    else {
      let pieces = pieces(of: node)
      if let definitions = definitions(pieces) {
        return ProseBlock(.definitions(definitions), at: place)
      }
      checkStrayMeaning(pieces)
      let inlines = settle(pieces)
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
            cs: "Pod obrázek patří jen řádky „Popis: …“, „Zdroj: …“, „Stav k: …“, „Šířka: …“, "
              + "„Výřez: …“ a „Druh: …“.",
            en: "Only lines “Popis: …”, “Zdroj: …”, “Stav k: …”, “Šířka: …”, “Výřez: …” and "
              + "“Druh: …” may follow a picture."))
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
