import Core
import Display
import Layout
import Manuscript
import Style
import Testing

/// Paragraphs, headings, lists and boxes on small pages.
@Suite struct BlockTests {
  @Test func anEmptyDocumentHasAnEmptyBook() async throws {
    let document = try DocumentBuilder(metadata: Press.metadata, language: .czech).finish()
    let laid = try await Press.lay(document).value
    #expect(laid.pages.pages.isEmpty)
    #expect(laid.pages.faults() == [])
    let part = try await Press.lay(Press.document { _ in }).value
    #expect(part.pages.pages.isEmpty)
  }

  @Test func longTextFillsPagesOnTheGrid() async throws {
    let document = try Press.document { builder in
      builder.node(.heading(level: 1), anchor: "a") { $0.text("Kapitola") }
      for number in 0..<30 {
        builder.node(.paragraph) { $0.text(Press.words(35 + number * 3, from: number) + ".") }
      }
    }
    let laid = try await Press.lay(document).value
    expectSound(laid.pages, document)
    #expect(laid.pages.pages.count > 5)
    // Register: every baseline of the text column stands on the grid.
    for page in laid.pages.pages {
      for (owner, run) in page.textRuns where owner != NodeID(2) {
        let over = (run.origin.y - Length.pt(49)).sp % Length.pt(12).sp
        #expect(over == 0, "a baseline at \(run.origin.y)")
      }
    }
    // Verso pages mirror: the text column stands at the spine.
    #expect(laid.pages.pages[2].textRuns[0].1.origin.x >= .pt(30))
    #expect(laid.pages.pages[1].textRuns[0].1.origin.x >= .pt(90))
    // No page ends with less than two lines of a paragraph, nor starts so.
    for page in laid.explanation.pages {
      for fragment in page.fragments where fragment.lines.count == 1 {
        let all = laid.explanation.pages.flatMap(\.fragments).filter { $0.node == fragment.node }
        #expect(all.count == 1, "\(fragment.node) leaves one line alone")
      }
    }
  }

