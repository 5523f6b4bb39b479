import Core
import Manuscript
import Planning
import Publications
import Testing

/// Gives facts places: each the next byte of one file, so that every place is unlike the others.
struct Pen {
  private var next: UInt32 = 0

  mutating func place() -> SourceSpan {
    next += 1
    return SourceSpan(file: FileID(0), start: next, end: next + 1)
  }

  mutating func write<Value>(_ value: Value) -> Located<Value> { Located(value, at: place()) }

  mutating func write<Value>(_ value: Value?) -> Located<Value>? { value.map { write($0) } }

  mutating func write(list values: [String]) -> [Located<String>] { values.map { write($0) } }
}

/// A plan small enough to read its whole dump: two municipalities, one group of two (one of them
/// without consent), one SWOT, one priority, one measure, three activities.
enum SmallPlan {
  static let codelists = Codelists(lists: [
    Codelist(
      name: .planKinds, entries: [CodelistEntry(code: "kp", name: "komunitní plán")]),
    Codelist(name: .planStates, entries: [CodelistEntry(code: "navrh", name: "návrh")]),
    Codelist(
      name: .fundingSources,
      entries: [
        CodelistEntry(code: "stat", name: "státní rozpočet"),
        CodelistEntry(code: "obce", name: "rozpočty obcí"),
      ]),
    Codelist(
      name: .sides,
      entries: [
        CodelistEntry(code: "Z", name: "zadavatel"), CodelistEntry(code: "U", name: "uživatel"),
      ]),
    Codelist(name: .programmes, entries: [CodelistEntry(code: "Program", name: "Program")]),
    Codelist(name: .roles, entries: [CodelistEntry(code: "clen", name: "člen")]),
    Codelist(
      name: .groupKinds, entries: [CodelistEntry(code: "pracovni", name: "pracovní skupina")]),
    Codelist(name: .targetGroups, entries: [CodelistEntry(code: "24", name: "senioři")]),
    Codelist(name: .serviceKinds, entries: [CodelistEntry(code: "57", name: "azylové domy")]),
    Codelist(name: .networkStates, entries: [CodelistEntry(code: "základní", name: "síť")]),
  ])

