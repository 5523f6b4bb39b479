import Core
import Manuscript

/// Where a node starts on a page.
struct NodePlace: Sendable, Hashable {
  var node: NodeID
  var at: Point
}

/// Lines of a paragraph on a page.
struct PageFragment: Sendable, Hashable {
  var node: NodeID
  var job: Int
  var lines: Range<Int>
  var y: Length
}

extension Galley {
  /// The boxes above which a line of the page's white stands: those with the most white already,
  /// then the lowest.
  func spread(of cut: PageBreak) -> [Int] {
    guard cut.flush > 0 else { return [] }
    let places = cut.boxes.dropFirst().filter { boxes[$0].stretches }
    return Array(
      places.sorted { (boxes[$0].space, $0) > (boxes[$1].space, $1) }.prefix(cut.flush))
  }
}
