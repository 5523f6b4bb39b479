package import Core

/// A narrative text of the plan.
package struct Narrative: Sendable, Equatable {
  /// The file name without its extension: `uvodni-slovo`.
  package var stem: String
  /// What it says.
  package var prose: Prose
  /// The pictures that it names, each once, as they were read, where it names them first.
  package var pictures: [Located<Picture>]
  /// The head of the file.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(stem: String, prose: Prose, pictures: [Located<Picture>] = [], at: SourceSpan) {
    self.stem = stem
    self.prose = prose
    self.pictures = pictures
    self.at = at
  }
}
