import Core
import Planning

extension LongTable {
  /// Every long table of a project.
  package static let all = [
    municipalities, ages, funding, providers, services, capacities, facilities, comments, changes,
    evaluation, evaluations, responsibilities, approvals, abbreviations,
  ]

  static let municipality = Content.reference(
    table: "obce", column: "kod_obce", label: "nazev")
  static let provider = Content.reference(
    table: "poskytovatele", column: "ico", label: "nazev")

  private static let municipalities = LongTable(
    name: "obce", about: Phrase(cs: "obce území", en: "municipalities of the territory"),
    columns: [
      .required(
        "kod_obce", .digits(6), cs: "Kód obce podle ČSÚ, šest číslic.",
        en: "The municipality's code by the statistical office, six digits."),
      .required("nazev", .text, cs: "Název obce.", en: "The municipality's name."),
      .optional(
        "rozlisovac", .text, cs: "Čím se liší od stejnojmenné obce, například „u Telče“.",
        en: "What tells it from another of the same name."),
      .optional("okres", .text, cs: "Název okresu.", en: "The district."),
      .optional(
        "orp", .text, cs: "Obec s rozšířenou působností, do níž patří.",
        en: "The municipality with extended powers that it belongs to."),
      .optional("psc", .digits(5), cs: "PSČ, pět číslic.", en: "The postcode, five digits."),
      .optional(
        "ico", .digits(8), cs: "IČO obce, osm číslic i s nulami na začátku.",
        en: "Its company number, eight digits with zeros in front."),
      .optional("datova_schranka", .text, cs: "Datová schránka.", en: "Its data box."),
      .optional("starosta", .text, cs: "Starosta, nebo starostka.", en: "The mayor."),
      .optional(
        "obyvatel_", .whole, cs: "Počet obyvatel k 1. lednu roku, který je v názvu sloupce.",
        en: "Inhabitants on 1 January of the year in the column's name.", isYearly: true),
      .optional(
        "sirka", .degrees, cs: "Zeměpisná šířka ve stupních, například 49,079920.",
        en: "Latitude in degrees, for example 49.079920."),
      .optional(
        "delka", .degrees, cs: "Zeměpisná délka ve stupních, například 15,435630.",
        en: "Longitude in degrees, for example 15.435630."),
    ])

  private static let ages = LongTable(
    name: "obce_vek", about: Phrase(cs: "věkové složení obcí", en: "inhabitants by age"),
    columns: [
      .required(
        "kod_obce", municipality, cs: "Kód obce z tabulky obce.",
        en: "The municipality's code in the table obce."),
      .optional(
        "nazev", .text, cs: "Název obce; jen pro přehlednost.",
        en: "The municipality's name; for the reader only."),
      .required("celkem", .whole, cs: "Obyvatel celkem.", en: "All inhabitants."),
      .required("vek_0_14", .whole, cs: "Z toho ve věku 0–14 let.", en: "Of them aged 0–14."),
      .required("vek_15_64", .whole, cs: "Z toho ve věku 15–64 let.", en: "Of them aged 15–64."),
      .required(
        "vek_65", .whole, cs: "Z toho ve věku 65 a více let.", en: "Of them aged 65 and more."),
    ])

  private static let funding = LongTable(
    name: "financovani", about: Phrase(cs: "financování aktivit", en: "money for activities"),
    columns: [
      .required(
        "aktivita", .activity, cs: "Kód aktivity, například 1.1.2.",
        en: "The activity's code, for example 1.1.2."),
      .required("rok", .year, cs: "Rok, čtyři číslice.", en: "The year, four digits."),
      .required(
        "zdroj", .codelist(.fundingSources), cs: "Zdroj peněz z číselníku.",
        en: "The source of the money, from the codelist."),
      .required("castka", .amount, cs: "Částka v celých korunách.", en: "Whole crowns."),
      .optional(
        "stav", .codelist(.fundingStates), cs: "Jak jisté peníze jsou.",
        en: "How sure the money is."),
      .optional("poznamka", .text, cs: "Poznámka.", en: "A remark."),
    ])

  private static let abbreviations = LongTable(
    name: "zkratky", about: Phrase(cs: "zkratky", en: "abbreviations"),
    columns: [
      .required("zkratka", .text, cs: "Zkratka.", en: "The abbreviation."),
      .required("vyznam", .text, cs: "Její význam.", en: "What it means."),
    ])
}
