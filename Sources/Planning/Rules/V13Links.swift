import Core

extension Rule {
  /// V13: what the analysis found is answered, and what the plan does rests on the analysis.
  ///
  /// Only weaknesses and threats ask for an answer; a group may say why it gives none
  /// (`bez_vazby`). A SWOT none of whose items leads anywhere is told once. Measures are judged
  /// where the plan has an analysis or a SWOT at all.
  static let links = Rule(
    PlanningDiagnostics.unansweredItem, needs: [.strategy, .swots, .analyses]
  ) { plan, _ in
    plan.swots.flatMap(items) + measures(plan)
  }

  private static func items(_ swot: SWOT) -> [Diagnostic] {
    let isLoose = swot.items.allSatisfy { $0.links.isEmpty && $0.unanswered == nil }
    if isLoose, !swot.items.isEmpty {
      return [
        Diagnostic(
          PlanningDiagnostics.unansweredItem, at: swot.at,
          Phrase(
            cs: "SWOT „\(swot.name.value)“: žádná z položek (\(swot.items.count)) nemá vazbu na "
              + "opatření ani aktivitu.",
            en: "SWOT “\(swot.name.value)”: none of the \(swot.items.count) items is linked to a "
              + "measure or an activity."),
          fix: Phrase(
            cs: "Připište k položkám „vazby: 1.1“ s kódem opatření nebo aktivity.",
            en: "Add “vazby: 1.1” with the code of a measure or activity to the items."))
      ]
    }
    return swot.items.compactMap { item in
      guard item.quadrant == .weaknesses || item.quadrant == .threats, item.links.isEmpty,
        item.unanswered == nil
      else { return nil }
      return Diagnostic(
        PlanningDiagnostics.unansweredItem, at: item.text.at,
        Phrase(
          cs: "SWOT „\(swot.name.value)“: na položku „\(item.text.value)“ nic v plánu neodpovídá.",
          en: "SWOT “\(swot.name.value)”: nothing in the plan answers “\(item.text.value)”."),
        fix: Phrase(
          cs: "Připište „vazby: …“ s kódem opatření nebo aktivity, anebo „bez_vazby: …“ s důvodem, "
            + "proč plán neodpovídá.",
          en: "Add “vazby: …” with the code of a measure or activity, or “bez_vazby: …” with the "
            + "reason why the plan gives no answer."))
    }
  }

  private static func measures(_ plan: Plan) -> [Diagnostic] {
    guard !plan.swots.isEmpty || !plan.analyses.isEmpty else { return [] }
    var grounded = Set(plan.analyses.flatMap(\.links).map(\.value))
    grounded.formUnion(plan.swots.flatMap(\.items).flatMap(\.links).map(\.value))
    for activity in plan.activities where grounded.contains(activity.code.value) {
      grounded.insert(activity.measure.value)
    }
    return plan.measures.filter { !grounded.contains($0.code.value) }.map { measure in
      Diagnostic(
        PlanningDiagnostics.ungroundedMeasure, at: measure.code.at,
        Phrase(
          cs: "Opatření \(measure.code.value) „\(measure.name.value)“ se neopírá o žádnou položku "
            + "SWOT ani o podklad analýzy.",
          en:
            "Measure \(measure.code.value) “\(measure.name.value)” rests on no item of a SWOT and "
            + "on no piece of the analysis."),
        fix: Phrase(
          cs:
            "Připište jeho kód k údaji „vazby“ u položky SWOT nebo u podkladu pod klíčem analyza.",
          en: "Add its code to “vazby” of a SWOT item, or of a piece below the key analyza."))
    }
  }
}
