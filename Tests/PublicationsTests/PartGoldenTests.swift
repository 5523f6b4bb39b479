import Core
import Manuscript
import Planning
import Publications
import SazbaTesting
import Testing

/// Each part of a recipe alone, on the smallest plan that it prints: the document that comes out.
///
/// Recorded in Tests/Goldens/Parts; `SAZBA_ACCEPT=1` records anew.
@Suite struct PartGoldenTests {
  @Test(arguments: [
    "ages", "survey", "providers", "services", "network", "evaluation", "timeline",
    "responsibilities", "comments", "approval", "abbreviations", "glossary", "sources",
    "list-of-tables", "organisation", "groups", "overview", "strategy", "funding-by-source",
    "funding-by-measure", "municipalities", "swot", "hearings", "changes", "facilities",
    "action-plans", "ideas", "verification", "chapter", "section", "annex", "list-of-figures",
    "list-of-maps",
  ])
  func part(_ kind: String) throws {
    var scribe = Scribe()
    var plan = try SmallPlan.plan([
      scribe.narrative("k", [scribe.heading(1, "K")]), try Self.pictured(&scribe),
    ])
    try fill(&plan)
    var parts = [PartRecipe.part("chapter", ["text": "k"])]
    // A list of tables needs a table.
    if kind == "list-of-tables" { parts.append(.part("ages")) }
    // A list of figures needs a figure.
    if kind == "list-of-figures" || kind == "list-of-maps" {
      parts.append(.part("chapter", ["text": "p"]))
    }
    let takesText = ["chapter", "section", "annex"].contains(kind)
    parts.append(.part(kind, takesText ? ["text": "p"] : [:]))
    let codelists = Codelists(lists: Self.codelists + SmallPlan.codelists.lists)
    let outcome = try composePlan(
      validate(plan, against: codelists).value,
      recipe: Recipe(name: "plan", design: "obec", parts: parts), phrases: Checkout.phrases("cs"))
    // The chapter that the part stands in has no text of its own.
    #expect(outcome.warnings.filter { $0.kind.code != "D25" } == [])
    #expect(outcome.value.faults() == [])
    try expectGolden(
      outcome.value.dump().replacing("\u{A0}", with: "~"), "Tests/Goldens/Parts/\(kind).txt")
  }

  /// A narrative of all kinds of blocks, its table with joined cells and a list, and a picture.
  private static func pictured(_ scribe: inout Scribe) throws -> Narrative {
    let figure = ProseFigure(
      file: scribe.located("a.png"), alternative: scribe.located("Náměstí"),
      legend: Legend(
        caption: [scribe.text("Náměstí")], source: scribe.located("Město"),
        anchor: scribe.located("obr-a")))
    var map = figure
    map.kind = .map
    map.legend = Legend(caption: [scribe.text("Obce")], source: scribe.located("Město"))
    var head = scribe.cells(["Obec", "Lidé"])
    head[1].columns = 2
    var row = scribe.cells(["Lhota", "3", "4"])
    let items = [scribe.item("úřad"), scribe.item("škola")]
    row[0].blocks.append(scribe.block(.list(first: nil, items: items)))
    var total = scribe.cells(["", "7"])
    total[0].blocks = [scribe.block(.paragraph([scribe.inline(.strong([scribe.text("Celkem")]))]))]
    total[1].columns = 2
    var table = ProseTable(
      columns: [.left, .right, .right], head: [head], rows: [row, total],
      legend: Legend(
        caption: [scribe.text("Počty")], source: scribe.located("Město"),
        date: scribe.located(try SmallPlan.day(2024, 9, 3))))
    table.width = .full
    var narrative = scribe.narrative(
      "p",
      [
        scribe.heading(1, "Příběh"), scribe.paragraph("Perex."), scribe.heading(2, "Oddíl"),
        scribe.block(.list(first: 1, items: [scribe.item("první")])),
        scribe.block(.quote([scribe.paragraph("Citát.")])), scribe.block(.table(table)),
        scribe.block(.figure(figure)),
        scribe.block(
          .definitions([
            ProseDefinition(
              term: [scribe.text("Pojem")], meanings: [scribe.paragraph("Výklad.")],
              at: figure.file.at)
          ])), scribe.block(.figure(map)),
      ])
    narrative.pictures = [
      Located(
        Picture(
          name: "a.png", format: .png, width: 30, height: 20, orientation: .upright, colours: .rgb,
          bits: 8, colourProfile: [], bytes: []), at: narrative.at)
    ]
    return narrative
  }

