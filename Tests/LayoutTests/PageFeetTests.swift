import Core
import Display
import Manuscript
import Style
import Testing

@testable import Layout

/// Where pages end: what they do so that facing feet agree and nothing is left alone there.
@Suite struct PageFeetTests {
  private static func design(_ change: (inout DesignBook) -> Void) -> DesignBook {
    var design = DesignBook.small
    change(&design)
    return design
  }

  /// The lowest baseline of each page.
  private static func feet(_ laid: Laid) -> [Length] {
    laid.pages.pages.map { page in page.textRuns.map(\.1.origin.y).max() ?? .zero }
  }

  /// Text of headings and paragraphs that cannot be parted.
  private static func sections(_ lines: [Int]) throws -> Document {
    try Press.document { builder in
      for (number, count) in lines.enumerated() {
        builder.node(.heading(level: 2)) { $0.text("Oddíl \(number + 1)") }
        for _ in 0..<count { builder.node(.paragraph) { $0.text("Řádek.") } }
      }
    }
  }

  @Test func whiteGoesAboveHeadingsInWholeLines() async throws {
    // Of short sections some page ends early: the next heading has no room for its text.
    let document = try Self.sections((0..<60).map { 1 + $0 * 7 % 5 % 3 })
    func lay(_ flush: Length) async throws -> Laid {
      try await Press.lay(
        document,
        design: Self.design {
          $0.page.flush = flush
          $0.paragraphs[1].keepAfter = .pt(24)
        }
      ).value
    }
    let ragged = try await lay(.zero)
    let even = try await lay(.pt(36))
    expectSound(even.pages, document)
    let foot = Length.pt(40) + .pt(312) - .pt(3)
    let isShort = Self.feet(ragged).dropFirst().dropLast().map { $0 < foot }
    #expect(isShort.contains(true))
    let cuts = even.explanation.pages.compactMap(\.cut)
    #expect(cuts.contains { $0.flush > 0 })
    for (page, cut) in zip(even.pages.pages, cuts) where cut.flush > 0 {
      let lowest = page.textRuns.map(\.1.origin.y).max() ?? .zero
      #expect(foot - lowest < .pt(36))
      // The grid holds: what is body text stands on whole lines.
      for (owner, run) in page.textRuns where document[owner].role == .paragraph {
        #expect((run.origin.y - .pt(49)).sp % Length.pt(12).sp == 0)
      }
    }
  }

  @Test func aStyleSaysHowMuchWhiteItMayHaveBelow() async throws {
    // A title, a paragraph, and what has no room on the first page: four lines of it stay white.
    let document = try Press.document { builder in
      builder.node(.heading(level: 2)) { $0.text("Nadpis") }
      for _ in 0..<20 { builder.node(.paragraph) { $0.text("Řádek.") } }
      for _ in 0..<2 {
        builder.node(.heading(level: 3)) { $0.text("Oddíl") }
        for _ in 0..<20 { builder.node(.paragraph) { $0.text("Řádek.") } }
      }
    }
    func spread(_ stretch: Length, flush: Length = .pt(60)) async throws -> [Int] {
      let laid = try await Press.lay(
        document,
        design: Self.design {
          $0.page.flush = flush
          $0.paragraphs[1].stretchAfter = stretch
          $0.paragraphs[1].keepAfter = .pt(60)
        }
      ).value
      expectSound(laid.pages, document)
      return laid.explanation.pages.compactMap { $0.cut?.flush }
    }
    let own = try await spread(.zero)[0]
    let most = try await spread(.pt(36))[0]
    #expect(own < most)
    #expect(most <= own + 3)
    #expect(try await spread(.pt(36), flush: .pt(12))[0] == min(most, 1))
  }

  @Test(arguments: 8..<24) func noFewRowsAtTheFoot(_ before: Int) async throws {
    let document = try Press.document { builder in
      for _ in 0..<before { builder.node(.paragraph) { $0.text("Řádek.") } }
      let spec = builder.table(TableSpec(columns: [ColumnSpec(.text), ColumnSpec(.number)]))
      builder.node(.table(spec)) { table in
        table.node(.tableBody) { body in
          for row in 0..<30 {
            body.node(.row) { node in
              node.node(.dataCell(.single)) { $0.node(.paragraph) { $0.text("Obec \(row)") } }
              node.node(.dataCell(.single)) { $0.node(.paragraph) { $0.text("\(row)") } }
            }
          }
        }
      }
    }
    let laid = try await Press.lay(document).value
    expectSound(laid.pages, document)
    let rows = laid.pages.pageTexts.map { text in
      text.split(separator: " ").count { $0.contains("Obec") }
    }
    let first = rows.first { $0 > 0 } ?? 0
    #expect(first == 30 || first >= 3, "\(rows)")
  }

