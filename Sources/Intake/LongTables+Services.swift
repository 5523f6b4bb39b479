import Core
import Planning

extension LongTable {
  static let providers = LongTable(
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
      .optional("datova_schranka", .text, cs: "Datová schránka.", en: "Its data box."),
    ])

  static let services = LongTable(
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
      .optional(
        "id", .code, cs: "Vlastní označení služby, která v registru není.",
        en: "An identifier of our own for a service that is not in the register."),
      .optional(
        "vek", .codelists(.ages), cs: "Věkové skupiny; více skupin odděluje svislice |.",
        en: "Age groups; several are divided by a bar |."),
      .optional(
        "poslani", .text, cs: "Poslání služby, nejvýše 400 znaků.",
        en: "What the service is there for, at most 400 characters."),
      .optional("neni_pro", .text, cs: "Pro koho služba není.", en: "For whom it is not."),
      .optional(
        "doba", .text, cs: "Kdy se poskytuje, například po–pá 7.00–15.30.",
        en: "When it is given, for example po–pá 7.00–15.30."),
      .optional(
        "uhrada", .text, cs: "Kolik uživatel platí: zdarma, dle ceníku, nebo částka.",
        en: "What users pay: zdarma, dle ceníku or an amount."),
      .optional(
        "bezbariernost", .codelist(.accessibility), cs: "Jak se dovnitř dostane člověk na vozíku.",
        en: "How far people in wheelchairs get."),
      .optional(
        "bezbariernost_poznamka", .text, cs: "Co vozíčkáři brání.", en: "What stands in their way."),
      .optional(
        "jazyky", .text, cs: "Jazyky, kterými se lze domluvit, oddělené svislicí |.",
        en: "The languages spoken, divided by a bar |."),
      .optional(
        "doprava", .text, cs: "Zastávka veřejné dopravy.", en: "The stop of public transport."),
      .optional(
        "overeno_dne", .date, cs: "Den, kdy údaje potvrdil poskytovatel.",
        en: "The day on which the provider confirmed the entry."),
      .optional(
        "katalog", .flag, cs: "Zda službu uvést v katalogu: ano, nebo ne.",
        en: "Whether the catalogue lists it: ano or ne."),
      .optional(
        "pozadavek", .codelist(.demands), cs: "Co plán od služby žádá.",
        en: "What the plan wants of it."),
      .optional("platnost_od", .date, cs: "První den služby.", en: "The service's first day."),
      .optional("platnost_do", .date, cs: "Poslední den služby.", en: "The service's last day."),
    ])

  static let capacities = LongTable(
    name: "kapacity", about: Phrase(cs: "kapacity služeb podle forem", en: "capacities by form"),
    columns: [
      .required(
        "sluzba", .service, cs: "Identifikátor služby z tabulky sluzby, nebo její id.",
        en: "The service's identifier in the table sluzby, or its id."),
      .required("forma", .codelist(.serviceForms), cs: "Forma služby.", en: "The form."),
      .required("kapacita", .whole, cs: "Dnešní kapacita.", en: "The capacity now."),
      .required(
        "jednotka", .codelist(.capacityUnits), cs: "V čem se kapacita měří.",
        en: "What the capacity is measured in."),
      .optional(
        "kapacita_cil", .whole, cs: "Kapacita na konci plánu.",
        en: "The capacity at the end of the plan."),
    ])

  static let facilities = LongTable(
    name: "zarizeni", about: Phrase(cs: "místa poskytování služeb", en: "where services are given"),
    columns: [
      .required(
        "sluzba", .service, cs: "Identifikátor služby z tabulky sluzby, nebo její id.",
        en: "The service's identifier in the table sluzby, or its id."),
      .optional("nazev", .text, cs: "Název zařízení.", en: "The place's name."),
      .optional("ulice", .text, cs: "Ulice a číslo popisné.", en: "Street and number."),
      .optional("psc", .digits(5), cs: "PSČ, pět číslic.", en: "The postcode, five digits."),
      .optional("obec", .text, cs: "Obec.", en: "Town."),
      .optional(
        "kod_obce", municipality, cs: "Kód obce z tabulky obce; mimo území prázdné.",
        en: "The municipality's code in the table obce; empty outside the territory."),
      .optional("telefon", .text, cs: "Telefon pro veřejnost.", en: "Public telephone number."),
      .optional("email", .text, cs: "E-mail pro veřejnost.", en: "Public e-mail address."),
      .optional("provozni_doba", .text, cs: "Provozní doba.", en: "Opening hours."),
      .optional(
        "bezbariernost", .codelist(.accessibility), cs: "Jak se dovnitř dostane člověk na vozíku.",
        en: "How far people in wheelchairs get."),
      .optional(
        "utajena_adresa", .flag,
        cs: "Zda je adresa utajená: ano, nebo ne. Utajená se nikde netiskne.",
        en: "Whether the address is secret: ano or ne. A secret one is printed nowhere."),
      .optional("poznamka", .text, cs: "Poznámka pro veřejnost.", en: "A remark for the public."),
      .optional("sirka", .degrees, cs: "Zeměpisná šířka ve stupních.", en: "Latitude in degrees."),
      .optional("delka", .degrees, cs: "Zeměpisná délka ve stupních.", en: "Longitude in degrees."),
    ])
}
