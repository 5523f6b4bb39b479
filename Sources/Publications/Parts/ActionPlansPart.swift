import Core
import Manuscript
import Planning

extension PartComposer {
  /// What is to be done in single years: a table for each year, its activities under their
  /// priorities, with the year's money added up.
  static let actionPlans = PartComposer(
    kind: "action-plans", place: .chapter, optional: ["anchor", "heading"], needs: .actionPlans
  ) { recipe, builder, ledger in
    let stem = recipe.settings["anchor"] ?? "akcni-plan"
    for plan in ledger.plan.actionPlans.sorted(by: { $0.year.value < $1.year.value }) {
      let year = plan.year.value
      ledger.section(
        "\(ledger[.actionsTitle])\u{A0}\(year)", anchor: "\(stem)-\(year)", origin: plan.at,
        by: recipe, in: &builder
      ) { builder, ledger in
        let approved = plan.approved.map {
          "\(ledger[.actionsApproved]) \(ledger.words(of: $0.value))."
        }
        let note = ledger.note(on: plan.items.total { $0.budget?.value ?? .zero })
        let remarks = [approved, note].compactMap(\.self).joined(separator: " ")
        let exhibit = Exhibit(
          look: "actions",
          columns: [
            ColumnSpec(.text), ColumnSpec(.text), ColumnSpec(.text), ColumnSpec(.number),
            ColumnSpec(.text),
          ],
          caption: "\(ledger[.actionsCaption])\u{A0}\(year)", anchor: "tab-\(stem)-\(year)",
          source: remarks.isEmpty ? nil : remarks, origin: plan.at)
        ledger.exhibit(exhibit, in: &builder) { builder, ledger in
          table(of: plan, in: &builder, ledger)
        }
      }
    }
  }

  private static func table(
    of plan: ActionPlan, in builder: inout DocumentBuilder, _ ledger: Ledger
  ) {
    builder.tableHead([
      ledger[.evaluationActivity], ledger[.implementers], ledger[.state], ledger[.actionsBudget],
      ledger[.actionsNote],
    ])
    builder.node(.tableBody) { builder in
      for priority in ledger.plan.priorities {
        let activities = ledger.records.measures(of: priority)
          .flatMap { ledger.records.activities(of: $0) }
        let rows = activities.flatMap { activity in
          plan.items.filter { $0.activity.value == activity.code.value }.map { (activity, $0) }
        }
        guard !rows.isEmpty else { continue }
        builder.node(.row, look: "group", origin: priority.at) { builder in
          builder.headerCell(
            "\(priority.code.value) \(priority.name.value)", .row, span: CellSpan(columns: 5))
        }
        for (activity, item) in rows { row(item, of: activity, in: &builder, ledger) }
      }
    }
    builder.node(.tableFoot) { builder in
      builder.node(.row, look: "total") { builder in
        builder.headerCell(ledger[.total], .row, span: CellSpan(columns: 3))
        builder.cell(ledger.words(of: plan.items.total { $0.budget?.value ?? .zero }))
        builder.cell(nil)
      }
    }
  }

  private static func row(
    _ item: ActionItem, of activity: Activity, in builder: inout DocumentBuilder, _ ledger: Ledger
  ) {
    builder.node(.row, origin: item.at) { builder in
      ledger.headerCell(of: activity, in: &builder)
      builder.cell(
        activity.implementers.map(\.value).joined(separator: ", "),
        origin: activity.implementers.first?.at)
      builder.cell(
        ledger.validated.name(.actionStates, item.state.value), origin: item.state.at)
      builder.cell(item.budget.map { ledger.words(of: $0.value) }, origin: item.budget?.at)
      builder.cell(item.note?.value, origin: item.note?.at)
    }
  }
}

extension Ledger {
  /// Adds the cell that names an activity by code and name; it leads to the card where one prints.
  func headerCell(of activity: Activity, in builder: inout DocumentBuilder) {
    builder.node(.headerCell(.row, .single), origin: activity.name.at) { builder in
      builder.node(.paragraph) { builder in
        let words = "\(activity.code.value) \(activity.name.value)"
        if hasStrategy {
          builder.reference(to: Tier.activity.anchor(of: activity.code.value)) { $0.text(words) }
        } else {
          builder.text(words)
        }
      }
    }
  }
}
