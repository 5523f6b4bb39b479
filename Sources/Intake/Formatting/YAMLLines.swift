/// A YAML file cut into lines whose dashes, keys, values and comments are known by their bytes.
///
/// The parser keeps neither comments nor the ends of values, so whoever changes a file in place needs
/// this second look. It knows the YAML that people write by hand: mappings, lists, plain and quoted
/// values, blocks of text, brackets; not anchors, tags, complex keys or several documents, for which
/// `isKnown` is false. *Source:* YAML 1.2.2 §6–§8.
struct YAMLLines {
  /// A line of the file.
  struct Line: Equatable {
    /// What a line is.
    enum Form: Equatable {
      case blank
      /// A comment alone.
      case comment
      /// Dashes, a key, a value, or some of them.
      case content
      /// The rest of a value that began above.
      case continuation
      /// A line of a block of text.
      case block
      /// `---` or `...`
      case marker
    }
    var form: Form
    /// The bytes of the line without its line end.
    var range: Range<Int>
    /// The first byte that is no space.
    var start: Int
    /// The offsets of the dashes.
    var dashes: [Int] = []
    /// The key with its quotation marks.
    var key: Range<Int>?
    /// The value or what of it stands on this line.
    var value: Range<Int>?
    /// The comment behind a value.
    var comment: Range<Int>?
    /// The number of the value that a line begins or continues.
    var scalar: Int?

    /// The column of the first byte, from 0.
    var indent: Int { start - range.lowerBound }
  }

  /// A value.
  struct Scalar: Equatable {
    /// How a value is written.
    enum Style: Equatable {
      case plain
      case single
      case double
      /// `|` or `>`
      case block
      /// Brackets.
      case flow
    }
    var style: Style
    /// The bytes of the value on each of its lines.
    var pieces: [Range<Int>]
    /// The header of a block, such as `>-`.
    var header: Range<Int>?
  }

