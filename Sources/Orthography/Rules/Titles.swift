import Core

/// T24: headings, captions and heads of columns end without a full stop.
enum HeadingStops {
  static func mark(_ proof: inout Proof) {
    guard let last = lastWord(proof), last.text[last.end - 1] == 0x2E, last.start == last.core,
      last.coreEnd == last.end
    else { return }
    let word = Token(last.text, last.start, last.end - 1)
    // Abbreviations keep theirs; so does a title of several sentences.
    guard word.isWord, word.coreEnd - word.core > 3, !last.isAny(of: CzechWords.abbreviations),
      hasVowel(word, atEnd: proof.place == .columnHead),
      !proof.tokens.contains(where: { $0.end < last.start && endsSentence($0) })
    else { return }
    proof.mark(.headingStop, last.end - 1, last.end, "")
  }

  /// The last token that is a word; a line of the contents goes on with what is no text.
  private static func lastWord(_ proof: Proof) -> Token? {
    proof.tokens.last { token in
      !token.isBarrier && !(token.isByte(0x30) && !proof.isOpen(token.start, token.end))
    }
  }

  private static func endsSentence(_ token: Token) -> Bool {
    switch token.last {
    case 0x21, 0x3F: return true
    case 0x2E:
      return Token(token.text, token.start, token.end - 1).isWord
        && token.coreEnd - token.core > 4 && !token.isAny(of: CzechWords.abbreviations)
        && !token.isAny(of: CzechWords.degrees)
    default: return false
    }
  }

  /// Whether a word has a vowel; abbreviations, which heads of columns are full of, end in none.
  private static func hasVowel(_ token: Token, atEnd: Bool) -> Bool {
    if atEnd { return isVowel(UTF8Walk.scalar(token.text, before: token.coreEnd).0) }
    var position = token.core
    while position < token.coreEnd {
      let (scalar, length) = UTF8Walk.scalar(token.text, at: position)
      if isVowel(scalar) { return true }
      position += length
    }
    return false
  }

  private static func isVowel(_ scalar: UInt32) -> Bool {
    switch LetterCase.lower(scalar) {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79, 0xE1, 0xE9, 0xED, 0xF3, 0xFA, 0xFD, 0x11B, 0x16F: true
    default: false
    }
  }
}

/// T25: the number of a heading ends without a full stop: `1.2 Opatření`.
enum HeadingNumbers {
  static func mark(_ proof: inout Proof) {
    guard let index = proof.tokens.firstIndex(where: { !$0.isBarrier }), index < 2 else { return }
    let token = proof.tokens[index]
    guard token.start == token.core, token.end == token.coreEnd, token.startsWithDigit,
      token.text[token.end - 1] == 0x2E, index + 1 < proof.tokens.count,
      !proof.tokens[index + 1].isBarrier
    else { return }
    var stops = 0
    var digits = 0
    for byte in token.body {
      if byte == 0x2E {
        guard digits > 0, digits < 3 else { return }
        stops += 1
        digits = 0
      } else {
        guard byte &- 0x30 <= 9 else { return }
        digits += 1
      }
    }
    // „1. opatření“ is an ordinal.
    guard stops > 1 else { return }
    // „24.12. Štědrý den“ could be a day: its numbers say.
    if proof.tokens[index + 1].isYear { return }
    proof.mark(.headingNumber, token.end - 1, token.end, "")
  }
}
