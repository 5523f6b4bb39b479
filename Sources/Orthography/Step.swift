import Core

/// The steps in which a block is corrected: signs first, then words, then the spaces between them,
/// since each looks at what the one before has made.
enum Step {
  case spaces
  case signs
  case dashes
  case words
  case ties

  static let all: [Step] = [.spaces, .signs, .dashes, .words, .ties]

  /// Whether a block has what the step looks for.
  func isWanted(_ sight: Sight, _ place: Proof.Place) -> Bool {
    switch self {
    case .spaces: !sight.isDisjoint(with: Spaces.triggers)
    case .signs:
      !sight.isDisjoint(with: QuotationMarks.triggers)
        || !sight.isDisjoint(with: [.doubleDot, .spacedStop])
    case .dashes: !sight.isDisjoint(with: [.hyphen, .punctuation])
    case .words:
      !sight.isDisjoint(with: [.digit, .dot, .slash, .percent]) || sight.contains(.capital)
        || place != .prose
    case .ties: sight.contains(.space)
    }
  }

  /// Marks what the step would change.
  func mark(_ proof: inout Proof, _ block: BlockText, _ books: [LanguageBook]) {
    switch self {
    case .spaces:
      Step.forEachLanguage(&proof, block, books) { range, proof in
        if proof.language.keeps(.spaces) { Spaces.mark(range, &proof) }
      }
    case .signs:
      if !block.sight.isDisjoint(with: [.doubleDot, .spacedStop]) {
        Step.forEachLanguage(&proof, block, books) { range, proof in
          if proof.language.keeps(.ellipsis) { Ellipses.mark(range, &proof) }
        }
      }
      // What opens in one language may close in another.
      QuotationMarks.mark(&proof) { position in
        block.stretch(at: position).map { books[Int($0.language)] } ?? .none
      }
    case .dashes: markDashes(&proof, block, books)
    case .words: markWords(&proof, block, books)
    case .ties: markTies(&proof, block, books)
    }
  }

  private static func forEachLanguage(
    _ proof: inout Proof, _ block: BlockText, _ books: [LanguageBook],
    _ body: (Range<Int>, inout Proof) -> Void
  ) {
    var start = 0
    for (number, stretch) in block.stretches.enumerated() {
      if number + 1 < block.stretches.count,
        block.stretches[number + 1].language == stretch.language
      {
        continue
      }
      let end = Int(stretch.end)
      guard end > start else { continue }
      proof.language = books[Int(stretch.language)]
      body(start..<end, &proof)
      start = end
    }
  }

  private func markDashes(_ proof: inout Proof, _ block: BlockText, _ books: [LanguageBook]) {
    var cursor = LanguageCursor(block, books)
    for index in proof.tokens.indices {
      let token = proof.tokens[index]
      guard !token.sight.isDisjoint(with: [.hyphen, .punctuation]) else { continue }
      proof.language = cursor.language(at: token.start)
      if AsideDashes.isCandidate(token) {
        if index > 0, proof.language.keeps(.range), Ranges.closeUp(index, &proof) { continue }
        if proof.language.lexicon == .czech { Ranges.markRoute(index, &proof) }
        if proof.language.keeps(.asideDash) { AsideDashes.mark(index, &proof) }
      } else if proof.language.keeps(.range),
        token.sight.contains(.digit) || token.end - token.start < 32
      {
        Ranges.mark(index, &proof)
      }
      if proof.language.lexicon == .czech, token.sight.contains(.punctuation) {
        AsideDashes.markGlued(token, &proof)
      }
    }
  }

  private func markWords(_ proof: inout Proof, _ block: BlockText, _ books: [LanguageBook]) {
    var cursor = LanguageCursor(block, books)
    var index = 0
    while index < proof.tokens.count {
      let token = proof.tokens[index]
      proof.language = cursor.language(at: token.start)
      if proof.language.lexicon == .czech {
        Step.markCzech(index, &proof)
        if SpacedLetters.isOne(token), token.startsCapital {
          SpacedLetters.mark(&index, &proof)
          if index < proof.tokens.count, proof.tokens[index].start == token.start { index += 1 }
          continue
        }
      }
      if proof.language.lexicon == .western, token.sight.contains(.dot),
        proof.language.keeps(.compoundAbbreviation)
      {
        Abbreviations.mark(token, &proof)
      }
      index += 1
    }
    guard proof.place != .prose, let book = books.first, book.lexicon == .czech else { return }
    HeadingStops.mark(&proof)
    HeadingNumbers.mark(&proof)
  }

