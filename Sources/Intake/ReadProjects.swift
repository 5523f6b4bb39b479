import Core
import Planning
import Yams

extension ReadingDesk {
  private static let projectKeys = [
    "registracni_cislo", "program", "prijemce", "partneri", "publicita", "rozpocet", "od", "do",
  ]

  /// The key `projekt`: the project that paid for the planning.
  mutating func readFirstProject(_ top: Record) -> Project? {
    part(
      top, "projekt", Phrase(cs: "Projekt", en: "Project"), required: ["nazev"],
      optional: ReadingDesk.projectKeys
    ).map { readProjectFacts($0) }
  }

  /// The key `dalsi_projekty`: projects that paid besides it.
  mutating func readFurtherProjects(_ top: Record) -> [Project] {
    items(top, "dalsi_projekty").compactMap { item in
      record(
        item, Phrase(cs: "Projekt", en: "Project"), required: ["nazev"],
        optional: ReadingDesk.projectKeys
      ).map { readProjectFacts($0) }
    }
  }

  private mutating func readProjectFacts(_ record: Record) -> Project {
    var project = Project(
      name: demand(record, "nazev"), registration: text(record, "registracni_cislo"),
      programme: text(record, "program"), recipient: text(record, "prijemce"),
      partners: texts(record, "partneri"), publicity: text(record, "publicita"), at: record.at)
    project.budget = value(record, "rozpocet", .money)
    project.from = value(record, "od", .date)
    project.to = value(record, "do", .date)
    return project
  }
}
