import Core
import Planning

extension LongTable {
  /// Every long table of a project.
  package static let all = [
    municipalities, ages, funding, providers, services, comments, evaluation, responsibilities,
    approvals, abbreviations,
  ]

  private static let municipality = Content.reference(
    table: "obce", column: "kod_obce", label: "nazev")
  private static let provider = Content.reference(
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
      .optional("psc", .digits(5), cs: "PSČ, pět číslic.", en: "The postcode, five digits."),
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

  private static let providers = LongTable(
    name: "poskytovatele", about: Phrase(cs: "poskytovatelé služeb", en: "providers of services"),
    columns: [
      .required(
        "ico", .digits(8), cs: "IČO, osm číslic i s nulami na začátku.",
        en: "The company number, eight digits with zeros in front."),
      .required("nazev", .text, cs: "Název podle rejstříku.", en: "The name in the register."),
      .optional(
        "pravni_forma", .text, cs: "Právní forma, například zapsaný ústav.",
        en: "The legal form."),
      .optional("ulice", .text, cs: "Ulice a číslo popisné sídla.", en: "Street and number."),
      .optional("psc", .digits(5), cs: "PSČ sídla, pět číslic.", en: "Postcode, five digits."),
      .optional("obec", .text, cs: "Obec sídla.", en: "Town."),
      .optional("telefon", .text, cs: "Telefon pro veřejnost.", en: "Public telephone number."),
      .optional("email", .text, cs: "E-mail pro veřejnost.", en: "Public e-mail address."),
      .optional("web", .text, cs: "Webové stránky.", en: "Web pages."),
    ])

  private static let services = LongTable(
    name: "sluzby", about: Phrase(cs: "sociální služby", en: "social services"),
    columns: [
      .optional(
        "identifikator", .text, cs: "Identifikátor služby v registru poskytovatelů.",
        en: "The service's identifier in the public register."),
      .required(
        "ico", provider, cs: "IČO poskytovatele z tabulky poskytovatele.",
        en: "The provider's company number in the table poskytovatele."),
      .required("nazev", .text, cs: "Název služby.", en: "The service's name."),
      .required(
        "druh", .codelist(.serviceKinds), cs: "Druh služby: číslo paragrafu zákona č. 108/2006 Sb.",
        en: "The kind of service: the section of Act No. 108/2006."),
      .required(
        "formy", .codelists(.serviceForms),
        cs: "Forma poskytování; více forem odděluje svislice: T | A.",
        en: "The form; several are divided by a bar: T | A."),
      .required(
        "cilove_skupiny", .codelists(.targetGroups),
        cs: "Cílová skupina ve znění registru; více skupin odděluje svislice |.",
        en: "The target group in the register's wording; several are divided by a bar |."),
      .optional("kapacita", .whole, cs: "Dnešní kapacita.", en: "The capacity now."),
      .optional(
        "jednotka", .codelist(.capacityUnits), cs: "V čem se kapacita měří.",
        en: "What the capacity is measured in."),
      .optional(
        "kapacita_cil", .whole, cs: "Kapacita na konci plánu.",
        en: "The capacity at the end of the plan."),
      .optional(
        "uvazky", .quantity, cs: "Pracovní úvazky, například 4,5.",
        en: "Staff in full-time equivalents, for example 4.5."),
      .optional(
        "naklady", .amount, cs: "Roční náklady v celých korunách.",
        en: "Yearly costs in whole crowns."),
      .optional(
        "uzemi", .references(table: "obce", column: "kod_obce", label: "nazev"),
        cs: "Kde služba působí: „vše“, nebo kódy obcí oddělené svislicí |.",
        en: "Where the service works: “vše”, or codes of municipalities divided by a bar |."),
      .optional(
        "sit", .codelist(.networkStates), cs: "Zařazení do sítě.", en: "Place in the network."),
    ])

  private static let comments = LongTable(
    name: "pripominky", about: Phrase(cs: "připomínky k plánu", en: "comments on the plan"),
    columns: [
      .required("cislo", .code, cs: "Číslo připomínky.", en: "The comment's number."),
      .required("doslo", .date, cs: "Den, kdy připomínka přišla.", en: "The day it came."),
      .optional(
        "kanal", .codelist(.channels), cs: "Jak připomínka přišla.", en: "How it came."),
      .optional("autor", .text, cs: "Kdo ji podal.", en: "Who sent it."),
      .optional(
        "zverejnit", .flag, cs: "Zda se jméno autora smí zveřejnit: ano, nebo ne.",
        en: "Whether the author's name may be published: ano or ne."),
      .optional(
        "oznaceni", .text, cs: "Jak autora označit, když se jméno nezveřejní.",
        en: "What to call the author whose name is not published."),
      .optional("cast", .text, cs: "Které části plánu se týká.", en: "The part of the plan."),
      .required("zneni", .text, cs: "Znění připomínky.", en: "The comment."),
      .required(
        "vyporadani", .codelist(.settlements), cs: "Jak byla vypořádána.",
        en: "How it was settled."),
      .required("zduvodneni", .text, cs: "Zdůvodnění vypořádání.", en: "The reason."),
      .optional("zmena", .text, cs: "Co se v plánu změnilo.", en: "What was changed."),
    ])

  private static let evaluation = LongTable(
    name: "vyhodnoceni",
    about: Phrase(cs: "vyhodnocení předchozího plánu", en: "evaluation of the previous plan"),
    columns: [
      .required("opatreni", .text, cs: "Opatření předchozího plánu.", en: "The measure."),
      .required("aktivita", .text, cs: "Aktivita předchozího plánu.", en: "The activity."),
      .optional("plan", .text, cs: "Co se plánovalo.", en: "What was planned."),
      .optional("skutecnost", .text, cs: "Jak to dopadlo.", en: "What came of it."),
      .required(
        "stav", .codelist(.fulfilmentStates), cs: "Stav plnění z číselníku.",
        en: "How far it was fulfilled, from the codelist."),
      .optional("komentar", .text, cs: "Komentář.", en: "A comment."),
    ])

  private static let responsibilities = LongTable(
    name: "odpovednosti", about: Phrase(cs: "kdo co dělá", en: "who does what"),
    columns: [
      .required("ukol", .text, cs: "Co je třeba udělat.", en: "The task."),
      .required("kdo", .text, cs: "Kdo za to odpovídá.", en: "Who answers for it."),
      .optional("kdy", .text, cs: "Do kdy nebo jak často.", en: "By when or how often."),
      .optional("vystup", .text, cs: "Co z toho vznikne.", en: "What comes of it."),
    ])

  private static let approvals = LongTable(
    name: "schvaleni", about: Phrase(cs: "schválení plánu obcemi", en: "approvals"),
    columns: [
      .required(
        "kod_obce", municipality, cs: "Kód obce z tabulky obce.",
        en: "The municipality's code in the table obce."),
      .required("organ", .codelist(.bodies), cs: "Který orgán rozhodl.", en: "Which body."),
      .optional("usneseni", .text, cs: "Číslo usnesení.", en: "The resolution's number."),
      .optional("datum", .date, cs: "Den jednání.", en: "The day of the session."),
      .optional(
        "vysledek", .codelist(.approvalResults), cs: "Jak orgán rozhodl; prázdné, dokud nejednal.",
        en: "What the body decided; empty until it has."),
    ])

  private static let abbreviations = LongTable(
    name: "zkratky", about: Phrase(cs: "zkratky", en: "abbreviations"),
    columns: [
      .required("zkratka", .text, cs: "Zkratka.", en: "The abbreviation."),
      .required("vyznam", .text, cs: "Její význam.", en: "What it means."),
    ])
}
