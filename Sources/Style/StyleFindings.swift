import Core

// What each kind of finding says. The reader is a designer or a coordinator, no programmer.

extension Diagnostic {
  /// The file is no YAML.
  static func syntax(at place: SourceSpan, problem: String) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.syntax, at: place,
      Phrase(
        cs: "Tady se zápis YAML láme (\(problem)).", en: "The YAML breaks here (\(problem))."),
      fix: Phrase(
        cs: "Zkontrolujte odsazení mezerami, dvojtečku s mezerou za klíčem a uvozovky.",
        en: "Check the indent (spaces only), the colon and space after keys, and the quotes."))
  }

  /// A name stands twice.
  static func duplicateKey(_ key: String, at place: SourceSpan, firstLine: Int) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.duplicateKey, at: place,
      Phrase(
        cs: "Klíč „\(key)“ už tu je, na řádku \(firstLine).",
        en: "The key “\(key)” is here already, on line \(firstLine)."),
      fix: Phrase(cs: "Nechte jen jeden z nich.", en: "Keep only one of them."))
  }

  /// A key that is a list or a map.
  static func keyIsNoText(at place: SourceSpan) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.wrongType, at: place,
      Phrase(cs: "Klíčem smí být jen slovo.", en: "A key can only be a word."),
      fix: Phrase(
        cs: "Napište před dvojtečku jedno slovo.", en: "Write one word before the colon."))
  }

  /// A name that means nothing.
  static func unknownKey(
    _ key: String, at place: SourceSpan, nearest: String?, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.unknownKey, at: place,
      Phrase(cs: "Klíč „\(key)“ tu nic neznamená.", en: "The key “\(key)” means nothing here."),
      fix: proposal(nearest, known: known))
  }

  /// A name that must be there.
  static func missingKey(_ key: String, of owner: String, at place: SourceSpan) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.missingKey, at: place,
      Phrase(
        cs: "V „\(owner)“ chybí povinný klíč „\(key)“.",
        en: "“\(owner)” lacks the required key “\(key)”."),
      fix: Phrase(
        cs: "Doplňte řádek „\(key): …“.", en: "Add a line “\(key): …”."))
  }

  /// A value of another shape.
  static func wrongType(_ key: String, at place: SourceSpan, expected: Phrase) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.wrongType, at: place,
      Phrase(
        cs: "Hodnota u „\(key)“ má jiný tvar, než tu smí mít.",
        en: "The value of “\(key)” has another form than it may have here."),
      fix: Phrase(cs: "Patří sem \(expected.cs).", en: "Write \(expected.en)."))
  }

  /// A length without a unit or with a wrong one.
  static func wrongLength(_ text: String, key: String, at place: SourceSpan) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.wrongLength, at: place,
      Phrase(
        cs: "„\(text)“ u „\(key)“ není délka.", en: "“\(text)” of “\(key)” is no length."),
      fix: Phrase(
        cs: "Pište číslo s desetinnou tečkou, mezeru a jednotku pt, mm nebo lines: 10.3 pt.",
        en: "Write a number with a decimal point, a space and pt, mm or lines: 10.3 pt."))
  }

  /// A length that no page can hold, or a negative one where none may stand.
  static func lengthOutOfRange(_ text: String, key: String, at place: SourceSpan) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.wrongLength, at: place,
      Phrase(
        cs: "Délka „\(text)“ u „\(key)“ je mimo rozumné meze.",
        en: "The length “\(text)” of “\(key)” is out of range."),
      fix: Phrase(
        cs: "Délky smějí mít nejvýš 5 metrů a záporné smí být jen odsazení a prostrkání.",
        en: "Lengths reach 5 metres at most; only indents and tracking may be negative."))
  }

  /// A word that is not among those allowed.
  static func unknownChoice(
    _ text: String, key: String, at place: SourceSpan, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.unknownChoice, at: place,
      Phrase(
        cs: "„\(key)“ nemůže být „\(text)“.", en: "“\(key)” cannot be “\(text)”."),
      fix: proposal(Spelling.nearest(to: text, among: known), known: known))
  }

  /// A colour that is written wrongly.
  static func wrongColour(_ text: String, key: String, at place: SourceSpan) -> Diagnostic {
    let press = key == "press"
    return Diagnostic(
      StyleDiagnostics.wrongColour, at: place,
      Phrase(
        cs: "„\(text)“ u „\(key)“ není zápis barvy.", en: "“\(text)” of “\(key)” is no colour."),
      fix: press
        ? Phrase(
          cs: "Pište procenta inkoustů, nulová vynechte: C90 M45 Y45 K35.",
          en: "Write the inks in percent, leaving out zeros: C90 M45 Y45 K35.")
        : Phrase(
          cs: "Pište šest šestnáctkových číslic v uvozovkách: \"#0F5A66\".",
          en: "Write six hexadecimal digits in quotes: \"#0F5A66\"."))
  }

  /// A colour that the palette lacks.
  static func unknownColour(_ name: String, at place: SourceSpan, known: [String]) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.unknownColour, at: place,
      Phrase(
        cs: "Barva „\(name)“ není v paletě.", en: "The palette has no colour “\(name)”."),
      fix: proposal(Spelling.nearest(to: name, among: known), known: known))
  }

  /// A family that the design lacks.
  static func unknownFamily(_ name: String, at place: SourceSpan, known: [String]) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.unknownFace, at: place,
      Phrase(
        cs: "Návrh nemá rodinu písem „\(name)“.", en: "The design has no family “\(name)”."),
      fix: proposal(Spelling.nearest(to: name, among: known), known: known))
  }

  /// A face that a family lacks.
  static func unknownFace(
    _ family: String, weight: Int, italic: Bool, at place: SourceSpan, known: [String]
  ) -> Diagnostic {
    let face = italic ? "\(weight) italic" : "\(weight)"
    return Diagnostic(
      StyleDiagnostics.unknownFace, at: place,
      Phrase(
        cs: "Rodina „\(family)“ nemá řez \(face).",
        en: "The family “\(family)” has no face \(face)."),
      fix: proposal(nil, known: known))
  }

  /// A style or page master that the design lacks.
  static func unknownStyle(
    _ name: String, kind: Phrase, at place: SourceSpan, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      StyleDiagnostics.unknownStyle, at: place,
      Phrase(
        cs: "\(kind.cs) „\(name)“ v návrhu není.", en: "The design has no \(kind.en) “\(name)”."),
      fix: proposal(Spelling.nearest(to: name, among: known), known: known))
  }

  /// Styles based on each other in a ring.
  static func cycle(_ ring: [String], at place: SourceSpan) -> Diagnostic {
    let path = ring.joined(separator: " → ")
    return Diagnostic(
      StyleDiagnostics.cycle, at: place,
      Phrase(cs: "Styly se dědí v kruhu: \(path).", en: "Styles inherit in a ring: \(path)."),
      fix: Phrase(
        cs: "Zrušte „based“ u jednoho z nich.", en: "Remove “based” from one of them."))
  }
}

/// The cure for a wrong word: the nearest right one, or all that may stand there.
func proposal(_ nearest: String?, known: [String]) -> Phrase {
  if let nearest {
    return Phrase(cs: "Mělo tu být „\(nearest)“?", en: "Did you mean “\(nearest)”?")
  }
  guard !known.isEmpty else {
    return Phrase(cs: "Odstraňte tento údaj.", en: "Remove this.")
  }
  let list = known.joined(separator: ", ")
  return Phrase(cs: "Může tu být: \(list).", en: "Allowed here: \(list).")
}
