import CCmark
import Core
import Planning

/// Tables: GitHub's notation, and what it lacks.
///
/// A cell that says „<<“ belongs to the one at its left, a cell that says „^^“ to the one above (the
/// sign of other dialects, too); so every row keeps as many bars as the header. A row that reaches
/// into the header by „^^“ is a header row itself:
///
///     | Obec   | Obyvatelé | <<   | Poznámka |
///     |:--     |--:        |--:   |:--       |
///     | ^^     | muži      | ženy | ^^       |
///     | Dačice | 3 520     | 3 710 | - sídlo úřadu<br>- nemocnice |
///
/// In a cell „<br>“ ends a paragraph; what begins with „- “ is an item of a list, and so are two or
/// more paragraphs that begin with numbers in order.
extension NarrativeReader {
  /// What a cell of the source stands for.
  private enum Mark {
    case own
    case left
    case above
  }

  private struct ReadCell {
    var cell: ProseCell
    var mark: Mark
  }

  /// A table; each row is looked at again for cells that libcmark would drop.
  mutating func table(_ node: OpaquePointer, at place: SourceSpan) -> ProseBlock {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    var columns: [ProseAlignment] = []
    let signs = cmark_gfm_extensions_get_table_alignments(node)
    for column in 0..<count {
      switch signs?[column] {
      case UInt8(ascii: "r"): columns.append(.right)
      case UInt8(ascii: "c"): columns.append(.centre)
      default: columns.append(.left)
      }
    }
    var grid: [[ReadCell]] = []
    var child = cmark_node_first_child(node)
    while let row = child {
      child = cmark_node_next(row)
      let cells = cells(of: row)
      if !grid.isEmpty && isLegend(cells) {
        report(
          IntakeDiagnostics.legend, at: self.place(of: row),
          Phrase(
            cs: "Řádek popisu by se stal řádkem tabulky.",
            en: "A line of the legend would become a row of the table."),
          fix: Phrase(
            cs: "Mezi tabulku a její popis vložte prázdný řádek.",
            en: "Put an empty line between the table and its legend."))
      } else {
        grid.append(cells)
      }
    }
    let (rows, heads) = joined(grid)
    if rows.count == heads {
      report(
        IntakeDiagnostics.emptyTable, at: place,
        Phrase(
          cs: "Tabulka nemá pod záhlavím žádný řádek.",
          en: "The table has no row below its header."),
        fix: Phrase(
          cs: "Doplňte řádky, nebo tabulku smažte.", en: "Add rows, or delete the table."))
    }
    for cell in rows.prefix(heads).joined() where cell.blocks.isEmpty && cell.column > 0 {
      report(
        IntakeDiagnostics.emptyHeader, at: cell.at,
        Phrase(
          cs: "\(cell.column + 1). sloupec tabulky nemá v záhlaví slovo; čtečka by u čísel neměla "
            + "co přečíst.",
          en: "Column \(cell.column + 1) of the table has no word in its header; a screen reader "
            + "would have nothing to say of its entries."),
        fix: Phrase(
          cs: "Napište do záhlaví, co ve sloupci je; bez slova smí být jen první sloupec.",
          en: "Say in the header what the column holds; only the first may go without."))
    }
    return ProseBlock(
      .table(
        ProseTable(
          columns: columns, head: Array(rows.prefix(heads)), rows: Array(rows.dropFirst(heads)))),
      at: place)
  }

  private func isLegend(_ cells: [ReadCell]) -> Bool {
    guard let first = cells.first, cells.dropFirst().allSatisfy({ $0.cell.blocks.isEmpty }) else {
      return false
    }
    let text = first.cell.plainText
    return LegendLine.allCases.contains { text.hasPrefix($0.word) }
  }

  // MARK: Cells over several columns and rows

  /// Joins cells to those that their marks point at; gives also how many rows the header has.
  private mutating func joined(_ grid: [[ReadCell]]) -> (rows: [[ProseCell]], heads: Int) {
    // For each place of the grid the place whose cell covers it.
    var owners: [[Int]] = []
    var heads = 1
    let width = grid.map(\.count).max() ?? 0
    for (row, cells) in grid.enumerated() {
      var own: [Int] = []
      for (column, read) in cells.enumerated() {
        switch read.mark {
        case .own: own.append(row * width + column)
        case .left where column > 0: own.append(own[column - 1])
        case .above where row > 0 && column < owners[row - 1].count:
          own.append(owners[row - 1][column])
        case .left, .above:
          own.append(row * width + column)
          reportStray(read.cell.at, isLeft: read.mark == .left)
        }
      }
      if row == heads, row > 0, own.contains(where: { $0 < heads * width }) { heads += 1 }
      owners.append(own)
    }
    var covered = [Int](repeating: 0, count: width * grid.count)
    for owner in owners.joined() { covered[owner] += 1 }
    var rows: [[ProseCell]] = []
    for (row, cells) in grid.enumerated() {
      rows.append([])
      for column in cells.indices where owners[row][column] == row * width + column {
        var cell = cells[column].cell
        let owner = row * width + column
        cell.columns = owners[row][column...].prefix { $0 == owner }.count
        cell.rows = owners[row...].prefix { column < $0.count && $0[column] == owner }.count
        if covered[owner] != cell.columns * cell.rows { reportRagged(cell.at) }
        rows[row].append(cell)
      }
    }
    return (rows, heads)
  }

