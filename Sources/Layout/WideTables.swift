import Core
import Manuscript
import Style

extension FlowPlan {
  /// The tables whose whole words do not fit where they stand, and where there is room for them:
  /// across all columns of the page, else on a turned page.
  ///
  /// A table that exceeds the page by less than a tenth parts a few words instead: that reads better
  /// than a book that must be turned.
  func wideTables(on page: PageGeometry) -> [NodeID: TableWidth] {
    var wide: [NodeID: TableWidth] = [:]
    for block in blocks {
      guard case .table(let number) = block.kind else { continue }
      let table = tables[number]
      guard table.mayWiden || table.maySplit, table.partsWords else { continue }
      if table.maySplit, table.columns.count > table.keyCount + 1,
        table.wholeWords > page.textHeight.scaled(by: 11, over: 10)
      {
        wide[block.node] = .parts
      } else if !table.mayWiden || table.style.landscape {
        continue
      } else if table.standsInColumn && table.wholeWords <= page.fullWidth {
        wide[block.node] = .full
      } else if table.wholeWords > page.fullWidth.scaled(by: 11, over: 10) {
        wide[block.node] = .landscape
      } else if block.column == .text && page.fullWidth > page.textWidth {
        wide[block.node] = .full
      }
    }
    return wide
  }

  /// Tables that cannot be read where they stand.
  func overfullTables(in document: Document) -> [Diagnostic] {
    blocks.compactMap { block in
      guard case .table(let number) = block.kind, tables[number].isOverfull else {
        return nil
      }
      return overfullTable(tables[number], block.node, in: document)
    }
  }

  /// Columns that are wider than they were to be.
  func widenedColumns(in document: Document) -> [Diagnostic] {
    blocks.flatMap { block -> [Diagnostic] in
      guard case .table(let number) = block.kind, !tables[number].isOverfull else { return [] }
      let caption = document.children(of: block.node).first { document[$0].role == .caption }
      let title = caption.map { document.opening(of: $0) } ?? ""
      return tables[number].widened.map { column in
        .widenedColumn(column, title: title, at: document[block.node].origin)
      }
    }
  }

  /// The jobs in cells of tables that are too wide.
  var jobsOfOverfullTables: Set<Int> {
    Set(tables.indices.filter { tables[$0].isOverfull }.flatMap { jobs(inCellsOf: $0) })
  }

  private func overfullTable(
    _ table: TablePlan, _ node: NodeID, in document: Document
  ) -> Diagnostic {
    let caption = document.children(of: node).first { document[$0].role == .caption }
    let title = caption.map { document.opening(of: $0) } ?? ""
    let over = max(table.wholeWords - table.width, table.overflow).millimetres
    let count = table.columns.count
    var wish = TableWidth.automatic
    if case .table(let id) = document[node].role { wish = document.tables[id.int].width }
    let cannotWiden = wish == .column || wish == .full || wish == .landscape
    return Diagnostic(
      LayoutDiagnostics.overfullTable, at: document[node].origin,
      Phrase(
        cs: (title.isEmpty ? "Tabulka" : "Tabulka „\(title)“")
          + " se nevejde\(table.style.landscape ? " ani na stránku na šířku" : ""): má \(count) "
          + (count < 5 ? (count == 1 ? "sloupec" : "sloupce") : "sloupců")
          + " a jejich nejdelší slova potřebují o \(over.cs) víc.",
        en: (title.isEmpty ? "The table" : "The table “\(title)”") + " does not fit"
          + (table.style.landscape ? " even on a turned page" : "")
          + ": it has \(count) column\(count == 1 ? "" : "s"), whose longest words need \(over.en) "
          + "more."),
      fix: cannotWiden
        ? Phrase(
          cs:
            "Řádek „Šířka: …“ pod tabulkou smažte: najde pro ni místo sama sazba; nebo napište "
            + "„Šířka: po částech“.",
          en:
            "Delete the line “Šířka: …” below the table: the layout itself finds room for it; or "
            + "write “Šířka: po částech” (in parts).")
        : Phrase(
          cs: "Zkraťte nejdelší slova ve sloupcích, nebo sloupce vynechte.",
          en: "Shorten the longest words of the columns, or leave columns out."))
  }
}

extension Length {
  /// The length in millimetres with one decimal, at least a tenth, for messages.
  var millimetres: Phrase {
    // 25.4 mm are 72 pt.
    let tenths = Swift.max(1, Length.rounded(Int64(sp) * 254, over: 72 * 65_536))
    let (whole, rest) = (tenths / 10, tenths % 10)
    return Phrase(
      cs: "\(whole)\(rest == 0 ? "" : ",\(rest)")\u{A0}mm",
      en: "\(whole)\(rest == 0 ? "" : ".\(rest)")\u{A0}mm")
  }
}