  private static let codelists: [Codelist] = [
    list(.serviceKinds, "pečovatelská služba", "40"), list(.serviceForms, "terénní", "T"),
    list(.capacityUnits, "klienti", "kl"), list(.networkStates, "základní", "Z"),
    list(.demands, "navýšit", "navýšit"),
    list(.fulfilmentStates, "splněno", "S"), list(.channels, "e-mail", "E"),
    list(.settlements, "akceptováno", "A"), list(.bodies, "zastupitelstvo obce", "Z"),
    list(.approvalResults, "schváleno", "A"), list(.hearingKinds, "veřejné projednání", "V"),
    list(.changeKinds, "věcná změna", "věcná"), list(.accessibility, "plně bezbariérové", "plně"),
    list(.actionStates, "zahajuje se", "Z"), list(.readiness, "námět", "N"),
  ]

  private static func list(_ name: CodelistName, _ words: String, _ code: String) -> Codelist {
    Codelist(name: name, entries: [CodelistEntry(code: code, name: words)])
  }

  /// One record of every kind that the small plan lacks.
  private func fill(_ plan: inout Plan) throws {
    var pen = Pen()
    let day = try SmallPlan.day(2024, 9, 3)
    plan.ages = [("500002", 1_200, 180), ("500001", 800, 100)].map { code, total, children in
      AgeStructure(
        municipality: pen.write(code), total: pen.write(total), children: pen.write(children),
        adults: pen.write(total - 2 * children), seniors: pen.write(children), at: pen.place())
    }
    plan.survey = [
      SurveyQuestion(
        id: pen.write("o1"), question: pen.write("Pečujete o někoho?"),
        survey: pen.write("veřejnost"), respondents: pen.write(40), isMultiple: true,
        answers: [("ano", 15), ("ne", 25)].map {
          SurveyQuestion.Answer(text: pen.write($0), count: pen.write($1))
        }, at: pen.place())
    ]
    plan.providers = [
      Provider(
        companyNumber: pen.write("00123455"), name: pen.write("Charita Lhota"), form: nil,
        street: pen.write("Dlouhá 1"), postcode: pen.write("38001"), town: pen.write("Lhota"),
        telephone: nil, email: pen.write("info@example.org"), web: nil, at: pen.place())
    ]
    plan.services = [
      Service(
        register: pen.write("1234567"), provider: pen.write("00123455"),
        name: pen.write("Pečovatelská služba Lhota"), kind: pen.write("40"),
        forms: pen.write(list: ["T"]), targetGroups: pen.write(list: ["24"]),
        capacity: pen.write(20), target: pen.write(26), unit: pen.write("kl"), staff: nil,
        costs: nil, isEverywhere: true, municipalities: [], network: pen.write("Z"),
        at: pen.place())
    ]
    plan.services[0].demand = pen.write("navýšit")
    plan.evaluation = [
      EvaluatedActivity(
        measure: pen.write("1.1 Terénní služby"), activity: pen.write("Vozidla"),
        planned: pen.write("2"), done: pen.write("3"), state: pen.write("S"), comment: nil,
        at: pen.place())
    ]
    plan.consultation = Consultation(from: nil, to: pen.write(day), at: pen.place())
    plan.comments = [
      Comment(
        number: pen.write("1"), received: pen.write(day), channel: pen.write("E"),
        author: pen.write("Obec Chotěboř"), isPublic: true, standIn: nil, part: nil,
        text: pen.write("Doplnit dojezd."), settlement: pen.write("A"),
        reason: pen.write("Je to pravda."), change: nil, at: pen.place())
    ]
    plan.responsibilities = [
      Responsibility(
        task: pen.write("Zpráva o plnění"), who: pen.write("koordinátorka"),
        when: pen.write("do 31. března"), output: nil, at: pen.place())
    ]
    plan.approvals = [
      Approval(
        municipality: pen.write("500001"), body: pen.write("Z"), resolution: pen.write("12/2024"),
        date: pen.write(day), result: pen.write("A"), at: pen.place())
    ]
    plan.abbreviations = [
      Abbreviation(
        short: pen.write("ORP"), meaning: pen.write("obec s rozšířenou působností"),
        at: pen.place())
    ]
    plan.glossary = [
      GlossaryEntry(
        term: pen.write("depistáž"), meaning: pen.write("Vyhledávání lidí, kteří pomoc potřebují."),
        at: pen.place())
    ]
    plan.citations = [
      Citation(
        id: pen.write("zakon"), author: pen.write("ČESKO"),
        title: pen.write("Zákon o sociálních službách"), host: nil, edition: nil, place: nil,
        publisher: nil, year: pen.write("2006"), identifier: nil, address: nil, accessed: nil,
        at: pen.place())
    ]
    try fillRest(&plan, &pen)
    plan.origins = ["obce_vek", "sluzby", "vyhodnoceni", "pripominky", "pruzkum"].map {
      DataOrigin(
        table: pen.write($0), source: pen.write("Město Lhota"), date: pen.write(day),
        at: pen.place())
    }
  }

