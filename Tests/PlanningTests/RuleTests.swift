import Core
import Planning
import Testing

@Suite struct RuleTests {
  private func codes(_ plan: Plan) -> [String] {
    do throws(Rejected) {
      return try validate(plan, against: smallCodelists).warnings.map(\.kind.code)
    } catch {
      return error.diagnostics.map(\.kind.code)
    }
  }

  @Test func goodPlanPassesAndKeepsItsDay() throws {
    var plan = try #require(emptyPlan())
    plan.priorities = [priority("1")]
    plan.measures = [measure("1.1", of: "1")]
    plan.activities = [activity("1.1.1", of: "1.1")]
    let valid = try validate(plan, against: smallCodelists)
    #expect(valid.warnings.isEmpty)
    #expect(valid.value.asOf.description == "2024-11-05")
    #expect(valid.value.name(.planStates, "návrh") == "návrh")
  }

  @Test func orphansAreFound() throws {
    var plan = try #require(emptyPlan())
    plan.priorities = [priority("1")]
    plan.measures = [measure("1.1", of: "1"), measure("2.1", of: "2")]
    plan.activities = [activity("1.1.1", of: "1.1"), activity("2.1.1", of: "2.9")]
    #expect(Set(codes(plan)) == ["V02", "V02-1", "V05"])
  }

  @Test func areasAndDepthOfTwo() throws {
    let scheme = Numbering(levels: [
      NumberingLevel(
        tier: .area, singular: "Oblast", plural: "Oblasti", numerals: .roman, continues: false),
      NumberingLevel(tier: .priority, singular: "Cíl", plural: "Cíle", continues: false),
      NumberingLevel(
        tier: .measure, singular: "Dílčí cíl", plural: "Dílčí cíle", numerals: .letter,
        prefix: "S ", continues: true),
    ])
    var plan = try #require(emptyPlan(numbering: scheme))
    plan.areas = [Area(code: placed(Code("IV")), name: placed("O"), at: nowhere)]
    plan.priorities = [priority("1", area: "IV"), priority("2", area: "IV")]
    plan.measures = [measure("S 1.b", of: "1"), measure("S 2.A", of: "2")]
    #expect(codes(plan) == [])
    plan.priorities[1].area = nil
    plan.activities = [activity("1.1.1", of: "S 1.b")]
    #expect(codes(plan) == ["V02", "V02"])
  }

  @Test(
    arguments: [
      ("1.2.3", Tier.activity, [1, 2, 3]), ("1.10", .measure, [1, 10]), ("1.1", .activity, nil),
      ("01.1", .measure, nil), ("1.+1", .measure, nil), ("1.", .measure, nil), ("", .priority, nil),
    ] as [(String, Tier, [Int]?)])
  func codesFollowTheScheme(_ code: String, _ tier: Tier, _ numbers: [Int]?) {
    #expect(Numbering.usual.numbers(of: Code(code), tier: tier) == numbers)
  }

  @Test(arguments: [("IV", 4), ("XIX", 19), ("IIII", nil), ("IC", nil), ("CC", 200)])
  func romanNumerals(_ text: String, _ number: Int?) {
    #expect(Numerals.roman.number(Substring(text)) == number)
  }

  @Test func costsSayWhatTheyAre() throws {
    var plan = try #require(emptyPlan())
    plan.priorities = [priority("1")]
    plan.measures = [measure("1.1", of: "1")]
    plan.activities = [
      activity("1.1.1", of: "1.1", cost: .range(10, 20)),
      activity("1.1.2", of: "1.1", cost: .within(Code("1.1.3"))),
      activity("1.1.3", of: "1.1", cost: .within(Code("1.1.2"))),
      activity("1.1.4", of: "1.1", cost: .zero),
    ]
    #expect(codes(plan) == ["R03", "R03"])
  }

  @Test func codelistsAreDated() throws {
    let first = try #require(CivilDate(year: 2020, month: 1, day: 1))
    let last = try #require(CivilDate(year: 2024, month: 12, day: 31))
    let after = try #require(CivilDate(year: 2025, month: 1, day: 1))
    let lists = Codelists(lists: [
      Codelist(
        name: .roles,
        entries: [
          CodelistEntry(code: "a", name: "starý", from: first, to: last),
          CodelistEntry(code: "a", name: "nový", from: after),
        ])
    ])
    #expect(lists.entry(.roles, "a", on: last)?.name == "starý")
    #expect(lists.entry(.roles, "a", on: after)?.name == "nový")
    #expect(lists.entries(.roles, on: first).count == 1)
  }

  @Test func amountsAndNames() {
    #expect(crowns(1_250_000) == "1\u{A0}250\u{A0}000\u{A0}Kč")
    #expect(crowns(-5) == "−5\u{A0}Kč")
    #expect(Quantity(digits: -15, decimals: 1).description == "−1,5")
    #expect(Quantity(digits: 1_234_505, decimals: 2).description == "12\u{A0}345,05")
    var person = Person(
      id: placed("n"), titleBefore: placed("Mgr."), givenName: placed("Jan"),
      familyName: placed("Novák"), titleAfter: placed("DiS."), consent: placed(true), standIn: nil,
      at: nowhere)
    #expect(person.printedName == "Mgr.\u{A0}Jan Novák, DiS.")
    person.consent = placed(false)
    #expect(person.printedName == nil)
  }

  @Test func dumpIsStableAndHidesPeopleWithoutConsent() throws {
    var plan = try #require(emptyPlan())
    plan.persons = [
      Person(
        id: placed("x"), titleBefore: nil, givenName: placed("Tajný"), familyName: placed("Člověk"),
        titleAfter: nil, consent: placed(false), standIn: placed("uživatel"), at: nowhere)
    ]
    #expect(plan.dump() == plan.dump())
    #expect(plan.dump().contains("person x: uživatel"))
    #expect(!plan.dump().contains("Člověk"))
  }

  @Test func rulesAreAnArrayWithStages() {
    #expect(
      Rule.all.map(\.code) == [
        "V01", "V02", "V03", "V04", "V05", "V06", "V07", "V08", "V09", "V10", "V10-1", "V13", "V14",
        "V15", "V16", "V16", "V17", "V19", "V20", "V21", "V21-2", "V21-1", "V22", "V22-1",
        "V11-1", "R01", "R01", "R01", "R02",
        "R03", "R04", "R05",
      ])
    #expect(Rule.all.allSatisfy { $0.stage == .model })
  }

  /// The valid ones are a town's and an invented provider's; the others miss by a digit, by their
  /// length, or are nobody's.
  @Test func companyNumbersKeepTheirChecksum() {
    #expect(["00246476", "99900017", "99900025"].allSatisfy(isCompanyNumber))
    #expect(!["00246475", "00000000", "246476", "9990001a", ""].contains(where: isCompanyNumber))
    #expect(isPostcode("38001") && !isPostcode("83001") && !isPostcode("3800"))
  }
}
