import Core

/// A word that no list knows.
struct Misspelling: Equatable {
  /// Its bytes.
  var at: Range<Int>
  /// The word.
  var word: String
  /// What may have been meant.
  var suggestions: [String]
  /// Whether two words seem to be written as one, which is a word by chance: `služebna`.
  var isGlued = false

  /// The finding that tells people of it.
  func diagnostic(in file: FileID) -> Diagnostic {
    let place = SourceSpan(
      file: file, start: UInt32(at.lowerBound), end: UInt32(at.upperBound))
    let list = suggestions.map { "„\($0)“" }.joined(separator: ", ")
    let english = suggestions.map { "“\($0)”" }.joined(separator: ", ")
    if isGlued {
      return Diagnostic(
        HygieneDiagnostics.glued, at: place,
        Phrase(
          cs: "V „\(word)“ asi chybí mezera: k předchozímu slovu se nehodí.",
          en: "A space seems to be missing in “\(word)”: it does not agree with the word before."),
        fix: Phrase(cs: "Nemělo tu být \(list)?", en: "Should it be \(english)?"))
    }
    return Diagnostic(
      HygieneDiagnostics.misspelt, at: place,
      Phrase(
        cs: "Slovo „\(word)“ není v českém slovníku.",
        en: "The word “\(word)” is not in the Czech word list."),
      fix: suggestions.isEmpty
        ? Phrase(
          cs: "Opravte slovo; je-li správně, připište ho do souboru slova.txt.",
          en: "Correct the word; if it is right, add it to the file slova.txt.")
        : Phrase(
          cs: "Nemělo tu být \(list)? Je-li slovo správně, připište ho do souboru slova.txt.",
          en: "Should it be \(english)? If the word is right, add it to the file slova.txt."))
  }
}

/// Looks for words that neither a word list nor the project knows.
///
/// Foreign text, addresses, abbreviations and names are left alone: a word list that complains of
/// what is right is soon switched off.
struct MisspellingSearch {
  private let speller: Speller
  private let accepted: Set<String>
  /// The beginnings of the project's own words, which stay when the endings change.
  private var stems: Set<String> = []
  /// What was judged before.
  private var verdicts: [String: Bool] = [:]
  private var suggested: [String: [String]] = [:]
  /// What was found in the texts since it was last emptied.
  var found: [Misspelling] = []

  /// For so many words suggestions are looked for: each takes the library some milliseconds.
  private static let greatestSuggested = 200

  init(speller: Speller, accepted: Set<String>) {
    self.speller = speller
    self.accepted = accepted
  }

  /// Accepts the words of a text and their other forms.
  mutating func accept(_ text: String) {
    for word in text.split(whereSeparator: { !$0.isLetter }) where word.count >= 3 {
      stems.insert(MisspellingSearch.stem(String(word)))
    }
  }

  /// What is left of a word without its ending.
  private static func stem(_ word: String) -> String {
    let letters = word.lowercased()
    return String(letters.prefix(max(3, letters.count - 2)))
  }

  private func isOwn(_ word: String) -> Bool {
    let letters = word.lowercased()
    return (max(2, letters.count - 5)...letters.count).contains { count in
      stems.contains(String(letters.prefix(count)))
    }
  }

  /// Remembers names: words with a capital within a sentence.
  mutating func noteNames(_ passage: Passage) {
    forEachWord(passage) { range, startsSentence in
      guard !startsSentence, range.count >= 4, Sign.isUpper(passage[range.lowerBound]) else {
        return
      }
      let word = passage.text(range)
      if !speller.knows(word.lowercased()) { stems.insert(MisspellingSearch.stem(word)) }
    }
  }

  /// Looks through a passage.
  mutating func search(_ passage: Passage) {
    if isIdentifier(passage) { return }
    var new: [Misspelling] = []
    var before: Range<Int>?
    forEachWord(passage) { range, startsSentence in
      defer { before = range }
      if let glued = glued(passage, range, before: before) {
        new.append(glued)
        return
      }
      guard range.count >= 3, !isAbbreviation(passage, range),
        startsSentence || !Sign.isUpper(passage[range.lowerBound])
      else { return }
      let word = passage.text(range)
      guard !isRight(word) else { return }
      new.append(
        Misspelling(at: passage.bytes(range), word: word, suggestions: suggestions(for: word)))
    }
    found += new
  }

