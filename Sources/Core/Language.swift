/// A natural language by its BCP 47 tag: `cs`, `en`, `de`, `uk`.
package struct Language: Sendable, Hashable {
  /// The tag as PDF's `Lang` and hyphenation tables want it.
  package let tag: String
  /// Names a language.
  package init(_ tag: String) { self.tag = tag }
  /// Whether it is Czech.
  package var isCzech: Bool { tag == "cs" || tag.hasPrefix("cs-") }

  /// Whether it is written in Latin letters; languages of another script are listed.
  package var isLatin: Bool {
    !["be", "bg", "el", "ka", "hy", "he", "ar", "mk", "ru", "sr", "uk", "ja", "ko", "zh"]
      .contains(String(tag.prefix { $0 != "-" }))
  }

  /// Czech.
  package static let czech = Language("cs")
  /// English.
  package static let english = Language("en")
}
