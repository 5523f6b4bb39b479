import Core

extension Diagnostic {
  /// A style key that no role has.
  static func wrongStyleKey(
    _ key: String, at place: SourceSpan, section: String, nearest: String?, home: String?
  ) -> Diagnostic {
    if let home {
      return Diagnostic(
        StyleDiagnostics.wrongStyleKey, at: place,
        Phrase(
          cs: "Klíč „\(key)“ nepatří do oddílu „\(section)“.",
          en: "The key “\(key)” does not belong in “\(section)”."),
        fix: Phrase(cs: "Nastavte ho v oddílu „\(home)“.", en: "Set it in “\(home)”."))
    }
    return Diagnostic(
      StyleDiagnostics.wrongStyleKey, at: place,
      Phrase(
        cs: "Klíč „\(key)“ neodpovídá žádné roli dokumentu.",
        en: "The key “\(key)” is no role of a document."),
      fix: nearest.map {
        Phrase(cs: "Mělo tu být „\($0)“?", en: "Did you mean “\($0)”?")
      }
        ?? Phrase(
          cs: "Pište roli, roli.vzhled nebo souvislost/roli.vzhled: group.card/heading.3.measure.",
          en: "Write role, role.look or context/role.look: group.card/heading.3.measure."))
  }

  /// A style key that two styles claim.
  static func contestedStyleKey(
    _ key: String, at place: SourceSpan, owner: String
  ) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.contestedStyleKey, at: place,
      Phrase(
        cs: "Klíč „\(key)“ už nastavuje styl „\(owner)“.",
        en: "The key “\(key)” is already set by the style “\(owner)”."),
      fix: Phrase(
        cs: "Nechte ho jen u jednoho stylu.", en: "Leave it with one style only."))
  }

  /// A style key that the design must set and does not.
  static func unsetStyleKey(_ key: String, section: String, at place: SourceSpan) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.unsetStyleKey, at: place,
      Phrase(
        cs: "Žádný styl v „\(section)“ nenastavuje klíč „\(key)“.",
        en: "No style of “\(section)” sets the key “\(key)”."),
      fix: Phrase(
        cs: "Přidejte „\(key)“ do seznamu „sets“ některého stylu.",
        en: "Add “\(key)” to the list “sets” of a style."))
  }

  /// A number that is none or out of range.
  static func wrongNumber(
    _ text: String, key: String, at place: SourceSpan, expected: Phrase
  ) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.wrongNumber, at: place,
      Phrase(
        cs: "„\(text)“ u „\(key)“ není \(expected.cs).",
        en: "“\(text)” of “\(key)” is not \(expected.en)."),
      fix: Phrase(cs: "Patří sem \(expected.cs).", en: "Write \(expected.en)."))
  }

  /// An OpenType feature nobody knows.
  static func unknownFeature(_ tag: String, at place: SourceSpan, nearest: String?) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.unknownFeature, at: place,
      Phrase(
        cs: "Vlastnost písma „\(tag)“ neznám.", en: "There is no OpenType feature “\(tag)”."),
      fix: proposal(nearest, known: OpenTypeFeatures.tags))
  }

  /// A layout file that cannot be found.
  static func missingFile(
    _ path: String, at place: SourceSpan?, available: [String], name: String
  ) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.missingFile, at: place,
      Phrase(cs: "Soubor \(path) neexistuje.", en: "There is no file \(path)."),
      fix: proposal(Spelling.nearest(to: name, among: available), known: available))
  }

  /// A layout file that cannot be opened.
  static func strayFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.unreadableFile, at: nil,
      Phrase(
        cs: "Složka \(path) je odkaz, který vede mimo projekt.",
        en: "The folder \(path) is a link that leads out of the project."),
      fix: Phrase(
        cs: "Zkopírujte složku Layouts přímo do projektu, nebo odkaz smažte.",
        en: "Copy the folder Layouts into the project itself, or delete the link."))
  }

  static func unreadableFile(_ path: String) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.unreadableFile, at: nil,
      Phrase(
        cs: "Soubor \(path) nejde otevřít.", en: "The file \(path) cannot be opened."),
      fix: Phrase(
        cs: "Zkontrolujte, že je to soubor a že ho smíte číst.",
        en: "See that it is a file and that you may read it."))
  }

  /// Columns and margins that do not fill the page.
  static func pageSum(
    _ sum: Length, of width: Length, kind: Phrase, at place: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.pageSum, at: place,
      Phrase(
        cs: "\(kind.cs): součet je \(sum.points.cs), stránka má \(width.points.cs).",
        en: "\(kind.en): they add up to \(sum.points.en), the page has \(width.points.en)."),
      fix: Phrase(
        cs: "Upravte okraje nebo sloupce, aby součet souhlasil.",
        en: "Change margins or columns until they add up."))
  }

  /// Text that is hard to see.
  static func lowContrast(
    of style: String, text: Colour, ground: Colour, at place: SourceSpan
  ) -> Diagnostic {
    let tenths = Int((text.contrast(with: ground) * 10).rounded(.down))
    return Diagnostic(
      StyleDiagnostics.lowContrast, at: place,
      Phrase(
        cs: "Text stylu „\(style)“ (\(text) na \(ground)) má kontrast "
          + "\(tenths / 10),\(tenths % 10) : 1; čitelný je od 4,5 : 1.",
        en: "The text of “\(style)” (\(text) on \(ground)) has a contrast of "
          + "\(tenths / 10).\(tenths % 10) : 1; legible is 4.5 : 1 and more."),
      fix: Phrase(
        cs: "Zvolte tmavší text, nebo světlejší podklad (na tmavém podkladu naopak).",
        en: "Choose a darker text or a lighter ground (the reverse on a dark ground)."))
  }

  /// A file in another encoding.
  static func notUTF8(at place: SourceSpan) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.notUTF8, at: place,
      Phrase(
        cs: "Od tohoto místa soubor není v kódování UTF-8.",
        en: "From here on the file is not in UTF-8."),
      fix: Phrase(
        cs: "Uložte soubor znovu v kódování UTF-8.", en: "Save the file again in UTF-8."))
  }

  /// A file far larger than any layout.
  static func tooMuch(at place: SourceSpan) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.tooMuch, at: place,
      Phrase(
        cs: "Soubor je větší, než kolik úprava může mít.",
        en: "The file is larger than any layout can be."),
      fix: Phrase(
        cs: "Zkontrolujte, že je to soubor úpravy.", en: "See that it is a layout file."))
  }

  /// A file without content.
  static func emptyFile(at place: SourceSpan) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.emptyList, at: place,
      Phrase(cs: "Soubor je prázdný.", en: "The file is empty."),
      fix: Phrase(
        cs: "Doplňte obsah, nebo soubor odstraňte.", en: "Fill it in or remove the file."))
  }

  /// A list without members.
  static func emptyList(_ key: String, at place: SourceSpan) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.emptyList, at: place,
      Phrase(cs: "„\(key)“ je prázdné.", en: "“\(key)” is empty."),
      fix: Phrase(cs: "Doplňte aspoň jednu položku.", en: "Add at least one entry."))
  }
}

extension Length {
  /// The length in points, for messages.
  fileprivate var points: Phrase {
    let text = description
    return Phrase(
      cs: String(text.map { $0 == "." ? "," : $0 }) + "\u{A0}pt", en: text + "\u{A0}pt")
  }
}
