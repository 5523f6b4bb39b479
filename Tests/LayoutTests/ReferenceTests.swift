import Core
import Display
import Layout
import Manuscript
import Style
import Testing

/// Contents, page numbers, links, bookmarks, running heads.
@Suite struct ReferenceTests {
  /// A cover, contents in roman pages, and chapters in arabic ones.
  static func book(chapters: Int) throws -> Document {
    var builder = DocumentBuilder(metadata: Press.metadata, language: .czech)
    builder.node(.part(.cover)) { $0.node(.paragraph) { $0.text("Obálka") } }
    builder.node(.part(.contents)) { part in
      part.node(.heading(level: 1)) { $0.text("Obsah") }
      part.node(.contents) { contents in
        for chapter in 1...chapters {
          contents.node(.contentsEntry(level: 1)) { entry in
            entry.reference(to: "k\(chapter)") { reference in
              reference.text("Kapitola \(chapter) ")
              reference.leader()
              reference.pageNumber(of: "k\(chapter)")
            }
          }
        }
      }
    }
    for chapter in 1...chapters {
      builder.node(.part(.chapter)) { part in
        part.node(.heading(level: 1), short: "Kap. \(chapter)", anchor: "k\(chapter)") { heading in
          heading.node(.label) { $0.text("\(chapter)") }
          heading.text(" Kapitola o věcech \(chapter)")
        }
        part.node(.heading(level: 2), anchor: "o\(chapter)") { $0.text("Oddíl \(chapter)") }
        part.node(.paragraph) { paragraph in
          paragraph.text(Press.words(150, from: chapter) + ", viz stranu ")
          paragraph.reference(to: "k\(chapters)") { $0.pageNumber(of: "k\(chapters)") }
          paragraph.text(" a ")
          paragraph.link(to: "https://example.org/") { $0.text("příklad") }
          paragraph.text(".")
        }
      }
    }
    return try builder.finish()
  }

  @Test func numbersAreThoseOfThePages() async throws {
    let document = try Self.book(chapters: 12)
    let laid = try await Press.lay(document)
    #expect(laid.warnings == [])
    let pages = laid.value.pages
    expectSound(pages, document)
    #expect(pages.labels.map(\.style) == [.none, .roman, .arabic])
    #expect(pages.labels.map(\.page)[..<2] == [0, 1])
    // Chapters start on right-hand pages; what is inserted before them is blank.
    for destination in pages.destinations where destination.name.hasPrefix("k") {
      #expect(destination.page % 2 == 0)
      #expect(!pages.pages[destination.page].folio.isEmpty)
    }
    for (number, page) in laid.value.explanation.pages.enumerated() where page.isBlank {
      #expect(pages.pages[number].ops.isEmpty)
    }
    // The first chapter is page 1; the cover is not counted.
    let first = try #require(pages.destinations.first { $0.name == "k1" })
    #expect(pages.pages[first.page].folio == "1")
    #expect(pages.pages[0].folio == "")
    #expect(pages.pages[1].folio == "i")
  }

  @Test func entriesAreLinksWithWords() async throws {
    let document = try Self.book(chapters: 3)
    let pages = try await Press.lay(document).value.pages
    let contents = pages.pages[1].links
    #expect(contents.map(\.contents) == ["Kapitola 1 1", "Kapitola 2 3", "Kapitola 3 5"])
    #expect(contents.allSatisfy { $0.areas.count == 1 })
    // The area covers words, leaders and number.
    #expect(contents.allSatisfy { $0.areas[0].width > .pt(150) })
    let outside = pages.pages.flatMap(\.links).filter {
      $0.target == .address("https://example.org/")
    }
    #expect(outside.count == 3)
    #expect(outside.allSatisfy { $0.contents == "příklad" })
    // Leaders are artifacts.
    #expect(pages.pages[1].words(of: .layout).contains(". ."))
  }

  @Test func bookmarksFollowTheHeadings() async throws {
    let document = try Self.book(chapters: 2)
    let pages = try await Press.lay(document).value.pages
    #expect(pages.outline.map(\.title) == ["Obsah", "1 Kap. 1", "Oddíl 1", "2 Kap. 2", "Oddíl 2"])
    #expect(pages.outline.map(\.depth) == [0, 0, 1, 0, 1])
  }

  @Test func runningHeadsSpeakOfThePage() async throws {
    let document = try Press.document { builder in
      builder.node(.heading(level: 1), short: "Krátce") { $0.text("Velmi dlouhý název kapitoly") }
      for section in 1...4 {
        builder.node(.heading(level: 2)) { $0.text("Oddíl \(section)") }
        builder.node(.paragraph) { $0.text(Press.words(200, from: section)) }
      }
    }
    let pages = try await Press.lay(document).value.pages
    #expect(pages.pages[0].words(of: .header) == "")  // the opening master has none
    var last = 0
    for page in pages.pages.dropFirst() {
      let head = page.words(of: .header)
      let number = try #require(Int(head.dropFirst("Oddíl ".count)), "\(head)")
      #expect(number >= last)
      last = number
    }
    #expect(last == 4)
    #expect(pages.pages[1].words(of: .footer) == "2")
  }

  /// T33: five that are cut, and three that fit.
  @Test(arguments: [
    ("Komunitní plánování sociálních služeb v obcích správního obvodu a jeho okolí v letech", true),
    (
      "Sociálně aktivizační služby pro rodiny s dětmi, jejich dostupnost a rozvoj do budoucna", true
    ),
    (
      "Služby – jejich přehled, poskytovatelé – a to, co o nich říkají ti, kdo je opravdu užívají",
      true
    ),
    (
      "Vyhodnocení předchozího období a ponaučení, která z něho plynou pro období následující", true
    ),
    ("Seznam zkratek, pojmů a pramenů, o které se plán opírá, s odkazy na místa, kde jsou", true),
    ("Vize", false), ("Strategická část", false), ("Obec a její služby", false),
  ])
  func runningHeadsAreCutBetweenWords(title: String, isCut: Bool) async throws {
    let document = try Press.document { builder in
      builder.node(.heading(level: 1)) { $0.text("Kapitola") }
      builder.node(.heading(level: 2)) { $0.text(title) }
      builder.node(.paragraph) { $0.text(Press.words(300)) }
    }
    let pages = try await Press.lay(document).value.pages
    let head = pages.pages[1].words(of: .header)
    #expect(head.hasSuffix("…") == isCut, "\(head)")
    guard isCut else {
      #expect(head == title)
      return
    }
    let kept = head.dropLast()
    #expect(
      title.hasPrefix(kept + " ") || title.hasPrefix(kept + ",") || title.hasPrefix(kept + " –"))
    #expect(kept.split(separator: " ").last.map { $0.count > 1 } ?? false, "\(head)")
  }

  @Test func backgroundsRunIntoTheBleed() async throws {
    let document = try Press.document { $0.node(.paragraph) { $0.text("Text") } }
    let page = try await Press.lay(document).value.pages.pages[0]
    #expect(page.spans[0].owner == .artifact(.background))
    #expect(
      page.fills[0]
        == Rect(x: -.pt(9), y: -.pt(9), width: .pt(318), height: .pt(29)))
  }
}
