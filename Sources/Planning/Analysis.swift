package import Core

/// A piece of the analytical part on which the strategic part rests: a table, a chart, a map, a
/// picture or a text.
package struct AnalysisBlock: Sendable, Equatable {
  /// The name by which other records refer to it.
  package var id: Located<String>
  /// The chapter it belongs to: „Sociodemografická analýza“.
  package var chapter: Located<String>
  /// What it is, a code of `CodelistName.analysisKinds`.
  package var kind: Located<String>
  /// What it shows.
  package var name: Located<String>
  /// The file or table that holds its figures: `obce_vek`, `texty/sluzby.md`.
  package var data: Located<String>?
  /// Where its figures come from.
  package var source: Located<String>?
  /// The day for which they hold.
  package var date: Located<CivilDate>?
  /// What it says to those who cannot see it.
  package var alternative: Located<String>?
  /// What follows from it for the plan. Paragraphs are separated by a line feed.
  package var finding: Located<String>?
  /// The measures and activities that answer it.
  package var links: [Located<Code>]
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    id: Located<String>, chapter: Located<String>, kind: Located<String>, name: Located<String>,
    data: Located<String>?, source: Located<String>?, date: Located<CivilDate>?,
    alternative: Located<String>?, finding: Located<String>?, links: [Located<Code>], at: SourceSpan
  ) {
    self.id = id
    self.chapter = chapter
    self.kind = kind
    self.name = name
    self.data = data
    self.source = source
    self.date = date
    self.alternative = alternative
    self.finding = finding
    self.links = links
    self.at = at
  }
}
