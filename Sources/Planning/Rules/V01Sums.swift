import Core

extension Rule {
  /// V01: Σ funding by year = Σ by source = the stated total, in whole crowns; and the cost of an
  /// activity is what its lines add up to.
  static let sums = Rule(PlanningDiagnostics.sums) { plan, codelists in
    statedTotals(plan, codelists) + statedCosts(plan)
  }

  private static func statedTotals(_ plan: Plan, _ codelists: Codelists) -> [Diagnostic] {
    guard let totals = plan.totals else { return [] }
    var findings: [Diagnostic] = []
    var sum: Int64 = 0
    var byYear: [Int: Int64] = [:]
    var bySource: [String: Int64] = [:]
    for line in plan.funding {
      sum += line.amount.value
      byYear[line.year.value, default: 0] += line.amount.value
      bySource[line.source.value, default: 0] += line.amount.value
    }
    if let stated = totals.total, stated.value != sum {
      findings.append(
        disagreement(
          at: stated.at, of: Phrase(cs: "Celkem", en: "The grand total"), stated: stated.value,
          added: sum))
    }
    for stated in totals.years where stated.amount.value != byYear[stated.year.value, default: 0] {
      let year = stated.year.value
      findings.append(
        disagreement(
          at: stated.amount.at, of: Phrase(cs: "Rok \(year)", en: "The year \(year)"),
          stated: stated.amount.value, added: byYear[year, default: 0]))
    }
    // What a misspelt source takes from another is V10's finding and not another one here.
    let misspelt = misspeltSources(plan, bySource, codelists)
    for stated in totals.sources
    where stated.amount.value != bySource[stated.source.value, default: 0]
      && !misspelt.names.contains(stated.source.value)
      && !misspelt.amounts.contains(stated.amount.value - bySource[stated.source.value, default: 0])
    {
      let source = stated.source.value
      findings.append(
        disagreement(
          at: stated.amount.at, of: Phrase(cs: "Zdroj \(source)", en: "The source \(source)"),
          stated: stated.amount.value, added: bySource[source, default: 0]))
    }
    let years = Set(totals.years.map(\.year.value))
    if !years.isEmpty {
      for year in byYear.keys.sorted() where !years.contains(year) && byYear[year] != 0 {
        findings.append(
          unstated(at: totals.at, what: "\(year)", sum: byYear[year, default: 0], key: "roky"))
      }
    }
    let sources = Set(totals.sources.map(\.source.value))
    if !sources.isEmpty {
      for source in bySource.keys.sorted()
      where !sources.contains(source) && bySource[source] != 0 && !misspelt.names.contains(source)
        && !misspelt.amounts.contains(bySource[source, default: 0])
      {
        findings.append(
          unstated(at: totals.at, what: source, sum: bySource[source, default: 0], key: "zdroje"))
      }
    }
    return findings
  }

  /// The sources that the codelist lacks, and what lines or totals state for them.
  private static func misspeltSources(
    _ plan: Plan, _ bySource: [String: Int64], _ codelists: Codelists
  ) -> (names: [String], amounts: [Int64]) {
    func isUnknown(_ source: String) -> Bool {
      codelists.entry(.fundingSources, source, on: plan.textDate.value) == nil
    }
    let lines = bySource.keys.sorted().filter(isUnknown)
    let stated = (plan.totals?.sources ?? []).filter { isUnknown($0.source.value) }
    return (
      lines + stated.map(\.source.value),
      lines.map { bySource[$0, default: 0] } + stated.map(\.amount.value)
    )
  }

  private static func disagreement(
    at place: SourceSpan, of what: Phrase, stated: Int64, added: Int64
  ) -> Diagnostic {
    Diagnostic(
      PlanningDiagnostics.sums, at: place,
      Phrase(
        cs: "\(what.cs): uvedeno je \(crowns(stated)), ale řádky financování dávají "
          + "\(crowns(added)) (rozdíl \(crowns(stated - added))).",
        en: "\(what.en): stated are \(crowns(stated)), but the funding lines add up to "
          + "\(crowns(added)) (a difference of \(crowns(stated - added)))."),
      fix: Phrase(
        cs: "Opravte uvedený součet, nebo částky v tabulce financování.",
        en: "Correct the stated total or the amounts in the funding table."))
  }

  private static func unstated(at place: SourceSpan, what: String, sum: Int64, key: String)
    -> Diagnostic
  {
    Diagnostic(
      PlanningDiagnostics.sums, at: place,
      Phrase(
        cs: "Mezi součty chybí \(what): uvedeno není nic, řádky financování dávají "
          + "\(crowns(sum)).",
        en: "The totals lack \(what): nothing is stated, the funding lines add up to "
          + "\(crowns(sum))."),
      fix: Phrase(
        cs: "Doplňte pod klíč \(key) řádek „\(what): \(grouped(sum))“.",
        en: "Add the line “\(what): \(grouped(sum))” below the key \(key)."))
  }

  private static func statedCosts(_ plan: Plan) -> [Diagnostic] {
    var sums: [Code: Int64] = [:]
    for line in plan.funding { sums[line.activity.value, default: 0] += line.amount.value }
    var findings: [Diagnostic] = []
    for activity in plan.activities {
      guard let cost = activity.cost, let sum = sums[activity.code.value] else { continue }
      let stated: Phrase
      switch cost.value {
      case .amount(let amount):
        if amount == sum { continue }
        stated = Phrase(cs: crowns(amount), en: crowns(amount))
      case .range(let low, let high):
        if low <= sum, sum <= high { continue }
        let range = "\(grouped(low)) – \(crowns(high))"
        stated = Phrase(cs: range, en: range)
      case .zero:
        if sum == 0 { continue }
        stated = Phrase(cs: crowns(0), en: crowns(0))
      case .within(let code):
        stated = Phrase(
          cs: "v rámci \(code), tedy \(crowns(0))", en: "within \(code): \(crowns(0))")
      case .unknown:
        stated = Phrase(cs: "nevyčísleno", en: "not yet known")
      }
      let code = activity.code.value
      findings.append(
        Diagnostic(
          PlanningDiagnostics.sums, at: cost.at,
          Phrase(
            cs: "Aktivita \(code) má náklady \(stated.cs), ale její řádky financování dávají "
              + "\(crowns(sum)).",
            en: "The cost of activity \(code) is \(stated.en), but its funding lines add up to "
              + "\(crowns(sum))."),
          fix: Phrase(
            cs: "Opravte náklady aktivity, nebo její řádky v tabulce financování.",
            en: "Correct the cost of the activity or its lines in the funding table.")))
    }
    return findings
  }
}
