import Core
import Manuscript
import Planning

extension PartComposer {
  /// A narrative as a section of the chapter before it; its headings stand a level deeper.
  /// `text`: the narrative's file.
  static let section = PartComposer(kind: "section", place: .chapter, required: ["text"]) {
    recipe, builder, ledger in
    let stem = recipe.settings["text"] ?? ""
    guard let titled = ledger.narrative(stem, at: recipe.at) else { return }
    let number = ledger.nextSection()
    let words = HeadingWords(
      level: 2, label: number, labelLook: "section", number: number,
      title: titled.title.plainText, anchor: titled.anchor)
    ledger.openSection = builder.node(.section, origin: titled.at) { builder in
      ledger.fill(
        titled.title, of: ledger.open(words, origin: titled.at, in: &builder), in: &builder)
      let deeper = titled.blocks.map(\.deeper)
      ledger.prose(deeper[...], isNumbered: false, in: &builder)
    }
  }
}

extension ProseBlock {
  /// The same block; a heading a level deeper.
  fileprivate var deeper: ProseBlock {
    guard case .heading(let level, let title, let anchor) = content else { return self }
    return ProseBlock(.heading(level: level + 1, title, anchor: anchor), at: at)
  }
}
