import Core
import Manuscript
import Planning

/// Composes the parts of a recipe one after the other.
///
/// What is wrong with one is told once, at its place in the recipe, and not again by all that would
/// have referred to it.
struct PartSequence {
  /// What has been met, as `PartComposer.identity(of:)`.
  private var met: Set<String> = []
  /// Whether the recipe has the part whose entries others refer to.
  private let hasCatalogue: Bool
  /// Whether it is known why that is missing: parts of unknown kinds, or told already.
  private var isExplained: Bool

  init(_ recipe: Recipe) {
    let kinds = recipe.composed.map(\.kind)
    hasCatalogue = kinds.contains(PartComposer.catalogue.kind)
    isExplained = !kinds.allSatisfy { kind in PartComposer.all.contains { $0.kind == kind } }
  }

  /// Adds a part to a book; one that cannot be made is only told of.
  mutating func compose(
    _ part: PartRecipe, into builder: inout DocumentBuilder, _ ledger: inout Ledger
  ) {
    guard let composer = PartComposer.all.first(where: { $0.kind == part.kind }) else {
      let known = PartComposer.all.map(\.kind)
      ledger.findings.append(.unknownPart(part.kind, known: known, at: part.at))
      return
    }
    guard composer.check(part, into: &ledger.findings), supplies(composer, part, &ledger),
      isFirst(part, &ledger), hasEntries(composer, part, &ledger)
    else { return }
    switch composer.place {
    case .book:
      composer.compose(part, &builder, &ledger)
    case .chapter:
      guard let chapter = ledger.openChapter else {
        ledger.findings.append(.homelessSection(part.kind, at: part.at))
        return
      }
      builder.reopen(chapter) { builder in composer.compose(part, &builder, &ledger) }
    }
  }

  /// Whether the plan holds what a part prints.
  private func supplies(
    _ composer: PartComposer, _ part: PartRecipe, _ ledger: inout Ledger
  ) -> Bool {
    guard let supply = composer.needs, supply.isMissing(in: ledger.plan) else { return true }
    // The catalogue itself says it for those that refer to it.
    if !composer.refersToEntries || !hasCatalogue {
      ledger.findings.append(.emptyPart(part.kind, lacks: supply.words, at: part.at))
    }
    return false
  }

  private mutating func isFirst(_ part: PartRecipe, _ ledger: inout Ledger) -> Bool {
    guard let identity = PartComposer.identity(of: part), !met.insert(identity).inserted else {
      return true
    }
    ledger.findings.append(.repeatedPart(part))
    return false
  }

  private mutating func hasEntries(
    _ composer: PartComposer, _ part: PartRecipe, _ ledger: inout Ledger
  ) -> Bool {
    guard composer.refersToEntries, !hasCatalogue else { return true }
    if !isExplained { ledger.findings.append(.noCatalogue(for: part)) }
    isExplained = true
    return false
  }
}
