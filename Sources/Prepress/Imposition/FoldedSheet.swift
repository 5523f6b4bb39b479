/// A sheet that is folded in halves: where each page of its pile stands on the flat sheet.
///
/// Found by folding: the leaves lie in a grid, a fold puts half of them turned under the other half,
/// and in the end the pile is read from the top. Nothing is tabulated, so nothing can be mistyped.
struct FoldedSheet {
  /// A place on one side of the flat sheet.
  struct Place: Equatable {
    var column: Int
    var row: Int
    var isBack: Bool
    /// Whether the page stands on its head.
    var isInverted: Bool
    /// Whether the spine is at the right of the place, as the sheet's side is seen.
    var spineIsRight: Bool
  }

  let columns: Int
  let rows: Int
  /// By page of the folded sheet, from its first.
  let places: [Place]
  /// Boundaries between columns (after column 0, 1, …) that are spines in the end.
  let spines: [Bool]

  private struct Leaf {
    var column: Int
    var row: Int
    var isTurnedAcross = false
    var isTurnedDown = false
  }

  /// Folds a sheet of 4, 8 or 16 pages; the last fold is the spine.
  init(pages: Int) {
    precondition([4, 8, 16].contains(pages), "a sheet is folded one to three times")
    let columns = pages == 16 ? 4 : 2
    let rows = pages == 4 ? 1 : 2
    (self.columns, self.rows) = (columns, rows)
    // Piles from the top down, by column and row.
    var piles = (0..<columns).map { column in
      (0..<rows).map { row in [Leaf(column: column, row: row)] }
    }
    func turned(_ pile: [Leaf], across: Bool) -> [Leaf] {
      pile.reversed().map { leaf in
        var leaf = leaf
        if across { leaf.isTurnedAcross.toggle() } else { leaf.isTurnedDown.toggle() }
        return leaf
      }
    }
    /// The left half goes under the right one.
    func foldAcross() {
      let half = piles.count / 2
      for column in 0..<half {
        for row in piles[column].indices {
          let mirror = piles.count - 1 - column
          piles[mirror][row] += turned(piles[column][row], across: true)
        }
      }
      piles.removeFirst(half)
    }
    /// The upper half goes under the lower one.
    func foldDown() {
      for column in piles.indices {
        let half = piles[column].count / 2
        for row in 0..<half {
          let mirror = piles[column].count - 1 - row
          piles[column][mirror] += turned(piles[column][row], across: false)
        }
        piles[column].removeFirst(half)
      }
    }
    if columns == 4 { foldAcross() }
    if rows == 2 { foldDown() }
    foldAcross()
    var places: [Place] = []
    for leaf in piles[0][0] {
      // Turned once, a leaf shows its back.
      let showsBack = leaf.isTurnedAcross != leaf.isTurnedDown
      for isLeft in [false, true] {
        let isBack = showsBack != isLeft
        places.append(
          Place(
            column: isBack ? columns - 1 - leaf.column : leaf.column, row: leaf.row,
            isBack: isBack, isInverted: leaf.isTurnedDown,
            // An upright right-hand page has its spine at the left.
            spineIsRight: isLeft != leaf.isTurnedDown))
      }
    }
    var spines: [Bool] = []
    for boundary in 0..<(columns - 1) {
      spines.append(
        places.contains { !$0.isBack && $0.column == boundary && $0.spineIsRight })
    }
    self.places = places
    self.spines = spines
  }
}
