import Core
import Style

/// The least of what follows a page, over all the boxes before which it may end, while its start
/// moves up from box to box.
///
/// *Source:* the minimum of a sliding window by a queue that ascends: each box enters and leaves once.
struct FloorWindow {
  private var queue: [(box: Int, cost: Int64)] = []
  private var head = 0
  /// The last box before which the page can end, and the height of what stands before it.
  private var last: Int
  private var height: Int64 = 0
  /// So tall a page can be.
  private let limit: Int64
  init(_ galley: Galley, _ shape: PageShape) {
    last = galley.boxes.count
    let most = shape.height + shape.runLong + shape.baseline * galley.costs.looseness
    limit = Int64(most.sp)
  }

  /// Adds what follows a page that ends before a box: the one above those added before.
  mutating func append(_ cost: Int64, at box: Int) {
    while queue.count > head, let last = queue.last, last.cost >= cost { queue.removeLast() }
    queue.append((box, cost))
  }

  /// What follows a page that starts with a box, at least.
  mutating func least(from start: Int, _ galley: Galley) -> Int64 {
    height += FloorWindow.height(of: start, galley)
    while last > start + 1, height > limit {
      last -= 1
      height -= FloorWindow.height(of: last, galley)
    }
    // After the last box nothing follows.
    if last == galley.boxes.count { return 0 }
    while queue[head].box > last { head += 1 }
    if head > 1_024 {
      queue.removeFirst(head)
      head = 0
    }
    return queue[head].cost
  }

  /// What a box takes of a page at least: in columns, its share.
  private static func height(of number: Int, _ galley: Galley) -> Int64 {
    let box = galley.boxes[number]
    let own = Int64(box.height.sp) + Int64(min(box.space, .zero).sp)
    return box.columns < 0 ? own : own / Int64(galley.columnSets[Int(box.columns)].count)
  }
}
