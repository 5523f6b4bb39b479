package import Manuscript

/// The keys under which a design lists the styles of roles.
///
/// A node is looked up by `context/role.look`, `context/role`, `role.look`, `role`, in that order.
/// The context is the key of the nearest enclosing group, cell, quote, note or list item.
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
    }
  }

  /// The keys to try for a node, most particular first.
  package static func candidates(role: Role, look: String, context: String) -> [String] {
    let plain = name(of: role)
    var keys: [String] = []
    if !context.isEmpty {
      if !look.isEmpty { keys.append("\(context)/\(plain).\(look)") }
      keys.append("\(context)/\(plain)")
    }
    if !look.isEmpty { keys.append("\(plain).\(look)") }
    keys.append(plain)
    return keys
  }
}