  @Test func aHeadingStaysWithItsText() async throws {
    for lines in 14..<24 {
      let document = try Press.document { builder in
        builder.node(.heading(level: 1)) { $0.text("Kapitola") }
        for _ in 0..<lines { builder.node(.paragraph) { $0.text("Řádek.") } }
        builder.node(.heading(level: 2)) { $0.text("Oddíl") }
        builder.node(.paragraph) { $0.text(Press.words(60)) }
      }
      let laid = try await Press.lay(document).value
      for page in laid.explanation.pages {
        #expect(
          page.fragments.last.map { document[$0.node].role } != .heading(level: 2),
          "\(lines) lines before")
      }
    }
  }

  @Test func labelsHangBesideTheirItems() async throws {
    let document = try Press.document { builder in
      builder.node(.list(.ordered)) { list in
        for number in 1...40 {
          list.node(.item) { item in
            item.node(.label) { $0.text("\(number).") }
            item.node(.body) { body in
              body.node(.paragraph) { $0.text(Press.words(20, from: number)) }
              if number % 10 == 0 {
                body.node(.list(.unordered)) { inner in
                  inner.node(.item) { item in
                    item.node(.label) { $0.text("–") }
                    item.node(.body) { $0.node(.paragraph) { $0.text("vnořená položka") } }
                  }
                }
              }
            }
          }
        }
      }
    }
    let laid = try await Press.lay(document).value
    expectSound(laid.pages, document)
    for page in laid.pages.pages {
      var baselines: [NodeID: Length] = [:]
      for (owner, run) in page.textRuns where baselines[owner] == nil {
        baselines[owner] = run.origin.y
      }
      for (owner, y) in baselines where document[owner].role == .label {
        let text = NodeID(owner.raw + 2)
        #expect(baselines[text] == y, "label \(owner)")
      }
    }
  }

  @Test func tintsContinueOnTheNextPage() async throws {
    let document = try Press.document { builder in
      builder.node(.group(.card)) { card in
        for number in 0..<12 { card.node(.paragraph) { $0.text(Press.words(40, from: number)) } }
      }
    }
    let laid = try await Press.lay(document).value
    expectSound(laid.pages, document)
    #expect(laid.pages.pages.count >= 2)
    for (number, page) in laid.pages.pages.enumerated() {
      let tint = try #require(page.fills.first { $0.width == .pt(180) && $0.height > .pt(20) })
      let lines = page.textRuns.map(\.1.origin.y)
      let first = try #require(lines.min())
      let last = try #require(lines.max())
      #expect(tint.y + .pt(6) <= first && last + .pt(6) <= tint.maxY, "page \(number)")
      #expect(tint.maxY <= .pt(352))
    }
  }

  @Test func aRuleKeepsItsDistanceToTheTitle() async throws {
    var design = DesignBook.small
    design.boxes[4].background = nil
    design.boxes[4].padding = .zero
    design.boxes[4].ruleAbove = Rule(width: .pt(1), colour: .black, distance: .pt(6))
    let document = try Press.document { builder in
      for card in 0..<8 {
        builder.node(.group(.card)) { group in
          group.node(.heading(level: 2)) { $0.text("Karta \(card)") }
          // Off the grid by a line of the margin's, a different amount each time.
          for _ in 0...card % 3 { group.node(.list(.unordered)) { _ in } }
          group.node(.paragraph) { $0.text(Press.words(10 + card * 5)) }
        }
      }
    }
    let laid = try await Press.lay(document, design: design).value
    expectSound(laid.pages, document)
    var distances: Set<Length> = []
    for page in laid.pages.pages {
      for rule in page.fills where rule.height == .pt(1) {
        let title = try #require(page.textRuns.map(\.1.origin.y).filter { $0 > rule.y }.min())
        distances.insert(title - rule.y)
      }
    }
    #expect(distances.count <= 2, "\(distances)")  // at a page's head, and elsewhere
  }

  @Test func quadrantsAreOfEqualHeight() async throws {
    func document(_ items: Int) throws -> Document {
      try Press.document { builder in
        builder.node(.heading(level: 1)) { $0.text("SWOT") }
        builder.node(.group(.matrix)) { matrix in
          for quadrant in 0..<4 {
            matrix.node(.group(.quadrant)) { group in
              group.node(.heading(level: 2)) { $0.text("Pole \(quadrant)") }
              group.node(.list(.unordered)) { list in
                for item in 0...quadrant * items {
                  list.node(.item) { node in
                    node.node(.label) { $0.text("–") }
                    node.node(.body) { $0.node(.paragraph) { $0.text(Press.words(5, from: item)) } }
                  }
                }
              }
            }
          }
        }
      }
    }
    let small = try document(1)
    let laid = try await Press.lay(small).value
    expectSound(laid.pages, small)
    let fields = laid.pages.pages.flatMap(\.fills).filter { $0.width == .pt(121) }
    #expect(fields.count == 4)
    #expect(fields[0].height == fields[1].height && fields[2].height == fields[3].height)
    #expect(fields[1].x - fields[0].maxX == .pt(8))
    // Taller than a page: the fields run on, side by side.
    let tall = try document(25)
    let long = try await Press.lay(tall)
    expectSound(long.value.pages, tall)
    #expect(long.warnings.isEmpty)
  }

  @Test func marginBlocksDoNotOverlap() async throws {
    let document = try Press.document { builder in
      for number in 0..<12 {
        builder.node(.paragraph, look: "margin") { $0.text(Press.words(9, from: number)) }
        builder.node(.paragraph) { $0.text("Krátký odstavec \(number).") }
      }
    }
    let laid = try await Press.lay(document).value
    expectSound(laid.pages, document)
    for page in laid.pages.pages {
      let beside = page.textRuns.filter { document.look(of: $0.0) == "margin" }.map(\.1.origin.y)
      let lines = Set(beside).sorted()
      for (a, b) in zip(lines, lines.dropFirst()) { #expect(b - a >= .pt(12)) }
      #expect(lines.allSatisfy { $0 <= .pt(352) })
    }
  }

  @Test func notesStandAtTheFootOfTheirPage() async throws {
    let document = try Press.document { builder in
      for number in 0..<9 {
        var note = NodeID(0)
        builder.node(.section) { section in
          let paragraph = section.node(.paragraph) { $0.text(Press.words(60, from: number)) }
          note = section.node(.note, anchor: "n\(number)") { note in
            note.node(.label) { $0.text("\(number)") }
            note.node(.body) { body in
              body.node(.paragraph) { $0.text(Press.words(number == 5 ? 400 : 15, from: number)) }
            }
          }
          section.reopen(paragraph) { open in
            open.node(.noteReference(note)) { $0.text("\(number)") }
          }
        }
      }
    }
    let laid = try await Press.lay(document)
    #expect(laid.warnings == [])
    expectSound(laid.value.pages, document)
    for (number, page) in laid.value.pages.pages.enumerated() {
      let calls = page.textRuns.filter {
        if case .noteReference = document[$0.0].role { true } else { false }
      }
      for (call, run) in calls {
        guard case .noteReference(let note) = document[call].role else { continue }
        let own = page.textRuns.filter { $0.0 > note && $0.0 < document[note].end }
        let first = try #require(own.first, "page \(number): the note starts elsewhere")
        #expect(first.1.origin.y > run.origin.y)
      }
    }
  }

  @Test func aNoteCalledAgainIsPrintedOnce() async throws {
    let document = try Press.document { builder in
      let first = builder.node(.paragraph) { $0.text("Poprvé") }
      let note = builder.node(.note, anchor: "n") { note in
        note.node(.label) { $0.text("1") }
        note.node(.body) { $0.node(.paragraph) { $0.text("Poznámka") } }
      }
      builder.reopen(first) { open in
        open.node(.noteReference(note)) { $0.text("1") }
      }
      builder.node(.paragraph) { again in
        again.text("Podruhé")
        again.node(.noteReference(note)) { $0.text("1") }
      }
    }
    let laid = try await Press.lay(document).value
    expectSound(laid.pages, document)
    let owners = laid.pages.pages.flatMap { $0.textRuns.map(\.0) }
    let note = try #require(document.nodes.firstIndex { $0.role == .note })
    let end = Int(document[NodeID(note)].end.int)
    #expect(owners.count { $0.int > note && $0.int < end } == 2)
    #expect(owners.count { document[$0].role == .noteReference(NodeID(note)) } == 2)
  }

  @Test func aMonsterParagraphIsSetOnItsPages() async throws {
    let document = try Press.document { builder in
      builder.node(.paragraph) { $0.text(Press.words(20_000)) }
    }
    let laid = try await Press.lay(document).value
    expectSound(laid.pages, document)
    #expect(laid.pages.pages.count > 50)
  }
}

