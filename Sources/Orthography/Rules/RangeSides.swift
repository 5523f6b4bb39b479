import Core

/// What may stand on either side of the dash of a range.
extension Ranges {
  /// Whether a word is a month or a day.
  static func isCalendar(_ token: Token) -> Bool {
    CzechWords.calendar.contains(WordKey(token.text, token.core, token.wordEnd).smallFirst)
  }

  /// Whether two words are both short or both whole: „pondělí – po dohodě“ is no range.
  static func isAlike(_ left: Token, _ right: Token) -> Bool {
    (left.coreEnd - left.core < 4) == (right.coreEnd - right.core < 4)
  }

  /// Whether a token is a day of the week, or two with a dash.
  static func isDays(_ token: Token) -> Bool {
    guard let dash = soleDash(token) else { return days.contains(token.key.smallFirst) }
    return days.contains(WordKey(token.text, token.core, dash.lowerBound).smallFirst)
      && days.contains(WordKey(token.text, dash.upperBound, token.coreEnd).smallFirst)
  }

  static let days = WordSet(
    "po út st čt pá so ne pondělí úterý středa středu čtvrtek pátek sobota sobotu neděle neděli Út Čt"
  )

  /// The only dash or hyphen inside a token.
  static func soleDash(_ token: Token) -> Range<Int>? {
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
  static func isSide(_ token: Token) -> Bool {
    guard token.startsWithDigit, token.endsWithDigit else { return false }
    for byte in token.body {
      switch byte {
      case 0x30...0x39, 0x2C, 0x2E, 0x3A: continue
      default: return false
      }
    }
    return true
  }

  static func isHour(_ token: Token) -> Bool {
    (1...2).contains(token.digits) && token.value(token.core..<token.coreEnd) <= 24
  }

  static func isTime(_ token: Token) -> Bool {
    let hour = token.digitsEnd(token.core)
    guard (1...2).contains(hour - token.core), hour < token.coreEnd,
      token.text[hour] == 0x3A || token.text[hour] == 0x2E,
      token.value(token.core..<hour) < 25
    else { return false }
    return token.digitsEnd(hour + 1) == token.coreEnd && token.coreEnd - hour == 3
  }

  /// `1/2020`
  static func isMonthOfYear(_ token: Token) -> Bool {
    let slash = token.digitsEnd(token.core)
    return (1...2).contains(slash - token.core) && slash < token.coreEnd
      && token.text[slash] == 0x2F && Token(token.text, slash + 1, token.coreEnd).isYear
  }

  /// `3.6.`
  static func isDayAndMonth(_ token: Token) -> Bool { token.endsWithStop && isDate(token) }

  /// `4.5.`, `4.5.1996`; versions and sections have other numbers: `2.36.9`, `1.1.3`.
  static func isDate(_ token: Token) -> Bool {
    let day = token.digitsEnd(token.core)
    let month = token.digitsEnd(min(day + 1, token.coreEnd))
    guard (1...2).contains(day - token.core), (2...3).contains(month - day),
      month < token.coreEnd, token.text[day] == 0x2E, token.text[month] == 0x2E,
      (1...31).contains(token.value(token.core..<day)),
      (1...12).contains(token.value(day + 1..<month))
    else { return false }
    let year = token.coreEnd - month - 1
    return token.digitsEnd(month + 1) == token.coreEnd && (year == 0 || year == 2 || year == 4)
  }

  /// Whether two numbers of parts of a plan follow each other: `1.1` and `1.3`, `1.1.1` and `1.1.3`.
  static func areSections(_ left: Token, _ right: Token) -> Bool {
    var (a, b) = (left.core, right.core)
    var isGreater = false
    while a < left.coreEnd, b < right.coreEnd {
      let (endA, endB) = (left.digitsEnd(a), right.digitsEnd(b))
      guard endA > a, endB > b else { return false }
      let (x, y) = (left.value(a..<endA), right.value(b..<endB))
      if !isGreater, y < x { return false }
      isGreater = isGreater || y > x
      guard (endA == left.coreEnd) == (endB == right.coreEnd) else { return false }
      if endA == left.coreEnd { return isGreater }
      guard left.text[endA] == 0x2E, right.text[endB] == 0x2E else { return false }
      (a, b) = (endA + 1, endB + 1)
    }
    return false
  }

  /// Whether a dash stands between two amounts: `10 000 Kč-20 000 Kč`.
  static func isOfAmounts(_ index: Int, _ dash: Range<Int>, _ proof: Proof) -> Bool {
    let token = proof.tokens[index]
    guard CzechWords.currencies.contains(WordKey(token.text, token.core, dash.lowerBound)),
      dash.upperBound < token.coreEnd, token.text[dash.upperBound] &- 0x30 <= 9
    else { return false }
    return proof.token(index - 1)?.endsWithDigit ?? false
  }

  /// Where a sign ends that touches a number: `§§48-50`, `č.1-3`.
  static func signEnd(_ token: Token) -> Int {
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
  static func unitStart(
    _ token: Token, from right: Int, _ index: Int, _ proof: Proof
  ) -> Int {
    var number = token.digitsEnd(right)
    // „9:00-12:00h“
    if number + 1 < token.coreEnd, token.text[number] == 0x3A || token.text[number] == 0x2E {
      number = max(number, token.digitsEnd(number + 1) == number + 3 ? number + 3 : number)
    }
    if number > right {
      let isUnit =
        glued.contains(WordKey(token.text, number, token.coreEnd))
        || glued.contains(WordKey(token.text, number, token.wordEnd))
      if isUnit { return number }
    }
    return endsSentence(index, proof) ? token.wordEnd : token.coreEnd
  }

  /// Whether nothing follows a token that counts or goes on: `2015-2017. Potom`, not `1.-3. května`.
  static func endsSentence(_ index: Int, _ proof: Proof) -> Bool {
    guard let token = proof.token(index), token.endsWithStop else { return false }
    guard let next = proof.token(index + 1) else { return true }
    return !next.startsWithDigit && !next.startsSmall
  }

  static let glued = WordSet("% x × h hod hod. °C")
}
