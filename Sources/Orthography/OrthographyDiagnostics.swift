package import Core

/// The kinds of findings about what only the author can decide, rules T12, T13, T26, T32.
package enum OrthographyDiagnostics {
  /// A percentage written as an adjective or the reverse.
  static let percent = DiagnosticKind(
    "T12", .warning, .document, cs: "Procento je napsané jako přídavné jméno, nebo naopak.",
    en: "A percentage is written as an adjective, or the reverse.")
  /// An adjective made of a number with a space, a hyphen or an ending.
  static let numberAdjective = DiagnosticKind(
    "T13", .warning, .document, cs: "Přídavné jméno z čísla se píše jinak.",
    en: "An adjective made of a number is written otherwise.")
  /// Items of a list that end differently.
  static let listItems = DiagnosticKind(
    "T26", .warning, .document, cs: "Body výčtu končí každý jinak.",
    en: "The items of a list end in different ways.")
  /// Words whose letters are set apart by spaces.
  static let spacedLetters = DiagnosticKind(
    "T32", .warning, .document, cs: "Slovo je zvýrazněné mezerami mezi písmeny.",
    en: "A word is emphasised by spaces between its letters.")

  /// All kinds, for the catalogue.
  package static let all = [percent, numberAdjective, listItems, spacedLetters]

  /// The kind of a rule that warns.
  static func kind(of rule: TypographicRule) -> DiagnosticKind {
    all.first { $0.code == rule.rawValue } ?? listItems
  }
}

extension Diagnostic {
  /// What only the author can decide, with what is likely meant.
  static func doubt(
    _ rule: TypographicRule, _ words: String, _ better: String, at place: SourceSpan?
  ) -> Diagnostic {
    let message: Phrase
    var fix = Phrase(
      cs: "Bylo-li to míněno tak, napište „\(better)“.",
      en: "If that is what is meant, write “\(better)”.")
    switch rule {
    case .percent:
      message = Phrase(
        cs: "„\(words)“: „5 %“ s mezerou je podstatné jméno, „5%“ bez mezery přídavné.",
        en: "“\(words)”: “5 %” with a space is a noun, “5%” without one an adjective.")
    case .numberAdjective:
      message = Phrase(
        cs: "„\(words)“: přídavné jméno z čísla se píše bez mezery, spojovníku a koncovky.",
        en: "“\(words)”: an adjective made of a number has no space, hyphen or ending in it.")
    default:
      message = Phrase(
        cs: "„\(words)“ je zvýrazněné mezerami mezi písmeny; čtečka čte písmena po jednom.",
        en: "“\(words)” has spaces between its letters; a screen reader spells it.")
      fix = Phrase(
        cs: "Napište „\(better)“; zdůraznit slovo lze tučně: **\(better)**.",
        en: "Write “\(better)”; to stress a word make it bold: **\(better)**.")
    }
    return Diagnostic(
      OrthographyDiagnostics.kind(of: rule), at: place, message, fix: fix, words: words)
  }

  /// A list whose items end differently.
  static func unevenItems(at place: SourceSpan?) -> Diagnostic {
    Diagnostic(
      OrthographyDiagnostics.listItems, at: place,
      Phrase(
        cs: "Některé body výčtu končí čárkou nebo tečkou a jiné ničím.",
        en: "Some items of the list end in a comma or full stop and others in nothing."),
      fix: Phrase(
        cs: "Celé věty začněte velkým písmenem a ukončete tečkou; části vět pište malým písmenem, "
          + "oddělte čárkou a poslední ukončete tečkou.",
        en: "Begin sentences with a capital and end them with a full stop; write fragments small, "
          + "end them with a comma and the last with a full stop."))
  }
}
