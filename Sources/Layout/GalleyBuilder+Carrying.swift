import Core
import Manuscript
import Style

/// What tables say of their sums where a page break splits them.
extension GalleyBuilder {
  /// The place in the galley of a table whose sums are carried; nil where none are.
  mutating func carriedTable(_ number: Int, _ block: Block) -> UInt32? {
    let table = plan.tables[number]
    guard depth == 0, let carried = table.carried else { return nil }
    let height = design.paragraphs[carried.style].leading + table.style.rowPadding * 2
    galley.carriedTables.append(
      CarriedTable(
        table: UInt32(number), column: block.column, x: block.x, width: block.width,
        height: height))
    return UInt32(galley.carriedTables.count - 1)
  }

  /// Marks the boxes of rows that belong together with the sums that a break before each carries.
  ///
  /// A row counts as soon as it has begun: its numbers stand in its first line.
  mutating func carry(_ table: UInt32, over first: Int, _ begun: [Int]) {
    let sums = plan.tables[Int(galley.carriedTables[Int(table)].table)].carried?.columns ?? []
    for (offset, rows) in begun.enumerated() where first + offset < galley.boxes.count {
      // Nothing is no sum.
      guard sums.contains(where: { $0.sums[rows] != 0 }) else { continue }
      galley.boxes[first + offset].carried = Int32(galley.carried.count)
      galley.carried.append(CarriedRow(table: table, rows: UInt32(rows)))
    }
  }
}

extension Galley {
  /// The height of the line of sums carried over a break before a box.
  func carriedHeight(at box: Int) -> Length {
    guard boxes.indices.contains(box), boxes[box].carried >= 0 else { return .zero }
    return carriedTables[Int(carried[Int(boxes[box].carried)].table)].height
  }

  /// What a page that ends before a box needs below the last of its own: the padding of tints that
  /// the break splits, and the line of sums.
  func foot(before box: Int) -> Length {
    box < boxes.count ? boxes[box].padding + carriedHeight(at: box) : .zero
  }
}
