import Core
import Intake
import Planning
import SazbaTesting
import Testing

@Suite struct SampleTests {
  @Test func sampleValidatesClean() throws {
    var sources = SourceTable()
    let codelists = try readCodelists(Repository.path("Data/Codelists"), sources: &sources)
    let read = try readProject(
      Repository.path("Data/dacice"), codelists: codelists, sources: &sources)
    #expect(read.warnings.isEmpty)
    let valid = try validate(read.value, against: codelists)
    #expect(valid.warnings.isEmpty)
    let plan = valid.value.value
    #expect(plan.municipalities.count == 23)
    let inhabitants = plan.municipalities.map { town in
      town.population.first { $0.year == 2020 }?.count ?? 0
    }
    // The sum that the data's provider states for the district.
    #expect(inhabitants.reduce(0, +) == 18_672)
    #expect(plan.priorities.count == 5)
    #expect(plan.measures.count == 14)
    #expect(plan.activities.count == 34)
    #expect(plan.swots.first.map { $0.items(.strengths).count } == 5)
    #expect(plan.persons.contains { $0.printedName == nil })
    #expect(valid.value.name(.fundingSources, "ÚP") == "Úřad práce")
  }
}
