package import Core

/// The codelists that the model refers to; the raw value is the file's stem.
package enum CodelistName: String, Sendable, Hashable, CaseIterable {
  /// Kinds of plans.
  case planKinds = "druhy-planu"
  /// States of a plan.
  case planStates = "stavy-planu"
  /// States of a measure.
  case measureStates = "stavy-opatreni"
  /// Sources of money.
  case fundingSources = "zdroje-financovani"
  /// How sure money is.
  case fundingStates = "stavy-financovani"
  /// Sides of planning: Z, P, U, V.
  case sides = "strany"
  /// Roles in a group.
  case roles = "role"
  /// Kinds of groups.
  case groupKinds = "druhy-skupin"
  /// Target groups in the wording of the register of social services.
  case targetGroups = "cilove-skupiny"
  /// Kinds of social services by the section of the law, dated.
  case serviceKinds = "druhy-sluzeb"
  /// Forms of services: field, outpatient, residential.
  case serviceForms = "formy-sluzeb"
  /// Units of capacity.
  case capacityUnits = "jednotky-kapacity"
  /// Places in the network of services.
  case networkStates = "sit-sluzeb"
  /// How far something was fulfilled.
  case fulfilmentStates = "stavy-plneni"
  /// Ways by which comments come.
  case channels = "kanaly"
  /// How comments are settled.
  case settlements = "vyporadani"
  /// Bodies that approve.
  case bodies = "organy"
  /// What they may decide.
  case approvalResults = "vysledky-schvaleni"
  /// Kinds of territories.
  case territoryKinds = "typy-uzemi"
  /// Programmes that pay for planning, with their publicity and their registration numbers.
  case programmes = "programy"
  /// Ages in the register's wording.
  case ages = "vekove-skupiny"
  /// How far people in wheelchairs get.
  case accessibility = "bezbariernost"
  /// What the plan wants of a service.
  case demands = "pozadavky-site"
  /// How far ideas of projects are.
  case readiness = "pripravenost"
  /// Kinds of meetings.
  case hearingKinds = "druhy-jednani"
  /// States of an activity in the plan of a year.
  case actionStates = "stavy-akcniho-planu"
  /// Kinds of analytical pieces.
  case analysisKinds = "druhy-analyz"
  /// Kinds of changes of the text.
  case changeKinds = "druhy-zmen"
}

/// An entry of a codelist.
package struct CodelistEntry: Sendable, Equatable {
  /// What files write.
  package var code: String
  /// What is printed.
  package var name: String
  /// A shorter wording for narrow columns.
  package var short: String?
  /// The heading under which the entry is grouped: „Služby sociální péče“.
  package var group: String?
  /// The sign that stands for it beside its word, so that no state is told by colour.
  package var sign: String?
  /// The forms in which such services are usually given.
  package var usualForms: [String] = []
  /// The least age in years, of age groups; nil where there is no limit.
  package var leastAge: Int?
  /// The greatest age in years, of age groups; nil where there is no limit.
  package var greatestAge: Int?
  /// The unit as it stands behind 1, 2 and 5: „lůžko“, „lůžka“, „lůžek“.
  package var countForms: [String] = []
  /// How the planned capacity compares with the present one; nil where a demand says nothing of it.
  package var change: CapacityChange?
  /// By which codes the public register knows it.
  package var registerCodes: [String] = []
  /// The shapes of registration numbers, `#` for a digit.
  package var numberPatterns: [String] = []
  /// What the programme demands to be printed.
  package var publicity: Publicity?
  /// The first day of validity; nil for ever since.
  package var from: CivilDate?
  /// The last day of validity; nil for ever after.
  package var to: CivilDate?
  /// Makes an entry.
  package init(
    code: String, name: String, short: String? = nil, group: String? = nil, sign: String? = nil,
    from: CivilDate? = nil, to: CivilDate? = nil
  ) {
    self.code = code
    self.name = name
    self.short = short
    self.group = group
    self.sign = sign
    self.from = from
    self.to = to
  }

  /// Whether it is valid on that day.
  package func isValid(on day: CivilDate) -> Bool {
    if let from, day < from { return false }
    if let to, to < day { return false }
    return true
  }
}

/// A codelist: entries in the order of printing.
package struct Codelist: Sendable, Equatable {
  /// Which list it is.
  package var name: CodelistName
  /// The version of the list: `2025-01`.
  package var version: String?
  /// The entries; a code may recur with another validity.
  package var entries: [CodelistEntry]
  /// Makes a list.
  package init(name: CodelistName, version: String? = nil, entries: [CodelistEntry]) {
    self.version = version
    self.name = name
    self.entries = entries
  }
}

/// Every codelist. What counts is what is valid on the plan's date of text.
package struct Codelists: Sendable, Equatable {
  /// The lists.
  package var lists: [Codelist]
  /// Makes the set of lists.
  package init(lists: [Codelist]) { self.lists = lists }

  /// The entries of a list that are valid on a day, in the order of the list.
  package func entries(_ name: CodelistName, on day: CivilDate) -> [CodelistEntry] {
    lists.first { $0.name == name }?.entries.filter { $0.isValid(on: day) } ?? []
  }

  /// The entry of a code that is valid on a day.
  package func entry(_ name: CodelistName, _ code: String, on day: CivilDate) -> CodelistEntry? {
    lists.first { $0.name == name }?.entries.first { $0.code == code && $0.isValid(on: day) }
  }

  /// The entry of a code whenever it was or will be valid.
  package func anyEntry(_ name: CodelistName, _ code: String) -> CodelistEntry? {
    lists.first { $0.name == name }?.entries.first { $0.code == code }
  }

  /// The entry that the public register knows by that code; valid on the day where one is given.
  package func entry(
    _ name: CodelistName, register code: String, on day: CivilDate?
  ) -> CodelistEntry? {
    let entries = lists.first { $0.name == name }?.entries ?? []
    return entries.first { entry in
      entry.registerCodes.contains(code) && day.map { entry.isValid(on: $0) } ?? true
    }
  }
}
