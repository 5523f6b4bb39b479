import Core
import Testing

@testable import Planning

@Suite struct SecretAddressTests {
  private func place(_ street: String, town: String, isHidden: Bool) -> Facility {
    Facility(
      service: placed("9000001"), name: nil, municipality: nil, telephone: nil, email: nil,
      hours: nil, access: nil, note: nil, isHidden: isHidden,
      whereabouts: Facility.Whereabouts(
        street: placed(street), postcode: nil, town: placed(town), latitude: nil, longitude: nil),
      at: nowhere)
  }

  /// A plan of secret places in Dačice and of public ones in Telč.
  private func plan(secret: [String], open: [String] = []) throws -> Plan {
    var plan = try #require(emptyPlan())
    plan.facilities =
      secret.map { place($0, town: "Dačice", isHidden: true) }
      + open.map { place($0, town: "Telč", isHidden: false) }
    return plan
  }

  private func isTold(_ street: String, in text: String) throws -> Bool {
    !AddressWatch(try plan(secret: [street])).betrayed(by: Array(text.utf8)).isEmpty
  }

  @Test(arguments: [
    ("Měsíční průchod 9", "kdo bydlí na Měsíční průchod č. 9"),
    ("Měsíční průchod 9", "z MĚSÍČNÍHO PRŮCHODU 9"),
    ("Měsíční průchod 9", "mesicni pruchod c.9"),
    ("Tichá stráň 305", "Přijeďte do Tiché stráně 305 ve Volfířově."),
    ("Tichá stráň 305", "v Tiché stráni č. p. 305"),
    ("Tichá stráň 305", "Tichá stráň, dům č.p. 305"),
    ("Tichá stráň 305", "Tichou\u{A0}strání čp.\u{A0}305"),
    ("Tichá stráň 305", "Ticha\u{301} stra\u{301}n\u{30C} 305"),
    ("Tichý dvůr 4", "v Tichém dvoře 4"),
    ("Tichý dvůr 4", "k Tichému dvoru číslo 4"),
    ("Zapomenutá 1811", "v ulici Zapomenuté 1811"),
    ("Zapomenutá 1811", "zapomenuta 1811"),
    ("Zapomenutá 1811/5", "Zapomenutá 5"),
    ("Zapomenutá 5", "Zapomenutá 1811/5"),
    ("Hůrka 12", "Na Hůrce č. 12"),
    ("ul. Nová 12", "Nová ulice, přesněji Nová\u{2060} 12"),
    ("nám. Míru 7", "na náměstí Míru 7"),
    ("náměstí Míru 7", "nám. Míru č. 7"),
    ("čp. 305", "dům čp. 305"),
    ("Za Humny", "scházíme se Za humny"),
  ])
  func everySpellingIsFound(street: String, text: String) throws {
    #expect(try isTold(street, in: text))
  }

  @Test(arguments: [
    ("Nádražní 14", "kancelář je v ulici Nádražní 12"),
    ("Nádražní 12", "autobusem na nádraží 12 minut"),
    ("Nová 12", "nová ulice čeká na jméno"),
    ("Nová 12", "nová služba přijme 12 lidí"),
    ("Nová 12", "Nová služba pro 12 lidí"),
    ("Nová 12", "nabízíme nová 12 lůžek"),
    ("Tichá stráň 305", "zavolejte na číslo 305"),
    ("Tichá stráň 305", "Tichá stráň je rezervace o 305 hektarech"),
    ("Tichá stráň 305", "tichá pracovna a stráň 305"),
    ("Zapomenutá 1811", "zastávka Zapomenutá (50 m)"),
    ("Zapomenutá 1811", "zapomenuté věci vydává kancelář 1811"),
    ("Měsíční průchod 9", "měsíční příspěvek 9 korun"),
    ("Měsíční průchod 9", "Měsíční průchod 90"),
    ("Tichá stráň 305", "\"Tichá stráň\";305"),
    ("Krátká 3", "krátká 3 setkání"),
  ])
  func otherWordsAreNot(street: String, text: String) throws {
    #expect(try !isTold(street, in: text))
  }

  /// „Nádražní 12“ in another town is no secret; with the town of the secret one it is.
  @Test func theSameAddressElsewhereIsPublic() throws {
    let watch = AddressWatch(try plan(secret: ["Nádražní 12"], open: ["Nádražní 12"]))
    func told(_ text: String) -> Bool { !watch.betrayed(by: Array(text.utf8)).isEmpty }
    #expect(!told("Nádražní 12, 588 56 Telč") && !told("v Nádražní č. 12"))
    #expect(told("Nádražní 12, 380 01 Dačice") && told("v Dačicích v Nádražní č. 12"))
  }

  @Test(arguments: [
    ("Zapomenutá 1811", "zastávka Zapomenutá (50 m)", true),
    ("Zapomenutá 1811", "Zapomenutá (zastávka)", true),
    ("Zapomenutá 1811", "od zastávky v Zapomenuté", true),
    ("Zapomenutá 1811", "Zapomenutá hesla vám připomeneme.", false),
    ("Zapomenutá 1811", "klíče zapomenuté doma", false),
    ("Nová 12", "nová ulice", false),
    ("Tichá stráň 305", "u Tiché stráně", true),
    ("Tichá stráň 305", "tichá místnost", false),
    ("Telčská 3", "autobus do Telče", false),
  ])
  func aStreetAloneIsAWarning(street: String, text: String, isFound: Bool) throws {
    let secret = try plan(secret: [street])
    #expect(
      AddressWatch(secret).isStreetNamed(of: secret.facilities[0], in: text) == isFound)
    // What another public place is called is no secret.
    let shared = try plan(secret: [street], open: [street + "9"])
    #expect(!AddressWatch(shared).isStreetNamed(of: shared.facilities[0], in: text))
  }
}
