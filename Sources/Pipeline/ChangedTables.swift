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
    let name = tables.fileName(of: draft)
    let path = folder + "/" + name
    paths.append(path)
    if draft.file?.hasSuffix(".xlsx") == true,
      let old = try? Data(contentsOf: URL(fileURLWithPath: path)),
      let loss = draft.loss(of: [UInt8](old), at: path)
    {
      findings.append(loss)
      continue
    }
    switch try newBytes(of: draft, at: path, offering: source, in: tongue) {
    case .success(let bytes): try output.stage(bytes, at: path)
    case .failure(let rejected): findings += rejected.diagnostics
    }
  }
  return (paths, findings)
}

/// What a changed table's file becomes, or why it cannot hold that.
func newBytes(
  of draft: TableDraft, at path: String, offering source: ChoiceSource, in tongue: Tongue
) throws(OutputFailure) -> Result<[UInt8], Rejected> {
  guard path.hasSuffix(".xlsx") else { return .success(draft.csv()) }
  do throws(WritingFailure) {
    return .success(try draft.filled.workbook(offering: source, in: tongue).bytes())
  } catch {
    switch error {
    case .system(let code): throw OutputFailure(path: path, code: code)
    case .longText(_, let cell): return .failure(Rejected([longText(in: path, cell)]))
    }
  }
}
