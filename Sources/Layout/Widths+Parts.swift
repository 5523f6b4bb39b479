import Core
import Manuscript
import Typesetting

/// Tables in parts of their columns: which part has which, and how wide they are in all of them.
extension Widths {
  /// Splits a table in parts of its columns, each with those that name the rows.
  func split(_ table: inout TablePlan, in width: Length, _ rooms: inout [Length]) {
    let bare = wished(contents(of: table, in: contents), for: table)
    let edges = table.style.edge * 2
    var fixed: [Length] = []
    var found: (keys: Int, parts: [Range<Int>])?
    var comparable: ComparableColumns?
    // Comparable columns are equally wide in all parts; where one has no room so, as wide as its
    // own words.
    for isEqual in [true, false] where found == nil {
      let free = table.columns.indices.filter { table.columns[$0].width == .automatic }
      let sets = ComparableColumns(table.columns, bare, among: free, keys: table.keyCount)
      comparable = isEqual ? sets : nil
      found = deal(table, isEqual ? sets.equalised(bare) : bare, in: width, edges, keys: &fixed)
    }
    guard let (keys, parts) = found, parts.count > 1 else { return }
    var said: Set<Int> = []
    var made: [(part: TablePlan, origins: [Int])] = []
    for columns in parts {
      var origins: [Int] = []
      var part = table.part(keys: keys, columns, said: &said, origins: &origins)
      for key in 0..<keys { part.columns[key].width = .fixed(fixed[key]) }
      place(&part, in: width)
      made.append((part, origins))
    }
    for set in comparable?.sets ?? [] {
      evenOut(set, keys: keys, parts, &made)
    }
    for number in made.indices {
      place(&made[number].part, in: width)
      let part = made[number].part
      for (cell, origin) in zip(part.cells, made[number].origins) {
        let room = part.width(of: cell)
        rooms[origin] = cell.isRepeated ? min(rooms[origin], room) : room
      }
      if number == 0 { (table.wholeWords, table.overflow, table.isTight) = (.zero, .zero, false) }
      table.wholeWords = max(table.wholeWords, part.wholeWords)
      table.overflow = max(table.overflow, part.overflow)
      table.isTight = table.isTight || part.isTight
    }
    table.parts = made.map(\.part)
  }

  /// Deals the columns out, and says how wide those are that name the rows.
  ///
  /// The keys are as wide in each part: what they need, but not more than a third of all; where the
  /// others have no room then, what their words need, and of several keys the first alone.
  private func deal(
    _ table: TablePlan, _ needs: [ContentWidths], in width: Length, _ edges: Length,
    keys fixed: inout [Length]
  ) -> (keys: Int, parts: [Range<Int>])? {
    for (keys, isNarrow) in [
      (table.keyCount, false), (table.keyCount, true), (1, false), (1, true),
    ] {
      let third = width / (3 * keys)
      var granted = needs
      fixed = (0..<keys).map { key in
        max(isNarrow ? .zero : min(needs[key].natural, third), needs[key].minimal)
      }
      for key in 0..<keys { granted[key].minimal = fixed[key] }
      if let parts = table.dealt(keys: keys, granted, width: width, edges: edges) {
        return (keys, parts)
      }
    }
    return nil
  }

  /// Gives comparable columns in all parts the width that they have where it is least.
  private func evenOut(
    _ set: [Int], keys: Int, _ parts: [Range<Int>],
    _ made: inout [(part: TablePlan, origins: [Int])]
  ) {
    let own = parts.map { columns in
      set.filter { columns.contains($0) }.map { $0 - columns.lowerBound + keys }
    }
    var common = Length.max
    for (part, columns) in zip(made, own) {
      for column in columns { common = min(common, part.part.places[column].width) }
    }
    for (number, columns) in own.enumerated() {
      for column in columns { made[number].part.columns[column].width = .fixed(common) }
    }
  }
}
