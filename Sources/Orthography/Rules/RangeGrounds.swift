import Core

/// Why a hyphen between two words is surely the dash of a range.
extension Ranges {
  /// Whether two ordinals are of one month, or of what follows: `1.-3. května`, `1.-3.5.2025`,
  /// `I.-III. třída`.
  static func isOrdinalRange(
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
  static func isLetterRange(
    _ index: Int, _ left: Token, _ right: Token, _ proof: Proof
  ) -> Bool {
    guard let named = proof.token(index - 1), named.isOpenEnded else { return false }
    // „písm. a)-c)“
    if named.isBody("písm.") {
      return left.first < right.first && right.coreEnd - right.core == 1
        && left.coreEnd - left.core == 1
    }
    let key = named.key.smallFirst
    if left.isRomanNumber, right.isRomanNumber {
      return lettered.contains(key) || CzechWords.signs.contains(key)
        || CzechWords.numbered.contains(key)
    }
    guard lettered.contains(key) else { return false }
    return left.end - left.start == 1 && right.end - right.start == 1 && left.startsCapital
      && right.startsCapital && left.first < right.first
  }

  static let lettered = WordSet(
    """
    přílohy příloh přílohám přílohách přílohami varianty variant variantám variantách skupiny skupin
    skupinám skupinách třídy tříd třídám třídách typy typů typům typech kategorie kategorií
    kategoriím kategoriích body bodů bodům bodech části částí částech sekce sekcí sekcích stupně stupňů stupňům stupních stupeň
    """)

  /// Whether a hyphen between two numbers is surely a dash.
  static func isRange(_ index: Int, _ left: Token, _ right: Token, _ proof: Proof) -> Bool {
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
    if isNumbered(proof.token(index - 1), proof), areSections(left, right) { return true }
    if left.digits > 0, right.digits > 0, isNumbered(proof.token(index - 1), proof) {
      return left.value(left.core..<left.coreEnd) < right.value(right.core..<right.coreEnd)
    }
    return token.isOpenEnded && isCounted(left, right, after: proof.token(index + 1))
  }

  /// Whether a token is a sign or a word that numbers follow: `s. 5-9`, `přílohy 1-3`.
  static func isNumbered(_ sign: Token?, _ proof: Proof) -> Bool {
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
  static func follows(_ index: Int, _ words: WordSet, _ proof: Proof) -> Bool {
    var before = index - 1
    while before >= max(0, index - 8), let token = proof.token(before) {
      if words.contains(token.key.smallFirst) { return token.isOpenEnded || token.last == 0x3A }
      let isOther = token.isBody("a") || token.startsWithDigit && soleDash(token) != nil
      guard isOther else { return isDays(token) && token.isOpenEnded && words.contains(monday) }
      before -= 1
    }
    return false
  }

  static let monday = WordKey(Array("po".utf8))
  /// What a code follows, in which a hyphen is none of a range.
  static let codes = WordSet(
    "číslo čísla čísle číslem tel. čís. # № Číslo Tel. * † © bodu bod")
  static let periods = WordSet("letech roky roků roku rok období sezóna sezona sezóně")
  static let ages = WordSet("věk věku věkem věková věkové stáří")

  /// Whether two numbers, the first less than the second, count what follows.
  static func isCounted(_ left: Token, _ right: Token, after next: Token?) -> Bool {
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
