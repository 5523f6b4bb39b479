import Core
import Display
import Manuscript
import Style
import Testing

@testable import Layout

/// Pages that a publication is to have.
@Suite struct ExtentTests {
  /// Chapters of paragraphs; the last page of each is about half full.
  private func book(chapters: Int = 3, paragraphs: Int = 14) throws -> Document {
    var builder = DocumentBuilder(metadata: Press.metadata, language: .czech)
    for chapter in 0..<chapters {
      builder.node(.part(.frontMatter)) { part in
        part.node(.heading(level: 1), anchor: "k\(chapter)") { $0.text("Kapitola \(chapter)") }
        for number in 0..<paragraphs + chapter {
          part.node(.paragraph) {
            $0.text(Press.words(50 + number % 4 * 9, from: number * 11 + chapter * 5) + ".")
          }
        }
        part.node(.paragraph) { paragraph in
          paragraph.text("Viz stranu ")
          paragraph.reference(to: "k0") { $0.pageNumber(of: "k0") }
          paragraph.text(".")
        }
      }
    }
    return try builder.finish()
  }

  private func lay(
    _ document: Document, _ extent: ExtentWish.Extent?, layouts: Int = 8, workers: Int = 2,
    pictures: ClosedRange<Int> = 1_000...1_000, design: DesignBook = .small
  ) async throws -> Laid {
    try await Layout.lay(
      document, design: design, fonts: Press.fonts(of: design), hyphenation: Press.hyphenation(),
      workers: workers, extent: extent.map { ExtentWish(extent: $0, pictures: pictures) },
      layouts: layouts
    ).value
  }

  @Test(arguments: [-2, -1, 1, 2]) func linesGiveAndTakePages(_ difference: Int) async throws {
    let document = try book()
    let natural = try await lay(document, nil).pages.pages.count
    let laid = try await lay(document, .pages(natural + difference))
    let report = try #require(laid.extent)
    #expect(report.natural == natural)
    guard report.isMet else {
      // What cannot be is told, with the pages as they were.
      #expect(laid.pages.pages.count == natural)
      #expect(difference < 0 ? report.lines > 0 : report.lines < 0)
      return
    }
    #expect(laid.pages.pages.count == natural + difference)
    #expect((difference < 0 ? report.shorter : report.longer) > 0)
    #expect(report.layouts <= 8)
    expectSound(laid.pages, document)
  }

  /// Somewhere a page is gained: else the test above proves little. Paragraphs of Czech hardly ever
  /// lose a line, as their spaces shrink by a third at most.
  @Test func aPageIsGainedByLines() async throws {
    var gained = 0
    for paragraphs in 5...12 {
      let document = try Press.document(.frontMatter) { builder in
        for number in 0..<paragraphs {
          builder.node(.paragraph) { $0.text(Press.words(260 + number * 3, from: number * 7)) }
        }
      }
      let natural = try await lay(document, nil).pages.pages.count
      let laid = try await lay(document, .pages(natural + 1))
      guard laid.extent?.isMet == true else { continue }
      #expect(laid.pages.pages.count == natural + 1)
      #expect(laid.extent?.longer ?? 0 > 0)
      gained += 1
    }
    #expect(gained > 0)
  }

  @Test func whatIsAsWishedStaysAsItIs() async throws {
    let document = try book()
    let natural = try await lay(document, nil)
    let count = natural.pages.pages.count
    let laid = try await lay(document, .pages(count))
    #expect(laid.pages == natural.pages)
    #expect(laid.extent?.layouts == 1 && laid.extent?.traded == [])
    #expect(try await lay(document, .multiple(of: 2)).extent?.wanted.isMultiple(of: 2) == true)
  }

  /// Never more layouts than allowed, whatever is asked; and the same on one worker and on many.
  @Test func layoutsAreBoundedAndTheSameOnAnyCores() async throws {
    let document = try book()
    let natural = try await lay(document, nil).pages.pages.count
    for wish in [1, natural - 4, natural + 9, 500] {
      let report = try #require(try await lay(document, .pages(wish), layouts: 3).extent)
      #expect(report.layouts <= 3 && !report.isMet)
      #expect(report.lines != 0)
    }
    let one = try await lay(document, .pages(natural + 1), workers: 1)
    #expect(try await lay(document, .pages(natural + 1), workers: 5) == one)
  }

  /// Pictures shrink within their bounds, all alike, and no further.
  @Test func picturesGiveWay() async throws {
    let document = try Press.document(.frontMatter) { builder in
      let image = builder.picture(PictureTests.picture(width: 4_000, height: 3_000))
      for number in 0..<7 {
        builder.node(.group(.exhibit), look: "figure") { exhibit in
          let artwork = exhibit.artwork(.image(image, width: .column(600), crop: .none))
          exhibit.node(.figure(artwork), alternative: "Obrázek")
        }
        builder.node(.paragraph) { $0.text("Řádek \(number).") }
      }
    }
    let natural = try await lay(document, nil).pages.pages.count
    var met: [Int] = []
    for wish in 1..<natural {
      let laid = try await lay(document, .pages(wish), pictures: 700...1_100)
      let report = try #require(laid.extent)
      guard report.isMet else { continue }
      met.append(wish)
      #expect(laid.pages.pages.count == wish)
      #expect((700..<1_000).contains(report.pictures))
      #expect(report.traded.map(\.cs) == ["obrázky na \(report.pictures / 10) %"])
    }
    #expect(met.contains(natural - 1), "\(natural): \(met)")
  }

  @Test func targetsAreTheNearest() {
    func targets(_ extent: ExtentWish.Extent, _ count: Int) -> [Int] {
      ExtentWish(extent: extent).targets(for: count)
    }
    #expect(targets(.pages(48), 50) == [48])
    #expect(targets(.multiple(of: 4), 50) == [48, 52])
    #expect(targets(.multiple(of: 4), 51) == [52, 48])
    #expect(targets(.multiple(of: 8), 48) == [48])
    #expect(targets(.multiple(of: 16), 5) == [16])
  }
}
