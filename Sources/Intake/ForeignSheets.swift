package import Core
import Spreadsheets

extension TableDraft {
  /// What writing the table as a workbook in place of another would lose, as a finding.
  ///
  /// - Parameters:
  ///   - bytes: the workbook that is there.
  ///   - path: its path, for the message.
  package func loss(of bytes: [UInt8], at path: String) -> Diagnostic? {
    let own = [table.name, "číselníky", "codelists", "nápověda", "help"]
    var others: [String] = []
    do throws(WorkbookFault) {
      let sheets = try Workbook(bytes).sheets
      guard sheets.count > 1 else { return nil }
      others = sheets.map(\.name).filter { !own.contains($0.lowercased()) }
    } catch {
      return Diagnostic(error.kind, at: nil, error.message, fix: error.fix)
    }
    guard !others.isEmpty else { return nil }
    let list = others.map { "„\($0)“" }.joined(separator: ", ")
    return Diagnostic(
      RegisterDiagnostics.workbook, at: nil,
      Phrase(
        cs: "Sešit \(path) má i jiné listy (\(list)), které by se přepsáním ztratily.",
        en: "The workbook \(path) has other sheets, too (\(list)), which rewriting would lose."),
      fix: Phrase(
        cs: "Jiné listy přesuňte do jiného souboru; v tomto nechte jen list „\(table.name)“.",
        en: "Move other sheets to another file; leave the sheet “\(table.name)” alone here."))
  }
}
