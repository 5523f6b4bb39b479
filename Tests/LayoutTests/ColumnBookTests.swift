import Core
import Display
import Layout
import Manuscript
import Style
import Testing

/// The book in columns (Tests/Publications/sloupce), read back from its pages.
@Suite struct ColumnBookTests {
  /// The pages on which a node or what is in it has words or is drawn.
  private func pages(of node: NodeID, _ pages: PageList, _ document: Document) -> [Int] {
    pages.pages.indices.filter { number in
      pages.pages[number].spans.contains { span in
        guard case .node(let owner) = span.owner else { return false }
        return owner >= node && owner < document[node].end
      }
    }
  }

  /// A picture and a table over both columns stand at the heads of the pages after those of their
  /// calls, in their order; the text runs on in two columns where they were called, and `inspect` names
  /// them. Nothing is lost or repeated, and readers by ear hear them where they are called.
  @Test func whatSpansFloats() async throws {
    let (document, design) = try TestBook.read("sloupce")
    let outcome = try await Press.lay(document, design: design)
    #expect(outcome.warnings.isEmpty)
    let laid = outcome.value
    expectSound(laid.pages, document)
    let exhibits = document.nodes.indices.map { NodeID($0) }
      .filter { document[$0].role == .group(.exhibit) }
    #expect(exhibits.count == 3)
    let leaves = exhibits.map { pages(of: $0, laid.pages, document) }
    #expect(leaves.allSatisfy { $0.count == 1 })
    var floated = 0
    for (exhibit, own) in zip(exhibits, leaves) {
      // What stands before it in the text, and what stands after it.
      let call = try #require(siblings(of: exhibit, document).last { $0 < exhibit })
      let next = try #require(siblings(of: exhibit, document).first { $0 > exhibit })
      let called = pages(of: call, laid.pages, document)
      #expect(own[0] >= called.last ?? 0)
      guard own[0] > called.last ?? 0 else { continue }
      floated += 1
      #expect(pages(of: next, laid.pages, document).first == called.last)
      let waits = laid.explanation.pages[called.last ?? 0].floats
      #expect(waits.contains { $0.node == exhibit && $0.place == .later })
      let stands = laid.explanation.pages[own[0]].floats
      #expect(stands.contains { $0.node == exhibit && $0.place == .head })
    }
    #expect(floated == 2)
  }

  private func siblings(of node: NodeID, _ document: Document) -> [NodeID] {
    document.children(of: document[node].parent).map { $0 }
  }

  /// Chapters run in two columns, annexes in three; notes of these stand below their columns.
  @Test func notesStandBelowTheirColumns() async throws {
    let (document, design) = try TestBook.read("sloupce")
    let pages = try await Press.lay(document, design: design).value.pages
    var lefts: [Set<Length>] = []
    for page in pages.pages {
      var found: Set<Length> = []
      for (owner, ink) in page.textFields where isInNote(owner, document) {
        if document[owner].role == .paragraph { found.insert(ink.x) }
      }
      lefts.append(found)
    }
    let annex = try #require(lefts.last)
    let width = design.page.fullWidth / 3
    let columns = Set(annex.map { ($0 - (annex.min() ?? .zero) + .pt(9)).sp / width.sp })
    #expect(columns == [0, 1, 2], "\(annex)")
  }

  private func isInNote(_ node: NodeID, _ document: Document) -> Bool {
    sequence(first: node, next: { $0.raw > 0 ? document[$0].parent : nil })
      .contains { document[$0].role == .note }
  }
}
