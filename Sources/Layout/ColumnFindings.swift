import Core
import Style

extension Diagnostic {
  /// A column that had to be wider than it was to be.
  static func widenedColumn(
    _ column: WidenedColumn, title: String, at place: SourceSpan?
  ) -> Diagnostic {
    let (wished, given) = (column.wished.millimetres, column.given.millimetres)
    return Diagnostic(
      LayoutDiagnostics.columnWidths, at: place,
      Phrase(
        cs:
          "\(column.number + 1). sloupec tabulky\(title.isEmpty ? "" : " „\(title)“") má být široký "
          + "\(wished.cs), ale jeho nejdelší slovo potřebuje \(given.cs); tak široký také je.",
        en:
          "Column \(column.number + 1) of the table\(title.isEmpty ? "" : " “\(title)”") is to be "
          + "\(wished.en) wide, but its longest word needs \(given.en), and so wide it is."),
      fix: Phrase(
        cs: "Zvětšete šířku sloupce, zkraťte slovo, nebo místo šířky napište auto.",
        en: "Give the column more, shorten the word, or write auto in place of the width."))
  }

  /// A design that gives widths to more or fewer columns than a table has.
  static func otherColumns(_ style: TableStyle, _ count: Int, at place: SourceSpan?) -> Diagnostic {
    Diagnostic(
      LayoutDiagnostics.columnWidths, at: place,
      Phrase(
        cs:
          "Styl tabulky „\(style.name)“ určuje šířku \(style.columns.count) sloupců, tabulka jich má "
          + "\(count); šířky tedy určil její obsah.",
        en:
          "The table style “\(style.name)” gives the widths of \(style.columns.count) columns, but "
          + "the table has \(count); so its content decided them."),
      fix: Phrase(
        cs: "Upravte ve vzhledu klíč columns tohoto stylu, nebo ho smažte.",
        en: "Change the key columns of this style in the design, or delete it."))
  }
}
