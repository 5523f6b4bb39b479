/// Writes a YAML file anew in the house's form: two spaces a level, one space behind colons and
/// dashes, quotation marks only where they are needed. Comments, their order and blank lines stay.
///
/// It works on the lines of the file, not on its tree, which knows no comments.
struct YAMLFormat {
  /// A mapping or list that is open: its column in the file and its new one.
  private struct Level {
    var old: Int
    var new: Int
    var isList: Bool
  }
  private let file: YAMLLines
  private var out: [UInt8] = []
  private var levels: [Level] = []
  /// Comments and blank lines that wait for the line below them.
  private var waiting: [Int] = []
  /// The column of the value that is open, and how far its further lines move.
  private var valueColumn = 2
  private var valueShift: Int?
  private var oldParent = 0

  private init(_ file: YAMLLines) { self.file = file }

  /// The file in the house's form; nil where it holds notation that is not understood.
  static func inForm(_ bytes: [UInt8]) -> [UInt8]? {
    let lines = YAMLLines(bytes)
    guard lines.isKnown else { return nil }
    var format = YAMLFormat(lines)
    format.write()
    return format.out
  }

  private mutating func write() {
    for (number, line) in file.lines.enumerated() {
      switch line.form {
      case .blank, .comment: waiting.append(number)
      case .marker:
        release(above: nil)
        levels = []
        put(file.bytes[line.start..<trimmedEnd(line.range)])
        out.append(0x0A)
      case .content: write(line)
      case .continuation: writeContinuation(line)
      case .block: writeBlock(line)
      }
    }
    release(above: nil)
    endCleanly()
  }

  // MARK: - Lines

  private mutating func write(_ line: YAMLLines.Line) {
    let before = levels
    let columns = enter(line)
    let first = columns.first ?? 0
    release(above: (line.indent, first), levels: before)
    spaces(first)
    var column = first
    for position in line.dashes.indices {
      if position > 0 { column = columns[position] }
      put("-".utf8)
      if position + 1 < line.dashes.count || line.key != nil || line.value != nil {
        out.append(0x20)
      }
    }
    if let key = line.key {
      put(file.bytes[key])
      out.append(0x3A)
      column = columns.last ?? 0
      if line.value != nil { out.append(0x20) }
    }
    oldParent = (line.key?.lowerBound ?? line.dashes.last ?? line.start) - line.range.lowerBound
    if line.key == nil, line.dashes.isEmpty { column = max(0, first - 2) }
    valueColumn = column + 2
    valueShift = nil
    if let value = line.value, let number = line.scalar {
      put(plainIfPossible(value, file.scalars[number]))
    }
    putComment(line)
    out.append(0x0A)
  }

  /// Finds the levels of a line's dashes and key and returns their new columns.
  private mutating func enter(_ line: YAMLLines.Line) -> [Int] {
    var columns: [Int] = []
    func column(_ offset: Int) -> Int { offset - line.range.lowerBound }
    for (position, dash) in line.dashes.enumerated() {
      let old = column(dash)
      if position == 0 {
        while let top = levels.last, top.old > old { levels.removeLast() }
        if levels.last?.old != old || levels.last?.isList != true {
          levels.append(Level(old: old, new: (levels.last?.new ?? -2) + 2, isList: true))
        }
      } else {
        levels.append(Level(old: old, new: (columns.last ?? 0) + 2, isList: true))
      }
      columns.append(levels[levels.count - 1].new)
    }
    if let key = line.key {
      let old = column(key.lowerBound)
      if line.dashes.isEmpty {
        while let top = levels.last, top.old > old || (top.old == old && top.isList) {
          levels.removeLast()
        }
        if levels.last?.old != old {
          levels.append(Level(old: old, new: (levels.last?.new ?? -2) + 2, isList: false))
        }
      } else {
        levels.append(Level(old: old, new: (columns.last ?? 0) + 2, isList: false))
      }
      columns.append(levels[levels.count - 1].new)
    }
    if columns.isEmpty {
      // A value on a line of its own below its key.
      while let top = levels.last, top.old >= line.indent { levels.removeLast() }
      columns.append((levels.last?.new ?? -2) + 2)
    }
    return columns
  }

  private mutating func writeContinuation(_ line: YAMLLines.Line) {
    release(above: nil)
    let end = trimmedEnd(line.range)
    guard line.start < end else {
      out.append(0x0A)
      return
    }
    let isFlow = line.scalar.map { file.scalars[$0].style == .flow } ?? false
    if isFlow {
      // Brackets within brackets keep their steps.
      let shift = valueShift ?? valueColumn - line.indent
      valueShift = shift
      spaces(max(max(0, valueColumn - 2), line.indent + shift))
    } else {
      spaces(valueColumn)
    }
    put(file.bytes[line.start..<end])
    out.append(0x0A)
  }

