import Core
import Planning

/// What stands in a cell of a table: paragraphs and lists, parted by `<br>`.
extension NarrativeReader {
  /// What a paragraph of a cell begins with.
  private enum ItemMark: Equatable {
    case none
    case bullet
    case number(Int)
  }

  /// A paragraph of a cell: its mark and the pieces behind that.
  private struct CellLine {
    var mark: ItemMark
    /// The pieces with and without the mark.
    var whole: [MarkdownPiece]
    var rest: [MarkdownPiece]
    var at: SourceSpan
  }

  /// The paragraphs and lists of a cell.
  mutating func cellBlocks(_ pieces: [MarkdownPiece]) -> [ProseBlock] {
    var lines: [CellLine] = []
    var pending: [MarkdownPiece] = []
    for piece in pieces {
      if case .cellBreak = piece {
        if let line = line(pending) { lines.append(line) }
        pending = []
      } else {
        pending.append(piece)
      }
    }
    if let line = line(pending) { lines.append(line) }
    checkMixedMarks(lines)
    settleNumbers(&lines)
    var blocks: [ProseBlock] = []
    for (position, line) in lines.enumerated() {
      let inlines = settle(line.mark == .none ? line.whole : line.rest)
      let paragraph = ProseBlock(.paragraph(inlines), at: line.at)
      guard line.mark != .none else {
        blocks.append(paragraph)
        continue
      }
      let item = ProseItem(blocks: [paragraph], at: line.at)
      if position > 0, goesOn(from: lines[position - 1].mark, to: line.mark),
        case .list(let first, let items)? = blocks.last?.content
      {
        blocks[blocks.count - 1].content = .list(first: first, items: items + [item])
        blocks[blocks.count - 1].at.end = line.at.end
      } else {
        var first: Int?
        if case .number(let number) = line.mark { first = number }
        blocks.append(ProseBlock(.list(first: first, items: [item]), at: line.at))
      }
    }
    return blocks
  }

  /// A paragraph without the spaces around it; nil where nothing is left.
  private func line(_ pieces: [MarkdownPiece]) -> CellLine? {
    var pieces = pieces
    if case .words(let bytes, let offsets)? = pieces.first {
      let spaces = bytes.prefix { $0 == 0x20 }.count
      pieces[0] = .words(Array(bytes[spaces...]), Array(offsets[spaces...]))
      if spaces == bytes.count { pieces.removeFirst() }
    }
    if case .words(let bytes, let offsets)? = pieces.last {
      let words = bytes.count - bytes.reversed().prefix { $0 == 0x20 }.count
      pieces[pieces.count - 1] = .words(Array(bytes[..<words]), Array(offsets[...words]))
      if words == 0 { pieces.removeLast() }
    }
    guard let first = pieces.first, let last = pieces.last else { return nil }
    var line = CellLine(
      mark: .none, whole: pieces, rest: pieces,
      at: SourceSpan(file: source.file, start: first.start, end: last.end))
    guard case .words(let bytes, let offsets) = first,
      offsets[0] == 0 || source.bytes[Int(offsets[0]) - 1] != 0x5C
    else { return line }
    let (mark, length) = itemMark(bytes)
    var start = length
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    guard mark != .none, start < bytes.count || pieces.count > 1 else { return line }
    // „1\. “ is no item: the sign before the space is escaped.
    let sign = Int(offsets[length - 2])
    if case .number = mark, source.bytes[sign - 1] == 0x5C { return line }
    line.mark = mark
    line.rest[0] = .words(Array(bytes[start...]), Array(offsets[start...]))
    if start == bytes.count { line.rest.removeFirst() }
    return line
  }

  /// The mark of an item, and how many bytes it takes: „- “, „• “, „3. “.
  private func itemMark(_ bytes: [UInt8]) -> (ItemMark, Int) {
    if bytes.starts(with: [0x2D, 0x20]) { return (.bullet, 2) }
    if bytes.starts(with: [0xE2, 0x80, 0xA2, 0x20]) { return (.bullet, 4) }
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    guard (1...4).contains(digits.count), bytes[digits.count...].starts(with: [0x2E, 0x20]),
      let number = Int(String(decoding: digits, as: UTF8.self))
    else { return (.none, 0) }
    return (.number(number), digits.count + 2)
  }

  /// A number begins an item only next to its neighbour: „1. ledna“ is a date.
  private func settleNumbers(_ lines: inout [CellLine]) {
    let marks = lines.map(\.mark)
    for position in lines.indices {
      guard case .number = marks[position] else { continue }
      let follows = position > 0 && goesOn(from: marks[position - 1], to: marks[position])
      let isFollowed =
        position + 1 < marks.count && goesOn(from: marks[position], to: marks[position + 1])
      if !follows && !isFollowed { lines[position].mark = .none }
    }
  }

  /// Notes a first number beside an item without one: it would be a paragraph above a list.
  private mutating func checkMixedMarks(_ lines: [CellLine]) {
    for position in lines.indices where lines[position].mark == .number(1) {
      let isAlone =
        (position == 0 || lines[position - 1].mark != .number(0))
        && (position + 1 == lines.count || lines[position + 1].mark != .number(2))
      let meets =
        (position > 0 && lines[position - 1].mark == .bullet)
        || (position + 1 < lines.count && lines[position + 1].mark == .bullet)
      guard isAlone, meets else { continue }
      let start = Int(lines[position].at.start)
      refuse(
        at: source.span(start, start + 2),
        Phrase(
          cs: "Číslo „1.“ vedle položky s pomlčkou", en: "The number “1.” beside an item with “- ”"),
        fix: Phrase(
          cs: "Začněte všechny položky buňky stejně, buď „- “, nebo čísly; není-li to položka, "
            + "napište 1\\.",
          en: "Begin all items of the cell alike, with “- ” or with numbers; if it is no item, "
            + "write 1\\."))
    }
  }

  private func goesOn(from one: ItemMark, to next: ItemMark) -> Bool {
    switch (one, next) {
    case (.bullet, .bullet): true
    case (.number(let one), .number(let next)): next == one + 1
    default: false
    }
  }
}
