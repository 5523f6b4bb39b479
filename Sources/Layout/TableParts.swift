import Core
import Manuscript
import Style

/// Tables whose columns have no room side by side, in parts that stand one below the other. Each
/// repeats the columns that name the rows; to those who hear it, it is one table.
extension TablePlan {
  /// How many columns at the left name the rows: those up to the last header of a row, one at least.
  func keyColumns(in document: Document) -> Int {
    var keys = 1
    for row in rows where row.band == .body {
      for number in row.cells {
        let cell = cells[number]
        guard case .headerCell(let scope, _) = document[cell.node].role, scope != .column,
          cell.columns < columns.count
        else { continue }
        keys = max(keys, cell.column + cell.columns)
      }
    }
    return keys < columns.count ? keys : 1
  }

  /// The columns behind the keys, dealt out to as few parts as hold their whole words, so that the
  /// fullest part is as empty as can be; nil where a column alone has no room.
  ///
  /// Heads and cells over several columns are not parted where that can be.
  /// - Complexity: the square of the columns, times the parts.
  func dealt(
    keys: Int, _ needs: [ContentWidths], width: Length, edges: Length
  ) -> [Range<Int>]? {
    deal(keys, needs, width, edges, joined: joints)
      ?? deal(keys, needs, width, edges, joined: [])
  }

  /// The columns that a cell joins to the one at their left.
  private var joints: Set<Int> {
    var joined: Set<Int> = []
    for cell in cells where cell.columns > 1 && cell.columns < columns.count {
      joined.formUnion(cell.column + 1..<cell.column + cell.columns)
    }
    return joined
  }

  private func deal(
    _ keys: Int, _ needs: [ContentWidths], _ width: Length, _ edges: Length, joined: Set<Int>
  ) -> [Range<Int>]? {
    let gap = Int64(style.columnGap.sp)
    let room =
      Int64(width.sp) - Int64(edges.sp)
      - needs[..<keys].reduce(0) { $0 + Int64($1.minimal.sp) + gap }
    var minimal: [Int64] = [0]
    var natural: [Int64] = [0]
    for need in needs {
      minimal.append(minimal[minimal.count - 1] + Int64(need.minimal.sp) + gap)
      natural.append(natural[natural.count - 1] + Int64(need.natural.sp) + gap)
    }
    // The least width of the fullest part, by the column after the last, part after part.
    let never = Int64.max
    var best = [Int64](repeating: never, count: columns.count + 1)
    best[keys] = 0
    var starts: [[Int]] = []
    while starts.count < columns.count {
      var next = [Int64](repeating: never, count: columns.count + 1)
      var from = [Int](repeating: keys, count: columns.count + 1)
      for end in keys + 1..<columns.count + 1 where !joined.contains(end) {
        for start in keys..<end where best[start] < never {
          guard minimal[end] - minimal[start] - gap <= room else { continue }
          let cost = max(best[start], natural[end] - natural[start])
          if cost < next[end] { (next[end], from[end]) = (cost, start) }
        }
      }
      starts.append(from)
      best = next
      guard best[columns.count] == never else { break }
      if best.allSatisfy({ $0 == never }) { return nil }
    }
    guard best[columns.count] < never else { return nil }
    var parts: [Range<Int>] = []
    var end = columns.count
    for from in starts.reversed() {
      parts.append(from[end]..<end)
      end = from[end]
    }
    return parts.reversed()
  }

  /// A part of the table: the keys and some more columns. What an earlier part said is repeated.
  ///
  /// - Parameter origins: gets for each cell of the part which one of the table it is.
  func part(
    keys: Int, _ own: Range<Int>, said: inout Set<Int>, origins: inout [Int]
  ) -> TablePlan {
    var part = self
    part.parts = []
    part.columns = Array(columns[..<keys]) + Array(columns[own])
    part.cells = []
    part.rows = []
    origins = []
    for row in rows {
      let first = part.cells.count
      for number in row.cells {
        let cell = cells[number]
        let inKeys = (cell.column..<cell.column + cell.columns).clamped(to: 0..<keys)
        let inOwn = (cell.column..<cell.column + cell.columns).clamped(to: own)
        guard !inKeys.isEmpty || !inOwn.isEmpty else { continue }
        var copy = cell
        copy.column = inKeys.isEmpty ? inOwn.lowerBound - own.lowerBound + keys : cell.column
        copy.columns = inKeys.count + inOwn.count
        copy.isRepeated = !said.insert(number).inserted
        part.cells.append(copy)
        origins.append(number)
      }
      part.rows.append(
        RowPlan(node: row.node, band: row.band, cells: first..<part.cells.count, box: row.box))
    }
    part.carried?.columns = (carried?.columns ?? []).compactMap { column in
      guard column.column < keys || own.contains(column.column) else { return nil }
      var copy = column
      if column.column >= keys { copy.column = column.column - own.lowerBound + keys }
      return copy
    }
    if part.carried?.columns.isEmpty ?? false { part.carried = nil }
    return part
  }
}

extension FlowPlan {
  /// Adds the words that say above each part of a table which one it is, and overleaf that it goes
  /// on.
  mutating func nameParts() {
    for table in tables.indices where !tables[table].parts.isEmpty {
      let count = tables[table].parts.count
      for part in tables[table].parts.indices {
        guard let caption = tables[table].caption ?? firstJob(of: table) else { continue }
        var job = jobs[tables[table].continued ?? caption]
        (job.firstIndent, job.alignment, job.inset) = (.zero, .left, .max)
        (job.width, job.isInTable) = (tables[table].width, false)
        job.part = .tablePart(part + 1, of: count, isContinued: false)
        tables[table].parts[part].title = jobs.count
        jobs.append(job)
        guard tables[table].continued != nil else { continue }
        job.part = .tablePart(part + 1, of: count, isContinued: true)
        tables[table].parts[part].continued = jobs.count
        jobs.append(job)
      }
    }
  }

  private func firstJob(of table: Int) -> Int? {
    for cell in tables[table].cells {
      for block in cell.blocks {
        if case .paragraph(let job, _) = blocks[block].kind { return job }
      }
    }
    return nil
  }
}
