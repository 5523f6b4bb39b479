import Core
import Planning

extension RegisterMerge {
  /// What a service's codes come to.
  private struct Codes {
    var kind: String?
    var forms: [String] = []
    var groups: [String] = []
    var ages: [String] = []
    /// Whether every code of the list is known.
    var hasAllForms = true
    var hasAllGroups = true
    var hasAllAges = true
  }

  private mutating func codes(of record: RegisterRecord, _ id: String) -> Codes {
    var codes = Codes()
    codes.kind = record.kind.flatMap { code(.serviceKinds, $0, of: id) }
    (codes.forms, codes.hasAllForms) = all(
      .serviceForms, (record.forms ?? []).compactMap(\.forma), of: id)
    (codes.groups, codes.hasAllGroups) = all(.targetGroups, record.targetGroups ?? [], of: id)
    (codes.ages, codes.hasAllAges) = all(.ages, record.ages ?? [], of: id)
    return codes
  }

  private mutating func all(
    _ list: CodelistName, _ codes: [RegisterCode], of id: String
  ) -> ([String], Bool) {
    var known: [String] = []
    var hasAll = true
    for one in codes {
      guard let entry = code(list, one, of: id) else {
        hasAll = false
        continue
      }
      if !known.contains(entry) { known.append(entry) }
    }
    return (known, hasAll)
  }

  /// The fields of a service that the table lacks; nil where it is not to be added, told or asked.
  mutating func newService(
    id: String, provider: String, _ record: RegisterRecord
  ) -> [(column: String, text: String)]? {
    let owner = record.provider?.name.map(PlainValue.trimmed) ?? provider
    guard isLocal(record) else {
      if lacksAddress(record) {
        ask(
          (record.places ?? []).isEmpty
            ? Phrase(
              cs: "Služba \(id) (\(owner)) nemá v registru žádné zařízení: patří sem?",
              en: "Service \(id) (\(owner)) has no facility in the register: does it belong here?")
            : Phrase(
              cs: "Služba \(id) (\(owner)) má zařízení bez adresy a v území žádné jiné: "
                + "patří sem?",
              en: "Service \(id) (\(owner)) has a facility without an address and none in the "
                + "territory: does it belong here?"),
          Phrase(
            cs: "Pokud ano, zapište ji do tabulky sluzby s tímto identifikátorem; "
              + "další import ji doplní.",
            en: "If so, enter it into the table sluzby with this identifier; the next import "
              + "will fill it in."))
      } else {
        tell(.outside, "sluzby", id, owner)
      }
      return nil
    }
    if let end = RegisterMerge.date(record.ends), let day, end < day {
      changes.append(
        RegisterChange(
          kind: .ended, table: "sluzby", record: id, name: owner, field: nil, old: "",
          new: RegisterMerge.text(end)))
      return nil
    }
    let codes = codes(of: record, id)
    guard let kind = codes.kind, !codes.forms.isEmpty, !codes.groups.isEmpty else {
      let lacks = [
        (codes.kind == nil, "druh"), (codes.forms.isEmpty, "formy"),
        (codes.groups.isEmpty, "cilove_skupiny"),
      ].filter(\.0).map(\.1).joined(separator: ", ")
      ask(
        Phrase(
          cs: "Novou službu \(id) (\(owner)) zatím nepřidáváme, z registru neznáme: \(lacks).",
          en: "The new service \(id) (\(owner)) is not added yet; not known: \(lacks)."),
        Phrase(
          cs: "Doplňte kódy registru do číselníků, nebo službu zapište ručně.",
          en: "Add the register's codes to the codelists, or enter the service by hand."))
      return nil
    }
    var values: [(column: String, text: String)] = [
      ("identifikator", id), ("ico", provider), ("nazev", name(of: record, kind: kind)),
      ("druh", kind), ("formy", codes.forms.joined(separator: " | ")),
      ("cilove_skupiny", codes.groups.joined(separator: " | ")),
      ("vek", codes.hasAllAges ? codes.ages.joined(separator: " | ") : ""),
    ]
    let reach = (record.reach?.municipalities ?? []).filter { towns[$0] != nil }
    values.append(("uzemi", reach.joined(separator: " | ")))
    values.append(("platnost_od", RegisterMerge.date(record.begins).map(RegisterMerge.text) ?? ""))
    values.append(("platnost_do", RegisterMerge.date(record.ends).map(RegisterMerge.text) ?? ""))
    return values
  }

  /// The register names facilities, not services: one name for all of them is the service's, else
  /// the kind's name in the law is.
  private func name(of record: RegisterRecord, kind: String) -> String {
    var names: [String] = []
    for name in (record.places ?? []).compactMap(\.name).map(PlainValue.trimmed)
    where !name.isEmpty && !names.contains(where: { RegisterMerge.isSame($0, name) }) {
      names.append(name)
    }
    if names.count == 1, let name = names.first { return name }
    let law = codelists.anyEntry(.serviceKinds, kind)?.name ?? kind
    return law.prefix(1).uppercased() + law.dropFirst()
  }

