import Core
import Manuscript
import Planning

extension PartComposer {
  /// The groups as a drawn tree: a row of boxes for each kind of group, from the one that decides
  /// down, under a line that joins the row to the one above.
  ///
  /// The boxes hold real text, read once and in order, and each row begins with words that say what
  /// the line shows; only the lines themselves are decoration.
  static let organisation = PartComposer(
    kind: "organisation", place: .chapter, optional: ["anchor", "heading"], needs: .groups
  ) { recipe, builder, ledger in
    let kinds = ledger.validated.codelists.entries(.groupKinds, on: ledger.validated.asOf)
    let groups = ledger.plan.groups
    ledger.section(
      ledger[.organisationTitle], anchor: recipe.settings["anchor"] ?? "struktura",
      origin: groups.first?.at, by: recipe, in: &builder
    ) { builder, ledger in
      // A tree is one thing: its lines lead from a row to the one above.
      builder.node(.group(.exhibit), look: "organisation", origin: groups.first?.at) { builder in
        for kind in kinds {
          let level = groups.filter { $0.kind.value == kind.code }
          guard let first = level.first else { continue }
          // One box stands in the middle of its row, more share it.
          let look = level.count == 1 ? "treeTop" : "tree"
          builder.node(.group(.matrix), look: look, origin: first.at) { builder in
            for group in level { box(group, kind: kind.name, in: &builder, ledger) }
          }
        }
      }
    }
  }

  private static func box(
    _ group: Group, kind: String, in builder: inout DocumentBuilder, _ ledger: Ledger
  ) {
    builder.node(.group(.quadrant), look: "box", origin: group.at) { builder in
      // „Řídící skupina“ needs no „řídící skupina“ above it.
      if group.name.value.lowercased() != kind.lowercased() {
        builder.paragraph(kind, look: "boxKind", origin: group.kind.at)
      }
      builder.paragraph(group.name.value, look: "boxName", origin: group.name.at)
      let leader = group.guarantor.flatMap { ledger.records.person($0.value)?.printedName }
      if let leader {
        builder.paragraph(
          "\(ledger[.groupsGuarantor]): \(leader)", look: "boxText", origin: group.guarantor?.at)
      }
    }
  }
}
