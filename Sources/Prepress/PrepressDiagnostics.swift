package import Core

/// The kinds of findings about files that are to be printed: reading them and imposing them.
package enum PrepressDiagnostics {
  /// A file that is no PDF, is cut off or damaged beyond mending.
  package static let unreadable = DiagnosticKind(
    "K01", .error, .output, cs: "Soubor PDF nelze přečíst.", en: "The PDF file cannot be read.")
  /// A file behind a password.
  package static let encrypted = DiagnosticKind(
    "K02", .error, .output, cs: "PDF je zašifrované.", en: "The PDF is encrypted.")
  /// A file that grows beyond all measure when it is read.
  package static let tooLarge = DiagnosticKind(
    "K03", .error, .output, cs: "PDF je po rozbalení příliš velké.",
    en: "The PDF is too large when unpacked.")
  /// A file whose table of objects had to be made anew.
  package static let mended = DiagnosticKind(
    "K04", .warning, .output, cs: "Tabulka objektů PDF byla porušená.",
    en: "The PDF's table of objects was broken.")
  /// Objects that lead in a circle.
  package static let circular = DiagnosticKind(
    "K05", .error, .output, cs: "Objekty PDF vedou do kruhu.",
    en: "Objects of the PDF lead in a circle.")
  /// A page whose content cannot be read.
  package static let content = DiagnosticKind(
    "K06", .error, .output, cs: "Obsah strany nelze přečíst.",
    en: "The content of a page cannot be read.")
  /// A sheet on which the pages do not fit.
  package static let sheet = DiagnosticKind(
    "K10", .error, .output, cs: "Strany se na arch nevejdou.",
    en: "The pages do not fit on the sheet.")
  /// Pages larger than the others.
  package static let larger = DiagnosticKind(
    "K11", .error, .output, cs: "Některé strany jsou větší než ostatní.",
    en: "Some pages are larger than the others.")
  /// Pages smaller than the others.
  package static let smaller = DiagnosticKind(
    "K12", .warning, .output, cs: "Některé strany jsou menší než ostatní.",
    en: "Some pages are smaller than the others.")
  /// A margin in which no mark fits.
  package static let marks = DiagnosticKind(
    "K13", .warning, .output, cs: "Na archu není místo pro značky.",
    en: "The sheet has no room for marks.")
  /// Pages pushed further than they bleed.
  package static let creep = DiagnosticKind(
    "K14", .warning, .output, cs: "Vytlačování listů ubírá ze spadu.",
    en: "Creep takes away bleed.")
  /// A turning of sheets that have one side only.
  package static let turning = DiagnosticKind(
    "K15", .error, .output, cs: "Jednostranné archy není jak obracet.",
    en: "Sheets of one side cannot be turned.")
  /// Sheets of a job that are not in the file.
  package static let missingSheets = DiagnosticKind(
    "K16", .error, .output, cs: "V souboru archů některé archy chybějí.",
    en: "Some sheets are missing in a file of sheets.")
  /// Pages that do not bleed.
  package static let noBleed = DiagnosticKind(
    "K17", .warning, .output, cs: "Strany nemají spad.", en: "Pages have no bleed.")
  /// What lies over a page and is not part of it.
  package static let annotations = DiagnosticKind(
    "K18", .warning, .output, cs: "Poznámky a pole formulářů se na archy nepřenesou.",
    en: "Annotations and form fields are not carried onto sheets.")
  /// Sheets that are not what the file was, or was not what printers want.
  package static let standard = DiagnosticKind(
    "K19", .warning, .output, cs: "Archy nejsou PDF/X, nebo ztratily jiné tvrzení.",
    en: "The sheets are not PDF/X, or lost another claim.")

  /// All kinds, for the catalogue.
  package static let all =
    [
      unreadable, encrypted, tooLarge, mended, circular, content, sheet, larger, smaller, marks,
      creep, turning, missingSheets, noBleed, annotations, standard,
    ] + PreflightDiagnostics.all + BindingDiagnostics.all
}
