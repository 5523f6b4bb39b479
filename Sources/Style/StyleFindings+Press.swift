import Core

extension Diagnostic {
  /// A condition for which no profile is at hand.
  static func noInkProfile(_ condition: PrintingCondition, at place: SourceSpan?) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.noInkProfile, at: place,
      Phrase(
        cs: "Pro tiskovou podmínku \(condition.name) (\(condition.title)) Sazba profil ICC nemá.",
        en: "Sazba has no ICC profile for the condition \(condition.name) (\(condition.title))."),
      fix: Phrase(
        cs: "Vyžádejte si profil od tiskárny a uveďte ho: --icc soubor.icc, nebo v plan.yaml "
          + "„tisk: profil: soubor.icc“.",
        en: "Ask the printer for the profile and name it: --icc file.icc, or in plan.yaml "
          + "“tisk: profil: file.icc”."))
  }

  /// A condition that is not among the printer's.
  static func foreignCondition(
    _ name: String, printer: PrinterProfile, at place: SourceSpan?
  ) -> Diagnostic {
    let known = printer.conditions.joined(separator: ", ")
    return Diagnostic(
      StyleDiagnostics.foreignCondition, at: place,
      Phrase(
        cs: "Tiskárna „\(printer.title)“ tiskne podle \(known), ne podle \(name).",
        en: "The printer “\(printer.title)” prints by \(known), not by \(name)."),
      fix: Phrase(
        cs: "Domluvte se s tiskárnou, nebo zvolte podmínku, kterou uvádí.",
        en: "Agree with the printer, or choose a condition that it names."))
  }

  /// A printer that wants another standard.
  static func refusedStandard(
    _ standards: [Standard], printer: PrinterProfile, at place: SourceSpan?
  ) -> Diagnostic {
    let ours = standards.map(\.rawValue).joined(separator: ", ")
    let theirs = printer.accepts.map(\.rawValue).joined(separator: ", ")
    let bare = printer.profiles == .forbidden
    return Diagnostic(
      StyleDiagnostics.refusedStandard, at: place,
      Phrase(
        cs: "Tiskárna „\(printer.title)“ přijímá \(theirs)"
          + (bare ? " bez vložených profilů" : "") + ", toto vydání je \(ours).",
        en: "The printer “\(printer.title)” accepts \(theirs)"
          + (bare ? " without embedded profiles" : "") + ", this edition is \(ours)."),
      fix: Phrase(
        cs: "Sestavte jiné vydání (--edition tisk), nebo zvolte jinou tiskárnu.",
        en: "Build another edition (--edition tisk), or choose another printer."))
  }

  /// A profile whose description names no known condition.
  static func nameless(
    profile: String, description: String, at place: SourceSpan?, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.namelessProfile, at: place,
      Phrase(
        cs: "Profil „\(profile)“ se jmenuje „\(description)“; podle toho nepoznám, pro jakou "
          + "tiskovou podmínku je.",
        en: "The profile “\(profile)” calls itself “\(description)”, which names no printing "
          + "condition that is known."),
      fix: Phrase(
        cs: "Uveďte podmínku v plan.yaml: „tisk: podminka: FOGRA51“. Jsou tu: "
          + "\(known.joined(separator: ", ")).",
        en: "Name the condition in plan.yaml: “tisk: podminka: FOGRA51”. There are: "
          + "\(known.joined(separator: ", "))."))
  }

  /// A black of several inks that is not said to be meant.
  static func unmeantRichBlack(
    _ name: String, written: String, at place: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.unmeantRichBlack, at: place,
      Phrase(
        cs:
          "Barva „\(name)“ je černá s příměsí (\(written)): drobné písmo by se v tisku rozmazalo.",
        en: "The colour “\(name)” is a black of several inks (\(written)): small type would blur."),
      fix: Phrase(
        cs: "Pište ji jen z černé (K100). Pro velké plochy dodejte „rich: yes“.",
        en: "Make it of black alone (K100). For large areas add “rich: yes”."))
  }
}
