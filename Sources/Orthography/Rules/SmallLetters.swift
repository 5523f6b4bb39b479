import Core

/// T27: days, months and common nouns in names have small letters: `3. ledna`, `Plzeňský kraj`.
enum SmallLetters {
  static func mark(_ index: Int, _ proof: inout Proof) {
    let token = proof.tokens[index]
    guard token.startsCapital, let before = proof.token(index - 1), before.isOpenEnded else {
      return
    }
    let isWrong =
      isMonth(token, after: before) || isDay(token, after: before)
      || isPartOfName(token, after: before)
    guard isWrong else { return }
    let (scalar, length) = UTF8Walk.scalar(token.text, at: token.core)
    var bytes: [UInt8] = []
    if let small = Unicode.Scalar(LetterCase.lower(scalar)) {
      bytes += Array(Unicode.UTF8.encode(small) ?? Unicode.UTF8.encodedReplacementCharacter)
    }
    proof.mark(.smallLetters, token.core, token.core + length, bytes: bytes)
  }

  /// `3. Ledna`, `v Lednu`
  private static func isMonth(_ token: Token, after before: Token) -> Bool {
    if before.isAny(of: CzechWords.beforeDays) { return token.mayEnd(capitalMonths) }
    guard (1...2).contains(before.ordinalDigits) else { return false }
    return CzechWords.months.contains(small(token))
  }

  /// `v Pondělí`
  private static func isDay(_ token: Token, after before: Token) -> Bool {
    token.mayEnd(CzechWords.capitalDays) && CzechWords.beforeDays.contains(before.key.smallFirst)
  }

  /// `Plzeňský Kraj`, `Městský Úřad`: the adjective alone has a capital.
  private static func isPartOfName(_ token: Token, after before: Token) -> Bool {
    guard before.startsCapital, before.isWord else { return false }
    if token.mayEnd(CzechWords.regions) {
      return before.ends(in: "ský") || before.ends(in: "ského") || before.ends(in: "skému")
        || before.ends(in: "ském") || before.ends(in: "ským") || before.ends(in: "cký")
        || before.ends(in: "ckého") || before.ends(in: "ckém")
    }
    guard token.mayEnd(CzechWords.offices) else { return false }
    return before.isAny(of: officeAdjectives)
  }

  private static let capitalMonths = WordSet(
    "Lednu Únoru Březnu Dubnu Květnu Červnu Červenci Srpnu Září Říjnu Listopadu Prosinci")

  private static let officeAdjectives = WordSet(
    """
    Městský Městského Městskému Městském Městským Obecní Obecního Obecnímu Obecním Krajský Krajského
    Krajskému Krajském Krajským
    """)

  /// The body with a small first letter.
  private static func small(_ token: Token) -> WordKey {
    let first = UTF8Walk.scalar(token.text, at: token.core).0
    if first < 0x80 { return token.key.smallFirst }
    var bytes = Array(token.body.prefix(32))
    // Únor, Září, Říjen and Červen begin with letters of two bytes.
    switch first {
    case 0xDA: bytes[1] = 0xBA
    case 0x158, 0x10C: bytes[1] += 1
    default: break
    }
    return WordKey(bytes)
  }
}
