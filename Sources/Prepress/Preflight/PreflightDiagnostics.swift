package import Core

/// The kinds of findings that a printer would make.
package enum PreflightDiagnostics {
  /// Text whose font is not in the file.
  package static let fontMissing = DiagnosticKind(
    "K30", .error, .output, cs: "Písmo není v souboru vložené.", en: "A font is not embedded.")
  /// A font whose letters are little drawings.
  package static let type3 = DiagnosticKind(
    "K31", .warning, .output, cs: "Písmo je typu Type 3.", en: "A font is of Type 3.")
  /// A font that is in the file whole.
  package static let wholeFont = DiagnosticKind(
    "K32", .warning, .output, cs: "Písmo je vložené celé.", en: "A font is embedded whole.")
  /// Colours that are not inks.
  package static let foreignColour = DiagnosticKind(
    "K33", .error, .output, cs: "Barva není v tiskových barvách CMYK.",
    en: "A colour is not in CMYK.")
  /// More spot colours than are printed.
  package static let spots = DiagnosticKind(
    "K34", .error, .output, cs: "Soubor má přímé barvy, které se netisknou.",
    en: "The file has spot colours that are not printed.")
  /// Black text of several inks.
  package static let builtBlack = DiagnosticKind(
    "K35", .error, .output, cs: "Černý text je složen z více barev.",
    en: "Black text is built of several inks.")
  /// Black text that leaves a gap in its ground.
  package static let knockout = DiagnosticKind(
    "K36", .warning, .output, cs: "Černý text se nepřetiskuje.",
    en: "Black text does not overprint.")
  /// More ink than the paper takes.
  package static let ink = DiagnosticKind(
    "K37", .error, .output, cs: "Na jednom místě je příliš mnoho barvy.",
    en: "There is too much ink in one place.")
  /// More ink than the paper takes, by overprinting.
  package static let overlap = DiagnosticKind(
    "K38", .error, .output, cs: "Přetisk dává dohromady příliš mnoho barvy.",
    en: "Overprinting adds up to too much ink.")
  /// Pictures with too few pixels.
  package static let resolution = DiagnosticKind(
    "K39", .error, .output, cs: "Obrázek má malé rozlišení.",
    en: "A picture has too low a resolution.")
  /// Lines that the press cannot hold.
  package static let hairline = DiagnosticKind(
    "K40", .error, .output, cs: "Čára je příliš tenká.", en: "A line is too thin.")
  /// Colour that ends at the trim.
  package static let bleed = DiagnosticKind(
    "K41", .error, .output, cs: "Barva u kraje nemá spad.",
    en: "Colour at the edge has no bleed.")
  /// Text near the trim.
  package static let safety = DiagnosticKind(
    "K42", .warning, .output, cs: "Text je blízko ořezu.", en: "Text is near the trim.")
  /// Boxes that are missing or contradict each other.
  package static let boxes = DiagnosticKind(
    "K43", .error, .output, cs: "Rozměry strany chybějí, nebo si odporují.",
    en: "The page's boxes are missing or contradict each other.")
  /// Marks that are not wanted, missing or in the way.
  package static let marks = DiagnosticKind(
    "K44", .warning, .output, cs: "Značky nejsou, jak je tiskárna chce.",
    en: "Marks are not as the printer wants them.")
  /// Transparency where none is allowed.
  package static let transparency = DiagnosticKind(
    "K45", .error, .output, cs: "Soubor obsahuje průhlednost.",
    en: "The file holds transparency.")
  /// White that disappears.
  package static let whiteOverprint = DiagnosticKind(
    "K46", .error, .output, cs: "Bílá s přetiskem zmizí.", en: "Overprinting white vanishes.")
  /// A count of pages that does not fill sheets.
  package static let pageCount = DiagnosticKind(
    "K47", .error, .output, cs: "Počet stran nevychází na archy.",
    en: "The pages do not fill the sheets.")
  /// Keys of PDF/X.
  package static let exchangeKeys = DiagnosticKind(
    "K48", .error, .output, cs: "Soubor nesplňuje PDF/X, jak je tiskárna chce.",
    en: "The file is not PDF/X as the printer wants it.")
  /// Annotations that nobody prints.
  package static let annotation = DiagnosticKind(
    "K49", .error, .output, cs: "V ploše strany je poznámka nebo odkaz.",
    en: "There is an annotation or link inside the page.")
  /// Pages of several sizes.
  package static let sizes = DiagnosticKind(
    "K50", .error, .output, cs: "Strany nemají stejný čistý formát.",
    en: "Pages differ in their trimmed size.")
  /// Sheets instead of pages.
  package static let imposed = DiagnosticKind(
    "K51", .error, .output, cs: "Soubor obsahuje vyřazené archy.", en: "The file holds sheets.")
  /// Small text in many inks.
  package static let smallColour = DiagnosticKind(
    "K52", .warning, .output, cs: "Drobný text je ve třech a více barvách.",
    en: "Small text is in three inks or more.")
  /// Content beyond all measure.
  package static let tooComplex = DiagnosticKind(
    "K53", .error, .output, cs: "Strana je příliš složitá na posouzení.",
    en: "A page is too complex to be judged.")

  /// A font whose codes lead to no glyphs for certain.
  package static let fontMap = DiagnosticKind(
    "K54", .error, .output, cs: "Písmu chybí tabulka znaků.",
    en: "A font lacks its table of glyphs.")
  /// Layers that are off.
  package static let layers = DiagnosticKind(
    "K55", .warning, .output, cs: "Soubor má vrstvy, které se netisknou.",
    en: "The file has layers that are not printed.")
  /// Pictures and shadings whose ink is not known.
  package static let unweighed = DiagnosticKind(
    "K56", .warning, .output, cs: "Množství barvy nelze změřit.",
    en: "The amount of ink cannot be measured.")
  /// A cover that does not fit around its book.
  package static let coverSize = DiagnosticKind(
    "K57", .error, .output, cs: "Obálka nesedí na blok.", en: "The cover does not fit the block.")

  /// All kinds, for the catalogue.
  package static let all = [
    fontMissing, type3, wholeFont, foreignColour, spots, builtBlack, knockout, ink, overlap,
    resolution, hairline, bleed, safety, boxes, marks, transparency, whiteOverprint, pageCount,
    exchangeKeys, annotation, sizes, imposed, smallColour, tooComplex, fontMap, layers,
    unweighed, coverSize,
  ]
}
