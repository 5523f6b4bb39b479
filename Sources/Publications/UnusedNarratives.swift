package import Core
package import Manuscript
package import Planning

/// The texts of a plan that no publication prints: written for nothing, or left out by mistake.
///
/// - Parameter recipes: the recipes of all publications of the project.
package func unusedNarratives(of plan: Plan, recipes: [Recipe]) -> [Diagnostic] {
  let used = Set(recipes.flatMap(\.parts).compactMap { $0.settings["text"] })
  return plan.narratives.filter { !used.contains($0.stem) }.map {
    .unusedNarrative($0.stem, at: $0.at)
  }
}
