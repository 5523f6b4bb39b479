package import Core

/// Somebody who takes part in the plan and is neither a municipality nor a provider of social
/// services: an association, a school, an office.
package struct Organisation: Sendable, Equatable {
  /// The name, as activities write it.
  package var name: Located<String>
  /// The IČO.
  package var companyNumber: Located<String>?
  /// The web address.
  package var web: Located<String>?
  /// Its place.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    name: Located<String>, companyNumber: Located<String>?, web: Located<String>?, at: SourceSpan
  ) {
    self.name = name
    self.companyNumber = companyNumber
    self.web = web
    self.at = at
  }
}
