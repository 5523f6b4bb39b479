import Core
import Manuscript
import Planning
import Publications
import Testing

@Suite struct BookTests {
  private static let parts: [PartRecipe] = [
    .part("cover"), .part("imprint"), .part("contents", ["depth": "3"]),
    .part("front-matter", ["text": "slovo"]), .part("chapter", ["text": "k", "short": "Krátce"]),
    .part("groups"), .part("municipalities"), .part("swot"), .part("overview"),
    .part("strategy"), .part("funding-by-source"), .part("funding-by-measure"),
  ]

  private func plan() throws -> Plan {
    var scribe = Scribe()
    return try SmallPlan.plan([
      scribe.narrative(
        "slovo", [scribe.heading(1, "Slovo úvodem"), scribe.paragraph("Vážení.")]),
      scribe.narrative("k", [scribe.heading(1, "Dlouhá kapitola"), scribe.paragraph("Věta.")]),
    ])
  }

  private func entries(of looks: Set<String>, in document: Document) -> [String] {
    document.nodes.indices.compactMap { position in
      guard case .contentsEntry(let level) = document.nodes[position].role,
        looks.contains(document.look(of: NodeID(position)))
      else { return nil }
      return "\(level) "
        + document.plainText(of: NodeID(position)) { _ in "7" }
        .replacing("\u{A0}", with: "~")
    }
  }

  @Test func contentsListTheHeadings() throws {
    let document = try compose(plan(), Self.parts)
    #expect(
      entries(of: ["", "record"], in: document) == [
        "1 Slovo úvodem 7", "1 1 Dlouhá kapitola 7", "2 1.1 Členové skupin 7",
        "2 1.2 Přehled obcí 7", "2 1.3 Senioři 7", "2 1.4 Přehled priorit a opatření 7",
        "2 Priorita~1 Péče doma 7", "3 Opatření~1.1 Terénní služby 7",
        "2 1.5 Náklady podle zdrojů 7", "2 1.6 Náklady podle opatření 7",
      ])
    #expect(
      entries(of: ["overview"], in: document) == [
        "1 Priorita~1 Péče doma 7", "2 Opatření~1.1 Terénní služby 7",
      ])
  }

  /// Every entry says exactly what the heading says that it points to.
  @Test func entriesRepeatTheirHeadings() throws {
    let document = try compose(plan(), Self.parts)
    var checked = 0
    for position in document.nodes.indices {
      guard case .reference(let anchor) = document.nodes[position].role,
        document.look(of: NodeID(position)) == "entry"
      else { continue }
      let heading = document.anchors[anchor.int].node
      #expect(
        document.plainText(of: NodeID(position)) == document.plainText(of: heading) + " ")
      checked += 1
    }
    #expect(checked == 12)
  }

  @Test func aPartMayGoOnInTheLastSection() throws {
    let parts: [PartRecipe] = [
      .part("chapter", ["text": "k"]), .part("groups"),
      .part("municipalities", ["heading": "none"]),
    ]
    let dump = try compose(plan(), parts).dump()
    #expect(!dump.contains("Přehled obcí"))
    #expect(dump.contains("\n      \(exhibitLine(dump)) group.exhibit.table\n"))
  }

  /// The number of the last exhibit's node.
  private func exhibitLine(_ dump: String) -> String {
    let line = dump.split(separator: "\n").last { $0.contains("group.exhibit.table") } ?? ""
    return String(line.drop { $0 == " " }.prefix { $0.isNumber })
  }

  @Test func shortTitlesServeRunningHeads() throws {
    let dump = try compose(plan(), Self.parts).dump()
    #expect(dump.contains("heading.1 #k short=“Krátce” “⟨label.chapter: 1⟩ Dlouhá kapitola”"))
  }

  @Test func nobodyAppearsWithoutConsent() throws {
    let document = try compose(plan(), Self.parts)
    let text = String(decoding: document.text, as: UTF8.self)
    for word in ["Skrytá", "Bohdana", "Domov Tajný"] { #expect(!text.contains(word)) }
    #expect(text.contains("uživatelka služby"))
    #expect(text.contains("Mgr.\u{A0}Jana Nováková"))
  }

  @Test func everySumPrintedIsTheSumOfTheModel() throws {
    let plan = try plan()
    let document = try compose(plan, Self.parts)
    let total = plan.funding.total(\.amount.value).figures
    let totals = document.nodes.indices.filter { position in
      document.look(of: NodeID(position)) == "total"
    }.map { row in
      document.children(of: NodeID(row)).map { cell in
        document.children(of: cell).map { document.plainText(of: $0) }.joined()
      }
    }
    // The costs of 1.1.1, the table by source, the table by measure; and the municipalities.
    #expect(totals.count == 4)
    #expect(totals.filter { $0.last == total }.count == 3)
  }

  @Test func anEnglishPlanSpeaksEnglish() throws {
    var plan = try plan()
    plan.language = Located(.english, at: plan.language.at)
    let document = try compose(plan, Self.parts, language: "en")
    #expect(document.languages[0] == .english)
    let text = String(decoding: document.text, as: UTF8.self)
    #expect(text.contains("Contents") && text.contains("Strengths"))
    #expect(!text.contains("Silné stránky"))
  }

  @Test func aScaleOfAreasDeepensTheHeadings() throws {
    var plan = try plan()
    plan.areas = [
      Area(
        code: Located(Code("I"), at: plan.at), name: Located("Senioři", at: plan.at),
        at: plan.at)
    ]
    plan.priorities[0].area = Located(Code("I"), at: plan.at)
    plan.numbering.levels.insert(
      NumberingLevel(
        tier: .area, singular: "Oblast", plural: "Oblasti", numerals: .roman, continues: false),
      at: 0)
    let dump = try compose(plan, Self.parts).dump().replacing("\u{A0}", with: "~")
    #expect(dump.contains("heading.2.area #oblast-I “⟨label.code: Oblast~I⟩ Senioři”"))
    #expect(dump.contains("heading.3.priority #priorita-1"))
    #expect(dump.contains("heading.5.activity #aktivita-1.1.1"))
    #expect(dump.contains("contentsEntry.3.overview"))
  }

  @Test func theSameInputGivesTheSameDocument() throws {
    #expect(try compose(plan(), Self.parts) == compose(plan(), Self.parts))
  }
}
