package import Core

/// The hyphenation of every language that a publication uses.
package struct HyphenationBook: Sendable {
  private let patterns: [HyphenationPatterns]

  /// Gathers compiled patterns; of two for one language the first counts.
  package init(_ patterns: [HyphenationPatterns]) { self.patterns = patterns }

  /// The book without any patterns: nothing is hyphenated.
  package static let empty = HyphenationBook([])

  /// The patterns of a language: those of its exact tag, else of its primary language.
  package func patterns(for language: Language) -> HyphenationPatterns? {
    index(for: language).map { patterns[$0] }
  }

  func index(for language: Language) -> Int? {
    if let exact = patterns.firstIndex(where: { $0.language == language }) { return exact }
    let primary = language.tag.utf8.prefix { $0 != 0x2D }
    return patterns.firstIndex {
      $0.language.tag.utf8.prefix { $0 != 0x2D }.elementsEqual(primary)
    }
  }

  subscript(index: Int) -> HyphenationPatterns { patterns[index] }

  /// The letters that stay before and after a hyphen, by language.
  ///
  /// *Source:* hyph-utf8's files and babel; Czech 2 and 3 by DOMAIN rule T23.
  package static func minima(for language: Language) -> (left: Int, right: Int) {
    switch language.tag {
    case "de", "de-1996", "pl", "sk": (2, 2)
    case "uk": (2, 2)
    default: (2, 3)
    }
  }

  /// Compiles the patterns of a language from the bytes of its files, with the usual minima.
  package static func compile(
    _ language: Language, patterns: [UInt8], exceptions: [UInt8] = []
  ) -> HyphenationPatterns {
    let minima = minima(for: language)
    return HyphenationPatterns(
      language: language, source: HyphenationSource(patterns: patterns, exceptions: exceptions),
      leftMinimum: minima.left, rightMinimum: minima.right)
  }
}
