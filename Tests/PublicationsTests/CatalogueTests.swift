import Core
import Foundation
import Intake
import Manuscript
import Planning
import SazbaTesting
import Testing

@testable import Publications

/// The sample catalogue, composed by its own recipe.
@Suite struct CatalogueTests {
  static func plan(_ project: String = "Data/katalog") throws -> Validated<Plan> {
    var sources = SourceTable()
    let root = Checkout.root.path(percentEncoded: false)
    let codelists = try readCodelists(root + "Data/Codelists", sources: &sources)
    let read = try readProject(root + project, codelists: codelists, sources: &sources)
    return try validate(read.value, against: codelists).value
  }

  static let parts: [PartRecipe] = [
    .part("cover"), .part("imprint"), .part("contents", ["depth": "1"]),
    .part("front-matter", ["text": "uvodni-slovo"]), .part("front-matter", ["text": "jak-hledat"]),
    .part("signs"), .part("crisis", ["text": "krizove-kontakty"]), .part("catalogue"),
    .part("index", ["of": "groups"]), .part("index", ["of": "kinds"]),
    .part("index", ["of": "municipalities"]), .part("index", ["of": "names"]), .part("notes"),
  ]

  static func document(
    _ plan: Validated<Plan>, _ parts: [PartRecipe] = parts
  ) throws -> Document {
    let recipe = Recipe(name: "katalog", design: "katalog", parts: parts)
    let outcome = try composePlan(plan, recipe: recipe, phrases: Checkout.phrases("cs"))
    // Parts alone may lack what the others write out.
    if parts == Self.parts { #expect(outcome.warnings == []) }
    #expect(outcome.value.faults() == [])
    return outcome.value
  }

  /// The titles of all headings of a look, in reading order.
  private func headings(_ look: String, of document: Document) -> [String] {
    document.nodes.indices.compactMap { position in
      let id = NodeID(position)
      guard case .heading = document[id].role, document.look(of: id) == look else { return nil }
      return document.plainText(of: id)
    }
  }

  @Test func everyServiceIsPrintedOnce() throws {
    let plan = try Self.plan()
    let document = try Self.document(plan)
    let printed = headings("service", of: document)
    #expect(printed.count == CatalogueOrder.printed(plan).count)
    #expect(Set(document.anchors.map(\.name)).count == document.anchors.count)
    for service in CatalogueOrder.printed(plan) {
      #expect(document.anchors.contains { $0.name == service.catalogueAnchor })
    }
  }

  /// What has ended, and what the table leaves out, is nowhere in it.
  @Test func endedAndWithheldServicesAreLeftOut() throws {
    let plan = try Self.plan()
    let text = try Self.document(plan).text
    let out = plan.value.services.filter { service in
      service.isInCatalogue?.value == false || service.ends.map { $0.value < plan.asOf } ?? false
    }
    #expect(!out.isEmpty)
    for service in out { #expect(!text.holds(Array(service.name.value.utf8))) }
  }

  /// V11: no street of a secret place, no town of it as a place, in text, titles, anchors or data.
  @Test func secretAddressesAreNowhere() throws {
    let plan = try Self.plan()
    let hidden = plan.value.facilities.filter(\.isHidden)
    #expect(!hidden.isEmpty)
    let watch = AddressWatch(plan.value)
    let document = try Self.document(plan)
    var recipe = Recipe(name: "katalog", design: "katalog", parts: Self.parts)
    recipe.data = ["csv", "json"]
    let files = try dataFiles(of: plan, recipe: recipe, phrases: Checkout.phrases("cs"))
    let names = Array(document.anchors.map(\.name).joined(separator: "\n").utf8)
    for place in hidden {
      for words in [document.text.plain, names] + files.map(\.bytes.plain) {
        #expect(!watch.betrayed(by: words).contains(place))
      }
    }
    // A street typed into a remark is found.
    var spoilt = plan.value
    let secret = try Self.street(of: hidden[0], in: "Data/katalog")
    let street = try #require(secret)
    for number in spoilt.facilities.indices where spoilt.facilities[number] == hidden[0] {
      spoilt.facilities[number].note = Located(street, at: hidden[0].at)
    }
    let validated = try validate(spoilt, against: plan.codelists).value
    #expect(throws: Rejected.self) {
      try dataFiles(of: validated, recipe: recipe, phrases: Checkout.phrases("cs"))
    }
    #expect(throws: Rejected.self) { try Self.document(validated) }
  }

  /// The street of a secret place, read from the table itself: nothing else tells it.
  private static func street(of place: Facility, in project: String) throws -> String? {
    for line in try Checkout.text(project + "/zarizeni.csv").split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      if fields[0] == place.service.value, fields.contains("ano"), !fields[2].isEmpty {
        return fields[2]
      }
    }
    return nil
  }

  /// Divisions stand as asked, entries by name, and each index in Czech order.
  @Test func orderIsCzech() throws {
    let plan = try Self.plan()
    let order = CatalogueOrder(plan, by: .groups, first: ["Senioři a pečující"])
    #expect(order.shelves.first?.title == "Senioři a pečující")
    for shelf in order.shelves {
      let names = shelf.entries.map(\.provider.name.value)
      #expect(names.sorted(by: CzechOrder.precedes) == names)
    }
    #expect(Set(order.services.compactMap(\.key)).count == order.services.count)
    let letters = headings(
      "index", of: try Self.document(plan, [.part("catalogue"), .part("index", ["of": "names"])]))
    #expect(letters.contains("Ch"))
    #expect(letters.sorted(by: CzechOrder.precedes) == letters)
  }

