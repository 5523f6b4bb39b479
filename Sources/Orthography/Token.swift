import Core

/// A stretch of text between spaces, as the rules look at it; valid as long as the text is.
package struct Token {
  /// The text that it is of.
  package let text: UnsafeBufferPointer<UInt8>
  /// The first byte.
  package let start: Int
  /// The byte after the last.
  package let end: Int
  /// The first byte after opening quotes and brackets.
  let core: Int
  /// The end without closing quotes, brackets and the comma, colon, semicolon before them; a full
  /// stop stays.
  let coreEnd: Int
  /// What kinds of bytes it has, as far as that was asked.
  let sight: Sight
  /// The body, if it is short.
  let key: WordKey

  /// Takes a stretch without spaces.
  package init(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    self.init(text, start, end, [])
  }

  init(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ sight: Sight) {
    self.text = text
    self.sight = sight
    self.start = start
    self.end = end
    var core = start
    while core < end {
      let (scalar, length) = UTF8Walk.scalar(text, at: core)
      guard Token.isOpener(scalar) else { break }
      core += length
    }
    var coreEnd = end
    // The full stop of a sentence stands behind its brackets: „(12 Kč).“
    if coreEnd - core > 2, text[coreEnd - 1] == 0x2E,
      Token.isBracket(UTF8Walk.scalar(text, before: coreEnd - 1).0)
    {
      coreEnd -= 1
    }
    while coreEnd > core {
      let (scalar, length) = UTF8Walk.scalar(text, before: coreEnd)
      guard Token.isCloser(scalar) else { break }
      coreEnd -= length
    }
    self.core = core
    self.coreEnd = coreEnd
    key = WordKey(text, core, coreEnd)
  }

  private static func isOpener(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x28, 0x5B, 0xAB, 0xBB, 0x2018, 0x201A, 0x201C, 0x201E: true
    default: false
    }
  }

  private static func isBracket(_ scalar: UInt32) -> Bool {
    scalar == 0x29 || scalar == 0x5D || scalar == 0x2018 || scalar == 0x201C
  }

  private static func isCloser(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x29, 0x5D, 0x2C, 0x3A, 0x3B, 0x21, 0x3F, 0xAB, 0xBB, 0x2018, 0x2019, 0x201C, 0x201D,
      0x2026:
      true
    default: false
    }
  }

  /// The bytes between quotes and brackets.
  var body: Slice<UnsafeBufferPointer<UInt8>> { text[core..<coreEnd] }
  /// Whether nothing follows the body: no comma, no bracket.
  var isOpenEnded: Bool { coreEnd == end }
  /// The first character of the body.
  var first: UInt32 { core < end ? UTF8Walk.scalar(text, at: core).0 : 0 }
  /// The last character of the token.
  var last: UInt32 { start < end ? UTF8Walk.scalar(text, before: end).0 : 0 }

  func isBody(_ word: StaticString) -> Bool {
    coreEnd - core == word.utf8CodeUnitCount
      && body.elementsEqual(
        UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  /// Whether the body is one of some words.
  @inline(__always)
  func isAny(of words: WordSet) -> Bool { words.contains(key) }

  /// Whether the body is one of some words, perhaps with the full stop of a sentence; one capital
  /// with a full stop is an initial.
  func mayEnd(_ words: WordSet) -> Bool {
    words.contains(key)
      || endsWithStop && (coreEnd - core > 2 || text[core] < 0x41)
        && words.contains(WordKey(text, core, wordEnd))
  }

  /// How many digits the body is, if it is nothing but digits; else 0.
  var digits: Int {
    for byte in body where byte &- 0x30 > 9 { return 0 }
    return coreEnd - core
  }

  /// How many digits a body has that is digits and a full stop: `21.`; else 0.
  var ordinalDigits: Int {
    guard coreEnd - core >= 2, text[coreEnd - 1] == 0x2E else { return 0 }
    for byte in body.dropLast() where byte &- 0x30 > 9 { return 0 }
    return coreEnd - core - 1
  }

  /// Whether the body is a number, perhaps signed, with decimals or a range: `19`, `1,9`, `12–28`.
  var isNumber: Bool {
    guard core < coreEnd, text[coreEnd - 1] &- 0x30 <= 9 else { return false }
    var position = core
    while position < coreEnd {
      let (scalar, length) = UTF8Walk.scalar(text, at: position)
      switch scalar {
      case 0x30...0x39, 0x2B, 0x2C, 0x2D, 0x2E, 0x2012, 0x2013, 0x2212, 0xD7, 0x7E, 0xB1: break
      default: return false
      }
      position += length
    }
    return true
  }

  /// Whether the body is likely a year: 1700 to 2199 without a space.
  var isYear: Bool {
    guard digits == 4 else { return false }
    let second = text[core + 1]
    return text[core] == 0x31 ? second >= 0x37 : text[core] == 0x32 && second <= 0x31
  }

  var startsWithDigit: Bool { core < end && text[core] &- 0x30 <= 9 }
  var endsWithDigit: Bool { coreEnd > core && text[coreEnd - 1] &- 0x30 <= 9 }
  var startsSmall: Bool {
    LetterCase.isLetter(first) && !LetterCase.isCapital(first)
  }
  var startsCapital: Bool { LetterCase.isCapital(first) }

  /// How many letters a body has that is letters and a full stop: `př.`; else 0. Small ones if
  /// `small`, capitals if not.
  func abbreviationLetters(small: Bool) -> Int {
    guard coreEnd - core >= 2, text[coreEnd - 1] == 0x2E else { return 0 }
    var count = 0
    var position = core
    while position < coreEnd - 1 {
      let (scalar, length) = UTF8Walk.scalar(text, at: position)
      guard LetterCase.isLetter(scalar), LetterCase.isCapital(scalar) != small else { return 0 }
      count += 1
      position += length
    }
    return count
  }

  /// Whether the body is a Roman number and a full stop: `II.`.
  var isRoman: Bool {
    guard coreEnd - core >= 2, text[coreEnd - 1] == 0x2E else { return false }
    for byte in body.dropLast() {
      switch byte {
      case 0x49, 0x56, 0x58, 0x4C, 0x43, 0x44, 0x4D: break
      default: return false
      }
    }
    return true
  }

  /// Whether the body is a Roman number.
  var isRomanNumber: Bool {
    core < coreEnd && body.allSatisfy { $0 == 0x49 || $0 == 0x56 || $0 == 0x58 }
  }

  /// Whether the token is a dash that stands alone.
  var isDash: Bool {
    end - start == 3 && text[start] == 0xE2 && text[start + 1] == 0x80
      && (text[start + 2] == 0x93 || text[start + 2] == 0x94)
  }

  /// Whether the token is an address of the net or of mail.
  package var isAddress: Bool {
    var hasDot = false
    var position = start
    while position < end {
      switch text[position] {
      case 0x2E: hasDot = position > start && position + 1 < end
      case 0x40 where position > start && position + 1 < end: return true
      case 0x3A
      where position + 2 < end && text[position + 1] == 0x2F && text[position + 2] == 0x2F:
        return true
      case 0x2F where hasDot && position + 1 < end && isDomain(before: position): return true
      default: break
      }
      position += 1
    }
    return text[core..<end].starts(with: [0x77, 0x77, 0x77, 0x2E])
  }

  /// Whether a top-level domain of two to four small letters ends before a slash.
  private func isDomain(before slash: Int) -> Bool {
    var letters = 0
    var position = slash - 1
    while position > start, text[position] >= 0x61, text[position] <= 0x7A {
      letters += 1
      position -= 1
    }
    return letters >= 2 && letters <= 4 && text[position] == 0x2E && position > start + 1
      && text[position - 1] >= 0x61 && text[position - 1] <= 0x7A
  }
}

extension Token {
  /// Whether the token is a lone colon, which belongs to no body.
  var isColon: Bool { end - start == 1 && text[start] == 0x3A }

  /// Whether the token stands for what is no text.
  var isBarrier: Bool { text[start] == BlockText.barrier }

  /// Whether the body ends in a full stop.
  var endsWithStop: Bool { coreEnd > core && text[coreEnd - 1] == 0x2E }

  /// The end of the body without the full stop of a sentence.
  var wordEnd: Int { endsWithStop ? coreEnd - 1 : coreEnd }

  /// Whether the token is nothing but one byte.
  func isByte(_ byte: UInt8) -> Bool { end - start == 1 && text[start] == byte }

  /// The digits of a body that is a number without sign or point; 0 if it is not.
  var unsignedDigits: Int {
    guard core < coreEnd else { return 0 }
    return Token(text, signEnd, coreEnd).digits
  }

  /// Where the digits start of a body that may have a sign.
  var signEnd: Int {
    guard core < coreEnd else { return core }
    let (scalar, length) = UTF8Walk.scalar(text, at: core)
    return scalar == 0x2B || scalar == 0x2D || scalar == 0x2212 ? core + length : core
  }

  /// Whether the body is a unit, perhaps at the end of a sentence: `Kč.`.
  var isUnit: Bool { mayEnd(CzechWords.units) }

  /// Whether the body is the number of a law: `108/2006`.
  var isLaw: Bool {
    let slash = digitsEnd(core)
    return slash > core && slash < coreEnd && text[slash] == 0x2F
      && Token(text, slash + 1, coreEnd).digits == 4
  }

  /// How many digits a group has, decimals and a full stop after it aside: `000`, `000,50`, `000.`.
  var leadingDigits: Int {
    var position = core
    while position < coreEnd, text[position] &- 0x30 <= 9 { position += 1 }
    let count = position - core
    if position == coreEnd { return count }
    let byte = text[position]
    return byte == 0x2C || byte == 0x2E ? count : 0
  }

  /// The value of digits `range`, at most nine of them.
  func value(_ range: Range<Int>) -> Int {
    var value = 0
    for byte in text[range].prefix(9) { value = value * 10 + Int(byte &- 0x30) }
    return value
  }

  /// The end of the digits that start at a byte.
  func digitsEnd(_ start: Int) -> Int {
    var position = start
    while position < coreEnd, text[position] &- 0x30 <= 9 { position += 1 }
    return position
  }

  /// Whether the body ends in some bytes.
  func ends(in tail: StaticString) -> Bool {
    let count = tail.utf8CodeUnitCount
    guard coreEnd - core >= count else { return false }
    return text[(coreEnd - count)..<coreEnd].elementsEqual(
      UnsafeBufferPointer(start: tail.utf8Start, count: count))
  }

  /// Whether the body is letters and nothing else.
  var isWord: Bool {
    guard core < coreEnd else { return false }
    var position = core
    while position < coreEnd {
      let (scalar, length) = UTF8Walk.scalar(text, at: position)
      guard LetterCase.isLetter(scalar) else { return false }
      position += length
    }
    return true
  }
}
