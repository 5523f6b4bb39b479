package import Core

/// How a publication is printed and bound, as its printer was told.
package struct PressJob: Sendable, Equatable {
  /// The publication: `katalog`.
  package var publication: Located<String>
  /// The binding, by the name of a file of `Layouts/Profiles/Vazby` or another name that it has.
  package var binding: Located<String>
  /// The paper of the pages, by the name of a file of `Layouts/Profiles/Papiry`.
  package var paper: Located<String>
  /// The paper of the cover, where that is another.
  package var coverPaper: Located<String>?
  /// How many copies are printed, where the colophon does not say.
  package var run: Located<Int>?
  /// What the spine says, where the title is too long for it.
  package var spine: Located<String>?
  /// The sheet of the booklet: `SRA3`.
  package var sheet: Located<String>?
  /// Who prints the booklet's sheets, where that is not the printer of the rest.
  package var bookletPrinter: Located<String>?
  /// Its place.
  package var at: SourceSpan

  /// Makes it of what it cannot do without.
  package init(
    publication: Located<String>, binding: Located<String>, paper: Located<String>,
    at: SourceSpan
  ) {
    self.publication = publication
    self.binding = binding
    self.paper = paper
    self.at = at
  }
}

extension Plan {
  /// How a publication is printed; nil where the project does not say.
  package func pressJob(of publication: String) -> PressJob? {
    pressJobs.first { $0.publication.value == publication }
  }
}
