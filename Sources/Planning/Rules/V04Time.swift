import Core

extension Rule {
  /// V04: terms and years of funding lie in the period of the plan, unless the activity says that
  /// it knowingly overlaps (přesah).
  static let time = Rule(PlanningDiagnostics.time, judgesSingly: true) { plan, _ in
    let period = plan.period.value
    var findings: [Diagnostic] = []
    var overlapping: Set<Code> = []
    for activity in plan.activities {
      if activity.overlaps?.value == true {
        overlapping.insert(activity.code.value)
        continue
      }
      guard let term = activity.term, case .span(let from, let to) = term.value,
        !period.contains(from.year) || !period.contains(to.year)
      else { continue }
      findings.append(
        Diagnostic(
          PlanningDiagnostics.time, at: term.at,
          Phrase(
            cs: "Aktivita \(activity.code.value) má termín \(term.value.text), "
              + "plán platí pro období \(period).",
            en: "The term of activity \(activity.code.value) is \(term.value.text), "
              + "the period of the plan is \(period)."),
          fix: Phrase(
            cs: "Opravte termín, nebo k aktivitě připište „presah: ano“.",
            en: "Correct the term, or add “presah: ano” to the activity.")))
    }
    for line in plan.funding
    where !period.contains(line.year.value) && !overlapping.contains(line.activity.value) {
      findings.append(
        Diagnostic(
          PlanningDiagnostics.time, at: line.year.at,
          Phrase(
            cs: "Řádek financování aktivity \(line.activity.value) je na rok \(line.year.value), "
              + "plán platí pro období \(period).",
            en: "A funding line of activity \(line.activity.value) is for \(line.year.value), "
              + "the period of the plan is \(period)."),
          fix: Phrase(
            cs: "Opravte rok, nebo k aktivitě připište „presah: ano“.",
            en: "Correct the year, or add “presah: ano” to the activity.")))
    }
    return findings
  }
}
