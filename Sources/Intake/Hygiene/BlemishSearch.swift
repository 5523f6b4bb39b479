import Core

/// Looks for blemishes in passages: letters here, punctuation in the extensions.
struct BlemishSearch {
  /// What was found, in the order of the text.
  var found: [Blemish] = []
  /// Whether a word list has a word; nil where none is asked.
  let knows: ((String) -> Bool)?
  /// Whether the file surely has words in the wrong encoding.
  var isWarned = false

  init(knows: ((String) -> Bool)? = nil) { self.knows = knows }

  /// What is remarkable about the characters of a passage; most passages have nothing.
  private struct Sight {
    var rare = false
    var mojibake = false
    var punctuation = false
    var spaces = false
    var glued = false
  }

  /// Looks through a passage.
  mutating func search(_ passage: Passage) {
    let sight = look(passage)
    let first = found.count
    if sight.mojibake { searchMojibake(passage) }
    if sight.rare {
      let misread = found[first...].map(\.at)
      let start = found.count
      searchLetters(passage)
      // Parts of a word in the wrong encoding are no findings of their own.
      for position in found.indices[start...].reversed()
      where misread.contains(where: { $0.overlaps(found[position].at) }) {
        found.remove(at: position)
      }
    }
    if sight.spaces { searchSpaces(passage) }
    if sight.punctuation {
      searchDashes(passage)
      searchQuotes(passage)
      searchMarkup(passage)
    }
    if sight.glued { searchGlued(passage) }
  }

  /// One look at every character tells which searches are worth their time.
  private func look(_ passage: Passage) -> Sight {
    var bits: UInt16 = 0
    var last: UInt16 = Glance.space
    for scalar in passage.scalars {
      let now = Glance.of(scalar)
      bits |= now
      // Two spaces, a space before a stop; a letter behind a stop, a capital behind a small letter,
      // a small letter behind a capital.
      if last & Glance.space != 0, now & (Glance.space | Glance.stop) != 0 {
        bits |= Glance.spacing
      }
      if now & Glance.letter != 0, last & Glance.stop != 0 { bits |= Glance.gluing }
      if now & Glance.upper != 0, last & Glance.letter != 0 { bits |= Glance.gluing }
      last = now
    }
    return Sight(
      rare: bits & Glance.rare != 0, mojibake: bits & Glance.mojibake != 0,
      punctuation: bits & Glance.punctuation != 0,
      spaces: bits & (Glance.spacing | Glance.oddSpace) != 0, glued: bits & Glance.gluing != 0)
  }

  /// Notes a blemish.
  mutating func note(
    _ kind: Blemish.Kind, _ passage: Passage, _ range: Range<Int>, culprits: [UInt32],
    mend: String? = nil
  ) {
    found.append(
      Blemish(
        kind: kind, at: passage.bytes(range), text: passage.text(range), culprits: culprits,
        mend: mend))
  }

  // MARK: - Letters

