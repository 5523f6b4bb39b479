import Core

/// Small words that do not end a line of a heading: `Služby pro ⏎ seniory`.
package enum SmallWords {
  /// Whether bytes are a preposition, a conjunction or another small word of Czech.
  package static func isKnown(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    CzechWords.functionWords.contains(WordKey(text, start, end).smallFirst)
  }
}

/// T01: prepositions and conjunctions of one letter never end a line: `v Plzni`.
enum SingleLetters {
  static func ties(_ gap: Gap, in language: LanguageBook) -> Bool {
    let previous = gap.previous
    // In „bod b) a c“ the bracket closes what is no word.
    guard previous.isOpenEnded, previous.core < previous.coreEnd else { return false }
    let (scalar, length) = UTF8Walk.scalar(previous.text, at: previous.core)
    return length == previous.coreEnd - previous.core && language.isSingleLetter(scalar)
  }
}
