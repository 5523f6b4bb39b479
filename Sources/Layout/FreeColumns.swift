import Core

/// The columns of a table whose widths their content decides, and the room they have together.
struct FreeColumns {
  /// Their numbers in the table.
  private let free: [Int]
  private let room: Int64
  /// What each needs, comparable columns alike where that has room.
  private let needs: [ContentWidths]
  /// What each would need to be as wide as those it is compared with.
  private let alike: [ContentWidths]
  /// What each needs for itself.
  private let bare: [ContentWidths]
  /// The narrowest that each may be: its words, or parts of them where whole ones have no room.
  let least: [Int64]
  private let cells: [[CellNeed?]]
  private let groups: [[Int]]
  private let mayPart: Bool

  init(_ table: TableColumns, _ free: [Int], in room: Int64) {
    (self.free, self.room) = (free, room)
    let bare = free.map { table.contents[$0] }
    let comparable = ComparableColumns(
      table.columns, table.contents, among: free, keys: table.keyCount)
    func sum(_ needs: [ContentWidths]) -> Int64 { needs.reduce(0) { $0 + Int64($1.minimal.sp) } }
    let equalised = comparable.equalised(table.contents)
    let alike = free.map { equalised[$0] }
    let holdsWords = sum(bare) <= room
    // Nobody parts words to make columns equal; where words are parted, all share that.
    var isEqual = !comparable.sets.isEmpty
    var least = bare.map(\.minimal)
    if holdsWords {
      isEqual = isEqual && sum(alike) <= room
      if isEqual { least = alike.map(\.minimal) }
    } else if !table.parted.isEmpty {
      least = free.map { table.parted[$0] }
      let equal = comparable.equalised(table.parted)
      isEqual = isEqual && free.reduce(0) { $0 + Int64(equal[$1].sp) } <= room
      if isEqual { least = free.map { equal[$0] } }
    }
    self.least = least.map { Int64($0.sp) }
    (self.bare, self.alike) = (bare, alike)
    needs = isEqual ? alike : bare
    groups = isEqual ? comparable.groups(among: free) : free.indices.map { [$0] }
    cells = table.cells.isEmpty ? [] : free.map { table.cells[$0] }
    mayPart = !table.parted.isEmpty
  }

  /// What their words need.
  var minimal: Int64 { bare.reduce(0) { $0 + Int64($1.minimal.sp) } }
  /// What they need to hold each cell in one line.
  var natural: Int64 { bare.reduce(0) { $0 + Int64($1.natural.sp) } }

  /// The widths with each cell in one line: equal of comparable columns, or as near as there is
  /// room.
  func inOneLine() -> [Int64] {
    let wanted = alike.reduce(0) { $0 + Int64($1.natural.sp) } - natural
    let given = min(wanted, room - natural)
    return zip(bare, alike).map { own, equal in
      let more = Int64(equal.natural.sp) - Int64(own.natural.sp)
      return Int64(own.natural.sp) + (wanted > 0 ? multiplied(given, more, over: wanted) : 0)
    }
  }

  /// The widths at which the table is least tall.
  func leastTall() -> [Int64]? {
    guard !cells.isEmpty, !free.isEmpty, minimal <= room || mayPart else { return nil }
    return ColumnSearch(
      cells: cells, least: least, natural: needs.map { Int64($0.natural.sp) }, room: room,
      groups: groups
    ).solve()
  }

  /// Gives each its words and a part of what remains, the greater the more it lacks.
  func divide(into widths: inout [Int64]) {
    let words = needs.reduce(0) { $0 + Int64($1.minimal.sp) }
    let lacking = needs.reduce(0) { $0 + Int64($1.natural.sp) } - words
    var given: Int64 = 0
    var asked: Int64 = 0
    for (position, need) in zip(free, needs) {
      asked += Int64(need.natural.sp) - Int64(need.minimal.sp)
      // Running quotients, so that the parts add up to the whole.
      let upTo = lacking > 0 ? multiplied(room - words, asked, over: lacking) : room - words
      widths[position] = Int64(need.minimal.sp) + upTo - given
      given = upTo
    }
  }
}
