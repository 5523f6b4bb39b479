import Core
import Manuscript
import Testing

@Suite struct DocumentInvariantsTests {
  private func document(_ fill: (inout DocumentBuilder) -> Void) throws -> Document {
    let date = try #require(CivilDate(year: 2024, month: 11, day: 18))
    var b = DocumentBuilder(
      metadata: Metadata(title: "", author: "", subject: "", keywords: [], date: date),
      language: .czech)
    b.node(.part(.chapter), fill)
    return try b.finish()
  }

  private func cell(_ words: String, _ span: CellSpan = .single, in b: inout DocumentBuilder) {
    b.node(.dataCell(span)) { b in b.node(.paragraph) { $0.text(words) } }
  }

  @Test func spansFillTheirRows() throws {
    let sound = try document { b in
      let columns = b.table(TableSpec(columns: [ColumnSpec(.text), ColumnSpec(.number)]))
      b.node(.table(columns)) { b in
        b.node(.tableBody) { b in
          b.node(.row) { b in
            cell("a", CellSpan(columns: 1, rows: 2), in: &b)
            cell("b", in: &b)
          }
          b.node(.row) { b in cell("c", in: &b) }
          b.node(.row) { b in cell("d", CellSpan(columns: 2, rows: 1), in: &b) }
        }
      }
    }
    #expect(sound.faults() == [])
    #expect(sound.dump().contains("table [text number]"))
    #expect(sound.dump().contains("dataCell(1×2)"))
  }

  @Test func aShortRowIsAFault() throws {
    let broken = try document { b in
      let columns = b.table(TableSpec(columns: [ColumnSpec(.text), ColumnSpec(.number)]))
      b.node(.table(columns)) { b in
        b.node(.tableBody) { b in b.node(.row) { b in cell("a", in: &b) } }
      }
    }
    #expect(broken.faults() == ["row 4 fills 1 of 2 columns"])
  }

  @Test func aBlockInAListIsAFault() throws {
    let broken = try document { b in
      b.node(.list(.unordered)) { b in b.node(.paragraph) { $0.text("a") } }
    }
    #expect(broken.faults() == ["3 paragraph stands in list.unordered"])
  }

  @Test func aLinkInAReferenceIsAFault() throws {
    let broken = try document { b in
      b.node(.paragraph, anchor: "zde") { b in
        b.reference(to: "zde") { b in b.link(to: "https://example.org") { $0.text("a") } }
      }
    }
    #expect(broken.faults() == ["4 link stands in reference"])
  }

  @Test func tamperedTreesAreFaults() throws {
    let sound = try document { b in
      b.node(.paragraph) { b in
        b.text("a")
        b.node(.strong) { $0.text("b") }
      }
    }
    #expect(sound.faults() == [])
    var moved = sound
    moved.nodes[2].parent = NodeID(3)
    #expect(!moved.faults().isEmpty)
    var open = sound
    open.nodes[2].end = NodeID(9)
    #expect(!open.faults().isEmpty)
    var empty = sound
    empty.nodes = []
    #expect(empty.faults() == ["no root"])
  }

  @Test func everyRoleSaysWhatItAdmits() {
    #expect(Role.part(.chapter).admits(.section))
    #expect(Role.group(.card).admits(.heading(level: 3)))
    #expect(Role.dataCell(.single).admits(.paragraph))
    #expect(!Role.dataCell(.single).admits(.label))
    #expect(!Role.document.admits(.paragraph))
    #expect(Role.item.admits(.label) && Role.item.admits(.body) && !Role.item.admits(.paragraph))
    #expect(Role.figure(ArtworkID(0)).admits(.caption))
    #expect(!Role.ornament(ArtworkID(0)).admits(.caption))
  }
}
