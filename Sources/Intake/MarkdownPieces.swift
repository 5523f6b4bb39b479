import Core
import Planning

/// A piece of a line of text before its brackets and braces are understood.
enum MarkdownPiece {
  /// Words with the offset of each byte, and the offset after the last.
  case words([UInt8], [UInt32])
  /// A piece that is settled.
  case settled(ProseInline)
  /// A line end of the source.
  case lineEnd(SourceSpan)
  /// `<br>` in a cell of a table: what follows is a paragraph or an item of its own.
  case cellBreak(SourceSpan)

  /// Its first byte in the source.
  var start: UInt32 {
    switch self {
    case .words(_, let offsets): offsets.first ?? 0
    case .settled(let inline): inline.at.start
    case .lineEnd(let place), .cellBreak(let place): place.start
    }
  }

  /// The byte after its last in the source.
  var end: UInt32 {
    switch self {
    case .words(_, let offsets): offsets.last ?? 0
    case .settled(let inline): inline.at.end
    case .lineEnd(let place), .cellBreak(let place): place.end
    }
  }
}

extension NarrativeReader {
  /// Takes a mark `{#name}` off the end of a heading or caption.
  mutating func takeAnchor(_ pieces: inout [MarkdownPiece]) -> Located<String>? {
    guard case .words(var bytes, var offsets)? = pieces.last, bytes.last == 0x7D,
      let open = bytes.lastIndex(of: 0x7B), open + 2 < bytes.count, bytes[open + 1] == 0x23
    else { return nil }
    let name = normalised(bytes[(open + 2)..<(bytes.count - 1)])
    let place = SourceSpan(
      file: source.file, start: offsets[open + 2], end: offsets[bytes.count - 1])
    guard name.unicodeScalars.allSatisfy({ !PlainValue.isSpace($0) && $0 != "{" }) else {
      return nil
    }
    var end = open
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    bytes.removeLast(bytes.count - end)
    offsets.removeLast(offsets.count - end - 1)
    pieces[pieces.count - 1] = .words(bytes, offsets)
    return Located(name, at: place)
  }

  /// Understands spans `[…]{lang=en}` and `[…]{verbatim}` and joins words that touch.
  mutating func settle(_ pieces: [MarkdownPiece]) -> [ProseInline] {
    var stack = BracketStack(file: source.file)
    for piece in pieces {
      switch piece {
      case .settled(let inline): stack.append(inline)
      case .lineEnd(let place): stack.append(ProseInline(.text(" "), at: place))
      case .cellBreak(let place): stack.append(ProseInline(.lineBreak, at: place))
      case .words(let bytes, let offsets): settle(bytes, offsets, &stack)
      }
    }
    while stack.frames.count > 1 { stack.closePlainly(at: nil) }
    return joined(stack.frames[0].content)
  }

