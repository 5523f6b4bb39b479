package import Core

extension Typesetter {
  /// Applies the rules of each run's language to what UAX #14 offers.
  ///
  /// A rule that looks over a space asks the language of what follows the space.
  mutating func tailor(_ text: UnsafeBufferPointer<UInt8>, _ paragraph: ParagraphText) {
    addresses.removeAll(keepingCapacity: true)
    var run = 0
    var beforePrevious: Token?
    var previous: Token?
    var position = 0
    while position < text.count {
      let space = Word.spaceLength(text, position)
      if space > 0 {
        position += space
        continue
      }
      let start = position
      while position < text.count, Word.spaceLength(text, position) == 0 { position += 1 }
      let token = Token(text, start, position)
      while run + 1 < paragraph.runs.count, Int(paragraph.runs[run].range.upperBound) <= start {
        run += 1
      }
      let language = paragraph.runs[run].language
      if !paragraph.runs[run].isVerbatim, !paragraph.runs[run].isLeader {
        if places[start] == Place.opportunity, let previous, CzechRule.hold(in: language) {
          let gap = CzechRule.Gap(
            beforePrevious: beforePrevious, previous: previous, next: token)
          if CzechRule.anyTies(gap) { places[start] = Place.none }
        }
        tailorInside(token, language)
      }
      beforePrevious = previous
      previous = token
    }
  }

  private mutating func tailorInside(_ token: Token, _ language: Language) {
    if token.isAddress {
      addresses.append(token.start..<token.end)
      for position in (token.start + 1)..<max(token.start + 1, token.end) {
        if places[position] == Place.forced { continue }
        places[position] =
          CzechRule.partsAddress(token, at: position) ? Place.opportunity : Place.none
      }
      return
    }
    let repeats = CzechRule.repeatsHyphen(in: language)
    for position in (token.start + 1)..<max(token.start + 1, token.end)
    where places[position] == Place.opportunity {
      if CzechRule.rangeDash.forbids(token, at: position)
        || CzechRule.hyphen.forbids(token, at: position)
        || CzechRule.slash.forbids(token, at: position)
      {
        places[position] = Place.none
      } else if token.text[position - 1] == 0x2D {
        places[position] = repeats ? Place.repeatedHyphen : Place.keptHyphen
      }
    }
  }
}

extension CzechRule {
  /// Whether the rules that look over a space hold in a language: Czech and Slovak.
  static func hold(in language: Language) -> Bool {
    isPrimary(language, "cs") || isPrimary(language, "sk")
  }

  /// Whether a hyphen at a line's end is repeated at the start of the next line (T20): Czech,
  /// Slovak and Polish.
  package static func repeatsHyphen(in language: Language) -> Bool {
    hold(in: language) || isPrimary(language, "pl")
  }

  private static func isPrimary(_ language: Language, _ tag: StaticString) -> Bool {
    language.tag.utf8.prefix { $0 != 0x2D }.elementsEqual(
      UnsafeBufferPointer(start: tag.utf8Start, count: tag.utf8CodeUnitCount))
  }
}
