import Core
import Manuscript
import Planning

extension PartComposer {
  /// A chapter without a number before the first numbered one. `text`: the narrative's file.
  ///
  /// A last paragraph that starts with a dash is the signature; it is set without the dash.
  static let frontMatter = PartComposer(kind: "front-matter", place: .book, required: ["text"]) {
    recipe, builder, ledger in
    let stem = recipe.settings["text"] ?? ""
    guard let titled = ledger.narrative(stem, at: recipe.at) else { return }
    builder.node(.part(.frontMatter), origin: titled.at) { builder in
      ledger.chapterHeading(titled, number: nil, in: &builder)
      let signs = titled.blocks.last?.isAttribution ?? false
      ledger.prose(
        signs ? titled.blocks.dropLast() : titled.blocks, isNumbered: false, lead: "lead",
        in: &builder)
      if signs, let last = titled.blocks.last, case .paragraph(let inlines) = last.content {
        ledger.paragraph(
          inlines.withoutLeadingDash, look: "signature", origin: last.at, in: &builder)
      }
    }
  }
}
