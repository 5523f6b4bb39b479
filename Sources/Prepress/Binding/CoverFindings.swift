package import Core

extension Diagnostic {
  /// A binding with a cover of its own, and a recipe without one.
  package static func missingCover(of publication: String, at place: SourceSpan?) -> Diagnostic {
    Diagnostic(
      BindingDiagnostics.cover, at: place,
      Phrase(
        cs: "Publikace \(publication) nezačíná obálkou, která by šla vytisknout zvlášť.",
        en: "The publication \(publication) does not begin with a cover to be printed apart."),
      fix: Phrase(
        cs: "V Layouts/Publications/\(publication).yaml dejte na začátek část „kind: cover“ "
          + "a na konec „kind: back-cover“.",
        en: "In Layouts/Publications/\(publication).yaml put a part “kind: cover” first and "
          + "“kind: back-cover” last."))
  }

  /// A cover of which nothing stands on the back.
  package static func whiteBack(of publication: String, at place: SourceSpan?) -> Diagnostic {
    Diagnostic(
      BindingDiagnostics.back, at: place,
      Phrase(
        cs: "Zadní strana obálky publikace \(publication) zůstane bílá.",
        en: "The back cover of the publication \(publication) stays white."),
      fix: Phrase(
        cs: "V Layouts/Publications/\(publication).yaml dejte na konec část „kind: back-cover“.",
        en: "In Layouts/Publications/\(publication).yaml put a part “kind: back-cover” last."))
  }

  /// Words that are too long or too large for a spine that could carry words.
  package static func spineTooSmall(
    _ words: String, spine: Length, at place: SourceSpan?
  ) -> Diagnostic {
    Diagnostic(
      BindingDiagnostics.spine, at: place,
      Phrase(
        cs: "Nápis „\(words)“ se na hřbet široký \(Millimetres.czech(points: spine.points)) mm "
          + "nevejde; hřbet zůstane bez nápisu.",
        en: "The words “\(words)” have no room on a spine \(spine.millimetres) mm wide; "
          + "it stays without words."),
      fix: Phrase(
        cs: "Napište kratší nápis na řádek „hrbet“ tohoto svazku, nebo dejte úpravě menší písmo "
          + "hřbetu.",
        en: "Write shorter words on the line “hrbet” of this volume, or give the design a smaller "
          + "style for the spine."))
  }

  /// Sheets for a printer who imposes.
  package static func sheetsRefused(
    by printer: PrinterProfile, publication: String, at place: SourceSpan?
  ) -> Diagnostic {
    Diagnostic(
      BindingDiagnostics.refusedSheets, at: place,
      Phrase(
        cs: "\(publication): tiskárna \(printer.name) (\(printer.title)) si strany vyřazuje sama "
          + "a archy nepřijme.",
        en: "\(publication): the printer \(printer.name) (\(printer.title)) imposes by itself and "
          + "does not take sheets."),
      fix: Phrase(
        cs: "Pošlete jí vydání tisk. Tiskne-li brožuru někdo jiný, uveďte u svazku "
          + "„tiskarna_brozury: kopirka“.",
        en: "Send it the edition tisk. If somebody else prints the booklet, add to the volume "
          + "“tiskarna_brozury: kopirka”."))
  }

  /// A booklet of a publication of which the project does not say how it is bound.
  package static func unboundBooklet(_ publication: String, at place: SourceSpan?) -> Diagnostic {
    Diagnostic(
      BindingDiagnostics.noJob, at: place,
      Phrase(
        cs: "Brožuru publikace \(publication) nelze složit: plan.yaml neříká, jak se váže.",
        en: "The booklet of the publication \(publication) cannot be made: plan.yaml does not say "
          + "how it is bound."),
      fix: Phrase(
        cs: "Doplňte do plan.yaml pod „tisk: svazky:“ záznam „publikace: \(publication)“ "
          + "s řádky vazba a papir.",
        en: "Add to plan.yaml below “tisk: svazky:” a record “publikace: \(publication)” with the "
          + "lines vazba and papir."))
  }

  /// A sheet of no known name or size.
  package static func unknownSheet(_ name: String, at place: SourceSpan?) -> Diagnostic {
    Diagnostic(
      BindingDiagnostics.sheet, at: place,
      Phrase(cs: "Arch „\(name)“ neznám.", en: "There is no sheet “\(name)”."),
      fix: Phrase(
        cs: "Napište například SRA3, A3, nebo rozměr v mm 330x487.",
        en: "Write SRA3, A3, or its size in mm such as 330x487."))
  }
}
