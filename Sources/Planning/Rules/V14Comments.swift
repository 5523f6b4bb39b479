import Core

extension Rule {
  /// V14: every comment is settled with a reason, one that came late says so, and what it changed is
  /// in the change log, where the plan keeps one.
  static let comments = Rule(PlanningDiagnostics.comments, needs: [.comments, .changes]) {
    plan, _ in
    var findings: [Diagnostic] = []
    var seen: Set<String> = []
    let changes = Set(plan.changes.map(\.id.value))
    for comment in plan.comments {
      let number = comment.number.value
      if !seen.insert(number).inserted {
        findings.append(
          finding(
            comment.number.at,
            Phrase(
              cs: "Připomínka č. \(number) je v tabulce dvakrát.",
              en: "Comment no. \(number) stands twice in the table."),
            Phrase(cs: "Opravte její číslo.", en: "Correct its number.")))
      }
      if comment.settlement == nil || comment.reason == nil {
        findings.append(
          finding(
            comment.at,
            Phrase(
              cs: "Připomínka č. \(number) není vypořádaná, nebo jí chybí zdůvodnění.",
              en: "Comment no. \(number) is not settled, or lacks a reason."),
            Phrase(
              cs: "Doplňte sloupce vyporadani a zduvodneni.",
              en: "Fill in the columns vyporadani and zduvodneni.")))
      }
      if let id = comment.changeID, !changes.contains(id.value) {
        findings.append(
          finding(
            id.at,
            Phrase(
              cs:
                "Připomínka č. \(number) odkazuje na změnu „\(id.value)“, která v seznamu změn není.",
              en:
                "Comment no. \(number) refers to the change “\(id.value)”, which is not in the log."
            ),
            Phrase(
              cs: "Opravte odkaz, nebo změnu doplňte do tabulky zmeny.",
              en: "Correct the reference, or add the change to the table zmeny.")))
      } else if let change = comment.change, comment.changeID == nil, !changes.isEmpty {
        findings.append(
          finding(
            change.at,
            Phrase(
              cs: "Připomínka č. \(number) uvádí změnu, ale neodkazuje do seznamu změn.",
              en: "Comment no. \(number) tells of a change, but does not refer to the log."),
            Phrase(
              cs: "Zapište změnu do tabulky zmeny a její označení do sloupce zmena_id.",
              en: "Enter the change in the table zmeny and its id in the column zmena_id.")))
      }
      let isLate = comment.isLate(in: plan.consultation)
      if comment.settlement?.value == "bez reakce", plan.consultation != nil, !isLate {
        findings.append(
          finding(
            comment.settlement?.at ?? comment.at,
            Phrase(
              cs: "Připomínka č. \(number) přišla včas, „bez reakce“ zůstat nemůže.",
              en: "Comment no. \(number) came in time, so it cannot stay without an answer."),
            Phrase(
              cs: "Vypořádejte ji (akceptováno, částečně, neakceptováno, vysvětleno).",
              en: "Settle it (akceptováno, částečně, neakceptováno, vysvětleno).")))
      }
    }
    return findings
  }

  private static func finding(_ place: SourceSpan, _ message: Phrase, _ fix: Phrase) -> Diagnostic {
    Diagnostic(PlanningDiagnostics.comments, at: place, message, fix: fix)
  }
}
