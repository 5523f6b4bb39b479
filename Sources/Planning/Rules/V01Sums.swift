import Core

extension Rule {
  /// V01: Σ funding by year = Σ by source = the stated total, in whole crowns; ranges add up to
  /// ranges, and what is not yet known is in no sum.
  static let sums = Rule(PlanningDiagnostics.sums, needs: [.strategy, .funding, .totals]) {
    plan, codelists in
    statedTotals(plan, codelists) + statedCosts(plan) + statedBudgets(plan)
  }

  private static func statedTotals(_ plan: Plan, _ codelists: Codelists) -> [Diagnostic] {
    guard let totals = plan.totals else { return [] }
    var findings: [Diagnostic] = []
    var sum = Money.zero
    var byYear: [Int: Money] = [:]
    var bySource: [String: Money] = [:]
    for line in plan.funding {
      sum += line.amount.value
      byYear[line.year.value, default: .zero] += line.amount.value
      bySource[line.source.value, default: .zero] += line.amount.value
    }
    func compare(_ stated: Located<Money>, with added: Money, of what: Phrase) {
      if !agree(stated.value, added) {
        findings.append(disagreement(at: stated.at, of: what, stated: stated.value, added: added))
      }
    }
    if let stated = totals.total {
      compare(stated, with: sum, of: Phrase(cs: "Celkem", en: "The grand total"))
    }
    for stated in totals.years {
      let year = stated.year.value
      compare(
        stated.amount, with: byYear[year] ?? .zero,
        of: Phrase(cs: "Rok \(year)", en: "The year \(year)"))
    }
    // What a misspelt source takes from another is V10's finding and not another one here.
    let misspelt = misspeltSources(plan, bySource, codelists)
    for stated in totals.sources where !misspelt.names.contains(stated.source.value) {
      let sum = bySource[stated.source.value] ?? .zero
      if misspelt.amounts.contains(where: { agree(stated.amount.value, sum + $0) }) { continue }
      let source = stated.source.value
      compare(
        stated.amount, with: sum, of: Phrase(cs: "Zdroj \(source)", en: "The source \(source)"))
    }
    let years = Set(totals.years.map(\.year.value))
    if !years.isEmpty {
      for year in byYear.keys.sorted() where !years.contains(year) {
        guard let sum = byYear[year], !sum.isNothing else { continue }
        findings.append(unstated(at: totals.at, what: "\(year)", sum: sum, key: "roky"))
      }
    }
    let sources = Set(totals.sources.map(\.source.value))
    if !sources.isEmpty {
      for source in bySource.keys.sorted()
      where !sources.contains(source) && !misspelt.names.contains(source) {
        guard let sum = bySource[source], !sum.isNothing, !misspelt.amounts.contains(sum) else {
          continue
        }
        findings.append(unstated(at: totals.at, what: source, sum: sum, key: "zdroje"))
      }
    }
    return findings
  }

  /// Whether a stated sum is what was added up. A sum of which nothing is known may be stated as
  /// „nevyčísleno“; otherwise the unknown parts are in neither.
  private static func agree(_ stated: Money, _ added: Money) -> Bool {
    if stated.isUnknown || added.isUnknown { return stated.isUnknown && added.isUnknown }
    return stated.low == added.low && stated.high == added.high
  }

  /// The sources that the codelist lacks, and what lines or totals state for them.
  private static func misspeltSources(
    _ plan: Plan, _ bySource: [String: Money], _ codelists: Codelists
  ) -> (names: [String], amounts: [Money]) {
    let stated = plan.totals?.sources ?? []
    let named = Set(plan.funding.map(\.source.value) + stated.map(\.source.value)).sorted()
    let names = named.filter {
      codelists.entry(.fundingSources, $0, on: plan.textDate.value) == nil
    }
    return (
      names,
      names.compactMap { bySource[$0] }
        + stated.filter { names.contains($0.source.value) }.map(\.amount.value)
    )
  }

  private static func disagreement(
    at place: SourceSpan, of what: Phrase, stated: Money, added: Money
  ) -> Diagnostic {
    let exact = stated.low == stated.high && added.low == added.high
    let difference = crowns(stated.low - added.low)
    return Diagnostic(
      PlanningDiagnostics.sums, at: place,
      Phrase(
        cs: "\(what.cs): uvedeno je \(stated.words.cs), ale řádky financování dávají "
          + "\(added.words.cs)" + (exact ? " (rozdíl \(difference))." : "."),
        en: "\(what.en): stated are \(stated.words.en), but the funding lines add up to "
          + "\(added.words.en)" + (exact ? " (a difference of \(difference))." : ".")),
      fix: Phrase(
        cs: "Opravte uvedený součet, nebo částky v tabulce financování.",
        en: "Correct the stated total or the amounts in the funding table."))
  }

