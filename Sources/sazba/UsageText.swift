import Core

/// The argument parser speaks English only; here its fixed words become Czech.
enum UsageText {
  /// A help page or usage error in the language of this run.
  static func translated(_ text: String, into tongue: Tongue) -> String {
    guard tongue == .cs else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line(String($0)) }
      .joined(separator: "\n")
  }

  private static let headings: [(String, String)] = [
    ("OVERVIEW: ", ""), ("USAGE: ", "POUŽITÍ: "), ("Usage: ", "Použití: "),
    ("ARGUMENTS:", "PARAMETRY:"), ("OPTIONS:", "PŘEPÍNAČE:"), ("SUBCOMMANDS:", "PŘÍKAZY:"),
    ("Error: ", "Chyba: "), ("Help: ", "Nápověda: "),
  ]

  private static let phrases: [(String, String)] = [
    ("<subcommand>", "<příkaz>"), ("[<options>]", "[<přepínače>]"), ("<options>", "<přepínače>"),
    ("Show help information.", "Vypíše tuto nápovědu."),
    ("Show the version.", "Vypíše verzi."),
    ("(default: ", "(výchozí: "), ("(values: ", "(hodnoty: "), ("; default: ", "; výchozí: "),
    // Where the line broke before it.
    (" default: ", " výchozí: "),
    (" for more information.", " vypíše podrobnosti."), ("  See '", "  Příkaz '"),
    ("for detailed help.", "vypíše podrobnou nápovědu."),
    ("Unknown option '", "Neznámý přepínač '"),
    ("Missing expected argument '", "Chybí parametr '"),
    ("Missing one of: ", "Chybí jedno z: "),
    ("Missing value for '", "Chybí hodnota přepínače '"),
    ("The value '", "Hodnota '"), ("' is invalid for '", "' není přípustná pro '"),
    ("Please provide one of the following:", "Použijte jednu z:"),
    ("Please provide one of ", "Použijte jednu z: "), ("' and '", "' a '"),
    ("Did you mean '", "Nemysleli jste '"),
    ("Unexpected argument '", "Přebytečný parametr '"),
    ("unexpected arguments: ", "přebytečné parametry: "),
    (" is not a valid value", " není přípustná hodnota"),
  ]

  private static func line(_ text: String) -> String {
    var result = text
    // The parser says so of each group of commands, after the group's own name.
    if result.hasSuffix(" SUBCOMMANDS:") { result = result.dropLast(13) + ":" }
    for (english, czech) in headings where result.hasPrefix(english) {
      result = czech + result.dropFirst(english.count)
    }
    for (english, czech) in phrases {
      result = replacing(english, with: czech, in: result)
    }
    return result
  }

  private static func replacing(_ part: String, with other: String, in text: String) -> String {
    guard let range = text.firstRange(of: part) else { return text }
    return String(text[..<range.lowerBound]) + other
      + replacing(part, with: other, in: String(text[range.upperBound...]))
  }
}
