import Core
import Planning

extension Form {
  /// An indicator.
  package static let indicator = Form(
    cs: "Indikátor", en: "Indicator",
    [
      .required(
        "nazev", .text, "Klienti večerní péče", cs: "Co se měří.", en: "What is measured."),
      .required("jednotka", .text, "osob za rok", cs: "V čem se to měří.", en: "The unit."),
      .optional(
        "vychozi", .quantity, "12", cs: "Dnešní hodnota.", en: "The value today."),
      .required(
        "cilova", .quantity, "60", cs: "Hodnota, které chceme dosáhnout.",
        en: "The value to be reached."),
      .optional("rok", .year, "2027", cs: "Rok, do kterého.", en: "The year by which."),
      .optional(
        "zdroj", .text, "výkazy poskytovatele", cs: "Odkud se hodnota zjistí.",
        en: "Where the value is found."),
    ])

  /// An activity.
  package static let activity = Form(
    cs: "Aktivita", en: "Activity",
    [
      .required(
        "kod", .code, "1.1.1",
        cs: "Číslo aktivity. Jednou vydané číslo se nemění a po zrušení se už nepoužije.",
        en: "The activity's number. Once given it never changes and is not used again."),
      .required(
        "nazev", .text, "Večerní a víkendová pečovatelská služba", cs: "Název aktivity.",
        en: "The activity's name."),
      .optional(
        "popis", .passage, "Služba přijme dvě pečovatelky na plný úvazek.",
        cs: "Co se udělá; může mít víc odstavců.", en: "What will be done."),
      .optional(
        "realizator", .texts, "Město Dačice",
        cs: "Kdo ji udělá: poskytovatel, obec nebo organizace ze seznamů projektu.",
        en: "Who does it: a provider, municipality or organisation of the project's lists."),
      .optional(
        "spoluprace", .texts, "praktičtí lékaři", cs: "Kdo spolupracuje.", en: "Who helps."),
      .optional(
        "termin", .term, "4/2025 – 12/2027",
        cs: "Kdy: 3/2025 – 12/2026, 2025–2027, 2026 nebo průběžně.",
        en: "When: 3/2025 – 12/2026, 2025–2027, 2026 or průběžně (ongoing)."),
      .optional(
        "presah", .flag, "ano", cs: "ano, když aktivita vědomě přesahuje období plánu.",
        en: "ano where the activity goes beyond the period on purpose."),
      .optional(
        "naklady", .cost, "2 805 000 Kč",
        cs: "Za kolik: 250 000 Kč, 100 000 – 150 000 Kč, 0 Kč, v rámci 1.1.1 nebo nevyčísleno.",
        en: "The cost: an amount, a range, 0 Kč, v rámci 1.1.1 (within) or nevyčísleno (unknown)."),
      .optional(
        "indikatory", .records(.indicator), cs: "Podle čeho se pozná, že se to povedlo.",
        en: "How success is seen."),
      .optional(
        "vystup", .passage, "Rozpis tras zveřejněný na webu.", cs: "Co po aktivitě zůstane.",
        en: "What remains of it."),
      .optional(
        "sluzby", .references(table: "sluzby", column: "identifikator", label: "nazev"), "9000001",
        cs: "Identifikátory služeb z tabulky sluzby, kterých se aktivita týká.",
        en: "The identifiers of services that it concerns."),
    ])

