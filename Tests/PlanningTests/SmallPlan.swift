import Core
import Planning

/// A place in no file.
let nowhere = SourceSpan(file: FileID(0 as UInt32), start: 0, end: 0)

/// A value in no file.
func placed<Value>(_ value: Value) -> Located<Value> { Located(value, at: nowhere) }

/// A plan without any record.
func emptyPlan(numbering: Numbering = .usual) -> Plan? {
  guard let date = CivilDate(year: 2024, month: 11, day: 5) else { return nil }
  return Plan(
    title: placed("Plán"), subtitle: nil, kind: placed("komunitní plán"),
    period: placed(Period(first: 2025, last: 2027)),
    territory: Territory(name: placed("Ukázkovsko"), kind: nil, code: nil, at: nowhere),
    version: placed("1.0.0"), state: placed("návrh"), textDate: placed(date),
    language: placed(.czech), predecessor: nil, project: nil,
    imprint: Imprint(
      publisher: nil, compiler: nil, methodologist: nil, editors: [], proofreading: nil,
      typesetting: nil, printing: nil, printRun: nil, edition: nil, isbn: nil, photographs: nil,
      notes: [], at: nowhere),
    numbering: numbering, retired: [], municipalities: [], persons: [], groups: [], swots: [],
    areas: [], priorities: [], measures: [], activities: [], funding: [], totals: nil,
    narratives: [], at: nowhere)
}

/// A priority of a code.
func priority(_ code: String, area: String? = nil) -> Priority {
  Priority(
    code: placed(Code(code)), area: area.map { placed(Code($0)) }, name: placed("P"), goal: nil,
    at: nowhere)
}

/// A measure of a code.
func measure(_ code: String, of priority: String) -> Measure {
  Measure(
    code: placed(Code(code)), priority: placed(Code(priority)), name: placed("O"), goal: nil,
    description: nil, rationale: nil, targetGroups: [], indicators: [], risks: nil, state: nil,
    at: nowhere)
}

/// An activity of a code that keeps every duty.
func activity(_ code: String, of measure: String, cost: Cost = .unknown) -> Activity {
  Activity(
    code: placed(Code(code)), measure: placed(Code(measure)), name: placed("A"), description: nil,
    implementers: [placed("Obec")], partners: [], term: placed(.ongoing), overlaps: nil,
    cost: placed(cost),
    indicators: [
      Indicator(
        name: placed("I"), unit: placed("ks"), baseline: nil,
        target: placed(Quantity(digits: 1)), year: nil, source: nil, at: nowhere)
    ], output: nil, at: nowhere)
}

/// Codelists that allow what `emptyPlan` says.
let smallCodelists = Codelists(lists: [
  Codelist(name: .planKinds, entries: [CodelistEntry(code: "komunitní plán", name: "plán")]),
  Codelist(name: .planStates, entries: [CodelistEntry(code: "návrh", name: "návrh")]),
])
