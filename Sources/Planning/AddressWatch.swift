import Core

/// Finds secret addresses in texts, in whatever spelling.
///
/// It lives here because no other target can read where a secret place is.
package struct AddressWatch: Sendable {
  private struct Guarded: Sendable {
    var facility: Facility
    var written: [UInt8]
    var street: SecretStreet?
    /// The town, where the same street with the same number is no secret elsewhere.
    var town: SecretStreet?
    /// Whether anybody may read the street's name elsewhere in the plan.
    var isPublicName: Bool
  }
  private let guarded: [Guarded]

  /// Watches over the secret addresses of a plan.
  package init(_ plan: Plan) {
    let secret = plan.facilities.filter(\.isHidden)
    guard !secret.isEmpty else {
      guarded = []
      return
    }
    let places =
      plan.facilities.filter { !$0.isHidden }.map {
        ($0.whereabouts.street?.value, $0.whereabouts.town?.value)
      } + plan.providers.map { ($0.street?.value, $0.town?.value) }
    let open = places.compactMap { street, town in
      (street.flatMap { SecretStreet($0) }).map { (street: $0, town: town.map(AddressWatch.plain)) }
    }
    let towns = plan.municipalities.compactMap { SecretStreet($0.name.value) }
    guarded = secret.compactMap { facility in
      guard let written = facility.whereabouts.street?.value, !written.isEmpty else { return nil }
      let street = SecretStreet(written)
      let town = facility.whereabouts.town?.value
      let twins = open.filter { other in
        street.map { $0.isSameStreet(as: other.street) } ?? false
      }
      let isElsewhere = twins.contains { other in
        (street?.sharesNumber(with: other.street) ?? false)
          && other.town != town.map(AddressWatch.plain)
      }
      return Guarded(
        facility: facility, written: Array(written.utf8), street: street,
        town: isElsewhere ? town.flatMap { SecretStreet($0) } : nil,
        isPublicName: !twins.isEmpty
          || towns.contains { name in street.map { $0.isSameStreet(as: name) } ?? false })
    }
  }

  /// Whether there is nothing to watch over.
  package var isEmpty: Bool { guarded.isEmpty }

  /// The secret places whose street and number a text gives. Spaces of the text must be plain ones.
  package func betrayed(by text: [UInt8]) -> [Facility] {
    guard !guarded.isEmpty else { return [] }
    var digits: UInt16 = 0
    for byte in text where byte &- 0x30 <= 9 { digits |= 1 << UInt16(byte - 0x30) }
    let possible = guarded.filter { $0.street?.mayBeTold(with: digits) ?? true }
    guard !possible.isEmpty else { return [] }
    let words = SpokenWords(String(decoding: text, as: UTF8.self))
    return possible.filter { place in
      guard place.street?.isTold(in: words) ?? text.holds(place.written) else {
        return false
      }
      return place.town?.isNamed(in: words) ?? true
    }.map(\.facility)
  }

  /// Whether a text names the street of a secret place, and nothing public has the same name.
  func isStreetNamed(of facility: Facility, in text: String) -> Bool {
    guard let place = guarded.first(where: { $0.facility == facility }), !place.isPublicName,
      let street = place.street
    else { return false }
    return street.isNamed(in: SpokenWords(text))
  }

  private static func plain(_ town: String) -> [[UInt32]] {
    SpokenWords(town).words.map(\.letters)
  }
}
