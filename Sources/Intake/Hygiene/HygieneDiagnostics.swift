package import Core

/// The kinds of findings about the text itself, whatever it says: rule V18.
///
/// Errors are defects that would be printed or read aloud wrongly; warnings are habits.
package enum HygieneDiagnostics {
  /// Letters of another script in a word.
  static let homoglyph = DiagnosticKind(
    "V18", .error, .intake, cs: "Ve slově jsou písmena jiné abecedy.",
    en: "A word has letters of another script.")
  /// Characters that take no room.
  static let invisible = DiagnosticKind(
    "V18-1", .error, .intake, cs: "V textu je neviditelný znak.",
    en: "The text holds an invisible character.")
  /// Letters and accents as two characters.
  static let decomposed = DiagnosticKind(
    "V18-2", .warning, .intake, cs: "Písmeno a jeho háček nebo čárka jsou dva znaky.",
    en: "A letter and its accent are two characters.")
  /// Characters that mean something in one font only.
  static let privateUse = DiagnosticKind(
    "V18-3", .error, .intake, cs: "V textu je znak, který zná jen jedno písmo.",
    en: "The text holds a character that one font only knows.")
  /// Letters that were lost.
  static let lost = DiagnosticKind(
    "V18-4", .error, .intake, cs: "Při převodu textu se ztratilo písmeno.",
    en: "A letter was lost in a conversion.")
  /// Letters read in the wrong encoding.
  static let mojibake = DiagnosticKind(
    "V18-5", .error, .intake, cs: "Text byl přečten ve špatném kódování.",
    en: "The text was read in the wrong encoding.")
  /// Pictograms.
  static let emoji = DiagnosticKind(
    "V18-6", .error, .intake, cs: "V textu je barevný obrázek (emoji).",
    en: "The text holds an emoji.")
  /// Typed marks of lists.
  static let bullet = DiagnosticKind(
    "V18-7", .warning, .intake, cs: "Odrážka nebo fajfka je napsaná jako znak.",
    en: "A bullet or tick is typed as a character.")
  /// Marks of Markdown.
  static let markup = DiagnosticKind(
    "V18-8", .error, .intake, cs: "V textu zůstala značka pro zvýraznění nebo odkaz.",
    en: "The text holds a stray mark of emphasis or of a link.")
  /// Spaces too many or out of place.
  static let spaces = DiagnosticKind(
    "V18-9", .warning, .intake, cs: "Mezera je zdvojená, nebo na špatném místě.",
    en: "A space is doubled or out of place.")
  /// Words without a space.
  static let glued = DiagnosticKind(
    "V18-10", .warning, .intake, cs: "Mezi slovy chybí mezera.",
    en: "A space between words is missing.")
  /// Quotation marks of a typewriter.
  static let quotes = DiagnosticKind(
    "V18-11", .warning, .intake, cs: "Uvozovky nejsou české.",
    en: "Quotation marks are not Czech.")
  /// Hyphens and full stops in place of other signs.
  static let dashes = DiagnosticKind(
    "V18-12", .warning, .intake, cs: "Pomlčka nebo tři tečky jsou napsané jinými znaky.",
    en: "A dash or an ellipsis is made of other signs.")
  /// Foreign text without its language.
  static let unmarked = DiagnosticKind(
    "V18-13", .warning, .intake, cs: "Cizí písmo nemá uvedený jazyk.",
    en: "Text in another script has no language.")

  /// Words that no list knows; asked for by `--spelling` only.
  static let misspelt = DiagnosticKind(
    "V18-14", .warning, .intake, cs: "Slovo není ve slovníku.",
    en: "A word is not in the word list.")

  /// All kinds, for the catalogue.
  package static let all = [
    homoglyph, invisible, decomposed, privateUse, lost, mojibake, emoji, bullet, markup, spaces,
    glued, quotes, dashes, unmarked, misspelt,
  ]
}
