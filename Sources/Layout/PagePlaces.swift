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
  /// The boxes above which lines of the page's white stand, each as often as it has a line: those
  /// with the most white already, then the lowest; no box has two as long as another could have one.
  func spread(of cut: PageBreak) -> [Int] {
    guard cut.flush > 0 else { return [] }
    let places = cut.boxes.dropFirst().filter { boxes[$0].stretch > 0 }
      .sorted { (boxes[$0].space, $0) > (boxes[$1].space, $1) }
    var spread: [Int] = []
    for line in 1...cut.flush {
      spread += places.filter { boxes[$0].stretch >= line }.prefix(cut.flush - spread.count)
    }
    return spread
  }
}
