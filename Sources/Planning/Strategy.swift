package import Core

/// A division above priorities, where the numbering scheme has one.
package struct Area: Sendable, Equatable {
  /// Its code.
  package var code: Located<Code>
  /// Its name.
  package var name: Located<String>
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(code: Located<Code>, name: Located<String>, at: SourceSpan) {
    self.code = code
    self.name = name
    self.at = at
  }
}

/// A priority.
package struct Priority: Sendable, Equatable {
  /// Its code.
  package var code: Located<Code>
  /// The area that it belongs to.
  package var area: Located<Code>?
  /// Its name.
  package var name: Located<String>
  /// What it aims at. Paragraphs are separated by a line feed.
  package var goal: Located<String>?
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    code: Located<Code>, area: Located<Code>?, name: Located<String>, goal: Located<String>?,
    at: SourceSpan
  ) {
    self.code = code
    self.area = area
    self.name = name
    self.goal = goal
    self.at = at
  }
}

/// How one sees that something was achieved.
package struct Indicator: Sendable, Equatable {
  /// What is counted.
  package var name: Located<String>
  /// In which unit.
  package var unit: Located<String>
  /// The value to start from.
  package var baseline: Located<Quantity>?
  /// The value to reach.
  package var target: Located<Quantity>
  /// By which year.
  package var year: Located<Int>?
  /// Where the value is verified.
  package var source: Located<String>?
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    name: Located<String>, unit: Located<String>, baseline: Located<Quantity>?,
    target: Located<Quantity>, year: Located<Int>?, source: Located<String>?, at: SourceSpan
  ) {
    self.name = name
    self.unit = unit
    self.baseline = baseline
    self.target = target
    self.year = year
    self.source = source
    self.at = at
  }
}

/// A measure (opatření).
package struct Measure: Sendable, Equatable {
  /// Its code.
  package var code: Located<Code>
  /// The priority that it belongs to.
  package var priority: Located<Code>
  /// Its name.
  package var name: Located<String>
  /// What it aims at.
  package var goal: Located<String>?
  /// What it is. Paragraphs are separated by a line feed.
  package var description: Located<String>?
  /// Why it is needed. Paragraphs are separated by a line feed.
  package var rationale: Located<String>?
  /// For whom: codes of `CodelistName.targetGroups`.
  package var targetGroups: [Located<String>]
  /// How its success is seen.
  package var indicators: [Indicator]
  /// What may go wrong.
  package var risks: Located<String>?
  /// Its state, a code of `CodelistName.measureStates`.
  package var state: Located<String>?
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    code: Located<Code>, priority: Located<Code>, name: Located<String>, goal: Located<String>?,
    description: Located<String>?, rationale: Located<String>?, targetGroups: [Located<String>],
    indicators: [Indicator], risks: Located<String>?, state: Located<String>?, at: SourceSpan
  ) {
    self.code = code
    self.priority = priority
    self.name = name
    self.goal = goal
    self.description = description
    self.rationale = rationale
    self.targetGroups = targetGroups
    self.indicators = indicators
    self.risks = risks
    self.state = state
    self.at = at
  }
}

/// An activity of a measure.
package struct Activity: Sendable, Equatable {
  /// Its code.
  package var code: Located<Code>
  /// The measure that it belongs to.
  package var measure: Located<Code>
  /// Its name.
  package var name: Located<String>
  /// What is to be done. Paragraphs are separated by a line feed.
  package var description: Located<String>?
  /// Who does it (realizátor).
  package var implementers: [Located<String>]
  /// Who helps (spolupráce).
  package var partners: [Located<String>]
  /// When.
  package var term: Located<Term>?
  /// Whether it knowingly goes beyond the period (přesah).
  package var overlaps: Located<Bool>?
  /// What it costs.
  package var cost: Located<Cost>?
  /// How its success is seen.
  package var indicators: [Indicator]
  /// What remains of it (výstup).
  package var output: Located<String>?
  /// The services that it is about, by their keys.
  package var services: [Located<String>] = []
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    code: Located<Code>, measure: Located<Code>, name: Located<String>,
    description: Located<String>?, implementers: [Located<String>], partners: [Located<String>],
    term: Located<Term>?, overlaps: Located<Bool>?, cost: Located<Cost>?, indicators: [Indicator],
    output: Located<String>?, at: SourceSpan
  ) {
    self.code = code
    self.measure = measure
    self.name = name
    self.description = description
    self.implementers = implementers
    self.partners = partners
    self.term = term
    self.overlaps = overlaps
    self.cost = cost
    self.indicators = indicators
    self.output = output
    self.at = at
  }
}
