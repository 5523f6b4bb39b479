import Core
import Manuscript
import Planning

/// How a kind of part is composed.
struct PartComposer: Sendable {
  /// Where a kind of part stands.
  enum Place: Sendable {
    /// It makes a part of the book of its own.
    case book
    /// It adds a section to the chapter before it.
    case chapter
  }

  /// The kind, as recipes name it.
  let kind: String
  /// Where it stands.
  let place: Place
  /// The settings it must have.
  var required: [String] = []
  /// The settings it may have.
  var optional: [String] = []
  /// What the plan must hold for it, so that a lost file leaves no silent gap.
  var needs: Supply?
  /// Whether it refers to the entries of the publication's catalogue.
  var refersToEntries = false
  /// Adds the part to the open node.
  let compose: @Sendable (PartRecipe, inout DocumentBuilder, inout Ledger) -> Void

  /// Every kind of part. A new kind is one file in `Parts` and one name here.
  static let all: [PartComposer] = [
    cover, backCover, imprint, contents, frontMatter, chapter, annex, section, groups, organisation,
    municipalities, ages, survey, providers, services, evaluation, swot, overview, strategy,
    timeline, fundingBySource, fundingByMeasure, network, responsibilities, comments, approval,
    abbreviations, glossary, sources, tableList, figureList, mapList,
    hearings, changes, facilities, actionPlans, ideas, verification, notes,
    signs, crisis, catalogue, index,
  ]

  /// By which a part is known as one that stood in the recipe before: its text, else its kind with
  /// what tells parts of that kind apart. Pages for notes may stand anywhere.
  static func identity(of part: PartRecipe) -> String? {
    if part.kind == notesKind { return nil }
    if let text = part.settings["text"] { return "text \(text)" }
    let marks = ["anchor", "of", "survey"].map { part.settings[$0] ?? "" }
    return ([part.kind] + marks).joined(separator: " ")
  }

  /// Finds what is wrong with a recipe's settings; false where the part cannot be made for it.
  func check(_ recipe: PartRecipe, into findings: inout [Diagnostic]) -> Bool {
    var isWhole = true
    for setting in recipe.settings.keys.sorted()
    where !required.contains(setting) && !optional.contains(setting) {
      findings.append(
        .unknownSetting(
          setting, of: kind, known: required + optional, at: recipe.place(of: setting)))
    }
    for setting in required where recipe.settings[setting] == nil {
      findings.append(.missingSetting(setting, of: kind, at: recipe.at))
      isWhole = false
    }
    return isWhole
  }
}
