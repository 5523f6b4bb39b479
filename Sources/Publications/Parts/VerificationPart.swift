import Core
import Manuscript
import Planning

extension PartComposer {
  /// What the catalogue will say about a provider, to be confirmed: of one where the publication is
  /// about one, else of each.
  static let verification = PartComposer(kind: "verification", place: .book, needs: .providers) {
    _, builder, ledger in
    for provider in ledger.plan.providers
    where ledger.provider == nil || ledger.provider == provider.companyNumber.value {
      builder.node(.part(.sheet), origin: provider.at) { builder in
        ledger.verification(of: provider, in: &builder)
      }
    }
  }
}

extension Ledger {
  fileprivate mutating func verification(
    of provider: Provider, in builder: inout DocumentBuilder
  ) {
    let number = provider.companyNumber.value
    heading(
      HeadingWords(
        level: 1, title: self[.verificationTitle], short: provider.name.value,
        anchor: "overeni-\(number)"),
      origin: provider.at, in: &builder)
    builder.paragraph(provider.name.value, look: "lead", origin: provider.name.at)
    builder.paragraph(self[.verificationIntro])
    if let email = plan.imprint.publisher?.email {
      builder.node(.paragraph, origin: email.at) { builder in
        builder.text(self[.verificationSendTo] + " ")
        builder.link(to: "mailto:\(email.value)") { $0.text(email.value) }
        builder.text(".")
      }
    }
    facts(self[.provider], level: 2, facts(of: provider), origin: provider.at, in: &builder)
    for service in plan.services where service.provider.value == number {
      facts(service.name.value, level: 2, facts(of: service), origin: service.at, in: &builder)
      for facility in plan.facilities where facility.service.value == service.key {
        let name = [self[.verificationFacility], facility.name?.value].compactMap { $0 }
        facts(
          name.joined(separator: ": "), level: 3, facts(of: facility), origin: facility.at,
          in: &builder)
      }
    }
    signatureLines(origin: provider.at, in: &builder)
  }

  /// A fact and what is known of it; nil prints a dash, so that a gap shows.
  private typealias Fact = (name: String, value: String?, at: SourceSpan?)

  /// The facts that are told in sentences: who corrects one writes several lines.
  private var sentences: [String] {
    [self[.verificationMission], self[.verificationExclusions], self[.verificationHours]]
  }

  private mutating func facts(
    _ title: String, level: Int, _ facts: [Fact], origin: SourceSpan,
    in builder: inout DocumentBuilder
  ) {
    builder.node(.section, look: "sheet", origin: origin) { builder in
      heading(
        HeadingWords(
          level: level, look: "sheet", title: title, anchor: "overeni-udaje-\(headings.count)"),
        origin: origin, in: &builder)
      let exhibit = Exhibit(
        look: "verification",
        columns: [
          // The last column is for a pen.
          ColumnSpec(.text, width: .share(210)), ColumnSpec(.text, width: .share(440)),
          ColumnSpec(.text, width: .share(350)),
        ], origin: origin)
      self.exhibit(exhibit, in: &builder) { builder, ledger in
        builder.tableHead([
          ledger[.verificationField], ledger[.verificationValue],
          ledger[.verificationCorrection],
        ])
        builder.node(.tableBody) { builder in
          for fact in facts {
            let look = ledger.sentences.contains(fact.name) ? "writeMore" : "write"
            builder.node(.row, look: look, origin: fact.at ?? origin) { builder in
              builder.headerCell(fact.name, .row)
              builder.cell(fact.value, origin: fact.at)
              builder.node(.dataCell(.single), look: "write") { $0.paragraph("\u{A0}") }
            }
          }
        }
      }
    }
  }

  private func fact(_ key: PhraseKey, _ fact: Located<String>?) -> Fact {
    (self[key], fact?.value, fact?.at)
  }

  private func telephone(_ number: Located<String>?) -> Fact {
    let printed = number.map { Telephone($0.value)?.printed ?? $0.value }
    return (self[.verificationTelephone], printed, number?.at)
  }

  private func facts(of provider: Provider) -> [Fact] {
    let town = [provider.postcode.map { postcode($0.value) }, provider.town?.value]
      .compactMap { $0 }.joined(separator: " ")
    let seat = [provider.street?.value, town.isEmpty ? nil : town].compactMap { $0 }
    return [
      fact(.imprintCompanyNumber, provider.companyNumber),
      fact(.verificationLegalForm, provider.form),
      (self[.seat], seat.joined(separator: ", "), provider.street?.at),
      telephone(provider.telephone), fact(.verificationEmail, provider.email),
      fact(.verificationWeb, provider.web), fact(.verificationDataBox, provider.dataBox),
    ]
  }

  private func facts(of service: Service) -> [Fact] {
    func names(_ list: CodelistName, _ codes: [Located<String>]) -> String {
      codes.map { validated.name(list, $0.value) }.joined(separator: ", ")
    }
    func day(_ key: PhraseKey, _ date: Located<CivilDate>?) -> Fact {
      (self[key], date.map { words(of: $0.value) }, date?.at)
    }
    let access = [
      service.access.map { validated.name(.accessibility, $0.value) }, service.accessNote?.value,
    ].compactMap { $0 }.joined(separator: "; ")
    return [
      fact(.networkRegister, service.register),
      (self[.serviceKind], kindName(service.kind.value), service.kind.at),
      (self[.serviceForm], names(.serviceForms, service.forms), service.forms.first?.at),
      (self[.targetGroups], names(.targetGroups, service.targetGroups), nil),
      (self[.verificationAges], names(.ages, service.ages), service.ages.first?.at),
      (self[.serviceCapacity], capacities(of: service), service.capacity?.at),
      (self[.serviceReach], reach(of: service), nil),
      fact(.verificationMission, service.mission),
      fact(.verificationExclusions, service.exclusions), fact(.verificationHours, service.hours),
      fact(.verificationFee, service.fee), (self[.verificationAccess], access, service.access?.at),
      (
        self[.verificationLanguages], service.languages.map(\.value).joined(separator: ", "),
        service.languages.first?.at
      ),
      fact(.verificationTransport, service.transport),
      day(.verificationBegins, service.begins), day(.verificationEnds, service.ends),
      day(.verificationVerified, service.verified),
    ]
  }

  /// The capacity of each form, or of the service as a whole.
  private func capacities(of service: Service) -> String? {
    let own = plan.capacities.filter { $0.service.value == service.key }
    guard !own.isEmpty else { return capacity(of: service) }
    return own.map { one in
      let form = validated.name(.serviceForms, one.form.value)
      let unit = validated.short(.capacityUnits, one.unit.value)
      return "\(form) – \(unit): \(grouped(Int64(one.count.value)))"
    }.joined(separator: "; ")
  }

  private func facts(of facility: Facility) -> [Fact] {
    let access = facility.access.map { validated.name(.accessibility, $0.value) }
    var facts: [Fact] = []
    if let place = facility.printed {
      let town = [place.postcode.map { postcode($0.value) }, place.town?.value]
        .compactMap { $0 }.joined(separator: " ")
      let address = [place.street?.value, town.isEmpty ? nil : town].compactMap { $0 }
      facts = [
        (self[.verificationAddress], address.joined(separator: ", "), place.street?.at),
        fact(.verificationNote, facility.note),
      ]
    } else {
      facts = [(self[.verificationAddress], self[.verificationHidden], nil)]
    }
    return facts + [
      telephone(facility.telephone), fact(.verificationEmail, facility.email),
      fact(.verificationHours, facility.hours),
      (self[.verificationAccess], access, facility.access?.at),
    ]
  }
}
