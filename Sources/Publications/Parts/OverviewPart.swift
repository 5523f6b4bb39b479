import Core
import Manuscript
import Planning

extension PartComposer {
  /// The overview of the strategic part: areas, priorities and measures with their pages;
  /// `activities: yes` adds the activities.
  static let overview = PartComposer(
    kind: "overview", place: .chapter, optional: ["activities", "anchor", "heading"],
    needs: .priorities
  ) {
    recipe, builder, ledger in
    let hasActivities = recipe.settings["activities"] == "yes"
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
          case .activity: hasActivities ? (hasAreas ? 4 : 3) : 0
          case nil: 0
          }
        })
    }
  }
}