  private mutating func reportStray(_ place: SourceSpan, isLeft: Bool) {
    report(
      IntakeDiagnostics.span, at: place,
      isLeft
        ? Phrase(
          cs: "Značka „<<“ v prvním sloupci nemá buňku, ke které by patřila: vlevo od ní nic není.",
          en: "The mark “<<” in the first column has no cell to belong to: nothing is at its left.")
        : Phrase(
          cs: "Značka „^^“ v záhlaví nemá buňku, ke které by patřila: nad ní nic není.",
          en: "The mark “^^” in the header has no cell to belong to: nothing is above it."),
      fix: Phrase(
        cs: "Napište do buňky text, nebo ji nechte prázdnou; „<<“ ji spojí s buňkou vlevo, „^^“ "
          + "s buňkou nad ní.",
        en: "Write a text into the cell, or leave it empty; “<<” joins it to the cell at its left, "
          + "“^^” to the one above."))
  }

  private mutating func reportRagged(_ place: SourceSpan) {
    report(
      IntakeDiagnostics.span, at: place,
      Phrase(
        cs: "Sloučené buňky netvoří obdélník.", en: "The joined cells do not form a rectangle."),
      fix: Phrase(
        cs:
          "Přes kolik sloupců buňka sahá v prvním řádku („<<“), přes tolik musí sahat i v dalších: "
          + "v každém z nich napište „^^“ do všech jejích sloupců.",
        en: "In each further row the cell must take the same columns as in its first (“<<”): write "
          + "“^^” into all of them."))
  }

  // MARK: The cells of a row

  private mutating func cells(of row: OpaquePointer) -> [ReadCell] {
    let line = Int(cmark_node_get_start_line(row))
    source.cursor = Int(place(of: row).start)
    let end = source.lineEnd(line)
    var cells: [ReadCell] = []
    if source.cursor < end, source.bytes[source.cursor] == 0x7C { source.cursor += 1 }
    var child = cmark_node_first_child(row)
    isInCell = true
    defer { isInCell = false }
    while let node = child {
      child = cmark_node_next(node)
      let bar = bar(from: source.cursor, to: end)
      var start = source.cursor
      while start < bar, source.bytes[start] == 0x20 || source.bytes[start] == 0x09 { start += 1 }
      var close = bar
      while close > start, source.bytes[close - 1] == 0x20 || source.bytes[close - 1] == 0x09 {
        close -= 1
      }
      let mark: Mark =
        switch source.bytes[start..<close] {
        case [0x3C, 0x3C]: .left
        case [0x5E, 0x5E]: .above
        default: .own
        }
      source.cursor = start
      source.limit = close
      let at = source.span(start, close)
      let blocks = mark == .own ? cellBlocks(inlinePieces(of: node, depth: 0)) : []
      cells.append(
        ReadCell(cell: ProseCell(blocks: blocks, column: cells.count, at: at), mark: mark))
      source.cursor = min(bar + 1, end)
    }
    let rest = source.bytes[source.cursor..<end].firstIndex { $0 != 0x20 && $0 != 0x09 }
    if let rest {
      report(
        IntakeDiagnostics.legend, at: source.span(rest, end),
        Phrase(
          cs: "Řádek tabulky má víc buněk než její záhlaví.",
          en: "A row of the table has more cells than its header."),
        fix: Phrase(
          cs: "Přidejte sloupec do záhlaví, nebo svislou čáru v textu napište jako \\|.",
          en: "Add a column to the header, or write a bar in the text as \\|."))
    }
    return cells
  }

  /// The next bar that parts cells.
  private func bar(from start: Int, to end: Int) -> Int {
    var position = start
    while position < end {
      if source.bytes[position] == 0x5C {
        position += 2
        continue
      }
      if source.bytes[position] == 0x7C { return position }
      position += 1
    }
    return end
  }
}
