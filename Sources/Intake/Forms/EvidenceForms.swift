import Core
import Planning

/// What a plan rests on: data and their origin, surveys, sources, pictures, ideas.
extension Form {
  /// Where the figures of a table come from.
  package static let origin = Form(
    cs: "Původ údajů", en: "Origin of data",
    [
      .required(
        "tabulka", .text, "obce", cs: "Jméno tabulky nebo souboru bez přípony.",
        en: "The name of the table or file without extension."),
      .optional(
        "zdroj", .text, "Český statistický úřad", cs: "Kdo údaje pořídil.",
        en: "Who gathered the data."),
      .optional(
        "stav_k", .date, "31. 12. 2022", cs: "Den, ke kterému platí.",
        en: "The day for which they hold."),
    ])

  /// An answer of a survey.
  package static let answer = Form(
    cs: "Odpověď", en: "Answer",
    [
      .required("text", .text, "od lékaře", cs: "Znění odpovědi.", en: "The answer."),
      .required("pocet", .whole, "231", cs: "Kolik lidí ji zvolilo.", en: "How many chose it."),
    ])

  /// A question of a survey.
  package static let question = Form(
    cs: "Otázka průzkumu", en: "Survey question",
    [
      .required(
        "id", .text, "zdroje", cs: "Krátké označení; text odkáže [číslo](#anketa-zdroje).",
        en: "A short mark; texts refer to it by [číslo](#anketa-zdroje)."),
      .optional(
        "anketa", .text, "veřejnost", cs: "Kterého průzkumu se otázka týká.",
        en: "The survey that it belongs to."),
      .required(
        "otazka", .text, "Odkud byste se o možnostech pomoci nejspíš dozvěděli?",
        cs: "Přesné znění otázky.", en: "The question word for word."),
      .required(
        "odpovedelo", .whole, "536", cs: "Kolik lidí na otázku odpovědělo.",
        en: "How many people answered."),
      .optional(
        "vice_odpovedi", .flag, "ano",
        cs: "ano, když jich šlo vybrat víc; jinak musí počty dát dohromady odpovedelo.",
        en: "ano where several could be chosen; else the counts must add up."),
      .required(
        "odpovedi", .records(.answer), cs: "Odpovědi v pořadí, v jakém se mají tisknout.",
        en: "The answers in the order of printing."),
    ])

  /// A piece of analysis.
  package static let analysis = Form(
    cs: "Podklad analýzy", en: "Analysis block",
    [
      .required("id", .text, "vek", cs: "Krátké označení.", en: "A short mark."),
      .required(
        "kapitola", .text, "Sociodemografická analýza", cs: "Do které kapitoly patří.",
        en: "The chapter that it belongs to."),
      .required("typ", .codelist(.analysisKinds), "tabulka", cs: "Co to je.", en: "What it is."),
      .required("nazev", .text, "Obyvatelé podle věku", cs: "Název.", en: "The name."),
      .optional(
        "data", .text, "obce_vek", cs: "Tabulka nebo text, kde čísla jsou.",
        en: "The table or text that holds the figures."),
      .optional(
        "zdroj", .text, "Český statistický úřad", cs: "Odkud údaje jsou.",
        en: "Where the data come from."),
      .optional(
        "stav_k", .date, "31. 12. 2020", cs: "Den, ke kterému platí.",
        en: "The day for which they hold."),
      .optional(
        "alt", .text, "Tabulka 23 obcí s počty obyvatel podle věku.",
        cs: "Co podklad říká tomu, kdo ho nevidí.", en: "What it says to those who cannot see it."),
      .optional(
        "zjisteni", .passage, "Podíl obyvatel nad 65 let roste ve všech obcích.",
        cs: "Co z něj pro plán plyne.", en: "What follows from it."),
      .optional(
        "vazby", .codes, "1.1, 1.2", cs: "Opatření a aktivity, které na něj odpovídají.",
        en: "The measures and activities that answer it."),
    ])

