package import Core

/// The kinds of findings made while a publication is composed.
package enum PublicationsDiagnostics {
  /// A recipe asks for a kind of part that nobody knows.
  package static let unknownPart = DiagnosticKind(
    "D11", .error, .document, cs: "Předpis publikace žádá neznámý druh části.",
    en: "A recipe asks for an unknown kind of part.")
  /// A part has a setting that it does not know, or lacks one.
  package static let badSetting = DiagnosticKind(
    "D12", .error, .document, cs: "Část publikace má chybné nastavení.",
    en: "A part of a publication has a wrong setting.")
  /// A section stands before the first chapter.
  package static let homelessSection = DiagnosticKind(
    "D13", .error, .document, cs: "Oddíl stojí před první kapitolou.",
    en: "A section stands before the first chapter.")
  /// A recipe names a narrative that the project does not have.
  package static let missingNarrative = DiagnosticKind(
    "D14", .error, .document, cs: "Chybí text, se kterým publikace počítá.",
    en: "A text that the publication needs is missing.")
  /// A narrative does not start with its one title.
  package static let narrativeTitle = DiagnosticKind(
    "D15", .error, .document, cs: "Text nezačíná svým jediným nadpisem první úrovně.",
    en: "A text does not start with its one heading of the first level.")
  /// A fixed word is missing in the phrases.
  package static let missingPhrase = DiagnosticKind(
    "D16", .error, .document, cs: "Mezi pevnými slovy chybí klíč.",
    en: "A fixed word is missing in the phrases.")
  /// A reference asks for a number or title that its target does not have.
  package static let namelessTarget = DiagnosticKind(
    "D17", .error, .document, cs: "Cíl odkazu nemá to, co má odkaz vytisknout.",
    en: "The target of a reference lacks what the reference is to print.")
  /// A text names a picture that the plan does not hold.
  package static let picture = DiagnosticKind(
    "D18", .error, .document, cs: "Text uvádí obrázek, který v plánu není.",
    en: "A text names a picture that the plan lacks.")
  /// A text names a person who did not consent.
  package static let unconsentedName = DiagnosticKind(
    "V12", .error, .document, cs: "Text jmenuje osobu, která se zveřejněním nesouhlasila.",
    en: "A text names a person who did not consent.")
  /// A text says where a place is whose address is secret.
  package static let hiddenAddress = DiagnosticKind(
    "V11", .error, .document, cs: "Text prozrazuje utajenou adresu.",
    en: "A text gives away a secret address.")
  /// A part has nothing to print.
  package static let emptyPart = DiagnosticKind(
    "D20", .error, .document, cs: "Část publikace nemá co vytisknout.",
    en: "A part of a publication has nothing to print.")
  /// An abbreviation stands in the text before anything says what it stands for.
  package static let unexpandedAbbreviation = DiagnosticKind(
    "D21", .warning, .document, cs: "Zkratka není při prvním použití rozepsaná.",
    en: "An abbreviation is not written out where it is first used.")
  /// A text that no publication prints.
  package static let unusedNarrative = DiagnosticKind(
    "D22", .warning, .document, cs: "Text se v žádné publikaci netiskne.",
    en: "A text is printed in no publication.")

  /// A part stands in a recipe twice.
  package static let repeatedPart = DiagnosticKind(
    "D23", .error, .document, cs: "Táž část stojí v předpisu publikace dvakrát.",
    en: "A recipe has a part twice.")
  /// A part needs another one that the recipe lacks.
  package static let missingPart = DiagnosticKind(
    "D24", .error, .document, cs: "Část publikace potřebuje jinou, která v předpisu chybí.",
    en: "A part of a publication needs another that the recipe lacks.")
  /// A chapter or section without a word.
  package static let emptyChapter = DiagnosticKind(
    "D25", .warning, .document, cs: "Kapitola nebo oddíl nemá pod nadpisem nic.",
    en: "A chapter or section has nothing below its heading.")

  /// All kinds, for the catalogue.
  package static let all = [
    unknownPart, badSetting, homelessSection, missingNarrative, narrativeTitle, missingPhrase,
    namelessTarget, picture, unconsentedName, hiddenAddress, emptyPart, unexpandedAbbreviation,
    unusedNarrative, repeatedPart, missingPart, emptyChapter,
  ]
}

extension Diagnostic {
  static func emptyChapter(_ title: String, isPart: Bool, at place: SourceSpan?) -> Diagnostic {
    Diagnostic(
      PublicationsDiagnostics.emptyChapter, at: place,
      Phrase(
        cs: (isPart ? "Kapitola" : "Oddíl") + " „\(title)“ nemá pod nadpisem žádný text.",
        en: "The " + (isPart ? "chapter" : "section")
          + " “\(title)” has nothing below its heading."),
      fix: isPart
        ? Phrase(
          cs: "Napište do jejího souboru text, přidejte za ni v předpisu části, které do ní patří, "
            + "nebo ji z předpisu vyřaďte.",
          en:
            "Write a text in its file, add the parts that belong to it behind it in the recipe, or "
            + "take it out of the recipe.")
        : Phrase(
          cs: "Napište pod nadpis text, nebo nadpis odstraňte.",
          en: "Write a text below the heading, or remove the heading."))
  }

