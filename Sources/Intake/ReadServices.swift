import Core
import Planning

extension ReadingDesk {
  /// Table `poskytovatele`: the providers of services.
  mutating func readProviders() -> [Provider] {
    guard let sheet = openSheet(.providers)
    else { return [] }
    var providers: [Provider] = []
    for row in 1..<max(1, sheet.table.count) {
      guard let number = demand(sheet, row: row, "ico"), let name = demand(sheet, row: row, "nazev")
      else { continue }
      var provider = Provider(
        companyNumber: number, name: name, form: sheet.text(row: row, "pravni_forma"),
        street: sheet.text(row: row, "ulice"),
        postcode: sheet.text(row: row, "psc").map { $0.map(ReadingDesk.ungrouped) },
        town: sheet.text(row: row, "obec"), telephone: sheet.text(row: row, "telefon"),
        email: sheet.text(row: row, "email"), web: sheet.text(row: row, "web"),
        at: place(sheet, row: row))
      provider.dataBox = sheet.text(row: row, "datova_schranka").flatMap { read($0, .dataBox) }
      provider.shortName = sheet.text(row: row, "zkraceny_nazev")
      providers.append(provider)
    }
    return providers
  }

  /// Table `sluzby`: the services. Several values in a field are divided by `|`.
  mutating func readServices() -> [Service] {
    guard let sheet = openSheet(.services)
    else { return [] }
    var services: [Service] = []
    for row in 1..<max(1, sheet.table.count) {
      checkIdentifier(sheet.text(row: row, "identifikator"))
      let provider = demand(sheet, row: row, "ico")
      let name = demand(sheet, row: row, "nazev")
      let kind = demand(sheet, row: row, "druh")
      let forms = demand(sheet, row: row, "formy")
      let groups = demand(sheet, row: row, "cilove_skupiny")
      let capacity = sheet.text(row: row, "kapacita").flatMap { read($0, .whole) }
      let target = sheet.text(row: row, "kapacita_cil").flatMap { read($0, .whole) }
      let staff = sheet.text(row: row, "uvazky").flatMap { read($0, .quantity) }
      let costs = sheet.text(row: row, "naklady").flatMap { read($0, .money) }
      guard let provider, let name, let kind, let forms, let groups else { continue }
      let reach = sheet.text(row: row, "uzemi")
      let isEverywhere = reach == nil || reach?.value == "vše"
      var service = Service(
        register: sheet.text(row: row, "identifikator"), provider: provider, name: name,
        kind: kind, forms: ReadingDesk.divided(forms),
        targetGroups: ReadingDesk.divided(groups), capacity: capacity?.map { Int($0) },
        target: target?.map { Int($0) }, unit: sheet.text(row: row, "jednotka"), staff: staff,
        costs: costs, isEverywhere: isEverywhere,
        municipalities: isEverywhere ? [] : reach.map(ReadingDesk.divided) ?? [],
        network: sheet.text(row: row, "sit"), at: place(sheet, row: row))
      readDetails(of: &service, sheet, row: row)
      services.append(service)
    }
    return services
  }

  /// The register numbers its services; a mark of one's own belongs into the column `id`.
  private mutating func checkIdentifier(_ identifier: Located<String>?) {
    guard let identifier, !identifier.value.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return }
    report(
      IntakeDiagnostics.number, at: identifier.at,
      Phrase(
        cs: "„\(identifier.value)“ není identifikátor služby v registru: ten má jen číslice.",
        en: "“\(identifier.value)” is no identifier of the register: those are digits alone."),
      fix: Phrase(
        cs: "Opište identifikátor z registru, například 9000001; služba bez registrace má označení "
          + "ve sloupci id.",
        en: "Copy the identifier from the register, such as 9000001; a service without "
          + "registration has its mark in the column id."))
  }

  /// Table `obce_vek`: the inhabitants by age groups.
  mutating func readAges() -> [AgeStructure] {
    guard let sheet = openSheet(.ages)
    else { return [] }
    var ages: [AgeStructure] = []
    for row in 1..<max(1, sheet.table.count) {
      let code = demand(sheet, row: row, "kod_obce")
      let counts = ["celkem", "vek_0_14", "vek_15_64", "vek_65"].map { name in
        demand(sheet, row: row, name).flatMap { read($0, .whole) }?.map { Int($0) }
      }
      guard let code, let total = counts[0], let children = counts[1], let adults = counts[2],
        let seniors = counts[3]
      else { continue }
      ages.append(
        AgeStructure(
          municipality: code, total: total, children: children, adults: adults, seniors: seniors,
          at: place(sheet, row: row)))
    }
    return ages
  }

  /// The values of a field that `|` divides, each with its place.
  static func divided(_ field: Located<String>) -> [Located<String>] {
    var start = field.at.start
    return field.value.split(separator: "|", omittingEmptySubsequences: false).compactMap { part in
      let value = PlainValue.trimmed(String(part))
      let lead = UInt32(part.utf8.prefix { $0 == 0x20 }.count)
      let at = SourceSpan(
        file: field.at.file, start: start + lead, end: start + lead + UInt32(value.utf8.count))
      start += UInt32(part.utf8.count + 1)
      return value.isEmpty ? nil : Located(value, at: at)
    }
  }

  /// Digits without the spaces that group them: a PSČ is kept as five digits.
  static func ungrouped(_ text: String) -> String {
    text.filter { $0 != " " && $0 != "\u{A0}" }
  }
}
