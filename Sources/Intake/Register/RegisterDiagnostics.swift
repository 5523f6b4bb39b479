package import Core

/// The kinds of findings about the register's open data and about what is taken from it.
package enum RegisterDiagnostics {
  /// The file is no whole JSON.
  package static let broken = DiagnosticKind(
    "J01", .error, .intake, cs: "Soubor registru není úplný JSON.",
    en: "The register's file is no whole JSON.")

  /// The file is JSON, but not the register.
  package static let foreign = DiagnosticKind(
    "J02", .error, .intake, cs: "Soubor není registr poskytovatelů.",
    en: "The file is not the register of providers.")

  /// A record is larger or deeper than any is.
  package static let monster = DiagnosticKind(
    "J03", .error, .intake, cs: "Záznam registru je nesmyslně velký.",
    en: "A record of the register is absurdly large.")

  /// A record's values are not what they should be.
  package static let record = DiagnosticKind(
    "J04", .warning, .intake, cs: "Záznam registru nelze přečíst.",
    en: "A record of the register cannot be read.")

  /// A code of the register that no codelist knows.
  package static let code = DiagnosticKind(
    "J05", .warning, .intake, cs: "Kód registru, který číselníky neznají.",
    en: "A code of the register that the codelists do not know.")

  /// A record that somebody has to decide about.
  package static let question = DiagnosticKind(
    "J06", .warning, .intake, cs: "O záznamu registru musí rozhodnout člověk.",
    en: "Somebody has to decide about a record of the register.")

  /// A workbook holds more than its table, which rewriting would lose.
  package static let workbook = DiagnosticKind(
    "J07", .error, .intake, cs: "Přepsáním sešitu by se ztratily jiné jeho listy.",
    en: "Rewriting a workbook would lose other sheets of it.")

  /// All kinds, for the catalogue.
  package static let all = [broken, foreign, monster, record, code, question, workbook]
}
