package import Core
package import Planning

/// What an import of the register comes to; nothing is written yet.
package struct RegisterImport: Sendable {
  /// The tables as they would be.
  package var tables: ProjectTables
  /// What happens to them, in the order of the register's file.
  package var changes: [RegisterChange]
  /// Questions that somebody has to answer, and records that cannot be read.
  package var questions: [Diagnostic]
  /// How many registrations the file holds.
  package var read: Int
  /// How many of them concern the project.
  package var concerned: Int
}

/// Merges the register's open data into the tables of a project.
///
/// Taken over are registrations with a facility or a stated reach in the project's municipalities,
/// and what the tables already hold. What the register knows best follows it: names of providers,
/// kinds, forms, groups, capacities, dates, addresses. Contacts are filled in where there are none;
/// everything else stays. Nothing is deleted and nothing guessed.
///
/// - Parameters:
///   - file: the path of `rpss.json`.
///   - tables: the project's long tables.
///   - codelists: the codelists, which hold the register's codes.
///   - day: the plan's date of text, by which it is judged what has ended; nil where unknown.
/// - Throws: why the file cannot be read.
package func importRegister(
  _ file: String, into tables: ProjectTables, codelists: Codelists, on day: CivilDate?
) throws(Rejected) -> RegisterImport {
  var merge = RegisterMerge(tables, codelists: codelists, on: day)
  var records: [PlacedRecord] = []
  var read = 0
  let unreadable = try readRegister(file) { placed in
    read += 1
    if merge.concerns(placed.record) { records.append(placed) }
  }
  merge.taken = Set(unreadable.compactMap(\.identifier))
  for placed in records { merge.take(placed) }
  merge.tellVanished()
  return RegisterImport(
    tables: merge.tables, changes: merge.changes,
    questions: unreadable.map(\.finding) + merge.questions + merge.codeQuestions, read: read,
    concerned: records.count)
}

/// The merging of records into tables, one after the other.
struct RegisterMerge {
  var tables: ProjectTables
  var changes: [RegisterChange] = []
  var questions: [Diagnostic] = []
  let codelists: Codelists
  let day: CivilDate?
  /// The project's municipalities: names by code.
  let towns: [String: String]
  /// The identifiers that were taken.
  fileprivate var taken: Set<String> = []
  /// The providers that were merged.
  var merged: Set<String> = []
  /// The register's codes that no codelist knows, with the services that bear them.
  private var unknown: [(list: CodelistName, code: String, services: [String])] = []

  init(_ tables: ProjectTables, codelists: Codelists, on day: CivilDate?) {
    self.tables = tables
    self.codelists = codelists
    self.day = day
    let places = tables[.municipalities]
    var towns: [String: String] = [:]
    for row in places.rows.indices {
      towns[places.text(row, "kod_obce")] = places.text(row, "nazev")
    }
    self.towns = towns
  }

  /// Whether a registration concerns the project at all.
  func concerns(_ record: RegisterRecord) -> Bool {
    if isLocal(record) { return true }
    if let id = record.identifier?.text, serviceRow(id) != nil { return true }
    // Where it is given is not known; whom to ask about it is, and that is here.
    if lacksAddress(record), (record.contacts?.municipalities ?? []).contains(where: isOurs) {
      return true
    }
    return RegisterMerge.companyNumber(record).map { providerRow($0) != nil } ?? false
  }

  /// Whether it has a facility or a stated reach in the territory.
  func isLocal(_ record: RegisterRecord) -> Bool {
    let places = (record.places ?? []).compactMap { $0.address?.municipality?.number }
    return (places + (record.reach?.municipalities ?? [])).contains(where: isOurs)
  }

  private func isOurs(_ town: String) -> Bool { towns[town] != nil }

  /// Whether it has no facility at all, or one of which is not known where it lies.
  func lacksAddress(_ record: RegisterRecord) -> Bool {
    let places = record.places ?? []
    return places.isEmpty || places.contains { $0.address?.municipality == nil }
  }

