package import Core
package import Manuscript
package import Planning

/// A file of what a publication says, for machines.
package struct DataFile: Sendable, Equatable {
  /// How its name ends: `csv`, `json`.
  package var suffix: String
  /// Its content.
  package var bytes: [UInt8]
}

/// The files of data that a recipe asks for beside the publication: what the catalogue prints of
/// services, and nothing else of the plan.
///
/// - Throws: a format that nobody knows, and a secret address that somebody typed elsewhere.
package func dataFiles(
  of plan: Validated<Plan>, recipe: Recipe, phrases: Phrasebook
) throws(Rejected) -> [DataFile] {
  guard !recipe.data.isEmpty else { return [] }
  let ledger = Ledger(plan, recipe: recipe, phrases: phrases)
  let records = CatalogueRecord.all(of: ledger)
  var files: [DataFile] = []
  var findings: [Diagnostic] = []
  for format in recipe.data {
    switch format {
    case "csv": files.append(DataFile(suffix: format, bytes: CatalogueRecord.csv(records)))
    case "json":
      files.append(DataFile(suffix: format, bytes: CatalogueRecord.json(records, of: ledger)))
    default:
      findings.append(
        .unknownFormat(format, of: recipe.name))
    }
  }
  let watch = AddressWatch(plan.value)
  for file in files {
    for facility in watch.betrayed(by: file.bytes.plain) {
      let finding = Diagnostic.hiddenAddress(service: facility.service.value, at: facility.at)
      if !findings.contains(finding) { findings.append(finding) }
    }
  }
  guard findings.isEmpty else { throw Rejected(findings) }
  return files
}

/// A service with its provider as data.
struct CatalogueRecord {
  /// A value of a record.
  enum Value {
    case text(String?)
    case number(Int)
    case flag(Bool)
    case list([Value])
    case record([(name: String, value: Value)])

    /// Words, or nothing.
    static func text(_ fact: Located<String>?) -> Value { .text(fact?.value) }
    /// Words in a list.
    static func texts(_ words: [String]) -> Value { .list(words.map { .text($0) }) }
  }

  /// The provider's facts.
  var provider: [(name: String, value: Value)]
  /// The service's facts.
  var service: [(name: String, value: Value)]
  /// The provider's IČO.
  var number: String

  /// The records of a catalogue, providers in Czech order.
  static func all(of ledger: Ledger) -> [CatalogueRecord] {
    let order = CatalogueOrder(ledger.validated, by: .kinds, first: [])
    let services = order.services
    let providers = services.map(\.provider.value).distinct
      .compactMap { ledger.plan.provider($0) }
      .sorted { CzechOrder.precedes($0.name.value, $1.name.value) }
    return providers.flatMap { provider in
      services.filter { $0.provider.value == provider.companyNumber.value }.map { service in
        CatalogueRecord(
          provider: facts(of: provider), service: facts(of: service, ledger),
          number: provider.companyNumber.value)
      }
    }
  }

  private static func facts(of provider: Provider) -> [(name: String, value: Value)] {
    [
      ("ico", .text(provider.companyNumber)), ("poskytovatel", .text(provider.name)),
      ("pravni_forma", .text(provider.form)), ("ulice", .text(provider.street)),
      ("psc", .text(provider.postcode)), ("obec", .text(provider.town)),
      ("telefon", .text(provider.telephone)), ("email", .text(provider.email)),
      ("web", .text(provider.web)), ("datova_schranka", .text(provider.dataBox)),
    ]
  }

  private static func facts(
    of service: Service, _ ledger: Ledger
  ) -> [(name: String, value: Value)] {
    let validated = ledger.validated
    let plan = ledger.plan
    let towns = service.municipalities.map { code in
      plan.municipalities.first { $0.code.value == code.value }?.printedName ?? code.value
    }
    let isRegistered = service.register != nil
    return [
      ("identifikator", .text(service.register)), ("sluzba", .text(service.name)),
      ("druh", .text(isRegistered ? validated.name(.serviceKinds, service.kind.value) : nil)),
      ("paragraf", .text(isRegistered ? service.kind.value : nil)),
      ("formy", .texts(service.forms.map { validated.name(.serviceForms, $0.value) })),
      ("cilove_skupiny", .texts(service.targetGroups.map(\.value))),
      ("vek", .texts(service.ages.map(\.value))),
      ("kapacity", .list(capacities(of: service, ledger))),
      ("poslani", .text(service.mission)), ("neni_pro", .text(service.exclusions)),
      ("doba", .text(service.hours)), ("uhrada", .text(service.fee)),
      ("bezbariernost", .text(service.access)),
      ("bezbariernost_poznamka", .text(service.accessNote)),
      ("jazyky", .texts(service.languages.map(\.value))), ("doprava", .text(service.transport)),
      ("uzemi", service.isEverywhere ? .texts(["vše"]) : .texts(towns)),
      ("zarizeni", .list(plan.facilities(of: service).map(record))),
      ("overeno_dne", .text(service.verified.map { "\($0.value)" })),
    ]
  }

  /// Capacities by form and unit, never summed.
  private static func capacities(of service: Service, _ ledger: Ledger) -> [Value] {
    let parts = ledger.plan.capacities(of: service)
    var values: [Value] = []
    if let whole = service.capacity,
      !parts.contains(where: { $0.unit.value == service.unit?.value })
    {
      values.append(
        .record([
          ("forma", .text(nil as String?)), ("kapacita", .number(whole.value)),
          ("jednotka", .text(service.unit)),
        ]))
    }
    return values
      + parts.map { part in
        .record([
          ("forma", .text(ledger.validated.name(.serviceForms, part.form.value))),
          ("kapacita", .number(part.count.value)), ("jednotka", .text(part.unit)),
        ])
      }
  }

  /// A place; of one whose address is secret only how to reach its people.
  private static func record(of facility: Facility) -> Value {
    let place = facility.printed
    return .record([
      ("nazev", .text(facility.name)), ("ulice", .text(place?.street)),
      ("psc", .text(place?.postcode)), ("obec", .text(place?.town)),
      ("utajena_adresa", .flag(facility.isHidden)), ("telefon", .text(facility.telephone)),
      ("email", .text(facility.email)), ("provozni_doba", .text(facility.hours)),
      ("bezbariernost", .text(facility.access)), ("poznamka", .text(facility.note)),
    ])
  }
}
