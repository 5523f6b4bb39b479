package import Core

/// A wish that warnings of a kind be counted, but no longer told.
package struct Silence: Sendable, Equatable {
  /// The code of the warnings.
  package var code: Located<String>
  /// Why they are known and accepted.
  package var reason: Located<String>?
  /// The record that they must name: `1.2.3`, `Senioři`; nil for all of them.
  package var record: Located<String>?
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    code: Located<String>, reason: Located<String>?, record: Located<String>?, at: SourceSpan
  ) {
    self.code = code
    self.reason = reason
    self.record = record
    self.at = at
  }
}
