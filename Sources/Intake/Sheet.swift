import Core
import Planning

/// A long table, a CSV file or a sheet of a workbook, whose header was checked.
struct Sheet {
  let file: FileID
  let bytes: [UInt8]
  let table: FieldTable
  /// Which columns it may have.
  let form: LongTable
  /// The columns by name as the header has them.
  let columns: [String: Int]
  /// The names of the header in order, with their places.
  let header: [Located<String>]

  /// The place of a field; the end of its row where it is missing.
  func place(row: Int, column: Int) -> SourceSpan {
    let cells = table[row]
    guard column < cells.count else {
      let end = cells.last?.end ?? 0
      return SourceSpan(file: file, start: end, end: end)
    }
    let cell = cells[cells.startIndex + column]
    return SourceSpan(file: file, start: cell.start, end: cell.end)
  }

  /// The text of a field; nil where it is empty or missing. Line ends within it become spaces.
  func text(row: Int, _ name: String) -> Located<String>? {
    guard let column = columns[name] else {
      assert(form.content(of: name) != nil, "the table \(form.name) has no column \(name)")
      return nil
    }
    let cells = table[row]
    guard column < cells.count else { return nil }
    let cell = cells[cells.startIndex + column]
    guard cell.end > cell.start else { return nil }
    let text = Sheet.text(of: cell, in: bytes)
    return text.isEmpty
      ? nil : Located(text, at: SourceSpan(file: file, start: cell.start, end: cell.end))
  }

  /// Whether a byte at the edge of a field is surely no space.
  private static func isWord(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x80 }

  static func text(of cell: FieldTable.Cell, in bytes: [UInt8]) -> String {
    let range = Int(cell.start)..<Int(cell.end)
    let simple: String? = bytes.withUnsafeBufferPointer { bytes in
      // Long tables are mostly plain words and numbers: one look at the bytes settles them.
      var highest: UInt8 = 0
      for position in range {
        let byte = bytes[position]
        if byte == 0x0A { return nil }
        if byte > highest { highest = byte }
      }
      guard !cell.doubled, highest < 0xCC else { return nil }
      let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
      let isTrim =
        range.isEmpty || (isWord(bytes[range.lowerBound]) && isWord(bytes[range.upperBound - 1]))
      return isTrim ? text : PlainValue.trimmed(text)
    }
    if let simple { return simple }
    let slice = bytes[range]
    guard cell.doubled || slice.contains(0x0A) else {
      return PlainValue.trimmed(normalised(slice))
    }
    var plain: [UInt8] = []
    var afterQuote = false
    for byte in slice {
      if byte == 0x22, afterQuote, cell.doubled {
        afterQuote = false
        continue
      }
      afterQuote = byte == 0x22
      if byte == 0x0D { continue }
      plain.append(byte == 0x0A ? 0x20 : byte)
    }
    return PlainValue.trimmed(normalised(plain))
  }
}

extension ReadingDesk {
  /// Reads a long table and checks its header and its rows' lengths, or notes what is wrong; nil
  /// without a word where the project has no such table.
  ///
  /// - Parameter form: which columns it may have.
  mutating func openSheet(_ form: LongTable) -> Sheet? {
    guard let (file, table) = openTable(form.name) else { return nil }
    return sheet(form, file, table)
  }

