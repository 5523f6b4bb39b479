import Core
import Orthography
import Style

/// Places to break inside what is wider than the line: words that no column holds, addresses, codes.
extension Typesetter {
  /// Makes places to break inside what is wider than the line: first at ties, then inside.
  ///
  /// Words part where their language parts them, with a hyphen; what is no word parts without one,
  /// before its marks and, where that is not enough, anywhere.
  /// - Returns: whether something was parted inside.
  @discardableResult
  mutating func loosen(below width: Int64, _ paragraph: ParagraphText) -> Bool {
    var isParted = false
    paragraph.text.withUnsafeBufferPointer { text in
      var start = 0
      var stretch: Int64 = 0
      for index in 0...glyphs.count {
        let isEnd = index == glyphs.count
        if isEnd || (glyphs[index].textLength > 0 && places[Int(glyphs[index].text)] != Place.none)
        {
          // Room for the hyphens that a fragment may get at its ends.
          let room =
            width - hyphenRoom(at: start, startsLine: true)
            - hyphenRoom(at: index, startsLine: false)
          if stretch > room, loosen(text, start..<index, room, paragraph) { isParted = true }
          start = index
          stretch = 0
        }
        if !isEnd { stretch += Int64(glyphs[index].advance) }
      }
    }
    return isParted
  }

  /// The width of the hyphen that a break before a glyph would bring to the line that starts there
  /// (only one that is repeated), or to the one that ends.
  private func hyphenRoom(at glyph: Int, startsLine: Bool) -> Int64 {
    guard glyph < glyphs.count else { return 0 }
    switch places[Int(glyphs[glyph].text)] {
    case Place.repeatedHyphen: return Int64(segments.first?.hyphen.advance ?? 0)
    case Place.hyphenation, Place.softHyphen:
      return startsLine ? 0 : Int64(segments.first?.hyphen.advance ?? 0)
    default: return 0
    }
  }

  /// Parts glyphs that no line holds; says whether inside of words.
  private mutating func loosen(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ width: Int64,
    _ paragraph: ParagraphText
  ) -> Bool {
    // What is tied to an address, a sign or a preposition, stays on its line if it can.
    let marks = marksOfAddress(text, range)
    if !marks.isEmpty, widest(of: range, parted: marks) <= width {
      for glyph in marks { places[Int(glyphs[glyph].text)] = Place.emergency }
      return true
    }
    var isParted = false
    var start = range.lowerBound
    var word: Int64 = 0
    for index in range.lowerBound...range.upperBound {
      let isEnd = index == range.upperBound
      let isSpace = !isEnd && Word.isStretchable(text, Int(glyphs[index].text))
      if isEnd || isSpace {
        if word > width {
          part(text, start..<index, width, paragraph)
          isParted = true
        }
        if isSpace, index + 1 < range.upperBound {
          let next = Int(glyphs[index + 1].text)
          if places[next] == Place.none { places[next] = Place.loosenedTie }
        }
        start = index + 1
        word = 0
      } else {
        word += Int64(glyphs[index].advance)
      }
    }
    return isParted
  }

  /// Parts what stands between spaces.
  private mutating func part(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ width: Int64,
    _ paragraph: ParagraphText
  ) {
    guard let first = range.first, let last = range.last else { return }
    let bytes = Int(glyphs[first].text)..<Int(glyphs[last].text) + Int(glyphs[last].textLength)
    let run = paragraph.runs.last { Int($0.range.lowerBound) <= bytes.lowerBound }
    let isAddress = addresses.contains { $0.overlaps(bytes) }
    let hyphen = Int64(segments.first?.hyphen.advance ?? 0)
    // Where hardly a syllable has room, letters stand as they can.
    let holdsSyllables = width > hyphen * 8
    if let run, !run.isVerbatim, !isAddress, holdsSyllables, Word.isOfLetters(text, bytes) {
      hyphenate(text, bytes, run.language)
      for piece in pieces(of: range, above: width - hyphen) { hyphenateAnywhere(text, piece) }
    } else {
      for glyph in marksOfAddress(text, range) {
        places[Int(glyphs[glyph].text)] = Place.emergency
      }
    }
    for piece in pieces(of: range, above: width) { cut(text, piece) }
    for piece in pieces(of: range, above: width) { cut(text, piece, inNeed: true) }
  }

  // MARK: Words

  /// Marks the points of the words in a range by the patterns of their language.
  private mutating func hyphenate(
    _ text: UnsafeBufferPointer<UInt8>, _ bytes: Range<Int>, _ language: Language
  ) {
    guard let index = hyphenation.index(for: language) else { return }
    for word in Word.letters(in: text, bytes) { part(word, of: text, language: index) }
  }

  /// Lets a word for which its language knows no point part between any two letters; two stay on
  /// the line, three go to the next.
  private mutating func hyphenateAnywhere(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard let first = range.first, let last = range.last else { return }
    let bytes = Int(glyphs[first].text)..<Int(glyphs[last].text) + Int(glyphs[last].textLength)
    for word in Word.letters(in: text, bytes) {
      var letters: [Int] = []
      for glyph in range
      where glyphs[glyph].textLength > 0 && word.contains(Int(glyphs[glyph].text)) {
        letters.append(Int(glyphs[glyph].text))
      }
      guard letters.count >= 5 else { continue }
      for byte in letters[2...(letters.count - 3)]
      where places[byte] == Place.none && Word.mayPart(text, before: byte) {
        places[byte] = Place.hyphenation
      }
    }
  }

  // MARK: Addresses and codes

