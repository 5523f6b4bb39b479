import Core
import Display
import Layout
import Manuscript
import Style
import Testing

/// What holds for every book, tried on books made by chance.
@Suite struct RandomBookTests {
  private static let seeds: [UInt64] = [3, 7, 11, 16, 19, 23, 28, 31, 36, 40]

  private static var design: DesignBook {
    var design = DesignBook.small
    var wide = design.tables[0]
    wide.landscape = true
    wide.name = "wide"
    design.tables.append(wide)
    design.tableKeys["table.landscape"] = 1
    design.paragraphKeys["quote/paragraph"] = 0
    return design
  }

  /// No word is lost or repeated, none stands outside the type area, heads come back, notes stand
  /// by their calls, links lie on their words. And the books hold what they are made for; else
  /// all this would prove nothing.
  @Test func whatHoldsForEveryBook() async throws {
    var turned = 0
    var longNotes = 0
    var splitTables = 0
    var tallRows = 0
    var innerTables = 0
    var blocks = 0
    for seed in Self.seeds {
      let document = try RandomBook.document(seed: seed)
      let outcome = try await Press.lay(document, design: Self.design)
      #expect(outcome.warnings == [], "seed \(seed)")
      let pages = outcome.value.pages
      expectSound(pages, document)
      expectWithinTypeArea(pages)
      expectFootnotes(pages, document)
      expectHeads(pages, document)
      expectLinks(pages, document)
      turned += pages.pages.count { $0.turn != nil && !$0.links.isEmpty }
      let leaves = leaves(pages, document)
      for position in document.nodes.indices {
        let count = leaves[position].count
        switch document.nodes[position].role {
        case .table where document.isInCell(NodeID(position)): innerTables += 1
        case .dataCell(let span) where span.columns > 1 && span.rows > 1: blocks += 1
        case .note where count > 1: longNotes += 1
        case .table where count > 1: splitTables += 1
        case .row where count > 2: tallRows += 1
        default: break
        }
      }
    }
    let found =
      "\(turned) turned, \(longNotes) notes, \(splitTables) tables, \(tallRows) rows, "
      + "\(innerTables) tables in cells, \(blocks) blocks"
    #expect(turned > 0 && longNotes > 0 && splitTables > 4 && tallRows > 0, "\(found)")
    #expect(innerTables > 4 && blocks > 4, "\(found)")
  }

  /// The same in columns, whatever they hold and wherever notes stand.
  @Test(arguments: [2, 3]) func whatHoldsInColumns(_ count: Int) async throws {
    var design = ColumnTests.design(count, notes: count == 2 ? .page : .column)
    design.boxes[0].placement = .full
    let base = Self.design
    (design.tables, design.tableKeys) = (base.tables, base.tableKeys)
    design.paragraphKeys = base.paragraphKeys
    for seed in Self.seeds {
      let document = try RandomBook.document(seed: seed)
      let outcome = try await Press.lay(document, design: design)
      #expect(outcome.warnings == [], "seed \(seed)")
      let pages = outcome.value.pages
      expectSound(pages, document)
      expectWithinTypeArea(pages)
      expectFootnotes(pages, document)
      expectHeads(pages, document)
      expectLinks(pages, document)
    }
  }

  @Test func workersDoNotMatter() async throws {
    for seed in Self.seeds.prefix(2) {
      let document = try RandomBook.document(seed: seed)
      let one = try await Press.lay(document, design: Self.design, workers: 1).value
      #expect(try await Press.lay(document, design: Self.design, workers: 8).value == one)
    }
  }

  // MARK: Properties

  /// The pages on which each node has words.
  private func leaves(_ pages: PageList, _ document: Document) -> [Set<Int>] {
    var leaves = [Set<Int>](repeating: [], count: document.nodes.count)
    for (number, page) in pages.pages.enumerated() {
      for (owner, _) in page.textRuns {
        var node = owner
        while leaves[node.int].insert(number).inserted, node.raw != 0 {
          node = document[node].parent
        }
      }
    }
    return leaves
  }

