import Core
import Manuscript
import Style

/// The text of a document as a reader of its pages must get it: one paragraph a text-holding
/// node, blank lines between, page numbers filled in.
///
/// A label that stands apart on the page (beside an item, in the margin column) is a paragraph of
/// its own: who reads pages meets it in another place than the words that it labels.
///
/// - Parameter folios: the printed page number of each anchor.
func readingText(of document: Document, folios: [String], design: DesignBook) -> String {
  func words(of inlines: Range<UInt32>) -> String {
    document.plainText(of: inlines) { folios[$0.int] }
  }
  var out = ""
  for position in document.nodes.indices {
    let id = NodeID(position)
    let node = document[id]
    let isBlock = node.role.holdsText && !node.role.isInline
    let isLooseLabel =
      node.role == .label && !document.nodes[node.parent.int].role.holdsText
    guard isBlock || isLooseLabel else { continue }
    var inlines = node.inlines
    if let label = document.leadingLabel(of: id), design.hangsLabel(of: id, in: document) {
      // The space after the label belongs to it, so that all letters are still there in order.
      let end = min(label + 2, inlines.upperBound)
      out += words(of: inlines.lowerBound..<end) + "\n\n"
      inlines = end..<inlines.upperBound
    }
    let text = words(of: inlines)
    if !text.isEmpty { out += text + "\n\n" }
  }
  return out
}

extension DesignBook {
  /// Whether the label at the start of a block stands in the margin column.
  fileprivate func hangsLabel(of id: NodeID, in document: Document) -> Bool {
    let style = paragraphStyle(
      role: document[id].role, look: document.look(of: id),
      contexts: StyleKey.contexts(enclosing: id, in: document))
    return style.map { paragraphs[$0].label == .margin } ?? false
  }
}

extension Document {
  /// The position of the label that a node starts with, followed by a space.
  fileprivate func leadingLabel(of id: NodeID) -> UInt32? {
    let range = self[id].inlines
    guard range.count > 1, case .child(let child) = inlines[Int(range.lowerBound)],
      self[child].role == .label,
      case .text(let gap) = inlines[Int(range.lowerBound) + 1], string(gap) == " "
    else { return nil }
    return range.lowerBound
  }
}
