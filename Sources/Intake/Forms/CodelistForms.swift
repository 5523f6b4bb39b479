import Core
import Planning

/// The files of Data/Codelists.
extension Form {
  /// What a programme demands to be printed.
  package static let publicity = Form(
    cs: "Publicita", en: "Publicity",
    [
      .optional(
        "veta", .text, "Projekt je spolufinancován Evropskou unií.", cs: "Vzorová věta.",
        en: "The model sentence."),
      .optional(
        "slova", .texts, "Evropskou unií", cs: "Co ve větě být musí.",
        en: "What the sentence must hold."),
      .optional(
        "loga", .texts, "Evropská unie", cs: "Loga v povinném pořadí.",
        en: "Logos in their order."),
      .optional(
        "nejmensi_vyska_desetin_mm", .whole, "50",
        cs: "Nejmenší výška loga v desetinách milimetru.",
        en: "The least height of a logo in tenths of a millimetre."),
      .optional(
        "ochranna_zona_procent", .whole, "25", cs: "Volné místo kolem loga v procentech výšky.",
        en: "The space around a logo in per cent of its height."),
      .optional(
        "bez_log", .texts, "dodavatel", cs: "Čí loga vedle nich být nesmějí.",
        en: "Whose logos must not stand beside them."),
    ])

  /// A codelist: the form of its entries depends on the list.
  static func codelist(_ name: CodelistName) -> Form {
    Form(
      cs: "Číselník", en: "Codelist",
      [
        .required("nazev", .text, "Role", cs: "Název číselníku.", en: "The list's name."),
        .optional("verze", .text, "2024-11", cs: "Verze.", en: "Its version."),
        .optional("zdroj", .text, "MPSV", cs: "Odkud je.", en: "Where it comes from."),
        .required(
          "polozky", .records(.codelistEntry(name)), cs: "Položky v pořadí tisku.",
          en: "The entries in the order of printing."),
      ])
  }

  /// An entry of a codelist.
  static func codelistEntry(_ name: CodelistName) -> Form {
    var extras: [Field] = []
    switch name {
    case .serviceKinds:
      extras = [
        .optional(
          "formy", .codelists(.serviceForms), "T", cs: "Obvyklé formy druhu služby.",
          en: "The usual forms of the kind.")
      ]
    case .ages:
      extras = [
        .optional("let_od", .whole, "19", cs: "Od kolika let.", en: "From which age."),
        .optional("let_do", .whole, "26", cs: "Do kolika let.", en: "Up to which age."),
      ]
    case .capacityUnits:
      extras = [
        .optional(
          "tvary", .texts, "lůžko", cs: "Jednotka za čísly 1, 2 a 5.",
          en: "The unit behind 1, 2 and 5.")
      ]
    case .demands:
      extras = [
        .optional(
          "zmena", .choice(CapacityChange.allCases.map(\.rawValue)), "vyšší",
          cs: "Jaká má být plánovaná kapacita proti dnešní.",
          en: "How the planned capacity compares with the present one.")
      ]
    case .programmes:
      extras = [
        .optional(
          "vzor_cisla", .texts, "CZ.03.##.##/##/##_###/#######",
          cs: "Tvar registračního čísla; # je jedna číslice.",
          en: "The registration number's shape; # is a digit."),
        .optional(
          "publicita", .record(.publicity), cs: "Co program žádá vytisknout.",
          en: "What the programme demands to be printed."),
      ]
    default: break
    }
    return Form(
      cs: "Položka číselníku", en: "Codelist entry",
      [
        .required("kod", .text, "vedoucí", cs: "Co se píše do souborů.", en: "What files write."),
        .optional("nazev", .text, "vedoucí skupiny", cs: "Co se tiskne.", en: "What is printed."),
        .optional("zkratka", .text, "ved.", cs: "Kratší znění.", en: "A shorter wording."),
        .optional("skupina", .text, "Služby péče", cs: "Nadpis skupiny.", en: "Its heading."),
        .optional("znak", .text, "✓", cs: "Znak před slovem.", en: "The sign before the word."),
        .optional(
          "registr", .texts, "24", cs: "Kódy položky v registru poskytovatelů.",
          en: "The entry's codes in the public register."),
        .optional("plati_od", .date, "1. 1. 2007", cs: "Platí od.", en: "Valid since."),
        .optional("plati_do", .date, "31. 12. 2014", cs: "Platí do.", en: "Valid until."),
      ] + extras)
  }
}
