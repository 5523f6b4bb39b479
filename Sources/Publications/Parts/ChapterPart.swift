import Core
import Manuscript
import Planning

extension PartComposer {
  /// A numbered chapter from a narrative. `text`: the narrative's file. Sections may
  /// follow it. `short`: a shorter title for running heads.
  static let chapter = PartComposer(
    kind: "chapter", place: .book, required: ["text"], optional: ["short"]
  ) { recipe, builder, ledger in
    let stem = recipe.settings["text"] ?? ""
    guard let titled = ledger.narrative(stem, at: recipe.at) else { return }
    ledger.openChapter = builder.node(.part(.chapter), origin: titled.at) { builder in
      ledger.chapterHeading(
        titled, number: ledger.nextChapter(), short: recipe.settings["short"], in: &builder)
      ledger.prose(titled.blocks, isNumbered: true, lead: "lead", in: &builder)
    }
  }
}
