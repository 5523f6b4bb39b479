package import Core

/// A provider of social services.
package struct Provider: Sendable, Equatable {
  /// The IČO: eight digits, zeros lead it.
  package var companyNumber: Located<String>
  /// The name.
  package var name: Located<String>
  /// The legal form.
  package var form: Located<String>?
  /// Street and number of the seat.
  package var street: Located<String>?
  /// The PSČ of the seat, five digits.
  package var postcode: Located<String>?
  /// The town of the seat.
  package var town: Located<String>?
  /// The telephone.
  package var telephone: Located<String>?
  /// The e-mail address.
  package var email: Located<String>?
  /// The web address.
  package var web: Located<String>?
  /// The datová schránka.
  package var dataBox: Located<String>?
  /// A shorter name, its author's own, for where the name has no room.
  package var shortName: Located<String>?
  /// The row.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    companyNumber: Located<String>, name: Located<String>, form: Located<String>?,
    street: Located<String>?, postcode: Located<String>?, town: Located<String>?,
    telephone: Located<String>?, email: Located<String>?, web: Located<String>?, at: SourceSpan
  ) {
    self.companyNumber = companyNumber
    self.name = name
    self.form = form
    self.street = street
    self.postcode = postcode
    self.town = town
    self.telephone = telephone
    self.email = email
    self.web = web
    self.at = at
  }
}

/// A service as the network lists it: one kind, given by one provider.
package struct Service: Sendable, Equatable {
  /// The number in the register; nil for services that need no registration.
  package var register: Located<String>?
  /// The IČO of the provider.
  package var provider: Located<String>
  /// The name.
  package var name: Located<String>
  /// The kind, a code of `CodelistName.serviceKinds`: the section of the law.
  package var kind: Located<String>
  /// The forms, codes of `CodelistName.serviceForms`: T, A, P.
  package var forms: [Located<String>]
  /// For whom, codes of `CodelistName.targetGroups`.
  package var targetGroups: [Located<String>]
  /// The present capacity.
  package var capacity: Located<Int>?
  /// The capacity that the plan aims at.
  package var target: Located<Int>?
  /// In which unit, a code of `CodelistName.capacityUnits`.
  package var unit: Located<String>?
  /// Full-time equivalents in direct care.
  package var staff: Located<Quantity>?
  /// What a year costs.
  package var costs: Located<Money>?
  /// Whether it acts in the whole territory.
  package var isEverywhere: Bool
  /// Otherwise the codes of the municipalities where it acts.
  package var municipalities: [Located<String>]
  /// Its place in the network, a code of `CodelistName.networkStates`.
  package var network: Located<String>?
  /// Its own identifier where it has no number in the register.
  package var ownID: Located<String>?
  /// A shorter name, its author's own, for where the name has no room.
  package var shortName: Located<String>?
  /// For which ages, codes of `CodelistName.ages`.
  package var ages: [Located<String>] = []
  /// What it is there for (poslání), at most 400 characters.
  package var mission: Located<String>?
  /// For whom it is not.
  package var exclusions: Located<String>?
  /// When it is given: „po–pá 7.00–15.30“.
  package var hours: Located<String>?
  /// What users pay: „zdarma“, „dle ceníku“, an amount.
  package var fee: Located<String>?
  /// How far people in wheelchairs get, a code of `CodelistName.accessibility`.
  package var access: Located<String>?
  /// What stands in their way.
  package var accessNote: Located<String>?
  /// Languages besides Czech.
  package var languages: [Located<String>] = []
  /// The stop of public transport.
  package var transport: Located<String>?
  /// The day on which the provider confirmed the entry.
  package var verified: Located<CivilDate>?
  /// Whether the catalogue lists it.
  package var isInCatalogue: Located<Bool>?
  /// What the plan wants of it, a code of `CodelistName.demands`.
  package var demand: Located<String>?
  /// The first day of the service.
  package var begins: Located<CivilDate>?
  /// The last day of the service, from the register.
  package var ends: Located<CivilDate>?
  /// The row.
  package var at: SourceSpan

  /// Makes it of its parts; what only some tables have is empty until it is set.
  package init(
    register: Located<String>?, provider: Located<String>, name: Located<String>,
    kind: Located<String>, forms: [Located<String>], targetGroups: [Located<String>],
    capacity: Located<Int>?, target: Located<Int>?, unit: Located<String>?,
    staff: Located<Quantity>?, costs: Located<Money>?, isEverywhere: Bool,
    municipalities: [Located<String>], network: Located<String>?, at: SourceSpan
  ) {
    self.register = register
    self.provider = provider
    self.name = name
    self.kind = kind
    self.forms = forms
    self.targetGroups = targetGroups
    self.capacity = capacity
    self.target = target
    self.unit = unit
    self.staff = staff
    self.costs = costs
    self.isEverywhere = isEverywhere
    self.municipalities = municipalities
    self.network = network
    self.at = at
  }
}

extension Service {
  /// The name by which other tables refer to it: its number in the register, or its own identifier.
  package var key: String? { register?.value ?? ownID?.value }
}
