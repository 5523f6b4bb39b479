import Core
import Manuscript
import Planning

extension PartComposer {
  /// Pages to write notes on: as many as `pages` says; where they are optional, at most so many, and
  /// only if the publication is to have more pages than its words fill.
  static let notes = PartComposer(kind: notesKind, place: .book, optional: ["pages"]) {
    part, builder, ledger in
    guard let count = part.notePages else {
      ledger.findings.append(
        .badValue(
          part.settings["pages"] ?? "", of: "pages", in: part,
          wants: Phrase(cs: "počet stran od 1 do 16", en: "a number of pages from 1 to 16")))
      return
    }
    for _ in 0..<count {
      builder.node(.part(.notes)) { page in
        page.node(.paragraph, look: "notesTitle") { $0.text(ledger[.notesTitle]) }
      }
    }
  }

  static let notesKind = "notes"
}

extension PartRecipe {
  /// How many pages for notes there are, or may be added; nil where that is no such number.
  var notePages: Int? {
    guard let written = settings["pages"] else { return isOptional ? 4 : 1 }
    guard let count = Int(written), (1...Recipe.mostNotesPages).contains(count) else { return nil }
    return count
  }
}
