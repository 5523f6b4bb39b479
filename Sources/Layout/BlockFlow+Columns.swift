import Core
import Manuscript
import Style

/// Text that runs in columns: down one and then the next, over pages.
extension BlockFlow {
  /// Blocks in columns. What takes all of them stands where the columns stand, as wide as all
  /// together; the margin column holds nothing beside them.
  mutating func columns(_ id: NodeID, _ style: BoxStyle, in container: Container) {
    let node = document[id]
    let outer = placed(style.placement, tinted: true, in: container)
    var inner = outer.indented(left: style.indentLeft + style.padding, right: style.padding)
    var bare = style
    var framing: Int?
    if style.frames {
      // Tint and rules are those of a box around the columns.
      framing = begin(id, .stack(style: number(of: style)), in: outer)
      (bare.spaceBefore, bare.spaceAfter) = (.zero, .zero)
    }
    let block = begin(id, .columns(style: number(of: bare)), in: inner)
    inner.across = Container.Across(column: inner.column, x: inner.x)
    inner.columns = inner.across
    (inner.isOpen, inner.inset) = (false, .zero)
    inner.around =
      node.role.isPart ? container.around : finder.inside(node, container.around)
    lastStyle = nil
    if case .list = node.role {
      items(of: id, style, in: inner)
    } else {
      for child in document.children(of: id) where !document[child].role.isInlineOnly {
        flow(child, in: inner)
      }
    }
    lastStyle = nil
    close(block)
    if let framing { close(framing) }
  }
}

extension BlockFlow.Container {
  /// The place of what takes all columns: the columns' own.
  struct Across {
    var column: Placement
    var x: Length
  }

  /// Whether what stands in it may be turned onto pages of its own.
  var mayTurn: Bool { isOpen || across != nil }
}

extension BoxStyle {
  /// Whether its content runs down columns.
  var runsInColumns: Bool { columns > 1 && flow != .grid }

  /// The white between columns down which text runs.
  func columnGap(on page: PageGeometry) -> Length { columnGap ?? page.baseline }

  /// How wide each of its columns is.
  func columnWidth(in width: Length, of page: PageGeometry) -> Length {
    let gaps = columnGap(on: page) * (columns - 1)
    return max((width - gaps) / columns, .pt(1))
  }

  /// Whether something is drawn around what stands in it.
  fileprivate var frames: Bool {
    background != nil || ruleAbove != nil || ruleBelow != nil || padding > .zero
  }
}

extension Role {
  fileprivate var isPart: Bool {
    if case .part = self { true } else { false }
  }
}