  @Test func aTableWithItsCaptionInTheMarginMayStartAPage() async throws {
    let design = Self.design {
      $0.paragraphKeys["caption"] = 4
      $0.tables[0].keepCost = 5_000
    }
    for before in 10..<20 {
      let document = try Press.document { builder in
        for _ in 0..<before { builder.node(.paragraph) { $0.text("Řádek.") } }
        builder.node(.paragraph) { $0.text("Poslední před tabulkou.") }
        let spec = builder.table(TableSpec(columns: [ColumnSpec(.text)]))
        builder.node(.table(spec)) { table in
          table.node(.caption) { $0.text("Tabulka 1") }
          table.node(.tableBody) { body in
            for row in 0..<20 {
              body.node(.row) { node in
                node.node(.dataCell(.single)) { $0.node(.paragraph) { $0.text("\(row)") } }
              }
            }
          }
        }
      }
      let laid = try await Press.lay(document, design: design).value
      expectSound(laid.pages, document)
      let texts = laid.pages.pageTexts
      let last = texts.firstIndex { $0.contains("Poslední") }
      let table = texts.firstIndex { $0.contains("Tabulka 1") }
      if last != table { #expect(texts[last ?? 0].hasSuffix("tabulkou."), "\(before)") }
    }
  }

  @Test func aHeadingIsNotLeftAloneForTheNotesOfWhatFollows() {
    var galley = Galley()
    galley.boxes = (0..<8).map { _ in BreakingTests.box() }
    galley.boxes[4].penalty = Penalty.heading
    galley.boxes[4].notes = 0..<2
    let slice = NoteSlice(space: .zero, height: .pt(8), placed: 0..<0)
    galley.notes = [9, 2].map {
      FootNote(node: NodeID(1), slices: Array(repeating: slice, count: $0))
    }
    for number in 1...3 { galley.boxes[number].penalty = Penalty.together }
    let pages = breakOptimally(
      galley, first: BreakingTests.shape, other: BreakingTests.shape)
    // Alone the heading in box 3 would stand at the first page's foot.
    #expect(pages.contains { $0.boxes.contains(3) && $0.boxes.contains(4) })
    #expect(pages.flatMap { Array($0.boxes) } == Array(0..<8))
  }

  // MARK: Paragraphs a line longer or shorter

  private static func prose(_ seed: Int) throws -> Document {
    try Press.document { builder in
      for number in 0..<14 {
        builder.node(.paragraph) {
          $0.text(Press.words(40 + (number * 7 + seed * 11) % 60, from: number * 3 + seed) + ".")
        }
      }
    }
  }

  private static let flexible = design {
    $0.pageBreaking[.paragraph] = 400
    $0.paragraphs[0].breaking.tolerance = 2_000
  }

  @Test func paragraphsGiveWayToTheirPages() async throws {
    var changed = 0
    for seed in 0..<8 {
      let document = try Self.prose(seed)
      let laid = try await Press.lay(document, design: Self.flexible).value
      expectSound(laid.pages, document)
      let stiff = try await Layout.lay(
        document, design: Self.flexible, fonts: Press.fonts(of: .small),
        hyphenation: Press.hyphenation(), workers: 1, variants: .none
      ).value
      let all = try await Layout.lay(
        document, design: Self.flexible, fonts: Press.fonts(of: .small),
        hyphenation: Press.hyphenation(), workers: 1, variants: .everywhere
      ).value
      #expect(laid.explanation.cost <= stiff.explanation.cost)
      #expect(all.explanation.cost <= stiff.explanation.cost)
      for page in laid.explanation.pages {
        for (change, node) in zip(page.cut?.changes ?? [], page.changed) {
          changed += 1
          func lines(_ laid: Laid) -> Int {
            laid.explanation.pages.flatMap(\.fragments).filter { $0.node == node }
              .reduce(0) { $0 + $1.lines.count }
          }
          #expect(lines(laid) == lines(stiff) + Int(change.lines))
          #expect(page.text(in: .cs, of: document).contains("o řádek"))
          #expect(page.text(in: .en, of: document).contains("a line "))
        }
      }
    }
    #expect(changed > 0)
  }

  @Test func workersDoNotMatter() async throws {
    let document = try Self.prose(3)
    let one = try await Press.lay(document, design: Self.flexible, workers: 1).value
    #expect(try await Press.lay(document, design: Self.flexible, workers: 2).value == one)
  }

  @Test func onlyRightHandPagesAreComparedWithTheirNeighbours() async throws {
    var facing = 0
    for lines in stride(from: 20, to: 60, by: 7) {
      var builder = DocumentBuilder(metadata: Press.metadata, language: .czech)
      // A page of front matter, then chapters that start on the right: blank pages come between.
      builder.node(.part(.frontMatter)) { $0.node(.paragraph) { $0.text("Úvod.") } }
      for _ in 0..<3 {
        builder.node(.part(.chapter)) { part in
          for section in 0..<6 {
            part.node(.heading(level: 2)) { $0.text("Oddíl") }
            for _ in 0..<lines / 3 + section { part.node(.paragraph) { $0.text("Řádek.") } }
          }
        }
      }
      let document = try builder.finish()
      let design = Self.design { $0.paragraphs[1].keepAfter = .pt(60) }
      let laid = try await Press.lay(document, design: design).value
      for (leaf, page) in laid.explanation.pages.enumerated() {
        guard let cut = page.cut, cut.facing > 0 else { continue }
        facing += 1
        #expect(leaf % 2 == 0 && leaf > 0)
      }
    }
    #expect(facing > 0)
  }

  @Test func waysToBreakAreCompared() async throws {
    let document = try Self.prose(1)
    let laid = try await Press.lay(document).value
    let others = PageCosts(greedy: 900, stiff: 700, exact: laid.explanation.cost)
    let czech = laid.explanation.costText(in: .cs, of: document, others: others)
    #expect(czech.contains(": ztráta 0 (0.0 %)") && czech.contains("po stránkách 900"))
    let english = laid.explanation.costText(in: .en, of: document, others: others)
    #expect(english.contains(": loss 0 (0.0 %)") && english.contains("page by page 900"))
  }
}
