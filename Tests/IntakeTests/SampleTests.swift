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

  /// Every record of the sample has its line in the dump.
  @Test func theDumpHasEveryRecord() throws {
    var sources = SourceTable()
    let codelists = try readCodelists(Repository.path("Data/Codelists"), sources: &sources)
    let plan = try readProject(
      Repository.path("Data/dacice"), codelists: codelists, sources: &sources
    ).value
    let lines = plan.dump().split(separator: "\n").map { $0.drop { $0 == " " } }
    let wanted: [(String, Int)] = [
      ("municipality ", plan.municipalities.count), ("person ", plan.persons.count),
      ("measure ", plan.measures.count), ("activity ", plan.activities.count),
      ("funding ", plan.funding.count), ("narrative ", plan.narratives.count),
      ("ages ", plan.ages.count), ("question ", plan.survey.count),
      ("answer ", plan.survey.flatMap(\.answers).count), ("provider ", plan.providers.count),
      ("service ", plan.services.count), ("evaluated ", plan.evaluation.count),
      ("comment ", plan.comments.count), ("consultation: ", plan.consultation == nil ? 0 : 1),
      ("responsibility: ", plan.responsibilities.count), ("approval: ", plan.approvals.count),
      ("abbreviation ", plan.abbreviations.count), ("glossary ", plan.glossary.count),
      ("citation ", plan.citations.count), ("origin: ", plan.origins.count),
    ]
    for (prefix, count) in wanted {
      #expect(count > 0, "the sample has no \(prefix)")
      #expect(lines.count { $0.hasPrefix(prefix) } >= count, "\(prefix)")
    }
    // Who does not want to be named is not named in a dump either.
    for comment in plan.comments {
      guard !comment.isPublic, let author = comment.author?.value else { continue }
      #expect(!plan.dump().contains(author))
    }
  }
}
