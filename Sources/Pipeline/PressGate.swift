import Core
import Display
import Layout
import PDFExport
import Prepress
import Style

/// What the printer would say of a file that is to be written for it.
struct PressVerdict: Sendable {
  /// The report on the file.
  var report: PreflightReport
  /// What was found, each at its record; what is forced is marked.
  var findings: [Diagnostic]
  /// Whether the file holds sheets; what was found is then of pages first.
  var isOfSheets = false
  /// The language of the publication, and of what is told beside it.
  var tongue: Tongue
  /// The codes of blocking findings in spite of which the file is written.
  var forced: [String] {
    Set(findings.filter { $0.kind.severity == .error && $0.silenced != nil }.map(\.kind.code))
      .sorted()
  }
}

extension Workshop {
  /// Pages + edition → file; a file for the press is judged as its printer would before anybody
  /// writes it.
  ///
  /// - Parameter name: the file's name without its folder.
  mutating func delivered(
    _ setting: Setting, edition: String, name: String
  ) async throws(Rejected) -> (file: PDFFile, verdict: PressVerdict?) {
    let file = try await file(of: setting, edition: edition)
    let profile = try readProfile(named: edition, in: layouts, sources: &sources)
    guard profile.isPrinted else { return (file, nil) }
    watch.enter(.judging)
    let verdict = try await verdict(
      on: file, of: setting, for: try printer(of: profile), name: name)
    findings += verdict.findings
    return (file, verdict)
  }

  /// What a printer would say of a file.
  private func verdict(
    on file: PDFFile, of setting: Setting, for printer: PrinterProfile, name: String
  ) async throws(Rejected) -> PressVerdict {
    let opened = try PressFile.open(file.bytes)
    var judge = printer
    // What goes onto sheets gets its marks there.
    if sheetBleed != nil { judge.marks = .allowed }
    let report = await preflight(
      opened.value, profile: judge, keepsSpots: true, workers: workers)
    let origins = PressOrigins(
      pages: setting.laid.pages.pages, pictures: setting.laid.pages.pictures,
      marks: file.facts.marks, nodes: setting.origins, design: setting.design.places,
      bleed: setting.design.page.bleed, extent: setting.extent, printer: press.printer?.at)
    return PressVerdict(
      report: report, findings: afterForce(traced(report, of: name, to: origins)),
      tongue: setting.laid.pages.information.language.isCzech ? .cs : .en)
  }

  /// What the printer of sheets would say of them: what was found on their pages, each at its record,
  /// and what is true of the sheets alone.
  ///
  /// - Parameter place: where the project says how the book is bound.
  mutating func verdict(
    onSheets bytes: [UInt8], besides pages: PressVerdict?, for printer: PrinterProfile,
    name: String, tongue: Tongue, at place: SourceSpan?
  ) async throws(Rejected) -> PressVerdict {
    watch.enter(.judging)
    let opened = try PressFile.open(bytes)
    let report = await preflight(opened.value, profile: printer, workers: workers)
    let known = pages?.findings ?? []
    let told = Set(known.map(\.kind.code))
    let own = afterForce(
      report.notes.filter { !told.contains($0.kind.code) }.map { note in
        note.finding(of: name, at: press.printer?.at ?? place, onSheets: true)
      })
    findings += own
    return PressVerdict(report: report, findings: known + own, isOfSheets: true, tongue: tongue)
  }

  /// Findings, those marked that are not to block.
  private func afterForce(_ findings: [Diagnostic]) -> [Diagnostic] {
    findings.map { finding in
      guard finding.isError, forced.contains(finding.kind.code) else { return finding }
      var passed = finding
      passed.silenced = "--force \(finding.kind.code)"
      return passed
    }
  }
}

extension Workshop {
  /// What lies beside a file for the press, in the language of the plan.
  func report(on verdict: PressVerdict, name: String) -> [UInt8] {
    Array(
      PressReportText.text(
        on: verdict, file: name, sources: sources, below: [folder, home.folder],
        tongue: verdict.tongue
      ).utf8)
  }
}

/// The codes that `--force` takes: findings of a printer that block a press edition.
package var forceableCodes: [String] {
  PreflightDiagnostics.all.filter { $0.severity == .error }.map(\.code)
}
