import Core
import Manuscript
import Planning

/// The signs of a catalogue. The raw value is the look by which designs draw them, and the key of
/// their words among the phrases: `sign.free`, `sign.free.key`.
enum CatalogueSign: String, CaseIterable {
  /// The service comes to you.
  case field
  /// You come to the service.
  case outpatient
  /// You may stay overnight.
  case residential
  /// Wheelchairs get everywhere.
  case wheelchair
  /// Something is in a wheelchair's way.
  case partWheelchair
  /// Wheelchairs do not get in.
  case noWheelchair
  /// It costs nothing.
  case free
  /// It costs something.
  case paid
  /// Languages besides Czech.
  case languages
  /// The address is kept secret.
  case locked
  /// Help in a crisis.
  case crisis
  /// A telephone number.
  case phone
  /// An e-mail address.
  case mail
  /// A web address.
  case web

  /// The sign of a form, by its code.
  init?(form code: String) {
    switch code {
    case "T": self = .field
    case "A": self = .outpatient
    case "P": self = .residential
    default: return nil
    }
  }

  /// The sign of how far wheelchairs get, by its code.
  init?(access code: String) {
    switch code {
    case "plně": self = .wheelchair
    case "částečně": self = .partWheelchair
    case "ne": self = .noWheelchair
    default: return nil
    }
  }

  /// The sign of what users pay, by the words of it.
  init(fee: String) {
    self = fee.lowercased().hasPrefix("zdarma") ? .free : .paid
  }

  /// The kinds of services for people in a crisis: by telephone, on the spot, after violence.
  ///
  /// *Source:* zákon č. 108/2006 Sb., § 55, 60, 60a.
  static let crisisKinds = ["55", "60", "60a"]
}

extension Ledger {
  /// The word that stands beside a sign, or for it.
  func word(_ sign: CatalogueSign) -> String { phrases["sign.\(sign.rawValue)"] }

  /// What a sign means, in a sentence.
  func meaning(_ sign: CatalogueSign) -> String { phrases["sign.\(sign.rawValue).key"] }

  /// Adds a sign to a line. Alone it speaks for itself; beside its word it is ornament.
  func sign(_ sign: CatalogueSign, isAlone: Bool, in builder: inout DocumentBuilder) {
    builder.node(
      .pictogram, look: sign.rawValue, alternative: isAlone ? word(sign) : nil)
  }

  /// The signs of a service in the order of the key, with a word each.
  func signs(of service: Service) -> [(sign: CatalogueSign, word: String)] {
    var signs: [(sign: CatalogueSign, word: String)] = []
    func add(_ sign: CatalogueSign) { signs.append((sign, word(sign))) }
    if CatalogueSign.crisisKinds.contains(service.kind.value) { add(.crisis) }
    for form in service.forms {
      if let sign = CatalogueSign(form: form.value) { add(sign) }
    }
    if let fee = service.fee { add(CatalogueSign(fee: fee.value)) }
    if let access = service.access.flatMap({ CatalogueSign(access: $0.value) }) { add(access) }
    if !service.languages.isEmpty { add(.languages) }
    if plan.facilities(of: service).contains(where: \.isHidden) { add(.locked) }
    return signs
  }
}
