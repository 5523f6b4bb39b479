import Core

/// The human text of a Markdown file: its paragraphs, headings, items and cells.
///
/// Code, addresses, comments, marks in braces and `{verbatim}` are no text; `{lang=…}` is foreign
/// text unless it says Czech.
struct MarkdownPassages {
  private let bytes: [UInt8]
  /// Whether the reader is inside `<!-- … -->`.
  private var isComment = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Gives each paragraph to a body.
  mutating func forEach(_ passage: inout Passage, _ body: (Passage) -> Void) {
    var position = 0
    passage.begin(.markdown)
    func flush(_ passage: inout Passage) {
      if passage.count > 0 {
        markSpans(&passage)
        body(passage)
      }
      passage.begin(.markdown)
    }
    while position < bytes.count {
      var end = position
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let next = end + 1
      if end > position, bytes[end - 1] == 0x0D { end -= 1 }
      var start = position
      position = next
      let opensBlock = skipMarks(&start, end)
      guard start < end else {
        if !isComment { flush(&passage) }
        continue
      }
      if opensBlock { flush(&passage) }
      if bytes[start] == 0x7C {
        flush(&passage)
        if bytes[start..<end].allSatisfy({ [0x7C, 0x2D, 0x3A, 0x20, 0x09].contains($0) }) {
          continue
        }
        for part in cells(start..<end).flatMap(parts) {
          append(part, &passage)
          flush(&passage)
        }
        continue
      }
      if isUnderline(start..<end), passage.count > 0 {
        flush(&passage)
        continue
      }
      if passage.count > 0 { passage.appendLineEnd(at: start) }
      append(start..<end, &passage)
    }
    flush(&passage)
  }

  /// Moves over the marks that begin a line: quotation, item, heading, footnote. Whether they begin
  /// a block of their own.
  private func skipMarks(_ start: inout Int, _ end: Int) -> Bool {
    var opens = false
    while start < end {
      while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
      guard start < end, !isComment else { return opens }
      let rest = bytes[start..<end]
      let mark: Int
      switch bytes[start] {
      case 0x3E: mark = 1
      case 0x2D, 0x2A, 0x2B: mark = rest.count == 1 || bytes[start + 1] == 0x20 ? 1 : 0
      case 0x23:
        let level = rest.prefix { $0 == 0x23 }.count
        mark = level < 7 && (rest.count == level || bytes[start + level] == 0x20) ? level : 0
      case 0x30...0x39:
        let digits = rest.prefix { (0x30...0x39).contains($0) }.count
        let after = start + digits
        let isItem =
          digits < 10 && after + 1 < end && (bytes[after] == 0x2E || bytes[after] == 0x29)
          && bytes[after + 1] == 0x20
        // A paragraph may go on with a number and a full stop: only „1.“ may interrupt it.
        mark = isItem ? digits + 1 : 0
      case 0x5B where rest.count > 3 && bytes[start + 1] == 0x5E:
        let close = rest.firstIndex(of: 0x5D) ?? end
        mark = close + 1 < end && bytes[close + 1] == 0x3A ? close + 2 - start : 0
      default: mark = 0
      }
      if mark == 0 { return opens }
      opens = true
      start += mark
    }
    return opens
  }

  private func isUnderline(_ line: Range<Int>) -> Bool {
    let sign = bytes[line.lowerBound]
    return (sign == 0x2D || sign == 0x3D)
      && bytes[line].allSatisfy { $0 == sign || $0 == 0x20 }
  }

  /// The cells of a row, the bars left out.
  private func cells(_ line: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound + 1
    var position = start
    var isCode = false
    while position <= line.upperBound {
      if position == line.upperBound || (bytes[position] == 0x7C && !isCode) {
        var end = min(position, line.upperBound)
        while start < end, bytes[start] == 0x20 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        if end > start { cells.append(start..<end) }
        start = position + 1
      } else if bytes[position] == 0x5C {
        position += 1
      } else if bytes[position] == 0x60 {
        isCode.toggle()
      }
      position += 1
    }
    return cells
  }

  /// The paragraphs of a cell without the marks of items; nothing where it belongs to another.
  private func parts(of cell: Range<Int>) -> [Range<Int>] {
    if bytes[cell] == [0x3C, 0x3C] || bytes[cell] == [0x5E, 0x5E] { return [] }
    var parts: [Range<Int>] = []
    var start = cell.lowerBound
    func add(_ end: Int) {
      while start < end, bytes[start] == 0x20 { start += 1 }
      if start + 1 < end, bytes[start] == 0x2D, bytes[start + 1] == 0x20 { start += 2 }
      if start < end { parts.append(start..<end) }
    }
    var position = start
    while position < cell.upperBound {
      guard bytes[position] == 0x3C, let close = closeOfBreak(position, cell.upperBound) else {
        position += 1
        continue
      }
      add(position)
      start = close
      position = close
    }
    add(cell.upperBound)
    return parts
  }

  /// Where `<br>` or `<br />` ends that begins at a byte.
  private func closeOfBreak(_ start: Int, _ end: Int) -> Int? {
    let rest = bytes[start..<min(end, start + 8)]
    guard rest.count > 3, rest[start + 1] | 0x20 == 0x62, rest[start + 2] | 0x20 == 0x72,
      let close = rest.firstIndex(of: 0x3E),
      bytes[(start + 3)..<close].allSatisfy({ $0 == 0x20 || $0 == 0x2F })
    else { return nil }
    return close + 1
  }

