package import Core
import Foundation
package import Prepress
import Style

/// What a preflight says.
package struct PreflightAnswer: Sendable {
  /// The report; nil where the file cannot be read at all.
  package var report: PreflightReport?
  /// Everything that was found: of the file, of the profile.
  package var findings: [Diagnostic] = []
  /// The files read, for printing findings.
  package var sources = SourceTable()
  /// What was asked for that does not exist.
  package var usage: Phrase?
}

/// Judges a file by a printer's profile.
///
/// - Parameters:
///   - cover: where the file is a cover, what it goes around: single pages are not asked of it.
///   - workers: on how many tasks its pages are judged.
package func preflight(
  file path: String, printer: String, cover: CoverFit? = nil, home: Home, workers: Int
) async -> PreflightAnswer {
  var answer = PreflightAnswer()
  do throws(Rejected) {
    var profile = try readPrinter(
      named: printer, in: [home.layouts], sources: &answer.sources)
    if cover != nil { profile.pageMultiple = 1 }
    guard let bytes = pressFile(path, &answer.usage) else { return answer }
    let file = try PressFile.open(bytes)
    let report = await Prepress.preflight(file.value, profile: profile, workers: workers)
    answer.report = report
    answer.findings = report.findings + file.warnings
    guard let cover else { return answer }
    answer.findings += try cover.findings(
      on: file.value, home: home, &answer.usage, sources: &answer.sources)
  } catch {
    answer.findings += error.diagnostics
  }
  return answer
}

/// Prints a preflight.
package enum PreflightText {
  private struct Whole: Encodable {
    var profile: String
    var errors: Int
    var warnings: Int
    var facts: [String: [String: String]]
    var fonts: [Font]
    var findings: [Finding]
  }
  private struct Font: Encodable {
    var name: String
    var kind: String
    var embedded: Bool
    var subset: Bool
  }
  private struct Finding: Encodable {
    var code: String
    var severity: String
    var message: [String: String]
    var fix: [String: String]
  }

  /// The report for programs.
  package static func json(_ report: PreflightReport, _ findings: [Diagnostic]) -> String {
    var facts: [String: [String: String]] = [:]
    for fact in report.facts { facts[fact.key] = ["cs": fact.value.cs, "en": fact.value.en] }
    let whole = Whole(
      profile: report.profile.name, errors: findings.count { $0.isError },
      warnings: findings.count { !$0.isError }, facts: facts,
      fonts: report.fonts.map { font in
        Font(
          name: font.name, kind: font.kind, embedded: font.isEmbedded, subset: font.isSubset)
      },
      findings: findings.map { finding in
        Finding(
          code: finding.kind.code, severity: finding.kind.severity.rawValue,
          message: ["cs": finding.message.cs, "en": finding.message.en],
          fix: ["cs": finding.fix.cs, "en": finding.fix.en])
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(whole) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }

  /// What the file is, for people.
  package static func facts(_ report: PreflightReport, _ tongue: Tongue) -> String {
    var out = (tongue == .cs ? "Tiskárna: " : "Printer: ") + report.profile.title
    out += " (\(report.profile.name))\n"
    for fact in report.facts { out += "  \(fact.name[tongue]): \(fact.value[tongue])\n" }
    let embedded = report.fonts.count { $0.isEmbedded }
    out +=
      tongue == .cs
      ? "  písem: \(report.fonts.count), vložených \(embedded)\n"
      : "  fonts: \(report.fonts.count), embedded \(embedded)\n"
    return out
  }
}
