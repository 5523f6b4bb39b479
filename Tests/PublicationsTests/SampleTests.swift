import Core
import Foundation
import Intake
import Manuscript
import Planning
import Publications
import Testing

/// The sample: the whole plan of Dačice, composed by its own recipe.
@Suite struct SampleTests {
  private func plan() throws -> Validated<Plan> {
    var sources = SourceTable()
    let root = Checkout.root.path(percentEncoded: false)
    let codelists = try readCodelists(root + "Data/Codelists", sources: &sources)
    let read = try readProject(root + "Data/dacice", codelists: codelists, sources: &sources)
    let checked = try validate(read.value, against: codelists)
    #expect(read.warnings + checked.warnings == [])
    return checked.value
  }

  private func document(of plan: Validated<Plan>) throws -> Document {
    let recipe = Recipe(name: "plan", design: "obec", parts: try Checkout.recipe())
    let outcome = try composePlan(plan, recipe: recipe, phrases: Checkout.phrases("cs"))
    #expect(outcome.warnings == [])
    #expect(outcome.value.faults() == [])
    if let path = ProcessInfo.processInfo.environment["SAZBA_DUMP"] {
      try outcome.value.dump().write(toFile: path, atomically: true, encoding: .utf8)
    }
    return outcome.value
  }

  @Test func itComposes() throws {
    let document = try document(of: plan())
    let chapters = document.nodes.indices.compactMap { position -> String? in
      guard document.nodes[position].role == .heading(level: 1) else { return nil }
      return document.plainText(of: NodeID(position))
    }
    #expect(
      chapters == [
        "Obsah", "Úvodní slovo", "Komunitní plánování v otázkách a odpovědích",
        "English summary",
        "1 Organizace a průběh plánování", "2 Vyhodnocení plánu 2015–2017",
        "3 Sociodemografická analýza", "4 Názory veřejnosti a starostů",
        "5 Poskytovatelé a služby", "6 Potřeby cílových skupin", "7 SWOT analýzy",
        "8 Strategická část", "9 Síť sociálních služeb", "10 Financování",
        "11 Realizace a monitoring", "12 Připomínky a jejich vypořádání",
        "13 Schválení plánu", "14 Zkratky, pojmy a zdroje",
        "Příloha\u{A0}A Dotazník pro obyvatele", "Příloha\u{A0}B Osnova rozhovoru se starosty",
        "Příloha\u{A0}C Návrh na změnu plánu",
      ])
    #expect(document.artworks.count == 8)
    #expect(document.nodes.filter { $0.role == .note }.count == 12)
  }

  /// Whatever the records say: of a secret place neither street nor town is printed as its own.
  @Test func everyRecordIsPrintedButNoSecretAddress() throws {
    let plan = try plan()
    let text = String(decoding: try document(of: plan).text, as: UTF8.self)
    for secret in ["Smyšlená zahrada", "Tichý dvůr"] { #expect(!text.contains(secret)) }
    for idea in try #require(plan.value.ideas) { #expect(text.contains(idea.name.value)) }
    for facility in plan.value.facilities {
      #expect(text.contains(try #require(facility.name).value))
      if let street = facility.printed?.street { #expect(text.contains(street.value)) }
    }
    for hearing in plan.value.hearings { #expect(text.contains(hearing.place.value)) }
    for change in plan.value.changes { #expect(text.contains(change.text.value)) }
    for item in plan.value.actionPlans.flatMap(\.items) {
      if let note = item.note { #expect(text.contains(note.value)) }
    }
  }

  @Test func nobodyAppearsWithoutConsent() throws {
    let plan = try plan()
    let document = try document(of: plan)
    let text = String(decoding: document.text, as: UTF8.self)
    let hidden = plan.value.persons.filter { !$0.consent.value }
    #expect(!hidden.isEmpty)
    for person in hidden {
      #expect(!text.contains(person.familyName.value))
      let standIn = try #require(person.standIn)
      #expect(text.contains(standIn.value))
    }
  }

  /// Totals are found again in the cells that print them.
  @Test func everySumPrintedIsTheSumValidated() throws {
    let plan = try plan()
    let document = try document(of: plan)
    let total = try #require(plan.value.totals?.total)
    let years = try #require(plan.value.totals).years.map(\.amount.value)
    let expected = (years + [total.value]).map(\.figures)
    let totals = document.nodes.indices.filter { position in
      document.look(of: NodeID(position)) == "total"
    }.map { row in
      document.children(of: NodeID(row)).map { cell in
        document.children(of: cell).map { document.plainText(of: $0) }.joined()
      }
    }
    // By source and by measure, both the same.
    #expect(totals.filter { Array($0.dropFirst()) == expected }.count == 2)
    let inhabitants = plan.value.municipalities.map { $0.population.map(\.count) }
    let sums = (0..<2).map { year in
      grouped(Int64(inhabitants.reduce(0) { $0 + $1[year] }))
    }
    #expect(totals.contains { Array($0.dropFirst()) == sums })
  }

  /// What the text says of the territory agrees with the figures of its municipalities.
  @Test func theFiguresInTheTextAreThoseOfTheMunicipalities() throws {
    let text = try Checkout.text("Data/dacice/texty/uzemi.md")
    let counts = try plan().value.municipalities.compactMap { place in
      place.population.first { $0.year == 2022 }?.count
    }
    #expect(counts.count == 23 && text.contains("23 obcí"))
    #expect(text.contains("\(plain(counts.reduce(0, +))) lidí"))
    let towns = counts.filter { $0 >= 1000 }
    #expect(towns.count == 3 && text.contains("\(plain(towns.reduce(0, +))) lidí"))
    let small = counts.filter { $0 < 500 }
    #expect(small.count == 14 && text.contains("\(plain(small.reduce(0, +))) lidí"))
    let smallest = counts.filter { $0 < 200 }
    #expect(smallest.count == 9 && text.contains("\(smallest.reduce(0, +)) obyvatel"))
  }

  private func plain(_ number: Int) -> String {
    grouped(Int64(number)).replacing("\u{A0}", with: " ")
  }
}
