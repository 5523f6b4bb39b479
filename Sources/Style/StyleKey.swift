package import Core
package import Manuscript

/// The keys under which a design lists the styles of roles.
///
/// A key is `role`, `role.look`, or either behind a context: `context/role.look`. A node is looked
/// up under each enclosing node, nearest first (with that node's look, then without), and at last
/// without context; in each place with its own look first. So the activity's title is found by
/// `group.card.activity/heading.4.activity`, `group.card.activity/heading.4`,
/// `group.card/heading.4.activity`, … `heading.4.activity`, `heading.4`.
package enum StyleKey {
  /// The key of a role without look or context: `heading.1`, `part.chapter`, `group.card`.
  package static func name(of role: Role) -> String {
    switch role {
    case .document: "document"
    case .part(let kind): "part.\(kind.rawValue)"
    case .section: "section"
    case .group(let kind): "group.\(kind.rawValue)"
    case .heading(let level): "heading.\(level)"
    case .paragraph: "paragraph"
    case .caption: "caption"
    case .list(let kind): "list.\(kind.rawValue)"
    case .item: "item"
    case .body: "body"
    case .quote: "quote"
    case .note: "note"
    case .contents: "contents"
    case .contentsEntry(let level): "contentsEntry.\(level)"
    case .table: "table"
    case .tableHead: "tableHead"
    case .tableBody: "tableBody"
    case .tableFoot: "tableFoot"
    case .row: "row"
    case .headerCell: "headerCell"
    case .dataCell: "dataCell"
    case .figure: "figure"
    case .ornament: "ornament"
    case .label: "label"
    case .emphasis: "emphasis"
    case .strong: "strong"
    case .verbatim: "verbatim"
    case .span: "span"
    case .reference: "reference"
    case .link: "link"
    case .noteReference: "noteReference"
    case .pictogram: "pictogram"
    }
  }

  /// The keys to try for a node, most particular first.
  ///
  /// - Parameter contexts: the context keys of the enclosing nodes, nearest first, as
  ///   `contexts(enclosing:in:)` gives them.
  package static func candidates(role: Role, look: String, contexts: [String]) -> [String] {
    let plain = name(of: role)
    var keys: [String] = []
    for context in contexts {
      if !look.isEmpty { keys.append("\(context)/\(plain).\(look)") }
      keys.append("\(context)/\(plain)")
    }
    if !look.isEmpty { keys.append("\(plain).\(look)") }
    keys.append(plain)
    return keys
  }

  /// The context keys that a node gives to what it encloses: with its look, then without.
  package static func contexts(of role: Role, look: String) -> [String] {
    let plain = name(of: role)
    return look.isEmpty ? [plain] : ["\(plain).\(look)", plain]
  }

  /// The context keys of a node: those of its enclosing nodes, nearest first, the root left out.
  package static func contexts(enclosing id: NodeID, in document: Document) -> [String] {
    var contexts: [String] = []
    var node = document[id].parent
    while node.raw != 0 {
      contexts += self.contexts(of: document[node].role, look: document.look(of: node))
      node = document[node].parent
    }
    return contexts
  }
}
