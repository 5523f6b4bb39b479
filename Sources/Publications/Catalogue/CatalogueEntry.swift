import Core
import Manuscript
import Planning

extension Ledger {
  /// An entry: a provider, its contacts beside, and those of its services that stand together.
  mutating func entry(
    _ entry: CatalogueOrder.Entry, _ homes: Homes, in builder: inout DocumentBuilder
  ) {
    let provider = entry.provider
    let isFirst = entry.anchor == "poskytovatel-\(provider.companyNumber.value)"
    builder.node(.group(.card), look: "entry", origin: provider.at) { builder in
      heading(
        HeadingWords(
          level: 2, look: "entry", title: provider.name.value.capitalisedFirst,
          short: provider.shortName?.value, anchor: entry.anchor, isListed: false),
        origin: provider.name.at, in: &builder)
      contacts(
        telephone: provider.telephone, email: provider.email, web: provider.web, in: &builder)
      if isFirst { builder.paragraph(seat(of: provider), look: "seat", origin: provider.at) }
      let others = homes.others(than: entry)
      if !others.isEmpty {
        builder.node(.paragraph, look: "elsewhere", origin: provider.at) { builder in
          builder.text(
            self[isFirst ? .catalogueMore : .catalogueMoreData] + "\u{A0}")
          for (number, anchor) in others.enumerated() {
            if number > 0 { builder.text(", ") }
            builder.reference(to: anchor, look: "page") { $0.pageNumber(of: anchor) }
          }
        }
      }
      for service in entry.services { self.service(service, of: provider, in: &builder) }
    }
  }

  /// The seat in a line: legal form, IČO, address, datová schránka.
  private func seat(of provider: Provider) -> String {
    let town = [provider.postcode.map { postcode($0.value) }, provider.town?.value]
      .compactMap(\.self).joined(separator: "\u{A0}")
    let address = [provider.street?.value.withTiedNumber, town.isEmpty ? nil : town]
      .compactMap(\.self).joined(separator: ", ")
    let facts = [
      provider.form?.value.capitalisedFirst,
      "\(self[.imprintCompanyNumber])\u{A0}\(provider.companyNumber.value)",
      address.isEmpty ? nil : address,
      provider.dataBox.map {
        "\(self[.verificationDataBox].uncapitalisedFirst)\u{A0}\($0.value)"
      },
    ]
    return facts.compactMap(\.self).joined(separator: " · ")
  }

  /// Telephone, e-mail and web, each behind its sign.
  private func contacts(
    telephone: Located<String>?, email: Located<String>?, web: Located<String>?,
    in builder: inout DocumentBuilder
  ) {
    guard telephone != nil || email != nil || web != nil else { return }
    builder.node(.group(.matrix), look: "contacts") { builder in
      if let telephone {
        contact(.phone, telephone, "phone", in: &builder) { builder in
          builder.link(to: Telephone(telephone.value)?.address ?? "tel:\(telephone.value)") {
            $0.text(Telephone(telephone.value)?.inland ?? telephone.value)
          }
        }
      }
      if let email {
        contact(.mail, email, "contact", in: &builder) { builder in
          builder.link(to: "mailto:\(email.value)") { $0.text(email.value) }
        }
      }
      if let web {
        let target = web.value.contains("://") ? web.value : "https://\(web.value)"
        contact(.web, web, "contact", in: &builder) { builder in
          builder.link(to: target) { $0.text(web.value) }
        }
      }
    }
  }

  private func contact(
    _ sign: CatalogueSign, _ fact: Located<String>, _ look: String,
    in builder: inout DocumentBuilder, _ fill: (inout DocumentBuilder) -> Void
  ) {
    builder.node(.paragraph, look: look, origin: fact.at) { builder in
      self.sign(sign, isAlone: true, in: &builder)
      fill(&builder)
    }
  }

  // MARK: Services

  private mutating func service(
    _ service: Service, of provider: Provider, in builder: inout DocumentBuilder
  ) {
    builder.node(.group(.card), look: "service", origin: service.at) { builder in
      heading(
        HeadingWords(
          level: 3, look: "service", title: service.name.value.capitalisedFirst,
          short: service.shortName?.value, anchor: service.catalogueAnchor, isListed: false),
        origin: service.name.at, in: &builder)
      let signs = signs(of: service)
      if !signs.isEmpty {
        builder.node(.list(.unordered), look: "signs") { builder in
          for one in signs {
            builder.node(.item) { builder in
              builder.node(.body) { builder in
                builder.node(.paragraph, look: "sign") { builder in
                  sign(one.sign, isAlone: false, in: &builder)
                  builder.text(one.word)
                }
              }
            }
          }
        }
      }
      if let verified = service.verified {
        let words = "\(self[.catalogueVerified])\u{A0}\(words(of: verified.value))"
        builder.paragraph(words, look: "verified", origin: verified.at)
      }
      builder.paragraph(kindLine(of: service), look: "kind", origin: service.kind.at)
      if let mission = service.mission {
        builder.paragraph(mission.value, look: "mission", origin: mission.at)
      }
      builder.node(.list(.descriptions), look: "service") { builder in
        fields(of: service, of: provider, in: &builder)
      }
    }
  }

  /// What the law calls the service: „pečovatelská služba, § 40“.
  private func kindLine(of service: Service) -> String {
    guard let register = service.register else {
      return self[.catalogueUnregistered].capitalisedFirst
    }
    return "\(validated.name(.serviceKinds, service.kind.value).capitalisedFirst), "
      + "\(validated.short(.serviceKinds, service.kind.value).tied) · "
      + "\(self[.catalogueRegister])\u{A0}\(register.value)"
  }

