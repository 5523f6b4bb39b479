/// T12: `5 % obyvatel` is a noun with a space, `5% nárůst` an adjective without one. Only the author
/// knows; what the words around leave no doubt about is told.
enum Percents {
  static func mark(_ index: Int, _ proof: inout Proof) {
    let token = proof.tokens[index]
    if token.isByte(0x25) || (token.first == 0x25 && token.coreEnd == token.core + 1) {
      guard token.isOpenEnded, let number = proof.token(index - 1), number.isNumber,
        number.isOpenEnded, let noun = proof.token(index + 1), noun.mayEnd(CzechWords.measured)
      else { return }
      proof.warn(
        .percent, number.core, noun.coreEnd,
        bytes: Array(number.body) + [0x25, 0x20] + Array(noun.body))
      return
    }
    guard token.startsWithDigit, token.coreEnd > token.core + 1 else { return }
    let endsSentence = token.text[token.coreEnd - 1] == 0x2E
    let end = endsSentence ? token.coreEnd - 1 : token.coreEnd
    guard token.text[end - 1] == 0x25, Token(token.text, token.core, end - 1).isNumber else {
      return
    }
    guard endsSentence || isNoun(token, before: proof.token(index + 1)) else { return }
    proof.warn(
      .percent, token.core, end,
      bytes: Array(token.text[token.core..<(end - 1)]) + [0xC2, 0xA0, 0x25])
  }

  /// Whether what follows a percentage makes it a noun: nothing, a small word, a genitive plural.
  private static func isNoun(_ token: Token, before next: Token?) -> Bool {
    guard token.isOpenEnded, let next, !next.isBarrier else { return true }
    if next.startsWithDigit || next.isDash || next.first == 0x28 { return true }
    if next.isAny(of: CzechWords.functionWords) || next.mayEnd(genitives) { return true }
    return next.startsSmall && (next.ends(in: "ů") || next.ends(in: "ých"))
  }

  private static let genitives = WordSet(
    "obyvatel osob lidí dětí žen mužů domácností obcí služeb všech celkové celkového ceny")
}

/// T13: adjectives made of a number have no space: `30bodový`, `15km okruh`.
enum NumberAdjectives {
  static func mark(_ index: Int, _ proof: inout Proof) {
    let token = proof.tokens[index]
    guard token.startsWithDigit else { return }
    let digits = token.digitsEnd(token.core)
    if digits < token.coreEnd { return markJoined(token, digits, &proof) }
    guard token.isOpenEnded, let next = proof.token(index + 1), next.start == next.core else {
      return
    }
    // `30 bodový`
    if next.startsSmall, isAdjective(next, after: CzechWords.countedStems, singularEndings) {
      proof.warn(
        .numberAdjective, token.core, next.coreEnd, bytes: Array(token.body) + Array(next.body))
      return
    }
    // `12 měsíční plán`, `5 denní`: one of something, however many it has.
    let word = next.endsWithStop ? Token(next.text, next.core, next.coreEnd - 1) : next
    if next.startsSmall, !token.isBody("1"), isAdjective(word, after: softStems, softEndings),
      next.endsWithStop || isOneThing(next, before: proof.token(index + 2))
    {
      proof.warn(
        .numberAdjective, token.core, word.coreEnd, bytes: Array(token.body) + Array(word.body))
      return
    }
    // `15 km okruh`
    guard next.isOpenEnded, next.isAny(of: units), let noun = proof.token(index + 2),
      noun.mayEnd(CzechWords.measured)
    else { return }
    proof.warn(
      .numberAdjective, token.core, noun.coreEnd,
      bytes: Array(token.body) + Array(next.body) + [0x20] + Array(noun.body))
  }

  /// `5ti členný`, `12-ti`, `3-letý`
  private static func markJoined(_ token: Token, _ digits: Int, _ proof: inout Proof) {
    guard token.coreEnd - digits < 32 else { return }
    let number = Array(token.text[token.core..<digits])
    var start = digits
    if token.text[start] == 0x2D { start += 1 }
    guard start < token.coreEnd else { return }
    let rest = Token(token.text, start, token.coreEnd)
    if rest.isAny(of: endings) {
      proof.warn(.numberAdjective, token.core, token.coreEnd, bytes: number)
      return
    }
    if start > digits, rest.startsSmall,
      isAdjective(rest, after: CzechWords.adjectiveStems, adjectiveEndings)
    {
      proof.warn(
        .numberAdjective, token.core, token.coreEnd, bytes: number + Array(rest.body))
      return
    }
    // `12tiletý`
    guard rest.coreEnd - rest.core > 4, token.text[start] == 0x74 || token.text[start] == 0x6D,
      token.text[start + 1] == 0x69
    else { return }
    let word = Token(token.text, start + 2, token.coreEnd)
    guard word.startsSmall,
      isAdjective(word, after: CzechWords.adjectiveStems, adjectiveEndings)
    else { return }
    proof.warn(.numberAdjective, token.core, token.coreEnd, bytes: number + Array(word.body))
  }

  /// Whether a word is made of a stem and an ending.
  private static func isAdjective(
    _ token: Token, after stems: WordSet, _ endings: WordSet
  ) -> Bool {
    for length in 1...5 where token.coreEnd - length > token.core {
      let stem = WordKey(token.text, token.core, token.coreEnd - length)
      guard stems.contains(stem) else { continue }
      return endings.contains(WordKey(token.text, token.coreEnd - length, token.coreEnd))
    }
    return false
  }

  private static let adjectiveEndings = WordSet(
    "ý á é í ého ému ém ým ých ými ou ího ímu ím ích ími")
  /// With a number these can only be of one thing; „2 denní stacionáře“ are two.
  private static let singularEndings = WordSet("ý á ého ému ém ou")
  /// Whether what an adjective in -í belongs to is one thing: a noun that ends in a consonant or
  /// in -a; nothing at all behind a number is no count either.
  private static func isOneThing(_ adjective: Token, before noun: Token?) -> Bool {
    guard adjective.isOpenEnded, let noun, !noun.isBarrier else { return true }
    guard noun.isWord, noun.startsSmall, noun.coreEnd - noun.core > 3 else { return false }
    switch noun.text[noun.coreEnd - 1] {
    case 0x65, 0x69, 0x6F, 0x75, 0x79: return false
    case let byte: return byte < 0x80
    }
  }

  private static let softStems = WordSet("denn měsíčn týdenn")
  private static let softEndings = WordSet("í")
  private static let endings = WordSet("ti mi tých")
  private static let units = WordSet("km m cm kg l % ha")
}

/// T32: emphasis is bold type, not letters set apart: `Ř Í D Í C Í`.
enum SpacedLetters {
  /// Four capitals at least, each a word of its own.
  static func mark(_ index: inout Int, _ proof: inout Proof) {
    let first = index
    var bytes: [UInt8] = []
    while let token = proof.token(index), token.startsCapital, token.isWord, isOne(token) {
      bytes += Array(token.body)
      index += 1
    }
    guard index - first > 3 else { return }
    proof.warn(
      .spacedLetters, proof.tokens[first].start, proof.tokens[index - 1].end, bytes: bytes)
  }

  static func isOne(_ token: Token) -> Bool {
    let length = token.coreEnd - token.core
    return token.start == token.core && token.end == token.coreEnd
      && (length == 1 || (length == 2 && token.text[token.core] >= 0xC3))
  }
}
