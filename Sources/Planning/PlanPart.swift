package import Core

/// A part of a plan that its files can lose on their own: where one is damaged, what the others say
/// still holds.
package enum PlanPart: Sendable, CaseIterable {
  /// Title, period, dates, territory, imprint.
  case identity
  /// The scheme of codes and the retired ones.
  case numbering
  /// Who paid for the planning.
  case projects
  /// Persons and groups.
  case people
  /// Areas, priorities, measures and activities.
  case strategy
  /// Lines of funding.
  case funding
  /// The totals that the plan states.
  case totals
  /// Comments and when they were taken.
  case comments
  case municipalities, ages, survey, providers, services, facilities, capacities, evaluation
  case responsibilities, approvals, abbreviations, glossary, citations, origins, organisations
  case analyses, swots, ideas, changes, hearings, actionPlans, evaluations, assets, silences
  case narratives
}

extension Set<PlanPart> {
  /// Every part: for rules that weigh the whole plan, and for damage that nobody can bound.
  package static let whole = Set(PlanPart.allCases)
}

/// What the rules find on a plan of which parts are damaged: only those rules are asked whose
/// answers the damage cannot make false.
package func findings(
  on plan: Plan, against codelists: Codelists, damaged: Set<PlanPart>
) -> [Diagnostic] {
  Rule.all.filter { $0.needs.isDisjoint(with: damaged) }.flatMap { $0.check(plan, codelists) }
}
