package import Core
package import Manuscript
package import Planning

/// What composing finds on a plan that did not pass, as far as the damage cannot have made it so:
/// one run tells what two would.
///
/// - Parameters:
///   - plan: the plan on trial.
///   - damaged: the parts that reading lost something of.
package func findings(
  composing plan: Validated<Plan>, recipe: Recipe, phrases: Phrasebook, damaged: Set<PlanPart>
) -> [Diagnostic] {
  do throws(Rejected) {
    return try composePlan(plan, recipe: recipe, phrases: phrases).warnings
  } catch {
    return error.diagnostics.filter { $0.kind.holds(despite: damaged) }
  }
}

extension DiagnosticKind {
  /// Whether a finding of this kind is true though parts of the plan are damaged.
  fileprivate func holds(despite damaged: Set<PlanPart>) -> Bool {
    switch self {
    // The recipe and the phrases are whole, and what gives somebody away does so in any case.
    case PublicationsDiagnostics.unknownPart, PublicationsDiagnostics.badSetting,
      PublicationsDiagnostics.homelessSection, PublicationsDiagnostics.missingPhrase,
      PublicationsDiagnostics.unconsentedName, PublicationsDiagnostics.hiddenAddress:
      true
    case PublicationsDiagnostics.missingNarrative, PublicationsDiagnostics.narrativeTitle,
      PublicationsDiagnostics.picture, PublicationsDiagnostics.unusedNarrative,
      ManuscriptDiagnostics.skippedLevel:
      !damaged.contains(.narratives)
    // Two records of one code share an anchor: that was said already.
    case ManuscriptDiagnostics.duplicate: false
    // Where a reference leads and what a part can print is known of a whole plan only.
    default: damaged.isEmpty
    }
  }
}
