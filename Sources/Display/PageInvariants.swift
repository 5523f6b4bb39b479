import Core

extension PageList {
  /// What is wrong with the pages, in words for developers; empty for every list that layout makes.
  ///
  /// Checks that owner spans tile the marks, that owners, links, destinations and bookmarks point
  /// to what exists, that glyphs and outlines stay in their page's arrays, that bookmarks do not
  /// skip a depth, and that the structure is a tree in preorder.
  package func faults() -> [String] {
    var faults: [String] = []
    for (number, page) in pages.enumerated() {
      if !page.isTiled { faults.append("page \(number): spans do not tile the marks") }
      for span in page.spans {
        guard case .node(let node) = span.owner else { continue }
        if node.int >= structure.elements.count {
          faults.append("page \(number): owner \(node) is no element")
        } else if structure.elements[node.int].type == .none {
          faults.append("page \(number): owner \(node) is not tagged")
        }
      }
      if !page.names(only: pictures.count) { faults.append("page \(number): an unknown picture") }
      if let turn = page.turn, !page.holds(turn) {
        faults.append("page \(number): a span stands half turned")
      }
      if !page.isWithinItsArrays { faults.append("page \(number): a mark points outside") }
      for link in page.links {
        if link.areas.isEmpty { faults.append("page \(number): a link without an area") }
        if link.contents.isEmpty { faults.append("page \(number): a link without words") }
        if case .anchor(let anchor) = link.target, anchor.int >= destinations.count {
          faults.append("page \(number): a link leads nowhere")
        }
      }
    }
    for destination in destinations where !pages.indices.contains(destination.page) {
      faults.append("destination \(destination.name) is on no page")
    }
    var depth = -1
    for entry in outline {
      if entry.depth > depth + 1 { faults.append("bookmark “\(entry.title)” skips a depth") }
      if !pages.indices.contains(entry.page) {
        faults.append("bookmark “\(entry.title)” is on no page")
      }
      depth = entry.depth
    }
    if !pages.isEmpty && labels.first?.page != 0 { faults.append("labels do not start at page 0") }
    return faults + structure.faults()
  }
}

extension Page {
  /// Whether all pictures are among the first `count`.
  fileprivate func names(only count: Int) -> Bool {
    ops.allSatisfy { op in
      if case .image(let image, _, _) = op { image.int < count } else { true }
    }
  }

  /// Whether a turn takes whole owner spans.
  fileprivate func holds(_ turn: Turn) -> Bool {
    turn.ops.upperBound <= ops.count
      && spans.allSatisfy {
        $0.ops.clamped(to: turn.ops).isEmpty || $0.ops.clamped(to: turn.ops) == $0.ops
      }
  }

  /// Whether all marks point into the page's glyphs, text and outlines.
  fileprivate var isWithinItsArrays: Bool {
    for op in ops {
      switch op {
      case .fill, .image: continue
      case .path(let steps, _): if steps.upperBound > path.count { return false }
      case .glyphs(let run):
        guard run.glyphs.upperBound <= glyphs.count else { return false }
        for glyph in glyphs[Int(run.glyphs.lowerBound)..<Int(run.glyphs.upperBound)]
        where Int(glyph.text) + Int(glyph.textLength) > text.count {
          return false
        }
      }
    }
    return true
  }
}

extension StructureTree {
  /// What is wrong with the tree: preorder, and the containment of lists, tables and contents.
  ///
  /// *Source:* ISO 32000-1 §14.8.4.3; ISO 14289-1 §7.2.
  package func faults() -> [String] {
    var faults: [String] = []
    for (position, element) in elements.enumerated() {
      guard position > 0 else { continue }
      guard element.parent.int < position else {
        faults.append("element \(position) stands before its parent")
        continue
      }
      if element.isOfParent { continue }
      let parent = elements[element.parent.int].type
      if !element.type.mayStand(in: parent) {
        faults.append("element \(position): \(element.type.rawValue) in \(parent.rawValue)")
      }
      if element.type == .tableHeader && element.scope == nil {
        faults.append("element \(position): TH without a scope")
      }
      if element.type == .figure && (element.alternative ?? "").isEmpty {
        faults.append("element \(position): Figure without alternative text")
      }
    }
    return faults
  }
}

extension StructureType {
  /// Whether an element of this type may stand in another.
  fileprivate func mayStand(in parent: StructureType) -> Bool {
    let isOwnedByParent: Bool =
      switch parent {
      case .list: self == .listItem || self == .list || self == .caption
      case .listItem: self == .label || self == .listBody
      case .table: [.caption, .tableHead, .tableBody, .tableFoot, .tableRow].contains(self)
      case .tableHead, .tableBody, .tableFoot: self == .tableRow
      case .tableRow: self == .tableHeader || self == .tableData
      case .contents: self == .contentsItem || self == .contents || self == .caption
      default: true
      }
    guard isOwnedByParent else { return false }
    switch self {
    case .listItem: return parent == .list
    case .listBody: return parent == .listItem
    case .tableHead, .tableBody, .tableFoot: return parent == .table
    case .tableRow: return [.table, .tableHead, .tableBody, .tableFoot].contains(parent)
    case .tableHeader, .tableData: return parent == .tableRow
    case .contentsItem: return parent == .contents
    case .document: return false
    default: return true
    }
  }
}
