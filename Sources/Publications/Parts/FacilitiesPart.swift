import Core
import Manuscript
import Planning

extension PartComposer {
  /// Where services are given, by town in Czech order; places whose address is secret come last and
  /// say neither street nor town, only whom to call.
  static let facilities = PartComposer(
    kind: "facilities", place: .chapter, optional: ["anchor", "heading"], needs: .facilities
  ) { recipe, builder, ledger in
    let plan = ledger.plan
    let towns = plan.facilities.map { town(of: $0, in: plan) }
    let order = towns.compactMap(\.self).distinct.sorted(by: CzechOrder.precedes)
    ledger.section(
      ledger[.facilitiesTitle], anchor: nil, origin: plan.facilities.first?.at, by: recipe,
      in: &builder
    ) { builder, ledger in
      let exhibit = Exhibit(
        look: "facilities", columns: Array(repeating: ColumnSpec(.text), count: 5),
        caption: ledger[.facilitiesCaption], anchor: recipe.settings["anchor"] ?? "tab-zarizeni",
        source: ledger.sourceLine(of: "zarizeni") ?? ledger.sourceLine(of: "sluzby"),
        origin: plan.facilities.first?.at)
      ledger.exhibit(exhibit, in: &builder) { builder, ledger in
        builder.tableHead([
          ledger[.service], ledger[.facilityPlace], ledger[.contact], ledger[.facilityHours],
          ledger[.facilityAccess],
        ])
        builder.node(.tableBody) { builder in
          for name in order.map(Optional.some) + [nil] {
            let own = zip(towns, plan.facilities).filter { $0.0 == name }.map(\.1)
            guard !own.isEmpty else { continue }
            builder.node(.row, look: "group") { builder in
              builder.headerCell(
                name ?? ledger[.facilityHidden], .row, span: CellSpan(columns: 5))
            }
            for facility in own { row(facility, in: &builder, ledger) }
          }
        }
      }
    }
  }

  /// The town that a place is listed under; nil where its address is secret.
  private static func town(of facility: Facility, in plan: Plan) -> String? {
    guard let place = facility.printed else { return nil }
    let code = facility.municipality?.value
    let municipality = plan.municipalities.first { $0.code.value == code }
    return municipality?.printedName ?? place.town?.value ?? "–"
  }

  private static func row(
    _ facility: Facility, in builder: inout DocumentBuilder, _ ledger: Ledger
  ) {
    let service = ledger.plan.service(facility.service.value)
    builder.node(.row, origin: facility.at) { builder in
      builder.node(.headerCell(.row, .single), origin: facility.service.at) { builder in
        builder.paragraph(service?.name.value ?? facility.service.value)
        if let provider = service.flatMap({ ledger.plan.provider($0.provider.value) }) {
          builder.paragraph(provider.name.value, look: "second")
        }
      }
      lines(
        [facility.name?.value, facility.printed?.street?.value], then: facility.note,
        in: &builder)
      let telephone = facility.telephone.map { Telephone($0.value)?.printed ?? $0.value }
      lines([telephone, facility.email?.value], in: &builder)
      builder.cell(facility.hours?.value, origin: facility.hours?.at)
      builder.cell(
        facility.access.map { ledger.validated.name(.accessibility, $0.value) },
        origin: facility.access?.at)
    }
  }

  /// A cell of short lines and a remark below them.
  private static func lines(
    _ words: [String?], then note: Located<String>? = nil, in builder: inout DocumentBuilder
  ) {
    let known = words.compactMap(\.self)
    builder.node(.dataCell(.single)) { builder in
      for line in known { builder.paragraph(line) }
      if let note { builder.paragraph(note.value, look: "second", origin: note.at) }
      if known.isEmpty, note == nil { builder.paragraph("–", look: "absent") }
    }
  }
}