  /// Brings a service of the table to what the register says.
  mutating func update(_ row: Int, id: String, provider: String, _ record: RegisterRecord) {
    let codes = codes(of: record, id)
    put(.services, row, id, "ico", provider) { RegisterMerge.padded($0) == $1 }
    put(.services, row, id, "druh", codes.kind ?? "")
    putList(row, id, "formy", codes.forms, isWhole: codes.hasAllForms)
    putList(row, id, "cilove_skupiny", codes.groups, isWhole: codes.hasAllGroups)
    putList(row, id, "vek", codes.ages, isWhole: codes.hasAllAges)
    for (column, text) in [("platnost_od", record.begins), ("platnost_do", record.ends)] {
      guard let date = RegisterMerge.date(text) else { continue }
      put(.services, row, id, column, RegisterMerge.text(date)) { old, _ in
        PlainValue.date(old) == date
      }
    }
    if let end = RegisterMerge.date(record.ends), let day, end < day {
      changes.append(
        change(.ended, .services, row, id, nil, "", RegisterMerge.text(end)))
    }
  }

  /// Puts a list into a field; of a list that is not known whole only what is missing is added.
  private mutating func putList(
    _ row: Int, _ id: String, _ column: String, _ codes: [String], isWhole: Bool
  ) {
    guard !codes.isEmpty else { return }
    let old = tables[.services].text(row, column).split(separator: "|").map {
      PlainValue.trimmed(String($0))
    }
    if isWhole {
      guard Set(old) != Set(codes) else { return }
      put(.services, row, id, column, codes.joined(separator: " | "))
    } else {
      let missing = codes.filter { !old.contains($0) }
      guard !missing.isEmpty else { return }
      put(.services, row, id, column, (old + missing).joined(separator: " | "))
    }
  }

  /// Adds or updates the provider, once for all of its services.
  mutating func mergeProvider(_ number: String, _ record: RegisterRecord) {
    guard merged.insert(number).inserted, let provider = record.provider else { return }
    let name = provider.name.map(PlainValue.trimmed) ?? ""
    let telephones = RegisterMerge.telephones(provider.telephones)
    let emails = RegisterMerge.texts(provider.emails)
    let webs = RegisterMerge.texts(provider.webs)
    guard let row = providerRow(number) else {
      let values = [
        (column: "ico", text: number), (column: "nazev", text: name),
        (column: "telefon", text: telephones.first ?? ""),
        (column: "email", text: emails.first ?? ""), (column: "web", text: webs.first ?? ""),
      ]
      tables[.providers].append(values)
      tell(.added, "poskytovatele", number, name, values)
      return
    }
    put(.providers, row, number, "nazev", name, as: RegisterMerge.isSame)
    fill(.providers, row, number, "telefon", telephones, as: RegisterMerge.isSameTelephone)
    fill(.providers, row, number, "email", emails, as: RegisterMerge.isSame)
    fill(.providers, row, number, "web", webs, as: RegisterMerge.isSameWeb)
  }
}

// MARK: - Values

extension RegisterMerge {
  /// A day: `2027-01-01`, with or without a time behind it.
  static func date(_ text: String?) -> CivilDate? {
    text.flatMap { PlainValue.date(String($0.prefix(10))) }
  }

  /// A day as the tables write it.
  static func text(_ day: CivilDate) -> String { "\(day.day). \(day.month). \(day.year)" }

  /// Whether two names are the same but for spaces, punctuation and case: „98, a.s.“, „98, a. s.“.
  static func isSame(_ a: String, _ b: String) -> Bool {
    func letters(_ text: String) -> [Unicode.Scalar] {
      normalised(Array(text.utf8)).lowercased().unicodeScalars.filter {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "@"
      }
    }
    return letters(a) == letters(b)
  }

  static func isSameTelephone(_ a: String, _ b: String) -> Bool {
    guard let first = Telephone(a), let second = Telephone(b) else { return a == b }
    return first.address == second.address
  }

  static func isSameWeb(_ a: String, _ b: String) -> Bool {
    func bare(_ text: String) -> String {
      var text = text.lowercased()
      for head in ["https://", "http://", "www."] where text.hasPrefix(head) {
        text = String(text.dropFirst(head.utf8.count))
      }
      return text.hasSuffix("/") ? String(text.dropLast()) : text
    }
    return bare(a) == bare(b)
  }

  /// Contacts without doubles and empty ones.
  static func texts(_ contacts: [RegisterContact]?) -> [String] {
    var texts: [String] = []
    for contact in contacts ?? [] {
      let text = PlainValue.trimmed(contact.text ?? "")
      if !text.isEmpty, !texts.contains(text) { texts.append(text) }
    }
    return texts
  }

  /// The telephone numbers among contacts in one notation: `384 000 101`.
  static func telephones(_ contacts: [RegisterContact]?) -> [String] {
    var numbers: [String] = []
    for text in texts(contacts) {
      guard let telephone = Telephone(text) else { continue }
      var printed = String(telephone.printed.map { $0 == "\u{A0}" ? " " : $0 })
      if printed.hasPrefix("+420 ") { printed = String(printed.dropFirst(5)) }
      if !numbers.contains(printed) { numbers.append(printed) }
    }
    return numbers
  }
}
