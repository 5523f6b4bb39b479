import Core
import Manuscript
import Planning

extension PartComposer {
  /// The table of municipalities in Czech order, with a total for each year of population.
  static let municipalities = PartComposer(
    kind: "municipalities", place: .chapter, optional: ["anchor", "heading"], needs: .municipalities
  ) { recipe, builder, ledger in
    let places = ledger.plan.municipalities.sorted {
      CzechOrder.precedes($0.printedName, $1.printedName)
    }
    let years = places.flatMap { $0.population.map(\.year) }.distinct.sorted()
    ledger.section(
      ledger[.municipalitiesTitle], anchor: nil, origin: ledger.plan.territory.at, by: recipe,
      in: &builder
    ) { builder, ledger in
      let exhibit = Exhibit(
        look: "municipalities",
        columns: [ColumnSpec(.text), ColumnSpec(.centre), ColumnSpec(.centre)]
          + years.map { _ in ColumnSpec(.number) },
        caption: ledger[.municipalitiesCaption],
        anchor: recipe.settings["anchor"] ?? "tab-obce",
        source: ledger.sourceLine(of: "obce")
          ?? ledger.sourceLine(ledger[.municipalitiesSource]),
        origin: ledger.plan.territory.at)
      ledger.exhibit(exhibit, in: &builder) { builder, ledger in
        builder.tableHead(
          [ledger[.municipality], ledger[.municipalityCode], ledger[.postcode]]
            + years.map { "\(ledger[.inhabitants])\u{A0}\($0)" })
        builder.node(.tableBody) { builder in
          for place in places {
            builder.node(.row, origin: place.at) { builder in
              builder.headerCell(place.printedName, .row, origin: place.name.at)
              builder.cell(place.code.value, origin: place.code.at)
              builder.cell(
                place.postcode.map { postcode($0.value) }, origin: place.postcode?.at)
              for year in years {
                builder.cell(place.inhabitants(in: year).map { grouped(Int64($0)) })
              }
            }
          }
        }
        builder.node(.tableFoot) { builder in
          builder.node(.row, look: "total") { builder in
            builder.headerCell(ledger[.total], .row, span: CellSpan(columns: 3))
            for year in years {
              let total = places.reduce(0) { $0 + ($1.inhabitants(in: year) ?? 0) }
              builder.cell(grouped(Int64(total)))
            }
          }
        }
      }
    }
  }
}

extension Municipality {
  /// The name with what tells it from others.
  var printedName: String {
    distinction.map { "\(name.value) (\($0.value))" } ?? name.value
  }

  fileprivate func inhabitants(in year: Int) -> Int? {
    population.first { $0.year == year }?.count
  }
}

extension Array where Element: Equatable {
  /// The elements without repetitions, in the order of their first occurrence.
  var distinct: [Element] {
    reduce(into: []) { found, element in
      if !found.contains(element) { found.append(element) }
    }
  }
}