  /// What a plan says of its making, its places, its years and its ideas.
  private func fillRest(_ plan: inout Plan, _ pen: inout Pen) throws {
    let day = try SmallPlan.day(2024, 11, 6)
    plan.hearings = [
      Hearing(
        kind: pen.write("V"), date: pen.write(day), time: pen.write("16.30"),
        place: pen.write("Kulturní dům Lhota"), programme: pen.write(list: ["návrh", "diskuse"]),
        invitation: nil, attendance: pen.write(47), minutes: pen.write("www.example.org"),
        at: pen.place())
    ]
    plan.changes = [
      ChangeEntry(
        id: pen.write("Z1"), date: pen.write(day), part: pen.write("aktivita 1.1.1"),
        text: pen.write("doplněn dojezd"), kind: pen.write("věcná"), at: pen.place())
    ]
    plan.facilities = [false, true].map { isHidden in
      Facility(
        service: pen.write("1234567"), name: pen.write(isHidden ? "útulek" : "středisko"),
        municipality: pen.write("500001"), telephone: pen.write("384000101"), email: nil,
        hours: pen.write("po–pá 7.00–15.30"), access: pen.write("plně"), note: nil,
        isHidden: isHidden,
        whereabouts: Facility.Whereabouts(
          street: pen.write(isHidden ? "Tichý dvůr 4" : "Dlouhá 1"), postcode: pen.write("37881"),
          town: pen.write("Hradiště"), latitude: nil, longitude: nil), at: pen.place())
    }
    plan.actionPlans = [
      ActionPlan(
        year: pen.write(2025), approved: pen.write(day),
        items: [
          ActionItem(
            activity: pen.write(Code("1.1.3")), state: pen.write("Z"),
            budget: pen.write(Money.unknown), note: nil, at: pen.place()),
          ActionItem(
            activity: pen.write(Code("1.1.1")), state: pen.write("Z"),
            budget: pen.write(Money(850_000)), note: pen.write("dvě vozidla"), at: pen.place()),
        ], at: pen.place())
    ]
    plan.ideas = ["Zahrada", "Chata", "Byt", "Most", "Auto"].map { name in
      ProjectIdea(
        name: pen.write(name), measures: [pen.write(Code("1.1"))], proposer: pen.write("Obec"),
        partners: [], place: pen.write("Hradiště"), need: pen.write("Chybí."),
        goals: pen.write("Aby nechyběla."), activities: nil, outputs: nil,
        budget: pen.write(.within(Code("1.1.1"))), sources: pen.write(list: ["obce"]),
        schedule: pen.write("2026"), readiness: pen.write("N"), contact: nil, at: pen.place())
    }
  }
}
