import Core

extension Plan {
  /// The fingerprint of what municipalities approve: 32 hexadecimal digits.
  ///
  /// What comes after approval does not change it: the approvals themselves, the state of the plan,
  /// its action plans and evaluations, and silenced warnings.
  package var fingerprint: String {
    var text = self
    text.approvals = []
    text.state.value = ""
    text.actionPlans = []
    text.evaluations = []
    text.silences = []
    return StableHash(of: Array(text.dump().utf8)).hex
  }
}
