import Core
import Planning

extension LongTable {
  /// The services.
  static let services = LongTable(
    "sluzby", cs: "sociální služby", en: "social services",
    [
      .optional(
        "identifikator", .code, "9000001", cs: "Identifikátor služby v registru poskytovatelů.",
        en: "The service's identifier in the public register."),
      .optional(
        "id", .code, "s-duha", cs: "Označení služby, která registraci nemá.",
        en: "A mark for a service without registration."),
      .required(
        "ico", .reference(table: "poskytovatele", column: "ico", label: "nazev"), "99900017",
        cs: "IČO poskytovatele z tabulky poskytovatele.",
        en: "The provider's company number in the table poskytovatele."),
      .required(
        "nazev", .text, "Pečovatelská služba Javořice", cs: "Název služby.",
        en: "The service's name."),
      .required(
        "druh", .codelist(.serviceKinds), "40",
        cs: "Druh služby: číslo paragrafu zákona č. 108/2006 Sb.",
        en: "The kind of service: the section of Act No. 108/2006."),
      .required(
        "formy", .codelists(.serviceForms), "T | A",
        cs: "Forma poskytování; více forem odděluje svislice: T | A.",
        en: "The form; several are divided by a bar: T | A."),
      .required(
        "cilove_skupiny", .codelists(.targetGroups), "senioři",
        cs: "Cílová skupina ve znění registru; více skupin odděluje svislice |.",
        en: "The target group in the register's wording; several are divided by a bar |."),
      .optional("kapacita", .whole, "120", cs: "Dnešní kapacita.", en: "The capacity now."),
      .optional(
        "jednotka", .codelist(.capacityUnits), "klienti", cs: "V čem se kapacita měří.",
        en: "What the capacity is measured in."),
      .optional(
        "kapacita_cil", .whole, "150", cs: "Kapacita na konci plánu.",
        en: "The capacity at the end of the plan."),
      .optional(
        "uvazky", .quantity, "4,5", cs: "Pracovní úvazky, například 4,5.",
        en: "Staff in full-time equivalents, for example 4.5."),
      .optional(
        "naklady", .amount, "7 420 000", cs: "Roční náklady v celých korunách.",
        en: "Yearly costs in whole crowns."),
      .optional(
        "uzemi", .references(table: "obce", column: "kod_obce", label: "nazev"), "546127 | 562726",
        cs: "Kde služba působí: „vše“, nebo kódy obcí oddělené svislicí |.",
        en: "Where the service works: “vše”, or codes of municipalities divided by a bar |."),
      .optional(
        "sit", .codelist(.networkStates), "základní", cs: "Zařazení do sítě.",
        en: "Place in the network."),
      .optional(
        "vek", .codelists(.ages), "dospělí | mladší senioři",
        cs: "Věk klientů; více skupin odděluje svislice |.",
        en: "The clients' ages; several are divided by a bar |."),
      .optional(
        "poslani", .text, "Pomáháme lidem zůstat doma.", cs: "Poslání služby pro katalog.",
        en: "The service's mission for the catalogue."),
      .optional(
        "neni_pro", .text, "lidé, kteří potřebují nepřetržitou péči",
        cs: "Komu služba pomoci nemůže.",
        en: "Whom the service cannot help."),
      .optional("doba", .text, "po–pá 7.00–15.30", cs: "Kdy služba funguje.", en: "Hours."),
      .optional("uhrada", .text, "dle ceníku", cs: "Kolik klient platí.", en: "What clients pay."),
      .optional(
        "bezbariernost", .codelist(.accessibility), "plně", cs: "Jak se dovnitř dostane vozíčkář.",
        en: "How far people in wheelchairs get."),
      .optional(
        "bezbariernost_poznamka", .text, "dva schody", cs: "Co v cestě stojí.",
        en: "What is in the way."),
      .optional(
        "jazyky", .texts, "němčina | znakový jazyk",
        cs: "Jazyky, kterými se kromě češtiny domluvíte; odděluje je svislice |.",
        en: "Languages besides Czech, divided by a bar |."),
      .optional(
        "doprava", .text, "autobus, zastávka Nemocnice", cs: "Jak se ke službě dostat.",
        en: "How to get there."),
      .optional(
        "overeno_dne", .date, "4. 9. 2024", cs: "Kdy poskytovatel údaje naposledy potvrdil.",
        en: "When the provider last confirmed the data."),
      .optional(
        "katalog", .flag, "ano", cs: "Zda služba patří do katalogu.",
        en: "Whether the service belongs in the catalogue."),
      .optional(
        "pozadavek", .codelist(.demands), "navýšit", cs: "Co plán od služby žádá.",
        en: "What the plan asks of the service."),
      .optional("platnost_od", .date, "1. 1. 2020", cs: "Služba běží od.", en: "Runs since."),
      .optional(
        "zkraceny_nazev", .text, "Pečovatelská Javořice",
        cs: "Kratší název pro záhlaví a rejstříky, kam se celý nevejde.",
        en: "A shorter name for running heads and indexes that lack room for the whole."),
      .optional("platnost_do", .date, "31. 12. 2027", cs: "Služba běží do.", en: "Runs until."),
    ])
}
