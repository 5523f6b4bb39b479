import Core
import Manuscript
import Planning

extension PartComposer {
  /// The overview of the strategic part: areas, priorities and measures with their pages.
  static let overview = PartComposer(
    kind: "overview", place: .chapter, optional: ["anchor", "heading"], needs: .priorities
  ) {
    recipe, builder, ledger in
    let hasAreas = !ledger.plan.areas.isEmpty
    ledger.section(
      ledger[.overviewTitle], anchor: recipe.settings["anchor"] ?? "prehled",
      origin: ledger.plan.priorities.first?.at, by: recipe,
      in: &builder
    ) { builder, ledger in
      let node = builder.node(.contents, look: "overview")
      ledger.listings.append(
        Listing(node: node, look: "overview") { heading in
          switch heading.tier {
          case .area: 1
          case .priority: hasAreas ? 2 : 1
          case .measure: hasAreas ? 3 : 2
          case .activity, nil: 0
          }
        })
    }
  }
}
