import Core

/// Carries the marks of a proof out.
struct Edition {
  private var bytes: [UInt8] = []
  private var places: [UInt32] = []

  /// Puts marks in the order of the text and drops those that meet an earlier one of it.
  func order(_ marks: inout [Proof.Mark]) {
    guard marks.count > 1 else { return }
    let isOrdered = zip(marks, marks.dropFirst()).allSatisfy {
      $0.end <= $1.start && $0.start < $1.start
    }
    if isOrdered { return }
    let ordered = marks.enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }
    marks.removeAll(keepingCapacity: true)
    var end = 0
    var start = -1
    for (_, mark) in ordered {
      if mark.isWarning {
        marks.append(mark)
        continue
      }
      guard mark.start >= end, mark.start > start else { continue }
      marks.append(mark)
      end = mark.end
      start = mark.start
    }
  }

  /// Changes the words of a block; a mark that runs over the edge of an inline is left out.
  ///
  /// - Parameter kept: where each byte was typed; empty if nobody asks.
  mutating func apply(
    _ marks: [Proof.Mark], ink: [UInt8], to block: inout BlockText, places kept: inout [UInt32]
  ) {
    bytes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    var next = 0
    var start = 0
    for number in block.stretches.indices {
      let end = Int(block.stretches[number].end)
      let isWords = block.stretches[number].kind == .words
      var copied = start
      while next < marks.count {
        let mark = marks[next]
        // What is inserted at the edge goes to the first that is words.
        let isHere = mark.start < end || (mark.start == mark.end && mark.start == end && isWords)
        guard isHere else { break }
        next += 1
        guard !mark.isWarning, isWords, mark.start >= copied, mark.end <= end else { continue }
        copy(block, copied..<mark.start, kept)
        bytes.append(contentsOf: ink[mark.ink])
        if !kept.isEmpty {
          let place = mark.start < kept.count ? kept[mark.start] : kept.last.map { $0 + 1 } ?? 0
          places.append(contentsOf: repeatElement(place, count: mark.ink.count))
        }
        copied = mark.end
      }
      copy(block, copied..<max(copied, end), kept)
      start = end
      block.stretches[number].end = UInt32(bytes.count)
    }
    swap(&bytes, &block.bytes)
    if !kept.isEmpty { swap(&places, &kept) }
    block.look()
  }

  private mutating func copy(_ block: BlockText, _ range: Range<Int>, _ kept: [UInt32]) {
    bytes.append(contentsOf: block.bytes[range])
    if !kept.isEmpty { places.append(contentsOf: kept[range]) }
  }

  /// The words around a mark: those that it touches; both neighbours of a space or a lone sign.
  static func window(of mark: Proof.Mark, in text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var start = mark.start
    var end = mark.end
    func isSpace(_ position: Int) -> Bool {
      text[position] == 0x20 || text[position] == 0x09 || text[position] == BlockText.barrier
        || (text[position] == 0xA0 && position > 0 && text[position - 1] == 0xC2)
        || (text[position] == 0xC2 && position + 1 < text.count && text[position + 1] == 0xA0)
    }
    let isLone =
      (start == 0 || isSpace(start - 1)) && (end == text.count || isSpace(end)) && start < end
      && !isSpace(start) && text[start..<end].allSatisfy(isSign)
    if isLone {
      while start > 0, isSpace(start - 1) { start -= 1 }
      while end < text.count, isSpace(end) { end += 1 }
    }
    while start > 0, !isSpace(start - 1) { start -= 1 }
    while end < text.count, !isSpace(end) { end += 1 }
    return start..<end
  }

  /// A byte of a sign: no letter, no digit.
  private static func isSign(_ byte: UInt8) -> Bool {
    Sight.of(byte).isDisjoint(with: [.letter, .digit]) && byte != 0xC3 && byte != 0xC5
  }

  /// The words without spaces and line feeds around them.
  static func trimmed(_ bytes: some BidirectionalCollection<UInt8>) -> String {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == BlockText.barrier }
    let head = bytes.drop(while: isSpace)
    return String(decoding: head.reversed().drop(while: isSpace).reversed(), as: UTF8.self)
  }
}
