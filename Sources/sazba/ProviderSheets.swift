import Core
import Pipeline

/// What `sazba sheet` does for providers.
extension SheetCommand {
  func writeProviderSheets(_ home: Home, _ folder: ProjectFolder) async -> ExitStatus {
    let result = await Pipeline.writeProviderSheets(
      SheetRequest(
        home: home, folder: folder.path, output: output ?? "Output/\(folder.name)/overeni",
        tongue: Speech.tongue), workers: jobs.count)
    if let failed = told(result.findings, result.sources, result.outputFailure) { return failed }
    var text = ""
    for (file, sheet) in zip(result.files, result.sheets) {
      text += "\(file.path)  \(Counted.pages(file.pages)), \(Counted.bytes(file.bytes))\n"
      text += "\(sheet.path)  \(Counted.rows(sheet.rows))\n"
    }
    if result.files.isEmpty {
      text += Speech.say(
        cs: "Projekt nemá v tabulce poskytovatele žádného poskytovatele.\n",
        en: "The project's table poskytovatele names no provider.\n")
    }
    return Terminal.out(text) ? .fine : .couldNotWrite
  }

  func readCorrections(_ home: Home, _ folder: ProjectFolder) -> ExitStatus {
    let result = Pipeline.readCorrections(
      CorrectionRequest(
        home: home, folder: folder.path, files: corrections, accepts: accept,
        tongue: Speech.tongue))
    if let failed = told(result.findings, result.sources, result.outputFailure) { return failed }
    let text =
      format == .json
      ? CorrectionReport.json(result) : CorrectionReport.text(result, tongue: Speech.tongue)
    guard Terminal.out(text) else { return .couldNotWrite }
    return accept && result.hasObstacles ? .inputHasErrors : .fine
  }

  /// Tells what was found; the status to end with where it keeps from going on.
  private func told(
    _ findings: [Diagnostic], _ sources: SourceTable, _ failure: OutputFailure?
  ) -> ExitStatus? {
    Findings.show(findings, sources: sources)
    if let failure {
      Terminal.err(
        Speech.say(cs: "chyba: ", en: "error: ") + failure.message[Speech.tongue] + "\n")
      return .couldNotWrite
    }
    guard findings.contains(where: \.isError) else { return nil }
    Terminal.err(Findings.summary(findings) + "\n")
    return .inputHasErrors
  }
}
