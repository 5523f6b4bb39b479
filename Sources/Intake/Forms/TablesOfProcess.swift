import Core
import Planning

/// The tables of money and of what happens around a plan.
extension LongTable {
  /// Every long table of a project.
  package static let all = [
    municipalities, ages, funding, providers, services, facilities, capacities, comments, changes,
    evaluation, evaluations, responsibilities, approvals, abbreviations,
  ]

  /// The money by activity, year and source.
  static let funding = LongTable(
    "financovani", cs: "financování aktivit", en: "money for activities", greatest: 100_000,
    [
      .required(
        "aktivita", .activity, "1.1.2", cs: "Kód aktivity, například 1.1.2.",
        en: "The activity's code, for example 1.1.2."),
      .required("rok", .year, "2025", cs: "Rok, čtyři číslice.", en: "The year, four digits."),
      .required(
        "zdroj", .codelist(.fundingSources), "kraj", cs: "Zdroj peněz z číselníku.",
        en: "The source of the money, from the codelist."),
      .required(
        "castka", .amount, "620 000",
        cs: "Částka v celých korunách, rozmezí 100 000 – 150 000, nebo nevyčísleno.",
        en: "Whole crowns, a range 100 000 – 150 000, or nevyčísleno (not yet known)."),
      .optional(
        "stav", .codelist(.fundingStates), "žádáno", cs: "Jak jisté peníze jsou.",
        en: "How sure the money is."),
      .optional("poznamka", .text, "dotační titul 2025", cs: "Poznámka.", en: "A remark."),
    ])

  /// The comments and their settlement.
  static let comments = LongTable(
    "pripominky", cs: "připomínky k plánu", en: "comments on the plan",
    [
      .required("cislo", .code, "1", cs: "Číslo připomínky.", en: "The comment's number."),
      .required(
        "doslo", .date, "7. 10. 2024", cs: "Den, kdy připomínka přišla.", en: "The day it came."),
      .optional("cas", .time, "16.30", cs: "Hodina, kdy přišla.", en: "The time at which it came."),
      .optional(
        "kanal", .codelist(.channels), "e-mail", cs: "Jak připomínka přišla.", en: "How it came."),
      .optional("autor", .text, "Obec Volfířov", cs: "Kdo ji podal.", en: "Who sent it."),
      .optional(
        "zverejnit", .flag, "ano", cs: "Zda se jméno autora smí zveřejnit: ano, nebo ne.",
        en: "Whether the author's name may be published: ano or ne."),
      .optional(
        "oznaceni", .text, "občanka Dačic", cs: "Jak autora označit, když se jméno nezveřejní.",
        en: "What to call the author whose name is not published."),
      .optional(
        "cast", .text, "opatření 1.1", cs: "Které části plánu se týká.", en: "The part of the plan."
      ),
      .required(
        "zneni", .text, "Doplnit místní části.", cs: "Znění připomínky.", en: "The comment."),
      .required(
        "vyporadani", .codelist(.settlements), "akceptováno", cs: "Jak byla vypořádána.",
        en: "How it was settled."),
      .required(
        "zduvodneni", .text, "Místní části patří k obci.", cs: "Zdůvodnění vypořádání.",
        en: "The reason."),
      .optional(
        "zmena", .text, "upřesněn rozpis tras", cs: "Co se v plánu změnilo.",
        en: "What was changed."),
      .optional(
        "zmena_id", .reference(table: "zmeny", column: "id", label: "popis"), "Z1",
        cs: "Označení změny z tabulky zmeny.", en: "The change's mark in the table zmeny."),
    ])

  /// The changes of the text.
  static let changes = LongTable(
    "zmeny", cs: "změny textu plánu", en: "changes of the text",
    [
      .required("id", .code, "Z1", cs: "Označení změny.", en: "The change's mark."),
      .required("datum", .date, "8. 11. 2024", cs: "Den změny.", en: "The day."),
      .required("cast", .text, "opatření 1.1", cs: "Co se změnilo.", en: "The part changed."),
      .required("popis", .text, "upřesněn rozpis tras", cs: "Jak se to změnilo.", en: "How."),
      .optional(
        "druh", .codelist(.changeKinds), "věcná", cs: "Věcná změna, nebo technická oprava.",
        en: "A change of substance or a correction."),
    ])