  /// Checks the header and the rows' lengths of a table that is open.
  mutating func sheet(_ form: LongTable, _ file: FileID, _ table: FieldTable) -> Sheet? {
    tables.append((file, table))
    let greatest = form.greatest
    let known = form.required + form.optional
    let bytes = sources[file].bytes
    guard table.count - 1 <= greatest else {
      let cell = table[greatest + 1].first
      report(
        IntakeDiagnostics.tooLarge,
        at: SourceSpan(file: file, start: cell?.start ?? 0, end: cell?.end ?? 0),
        Phrase(
          cs:
            "Tabulka \(sources[file].path) má \(table.count - 1) řádků, čteme jich nejvýše \(greatest).",
          en:
            "The table \(sources[file].path) has \(table.count - 1) rows, we read at most \(greatest)."
        ),
        fix: Phrase(
          cs: "Zkontrolujte, zda je to správný soubor, a nadbytečné řádky smažte.",
          en: "See whether it is the right file, and delete the rows too many."))
      return nil
    }
    for fault in table.faults { report(fault, in: file) }
    guard table.count > 0 else {
      report(
        IntakeDiagnostics.noHeader, at: .top(of: file),
        Phrase(
          cs: "Tabulka nemá ani záhlaví.", en: "The table does not even have a header."),
        fix: Phrase(
          cs: "Na první řádek napište: \(known.joined(separator: ";"))",
          en: "Write on the first line: \(known.joined(separator: ";"))"))
      return nil
    }
    var columns: [String: Int] = [:]
    var header: [Located<String>] = []
    for (position, cell) in table[0].enumerated() {
      let column = Sheet.text(of: cell, in: bytes)
      let at = SourceSpan(file: file, start: cell.start, end: cell.end)
      header.append(Located(column, at: at))
      if columns[column] != nil { reportColumn(twice: column, at: at) }
      columns[column] = columns[column] ?? position
    }
    var misspelt: Set<String> = []
    for column in header where form.content(of: column.value) == nil {
      let guess = nearest(to: column.value, among: known.filter { columns[$0] == nil })
      if let guess { misspelt.insert(guess) }
      report(
        IntakeDiagnostics.unknownColumn, at: column.at,
        Phrase(
          cs: "Sloupec „\(column.value)“ neznáme.",
          en: "The column “\(column.value)” is not known."),
        fix: guess.map { Phrase(cs: "Nemělo tu být „\($0)“?", en: "Should it be “\($0)”?") }
          ?? Phrase(
            cs: "Možné sloupce: \(known.joined(separator: ", ")).",
            en: "Possible columns: \(known.joined(separator: ", ")).")
      )
    }
    for column in form.required where columns[column] == nil && !misspelt.contains(column) {
      report(
        IntakeDiagnostics.missingColumn, at: .top(of: file),
        Phrase(
          cs: "V záhlaví tabulky chybí sloupec „\(column)“.",
          en: "The header of the table lacks the column “\(column)”."),
        fix: Phrase(
          cs: "Přidejte do prvního řádku „\(column)“ a do každého řádku jeho hodnotu.",
          en: "Add “\(column)” to the first line and its value to every row."))
    }
    let sheet = Sheet(
      file: file, bytes: bytes, table: table, form: form, columns: columns, header: header)
    // Quotation marks out of order make rows of any length: one finding is enough.
    if table.faults.isEmpty { checkLengths(sheet) }
    return sheet
  }

  private mutating func checkLengths(_ sheet: Sheet) {
    let expected = sheet.header.count
    for row in 1..<max(1, sheet.table.count) where sheet.table[row].count != expected {
      let count = sheet.table[row].count
      let first = sheet.place(row: row, column: 0)
      report(
        IntakeDiagnostics.fieldCount,
        at: count > expected ? sheet.place(row: row, column: expected) : first,
        Phrase(
          cs: "Řádek má polí \(count), záhlaví \(expected).",
          en: "The row has \(count) fields, the header \(expected)."),
        fix: Phrase(
          cs: "Doplňte nebo uberte oddělovače; text s oddělovačem uvnitř (i desetinnou čárku tam, "
            + "kde sloupce odděluje čárka) dejte do uvozovek.",
          en:
            "Add or remove separators; quote a text that holds the separator (also a decimal comma "
            + "where commas separate the columns)."))
    }
  }

