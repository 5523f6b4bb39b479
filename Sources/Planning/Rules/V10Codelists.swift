import Core

extension Rule {
  /// V10: coded values are valid on the date of the text.
  static let codelistValues = Rule(PlanningDiagnostics.codelist, needs: []) {
    plan, codelists in
    let day = plan.textDate.value
    var findings: [Diagnostic] = []
    // An empty value was noted by the reader.
    for (list, value) in codedValues(plan) where !value.value.isEmpty {
      if codelists.entry(list, value.value, on: day) != nil { continue }
      findings.append(unlisted(value, list, codelists, day))
    }
    return findings
  }

  private static func codedValues(_ plan: Plan) -> [(CodelistName, Located<String>)] {
    var values: [(CodelistName, Located<String>)] = [
      (.planKinds, plan.kind), (.planStates, plan.state),
    ]
    for group in plan.groups {
      values.append((.groupKinds, group.kind))
      for member in group.members {
        values.append((.sides, member.side))
        if let role = member.role { values.append((.roles, role)) }
      }
    }
    for measure in plan.measures {
      values += measure.targetGroups.map { (.targetGroups, $0) }
      if let state = measure.state { values.append((.measureStates, state)) }
    }
    values += (plan.totals?.sources ?? []).map { (.fundingSources, $0.source) }
    for line in plan.funding {
      values.append((.fundingSources, line.source))
      if let state = line.state { values.append((.fundingStates, state)) }
    }
    return values + codedServices(plan) + codedReviews(plan) + codedRecords(plan)
  }

  private static func codedServices(_ plan: Plan) -> [(CodelistName, Located<String>)] {
    plan.services.flatMap { service -> [(CodelistName, Located<String>)] in
      [(.serviceKinds, service.kind)] + service.forms.map { (.serviceForms, $0) }
        + service.targetGroups.map { (.targetGroups, $0) }
        + [service.unit].compactMap { $0.map { (.capacityUnits, $0) } }
        + [service.network].compactMap { $0.map { (.networkStates, $0) } }
        + service.ages.map { (.ages, $0) }
        + [service.access].compactMap { $0.map { (.accessibility, $0) } }
        + [service.demand].compactMap { $0.map { (.demands, $0) } }
    }
      + plan.capacities.flatMap { capacity -> [(CodelistName, Located<String>)] in
        [(.serviceForms, capacity.form), (.capacityUnits, capacity.unit)]
      }
      + plan.facilities.compactMap { facility in facility.access.map { (.accessibility, $0) } }
  }

  private static func codedRecords(_ plan: Plan) -> [(CodelistName, Located<String>)] {
    var values: [(CodelistName, Located<String>)] = []
    if let kind = plan.territory.kind { values.append((.territoryKinds, kind)) }
    values += plan.projects.compactMap { project in project.programme.map { (.programmes, $0) } }
    values += plan.analyses.map { (.analysisKinds, $0.kind) }
    for idea in plan.ideas ?? [] {
      values += idea.sources.map { (.fundingSources, $0) }
      if let readiness = idea.readiness { values.append((.readiness, readiness)) }
    }
    values += plan.changes.compactMap { change in change.kind.map { (.changeKinds, $0) } }
    values += plan.hearings.map { (.hearingKinds, $0.kind) }
    values += plan.actionPlans.flatMap(\.items).map { (.actionStates, $0.state) }
    values += plan.evaluations.map { (.fulfilmentStates, $0.state) }
    return values
  }

  private static func codedReviews(_ plan: Plan) -> [(CodelistName, Located<String>)] {
    var values: [(CodelistName, Located<String>)] = []
    values += plan.evaluation.map { (.fulfilmentStates, $0.state) }
    for comment in plan.comments {
      if let channel = comment.channel { values.append((.channels, channel)) }
      if let settlement = comment.settlement { values.append((.settlements, settlement)) }
    }
    for approval in plan.approvals {
      values.append((.bodies, approval.body))
      if let result = approval.result { values.append((.approvalResults, result)) }
    }
    return values
  }

  private static func unlisted(
    _ value: Located<String>, _ list: CodelistName, _ codelists: Codelists, _ day: CivilDate
  ) -> Diagnostic {
    let valid = codelists.entries(list, on: day).map(\.code)
    var fix: Phrase
    if let guess = nearest(to: value.value, among: valid) {
      fix = Phrase(cs: "Nemělo tu být „\(guess)“?", en: "Should it be “\(guess)”?")
    } else if valid.isEmpty {
      fix = Phrase(
        cs:
          "Číselník \(list.rawValue).yaml k tomu dni nemá žádnou hodnotu; doplňte do něj, co se má "
          + "používat.",
        en: "The codelist \(list.rawValue).yaml has no value on that day; add to it what is to be "
          + "used.")
    } else if valid.count <= 8 {
      let all = valid.joined(separator: ", ")
      fix = Phrase(cs: "Použijte některou z hodnot: \(all).", en: "Use one of: \(all).")
    } else {
      fix = Phrase(
        cs: "Použijte hodnotu z číselníku \(list.rawValue).yaml (\(valid.count) hodnot).",
        en: "Use a value of the codelist \(list.rawValue).yaml (\(valid.count) values).")
    }
    let known = codelists.anyEntry(list, value.value) != nil
    return Diagnostic(
      PlanningDiagnostics.codelist, at: value.at,
      Phrase(
        cs: known
          ? "Hodnota „\(value.value)“ v číselníku \(list.rawValue) k datu textu \(day.czech) neplatí."
          : "Hodnota „\(value.value)“ v číselníku \(list.rawValue) není.",
        en: known
          ? "The value “\(value.value)” of the codelist \(list.rawValue) is not valid on \(day)."
          : "The value “\(value.value)” is not in the codelist \(list.rawValue)."),
      fix: fix)
  }
}
