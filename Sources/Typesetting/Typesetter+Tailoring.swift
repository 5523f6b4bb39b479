import Core
import Orthography
import Style

extension Typesetter {
  /// Applies the rules for places inside words to what UAX #14 offers.
  mutating func tailor(_ text: UnsafeBufferPointer<UInt8>, _ paragraph: ParagraphText) {
    addresses.removeAll(keepingCapacity: true)
    var run = 0
    var position = 0
    while position < text.count {
      let space = Word.spaceLength(text, position)
      if space > 0 {
        position += space
        continue
      }
      let start = position
      var isPlain = true
      while position < text.count {
        let byte = text[position]
        if byte < 0x41 || byte == 0xC2 || byte == 0xE2 {
          if Word.spaceLength(text, position) > 0 { break }
          // The last full stop or comma of a word parts nothing.
          let isLast = position + 1 == text.count || text[position + 1] == 0x20
          if byte >= 0x80 || !isLast { isPlain = false }
        } else if places[position] == Place.opportunity, position > start {
          isPlain = false
        }
        position += 1
      }
      guard !isPlain else { continue }
      while run + 1 < paragraph.runs.count, Int(paragraph.runs[run].range.upperBound) <= start {
        run += 1
      }
      guard !paragraph.runs[run].isLeader else { continue }
      let token = Token(text, start, position)
      if token.isAddress {
        tailorAddress(token)
      } else if !paragraph.runs[run].isVerbatim {
        tailorInside(token, paragraph.runs[run].language)
      }
    }
    // The call of a note belongs to what it follows: „služeb.“ and „23“ are no two words.
    for run in paragraph.runs where run.style.rise > .zero && !run.range.isEmpty {
      let start = Int(run.range.lowerBound)
      if places[start] == Place.opportunity, text[start - 1] != 0x20 { places[start] = Place.none }
    }
  }

  /// An address parts by its own rules, verbatim or not.
  private mutating func tailorAddress(_ token: Token) {
    addresses.append(token.start..<token.end)
    for position in (token.start + 1)..<max(token.start + 1, token.end)
    where places[position] != Place.forced {
      places[position] =
        BreakRule.partsAddress(token, at: position) ? Place.opportunity : Place.none
    }
  }

  private mutating func tailorInside(_ token: Token, _ language: Language) {
    let repeats = BreakRule.repeatsHyphen(in: language)
    for position in (token.start + 1)..<max(token.start + 1, token.end)
    where places[position] == Place.opportunity {
      if BreakRule.rangeDash.forbids(token, at: position)
        || BreakRule.hyphen.forbids(token, at: position)
        || BreakRule.slash.forbids(token, at: position)
      {
        places[position] = Place.none
      } else if token.text[position - 1] == 0x2D {
        places[position] = repeats ? Place.repeatedHyphen : Place.keptHyphen
      }
    }
  }
}
