package import Core
import Planning

/// A YAML file of a project: which keys of the first level usually stand in it.
///
/// The reader merges the first levels of all YAML files, so any key may stand in any of them; this
/// is where people expect it.
package struct ProjectFile: Sendable, Equatable {
  /// The file's name without its extension: `strategie`.
  package let name: String
  /// What the file is for.
  package let about: Phrase
  /// The keys that belong there.
  package let fields: [Field]

  private init(_ name: String, cs: String, en: String, _ fields: [Field]) {
    self.name = name
    self.about = Phrase(cs: cs, en: en)
    self.fields = fields
  }

  /// Every YAML file of a project, the one that it cannot do without first.
  package static let all = [plan, strategy, people, swot] + further

  private static let plan = ProjectFile(
    "plan", cs: "hlavní soubor: co je to za plán, pro jaké území a období, kdo ho vydal",
    en: "the main file: what plan it is, for which territory and period, who published it",
    [
      .required(
        "nazev", .text, "Komunitní plán sociálních služeb Dačicka", cs: "Název plánu.",
        en: "The plan's title."),
      .optional(
        "podnazev", .text, "Aktualizace plánu", cs: "Podnázev na obálce.", en: "The subtitle."),
      .required(
        "druh", .codelist(.planKinds), "komunitní plán", cs: "Druh plánu.", en: "Its kind."),
      .required("obdobi", .period, "2025–2027", cs: "Období plánu.", en: "The period."),
      .required("verze", .text, "1.0.0", cs: "Verze textu.", en: "The version of the text."),
      .required("stav", .codelist(.planStates), "návrh", cs: "Stav plánu.", en: "Its state."),
      .required(
        "datum_textu", .date, "12. 11. 2024",
        cs: "Den, ke kterému text platí; podle něj se posuzují lhůty a číselníky.",
        en: "The day for which the text holds; terms and codelists are judged by it."),
      .optional("jazyk", .language, "cs", cs: "Jazyk textu.", en: "The language of the text."),
      .required("uzemi", .record(.territory), cs: "Území plánu.", en: "The territory."),
      .optional(
        "predchozi_plan", .record(.predecessor), cs: "Plán, na který tento navazuje.",
        en: "The plan that this one follows."),
      .optional(
        "projekt", .record(.project), cs: "Projekt, ze kterého se plánování platí.",
        en: "The project that pays for the planning."),
      .optional(
        "dalsi_projekty", .records(.project), cs: "Další takové projekty.",
        en: "Further such projects."),
      .required("tiraz", .record(.imprint), cs: "Tiráž.", en: "The colophon."),
      .optional(
        "cislovani", .record(.numbering), cs: "Jak se jmenují a číslují úrovně strategické části.",
        en: "How the levels of the strategic part are named and numbered."),
      .optional(
        "zrusene_kody", .codes, "1.3, 1.3.1", cs: "Kódy, které už nikdy nemají být použity.",
        en: "Codes that must never be used again."),
      .optional(
        "financovani", .record(.totals), cs: "Součty, které plán uvádí.",
        en: "The sums that the plan states."),
      .optional(
        "pripominkovani", .record(.consultation), cs: "Kdy se přijímaly připomínky.",
        en: "When comments were taken."),
      .optional(
        "tisk", .record(.press), cs: "Pro kterou tiskárnu jsou tisková vydání a jak se vážou.",
        en: "Which printer press editions are for, and how they are bound."),
      .optional(
        "ztisit", .records(.silence), cs: "Upozornění, o kterých víte a která vám nevadí.",
        en: "Warnings that you know and accept."),
    ])

  private static let strategy = ProjectFile(
    "strategie", cs: "strategická část: priority, pod nimi opatření, pod nimi aktivity",
    en: "the strategic part: priorities, measures below them, activities below those",
    [
      .required(
        "priority", .records(.priority), cs: "Priority; s oblastmi stojí pod nimi.",
        en: "The priorities; where there are areas, below those."),
      .optional(
        "oblasti", .records(.area), cs: "Oblasti nad prioritami, pokud je plán má.",
        en: "Areas above priorities, where the plan has them."),
    ])

  private static let people = ProjectFile(
    "skupiny", cs: "kdo plán připravoval: osoby a skupiny", en: "who made the plan",
    [
      .optional("osoby", .records(.person), cs: "Osoby, každá jednou.", en: "Persons, each once."),
      .optional(
        "skupiny", .records(.group), cs: "Řídící a pracovní skupiny s členy.",
        en: "Groups with their members."),
    ])

  private static let swot = ProjectFile(
    "swot", cs: "SWOT analýzy pracovních skupin", en: "SWOT analyses of the working groups",
    [.optional("swot", .records(.swot), cs: "Analýzy.", en: "The analyses.")])

  private static let further = [
    ProjectFile(
      "udaje", cs: "odkud jsou čísla v tabulkách", en: "where the figures of tables come from",
      [.optional("udaje", .records(.origin), cs: "Původ tabulek.", en: "Origins of tables.")]),
    ProjectFile(
      "analyza", cs: "podklady analýzy: z čeho plán vychází", en: "what the plan rests on",
      [.optional("analyza", .records(.analysis), cs: "Podklady.", en: "The pieces.")]),
    ProjectFile(
      "pruzkum", cs: "průzkum názorů: otázky a odpovědi", en: "surveys: questions and answers",
      [.optional("pruzkum", .records(.question), cs: "Otázky.", en: "The questions.")]),
    ProjectFile(
      "organizace", cs: "organizace, které nejsou obcí ani poskytovatelem",
      en: "organisations that are neither municipality nor provider",
      [.optional("organizace", .records(.organisation), cs: "Organizace.", en: "They.")]),
    ProjectFile(
      "zasobnik", cs: "zásobník projektů: náměty, na které zatím nejsou peníze",
      en: "project ideas that wait for money",
      [
        .optional(
          "zasobnik", .records(.idea), cs: "Náměty; má jich být alespoň pět.",
          en: "The ideas; there should be five at least.")
      ]),
    ProjectFile(
      "projednani", cs: "jednání, na kterých se o plánu mluvilo", en: "meetings about the plan",
      [.optional("projednani", .records(.hearing), cs: "Jednání.", en: "The meetings.")]),
    ProjectFile(
      "akcni-plany", cs: "akční plány: co se udělá v jednotlivých letech",
      en: "what is done in single years",
      [
        .optional(
          "akcni_plany", .records(.actionPlan), cs: "Akční plány, jeden na rok.",
          en: "One plan a year.")
      ]),
    ProjectFile(
      "aktiva", cs: "obrázky: čí jsou a co se s nimi smí", en: "whose the pictures are",
      [
        .optional(
          "aktiva", .records(.asset), cs: "Záznam o každém obrázku.", en: "A record each.")
      ]),
    ProjectFile(
      "pojmy", cs: "slovníček pojmů", en: "the glossary",
      [
        .optional(
          "pojmy", .records(.glossaryEntry), cs: "Pojmy; tisknou se podle abecedy.",
          en: "The terms; they are printed in alphabetical order.")
      ]),
    ProjectFile(
      "zdroje", cs: "použité zdroje", en: "works that the plan draws on",
      [
        .optional(
          "zdroje", .records(.citation), cs: "Zdroje v pořadí tisku.",
          en: "The works in the order of printing.")
      ]),
  ]
}

extension Form {
  /// The first level of a project's YAML files together.
  package static let plan = Form(cs: "Plán", en: "Plan", ProjectFile.all.flatMap(\.fields))
}
