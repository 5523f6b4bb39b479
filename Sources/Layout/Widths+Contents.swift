import Core
import Style
import Typesetting

/// What the cells and the columns of a table need.
extension Widths {
  /// What the columns of a table need; spanning cells count where they need more.
  func contents(of plan: TablePlan, in contents: [ContentWidths]) -> [ContentWidths] {
    var needs = [ContentWidths](repeating: .zero, count: plan.columns.count)
    for cell in plan.cells where cell.columns == 1 {
      needs[cell.column].widen(
        to: cell.rises ? rising(cell, contents) : self.contents(of: cell.blocks, in: contents))
    }
    for column in plan.carried?.columns ?? [] where column.longest >= 0 {
      needs[column.column].widen(to: contents[column.longest])
    }
    for column in needs.indices where needs[column].tail > .zero {
      let aligned = needs[column].integer + needs[column].tail
      needs[column].minimal = max(needs[column].minimal, aligned)
      needs[column].natural = max(needs[column].natural, aligned)
    }
    var spanning = plan.cells.filter { $0.columns > 1 }.map { cell in
      (cell.column..<cell.column + cell.columns, self.contents(of: cell.blocks, in: contents))
    }
    if let carried = plan.carried, let first = carried.columns.first {
      for label in carried.labels {
        let whole = contents[label].natural
        spanning.append((0..<first.column, ContentWidths(minimal: whole, natural: whole)))
      }
    }
    for (range, wanted) in spanning {
      var need = wanted
      let gaps = plan.style.columnGap * (range.count - 1)
      let have = needs[range].reduce(into: ContentWidths(minimal: gaps, natural: gaps)) {
        $0.minimal = $0.minimal.adding($1.minimal)
        $0.natural = $0.natural.adding($1.natural)
      }
      need.minimal = max(need.minimal - have.minimal, .zero)
      need.natural = max(need.natural - have.natural, .zero)
      for column in range {
        needs[column].minimal = needs[column].minimal.adding(need.minimal / range.count)
        needs[column].natural = needs[column].natural.adding(need.natural / range.count)
      }
    }
    return needs
  }

  /// What words that run upwards need across: their lines side by side.
  private func rising(_ cell: CellPlan, _ contents: [ContentWidths]) -> ContentWidths {
    guard let job = plan.job(rising: cell), plan.jobs[job].width > .zero else { return .zero }
    let room = Int64(plan.jobs[job].width.sp)
    let natural = Int64(contents[job].natural.sp)
    // Broken between words, each line but the last lacks less than the longest word.
    let full = room - Int64(contents[job].minimal.sp)
    let lines =
      natural <= room
      ? 1
      : full > 0 ? (natural - room + full - 1) / full + 1 : (natural + room - 1) / room + 1
    let need = plan.jobs[job].leading * Int(lines)
    return ContentWidths(minimal: need, natural: need)
  }

  /// The cells that decide the widths of a tight table's columns: by column, row by row.
  func cells(of own: TablePlan) -> [[CellNeed?]] {
    guard own.isTight, !words.isEmpty else { return [] }
    let rows = own.decisiveRows
    var cells = [[CellNeed?]](
      repeating: [CellNeed?](repeating: nil, count: rows.count), count: own.columns.count)
    for (position, row) in rows.enumerated() {
      for number in own.rows[row].cells
      where own.cells[number].columns == 1 && !own.cells[number].rises {
        let cell = own.cells[number]
        var need = CellNeed(breakCost: own.rows[row].band == .head ? 1_200 : 400)
        add(cell.blocks, to: &need)
        cells[cell.column][position] = need
      }
    }
    return cells
  }

  private func add(_ blocks: Range<Int>, to need: inout CellNeed) {
    var number = blocks.lowerBound
    while number < blocks.upperBound {
      let block = plan.blocks[number]
      switch block.kind {
      case .paragraph(let job, _):
        let inset = plan.jobs[job].inset
        need.paragraphs.append(
          CellNeed.Paragraph(
            words: words[job] ?? [], inset: inset == Length.max ? 0 : Int64(inset.sp),
            leading: Int64(plan.jobs[job].leading.sp) * 10 / 65_536))
      case .stack, .hanging: add(number + 1..<block.end, to: &need)
      case .grid, .columns, .table, .artwork: break
      }
      number = block.end
    }
  }

  /// What blocks one below the other need.
  func contents(of blocks: Range<Int>, in contents: [ContentWidths]) -> ContentWidths {
    var need = ContentWidths.zero
    var number = blocks.lowerBound
    while number < blocks.upperBound {
      let block = plan.blocks[number]
      switch block.kind {
      case .paragraph(let job, let label):
        need.widen(to: contents[job].inset(by: plan.jobs[job].inset))
        if let label, plan.jobs[label].inset != Length.max { need.widen(to: contents[label]) }
      case .stack, .hanging, .grid, .columns:
        need.widen(to: self.contents(of: number + 1..<block.end, in: contents))
      case .table(let table):
        var sum = ContentWidths.zero
        for column in self.contents(of: plan.tables[table], in: contents) {
          let gap = plan.tables[table].style.columnGap
          sum.minimal = sum.minimal.adding(column.minimal).adding(gap)
          sum.natural = sum.natural.adding(column.natural).adding(gap)
        }
        need.widen(to: sum)
      case .artwork: break
      }
      number = block.end
    }
    return need
  }
}
