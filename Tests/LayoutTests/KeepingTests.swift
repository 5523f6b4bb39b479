import Core
import Display
import Manuscript
import Style
import Testing

@testable import Layout

/// What stays together, what says that it goes on, and what leads the eye: trees, columns, margins.
@Suite struct KeepingTests {
  private static let ink = Colour(screen: 0x112233, cyan: 1, magenta: 2, yellow: 3, black: 4)

  private static func design(_ change: (inout DesignBook) -> Void) -> DesignBook {
    var design = DesignBook.small
    change(&design)
    return design
  }

  private static func card(
    _ number: Int, lines: Int, in builder: inout DocumentBuilder
  ) -> NodeID {
    builder.node(.group(.card)) { card in
      card.node(.heading(level: 2)) { heading in
        heading.node(.label) { $0.text("Karta \(number)") }
        heading.text(" Název")
      }
      for _ in 0..<lines { card.node(.paragraph) { $0.text("Řádek.") } }
    }
  }

  private static func fills(_ page: Page, _ colour: Colour) -> [Rect] {
    page.ops.compactMap { op in
      // The field at the head of an opening is the master's.
      if case .fill(let rect, let own) = op, own == colour, rect.y > .zero { rect } else { nil }
    }
  }

  /// All words of a page that are artifacts.
  private static func artifacts(_ page: Page) -> String {
    var bytes: [UInt8] = []
    for span in page.spans {
      guard case .artifact = span.owner else { continue }
      for op in page.ops[Int(span.ops.lowerBound)..<Int(span.ops.upperBound)] {
        guard case .glyphs(let run) = op else { continue }
        for glyph in page.glyphs[Int(run.glyphs.lowerBound)..<Int(run.glyphs.upperBound)] {
          bytes += page.text[Int(glyph.text)..<Int(glyph.text) + Int(glyph.textLength)]
        }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Cards

  @Test func aCardThatFitsIsNotSplitForALittleWhite() async throws {
    let document = try Press.document { builder in
      for _ in 0..<17 { builder.node(.paragraph) { $0.text("Řádek.") } }
      _ = Self.card(1, lines: 5, in: &builder)
      for _ in 0..<20 { builder.node(.paragraph) { $0.text("Řádek.") } }
    }
    func pagesOfCard(_ design: DesignBook) async throws -> Int {
      let laid = try await Press.lay(document, design: design).value
      expectSound(laid.pages, document)
      let card = document.nodes.firstIndex { $0.role == .group(.card) } ?? 0
      let range = card..<document.nodes[card].end.int
      return laid.explanation.pages.filter { page in
        page.fragments.contains { range.contains($0.node.int) }
      }.count
    }
    #expect(try await pagesOfCard(.small) == 2)
    #expect(try await pagesOfCard(Self.design { $0.boxes[4].keepCost = 1_500 }) == 1)
  }

  @Test(arguments: 5..<26) func aSplitCardLeavesNoScraps(_ before: Int) async throws {
    let document = try Press.document { builder in
      for _ in 0..<before { builder.node(.paragraph) { $0.text("Řádek.") } }
      _ = Self.card(1, lines: 12, in: &builder)
      for _ in 0..<20 { builder.node(.paragraph) { $0.text("Řádek.") } }
    }
    let laid = try await Press.lay(document, design: Self.design { $0.boxes[4].keepEnds = .pt(66) })
      .value
    expectSound(laid.pages, document)
    let card = document.nodes.firstIndex { $0.role == .group(.card) } ?? 0
    let range = card..<document.nodes[card].end.int
    let parts = laid.explanation.pages.map { page in
      page.fragments.filter { range.contains($0.node.int) && document[$0.node].role == .paragraph }
        .count
    }.filter { $0 > 0 }
    // Heading, rule and padding take 25 pt and more of the part above.
    if parts.count > 1 { #expect(parts[0] >= 2 && parts[1] >= 5, "\(parts)") }
  }

  @Test(arguments: [false, true]) func aCardThatStartsAPageDoesNotLeaveItsHeading(_ heads: Bool)
    async throws
  {
    let document = try Press.document { builder in
      for _ in 0..<3 { builder.node(.paragraph) { $0.text("Řádek.") } }
      if heads { builder.node(.heading(level: 2)) { $0.text("Oblast") } }
      _ = Self.card(1, lines: 3, in: &builder)
      for _ in 0..<3 { builder.node(.paragraph) { $0.text("Řádek.") } }
    }
    let laid = try await Press.lay(document, design: Self.design { $0.boxes[4].start = .page })
      .value
    expectSound(laid.pages, document)
    // Only what follows a heading stays with it: a card without one starts its page.
    #expect(laid.pages.pages.count == (heads ? 1 : 2))
  }

  @Test func theLastPageMayRunLong() async throws {
    var counts: [[Int]] = []
    for runLong in [Length.zero, .pt(12)] {
      var pages: [Int] = []
      for lines in 18..<60 {
        let document = try Press.document { builder in
          for _ in 0..<lines { builder.node(.paragraph) { $0.text("Řádek.") } }
        }
        let laid = try await Press.lay(
          document, design: Self.design { $0.page.runLong = runLong }
        ).value
        expectSound(laid.pages, document)
        for (number, page) in laid.pages.pages.enumerated() {
          let isLast = number + 1 == laid.pages.pages.count
          let foot = page.textRuns.map(\.1.origin.y).max() ?? .zero
          #expect(foot <= .pt(352) + (isLast ? runLong : .zero))
        }
        pages.append(laid.pages.pages.count)
      }
      counts.append(pages)
    }
    // A line more on the last page: as if the text were a line shorter, and never a page more.
    #expect(zip(counts[0], counts[1]).allSatisfy { $0 >= $1 })
    #expect(zip(counts[0], counts[1]).filter { $0 > $1 }.count == 2)
  }

  @Test func theLessStandsOnALastPageTheDearerItIs() {
    let shape = PageShape(page: DesignBook.small.page, master: nil)
    let costs = (0...24).map {
      endCost(height: shape.height.scaled(by: $0, over: 24), of: shape, .house)
    }
    #expect(costs == costs.sorted(by: >))
    #expect(costs[24] == 0 && costs[8] == 0 && costs[0] > 1_000)
  }

  @Test func aSplitCardSaysSoOnEveryFurtherPage() async throws {
    var builder = DocumentBuilder(metadata: Press.metadata, language: .czech)
    builder.continued = "pokračování"
    builder.node(.part(.chapter)) { part in
      for _ in 0..<9 { part.node(.paragraph) { $0.text("Řádek.") } }
      _ = Self.card(7, lines: 70, in: &part)
      for _ in 0..<40 { part.node(.paragraph) { $0.text("Řádek.") } }
    }
    let document = try builder.finish()
    let laid = try await Press.lay(
      document, design: Self.design { $0.boxes[4].saysContinued = true }
    ).value
    expectSound(laid.pages, document)
    let card = document.nodes.firstIndex { $0.role == .group(.card) } ?? 0
    let range = card..<document.nodes[card].end.int
    var count = 0
    for (number, page) in laid.explanation.pages.enumerated() {
      let goesOn = page.fragments.first.map { range.contains($0.node.int) } ?? false
      let starts = page.fragments.contains { document[$0.node].role == .heading(level: 2) }
      let says = Self.artifacts(laid.pages.pages[number]).contains("Karta 7 (pokračování)")
      #expect(says == (goesOn && !starts), "page \(number)")
      count += says ? 1 : 0
    }
    #expect(count >= 2)
    // The words of the heading are there once: what is repeated is no content.
    #expect(laid.pages.pageTexts.joined().components(of: "Karta 7") == 1)
  }

  @Test func aHeadingLowOnAPageMovesOn() async throws {
    for lines in 17..<24 {
      let document = try Press.document { builder in
        for _ in 0..<lines { builder.node(.paragraph) { $0.text("Řádek.") } }
        builder.node(.heading(level: 2)) { $0.text("Oddíl") }
        for _ in 0..<12 { builder.node(.paragraph) { $0.text("Řádek.") } }
      }
      let design = Self.design { $0.paragraphs[1].keepAfter = .pt(48) }
      let laid = try await Press.lay(document, design: design).value
      for page in laid.explanation.pages {
        guard
          let place = page.fragments.firstIndex(where: {
            document[$0.node].role == .heading(level: 2)
          })
        else { continue }
        #expect(page.fragments.count - place > 3, "\(lines) lines before")
      }
    }
  }

  @Test func aHeadingSnappedByItsEndKeepsItsDistance() async throws {
    let document = try Press.document { builder in
      for level in [2, 3, 2] {
        builder.node(.paragraph, look: "margin") { $0.text("Okraj") }
        builder.node(.heading(level: UInt8(level))) { $0.text("Oddíl") }
        builder.node(.paragraph) { $0.text(Press.words(30)) }
      }
    }
    let design = Self.design {
      $0.paragraphs[1].snapToGrid = false
      $0.paragraphs[1].snapsNext = true
      $0.paragraphs[1].spaceBefore = .pt(7)
    }
    let laid = try await Press.lay(document, design: design).value
    expectSound(laid.pages, document)
    let fragments = laid.explanation.pages[0].fragments.filter { $0.style != "margin" }
    var distances: [Length] = []
    for (heading, text) in zip(fragments, fragments.dropFirst()) where heading.style == "title" {
      distances.append(text.y - heading.y)
      #expect((text.y - Length.pt(49)).sp % Length.pt(12).sp == 0)
    }
    #expect(distances.count == 3 && Set(distances).count == 1)
  }

  // MARK: Side by side

  private static func matrix(_ count: Int) throws -> Document {
    try Press.document { builder in
      builder.node(.group(.matrix)) { matrix in
        matrix.node(.group(.quadrant)) { $0.node(.paragraph) { $0.text("Nahoře") } }
      }
      builder.node(.group(.matrix), look: "tree") { matrix in
        for number in 0..<count {
          matrix.node(.group(.quadrant)) { $0.node(.paragraph) { $0.text("Pole \(number)") } }
        }
      }
    }
  }

  @Test(arguments: [2, 3, 4, 5, 6]) func linesOfATreeReachEveryField(_ count: Int) async throws {
    let document = try Self.matrix(count)
    let design = Self.design {
      var tree = $0.boxes[5]
      tree.columns = 2
      tree.spaceBefore = .pt(20)
      tree.branches = Rule(width: .pt(1), colour: Self.ink)
      tree.stand = .centre
      $0.boxes.append(tree)
      $0.boxKeys["group.matrix.tree"] = $0.boxes.count - 1
    }
    let laid = try await Press.lay(document, design: design).value
    expectSound(laid.pages, document)
    let page = laid.pages.pages[0]
    let lines = Self.fills(page, Self.ink)
    let tint = design.boxes[6].background ?? .black
    let fields = Self.fills(page, tint).dropFirst()
    #expect(fields.count == count)
    for field in fields {
      let middle = field.x + field.width / 2
      #expect(
        lines.contains {
          $0.x < middle && $0.maxX > middle && ($0.maxY - field.y).sp.magnitude < 100
            && $0.height > $0.width
        }, "no line ends at the field at \(field.x), \(field.y)")
    }
    // From every line another one is reached: the tree hangs together.
    for line in lines {
      #expect(
        lines.contains {
          $0 != line && $0.x <= line.maxX && line.x <= $0.maxX && $0.y <= line.maxY
            && line.y <= $0.maxY
        })
    }
    // Lines cross no field.
    for line in lines {
      #expect(
        !fields.contains {
          line.x > $0.x && line.maxX < $0.maxX && line.maxY > $0.y + .pt(1) && line.y < $0.maxY
        })
    }
  }

  @Test func rowsOfAGridAreAsTallAsWanted() async throws {
    let document = try Self.matrix(4)
    let design = Self.design { $0.boxes[5].height = .pt(60) }
    let laid = try await Press.lay(document, design: design).value
    expectSound(laid.pages, document)
    let fields = Self.fills(laid.pages.pages[0], design.boxes[6].background ?? .black)
    #expect(fields.count == 5)
    #expect(fields.allSatisfy { $0.height == .pt(60) })
  }

  @Test(arguments: [1, 2, 7, 40, 200]) func itemsStandInColumnsOfEqualHeight(_ count: Int)
    async throws
  {
    let document = try Press.document { builder in
      builder.node(.list(.descriptions)) { list in
        for number in 0..<count {
          list.node(.item) { item in
            item.node(.label) { $0.text("Z\(number)") }
            item.node(.body) { $0.node(.paragraph) { $0.text("význam") } }
          }
        }
      }
    }
    let design = Self.design {
      $0.boxes[3].columns = 2
      $0.boxes[3].gap = .pt(6)
      $0.boxes[3].labelWidth = .pt(30)
    }
    let laid = try await Press.lay(document, design: design).value
    expectSound(laid.pages, document)
    // Down the first column, then down the next: in the order of the document.
    var last: (page: Int, x: Length, y: Length)?
    for (number, page) in laid.explanation.pages.enumerated() {
      let runs = laid.pages.pages[number].textRuns
      for fragment in page.fragments where document[fragment.node].role == .paragraph {
        guard let run = runs.first(where: { $0.0 == fragment.node })?.1 else { continue }
        if let last, last.page == number, last.x == run.origin.x {
          #expect(run.origin.y > last.y)
        }
        last = (number, run.origin.x, run.origin.y)
      }
    }
    if count == 40 {
      let runs = laid.pages.pages[0].textRuns.filter { document[$0.0].role == .paragraph }
      let columns = Dictionary(grouping: runs) { $0.1.origin.x }
      #expect(columns.values.map(\.count) == [20, 20])
    }
  }

  // MARK: Margins and folios

  @Test func marginLinesOfLeftHandPagesEndAtTheText() async throws {
    let document = try Press.document { builder in
      for number in 0..<6 {
        builder.node(.paragraph, look: "margin") { $0.text("Okraj \(number)") }
        builder.node(.paragraph) { $0.text(Press.words(120, from: number)) }
      }
    }
    let laid = try await Press.lay(
      document, design: Self.design { $0.page.marginFacesText = true }
    ).value
    expectSound(laid.pages, document)
    var sides: Set<Bool> = []
    for (number, page) in laid.pages.pages.enumerated() {
      for (owner, run) in page.textRuns where document.look(of: owner) == "margin" {
        let isVerso = number % 2 == 1
        sides.insert(isVerso)
        if isVerso {
          // The margin column lies from 20 to 80 pt; its lines are about 30 pt long.
          #expect(run.origin.x > .pt(40) && run.origin.x < .pt(80))
        } else {
          #expect(run.origin.x == .pt(220))
        }
      }
    }
    #expect(sides == [true, false])
  }

  @Test func romanFoliosDoNotComeBackAfterTheBody() async throws {
    var builder = DocumentBuilder(metadata: Press.metadata, language: .czech)
    for (number, kind) in [PartKind.frontMatter, .chapter, .frontMatter, .cover, .chapter]
      .enumerated()
    {
      builder.node(.part(kind)) { $0.node(.paragraph) { $0.text("Díl \(number)") } }
    }
    let document = try builder.finish()
    let laid = try await Press.lay(document).value
    let folios = laid.pages.pageTexts.indices.compactMap { leaf in
      laid.pages.pageTexts[leaf].isEmpty ? nil : laid.pages.pages[leaf].folio
    }
    #expect(folios == ["i", "1", "2", "", "5"])
    #expect(laid.pages.labels.map(\.style) == [.roman, .arabic, .none, .arabic])
  }
}

extension String {
  /// How often a word occurs.
  fileprivate func components(of word: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: word) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
