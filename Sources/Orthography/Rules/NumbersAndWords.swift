/// T02: a number and what it counts stand on one line: `500 lidí`, `19 °C`; years are free.
enum NumbersAndWords {
  static func ties(_ gap: Gap, in language: LanguageBook) -> Bool {
    let previous = gap.previous
    let next = gap.next
    guard previous.isOpenEnded, previous.isNumber else { return false }
    if next.isAny(of: CzechWords.units) { return true }
    // The number of a table counts nothing.
    guard !gap.previousIsReference, language.lexicon == .czech, next.startsSmall,
      !next.isAny(of: CzechWords.functionWords)
    else { return false }
    return !previous.isYear
  }
}
