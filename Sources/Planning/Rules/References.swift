import Core

extension Rule {
  /// R01–R03: what records name exists, identifiers are unique, „v rámci“ does not go in a circle.
  static let references = Rule(PlanningDiagnostics.missing) { plan, _ in
    missing(plan) + duplicates(plan) + circles(plan)
  }

  private static func missing(_ plan: Plan) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    func check(
      _ value: Located<String>, among known: [String], _ set: Set<String>, _ what: Phrase
    ) {
      if !set.contains(value.value) { findings.append(unknown(value, among: known, what)) }
    }
    let person = Phrase(cs: "Osoba", en: "Person")
    let persons = plan.persons.map(\.id.value)
    let personSet = Set(persons)
    for group in plan.groups {
      if let guarantor = group.guarantor { check(guarantor, among: persons, personSet, person) }
      for member in group.members { check(member.person, among: persons, personSet, person) }
    }
    let groups = plan.groups.map(\.id.value)
    let groupSet = Set(groups)
    let activities = plan.activities.map(\.code.value.text)
    let activitySet = Set(activities)
    let codes =
      plan.priorities.map(\.code.value.text) + plan.measures.map(\.code.value.text)
      + activities
    let codeSet = Set(codes)
    for swot in plan.swots {
      check(swot.group, among: groups, groupSet, Phrase(cs: "Skupina", en: "Group"))
      for link in swot.items.flatMap(\.links) {
        check(link.map(\.text), among: codes, codeSet, Phrase(cs: "Záznam", en: "Record"))
      }
    }
    let providers = plan.providers.map(\.companyNumber.value)
    let providerSet = Set(providers)
    for service in plan.services {
      check(
        service.provider, among: providers, providerSet,
        Phrase(cs: "Poskytovatel s IČO", en: "The provider of number"))
    }
    let activity = Phrase(cs: "Aktivita", en: "Activity")
    for line in plan.funding {
      check(line.activity.map(\.text), among: activities, activitySet, activity)
    }
    let services = plan.services.compactMap(\.key)
    let serviceSet = Set(services)
    let service = Phrase(cs: "Služba", en: "Service")
    let keys =
      plan.activities.flatMap(\.services) + plan.facilities.map(\.service)
      + plan.capacities.map(\.service)
    for key in keys { check(key, among: services, serviceSet, service) }
    for link in plan.analyses.flatMap(\.links) {
      check(link.map(\.text), among: codes, codeSet, Phrase(cs: "Záznam", en: "Record"))
    }
    let named = plan.actionPlans.flatMap(\.items).map(\.activity) + plan.evaluations.map(\.activity)
    for code in named { check(code.map(\.text), among: activities, activitySet, activity) }
    for record in plan.activities {
      guard let cost = record.cost, case .within(let code) = cost.value else { continue }
      check(Located(code.text, at: cost.at), among: activities, activitySet, activity)
    }
    return findings
  }

  private static func unknown(_ value: Located<String>, among known: [String], _ what: Phrase)
    -> Diagnostic
  {
    var fix = Phrase(
      cs: "Opravte odkaz, nebo záznam do plánu doplňte.",
      en: "Correct the reference, or add the record to the plan.")
    if let guess = nearest(to: value.value, among: known) {
      fix = Phrase(cs: "Nemělo tu být „\(guess)“?", en: "Should it be “\(guess)”?")
    }
    return Diagnostic(
      PlanningDiagnostics.missing, at: value.at,
      Phrase(
        cs: "\(what.cs) „\(value.value)“ v plánu není.",
        en: "\(what.en) “\(value.value)” is not in the plan."), fix: fix)
  }

  private static func duplicates(_ plan: Plan) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    func check(_ ids: [Located<String>], _ what: Phrase) {
      var seen: Set<String> = []
      for id in ids where !seen.insert(id.value).inserted {
        findings.append(
          Diagnostic(
            PlanningDiagnostics.duplicate, at: id.at,
            Phrase(
              cs: "\(what.cs) „\(id.value)“ je v plánu dvakrát.",
              en: "\(what.en) “\(id.value)” is in the plan twice."),
            fix: Phrase(
              cs: "Odstraňte jeden ze záznamů, nebo opravte jeho označení.",
              en: "Remove one of the records, or correct its identifier.")))
      }
    }
    check(plan.persons.map(\.id), Phrase(cs: "Osoba", en: "Person"))
    check(plan.groups.map(\.id), Phrase(cs: "Skupina", en: "Group"))
    check(
      plan.municipalities.map(\.code), Phrase(cs: "Kód obce", en: "The code of municipality"))
    check(plan.ages.map(\.municipality), Phrase(cs: "Věk v obci", en: "The ages of municipality"))
    check(
      plan.providers.map(\.companyNumber), Phrase(cs: "Poskytovatel s IČO", en: "Provider number"))
    check(plan.survey.map(\.id), Phrase(cs: "Otázka", en: "Question"))
    check(plan.abbreviations.map(\.short), Phrase(cs: "Zkratka", en: "Abbreviation"))
    check(plan.glossary.map(\.term), Phrase(cs: "Pojem", en: "Term"))
    check(plan.citations.map(\.id), Phrase(cs: "Zdroj", en: "Source"))
    check(
      plan.services.compactMap { $0.register ?? $0.ownID }, Phrase(cs: "Služba", en: "Service"))
    check(plan.analyses.map(\.id), Phrase(cs: "Podklad analýzy", en: "Piece of analysis"))
    check(plan.changes.map(\.id), Phrase(cs: "Změna", en: "Change"))
    check(plan.organisations.map(\.name), Phrase(cs: "Organizace", en: "Organisation"))
    check((plan.ideas ?? []).map(\.name), Phrase(cs: "Námět", en: "Idea"))
    check(plan.assets.map(\.file), Phrase(cs: "Obrázek", en: "Picture"))
    let years = plan.actionPlans.map { $0.year.map { "\($0)" } }
    check(years, Phrase(cs: "Akční plán na rok", en: "Action plan of"))
    return findings
  }

  private static func circles(_ plan: Plan) -> [Diagnostic] {
    var within: [Code: Code] = [:]
    for activity in plan.activities {
      if let cost = activity.cost, case .within(let code) = cost.value {
        within[activity.code.value] = code
      }
    }
    var findings: [Diagnostic] = []
    for activity in plan.activities {
      let start = activity.code.value
      guard let cost = activity.cost, var code = within[start] else { continue }
      var path = [start]
      while code != start, path.count <= within.count, let next = within[code] {
        path.append(code)
        code = next
      }
      guard code == start else { continue }
      let circle = (path + [start]).map(\.text).joined(separator: " → ")
      findings.append(
        Diagnostic(
          PlanningDiagnostics.circular, at: cost.at,
          Phrase(
            cs: "Náklady aktivity \(start) jsou „v rámci“ sebe samých: \(circle).",
            en: "The cost of activity \(start) is within itself: \(circle)."),
          fix: Phrase(
            cs: "Uveďte u jedné z aktivit částku.",
            en: "State an amount for one of the activities.")))
    }
    return findings
  }
}
