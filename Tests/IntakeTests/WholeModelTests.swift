import Core
import Intake
import Planning
import SazbaTesting
import Testing

/// The sample holds a record of every kind, read as it is written.
@Suite struct WholeModelTests {
  private func plan() throws -> Plan {
    var sources = SourceTable()
    let codelists = try readCodelists(Repository.path("Data/Codelists"), sources: &sources)
    return try readProject(
      Repository.path("Data/dacice"), codelists: codelists, sources: &sources
    ).value
  }

  @Test func everyKindOfRecordIsRead() throws {
    let plan = try plan()
    #expect(plan.municipalities.allSatisfy { $0.mayor != nil && $0.companyNumber != nil })
    #expect(plan.municipalities.allSatisfy { $0.dataBox?.value.utf8.count == 7 })
    #expect(plan.project?.budget?.value == Money(1_980_000))
    #expect(plan.project?.from?.value.description == "2024-01-01")
    #expect(plan.providers.allSatisfy { $0.dataBox != nil })
    #expect(plan.services.count { $0.verified != nil } == 25)
    #expect(plan.services.first?.ages.count == 3)
    let advice = try #require(plan.service("9000010"))
    #expect(plan.capacities(of: advice).map(\.count.value) == [3, 1])
    #expect(plan.facilities(of: advice).count == 2)
    #expect(plan.activities.contains { !$0.services.isEmpty })
    #expect(plan.analyses.count == 6 && plan.organisations.count == 1)
    #expect(plan.hearings.last?.time?.value == "16.30")
    #expect(plan.actionPlans.first?.items.count == 14)
    #expect(plan.changes.count == 17 && plan.assets.count == 4)
  }

  /// Nothing, a range, within another and not yet known are read as four different things.
  @Test func costsKeepTheirRegime() throws {
    let plan = try plan()
    let budgets = try #require(plan.ideas).map { $0.budget?.value }
    #expect(
      budgets == [
        .range(45_000_000, 60_000_000), .amount(690_000), .unknown, .range(180_000, 240_000),
        .range(1_400_000, 1_900_000), .amount(950_000), .zero, .within(Code("5.2.1")),
      ])
  }

  @Test func secretAddressesAreSecret() throws {
    let plan = try plan()
    let hidden = plan.facilities.filter(\.isHidden)
    #expect(hidden.count == 2 && hidden.allSatisfy { $0.printed == nil })
    let watch = AddressWatch(plan)
    #expect(
      watch.betrayed(by: Array("Přijďte na Smyšlená zahrada 7.".utf8)).contains(hidden[0]))
    #expect(watch.betrayed(by: Array("Přijďte na Krajířovu 27.".utf8)).isEmpty)
    #expect(plan.facilities.contains { $0.printed?.street?.value == "Jemnická 7" })
    let dump = plan.dump()
    #expect(!dump.contains("Smyšlená zahrada") && !dump.contains("Tichý dvůr"))
  }
}