  /// The rules for one word of Czech.
  private static func markCzech(_ index: Int, _ proof: inout Proof) {
    let token = proof.tokens[index]
    let sight = token.sight
    if sight.contains(.digit) {
      if sight.contains(.dot) {
        Dates.mark(index, &proof)
        Ordinals.mark(token, &proof)
        DecimalCommas.mark(index, &proof)
      }
      if sight.contains(.colon) { Ratios.mark(index, &proof) }
      Currencies.markFirst(index, &proof)
      if sight.contains(.hyphen) { MinusSigns.mark(index, &proof) }
      if !sight.isDisjoint(with: [.letter, .dot, .latin, .stop, .punctuation]) {
        SignsAndNumbers.mark(token, &proof)
        if sight.contains(.letter) { TimesSigns.mark(index, &proof) }
        Currencies.mark(index, &proof)
        Clocks.mark(index, &proof)
      }
      let length = token.coreEnd - token.core
      if length > 4 {
        if token.wordEnd - token.core == 5 { PostalCodes.mark(index, &proof) }
        if length > 8 { Telephones.mark(index, &proof) }
        Thousands.mark(index, &proof)
      }
      if sight.contains(.percent) { Percents.mark(index, &proof) }
      NumberAdjectives.mark(index, &proof)
      return
    }
    if sight.contains(.percent) { Percents.mark(index, &proof) }
    if sight.contains(.dot) {
      SignsAndNumbers.markLetter(token, &proof)
      Abbreviations.mark(token, &proof)
      Abbreviations.markGlued(token, &proof)
      Names.mark(token, &proof)
    } else if token.key == Step.hour {
      Clocks.mark(index, &proof)
    } else if sight.contains(.hyphen) || sight.contains(.punctuation) {
      Currencies.markBare(index, &proof)
    } else if token.isByte(0x78) {
      TimesSigns.markAlone(index, &proof)
    }
    if sight.contains(.capital) { DegreesAfterNames.mark(index, &proof) }
    if sight.contains(.slash) { Slashes.mark(index, &proof) }
    if index > 0, sight.contains(.capital) || token.text[token.start] >= 0xC3 {
      SmallLetters.mark(index, &proof)
    }
  }

  private static let hour = WordKey(Array("hod".utf8))

  private func markTies(_ proof: inout Proof, _ block: BlockText, _ books: [LanguageBook]) {
    var cursor = LanguageCursor(block, books)
    for index in proof.tokens.indices.dropFirst() {
      let previous = proof.tokens[index - 1]
      let next = proof.tokens[index]
      guard next.start == previous.end + 1, proof.text[previous.end] == 0x20, !previous.isBarrier,
        !next.isBarrier
      else { continue }
      // A rule that looks over a space asks the language of what follows it.
      let language = cursor.language(at: next.start)
      let gap = Gap(
        beforePrevious: index > 1 ? proof.tokens[index - 2] : nil, previous: previous, next: next,
        afterNext: proof.token(index + 1),
        nextIsReference: block.isMixed && proof.startsReference(next.start),
        previousIsReference: block.isMixed && proof.startsReference(previous.start))
      if let rule = Ties.rule(gap, in: language) {
        proof.mark(rule, previous.end, next.start, "\u{A0}")
      }
    }
  }
}

/// Walks through the languages of a block, forward only.
struct LanguageCursor {
  private let block: BlockText
  private let books: [LanguageBook]
  private var number = 0

  init(_ block: BlockText, _ books: [LanguageBook]) {
    self.block = block
    self.books = books
  }

  mutating func language(at position: Int) -> LanguageBook {
    while number < block.stretches.count, Int(block.stretches[number].end) <= position {
      number += 1
    }
    return number < block.stretches.count
      ? books[Int(block.stretches[number].language)] : LanguageBook.none
  }
}
