package import Core

/// Fixed words that print (Obsah, Tabulka, pokračování), by key, in the document's language.
package struct Phrasebook: Sendable, Equatable {
  /// The words by key.
  package var words: [String: String]
  /// Makes a phrasebook.
  package init(words: [String: String]) { self.words = words }
  /// The words of a key; the key itself in angle brackets where it is missing, so that it shows.
  package subscript(_ key: String) -> String { words[key] ?? "⟨\(key)⟩" }
}

/// The sequence of parts of a publication, as `Layouts/Publications` gives it.
package struct Recipe: Sendable, Equatable {
  /// How many pages for notes a part may add.
  package static let mostNotesPages = 16

  /// The publication's file stem: `plan`.
  package var name: String
  /// The name of its design in `Layouts/Designs`.
  package var design: String
  /// Its parts, first to last.
  package var parts: [PartRecipe]
  /// The kinds of projects that it is made for unasked; empty means all kinds of plans.
  package var kinds: [String] = []
  /// The formats in which its data are written beside it: `csv`, `json`.
  package var data: [String] = []
  /// How many pages it is to have; nil where that follows from its words.
  package var extent: ExtentWish?
  /// Where the recipe begins, or says how many pages there are to be.
  package var at: SourceSpan?
  /// Makes a recipe.
  package init(name: String, design: String, parts: [PartRecipe]) {
    self.name = name
    self.design = design
    self.parts = parts
  }
}

/// A part of a publication.
package struct PartRecipe: Sendable, Equatable {
  /// What kind of part it is: `cover`, `imprint`, `contents`, `chapter`, `swot`, `strategy`, …
  package var kind: String
  /// Further settings by key: `text: uvodni-slovo`, `depth: 2`.
  package var settings: [String: String]
  /// Whether it may be left out, or be added, so that the publication has the pages it is to have.
  package var isOptional = false
  /// Where the recipe asks for it.
  package var at: SourceSpan?
  /// Where it gives the values of its settings.
  package var places: [String: SourceSpan] = [:]
  /// Makes a part.
  package init(kind: String, settings: [String: String], at: SourceSpan? = nil) {
    self.kind = kind
    self.settings = settings
    self.at = at
  }

  /// Where a setting stands; where it does not, the part.
  package func place(of setting: String) -> SourceSpan? { places[setting] ?? at }
}
