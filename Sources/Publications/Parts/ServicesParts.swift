import Core
import Manuscript
import Planning

extension PartComposer {
  /// The providers in Czech order: name, IČO, seat, contacts.
  static let providers = PartComposer(
    kind: "providers", place: .chapter, optional: ["anchor", "heading"],
    needs: .providers
  ) { recipe, builder, ledger in
    let providers = ledger.plan.providers.sorted {
      CzechOrder.precedes($0.name.value, $1.name.value)
    }
    guard !providers.isEmpty else { return }
    ledger.section(
      ledger[.providersTitle], anchor: nil, origin: providers.first?.at, by: recipe, in: &builder
    ) { builder, ledger in
      let exhibit = Exhibit(
        look: "providers",
        columns: [ColumnSpec(.text), ColumnSpec(.centre), ColumnSpec(.text), ColumnSpec(.text)],
        caption: ledger[.providersCaption],
        anchor: recipe.settings["anchor"] ?? "tab-poskytovatele",
        source: ledger.sourceLine(of: "sluzby"), origin: providers.first?.at)
      ledger.exhibit(exhibit, in: &builder) { builder, ledger in
        builder.tableHead([
          ledger[.provider], ledger[.imprintCompanyNumber], ledger[.seat], ledger[.contact],
        ])
        builder.node(.tableBody) { builder in
          for provider in providers {
            builder.node(.row, origin: provider.at) { builder in
              builder.headerCell(provider.name.value, .row, origin: provider.name.at)
              builder.cell(provider.companyNumber.value, origin: provider.companyNumber.at)
              builder.cell(provider.address, origin: provider.street?.at)
              contacts(of: provider, in: &builder)
            }
          }
        }
      }
    }
  }

  private static func contacts(of provider: Provider, in builder: inout DocumentBuilder) {
    let facts = [
      provider.telephone.map { Telephone($0.value)?.printed ?? $0.value }, provider.email?.value,
    ].compactMap {
      $0
    }
    builder.node(.dataCell(.single)) { builder in
      for fact in facts { builder.paragraph(fact) }
      if let web = provider.web { builder.paragraph(web.value, origin: web.at) }
      if facts.isEmpty, provider.web == nil { builder.paragraph("–", look: "absent") }
    }
  }

  /// The services under the groups of their kinds: who, what, in which form, for whom, how many,
  /// where.
  static let services = PartComposer(
    kind: "services", place: .chapter, optional: ["anchor", "heading"],
    needs: .services
  ) { recipe, builder, ledger in
    let services = ledger.servicesByKind()
    guard !services.isEmpty else { return }
    ledger.section(
      ledger[.servicesTitle], anchor: nil, origin: ledger.plan.services.first?.at, by: recipe,
      in: &builder
    ) { builder, ledger in
      let exhibit = Exhibit(
        look: "services",
        columns: [
          ColumnSpec(.text), ColumnSpec(.text), ColumnSpec(.text), ColumnSpec(.text),
          ColumnSpec(.text),
        ],
        caption: ledger[.servicesCaption], anchor: recipe.settings["anchor"] ?? "tab-sluzby",
        source: ledger.sourceLine(of: "sluzby"), origin: ledger.plan.services.first?.at)
      ledger.exhibit(exhibit, in: &builder) { builder, ledger in
        builder.tableHead([
          ledger[.serviceAndProvider], ledger[.serviceForm], ledger[.targetGroups],
          ledger[.serviceCapacity], ledger[.serviceReach],
        ])
        builder.node(.tableBody) { builder in
          for (kind, own) in services {
            builder.node(.row, look: "group") { builder in
              builder.headerCell(ledger.kindName(kind), .row, span: CellSpan(columns: 5))
            }
            for service in own { row(service, in: &builder, ledger) }
          }
        }
      }
    }
  }

  private static func row(
    _ service: Service, in builder: inout DocumentBuilder, _ ledger: Ledger
  ) {
    builder.node(.row, origin: service.at) { builder in
      builder.node(.headerCell(.row, .single), origin: service.name.at) { builder in
        builder.paragraph(service.name.value)
        if let provider = ledger.plan.provider(service.provider.value) {
          builder.paragraph(provider.name.value, look: "second", origin: service.provider.at)
        }
      }
      builder.cell(
        service.forms.map { ledger.validated.name(.serviceForms, $0.value) }
          .joined(separator: ", "))
      builder.cell(ledger.targets(of: service))
      builder.cell(ledger.capacity(of: service), origin: service.capacity?.at)
      builder.cell(ledger.reach(of: service))
    }
  }
}

extension Ledger {
  /// The services by kind, kinds in the order of their codelist, services by Czech order.
  func servicesByKind() -> [(kind: String, services: [Service])] {
    let used = plan.services.map(\.kind.value).distinct
    let listed = validated.codelists.entries(.serviceKinds, on: validated.asOf).map(\.code)
    let kinds = listed.filter(used.contains) + used.filter { !listed.contains($0) }
    return kinds.map { kind in
      let own = plan.services.filter { $0.kind.value == kind }
      return (kind, own.sorted { CzechOrder.precedes($0.name.value, $1.name.value) })
    }
  }

  /// A kind with its section of the law: „Pečovatelská služba (§ 40)“.
  func kindName(_ kind: String) -> String {
    let name = validated.name(.serviceKinds, kind)
    return "\(name.prefix(1).uppercased())\(name.dropFirst()) "
      + "(\(validated.short(.serviceKinds, kind)))"
  }

  /// For whom a service is, in the short wording of the codelist.
  func targets(of service: Service) -> String {
    service.targetGroups.map { validated.short(.targetGroups, $0.value) }.joined(separator: ", ")
  }

  /// The capacity with its unit: `12 lůžka` is worded `lůžka: 12`, so that no case is wrong.
  func capacity(of service: Service) -> String? {
    guard let capacity = service.capacity else { return nil }
    let number = grouped(Int64(capacity.value))
    guard let unit = service.unit else { return number }
    return "\(validated.short(.capacityUnits, unit.value)): \(number)"
  }

  /// Where a service acts.
  func reach(of service: Service) -> String {
    if service.isEverywhere { return self[.serviceEverywhere] }
    let names = service.municipalities.map { code in
      plan.municipalities.first { $0.code.value == code.value }?.printedName ?? code.value
    }
    return names.sorted(by: CzechOrder.precedes).joined(separator: ", ")
  }
}

extension Provider {
  /// The seat in one line: „Palackého 101, 380 01 Dačice“.
  fileprivate var address: String? {
    let town = [self.postcode.map { Publications.postcode($0.value) }, self.town?.value]
      .compactMap { $0 }.joined(separator: " ")
    let parts = [street?.value, town.isEmpty ? nil : town].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
