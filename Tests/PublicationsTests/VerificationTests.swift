import Core
import Manuscript
import Planning
import Publications
import Testing

/// What is special about the sheets by which providers verify their data.
@Suite struct VerificationSheetTests {
  private func document(isHidden: Bool, about provider: String?) throws -> Document {
    var scribe = Scribe()
    let plan = try SmallPlan.plan([scribe.narrative("k", [scribe.heading(1, "K")])])
    let kinds = Codelist(
      name: .serviceKinds, entries: [CodelistEntry(code: "57", name: "azylové domy")])
    let networks = Codelist(
      name: .networkStates, entries: [CodelistEntry(code: "základní", name: "základní")])
    let codelists = Codelists(lists: [kinds, networks] + SmallPlan.codelists.lists)
    let valid = try validate(
      SmallPlan.withRefuge(plan, isHidden: isHidden), against: codelists)
    return try composePlan(
      valid.value, recipe: Recipe(name: "overeni", design: "obec", parts: [.part("verification")]),
      phrases: Checkout.phrases("cs"), about: provider
    ).value
  }

  @Test func aSecretAddressIsCalledSecretEvenToItsProvider() throws {
    let hidden = try document(isHidden: true, about: "99900017").dump()
    #expect(hidden.contains("adresa je utajená") && !hidden.contains("Tichý dvůr"))
    let shown = try document(isHidden: false, about: "99900017").dump()
    #expect(shown.contains("Tichý dvůr") && !shown.contains("adresa je utajená"))
  }

  @Test func aSheetIsAboutOneProvider() throws {
    let own = try document(isHidden: true, about: "99900017")
    #expect(own.metadata.title == "Ověření údajů v katalogu: Charita Lhota")
    let other = try document(isHidden: true, about: "99900025")
    #expect(!other.dump().contains("Azylový dům"))
  }
}
