import Core

/// The bytes of a Markdown file and a cursor that finds the parser's words in them.
///
/// libcmark counts inline columns without the indent of continuation lines and drops escapes, so
/// positions are found by laying the words it returns along the source again, in order.
struct MarkdownSource {
  let file: FileID
  let bytes: [UInt8]
  /// The first byte of each line as libcmark counts lines: LF, CR LF and CR end them.
  let lines: [Int]
  /// Where the next words are looked for.
  var cursor = 0
  /// The end of the block whose words are looked for.
  var limit = 0

  init(file: FileID, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    var lines = [0]
    var position = 0
    while position < bytes.count {
      if bytes[position] == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A {
        position += 1
        lines.append(position + 1)
      } else if bytes[position] == 0x0A || bytes[position] == 0x0D {
        lines.append(position + 1)
      }
      position += 1
    }
    self.lines = lines
  }

  /// A cursor within bytes whose lines are not asked for.
  init(file: FileID, bytes: [UInt8], from cursor: Int, to limit: Int) {
    self.file = file
    self.bytes = bytes
    self.lines = [0]
    self.cursor = cursor
    self.limit = limit
  }

  /// The offset of a line and a column in bytes, both from 1.
  func offset(line: Int, column: Int) -> Int {
    guard line >= 1 else { return 0 }
    guard line <= lines.count else { return bytes.count }
    return min(lines[line - 1] + max(0, column - 1), bytes.count)
  }

  /// The end of a line, its line end left out.
  func lineEnd(_ line: Int) -> Int {
    var end = line < lines.count ? lines[line] : bytes.count
    let start = line >= 1 && line <= lines.count ? lines[line - 1] : 0
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// The end of the line that holds a byte, its line end left out.
  func endOfLine(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return end
  }

  /// A place in the file.
  func span(_ start: Int, _ end: Int) -> SourceSpan {
    SourceSpan(file: file, start: UInt32(start), end: UInt32(max(start, end)))
  }

  /// Finds words from the cursor on and moves behind them: for each byte its offset, then the end.
  mutating func locate(_ words: [UInt8], verbatim: Bool = false) -> [UInt32] {
    var start = cursor
    while start < limit {
      if let offsets = match(words, at: start, verbatim: verbatim) {
        cursor = Int(offsets[offsets.count - 1])
        return offsets
      }
      start += 1
    }
    return [UInt32](repeating: UInt32(cursor), count: words.count + 1)
  }

  private func match(_ words: [UInt8], at start: Int, verbatim: Bool) -> [UInt32]? {
    // Most places fail on their first byte; only promising ones pay for an array.
    guard let head = words.first else { return [UInt32(start)] }
    let first = bytes[start]
    guard
      first == head || first == 0x5C || first == 0x26 || first == 0
        || (verbatim && head == 0x20 && (first == 0x0A || first == 0x0D))
    else { return nil }
    var offsets: [UInt32] = []
    offsets.reserveCapacity(words.count + 1)
    var place = start
    var position = 0
    while position < words.count {
      guard place < limit else { return nil }
      let byte = bytes[place]
      if verbatim {
        if byte == 0x0A || byte == 0x0D, words[position] == 0x20 {
          offsets.append(UInt32(place))
          position += 1
          place += 1
          while place < limit, [0x0A, 0x20, 0x09].contains(bytes[place]) { place += 1 }
          continue
        }
      } else if byte == 0x5C, place + 1 < limit, MarkdownSource.isPunctuation(bytes[place + 1]),
        bytes[place + 1] == words[position]
      {
        offsets.append(UInt32(place + 1))
        position += 1
        place += 2
        continue
      } else if byte == 0x26, let (taken, end) = entity(at: place, words, position) {
        for _ in 0..<taken { offsets.append(UInt32(place)) }
        position += taken
        place = end
        continue
      }
      // libcmark puts U+FFFD for NUL.
      if byte == 0, words[position...].starts(with: [0xEF, 0xBF, 0xBD]) {
        offsets += [UInt32(place), UInt32(place), UInt32(place)]
        position += 3
        place += 1
        continue
      }
      guard byte == words[position] else { return nil }
      offsets.append(UInt32(place))
      position += 1
      place += 1
    }
    offsets.append(UInt32(place))
    return offsets
  }

  /// An entity such as `&nbsp;`: how many bytes of the words it made, and where it ends.
  private func entity(at place: Int, _ words: [UInt8], _ position: Int) -> (Int, Int)? {
    var end = place + 1
    while end < limit, end < place + 34, bytes[end] != 0x3B {
      let isName =
        bytes[end] == 0x23 || (0x30...0x39).contains(bytes[end])
        || (0x41...0x5A).contains(bytes[end] & 0xDF)
      guard isName else { return nil }
      end += 1
    }
    guard end < limit, bytes[end] == 0x3B, end > place + 1 else { return nil }
    end += 1
    // A name that the parser does not know stays as it is.
    if words[position...].starts(with: bytes[place..<end]) { return nil }
    let next: UInt8? = end < limit ? bytes[end] : nil
    for taken in 1...8 {
      let after = position + taken
      guard after <= words.count else { break }
      if after == words.count || words[after] == next || next == 0x5C || next == 0x26 {
        if after == words.count || words[after] & 0xC0 != 0x80 { return (taken, end) }
      }
    }
    return nil
  }

  /// Moves to the next line.
  mutating func skipLine() {
    while cursor < limit, bytes[cursor] != 0x0A, bytes[cursor] != 0x0D { cursor += 1 }
    if cursor < limit, bytes[cursor] == 0x0D { cursor += 1 }
    if cursor < limit, bytes[cursor] == 0x0A { cursor += 1 }
  }

  /// Moves behind the closing part of a link or image whose words were read: `](…)`, `][…]`, `>`.
  mutating func skipLinkTail() {
    while cursor < limit, bytes[cursor] != 0x5D, bytes[cursor] != 0x3E { cursor += 1 }
    guard cursor < limit else { return }
    let isBracket = bytes[cursor] == 0x5D
    cursor += 1
    guard isBracket, cursor < limit else { return }
    if bytes[cursor] == 0x5B {
      while cursor < limit, bytes[cursor] != 0x5D { cursor += 1 }
      cursor = min(cursor + 1, limit)
    } else if bytes[cursor] == 0x28 {
      skipDestination()
    }
  }

  private mutating func skipDestination() {
    var depth = 0
    var quote: UInt8?
    while cursor < limit {
      let byte = bytes[cursor]
      cursor += 1
      if byte == 0x5C {
        cursor = min(cursor + 1, limit)
      } else if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x3C {
        quote = byte == 0x3C ? 0x3E : byte
      } else if byte == 0x28 {
        depth += 1
      } else if byte == 0x29 {
        depth -= 1
        if depth == 0 { return }
      }
    }
  }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
