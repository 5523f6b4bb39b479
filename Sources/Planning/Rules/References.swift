import Core

extension Rule {
  /// R01: the strategic records that others name exist.
  static let references = Rule(PlanningDiagnostics.missing, needs: [.strategy]) { plan, _ in
    var search = Search()
    let activities = Known(
      plan.activities.map(\.code.value.text), Phrase(cs: "Aktivita", en: "Activity"))
    let records = Known(
      plan.priorities.map(\.code.value.text) + plan.measures.map(\.code.value.text)
        + activities.names, Phrase(cs: "Záznam", en: "Record"))
    for link in plan.swots.flatMap(\.items).flatMap(\.links) + plan.analyses.flatMap(\.links) {
      search.look(for: link.map(\.text), among: records)
    }
    let named =
      plan.funding.map(\.activity) + plan.actionPlans.flatMap(\.items).map(\.activity)
      + plan.evaluations.map(\.activity)
    for code in named { search.look(for: code.map(\.text), among: activities) }
    for record in plan.activities {
      guard let cost = record.cost, case .within(let code) = cost.value else { continue }
      search.look(for: Located(code.text, at: cost.at), among: activities)
    }
    return search.findings
  }

  /// R01: the persons and groups that others name exist.
  static let people = Rule(PlanningDiagnostics.missing, needs: [.people]) { plan, _ in
    var search = Search()
    let persons = Known(plan.persons.map(\.id.value), Phrase(cs: "Osoba", en: "Person"))
    for group in plan.groups {
      if let guarantor = group.guarantor { search.look(for: guarantor, among: persons) }
      for member in group.members { search.look(for: member.person, among: persons) }
    }
    let groups = Known(plan.groups.map(\.id.value), Phrase(cs: "Skupina", en: "Group"))
    for swot in plan.swots { search.look(for: swot.group, among: groups) }
    return search.findings
  }

  /// R01: the providers and services that others name exist.
  static let supply = Rule(
    PlanningDiagnostics.missing, needs: [.providers, .services]
  ) { plan, _ in
    var search = Search()
    let providers = Known(
      plan.providers.map(\.companyNumber.value),
      Phrase(cs: "Poskytovatel s IČO", en: "The provider of number"))
    for service in plan.services { search.look(for: service.provider, among: providers) }
    let services = Known(
      plan.services.compactMap(\.key), Phrase(cs: "Služba", en: "Service"))
    let keys =
      plan.activities.flatMap(\.services) + plan.facilities.map(\.service)
      + plan.capacities.map(\.service)
    for key in keys { search.look(for: key, among: services) }
    return search.findings
  }

  /// R02: identifiers are unique.
  static let uniqueness = Rule(PlanningDiagnostics.duplicate, needs: []) { plan, _ in
    duplicates(plan)
  }

  /// R03: „v rámci“ does not go in a circle.
  static let circles = Rule(PlanningDiagnostics.circular, needs: []) { plan, _ in circles(plan) }

  /// The names that records of one sort may be called by.
  private struct Known {
    let names: [String]
    let set: Set<String>
    let what: Phrase

    init(_ names: [String], _ what: Phrase) {
      self.names = names
      self.set = Set(names)
      self.what = what
    }
  }

  /// What is named and missing.
  private struct Search {
    var findings: [Diagnostic] = []

    mutating func look(for value: Located<String>, among known: Known) {
      guard !known.set.contains(value.value) else { return }
      findings.append(unknown(value, among: known.names, known.what))
    }
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
    // Of a code that stands twice nobody knows which is meant; V05 tells that already.
    var counts: [Code: Int] = [:]
    for activity in plan.activities { counts[activity.code.value, default: 0] += 1 }
    for activity in plan.activities where counts[activity.code.value] == 1 {
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
