import Core
import Planning

/// How a publication is printed.
extension Form {
  /// How a publication is printed and bound.
  package static let pressJob = Form(
    cs: "Svazek", en: "Bound publication",
    [
      .required(
        "publikace", .text, "katalog", cs: "Která publikace (plan, katalog nebo jiná).",
        en: "Which publication (plan, katalog or another)."),
      .required(
        "vazba", .text, "V1",
        cs: "Vazba: V1 (sešitová, skobičky), nebo V2 (lepená); Layouts/Profiles/Vazby.",
        en: "The binding: V1 (saddle stitch) or V2 (perfect); Layouts/Profiles/Vazby."),
      .required(
        "papir", .text, "ofset-90",
        cs: "Papír stran: jméno souboru ve složce Layouts/Profiles/Papiry.",
        en: "The paper of the pages: the name of a file of Layouts/Profiles/Papiry."),
      .optional(
        "papir_obalky", .text, "krida-mat-250",
        cs: "Papír obálky; u V1 jen tehdy, má-li být jiný než papír stran.",
        en: "The paper of the cover; with V1 only where it is another one."),
      .optional(
        "naklad", .whole, "300", cs: "Počet výtisků, pokud není v tiráži.",
        en: "The number of copies, where the colophon does not give it."),
      .optional(
        "hrbet", .text, "Komunitní plán Dačicka 2025–2027",
        cs: "Nápis na hřbet, je-li název dlouhý.", en: "What the spine says, if the title is long."),
      .optional(
        "arch", .text, "SRA3", cs: "Arch brožury (vydání brozura): SRA3, A3, 330x487.",
        en: "The sheet of the booklet (edition brozura): SRA3, A3, 330x487."),
      .optional(
        "tiskarna_brozury", .text, "kopirka",
        cs: "Kdo tiskne archy brožury, není-li to táž tiskárna.",
        en: "Who prints the booklet's sheets, where that is not the same printer."),
    ])
}
