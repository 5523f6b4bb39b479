package import Core

/// The kinds of findings that a printer would make.
package enum PreflightDiagnostics {
  /// All kinds, for the catalogue.
  package static let all: [DiagnosticKind] = []
}
