import Core
import Planning

/// Which fields of which tables a provider confirms: what the catalogue says of it. What the plan
/// wants of a service (its place in the network, money, targets) is not the provider's to confirm.
struct VerifiedTable {
  let table: LongTable
  /// What a record of it is called.
  let noun: Phrase
  /// The columns that identify the record or belong to the plan.
  let withheld: [String]

  /// The columns to be confirmed.
  var columns: [Field] {
    table.columns.filter { !withheld.contains($0.name) && !$0.isYearly }
  }

  static let all = [
    VerifiedTable(
      table: .providers, noun: Phrase(cs: "Poskytovatel", en: "Provider"), withheld: ["ico"]),
    VerifiedTable(
      table: .services, noun: Phrase(cs: "Služba", en: "Service"),
      withheld: [
        "identifikator", "id", "ico", "kapacita_cil", "uvazky", "naklady", "sit", "katalog",
        "pozadavek", "overeno_dne",
      ]),
    VerifiedTable(
      table: .capacities, noun: Phrase(cs: "Kapacita", en: "Capacity"),
      withheld: ["sluzba", "forma", "kapacita_cil"]),
    VerifiedTable(
      table: .facilities, noun: Phrase(cs: "Zařízení", en: "Facility"),
      withheld: ["sluzba", "utajena_adresa", "sirka", "delka"]),
  ]

  static func named(_ name: String) -> VerifiedTable? { all.first { $0.table.name == name } }

  /// The columns that say where a facility is.
  static let whereabouts = ["ulice", "psc", "obec", "kod_obce", "sirka", "delka", "poznamka"]

  /// The columns of a row: of a secret facility nothing that says where it is.
  func columns(of row: Int, in draft: TableDraft) -> [Field] {
    guard isHidden(row, in: draft) else { return columns }
    return columns.filter { !VerifiedTable.whereabouts.contains($0.name) }
  }

  /// Whether the row is a facility whose address is secret.
  func isHidden(_ row: Int, in draft: TableDraft) -> Bool {
    table.name == LongTable.facilities.name && draft.text(row, "utajena_adresa") == "ano"
  }
}

extension TableDraft {
  /// The name by which a sheet refers to a row: numbers of registers where there are any, else
  /// names; rows that share it are counted.
  func keys() -> [String] {
    let plain = rows.indices.map { row in
      switch table.name {
      case LongTable.providers.name: return text(row, "ico")
      case LongTable.services.name:
        let number = text(row, "identifikator")
        return number.isEmpty ? text(row, "id") : number
      case LongTable.capacities.name:
        return "\(text(row, "sluzba")) \(text(row, "forma"))"
      default:
        let name = text(row, "nazev")
        return name.isEmpty ? text(row, "sluzba") : "\(text(row, "sluzba")) \(name)"
      }
    }
    var counts: [String: Int] = [:]
    return plain.map { key in
      counts[key, default: 0] += 1
      let count = counts[key, default: 1]
      return count == 1 ? key : "\(key) (\(count))"
    }
  }
}

extension ProjectTables {
  /// The rows that speak of a provider, in the order of a sheet: the provider, then each service
  /// with its capacities and facilities.
  func rows(of provider: String) -> [(table: VerifiedTable, row: Int)] {
    var rows: [(table: VerifiedTable, row: Int)] = []
    func add(_ name: LongTable, _ places: [Int]) {
      guard let table = VerifiedTable.named(name.name) else { return }
      rows += places.map { (table, $0) }
    }
    add(.providers, Array(self[.providers].rows(where: "ico", are: provider).prefix(1)))
    let services = self[.services]
    let keys = services.keys()
    for row in services.rows(where: "ico", are: provider) {
      add(.services, [row])
      guard !keys[row].isEmpty else { continue }
      add(.capacities, self[.capacities].rows(where: "sluzba", are: keys[row]))
      add(.facilities, self[.facilities].rows(where: "sluzba", are: keys[row]))
    }
    return rows
  }
}
