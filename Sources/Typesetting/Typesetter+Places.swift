import Core
import Style

extension Typesetter {
  /// Fills `places`: what may happen before each byte.
  mutating func findPlaces(_ paragraph: ParagraphText, _ setting: ParagraphSetting) {
    paragraph.text.withUnsafeBufferPointer { text in
      opportunities.find(in: text, into: &places)
      for position in 1..<max(1, text.count) where places[position] == Place.opportunity {
        if text[position - 1] == 0xAD, position >= 2, text[position - 2] == 0xC2 {
          places[position] = Place.softHyphen
        }
      }
      for offset in paragraph.breaks where offset > 0 && offset < text.count {
        places[Int(offset)] = Place.forced
      }
      for run in paragraph.runs {
        if run.isLeader {
          for byte in run.range { places[Int(byte)] = Place.none }
        } else {
          if !run.isVerbatim { tailor(text, run) }
          if setting.hyphenate, !run.isVerbatim, !run.isArtifact { hyphenate(text, run) }
        }
      }
      places[0] = Place.none
      places[text.count] = Place.none
    }
  }

  /// Applies the rules of the run's language to the opportunities inside it and at its start.
  private mutating func tailor(_ text: UnsafeBufferPointer<UInt8>, _ run: TextRun) {
    let repeats = BreakTailoring.repeatsHyphen(in: run.language)
    for byte in run.range {
      let position = Int(byte)
      guard position > 0 else { continue }
      if places[position] == Place.opportunity, text[position - 1] == 0x2D {
        let verdict = BreakTailoring.hyphen(text, at: position)
        places[position] =
          verdict ? (repeats ? Place.repeatedHyphen : Place.keptHyphen) : Place.none
      }
    }
  }

  /// Marks hyphenation points of the words that lie wholly in a run.
  private mutating func hyphenate(_ text: UnsafeBufferPointer<UInt8>, _ run: TextRun) {
    guard let index = hyphenation.index(for: run.language) else { return }
    let patterns = hyphenation[index]
    let end = Int(run.range.upperBound)
    var position = Int(run.range.lowerBound)
    var isAfterWord = false
    if position > 0 {
      isAfterWord = Word.continues(UTF8Walk.scalar(text, before: position).0)
    }
    while position < end {
      let (scalar, length) = UTF8Walk.scalar(text, at: position)
      guard LetterCase.isLetter(scalar) else {
        isAfterWord = Word.continues(scalar)
        position += length
        continue
      }
      let start = position
      var capitals = LetterCase.isCapital(scalar) ? 1 : 0
      position += length
      var isBeforeWord = false
      while position < text.count {
        let (scalar, length) = UTF8Walk.scalar(text, at: position)
        guard LetterCase.isLetter(scalar) else {
          isBeforeWord = Word.continues(scalar)
          break
        }
        if LetterCase.isCapital(scalar) { capitals += 2 }
        position += length
      }
      // Capitals inside make an abbreviation (MPSV, CpKP), digits a code.
      if capitals <= 1, !isAfterWord, !isBeforeWord, position <= end {
        points.removeAll(keepingCapacity: true)
        patterns.points(
          in: text, word: start..<position, scratch: &hyphenationScratch, into: &points)
        for point in points where places[Int(point)] == Place.none {
          places[Int(point)] = Place.hyphenation
        }
      }
      isAfterWord = false
    }
  }

  /// Makes places to break inside what is wider than the line: first at ties, then anywhere.
  mutating func loosen(below width: Int64, _ paragraph: ParagraphText) {
    paragraph.text.withUnsafeBufferPointer { text in
      var start = 0
      var stretch: Int64 = 0
      for index in 0...glyphs.count {
        let isEnd = index == glyphs.count
        if isEnd || (glyphs[index].textLength > 0 && places[Int(glyphs[index].text)] != Place.none)
        {
          if stretch > width { part(text, start, index, width) }
          start = index
          stretch = 0
        }
        if !isEnd { stretch += Int64(glyphs[index].advance) }
      }
    }
  }

  /// Parts the glyphs `start..<end`, which no line holds.
  private mutating func part(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ width: Int64
  ) {
    var wordStart = start
    var word: Int64 = 0
    for index in start...end {
      let isSpace = index < end && Word.isStretchable(text, Int(glyphs[index].text))
      if index == end || isSpace {
        if word > width { partWord(text, wordStart, index) }
        if isSpace, index + 1 < end {
          let next = Int(glyphs[index + 1].text)
          if places[next] == Place.none { places[next] = Place.loosenedTie }
        }
        wordStart = index + 1
        word = 0
      } else {
        word += Int64(glyphs[index].advance)
      }
    }
  }

  private mutating func partWord(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    guard start + 1 < end else { return }
    for index in (start + 1)..<end where glyphs[index].textLength > 0 {
      let byte = Int(glyphs[index].text)
      guard places[byte] == Place.none else { continue }
      switch LineBreakTable.shared[UTF8Walk.scalar(text, at: byte).0] {
      case .cm, .zwj, .wj, .em: continue
      default: places[byte] = Place.emergency
      }
    }
  }
}

/// What words and spaces are made of.
enum Word {
  /// Whether a character next to letters makes them part of a code, a name or an address.
  static func continues(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x40, 0x5F, 0x2F: true
    default: LetterCase.isLetter(scalar)
    }
  }

  /// Whether a space that stretches stands at a byte: U+0020, U+00A0 or a tab.
  @inline(__always)
  static func isStretchable(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    let byte = text[position]
    if byte == 0x20 || byte == 0x09 { return true }
    return byte == 0xC2 && position + 1 < text.count && text[position + 1] == 0xA0
  }
}
