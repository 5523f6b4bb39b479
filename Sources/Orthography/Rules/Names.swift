import Core

/// T10: degrees and initials stay with the whole name: `Mgr. Eva Nováková`, `T. G. Masaryk`.
enum Names {
  static func ties(_ gap: Gap, in language: LanguageBook) -> Bool {
    let previous = gap.previous
    let next = gap.next
    guard previous.isOpenEnded else { return false }
    if language.lexicon == .czech {
      if previous.isAny(of: CzechWords.degrees) {
        return next.startsCapital || next.isAny(of: CzechWords.degrees) || next.isBody("et")
      }
      // „Mgr. et Mgr. Jana Nová“
      if previous.isBody("et") {
        return (gap.beforePrevious?.isAny(of: CzechWords.degrees) ?? false)
          && next.isAny(of: CzechWords.degrees)
      }
      if isFullName(gap) || (next.isRoman && isRuler(previous)) { return true }
      // „v třídě A. Bod“: the sentence ends.
      if let before = gap.beforePrevious, before.isOpenEnded,
        previous.abbreviationLetters(small: false) == 1,
        lettered.contains(before.key.smallFirst)
          || CzechWords.numbered.contains(before.key.smallFirst)
      {
        return false
      }
    } else if previous.isAny(of: titles) {
      return next.startsCapital
    }
    guard next.startsCapital else { return false }
    return previous.abbreviationLetters(small: false) == 1 || previous.isBody("Ch.")
  }

  /// Whether a word is the name of kings, emperors and popes, in any case: `Karel IV.`.
  static func isRuler(_ token: Token) -> Bool {
    token.startsCapital && token.isOpenEnded && token.isAny(of: rulers)
  }

  private static let rulers = WordSet(
    """
    Karel Karla Karlu Karlovi Karlem Václav Václava Václavu Václavovi Václavem Jiří Jiřího Jan Jana
    Janovi Janem Josef Josefa Josefu Josefovi Josefem František Františka Františkem Leopold
    Leopolda Leopoldem Ferdinand Ferdinanda Ferdinandem Rudolf Rudolfa Rudolfem Rudolfovi Vladislav
    Vladislava Vladislavem Otakar Otakara Otakarem Zikmund Zikmunda Boleslav Boleslava Boleslavem
    Břetislav Břetislava Soběslav Soběslava Přemysl Přemysla Matyáš Matyáše Ludvík Ludvíka Ludvíkem
    Pavel Pavla Pavlem Benedikt Benedikta Lev Lva Pius Pia Alžběta Alžběty Kateřina Kateřiny Vilém
    Viléma Vilémem Jindřich Jindřicha Jindřichem Petr Petra Petrem Mikuláš Mikuláše Alexandr
    Alexandra Oldřich Oldřicha Maxmilián Maxmiliána Napoleon Napoleona
    """)
  /// What is named by a letter: `příloha A`.
  private static let lettered = WordSet(
    """
    třída třídy třídě třídu třídou skupina skupiny skupině skupinu skupinou varianta varianty
    variantě variantu variantou typ typu typem kategorie kategorii blok bloku blokem část části
    vitamin vitaminu hepatitida hepatitidy sekce sekci budova budovy budově budovu pavilon pavilonu
    """)

  /// Whether a given name and a surname stand on both sides, a degree before them.
  static func isFullName(_ gap: Gap) -> Bool {
    guard gap.next.startsCapital, gap.previous.isOpenEnded, gap.previous.startsCapital,
      let before = gap.beforePrevious, before.isOpenEnded
    else { return false }
    return before.isAny(of: CzechWords.degrees) && !gap.previous.isAny(of: CzechWords.degrees)
  }

  /// Titles of other languages.
  private static let titles = WordSet(
    "Mr. Mrs. Ms. Mr Mrs Ms Dr. Dr Prof. St. Hr. Fr. Frau Herr prof. dr mgr inż. ks. пані пан")

  /// Puts a no-break space into `Ing.Novák` and `T.G.M.`.
  static func mark(_ token: Token, _ proof: inout Proof) {
    guard let stop = token.body.firstIndex(of: 0x2E), stop + 1 < token.coreEnd else { return }
    let next = UTF8Walk.scalar(token.text, at: stop + 1).0
    guard LetterCase.isCapital(next) else { return }
    if CzechWords.degrees.contains(WordKey(token.text, token.core, stop + 1)) {
      // „Ing.Arch.“ and „Ph.D.“ are no names.
      let end = token.endsWithStop && token.coreEnd - stop > 4 ? token.coreEnd - 1 : token.coreEnd
      let rest = Token(token.text, stop + 1, end)
      let isName = rest.isWord && rest.coreEnd - rest.core > 2
      if isName || rest.abbreviationLetters(small: false) == 1 {
        proof.tie(.nameAndDegree, at: stop + 1)
      }
      return
    }
    guard token.startsCapital else { return }
    initials(token, &proof)
  }

  /// `T.G.M.`, `J.A.Komenský`: single capitals with full stops, at least two.
  private static func initials(_ token: Token, _ proof: inout Proof) {
    var bytes: [UInt8] = []
    var position = token.core
    var count = 0
    while position < token.coreEnd {
      let (scalar, length) = UTF8Walk.scalar(token.text, at: position)
      guard LetterCase.isCapital(scalar) else { return }
      let stop = position + length
      guard stop < token.coreEnd, token.text[stop] == 0x2E else { break }
      if count > 0 { bytes += [0xC2, 0xA0] }
      bytes += token.text[position...stop]
      count += 1
      position = stop + 1
    }
    // „J.Novák“, also where the sentence ends with it.
    let end = token.endsWithStop && position + 3 < token.coreEnd ? token.coreEnd - 1 : token.coreEnd
    let rest = Token(token.text, position, end)
    guard count > 1 || (count == 1 && rest.startsCapital && rest.isWord) else { return }
    if position < token.coreEnd {
      guard rest.isWord, rest.coreEnd - rest.core > 2 else { return }
      bytes += [0xC2, 0xA0]
    }
    proof.mark(.nameAndDegree, token.core, position, bytes: bytes)
  }
}

/// T11: a degree after the name is set off by a comma: `Jan Novák, DiS.`.
enum DegreesAfterNames {
  static func mark(_ index: Int, _ proof: inout Proof) {
    let degree = proof.tokens[index]
    guard degree.start == degree.core,
      degree.isAny(of: CzechWords.degreesAfter) || degree.isAny(of: CzechWords.looseDegrees),
      let name = proof.token(index - 1), name.isWord, name.startsCapital,
      let first = proof.token(index - 2), first.isOpenEnded, first.startsCapital,
      degree.isAny(of: CzechWords.degreesAfter)
        || proof.token(index - 3)?.isAny(of: CzechWords.degrees) ?? false
    else { return }
    if name.isOpenEnded {
      proof.mark(.degreeAfterName, name.end, name.end, ",")
    } else if name.end != name.coreEnd + 1 || name.text[name.coreEnd] != 0x2C {
      return
    }
    // The sentence goes on: „Jana Malá, Ph.D., řekla“.
    if degree.isOpenEnded, let next = proof.token(index + 1), next.start == next.core,
      next.startsSmall, !next.isBody("et"), Token(next.text, next.core, next.wordEnd).isWord,
      proof.text[degree.end] == 0x20
    {
      proof.mark(.degreeAfterName, degree.end, degree.end, ",")
    }
  }
}
