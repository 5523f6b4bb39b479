import Core
import Manuscript
import Planning
import Publications
import Testing

/// Every kind of finding is triggered once, and all of a run come out together.
@Suite struct DiagnosticTests {
  private func codes(_ parts: [PartRecipe], _ plan: Plan? = nil) throws -> [String] {
    try findings(plan ?? SmallPlan.plan(), parts).map(\.kind.code)
  }

  @Test func recipes() throws {
    let found = try findings(
      SmallPlan.plan(),
      [
        .part("obalka"), .part("cover", ["barva": "modrá"]), .part("chapter"),
        .part("contents", ["depth": "9"]), .part("swot", [:]),
        .part("front-matter", ["text": "neni"]),
      ])
    #expect(found.map(\.kind.code) == ["D11", "D12", "D12", "D12", "D13", "D14"])
    #expect(found.allSatisfy { $0.at == SourceSpan.top(of: FileID(7)) })
    #expect(found[0].fix.cs.contains("cover"))
    #expect(found[5].message.cs.contains("texty/neni.md"))
  }

  /// A file that was lost must not leave a silent gap in the book.
  @Test func aPartWithNothingToPrintIsRefused() throws {
    var plan = try SmallPlan.plan()
    plan.municipalities = []
    plan.groups = []
    plan.swots = []
    plan.funding = []
    plan.totals = nil
    let kinds = ["municipalities", "groups", "swot", "funding-by-source", "funding-by-measure"]
    let parts = kinds.map { PartRecipe.part($0) }
    let found = try findings(plan, parts).filter { $0.kind.code == "D20" }
    #expect(found.count == kinds.count)
    #expect(found.first?.message.cs.contains("obce.csv") == true)
    #expect(found.allSatisfy { $0.at == SourceSpan.top(of: FileID(7)) })
  }

  @Test func aNarrativeNeedsItsOneTitle() throws {
    var scribe = Scribe()
    for blocks in [
      [], [scribe.paragraph("Bez nadpisu.")], [scribe.heading(2, "Nízko")],
      [scribe.heading(1, "A"), scribe.heading(1, "B")],
    ] {
      let plan = try SmallPlan.plan([scribe.narrative("k", blocks)])
      #expect(try codes([.part("chapter", ["text": "k"])], plan) == ["D15"])
    }
  }

  @Test func everyMissingPhraseIsNamed() throws {
    var phrases = try Checkout.phrases("cs")
    phrases.words["contents.title"] = nil
    phrases.words["month.5"] = nil
    let found = try findings(SmallPlan.plan(), [.part("cover")], phrases: phrases)
    #expect(found.map(\.kind.code) == ["D16", "D16"])
    #expect(found[0].message.cs.contains("contents.title"))
  }

  @Test func aReferenceNeedsWhatItPrints() throws {
    var scribe = Scribe()
    let call = scribe.inline(.reference(anchor: "uvod", .number, []))
    let plan = try SmallPlan.plan([
      scribe.narrative(
        "uvod", [scribe.heading(1, "Úvod"), scribe.block(.paragraph([call]))])
    ])
    let found = try findings(plan, [.part("front-matter", ["text": "uvod"])])
    #expect(found.map(\.kind.code) == ["D17"])
    #expect(found[0].at == call.at)
  }

  @Test func aReferenceToNothingIsRefusedAtItsPlace() throws {
    var scribe = Scribe()
    let calls = [ReferenceForm.number, .page, .words].map {
      scribe.inline(.reference(anchor: "nikde", $0, []))
    }
    let plan = try SmallPlan.plan([
      scribe.narrative("k", [scribe.heading(1, "K"), scribe.block(.paragraph(calls))])
    ])
    let found = try findings(plan, [.part("chapter", ["text": "k"])])
    #expect(found.map(\.kind.code) == ["D01", "D01", "D01"])
    #expect(found.map(\.at) == calls.map(\.at))
  }

  @Test func aPictureThatThePlanLacks() throws {
    var scribe = Scribe()
    let figure = ProseFigure(
      file: scribe.located("obrazky/a.jpg"), alternative: scribe.located("Náměstí"),
      legend: Legend(source: scribe.located("Město")))
    let plan = try SmallPlan.plan([
      scribe.narrative("k", [scribe.heading(1, "K"), scribe.block(.figure(figure))])
    ])
    let found = try findings(plan, [.part("chapter", ["text": "k"])])
    #expect(found.map(\.kind.code) == ["D18"])
    #expect(found[0].at == figure.file.at)
  }

  @Test func aNameTypedIntoATextIsFoundAndNotRepeated() throws {
    var scribe = Scribe()
    let guilty = scribe.paragraph("Za uživatele jednala Bohdana\u{A0}Skrytá.")
    let plan = try SmallPlan.plan([scribe.narrative("k", [scribe.heading(1, "K"), guilty])])
    let found = try findings(plan, [.part("chapter", ["text": "k"])])
    #expect(found.map(\.kind.code) == ["V12"])
    #expect(found[0].at == guilty.at)
    #expect(!found[0].message.cs.contains("Bohdana"))
  }

  @Test func kindsAreUniqueAndSpeakBothLanguages() {
    let kinds = PublicationsDiagnostics.all + ManuscriptDiagnostics.all
    #expect(Set(kinds.map(\.code)).count == kinds.count)
    #expect(kinds.allSatisfy { !$0.summary.cs.isEmpty && !$0.summary.en.isEmpty })
  }

  @Test(arguments: ["cs", "en"]) func phrasesAreComplete(language: String) throws {
    let phrases = try Checkout.phrases(language)
    for key in PhraseKey.allCases {
      #expect(phrases.words[key.rawValue]?.isEmpty == false, "\(key.rawValue)")
    }
    // Nor are there words that nothing prints.
    let known = Set(PhraseKey.allCases.map(\.rawValue))
    #expect(phrases.words.keys.filter { !known.contains($0) }.sorted() == [])
  }
}