  /// The glyphs of a range before which an address or a code parts.
  private func marksOfAddress(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> [Int] {
    range.filter { index in
      let byte = Int(glyphs[index].text)
      return index > range.lowerBound && glyphs[index].textLength > 0
        && places[byte] == Place.none && Word.isMarkOfAddress(text, byte)
    }
  }

  /// Lets glyphs part anywhere, without a hyphen.
  private mutating func cut(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, inNeed: Bool = false
  ) {
    for index in range.dropFirst() where glyphs[index].textLength > 0 {
      let byte = Int(glyphs[index].text)
      guard places[byte] == Place.none, Word.mayPart(text, before: byte, inNeed: inNeed)
      else { continue }
      places[byte] = Place.emergency
    }
  }

  // MARK: Widths

  /// The widest piece of a range that parts before some glyphs.
  private func widest(of range: Range<Int>, parted marks: [Int]) -> Int64 {
    var (widest, piece): (Int64, Int64) = (0, 0)
    var next = 0
    for index in range {
      if next < marks.count, marks[next] == index {
        widest = max(widest, piece)
        piece = 0
        next += 1
      }
      piece += Int64(glyphs[index].advance)
    }
    return max(widest, piece)
  }

  /// The pieces of a range, between the places it has by now, that are too wide.
  private func pieces(of range: Range<Int>, above width: Int64) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    var piece: Int64 = 0
    for index in range {
      if index > start, glyphs[index].textLength > 0, places[Int(glyphs[index].text)] != Place.none
      {
        if piece > width { pieces.append(start..<index) }
        start = index
        piece = 0
      }
      piece += Int64(glyphs[index].advance)
    }
    if piece > width { pieces.append(start..<range.upperBound) }
    return pieces
  }
}

extension Word {
  /// Whether a stretch between spaces is a word, or words with marks between: no figures, no signs
  /// of codes.
  static func isOfLetters(_ text: UnsafeBufferPointer<UInt8>, _ bytes: Range<Int>) -> Bool {
    var position = bytes.lowerBound
    var letters = 0
    while position < bytes.upperBound {
      let (scalar, length) = UTF8Walk.scalar(text, at: position)
      if LetterCase.isLetter(scalar) {
        letters += 1
      } else if scalar < 0x80,
        ![0x21, 0x22, 0x28, 0x29, 0x2C, 0x2D, 0x2E, 0x2F, 0x3A, 0x3B, 0x3F]
          .contains(scalar)
      {
        return false
      }
      position += length
    }
    return letters > 4
  }

  /// The runs of letters in a range.
  static func letters(in text: UnsafeBufferPointer<UInt8>, _ bytes: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var position = bytes.lowerBound
    var start: Int?
    while position < bytes.upperBound {
      let (scalar, length) = UTF8Walk.scalar(text, at: position)
      if LetterCase.isLetter(scalar) {
        if start == nil { start = position }
      } else if let begun = start {
        words.append(begun..<position)
        start = nil
      }
      position += length
    }
    if let begun = start { words.append(begun..<bytes.upperBound) }
    return words
  }

  /// Whether an address or a code may be parted before a byte: a mark between letters, figures or
  /// other marks, but not inside of an escape or of `://`.
  ///
  /// *Source:* The Chicago Manual of Style, 17th edition, 14.18: before a full stop, comma, hyphen,
  /// underline, question mark, number sign, per cent sign, tilde; before `=` and `&`.
  static func isMarkOfAddress(_ text: UnsafeBufferPointer<UInt8>, _ byte: Int) -> Bool {
    guard byte > 0, byte + 1 < text.count, mayPart(text, before: byte) else { return false }
    switch text[byte] {
    case 0x23, 0x25, 0x26, 0x2B, 0x2C, 0x2D, 0x2E, 0x3B, 0x3D, 0x3F, 0x40, 0x5F, 0x7E: break
    default: return false
    }
    return isPlain(text[byte - 1]) && (isPlain(text[byte + 1]) || text[byte] != 0x2E)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  /// Whether something that is parted anywhere may be parted before a byte: not before a mark that
  /// belongs to its letter, not after a hyphen, which would look like an added one, not inside of
  /// `://` or behind it, and not inside of an escape or between those that make one character
  /// (`%C4%8D`). In need, where the line is narrower than these, only a letter keeps its marks.
  static func mayPart(
    _ text: UnsafeBufferPointer<UInt8>, before byte: Int, inNeed: Bool = false
  ) -> Bool {
    guard byte > 0 else { return false }
    switch LineBreakTable.shared[UTF8Walk.scalar(text, at: byte).0] {
    case .cm, .zwj, .wj, .em: return false
    default: break
    }
    if inNeed { return true }
    if text[byte - 1] == 0x2D { return false }
    if text[byte] == 0x2F, text[byte - 1] == 0x3A || text[byte - 1] == 0x2F { return false }
    if byte > 2, text[byte - 1] == 0x2F, text[byte - 2] == 0x2F, text[byte - 3] == 0x3A {
      return false
    }
    for back in 1...2 where byte >= back && escape(text, byte - back) != nil { return false }
    if let value = escape(text, byte), value & 0xC0 == 0x80, byte >= 3,
      escape(text, byte - 3) ?? 0 >= 0x80
    {
      return false
    }
    return true
  }

  /// The value of the escape `%XX` that starts at a byte.
  private static func escape(_ text: UnsafeBufferPointer<UInt8>, _ byte: Int) -> UInt8? {
    func digit(_ byte: UInt8) -> UInt8? {
      switch byte {
      case 0x30...0x39: byte - 0x30
      case 0x41...0x46: byte - 0x37
      case 0x61...0x66: byte - 0x57
      default: nil
      }
    }
    guard byte + 2 < text.count, text[byte] == 0x25, let high = digit(text[byte + 1]),
      let low = digit(text[byte + 2])
    else { return nil }
    return high << 4 | low
  }
}
