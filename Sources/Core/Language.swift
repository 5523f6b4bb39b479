/// A natural language by its BCP 47 tag: `cs`, `en`, `de`, `uk`.
package struct Language: Sendable, Hashable {
  /// The tag as PDF's `Lang` and hyphenation tables want it.
  package let tag: String
  /// Names a language.
  package init(_ tag: String) { self.tag = tag }
  /// Czech.
  package static let czech = Language("cs")
  /// English.
  package static let english = Language("en")
}
