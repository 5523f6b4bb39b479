import Core
import Display
import PDFSyntax

/// Writes bookmarks; everything below the first level is folded.
///
/// *Source:* ISO 32000-1 §12.3.3.
struct Outline {
  let entries: [OutlineEntry]
  let plan: ObjectPlan
  let heights: [Thousandths]

  func write(to batch: inout ObjectBatch) {
    guard !entries.isEmpty else { return }
    var parents = [Int?](repeating: nil, count: entries.count)
    var previous = [Int?](repeating: nil, count: entries.count)
    var next = [Int?](repeating: nil, count: entries.count)
    var children = [[Int]](repeating: [], count: entries.count)
    var top: [Int] = []
    var open: [Int] = []
    for (index, entry) in entries.enumerated() {
      while open.count > max(0, entry.depth) { open.removeLast() }
      let siblings: [Int]
      if let parent = open.last {
        parents[index] = parent
        siblings = children[parent]
        children[parent].append(index)
      } else {
        siblings = top
        top.append(index)
      }
      if let last = siblings.last {
        previous[index] = last
        next[last] = index
      }
      open.append(index)
    }
    batch.dictionary(ObjectPlan.outline) { root in
      root.name("Type", "Outlines")
      if let first = top.first, let last = top.last {
        root.reference("First", plan.outlineItem(first))
        root.reference("Last", plan.outlineItem(last))
      }
      root.integer("Count", top.count)
    }
    for (index, entry) in entries.enumerated() {
      batch.dictionary(plan.outlineItem(index)) { item in
        item.text("Title", entry.title)
        item.reference("Parent", parents[index].map(plan.outlineItem) ?? ObjectPlan.outline)
        if let previous = previous[index] { item.reference("Prev", plan.outlineItem(previous)) }
        if let next = next[index] { item.reference("Next", plan.outlineItem(next)) }
        if let first = children[index].first, let last = children[index].last {
          item.reference("First", plan.outlineItem(first))
          item.reference("Last", plan.outlineItem(last))
          item.integer("Count", -children[index].count)
        }
        item.array("Dest") { place in
          Places.write(entry.page, entry.at, plan: plan, heights: heights, to: &place)
        }
      }
    }
  }
}

/// Writes places of the document.
///
/// *Source:* ISO 32000-1 §12.3.2.
enum Places {
  /// A page and the place of its upper left corner, at the zoom that the reader has.
  static func write(
    _ page: Int, _ at: Point, plan: ObjectPlan, heights: [Thousandths], to array: inout ArrayWriter
  ) {
    let page = min(max(page, 0), heights.count - 1)
    array.reference(plan.page(page))
    array.name("XYZ")
    array.real(Thousandths(at.x))
    array.real(Thousandths(heights[page].count - Thousandths(at.y).count))
    array.null()
  }

  /// Writes the tree of named places, sorted by name as bytes; of equal names the first counts.
  static func writeTree(
    _ destinations: [Destination], plan: ObjectPlan, heights: [Thousandths],
    to batch: inout ObjectBatch
  ) {
    let order = sorted(destinations)
    guard !order.isEmpty else { return }
    let leaves = (order.count + ObjectPlan.leaf - 1) / ObjectPlan.leaf
    batch.dictionary(ObjectPlan.destinations) { root in
      root.array("Kids") { kids in
        for leaf in 0..<leaves { kids.reference(plan.destinationLeaf(leaf)) }
      }
    }
    for leaf in 0..<leaves {
      let part = order[(leaf * ObjectPlan.leaf)..<min(order.count, (leaf + 1) * ObjectPlan.leaf)]
      batch.dictionary(plan.destinationLeaf(leaf)) { entries in
        entries.array("Limits") { limits in
          if let first = part.first, let last = part.last {
            limits.string(Array(first.name.utf8))
            limits.string(Array(last.name.utf8))
          }
        }
        entries.array("Names") { names in
          for destination in part {
            names.breakLine()
            names.string(Array(destination.name.utf8))
            names.array { place in
              write(destination.page, destination.at, plan: plan, heights: heights, to: &place)
            }
          }
        }
      }
    }
  }

  /// The destinations by name, each name once.
  static func sorted(_ destinations: [Destination]) -> [Destination] {
    let byName = destinations.enumerated().sorted { a, b in
      a.element.name == b.element.name
        ? a.offset < b.offset : a.element.name.utf8.lexicographicallyPrecedes(b.element.name.utf8)
    }
    var result: [Destination] = []
    for (_, destination) in byName where result.last?.name != destination.name {
      result.append(destination)
    }
    return result
  }
}