  /// Gives each Czech word of a passage to a body, and whether it begins a sentence.
  private func forEachWord(_ passage: Passage, _ body: (Range<Int>, Bool) -> Void) {
    var position = 0
    var startsSentence = true
    while position < passage.count {
      guard Sign.isWord(passage[position]) else {
        switch passage[position] {
        case 0x2E, 0x21, 0x3F, 0x3A, 0x201E, 0x22, 0x2022, 0x2026: startsSentence = true
        default: break
        }
        position += 1
        continue
      }
      var end = position
      var isPlain = !passage.isForeign(position)
      // An address or a number is one run without spaces.
      while end < passage.count, !Sign.isSpace(passage[end]), passage[end] != Passage.opaque {
        let sign = passage[end]
        let isInner = end + 1 < passage.count && Sign.isWord(passage[end + 1])
        if sign == 0x40 || sign == 0x5F || Sign.isDigit(sign) || sign == 0x5C { isPlain = false }
        if isInner, sign == 0x2E || sign == 0x2F && passage[end + 1] == 0x2F { isPlain = false }
        end += 1
      }
      var start = position
      while start < end {
        guard isPlain, Sign.isLetter(passage[start]) else {
          if [0x2E, 0x21, 0x3F, 0x3A].contains(passage[start]) { startsSentence = true }
          start += 1
          continue
        }
        var stop = start
        var isLatin = true
        while stop < end,
          Sign.isLetter(passage[stop]) || Sign.isMark(passage[stop])
            || Sign.isInvisible(passage[stop])
        {
          if Script(passage[stop]) != .latin { isLatin = false }
          stop += 1
        }
        if isLatin { body(start..<stop, startsSentence) }
        startsSentence = false
        start = stop
      }
      if !isPlain { startsSentence = false }
      position = end
    }
  }

  /// A value that is one small word without accents: what records are called by.
  private func isIdentifier(_ passage: Passage) -> Bool {
    passage.notation == .plain
      && passage.scalars.allSatisfy { $0 < 0x80 && !Sign.isSpace($0) && !Sign.isUpper($0) }
  }

  /// Capitals, an inner capital, a title, or a short word before a full stop within a sentence.
  private func isAbbreviation(_ passage: Passage, _ range: Range<Int>) -> Bool {
    if passage.scalars[range].dropFirst().contains(where: Sign.isUpper) { return true }
    guard range.count <= 5, passage[range.upperBound] == 0x2E else { return false }
    return (range.count <= 4 && Sign.isUpper(passage[range.lowerBound]))
      || !Sign.isUpper(firstLetter(passage, after: range.upperBound))
  }

  private func firstLetter(_ passage: Passage, after position: Int) -> UInt32 {
    var place = position + 1
    while place < passage.count, !Sign.isLetter(passage[place]) { place += 1 }
    return place < passage.count ? passage[place] : 0x41
  }

  private mutating func isRight(_ word: String) -> Bool {
    if let verdict = verdicts[word] { return verdict }
    let verdict =
      accepted.contains(word) || accepted.contains(word.lowercased()) || speller.knows(word)
      || speller.knows(word.lowercased()) || isOwn(word) || isCompound(word.lowercased())
    verdicts[word] = verdict
    return verdict
  }

  /// A word with a beginning that Czech puts before any other: `sociodemografická`.
  private func isCompound(_ word: String) -> Bool {
    MisspellingSearch.beginnings.contains { beginning in
      word.hasPrefix(beginning) && word.count >= beginning.count + 4
        && speller.knows(String(word.dropFirst(beginning.count)))
    }
  }

  private static let beginnings = [
    "socio", "psycho", "mikro", "makro", "multi", "mezi", "spolu", "nízko", "více", "jedno",
    "dvou", "tří", "pěti", "elektro", "video", "tele", "bio", "eko", "geo", "info", "kyber",
    "celo", "ne", "před", "mimo", "polo",
  ]

  private mutating func suggestions(for word: String) -> [String] {
    if let known = suggested[word] { return known }
    guard suggested.count < MisspellingSearch.greatestSuggested else { return [] }
    let list = Array(speller.suggest(word).prefix(3))
    suggested[word] = list
    return list
  }

  /// Two words in one that is a word by chance: after an adjective of the genitive plural
  /// („sociálních“) no noun ends in a preposition, least of all before a name.
  private func glued(_ passage: Passage, _ range: Range<Int>, before: Range<Int>?) -> Misspelling? {
    guard let before, range.count >= 6, before.count >= 5,
      before.upperBound + 1 == range.lowerBound, Sign.isSpace(passage[before.upperBound]),
      Sign.isSpace(passage[range.upperBound]),
      Sign.isUpper(passage[range.upperBound + 1])
    else { return nil }
    let adjective = passage.text(before)
    guard adjective.hasSuffix("ých") || adjective.hasSuffix("ích") else { return nil }
    let word = passage.text(range)
    for preposition in ["na", "do", "od", "po", "pro", "při", "ve", "ze", "za", "pod", "nad"]
    where word.hasSuffix(preposition) {
      let noun = String(word.dropLast(preposition.count))
      // The noun agrees with the adjective only where it has no ending, as „služeb“ has none.
      guard noun.count >= 4, let last = noun.unicodeScalars.last,
        Sign.isLetter(last.value), !"aeiouyáéíóúůýěch".contains(Character(last)),
        speller.knows(noun)
      else { continue }
      return Misspelling(
        at: passage.bytes(range), word: word, suggestions: [noun + " " + preposition],
        isGlued: true)
    }
    return nil
  }
}
