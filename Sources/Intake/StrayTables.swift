import Core
import Planning

extension ReadingDesk {
  /// What spreadsheets are saved as; only CSV and XLSX are read.
  private static let sheetExtensions = ["csv", "xlsx", "xls", "xlsm", "xlsb", "ods", "fods", "tsv"]

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
