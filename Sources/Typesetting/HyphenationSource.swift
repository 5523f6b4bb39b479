import Core

/// Hyphenation patterns as they are written in files: TeX's `\patterns{…}` and
/// `\hyphenation{…}`, or a plain list of patterns, or of words with hyphens.
///
/// *Source:* Liang, Word Hy-phen-a-tion by Com-put-er, 1983; hyph-utf8's files.
package struct HyphenationSource: Sendable, Hashable {
  /// Patterns: letters with levels between them, `.` at a word's edge: `.ad3aw`.
  package var patterns: [[UInt32]] = []
  /// Words with all their hyphens: `veš-ke-rá`.
  package var exceptions: [[UInt32]] = []

  /// Reads a file of patterns, TeX's or plain.
  package init(patterns bytes: [UInt8]) {
    add(bytes, plain: .patterns)
  }

  /// Reads a file of patterns and a list of exceptions; both may be TeX's or plain.
  package init(patterns bytes: [UInt8], exceptions: [UInt8]) {
    add(bytes, plain: .patterns)
    add(exceptions, plain: .exceptions)
  }

  private enum Section {
    case none
    case patterns
    case exceptions
  }

  private mutating func add(_ bytes: [UInt8], plain: Section) {
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
    let isTeX = HyphenationSource.holdsCommand(bytes)
    var section = isTeX ? Section.none : plain
    var word: [UInt32] = []
    var position = 0
    while position <= text.count {
      let scalar = position < text.count ? text[position] : 0x20
      position += 1
      if scalar == 0x25 || scalar == 0x23 {  // % and # start a comment
        keep(&word, in: section)
        while position < text.count, text[position] != 0x0A { position += 1 }
      } else if isTeX, scalar == 0x5C {
        var name: [UInt8] = []
        while position < text.count, LetterCase.isLetter(text[position]), text[position] < 0x80 {
          name.append(UInt8(text[position]))
          position += 1
        }
        switch String(decoding: name, as: UTF8.self) {
        case "patterns": section = .patterns
        case "hyphenation": section = .exceptions
        default: section = .none
        }
        if section != .none {
          while position < text.count, text[position] != 0x7B { position += 1 }
          position += 1
        }
      } else if isTeX, scalar == 0x7D {
        keep(&word, in: section)
        section = .none
      } else if scalar >= 9, scalar <= 13 || scalar == 0x20 {
        keep(&word, in: section)
      } else {
        word.append(scalar)
      }
    }
  }

  private mutating func keep(_ word: inout [UInt32], in section: Section) {
    defer { word.removeAll(keepingCapacity: true) }
    guard !word.isEmpty else { return }
    switch section {
    case .none: break
    case .patterns: patterns.append(word)
    case .exceptions: exceptions.append(word)
    }
  }

  /// Whether a file speaks TeX: `\patterns` or `\hyphenation` stands in it outside comments.
  private static func holdsCommand(_ bytes: [UInt8]) -> Bool {
    var inComment = false
    for (position, byte) in bytes.enumerated() {
      if byte == 0x25 { inComment = true }
      if byte == 0x0A { inComment = false }
      if byte == 0x5C, !inComment, position + 1 < bytes.count {
        if bytes[position + 1] == 0x70 || bytes[position + 1] == 0x68 { return true }
      }
    }
    return false
  }
}
