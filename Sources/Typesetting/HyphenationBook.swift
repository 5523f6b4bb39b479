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
    case "de", "de-1996", "pl": (2, 2)
    case "uk": (2, 2)
    default: (2, 3)
    }
  }

  /// The languages that Sazba hyphenates and their files below `Fonts/Hyphenation`: patterns, and
  /// our own exceptions where there are some. Who orders the steps reads the files of those
  /// languages that a publication uses, and compiles them once.
  package static let files: [(language: Language, patterns: String, exceptions: String?)] = [
    (.czech, "hyph-cs-sojka.pat.txt", "vyjimky-cs.txt"),
    (.english, "hyph-en-us.tex", nil),
    (Language("en-GB"), "hyph-en-gb.tex", nil),
    (Language("de"), "hyph-de-1996.tex", nil),
    (Language("pl"), "hyph-pl.tex", nil),
    (Language("sk"), "slabiky-sk.pat.txt", nil),
    (Language("uk"), "slabiky-uk.pat.txt", nil),
  ]

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
