import Core

/// T05: day and month stand on one line, the year may part: `21. 6. 2013`, `16. ledna 1972`.
enum Dates {
  static func ties(_ gap: Gap, in language: LanguageBook) -> Bool {
    guard gap.previous.isOpenEnded else { return false }
    // „21 лютого“, „5–6 May“
    if gap.previous.isNumber, gap.previous.text[gap.previous.core] != 0x2B {
      guard gap.previous.coreEnd - gap.previous.core <= 7 else { return false }
      switch language.lexicon {
      case .ukrainian:
        let isEnd = gap.next.endsWithStop
        let word = Token(
          gap.next.text, gap.next.core, isEnd ? gap.next.coreEnd - 1 : gap.next.coreEnd)
        return word.isAny(of: CzechWords.ukrainianMonths) || word.isBody("листопада")
      case .western: return !gap.previous.isYear && gap.next.mayEnd(CzechWords.westernMonths)
      default: return false
      }
    }
    let day = Token(gap.previous.text, dayStart(gap.previous), gap.previous.end)
    guard (1...2).contains(day.ordinalDigits) else { return false }
    // „5. V. 1945“
    if gap.next.isRoman, gap.afterNext?.isYear ?? false { return true }
    return (1...2).contains(gap.next.ordinalDigits) || gap.next.mayEnd(CzechWords.months)
  }

  /// The start of the last day of a range of them: `3.` in `1.–3.`.
  private static func dayStart(_ token: Token) -> Int {
    let stop = token.digitsEnd(token.core)
    guard (1...2).contains(stop - token.core), stop + 4 < token.coreEnd,
      token.text[stop] == 0x2E, UTF8Walk.scalar(token.text, at: stop + 1).0 == 0x2013
    else { return token.core }
    return stop + 4
  }

  /// Puts spaces into dates without: `21.6.2013`, `21.6. 2013`, `21.června`.
  ///
  /// Dates of two digits each (`09.04.2014`) are another way to write them and stay.
  static func mark(_ index: Int, _ proof: inout Proof) {
    let token = proof.tokens[index]
    let start = dayStart(token)
    let day = token.digitsEnd(start)
    guard (1...2).contains(day - start), day < token.coreEnd, token.text[day] == 0x2E,
      token.text[start] != 0x30, (1...31).contains(token.value(start..<day))
    else { return }
    let next = day + 1
    let month = token.digitsEnd(next)
    if month == next {
      let word = WordKey(token.text, next, token.coreEnd)
      if CzechWords.months.contains(word) { proof.tie(.dayAndMonth, at: next) }
      return
    }
    guard (1...2).contains(month - next), token.text[next] != 0x30,
      (1...12).contains(token.value(next..<month))
    else { return lateYear(index, day, next, month, &proof) }
    guard month < token.coreEnd, token.text[month] == 0x2E else { return }
    if month + 1 == token.coreEnd {
      // „21.6.“ may be a section; with a year, or up to a date, or behind a day of the week, it is one.
      guard isDated(index, proof) else { return }
      proof.tie(.dayAndMonth, at: next)
      return
    }
    guard isYear(token, month + 1) else { return }
    proof.mark(
      .dayAndMonth, next, month + 1,
      bytes: [0xC2, 0xA0] + Array(token.text[next...month]) + [0x20])
  }

  /// Whether a day and month have a year or a date behind them, or a day of the week before.
  private static func isDated(_ index: Int, _ proof: Proof) -> Bool {
    if let day = proof.token(index - 1), day.isOpenEnded,
      Ranges.days.contains(day.key.smallFirst)
    {
      return true
    }
    guard let next = proof.token(index + 1) else { return false }
    guard next.isDash, let end = proof.token(index + 2) else { return next.isYear }
    let date = Token(end.text, end.core, end.wordEnd)
    return Ranges.isDate(date) || end.startsWithDigit && proof.token(index + 3)?.isYear ?? false
  }

  /// `6.2013` after `21.`: the space before the year is missing.
  private static func lateYear(
    _ index: Int, _ month: Int, _ next: Int, _ end: Int, _ proof: inout Proof
  ) {
    let token = proof.tokens[index]
    guard end - next == 4, isYear(token, next), (1...12).contains(token.value(token.core..<month)),
      let before = proof.token(index - 1),
      (1...2).contains(before.ordinalDigits), before.isOpenEnded
    else { return }
    proof.mark(.dayAndMonth, next, next, " ")
  }

  private static func isYear(_ token: Token, _ start: Int) -> Bool {
    let end = token.digitsEnd(start)
    let isEnd = end == token.coreEnd || (end + 1 == token.coreEnd && token.text[end] == 0x2E)
    return end - start == 4 && isEnd && Token(token.text, start, end).isYear
  }
}

/// T09: an ordinal and what it orders: `8. kapitola`, `II. patro`.
enum Ordinals {
  static func ties(_ gap: Gap) -> Bool {
    guard gap.previous.isOpenEnded, gap.next.startsSmall,
      !gap.next.isAny(of: CzechWords.functionWords)
    else { return false }
    // „Karel IV. byl“: the number is the king's.
    if let before = gap.beforePrevious, Names.isRuler(before), gap.previous.isRoman {
      return false
    }
    if (1...3).contains(gap.previous.ordinalDigits) || gap.previous.isRoman { return true }
    return isRange(gap.previous)
  }

  /// `20.století`, `2.patro`: a word of five letters at least, as no file is called.
  static func mark(_ token: Token, _ proof: inout Proof) {
    let stop = token.digitsEnd(token.core)
    guard (1...3).contains(stop - token.core), stop < token.coreEnd, token.text[stop] == 0x2E
    else { return }
    let end = token.endsWithStop ? token.coreEnd - 1 : token.coreEnd
    let word = Token(token.text, stop + 1, end)
    guard word.coreEnd - word.core > 4, word.isWord, word.startsSmall,
      !CzechWords.months.contains(word.key)
    else { return }
    proof.tie(.ordinal, at: stop + 1)
  }

  /// `I.–III.`, `20.–30.`
  private static func isRange(_ token: Token) -> Bool {
    guard token.sight.contains(.punctuation) else { return false }
    var position = token.core
    while position < token.coreEnd {
      let (scalar, length) = UTF8Walk.scalar(token.text, at: position)
      if scalar == 0x2013 {
        let first = Token(token.text, token.core, position)
        let last = Token(token.text, position + length, token.coreEnd)
        return first.isRoman && last.isRoman
          || (1...3).contains(first.ordinalDigits) && (1...3).contains(last.ordinalDigits)
      }
      position += length
    }
    return false
  }
}
