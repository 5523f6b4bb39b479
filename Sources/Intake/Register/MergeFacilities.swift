import Core
import Planning

extension RegisterMerge {
  /// Merges the capacities of a registration. They belong to it as a whole: no facility gets any,
  /// and nothing is summed over facilities.
  mutating func mergeCapacities(_ id: String, _ record: RegisterRecord) {
    var amounts: [(form: String, unit: String, count: Int)] = []
    var isWhole = true
    for form in record.forms ?? [] {
      for amount in form.kapacity ?? [] {
        guard let code = form.forma.flatMap({ code(.serviceForms, $0, of: id) }),
          let unit = amount.typ.flatMap({ self.code(.capacityUnits, $0, of: id) }),
          let count = amount.pocet, count >= 0
        else {
          isWhole = false
          continue
        }
        if amounts.contains(where: { $0.form == code && $0.unit == unit && $0.count != count }) {
          askAboutCapacity(id, code, unit)
          return
        }
        if !amounts.contains(where: { $0.form == code && $0.unit == unit }) {
          amounts.append((code, unit, count))
        }
      }
    }
    guard isWhole, let first = amounts.first else { return }
    let known = tables[.capacities].rows(where: "sluzba", are: id)
    if amounts.count == 1, known.isEmpty {
      guard let row = serviceRow(id) else { return }
      let whole: (String, String) -> Bool = { PlainValue.whole($0) == PlainValue.whole($1) }
      put(.services, row, id, "kapacita", "\(first.count)", as: whole)
      put(.services, row, id, "jednotka", first.unit)
      return
    }
    for amount in amounts { merge(amount, of: id) }
  }

  private mutating func merge(_ amount: (form: String, unit: String, count: Int), of id: String) {
    let table = tables[.capacities]
    let record = "\(id) \(amount.form)"
    let rows = table.rows(where: "sluzba", are: id).filter {
      table.text($0, "forma") == amount.form
    }
    let row =
      rows.first { table.text($0, "jednotka") == amount.unit } ?? (rows.count == 1 ? rows[0] : nil)
    guard let row else {
      let values = [
        (column: "sluzba", text: id), (column: "forma", text: amount.form),
        (column: "kapacita", text: "\(amount.count)"), (column: "jednotka", text: amount.unit),
      ]
      tables[.capacities].append(values)
      tell(.added, "kapacity", record, "", values)
      return
    }
    put(.capacities, row, record, "kapacita", "\(amount.count)") {
      PlainValue.whole($0) == PlainValue.whole($1)
    }
    put(.capacities, row, record, "jednotka", amount.unit)
  }

  private mutating func askAboutCapacity(_ id: String, _ form: String, _ unit: String) {
    ask(
      Phrase(
        cs: "Služba \(id) má v registru pro formu \(form) dvě různé kapacity (\(unit)).",
        en: "Service \(id) has two different capacities for the form \(form) (\(unit))."),
      Phrase(
        cs: "Zjistěte u poskytovatele, která platí, a zapište ji; import ji nemění.",
        en: "Ask the provider which one counts and enter it; the import leaves it alone."))
  }

  /// Merges the facilities of a registration that lie in the territory.
  mutating func mergeFacilities(_ id: String, _ record: RegisterRecord) {
    var seen: [RegisterPlace] = []
    var matched: Set<Int> = []
    // Rows that were there before: those made below are not looked for again.
    let rows = tables[.facilities].rows(where: "sluzba", are: id)
    let places = (record.places ?? []).filter { place in
      // The register repeats facilities with other dates.
      let isNew = !seen.contains { isSamePlace($0, place) }
      if isNew { seen.append(place) }
      return isNew
    }
    for place in places {
      let name = place.name.map(PlainValue.trimmed) ?? ""
      if let code = place.address?.municipality?.number, towns[code] == nil {
        tell(.outside, "zarizeni", id, name)
        continue
      }
      let free = rows.filter { !matched.contains($0) }
      let row = match(place, among: free, isOnly: places.count == 1)
      if let end = RegisterMerge.date(place.ends), let day, end < day {
        if let row { matched.insert(row) }
        changes.append(
          RegisterChange(
            kind: .ended, table: "zarizeni", record: id, name: name, field: nil, old: "",
            new: RegisterMerge.text(end)))
      } else if let row {
        matched.insert(row)
        update(row, id, place, record)
      } else if free.isEmpty {
        add(place, to: id, record)
      } else {
        askAboutFacility(id, name)
      }
    }
    for row in rows where !matched.contains(row) && !places.isEmpty {
      changes.append(change(.vanished, .facilities, row, id, nil, "", ""))
    }
  }

  private func isSamePlace(_ a: RegisterPlace, _ b: RegisterPlace) -> Bool {
    RegisterMerge.isSame(a.name ?? "", b.name ?? "") && street(a) == street(b)
      && a.address?.municipality == b.address?.municipality
  }

