import Core
import Display
import Layout
import Manuscript
import Style
import Testing

/// The texts by which people look at galleys, pages and breaks.
@Suite struct DumpTests {
  private func laid() async throws -> (Laid, Document) {
    let document = try Press.document { builder in
      builder.node(.heading(level: 1), anchor: "a") { $0.text("Nadpis") }
      builder.node(.paragraph) { $0.text("Jedna věta.") }
    }
    return (try await Press.lay(document).value, document)
  }

  @Test func galley() async throws {
    #expect(
      try await laid().0.galleys[0].dump() == """
        box 0: 18 snap 13.5
          line 0.0 of 2 at text 0,13.5
        penalty 40000
        glue 6
        box 1: 12 snap 9
          line 1.0 of 3 at text 0,9

        """)
  }

  @Test func pages() async throws {
    #expect(
      try await laid().0.pages.dump() == """
        page 0 “1” 300×400
          artifact background
            fill -9,-9 318×29 #EEEEEE
          node 2
            text 30,97 face 0 16 #000000 “Nadpis”
          node 3
            text 30,121 face 0 9 #000000 “Jedna věta.”
        destination a: page 0 30,83.5 node 2
        bookmark “Nadpis” page 0 30,83.5
        label from page 0: arabic 1

        """)
  }

  @Test func explanationsInBothTongues() async throws {
    let (laid, document) = try await laid()
    let page = try #require(laid.explanation.pages.first)
    let czech = page.text(in: .cs, of: document).split(separator: "\n")
    #expect(czech[0] == "strana 1")
    #expect(czech[1] == "  y 97  2 heading.1 [title] 180 „Nadpis“")
    #expect(czech[2].hasPrefix("    1  poměr 0  b 0  d "))
    #expect(czech.last == "konec části")
    let english = page.text(in: .en, of: document).split(separator: "\n")
    #expect(english[0] == "page 1")
    #expect(english.last == "the end of its run")
    var blank = page
    blank.isBlank = true
    #expect(blank.text(in: .en, of: document).hasPrefix("a blank page"))
  }
}
