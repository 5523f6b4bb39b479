import Core

/// A text and the corrections that the rules mark in it, as on a printer's proof.
///
/// One proof is used again and again; what it holds of a text is valid as long as that is.
struct Proof {
  /// A correction or a warning.
  struct Mark {
    var rule: TypographicRule
    var start: Int
    var end: Int
    /// What is to stand there, in `ink`.
    var ink: Range<Int>
    /// Whether it only warns; then `ink` is what should stand there.
    var isWarning: Bool
  }

  /// What kind of block the text is.
  enum Place {
    /// A paragraph.
    case prose
    /// A heading, a caption, a line of the contents.
    case title
    /// The head of a column.
    case columnHead
  }

  var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  var place = Place.prose
  var tokens: [Token] = []
  /// What no rule may touch, ascending.
  var closed: [Range<Int>] = []
  /// What references print, ascending.
  var references: [Range<Int>] = []
  var marks: [Mark] = []
  var ink: [UInt8] = []
  /// The orthography of what is being looked at.
  var language = LanguageBook.none

  /// The byte at a position; a line feed outside.
  @inline(__always)
  subscript(_ position: Int) -> UInt8 {
    position >= 0 && position < text.count ? text[position] : BlockText.barrier
  }

  /// The token of a number, or nil.
  @inline(__always)
  func token(_ index: Int) -> Token? {
    index >= 0 && index < tokens.count ? tokens[index] : nil
  }

  /// Puts bytes in the place of others.
  mutating func mark(_ rule: TypographicRule, _ start: Int, _ end: Int, _ words: StaticString) {
    let from = ink.count
    ink.append(
      contentsOf: UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
    close(rule, start, end, from)
  }

  /// Puts bytes in the place of others.
  mutating func mark(_ rule: TypographicRule, _ start: Int, _ end: Int, bytes: [UInt8]) {
    let from = ink.count
    ink.append(contentsOf: bytes)
    close(rule, start, end, from)
  }

  /// Inserts a no-break space.
  mutating func tie(_ rule: TypographicRule, at position: Int) {
    mark(rule, position, position, "\u{A0}")
  }

  /// Warns of bytes in whose place others should stand.
  mutating func warn(_ rule: TypographicRule, _ start: Int, _ end: Int, bytes: [UInt8]) {
    let from = ink.count
    ink.append(contentsOf: bytes)
    guard isOpen(start, end) else { return }
    marks.append(
      Mark(rule: rule, start: start, end: end, ink: from..<ink.count, isWarning: true))
  }

  private mutating func close(_ rule: TypographicRule, _ start: Int, _ end: Int, _ from: Int) {
    guard isOpen(start, end) else { return }
    marks.append(
      Mark(rule: rule, start: start, end: end, ink: from..<ink.count, isWarning: false))
  }

  /// Whether bytes may be touched; an empty range may stand at the edge of what may not.
  func isOpen(_ start: Int, _ end: Int) -> Bool {
    guard let range = Proof.first(of: closed, endingAfter: start) else { return true }
    return range.lowerBound >= end
  }

  /// Whether what a reference prints begins with a byte.
  func startsReference(_ position: Int) -> Bool {
    Proof.first(of: references, endingAfter: position)?.lowerBound == position
  }

  /// The first of ascending ranges that ends after a position.
  private static func first(of ranges: [Range<Int>], endingAfter position: Int) -> Range<Int>? {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= position { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count ? ranges[low] : nil
  }

  /// Takes a text: parts it into tokens and notes what no rule may touch.
  mutating func take(_ text: UnsafeBufferPointer<UInt8>, of block: BlockText) {
    self.text = text
    tokens.removeAll(keepingCapacity: true)
    closed.removeAll(keepingCapacity: true)
    references.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    ink.removeAll(keepingCapacity: true)
    if block.isMixed { noteClosed(block) }
    var position = 0
    while position < text.count {
      let space = Spacing.length(text, position)
      if space > 0 {
        position += space
        continue
      }
      let start = position
      var sight = Sight.none
      while position < text.count {
        let now = Sight.of(text[position])
        if now == .letter || now == .digit {
          sight.formUnion(now)
          position += 1
          continue
        }
        if text[position] == BlockText.barrier {
          // What is no text parts tokens and stands as one itself.
          if position == start { position += 1 }
          break
        }
        if Spacing.length(text, position) > 0 { break }
        sight.formUnion(now)
        position += 1
      }
      let token = Token(text, start, position, sight)
      if token.mayBeAddress, token.isAddress { closed.append(start..<position) }
      tokens.append(token)
    }
    if block.isMixed { disjoin() }
  }

  /// Puts what no rule may touch in order: an address may stand in a verbatim span.
  private mutating func disjoin() {
    closed.sort { $0.lowerBound < $1.lowerBound }
    var merged: [Range<Int>] = []
    for range in closed {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    closed = merged
  }

  private mutating func noteClosed(_ block: BlockText) {
    var start = 0
    for stretch in block.stretches {
      let range = start..<Int(stretch.end)
      start = range.upperBound
      guard !range.isEmpty else { continue }
      if stretch.kind != .words { closed.append(range) }
      if stretch.isReference { references.append(range) }
    }
  }
}

/// The spaces that part words.
enum Spacing {
  /// How many bytes the space at a position has, if one stands there: U+0020, tab, U+00A0, U+202F.
  @inline(__always)
  static func length(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int {
    let byte = text[position]
    if byte == 0x20 || byte == 0x09 { return 1 }
    if byte == 0xC2 { return position + 1 < text.count && text[position + 1] == 0xA0 ? 2 : 0 }
    if byte == 0xE2, position + 2 < text.count, text[position + 1] == 0x80 {
      return text[position + 2] == 0xAF ? 3 : 0
    }
    return 0
  }
}

extension Token {
  /// Whether it has the signs without which it is no address.
  var mayBeAddress: Bool {
    if sight.contains(.at) { return true }
    guard sight.contains(.dot), end - start > 4 else { return false }
    return sight.contains(.slash)
      || (text[core] == 0x77 && text[core + 1] == 0x77 && text[core + 2] == 0x77)
  }
}
