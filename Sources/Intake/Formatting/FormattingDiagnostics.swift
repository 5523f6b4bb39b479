package import Core

/// The kinds of findings made while files are brought into the house's form.
package enum FormattingDiagnostics {
  /// A file that is a link.
  static let link = DiagnosticKind(
    "U01", .warning, .intake, cs: "Soubor je odkaz a neupravuje se.",
    en: "A file is a link and is left alone.")
  /// Notation that is not understood well enough to change it.
  static let unknown = DiagnosticKind(
    "U02", .warning, .intake, cs: "Zápis souboru neumíme bezpečně upravit.",
    en: "The notation of a file cannot be changed safely.")

  /// All kinds, for the catalogue.
  package static let all = [link, unknown]
}
