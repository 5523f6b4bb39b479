package import Core

/// A narrative text of the plan.
package struct Narrative: Sendable, Equatable {
  /// The file name without its extension: `uvodni-slovo`.
  package var stem: String
  /// What it says.
  package var prose: Prose
  /// The head of the file.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(stem: String, prose: Prose, at: SourceSpan) {
    self.stem = stem
    self.prose = prose
    self.at = at
  }
}
