package import Core

/// The kinds of findings about workbooks as files.
package enum SpreadsheetsDiagnostics {
  private static func error(_ code: String, cs: String, en: String) -> DiagnosticKind {
    DiagnosticKind(code, .error, .intake, cs: cs, en: en)
  }

  /// A file that is no XLSX workbook at all, or one of another format under its name.
  package static let foreign = error(
    "X01", cs: "Soubor není sešit XLSX.", en: "A file is not an XLSX workbook.")
  /// A workbook that asks for a password.
  package static let encrypted = error(
    "X02", cs: "Sešit je chráněný heslem.", en: "A workbook is protected by a password.")
  /// A workbook that is cut off, contradicts itself or lacks a part.
  package static let damaged = error(
    "X03", cs: "Sešit je poškozený.", en: "A workbook is damaged.")
  /// A workbook that unpacks to more than is read.
  package static let tooLarge = error(
    "X04", cs: "Sešit je příliš velký.", en: "A workbook is too large.")
  /// A workbook made to harm who opens it.
  package static let hostile = error(
    "X05", cs: "Sešit obsahuje, co v tabulkách nemá být.",
    en: "A workbook holds what tables do not have.")

  /// All kinds, for the catalogue.
  package static let all = [foreign, encrypted, damaged, tooLarge, hostile]
}

/// Why a workbook cannot be read.
package struct WorkbookFault: Error, Sendable, Equatable {
  /// The kind of finding that it makes.
  package let kind: DiagnosticKind
  /// What is wrong.
  package let message: Phrase
  /// How to mend it.
  package let fix: Phrase

  static func damaged(_ what: Phrase) -> WorkbookFault {
    WorkbookFault(
      kind: SpreadsheetsDiagnostics.damaged,
      message: Phrase(
        cs: "Sešit nelze přečíst: \(what.cs).", en: "The workbook cannot be read: \(what.en)."),
      fix: Phrase(
        cs:
          "Otevřete ho v Excelu nebo LibreOffice a uložte znovu; nejde-li otevřít, vezměte zálohu.",
        en: "Open it in Excel or LibreOffice and save it again; if it does not open, use a backup."
      ))
  }

  static func missing(_ part: String) -> WorkbookFault {
    .damaged(Phrase(cs: "chybí v něm část „\(part)“", en: "it lacks the part “\(part)”"))
  }

  static func tooLarge(_ what: Phrase) -> WorkbookFault {
    WorkbookFault(
      kind: SpreadsheetsDiagnostics.tooLarge, message: what,
      fix: Phrase(
        cs: "Zkopírujte jen vyplněné buňky do nového sešitu a ten uložte.",
        en: "Copy the filled cells alone into a new workbook and save that."))
  }

  static func hostile(_ what: Phrase) -> WorkbookFault {
    WorkbookFault(
      kind: SpreadsheetsDiagnostics.hostile, message: what,
      fix: Phrase(
        cs: "Takový soubor Excel ani LibreOffice neuloží. Vyžádejte si ho znovu od odesílatele.",
        en: "Neither Excel nor LibreOffice saves such a file. Ask the sender for it again."))
  }

  static func foreign(_ what: Phrase, fix: Phrase? = nil) -> WorkbookFault {
    WorkbookFault(
      kind: SpreadsheetsDiagnostics.foreign, message: what,
      fix: fix
        ?? Phrase(
          cs: "Otevřete ho v Excelu nebo LibreOffice a uložte jako „Sešit Excelu (.xlsx)“.",
          en: "Open it in Excel or LibreOffice and save it as “Excel Workbook (.xlsx)”."))
  }

  static let encrypted = WorkbookFault(
    kind: SpreadsheetsDiagnostics.encrypted,
    message: Phrase(
      cs: "Je to heslem chráněný sešit, bez hesla ho nelze přečíst.",
      en: "This is a workbook protected by a password; it cannot be read without it."),
    fix: Phrase(
      cs: "Otevřete ho, heslo zrušte (Soubor › Informace › Zabezpečit sešit) a uložte znovu.",
      en: "Open it, remove the password (File › Info › Protect Workbook) and save it again."))
}
