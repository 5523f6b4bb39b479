extension BlemishSearch {
  // MARK: - Spaces

  /// Several spaces, tabs, spaces before punctuation. *Source:* ÚJČ, T29.
  mutating func searchSpaces(_ passage: Passage) {
    var position = 0
    while position < passage.count {
      guard Sign.isSpace(passage[position]), passage[position] != 0x0A else {
        position += 1
        continue
      }
      var end = position + 1
      while end < passage.count, Sign.isSpace(passage[end]), passage[end] != 0x0A { end += 1 }
      let run = position..<end
      position = end
      // Spaces at the edges of a line are not printed.
      guard run.lowerBound > 0, passage[run.lowerBound - 1] != 0x0A, run.upperBound < passage.count,
        passage[run.upperBound] != 0x0A
      else { continue }
      judgeSpaces(passage, run)
    }
  }

  private mutating func judgeSpaces(_ passage: Passage, _ run: Range<Int>) {
    let spaces = Array(passage.scalars[run])
    let next = passage[run.upperBound]
    let before = passage[run.lowerBound - 1]
    if passage.isForeign(run.lowerBound) { return }
    if run.count > 1 || spaces.contains(0x09) || spaces.contains(0x3000) {
      let keeps: UInt32 = spaces.contains(0xA0) || spaces.contains(0x202F) ? 0xA0 : 0x20
      note(.spaces, passage, run, culprits: spaces, mend: string([keeps]))
      return
    }
    let after = passage[run.upperBound + 1]
    let isStop: Bool
    switch next {
    case 0x2C, 0x3B, 0x29: isStop = true
    case 0x2E: isStop = after != 0x2E && !Sign.isWord(after)
    case 0x3A: isStop = Sign.isSpace(after) && !Sign.isDigit(before)
    case 0x21, 0x3F: isStop = Sign.isSpace(after) || after == 0x29 || after == 0x201C
    default: isStop = false
    }
    if isStop, !isOutside(passage, run.upperBound) {
      note(.spaces, passage, run, culprits: spaces, mend: "")
    }
  }

  private func isOutside(_ passage: Passage, _ position: Int) -> Bool {
    position >= passage.count || passage.isForeign(position)
  }

  // MARK: - Words without a space

  /// Words that touch: `plánu.Při`, `plán,který`, `KPSSProjekt`, `regionu(analýza a průzkum)`.
  mutating func searchGlued(_ passage: Passage) {
    var position = 0
    while position < passage.count {
      let isStart = Sign.isWord(passage[position])
      guard isStart else {
        position += 1
        continue
      }
      // A run without spaces: words, addresses, file names.
      var end = position + 1
      while end < passage.count, !Sign.isSpace(passage[end]), passage[end] != Passage.opaque {
        end += 1
      }
      judgeGlued(passage, position..<end)
      position = end
    }
  }

  private mutating func judgeGlued(_ passage: Passage, _ run: Range<Int>) {
    if run.count < 4 || passage.isForeign(run.lowerBound) || isAddress(passage, run) { return }
    for position in run.dropFirst().dropLast() {
      let sign = passage[position]
      if sign >= 0x80 || Sign.isWord(sign) { continue }
      let before = passage[position - 1]
      let next = passage[position + 1]
      guard Sign.isLetter(before) else { continue }
      let isGlued: Bool
      switch sign {
      case 0x2E:
        isGlued =
          Sign.isLower(before) && Sign.isLetter(passage[position - 2]) && Sign.isUpper(next)
          && (Sign.isLower(passage[position + 2]) || Sign.isSpace(passage[position + 2]))
      case 0x2C, 0x3B: isGlued = Sign.isLetter(next)
      case 0x21, 0x3F: isGlued = Sign.isUpper(next)
      case 0x28: isGlued = Sign.isLetter(next) && opensPhrase(passage, position)
      default: isGlued = false
      }
      if isGlued {
        let word = neighbours(passage, around: position, in: run)
        note(.glued, passage, word, culprits: [])
      }
    }
    judgeCapitals(passage, run)
  }

  /// Whether a bracket that touches a word opens several words: `člen(ka)` is one.
  private func opensPhrase(_ passage: Passage, _ bracket: Int) -> Bool {
    var position = bracket + 1
    while position < passage.count, passage[position] != 0x29 {
      if Sign.isSpace(passage[position]) { return true }
      position += 1
    }
    return false
  }

  private func neighbours(_ passage: Passage, around position: Int, in run: Range<Int>)
    -> Range<Int>
  {
    var start = position
    while start > run.lowerBound, Sign.isWord(passage[start - 1]) { start -= 1 }
    var end = position + 1
    while end < run.upperBound, Sign.isWord(passage[end]) { end += 1 }
    return start..<end
  }

  /// An address of the web or of post, or the name of a file.
  private func isAddress(_ passage: Passage, _ run: Range<Int>) -> Bool {
    var dots = 0
    for position in run {
      let sign = passage[position]
      if sign == 0x40 || sign == 0x5F || sign == 0x5C { return true }
      if sign == 0x2F, passage[position + 1] == 0x2F { return true }
      if sign == 0x2E, Sign.isLower(passage[position + 1]) { dots += 1 }
    }
    if dots == 0 { return false }
    let start = passage.scalars[run].prefix(4)
    return string(start).lowercased() == "www." || dots > 1
  }

  /// Two words in one by their capitals: `KPSSProjekt`, `projektPodpora`.
  private mutating func judgeCapitals(_ passage: Passage, _ run: Range<Int>) {
    var position = run.lowerBound
    while position < run.upperBound {
      guard Sign.isLetter(passage[position]) else {
        position += 1
        continue
      }
      var end = position
      while end < run.upperBound, Sign.isLetter(passage[end]) { end += 1 }
      let word = position..<end
      position = end
      if word.count >= 6, hasSeam(passage, word) { note(.glued, passage, word, culprits: []) }
    }
  }

  /// Whether a word within a word begins: a capital before four small letters, after three or more
  /// small letters or three or more capitals. Abbreviations with endings have shorter tails.
  private func hasSeam(_ passage: Passage, _ word: Range<Int>) -> Bool {
    for position in word.dropFirst(3) where Sign.isUpper(passage[position]) {
      let tail = passage.scalars[min(position + 1, word.upperBound)..<word.upperBound]
        .prefix(while: Sign.isLower).count
      guard tail >= 4 else { continue }
      let head = passage.scalars[word.lowerBound..<position]
      let smalls = head.reversed().prefix(while: Sign.isLower).count
      let capitals = head.reversed().prefix(while: Sign.isUpper).count
      if smalls >= 3 || capitals >= 3 { return true }
    }
    return false
  }
}
