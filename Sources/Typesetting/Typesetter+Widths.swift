package import Core

/// A stretch of a paragraph that nothing parts, and the white after it.
package struct ContentWord: Sendable, Hashable {
  /// How wide it is, a hyphen at its end included where it may end a line with one.
  package var width: Int32
  /// The white to the next one, or -1 where the line ends by force.
  package var space: Int32
  /// Makes a stretch.
  package init(width: Int32, space: Int32) {
    self.width = width
    self.space = space
  }
}

extension Typesetter {
  /// How wide a column must be for a paragraph: so that no word is parted, and so that it fits on
  /// one line (or as many as it forces).
  package mutating func contentWidths(
    _ paragraph: ParagraphText, _ setting: ParagraphSetting
  ) -> (minimal: Length, natural: Length) {
    var words: [ContentWord] = []
    return contentWidths(paragraph, setting, words: &words, listing: false)
  }

  /// The stretches of a paragraph that no line break parts, for counting the lines it takes at a
  /// width without setting it.
  package mutating func contentWords(
    _ paragraph: ParagraphText, _ setting: ParagraphSetting
  ) -> [ContentWord] {
    var words: [ContentWord] = []
    _ = contentWidths(paragraph, setting, words: &words, listing: true)
    return words
  }

  /// In ems: half as long again as the longest words of Czech.
  private static let longestWord: Int64 = 16

  private mutating func contentWidths(
    _ paragraph: ParagraphText, _ setting: ParagraphSetting, words: inout [ContentWord],
    listing: Bool
  ) -> (minimal: Length, natural: Length) {
    guard !paragraph.text.isEmpty, !paragraph.runs.isEmpty else { return (.zero, .zero) }
    shape(paragraph)
    findPlaces(paragraph, setting)
    // What nobody would call a word, an endless address or code, must not make columns.
    let longest = Self.longestWord * (segments.map(\.scale.size).max() ?? 0)
    let isEndless = loosen(below: longest, paragraph)
    makeItems(paragraph, setting, Measure(setting))
    var minimal: Int64 = isEndless ? longest : 0
    var natural: Int64 = 0
    var word = Int64(setting.firstIndent.sp)
    var line = word
    var trailing: Int64 = 0
    func end(_ width: Int64, space: Int64) {
      minimal = max(minimal, width)
      guard listing else { return }
      if width > 0 {
        words.append(
          ContentWord(width: Int32(clamping: width), space: Int32(clamping: space)))
      } else if !words.isEmpty {
        let last = words.count - 1
        if space < 0 { words[last].space = -1 }
        if words[last].space >= 0 { words[last].space += Int32(clamping: space) }
      }
    }
    for (position, item) in items.enumerated() {
      let width = Int64(item.kind == .penalty ? 0 : item.width)
      switch item.kind {
      case .box, .kern:
        word += width
        line += trailing + width
        trailing = 0
      case .glue:
        trailing += width
        if position > 0, items[position - 1].kind == .penalty,
          items[position - 1].penalty >= Item.infinity
        {
          word += width
        } else {
          end(word, space: width)
          word = 0
        }
      case .penalty:
        if item.penalty <= -Item.infinity {
          natural = max(natural, line)
          end(word, space: -1)
          (line, word, trailing) = (0, 0, 0)
        } else if item.penalty < Item.infinity {
          end(word, space: 0)
          word = 0
        }
      case .discretionary:
        end(word + Int64(item.stretch), space: 0)
        word = Int64(item.shrink)
      }
    }
    end(word, space: 0)
    return (Length(clamping: minimal), Length(clamping: max(natural, line)))
  }
}
