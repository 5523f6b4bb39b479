import Core
import Planning

extension Form {
  /// The territory.
  package static let territory = Form(
    cs: "Území", en: "Territory",
    [
      .required(
        "nazev", .text, "správní obvod ORP Dačice", cs: "Jméno území, jak se tiskne na obálce.",
        en: "The territory's name as the cover prints it."),
      .optional(
        "typ", .codelist(.territoryKinds), "ORP", cs: "O jaké území jde.",
        en: "What kind of territory it is."),
      .optional(
        "kod_orp", .code, "3104", cs: "Kód obce s rozšířenou působností, čtyři číslice.",
        en: "The code of the authority's district, four digits."),
    ])

  /// The plan before this one.
  package static let predecessor = Form(
    cs: "Předchozí plán", en: "Previous plan",
    [
      .required(
        "nazev", .text, "Komunitní plán sociálních služeb Dačicka 2015–2017",
        cs: "Název předchozího plánu.", en: "The previous plan's title."),
      .required(
        "obdobi", .period, "2015–2017", cs: "Jeho období.", en: "The period that it covered."),
    ])

  /// A picture of the publicity strip.
  package static let logo = Form(
    cs: "Logo", en: "Logo",
    [
      .required(
        "soubor", .text, "loga/mesto.png", cs: "Cesta k obrázku od složky projektu.",
        en: "The picture's path from the project folder."),
      .required(
        "popis", .text, "Značka města Dačice", cs: "Co na něm je, pro toho, kdo ho nevidí.",
        en: "What it shows, for the blind."),
    ])

  /// A project that pays for the planning.
  package static let project = Form(
    cs: "Projekt", en: "Project",
    [
      .required(
        "nazev", .text, "Společně plánujeme služby na Dačicku",
        cs: "Název projektu, ze kterého se plánování platí.",
        en: "The name of the project that pays for the planning."),
      .optional(
        "registracni_cislo", .text, "CZ.03.02.02/00/24_000/0000000",
        cs: "Registrační číslo ve tvaru, který program předepisuje.",
        en: "The registration number in the shape that the programme prescribes."),
      .optional(
        "program", .codelist(.programmes), "OPZ+",
        cs: "Program; podle něj se kontroluje tvar čísla i věta publicity.",
        en: "The programme; it decides the number's shape and the publicity."),
      .optional(
        "prijemce", .text, "Město Dačice", cs: "Kdo je příjemcem dotace.",
        en: "Who receives the grant."),
      .optional(
        "partneri", .texts, "Město Slavonice", cs: "Partneři projektu.",
        en: "The project's partners."),
      .optional(
        "publicita", .text, "Projekt je spolufinancován Evropskou unií.",
        cs: "Věta povinné publicity; vytiskne se na obálce.",
        en: "The publicity sentence; the cover prints it."),
      .optional(
        "loga", .records(.logo), cs: "Loga na patě obálky v pořadí, které program předepisuje.",
        en: "Logos at the foot of the cover in the programme's order."),
      .optional(
        "rozpocet", .amount, "1 980 000 Kč", cs: "Rozpočet projektu.",
        en: "The project's budget."),
      .optional("od", .date, "1. 1. 2024", cs: "První den projektu.", en: "Its first day."),
      .optional("do", .date, "31. 12. 2025", cs: "Poslední den projektu.", en: "Its last day."),
    ])

  /// The publisher.
  package static let publisher = Form(
    cs: "Vydavatel", en: "Publisher",
    [
      .required("nazev", .text, "Město Dačice", cs: "Kdo plán vydává.", en: "Who publishes it."),
      .optional(
        "adresa", .text, "Krajířova 27, 380 01 Dačice", cs: "Adresa vydavatele.",
        en: "The publisher's address."),
      .optional(
        "ico", .digits(8), "00246476", cs: "IČO vydavatele, osm číslic i s nulami na začátku.",
        en: "The publisher's company number, eight digits with zeros in front."),
      .optional("web", .text, "www.dacice.cz", cs: "Webové stránky.", en: "Web pages."),
      .optional("email", .text, "urad@example.cz", cs: "E-mail.", en: "E-mail address."),
    ])

