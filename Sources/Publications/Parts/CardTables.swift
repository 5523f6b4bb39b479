import Core
import Manuscript
import Planning

/// The small tables of cards.
extension Ledger {
  /// Adds the indicators: from which value to which.
  mutating func indicators(_ indicators: [Indicator], in builder: inout DocumentBuilder) {
    guard !indicators.isEmpty else { return }
    let hasYears = indicators.contains { $0.year != nil }
    let years = hasYears ? [ColumnSpec(.centre)] : []
    let exhibit = Exhibit(
      look: "indicators",
      columns: [ColumnSpec(.text), ColumnSpec(.text), ColumnSpec(.number), ColumnSpec(.number)]
        + years + [ColumnSpec(.text)],
      origin: indicators.first?.at)
    table(exhibit, in: &builder) { builder, ledger in
      builder.tableHead(
        [
          ledger[.indicator], ledger[.indicatorUnit], ledger[.indicatorFrom],
          ledger[.indicatorTo],
        ] + (hasYears ? [ledger[.indicatorYear]] : []) + [ledger[.indicatorSource]])
      builder.node(.tableBody) { builder in
        for indicator in indicators {
          builder.node(.row, origin: indicator.at) { builder in
            builder.headerCell(indicator.name.value, .row, origin: indicator.name.at)
            builder.cell(indicator.unit.value, origin: indicator.unit.at)
            builder.cell(
              indicator.baseline.map { "\($0.value)" }, origin: indicator.baseline?.at)
            builder.cell("→\u{A0}\(indicator.target.value)", origin: indicator.target.at)
            if hasYears {
              builder.cell(indicator.year.map { "\($0.value)" }, origin: indicator.year?.at)
            }
            builder.cell(indicator.source?.value, origin: indicator.source?.at)
          }
        }
      }
    }
  }

  /// Adds the money of an activity by source and year, where it has lines of funding.
  mutating func costs(of activity: Activity, in builder: inout DocumentBuilder) {
    let lines = records.funding(of: activity)
    guard !lines.isEmpty else { return }
    let exhibit = Exhibit(
      look: "costs",
      columns: [ColumnSpec(.text)]
        + Array(repeating: ColumnSpec(.number), count: records.years.count + 1),
      origin: activity.cost?.at ?? activity.at)
    table(exhibit, in: &builder) { builder, ledger in
      ledger.fundingBySource(lines, isCard: true, in: &builder)
    }
  }
}
