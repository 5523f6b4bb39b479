import Core

extension Rule {
  /// V03: every activity has somebody who does it, a term, a cost regime and an indicator.
  static let duties = Rule(PlanningDiagnostics.duties, needs: [.strategy]) { plan, _ in
    var findings: [Diagnostic] = []
    for activity in plan.activities {
      if activity.implementers.isEmpty {
        findings.append(
          lack(
            activity, Phrase(cs: "realizátora", en: "no implementer"), "realizator: Město Dačice"))
      }
      if activity.term == nil {
        findings.append(
          lack(activity, Phrase(cs: "termín", en: "no term"), "termin: 3/2025 – 12/2026"))
      }
      if activity.cost == nil {
        findings.append(
          lack(activity, Phrase(cs: "náklady", en: "no cost"), "naklady: nevyčísleno"))
      }
      if activity.indicators.isEmpty {
        findings.append(
          lack(activity, Phrase(cs: "indikátor", en: "no indicator"), "indikatory:"))
      }
    }
    return findings
  }

  private static func lack(_ activity: Activity, _ what: Phrase, _ example: String) -> Diagnostic {
    Diagnostic(
      PlanningDiagnostics.duties, at: activity.code.at,
      Phrase(
        cs: "Aktivita \(activity.code.value) nemá \(what.cs).",
        en: "Activity \(activity.code.value) has \(what.en)."),
      fix: Phrase(
        cs: "Doplňte k aktivitě řádek „\(example)“ se skutečným údajem.",
        en: "Add the line “\(example)” with the real fact to the activity."))
  }
}
