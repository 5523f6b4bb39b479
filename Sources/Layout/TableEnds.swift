import Core
import Style

extension [PageEnd] {
  /// Makes white at the foot of a page dear where rows of the table that goes on would fill it.
  ///
  /// A hole that some block further on leaves is otherwise spread over the pages before it, eight
  /// lines each; a table that stops in the middle of a page and goes on overleaf reads as finished.
  ///
  /// - Complexity: linear in the ends, which go down the page.
  mutating func chargeIdleRows(of galley: Galley) {
    // The cheapest break further down that the page still holds.
    var below = Int32.max
    var number = count - 1
    while number >= 0 {
      let box = self[number].end
      var own = Int32.max
      while number >= 0, self[number].end == box {
        let end = self[number]
        if end.overflow == .zero { own = Swift.min(own, end.penalty) }
        if box < galley.boxes.count, galley.boxes[box].head >= 0,
          below <= end.penalty.addingReportingOverflow(galley.costs[.row]).partialValue
        {
          self[number].white = Swift.min(end.white * 3, Penalty.prohibited - 1)
        }
        number -= 1
      }
      below = Swift.min(below, own)
    }
  }
}
