import Core

/// T16 and T17: a range has an en dash, without spaces between single words, with them where a side has
/// several: `2015–2017`, `21. 3. 1995 – 4. 5. 1996`.
enum Ranges {
  /// The dash of a range of several words holds on both sides.
  static func ties(_ gap: Gap) -> Bool {
    if gap.next.isDash { return false }
    guard gap.previous.isDash, let before = gap.beforePrevious else { return false }
    if before.endsWithDigit || before.ordinalDigits > 0 || before.isUnit {
      return gap.next.startsWithDigit
    }
    // „3. ledna – 5. února“, „pondělí – pátek“.
    guard before.isOpenEnded, isCalendar(before) else { return false }
    if isCalendar(gap.next) { return isAlike(before, gap.next) }
    return (1...2).contains(gap.next.ordinalDigits)
  }

  /// Whether a lone hyphen stands before a day and its month, behind another number:
  /// `2025 - 31. 12.`
  static func isBeforeDate(_ index: Int, _ proof: Proof) -> Bool {
    guard let day = proof.token(index + 1), day.isOpenEnded, (1...2).contains(day.ordinalDigits),
      let month = proof.token(index + 2)
    else { return false }
    return (1...2).contains(month.ordinalDigits) || month.mayEnd(CzechWords.months)
  }

  /// A token with a dash inside: `2015-2017`, `1995–4.`.
  static func mark(_ index: Int, _ proof: inout Proof) {
    let token = proof.tokens[index]
    guard let dash = soleDash(token) else { return }
    if isOfAmounts(index, dash, proof) {
      proof.mark(.spacedRange, dash.lowerBound, dash.upperBound, " – ")
      return
    }
    // „5%-6%“
    let percent =
      dash.lowerBound > token.core && token.text[dash.lowerBound - 1] == 0x25
      && token.text[token.wordEnd - 1] == 0x25
    let left = Token(token.text, signEnd(token), dash.lowerBound - (percent ? 1 : 0))
    let unit = unitStart(token, from: dash.upperBound, index, proof)
    let right = Token(token.text, dash.upperBound, unit)
    guard left.start < left.end, right.start < right.end else { return }
    if isCalendar(left) && isCalendar(right)
      || isOrdinalRange(index, left, right, proof)
      || isLetterRange(index, left, right, proof)
    {
      if dash.count == 1 { proof.mark(.range, dash.lowerBound, dash.upperBound, "–") }
      return
    }
    if isDayAndMonth(left), isDate(right) {
      proof.mark(.spacedRange, dash.lowerBound, dash.upperBound, " – ")
      return
    }
    if isMonthOfYear(left), isMonthOfYear(right) {
      if dash.count == 1 { proof.mark(.range, dash.lowerBound, dash.upperBound, "–") }
      return
    }
    let isNumeric =
      (isSide(left) || left.ordinalDigits > 0) && (isSide(right) || right.ordinalDigits > 0)
    guard isNumeric else { return }
    if hasSeveralWords(index, left, right, proof) {
      proof.mark(.spacedRange, dash.lowerBound, dash.upperBound, " – ")
      return
    }
    let isGrowing =
      unit < token.wordEnd && left.digits > 0 && right.digits > 0
      && left.value(left.core..<left.coreEnd) < right.value(right.core..<right.coreEnd)
    guard dash.count == 1, isGrowing || isRange(index, left, right, proof) else { return }
    proof.mark(.range, dash.lowerBound, dash.upperBound, "–")
  }

  /// Ties the second place of a route to its dash: `vlak Praha – Brno`.
  static func markRoute(_ index: Int, _ proof: inout Proof) {
    let dash = proof.tokens[index]
    guard let right = proof.token(index + 1), right.startsCapital, right.start == right.core,
      right.start == dash.end + 1, proof.text[dash.end] == 0x20
    else { return }
    var before = index - 1
    while before >= max(0, index - 3), let place = proof.token(before), place.isOpenEnded,
      place.startsCapital, place.isWord
    {
      before -= 1
    }
    guard before < index - 1, let route = proof.token(before), route.isOpenEnded,
      routes.contains(route.key.smallFirst)
    else {
      // „Vlak Praha – Brno“ starts with a capital itself.
      guard before + 2 < index, let route = proof.token(before + 1),
        routes.contains(route.key.smallFirst)
      else { return }
      proof.mark(.spacedRange, dash.end, right.start, "\u{A0}")
      return
    }
    proof.mark(.spacedRange, dash.end, right.start, "\u{A0}")
  }

