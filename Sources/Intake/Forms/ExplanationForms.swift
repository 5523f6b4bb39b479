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
      .required(
        "hlaseni", .records(.explanation), cs: "Vysvětlení podle kódů.",
        en: "The explanations by code.")
    ])
}
