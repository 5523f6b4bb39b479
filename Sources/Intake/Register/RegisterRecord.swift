import Foundation

/// A registration as the open data of the register write it. Only what the tables can hold is
/// decoded; of other members, above all `statutarniOrgany`, only surnames are looked at, in order
/// that the contacts of persons stay in the register.
struct RegisterRecord: Decodable {
  var identifier: LooseText?
  var begins: String?
  var ends: String?
  var kind: RegisterCode?
  var places: [RegisterPlace]?
  var provider: RegisterProvider?
  var emails: [RegisterContact]?
  var telephones: [RegisterContact]?
  var webs: [RegisterContact]?
  var targetGroups: [RegisterCode]?
  var ages: [RegisterCode]?
  var forms: [RegisterForm]?
  var reach: RegisterReach?
  /// The municipalities of its contact addresses.
  var contacts: RegisterReach?
  /// The persons it names.
  var persons = RegisterPersons()

  enum CodingKeys: String, CodingKey, CaseIterable {
    case identifier = "identifikator"
    case begins = "datumPoskytovaniOd"
    case ends = "datumPoskytovaniDo"
    case kind = "druhSocialniSluzby"
    case places = "zarizeni"
    case provider = "poskytovatel"
    case emails = "emaily"
    case telephones = "telefony"
    case webs = "weby"
    case targetGroups = "ciloveSkupiny"
    case ages = "vekoveSkupiny"
    case forms = "formy"
    case reach = "rozsirenePusobnostiVKraji"
    case contacts = "kontaktniAdresy"
  }
}

/// A registration with the persons it names.
struct RegisterItem: Decodable {
  var record: RegisterRecord

  init(from decoder: any Decoder) throws {
    record = try RegisterRecord(from: decoder)
    record.persons = try RegisterPersons(ofRecord: decoder)
  }
}

/// Who gives the service.
struct RegisterProvider: Decodable {
  var companyNumber: LooseText?
  var name: String?
  var emails: [RegisterContact]?
  var telephones: [RegisterContact]?
  var webs: [RegisterContact]?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case companyNumber = "ico"
    case name = "nazev"
    case emails = "emaily"
    case telephones = "telefony"
    case webs = "weby"
  }
}

/// Where it is given.
struct RegisterPlace: Decodable {
  var name: String?
  var address: RegisterAddress?
  var isHidden: Bool?
  var begins: String?
  var ends: String?
  var emails: [RegisterContact]?
  var telephones: [RegisterContact]?

  enum CodingKeys: String, CodingKey {
    case name = "nazev"
    case address = "adresa"
    case isHidden = "utajenaAdresa"
    case isHiddenToo = "utajena_adresa"
    case begins = "poskytujeOd"
    case ends = "poskytujeDo"
    case emails = "emaily"
    case telephones = "telefony"
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    name = try values.decodeIfPresent(String.self, forKey: .name)
    isHidden =
      try values.decodeIfPresent(Bool.self, forKey: .isHidden)
      ?? values.decodeIfPresent(Bool.self, forKey: .isHiddenToo)
    // A secret address is not even taken into memory.
    address =
      isHidden == true ? nil : try values.decodeIfPresent(RegisterAddress.self, forKey: .address)
    begins = try values.decodeIfPresent(String.self, forKey: .begins)
    ends = try values.decodeIfPresent(String.self, forKey: .ends)
    emails = try values.decodeIfPresent([RegisterContact].self, forKey: .emails)
    telephones = try values.decodeIfPresent([RegisterContact].self, forKey: .telephones)
  }
}

/// An address by its RÚIAN codes.
struct RegisterAddress: Decodable {
  struct Street: Decodable {
    var nazev: String?
  }
  var houseNumber: LooseText?
  var streetNumber: LooseText?
  var postcode: LooseText?
  var municipality: RegisterCode?
  var street: Street?

  enum CodingKeys: String, CodingKey {
    case houseNumber = "cisloDomovni"
    case streetNumber = "cisloOrientacni"
    case postcode = "psc"
    case municipality = "obec"
    case street = "ulice"
  }
}

/// A form with its capacities, which belong to the registration and to no single facility.
struct RegisterForm: Decodable {
  struct Amount: Decodable {
    var pocet: Int?
    var typ: RegisterCode?
  }
  var forma: RegisterCode?
  var kapacity: [Amount]?
}

/// A telephone number, e-mail or web address.
struct RegisterContact: Decodable {
  var text: String?
  /// Whose it is.
  var note: String?

  private enum CodingKeys: String, CodingKey { case email, telefon, web, poznamka }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    for key in [CodingKeys.email, .telefon, .web] {
      if let found = try values.decodeIfPresent(LooseText.self, forKey: key) { text = found.text }
    }
    note = try? values.decodeIfPresent(LooseText.self, forKey: .poznamka)?.text
  }
}

/// A code of one of the register's codelists: `DruhSocialniSluzby/4` as `{"id": …}`, as a text or
/// number alone, or one member deeper (`{"cilovaSkupina": {"id": …}}`).
struct RegisterCode: Decodable, Equatable {
  /// The code as written: `CilovaSkupinaOsoby/24`.
  var text: String

  init(from decoder: any Decoder) throws {
    if let plain = try? decoder.singleValueContainer().decode(LooseText.self) {
      text = plain.text
      return
    }
    let values = try decoder.container(keyedBy: AnyName.self)
    if let id = AnyName(stringValue: "id"), values.contains(id) {
      text = try values.decode(LooseText.self, forKey: id).text
      return
    }
    for name in ["cilovaSkupina", "vekovaSkupina"] {
      guard let key = AnyName(stringValue: name), values.contains(key) else { continue }
      text = try values.decode(RegisterCode.self, forKey: key).text
      return
    }
    throw DecodingError.dataCorrupted(
      DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "no id"))
  }

  /// What stands behind the list's name: `24`.
  var number: String { text.split(separator: "/").last.map(String.init) ?? text }
}

/// Every municipality that a statement of reach names, however it is nested.
struct RegisterReach: Decodable {
  var municipalities: [String] = []

  init(from decoder: any Decoder) throws {
    if var list = try? decoder.unkeyedContainer() {
      while !list.isAtEnd { municipalities += try list.decode(RegisterReach.self).municipalities }
    } else if let values = try? decoder.container(keyedBy: AnyName.self) {
      for key in values.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
        municipalities += try values.decode(RegisterReach.self, forKey: key).municipalities
      }
    } else if let text = try? decoder.singleValueContainer().decode(String.self),
      text.hasPrefix("Obec/")
    {
      municipalities = [String(text.dropFirst(5))]
    }
  }
}

/// A text that some records write as a number.
struct LooseText: Decodable, Equatable {
  var text: String

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let text = try? value.decode(String.self) {
      self.text = text
    } else {
      self.text = String(try value.decode(Int.self))
    }
  }
}

/// Any member's name.
struct AnyName: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
