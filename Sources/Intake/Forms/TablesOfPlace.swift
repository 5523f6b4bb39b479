import Core
import Planning

/// The tables of the territory and of the services in it.
extension LongTable {
  static let municipality = Content.reference(table: "obce", column: "kod_obce", label: "nazev")
  private static let provider = Content.reference(
    table: "poskytovatele", column: "ico", label: "nazev")

  /// The municipalities.
  static let municipalities = LongTable(
    "obce", cs: "obce území", en: "municipalities of the territory", greatest: 100_000,
    [
      .required(
        "kod_obce", .digits(6), "546127", cs: "Kód obce podle ČSÚ, šest číslic.",
        en: "The municipality's code by the statistical office, six digits."),
      .required("nazev", .text, "Dačice", cs: "Název obce.", en: "The municipality's name."),
      .optional(
        "rozlisovac", .text, "u Telče",
        cs: "Čím se liší od stejnojmenné obce, například „u Telče“.",
        en: "What tells it from another of the same name."),
      .optional("okres", .text, "Jindřichův Hradec", cs: "Název okresu.", en: "The district."),
      .optional(
        "orp", .text, "Dačice", cs: "Obec s rozšířenou působností.",
        en: "The authority with extended powers."),
      .optional(
        "psc", .digits(5), "38001", cs: "PSČ, pět číslic.", en: "The postcode, five digits."),
      .optional(
        "ico", .digits(8), "00246476", cs: "IČO obce, osm číslic.",
        en: "The company number, eight digits."),
      .optional(
        "datova_schranka", .dataBox, "s5ubfax", cs: "Datová schránka obce.",
        en: "The municipality's datová schránka."),
      .optional("starosta", .text, "Jan Bílek", cs: "Starosta nebo starostka.", en: "The mayor."),
      .optional(
        "obyvatel_", .whole, "7 120",
        cs: "Počet obyvatel k 1. lednu roku, který je v názvu sloupce.",
        en: "Inhabitants on 1 January of the year in the column's name.", isYearly: true),
      .optional(
        "sirka", .degrees, "49,079920", cs: "Zeměpisná šířka ve stupních, například 49,079920.",
        en: "Latitude in degrees, for example 49.079920."),
      .optional(
        "delka", .degrees, "15,435630", cs: "Zeměpisná délka ve stupních, například 15,435630.",
        en: "Longitude in degrees, for example 15.435630."),
    ])

  /// The inhabitants by age.
  static let ages = LongTable(
    "obce_vek", cs: "věkové složení obcí", en: "inhabitants by age",
    [
      .required(
        "kod_obce", municipality, "546127", cs: "Kód obce z tabulky obce.",
        en: "The municipality's code in the table obce."),
      .optional(
        "nazev", .text, "Dačice", cs: "Název obce; jen pro přehlednost, netiskne se.",
        en: "The municipality's name; for the reader only, it is not printed."),
      .required("celkem", .whole, "7 120", cs: "Obyvatel celkem.", en: "All inhabitants."),
      .required(
        "vek_0_14", .whole, "1 060", cs: "Z toho ve věku 0–14 let.", en: "Of them aged 0–14."),
      .required(
        "vek_15_64", .whole, "4 420", cs: "Z toho ve věku 15–64 let.", en: "Of them aged 15–64."),
      .required(
        "vek_65", .whole, "1 640", cs: "Z toho ve věku 65 a více let.",
        en: "Of them aged 65 and more."),
    ])

