import Core
import Manuscript
import Planning
import SazbaTesting
import Testing

@testable import Publications

/// A mistake in a recipe is told once, where it stands, whatever refers to what is missing for it.
@Suite struct RecipeTests {
  private static let value = SourceSpan(file: FileID(7), start: 40, end: 46)

  /// The parts of the sample catalogue with some other settings of its entries.
  private static func parts(_ settings: [String: String], at key: String = "") -> [PartRecipe] {
    CatalogueTests.parts.map { part in
      guard part.kind == "catalogue" else { return part }
      var part = part
      part.settings = settings
      if !key.isEmpty { part.places = [key: value] }
      return part
    }
  }

  private func found(
    _ parts: [PartRecipe], _ change: (inout Plan) -> Void = { _ in }
  ) throws -> [Diagnostic] {
    let read = try CatalogueTests.plan()
    var plan = read.value
    change(&plan)
    let recipe = Recipe(name: "katalog", design: "katalog", parts: parts)
    do {
      let outcome = try composePlan(
        try validate(plan, against: read.codelists).value, recipe: recipe,
        phrases: Checkout.phrases("cs"))
      return outcome.warnings
    } catch let rejected as Rejected {
      return rejected.diagnostics
    }
  }

  /// Hundreds of references lead to the entries: none of them is told of.
  @Test(arguments: [
    ("by", ["by": "skupiny"], "groups"),
    ("by", ["by": "kind"], "Nemělo tu být „kinds“?"),
    ("first", ["first": "Senioři a pecujici"], "Nemělo tu být „Senioři a pečující“?"),
    ("first", ["by": "kinds", "first": "Senioři a pečující"], "Použijte některé z"),
    ("first", ["first": "Senioři a pečující | Senioři a pečující"], "jen jednou"),
    ("tabs", ["tabs": "Senioři"], "first: …"),
    ("tabs", ["first": "Senioři a pečující", "tabs": "A | B"], "názvů je tam 1, oušek zde 2"),
    ("deleni", ["deleni": "groups"], "by, first, tabs"),
  ])
  func aWrongSettingIsOneFinding(
    _ key: String, _ settings: [String: String], _ mend: String
  ) throws {
    let findings = try found(Self.parts(settings, at: key))
    #expect(findings.map(\.kind.code) == ["D12"])
    #expect(findings.first?.at == Self.value)
    #expect(findings.first?.fix.cs.contains(mend) == true, "\(findings.first?.fix.cs ?? "")")
  }

  @Test func aPartMayNotStandTwice() throws {
    let twice = CatalogueTests.parts + [.part("catalogue", ["by": "kinds"])]
    #expect(try found(twice).map(\.kind.code) == ["D23"])
    let text = CatalogueTests.parts + [.part("annex", ["text": "jak-hledat"])]
    let findings = try found(text)
    #expect(findings.map(\.kind.code) == ["D23"])
    #expect(findings.first?.message.cs.contains("Text „jak-hledat“") == true)
  }

  @Test func whatNeedsTheEntriesNeedsACatalogue() throws {
    let without = CatalogueTests.parts.filter { $0.kind != "catalogue" }
    #expect(try found(without).map(\.kind.code) == ["D24"])
    // A misspelt kind is told; that all else lacks it needs no telling.
    let misspelt = without + [.part("katalog")]
    #expect(try found(misspelt).map(\.kind.code) == ["D11"])
  }

  @Test func aCatalogueWithoutServicesIsRefused() throws {
    let none = try found(CatalogueTests.parts) { plan in
      plan.services = []
      plan.facilities = []
      plan.capacities = []
    }
    #expect(none.map(\.kind.code) == ["D20"])
    #expect(none.first?.message.cs.contains("sluzby.csv") == true)
    let withheld = try found(CatalogueTests.parts) { plan in
      for number in plan.services.indices {
        plan.services[number].isInCatalogue = Located(false, at: plan.services[number].at)
      }
    }
    #expect(withheld.map(\.kind.code) == ["D20"])
    #expect(withheld.first?.fix.cs.contains("„ano“") == true)
  }

  /// A heading with nothing below it; one with a deeper heading below has that.
  @Test func emptyChaptersAreTold() throws {
    var scribe = Scribe()
    let empty = try composed([scribe.heading(1, "Analytická část")])
    #expect(empty.map(\.kind.code) == ["D25"])
    #expect(empty.first?.message.cs.contains("Kapitola „1 Analytická část“") == true)
    let sections = try composed([
      scribe.heading(1, "Kapitola"), scribe.heading(2, "První"), scribe.heading(2, "Druhý"),
      scribe.heading(3, "Hlouběji"), scribe.paragraph("Text."), scribe.heading(2, "Třetí"),
    ])
    #expect(sections.map(\.kind.code) == ["D25", "D25"])
    #expect(sections.map { $0.message.cs.contains("Oddíl") } == [true, true])
    #expect(sections.first?.message.cs.contains("„1.1 První“") == true)
    #expect(try composed([scribe.heading(1, "A"), scribe.paragraph("Text.")]).isEmpty)
  }

  private func composed(_ blocks: [ProseBlock]) throws -> [Diagnostic] {
    var scribe = Scribe()
    let plan = try SmallPlan.plan([scribe.narrative("k", blocks)])
    let recipe = Recipe(
      name: "plan", design: "obec", parts: [.part("chapter", ["text": "k"])])
    return try composePlan(
      SmallPlan.validated(plan), recipe: recipe, phrases: Checkout.phrases("cs")
    ).warnings
  }
}
