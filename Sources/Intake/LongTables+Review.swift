import Core
import Planning

extension LongTable {
  static let comments = LongTable(
    name: "pripominky", about: Phrase(cs: "připomínky k plánu", en: "comments on the plan"),
    columns: [
      .required("cislo", .code, cs: "Číslo připomínky.", en: "The comment's number."),
      .required("doslo", .date, cs: "Den, kdy připomínka přišla.", en: "The day it came."),
      .optional("cas", .text, cs: "Čas, například 16.30.", en: "The time, for example 16.30."),
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
      .optional(
        "zmena_id", .reference(table: "zmeny", column: "id", label: "popis"),
        cs: "Kterou změnu z tabulky zmeny připomínka vyvolala.",
        en: "The change in the table zmeny that it caused."),
    ])

  static let changes = LongTable(
    name: "zmeny", about: Phrase(cs: "změny textu plánu", en: "changes of the plan's text"),
    columns: [
      .required("id", .code, cs: "Označení změny, například Z1.", en: "The change's name: Z1."),
      .required("datum", .date, cs: "Den změny.", en: "The day of the change."),
      .required("cast", .text, cs: "Které části plánu se týká.", en: "The part of the plan."),
      .required("popis", .text, cs: "Co se změnilo.", en: "What was changed."),
      .optional(
        "druh", .codelist(.changeKinds), cs: "Druh změny z číselníku.",
        en: "The kind of change, from the codelist."),
    ])

  static let evaluation = LongTable(
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

  static let evaluations = LongTable(
    name: "hodnoceni",
    about: Phrase(cs: "plnění tohoto plánu", en: "how this plan's activities did"),
    columns: [
      .required(
        "aktivita", .activity, cs: "Kód aktivity, například 1.1.2.",
        en: "The activity's code, for example 1.1.2."),
      .required("rok", .year, cs: "Rok, čtyři číslice.", en: "The year, four digits."),
      .required(
        "stav", .codelist(.fulfilmentStates), cs: "Stav plnění z číselníku.",
        en: "How far it was fulfilled, from the codelist."),
      .optional("skutecnost", .text, cs: "Jak to dopadlo.", en: "What came of it."),
      .optional(
        "odchylka", .text, cs: "Čím se skutečnost liší od plánu.",
        en: "How that differs from what was planned."),
      .optional("komentar", .text, cs: "Komentář.", en: "A comment."),
    ])

  static let responsibilities = LongTable(
    name: "odpovednosti", about: Phrase(cs: "kdo co dělá", en: "who does what"),
    columns: [
      .required("ukol", .text, cs: "Co je třeba udělat.", en: "The task."),
      .required("kdo", .text, cs: "Kdo za to odpovídá.", en: "Who answers for it."),
      .optional("kdy", .text, cs: "Do kdy nebo jak často.", en: "By when or how often."),
      .optional("vystup", .text, cs: "Co z toho vznikne.", en: "What comes of it."),
    ])

  static let approvals = LongTable(
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
      .optional(
        "otisk", .text, cs: "Otisk schváleného znění plánu.",
        en: "The fingerprint of the text that was approved."),
    ])
}