  let bytes: [UInt8]
  private(set) var lines: [Line] = []
  private(set) var scalars: [Scalar] = []
  /// Whether every line was understood.
  private(set) var isKnown = true

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    cut()
  }

  // MARK: - Lines

  private mutating func cut() {
    var position = 0
    /// The column that lines of a value must exceed; nil outside of values.
    var running: (scalar: Int, parent: Int, depth: Int)?
    var lastKeyColumn = -1
    while position < bytes.count {
      var end = position
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let next = end + 1
      if end > position, bytes[end - 1] == 0x0D { end -= 1 }
      var start = position
      while start < end, bytes[start] == 0x20 { start += 1 }
      var line = Line(form: .content, range: position..<end, start: start)
      position = next
      let isBlank = bytes[start..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
      if let value = running {
        if continues(&line, value.scalar, parent: value.parent, isBlank: isBlank) {
          if scalars[value.scalar].style == .flow || isQuoted(scalars[value.scalar].style),
            isClosed(value.scalar, &line)
          {
            running = nil
          }
          lines.append(line)
          continue
        }
        running = nil
      }
      if isBlank {
        line.form = .blank
        line.start = end
      } else if bytes[start] == 0x23 {
        line.form = .comment
      } else if isMarker(line) {
        line.form = .marker
        if lines.contains(where: { $0.form != .comment && $0.form != .blank }) { isKnown = false }
      } else {
        let parent = parse(&line, lastKeyColumn: lastKeyColumn)
        lastKeyColumn = line.key == nil && line.dashes.isEmpty ? lastKeyColumn : parent
        if let number = line.scalar {
          let style = scalars[number].style
          let isWhole = (style == .flow || isQuoted(style)) && isClosed(number, &line)
          if !isWhole { running = (number, parent, 0) }
        }
      }
      lines.append(line)
    }
  }

  private func isQuoted(_ style: Scalar.Style) -> Bool { style == .single || style == .double }

  private func isMarker(_ line: Line) -> Bool {
    guard line.indent == 0, line.range.count >= 3 else { return false }
    let head = bytes[line.start..<(line.start + 3)]
    guard head.elementsEqual("---".utf8) || head.elementsEqual("...".utf8) else { return false }
    return line.range.count == 3 || bytes[line.start + 3] == 0x20
  }

  /// Whether a line belongs to the value that is open; notes its bytes if so.
  private mutating func continues(
    _ line: inout Line, _ number: Int, parent: Int, isBlank: Bool
  ) -> Bool {
    switch scalars[number].style {
    case .block:
      guard isBlank || line.indent > parent else { return false }
      line.form = .block
      if !isBlank { scalars[number].pieces.append(line.start..<line.range.upperBound) }
    case .plain:
      // A blank line within a plain value is a paragraph; behind it, it is nothing: settled by what
      // follows, and harmless either way.
      if isBlank || line.indent <= parent || bytes[line.start] == 0x23 { return false }
      guard let before = lines.last, before.form != .comment, before.comment == nil else {
        return false
      }
      line.form = .continuation
      let value = plainEnd(line.start, line.range.upperBound)
      line.value = line.start..<value.end
      line.comment = value.comment
      scalars[number].pieces.append(line.start..<value.end)
    case .single, .double, .flow:
      line.form = .continuation
      scalars[number].pieces.append(line.start..<line.range.upperBound)
    }
    line.scalar = number
    return true
  }

  // MARK: - A line

  /// Takes a line apart; returns the column that the rest of its value must exceed.
  private mutating func parse(_ line: inout Line, lastKeyColumn: Int) -> Int {
    var position = line.start
    let end = line.range.upperBound
    var parent = lastKeyColumn
    while position < end, bytes[position] == 0x2D,
      position + 1 == end || bytes[position + 1] == 0x20
    {
      line.dashes.append(position)
      parent = position - line.range.lowerBound
      position += 1
      while position < end, bytes[position] == 0x20 { position += 1 }
    }
    guard position < end else { return parent }
    if let colon = keyEnd(position, end) {
      line.key = position..<colon
      parent = position - line.range.lowerBound
      position = colon
      while position < end, bytes[position] != 0x3A { position += 1 }
      position += 1
      while position < end, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
      guard position < end else { return parent }
    }
    if bytes[position] == 0x23 {
      line.comment = position..<end
      return parent
    }
    takeValue(&line, from: position)
    return parent
  }

  /// The end of a key that begins at a position, if a colon follows it.
  private func keyEnd(_ start: Int, _ end: Int) -> Int? {
    var position = start
    let first = bytes[start]
    if first == 0x22 || first == 0x27 {
      position += 1
      while position < end, bytes[position] != first {
        position += first == 0x22 && bytes[position] == 0x5C ? 2 : 1
      }
      position += 1
      var colon = position
      while colon < end, bytes[colon] == 0x20 { colon += 1 }
      guard colon < end, bytes[colon] == 0x3A else { return nil }
      return colon + 1 == end || bytes[colon + 1] == 0x20 || bytes[colon + 1] == 0x09
        ? position : nil
    }
    if first == 0x5B || first == 0x7B || first == 0x7C || first == 0x3E { return nil }
    while position < end {
      let byte = bytes[position]
      if byte == 0x3A,
        position + 1 == end || bytes[position + 1] == 0x20 || bytes[position + 1] == 0x09
      {
        var last = position
        while last > start, bytes[last - 1] == 0x20 { last -= 1 }
        return last > start ? last : nil
      }
      if byte == 0x23, position > start, bytes[position - 1] == 0x20 { return nil }
      position += 1
    }
    return nil
  }

  private mutating func takeValue(_ line: inout Line, from start: Int) {
    let end = line.range.upperBound
    let style: Scalar.Style
    switch bytes[start] {
    case 0x22: style = .double
    case 0x27: style = .single
    case 0x7C, 0x3E: style = .block
    case 0x5B, 0x7B: style = .flow
    case 0x26, 0x2A, 0x21, 0x25, 0x40, 0x60: (style, isKnown) = (.plain, false)
    case 0x3F where start + 1 == end || bytes[start + 1] == 0x20:
      (style, isKnown) = (.plain, false)
    default: style = .plain
    }
    line.scalar = scalars.count
    let value = style == .plain || style == .block ? plainEnd(start, end) : (end: end, comment: nil)
    line.value = start..<value.end
    line.comment = value.comment
    scalars.append(
      Scalar(
        style: style, pieces: style == .block ? [] : [start..<value.end],
        header: style == .block ? start..<value.end : nil))
  }

  /// Where a plain value ends on its line, and the comment behind it.
  private func plainEnd(_ start: Int, _ end: Int) -> (end: Int, comment: Range<Int>?) {
    var stop = end
    var comment: Range<Int>?
    var position = start + 1
    while position < end {
      if bytes[position] == 0x23, bytes[position - 1] == 0x20 || bytes[position - 1] == 0x09 {
        comment = position..<end
        stop = position
        break
      }
      position += 1
    }
    while stop > start, bytes[stop - 1] == 0x20 || bytes[stop - 1] == 0x09 { stop -= 1 }
    return (stop, comment)
  }

  /// Whether a quoted value or brackets end on this line; cuts its bytes there and notes a comment.
  private mutating func isClosed(_ number: Int, _ line: inout Line) -> Bool {
    guard let close = closing(number) else { return false }
    let last = scalars[number].pieces.count - 1
    let piece = scalars[number].pieces[last]
    scalars[number].pieces[last] = piece.lowerBound..<close
    line.value = piece.lowerBound..<close
    var position = close
    while position < line.range.upperBound, bytes[position] == 0x20 || bytes[position] == 0x09 {
      position += 1
    }
    guard position < line.range.upperBound else { return true }
    if bytes[position] == 0x23, position > close {
      line.comment = position..<line.range.upperBound
    } else {
      isKnown = false
    }
    return true
  }

  /// The byte after the end of a quoted value or of brackets, if it is reached.
  private func closing(_ number: Int) -> Int? {
    let scalar = scalars[number]
    var quote: UInt8 = 0
    var depth = 0
    for piece in scalar.pieces {
      var position = piece.lowerBound
      while position < piece.upperBound {
        let byte = bytes[position]
        if quote != 0 {
          if byte == 0x5C, quote == 0x22 {
            position += 1
          } else if byte == quote {
            if quote == 0x27, position + 1 < piece.upperBound, bytes[position + 1] == 0x27 {
              position += 1
            } else {
              quote = 0
              if scalar.style != .flow { return position + 1 }
            }
          }
        } else if byte == 0x22 || byte == 0x27 {
          // Within a word of brackets it is an apostrophe.
          let isWord =
            scalar.style == .flow && position > piece.lowerBound
            && Sign.isWord(UInt32(bytes[position - 1]))
          if !isWord { quote = byte }
        } else if scalar.style == .flow, byte == 0x5B || byte == 0x7B {
          depth += 1
        } else if scalar.style == .flow, byte == 0x5D || byte == 0x7D {
          depth -= 1
          if depth == 0 { return position + 1 }
        }
        position += 1
      }
    }
    return nil
  }
}