  private func expectWithinTypeArea(_ pages: PageList) {
    let page = Self.design.page
    for (number, leaf) in pages.pages.enumerated() {
      let left = number % 2 == 0 ? page.inner : page.trim.width - page.inner - page.fullWidth
      let area = Rect(
        x: left, y: page.top, width: page.fullWidth,
        height: page.trim.height - page.top - page.bottom
          // A kern at an edge that was shaped again may take a fifth of a point more.
      ).outset(by: .milliPoints(210))
      for (owner, ink) in leaf.textFields {
        #expect(
          ink.x >= area.x && ink.maxX <= area.maxX && ink.y >= area.y && ink.maxY <= area.maxY,
          "page \(number) node \(owner): \(ink), type area \(area)")
      }
    }
  }

  /// A note starts on the page of its call and goes on without a gap.
  private func expectFootnotes(_ pages: PageList, _ document: Document) {
    let leaves = leaves(pages, document)
    for position in document.nodes.indices {
      guard case .noteReference(let note) = document.nodes[position].role else { continue }
      let own = leaves[note.int].sorted()
      #expect(own.first == leaves[position].min(), "note \(note) of seed")
      // Turned pages, which have no notes of the text, may lie between.
      let between = ((own.first ?? 0)...(own.last ?? 0)).filter { !own.contains($0) }
      #expect(between.allSatisfy { pages.pages[$0].turn != nil }, "note \(note)")
    }
  }

  /// The head of a table is content where the table starts and comes back on each further page.
  private func expectHeads(_ pages: PageList, _ document: Document) {
    let leaves = leaves(pages, document)
    for position in document.nodes.indices {
      guard case .table = document.nodes[position].role else { continue }
      let id = NodeID(position)
      if document.isInCell(id) { continue }
      let parts = Array(document.children(of: id))
      guard parts.count == 3 else {
        Issue.record("a table of \(parts.count) parts")
        continue
      }
      let own = leaves[position].sorted()
      #expect(leaves[parts[1].int] == [own.first ?? -1], "table \(id)")
      let head = document.plainText(of: document.children(of: parts[0]).first { _ in true } ?? id)
      for number in own.dropFirst() {
        let said = pages.pages[number].words(of: .repetition)
        #expect(said.contains(head) && said.contains("Sloupec 1"), "table \(id), page \(number)")
      }
    }
  }

  /// Each link and reference has an area on each page on which it has words, and there alone.
  private func expectLinks(_ pages: PageList, _ document: Document) {
    let leaves = leaves(pages, document)
    for position in document.nodes.indices {
      switch document.nodes[position].role {
      case .link, .reference:
        let active = pages.pages.indices.filter { number in
          pages.pages[number].links.contains { $0.owner == NodeID(position) }
        }
        #expect(active == leaves[position].sorted(), "node \(position)")
      default: continue
      }
    }
    for (number, page) in pages.pages.enumerated() {
      for link in page.links {
        let inks = page.textFields.filter { document.isInside($0.0, link.owner) }.map(\.1)
        for ink in inks {
          #expect(
            link.areas.contains { $0.outset(by: .pt(1)).holds(ink) },
            "page \(number): words of link \(link.owner) at \(ink) are not active: \(link.areas)")
        }
      }
    }
  }
}

extension Document {
  /// Whether it stands in a cell of a table.
  fileprivate func isInCell(_ id: NodeID) -> Bool {
    switch self[self[id].parent].role {
    case .headerCell, .dataCell: true
    default: false
    }
  }

  fileprivate func isInside(_ id: NodeID, _ outer: NodeID) -> Bool {
    id >= outer && id < self[outer].end
  }
}

extension Rect {
  fileprivate func holds(_ other: Rect) -> Bool {
    other.x >= x && other.maxX <= maxX && other.y >= y && other.maxY <= maxY
  }
}