  func serviceRow(_ id: String) -> Int? { tables[.services].row(where: "identifikator", is: id) }

  func providerRow(_ number: String) -> Int? {
    let providers = tables[.providers]
    return providers.rows.indices.first { row in
      RegisterMerge.padded(providers.text(row, "ico")) == number
    }
  }

  /// The IČO with its leading zeros, whether the record kept them or not.
  static func companyNumber(_ record: RegisterRecord) -> String? {
    record.provider?.companyNumber.map { padded($0.text) }
  }

  static func padded(_ text: String) -> String {
    let digits = ReadingDesk.ungrouped(PlainValue.trimmed(text))
    return String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
  }

  /// Merges a record.
  mutating func take(_ placed: PlacedRecord) {
    var record = placed.record
    guard let id = record.identifier.map({ PlainValue.trimmed($0.text) }), !id.isEmpty else {
      ask(
        Phrase(
          cs: "Záznam registru na řádku \(placed.line) nemá identifikátor služby.",
          en: "The record on line \(placed.line) of the register has no identifier."),
        Phrase(
          cs: "Dohledejte službu v registru a zapište ji do tabulky sluzby ručně.",
          en: "Look the service up in the register and enter it by hand."))
      return
    }
    guard id.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      ask(
        Phrase(
          cs: "Záznam registru na řádku \(placed.line) má identifikátor „\(id)“, "
            + "který není číslo; nepřebíráme ho.",
          en: "The record on line \(placed.line) of the register has the identifier “\(id)”, "
            + "which is no number; it is not taken."),
        Phrase(
          cs: "Dohledejte službu v registru a zapište ji do tabulky sluzby ručně.",
          en: "Look the service up in the register and enter it by hand."))
      return
    }
    guard taken.insert(id).inserted else {
      ask(
        Phrase(
          cs: "Služba \(id) je v souboru registru podruhé (řádek \(placed.line)); platí první.",
          en: "The service \(id) stands twice in the file (line \(placed.line)); the first counts."
        ),
        Phrase(
          cs: "Porovnejte oba záznamy v registru.", en: "Compare both records in the register."))
      return
    }
    guard let number = RegisterMerge.companyNumber(record), isCompanyNumber(number) else {
      ask(
        Phrase(
          cs: "Služba \(id) (řádek \(placed.line)): poskytovatel nemá platné IČO.",
          en: "Service \(id) (line \(placed.line)): its provider has no valid company number."),
        Phrase(
          cs: "Dohledejte IČO v ARES a službu zapište ručně.",
          en: "Look the number up in ARES and enter the service by hand."))
      return
    }
    let personal = record.removePersonalContacts()
    if let row = serviceRow(id) {
      mergeProvider(number, record)
      update(row, id: id, provider: number, record)
    } else if let values = newService(id: id, provider: number, record) {
      tables[.services].append(values)
      tell(.added, "sluzby", id, values.first { $0.column == "nazev" }?.text ?? "", values)
    } else {
      return
    }
    mergeProvider(number, record)
    mergeCapacities(id, record)
    mergeFacilities(id, record)
    askAboutPersons(id, personal)
  }

  private mutating func askAboutPersons(_ id: String, _ count: Int) {
    guard count > 0 else { return }
    ask(
      Phrase(
        cs: "Služba \(id): kontakty, které v registru patří statutárnímu zástupci nebo jiné osobě, "
          + "nepřebíráme (\(count)).",
        en: "Service \(id): contacts that belong to a statutory or another person are not taken "
          + "(\(count))."),
      Phrase(
        cs: "Zeptejte se poskytovatele na služební e-mail a telefon a zapište je do tabulky ručně.",
        en: "Ask the provider for an official e-mail and telephone and enter them by hand."))
  }

  /// Tells of services and facilities that the register no longer has.
  mutating func tellVanished() {
    let services = tables[.services]
    for row in services.rows.indices {
      let id = services.text(row, "identifikator")
      guard !id.isEmpty, !taken.contains(id) else { continue }
      changes.append(
        RegisterChange(
          kind: .vanished, table: "sluzby", record: id, name: services.text(row, "nazev"),
          field: nil, old: "", new: ""))
    }
  }
}

