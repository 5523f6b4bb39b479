import Core
import Intake
import PDFExport
import Planning
import Spreadsheets
import Style

/// Writes for each provider of a project what the catalogue will say about it, as a PDF and as a
/// workbook to be corrected; all files are written, or none.
///
/// - Parameters:
///   - request: where from and where to; `output` must be named.
///   - workers: how many tasks run at once.
package func writeProviderSheets(_ request: SheetRequest, workers: Int) async -> SheetResult {
  var result = SheetResult()
  let output = request.output ?? request.folder
  var workshop = Workshop(
    BuildRequest(
      home: request.home, folder: request.folder, only: nil, editions: nil, output: output,
      workers: workers))
  do throws(Rejected) {
    let codelists = try readCodelists(request.home.codelists, sources: &workshop.sources)
    let plan = try workshop.plan()
    let recipe = try workshop.providerRecipe("overeni")
    // The tables are those that the plan was read from: what they warn of is said already.
    var aside = SourceTable()
    let tables = try openProjectTables(request.folder, sources: &aside).value
    let source = ChoiceSource(
      tables: tables.drafts.map(\.filled), codelists: codelists, plan: plan.value)
    let providers = VerificationSheet.providers(of: tables)
    if let refusal = KeptWorkbooks.refusal(of: output, project: request.folder) {
      throw Rejected([refusal])
    }
    let kept = providers.map { "\(output)/overeni-\($0).xlsx" }.filter(KeptWorkbooks.isFilled)
    guard kept.isEmpty else { throw Rejected([KeptWorkbooks.filled(kept)]) }
    var files = AtomicOutput()
    for provider in providers {
      let stem = "\(output)/overeni-\(provider)"
      let book = VerificationSheet.workbook(for: provider, of: tables, offering: source)
      let document = try workshop.document(of: plan, recipe: recipe, about: provider)
      let setting = try await workshop.setting(of: document, recipe: recipe)
      let file = try await workshop.file(of: setting, edition: "web")
      do throws(OutputFailure) {
        try stage(book, at: stem + ".xlsx", in: &files)
        try files.stage(file.bytes, at: stem + ".pdf")
      } catch {
        result.outputFailure = error
        break
      }
      result.sheets.append(
        WrittenSheet(path: stem + ".xlsx", rows: book.sheets.first?.rows.count ?? 0))
      result.files.append(
        WrittenFile(
          path: stem + ".pdf", pages: file.facts.pages, bytes: file.bytes.count))
    }
    if result.outputFailure == nil, !workshop.findings.contains(where: \.isError) {
      do throws(OutputFailure) {
        try files.commit()
      } catch {
        result.outputFailure = error
      }
    }
  } catch {
    workshop.findings += error.diagnostics
  }
  result.findings = workshop.judged(isWhole: false)
  result.sources = workshop.sources
  if result.outputFailure != nil || result.findings.contains(where: \.isError) {
    result.sheets = []
    result.files = []
  }
  return result
}

private func stage(
  _ book: NewWorkbook, at path: String, in files: inout AtomicOutput
) throws(OutputFailure) {
  let bytes: [UInt8]
  do throws(WritingFailure) {
    bytes = try book.bytes()
  } catch {
    // What a table holds fits a cell, since it was read from one or is a line of CSV.
    guard case .system(let code) = error else { throw OutputFailure(path: path, code: 27) }
    throw OutputFailure(path: path, code: code)
  }
  try files.stage(bytes, at: path)
}
