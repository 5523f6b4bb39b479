import Core

extension Plan {
  /// The fingerprint of what municipalities approve: 32 hexadecimal digits.
  ///
  /// It is taken of `dump()`, so it depends on what the plan says and not on how it is written: order
  /// of keys, CSV or workbook, spaces and comments do not count. Plans are approved once and checked
  /// for years by later versions: a test pins the fingerprint of a plan, and whoever changes `dump()`
  /// so that it no longer holds has to keep the old form here for the fingerprints that are out.
  ///
  /// What comes after approval does not change it: the approvals themselves, the state of the plan,
  /// its action plans and evaluations, silenced warnings, and how it is printed.
  package var fingerprint: String {
    var text = self
    text.approvals = []
    text.state.value = ""
    text.actionPlans = []
    text.evaluations = []
    text.silences = []
    text.pressJobs = []
    return StableHash(of: Array(text.dump().utf8)).hex
  }
}