  private mutating func settle(
    _ bytes: [UInt8], _ offsets: [UInt32], _ stack: inout BracketStack
  ) {
    var start = 0
    var position = 0
    func isEscaped(_ position: Int) -> Bool {
      let offset = Int(offsets[position])
      guard offset > 0, source.bytes[offset - 1] == 0x5C else { return false }
      return position == 0 || Int(offsets[position - 1]) != offset - 1
    }
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x5B || byte == 0x5D || byte == 0x7B, !isEscaped(position) else {
        position += 1
        continue
      }
      if byte == 0x7B {
        checkStrayMark(bytes, offsets, position)
        position += 1
        continue
      }
      stack.append(bytes, offsets, start..<position)
      // Deeper brackets are signs only; so time stays linear in them.
      if byte == 0x5B, stack.frames.count <= NarrativeReader.deepest {
        stack.open(at: offsets[position])
        position += 1
      } else if byte == 0x5B || stack.frames.count == 1 {
        stack.append(bytes, offsets, position..<(position + 1))
        position += 1
      } else if let (mark, end) = mark(bytes, offsets, after: position) {
        let place = SourceSpan(
          file: source.file, start: stack.frames[stack.frames.count - 1].opened,
          end: offsets[end])
        // Words that were not found in the source all have one place.
        let bracket = Int(offsets[position])
        let raw = source.bytes[min(Int(place.start) + 1, bracket)..<bracket]
        stack.close(mark, raw: Array(raw), at: place)
        position = end
      } else {
        stack.closePlainly(at: offsets[position])
        position += 1
      }
      start = position
    }
    stack.append(bytes, offsets, start..<bytes.count)
  }

  /// The mark in braces directly after a closing bracket, and where the words go on.
  private mutating func mark(_ bytes: [UInt8], _ offsets: [UInt32], after bracket: Int) -> (
    SpanMark, Int
  )? {
    let open = bracket + 1
    guard open < bytes.count, bytes[open] == 0x7B,
      let close = bytes[open...].prefix(NarrativeReader.longestMark).firstIndex(of: 0x7D)
    else { return nil }
    let text = PlainValue.trimmed(normalised(bytes[(open + 1)..<close]))
    let place = SourceSpan(file: source.file, start: offsets[open], end: offsets[close + 1])
    if text == "verbatim" { return (.verbatim, close + 1) }
    if text.hasPrefix("lang=") {
      let tag = String(text.dropFirst(5)).filter { $0 != "\"" }
      if let language = PlainValue.language(tag) { return (.language(language), close + 1) }
    }
    let key = String(text.prefix { $0 != "=" })
    let guess = nearest(to: key, among: ["lang", "verbatim"])
    report(
      IntakeDiagnostics.attribute, at: place,
      Phrase(cs: "Značku {\(text)} neznáme.", en: "The mark {\(text)} is not known."),
      fix: guess == "verbatim"
        ? Phrase(cs: "Nemělo tu být {verbatim}?", en: "Should it be {verbatim}?")
        : Phrase(
          cs: "Použijte {lang=en} s kódem jazyka, nebo {verbatim}.",
          en: "Use {lang=en} with the code of a language, or {verbatim}."))
    return (.unknown, close + 1)
  }

  /// Notes a mark that stands where it says nothing, instead of printing it.
  private mutating func checkStrayMark(_ bytes: [UInt8], _ offsets: [UInt32], _ position: Int) {
    let reach = bytes[position...].prefix(NarrativeReader.longestMark)
    guard let close = reach.firstIndex(of: 0x7D) else { return }
    let text = normalised(bytes[(position + 1)..<close])
    guard text.hasPrefix("#") || text.hasPrefix("lang=") || text == "verbatim" else { return }
    report(
      IntakeDiagnostics.attribute,
      at: SourceSpan(file: source.file, start: offsets[position], end: offsets[close + 1]),
      Phrase(cs: "Značka {\(text)} tu nic neznačí.", en: "The mark {\(text)} marks nothing here."),
      fix: Phrase(
        cs: "{#název} patří na konec nadpisu nebo popisu, {lang=en} a {verbatim} hned za [text].",
        en: "{#name} ends a heading or caption; {lang=en} and {verbatim} follow [text] directly."))
  }

  /// Joins neighbouring words whose places touch.
  private func joined(_ inlines: [ProseInline]) -> [ProseInline] {
    var result: [ProseInline] = []
    // Words that still grow are kept apart, so that they grow in place.
    var growing: (words: String, at: SourceSpan)?
    for inline in inlines {
      if case .text(let words) = inline.content {
        if growing?.at.end == inline.at.start {
          growing?.words += words
          growing?.at.end = inline.at.end
          continue
        }
        if let growing { result.append(ProseInline(.text(growing.words), at: growing.at)) }
        growing = (words, inline.at)
      } else {
        if let growing { result.append(ProseInline(.text(growing.words), at: growing.at)) }
        growing = nil
        result.append(inline)
      }
    }
    if let growing { result.append(ProseInline(.text(growing.words), at: growing.at)) }
    return result
  }
}

/// What braces after a bracket say.
enum SpanMark {
  /// `{lang=en}`
  case language(Language)
  /// `{verbatim}`
  case verbatim
  /// Something that was noted as a fault.
  case unknown
}

/// The brackets that are open while a line is read.
struct BracketStack {
  struct Frame {
    var opened: UInt32
    var content: [ProseInline]
  }
  let file: FileID
  var frames = [Frame(opened: 0, content: [])]

  init(file: FileID) { self.file = file }

  mutating func append(_ inline: ProseInline) { frames[frames.count - 1].content.append(inline) }

  mutating func append(_ bytes: [UInt8], _ offsets: [UInt32], _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    append(
      ProseInline(
        .text(normalised(bytes[range])),
        at: SourceSpan(
          file: file, start: offsets[range.lowerBound], end: offsets[range.upperBound])))
  }

  mutating func open(at offset: UInt32) { frames.append(Frame(opened: offset, content: [])) }

  /// Closes the innermost bracket as a span.
  mutating func close(_ mark: SpanMark, raw: [UInt8], at place: SourceSpan) {
    let content = frames.removeLast().content
    switch mark {
    case .language(let language): append(ProseInline(.span(language, content), at: place))
    case .verbatim:
      let text = String(decoding: raw, as: UTF8.self)
      let words = text.split(whereSeparator: { $0 == "\n" || $0 == "\r\n" })
      append(
        ProseInline(
          .verbatim(
            normalised(words.map { PlainValue.trimmed(String($0)) }.joined(separator: " "))),
          at: place))
    case .unknown: frames[frames.count - 1].content += content
    }
  }

  /// Closes the innermost bracket as the sign it is.
  mutating func closePlainly(at offset: UInt32?) {
    let frame = frames.removeLast()
    append(sign("[", at: frame.opened))
    frames[frames.count - 1].content += frame.content
    if let offset { append(sign("]", at: offset)) }
  }

  private func sign(_ text: String, at offset: UInt32) -> ProseInline {
    ProseInline(.text(text), at: SourceSpan(file: file, start: offset, end: offset + 1))
  }
}
