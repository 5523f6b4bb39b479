import Core
import Display
import Manuscript
import Style
import Testing

@testable import Layout

/// What only catalogues have: signs among words, thumb tabs, running heads by entries.
@Suite struct CatalogueTests {
  private func document(_ fill: (inout DocumentBuilder) -> Void) throws -> Document {
    var builder = DocumentBuilder(
      metadata: Metadata(
        title: "Katalog", author: "", subject: "", keywords: [],
        date: try #require(CivilDate(year: 2025, month: 1, day: 20))),
      language: Language("cs"))
    fill(&builder)
    return try builder.finish()
  }

  @Test func divisionsAreCountedInOrder() throws {
    let document = try document { builder in
      builder.node(.part(.frontMatter)) { builder in
        builder.node(.heading(level: 1)) { $0.text("Úvod") }
      }
      for title in ["Senioři", "Rodiny"] {
        builder.node(.part(.division)) { builder in
          builder.node(.heading(level: 1), look: "division", short: String(title.prefix(3))) {
            $0.text(title)
          }
        }
      }
    }
    let divisions = Divisions(of: document)
    #expect(divisions.all.map(\.title) == ["Senioři", "Rodiny"])
    #expect(divisions.all.map(\.short) == ["Sen", "Rod"])
    #expect(divisions.number(of: divisions.all[1].part) == 1)
    #expect(divisions.number(of: NodeID(1)) == nil)
    // Bookmarks have room for the whole title.
    let heading = try #require(document.children(of: divisions.all[0].part).first { _ in true })
    #expect(document.headingTitle(of: heading) == "Senioři")
  }

  /// Three entries on pages 0, 0–1 and 1.
  @Test func runningHeadsNameTheFirstAndTheLastEntryOfAPage() throws {
    let document = try document { builder in
      builder.node(.part(.division)) { builder in
        for name in ["Alfa", "Beta", "Gama"] {
          builder.node(.group(.card)) { builder in
            builder.node(.heading(level: 2), look: "entry") { $0.text(name) }
            builder.node(.paragraph) { $0.text("Služba") }
          }
        }
      }
    }
    let headings = document.nodes.indices.filter { document.nodes[$0].role.isHeading }
    let leaves = [
      headings[0]: 0, headings[0] + 1: 0, headings[1]: 0, headings[1] + 1: 1, headings[2]: 1,
    ]
    let entries = RunningEntries(of: document) { leaves[$0] }
    func name(_ heading: NodeID?) -> String? { heading.map { document.plainText(of: $0) } }
    #expect(name(entries.first(on: 0)) == "Alfa")
    #expect(name(entries.last(on: 0)) == "Beta")
    #expect(name(entries.first(on: 1)) == "Beta")
    #expect(name(entries.last(on: 1)) == "Gama")
    #expect(entries.first(on: 2) == nil)
  }

  /// With alternative text a sign is a figure, beside its word it is an artifact.
  @Test func signsAreFiguresOnlyWhereTheySayMore() throws {
    let document = try document { builder in
      builder.node(.part(.chapter)) { builder in
        builder.node(.paragraph) { builder in
          builder.node(.pictogram, look: "phone", alternative: "telefon")
          builder.text("384 000 101")
          builder.node(.pictogram, look: "free")
          builder.text("zdarma")
        }
      }
    }
    let types = structure(of: document).elements.map(\.type)
    #expect(types == [.document, .part, .paragraph, .figure, .none])
    #expect(document.faults() == [])
  }

  @Test func signsThatNobodyDrawsAreTold() throws {
    let finding = Diagnostic.undrawnPictogram("phone", known: ["mail"], at: nil)
    #expect(finding.kind.code == "L21")
    #expect(finding.fix.cs.contains("mail"))
    let long = Diagnostic.longEntryName("Společnost", hasShort: false, at: nil)
    #expect(long.kind.code == "L22")
    #expect(long.fix.cs.contains("zkraceny_nazev"))
    let crowd = Diagnostic.tooManyTabs(7, places: 6, colours: 8, design: "katalog", at: nil)
    #expect(crowd.kind.code == "L24" && crowd.fix.cs.contains("pitch"))
    let pale = Diagnostic.tooManyTabs(7, places: 9, colours: 5, design: "katalog", at: nil)
    #expect(pale.message.cs.contains("5 barev"))
  }

  @Test func outlinesScaleWithTheEm() {
    let sign = Pictogram(name: "x", steps: [.move(x: 0, y: 0), .line(x: 1000, y: 1000), .close])
    let outline = PictogramPlace.outline(
      of: sign, at: Point(x: .pt(10), y: .pt(100)), width: .pt(12), size: .pt(10))
    #expect(
      outline == [
        .move(Point(x: .pt(10), y: Length.pt(100) - Length.milliPoints(8_500))),
        .line(Point(x: .pt(20), y: Length.pt(110) - Length.milliPoints(8_500))), .close,
      ])
  }
}
