package import Core

/// The kinds of findings made on the semantic document.
package enum ManuscriptDiagnostics {
  /// A reference to a place that does not exist.
  package static let unresolved = DiagnosticKind(
    "D01", .error, .document, cs: "Odkaz nemá cíl.", en: "A reference has no target.")
  /// Two places of one name.
  package static let duplicate = DiagnosticKind(
    "D02", .error, .document, cs: "Dvě místa mají stejné označení.",
    en: "Two places share one name.")
  /// A heading that skips a level.
  package static let skippedLevel = DiagnosticKind(
    "D03", .error, .document, cs: "Nadpis přeskočil úroveň.", en: "A heading skips a level.")

  /// All kinds, for the catalogue.
  package static let all = [unresolved, duplicate, skippedLevel]
}

extension Diagnostic {
  /// A reference to a place that does not exist.
  static func unresolvedReference(to name: String, at place: SourceSpan?) -> Diagnostic {
    Diagnostic(
      ManuscriptDiagnostics.unresolved, at: place,
      Phrase(
        cs: "Odkaz míří na „\(name)“, ale nic se tak nejmenuje.",
        en: "A reference points to “\(name)”, but nothing has that name."),
      fix: Phrase(
        cs: "Opravte název odkazu, nebo cíli přidejte označení {#\(name)}.",
        en: "Correct the name, or give the target the mark {#\(name)}."))
  }

  /// Two places of one name.
  static func duplicateAnchor(_ name: String, at place: SourceSpan?) -> Diagnostic {
    Diagnostic(
      ManuscriptDiagnostics.duplicate, at: place,
      Phrase(
        cs: "Označení „\(name)“ už nese jiné místo.",
        en: "The name “\(name)” is already taken by another place."),
      fix: Phrase(
        cs: "Zvolte pro jedno z míst jiné označení.", en: "Choose another name for one of them."))
  }
}

extension Document {
  /// Checks what every document must keep: heading levels do not skip.
  ///
  /// *Source:* ISO 14289-1 §7.4.2.
  package func check() -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var last: UInt8 = 0
    for position in nodes.indices {
      guard case .heading(let level) = nodes[position].role else { continue }
      if level > last + 1 {
        let title = plainText(of: NodeID(position))
        findings.append(
          Diagnostic(
            ManuscriptDiagnostics.skippedLevel, at: nodes[position].origin,
            Phrase(
              cs: "Nadpis „\(title)“ má úroveň \(level), ale předchozí má úroveň \(last).",
              en: "The heading “\(title)” is of level \(level), but the one before of \(last)."),
            fix: Phrase(
              cs: "Použijte úroveň \(last + 1) (v Markdownu o tolik méně znaků #).",
              en: "Use level \(last + 1) (fewer # signs in Markdown).")))
      }
      last = level
    }
    return findings
  }
}