  /// The providers of services.
  static let providers = LongTable(
    "poskytovatele", cs: "poskytovatelé služeb", en: "providers of services",
    [
      .required(
        "ico", .digits(8), "99900017", cs: "IČO, osm číslic i s nulami na začátku.",
        en: "The company number, eight digits with zeros in front."),
      .required(
        "nazev", .text, "Pečovatelská služba Javořice, z. ú.", cs: "Název podle rejstříku.",
        en: "The name in the register."),
      .optional(
        "pravni_forma", .text, "zapsaný ústav", cs: "Právní forma.", en: "The legal form."),
      .optional(
        "ulice", .text, "Palackého 101", cs: "Ulice a číslo sídla.", en: "Street and number."),
      .optional(
        "psc", .digits(5), "38001", cs: "PSČ sídla, pět číslic.", en: "Postcode, five digits."),
      .optional("obec", .text, "Dačice", cs: "Obec sídla.", en: "Town."),
      .optional(
        "telefon", .text, "384 000 101", cs: "Telefon pro veřejnost.",
        en: "Public telephone number."),
      .optional(
        "email", .text, "info@javorice.example", cs: "E-mail pro veřejnost.",
        en: "Public e-mail address."),
      .optional("web", .text, "www.javorice.example", cs: "Webové stránky.", en: "Web pages."),
      .optional(
        "datova_schranka", .dataBox, "fg6ek6c", cs: "Datová schránka.", en: "Datová schránka."),
      .optional(
        "zkraceny_nazev", .text, "Javořice",
        cs: "Kratší název pro záhlaví a rejstříky, kam se celý nevejde.",
        en: "A shorter name for running heads and indexes that lack room for the whole."),
    ])

  /// Where services are given.
  static let facilities = LongTable(
    "zarizeni", cs: "zařízení služeb", en: "facilities of services",
    [
      .required(
        "sluzba", .service, "9000001", cs: "Identifikátor (nebo id) služby z tabulky sluzby.",
        en: "The service's identifier (or id) in the table sluzby."),
      .optional("nazev", .text, "středisko", cs: "Název zařízení.", en: "The facility's name."),
      .optional("ulice", .text, "Palackého 101", cs: "Ulice a číslo.", en: "Street and number."),
      .optional("psc", .digits(5), "38001", cs: "PSČ, pět číslic.", en: "Postcode, five digits."),
      .optional("obec", .text, "Dačice", cs: "Obec.", en: "Town."),
      .optional(
        "kod_obce", municipality, "546127", cs: "Kód obce z tabulky obce.",
        en: "The municipality's code in the table obce."),
      .optional("telefon", .text, "384 000 101", cs: "Telefon.", en: "Telephone number."),
      .optional("email", .text, "info@javorice.example", cs: "E-mail.", en: "E-mail address."),
      .optional(
        "provozni_doba", .text, "po–pá 7.00–15.30", cs: "Provozní doba.", en: "Opening hours."),
      .optional(
        "bezbariernost", .codelist(.accessibility), "plně", cs: "Jak se dovnitř dostane vozíčkář.",
        en: "How far people in wheelchairs get."),
      .optional(
        "utajena_adresa", .flag, "ne",
        cs: "ano u azylových domů a podobných míst: adresa se nikde nevytiskne.",
        en: "ano for shelters and the like: the address is printed nowhere."),
      .optional("sirka", .degrees, "49,079920", cs: "Zeměpisná šířka.", en: "Latitude."),
      .optional("delka", .degrees, "15,435630", cs: "Zeměpisná délka.", en: "Longitude."),
      .optional("poznamka", .text, "v přízemí", cs: "Poznámka.", en: "A remark."),
    ])

  /// The capacities of services by form.
  static let capacities = LongTable(
    "kapacity", cs: "kapacity služeb podle forem", en: "capacities of services by form",
    [
      .required(
        "sluzba", .service, "9000008", cs: "Identifikátor (nebo id) služby z tabulky sluzby.",
        en: "The service's identifier (or id) in the table sluzby."),
      .required("forma", .codelist(.serviceForms), "T", cs: "Forma.", en: "The form."),
      .required("kapacita", .whole, "36", cs: "Dnešní kapacita.", en: "The capacity now."),
      .required(
        "jednotka", .codelist(.capacityUnits), "klienti", cs: "V čem se měří.",
        en: "What it is measured in."),
      .optional(
        "kapacita_cil", .whole, "52", cs: "Kapacita na konci plánu.",
        en: "The capacity at the end of the plan."),
    ])
}