  /// How the activities of the previous plan ended.
  static let evaluation = LongTable(
    "vyhodnoceni", cs: "vyhodnocení předchozího plánu", en: "evaluation of the previous plan",
    [
      .required(
        "opatreni", .text, "1.1 Terénní služby pro seniory", cs: "Opatření předchozího plánu.",
        en: "The measure."),
      .required(
        "aktivita", .text, "Zavést péči o víkendech", cs: "Aktivita předchozího plánu.",
        en: "The activity."),
      .optional("plan", .text, "10 obcí", cs: "Co se plánovalo.", en: "What was planned."),
      .optional("skutecnost", .text, "2 obce", cs: "Jak to dopadlo.", en: "What came of it."),
      .required(
        "stav", .codelist(.fulfilmentStates), "částečně", cs: "Stav plnění z číselníku.",
        en: "How far it was fulfilled, from the codelist."),
      .optional(
        "komentar", .text, "na další trasy nebyly pečovatelky", cs: "Komentář.", en: "A comment."),
    ])

  /// How activities of this plan did.
  static let evaluations = LongTable(
    "hodnoceni", cs: "hodnocení aktivit tohoto plánu", en: "evaluation of this plan's activities",
    [
      .required("aktivita", .activity, "1.1.1", cs: "Kód aktivity.", en: "The activity's code."),
      .required("rok", .year, "2025", cs: "Hodnocený rok.", en: "The year."),
      .required(
        "stav", .codelist(.fulfilmentStates), "splněno", cs: "Stav plnění z číselníku.",
        en: "How far it was fulfilled, from the codelist."),
      .optional(
        "skutecnost", .text, "péče v 18 obcích", cs: "Jak to dopadlo.", en: "What came of it."),
      .optional(
        "odchylka", .text, "o pět obcí méně", cs: "Čím se to liší od plánu.",
        en: "How it differs from the plan."),
      .optional("komentar", .text, "chybí řidič", cs: "Komentář.", en: "A comment."),
    ])

  /// Who does what.
  static let responsibilities = LongTable(
    "odpovednosti", cs: "kdo co dělá", en: "who does what",
    [
      .required(
        "ukol", .text, "Údaje o plnění každé aktivity", cs: "Co je třeba udělat.", en: "The task."),
      .required("kdo", .text, "realizátor", cs: "Kdo za to odpovídá.", en: "Who answers for it."),
      .optional(
        "kdy", .text, "do 31. ledna", cs: "Do kdy nebo jak často.", en: "By when or how often."),
      .optional("vystup", .text, "formulář", cs: "Co z toho vznikne.", en: "What comes of it."),
    ])

  /// What the municipalities decided.
  static let approvals = LongTable(
    "schvaleni", cs: "schválení plánu obcemi", en: "approvals by municipalities",
    [
      .required(
        "kod_obce", municipality, "546127", cs: "Kód obce z tabulky obce.",
        en: "The municipality's code in the table obce."),
      .required("organ", .codelist(.bodies), "ZM", cs: "Který orgán rozhodl.", en: "Which body."),
      .optional(
        "usneseni", .text, "12/2024", cs: "Číslo usnesení.", en: "The resolution's number."),
      .optional("datum", .date, "11. 12. 2024", cs: "Den jednání.", en: "The day of the session."),
      .optional(
        "vysledek", .codelist(.approvalResults), "schvaluje",
        cs: "Jak orgán rozhodl; prázdné, dokud nejednal.",
        en: "What the body decided; empty until it has."),
      .optional(
        "otisk", .text, "a1b2c3d4", cs: "Otisk schváleného znění.",
        en: "The fingerprint of the text approved."),
    ])

  /// The abbreviations.
  static let abbreviations = LongTable(
    "zkratky", cs: "zkratky", en: "abbreviations",
    [
      .required("zkratka", .text, "ORP", cs: "Zkratka.", en: "The abbreviation."),
      .required(
        "vyznam", .text, "obec s rozšířenou působností", cs: "Její význam.", en: "What it means."),
    ])
}
