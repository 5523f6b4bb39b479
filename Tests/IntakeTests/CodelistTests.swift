import Core
import Intake
import Planning
import SazbaTesting
import Testing

@Suite struct CodelistTests {
  private func codelists() throws -> Codelists {
    var sources = SourceTable()
    return try readCodelists(Repository.path("Data/Codelists"), sources: &sources)
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: year, month: month, day: day))
  }

  @Test func everyListHasItsVersionAndNoCodeTwiceOnADay() throws {
    let day = try day(2024, 11, 12)
    for list in try codelists().lists {
      #expect(list.version?.isEmpty == false, "\(list.name.rawValue)")
      let codes = list.entries.filter { $0.isValid(on: day) }.map(\.code)
      #expect(!codes.isEmpty && Set(codes).count == codes.count, "\(list.name.rawValue)")
    }
  }

  /// The law knew 33 kinds; the register has added one.
  @Test func kindsOfServicesBeginAndEnd() throws {
    let lists = try codelists()
    let before = lists.entries(.serviceKinds, on: try day(2025, 12, 31))
    let after = lists.entries(.serviceKinds, on: try day(2026, 1, 1))
    #expect(before.count == 33 && after.count == 34)
    #expect(lists.entries(.serviceKinds, on: try day(2006, 12, 31)).isEmpty)
    #expect(after.allSatisfy { !$0.usualForms.isEmpty && $0.group != nil && $0.short != nil })
    let forms = Set(lists.entries(.serviceForms, on: try day(2026, 1, 1)).map(\.code))
    #expect(after.flatMap(\.usualForms).allSatisfy(forms.contains))
  }

  @Test func programmesEndAndSayWhatTheyDemand() throws {
    let lists = try codelists()
    let last = try day(2023, 12, 31)
    let next = try day(2024, 1, 1)
    #expect(lists.entry(.programmes, "OPZ", on: last) != nil)
    #expect(lists.entry(.programmes, "OPZ", on: next) == nil)
    let programme = try #require(lists.entry(.programmes, "OPZ+", on: next))
    #expect(
      programme.numberPatterns.contains { follows("CZ.03.02.02/00/24_000/0000000", pattern: $0) })
    #expect(programme.publicity?.words.isEmpty == false)
    #expect(programme.publicity?.logos.isEmpty == false)
  }
}
