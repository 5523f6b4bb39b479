import Core

extension Rule {
  /// V17: a store of project ideas holds at least five, each linked to a measure.
  static let ideas = Rule(PlanningDiagnostics.ideas, needs: [.ideas, .strategy]) { plan, _ in
    guard let ideas = plan.ideas else { return [] }
    var findings: [Diagnostic] = []
    if ideas.count < leastIdeas {
      findings.append(
        Diagnostic(
          PlanningDiagnostics.ideas, at: ideas.first?.at ?? plan.at,
          Phrase(
            cs: "Zásobník projektů má námětů \(ideas.count), má jich mít alespoň \(leastIdeas).",
            en: "The store of projects has \(ideas.count) ideas, it should have at least "
              + "\(leastIdeas)."),
          fix: Phrase(
            cs: "Doplňte náměty pod klíč zasobnik, nebo zásobník z plánu vyjměte.",
            en: "Add ideas below the key zasobnik, or take the store out of the plan.")))
    }
    let measures = Set(plan.measures.map(\.code.value))
    for idea in ideas where !idea.measures.contains(where: { measures.contains($0.value) }) {
      let named = idea.measures.map(\.value.text).joined(separator: ", ")
      findings.append(
        Diagnostic(
          PlanningDiagnostics.ideas, at: idea.measures.first?.at ?? idea.at,
          Phrase(
            cs: "Námět „\(idea.name.value)“ "
              + (named.isEmpty
                ? "neuvádí opatření, které naplňuje."
                : "uvádí \(named), ale takové opatření v plánu není."),
            en: "The idea “\(idea.name.value)” "
              + (named.isEmpty
                ? "names no measure that it fulfils."
                : "names \(named), but the plan has no such measure.")),
          fix: Phrase(
            cs: "Napište k námětu „opatreni: …“ s kódem některého opatření.",
            en: "Write “opatreni: …” with the code of a measure to the idea.")))
    }
    return findings
  }

  /// How many ideas a store must hold at least; the grant schemes of the first plans asked for five.
  private static let leastIdeas = 5
}
