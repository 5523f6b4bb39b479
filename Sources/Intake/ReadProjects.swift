import Core
import Planning
import Yams

extension ReadingDesk {
  /// The key `projekt`: the project that paid for the planning.
  mutating func readFirstProject(_ top: Record) -> Project? {
    part(top, "projekt", .project).map { readProjectFacts($0) }
  }

  /// The key `dalsi_projekty`: projects that paid besides it.
  mutating func readFurtherProjects(_ top: Record) -> [Project] {
    items(top, "dalsi_projekty").compactMap { item in
      record(item, .project).map { readProjectFacts($0) }
    }
  }

  private mutating func readProjectFacts(_ record: Record) -> Project {
    var project = Project(
      name: demand(record, "nazev"), registration: text(record, "registracni_cislo"),
      programme: text(record, "program"), recipient: text(record, "prijemce"),
      partners: texts(record, "partneri"), publicity: text(record, "publicita"),
      logos: readLogos(record), at: record.at)
    project.budget = value(record, "rozpocet", .money)
    project.from = value(record, "od", .date)
    project.to = value(record, "do", .date)
    return project
  }

  /// The key `loga`: the pictures of the publicity strip, in the order in which they print.
  private mutating func readLogos(_ project: Record) -> [Logo] {
    items(project, "loga").compactMap { item in
      guard let record = record(item, .logo)
      else { return nil }
      let words = demand(record, "popis")
      guard let file = text(record, "soubor"), let picture = readPicture(file) else { return nil }
      return Logo(picture: picture, alternative: words, at: record.at)
    }
  }
}
