import Core
import Manuscript
import Planning

extension PartComposer {
  /// When activities take place, quarter by quarter: a sign in every quarter they fill, with the
  /// words that a listener hears in its place, and the term in words beside it.
  static let timeline = PartComposer(
    kind: "timeline", place: .chapter, optional: ["anchor", "heading"]
  ) { recipe, builder, ledger in
    let plan = ledger.plan
    guard plan.activities.contains(where: { $0.term != nil }) else { return }
    let years = plan.period.value.years.map { $0 }
    ledger.section(
      ledger[.timelineTitle], anchor: nil, origin: plan.activities.first?.at, by: recipe,
      in: &builder
    ) { builder, ledger in
      let exhibit = Exhibit(
        look: "timeline",
        columns: [ColumnSpec(.text), ColumnSpec(.text)]
          + Array(repeating: ColumnSpec(.centre), count: 4 * years.count),
        caption: ledger[.timelineCaption], anchor: recipe.settings["anchor"] ?? "tab-harmonogram",
        origin: plan.activities.first?.at)
      ledger.exhibit(exhibit, in: &builder) { builder, ledger in
        head(years, in: &builder, ledger)
        builder.node(.tableBody) { builder in
          for priority in plan.priorities {
            let measures = ledger.records.measures(of: priority)
            let activities = measures.flatMap { ledger.records.activities(of: $0) }
            guard !activities.isEmpty else { continue }
            builder.node(.row, look: "group", origin: priority.at) { builder in
              builder.headerCell(
                "\(priority.code.value) \(priority.name.value)", .row,
                span: CellSpan(columns: UInt16(2 + 4 * years.count)))
            }
            for activity in activities { row(activity, years, in: &builder, ledger) }
          }
        }
      }
    }
  }

  private static func head(
    _ years: [Int], in builder: inout DocumentBuilder, _ ledger: Ledger
  ) {
    builder.node(.tableHead) { builder in
      builder.node(.row) { builder in
        builder.headerCell(ledger[.evaluationActivity], .column, span: CellSpan(rows: 2))
        builder.headerCell(ledger[.term], .column, span: CellSpan(rows: 2))
        for year in years { builder.headerCell("\(year)", .column, span: CellSpan(columns: 4)) }
      }
      builder.node(.row) { builder in
        for _ in years {
          for sign in ["I", "II", "III", "IV"] { builder.headerCell(sign, .column) }
        }
      }
    }
  }

  private static func row(
    _ activity: Activity, _ years: [Int], in builder: inout DocumentBuilder, _ ledger: Ledger
  ) {
    let quarters = Set(activity.term?.value.quarters(of: years) ?? [])
    builder.node(.row, origin: activity.at) { builder in
      ledger.headerCell(of: activity, in: &builder)
      builder.cell(activity.term.map { ledger.words(of: $0.value) }, origin: activity.term?.at)
      for year in years {
        for quarter in 0..<4 {
          builder.node(.dataCell(.single)) { builder in
            guard quarters.contains(4 * year + quarter) else { return }
            builder.node(.paragraph, look: "mark") { builder in
              builder.node(.span, look: "mark", alternative: ledger[.timelineMark]) {
                $0.text("■")
              }
            }
          }
        }
      }
    }
  }
}

extension Term {
  /// The quarters that the term fills, as four times the year and 0 to 3; a month counts to its
  /// quarter, a bare year to all four.
  fileprivate func quarters(of years: [Int]) -> [Int] {
    let all = years.flatMap { year in (0..<4).map { 4 * year + $0 } }
    guard case .span(let from, let to) = self else { return all }
    let first = 4 * from.year + ((from.month ?? 1) - 1) / 3
    let last = 4 * to.year + ((to.month ?? 12) - 1) / 3
    return all.filter { first <= $0 && $0 <= last }
  }
}
