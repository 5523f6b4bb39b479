package import Core

/// A public meeting at which the plan was talked about.
package struct Hearing: Sendable, Equatable {
  /// What it was, a code of `CodelistName.hearingKinds`.
  package var kind: Located<String>
  /// The day.
  package var date: Located<CivilDate>
  /// When it began: 16.30.
  package var time: Located<String>?
  /// Where.
  package var place: Located<String>
  /// What was on the programme, in order.
  package var programme: [Located<String>]
  /// The file or page of the invitation.
  package var invitation: Located<String>?
  /// How many came.
  package var attendance: Located<Int>?
  /// The file or page of the minutes.
  package var minutes: Located<String>?
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    kind: Located<String>, date: Located<CivilDate>, time: Located<String>?, place: Located<String>,
    programme: [Located<String>], invitation: Located<String>?, attendance: Located<Int>?,
    minutes: Located<String>?, at: SourceSpan
  ) {
    self.kind = kind
    self.date = date
    self.time = time
    self.place = place
    self.programme = programme
    self.invitation = invitation
    self.attendance = attendance
    self.minutes = minutes
    self.at = at
  }
}
