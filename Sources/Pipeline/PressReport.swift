import Core
import Prepress

/// What was found of a press edition, as the file that lies beside it.
enum PressReportText {
  /// The report: for whom, what the file is, what was found, and what was written in spite of it.
  ///
  /// - Parameter folders: from which paths are told; where a machine keeps them is nobody's business.
  static func text(
    on verdict: PressVerdict, file: String, sources: SourceTable, below folders: [String],
    tongue: Tongue
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
    if verdict.findings.isEmpty {
      return out + (tongue == .cs ? "Bez závad.\n" : "No faults.\n")
    }
    if verdict.isOfSheets {
      out +=
        tongue == .cs
        ? "Strany v závadách jsou strany publikace, pokud není řečeno „strana archu“.\n"
        : "Pages of faults are those of the publication, unless they are called sheet sides.\n"
    }
    for finding in verdict.findings {
      let isError = finding.kind.severity == .error
      let word = tongue == .cs ? (isError ? "chyba" : "upozornění") : isError ? "error" : "warning"
      out += "\(word) \(finding.kind.code): \(finding.message[tongue])\n"
      if let span = sources.place(of: finding) {
        let file = sources[span.file]
        out += "  \(short(file.path, folders)):\(file.position(of: span.start).line)\n"
      }
    }
    return out
  }

  /// A path as everybody has it: from the project, or from the program's own data.
  private static func short(_ path: String, _ folders: [String]) -> String {
    for folder in folders where path.hasPrefix(folder + "/") {
      return String(path.dropFirst(folder.utf8.count + 1))
    }
    return path
  }
}
