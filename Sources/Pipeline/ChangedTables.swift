import Core
import Foundation
import Intake
import Planning
import Spreadsheets

/// The files of the tables that were changed, staged beside their places.
///
/// - Returns: the paths, and what keeps them from being written.
func stage(
  _ tables: ProjectTables, of folder: String, offering source: ChoiceSource, in tongue: Tongue,
  into output: inout AtomicOutput
) throws(OutputFailure) -> (paths: [String], findings: [Diagnostic]) {
  var paths: [String] = []
  var findings: [Diagnostic] = []
  for draft in tables.drafts where draft.isChanged {
    let name = draft.file ?? draft.table.name + (tables.prefersWorkbooks ? ".xlsx" : ".csv")
    let path = folder + "/" + name
    paths.append(path)
    guard name.hasSuffix(".xlsx") else {
      try output.stage(draft.csv(), at: path)
      continue
    }
    if draft.file != nil, let old = try? Data(contentsOf: URL(fileURLWithPath: path)),
      let loss = draft.loss(of: [UInt8](old), at: path)
    {
      findings.append(loss)
      continue
    }
    let bytes: [UInt8]
    do throws(WritingFailure) {
      bytes = try draft.filled.workbook(offering: source, in: tongue).bytes()
    } catch {
      switch error {
      case .system(let code): throw OutputFailure(path: path, code: code)
      case .longText(_, let cell):
        findings.append(longText(in: path, cell))
        continue
      }
    }
    try output.stage(bytes, at: path)
  }
  return (paths, findings)
}
