package import Core

/// An abbreviation and what it stands for.
package struct Abbreviation: Sendable, Equatable {
  /// The abbreviation: ORP.
  package var short: Located<String>
  /// What it stands for.
  package var meaning: Located<String>
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(short: Located<String>, meaning: Located<String>, at: SourceSpan) {
    self.short = short
    self.meaning = meaning
    self.at = at
  }
}

/// An entry of the glossary.
package struct GlossaryEntry: Sendable, Equatable {
  /// The word that is explained.
  package var term: Located<String>
  /// What it means. Paragraphs are separated by a line feed.
  package var meaning: Located<String>
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(term: Located<String>, meaning: Located<String>, at: SourceSpan) {
    self.term = term
    self.meaning = meaning
    self.at = at
  }
}

/// A work that the plan draws on, in the fields of a citation.
///
/// *Source:* ISO 690:2022.
package struct Citation: Sendable, Equatable {
  /// The name by which references find it: `{#zdroj-ID}`.
  package var id: Located<String>
  /// The author as cited: „ČESKÝ STATISTICKÝ ÚŘAD“, „NOVÁK, Jan“.
  package var author: Located<String>?
  /// The title.
  package var title: Located<String>
  /// What it stands in: a journal, a collection of laws.
  package var host: Located<String>?
  /// The edition.
  package var edition: Located<String>?
  /// Where it appeared.
  package var place: Located<String>?
  /// Who published it.
  package var publisher: Located<String>?
  /// When, as cited: „2021“, „2006, částka 37“.
  package var year: Located<String>?
  /// ISBN or ISSN with its name: „ISBN 978-80-…“.
  package var identifier: Located<String>?
  /// Where it stands on the web.
  package var address: Located<String>?
  /// When it was looked up there.
  package var accessed: Located<CivilDate>?
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    id: Located<String>, author: Located<String>?, title: Located<String>,
    host: Located<String>?, edition: Located<String>?, place: Located<String>?,
    publisher: Located<String>?, year: Located<String>?, identifier: Located<String>?,
    address: Located<String>?, accessed: Located<CivilDate>?, at: SourceSpan
  ) {
    self.id = id
    self.author = author
    self.title = title
    self.host = host
    self.edition = edition
    self.place = place
    self.publisher = publisher
    self.year = year
    self.identifier = identifier
    self.address = address
    self.accessed = accessed
    self.at = at
  }
}
