import Core
import Prepress

/// What was found of a press edition, as the file that lies beside it.
enum PressReportText {
  /// The report: for whom, what the file is, what was found, and what was written in spite of it.
  static func text(
    on verdict: PressVerdict, file: String, sources: SourceTable, tongue: Tongue
  ) -> String {
    var out = file + "\n" + PreflightText.facts(verdict.report, tongue)
    let forced = verdict.forced
    if !forced.isEmpty {
      let codes = forced.joined(separator: ", ")
      out +=
        tongue == .cs
        ? "Zapsáno přesto, že kontrola našla závady: \(codes) (přepínač --force).\n"
        : "Written in spite of these faults: \(codes) (--force).\n"
    }
    out +=
      verdict.findings.isEmpty
      ? (tongue == .cs ? "Bez závad.\n" : "No faults.\n")
      : verdict.findings.map { DiagnosticText.lines($0, sources: sources, tongue: tongue) }.joined()
    return out
  }
}