  /// Where a row has too many or too few fields, its values stand in wrong columns: what is said of
  /// them would lead astray.
  mutating func dropFollowUpsOfRaggedRows() {
    func row(of finding: Diagnostic) -> SourceSpan? {
      finding.at.map { place in
        let line = sources[place.file].lineRange(at: place.start)
        return SourceSpan(
          file: place.file, start: UInt32(line.lowerBound), end: UInt32(line.upperBound))
      }
    }
    let ragged = Set(
      findings.filter { $0.kind == IntakeDiagnostics.fieldCount }.compactMap(row(of:)))
    guard !ragged.isEmpty else { return }
    findings.removeAll { finding in
      finding.kind != IntakeDiagnostics.fieldCount && row(of: finding).map(ragged.contains) == true
    }
  }

  /// Where a cell holds no value but an error or a formula, what is said of its text besides follows
  /// from that.
  mutating func dropFollowUpsOfFaultyCells() {
    let causes = [IntakeDiagnostics.cellError, IntakeDiagnostics.unreckoned]
    func corner(_ finding: Diagnostic) -> SourceSpan? {
      finding.at.map { SourceSpan(file: $0.file, start: $0.start, end: $0.start) }
    }
    let faulty = Set(findings.filter { causes.contains($0.kind) }.compactMap(corner))
    guard !faulty.isEmpty else { return }
    findings.removeAll { finding in
      !causes.contains(finding.kind) && corner(finding).map(faulty.contains) == true
    }
  }

  private mutating func reportColumn(twice column: String, at place: SourceSpan) {
    report(
      IntakeDiagnostics.duplicateColumn, at: place,
      Phrase(
        cs: "Sloupec „\(column)“ je v záhlaví podruhé.",
        en: "The column “\(column)” stands twice in the header."),
      fix: Phrase(
        cs: "Jeden ze sloupců smažte nebo přejmenujte.", en: "Delete or rename one of them."))
  }

  /// Notes a fault in the quotation marks of a table.
  mutating func report(_ fault: CSVFault, in file: FileID) {
    let place = SourceSpan(file: file, start: fault.start, end: fault.end)
    switch fault.kind {
    case .unclosed:
      report(
        IntakeDiagnostics.quotes, at: place,
        Phrase(
          cs: "Uvozovky, které tu začínají, až do konce souboru nekončí.",
          en: "The quotation mark that opens here is never closed."),
        fix: Phrase(
          cs: "Doplňte uvozovky na konec pole; uvozovku uvnitř textu zdvojte (\"\").",
          en: "Close the field; double a quotation mark inside the text (\"\")."))
    case .textAfterQuote:
      report(
        IntakeDiagnostics.quotes, at: place,
        Phrase(
          cs: "Za uzavřenými uvozovkami pole ještě pokračuje.",
          en: "The field goes on after its closing quotation mark."),
        fix: Phrase(
          cs: "Uvozovku uvnitř textu zdvojte (\"\"), nebo pište české „uvozovky“.",
          en: "Double a quotation mark inside the text (\"\"), or use „Czech“ ones."))
    }
  }

  /// A field that must not be empty; notes it if it is and the column exists.
  mutating func demand(_ sheet: Sheet, row: Int, _ name: String) -> Located<String>? {
    if let text = sheet.text(row: row, name) { return text }
    guard let column = sheet.columns[name], column < sheet.table[row].count else { return nil }
    report(
      IntakeDiagnostics.emptyField, at: sheet.place(row: row, column: column),
      Phrase(cs: "Pole „\(name)“ je prázdné.", en: "The field “\(name)” is empty."),
      fix: Phrase(
        cs: "Doplňte údaj, nebo smažte celý řádek.", en: "Fill it in, or delete the whole row."))
    return nil
  }

  /// The place of a whole row.
  func place(_ sheet: Sheet, row: Int) -> SourceSpan {
    let cells = sheet.table[row]
    return SourceSpan(
      file: sheet.file, start: cells.first?.start ?? 0, end: cells.last?.end ?? 0)
  }
}
