package import Core

/// How many a service can help at once, in one of its forms.
package struct Capacity: Sendable, Equatable {
  /// The key of the service: its number in the register, or its own identifier.
  package var service: Located<String>
  /// The form, a code of `CodelistName.serviceForms`.
  package var form: Located<String>
  /// The registered number.
  package var count: Located<Int>
  /// The number that the plan aims at.
  package var target: Located<Int>?
  /// In which unit, a code of `CodelistName.capacityUnits`.
  package var unit: Located<String>
  /// The row.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    service: Located<String>, form: Located<String>, count: Located<Int>, target: Located<Int>?,
    unit: Located<String>, at: SourceSpan
  ) {
    self.service = service
    self.form = form
    self.count = count
    self.target = target
    self.unit = unit
    self.at = at
  }
}
