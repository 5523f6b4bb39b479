import Core
import Planning

extension ReadingDesk {
  /// Table `zarizeni`: where services are given.
  mutating func readFacilities() -> [Facility] {
    guard let sheet = openSheet(.facilities)
    else { return [] }
    var facilities: [Facility] = []
    for row in 1..<max(1, sheet.table.count) {
      let hidden = sheet.text(row: row, "utajena_adresa")
      let isHidden = hidden.flatMap { read($0, .flag) }?.value
      let latitude = sheet.text(row: row, "sirka").flatMap { read($0, .degrees) }
      let longitude = sheet.text(row: row, "delka").flatMap { read($0, .degrees) }
      guard let service = demand(sheet, row: row, "sluzba") else { continue }
      facilities.append(
        Facility(
          service: service, name: sheet.text(row: row, "nazev"),
          municipality: sheet.text(row: row, "kod_obce"),
          telephone: sheet.text(row: row, "telefon"), email: sheet.text(row: row, "email"),
          hours: sheet.text(row: row, "provozni_doba"),
          access: sheet.text(row: row, "bezbariernost"), note: sheet.text(row: row, "poznamka"),
          // A flag that cannot be read must not open a secret.
          isHidden: isHidden ?? (hidden != nil),
          whereabouts: Facility.Whereabouts(
            street: sheet.text(row: row, "ulice"),
            postcode: sheet.text(row: row, "psc").map { $0.map(ReadingDesk.ungrouped) },
            town: sheet.text(row: row, "obec"), latitude: latitude?.value,
            longitude: longitude?.value),
          at: place(sheet, row: row)))
    }
    return facilities
  }

  /// Table `kapacity`: the capacities of services by form.
  mutating func readCapacities() -> [Capacity] {
    guard let sheet = openSheet(.capacities)
    else { return [] }
    var capacities: [Capacity] = []
    for row in 1..<max(1, sheet.table.count) {
      let service = demand(sheet, row: row, "sluzba")
      let form = demand(sheet, row: row, "forma")
      let count = demand(sheet, row: row, "kapacita").flatMap { read($0, .whole) }
      let unit = demand(sheet, row: row, "jednotka")
      let target = sheet.text(row: row, "kapacita_cil").flatMap { read($0, .whole) }
      guard let service, let form, let count, let unit else { continue }
      capacities.append(
        Capacity(
          service: service, form: form, count: count.map { Int($0) },
          target: target?.map { Int($0) }, unit: unit, at: place(sheet, row: row)))
    }
    return capacities
  }
}
