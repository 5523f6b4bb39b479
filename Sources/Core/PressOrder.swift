/// What a project or its user says of the printing: for whom, by what condition, with what profile.
package struct PressOrder: Sendable, Hashable {
  /// A word, and where it stands; nowhere if it was given on the command line.
  package struct Word: Sendable, Hashable {
    /// The word.
    package var text: String
    /// Where it stands.
    package var at: SourceSpan?
    /// Makes a word.
    package init(_ text: String, at place: SourceSpan?) {
      self.text = text
      self.at = place
    }
  }

  /// The name of the printer's profile.
  package var printer: Word?
  /// The registered name of the printing condition.
  package var condition: Word?
  /// The path of an ICC profile, as it was given.
  package var profile: Word?
  /// The profile's bytes.
  package var profileBytes: [UInt8] = []

  /// Says nothing.
  package init() {}

  /// What is said here first, and the other where nothing is said.
  package func before(_ other: PressOrder) -> PressOrder {
    var order = self
    order.printer = printer ?? other.printer
    // A condition belongs to its profile: one of the plan's would be wrong for another profile.
    if profile == nil {
      order.condition = condition ?? other.condition
      order.profile = other.profile
      order.profileBytes = other.profileBytes
    }
    return order
  }

  /// The same for another printer, who prints by one of these conditions.
  ///
  /// A condition that the plan states and that printer does not print by was meant for its own.
  package func handed(to printer: Word, printingBy conditions: [String]) -> PressOrder {
    var order = self
    order.printer = printer
    guard let stated = condition, stated.at != nil, !conditions.contains(stated.text) else {
      return order
    }
    order.condition = nil
    if profile?.at != nil {
      order.profile = nil
      order.profileBytes = []
    }
    return order
  }
}
