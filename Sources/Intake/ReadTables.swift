import Core
import Planning

extension ReadingDesk {
  /// Table `obce`: the municipalities. Inhabitants stand in columns `obyvatel_2022` and the like.
  mutating func readMunicipalities() -> [Municipality] {
    guard let sheet = openSheet(.municipalities)
    else { return [] }
    let years = sheet.header.compactMap { column in
      ReadingDesk.populationYear(column.value).map { (year: $0, name: column.value) }
    }.sorted { $0.year < $1.year }
    var municipalities: [Municipality] = []
    for row in 1..<max(1, sheet.table.count) {
      let code = demand(sheet, row: row, "kod_obce")
      let name = demand(sheet, row: row, "nazev")
      var population: [Population] = []
      for column in years {
        guard let text = sheet.text(row: row, column.name), let count = read(text, .whole) else {
          continue
        }
        population.append(Population(year: column.year, count: Int(count.value)))
      }
      let latitude = sheet.text(row: row, "sirka").flatMap { read($0, .degrees) }
      let longitude = sheet.text(row: row, "delka").flatMap { read($0, .degrees) }
      let dataBox = sheet.text(row: row, "datova_schranka").flatMap { read($0, .dataBox) }
      guard let code, let name else { continue }
      var municipality = Municipality(
        code: code, name: name, distinction: sheet.text(row: row, "rozlisovac"),
        district: sheet.text(row: row, "okres"),
        postcode: sheet.text(row: row, "psc").map { $0.map(ReadingDesk.ungrouped) },
        population: population, latitude: latitude?.value, longitude: longitude?.value,
        at: place(sheet, row: row))
      municipality.authority = sheet.text(row: row, "orp")
      municipality.companyNumber = sheet.text(row: row, "ico")
      municipality.dataBox = dataBox
      municipality.mayor = sheet.text(row: row, "starosta")
      municipalities.append(municipality)
    }
    return municipalities
  }

  private static func populationYear(_ column: String) -> Int? {
    column.hasPrefix("obyvatel_") ? PlainValue.year(String(column.dropFirst(9))) : nil
  }

  /// Table `financovani`: the money by activity, year and source.
  mutating func readFunding() -> [FundingLine] {
    guard let sheet = openSheet(.funding)
    else { return [] }
    var lines: [FundingLine] = []
    lines.reserveCapacity(sheet.table.count)
    for row in 1..<max(1, sheet.table.count) {
      let activity = demand(sheet, row: row, "aktivita")
      let year = demand(sheet, row: row, "rok").flatMap { read($0, .year) }
      let source = demand(sheet, row: row, "zdroj")
      let amount = demand(sheet, row: row, "castka").flatMap { read($0, .money) }
      guard let activity, let year, let source, let amount else { continue }
      lines.append(
        FundingLine(
          activity: activity.map(Code.init), year: year, source: source, amount: amount,
          state: sheet.text(row: row, "stav"), note: sheet.text(row: row, "poznamka"),
          at: place(sheet, row: row)))
    }
    return lines
  }
}
