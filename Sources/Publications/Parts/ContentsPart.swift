import Core
import Manuscript
import Planning

extension PartComposer {
  /// The page of contents. `depth`: the deepest level of headings listed, 1 to 4; 2 if not given.
  /// The divisions of a catalogue stand in a list of their own, beside their thumb tabs.
  static let contents = PartComposer(kind: "contents", place: .book, optional: ["depth"]) {
    recipe, builder, ledger in
    guard let depth = Int(recipe.settings["depth"] ?? "2"), (1...4).contains(depth) else {
      ledger.findings.append(
        .badValue(
          recipe.settings["depth"] ?? "", of: "depth", in: recipe,
          wants: Phrase(cs: "číslo od 1 do 4", en: "a number from 1 to 4")))
      return
    }
    builder.node(.part(.contents), origin: ledger.plan.at) { builder in
      ledger.heading(
        HeadingWords(
          level: 1, title: ledger[.contentsTitle], anchor: "obsah", isListed: false),
        origin: nil, in: &builder)
      let lists: [(look: String, rank: Int?)] =
        ledger.isCatalogue ? [("", 0), ("division", 1), ("after", 2)] : [("", nil)]
      for list in lists {
        let node = builder.node(.contents, look: list.look)
        ledger.listings.append(
          Listing(node: node, look: list.look) { heading in
            heading.isListed && heading.level <= depth
              && (list.rank.map { $0 == heading.rank } ?? true) ? heading.level : 0
          })
      }
    }
  }
}