  private static let routes = WordSet(
    """
    vlak vlaku vlakem vlaky trať trati tratí trasa trasy trase trasu trasou linka linky lince linku
    linkou spoj spoje spojem autobus autobusu autobusem silnice silnici úsek úseku úsekem dálnice
    dálnici cyklostezka cyklostezky cyklostezku relace relaci směr směru
    """)

  /// A dash that stands alone between two numbers: `2008 – 2011`.
  static func closeUp(_ index: Int, _ proof: inout Proof) -> Bool {
    guard let left = proof.token(index - 1), let next = proof.token(index + 1), left.isOpenEnded,
      left.start == left.core, next.start == next.core
    else { return false }
    if isCalendar(left), isCalendar(next), isAlike(left, next),
      proof.token(index - 2).map({ $0.ordinalDigits == 0 }) ?? true
    {
      proof.mark(.range, left.end, next.start, "–")
      return true
    }
    // „I. - IV. čtvrtletí“, „1. - 3. 5. 2025“
    let isFirst = proof.token(index - 2).map { $0.ordinalDigits == 0 } ?? true
    if isFirst, isOrdinalRange(index + 1, left, next, proof) {
      proof.mark(.range, left.end, next.start, "–")
      return true
    }
    let isLast = endsSentence(index + 1, proof)
    let right = isLast ? Token(next.text, next.core, next.wordEnd) : next
    guard isSide(left), isSide(right) else { return false }
    let dash = proof.tokens[index]
    if hasSeveralWords(around: index, left, right, proof) {
      if !dash.isDash { proof.mark(.spacedRange, dash.start, dash.end, "–") }
      return true
    }
    let isSure =
      left.isYear && right.isYear
      && left.value(left.core..<left.coreEnd) < right.value(right.core..<right.coreEnd)
      || isTime(left) && isTime(right)
      || !isLast && isCounted(left, right, after: proof.token(index + 2))
      || left.digits > 0 && right.digits > 0 && isNumbered(proof.token(index - 2), proof)
        && left.value(left.core..<left.coreEnd) < right.value(right.core..<right.coreEnd)
    guard isSure else { return false }
    proof.mark(.range, left.end, right.start, "–")
    return true
  }

  /// Whether a side has several words: a date, or groups of thousands.
  private static func hasSeveralWords(
    _ index: Int, _ left: Token, _ right: Token, _ proof: Proof
  ) -> Bool {
    if isDate(left) || isDate(right) { return true }
    if let before = proof.token(index - 1), before.isOpenEnded {
      if before.ordinalDigits > 0, left.ordinalDigits > 0 || left.isYear { return true }
      if (1...3).contains(before.unsignedDigits), left.digits == 3 {
        return !isTelephone(before: index - 1, proof)
      }
    }
    guard let next = proof.token(index + 1), right.coreEnd == proof.tokens[index].end else {
      return false
    }
    return (1...3).contains(right.digits) && next.leadingDigits == 3
  }

  private static func hasSeveralWords(
    around index: Int, _ left: Token, _ right: Token, _ proof: Proof
  ) -> Bool {
    if isDate(left) || isDate(right) { return true }
    if let before = proof.token(index - 2), before.isOpenEnded {
      if before.ordinalDigits > 0 { return true }
      if (1...3).contains(before.unsignedDigits), left.digits == 3 {
        return !isTelephone(before: index - 2, proof)
      }
    }
    guard let next = proof.token(index + 2), right.isOpenEnded else { return false }
    return (1...3).contains(right.digits) && next.leadingDigits == 3
  }

  /// Whether three digits at the end of a telephone number stand behind a token: `384 401 211-15`.
  private static func isTelephone(before index: Int, _ proof: Proof) -> Bool {
    guard let middle = proof.token(index), let first = proof.token(index - 1) else { return false }
    return middle.digits == 3 && first.digits == 3 && first.isOpenEnded
  }
}