  static func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: year, month: month, day: day))
  }

  /// The plan before validation, to be spoilt by a test.
  static func plan(_ narratives: [Narrative] = []) throws -> Plan {
    var pen = Pen()
    let steering = Group(
      id: pen.write("ps1"), kind: pen.write("pracovni"), name: pen.write("Senioři"),
      guarantor: pen.write("novakova"), remit: pen.write("Zabývá se péčí doma."),
      members: [
        Membership(
          person: pen.write("novakova"), role: pen.write("clen"), side: pen.write("Z"),
          organisation: pen.write("Město Lhota"), from: nil, to: nil, at: pen.place()),
        Membership(
          person: pen.write("skryta"), role: pen.write("clen"), side: pen.write("U"),
          organisation: pen.write("Domov Tajný"), from: nil, to: nil, at: pen.place()),
      ], at: pen.place())
    let swot = SWOT(
      group: pen.write("ps1"), name: pen.write("Senioři"),
      items: [
        SWOTItem(
          quadrant: .strengths, text: pen.write("stálý tým pečovatelek"), points: pen.write(3),
          links: [pen.write(Code("1.1")), pen.write(Code("1.1.2"))], at: pen.place()),
        SWOTItem(
          quadrant: .threats, text: pen.write("odchod lékařů"), points: nil, links: [],
          at: pen.place()),
      ], at: pen.place())
    var plan = Plan(
      title: pen.write("Plán Lhotecka"), subtitle: nil, kind: pen.write("kp"),
      period: pen.write(Period(first: 2025, last: 2026)),
      territory: Territory(name: pen.write("Lhotecko"), kind: nil, code: nil, at: pen.place()),
      version: pen.write("1.0.0"), state: pen.write("navrh"),
      textDate: pen.write(try day(2024, 11, 6)), language: pen.write(.czech),
      predecessor: Predecessor(
        title: pen.write("Plán Lhotecka"), period: pen.write(Period(first: 2015, last: 2017)),
        at: pen.place()),
      project: nil,
      imprint: Imprint(
        publisher: Publisher(
          name: pen.write("Město Lhota"), address: nil, companyNumber: pen.write("00123455"),
          web: pen.write("www.example.org"), email: nil, at: pen.place()),
        compiler: nil, methodologist: nil, editors: [], proofreading: nil, typesetting: nil,
        printing: nil, printRun: pen.write(1500), edition: nil, isbn: nil, photographs: nil,
        notes: pen.write(list: ["Osoby jsou smyšlené."]), at: pen.place()),
      numbering: .usual, retired: [], municipalities: municipalities(&pen),
      persons: persons(&pen), groups: [steering], swots: [swot], areas: [],
      priorities: [
        Priority(
          code: pen.write(Code("1")), area: nil, name: pen.write("Péče doma"),
          goal: pen.write("Lidé zůstanou doma."), at: pen.place())
      ], measures: [measure(&pen)], activities: activities(&pen), funding: funding(&pen),
      totals: nil, narratives: narratives, at: pen.place())
    plan.organisations = [
      Organisation(
        name: pen.write("Charita Lhota"), companyNumber: nil, web: nil, at: pen.place())
    ]
    return plan
  }

  static func validated(_ plan: Plan) throws -> Validated<Plan> {
    try validate(plan, against: codelists).value
  }

  private static func municipalities(_ pen: inout Pen) -> [Municipality] {
    [("500002", "Chotěboř", 1200, "58301"), ("500001", "Hradiště", 800, "37881")].map {
      code, name, count, postcode in
      Municipality(
        code: pen.write(code), name: pen.write(name), distinction: nil, district: nil,
        postcode: pen.write(postcode), population: [Population(year: 2022, count: count)],
        latitude: 49_000_000, longitude: 15_000_000, at: pen.place())
    }
  }

  private static func persons(_ pen: inout Pen) -> [Person] {
    [
      Person(
        id: pen.write("novakova"), titleBefore: pen.write("Mgr."), givenName: pen.write("Jana"),
        familyName: pen.write("Nováková"), titleAfter: nil, consent: pen.write(true),
        standIn: nil, at: pen.place()),
      Person(
        id: pen.write("skryta"), titleBefore: nil, givenName: pen.write("Bohdana"),
        familyName: pen.write("Skrytá"), titleAfter: nil, consent: pen.write(false),
        standIn: pen.write("uživatelka služby"), at: pen.place()),
    ]
  }

  private static func indicator(_ name: String, _ pen: inout Pen) -> Indicator {
    Indicator(
      name: pen.write(name), unit: pen.write("lidé"), baseline: pen.write(Quantity(digits: 12)),
      target: pen.write(Quantity(digits: 1250)), year: nil,
      source: pen.write("evidence poskytovatele"), at: pen.place())
  }

  private static func measure(_ pen: inout Pen) -> Measure {
    Measure(
      code: pen.write(Code("1.1")), priority: pen.write(Code("1")),
      name: pen.write("Terénní služby"), goal: pen.write("Pečovatelka dojede všude."),
      description: nil, rationale: pen.write("Obce jsou malé.\nCesty jsou dlouhé."),
      targetGroups: pen.write(list: ["24"]), indicators: [indicator("počet klientů", &pen)],
      risks: nil, state: nil, at: pen.place())
  }

  private static func activities(_ pen: inout Pen) -> [Activity] {
    let costs: [(String, String, Cost)] = [
      ("1.1.1", "Vozidla", .amount(1_250_000)), ("1.1.2", "Školení", .within(Code("1.1.1"))),
      ("1.1.3", "Dobrovolníci", .unknown),
    ]
    return costs.map { code, name, cost in
      Activity(
        code: pen.write(Code(code)), measure: pen.write(Code("1.1")), name: pen.write(name),
        description: nil, implementers: pen.write(list: ["Charita Lhota"]), partners: [],
        term: pen.write(.span(from: TermPoint(year: 2025), to: TermPoint(year: 2026))),
        overlaps: nil, cost: pen.write(cost), indicators: [indicator("počet jízd", &pen)],
        output: nil, at: pen.place())
    }
  }

  private static func funding(_ pen: inout Pen) -> [FundingLine] {
    [(2025, "obce", 250_000), (2025, "stat", 600_000), (2026, "stat", 400_000)].map {
      year, source, amount in
      FundingLine(
        activity: pen.write(Code("1.1.1")), year: pen.write(year), source: pen.write(source),
        amount: pen.write(Money(Int64(amount))), state: nil, note: nil, at: pen.place())
    }
  }
}
