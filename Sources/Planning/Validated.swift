package import Core

/// A value that passed every rule, with the day that the rules took for today.
///
/// Only `validate` mints it, so whoever holds one need not check again.
package struct Validated<Value> {
  /// The value.
  package let value: Value
  /// The date of the text: what „today“ means for this value.
  package let asOf: CivilDate
  /// The codelists that the value was checked against.
  package let codelists: Codelists

  /// Whether it passed. One on trial is for finding more at once what else is wrong: nothing comes
  /// of it but findings.
  package let isProven: Bool

  fileprivate init(_ value: Value, asOf: CivilDate, codelists: Codelists, isProven: Bool) {
    self.value = value
    self.asOf = asOf
    self.codelists = codelists
    self.isProven = isProven
  }

  /// What is printed for a code of a codelist; the code itself where the list does not have it.
  package func name(_ list: CodelistName, _ code: String) -> String {
    codelists.entry(list, code, on: asOf)?.name ?? code
  }

  /// The short wording of a code for narrow columns.
  package func short(_ list: CodelistName, _ code: String) -> String {
    let entry = codelists.entry(list, code, on: asOf)
    return entry?.short ?? entry?.name ?? code
  }
}
extension Validated: Sendable where Value: Sendable {}

/// Checks a plan by every rule of the model.
///
/// - Throws: everything that was found, when at least one finding is an error.
package func validate(_ plan: Plan, against codelists: Codelists) throws(Rejected)
  -> Outcome<Validated<Plan>>
{
  var findings: [Diagnostic] = []
  for rule in Rule.all { findings += rule.check(plan, codelists) }
  if findings.contains(where: \.isError) { throw Rejected(findings) }
  return Outcome(
    Validated(plan, asOf: plan.textDate.value, codelists: codelists, isProven: true),
    warnings: findings)
}

/// A plan that did not pass, for those who look what else is wrong with it.
package func onTrial(_ plan: Plan, against codelists: Codelists) -> Validated<Plan> {
  Validated(plan, asOf: plan.textDate.value, codelists: codelists, isProven: false)
}