  static func missingNarrative(_ stem: String, at place: SourceSpan?) -> Diagnostic {
    Diagnostic(
      PublicationsDiagnostics.missingNarrative, at: place,
      Phrase(
        cs: "Publikace počítá s textem „\(stem)“, ale soubor texty/\(stem).md chybí.",
        en: "The publication needs the text “\(stem)”, but there is no file texty/\(stem).md."),
      fix: Phrase(
        cs: "Napište text do souboru texty/\(stem).md, nebo část z předpisu publikace vyřaďte.",
        en: "Write texty/\(stem).md, or take the part out of the recipe."))
  }

  static func narrativeTitle(_ stem: String, at place: SourceSpan?) -> Diagnostic {
    Diagnostic(
      PublicationsDiagnostics.narrativeTitle, at: place,
      Phrase(
        cs: "Text „\(stem)“ má začínat nadpisem první úrovně a žádný další mít nesmí.",
        en: "The text “\(stem)” must start with a heading of level 1 and have no other."),
      fix: Phrase(
        cs: "Začněte text řádkem „# Název kapitoly“; pro oddíly použijte ##.",
        en: "Start with a line “# Title of the chapter”; use ## for its sections."))
  }

  static func missingPhrase(_ key: String) -> Diagnostic {
    Diagnostic(
      PublicationsDiagnostics.missingPhrase, at: nil,
      Phrase(
        cs: "V souboru pevných slov chybí klíč „\(key)“.",
        en: "The file of fixed words lacks the key “\(key)”."),
      fix: Phrase(
        cs: "Doplňte do Layouts/Phrases řádek „\(key): …“.",
        en: "Add a line “\(key): …” to Layouts/Phrases."))
  }

  static func namelessTarget(_ anchor: String, wants: Phrase, at place: SourceSpan?) -> Diagnostic {
    Diagnostic(
      PublicationsDiagnostics.namelessTarget, at: place,
      Phrase(
        cs: "Odkaz má vytisknout \(wants.cs) místa „\(anchor)“, ale to žádné nemá.",
        en: "A reference is to print the \(wants.en) of “\(anchor)”, which has none."),
      fix: Phrase(
        cs: "Napište odkaz vlastními slovy: [slova](#\(anchor)).",
        en: "Word the reference yourself: [words](#\(anchor))."))
  }

  static func picture(_ file: String, at place: SourceSpan?) -> Diagnostic {
    Diagnostic(
      PublicationsDiagnostics.picture, at: place,
      Phrase(
        cs: "Obrázek „\(file)“ se v projektu nenašel.",
        en: "The picture “\(file)” was not found in the project."),
      fix: Phrase(
        cs: "Doplňte soubor do složky projektu, nebo obrázek z textu vyjměte.",
        en: "Add the file to the project folder, or take the picture out of the text."))
  }

  /// The finding does not repeat the address.
  static func hiddenAddress(service: String, at place: SourceSpan?) -> Diagnostic {
    Diagnostic(
      PublicationsDiagnostics.hiddenAddress, at: place,
      Phrase(
        cs: "Text uvádí adresu zařízení služby \(service), která je utajená.",
        en: "The text gives the address of a facility of service \(service), which is secret."),
      fix: Phrase(
        cs: "Adresu z textu vyjměte; uveďte jen telefon, nebo kontakt na poskytovatele.",
        en: "Take the address out; name the telephone or the provider's contact only."))
  }

  /// The finding does not repeat the name: findings are printed and kept, too.
  static func unconsentedName(person: String, at place: SourceSpan?) -> Diagnostic {
    Diagnostic(
      PublicationsDiagnostics.unconsentedName, at: place,
      Phrase(
        cs: "Text jmenuje osobu „\(person)“, která se zveřejněním jména nesouhlasila.",
        en: "The text names the person “\(person)”, who did not consent to be named."),
      fix: Phrase(
        cs: "Jméno z textu vyjměte, nebo si souhlas vyžádejte a zapište ho k osobě.",
        en: "Take the name out, or ask for consent and record it with the person."))
  }

  static func unexpandedAbbreviation(
    _ short: String, meaning: String, uses: Int, at place: SourceSpan?
  ) -> Diagnostic {
    Diagnostic(
      PublicationsDiagnostics.unexpandedAbbreviation, at: place,
      Phrase(
        cs:
          "Zkratka \(short) je v textu \(uses)krát, ale kde ji čtenář potká poprvé, rozepsaná není.",
        en: "The abbreviation \(short) is used \(uses) times, but not written out at its first use."
      ),
      fix: Phrase(
        cs: "Napište zde „\(meaning) (\(short))“ ve správném tvaru.",
        en: "Write “\(meaning) (\(short))” here."),
      words: short)
  }

  static func unusedNarrative(_ stem: String, at place: SourceSpan?) -> Diagnostic {
    Diagnostic(
      PublicationsDiagnostics.unusedNarrative, at: place,
      Phrase(
        cs: "Text „\(stem)“ v žádné publikaci není, nikde se tedy nevytiskne.",
        en: "No publication has the text “\(stem)”, so it is printed nowhere."),
      fix: Phrase(
        cs: "Zařaďte ho do předpisu publikace jako část s řádkem „text: \(stem)“, nebo soubor "
          + "texty/\(stem).md odstraňte.",
        en: "Give a recipe a part with the line “text: \(stem)”, or remove texty/\(stem).md."))
  }
}