  /// A measure.
  package static let measure = Form(
    cs: "Opatření", en: "Measure",
    [
      .required(
        "kod", .code, "1.1", cs: "Číslo opatření; jednou vydané se nemění.",
        en: "The measure's number; once given it never changes."),
      .required(
        "nazev", .text, "Terénní péče dostupná v každé obci", cs: "Název opatření.",
        en: "The measure's name."),
      .optional(
        "cil", .text, "Pečovatelka přijede do každé z 23 obcí i večer a o víkendu.",
        cs: "Čeho má opatření dosáhnout, jednou větou.", en: "What it is to reach."),
      .optional(
        "popis", .passage, "Opatření rozšíří službu na celý týden.", cs: "Popis opatření.",
        en: "The description."),
      .optional(
        "zduvodneni", .passage, "Z 23 obcí má 14 méně než 500 obyvatel.",
        cs: "Proč je opatření potřeba.", en: "Why it is needed."),
      .optional(
        "cilove_skupiny", .codelists(.targetGroups), "senioři",
        cs: "Komu pomůže, ve znění registru poskytovatelů.",
        en: "Whom it helps, in the register's wording."),
      .optional(
        "indikatory", .records(.indicator), cs: "Podle čeho se pozná, že se to povedlo.",
        en: "How success is seen."),
      .optional(
        "rizika", .passage, "Nedostatek pečovatelek.", cs: "Co může opatření ohrozit.",
        en: "What may endanger it."),
      .optional(
        "stav", .codelist(.measureStates), "pokračuje", cs: "Stav vůči předchozímu plánu.",
        en: "Its state against the previous plan."),
      .optional(
        "aktivity", .records(.activity), cs: "Aktivity opatření.", en: "The measure's activities."),
    ])

  /// A priority.
  package static let priority = Form(
    cs: "Priorita", en: "Priority",
    [
      .required("kod", .code, "1", cs: "Číslo priority.", en: "The priority's number."),
      .required(
        "nazev", .text, "Senioři a osoby, které o ně pečují", cs: "Název priority.",
        en: "The priority's name."),
      .optional(
        "cil", .passage, "Lidé vyššího věku mohou zůstat doma tak dlouho, jak si přejí.",
        cs: "Čeho má priorita dosáhnout.", en: "What it is to reach."),
      .optional(
        "opatreni", .records(.measure), cs: "Opatření priority.", en: "The priority's measures."),
    ])

  /// An area above priorities.
  package static let area = Form(
    cs: "Oblast", en: "Area",
    [
      .required("kod", .code, "A", cs: "Označení oblasti.", en: "The area's mark."),
      .required("nazev", .text, "Péče o seniory", cs: "Název oblasti.", en: "The area's name."),
      .optional(
        "priority", .records(.priority), cs: "Priority oblasti.", en: "The area's priorities."),
    ])

  /// An item of a SWOT analysis that has points or links.
  package static let swotItem = Form(
    cs: "Položka SWOT", en: "SWOT item",
    [
      .required(
        "text", .text, "o víkendu péče mimo města není", cs: "Znění položky.", en: "The item."),
      .optional("body", .whole, "14", cs: "Kolik dostala hlasů.", en: "The points given."),
      .optional(
        "vazby", .codes, "1.1, 1.1.2", cs: "Která opatření a aktivity na ni odpovídají.",
        en: "The measures and activities that answer it."),
      .optional(
        "bez_vazby", .text, "řeší kraj", cs: "Proč na slabou stránku nebo hrozbu plán neodpovídá.",
        en: "Why the plan does not answer a weakness or threat."),
    ])

  /// A SWOT analysis.
  package static let swot = Form(
    cs: "SWOT", en: "SWOT",
    [
      .required(
        "skupina", .reference(table: "skupiny", column: "id", label: "nazev"), "seniori",
        cs: "Která skupina ji napsala: její id.", en: "The group that wrote it: its id."),
      .required("nazev", .text, "Senioři", cs: "Čeho se týká.", en: "What it is about."),
      .optional(
        "silne_stranky", .remarks(.swotItem), "stálý tým pečovatelek", cs: "Silné stránky.",
        en: "Strengths."),
      .optional(
        "slabe_stranky", .remarks(.swotItem), "chybí péče o víkendu", cs: "Slabé stránky.",
        en: "Weaknesses."),
      .optional(
        "prilezitosti", .remarks(.swotItem), "nová dotace kraje", cs: "Příležitosti.",
        en: "Opportunities."),
      .optional(
        "hrozby", .remarks(.swotItem), "odchod pečovatelek", cs: "Hrozby.", en: "Threats."),
    ])
}
