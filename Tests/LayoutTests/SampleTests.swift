import Core
import Display
import Foundation
import Intake
import Layout
import Manuscript
import Planning
import Publications
import SazbaTesting
import Style
import Testing

/// The sample of Dačice in its own design.
@Suite struct SampleTests {
  static func document() throws -> (Document, DesignBook) {
    var sources = SourceTable()
    let folders = [Repository.path("Layouts")]
    let codelists = try readCodelists(Repository.path("Data/Codelists"), sources: &sources)
    let read = try readProject(
      Repository.path("Data/dacice"), codelists: codelists, sources: &sources)
    let checked = try validate(read.value, against: codelists)
    let recipe = try readRecipe(named: "plan", in: folders, sources: &sources)
    let phrases = try readPhrases(language: .czech, in: folders, sources: &sources)
    let document = try composePlan(checked.value, recipe: recipe, phrases: phrases).value
    let design = try readDesign(named: recipe.design, in: folders, sources: &sources)
    return (document, design)
  }

  @Test func everyWordIsPrintedOnce() async throws {
    let (document, design) = try Self.document()
    let outcome = try await Press.lay(document, design: design)
    for warning in outcome.warnings { print(warning.kind.code, warning.message.en) }
    expectSound(outcome.value.pages, document)
    if let folder = ProcessInfo.processInfo.environment["SAZBA_LOOK"] {
      let text = outcome.value.explanation.pages.map { $0.text(in: .en, of: document) }.joined(
        separator: "\n")
      try text.write(toFile: folder + "/explain.txt", atomically: true, encoding: .utf8)
      try outcome.value.galleys.map { $0.dump() }.joined(separator: "\n----\n")
        .write(toFile: folder + "/galley.txt", atomically: true, encoding: .utf8)
    }
  }

  @Test func workersDoNotMatter() async throws {
    let (document, design) = try Self.document()
    let one = try await Press.lay(document, design: design, workers: 1).value
    let two = try await Press.lay(document, design: design, workers: 2).value
    let eight = try await Press.lay(document, design: design, workers: 8).value
    #expect(one == two)
    #expect(one == eight)
  }
}
