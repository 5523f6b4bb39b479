import Core
import Planning

extension ReadingDesk {
  /// Reads the columns of `sluzby` that a catalogue needs and a plan may leave out.
  mutating func readDetails(of service: inout Service, _ sheet: Sheet, row: Int) {
    func list(_ column: String) -> [Located<String>] {
      sheet.text(row: row, column).map(ReadingDesk.divided) ?? []
    }
    service.ownID = sheet.text(row: row, "id")
    service.shortName = sheet.text(row: row, "zkraceny_nazev")
    service.ages = list("vek")
    service.mission = sheet.text(row: row, "poslani")
    service.exclusions = sheet.text(row: row, "neni_pro")
    service.hours = sheet.text(row: row, "doba")
    service.fee = sheet.text(row: row, "uhrada")
    service.access = sheet.text(row: row, "bezbariernost")
    service.accessNote = sheet.text(row: row, "bezbariernost_poznamka")
    service.languages = list("jazyky")
    service.transport = sheet.text(row: row, "doprava")
    service.verified = sheet.text(row: row, "overeno_dne").flatMap { read($0, .date) }
    service.isInCatalogue = sheet.text(row: row, "katalog").flatMap { read($0, .flag) }
    service.demand = sheet.text(row: row, "pozadavek")
    service.begins = sheet.text(row: row, "platnost_od").flatMap { read($0, .date) }
    service.ends = sheet.text(row: row, "platnost_do").flatMap { read($0, .date) }
  }
}