  private func isOfWord(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return Sign.isLetter(scalar) }
    return Sign.isLetter(scalar) || Sign.isMark(scalar) || scalar == 0xFFFD
      || (Sign.isInvisible(scalar) && scalar != 0x2028 && scalar != 0x2029)
      || Sign.isPrivate(scalar)
  }

  private mutating func searchLetters(_ passage: Passage) {
    var position = 0
    while position < passage.count {
      if isOfWord(passage[position]) {
        var end = position + 1
        while end < passage.count, isOfWord(passage[end]) { end += 1 }
        judge(passage, position..<end)
        position = end
        continue
      }
      position = searchSign(passage, at: position)
    }
  }

  /// A word, or characters that pose as one.
  private mutating func judge(_ passage: Passage, _ word: Range<Int>) {
    let scalars = passage.scalars[word]
    guard scalars.contains(where: { $0 >= 0x250 || $0 == 0xAD }) else { return }
    let isForeign = passage.isForeign(word.lowerBound)
    let lost = scalars.filter { $0 == 0xFFFD }
    if !lost.isEmpty { note(.lost, passage, word, culprits: [0xFFFD]) }
    let privates = scalars.filter(Sign.isPrivate)
    if !privates.isEmpty { note(.privateUse, passage, word, culprits: unique(privates)) }
    let invisible = scalars.filter {
      Sign.isInvisible($0) && !(isForeign && Sign.isJoiner($0))
    }
    if !invisible.isEmpty {
      // A pictogram may be joined of several.
      let next = passage[word.upperBound]
      let before = passage[word.lowerBound - 1]
      if word.count == 1, Sign.isEmoji(next) || Sign.isEmoji(before) { return }
      let rest = scalars.filter { !Sign.isInvisible($0) }
      note(.invisible, passage, word, culprits: unique(invisible), mend: string(rest))
      return
    }
    let marks = scalars.filter(Sign.isMark)
    if !marks.isEmpty {
      let whole = normalised(string(scalars))
      let mend = whole.unicodeScalars.count < scalars.count ? whole : nil
      if mend != nil || !isForeign {
        note(.decomposed, passage, word, culprits: unique(marks), mend: mend)
      }
      return
    }
    // Letters of other scripts are strange wherever words are Latin, be they Czech or not.
    let isLatin = passage.language.isLatin && !passage.isMarked(word.lowerBound)
    if isLatin, lost.isEmpty, privates.isEmpty { judgeScript(passage, word) }
  }

  private mutating func judgeScript(_ passage: Passage, _ word: Range<Int>) {
    let scalars = passage.scalars[word]
    let strange = scalars.filter { scalar in
      scalar >= 0xFB00 || [Script.cyrillic, .greek, .other].contains(Script(scalar))
    }
    guard !strange.isEmpty else { return }
    let isMixed = strange.count < scalars.count || strange.contains { $0 >= 0xFB00 }
    if isMixed {
      note(
        .homoglyph, passage, word, culprits: unique(strange),
        mend: Homoglyphs.latin(scalars, knows: knows))
      return
    }
    // Greek letters alone are signs of mathematics; a Cyrillic „а“ alone is a wrong keyboard.
    if scalars.count == 1, strange.allSatisfy({ Script($0) == .greek }) { return }
    let readings = strange.map(Homoglyphs.readings)
    let looksLatin = readings.allSatisfy { !$0.isEmpty } && scalars.count == 1
    if looksLatin {
      note(
        .homoglyph, passage, word, culprits: unique(strange),
        mend: readings[0].count == 1 ? string(readings[0]) : nil)
    } else if passage.notation == .markdown {
      note(.unmarked, passage, word, culprits: [])
    } else if let latin = Homoglyphs.latin(scalars, knows: knows), knows?(latin) == true {
      note(.homoglyph, passage, word, culprits: unique(strange), mend: latin)
    }
  }

  /// A sign outside words; returns where to go on.
  private mutating func searchSign(_ passage: Passage, at position: Int) -> Int {
    let scalar = passage[position]
    if scalar < 0x80 { return position + 1 }
    if Sign.isEmoji(scalar) || isEmojiBase(passage, position) {
      var end = position + 1
      while end < passage.count,
        Sign.isEmoji(passage[end]) || passage[end] == 0x200D
          || (passage[end - 1] == 0x200D && Sign.isDingbat(passage[end]))
      {
        end += 1
      }
      note(.emoji, passage, position..<end, culprits: Array(passage.scalars[position..<end]))
      return end
    }
    if scalar == 0x2028 || scalar == 0x2029 {
      note(.invisible, passage, position..<(position + 1), culprits: [scalar], mend: " ")
      return position + 1
    }
    let before = passage[position - 1]
    let startsLine = before == 0x0A || passage.scalars[..<position].allSatisfy(Sign.isSpace)
    let isTypedBullet =
      Sign.isDingbat(scalar)
      || ((scalar == 0xB7 || (scalar == 0xA7 && Sign.isLetter(passage[position + 2])))
        && startsLine && Sign.isSpace(passage[position + 1]))
    if isTypedBullet, !passage.isForeign(position) {
      note(.bullet, passage, position..<(position + 1), culprits: [scalar])
    }
    return position + 1
  }

  /// A sign that U+FE0F makes a pictogram in colour, such as a heart or a sun.
  private func isEmojiBase(_ passage: Passage, _ position: Int) -> Bool {
    Sign.isDingbat(passage[position]) && passage[position + 1] == 0xFE0F
  }

  private func unique(_ scalars: some Sequence<UInt32>) -> [UInt32] {
    var seen: [UInt32] = []
    for scalar in scalars where !seen.contains(scalar) { seen.append(scalar) }
    return seen
  }

  // MARK: - Encodings

  private mutating func searchMojibake(_ passage: Passage) {
    var position = 0
    while position < passage.count {
      guard isOfMojibake(passage[position]) else {
        position += 1
        continue
      }
      var end = position + 1
      while end < passage.count, isOfMojibake(passage[end]) { end += 1 }
      judgeEncoding(passage, position..<end)
      position = end
    }
  }

  private func isOfMojibake(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return Sign.isLetter(scalar) }
    return scalar != Passage.opaque && !(0x3000...0xDFFF).contains(scalar)
  }

  private mutating func judgeEncoding(_ passage: Passage, _ run: Range<Int>) {
    guard !passage.isForeign(run.lowerBound) else { return }
    let scalars = passage.scalars[run]
    guard
      scalars.contains(where: { Mojibake.isLead($0) || Mojibake.central($0) != nil }),
      let mend = Mojibake.read(scalars, isWarned: isWarned, knows: knows)
    else { return }
    let culprits = scalars.filter { $0 >= 0x80 && !Sign.isCzech($0) }
    note(.mojibake, passage, run, culprits: unique(culprits), mend: mend)
    isWarned = true
  }
}
