import Core
import Planning

extension ReadingDesk {
  /// What spreadsheets are saved as; only CSV and XLSX are read.
  private static let sheetExtensions = ["csv", "xlsx", "xls", "xlsm", "xlsb", "ods", "fods", "tsv"]

  /// The name of the table that a file of any such format holds: `financovani` of
  /// `financovani.ods`; nil for other files.
  static func table(of name: String) -> String? {
    let parts = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, sheetExtensions.contains(String(parts[parts.count - 1])) else {
      return nil
    }
    return parts.dropLast().joined(separator: ".")
  }

  private func isMissing(_ table: LongTable) -> Bool {
    let present = names()
    return !ReadingDesk.tableExtensions.contains { present.contains(table.name + $0) }
  }

  /// Notes a table whose data are there, but in a file that is not read: the plan would seem to
  /// lack them, and every consequence would bury the cause.
  private mutating func reportForeign(_ table: LongTable, in name: String) {
    // Only the name differs from ours: `Obce.csv`.
    let ending = "." + (name.lowercased().split(separator: ".").last.map(String.init) ?? "")
    let isReadable = ReadingDesk.tableExtensions.contains(ending)
    let target = table.name + (isReadable ? ending : ".xlsx")
    let file = sources.add(path: shown(name), bytes: [], cells: CellMap.none)
    report(
      IntakeDiagnostics.foreignTable, at: .top(of: file),
      Phrase(
        cs: "Tabulku „\(table.name)“ nečteme: "
          + (isReadable
            ? "soubor se musí jmenovat přesně \(target)." : "z tabulek čteme jen .csv a .xlsx."),
        en: "The table “\(table.name)” is not read: "
          + (isReadable
            ? "the file's name must be exactly \(target)."
            : "of tables only .csv and .xlsx are read.")),
      fix: isReadable
        ? Phrase(cs: "Přejmenujte ho na \(target).", en: "Rename it to \(target).")
        : Phrase(
          cs: "Otevřete ho a uložte jako \(target).", en: "Open it and save it as \(target)."))
  }

  /// Notes tables in the project folder that nobody reads: for their names or their formats.
  mutating func reportStrayTables() {
    // Excel's marks of files that are open in it begin with ~$.
    for name in names() where !name.hasPrefix("~$") {
      let parts = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count > 1, let last = parts.last.map(String.init),
        ReadingDesk.sheetExtensions.contains(last)
      else { continue }
      let stem = parts.dropLast().joined(separator: ".")
      let isKnown = LongTable.named(stem) != nil
      if isKnown, ReadingDesk.tableExtensions.contains(where: { stem + $0 == name }) { continue }
      if isKnown, let table = LongTable.named(stem), isMissing(table) {
        reportForeign(table, in: name)
        continue
      }
      let right =
        isKnown ? stem : nearest(to: stem, among: LongTable.all.map(\.name))
      let isReadable = last == "csv" || last == "xlsx"
      report(
        IntakeDiagnostics.strayTable, at: nil,
        Phrase(
          cs: "Soubor \(shown(name)) nečteme: "
            + (isReadable
              ? "tabulka takového jména v plánu není."
              : "z tabulek čteme jen .csv a .xlsx."),
          en: "The file \(shown(name)) is not read: "
            + (isReadable
              ? "a plan has no table of that name." : "of tables only .csv and .xlsx are read.")),
        fix: right.map { right in
          let target = right + (isReadable ? "." + last : ".xlsx")
          return Phrase(
            cs: isReadable
              ? "Nemá se jmenovat \(target)? Jinak ho přesuňte do podsložky."
              : "Otevřete ho a uložte jako \(target).",
            en: isReadable
              ? "Should its name be \(target)? Else move it to a subfolder."
              : "Open it and save it as \(target).")
        }
          ?? Phrase(
            cs: "Přesuňte ho do podsložky; tabulky plánu jsou "
              + LongTable.all.map(\.name).joined(separator: ", ") + ".",
            en: "Move it to a subfolder; a plan's tables are "
              + LongTable.all.map(\.name).joined(separator: ", ") + "."))
    }
  }
}
