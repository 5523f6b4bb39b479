import Core
import Planning

extension Form {
  /// A person.
  package static let person = Form(
    cs: "Osoba", en: "Person",
    [
      .required(
        "id", .text, "dvorakova", cs: "Krátké označení, kterým se na osobu odkazuje.",
        en: "A short mark by which others refer to the person."),
      .optional("titul_pred", .text, "Mgr.", cs: "Titul před jménem.", en: "Title before."),
      .required("jmeno", .text, "Jana", cs: "Jméno.", en: "Given name."),
      .required("prijmeni", .text, "Dvořáková", cs: "Příjmení.", en: "Family name."),
      .optional("titul_za", .text, "DiS.", cs: "Titul za jménem.", en: "Title after."),
      .required(
        "souhlas", .flag, "ano", cs: "Zda osoba souhlasí se zveřejněním jména.",
        en: "Whether the person consents to be named."),
      .optional(
        "oznaceni", .text, "zástupkyně uživatelů",
        cs: "Co se vytiskne místo jména, když osoba nesouhlasí.",
        en: "What is printed in place of the name where there is no consent."),
    ])

  /// A member of a group.
  package static let membership = Form(
    cs: "Člen skupiny", en: "Member",
    [
      .required(
        "osoba", .reference(table: "osoby", column: "id", label: "prijmeni"), "dvorakova",
        cs: "Označení osoby z klíče osoby.", en: "The person's id."),
      .optional(
        "role", .codelist(.roles), "vedoucí", cs: "Role ve skupině.", en: "The role in the group."),
      .required(
        "strana", .codelist(.sides), "Z",
        cs: "Z zadavatel, P poskytovatel, U uživatel, V veřejnost.",
        en: "Z commissioner, P provider, U user, V public."),
      .optional(
        "organizace", .text, "Město Dačice", cs: "Koho člen zastupuje.",
        en: "Whom the member represents."),
      .optional("od", .date, "1. 3. 2024", cs: "Členem od.", en: "Member since."),
      .optional("do", .date, "30. 6. 2024", cs: "Členem do.", en: "Member until."),
    ])

  /// A group.
  package static let group = Form(
    cs: "Skupina", en: "Group",
    [
      .required(
        "id", .text, "seniori", cs: "Krátké označení skupiny.", en: "A short mark of the group."),
      .required("druh", .codelist(.groupKinds), "pracovní", cs: "Druh skupiny.", en: "Its kind."),
      .required("nazev", .text, "Senioři", cs: "Název skupiny.", en: "The group's name."),
      .optional(
        "garant", .reference(table: "osoby", column: "id", label: "prijmeni"), "dvorakova",
        cs: "Kdo za skupinu odpovídá: označení osoby.", en: "Who answers for it: a person's id."),
      .optional(
        "poslani", .passage, "Skupina navrhuje opatření pro seniory.", cs: "Čím se zabývá.",
        en: "What it deals with."),
      .optional("clenove", .records(.membership), cs: "Členové.", en: "The members."),
    ])

  /// Somebody who takes part and is neither a municipality nor a provider.
  package static let organisation = Form(
    cs: "Organizace", en: "Organisation",
    [
      .required("nazev", .text, "Sdružení rodičů Duha", cs: "Název.", en: "The name."),
      .optional(
        "ico", .digits(8), "99900017", cs: "IČO, osm číslic.",
        en: "The company number, eight digits."),
      .optional("web", .text, "www.duha.example", cs: "Webové stránky.", en: "Web pages."),
    ])

  /// The days in which comments were taken.
  package static let consultation = Form(
    cs: "Připomínkování", en: "Consultation",
    [
      .optional("od", .date, "1. 10. 2024", cs: "Od kdy.", en: "From when."),
      .required(
        "do", .date, "31. 10. 2024", cs: "Do kdy se připomínky přijímaly.",
        en: "Until when comments were taken."),
    ])

  /// A meeting about the plan.
  package static let hearing = Form(
    cs: "Projednání", en: "Hearing",
    [
      .required(
        "typ", .codelist(.hearingKinds), "veřejné projednání", cs: "Jaké jednání to bylo.",
        en: "The kind of meeting."),
      .required("datum", .date, "16. 4. 2024", cs: "Den jednání.", en: "The day."),
      .optional("cas", .time, "16.30", cs: "Začátek.", en: "The time of its beginning."),
      .required(
        "misto", .text, "Městský úřad Dačice", cs: "Kde se konalo.", en: "Where it took place."),
      .optional(
        "program", .texts, "představení návrhu plánu", cs: "Body programu v pořadí.",
        en: "The items of the agenda in order."),
      .optional(
        "pozvanka", .text, "www.dacice.cz/pozvanka", cs: "Soubor nebo stránka s pozvánkou.",
        en: "The file or page with the invitation."),
      .optional("ucast", .whole, "19", cs: "Kolik lidí přišlo.", en: "How many people came."),
      .optional(
        "zapis", .text, "www.dacice.cz/zapis", cs: "Soubor nebo stránka se zápisem.",
        en: "The file or page with the minutes."),
    ])

  /// An item of the plan of a year.
  package static let actionItem = Form(
    cs: "Položka akčního plánu", en: "Item of an action plan",
    [
      .required("aktivita", .activity, "1.1.1", cs: "Kód aktivity.", en: "The activity's code."),
      .required(
        "stav", .codelist(.actionStates), "pokračuje", cs: "Jak na tom aktivita v tom roce bude.",
        en: "How the activity stands in that year."),
      .optional(
        "rozpocet", .amount, "890 000 Kč",
        cs: "Kolik v tom roce stojí; musí souhlasit s tabulkou financovani.",
        en: "Its cost in that year; it must agree with the table financovani."),
      .optional(
        "poznamka", .text, "nejprve okolí Dačic", cs: "Poznámka.", en: "A remark."),
    ])

  /// What is to be done in one year.
  package static let actionPlan = Form(
    cs: "Akční plán", en: "Action plan",
    [
      .required("rok", .year, "2025", cs: "Rok z období plánu.", en: "A year of the plan."),
      .optional(
        "schvaleno", .date, "5. 11. 2024", cs: "Kdy byl akční plán schválen.",
        en: "When it was approved."),
      .required(
        "polozky", .records(.actionItem), cs: "Aktivity, které v tom roce běží.",
        en: "The activities of that year."),
    ])
}
