import Core

extension Rule {
  /// V04: terms and years of funding lie in the period of the plan, unless the activity says that
  /// it knowingly overlaps (přesah).
  static let time = Rule(PlanningDiagnostics.time, needs: []) { plan, _ in
    let period = plan.period.value
    var findings: [Diagnostic] = []
    var overlapping: Set<Code> = []
    for activity in plan.activities {
      if let flag = activity.overlaps, flag.value {
        overlapping.insert(activity.code.value)
        if !goesBeyond(activity, plan) { findings.append(needless(activity, flag.at, period)) }
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
    return findings + years(plan)
  }

  /// Whether a term or a funding line lies outside the period.
  private static func goesBeyond(_ activity: Activity, _ plan: Plan) -> Bool {
    let period = plan.period.value
    if let term = activity.term, case .span(let from, let to) = term.value,
      !period.contains(from.year) || !period.contains(to.year)
    {
      return true
    }
    return plan.funding(of: activity.code.value).contains { !period.contains($0.year.value) }
  }

  private static func needless(_ activity: Activity, _ place: SourceSpan, _ period: Period)
    -> Diagnostic
  {
    Diagnostic(
      PlanningDiagnostics.needlessOverlap, at: place,
      Phrase(
        cs: "Aktivita \(activity.code.value) má označen přesah, ale její termín i peníze leží "
          + "v období \(period).",
        en: "Activity \(activity.code.value) flags an overlap, but its term and its money lie in "
          + "the period \(period)."),
      fix: Phrase(
        cs: "Smažte řádek „presah: ano“, nebo opravte termín.",
        en: "Delete the line “presah: ano”, or correct the term."))
  }

  /// Action plans and evaluations are of years of the plan.
  private static func years(_ plan: Plan) -> [Diagnostic] {
    let period = plan.period.value
    let years =
      plan.actionPlans.map { ($0.year, Phrase(cs: "Akční plán", en: "An action plan")) }
      + plan.evaluations.map { row in
        let code = row.activity.value
        return (
          row.year,
          Phrase(cs: "Hodnocení aktivity \(code)", en: "An evaluation of activity \(code)")
        )
      }
    return years.filter { !period.contains($0.0.value) }.map { year, what in
      Diagnostic(
        PlanningDiagnostics.time, at: year.at,
        Phrase(
          cs: "\(what.cs) je na rok \(year.value), plán platí pro období \(period).",
          en: "\(what.en) is for \(year.value), the period of the plan is \(period)."),
        fix: Phrase(cs: "Opravte rok.", en: "Correct the year."))
    }
  }
}