extension Page {
  /// The runs of text that belong to nodes.
  var textRuns: [(NodeID, GlyphRun)] {
    spans.flatMap { span -> [(NodeID, GlyphRun)] in
      guard case .node(let node) = span.owner else { return [] }
      return ops[Int(span.ops.lowerBound)..<Int(span.ops.upperBound)].compactMap {
        if case .glyphs(let run) = $0 { (node, run) } else { nil }
      }
    }
  }

  /// The fields on the upright page that the words of nodes take: their baselines, as wide as the
  /// ink; turned ones stand on end.
  var textFields: [(NodeID, Rect)] {
    spans.flatMap { span -> [(NodeID, Rect)] in
      guard case .node(let node) = span.owner else { return [] }
      return (span.ops.lowerBound..<span.ops.upperBound).compactMap { number in
        guard case .glyphs(let run) = ops[Int(number)] else { return nil }
        let field = Rect(
          x: run.origin.x, y: run.origin.y, width: inkWidth(of: run), height: .zero)
        if let turn, turn.ops.contains(number) { return (node, turn.place(of: field)) }
        return (node, field)
      }
    }
  }

  /// The filled rectangles.
  var fills: [Rect] {
    ops.compactMap { if case .fill(let rect, _) = $0 { rect } else { nil } }
  }
}
