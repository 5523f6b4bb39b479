import Core
import Display
import Manuscript
import Style
import Testing

@testable import Layout

/// Matrices: on one page where they fit, and told on every page where they do not.
@Suite struct MatrixTests {
  private static let names = ["Silné stránky", "Slabé stránky", "Příležitosti", "Hrozby"]
  private static let signs = ["+", "−", "↗", "!"]
  private static let tint = DesignBook.small.boxes[6].background ?? .black

  /// The matrix keeps together where it can, is parted by its items, and says where it goes on.
  private static var design: DesignBook {
    var design = DesignBook.small
    var title = design.paragraphs[1]
    title.name = "quadrant-title"
    title.text.size = .pt(7)
    title.leading = .pt(12)
    title.label = .inline
    title.spaceBefore = .zero
    title.snapToGrid = false
    design.paragraphs.append(title)
    design.paragraphKeys["heading.3.quadrant"] = design.paragraphs.count - 1
    design.boxes[5].keepTogether = true
    design.boxes[5].saysContinued = true
    design.boxes[5].keepEnds = .pt(36)
    design.boxes[5].spaceBefore = .pt(12)
    return design
  }

  /// Lines before, then a heading and a matrix whose quadrants hold so many items each.
  private static func document(
    before: Int = 0, items: [Int], words: Int = 12, heading: Bool = true
  ) throws -> Document {
    var builder = DocumentBuilder(metadata: Press.metadata, language: .czech)
    builder.continued = "pokračování"
    builder.node(.part(.chapter)) { part in
      for number in 0..<before { part.node(.paragraph) { $0.text("Řádek \(number).") } }
      part.node(.section) { section in
        if heading { section.node(.heading(level: 2)) { $0.text("Senioři") } }
        section.node(.group(.matrix)) { matrix in
          for (quadrant, count) in items.enumerated() {
            matrix.node(.group(.quadrant)) { field in
              field.node(.heading(level: 3), look: "quadrant") { heading in
                heading.node(.label) { $0.text(signs[quadrant]) }
                heading.text(" \(names[quadrant])")
              }
              for item in 0..<count {
                field.node(.paragraph) {
                  $0.text(Press.words(words, from: quadrant * 31 + item * 5))
                }
              }
            }
          }
        }
      }
      for number in 0..<20 { part.node(.paragraph) { $0.text("Řádek \(number).") } }
    }
    return try builder.finish()
  }

  private static func quadrants(of document: Document) -> [Range<Int>] {
    document.nodes.indices.filter { document.nodes[$0].role == .group(.quadrant) }
      .map { $0..<document.nodes[$0].end.int }
  }

  /// How many lines of a quadrant stand on each page.
  private static func lines(of quadrant: Range<Int>, in laid: Laid) -> [Int] {
    laid.explanation.pages.map { page in
      page.fragments.filter { quadrant.contains($0.node.int) }
        .reduce(0) { $0 + $1.lines.count }
    }
  }

