import Core
import Manuscript
import Planning

extension PartComposer {
  /// The groups as a tree of boxes: each level lists the groups of a kind, with the words of what
  /// they do. The boxes hold real text in reading order; only the lines between them are drawn.
  static let organisation = PartComposer(
    kind: "organisation", place: .chapter, optional: ["anchor", "heading"]
  ) { recipe, builder, ledger in
    let kinds = ledger.validated.codelists.entries(.groupKinds, on: ledger.validated.asOf)
    let groups = ledger.plan.groups
    guard !groups.isEmpty else { return }
    ledger.section(
      ledger[.organisationTitle], anchor: recipe.settings["anchor"] ?? "struktura",
      origin: groups.first?.at, by: recipe, in: &builder
    ) { builder, ledger in
      let levels = kinds.map { kind in groups.filter { $0.kind.value == kind.code } }
        .filter { !$0.isEmpty }
      tree(levels[...], in: &builder, ledger)
    }
  }

  /// Nested lists say the same as the lines do: who is under whom.
  private static func tree(
    _ levels: ArraySlice<[Group]>, in builder: inout DocumentBuilder, _ ledger: Ledger
  ) {
    guard let level = levels.first else { return }
    builder.node(.list(.unordered), look: "tree") { builder in
      for (position, group) in level.enumerated() {
        builder.node(.item, origin: group.at) { builder in
          builder.node(.label, look: "bullet") { $0.text("–") }
          builder.node(.body) { builder in
            builder.node(.paragraph, origin: group.name.at) { builder in
              builder.node(.strong) { $0.text(group.name.value) }
              let guarantor = group.guarantor.flatMap {
                ledger.records.person($0.value)?.printedName
              }
              if let guarantor { builder.text(" (\(ledger[.groupsGuarantor]): \(guarantor))") }
            }
            // What stands below all groups of a level hangs under the last of them.
            if position == level.count - 1 { tree(levels.dropFirst(), in: &builder, ledger) }
          }
        }
      }
    }
  }
}