  /// The colophon.
  package static let imprint = Form(
    cs: "Tiráž", en: "Colophon",
    [
      .optional("vydavatel", .record(.publisher), cs: "Vydavatel.", en: "The publisher."),
      .optional(
        "zpracovatel", .text, "Odbor sociálních věcí Městského úřadu Dačice",
        cs: "Kdo plán zpracoval.", en: "Who compiled the plan."),
      .optional(
        "metodik", .text, "PhDr. Alena Říhová", cs: "Kdo plánování metodicky vedl.",
        en: "Who advised on the method."),
      .optional(
        "redakce", .texts, "Mgr. Jana Dvořáková", cs: "Redakce textu.", en: "The editors."),
      .optional(
        "korektury", .text, "Mgr. Ludmila Žáčková", cs: "Kdo četl korektury.",
        en: "Who read the proofs."),
      .optional("sazba", .text, "Sazba", cs: "Kdo plán vysázel.", en: "Who set the plan."),
      .optional(
        "tisk", .text, "Tiskárna Podyjí, s. r. o.", cs: "Kdo plán vytiskl.",
        en: "Who printed the plan."),
      .optional("naklad", .whole, "300", cs: "Počet výtisků.", en: "The number of copies."),
      .optional(
        "vydani", .text, "1. vydání, listopad 2024", cs: "Kolikáté vydání to je a kdy vyšlo.",
        en: "Which edition it is and when it came out."),
      .optional("isbn", .text, "978-80-000-0000-0", cs: "ISBN.", en: "The ISBN."),
      .optional("foto", .text, "archiv města", cs: "Čí jsou fotografie.", en: "Whose photographs."),
      .optional(
        "poznamky", .texts, "Neprodejné.", cs: "Další věty tiráže, každá zvlášť.",
        en: "Further sentences of the colophon."),
    ])

  /// The printing.
  package static let press = Form(
    cs: "Tisk", en: "Printing",
    [
      .optional(
        "tiskarna", .text, "ofset-krida",
        cs: "Profil tiskárny ze složky Layouts/Profiles/Tiskarny.",
        en: "The printer's profile in Layouts/Profiles/Tiskarny."),
      .optional(
        "podminka", .text, "FOGRA39",
        cs: "Tisková podmínka ze složky Layouts/Profiles/Podminky, kterou tiskárna uvádí.",
        en: "The printing condition in Layouts/Profiles/Podminky that the printer names."),
      .optional(
        "profil", .text, "tisk/PSOcoated_v3.icc",
        cs: "Profil ICC od tiskárny: soubor ve složce projektu.",
        en: "The printer's ICC profile: a file in the project folder."),
      .optional(
        "svazky", .records(.pressJob), cs: "Jak se která publikace váže a na jaký papír se tiskne.",
        en: "How each publication is bound, and its paper."),
    ])

  /// Sums that the plan states.
  package static let totals = Form(
    cs: "Součty financování", en: "Stated totals",
    [
      .optional(
        "celkem", .amount, "24 990 000 Kč",
        cs: "Součet celého plánu; musí souhlasit s tabulkou financovani.",
        en: "The sum of the whole plan; it must agree with the table financovani."),
      .optional(
        "roky", .yearAmounts, "2025: 6 760 000 Kč", cs: "Součty po letech, na každý rok řádek.",
        en: "Sums by year, a line each."),
      .optional(
        "zdroje", .codelistAmounts(.fundingSources), "kraj: 1 230 000 Kč",
        cs: "Součty po zdrojích, na každý zdroj řádek.", en: "Sums by source, a line each."),
    ])

  /// How one level of the strategic part is named and numbered.
  package static let level = Form(
    cs: "Úroveň číslování", en: "Level of numbering",
    [
      .required(
        "jednotne", .text, "Priorita", cs: "Jak se jeden záznam té úrovně jmenuje.",
        en: "What one record of the level is called."),
      .required(
        "mnozne", .text, "Priority", cs: "Jak se jmenuje víc takových záznamů.",
        en: "What several are called."),
      .optional(
        "cislice", .choice(["arabské", "římské", "písmena"]), "arabské",
        cs: "Čím se číslují: arabské, římské, nebo písmena.",
        en: "Arabic or Roman figures, or letters."),
      .optional(
        "predpona", .text, "P", cs: "Co stojí před číslem.", en: "What stands before the number."),
      .optional(
        "navazuje", .flag, "ano", cs: "Zda kód začíná kódem nadřazeného záznamu (1.1 pod 1).",
        en: "Whether the code begins with that of the level above (1.1 below 1)."),
    ])

  /// The scheme of numbering.
  package static let numbering = Form(
    cs: "Číslování", en: "Numbering",
    [
      .optional("oblast", .record(.level), cs: "Oblasti nad prioritami.", en: "Areas."),
      .required("priorita", .record(.level), cs: "Priority.", en: "Priorities."),
      .required("opatreni", .record(.level), cs: "Opatření.", en: "Measures."),
      .optional("aktivita", .record(.level), cs: "Aktivity.", en: "Activities."),
      .optional(
        "oddelovac", .choice([".", "-", "/"]), ".", cs: "Co stojí mezi čísly v kódu.",
        en: "What stands between the numbers of a code."),
    ])

  /// A silenced warning.
  package static let silence = Form(
    cs: "Ztišení", en: "Silence",
    [
      .required(
        "kod", .text, "V20", cs: "Kód upozornění z výpisu.", en: "The code of the warning."),
      .optional(
        "duvod", .text, "poskytovatel údaje potvrdí do konce roku",
        cs: "Proč vám upozornění nevadí; bez důvodu ztišení neplatí.",
        en: "Why you accept it; without a reason it does not hold."),
      .optional(
        "zaznam", .text, "Linka Blízko",
        cs: "Kterého záznamu se týká; bez něj se ztiší všechna upozornění toho kódu.",
        en: "The record that it concerns; else all warnings of that code."),
    ])
}
