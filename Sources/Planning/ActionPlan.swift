package import Core

/// What of the plan is to be done in one year.
package struct ActionPlan: Sendable, Equatable {
  /// The year.
  package var year: Located<Int>
  /// The day on which the steering group approved it.
  package var approved: Located<CivilDate>?
  /// The activities of the year in the order of the file.
  package var items: [ActionItem]
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    year: Located<Int>, approved: Located<CivilDate>?, items: [ActionItem], at: SourceSpan
  ) {
    self.year = year
    self.approved = approved
    self.items = items
    self.at = at
  }
}

/// An activity in the plan of a year.
package struct ActionItem: Sendable, Equatable {
  /// The activity.
  package var activity: Located<Code>
  /// How far it is, a code of `CodelistName.actionStates`.
  package var state: Located<String>
  /// What the year is to cost; nil where nothing is said of it.
  package var budget: Located<Money>?
  /// A remark.
  package var note: Located<String>?
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    activity: Located<Code>, state: Located<String>, budget: Located<Money>?,
    note: Located<String>?, at: SourceSpan
  ) {
    self.activity = activity
    self.state = state
    self.budget = budget
    self.note = note
    self.at = at
  }
}

/// How an activity of this plan did in a year.
package struct Evaluation: Sendable, Equatable {
  /// The activity.
  package var activity: Located<Code>
  /// The year.
  package var year: Located<Int>
  /// The state, a code of `CodelistName.fulfilmentStates`.
  package var state: Located<String>
  /// What was done.
  package var done: Located<String>?
  /// How that differs from what was planned.
  package var deviation: Located<String>?
  /// A remark.
  package var comment: Located<String>?
  /// The row.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    activity: Located<Code>, year: Located<Int>, state: Located<String>, done: Located<String>?,
    deviation: Located<String>?, comment: Located<String>?, at: SourceSpan
  ) {
    self.activity = activity
    self.year = year
    self.state = state
    self.done = done
    self.deviation = deviation
    self.comment = comment
    self.at = at
  }
}