// MARK: - What is told

extension RegisterMerge {
  /// Asks a question.
  mutating func ask(_ message: Phrase, _ fix: Phrase) {
    questions.append(Diagnostic(RegisterDiagnostics.question, at: nil, message, fix: fix))
  }

  /// Tells of a record and of the fields that it was given.
  mutating func tell(
    _ kind: RegisterChange.Kind, _ table: String, _ record: String, _ name: String,
    _ values: [(column: String, text: String)] = []
  ) {
    changes.append(
      RegisterChange(
        kind: kind, table: table, record: record, name: name, field: nil, old: "", new: ""))
    for value in values where !value.text.isEmpty {
      changes.append(
        RegisterChange(
          kind: .changed, table: table, record: record, name: name, field: value.column, old: "",
          new: value.text))
    }
  }

  /// Puts a value into a field unless it means the same as what stands there, and tells so.
  mutating func put(
    _ table: LongTable, _ row: Int, _ record: String, _ column: String, _ new: String,
    as same: (String, String) -> Bool = { $0 == $1 }
  ) {
    let old = tables[table].text(row, column)
    guard !new.isEmpty, !same(old, new) else { return }
    tables[table].set(row, column, new)
    changes.append(change(.changed, table, row, record, column, old, new))
  }

  /// Fills a field that is empty; where it is not, tells what the register says otherwise.
  mutating func fill(
    _ table: LongTable, _ row: Int, _ record: String, _ column: String, _ candidates: [String],
    as same: (String, String) -> Bool
  ) {
    guard let first = candidates.first else { return }
    let old = tables[table].text(row, column)
    if old.isEmpty {
      put(table, row, record, column, first)
    } else if !candidates.contains(where: { same(old, $0) }) {
      changes.append(
        change(
          .differs, table, row, record, column, old, candidates.joined(separator: ", ")))
    }
  }

  func change(
    _ kind: RegisterChange.Kind, _ table: LongTable, _ row: Int, _ record: String,
    _ column: String?, _ old: String, _ new: String
  ) -> RegisterChange {
    RegisterChange(
      kind: kind, table: table.name, record: record, name: tables[table].text(row, "nazev"),
      field: column, old: old, new: new)
  }
}

// MARK: - Codes

extension RegisterMerge {
  /// The codelist's code for one of the register's; nil after a question where none is known.
  mutating func code(_ list: CodelistName, _ code: RegisterCode, of service: String) -> String? {
    if let entry = codelists.entry(list, register: code.number, on: day) { return entry.code }
    if let place = unknown.firstIndex(where: { $0.list == list && $0.code == code.text }) {
      if !unknown[place].services.contains(service) { unknown[place].services.append(service) }
    } else {
      unknown.append((list, code.text, [service]))
    }
    return nil
  }

  /// A question for every code that is not known.
  var codeQuestions: [Diagnostic] {
    unknown.map { item in
      let services = item.services.joined(separator: ", ")
      let number = item.code.split(separator: "/").last.map(String.init) ?? item.code
      let file = "Data/Codelists/\(item.list.rawValue).yaml"
      return Diagnostic(
        RegisterDiagnostics.code, at: nil,
        Phrase(
          cs: "Co znamená kód registru „\(item.code)“? Mají ho služby: \(services).",
          en: "What does the register's code “\(item.code)” mean? Services that bear it: "
            + "\(services)."),
        fix: Phrase(
          cs: "Vyhledejte kód v číselnících MPSV a k položce v \(file) připište "
            + "registr: [\(number)]; potom import spusťte znovu.",
          en: "Look it up in the ministry's codelists, add registr: [\(number)] to the entry in "
            + "\(file), and import again."))
    }
  }
}