  // MARK: - Within a line

  /// How far the end of code, an address or a mark is looked for, in bytes: looking stays cheap.
  private static let longest = 2_048

  private mutating func append(_ line: Range<Int>, _ passage: inout Passage) {
    var position = line.lowerBound
    while position < line.upperBound {
      if isComment {
        position = endOfComment(position, line.upperBound)
        continue
      }
      let byte = bytes[position]
      let end = min(line.upperBound, position + MarkdownPassages.longest)
      let rest = bytes[position..<end]
      switch byte {
      case 0x5C where position + 1 < line.upperBound:
        if MarkdownSource.isPunctuation(bytes[position + 1]) {
          let sign = UInt32(bytes[position + 1])
          passage.append(
            sign == 0x2A ? Passage.literalAsterisk : sign, position, position + 2)
          position += 2
          continue
        }
      case 0x60:
        let ticks = rest.prefix { $0 == 0x60 }.count
        if let close = code(after: position + ticks, end, ticks) {
          passage.append(Passage.opaque, position, close)
          position = close
          continue
        }
      case 0x3C:
        if rest.starts(with: Array("<!--".utf8)) {
          isComment = true
          continue
        }
        if let close = rest.firstIndex(of: 0x3E), bytes[position..<close].contains(0x3A) {
          passage.append(Passage.opaque, position, close + 1)
          position = close + 1
          continue
        }
      case 0x26:
        if let (sign, end) = entity(position, line.upperBound) {
          passage.append(sign, position, end)
          position = end
          continue
        }
      case 0x5B where position + 1 < line.upperBound && bytes[position + 1] == 0x5E:
        // The call of a footnote.
        if let close = rest.firstIndex(of: 0x5D) {
          passage.append(Passage.opaque, position, close + 1)
          position = close + 1
          continue
        }
      case 0x5D:
        passage.append(0x5D, position, position + 1)
        position += 1
        position = skipTail(position, line.upperBound, &passage)
        continue
      case 0x7B:
        // `{#name}` at the end of a heading or legend.
        if rest.count > 2, bytes[position + 1] == 0x23, let close = rest.firstIndex(of: 0x7D) {
          passage.append(Passage.opaque, position, close + 1)
          position = close + 1
          continue
        }
      default: break
      }
      let (scalar, width) = Passage.scalar(of: bytes, at: position)
      passage.append(scalar, position, position + width)
      position += width
    }
  }

  private mutating func endOfComment(_ start: Int, _ end: Int) -> Int {
    var position = start
    while position + 2 < end {
      if bytes[position] == 0x2D, bytes[position + 1] == 0x2D, bytes[position + 2] == 0x3E {
        isComment = false
        return position + 3
      }
      position += 1
    }
    return end
  }

  private func code(after start: Int, _ end: Int, _ ticks: Int) -> Int? {
    var position = start
    while position < end {
      let run = bytes[position..<end].prefix { $0 == 0x60 }.count
      if run == ticks { return position + run }
      position += max(1, run)
    }
    return nil
  }

  /// An entity of HTML: a no-break space, or some sign.
  private func entity(_ start: Int, _ end: Int) -> (UInt32, Int)? {
    let stop = min(end, start + 32)
    guard let close = bytes[start..<stop].firstIndex(of: 0x3B), close > start + 1,
      bytes[(start + 1)..<close].allSatisfy({
        Sign.isWord(UInt32($0)) || ($0 == 0x23)
      })
    else { return nil }
    let isSpace = bytes[(start + 1)..<close].elementsEqual("nbsp".utf8)
    return (isSpace ? 0xA0 : Passage.opaque, close + 1)
  }

  /// The address behind words in brackets, or the mark in braces, as one sign.
  private func skipTail(_ start: Int, _ end: Int, _ passage: inout Passage) -> Int {
    guard start < end else { return start }
    if bytes[start] == 0x28 {
      var source = MarkdownSource(file: .init(0 as UInt32), bytes: bytes, from: start - 1, to: end)
      source.skipLinkTail()
      passage.append(Passage.opaque, start, source.cursor)
      return source.cursor
    }
    if bytes[start] == 0x7B,
      let close = bytes[start..<end].prefix(MarkdownPassages.longest).firstIndex(of: 0x7D)
    {
      passage.append(Passage.opaque, start, close + 1)
      return close + 1
    }
    return start
  }

  /// Marks what stands in brackets before `{lang=…}` and `{verbatim}` as foreign.
  private func markSpans(_ passage: inout Passage) {
    guard passage.scalars.contains(0x5D) else { return }
    var opened: [Int] = []
    for position in 0..<passage.count {
      if passage.scalars[position] == 0x5B, passage.ends[position] == passage.starts[position] + 1 {
        opened.append(position)
      }
      guard passage.scalars[position] == 0x5D, let start = opened.popLast() else { continue }
      let mark = position + 1
      guard mark < passage.count, passage.scalars[mark] == Passage.opaque else { continue }
      let words = bytes[Int(passage.starts[mark])..<Int(passage.ends[mark])]
      guard words.first == 0x7B, isForeign(words) else { continue }
      passage.markForeign(start...position)
    }
  }

  private func isForeign(_ mark: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: mark, as: UTF8.self).filter { $0 != " " && $0 != "\"" }
    if text == "{verbatim}" { return true }
    guard text.hasPrefix("{lang=") else { return false }
    let tag = text.dropFirst(6).dropLast()
    return !(tag == "cs" || tag.hasPrefix("cs-"))
  }
}
