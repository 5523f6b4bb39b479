import Core
import Planning

extension ReadingDesk {
  /// The key `cislovani`; the usual scheme where it is missing.
  mutating func readNumbering(_ top: Record) -> Numbering {
    guard let record = part(top, "cislovani", .numbering)
    else { return .usual }
    let tiers: [(String, Tier)] = [
      ("oblast", .area), ("priorita", .priority), ("opatreni", .measure),
      ("aktivita", .activity),
    ]
    var levels: [NumberingLevel] = []
    for (key, tier) in tiers {
      guard let level = part(record, key, .level)
      else { continue }
      let numerals = choice(
        level, "cislice",
        [("arabské", Numerals.arabic), ("římské", .roman), ("písmena", .letter)])
      let continues = value(level, "navazuje", .flag)?.value
      levels.append(
        NumberingLevel(
          tier: tier, singular: demand(level, "jednotne").value,
          plural: demand(level, "mnozne").value, numerals: numerals?.value ?? .arabic,
          prefix: text(level, "predpona").map { $0.value + " " } ?? "",
          continues: continues ?? (tier == .measure || tier == .activity)))
    }
    let separator = choice(record, "oddelovac", [(".", "."), ("-", "-"), ("/", "/")])
    return Numbering(levels: levels, separator: separator?.value ?? ".")
  }
}
