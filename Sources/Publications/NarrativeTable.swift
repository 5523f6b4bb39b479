import Core
import Manuscript
import Planning

/// How tables of narratives become exhibits.
extension Ledger {
  /// Adds a narrative's table. The first column names its rows where another holds numbers; a last
  /// row whose first cell is strongly emphasised throughout is the total, rows before it are sums of
  /// their groups, and a row of one such cell over all columns heads the rows below it.
  mutating func proseTable(
    _ table: ProseTable, origin: SourceSpan, in builder: inout DocumentBuilder
  ) {
    let foot = table.footStart
    let sums = table.sums.rows
    // Words are filled in when notes have their nodes: a table holds rows only.
    var waiting: [(NodeID, [ProseInline])] = []

    builder.node(.group(.exhibit), look: "table", origin: origin) { builder in
      var columns = TableSpec(
        columns: table.specs, continued: self[.continued],
        width: table.width)
      columns.rotatesHead = table.rotatesHead
      columns.foot = table.foot
      let spec = builder.table(columns)
      let hasCaption = !table.legend.caption.isEmpty
      let number = hasCaption ? nextNumber(of: .table) : nil
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
          waiting.append((caption, table.legend.caption))
        }
        builder.node(.tableHead) { builder in
          for row in table.head {
            builder.node(.row) { builder in
              for cell in row { open(cell, table.role(ofHead: cell), in: &builder, &waiting) }
            }
          }
        }
        let namesRows = table.namesRows
        builder.node(.tableBody) { builder in
          for (row, sum) in zip(table.rows, sums) {
            open(row, sum, of: table, namesRows, in: &builder, &waiting)
          }
        }
        if foot < table.rows.count {
          builder.node(.tableFoot) { builder in
            for row in table.rows[foot...] {
              let isTotal = !row.isOneCell(of: table.columns.count)
              builder.node(.row, look: isTotal ? "total" : "remark") { builder in
                for cell in row {
                  let names = isTotal && cell.column == 0
                  open(
                    names ? cell.plain : cell,
                    names ? .headerCell(.row, cell.span) : .dataCell(cell.span), in: &builder,
                    &waiting)
                }
              }
            }
          }
        }
      }
      // What the caption calls stands at the foot of the page.
      for (position, (id, inlines)) in waiting.enumerated() {
        let isCaption = position == 0 && number != nil
        fill(inlines, of: id, isTable: !isCaption, in: &builder)
      }
      notes.endTable()
      sourceLine(of: table.legend, in: &builder)
    }
  }

  private func open(
    _ row: [ProseCell], _ sum: TableSums.Row, of table: ProseTable, _ namesRows: Bool,
    in builder: inout DocumentBuilder, _ waiting: inout [(NodeID, [ProseInline])]
  ) {
    // What stands alone in its row heads those below, over all columns or beside empty cells; not in
    // a form, whose cells are all to be filled in.
    let isAlone =
      row.count == 1
      ? row[0].columns == table.columns.count
      : row[0].column == 0 && row.dropFirst().allSatisfy(\.blocks.isEmpty) && sum == .plain
        && table.rows.contains { $0.dropFirst().contains { !$0.blocks.isEmpty } }
    let heading = isAlone ? row[0].stressed : nil
    let heads = heading != nil
    let look =
      heading.map { $0.leans ? "subgroup" : "group" } ?? sum.look
    builder.node(.row, look: look) { builder in
      for cell in row {
        let names = (heads || namesRows) && cell.column == 0 && !cell.blocks.isEmpty
        open(
          heads || (sum.sumsUp && cell.column == 0) ? cell.plain : cell,
          names ? .headerCell(.row, cell.span) : .dataCell(cell.span), in: &builder, &waiting)
      }
    }
  }

  private func open(
    _ cell: ProseCell, _ role: Role, in builder: inout DocumentBuilder,
    _ waiting: inout [(NodeID, [ProseInline])]
  ) {
    builder.node(role, origin: cell.at) { builder in
      if cell.blocks.isEmpty { builder.node(.paragraph, origin: cell.at) }
      for block in cell.blocks {
        switch block.content {
        case .list(let first, let items):
          let kind: ListKind = first == nil ? .unordered : .ordered
          builder.node(.list(kind), look: "cell", origin: block.at) { builder in
            for (position, item) in items.enumerated() {
              self.item(item, number: first.map { $0 + position }, in: &builder) { builder in
                for inner in item.blocks { paragraph(inner, in: &builder, &waiting) }
              }
            }
          }
        default: paragraph(block, in: &builder, &waiting)
        }
      }
    }
  }

  private func paragraph(
    _ block: ProseBlock, in builder: inout DocumentBuilder,
    _ waiting: inout [(NodeID, [ProseInline])]
  ) {
    guard case .paragraph(let inlines) = block.content else { return }
    waiting.append((builder.node(.paragraph, origin: block.at), inlines))
  }
}

extension ProseTable {
  /// The columns with the widths that their author wants.
  fileprivate var specs: [ColumnSpec] {
    columns.enumerated().map { number, alignment in
      ColumnSpec(
        alignment.column, width: widths.indices.contains(number) ? widths[number] : .automatic)
    }
  }

  /// Whether the first column names the rows: another holds numbers, its own head is empty, or a
  /// cell of it stands beside several rows.
  fileprivate var namesRows: Bool {
    guard columns.count > 1 else { return false }
    return columns.dropFirst().contains(.right) || head.first?.first?.blocks.isEmpty == true
      || rows.contains { $0.first?.column == 0 && ($0.first?.rows ?? 1) > 1 }
  }

  /// A heading without a word heads nothing: the corner above the names of rows.
  fileprivate func role(ofHead cell: ProseCell) -> Role {
    cell.blocks.isEmpty ? .dataCell(cell.span) : .headerCell(.column, cell.span)
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

extension TableSums.Row {
  /// The look of such a row.
  fileprivate var look: String {
    switch self {
    case .plain: ""
    case .part: "part"
    case .heads(let depth): depth > 1 ? "subgroup" : "group"
    case .closes(let depth): depth > 1 ? "subsum" : "sum"
    }
  }

  /// Whether it says what others come to.
  fileprivate var sumsUp: Bool {
    switch self {
    case .plain, .part: false
    case .heads, .closes: true
    }
  }
}

extension ProseCell {
  fileprivate var span: CellSpan {
    CellSpan(columns: UInt16(clamping: columns), rows: UInt16(clamping: rows))
  }

  /// What a single strongly emphasised piece holds, if the cell holds nothing else, and whether it
  /// leans.
  fileprivate var stressed: (inner: [ProseInline], leans: Bool)? {
    guard blocks.count == 1, case .paragraph(let inlines) = blocks[0].content else { return nil }
    return inlines.stressed
  }

  /// The cell without strong emphasis around all of it; the row's look says the same.
  fileprivate var plain: ProseCell {
    guard let stressed else { return self }
    var cell = self
    cell.blocks[0].content = .paragraph(stressed.inner)
    return cell
  }
}