  /// A service that bears its provider's name does not say it again in an index.
  @Test func namesAreSaidOnce() {
    #expect("Klub Čtvrtá lavice".holds(words: "Čtvrtá lavice"))
    #expect("DOBRÉ ráno – rozvoz".holds(words: "Dobré ráno"))
    #expect(!"Klubovna Lavice".holds(words: "Klub"))
    #expect(!"Poradna Jasmín".holds(words: "Útočiště Jasmín"))
    #expect(!"Poradna".holds(words: "–"))
  }

  /// A service of several groups is referred to from the divisions of the others.
  @Test func furtherDivisionsRefer() throws {
    let plan = try Self.plan()
    let order = CatalogueOrder(plan, by: .groups, first: [])
    for shelf in order.shelves {
      let own = Set(shelf.entries.flatMap(\.services).map(\.catalogueAnchor))
      #expect(own.isDisjoint(with: shelf.elsewhere.map(\.catalogueAnchor)))
    }
    #expect(order.shelves.contains { !$0.elsewhere.isEmpty })
  }

  @Test func kindsOfTheLawDivideWhereAsked() throws {
    let order = CatalogueOrder(try Self.plan(), by: .kinds, first: [])
    #expect(order.shelves.map(\.title).contains("Služby sociální péče"))
  }

  @Test func settingsAreJudged() throws {
    let plan = try SmallPlan.plan()
    for parts in [
      [PartRecipe.part("catalogue", ["by": "abeceda"])], [.part("index", ["of": "stran"])],
    ] {
      #expect(try findings(plan, parts).contains { ["D12", "D20"].contains($0.kind.code) })
    }
  }

  @Test(arguments: [
    (["bez omezení"], "bez omezení věku"),
    (["dospělí", "mladší senioři", "starší senioři"], "od 27 let"),
    (["kojenecký věk", "předškolní věk", "mladší děti", "starší děti", "dorost"], "do 18 let"),
    (["mladí dospělí", "dospělí"], "19–64 let"), (["dorost", "dospělí"], "16–18 let, 27–64 let"),
    (["kojenecký věk"], "do 1 roku"),
  ])
  func agesAreJoined(codes: [String], words: String) throws {
    let ledger = Ledger(
      try Self.plan(), recipe: Recipe(name: "katalog", design: "katalog", parts: Self.parts),
      phrases: try Checkout.phrases("cs"))
    #expect(ledger.words(ofAges: codes).replacing("\u{A0}", with: " ") == words)
  }

  /// Five units, each in its case, none added to another.
  @Test func capacitiesKeepTheirUnits() throws {
    let plan = try Self.plan()
    let ledger = Ledger(
      plan, recipe: Recipe(name: "katalog", design: "katalog", parts: Self.parts),
      phrases: try Checkout.phrases("cs"))
    let words = CatalogueOrder.printed(plan).compactMap { ledger.catalogueCapacity(of: $0) }
      .joined(separator: "\n").replacing("\u{A0}", with: " ")
    for unit in ["lůž", "klient", "kontakt", "intervenc", "hovor"] { #expect(words.contains(unit)) }
    for service in CatalogueOrder.printed(plan) {
      for part in plan.value.capacities(of: service) where part.count.value > 0 {
        let said = ledger.catalogueCapacity(of: service)?.replacing("\u{A0}", with: " ") ?? ""
        #expect(said.contains(grouped(Int64(part.count.value)).replacing("\u{A0}", with: " ")))
      }
    }
  }

  @Test func anEntryReadsLikeThis() throws {
    let document = try Self.document(
      try Self.plan(), [.part("catalogue"), .part("front-matter", ["text": "jak-hledat"])])
    let anchor = try #require(document.anchors.first { $0.name == "poskytovatel-99900157" })
    let card = document[document[anchor.node].parent]
    let lines = (anchor.node.int..<card.end.int).compactMap { position -> String? in
      let id = NodeID(position)
      guard document[id].role.holdsText, !document[id].role.isInline || document[id].role == .label
      else { return nil }
      return document.plainText(of: id) { _ in "#" }.replacing("\u{A0}", with: "~")
    }
    try expectGolden(
      lines.joined(separator: "\n") + "\n", "Tests/Goldens/Parts/catalogue-entry.txt")
  }

  @Test func dataAreTheSameTwice() throws {
    let plan = try Self.plan()
    var recipe = Recipe(name: "katalog", design: "katalog", parts: Self.parts)
    recipe.data = ["csv", "json"]
    let files = try dataFiles(of: plan, recipe: recipe, phrases: Checkout.phrases("cs"))
    #expect(try dataFiles(of: plan, recipe: recipe, phrases: Checkout.phrases("cs")) == files)
    let json = try JSONSerialization.jsonObject(with: Data(files[1].bytes)) as? [String: Any]
    let providers = try #require(json?["poskytovatele"] as? [[String: Any]])
    let services = providers.flatMap { $0["sluzby"] as? [[String: Any]] ?? [] }
    #expect(services.count == CatalogueOrder.printed(plan).count)
    let rows = String(decoding: files[0].bytes, as: UTF8.self).split(separator: "\n")
    #expect(rows.count == services.count + 1)
    recipe.data = ["xls"]
    #expect(throws: Rejected.self) {
      try dataFiles(of: plan, recipe: recipe, phrases: Checkout.phrases("cs"))
    }
  }
}