  private static func unstated(at place: SourceSpan, what: String, sum: Money, key: String)
    -> Diagnostic
  {
    Diagnostic(
      PlanningDiagnostics.sums, at: place,
      Phrase(
        cs: "Mezi součty chybí \(what): uvedeno není nic, řádky financování dávají "
          + "\(sum.words.cs).",
        en: "The totals lack \(what): nothing is stated, the funding lines add up to "
          + "\(sum.words.en)."),
      fix: Phrase(
        cs: "Doplňte pod klíč \(key) řádek „\(what): "
          + (sum.isUnknown ? "nevyčísleno“." : "\(sum.figures)“."),
        en: "Add the line “\(what): " + (sum.isUnknown ? "nevyčísleno” " : "\(sum.figures)” ")
          + "below the key \(key)."))
  }

  private static func statedCosts(_ plan: Plan) -> [Diagnostic] {
    var sums: [Code: Money] = [:]
    for line in plan.funding { sums[line.activity.value, default: .zero] += line.amount.value }
    var findings: [Diagnostic] = []
    for activity in plan.activities {
      guard let cost = activity.cost else { continue }
      let code = activity.code.value
      guard let sum = sums[code] else {
        if !plan.funding.isEmpty, let lone = unfunded(code, cost) { findings.append(lone) }
        continue
      }
      if holds(cost.value, sum) { continue }
      let stated = words(of: cost.value)
      findings.append(
        Diagnostic(
          PlanningDiagnostics.sums, at: cost.at,
          Phrase(
            cs: "Aktivita \(code) má náklady \(stated.cs), ale její řádky financování dávají "
              + "\(sum.words.cs).",
            en: "The cost of activity \(code) is \(stated.en), but its funding lines add up to "
              + "\(sum.words.en)."),
          fix: Phrase(
            cs: "Opravte náklady aktivity, nebo její řádky v tabulce financování.",
            en: "Correct the cost of the activity or its lines in the funding table.")))
    }
    return findings
  }

  /// Whether the cost of an activity is what its funding lines say. A range may be funded by any
  /// sum within it; what is paid within another activity has no lines of its own.
  private static func holds(_ cost: Cost, _ sum: Money) -> Bool {
    switch cost {
    case .amount(let amount): sum == Money(amount)
    case .range(let low, let high): low <= sum.low && sum.high <= high
    case .zero: sum == .zero
    case .within: false
    case .unknown: sum.unknowns > 0
    }
  }

  private static func words(of cost: Cost) -> Phrase {
    switch cost {
    case .amount, .range, .zero, .unknown: cost.money.words
    case .within(let code):
      Phrase(cs: "v rámci \(code), tedy žádné vlastní", en: "within \(code), none of its own")
    }
  }

  private static func unfunded(_ code: Code, _ cost: Located<Cost>) -> Diagnostic? {
    switch cost.value {
    case .zero, .within, .unknown: return nil
    case .amount, .range: break
    }
    let stated = cost.value.money.words
    return Diagnostic(
      PlanningDiagnostics.unfunded, at: cost.at,
      Phrase(
        cs: "Aktivita \(code) má náklady \(stated.cs), ale v tabulce financování nemá žádný "
          + "řádek, a proto ani není v součtech.",
        en: "The cost of activity \(code) is \(stated.en), but the funding table has no line of "
          + "it, so no sum holds it."),
      fix: Phrase(
        cs: "Doplňte její řádky do tabulky financovani.",
        en: "Add its lines to the table financovani."))
  }

  /// What an action plan says of a year against the lines of funding for that year.
  private static func statedBudgets(_ plan: Plan) -> [Diagnostic] {
    plan.actionPlans.flatMap { year in
      year.items.compactMap { item -> Diagnostic? in
        guard let stated = item.budget else { return nil }
        let lines = plan.funding(of: item.activity.value).filter {
          $0.year.value == year.year.value
        }
        let sum = lines.total(\.amount.value)
        guard !lines.isEmpty, !agree(stated.value, sum) else { return nil }
        let code = item.activity.value
        return Diagnostic(
          PlanningDiagnostics.sums, at: stated.at,
          Phrase(
            cs: "Akční plán \(year.year.value), aktivita \(code): uvedeno je "
              + "\(stated.value.words.cs), ale řádky financování toho roku dávají "
              + "\(sum.words.cs).",
            en: "Action plan \(year.year.value), activity \(code): stated are "
              + "\(stated.value.words.en), but the funding lines of the year add up to "
              + "\(sum.words.en)."),
          fix: Phrase(
            cs: "Opravte rozpočet v akčním plánu, nebo částky v tabulce financování.",
            en: "Correct the budget of the action plan or the amounts in the funding table."))
      }
    }
  }
}

extension Money {
  /// The sum in words of a message: `100 000–150 000 Kč`, `nevyčísleno`.
  var words: Phrase {
    if isUnknown { return Phrase(cs: "nevyčísleno", en: "not yet known") }
    guard unknowns > 0 else { return Phrase(cs: amount, en: amount) }
    return Phrase(
      cs: "\(amount) a \(unknowns)× nevyčísleno", en: "\(amount) and \(unknowns)× not yet known")
  }
}
