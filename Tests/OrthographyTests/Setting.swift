import Core
import Manuscript
import Orthography
import Testing

/// A document of one block and what the pass makes of it. `~` stands for U+00A0, `⏎` for a forced
/// line break.
enum Setting {
  static func builder(_ language: Language = .czech) throws -> DocumentBuilder {
    let date = try #require(CivilDate(year: 2025, month: 1, day: 1))
    return DocumentBuilder(
      metadata: Metadata(title: "Plán", author: "", subject: "", keywords: [], date: date),
      language: language)
  }

  static func document(
    _ role: Role = .paragraph, language: Language = .czech,
    _ fill: (inout DocumentBuilder) -> Void
  ) throws -> Document {
    var builder = try builder(language)
    builder.node(role, fill)
    return try builder.finish()
  }

  static func correct(
    _ words: String, _ role: Role = .paragraph, language: Language = .czech
  ) throws -> Outcome<Corrected> {
    let document = try document(role, language: language) { builder in
      for (number, part) in words.split(separator: "⏎", omittingEmptySubsequences: false)
        .enumerated()
      {
        if number > 0 { builder.lineBreak() }
        builder.text(String(part).replacing("~", with: "\u{A0}"))
      }
    }
    return Orthography.correct(document, keepsLog: true)
  }

  /// The words of the first block as they are printed.
  static func shown(_ outcome: Outcome<Corrected>) -> String {
    outcome.value.document.plainText(of: NodeID(1)).replacing("\u{A0}", with: "~")
  }
}
