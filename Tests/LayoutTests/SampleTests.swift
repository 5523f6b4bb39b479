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
  }

  @Test func nothingLeavesTheTypeArea() async throws {
    let (document, design) = try Self.document()
    let pages = try await Press.lay(document, design: design).value.pages
    let page = design.page
    // Marks at the edges hang beyond them, by less than a third of an em.
    let hang = Length.milliPoints(10_300 / 3)
    // The front and the back of the cover have fields of their own.
    for (number, leaf) in pages.pages.enumerated().dropFirst().dropLast() {
      let left = number % 2 == 0 ? page.inner : page.trim.width - page.inner - page.fullWidth
      let area = Rect(
        x: left, y: page.top, width: page.fullWidth,
        height: page.trim.height - page.top - page.bottom
      ).outset(by: .milliPoints(10))
      for (owner, ink) in leaf.textFields {
        #expect(
          ink.x >= area.x - hang && ink.maxX <= area.maxX + hang && ink.y >= area.y
            && ink.maxY <= area.maxY,
          "page \(number) node \(owner)")
      }
    }
  }

  @Test func everyFindingOfTheSampleIsKnown() async throws {
    let (document, design) = try Self.document()
    let warnings = try await Press.lay(document, design: design).warnings
    #expect(warnings.map(\.message.en) == [])
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

extension Page {
  /// How wide a run of glyphs is without the spaces at its end.
  func inkWidth(of run: GlyphRun) -> Length {
    var width = Length.zero
    var ink = Length.zero
    for glyph in glyphs[Int(run.glyphs.lowerBound)..<Int(run.glyphs.upperBound)] {
      width += Length(sp: glyph.advance)
      if text[Int(glyph.text)] != 0x20 { ink = width }
    }
    return ink
  }
}
