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

  @Test func aSecretAddressTypedIntoATextIsFoundAndNotRepeated() throws {
    var scribe = Scribe()
    let guilty = scribe.paragraph("Přijďte do domu Tichý dvůr\u{A0}4 v Lhotě.")
    let bare = try SmallPlan.plan([scribe.narrative("k", [scribe.heading(1, "K"), guilty])])
    let plan = try SmallPlan.withRefuge(bare, isHidden: true)
    let found = try findings(plan, [.part("chapter", ["text": "k"])])
    #expect(found.map(\.kind.code) == ["V11"])
    #expect(found.first?.at == guilty.at)
    #expect(found.first?.message.cs.contains("Tichý") == false)
    let open = try SmallPlan.withRefuge(bare, isHidden: false)
    #expect(try findings(open, [.part("chapter", ["text": "k"])]).isEmpty)
  }

  /// What composing warns of.
  private func warnings(_ blocks: [ProseBlock], _ scribe: inout Scribe) throws -> [Diagnostic] {
    var plan = try SmallPlan.plan([
      scribe.narrative("k", [scribe.heading(1, "K")] + blocks)
    ])
    plan.abbreviations = [
      "MPSV;Ministerstvo práce a sociálních věcí", "SO ORP;správní obvod",
      "s. r. o.;společnost s ručením omezeným",
    ].map { line in
      let parts = line.split(separator: ";").map(String.init)
      return Abbreviation(
        short: scribe.located(parts[0]), meaning: scribe.located(parts[1]),
        at: scribe.located("").at)
    }
    let recipe = Recipe(
      name: "plan", design: "obec",
      parts: [.part("chapter", ["text": "k"]), .part("abbreviations")])
    return try composePlan(
      SmallPlan.validated(plan), recipe: recipe, phrases: Checkout.phrases("cs")
    ).warnings
  }

  @Test func anAbbreviationIsWrittenOutWhereItIsFirstRead() throws {
    var scribe = Scribe()
    let bare = scribe.paragraph("Dotace MPSV dostaly tři služby.")
    let again = scribe.paragraph("Podmínky určuje Ministerstvo práce a sociálních věcí (MPSV).")
    let found = try warnings([bare, again], &scribe)
    #expect(found.map(\.kind.code) == ["D21"])
    #expect(found[0].at == bare.at && found[0].words == "MPSV" && !found[0].isError)
    #expect(found[0].fix.cs.contains("Ministerstvo práce a sociálních věcí (MPSV)"))
    // Czech inflects.
    let said = scribe.paragraph(
      "Žádost Ministerstvu práce a sociálních věcí (dále MPSV) podá obec.")
    #expect(try warnings([said, bare, again], &scribe).isEmpty)
  }

  @Test func oneUseOtherWordsAndNamesOfCompaniesNeedNoExpansion() throws {
    var scribe = Scribe()
    let once = scribe.paragraph("Dotace MPSV, MPSVX a XMPSV.")
    let firms = scribe.paragraph("Alfa, s. r. o., Beta, s. r. o., a Gama, s. r. o.")
    let table = scribe.block(
      .table(
        ProseTable(
          columns: [.left], head: [scribe.cells(["MPSV"])], rows: [scribe.cells(["MPSV"])],
          legend: Legend(
            source: scribe.located("Město"), date: scribe.located(try SmallPlan.day(2024, 1, 1))))))
    #expect(try warnings([once, firms, table], &scribe).isEmpty)
  }

  @Test func aTextThatNoPublicationPrints() throws {
    var scribe = Scribe()
    let plan = try SmallPlan.plan(
      ["a", "b", "c"].map { scribe.narrative($0, [scribe.heading(1, "K")]) })
    let recipes = [("plan", "a"), ("souhrn", "c")].map { name, stem in
      Recipe(name: name, design: "obec", parts: [.part("cover"), .part("chapter", ["text": stem])])
    }
    let found = unusedNarratives(of: plan, recipes: recipes)
    #expect(found.map(\.kind.code) == ["D22"])
    #expect(found[0].at == plan.narratives[1].at && found[0].message.cs.contains("„b“"))
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
