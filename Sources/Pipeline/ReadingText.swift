import Core
import Manuscript

/// The text of a document as a reader of its pages must get it: one paragraph a text-holding
/// node, blank lines between, page numbers filled in.
///
/// - Parameter folios: the printed page number of each anchor.
func readingText(of document: Document, folios: [String]) -> String {
  var out = ""
  for position in document.nodes.indices {
    let node = document.nodes[position]
    // A label of an item or note stands apart from its body: a paragraph of its own.
    let isBlock = node.role.holdsText && !node.role.isInline
    let isLooseLabel =
      node.role == .label && !document.nodes[node.parent.int].role.holdsText
    guard isBlock || isLooseLabel else { continue }
    let text = document.plainText(of: NodeID(position)) { folios[$0.int] }
    guard !text.isEmpty else { continue }
    out += text + "\n\n"
  }
  return out
}
