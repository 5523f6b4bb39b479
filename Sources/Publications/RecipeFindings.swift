import Core
import Manuscript
import Planning

// What is wrong with the recipe of a publication.

extension Diagnostic {
  static func unknownPart(_ kind: String, known: [String], at place: SourceSpan?) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      PublicationsDiagnostics.unknownPart, at: place,
      Phrase(
        cs: "Druh části „\(kind)“ neznám.", en: "There is no kind of part “\(kind)”."),
      fix: Phrase(cs: "Použijte jeden z druhů: \(list).", en: "Use one of: \(list)."))
  }

  static func emptyPart(_ kind: String, lacks what: Phrase, at place: SourceSpan?) -> Diagnostic {
    Diagnostic(
      PublicationsDiagnostics.emptyPart, at: place,
      Phrase(
        cs: "Část „\(kind)“ nemá co vytisknout: v plánu chybí \(what.cs).",
        en: "The part “\(kind)” has nothing to print: the plan has no \(what.en)."),
      fix: Phrase(
        cs: "Doplňte \(what.cs), nebo část vyřaďte ve vlastním předpisu publikace "
          + "(složka Layouts/Publications v projektu).",
        en: "Add \(what.en), or take the part out in a recipe of your own "
          + "(the project's folder Layouts/Publications)."))
  }

  static func unknownSetting(
    _ setting: String, of kind: String, known: [String], at place: SourceSpan?
  ) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      PublicationsDiagnostics.badSetting, at: place,
      Phrase(
        cs: "Část „\(kind)“ nezná nastavení „\(setting)“.",
        en: "A part “\(kind)” has no setting “\(setting)”."),
      fix: known.isEmpty
        ? Phrase(cs: "Nastavení smažte.", en: "Delete the setting.")
        : Phrase(cs: "Použijte některé z: \(list).", en: "Use one of: \(list)."))
  }

  static func missingSetting(_ setting: String, of kind: String, at place: SourceSpan?)
    -> Diagnostic
  {
    Diagnostic(
      PublicationsDiagnostics.badSetting, at: place,
      Phrase(
        cs: "Části „\(kind)“ chybí nastavení „\(setting)“.",
        en: "A part “\(kind)” lacks the setting “\(setting)”."),
      fix: Phrase(cs: "Doplňte řádek „\(setting): …“.", en: "Add a line “\(setting): …”."))
  }

  /// A value that a setting cannot have.
  ///
  /// - Parameter wants: what to write, after „Napište“.
  static func badValue(
    _ value: String, of setting: String, in part: PartRecipe, wants: Phrase
  ) -> Diagnostic {
    Diagnostic(
      PublicationsDiagnostics.badSetting, at: part.place(of: setting),
      Phrase(
        cs: "Část „\(part.kind)“ nerozumí řádku „\(setting): \(value)“.",
        en: "The part “\(part.kind)” does not understand the line “\(setting): \(value)”."),
      fix: Phrase(cs: "Napište \(wants.cs).", en: "Write \(wants.en)."))
  }

  /// A word of a setting that is none of those known.
  static func unknownValue(
    _ value: String, of setting: String, in part: PartRecipe, known: [String]
  ) -> Diagnostic {
    let list = Phrase(
      cs: known.map { "„\($0)“" }.joined(separator: ", "),
      en: known.map { "“\($0)”" }.joined(separator: ", "))
    let guess = nearest(to: value, among: known)
    return Diagnostic(
      PublicationsDiagnostics.badSetting, at: part.place(of: setting),
      Phrase(
        cs: "Řádek „\(setting)“ části „\(part.kind)“ uvádí „\(value)“, a to není nic z toho, co "
          + "zná.",
        en: "The line “\(setting)” of the part “\(part.kind)” gives “\(value)”, which it does not "
          + "know."),
      fix: guess.map {
        Phrase(
          cs: "Nemělo tu být „\($0)“? Zná: \(list.cs).",
          en: "Should it be “\($0)”? It knows: \(list.en).")
      } ?? Phrase(cs: "Použijte některé z: \(list.cs).", en: "Use one of: \(list.en)."))
  }

  static func repeatedValue(
    _ value: String, of setting: String, in part: PartRecipe
  ) -> Diagnostic {
    Diagnostic(
      PublicationsDiagnostics.badSetting, at: part.place(of: setting),
      Phrase(
        cs: "Řádek „\(setting)“ části „\(part.kind)“ uvádí „\(value)“ víckrát.",
        en: "The line “\(setting)” of the part “\(part.kind)” gives “\(value)” more than once."),
      fix: Phrase(cs: "Nechte název jen jednou.", en: "Leave the title once only."))
  }

  static func unknownFormat(_ format: String, of recipe: String) -> Diagnostic {
    Diagnostic(
      PublicationsDiagnostics.badSetting, at: nil,
      Phrase(
        cs: "Předpis publikace „\(recipe)“ žádá data ve formátu „\(format)“, který nevzniká.",
        en: "The recipe “\(recipe)” asks for data in the format “\(format)”, which is not made."),
      fix: Phrase(
        cs: "Na řádku „data“ použijte csv, json, nebo obojí: [csv, json].",
        en: "In the line “data” use csv, json, or both: [csv, json]."))
  }

  /// A part that stands in a recipe a second time.
  static func repeatedPart(_ part: PartRecipe) -> Diagnostic {
    let words =
      if let text = part.settings["text"] {
        Phrase(
          cs: "Text „\(text)“ má v předpisu publikace už jiná část výše; nic se nesmí vytisknout "
            + "dvakrát.",
          en: "The text “\(text)” already stands in a part above; nothing is printed twice.")
      } else {
        Phrase(
          cs: "Část „\(part.kind)“ stojí v předpisu publikace podruhé a vytiskla by totéž ještě "
            + "jednou.",
          en: "The part “\(part.kind)” stands in the recipe a second time and would print the same "
            + "once more.")
      }
    return Diagnostic(
      PublicationsDiagnostics.repeatedPart, at: part.at, words,
      fix: Phrase(
        cs: "Nechte v předpisu jen jednu; druhé dělení patří do vlastní publikace v souboru jiného "
          + "jména.",
        en: "Leave only one; another division belongs into a publication of its own, in a file of "
          + "another name."))
  }

  /// A part that refers to the entries of a catalogue where there is none.
  static func noCatalogue(for part: PartRecipe) -> Diagnostic {
    Diagnostic(
      PublicationsDiagnostics.missingPart, at: part.at,
      Phrase(
        cs: "Část „\(part.kind)“ odkazuje na hesla katalogu, ale předpis publikace část "
          + "„catalogue“ nemá.",
        en: "The part “\(part.kind)” refers to the entries of a catalogue, but the recipe has no "
          + "part “catalogue”."),
      fix: Phrase(
        cs: "Doplňte do předpisu řádek „- kind: catalogue“, nebo tuto část odstraňte.",
        en: "Add a line “- kind: catalogue” to the recipe, or remove this part."))
  }

  static func emptyCatalogue(at place: SourceSpan?) -> Diagnostic {
    Diagnostic(
      PublicationsDiagnostics.emptyPart, at: place,
      Phrase(
        cs: "Katalog nemá jedinou službu: všechny mají ve sloupci katalog „ne“, nebo k datu textu "
          + "skončily.",
        en:
          "The catalogue has no service: all have “ne” in the column katalog, or have ended by the "
          + "date of the text."),
      fix: Phrase(
        cs:
          "U služeb, které se mají vytisknout, napište v tabulce sluzby do sloupce katalog „ano“, "
          + "nebo opravte jejich platnost_do.",
        en:
          "For the services that are to be printed write “ano” in the column katalog of the table "
          + "sluzby, or correct their platnost_do."))
  }

  static func homelessSection(_ kind: String, at place: SourceSpan?) -> Diagnostic {
    Diagnostic(
      PublicationsDiagnostics.homelessSection, at: place,
      Phrase(
        cs: "Část „\(kind)“ je oddíl, ale žádná kapitola před ní nezačala.",
        en: "The part “\(kind)” is a section, but no chapter has begun before it."),
      fix: Phrase(
        cs: "Zařaďte před ni část druhu „chapter“.", en: "Put a part of kind “chapter” before it."))
  }
}
