/// T31: postal codes of three and two digits: `380 01 Dačice`.
enum PostalCodes {
  static func ties(_ gap: Gap) -> Bool {
    guard gap.previous.isOpenEnded, gap.previous.digits == 3, gap.next.leadingDigits == 2 else {
      return false
    }
    // With more groups it is a telephone number.
    let isLonger =
      (gap.beforePrevious.map { $0.endsWithDigit && $0.isOpenEnded } ?? false)
      || (gap.afterNext?.startsWithDigit ?? false)
    return !isLonger
  }

  /// Large towns, and those of the region that the book comes from.
  private static let towns = WordSet(
    """
    Praha Brno Ostrava Plzeň Liberec Olomouc Pardubice Zlín Jihlava Třebíč Znojmo Tábor Písek Dačice
    Telč Slavonice Pelhřimov Humpolec Kladno Most Děčín Opava Chomutov Teplice Karviná Přerov
    Prostějov Kolín Třeboň Strakonice Klatovy Domažlice Svitavy Hodonín Břeclav Vyškov
    """)

  /// Parts `38001` before a town, where a comma, `PSČ` or nothing stands before it.
  static func mark(_ index: Int, _ proof: inout Proof) {
    let token = proof.tokens[index]
    guard token.digitsEnd(token.core) == token.wordEnd, token.wordEnd - token.core == 5,
      (0x31...0x37).contains(token.text[token.core])
    else { return }
    let before = proof.token(index - 1)
    let isNamed = before?.isBody("PSČ") ?? false
    if !isNamed {
      guard token.isOpenEnded, let next = proof.token(index + 1), next.startsCapital else { return }
      // „Krajířova 27, 38001 Dačice“: the comma belongs to the word before.
      let isEdge = before.map { $0.text[$0.end - 1] == 0x2C || $0.isBarrier } ?? true
      // „Město 67401 Třebíč“: after a capital only where the town is known.
      guard isEdge || (before.map(\.startsCapital) ?? false) && next.isAny(of: towns) else {
        return
      }
    }
    proof.tie(.postalCode, at: token.core + 3)
  }
}