  /// A line of a block: all of them move alike, and what they hold stays to the last space.
  private mutating func writeBlock(_ line: YAMLLines.Line) {
    let scalar = line.scalar.map { file.scalars[$0] }
    if valueShift == nil {
      let hasDigit =
        scalar?.header.map { file.bytes[$0].contains { (0x31...0x39).contains($0) } } ?? false
      if hasDigit {
        valueShift = valueColumn - 2 - oldParent
      } else if let first = scalar?.pieces.first {
        // The first line that holds something says how far the block is indented.
        let start = file.bytes[..<first.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        valueShift = valueColumn - (first.lowerBound - start)
      }
    }
    let shift = valueShift ?? 0
    let isBlank = line.start == line.range.upperBound
    let column = line.indent + shift
    if isBlank {
      // Spaces beyond the indent of the block belong to its text.
      spaces(max(0, column > valueColumn && scalar?.pieces.isEmpty == false ? column : 0))
    } else {
      spaces(max(0, column))
      put(file.bytes[line.start..<line.range.upperBound])
    }
    out.append(0x0A)
  }

  // MARK: - Comments

  /// Writes the comments and blank lines above a line, at its column or at that of their own level.
  private mutating func release(above line: (old: Int, new: Int)?, levels: [Level] = []) {
    for number in waiting {
      let comment = file.lines[number]
      guard comment.form == .comment else {
        if !out.isEmpty { out.append(0x0A) }
        continue
      }
      let open = line == nil ? self.levels : levels
      let own = open.last { $0.old <= comment.indent }?.new ?? 0
      if let line {
        spaces(comment.indent > line.old ? max(own, line.new) : line.new)
      } else {
        spaces(comment.indent == 0 ? 0 : own)
      }
      put(file.bytes[comment.start..<trimmedEnd(comment.range)])
      out.append(0x0A)
    }
    waiting = []
  }

  private mutating func putComment(_ line: YAMLLines.Line) {
    guard let comment = line.comment else { return }
    var gap = comment.lowerBound
    while gap > line.range.lowerBound, file.bytes[gap - 1] == 0x20 { gap -= 1 }
    let width = comment.lowerBound - gap
    spaces(max(1, width))
    put(file.bytes[comment.lowerBound..<trimmedEnd(comment)])
  }

  // MARK: - Values

  /// A quoted value without its quotation marks where it means the same.
  private func plainIfPossible(_ value: Range<Int>, _ scalar: YAMLLines.Scalar) -> [UInt8] {
    let written = Array(file.bytes[value.lowerBound..<trimmedEnd(value)])
    guard scalar.style == .single || scalar.style == .double, scalar.pieces.count == 1,
      written.count > 2, let last = written.last, last == written[0]
    else { return written }
    var text = Array(written.dropFirst().dropLast())
    if scalar.style == .double {
      if text.contains(0x5C) { return written }
    } else {
      text = Array(String(decoding: text, as: UTF8.self).replacing("''", with: "'").utf8)
    }
    return YAMLFormat.isSafePlain(text) ? text : written
  }

  /// Whether a text means itself without quotation marks: it begins with a letter, and holds nothing
  /// that begins a comment or a mapping, nor a word that some program reads as true or nothing.
  static func isSafePlain(_ text: [UInt8]) -> Bool {
    guard let last = text.last, last != 0x20, last != 0x3A, last != 0x09,
      Sign.isLetter(Passage.scalar(of: text, at: 0).0)
    else { return false }
    for position in text.indices {
      let byte = text[position]
      let next = position + 1 < text.count ? text[position + 1] : 0x20
      if byte < 0x20 || (byte == 0x3A && (next == 0x20 || next == 0x09)) { return false }
      if byte == 0x20, next == 0x23 { return false }
    }
    let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    return !words.contains(String(decoding: text, as: UTF8.self).lowercased())
  }

  // MARK: - Bytes

  private mutating func put(_ bytes: some Sequence<UInt8>) { out += bytes }

  private mutating func spaces(_ count: Int) {
    out += [UInt8](repeating: 0x20, count: count)
  }

  private func trimmedEnd(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, [0x20, 0x09, 0x0D].contains(file.bytes[end - 1]) { end -= 1 }
    // An escaped space at a line's end is text.
    if end < range.upperBound, end > range.lowerBound, file.bytes[end - 1] == 0x5C { end += 1 }
    return end
  }

  /// One line end at the end of the file, unless a block keeps its own.
  private mutating func endCleanly() {
    let keeps = file.scalars.last?.header.map { file.bytes[$0].contains(0x2B) } ?? false
    if keeps { return }
    while out.count > 1, out[out.count - 1] == 0x0A, out[out.count - 2] == 0x0A {
      out.removeLast()
    }
  }
}