  private mutating func fields(
    of service: Service, of provider: Provider, in builder: inout DocumentBuilder
  ) {
    let ages = words(ofAges: service.ages.map(\.value))
    let whom = [targets(of: service), ages].filter { !$0.isEmpty }.joined(separator: "; ")
    builder.field(
      self[.catalogueFor], whom.capitalisedFirst,
      origin: service.targetGroups.first?.at ?? service.ages.first?.at)
    builder.field(self[.catalogueNotFor], service.exclusions.map { $0.map(\.capitalisedFirst) })
    builder.field(
      self[.serviceCapacity], catalogueCapacity(of: service)?.capitalisedFirst,
      origin: service.capacity?.at)
    builder.field(self[.catalogueHours], service.hours.map { $0.map(\.capitalisedFirst) })
    // What a sign says with its word need not be said again.
    if let fee = service.fee, fee.value.lowercased() != word(.free) {
      builder.field(self[.catalogueFee], fee.map(\.capitalisedFirst))
    }
    builder.field(self[.facilityAccess], service.accessNote.map { $0.map(\.capitalisedFirst) })
    builder.field(
      self[.catalogueLanguages],
      service.languages.map(\.value).joined(separator: ", ").capitalisedFirst,
      origin: service.languages.first?.at)
    places(of: service, of: provider, in: &builder)
    builder.field(
      self[.verificationTransport], service.transport.map { $0.map(\.capitalisedFirst) })
    builder.field(
      self[.catalogueReach], reach(of: service).capitalisedFirst,
      origin: service.municipalities.first?.at)
    if let begins = service.begins, validated.asOf < begins.value {
      builder.field(self[.verificationBegins], words(of: begins.value), origin: begins.at)
    }
  }

  /// Where to come. Of a place whose address is secret neither street nor town, only whom to call.
  private func places(
    of service: Service, of provider: Provider, in builder: inout DocumentBuilder
  ) {
    let facilities = plan.facilities(of: service)
    guard !facilities.isEmpty else { return }
    builder.field(self[.cataloguePlaces], origin: facilities.first?.at) { builder in
      for facility in facilities {
        builder.node(.paragraph, origin: facility.at) { builder in
          let parts = placeWords(facility, of: service)
          builder.text(parts.joined(separator: ", ").capitalisedFirst)
          if let number = facility.telephone, number.value != provider.telephone?.value {
            builder.text(parts.isEmpty ? "" : ", ")
            sign(.phone, isAlone: true, in: &builder)
            builder.link(to: Telephone(number.value)?.address ?? "tel:\(number.value)") {
              $0.text(Telephone(number.value)?.inland ?? number.value)
            }
          }
          if let email = facility.email, email.value != provider.email?.value {
            builder.text(", ")
            builder.link(to: "mailto:\(email.value)") { $0.text(email.value) }
          }
        }
      }
    }
  }

  private func placeWords(_ facility: Facility, of service: Service) -> [String] {
    var words = [facility.name?.value].compactMap(\.self)
    if let place = facility.printed {
      let town = [place.postcode.map { postcode($0.value) }, place.town?.value]
        .compactMap(\.self).joined(separator: "\u{A0}")
      words += [place.street?.value.withTiedNumber, town.isEmpty ? nil : town].compactMap(\.self)
    } else {
      words.append(self[.catalogueHidden])
    }
    if let hours = facility.hours, hours.value != service.hours?.value { words.append(hours.value) }
    if let access = facility.access, access.value != service.access?.value {
      words.append(validated.name(.accessibility, access.value))
    }
    if let note = facility.note { words.append(note.value) }
    return words
  }

  /// The capacity of each form with its unit, never summed; of the service where no form has one.
  func catalogueCapacity(of service: Service) -> String? {
    let parts = plan.capacities(of: service)
    var words: [String] = []
    if let whole = service.capacity, whole.value > 0,
      !parts.contains(where: { $0.unit.value == service.unit?.value })
    {
      words.append(count(whole.value, service.unit?.value))
    }
    let forms = parts.map(\.form.value).distinct
    for form in forms {
      let own = parts.filter { $0.form.value == form && $0.count.value > 0 }
      guard !own.isEmpty else { continue }
      let counts = own.map { count($0.count.value, $0.unit.value) }.joined(separator: ", ")
      words.append(
        service.forms.count > 1 || forms.count > 1
          ? "\(validated.name(.serviceForms, form)) \(counts)" : counts)
    }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }

  /// A count with its unit in the case that the number asks for: `36 klientů`.
  private func count(_ number: Int, _ unit: String?) -> String {
    let digits = grouped(Int64(number))
    guard let unit else { return digits }
    let forms =
      validated.codelists.entry(.capacityUnits, unit, on: validated.asOf)?.countForms ?? []
    guard forms.count == 3 else { return "\(validated.short(.capacityUnits, unit)): \(digits)" }
    let form = number == 1 ? 0 : (2...4).contains(number) ? 1 : 2
    return "\(digits)\u{A0}\(forms[form])"
  }
}

extension String {
  /// A street or village whose house number does not part from it.
  fileprivate var withTiedNumber: String {
    guard let space = lastIndex(of: " "), self[index(after: space)...].first?.isNumber == true
    else { return self }
    return self[..<space] + "\u{A0}" + self[index(after: space)...]
  }
}

extension Telephone {
  /// The number as people of the country write it: without +420.
  var inland: String {
    switch self {
    case .national: String(printed.dropFirst(5))
    case .short, .foreign: printed
    }
  }
}

extension String {
  /// The words with a capital at the start: alone on a line, they stand like a sentence.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
  /// The words with a small letter at the start, as inside a sentence.
  var uncapitalisedFirst: String { prefix(1).lowercased() + dropFirst() }
  /// The words with their spaces tied.
  var tied: String { String(map { $0 == " " ? "\u{A0}" : $0 }) }
}
