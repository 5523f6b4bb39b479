package import Core

/// An idea of the store of projects (zásobník): something that the plan wants and nobody pays for
/// yet.
package struct ProjectIdea: Sendable, Equatable {
  /// The name.
  package var name: Located<String>
  /// The measures that it helps to fulfil.
  package var measures: [Located<Code>]
  /// Who proposes it.
  package var proposer: Located<String>?
  /// Who would take part.
  package var partners: [Located<String>]
  /// Where it would happen.
  package var place: Located<String>?
  /// Why it is needed. Paragraphs are separated by a line feed.
  package var need: Located<String>?
  /// What it aims at.
  package var goals: Located<String>?
  /// What would be done.
  package var activities: Located<String>?
  /// What would remain of it.
  package var outputs: Located<String>?
  /// What it would cost.
  package var budget: Located<Cost>?
  /// Who could pay, codes of `CodelistName.fundingSources`.
  package var sources: [Located<String>]
  /// When, in words.
  package var schedule: Located<String>?
  /// How far it is, a code of `CodelistName.readiness`.
  package var readiness: Located<String>?
  /// Whom to ask: an office, never a person.
  package var contact: Located<String>?
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    name: Located<String>, measures: [Located<Code>], proposer: Located<String>?,
    partners: [Located<String>], place: Located<String>?, need: Located<String>?,
    goals: Located<String>?, activities: Located<String>?, outputs: Located<String>?,
    budget: Located<Cost>?, sources: [Located<String>], schedule: Located<String>?,
    readiness: Located<String>?, contact: Located<String>?, at: SourceSpan
  ) {
    self.name = name
    self.measures = measures
    self.proposer = proposer
    self.partners = partners
    self.place = place
    self.need = need
    self.goals = goals
    self.activities = activities
    self.outputs = outputs
    self.budget = budget
    self.sources = sources
    self.schedule = schedule
    self.readiness = readiness
    self.contact = contact
    self.at = at
  }
}
