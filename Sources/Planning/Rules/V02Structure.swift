import Core

extension Rule {
  /// V02: every measure has its priority, every priority a measure, every measure an activity
  /// (a warning where it has none); levels that the scheme lacks hold no records.
  static let structure = Rule(PlanningDiagnostics.structure, needs: [.numbering, .strategy]) {
    plan, _ in
    var findings: [Diagnostic] = []
    if plan.priorities.isEmpty, !plan.isCatalogueOnly {
      findings.append(
        Diagnostic(
          PlanningDiagnostics.structure, at: plan.at,
          Phrase(cs: "Plán nemá žádnou prioritu.", en: "The plan has no priority."),
          fix: Phrase(
            cs: "Napište priority pod klíč priority v souboru strategie.yaml.",
            en: "Write the priorities below the key priority in strategie.yaml.")))
    }
    return findings + areas(plan) + priorities(plan) + measures(plan)
  }

  private static func areas(_ plan: Plan) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let known = Set(plan.areas.map(\.code.value))
    let used = Set(plan.priorities.compactMap(\.area?.value))
    for area in plan.areas where !used.contains(area.code.value) {
      findings.append(
        childless(area.code, .area, of: .priority, plan, PlanningDiagnostics.structure))
    }
    for priority in plan.priorities {
      if let parent = priority.area {
        if !known.contains(parent.value) {
          findings.append(orphan(priority.code, .priority, parent: parent, .area, plan))
        }
      } else if plan.numbering.level(.area) != nil {
        findings.append(
          Diagnostic(
            PlanningDiagnostics.structure, at: priority.at,
            Phrase(
              cs: "\(name(.priority, plan)) \(priority.code.value) nepatří do žádné úrovně "
                + "„\(name(.area, plan))“, kterou číslování má.",
              en: "\(name(.priority, plan)) \(priority.code.value) belongs to no "
                + "“\(name(.area, plan))”, a level that the numbering has."),
            fix: Phrase(
              cs: "Zapište ji pod klíč oblasti, nebo úroveň oblast z číslování odstraňte.",
              en: "Write it below the key oblasti, or remove the level oblast from cislovani.")))
      }
    }
    return findings
  }

  private static func priorities(_ plan: Plan) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let known = Set(plan.priorities.map(\.code.value))
    let used = Set(plan.measures.map(\.priority.value))
    for priority in plan.priorities where !used.contains(priority.code.value) {
      findings.append(
        childless(priority.code, .priority, of: .measure, plan, PlanningDiagnostics.structure))
    }
    for measure in plan.measures where !known.contains(measure.priority.value) {
      findings.append(orphan(measure.code, .measure, parent: measure.priority, .priority, plan))
    }
    return findings
  }

  private static func measures(_ plan: Plan) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let known = Set(plan.measures.map(\.code.value))
    let used = Set(plan.activities.map(\.measure.value))
    if plan.numbering.level(.activity) != nil {
      for measure in plan.measures where !used.contains(measure.code.value) {
        findings.append(
          childless(measure.code, .measure, of: .activity, plan, PlanningDiagnostics.emptyMeasure))
      }
    }
    for activity in plan.activities {
      if plan.numbering.level(.activity) == nil {
        findings.append(
          Diagnostic(
            PlanningDiagnostics.structure, at: activity.at,
            Phrase(
              cs: "Číslování nemá úroveň aktivit, ale plán má aktivitu \(activity.code.value).",
              en: "The numbering has no level of activities, but the plan has activity "
                + "\(activity.code.value)."),
            fix: Phrase(
              cs: "Přidejte do číslování úroveň aktivita, nebo aktivitu odstraňte.",
              en: "Add the level aktivita to cislovani, or remove the activity.")))
      }
      if !known.contains(activity.measure.value) {
        findings.append(orphan(activity.code, .activity, parent: activity.measure, .measure, plan))
      }
    }
    return findings
  }

  private static func childless(
    _ code: Located<Code>, _ tier: Tier, of child: Tier, _ plan: Plan, _ kind: DiagnosticKind
  ) -> Diagnostic {
    Diagnostic(
      kind, at: code.at,
      Phrase(
        cs: "\(name(tier, plan)) \(code.value) nemá pod sebou nic na úrovni "
          + "„\(name(child, plan))“.",
        en: "\(name(tier, plan)) \(code.value) has nothing below it at the level "
          + "“\(name(child, plan))”."),
      fix: Phrase(
        cs: "Doplňte alespoň jeden záznam, nebo \(code.value) odstraňte.",
        en: "Add at least one record, or remove \(code.value)."))
  }

  private static func orphan(
    _ code: Located<Code>, _ tier: Tier, parent: Located<Code>, _ parentTier: Tier, _ plan: Plan
  ) -> Diagnostic {
    Diagnostic(
      PlanningDiagnostics.structure, at: parent.at,
      Phrase(
        cs: "\(name(tier, plan)) \(code.value) patří pod \(parent.value), ale taková "
          + "\(name(parentTier, plan)) v plánu není.",
        en:
          "\(name(tier, plan)) \(code.value) belongs to \(parent.value), but the plan has no such "
          + "\(name(parentTier, plan))."),
      fix: Phrase(
        cs: "Opravte kód nadřazeného záznamu, nebo ho doplňte.",
        en: "Correct the code of the parent, or add it."))
  }

  /// What the plan calls a level.
  static func name(_ tier: Tier, _ plan: Plan) -> String {
    if let level = plan.numbering.level(tier) { return level.singular }
    switch tier {
    case .area: return "Oblast"
    case .priority: return "Priorita"
    case .measure: return "Opatření"
    case .activity: return "Aktivita"
    }
  }
}
