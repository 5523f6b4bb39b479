import CHarfBuzz

extension Shaper {
  /// How many words are kept, each shaped once; at most 32 768.
  package var keptWords: Int { words.count }

  /// What a run is shaped with, as `WordCache.Kind` numbers it.
  struct WordSetting {
    var face: Int
    var list: Int
    var language: hb_language_t?
    /// Whether words may be shaped one by one.
    var isByWord: Bool
  }

  /// Whether a stretch is of words that depend on nothing beyond their spaces, as far as their
  /// characters go: no marks, no joiners, nothing that shaping treats apart.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = bytes[at]
      switch byte {
      case 0x20...0x7E: at += 1
      case 0xC3...0xCB where at + 1 < range.upperBound: at += 2
      case 0xC2 where at + 1 < range.upperBound && bytes[at + 1] >= 0xA0: at += 2
      case 0xE2 where at + 2 < range.upperBound && bytes[at + 1] == 0x80:
        // Dashes, quotes, daggers, the bullet, the ellipsis; no spaces, joiners, U+2011.
        guard (0x92...0xA7).contains(bytes[at + 2]) else { return false }
        at += 3
      default: return false
      }
    }
    return true
  }

  /// Shapes a plain run word by word; what comes out is what shaping it whole gives.
  ///
  /// A word is shaped with the spaces around it. Its own glyphs and the space before it are taken:
  /// a glyph's advance depends on itself and the next one. Whether a line may end before a space
  /// depends on the word before, whose shape tells.
  mutating func shapeWords(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, setting: UInt16,
    into glyphs: inout [ShapedGlyph]
  ) {
    var start = range.lowerBound
    var flags: UInt16 = 0
    while start <= range.upperBound {
      var end = start
      var letters = WordCache.seed
      while end < range.upperBound, bytes[end] != 0x20 {
        letters = WordCache.step(letters, bytes[end])
        end += 1
      }
      let kind = WordCache.Kind(
        setting: setting, hasSpaceBefore: start > range.lowerBound,
        hasSpaceAfter: end < range.upperBound)
      let hash = WordCache.finish(letters, kind)
      let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
      let base = UInt32(kind.hasSpaceBefore ? start - 1 : start)
      if let word = words.word(text, kind, hash: hash) {
        append(word.glyphs, of: words.glyphs, at: base, flags, into: &glyphs)
        flags = word.endFlags
      } else {
        let (count, endFlags) = shapeWord(bytes, start..<end, kind)
        words.keep(
          text, kind, hash: hash, glyphs: wordGlyphs[0..<count], endFlags: endFlags)
        append(0..<count, of: wordGlyphs, at: base, flags, into: &glyphs)
        flags = endFlags
      }
      start = end + 1
    }
  }

  @inline(__always)
  private func append(
    _ range: Range<Int>, of source: [ShapedGlyph], at base: UInt32, _ flags: UInt16,
    into glyphs: inout [ShapedGlyph]
  ) {
    let first = glyphs.count
    glyphs.append(contentsOf: source[range])
    glyphs.withUnsafeMutableBufferPointer { glyphs in
      for index in first..<glyphs.count { glyphs[index].cluster += base }
      if first < glyphs.count { glyphs[first].flags |= flags }
    }
  }

  /// Shapes a word between its spaces into `wordGlyphs`.
  ///
  /// - Returns: how many glyphs the word has with the space before it, and the flags of the space
  ///   after it.
  private mutating func shapeWord(
    _ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, _ kind: WordCache.Kind
  ) -> (count: Int, endFlags: UInt16) {
    let start = kind.hasSpaceBefore ? word.lowerBound - 1 : word.lowerBound
    let end = kind.hasSpaceAfter ? word.upperBound + 1 : word.upperBound
    let setting = wordSettings[Int(kind.setting)]
    wordGlyphs.removeAll(keepingCapacity: true)
    guard start < end else { return (0, 0) }
    let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
    hb_buffer_clear_contents(buffer)
    text.withMemoryRebound(to: CChar.self) {
      hb_buffer_add_utf8(buffer, $0.baseAddress, Int32($0.count), 0, Int32($0.count))
    }
    shapeBuffer(HB_SCRIPT_LATIN, setting.language, setting.list, font: fonts[setting.face])
    Shaper.collect(buffer, text, book.faces[setting.face], into: &wordGlyphs)
    guard kind.hasSpaceAfter else { return (wordGlyphs.count, 0) }
    let space = UInt32(word.upperBound - start)
    var count = wordGlyphs.count
    while count > 0, wordGlyphs[count - 1].cluster == space { count -= 1 }
    return (count, count < wordGlyphs.count ? wordGlyphs[count].flags : 0)
  }
}
