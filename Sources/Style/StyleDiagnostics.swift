package import Core

/// The kinds of findings made while reading layouts.
package enum StyleDiagnostics {
  /// The file is no YAML.
  package static let syntax = DiagnosticKind(
    "S01", .error, .intake, cs: "Soubor se nedá přečíst jako YAML.",
    en: "The file cannot be read as YAML.")
  /// A name stands twice.
  package static let duplicateKey = DiagnosticKind(
    "S02", .error, .intake, cs: "Klíč je na jednom místě dvakrát.",
    en: "A key stands twice in one place.")
  /// A name that means nothing.
  package static let unknownKey = DiagnosticKind(
    "S03", .error, .intake, cs: "Neznámý klíč.", en: "An unknown key.")
  /// A name that must be there.
  package static let missingKey = DiagnosticKind(
    "S04", .error, .intake, cs: "Chybí povinný klíč.", en: "A required key is missing.")
  /// A list where a word is due, and the like.
  package static let wrongType = DiagnosticKind(
    "S05", .error, .intake, cs: "Hodnota má jiný tvar, než má mít.",
    en: "A value of the wrong type.")
  /// A length without a unit or with a wrong one.
  package static let wrongLength = DiagnosticKind(
    "S06", .error, .intake, cs: "Chybně zapsaná délka.", en: "A length that cannot be read.")
  /// A word that is not among those allowed.
  package static let unknownChoice = DiagnosticKind(
    "S07", .error, .intake, cs: "Hodnota není z povolených.",
    en: "A value that is not among those allowed.")
  /// A colour that is written wrongly.
  package static let wrongColour = DiagnosticKind(
    "S08", .error, .intake, cs: "Chybně zapsaná barva.", en: "A colour that cannot be read.")
  /// A colour that the palette lacks.
  package static let unknownColour = DiagnosticKind(
    "S09", .error, .intake, cs: "Barva není v paletě.", en: "A colour that is not in the palette.")
  /// A family or face that the design lacks.
  package static let unknownFace = DiagnosticKind(
    "S10", .error, .intake, cs: "Písmo nebo jeho řez v návrhu není.",
    en: "A family or face the design lacks.")
  /// A style or page master that the design lacks.
  package static let unknownStyle = DiagnosticKind(
    "S11", .error, .intake, cs: "Styl nebo vzor stránky v návrhu není.",
    en: "A style or page master the design lacks.")
  /// Styles based on each other in a ring.
  package static let cycle = DiagnosticKind(
    "S12", .error, .intake, cs: "Styly se dědí v kruhu.", en: "Styles inherit in a ring.")
  /// A style key that no role has.
  package static let wrongStyleKey = DiagnosticKind(
    "S13", .error, .intake, cs: "Klíč stylu neodpovídá žádné roli.",
    en: "A style key that no role has.")
  /// A style key that two styles claim.
  package static let contestedStyleKey = DiagnosticKind(
    "S14", .error, .intake, cs: "Jeden klíč stylu si nárokují dva styly.",
    en: "Two styles claim one style key.")
  /// A style key that the design must set and does not.
  package static let unsetStyleKey = DiagnosticKind(
    "S15", .error, .intake, cs: "Návrh nenastavuje povinný klíč stylu.",
    en: "A required style key is not set.")
  /// A number that is none or out of range.
  package static let wrongNumber = DiagnosticKind(
    "S16", .error, .intake, cs: "Chybné číslo.", en: "A number that is wrong or out of range.")
  /// An OpenType feature nobody knows.
  package static let unknownFeature = DiagnosticKind(
    "S17", .error, .intake, cs: "Neznámá vlastnost písma.", en: "An unknown OpenType feature.")
  /// A layout file that cannot be found.
  package static let missingFile = DiagnosticKind(
    "S18", .error, .intake, cs: "Soubor úpravy chybí.", en: "A layout file is missing.")
  /// Columns and margins that do not fill the page.
  package static let pageSum = DiagnosticKind(
    "S19", .error, .intake, cs: "Okraje a sloupce nedávají šířku stránky.",
    en: "Margins and columns do not add up to the page.")
  /// Text that is hard to see.
  package static let lowContrast = DiagnosticKind(
    "S20", .error, .intake, cs: "Text má malý kontrast.", en: "Text of low contrast.")
  /// A file in another encoding.
  package static let notUTF8 = DiagnosticKind(
    "S21", .error, .intake, cs: "Soubor není v kódování UTF-8.", en: "The file is not in UTF-8.")
  /// A layout file that cannot be opened.
  package static let unreadableFile = DiagnosticKind(
    "S22", .error, .intake, cs: "Soubor úpravy nejde otevřít.",
    en: "A layout file cannot be opened.")
  /// A file far larger than any layout.
  package static let tooMuch = DiagnosticKind(
    "S23", .error, .intake, cs: "Soubor je příliš rozsáhlý.", en: "The file is far too large.")
  /// A publication without parts, a family without faces and the like.
  package static let emptyList = DiagnosticKind(
    "S24", .error, .intake, cs: "Prázdný soubor nebo seznam.", en: "An empty file or list.")
  /// A printing condition without a colour profile.
  package static let noInkProfile = DiagnosticKind(
    "S25", .error, .intake, cs: "K tiskové podmínce chybí profil ICC.",
    en: "A printing condition without an ICC profile.")
  /// A condition by which the printer does not print.
  package static let foreignCondition = DiagnosticKind(
    "S26", .warning, .intake, cs: "Tiskárna podle této tiskové podmínky netiskne.",
    en: "The printer does not print by this condition.")
  /// A standard that the printer does not accept.
  package static let refusedStandard = DiagnosticKind(
    "S27", .error, .intake, cs: "Tiskárna soubor tohoto druhu nepřijímá.",
    en: "The printer does not accept this kind of file.")
  /// A profile that does not tell what condition it is for.
  package static let namelessProfile = DiagnosticKind(
    "S28", .error, .intake, cs: "Není jasné, pro jakou tiskovou podmínku profil ICC je.",
    en: "Nobody can tell what printing condition an ICC profile is for.")
  /// A black of several inks that nobody says is meant.
  package static let unmeantRichBlack = DiagnosticKind(
    "S29", .error, .intake, cs: "Černá s příměsí dalších barev, o které nikdo neřekl, že je úmysl.",
    en: "A black with other inks beneath it that nobody says is meant.")

  /// All kinds, for the catalogue.
  package static let all = [
    syntax, duplicateKey, unknownKey, missingKey, wrongType, wrongLength, unknownChoice,
    wrongColour, unknownColour, unknownFace, unknownStyle, cycle, wrongStyleKey,
    contestedStyleKey, unsetStyleKey, wrongNumber, unknownFeature, missingFile, pageSum,
    lowContrast, notUTF8, unreadableFile, tooMuch, emptyList, noInkProfile,
    foreignCondition, refusedStandard, namelessProfile, unmeantRichBlack,
  ]
}
