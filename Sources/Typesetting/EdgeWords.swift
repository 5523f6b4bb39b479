import Core

/// The words on both sides of a break, as numbers: where those of two breaks in a row are the same,
/// a word stands below itself at the edge of two lines.
struct EdgeWords: Sendable, Hashable {
  /// The word that starts the next line; 0 for none, or a part of one.
  var first: UInt32 = 0
  /// The word that ends the line before.
  var last: UInt32 = 0

  /// At how many edges words stand below themselves when a line leads from one break to this.
  @inline(__always)
  func stacked(below before: EdgeWords) -> Int64 {
    (first != 0 && first == before.first ? 1 : 0) + (last != 0 && last == before.last ? 1 : 0)
  }
}

extension Typesetter {
  /// Numbers the words at all places where a line may end, for the breaker to compare.
  mutating func numberEdgeWords(_ paragraph: ParagraphText) {
    breaker.words.removeAll(keepingCapacity: true)
    breaker.words.append(contentsOf: repeatElement(EdgeWords(), count: items.count + 2))
    paragraph.text.withUnsafeBufferPointer { text in
      var next = text.count
      for position in items.indices.reversed() {
        let item = items[position]
        let byte = Int(spots[position].byte)
        switch item.kind {
        case .box, .discretionary:
          next = byte
          continue
        case .glue:
          guard position > 0 else { continue }
          let before = items[position - 1].kind
          guard before == .box || before == .discretionary else { continue }
        case .penalty:
          guard item.penalty < Int16(Item.infinity), !item.flags.contains(.emergency) else {
            continue
          }
        case .kern: continue
        }
        breaker.words[position + 1] = EdgeWords(
          first: Word.number(
            of: text, Word.bare(of: text, Word.first(of: text, next..<text.count))),
          last: Word.number(of: text, Word.bare(of: text, Word.last(of: text, 0..<byte))))
      }
      // No line follows the end; the paragraph's first word starts the first line.
      breaker.words[items.count + 1].last = Word.number(
        of: text, Word.bare(of: text, Word.last(of: text, 0..<text.count)))
      breaker.words[0].first = Word.number(
        of: text, Word.bare(of: text, Word.first(of: text, next..<text.count)))
    }
  }
}

extension Word {
  /// A number that words have in common which differ in nothing but capitals; 0 for no word.
  ///
  /// Two other words share theirs once in four thousand million: then a line pays for nothing.
  /// *Source:* Fowler, Noll & Vo, FNV-1a.
  fileprivate static func number(of text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> UInt32
  {
    guard !word.isEmpty else { return 0 }
    var hash: UInt32 = 2_166_136_261
    var position = word.lowerBound
    while position < word.upperBound {
      let (scalar, length) = UTF8Walk.scalar(text, at: position)
      hash = (hash ^ LetterCase.lower(scalar)) &* 16_777_619
      position += length
    }
    return max(hash, 1)
  }
}
