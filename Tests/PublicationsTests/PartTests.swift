import Core
import Manuscript
import Planning
import Publications
import Testing

@Suite struct PartTests {
  private func chapter() -> Narrative {
    var scribe = Scribe()
    return scribe.narrative("kapitola", [scribe.heading(1, "Kapitola")])
  }

  private func dump(_ kind: String, _ settings: [String: String] = [:]) throws -> String {
    let plan = try SmallPlan.plan([chapter()])
    return try compose(plan, [.part("chapter", ["text": "kapitola"]), .part(kind, settings)])
      .dump().replacing("\u{A0}", with: "~")
  }

  @Test func cover() throws {
    let dump = try compose(SmallPlan.plan(), [.part("cover")]).dump()
    #expect(
      dump == """
        document 2024-11-06 cs “Plán Lhotecka 2025–2026”
        0 document
          1 part.cover
            2 ornament.territory 2 points
            3 paragraph.coverKind “Aktualizace plánu 2015–2017”
            4 paragraph.coverTitle “Plán Lhotecka”
            5 paragraph.coverPeriod “2025–2026”
            6 paragraph.coverTerritory “Lhotecko”

        """)
  }

  @Test func imprint() throws {
    let document = try compose(SmallPlan.plan(), [.part("imprint")])
    let dump = document.dump().replacing("\u{A0}", with: "~")
    #expect(dump.contains("paragraph “⟨link https://www.example.org: www.example.org⟩”"))
    #expect(dump.contains("label.term “Náklad”"))
    #expect(dump.contains("“1~500~výtisků”"))
    #expect(dump.contains("“IČO~00123455”"))
    #expect(dump.contains("“6.~listopadu 2024”"))
    #expect(dump.contains("paragraph.imprintNote “Osoby jsou smyšlené.”"))
  }

  @Test func municipalitiesStandInCzechOrderAndAddUp() throws {
    let dump = try dump("municipalities")
    #expect(
      paragraphs(dump) == [
        "Obec", "Kód obce", "PSČ", "Obyvatel~2022", "Hradiště", "500001", "378~81", "800",
        "Chotěboř", "500002", "583~01", "1~200", "Celkem", "2~000",
        "Zdroj: Český statistický úřad",
      ])
    #expect(dump.contains("table.municipalities #tab-obce [text centre centre number]"))
    #expect(dump.contains("caption “⟨label.caption: Tabulka~1⟩ Obce správního obvodu"))
    #expect(dump.contains("headerCell(row 3×1)"))
    #expect(dump.contains("paragraph.source “Zdroj"))
  }

  @Test func swotHasFourQuadrantsWithSigns() throws {
    let dump = try dump("swot")
    for line in [
      "group.quadrant.strengths", "heading.3.quadrant #swot-ps1-strengths “⟨label.sign: +⟩ Silné",
      "“⟨label.sign: −⟩ Slabé stránky”", "“⟨label.sign: ↗⟩ Příležitosti”",
      "“⟨label.sign: !⟩ Hrozby”",
      "“stálý tým pečovatelek ⟨span.points: (3~body)⟩ ⟨span.links: →~1.1, 1.1.2⟩”",
      "paragraph “Skupina žádnou položku neuvedla.”",
    ] { #expect(dump.contains(line), "\(line)") }
    let withCards = try compose(
      SmallPlan.plan([chapter()]),
      [.part("chapter", ["text": "kapitola"]), .part("swot"), .part("strategy")])
    #expect(withCards.dump().contains("⟨reference #aktivita-1.1.2: 1.1.2⟩"))
  }

  @Test func aSectionIsANarrativeALevelDeeper() throws {
    var scribe = Scribe()
    let text = scribe.narrative(
      "oddil",
      [
        scribe.heading(1, "Rozbor"), scribe.paragraph("Věta."), scribe.heading(2, "Podrobně"),
      ])
    let dump = try compose(
      SmallPlan.plan([chapter(), text]),
      [
        .part("chapter", ["text": "kapitola"]), .part("section", ["text": "oddil"]),
        .part("swot", ["heading": "none"]),
      ]
    ).dump()
    #expect(dump.contains("heading.2 #oddil “⟨label.section: 1.1⟩ Rozbor”"))
    #expect(dump.contains("heading.3 #misto-2 “Podrobně”"))
    #expect(dump.contains("heading.3.quadrant"))
    #expect(!dump.contains("Senioři"))
  }

  @Test func strategyIsCardsWithFieldsIndicatorsAndCosts() throws {
    let dump = try dump("strategy")
    for line in [
      "group.card.priority", "heading.2.priority #priorita-1 “⟨label.code: Priorita~1⟩ Péče doma”",
      "paragraph.goal “Lidé zůstanou doma.”", "group.card.measure",
      "heading.3.measure #opatreni-1.1 “⟨label.code: Opatření~1.1⟩ Terénní služby”",
      "“Cesty jsou dlouhé.”", "group.card.activity",
      "heading.4.activity #aktivita-1.1.1 “⟨label.code: Aktivita~1.1.1⟩ Vozidla”",
      "list.descriptions.fields", "label.term “Termín”", "“2025–2026”", "“1~250~000”",
      "paragraph.regime “v rámci~⟨reference #aktivita-1.1.1: 1.1.1⟩”",
      "paragraph.regime “nevyčísleno”", "table.indicators [text text number number text]",
      "“→~1~250”", "table.costs [text number number number]", "“Náklady v Kč”",
    ] { #expect(dump.contains(line), "\(line)") }
  }

  @Test func fundingAddsUpByYearAndSource() throws {
    let dump = try dump("funding-by-source")
    let words = paragraphs(dump)
    #expect(
      words == [
        "Zdroj", "2025", "2026", "Celkem", "státní rozpočet", "600~000", "400~000", "1~000~000",
        "rozpočty obcí", "250~000", "–", "250~000", "Celkem", "850~000", "400~000", "1~250~000",
      ])
  }

  @Test func fundingByMeasureNamesWhatIsNotMoney() throws {
    let dump = try dump("funding-by-measure")
    #expect(dump.contains("row.group"))
    #expect(dump.contains("“1.1 Terénní služby”"))
    #expect(dump.contains("“1.1.2 Školení: v rámci~1.1.1”"))
    #expect(dump.contains("“1.1.3 Dobrovolníci: nevyčísleno”"))
    let withCards = try compose(
      SmallPlan.plan([chapter()]),
      [.part("chapter", ["text": "kapitola"]), .part("strategy"), .part("funding-by-measure")])
    #expect(withCards.dump().contains("“⟨reference #aktivita-1.1.2: 1.1.2 Školení⟩: v rámci"))
  }

  private func paragraphs(_ dump: String) -> [String] {
    dump.split(separator: "\n").compactMap { line in
      guard let start = line.firstRange(of: " paragraph") else { return nil }
      guard let quote = line[start.upperBound...].firstRange(of: "“") else { return nil }
      return String(line[quote.upperBound...].dropLast())
    }
  }
}