  /// An idea that waits for money.
  package static let idea = Form(
    cs: "Projektový námět", en: "Project idea",
    [
      .required(
        "nazev", .text, "Domov se zvláštním režimem na Slavonicku", cs: "Název námětu.",
        en: "The idea's name."),
      .optional(
        "opatreni", .codes, "1.2", cs: "Které opatření naplňuje; víc kódů oddělte čárkou.",
        en: "The measure that it serves; several codes take commas."),
      .optional(
        "predkladatel", .text, "Město Slavonice", cs: "Kdo ho podává.", en: "Who offers it."),
      .optional("partneri", .texts, "Město Dačice", cs: "Partneři.", en: "Partners."),
      .optional("lokalita", .text, "Slavonice", cs: "Kde se má uskutečnit.", en: "Where."),
      .optional(
        "potreba", .passage, "Lidé s demencí odcházejí z území.", cs: "Proč je potřeba.",
        en: "Why it is needed."),
      .optional("cile", .passage, "Dvacet lůžek v dosahu obcí.", cs: "Cíle.", en: "Goals."),
      .optional(
        "aktivity", .passage, "Studie, projekt, jednání s krajem.", cs: "Co se udělá.",
        en: "What will be done."),
      .optional("vystupy", .passage, "Projektová dokumentace.", cs: "Co vznikne.", en: "Outputs."),
      .optional(
        "rozpocet", .cost, "40 000 000 – 60 000 000 Kč",
        cs: "Odhad nákladů, zapsaný jako náklady aktivity.",
        en: "The estimate, written as the cost of an activity."),
      .optional(
        "zdroje", .codelists(.fundingSources), "EU", cs: "Z čeho by se dal zaplatit.",
        en: "What could pay for it."),
      .optional("harmonogram", .text, "2026–2029", cs: "Kdy.", en: "When."),
      .optional(
        "pripravenost", .codelist(.readiness), "námět", cs: "Jak daleko příprava je.",
        en: "How far it is prepared."),
      .optional(
        "kontakt", .text, "Městský úřad Slavonice", cs: "Úřad nebo organizace, ne osoba.",
        en: "An office or organisation, no person."),
    ])

  /// A picture's licence.
  package static let asset = Form(
    cs: "Obrázek", en: "Asset",
    [
      .required(
        "soubor", .text, "obrazky/znacka.png", cs: "Cesta od složky projektu.",
        en: "The path from the project folder."),
      .optional(
        "licence", .text, "CC BY 4.0", cs: "Co se s obrázkem smí.", en: "What may be done with it."),
      .optional("autor", .text, "Jan Bílek", cs: "Čí je.", en: "Whose it is."),
      .optional("sirka", .whole, "240", cs: "Šířka v obrazových bodech.", en: "Width in pixels."),
      .optional("vyska", .whole, "240", cs: "Výška v obrazových bodech.", en: "Height in pixels."),
      .optional(
        "barvy", .text, "RGB", cs: "RGB, CMYK nebo stupně šedi.",
        en: "RGB, CMYK or stupně šedi (grey)."),
      .optional(
        "alfa", .flag, "ne", cs: "Zda má průhledná místa.", en: "Whether it is translucent."),
      .optional(
        "alt", .text, "Značka plánování, tři body v kruhu",
        cs: "Co na něm je, pro toho, kdo ho nevidí.", en: "What it shows, for the blind."),
    ])

  /// A word that the glossary explains.
  package static let glossaryEntry = Form(
    cs: "Pojem", en: "Term",
    [
      .required(
        "pojem", .text, "depistáž", cs: "Slovo malým písmenem, není-li to jméno.",
        en: "The word, in small letters unless it is a name."),
      .required(
        "vyznam", .passage, "Vyhledávání lidí, kteří pomoc potřebují a sami o ni nepožádají.",
        cs: "Vysvětlení celými větami.", en: "What it means, in sentences."),
    ])

  /// A work that the plan draws on.
  package static let citation = Form(
    cs: "Zdroj", en: "Source",
    [
      .required(
        "id", .text, "zakon-108", cs: "Krátké označení; text odkáže [číslo](#zdroj-zakon-108).",
        en: "A short mark; texts refer to it by [číslo](#zdroj-zakon-108)."),
      .optional("autor", .text, "NOVÁK, Jan", cs: "Autor, jak se cituje.", en: "The author."),
      .required("nazev", .text, "Zákon č. 108/2006 Sb.", cs: "Název díla.", en: "The title."),
      .optional(
        "v", .text, "Sbírka zákonů", cs: "V čem vyšlo: časopis, sborník, sbírka.",
        en: "What it came out in."),
      .optional("vydani", .text, "2. vyd.", cs: "Vydání.", en: "The edition."),
      .optional("misto", .text, "Praha", cs: "Místo vydání.", en: "The place."),
      .optional("vydavatel", .text, "MPSV", cs: "Vydavatel.", en: "The publisher."),
      .optional("rok", .text, "2006", cs: "Rok vydání.", en: "The year."),
      .optional(
        "oznaceni", .text, "ISBN 978-80-000-0000-0", cs: "ISBN nebo ISSN.", en: "ISBN or ISSN."),
      .optional("url", .text, "https://www.mpsv.cz", cs: "Adresa na webu.", en: "The web address."),
      .optional(
        "citovano", .date, "5. 11. 2024", cs: "Den, kdy jste na ní byli.",
        en: "The day on which you were there."),
    ])
}
