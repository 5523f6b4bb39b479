import Core
import Manuscript
import Planning

extension PartComposer {
  /// The network of services in fourteen columns, for a page on its side.
  static let network = PartComposer(
    kind: "network", place: .chapter, optional: ["anchor", "heading"],
    needs: .services
  ) { recipe, builder, ledger in
    let services = ledger.servicesByKind().flatMap(\.services)
    guard !services.isEmpty else { return }
    let year = ledger.plan.period.value.last
    ledger.section(
      ledger[.networkTitle], anchor: nil, origin: services.first?.at, by: recipe, in: &builder
    ) { builder, ledger in
      let words = ColumnSpec(.text)
      let number = ColumnSpec(.number)
      let exhibit = Exhibit(
        look: "landscape",
        columns: [
          number, words, words, words, ColumnSpec(.centre), words, words, words, words, number,
          number, number, number, words,
        ],
        caption: ledger[.networkCaption], anchor: recipe.settings["anchor"] ?? "tab-sit",
        source: ledger.sourceLine(of: "sluzby"), origin: services.first?.at)
      ledger.exhibit(exhibit, in: &builder) { builder, ledger in
        builder.tableHead([
          ledger[.networkNumber], ledger[.service], ledger[.provider], ledger[.serviceKind],
          ledger[.networkRegister], ledger[.serviceForm], ledger[.targetGroups],
          ledger[.serviceReach], ledger[.networkUnit], ledger[.networkCapacity],
          "\(ledger[.networkTarget])\u{A0}\(year)", ledger[.networkStaff], ledger[.networkCosts],
          ledger[.networkState],
        ])
        builder.node(.tableBody) { builder in
          for (position, service) in services.enumerated() {
            row(service, number: position + 1, in: &builder, ledger)
          }
        }
        foot(services, in: &builder, ledger)
      }
    }
  }

  private static func row(
    _ service: Service, number: Int, in builder: inout DocumentBuilder, _ ledger: Ledger
  ) {
    let validated = ledger.validated
    builder.node(.row, origin: service.at) { builder in
      builder.cell("\(number)")
      builder.headerCell(service.name.value, .row, origin: service.name.at)
      builder.cell(
        ledger.plan.provider(service.provider.value)?.name.value, origin: service.provider.at)
      builder.cell(validated.short(.serviceKinds, service.kind.value), origin: service.kind.at)
      builder.cell(service.register?.value, origin: service.register?.at)
      builder.cell(
        service.forms.map { validated.name(.serviceForms, $0.value) }.joined(separator: ", "))
      builder.cell(ledger.targets(of: service))
      builder.cell(ledger.reach(of: service))
      builder.cell(
        service.unit.map { validated.short(.capacityUnits, $0.value) }, origin: service.unit?.at)
      builder.cell(
        service.capacity.map { grouped(Int64($0.value)) }, origin: service.capacity?.at)
      builder.cell(service.target.map { grouped(Int64($0.value)) }, origin: service.target?.at)
      builder.cell(service.staff.map { "\($0.value)" }, origin: service.staff?.at)
      builder.cell(service.costs.map { ledger.words(of: $0.value) }, origin: service.costs?.at)
      builder.cell(
        service.network.map { validated.short(.networkStates, $0.value) },
        origin: service.network?.at)
    }
  }

  /// Staff and money add up; capacities of different units do not.
  private static func foot(
    _ services: [Service], in builder: inout DocumentBuilder, _ ledger: Ledger
  ) {
    let staff = services.compactMap { $0.staff?.value }
    let decimals = staff.map(\.decimals).max() ?? 0
    let digits = staff.reduce(Int64(0)) { sum, quantity in
      var digits = quantity.digits
      for _ in quantity.decimals..<decimals { digits *= 10 }
      return sum + digits
    }
    builder.node(.tableFoot) { builder in
      builder.node(.row, look: "total") { builder in
        builder.headerCell(ledger[.total], .row, span: CellSpan(columns: 11))
        builder.cell("\(Quantity(digits: digits, decimals: decimals))")
        builder.cell(ledger.words(of: services.total { $0.costs?.value ?? .zero }))
        builder.cell(nil)
      }
    }
  }
}
