package import Core
import Glibc
import Intake
import Planning
import Spreadsheets

/// What a user asks of `sazba sheet`.
package struct SheetRequest: Sendable {
  /// Sazba's own data.
  package var home: Home
  /// The project folder.
  package var folder: String
  /// The folder for the workbooks; nil to put them into the project in place of its CSV files.
  package var output: String?
  /// The language of notes and lists.
  package var tongue: Tongue

  /// Asks for workbooks.
  package init(home: Home, folder: String, output: String?, tongue: Tongue) {
    self.home = home
    self.folder = folder
    self.output = output
    self.tongue = tongue
  }
}

/// A workbook that was written.
package struct WrittenSheet: Sendable, Equatable {
  /// Its path.
  package var path: String
  /// Its rows below the header.
  package var rows: Int
  /// The file whose place it took.
  package var replaced: String?
}

/// How writing workbooks came out.
package struct SheetResult: Sendable {
  /// The workbooks written; empty if anything went wrong.
  package var sheets: [WrittenSheet] = []
  /// The PDF files written beside them.
  package var files: [WrittenFile] = []
  /// Everything that was found.
  package var findings: [Diagnostic] = []
  /// The files read, for printing findings.
  package var sources = SourceTable()
  /// Why nothing could be written, though the input was right.
  package var outputFailure: OutputFailure?
}

/// Writes the long tables of a project as workbooks with lists of choices, all or none.
///
/// In place of CSV files only those tables are written that are CSV; the CSV files go when all
/// workbooks are there. Elsewhere every table is written, those that the project lacks without rows.
package func writeSheets(_ request: SheetRequest) -> SheetResult {
  var result = SheetResult()
  do throws(Rejected) {
    if let output = request.output,
      let refusal = KeptWorkbooks.refusal(of: output, project: request.folder)
    {
      throw Rejected([refusal])
    }
    let codelists = try readCodelists(request.home.codelists, sources: &result.sources)
    let read = try readLongTables(request.folder, sources: &result.sources)
    result.findings += read.warnings
    // The plan gives its date and activities; its own errors do not keep tables from being written.
    var aside = SourceTable()
    let plan = try? readProject(request.folder, codelists: codelists, sources: &aside).value
    let source = ChoiceSource(tables: read.value, codelists: codelists, plan: plan)
    do throws(OutputFailure) {
      result.sheets = try write(read.value, offering: source, request, &result.findings)
    } catch {
      result.outputFailure = error
    }
  } catch {
    result.findings += error.diagnostics
  }
  return result
}

private func write(
  _ tables: [FilledTable], offering source: ChoiceSource, _ request: SheetRequest,
  _ findings: inout [Diagnostic]
) throws(OutputFailure) -> [WrittenSheet] {
  let replaces = request.output == nil
  var output = AtomicOutput()
  var sheets: [WrittenSheet] = []
  var kept: [String] = []
  for table in tables where !replaces || table.file?.hasSuffix(".csv") == true {
    let path = (request.output ?? request.folder) + "/" + table.table.name + ".xlsx"
    do throws(WritingFailure) {
      let bytes = try table.workbook(offering: source, in: request.tongue).bytes()
      if KeptWorkbooks.isForeign(path, to: bytes) { kept.append(path) }
      try stage(bytes, at: path, in: &output)
    } catch {
      switch error {
      case .system(let code): throw OutputFailure(path: path, code: code)
      case .longText(_, let cell): findings.append(longText(in: path, cell))
      }
    }
    sheets.append(
      WrittenSheet(path: path, rows: table.rows.count, replaced: replaces ? table.file : nil))
  }
  if !kept.isEmpty { findings.append(KeptWorkbooks.foreign(kept)) }
  guard !findings.contains(where: \.isError) else { return [] }
  try output.commit()
  for case let old? in sheets.map(\.replaced) {
    let path = request.folder + "/" + old
    guard unlink(path) == 0 else { throw OutputFailure(path: path, code: errno) }
  }
  return sheets
}

private func stage(
  _ bytes: [UInt8], at path: String, in output: inout AtomicOutput
) throws(WritingFailure) {
  do throws(OutputFailure) {
    try output.stage(bytes, at: path)
  } catch {
    throw .system(error.code)
  }
}

func longText(in path: String, _ cell: String) -> Diagnostic {
  Diagnostic(
    SpreadsheetsDiagnostics.longText, at: nil,
    Phrase(
      cs: "Text pro buňku \(cell) v \(path) je delší než 32 767 znaků, které buňka pojme.",
      en: "The text for the cell \(cell) of \(path) exceeds the 32,767 characters of a cell."),
    fix: Phrase(
      cs: "Text zkraťte, nebo nechte tabulku v CSV.",
      en: "Shorten the text, or keep the table as CSV."))
}
