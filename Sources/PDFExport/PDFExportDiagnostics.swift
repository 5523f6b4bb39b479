package import Core

/// The kinds of findings made while a PDF is written.
package enum PDFExportDiagnostics {
  /// Text that is hard to tell from its ground.
  package static let contrast = DiagnosticKind(
    "P01", .warning, .output,
    cs: "Text má příliš malý kontrast proti svému podkladu.",
    en: "Text has too little contrast with its ground.")
  /// A file that receivers refuse for its size.
  package static let size = DiagnosticKind(
    "P02", .warning, .output,
    cs: "Soubor je větší, než příjemci dovolují.",
    en: "The file is larger than receivers accept.")
  /// A link that says nothing to those who hear it.
  package static let silentLink = DiagnosticKind(
    "P03", .error, .output,
    cs: "Odkaz nemá popis pro čtečky.",
    en: "A link has no description for screen readers.")
  /// A picture that says nothing to those who hear it.
  package static let silentFigure = DiagnosticKind(
    "P04", .error, .output,
    cs: "Obrázek nemá alternativní text.",
    en: "A picture has no alternative text.")
  /// A document without a title.
  package static let untitled = DiagnosticKind(
    "P05", .error, .output,
    cs: "Dokument nemá název.",
    en: "The document has no title.")
  /// The box that fonts draw for characters they lack.
  package static let missingGlyph = DiagnosticKind(
    "P06", .error, .output,
    cs: "Písmo nemá znak, který se má tisknout.",
    en: "The font lacks a character that is to be printed.")
  /// Marks whose owner is not in the structure.
  package static let untaggedOwner = DiagnosticKind(
    "P07", .error, .output,
    cs: "Obsah stránky patří uzlu, který není ve struktuře dokumentu.",
    en: "Marks belong to a node that is not in the document's structure.")
  /// Characters that mean nothing outside one font.
  package static let privateUse = DiagnosticKind(
    "P08", .error, .output,
    cs: "Text obsahuje znak, který nemá význam v Unicode.",
    en: "The text holds a character without a meaning in Unicode.")
  /// An active area whose owner is not tagged as a link.
  package static let linkOwner = DiagnosticKind(
    "P09", .error, .output,
    cs: "Aktivní plocha nepatří prvku Link.",
    en: "An active area does not belong to a Link element.")

  /// A link to a place that is not in the document.
  package static let deadLink = DiagnosticKind(
    "P10", .error, .output,
    cs: "Odkaz vede na místo, které v dokumentu není.",
    en: "A link leads to a place that is not in the document.")
  /// Nothing to write.
  package static let noPages = DiagnosticKind(
    "P11", .error, .output,
    cs: "Dokument nemá žádnou stranu.",
    en: "The document has no pages.")
  /// A picture whose colours mean nothing without a profile.
  package static let bareInks = DiagnosticKind(
    "P12", .error, .output,
    cs: "Obrázek v CMYK nemá barevný profil.",
    en: "A picture in CMYK has no colour profile.")
  /// A picture whose samples cannot be read.
  package static let brokenPicture = DiagnosticKind(
    "P13", .error, .output,
    cs: "Body obrázku nelze přečíst.",
    en: "The samples of a picture cannot be read.")
  /// A spot colour that the press does not print.
  package static let replacedSpot = DiagnosticKind(
    "P14", .warning, .output,
    cs: "Přímou barvu tiskárna netiskne, složí ji ze čtyř základních.",
    en: "The printer does not print a spot colour, it is made of the process inks.")
  /// Pictures to be turned into inks that nobody describes.
  package static let noInks = DiagnosticKind(
    "P15", .error, .output,
    cs: "Obrázky nelze převést do tiskových barev bez profilu ICC.",
    en: "Pictures cannot become inks without an ICC profile.")
  /// A picture whose profile or whose press nobody can calculate with.
  package static let pictureProfile = DiagnosticKind(
    "P16", .error, .output,
    cs: "Barvy obrázku nelze převést.",
    en: "The colours of a picture cannot be converted.")
  /// A file that is no profile of a press.
  package static let inkProfile = DiagnosticKind(
    "P17", .error, .intake,
    cs: "Soubor není profil ICC tiskového stroje.",
    en: "The file is no ICC profile of a press.")
  /// A profile of a version that the standard does not know.
  package static let newProfile = DiagnosticKind(
    "P18", .error, .output,
    cs: "Profil ICC je novější, než PDF/X-1a zná.",
    en: "The ICC profile is newer than what PDF/X-1a knows.")

  /// Every kind of this target.
  package static let all = [
    contrast, size, silentLink, silentFigure, untitled, missingGlyph, untaggedOwner, privateUse,
    linkOwner, deadLink, noPages, bareInks, brokenPicture, replacedSpot,
    noInks, pictureProfile, inkProfile, newProfile,
  ]
}
