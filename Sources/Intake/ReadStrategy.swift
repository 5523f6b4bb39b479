import Core
import Planning

/// The strategic part while it is read.
struct Strategy {
  var areas: [Area] = []
  var priorities: [Priority] = []
  var measures: [Measure] = []
  var activities: [Activity] = []
}

extension ReadingDesk {
  /// The keys `oblasti` and `priority` with everything below them.
  mutating func readStrategy(_ top: Record) -> Strategy {
    var strategy = Strategy()
    for item in items(top, "oblasti") { readArea(item, into: &strategy) }
    for item in items(top, "priority") { readPriority(item, area: nil, into: &strategy) }
    return strategy
  }

  private mutating func code(_ record: Record) -> Located<Code> {
    demand(record, "kod").map(Code.init)
  }

  private mutating func readArea(_ item: PlacedNode, into strategy: inout Strategy) {
    guard let record = record(item, .area)
    else { return }
    let code = code(record)
    strategy.areas.append(Area(code: code, name: demand(record, "nazev"), at: record.at))
    for item in items(record, "priority") { readPriority(item, area: code, into: &strategy) }
  }

  private mutating func readPriority(
    _ item: PlacedNode, area: Located<Code>?, into strategy: inout Strategy
  ) {
    guard let record = record(item, .priority)
    else { return }
    let code = code(record)
    strategy.priorities.append(
      Priority(
        code: code, area: area, name: demand(record, "nazev"), goal: passage(record, "cil"),
        at: record.at))
    for item in items(record, "opatreni") { readMeasure(item, of: code, into: &strategy) }
  }

  private mutating func readMeasure(
    _ item: PlacedNode, of priority: Located<Code>, into strategy: inout Strategy
  ) {
    guard let record = record(item, .measure)
    else { return }
    let code = code(record)
    strategy.measures.append(
      Measure(
        code: code, priority: priority, name: demand(record, "nazev"), goal: text(record, "cil"),
        description: passage(record, "popis"), rationale: passage(record, "zduvodneni"),
        targetGroups: texts(record, "cilove_skupiny"), indicators: indicators(record),
        risks: passage(record, "rizika"), state: text(record, "stav"), at: record.at))
    for item in items(record, "aktivity") { readActivity(item, of: code, into: &strategy) }
  }

  private mutating func readActivity(
    _ item: PlacedNode, of measure: Located<Code>, into strategy: inout Strategy
  ) {
    guard let record = record(item, .activity)
    else { return }
    var activity = Activity(
      code: code(record), measure: measure, name: demand(record, "nazev"),
      description: passage(record, "popis"), implementers: texts(record, "realizator"),
      partners: texts(record, "spoluprace"), term: value(record, "termin", .term),
      overlaps: value(record, "presah", .flag), cost: value(record, "naklady", .cost),
      indicators: indicators(record), output: passage(record, "vystup"), at: record.at)
    activity.services = texts(record, "sluzby")
    strategy.activities.append(activity)
  }

  private mutating func indicators(_ record: Record) -> [Indicator] {
    var indicators: [Indicator] = []
    for item in items(record, "indikatory") {
      guard let record = self.record(item, .indicator)
      else { continue }
      let target = value(record, "cilova", .quantity)
      indicators.append(
        Indicator(
          name: demand(record, "nazev"), unit: demand(record, "jednotka"),
          baseline: value(record, "vychozi", .quantity),
          target: target ?? Located(Quantity(digits: 0), at: record.at),
          year: value(record, "rok", .year), source: text(record, "zdroj"), at: record.at))
    }
    return indicators
  }
}
