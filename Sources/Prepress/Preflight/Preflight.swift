package import Core
import PDFSyntax

/// A fact of a file for the press: what it is, and its value.
package struct PressFact: Sendable, Hashable {
  /// A key for programs: `pages`.
  package var key: String
  /// What it is called.
  package var name: Phrase
  /// Its value.
  package var value: Phrase
}

/// What a printer would find.
package struct PreflightReport: Sendable {
  /// The profile that was asked.
  package var profile: PrinterProfile
  /// What the file is.
  package var facts: [PressFact]
  /// The fonts: name, kind, whether embedded, whether cut to what is used.
  package var fonts: [PressFont]
  /// What is wrong, errors first.
  package var notes: [PressNote]
  /// Whether its pages are sides of sheets.
  package var isOfSheets = false
  /// The findings, errors first.
  package var findings: [Diagnostic] { notes.map { $0.finding(onSheets: isOfSheets) } }
}

/// A font of a file for the press.
package struct PressFont: Sendable, Hashable {
  /// The name without its subset's tag.
  package var name: String
  /// The kind: `Type0`, `TrueType`, `Type1`, `Type3`.
  package var kind: String
  /// Whether its program is in the file.
  package var isEmbedded: Bool
  /// Whether it holds only what is used.
  package var isSubset: Bool
}

/// Judges a file by what a printer takes; trusts nothing that the file says of itself.
///
/// - Parameter keepsSpots: whether notes keep where on the pages they were found, for `traced`.
package func preflight(
  _ file: PressFile, profile: PrinterProfile, keepsSpots: Bool = false
) -> PreflightReport {
  let layers = Layers(file.reader)
  let part = judge(
    file, file.pages.indices, of: profile, layers,
    budget: ContentWalk.Budget(pages: file.pages.count),
    keepsSpots: keepsSpots)
  return report(on: file, profile, layers, part)
}

/// Judges a file by what a printer takes, its pages on several tasks.
package func preflight(
  _ file: PressFile, profile: PrinterProfile, keepsSpots: Bool = false, workers: Int
) async -> PreflightReport {
  let count = file.pages.count
  // A part has fonts and pictures of its own: a few large ones.
  let parts = max(1, min(workers, count / 8))
  guard parts > 1 else { return preflight(file, profile: profile, keepsSpots: keepsSpots) }
  let layers = Layers(file.reader)
  let budget = ContentWalk.Budget(pages: count).part(of: parts)
  let judged = await parallel(parts, workers: workers, grain: 1) { part in
    judge(
      file, (count * part / parts)..<(count * (part + 1) / parts), of: profile, layers,
      budget: budget, keepsSpots: keepsSpots)
  }
  var whole = judged[0]
  for part in judged.dropFirst() { whole.join(part) }
  return report(on: file, profile, layers, whole)
}

private func judge(
  _ file: PressFile, _ pages: Range<Int>, of profile: PrinterProfile, _ layers: Layers,
  budget: ContentWalk.Budget, keepsSpots: Bool
) -> Gathered {
  var walk = ContentWalk(
    file.reader, layers: layers, judge: PageJudge(profile, keepsSpots: keepsSpots))
  walk.budget = budget
  for page in pages { walk.page(file.pages[page], number: page + 1) }
  return walk.finished()
}

private func report(
  on file: PressFile, _ profile: PrinterProfile, _ layers: Layers, _ gathered: Gathered
) -> PreflightReport {
  var rules = DocumentRules(file, profile, layers, gathered)
  rules.apply()
  return PreflightReport(
    profile: profile, facts: rules.facts(), fonts: rules.fonts(), notes: rules.notes.sorted(),
    isOfSheets: file.content == .sheets)
}
