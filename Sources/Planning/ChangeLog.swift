package import Core

/// A change of the text, so that a comment can show what came of it.
package struct ChangeEntry: Sendable, Equatable {
  /// The name by which comments refer to it: `Z1`.
  package var id: Located<String>
  /// The day it was made.
  package var date: Located<CivilDate>
  /// Which part of the plan it changed: a code, a chapter.
  package var part: Located<String>
  /// What was changed.
  package var text: Located<String>
  /// Whether the matter changed or only its wording, a code of `CodelistName.changeKinds`.
  package var kind: Located<String>?
  /// The row.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    id: Located<String>, date: Located<CivilDate>, part: Located<String>, text: Located<String>,
    kind: Located<String>?, at: SourceSpan
  ) {
    self.id = id
    self.date = date
    self.part = part
    self.text = text
    self.kind = kind
    self.at = at
  }
}
