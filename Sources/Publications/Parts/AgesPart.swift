import Core
import Manuscript
import Planning

extension PartComposer {
  /// The inhabitants by age groups, municipality by municipality in Czech order: counts, shares and
  /// the index of ageing (65 and more to a hundred children), with the whole territory as the total.
  static let ages = PartComposer(
    kind: "ages", place: .chapter, optional: ["anchor", "heading"],
    needs: .ages
  ) { recipe, builder, ledger in
    let plan = ledger.plan
    guard !plan.ages.isEmpty else { return }
    var names: [String: String] = [:]
    for place in plan.municipalities { names[place.code.value] = place.printedName }
    let rows = plan.ages.map { (name: names[$0.municipality.value] ?? "", ages: $0) }
      .sorted { CzechOrder.precedes($0.name, $1.name) }
    ledger.section(
      ledger[.agesTitle], anchor: nil, origin: plan.ages.first?.at, by: recipe, in: &builder
    ) { builder, ledger in
      let exhibit = Exhibit(
        look: "ages",
        columns: [ColumnSpec(.text)] + Array(repeating: ColumnSpec(.number), count: 8),
        caption: ledger[.agesCaption], anchor: recipe.settings["anchor"] ?? "tab-vek",
        source: ledger.sourceLine(of: "obce_vek"), origin: plan.ages.first?.at)
      ledger.exhibit(exhibit, in: &builder) { builder, ledger in
        head(in: &builder, ledger)
        builder.node(.tableBody) { builder in
          for (name, ages) in rows {
            builder.node(.row, origin: ages.at) { builder in
              builder.headerCell(name, .row, origin: ages.municipality.at)
              cells(AgeCounts(ages), in: &builder)
            }
          }
        }
        builder.node(.tableFoot) { builder in
          builder.node(.row, look: "total") { builder in
            builder.headerCell(ledger[.total], .row)
            cells(rows.reduce(AgeCounts()) { $0 + AgeCounts($1.ages) }, in: &builder)
          }
        }
      }
    }
  }

  private static func head(in builder: inout DocumentBuilder, _ ledger: Ledger) {
    builder.node(.tableHead) { builder in
      builder.node(.row) { builder in
        builder.headerCell(ledger[.municipality], .column, span: CellSpan(rows: 2))
        builder.headerCell(ledger[.inhabitants], .column, span: CellSpan(rows: 2))
        for key in [PhraseKey.agesChildren, .agesAdults, .agesSeniors] {
          builder.headerCell(ledger[key], .column, span: CellSpan(columns: 2))
        }
        builder.headerCell(ledger[.agesIndex], .column, span: CellSpan(rows: 2))
      }
      builder.node(.row) { builder in
        for _ in 0..<3 {
          builder.headerCell(ledger[.agesCount], .column)
          builder.headerCell("%", .column)
        }
      }
    }
  }

  private static func cells(_ counts: AgeCounts, in builder: inout DocumentBuilder) {
    builder.cell(grouped(Int64(counts.total)))
    for count in [counts.children, counts.adults, counts.seniors] {
      builder.cell(grouped(Int64(count)))
      builder.cell(tenths(count, per: counts.total, of: 100))
    }
    builder.cell(tenths(counts.seniors, per: counts.children, of: 100))
  }
}

/// Inhabitants by age groups, of one municipality or of several together.
private struct AgeCounts {
  var total = 0
  var children = 0
  var adults = 0
  var seniors = 0

  init() {}

  init(_ ages: AgeStructure) {
    total = ages.total.value
    children = ages.children.value
    adults = ages.adults.value
    seniors = ages.seniors.value
  }

  static func + (a: AgeCounts, b: AgeCounts) -> AgeCounts {
    var sum = a
    sum.total += b.total
    sum.children += b.children
    sum.adults += b.adults
    sum.seniors += b.seniors
    return sum
  }
}