  @Test(arguments: [[14, 14, 14, 14], [30, 12, 4, 9], [5, 40, 3, 3], [20, 3, 22, 22]])
  func aFieldThatGoesOnSaysItsHeading(_ items: [Int]) async throws {
    let document = try Self.document(before: 4, items: items)
    let laid = try await Press.lay(document, design: Self.design).value
    expectSound(laid.pages, document)
    let quadrants = Self.quadrants(of: document)
    let matrix = (quadrants.first?.lowerBound ?? 0)..<(quadrants.last?.upperBound ?? 0)
    let all = Self.lines(of: matrix, in: laid)
    #expect(all.filter { $0 > 0 }.count >= 2)
    for (number, page) in laid.pages.pages.enumerated() where all[number] > 0 {
      let said = page.words(of: .repetition)
      let goesOn = all[..<number].contains { $0 > 0 }
      #expect(said.contains("Senioři (pokračování)") == goesOn, "page \(number): \(said)")
      var present = 0
      for (quadrant, nodes) in quadrants.enumerated() {
        let lines = Self.lines(of: nodes, in: laid)
        let began = lines[..<number].contains { $0 > 0 }
        let name = "\(Self.names[quadrant]) (pokračování)"
        #expect(said.contains(name) == (began && lines[number] > 0), "page \(number): \(said)")
        present += lines[number] > 0 ? 1 : 0
      }
      // A field that has ended is not there any more, and none is empty.
      let fields = page.fills.filter { $0.width == .pt(121) && $0.height > .pt(1) }
      #expect(fields.count == present)
      // Where it is split, a field reaches no further than what stands in it.
      let isSplit = quadrants.contains { nodes in
        let lines = Self.lines(of: nodes, in: laid)
        return lines[number] > 0 && lines.filter { $0 > 0 }.count > 1
      }
      guard isSplit, Set(fields.map(\.y)).count == 1 else { continue }
      for field in fields {
        let foot =
          page.textRuns.filter { $0.1.origin.x > field.x && $0.1.origin.x < field.maxX }
          .map(\.1.origin.y).filter { $0 < field.maxY }.max() ?? .zero
        #expect(field.maxY - foot < .pt(12), "page \(number)")
      }
    }
    // What is repeated is no content: each heading is there once.
    let text = laid.pages.pageTexts.joined()
    for name in Self.names { #expect(text.ranges(of: name).count == 1) }
  }

  @Test func aHeadingSaidAgainStandsWhereItDid() async throws {
    var design = Self.design
    design.paragraphs[design.paragraphs.count - 1].alignment = .centre
    let document = try Self.document(items: [30, 30, 1, 1])
    let laid = try await Press.lay(document, design: design).value
    for (number, page) in laid.pages.pages.enumerated() {
      // The measure of the first field: 121 pt less its padding, on versos further out.
      let left = Length.pt(number % 2 == 1 ? 26 : 36)
      for span in page.spans where span.owner == .artifact(.repetition) {
        for op in page.ops[Int(span.ops.lowerBound)..<Int(span.ops.upperBound)] {
          guard case .glyphs(let run) = op, page.text(of: run).contains("Silné") else { continue }
          let width = page.glyphs[Int(run.glyphs.lowerBound)..<Int(run.glyphs.upperBound)]
            .reduce(Length.zero) { $0 + Length(sp: $1.advance) }
          // As much white before as behind, the sign before it aside.
          let uneven = (run.origin.x - left) * 2 + width - .pt(109)
          #expect(uneven > -.pt(4) && uneven < .pt(16), "\(uneven)")
        }
      }
    }
  }

  @Test(arguments: 3..<26) func noLineOfAQuadrantStandsAlone(_ before: Int) async throws {
    let document = try Self.document(before: before, items: [18, 15, 6, 21])
    let laid = try await Press.lay(document, design: Self.design).value
    expectSound(laid.pages, document)
    for quadrant in Self.quadrants(of: document) {
      let lines = Self.lines(of: quadrant, in: laid).filter { $0 > 0 }
      guard lines.count > 1 else { continue }
      #expect(lines.allSatisfy { $0 >= 3 }, "\(lines)")
    }
  }

  @Test(arguments: 1..<30) func aMatrixThatFitsAPageIsNotSplit(_ before: Int) async throws {
    let document = try Self.document(before: before, items: [3, 2, 3, 1], words: 8)
    let laid = try await Press.lay(document, design: Self.design).value
    let nodes = Self.quadrants(of: document)
    let matrix = (nodes.first?.lowerBound ?? 0)..<(nodes.last?.upperBound ?? 0)
    let pages = Self.lines(of: matrix, in: laid).indices {
      $0 > 0
    }
    #expect(pages.ranges.count == 1 && pages.ranges.first?.count == 1)
  }

  @Test func aRowThatNeedsMoreTakesItFromTheOther() async throws {
    var design = Self.design
    design.boxes[5].height = .pt(120)
    for (items, isEven) in [([2, 1, 2, 2], true), ([7, 2, 2, 2], false)] {
      let document = try Self.document(items: items, words: 4)
      let laid = try await Press.lay(document, design: design).value
      let fields = laid.pages.pages.flatMap(\.fills).filter { $0.width == .pt(121) }
      let tall = fields.map(\.height)
      #expect(tall.count == 4 && tall[0] == tall[1] && tall[2] == tall[3])
      #expect(tall[0] + tall[2] == .pt(240), "\(tall)")
      #expect(isEven ? tall[0] == .pt(120) : tall[0] > .pt(130))
    }
  }

  @Test(arguments: 1..<5) func fieldsFillThePageBelowTheirHeading(_ before: Int) async throws {
    var design = Self.design
    design.boxes[5].height = .pt(400)
    let document = try Self.document(before: before * 6, items: [2, 2, 2, 2])
    let laid = try await Press.lay(document, design: design).value
    let page = try #require(laid.pages.pages.first { $0.fills.contains { $0.width == .pt(121) } })
    let fields = page.fills.filter { $0.width == .pt(121) }
    #expect(fields.count == 4)
    #expect(fields.allSatisfy { $0.maxY <= .pt(352) })
    #expect(fields.contains { $0.maxY > .pt(352 - 24) })
    #expect(Self.headingStands(on: page, of: document))
  }

  private static func headingStands(on page: Page, of document: Document) -> Bool {
    page.textRuns.contains { document[$0.0].role == .heading(level: 2) }
  }

  // MARK: Headings of wide things

  @Test func aHeadingStartsWhereWhatIsBelowItDoes() async throws {
    var design = Self.design
    design.paragraphs[1].label = .inline
    for before in [0, 26] {
      for hasText in [false, true] {
        let document = try Press.document { builder in
          for number in 0..<before { builder.node(.paragraph) { $0.text("Řádek \(number).") } }
          builder.node(.section) { section in
            section.node(.heading(level: 2)) { $0.text("Senioři") }
            if hasText { section.node(.paragraph) { $0.text("Úvod.") } }
            section.node(.section) { inner in
              inner.node(.heading(level: 3)) { $0.text("Rozbor") }
              inner.node(.group(.matrix)) { matrix in
                matrix.node(.group(.quadrant)) { field in
                  field.node(.paragraph) { $0.text("Pole") }
                }
              }
            }
          }
        }
        let laid = try await Press.lay(document, design: design).value
        expectSound(laid.pages, document)
        // On the verso, text starts at 90 pt and what is wide at 20 pt; on the recto all at 30 pt.
        let isVerso = before > 0
        let runs = (laid.pages.pages.last?.textRuns ?? []).map { ($0.0, $0.1.origin.x) }
        let wide = Length.pt(isVerso ? 20 : 30)
        let text = Length.pt(isVerso ? 90 : 30)
        let outer = try #require(runs.first { document[$0.0].role == .heading(level: 2) }?.1)
        let inner = try #require(runs.first { document[$0.0].role == .heading(level: 3) }?.1)
        #expect(inner == wide)
        #expect(outer == (hasText ? text : wide))
      }
    }
  }
}
