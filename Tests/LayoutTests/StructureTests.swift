import Core
import Display
import Layout
import Manuscript
import Testing

/// Roles and the elements they become.
@Suite struct StructureTests {
  @Test func everyRoleHasItsElement() throws {
    var builder = DocumentBuilder(metadata: Press.metadata, language: .czech)
    let dots = builder.artwork(.points([]))
    let spec = builder.table(TableSpec(columns: [ColumnSpec(.text)]))
    builder.node(.part(.chapter)) { part in
      part.node(.ornament(dots))
      part.node(.heading(level: 1), short: "Krátce", anchor: "a") { heading in
        heading.node(.label) { $0.text("1") }
        heading.text(" Dlouze")
      }
      part.node(.contents) { contents in
        contents.node(.contentsEntry(level: 1)) { $0.reference(to: "a") { $0.text("Dlouze") } }
      }
      part.node(.list(.ordered)) { list in
        list.node(.item) { item in
          item.node(.label) { $0.text("1.") }
          item.node(.body) { $0.node(.paragraph, language: .english) { $0.text("Words") } }
        }
      }
      part.node(.group(.exhibit)) { exhibit in
        exhibit.node(.table(spec)) { table in
          table.node(.caption) { caption in
            caption.node(.label) { $0.text("Tabulka 1") }
            caption.text(" Popisek")
          }
          table.node(.tableHead) { head in
            head.node(.row) { row in
              row.node(.headerCell(.both, CellSpan(columns: 1, rows: 2))) {
                $0.node(.paragraph) { $0.text("Hlava") }
              }
            }
          }
          table.node(.tableBody) { body in
            body.node(.row) { row in
              row.node(.dataCell(.single)) { $0.node(.paragraph) }
            }
          }
        }
        exhibit.node(.caption) { $0.text("Mimo tabulku") }
      }
      part.node(.figure(dots), alternative: "Mapa obcí")
    }
    let document = try builder.finish()
    let tree = structure(of: document)
    #expect(tree.faults() == [])
    #expect(
      tree.dump() == """
        0 Document lang=cs
          1 Part
            2 NonStruct
            3 H1 title=“1 Krátce”
              4 Span
            5 TOC
              6 TOCI
                7 Link
            8 L numbering=Decimal
              9 LI
                10 Lbl
                11 LBody
                  12 P lang=en
            13 Div
              14 Table
                15 Caption
                  16 Span
                17 THead
                  18 TR
                    19 TH scope=Both rows=2
                      20 TH of its parent
                21 TBody
                  22 TR
                    23 TD
                      24 NonStruct
              25 P
            26 Figure alt=“Mapa obcí”

        """)
  }

  @Test func faultsAreFound() {
    let tree = StructureTree(elements: [
      StructureElement(type: .document, parent: NodeID(0)),
      StructureElement(type: .list, parent: NodeID(0)),
      StructureElement(type: .paragraph, parent: NodeID(1)),
      StructureElement(type: .tableHeader, parent: NodeID(0)),
      StructureElement(type: .figure, parent: NodeID(0)),
      StructureElement(type: .paragraph, parent: NodeID(6)),
      StructureElement(type: .division, parent: NodeID(0)),
    ])
    #expect(tree.faults().count == 5)
  }
}
