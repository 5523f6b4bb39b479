import Core
import Planning
import Yams

extension ReadingDesk {
  /// Reads what a whole plan holds beyond its strategy and its tables; returns what puts it there.
  mutating func readWholeModel(_ top: Record) -> (inout Plan) -> Void {
    let projects = readFurtherProjects(top)
    let organisations = readOrganisations(top)
    let analyses = readAnalyses(top)
    let facilities = readFacilities()
    let capacities = readCapacities()
    let ideas = readIdeas(top)
    let changes = readChanges()
    let hearings = readHearings(top)
    let actionPlans = readActionPlans(top)
    let evaluations = readEvaluations()
    let assets = readAssets(top)
    let silences = readSilences(top)
    return { plan in
      plan.furtherProjects = projects
      plan.organisations = organisations
      plan.analyses = analyses
      plan.facilities = facilities
      plan.capacities = capacities
      plan.ideas = ideas
      plan.changes = changes
      plan.hearings = hearings
      plan.actionPlans = actionPlans
      plan.evaluations = evaluations
      plan.assets = assets
      plan.silences = silences
    }
  }

  /// The key `organizace`: who takes part and is neither a municipality nor a provider.
  private mutating func readOrganisations(_ top: Record) -> [Organisation] {
    items(top, "organizace").compactMap { item in
      guard let record = record(item, .organisation)
      else { return nil }
      return Organisation(
        name: demand(record, "nazev"), companyNumber: text(record, "ico"),
        web: text(record, "web"), at: record.at)
    }
  }

  /// The key `analyza`: what the strategic part rests on.
  private mutating func readAnalyses(_ top: Record) -> [AnalysisBlock] {
    items(top, "analyza").compactMap { item in
      guard let record = record(item, .analysis)
      else { return nil }
      return AnalysisBlock(
        id: demand(record, "id"), chapter: demand(record, "kapitola"),
        kind: demand(record, "typ"), name: demand(record, "nazev"), data: text(record, "data"),
        source: text(record, "zdroj"), date: value(record, "stav_k", .date),
        alternative: text(record, "alt"), finding: passage(record, "zjisteni"),
        links: codes(record, "vazby"), at: record.at)
    }
  }

  /// The key `zasobnik`: the store of project ideas; nil where the plan keeps none.
  private mutating func readIdeas(_ top: Record) -> [ProjectIdea]? {
    guard top["zasobnik"] != nil else { return nil }
    return items(top, "zasobnik").compactMap { item in
      guard let record = record(item, .idea)
      else { return nil }
      return ProjectIdea(
        name: demand(record, "nazev"), measures: codes(record, "opatreni"),
        proposer: text(record, "predkladatel"), partners: texts(record, "partneri"),
        place: text(record, "lokalita"), need: passage(record, "potreba"),
        goals: passage(record, "cile"), activities: passage(record, "aktivity"),
        outputs: passage(record, "vystupy"), budget: value(record, "rozpocet", .cost),
        sources: texts(record, "zdroje"), schedule: text(record, "harmonogram"),
        readiness: text(record, "pripravenost"), contact: text(record, "kontakt"), at: record.at)
    }
  }

  /// The key `aktiva`: where pictures come from.
  private mutating func readAssets(_ top: Record) -> [Asset] {
    items(top, "aktiva").compactMap { item in
      guard let record = record(item, .asset)
      else { return nil }
      return Asset(
        file: demand(record, "soubor"), licence: text(record, "licence"),
        author: text(record, "autor"), width: value(record, "sirka", .whole)?.map { Int($0) },
        height: value(record, "vyska", .whole)?.map { Int($0) },
        colourSpace: text(record, "barvy"), hasAlpha: value(record, "alfa", .flag),
        alternative: text(record, "alt"), at: record.at)
    }
  }

  /// The key `ztisit`: warnings that are known and accepted.
  private mutating func readSilences(_ top: Record) -> [Silence] {
    items(top, "ztisit").compactMap { item in
      guard let record = record(item, .silence)
      else { return nil }
      return Silence(
        code: demand(record, "kod"), reason: text(record, "duvod"),
        record: text(record, "zaznam"), at: record.at)
    }
  }
}
