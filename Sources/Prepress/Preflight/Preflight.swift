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
  /// The findings, errors first.
  package var findings: [Diagnostic] { notes.map { $0.finding() } }
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
  var walk = ContentWalk(file.reader, judge: PageJudge(profile, keepsSpots: keepsSpots))
  for (index, page) in file.pages.enumerated() { walk.page(page, number: index + 1) }
  let judge = walk.finished()
  var rules = DocumentRules(file, judge)
  rules.apply()
  return PreflightReport(
    profile: profile, facts: rules.facts(), fonts: rules.fonts(), notes: rules.notes.sorted())
}
