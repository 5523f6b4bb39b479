import Core
import Foundation
import Manuscript
import Planning
import Publications
import Testing

/// The files of the repository that tests read.
enum Checkout {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The fixed words of a language; the file is flat, so that a line is a word.
  static func phrases(_ language: String) throws -> Phrasebook {
    var words: [String: String] = [:]
    for line in try text("Layouts/Phrases/\(language).yaml").split(separator: "\n") {
      guard !line.hasPrefix("#"), let colon = line.firstRange(of: ": ") else { continue }
      words[String(line[..<colon.lowerBound])] = String(line[colon.upperBound...])
        .trimmingCharacters(in: CharacterSet(charactersIn: "\""))
    }
    return Phrasebook(words: words)
  }
}

/// Composes a plan by parts of these kinds.
func compose(_ plan: Plan, _ parts: [PartRecipe], language: String = "cs") throws -> Document {
  let recipe = Recipe(name: "plan", design: "obec", parts: parts)
  let outcome = try composePlan(
    SmallPlan.validated(plan), recipe: recipe, phrases: Checkout.phrases(language))
  // Chapters made for one part have no text of their own.
  #expect(outcome.warnings.allSatisfy { $0.kind.code == "D25" })
  #expect(outcome.value.faults() == [])
  return outcome.value
}

/// The findings that composing a plan is refused for.
func findings(_ plan: Plan, _ parts: [PartRecipe], phrases: Phrasebook? = nil) throws
  -> [Diagnostic]
{
  let recipe = Recipe(name: "plan", design: "obec", parts: parts)
  let words = try phrases ?? Checkout.phrases("cs")
  let validated = try SmallPlan.validated(plan)
  do {
    _ = try composePlan(validated, recipe: recipe, phrases: words)
    return []
  } catch {
    return error.diagnostics
  }
}

extension PartRecipe {
  /// A part with settings.
  static func part(_ kind: String, _ settings: [String: String] = [:]) -> PartRecipe {
    PartRecipe(kind: kind, settings: settings, at: SourceSpan.top(of: FileID(7)))
  }
}

/// Writes narratives without Markdown.
struct Scribe {
  private var pen = Pen()

  mutating func text(_ words: String) -> ProseInline { ProseInline(.text(words), at: pen.place()) }

  mutating func inline(_ content: ProseInline.Content) -> ProseInline {
    ProseInline(content, at: pen.place())
  }

  mutating func block(_ content: ProseBlock.Content) -> ProseBlock {
    ProseBlock(content, at: pen.place())
  }

  mutating func heading(_ level: Int, _ words: String, anchor: String? = nil) -> ProseBlock {
    block(.heading(level: level, [text(words)], anchor: anchor.map { pen.write($0) }))
  }

  mutating func paragraph(_ words: String) -> ProseBlock { block(.paragraph([text(words)])) }

  mutating func item(_ words: String) -> ProseItem {
    ProseItem(blocks: [paragraph(words)], at: pen.place())
  }

  mutating func cells(_ words: [String]) -> [ProseCell] {
    words.enumerated().map { column, words in
      ProseCell(inlines: [text(words)], column: column, at: pen.place())
    }
  }

  mutating func located<Value>(_ value: Value) -> Located<Value> { pen.write(value) }

  mutating func note(_ words: String) -> ProseNote {
    ProseNote(blocks: [paragraph(words)], at: pen.place())
  }

  mutating func narrative(_ stem: String, _ blocks: [ProseBlock], notes: [ProseNote] = [])
    -> Narrative
  {
    Narrative(stem: stem, prose: Prose(blocks: blocks, notes: notes), at: pen.place())
  }
}

extension Checkout {
  /// The parts of the plan's own recipe; the file is as plain as this reading of it.
  static func recipe() throws -> [PartRecipe] {
    var parts: [PartRecipe] = []
    for line in try text("Layouts/Publications/plan.yaml").split(separator: "\n") {
      let words = line.drop { $0 == " " }
      guard !words.hasPrefix("#"), let colon = words.firstRange(of: ": ") else { continue }
      let value = String(words[colon.upperBound...])
      if words.hasPrefix("- kind: ") {
        parts.append(.part(value))
      } else if line.hasPrefix("    ") {
        parts[parts.count - 1].settings[String(words[..<colon.lowerBound])] = value
      }
    }
    return parts
  }
}
