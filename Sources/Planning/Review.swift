package import Core

/// How an activity of the previous plan ended.
package struct EvaluatedActivity: Sendable, Equatable {
  /// The measure of the previous plan, with its old number.
  package var measure: Located<String>
  /// The activity.
  package var activity: Located<String>
  /// What was planned.
  package var planned: Located<String>?
  /// What was done.
  package var done: Located<String>?
  /// The state, a code of `CodelistName.fulfilmentStates`.
  package var state: Located<String>
  /// A remark.
  package var comment: Located<String>?
  /// The row.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    measure: Located<String>, activity: Located<String>, planned: Located<String>?,
    done: Located<String>?, state: Located<String>, comment: Located<String>?, at: SourceSpan
  ) {
    self.measure = measure
    self.activity = activity
    self.planned = planned
    self.done = done
    self.state = state
    self.comment = comment
    self.at = at
  }
}

/// The days in which comments were taken.
package struct Consultation: Sendable, Equatable {
  /// The first day.
  package var from: Located<CivilDate>?
  /// The last day; what comes later is labelled as late.
  package var to: Located<CivilDate>
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(from: Located<CivilDate>?, to: Located<CivilDate>, at: SourceSpan) {
    self.from = from
    self.to = to
    self.at = at
  }
}

/// A comment on the draft and how it was settled.
/// // Print `printedAuthor`: it is nil where the author is not to be named.
package struct Comment: Sendable, Equatable {
  /// Its number.
  package var number: Located<String>
  /// The day it came.
  package var received: Located<CivilDate>
  /// By which way, a code of `CodelistName.channels`.
  package var channel: Located<String>?
  /// Who sent it.
  package var author: Located<String>?
  /// Whether the author may be named.
  package var isPublic: Bool
  /// What is printed instead of the name: „občanka Dačic“.
  package var standIn: Located<String>?
  /// Which part of the plan it is about.
  package var part: Located<String>?
  /// What it says.
  package var text: Located<String>
  /// How it was settled, a code of `CodelistName.settlements`.
  package var settlement: Located<String>?
  /// Why.
  package var reason: Located<String>?
  /// What was changed in the plan.
  package var change: Located<String>?
  /// The entry of the change log that says what was changed.
  package var changeID: Located<String>?
  /// The time it came: `14.30`.
  package var time: Located<String>?
  /// The row.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    number: Located<String>, received: Located<CivilDate>, channel: Located<String>?,
    author: Located<String>?, isPublic: Bool, standIn: Located<String>?, part: Located<String>?,
    text: Located<String>, settlement: Located<String>?, reason: Located<String>?,
    change: Located<String>?, at: SourceSpan
  ) {
    self.number = number
    self.received = received
    self.channel = channel
    self.author = author
    self.isPublic = isPublic
    self.standIn = standIn
    self.part = part
    self.text = text
    self.settlement = settlement
    self.reason = reason
    self.change = change
    self.at = at
  }

  /// The author as printed; nil where there is nobody to name.
  package var printedAuthor: String? { isPublic ? author?.value : standIn?.value }

  /// Whether it came after the last day of the consultation.
  package func isLate(in consultation: Consultation?) -> Bool {
    guard let consultation else { return false }
    return consultation.to.value < received.value
  }
}

/// Who does what while the plan is carried out and watched over.
package struct Responsibility: Sendable, Equatable {
  /// What is to be done.
  package var task: Located<String>
  /// Who does it.
  package var who: Located<String>
  /// When.
  package var when: Located<String>?
  /// What remains of it.
  package var output: Located<String>?
  /// The row.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    task: Located<String>, who: Located<String>, when: Located<String>?,
    output: Located<String>?, at: SourceSpan
  ) {
    self.task = task
    self.who = who
    self.when = when
    self.output = output
    self.at = at
  }
}

/// What a municipality decided about the plan.
package struct Approval: Sendable, Equatable {
  /// The code of the municipality.
  package var municipality: Located<String>
  /// Which body decides, a code of `CodelistName.bodies`.
  package var body: Located<String>
  /// The number of the resolution.
  package var resolution: Located<String>?
  /// The day of it.
  package var date: Located<CivilDate>?
  /// The result, a code of `CodelistName.approvalResults`.
  package var result: Located<String>?
  /// The fingerprint of the text that was approved.
  package var fingerprint: Located<String>?
  /// The row.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    municipality: Located<String>, body: Located<String>, resolution: Located<String>?,
    date: Located<CivilDate>?, result: Located<String>?, at: SourceSpan
  ) {
    self.municipality = municipality
    self.body = body
    self.resolution = resolution
    self.date = date
    self.result = result
    self.at = at
  }
}
