import Core
import Manuscript
import Planning

/// How tables of narratives become exhibits.
extension Ledger {
  /// Adds a narrative's table. The first column names its rows where another holds numbers; a last
  /// row whose first cell is strongly emphasised throughout is the total.
  mutating func proseTable(
    _ table: ProseTable, origin: SourceSpan, in builder: inout DocumentBuilder
  ) {
    let namesRows = table.columns.dropFirst().contains(.right)
    let closes = table.rows.last?.first?.inlines.soleStrong != nil
    let body = closes ? table.rows.dropLast() : table.rows[...]
    var cells: [(NodeID, [ProseInline])] = []

    builder.node(.group(.exhibit), look: "table", origin: origin) { builder in
      let spec = builder.table(
        TableSpec(
          columns: table.columns.map { ColumnSpec($0.column) }, continued: self[.continued]))
      let hasCaption = !table.legend.caption.isEmpty
      let number = hasCaption ? nextTable() : nil
      let anchor = table.legend.anchor?.value ?? number.map { "tabulka-\($0)" }
      if let anchor {
        let title = table.legend.caption.plainText
        enter(anchor, Target(number: number, title: title))
        enter(.table, number: number, title: title, anchor: anchor)
      }
      builder.node(.table(spec), look: "plain", origin: origin, anchor: anchor) { builder in
        if let number {
          let caption = builder.node(.caption) { builder in
            builder.node(.label, look: "caption") { $0.text("\(self[.table])\u{A0}\(number)") }
            builder.text(" ")
          }
          cells.append((caption, table.legend.caption))
        }
        builder.node(.tableHead) { builder in
          builder.node(.row) { builder in
            for cell in table.header {
              cells.append(open(cell, .headerCell(.column, .single), in: &builder))
            }
          }
        }
        builder.node(.tableBody) { builder in
          for row in body {
            cells += open(row, look: "", namesRow: namesRows, in: &builder)
          }
        }
        if closes, let last = table.rows.last {
          builder.node(.tableFoot) { builder in
            cells += open(last.map(\.plain), look: "total", namesRow: true, in: &builder)
          }
        }
      }
      let source = sourceLine(table.legend.source?.value, asOf: table.legend.date?.value)
      if let source {
        let place = table.legend.source?.at ?? table.legend.date?.at
        builder.paragraph(source, look: "source", origin: place)
      }
      // Notes follow the table: a table holds rows only.
      for (id, inlines) in cells { fill(inlines, of: id, in: &builder) }
    }
  }

  private func open(
    _ row: [ProseCell], look: String, namesRow: Bool, in builder: inout DocumentBuilder
  ) -> [(NodeID, [ProseInline])] {
    var made: [(NodeID, [ProseInline])] = []
    builder.node(.row, look: look) { builder in
      for (column, cell) in row.enumerated() {
        let role: Role =
          column == 0 && namesRow ? .headerCell(.row, .single) : .dataCell(.single)
        made.append(open(cell, role, in: &builder))
      }
    }
    return made
  }

  private func open(_ cell: ProseCell, _ role: Role, in builder: inout DocumentBuilder)
    -> (NodeID, [ProseInline])
  {
    var paragraph = NodeID(0)
    builder.node(role, origin: cell.at) { builder in
      paragraph = builder.node(.paragraph, origin: cell.at)
    }
    return (paragraph, cell.inlines)
  }
}

extension ProseAlignment {
  /// The alignment of such a column in the document.
  fileprivate var column: ColumnAlignment {
    switch self {
    case .left: .text
    case .centre: .centre
    case .right: .number
    }
  }
}

extension ProseCell {
  /// The cell without strong emphasis around all of it; the row's look says the same.
  fileprivate var plain: ProseCell {
    ProseCell(inlines: inlines.soleStrong ?? inlines, at: at)
  }
}
