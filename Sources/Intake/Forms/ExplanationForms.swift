import Core

/// The files of Data/Explanations: what each code of a finding means, at length.
extension Form {
  /// An explanation.
  static let explanation = Form(
    cs: "Vysvětlení", en: "Explanation",
    [
      .required("kod", .text, "V06", cs: "Kód hlášení.", en: "The finding's code."),
      .required(
        "proc", .passage, cs: "Proč na tom záleží, česky.", en: "Why it matters, in Czech."),
      .required("why", .passage, cs: "Totéž anglicky.", en: "The same in English."),
      .required("spatne", .passage, cs: "Příklad chyby.", en: "An example of what is wrong."),
      .required("dobre", .passage, cs: "Příklad správně.", en: "The same put right."),
      .required("naprava", .passage, cs: "Jak to opravit, česky.", en: "The mend, in Czech."),
      .required("fix", .passage, cs: "Totéž anglicky.", en: "The same in English."),
    ])

  /// A file of explanations.
  static let explanations = Form(
    cs: "Vysvětlení hlášení", en: "Explanations",
    [
      .optional(
        "hlaseni", .records(.explanation), cs: "Vysvětlení podle kódů.",
        en: "The explanations by code."),
      .optional(
        "klice", .records(.keyExplanation), cs: "Vysvětlení klíčů návrhů.",
        en: "The explanations of keys of designs."),
    ])

  /// What a key of a design does.
  static let keyExplanation = Form(
    cs: "Vysvětlení klíče", en: "Explanation of a key",
    [
      .required("klic", .text, "tables.grid", cs: "Oddíl a klíč.", en: "Section and key."),
      .required("vyznam", .passage, cs: "Co dělá, česky.", en: "What it does, in Czech."),
      .required("meaning", .passage, cs: "Totéž anglicky.", en: "The same in English."),
    ])
}
