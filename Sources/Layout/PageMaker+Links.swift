import Core
import Display
import Manuscript

/// The active areas of a page.
extension PageMaker {
  /// Adds a field to the active area of the link or reference around a node.
  mutating func link(_ owner: NodeID, _ area: Rect) {
    guard let node = document.activeNode(around: owner) else { return }
    for position in page.links.indices.reversed() where page.links[position].owner == node {
      let last = page.links[position].areas.count - 1
      let known = page.links[position].areas[last]
      if known.y == area.y && known.height == area.height {
        page.links[position].areas[last] = known.union(area)
      } else {
        page.links[position].areas.append(area)
      }
      return
    }
    let target: LinkTarget
    switch document[node].role {
    case .reference(let anchor): target = .anchor(anchor)
    case .link(let address): target = .address(document.string(address))
    default: return
    }
    page.links.append(Link(areas: [area], target: target, contents: "", owner: node))
  }

  /// Says in words where each active area leads.
  mutating func describeLinks() {
    for position in page.links.indices {
      let node = page.links[position].owner
      page.links[position].contents =
        document[node].alternative.map { document.string($0) }
        ?? document.plainText(of: node) { numbers[$0.int] }
    }
  }
}

extension Document {
  /// The link or reference that a node stands in, itself included.
  func activeNode(around id: NodeID) -> NodeID? {
    var node = id
    while nodes[node.int].role.isInline {
      switch nodes[node.int].role {
      case .link, .reference: return node
      default: node = nodes[node.int].parent
      }
    }
    return nil
  }
}
