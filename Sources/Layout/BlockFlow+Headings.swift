import Core
import Manuscript
import Style

/// Headings of what takes the full width of the page.
extension BlockFlow {
  /// Whether a heading stands directly above what takes all columns: then it starts where that
  /// does, on left-hand pages at the edge of the margin column, so that it does not float.
  mutating func headsWide(_ id: NodeID, _ style: ParagraphStyle, in container: Container) -> Bool {
    guard case .heading = document[id].role, container.isOpen, container.column == .text,
      style.label != .margin
    else { return false }
    return isWide(after: id, container.around)
  }

  private mutating func isWide(after id: NodeID, _ around: StyleSurroundings) -> Bool {
    let next = document[id].end
    guard next.int < document[document[id].parent].end.int else { return false }
    return isWide(next, around)
  }

  /// Whether a block starts with what takes all columns.
  private mutating func isWide(_ id: NodeID, _ around: StyleSurroundings) -> Bool {
    let node = document[id]
    switch node.role {
    case .heading: return isWide(after: id, around)
    case .section:
      let inner = finder.inside(node, around)
      return document.children(of: id).first { _ in true }.map { isWide($0, inner) } ?? false
    case .group(.exhibit):
      let inner = finder.inside(node, around)
      return document.children(of: id).contains { reachesOver($0, inner) || isWide($0, inner) }
    case .table:
      let style = finder.table(node.role, look: node.look, in: around)
      return style.map { $0.placement == .full && !$0.landscape } ?? false
    case .group, .list, .figure:
      let style = finder.box(node.role, look: node.look, in: around)
      let isStack = style.map { $0.columns < 2 } ?? true
      if case .figure = node.role { return style?.placement == .full }
      return style?.placement == .full && !isStack
    default: return false
    }
  }
}
