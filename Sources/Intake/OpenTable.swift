import Core
import Spreadsheets

extension ReadingDesk {
  /// The kinds of files that a long table may be.
  static let tableExtensions = [".csv", ".xlsx"]

  /// Opens the file of a long table and cuts it into fields; nil without a word where there is
  /// none, else after a note why it cannot be read.
  ///
  /// - Parameter name: the table's name, `obce`, without an extension.
  mutating func openTable(_ name: String) -> (file: FileID, table: FieldTable)? {
    let present = names()
    let files = ReadingDesk.tableExtensions.map { name + $0 }.filter(present.contains)
    guard let first = files.first else { return nil }
    guard files.count == 1 else {
      report(
        IntakeDiagnostics.twoTables, at: nil,
        Phrase(
          cs:
            "Tabulka „\(name)“ je ve složce \(folder) dvakrát: \(files.joined(separator: " a ")).",
          en: "The table “\(name)” is in the folder \(folder) twice: "
            + "\(files.joined(separator: " and "))."),
        fix: Phrase(
          cs: "Nechte soubor s novějšími údaji a druhý ze složky projektu odstraňte.",
          en: "Keep the file with the newer data and remove the other from the project folder."))
      return nil
    }
    if first.hasSuffix(".xlsx") { return openWorkbook(first, table: name) }
    guard let file = openCSV(first) else { return nil }
    return (file, FieldTable(csv: sources[file].bytes))
  }

  /// - Parameter foreignFix: what to do where the file is no workbook; else as the reader says.
  mutating func openWorkbook(
    _ name: String, table: String, foreignFix: Phrase? = nil
  ) -> (file: FileID, table: FieldTable)? {
    guard isInside(name, namedAt: nil), let bytes = bytes(of: name, namedAt: nil) else {
      return nil
    }
    do throws(WorkbookFault) {
      var workbook = try Workbook(bytes)
      guard let position = choose(among: workbook.sheets, for: table, of: name) else { return nil }
      let sheet = try workbook.worksheet(position)
      var fields = SheetFields(sheet, LongTable.named(table))
      guard fields.lay() else {
        reportTooWide(fields, of: name)
        return nil
      }
      let cells = CellMap(
        sheet: workbook.sheets[position].name, starts: fields.starts, rows: fields.rowNumbers,
        columns: fields.columnNumbers)
      let file = sources.add(path: shown(name), bytes: fields.bytes, cells: cells)
      reportControls(in: fields.bytes, of: file)
      for finding in fields.findings { report(finding, in: file) }
      reportHidden(sheet, of: file)
      return (file, fields.table)
    } catch {
      let file = sources.add(path: shown(name), bytes: [], cells: CellMap.none)
      var fix = error.fix
      if error.kind == SpreadsheetsDiagnostics.foreign, let foreignFix { fix = foreignFix }
      report(error.kind, at: .top(of: file), error.message, fix: fix)
      return nil
    }
  }

  /// The sheet named as the table, else the first one that is not hidden.
  private mutating func choose(
    among sheets: [Workbook.SheetFacts], for table: String, of name: String
  ) -> Int? {
    let named = sheets.firstIndex { $0.name.lowercased() == table && !$0.isHidden }
    guard let chosen = named ?? sheets.firstIndex(where: { !$0.isHidden }) else {
      let file = sources.add(path: shown(name), bytes: [], cells: CellMap.none)
      report(
        IntakeDiagnostics.noSheet, at: .top(of: file),
        Phrase(
          cs: "V sešitu není žádný viditelný list.", en: "The workbook has no sheet that is shown."),
        fix: Phrase(
          cs: "Klepněte pravým tlačítkem na záložku listu a zvolte Zobrazit.",
          en: "Right-click a sheet's tab and choose Unhide."))
      return nil
    }
    // Our own workbooks name the sheet and bring others with codelists.
    let others = sheets.indices.filter {
      $0 != chosen && (sheets[$0].isHidden || named == nil)
    }
    guard !others.isEmpty else { return chosen }
    let file = sources.add(path: shown(name), bytes: [], cells: CellMap.none)
    let list = others.map { (name: "„\(sheets[$0].name)“", isHidden: sheets[$0].isHidden) }
    let cs = list.map { $0.name + ($0.isHidden ? " (skrytý)" : "") }.joined(separator: ", ")
    let en = list.map { $0.name + ($0.isHidden ? " (hidden)" : "") }.joined(separator: ", ")
    report(
      IntakeDiagnostics.otherSheets, at: .top(of: file),
      Phrase(
        cs: "Čteme jen list „\(sheets[chosen].name)“; nečteme: \(cs).",
        en: "Only the sheet “\(sheets[chosen].name)” is read; not read: \(en)."),
      fix: Phrase(
        cs: "List s tabulkou pojmenujte „\(table)“ a skryté listy smažte.",
        en: "Name the sheet that holds the table “\(table)” and delete hidden sheets."))
    return chosen
  }

