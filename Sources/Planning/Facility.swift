package import Core

/// Where a service is given.
///
/// An address that is kept secret (utajená adresa: a refuge, a centre for victims of violence) has
/// no way out: what could betray it can be read inside this target only, and `printed` is nil.
package struct Facility: Sendable, Equatable {
  /// What may be said of a place that is no secret.
  package struct Whereabouts: Sendable, Equatable {
    /// Street and number.
    package var street: Located<String>?
    /// The PSČ, five digits.
    package var postcode: Located<String>?
    /// The town.
    package var town: Located<String>?
    /// Degrees north in millionths.
    package var latitude: Int32?
    /// Degrees east in millionths.
    package var longitude: Int32?

    /// Makes it of its parts.
    package init(
      street: Located<String>?, postcode: Located<String>?, town: Located<String>?,
      latitude: Int32?, longitude: Int32?
    ) {
      self.street = street
      self.postcode = postcode
      self.town = town
      self.latitude = latitude
      self.longitude = longitude
    }
  }

  /// The key of the service: its number in the register, or its own identifier.
  package var service: Located<String>
  /// The name of the place: „denní stacionář“.
  package var name: Located<String>?
  /// The code of the municipality where it is; whom to ask there is public even if the street is not.
  package var municipality: Located<String>?
  /// The telephone.
  package var telephone: Located<String>?
  /// The e-mail address.
  package var email: Located<String>?
  /// When it is open.
  package var hours: Located<String>?
  /// How far people in wheelchairs get, a code of `CodelistName.accessibility`.
  package var access: Located<String>?
  /// A remark.
  package var note: Located<String>?
  /// Whether its address is secret.
  package var isHidden: Bool
  /// The address; nothing outside this target can read it.
  let whereabouts: Whereabouts
  /// The row.
  package var at: SourceSpan

  /// Makes it of its parts.
  package init(
    service: Located<String>, name: Located<String>?, municipality: Located<String>?,
    telephone: Located<String>?, email: Located<String>?, hours: Located<String>?,
    access: Located<String>?, note: Located<String>?, isHidden: Bool, whereabouts: Whereabouts,
    at: SourceSpan
  ) {
    self.service = service
    self.name = name
    self.municipality = municipality
    self.telephone = telephone
    self.email = email
    self.hours = hours
    self.access = access
    self.note = note
    self.isHidden = isHidden
    self.whereabouts = whereabouts
    self.at = at
  }
}

extension Facility {
  /// Where it is; nil where that is secret.
  package var printed: Whereabouts? { isHidden ? nil : whereabouts }
}

extension [UInt8] {
  /// Whether the bytes occur in it.
  package func holds(_ part: [UInt8]) -> Bool {
    guard let first = part.first, count >= part.count else { return false }
    for start in 0...(count - part.count) where self[start] == first {
      if self[start..<(start + part.count)].elementsEqual(part) { return true }
    }
    return false
  }
}
