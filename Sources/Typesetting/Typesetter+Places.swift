import Core
import Orthography
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
      tailor(text, paragraph)
      for run in paragraph.runs {
        if run.isLeader {
          for byte in run.range { places[Int(byte)] = Place.none }
        } else if setting.hyphenate, !run.isVerbatim, !run.isArtifact {
          hyphenate(text, run)
        }
      }
      places[0] = Place.none
      places[text.count] = Place.none
    }
  }

  /// Marks hyphenation points of the words that lie wholly in a run.
  private mutating func hyphenate(_ text: UnsafeBufferPointer<UInt8>, _ run: TextRun) {
    guard let index = hyphenation.index(for: run.language) else { return }
    let end = Int(run.range.upperBound)
    var position = Int(run.range.lowerBound)
    var isAfterWord = false
    var address = 0
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
      while address < addresses.count, addresses[address].upperBound <= start { address += 1 }
      let isInAddress = address < addresses.count && addresses[address].lowerBound < position
      let isAbbreviation =
        position < text.count && text[position] == 0x2E
        && Abbreviations.isKnown(text, start, position + 1)
      if capitals <= 1, !isInAddress, !isAbbreviation, !isAfterWord, !isBeforeWord, position <= end
      {
        part(start..<position, of: text, language: index)
      }
      isAfterWord = false
    }
  }

  /// Marks the points of a word, which is looked up once if it is no monster.
  mutating func part(
    _ word: Range<Int>, of text: UnsafeBufferPointer<UInt8>, language: Int
  ) {
    let isKept = word.count <= HyphenationCache.longest
    let letters = UnsafeBufferPointer(rebasing: text[word])
    let slot = isKept ? hyphenated.slot(of: letters, language: language) : 0
    if isKept, var known = hyphenated.points(of: letters, language: language, in: slot) {
      while known != 0 {
        mark(word.lowerBound + known.trailingZeroBitCount)
        known &= known - 1
      }
      return
    }
    points.removeAll(keepingCapacity: true)
    hyphenation[language].points(
      in: text, word: word, scratch: &hyphenationScratch, into: &points)
    var found: UInt32 = 0
    for point in points {
      mark(Int(point))
      if isKept { found |= 1 << UInt32(Int(point) - word.lowerBound) }
    }
    if isKept { hyphenated.keep(found, of: letters, language: language, in: slot) }
  }

  @inline(__always)
  private mutating func mark(_ point: Int) {
    if places[point] == Place.none { places[point] = Place.hyphenation }
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

  /// How many bytes a space that stretches has at a byte, or a control that ends lines; else 0.
  @inline(__always)
  static func spaceLength(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int {
    let byte = text[position]
    if byte > 0x20, byte < 0xC2 { return 0 }
    if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) { return 1 }
    if byte == 0xC2, position + 1 < text.count {
      return text[position + 1] == 0xA0 || text[position + 1] == 0x85 ? 2 : 0
    }
    guard byte == 0xE2, position + 2 < text.count, text[position + 1] == 0x80 else { return 0 }
    return text[position + 2] | 1 == 0xA9 ? 3 : 0
  }

  /// Whether a space that stretches stands at a byte.
  @inline(__always)
  static func isStretchable(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    spaceLength(text, position) > 0
  }

  /// Whether a space that stretches ends before a byte.
  @inline(__always)
  static func isStretchableBefore(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    for length in 1...3 where position >= length {
      if spaceLength(text, position - length) == length { return true }
    }
    return false
  }
}
