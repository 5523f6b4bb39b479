import Core
import Display

/// The elements that are written, in preorder: all but those of type `none` and those that are one
/// with their parents; their children hang on the nearest real ancestor.
struct KeptTree: Sendable {
  /// The nodes of the written elements; the position is the element's rank.
  let nodes: [NodeID]
  /// By node: the rank of the element that takes its content, -1 for none.
  let ranks: [Int32]
  /// By rank: the rank of the parent, -1 for those under the root.
  let parents: [Int32]
  /// The children of all elements, one after another in preorder, and where each one's start.
  let children: [Int32]
  let childStarts: [Int32]
  /// The elements under the root.
  let roots: [Int32]

  init(_ structure: StructureTree) {
    var nodes: [NodeID] = []
    var ranks = [Int32](repeating: -1, count: structure.elements.count)
    var nearest = [Int32](repeating: -1, count: structure.elements.count)
    var parents: [Int32] = []
    for (index, element) in structure.elements.enumerated() {
      let above = element.parent.int < index ? nearest[element.parent.int] : -1
      if element.type == .none || element.isOfParent {
        nearest[index] = above
        if element.isOfParent { ranks[index] = above }
      } else {
        ranks[index] = Int32(nodes.count)
        nearest[index] = Int32(nodes.count)
        nodes.append(NodeID(index))
        parents.append(above)
      }
    }
    var counts = [Int32](repeating: 0, count: nodes.count + 1)
    for parent in parents where parent >= 0 { counts[Int(parent) + 1] += 1 }
    for rank in 0..<nodes.count { counts[rank + 1] += counts[rank] }
    var next = counts
    var children = [Int32](repeating: 0, count: Int(counts[nodes.count]))
    var roots: [Int32] = []
    for (rank, parent) in parents.enumerated() {
      if parent < 0 {
        roots.append(Int32(rank))
      } else {
        children[Int(next[Int(parent)])] = Int32(rank)
        next[Int(parent)] += 1
      }
    }
    self.nodes = nodes
    self.ranks = ranks
    self.parents = parents
    self.children = children
    self.childStarts = counts
    self.roots = roots
  }

  /// The children of an element.
  func children(of rank: Int) -> ArraySlice<Int32> {
    children[Int(childStarts[rank])..<Int(childStarts[rank + 1])]
  }
}

/// A marked-content sequence: page and number, in reading order of the pages.
struct ContentPiece: Sendable, Hashable, Comparable {
  var page: Int32
  var mcid: Int32
  static func < (a: ContentPiece, b: ContentPiece) -> Bool {
    a.page == b.page ? a.mcid < b.mcid : a.page < b.page
  }
}

/// Which content belongs to which element.
struct ElementContent: Sendable {
  /// The pieces of all elements, element by element, and where each one's start.
  let pieces: [ContentPiece]
  let starts: [Int32]
  /// By rank: the first piece of the element or of anything below it.
  let first: [ContentPiece?]
  /// By rank: the annotations of the element, one after another, and where each one's start.
  let annotations: [Int32]
  let annotationStarts: [Int32]

  init(_ tree: KeptTree, pages: [EncodedPage], annotationOwners: [NodeID]) {
    let count = tree.nodes.count
    var starts = [Int32](repeating: 0, count: count + 1)
    func rank(_ node: NodeID) -> Int? {
      let rank = tree.ranks[node.int]
      return rank >= 0 ? Int(rank) : nil
    }
    for page in pages {
      for owner in page.owners { if let rank = rank(owner) { starts[rank + 1] += 1 } }
    }
    for rank in 0..<count { starts[rank + 1] += starts[rank] }
    var next = starts
    var pieces = [ContentPiece](
      repeating: ContentPiece(page: 0, mcid: 0), count: Int(starts[count]))
    for (number, page) in pages.enumerated() {
      for (mcid, owner) in page.owners.enumerated() {
        guard let rank = rank(owner) else { continue }
        pieces[Int(next[rank])] = ContentPiece(page: Int32(number), mcid: Int32(mcid))
        next[rank] += 1
      }
    }
    var first = [ContentPiece?](repeating: nil, count: count)
    for rank in stride(from: count - 1, through: 0, by: -1) {
      var earliest = first[rank]
      if starts[rank] < starts[rank + 1] {
        let own = pieces[Int(starts[rank])]
        earliest = earliest.map { min($0, own) } ?? own
      }
      first[rank] = earliest
      let parent = Int(tree.parents[rank])
      if parent >= 0, let earliest {
        first[parent] = first[parent].map { min($0, earliest) } ?? earliest
      }
    }
    var annotationStarts = [Int32](repeating: 0, count: count + 1)
    for owner in annotationOwners { if let rank = rank(owner) { annotationStarts[rank + 1] += 1 } }
    for rank in 0..<count { annotationStarts[rank + 1] += annotationStarts[rank] }
    var annotations = [Int32](repeating: 0, count: Int(annotationStarts[count]))
    var place = annotationStarts
    for (number, owner) in annotationOwners.enumerated() {
      guard let rank = rank(owner) else { continue }
      annotations[Int(place[rank])] = Int32(number)
      place[rank] += 1
    }
    self.pieces = pieces
    self.starts = starts
    self.first = first
    self.annotations = annotations
    self.annotationStarts = annotationStarts
  }

  func pieces(of rank: Int) -> ArraySlice<ContentPiece> {
    pieces[Int(starts[rank])..<Int(starts[rank + 1])]
  }

  func annotations(of rank: Int) -> ArraySlice<Int32> {
    annotations[Int(annotationStarts[rank])..<Int(annotationStarts[rank + 1])]
  }
}