  /// The row of a facility: the one with its address, else with its name, else the only one.
  private func match(_ place: RegisterPlace, among rows: [Int], isOnly: Bool) -> Int? {
    let table = tables[.facilities]
    if let street = street(place) {
      let same = rows.filter { row in
        RegisterMerge.isSame(table.text(row, "ulice"), street)
          && [place.address?.municipality?.number ?? "", ""].contains(table.text(row, "kod_obce"))
      }
      if same.count == 1 { return same[0] }
    }
    let name = place.name ?? ""
    let named = rows.filter { RegisterMerge.isSame(table.text($0, "nazev"), name) }
    if named.count == 1, !name.isEmpty { return named[0] }
    return isOnly && rows.count == 1 ? rows[0] : nil
  }

  /// Street and number, or the town's name and number where there are no streets; nil where the
  /// address is secret or missing.
  private func street(_ place: RegisterPlace) -> String? {
    guard place.isHidden != true, let address = place.address else { return nil }
    let numbers = [address.houseNumber?.text, address.streetNumber?.text]
      .compactMap { $0 }.filter { !$0.isEmpty && $0 != "0" }.joined(separator: "/")
    let town = address.municipality.flatMap { towns[$0.number] }
    guard let street = address.street?.nazev.map(PlainValue.trimmed) ?? town, !numbers.isEmpty
    else { return nil }
    return "\(street) \(numbers)"
  }

  private mutating func add(_ place: RegisterPlace, to id: String, _ record: RegisterRecord) {
    let town = place.address?.municipality?.number ?? ""
    let isHidden = place.isHidden == true || street(place) == nil
    var values: [(column: String, text: String)] = [
      ("sluzba", id), ("nazev", place.name.map(PlainValue.trimmed) ?? ""),
    ]
    if !isHidden {
      values += [
        ("ulice", street(place) ?? ""), ("psc", postcode(place)), ("obec", towns[town] ?? ""),
        ("kod_obce", town),
      ]
    }
    values += [
      ("telefon", telephones(place, record).first ?? ""),
      ("email", emails(place, record).first ?? ""), ("utajena_adresa", isHidden ? "ano" : "ne"),
    ]
    if let begin = RegisterMerge.date(place.begins), let day, begin > day {
      values.append(("poznamka", "v provozu od \(RegisterMerge.text(begin))"))
    }
    tables[.facilities].append(values)
    tell(.added, "zarizeni", id, values[1].text, values)
  }

  private mutating func update(
    _ row: Int, _ id: String, _ place: RegisterPlace, _ record: RegisterRecord
  ) {
    let table = tables[.facilities]
    let isHiddenHere = table.text(row, "utajena_adresa") == "ano"
    if place.isHidden == true {
      put(.facilities, row, id, "utajena_adresa", "ano")
    } else if isHiddenHere {
      // Whoever hid it knows why; the register's address is not even told.
      if street(place) != nil {
        changes.append(
          change(.differs, .facilities, row, id, "utajena_adresa", "ano", "ne"))
      }
    } else if let street = street(place), let town = place.address?.municipality?.number {
      put(.facilities, row, id, "ulice", street, as: RegisterMerge.isSame)
      put(.facilities, row, id, "psc", postcode(place)) { ReadingDesk.ungrouped($0) == $1 }
      put(.facilities, row, id, "kod_obce", town)
      put(.facilities, row, id, "obec", towns[town] ?? "")
    } else {
      ask(
        Phrase(
          cs: "Zařízení „\(table.text(row, "nazev"))“ služby \(id) nemá v registru adresu: "
            + "je utajená?",
          en: "The facility “\(table.text(row, "nazev"))” of service \(id) has no address in the "
            + "register: is it secret?"),
        Phrase(
          cs: "Pokud ano, napište v tabulce zarizeni do sloupce utajena_adresa „ano“.",
          en: "If so, write “ano” into the column utajena_adresa of the table zarizeni."))
    }
    fill(
      .facilities, row, id, "telefon", telephones(place, record),
      as: RegisterMerge.isSameTelephone)
    fill(.facilities, row, id, "email", emails(place, record), as: RegisterMerge.isSame)
  }

  private func postcode(_ place: RegisterPlace) -> String {
    let digits = ReadingDesk.ungrouped(place.address?.postcode?.text ?? "")
    return isPostcode(digits) ? digits : ""
  }

  /// The facility's own telephones, else those of the registration.
  private func telephones(_ place: RegisterPlace, _ record: RegisterRecord) -> [String] {
    let own = RegisterMerge.telephones(place.telephones)
    return own.isEmpty ? RegisterMerge.telephones(record.telephones) : own
  }

  private func emails(_ place: RegisterPlace, _ record: RegisterRecord) -> [String] {
    let own = RegisterMerge.texts(place.emails)
    return own.isEmpty ? RegisterMerge.texts(record.emails) : own
  }

  private mutating func askAboutFacility(_ id: String, _ name: String) {
    ask(
      Phrase(
        cs: "Které zařízení služby \(id) v tabulce zarizeni je v registru „\(name)“?",
        en: "Which facility of service \(id) in the table zarizeni is “\(name)” in the register?"),
      Phrase(
        cs: "Dejte svému řádku stejný název jako v registru, nebo přidejte nový.",
        en: "Give your row the register's name, or add a new one."))
  }
}
