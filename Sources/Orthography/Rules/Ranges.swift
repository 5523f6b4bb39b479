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

  /// Whether a word is a month or a day.
  private static func isCalendar(_ token: Token) -> Bool {
    CzechWords.calendar.contains(WordKey(token.text, token.core, token.wordEnd).smallFirst)
  }

  /// Whether two words are both short or both whole: „pondělí – po dohodě“ is no range.
  private static func isAlike(_ left: Token, _ right: Token) -> Bool {
    (left.coreEnd - left.core < 4) == (right.coreEnd - right.core < 4)
  }

  /// Whether a lone hyphen stands before a day and its month, behind another number:
  /// `2025 - 31. 12.`
  static func isBeforeDate(_ index: Int, _ proof: Proof) -> Bool {
    guard let day = proof.token(index + 1), day.isOpenEnded, (1...2).contains(day.ordinalDigits),
      let month = proof.token(index + 2)
    else { return false }
    return (1...2).contains(month.ordinalDigits) || month.mayEnd(CzechWords.months)
  }

  /// Whether a token is a day of the week, or two with a dash.
  private static func isDays(_ token: Token) -> Bool {
    guard let dash = soleDash(token) else { return days.contains(token.key.smallFirst) }
    return days.contains(WordKey(token.text, token.core, dash.lowerBound).smallFirst)
      && days.contains(WordKey(token.text, dash.upperBound, token.coreEnd).smallFirst)
  }

  static let days = WordSet(
    "po út st čt pá so ne pondělí úterý středa středu čtvrtek pátek sobota sobotu neděle neděli Út Čt"
  )

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

  /// Whether a dash stands between two amounts: `10 000 Kč-20 000 Kč`.
  private static func isOfAmounts(_ index: Int, _ dash: Range<Int>, _ proof: Proof) -> Bool {
    let token = proof.tokens[index]
    guard CzechWords.currencies.contains(WordKey(token.text, token.core, dash.lowerBound)),
      dash.upperBound < token.coreEnd, token.text[dash.upperBound] &- 0x30 <= 9
    else { return false }
    return proof.token(index - 1)?.endsWithDigit ?? false
  }

  /// Where a sign ends that touches a number: `§§48-50`, `č.1-3`.
  private static func signEnd(_ token: Token) -> Int {
    var position = token.core
    while position < token.coreEnd, token.text[position] &- 0x30 > 9 { position += 1 }
    guard position > token.core, position < token.coreEnd,
      token.text[position - 1] == 0x2E || token.text[position - 1] == 0xA7,
      CzechWords.signs.contains(WordKey(token.text, token.core, position).smallFirst)
    else { return token.core }
    return position
  }

  /// Where what belongs to no number starts behind the second: a unit that touches it (`10-15%`,
  /// `5-8x`, `8-16hod`), or the full stop of a sentence; the end of the token where there is none.
  private static func unitStart(
    _ token: Token, from right: Int, _ index: Int, _ proof: Proof
  ) -> Int {
    var number = token.digitsEnd(right)
    // „9:00-12:00h“
    if number + 1 < token.coreEnd, token.text[number] == 0x3A || token.text[number] == 0x2E {
      number = max(number, token.digitsEnd(number + 1) == number + 3 ? number + 3 : number)
    }
    if number > right {
      for end in [token.coreEnd, token.wordEnd]
      where glued.contains(WordKey(token.text, number, end)) {
        return number
      }
    }
    return endsSentence(index, proof) ? token.wordEnd : token.coreEnd
  }

  /// Whether nothing follows a token that counts or goes on: `2015-2017. Potom`, not `1.-3. května`.
  private static func endsSentence(_ index: Int, _ proof: Proof) -> Bool {
    guard let next = proof.token(index + 1) else { return true }
    return !next.startsWithDigit && !next.startsSmall
  }

  private static let glued = WordSet("% x × h hod hod. °C")

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

  /// Whether two ordinals are of one month, or of what follows: `1.-3. května`, `1.-3.5.2025`,
  /// `I.-III. třída`.
  private static func isOrdinalRange(
    _ index: Int, _ left: Token, _ right: Token, _ proof: Proof
  ) -> Bool {
    let next = proof.tokens[index].isOpenEnded ? proof.token(index + 1) : nil
    if left.isRoman, right.isRoman { return next?.startsSmall ?? false }
    guard (1...2).contains(left.ordinalDigits), right.startsWithDigit,
      left.value(left.core..<left.digitsEnd(left.core))
        < right.value(right.core..<right.digitsEnd(right.core)),
      proof.token(index - 1).map({ $0.ordinalDigits == 0 }) ?? true
    else { return false }
    if isDate(right) { return right.endsWithDigit }
    guard (1...2).contains(right.ordinalDigits), let next else { return false }
    return (1...2).contains(next.ordinalDigits) || next.mayEnd(CzechWords.months)
  }

  /// Whether things are named by letters from one to another: `přílohy A-C`.
  private static func isLetterRange(
    _ index: Int, _ left: Token, _ right: Token, _ proof: Proof
  ) -> Bool {
    guard let named = proof.token(index - 1), named.isOpenEnded else { return false }
    // „písm. a)-c)“
    if named.isBody("písm.") {
      return left.first < right.first && right.coreEnd - right.core == 1
        && left.coreEnd - left.core == 1
    }
    guard lettered.contains(named.key.smallFirst) else { return false }
    if left.isRomanNumber, right.isRomanNumber { return true }
    return left.end - left.start == 1 && right.end - right.start == 1 && left.startsCapital
      && right.startsCapital && left.first < right.first
  }

  private static let lettered = WordSet(
    """
    přílohy příloh přílohám přílohách přílohami varianty variant variantám variantách skupiny skupin
    skupinám skupinách třídy tříd třídám třídách typy typů typům typech kategorie kategorií
    kategoriím kategoriích body bodů bodům bodech části částí částech sekce sekcí sekcích stupně stupňů stupňům stupních stupeň
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

  /// The only dash or hyphen inside a token.
  private static func soleDash(_ token: Token) -> Range<Int>? {
    guard !token.sight.isDisjoint(with: [.hyphen, .punctuation]) else { return nil }
    var found: Range<Int>?
    var position = token.core
    while position < token.coreEnd {
      let (scalar, length) = UTF8Walk.scalar(token.text, at: position)
      if scalar == 0x2D || scalar == 0x2013 {
        guard found == nil else { return nil }
        found = position..<(position + length)
      }
      position += length
    }
    return found
  }

  /// Whether a side is a number, perhaps with decimals, or a time of day.
  private static func isSide(_ token: Token) -> Bool {
    guard token.startsWithDigit, token.endsWithDigit else { return false }
    for byte in token.body {
      switch byte {
      case 0x30...0x39, 0x2C, 0x2E, 0x3A: continue
      default: return false
      }
    }
    return true
  }

  private static func isHour(_ token: Token) -> Bool {
    (1...2).contains(token.digits) && token.value(token.core..<token.coreEnd) <= 24
  }

  private static func isTime(_ token: Token) -> Bool {
    let hour = token.digitsEnd(token.core)
    guard (1...2).contains(hour - token.core), hour < token.coreEnd,
      token.text[hour] == 0x3A || token.text[hour] == 0x2E,
      token.value(token.core..<hour) < 25
    else { return false }
    return token.digitsEnd(hour + 1) == token.coreEnd && token.coreEnd - hour == 3
  }

  /// `1/2020`
  private static func isMonthOfYear(_ token: Token) -> Bool {
    let slash = token.digitsEnd(token.core)
    return (1...2).contains(slash - token.core) && slash < token.coreEnd
      && token.text[slash] == 0x2F && Token(token.text, slash + 1, token.coreEnd).isYear
  }

  /// `3.6.`
  private static func isDayAndMonth(_ token: Token) -> Bool {
    let day = token.digitsEnd(token.core)
    let month = token.digitsEnd(min(day + 1, token.coreEnd))
    return (1...2).contains(day - token.core) && token.text[day] == 0x2E
      && (2...3).contains(month - day) && month + 1 == token.coreEnd && token.text[month] == 0x2E
  }

  private static func isDate(_ token: Token) -> Bool {
    var stops = 0
    for byte in token.body where byte == 0x2E { stops += 1 }
    return stops == 2
  }

  /// Whether a side has several words: a date, or groups of thousands.
  private static func hasSeveralWords(
    _ index: Int, _ left: Token, _ right: Token, _ proof: Proof
  ) -> Bool {
    if isDate(left) || isDate(right) { return true }
    if let before = proof.token(index - 1), before.isOpenEnded {
      if before.ordinalDigits > 0, left.ordinalDigits > 0 || left.isYear { return true }
      if (1...3).contains(before.unsignedDigits), left.digits == 3 { return true }
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
      if (1...3).contains(before.unsignedDigits), left.digits == 3 { return true }
    }
    guard let next = proof.token(index + 2), right.isOpenEnded else { return false }
    return (1...3).contains(right.digits) && next.leadingDigits == 3
  }

  /// Whether a hyphen between two numbers is surely a dash.
  private static func isRange(_ index: Int, _ left: Token, _ right: Token, _ proof: Proof) -> Bool {
    if left.isYear, right.isYear {
      return left.value(left.core..<left.coreEnd) < right.value(right.core..<right.coreEnd)
    }
    if isTime(left) && (isTime(right) || isHour(right)) || isHour(left) && isTime(right) {
      return true
    }
    let token = proof.tokens[index]
    // „v letech 2019-21“
    if left.isYear, right.digits == 2, proof.token(index - 1)?.isAny(of: periods) ?? false {
      return left.value((left.core + 2)..<left.coreEnd) < right.value(right.core..<right.coreEnd)
    }
    // „po–pá 8-12, 13-17“, „věk 0-14, 15-64“
    if left.digits > 0, right.digits > 0, right.coreEnd - right.core < 4,
      follows(index, ages, proof) || isHour(right) && follows(index, days, proof)
    {
      return left.value(left.core..<left.coreEnd) < right.value(right.core..<right.coreEnd)
    }
    if left.core > token.core, left.digits > 0, right.digits > 0 {
      return left.value(left.core..<left.coreEnd) < right.value(right.core..<right.coreEnd)
    }
    if left.digits > 0, right.digits > 0, isNumbered(proof.token(index - 1), proof) {
      return left.value(left.core..<left.coreEnd) < right.value(right.core..<right.coreEnd)
    }
    return token.isOpenEnded && isCounted(left, right, after: proof.token(index + 1))
  }

  /// Whether a token is a sign or a word that numbers follow: `s. 5-9`, `přílohy 1-3`.
  private static func isNumbered(_ sign: Token?, _ proof: Proof) -> Bool {
    guard let sign, sign.isOpenEnded, !sign.isAny(of: codes) else { return false }
    let key = sign.key.smallFirst
    return CzechWords.signs.contains(key) || CzechWords.numbered.contains(key)
      || proof.language.lexicon != .czech && SignsAndNumbers.isWesternSign(sign)
  }

  /// Whether a token is two years with a dash: `2015–2017`.
  static func isOfYears(_ token: Token) -> Bool {
    guard token.coreEnd - token.core > 8, let dash = soleDash(token) else { return false }
    return Token(token.text, token.core, dash.lowerBound).isYear
      && Token(token.text, dash.upperBound, token.coreEnd).isYear
  }

  /// Whether a range is told of one of some words, or is one of several: `věk 0-14, 15-64 a 65-80`.
  private static func follows(_ index: Int, _ words: WordSet, _ proof: Proof) -> Bool {
    var before = index - 1
    while before >= max(0, index - 8), let token = proof.token(before) {
      if words.contains(token.key.smallFirst) { return token.isOpenEnded || token.last == 0x3A }
      let isOther = token.isBody("a") || token.startsWithDigit && soleDash(token) != nil
      guard isOther else { return isDays(token) && token.isOpenEnded && words.contains(monday) }
      before -= 1
    }
    return false
  }

  private static let monday = WordKey(Array("po".utf8))
  /// What a code follows, in which a hyphen is none of a range.
  private static let codes = WordSet(
    "číslo čísla čísle číslem tel. čís. # № Číslo Tel. * † © bodu bod")
  private static let periods = WordSet("letech roky roků roku rok období sezóna sezona sezóně")
  private static let ages = WordSet("věk věku věkem věková věkové stáří")

  /// Whether two numbers, the first less than the second, count what follows.
  private static func isCounted(_ left: Token, _ right: Token, after next: Token?) -> Bool {
    guard let next, left.coreEnd - left.core <= 5, right.coreEnd - right.core <= 5 else {
      return false
    }
    let isUnit = next.isUnit || next.mayEnd(CzechWords.westernMonths)
    guard isUnit || (next.startsSmall && !next.isAny(of: CzechWords.functionWords)) else {
      return false
    }
    let first = left.value(left.core..<left.digitsEnd(left.core))
    let second = right.value(right.core..<right.digitsEnd(right.core))
    // „2-0 pro domácí“ is no range; nor is one from a number to itself.
    return first < second
  }
}

/// T18: the dash of an aside has spaces and never starts a line.
enum AsideDashes {
  /// A token that is a dash, or one to three hyphens.
  static func isCandidate(_ token: Token) -> Bool {
    token.isDash
      || token.end - token.start <= 3
        && token.text[token.start..<token.end].allSatisfy { $0 == 0x2D }
  }

  static func mark(_ index: Int, _ proof: inout Proof) {
    let token = proof.tokens[index]
    guard !token.isDash, let next = proof.token(index + 1), !next.isBarrier else { return }
    // A minus stands between numbers.
    if token.isByte(0x2D), let before = proof.token(index - 1), before.endsWithDigit,
      next.startsWithDigit, !Ranges.isBeforeDate(index, proof)
    {
      return
    }
    proof.mark(.asideDash, token.start, token.end, "–")
  }

  /// `plán—místní`: a long dash without spaces, as English has it.
  static func markGlued(_ token: Token, _ proof: inout Proof) {
    var position = token.core
    while position < token.coreEnd {
      let (scalar, length) = UTF8Walk.scalar(token.text, at: position)
      let end = position + length
      if scalar == 0x2014, position > token.core, end < token.coreEnd,
        LetterCase.isLetter(UTF8Walk.scalar(token.text, before: position).0),
        LetterCase.isLetter(UTF8Walk.scalar(token.text, at: end).0)
      {
        proof.mark(.asideDash, position, end, " – ")
      }
      position = end
    }
  }
}
