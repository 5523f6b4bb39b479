package import Core

/// The kinds of findings made while reading a project's files.
package enum IntakeDiagnostics {
  private static func error(_ code: String, cs: String, en: String) -> DiagnosticKind {
    DiagnosticKind(code, .error, .intake, cs: cs, en: en)
  }

  private static func warning(_ code: String, cs: String, en: String) -> DiagnosticKind {
    DiagnosticKind(code, .warning, .intake, cs: cs, en: en)
  }

  /// The project folder is not there.
  static let noFolder = error("I01", cs: "Složka neexistuje.", en: "The folder does not exist.")
  /// The folder holds no plan.
  static let noPlan = error("I02", cs: "Ve složce chybí plan.yaml.", en: "There is no plan.yaml.")
  /// A file that cannot be read.
  static let unreadable = error("I03", cs: "Soubor nelze přečíst.", en: "A file cannot be read.")
  /// A file, or the list of what was found in it, beyond all reason.
  static let tooLarge = error(
    "I04", cs: "Soubor nebo výčet chyb je příliš velký.",
    en: "A file or the list of mistakes is too large.")
  /// A path that leaves the project.
  static let outside = error(
    "I05", cs: "Cesta vede mimo složku projektu.", en: "A path leaves the project folder.")
  /// A file that is named but missing.
  static let noFile = error("I06", cs: "Uvedený soubor chybí.", en: "A named file is missing.")
  /// Bytes that are not UTF-8.
  static let encoding = error("I07", cs: "Text není v UTF-8.", en: "The text is not UTF-8.")
  /// A character that steers a machine and prints nothing.
  static let control = error(
    "I08", cs: "V textu je řídicí znak.", en: "The text holds a control character.")
  /// A table that was read although it is not UTF-8.
  static let foreignEncoding = warning(
    "I09", cs: "Tabulka není v UTF-8.", en: "A table is not UTF-8.")
  /// A table that nobody reads, for its name or its format.
  static let strayTable = warning("I10", cs: "Tabulka se nečte.", en: "A table is not read.")

  /// A table of the plan that is there in a format only that nobody reads.
  static let foreignTable = error(
    "I11", cs: "Tabulka je jen ve formátu, který nečteme.",
    en: "A table is there in a format only that is not read.")

  /// A line that YAML does not understand.
  static let syntax = error("Y01", cs: "Chybný zápis YAML.", en: "Faulty YAML.")
  /// A key that stands twice.
  static let duplicateKey = error("Y02", cs: "Klíč je uveden dvakrát.", en: "A key stands twice.")
  /// A key that nobody knows.
  static let unknownKey = error("Y03", cs: "Neznámý klíč.", en: "An unknown key.")
  /// A key that is missing.
  static let missingKey = error("Y04", cs: "Povinný údaj chybí.", en: "A required key is missing.")
  /// A value of the wrong shape.
  static let shape = error("Y05", cs: "Údaj má jiný tvar.", en: "A value has the wrong shape.")
  /// Anchors and aliases.
  static let alias = error(
    "Y06", cs: "Odkazy & a * nejsou dovoleny.", en: "Anchors and aliases are not allowed.")

  /// A number that is none.
  static let number = error("H01", cs: "Chybné číslo.", en: "A faulty number.")
  /// A date that is none.
  static let date = error("H02", cs: "Chybné datum.", en: "A faulty date.")
  /// A period that is none.
  static let period = error("H03", cs: "Chybné období.", en: "A faulty period.")
  /// A term that is none.
  static let term = error("H04", cs: "Chybný termín.", en: "A faulty term.")
  /// A cost that is none.
  static let cost = error("H05", cs: "Chybné náklady.", en: "A faulty cost.")
  /// Neither yes nor no.
  static let flag = error("H06", cs: "Čeká se ano, nebo ne.", en: "Yes or no is expected.")
  /// None of the words that are possible.
  static let choice = error("H07", cs: "Nedovolená hodnota.", en: "A value that is not allowed.")

  /// A datová schránka that is none.
  static let dataBox = error(
    "H08", cs: "Chybné označení datové schránky.", en: "A faulty name of a datová schránka.")
  /// A time that is none.
  static let time = error("H09", cs: "Chybný čas.", en: "A faulty time.")

  /// A table without a header.
  static let noHeader = error("C01", cs: "Tabulka je prázdná.", en: "The table is empty.")
  /// A column that nobody knows.
  static let unknownColumn = error("C02", cs: "Neznámý sloupec.", en: "An unknown column.")
  /// A column that is missing.
  static let missingColumn = error("C03", cs: "Sloupec chybí.", en: "A column is missing.")
  /// A row with too many or too few fields.
  static let fieldCount = error("C04", cs: "Řádek má jiný počet polí.", en: "A ragged row.")
  /// Quotation marks out of order.
  static let quotes = error("C05", cs: "Chybné uvozovky.", en: "Faulty quotation marks.")
  /// A column that stands twice.
  static let duplicateColumn = error("C06", cs: "Sloupec je dvakrát.", en: "A column recurs.")
  /// A field that must not be empty.
  static let emptyField = error("C07", cs: "Pole je prázdné.", en: "A field is empty.")

  /// A table that is there as CSV and as a workbook.
  static let twoTables = error("C08", cs: "Tabulka je dvakrát.", en: "A table is there twice.")
  /// A workbook whose sheets are all hidden.
  static let noSheet = error("C09", cs: "Sešit nemá list.", en: "A workbook shows no sheet.")
  /// Sheets that are not read.
  static let otherSheets = warning(
    "C10", cs: "Některé listy se nečtou.", en: "Some sheets are not read.")
  /// Hidden rows or columns that hold data.
  static let hiddenCells = warning(
    "C11", cs: "Tabulka má skryté údaje.", en: "A table hides data.")
  /// A cell with an error such as `#N/A`.
  static let cellError = error("C12", cs: "V buňce je chyba.", en: "A cell holds an error.")
  /// A formula without its result.
  static let unreckoned = error(
    "C13", cs: "Vzorec nemá výsledek.", en: "A formula has no result.")
  /// Merged cells among the data.
  static let merged = error("C14", cs: "Sloučené buňky v údajích.", en: "Merged cells in the data.")
  /// A value in a column without a name.
  static let nameless = error("C15", cs: "Sloupec nemá název.", en: "A column has no name.")
  /// A code that the program took for a date or a number.
  static let mistaken = error(
    "C16", cs: "Z kódu se stalo datum nebo číslo.", en: "A code became a date or number.")

  /// Something that narratives do not have.
  static let unsupported = error(
    "M01", cs: "Takový prvek texty nemají.", en: "Narratives have no such element.")
  /// A picture that does not stand alone or says nothing to the blind.
  static let picture = error("M02", cs: "Chybně vložený obrázek.", en: "A faulty picture.")
  /// Braces that say nothing known.
  static let attribute = error("M03", cs: "Neznámá značka v {}.", en: "An unknown mark in {}.")
  /// A footnote without text or without a call.
  static let footnote = error("M04", cs: "Poznámka nesedí.", en: "A footnote does not match.")
  /// A link that leads nowhere.
  static let link = error("M05", cs: "Odkaz nikam nevede.", en: "A link leads nowhere.")
  /// A faulty line below a table or picture.
  static let legend = error(
    "M06", cs: "Chybný popis tabulky nebo obrázku.", en: "A faulty legend.")
  /// A picture file that is neither JPEG nor PNG, or a kind of JPEG that PDF does not know.
  static let pictureFormat = error(
    "M07", cs: "Obrázek má formát, který nelze vysadit.", en: "A picture has a foreign format.")
  /// A picture file that ends too early or contradicts itself.
  static let pictureDamaged = error(
    "M08", cs: "Obrázek je poškozený.", en: "A picture is damaged.")
  /// A picture of more pixels than are read.
  static let pictureTooLarge = error(
    "M09", cs: "Obrázek má příliš mnoho bodů.", en: "A picture has too many pixels.")
  /// Marks of joined cells that point at nothing, or cells joined to no rectangle.
  static let span = error(
    "M10", cs: "Buňky tabulky jsou chybně sloučené.", en: "Cells are joined wrongly.")
  /// A table of a header only.
  static let emptyTable = error("M11", cs: "Tabulka nemá řádky.", en: "A table has no rows.")
  /// A column without a word in the header.
  static let emptyHeader = warning(
    "M12", cs: "Sloupec tabulky nemá záhlaví.", en: "A column has no header.")

  /// All kinds, for the catalogue.
  package static let all = [
    noFolder, noPlan, unreadable, tooLarge, outside, noFile, encoding, control,
    foreignEncoding, strayTable, foreignTable, syntax,
    duplicateKey, unknownKey, missingKey, shape, alias, number, date, period, term, cost, flag,
    choice, dataBox, time, noHeader,
    unknownColumn, missingColumn, fieldCount, quotes, duplicateColumn, emptyField,
    twoTables, noSheet, otherSheets, hiddenCells, cellError, unreckoned, merged, nameless, mistaken,
    unsupported,
    picture, attribute, footnote, link, legend, pictureFormat, pictureDamaged, pictureTooLarge,
    span, emptyTable, emptyHeader,
  ]
}