  private mutating func reportTooWide(_ fields: SheetFields, of name: String) {
    report(
      IntakeDiagnostics.tooLarge, at: nil,
      Phrase(
        cs: "List v souboru \(shown(name)) má údaje v \(fields.width) sloupcích a "
          + "\(fields.height) řádcích; čteme nejvýše \(SheetFields.greatestWidth) sloupců "
          + "a \(SheetFields.greatestCells) polí.",
        en: "The sheet of \(shown(name)) holds data in \(fields.width) columns and "
          + "\(fields.height) rows; at most \(SheetFields.greatestWidth) columns and "
          + "\(SheetFields.greatestCells) fields are read."),
      fix: Phrase(
        cs: "Zkopírujte jen vyplněné buňky do nového sešitu a ten uložte.",
        en: "Copy the filled cells alone into a new workbook and save that."))
  }

  private mutating func reportHidden(_ sheet: Worksheet, of file: FileID) {
    guard let cells = sources[file].cells else { return }
    let hidden = Set(sheet.hiddenRows)
    let rows = cells.rows.filter { hidden.contains($0) }
    let columns = cells.columns.filter { column in
      sheet.hiddenColumns.contains { $0.contains(column) }
    }
    guard !rows.isEmpty || !columns.isEmpty else { return }
    let letters = columns.map { String(CellMap.name(row: 0, column: $0).dropLast()) }
    let numbers = rows.prefix(10).map { String($0 + 1) } + (rows.count > 10 ? ["…"] : [])
    func list(_ rowWord: String, _ columnWord: String) -> String {
      [(rowWord, numbers), (columnWord, letters)].filter { !$0.1.isEmpty }
        .map { $0.0 + " " + $0.1.joined(separator: ", ") }.joined(separator: "; ")
    }
    report(
      IntakeDiagnostics.hiddenCells, at: .top(of: file),
      Phrase(
        cs: "List má skryté údaje, čteme je jako ostatní: \(list("řádky", "sloupce")).",
        en: "The sheet hides data, they are read like the others: \(list("rows", "columns"))."),
      fix: Phrase(
        cs: "Zrušte filtr a skrytí; co do plánu nepatří, smažte.",
        en: "Clear the filter and unhide; delete what does not belong to the plan."))
  }
}

extension ReadingDesk {
  private mutating func report(_ finding: SheetFinding, in file: FileID) {
    let place = SourceSpan(file: file, start: finding.start, end: finding.end)
    switch finding.kind {
    case .error(let text):
      report(
        IntakeDiagnostics.cellError, at: place,
        Phrase(cs: "V buňce je chyba \(text).", en: "The cell holds the error \(text)."),
        fix: Phrase(
          cs: "Opravte vzorec, nebo místo něj napište hodnotu.",
          en: "Correct the formula, or write the value in its place."))
    case .unreckoned:
      report(
        IntakeDiagnostics.unreckoned, at: place,
        Phrase(
          cs: "V buňce je vzorec, jehož výsledek v souboru není.",
          en: "The cell holds a formula whose result is not in the file."),
        fix: Phrase(
          cs: "Otevřete sešit v Excelu nebo LibreOffice a uložte ho, aby se vzorce přepočítaly.",
          en: "Open the workbook in Excel or LibreOffice and save it, so that it is reckoned anew.")
      )
    case .merged(let range):
      report(
        IntakeDiagnostics.merged, at: place,
        Phrase(
          cs: "Buňky \(range) jsou sloučené; hodnotu z nich má jen první.",
          en: "The cells \(range) are merged; only the first of them holds the value."),
        fix: Phrase(
          cs: "Sloučení zrušte a hodnotu napište do každého řádku, kam patří.",
          en: "Unmerge them and write the value into every row that it belongs to."))
    case .nameless(let cell):
      report(
        IntakeDiagnostics.nameless, at: place,
        Phrase(
          cs: "Buňka \(cell) je ve sloupci, který v záhlaví nemá název.",
          en: "The cell \(cell) is in a column that has no name in the header."),
        fix: Phrase(
          cs: "Doplňte název sloupce do záhlaví; poznámku přesuňte na jiný list.",
          en: "Add the column's name to the header; move a remark to another sheet."))
    case .mistaken(let column, let shown):
      report(
        IntakeDiagnostics.mistaken, at: place,
        Phrase(
          cs: "Ve sloupci „\(column)“ má být kód, ale v buňce je uloženo „\(shown)“: program kód "
            + "převedl na datum nebo číslo.",
          en: "The column “\(column)” holds codes, but the cell stores “\(shown)”: the program "
            + "turned the code into a date or number."),
        fix: Phrase(
          cs: "Nastavte sloupci formát Text a kód do buňky napište znovu.",
          en: "Set the column's format to Text and type the code into the cell again."))
    }
  }
}
