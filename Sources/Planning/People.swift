package import Core

/// Somebody whom the plan may name.
/// // Print `printedName`: it is nil without consent (invariant: no person without consent in any output).
package struct Person: Sendable, Equatable {
  /// The name by which files refer to the person.
  package var id: Located<String>
  /// Degrees before the name: `Mgr.`
  package var titleBefore: Located<String>?
  /// The given name.
  package var givenName: Located<String>
  /// The family name.
  package var familyName: Located<String>
  /// Degrees after the name: `Ph.D.`
  package var titleAfter: Located<String>?
  /// Whether the person agreed to be named.
  package var consent: Located<Bool>
  /// What is printed instead of the name without consent: „uživatelka služby“.
  package var standIn: Located<String>?
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    id: Located<String>, titleBefore: Located<String>?, givenName: Located<String>,
    familyName: Located<String>, titleAfter: Located<String>?, consent: Located<Bool>,
    standIn: Located<String>?, at: SourceSpan
  ) {
    self.id = id
    self.titleBefore = titleBefore
    self.givenName = givenName
    self.familyName = familyName
    self.titleAfter = titleAfter
    self.consent = consent
    self.standIn = standIn
    self.at = at
  }
}

/// Somebody's place in a group.
package struct Membership: Sendable, Equatable {
  /// The identifier of the person.
  package var person: Located<String>
  /// The role, a code of `CodelistName.roles`.
  package var role: Located<String>?
  /// The side, a code of `CodelistName.sides`: Z, P, U or V.
  package var side: Located<String>
  /// On behalf of whom.
  package var organisation: Located<String>?
  /// Since when.
  package var from: Located<CivilDate>?
  /// Until when.
  package var to: Located<CivilDate>?
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    person: Located<String>, role: Located<String>?, side: Located<String>,
    organisation: Located<String>?, from: Located<CivilDate>?, to: Located<CivilDate>?,
    at: SourceSpan
  ) {
    self.person = person
    self.role = role
    self.side = side
    self.organisation = organisation
    self.from = from
    self.to = to
    self.at = at
  }
}

/// A steering, coordinating or working group.
package struct Group: Sendable, Equatable {
  /// The name by which files refer to the group.
  package var id: Located<String>
  /// The kind, a code of `CodelistName.groupKinds`.
  package var kind: Located<String>
  /// The name.
  package var name: Located<String>
  /// The identifier of the person who answers for it.
  package var guarantor: Located<String>?
  /// What it does, in a sentence or two.
  package var remit: Located<String>?
  /// Its members in the order of the file.
  package var members: [Membership]
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    id: Located<String>, kind: Located<String>, name: Located<String>, guarantor: Located<String>?,
    remit: Located<String>?, members: [Membership], at: SourceSpan
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.guarantor = guarantor
    self.remit = remit
    self.members = members
    self.at = at
  }
}

extension Person {
  /// The name as it is printed, with no-break spaces; nil where consent is missing.
  ///
  /// A degree after the name follows a comma.
  package var printedName: String? {
    guard consent.value else { return nil }
    var name = ""
    if let title = titleBefore?.value { name += title + "\u{A0}" }
    name += givenName.value + " " + familyName.value
    if let title = titleAfter?.value { name += ", " + title }
    return name
  }
}
