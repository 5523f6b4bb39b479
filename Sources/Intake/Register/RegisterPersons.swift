import Foundation

/// The surnames of persons that a registration names, folded to plain letters, so that their own
/// contacts can be told from those of the service. They are compared and never handed on.
struct RegisterPersons: Decodable {
  /// How notes begin the words for those who act for a provider, or for what is private.
  private static let functions = ["reditel", "predsed", "jednatel", "statutar", "soukrom"]
  private var surnames: [[UInt8]] = []

  init() {}

  /// Reads whatever shape the members have; what names no person is passed over.
  init(from decoder: any Decoder) throws {
    if var list = try? decoder.unkeyedContainer() {
      while !list.isAtEnd {
        if (try? list.decodeNil()) == true { continue }
        surnames += try list.decode(RegisterPersons.self).surnames
      }
    } else if let values = try? decoder.container(keyedBy: AnyName.self) {
      take(values, except: [])
    }
  }

  /// Reads the members of a registration, and of its provider, that say nothing of the service.
  init(ofRecord decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: AnyName.self)
    take(values, except: RegisterRecord.CodingKeys.allCases.map(\.rawValue))
    if let key = AnyName(stringValue: RegisterRecord.CodingKeys.provider.rawValue),
      let provider = try? values.nestedContainer(keyedBy: AnyName.self, forKey: key)
    {
      take(provider, except: RegisterProvider.CodingKeys.allCases.map(\.rawValue))
    }
  }

  private mutating func take(
    _ values: KeyedDecodingContainer<AnyName>, except known: [String]
  ) {
    let keys = values.allKeys.filter { !known.contains($0.stringValue) }
      .sorted { $0.stringValue < $1.stringValue }
    func holds(_ key: AnyName, _ part: String) -> Bool {
      String(decoding: RegisterPersons.letters(key.stringValue), as: UTF8.self).contains(part)
    }
    // A first name alone says little; where there is no surname the name is a whole one.
    let names = keys.filter { holds($0, "prijmeni") }
    for key in keys {
      let isName =
        names.isEmpty
        ? holds(key, "jmeno") : names.contains { $0.stringValue == key.stringValue }
      if isName, let text = try? values.decode(String.self, forKey: key) {
        surnames += RegisterPersons.words(text).filter { $0.count >= 3 }
      } else if let inner = try? values.decode(RegisterPersons.self, forKey: key) {
        surnames += inner.surnames
      }
    }
  }

  /// Whether a contact or the note at it names one of the persons, or the note their function.
  func own(_ contact: RegisterContact) -> Bool {
    let text = contact.text ?? ""
    let account = RegisterPersons.letters(String(text.unicodeScalars.prefix { $0 != "@" }))
    let note = RegisterPersons.words(contact.note ?? "")
    let words = RegisterPersons.words(text) + note
    if note.contains(where: { word in
      RegisterPersons.functions.contains { word.starts(with: $0.utf8) }
    }) {
      return true
    }
    return surnames.contains { surname in
      // Notes decline names: „u Jany Novotné“.
      let stem = surname.count >= 4 ? surname.dropLast() : surname[...]
      return words.contains { $0.starts(with: stem) } || RegisterPersons.holds(account, surname)
    }
  }

  private static func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard text.count >= part.count else { return false }
    return (0...text.count - part.count).contains { text[$0...].starts(with: part) }
  }

  /// The letters of a text, small and without accents.
  private static func letters(_ text: String) -> [UInt8] { words(text).flatMap { $0 } }

  private static func words(_ text: String) -> [[UInt8]] {
    let plain = text.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars.filter {
      $0.properties.canonicalCombiningClass == .notReordered
    }
    return plain.split { !$0.properties.isAlphabetic }.map { Array(String($0).utf8) }
  }
}

extension RegisterRecord {
  /// Takes away the contacts of persons and says of how many; none of them is told.
  mutating func removePersonalContacts() -> Int {
    let persons = persons
    var count = 0
    func clean(_ contacts: inout [RegisterContact]?) {
      let old = contacts?.count ?? 0
      contacts?.removeAll { persons.own($0) }
      count += old - (contacts?.count ?? 0)
    }
    clean(&emails)
    clean(&telephones)
    places = places?.map { place in
      var place = place
      clean(&place.emails)
      clean(&place.telephones)
      return place
    }
    provider = provider.map { provider in
      var provider = provider
      clean(&provider.emails)
      clean(&provider.telephones)
      return provider
    }
    return count
  }
}
