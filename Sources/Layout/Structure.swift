import Core
package import Display
package import Manuscript

/// The structure of a document: element *i* for node *i*.
///
/// *Source:* ISO 32000-1 §14.8.4; the containment that PDF/UA-1 checkers demand.
package func structure(of document: Document) -> StructureTree {
  var elements: [StructureElement] = []
  elements.reserveCapacity(document.nodes.count)
  for position in document.nodes.indices {
    let node = document.nodes[position]
    let parent = document.nodes[node.parent.int]
    let type = structureType(of: NodeID(position), in: document)
    var element = StructureElement(type: type, parent: node.parent)
    if position == 0 || node.language != parent.language {
      element.language = document.languages[Int(node.language)]
    }
    element.alternative = node.alternative.map { document.string($0) }
    if document.fillsItsHolder(NodeID(position)) {
      element.type = elements[node.parent.int].type
      element.isOfParent = true
    }
    switch node.role {
    case .heading: element.title = document.headingTitle(of: NodeID(position))
    case .headerCell(let scope, let span):
      element.scope =
        switch scope {
        case .column: .column
        case .row: .row
        case .both: .both
        }
      element.columnSpan = max(1, span.columns)
      element.rowSpan = max(1, span.rows)
    case .dataCell(let span):
      element.columnSpan = max(1, span.columns)
      element.rowSpan = max(1, span.rows)
    case .list(let kind):
      element.numbering =
        switch kind {
        case .unordered: .disc
        case .ordered: .decimal
        case .descriptions: .disc
        }
    default: break
    }
    elements.append(element)
  }
  for position in document.nodes.indices {
    guard case .table(let table) = document.nodes[position].role else { continue }
    nameCells(
      of: NodeID(position), columns: document.tables[table.int].columns.count, in: document,
      &elements)
  }
  return StructureTree(elements: elements)
}

/// The standard type of a node: one total switch over the roles.
private func structureType(of id: NodeID, in document: Document) -> StructureType {
  let node = document[id]
  let parent = document[node.parent].role
  switch node.role {
  case .document: return .document
  case .part: return .part
  case .section: return .section
  case .group(let kind):
    switch kind {
    case .card, .matrix, .quadrant: return .section
    case .exhibit: return .division
    }
  case .heading(let level):
    switch level {
    case 0, 1: return .heading1
    case 2: return .heading2
    case 3: return .heading3
    case 4: return .heading4
    case 5: return .heading5
    default: return .heading6
    }
  case .paragraph: return document.isBlank(id) ? .none : .paragraph
  case .caption:
    // A caption is one only inside what it names.
    switch parent {
    case .table, .list, .contents, .figure: return .caption
    default: return .paragraph
    }
  case .list: return .list
  case .item:
    if case .list = parent { return .listItem }
    return .division
  case .body:
    switch parent {
    case .item: return .listBody
    default: return .division
    }
  case .quote: return .blockQuote
  case .note: return .note
  case .contents: return .contents
  case .contentsEntry:
    if case .contents = parent { return .contentsItem }
    return .paragraph
  case .table: return .table
  case .tableHead: return .tableHead
  case .tableBody: return .tableBody
  case .tableFoot: return .tableFoot
  case .row: return .tableRow
  case .headerCell: return .tableHeader
  case .dataCell: return .tableData
  case .figure: return .figure
  case .ornament: return .none
  case .label:
    switch parent {
    case .item, .note: return .label
    default: return parent.holdsText ? .span : .paragraph
    }
  case .emphasis, .strong, .span: return .span
  case .verbatim: return .code
  case .reference: return .link
  case .link: return .link
  case .noteReference: return .reference
  // Beside the words that say the same it is ornament.
  case .pictogram: return node.alternative == nil ? .none : .figure
  }
}

extension Document {
  /// Whether a text-holding node holds no text at all: it gets no element of its own.
  func isBlank(_ id: NodeID) -> Bool { nodes[id.int].inlines.isEmpty }

  /// Whether a paragraph is all that a cell or the body of an item holds, and says no more than
  /// these do: an element of its own would only double the size of a table's structure.
  fileprivate func fillsItsHolder(_ id: NodeID) -> Bool {
    let node = self[id]
    let holder = self[node.parent]
    guard case .paragraph = node.role, node.parent.int + 1 == id.int, node.end == holder.end,
      node.language == holder.language, node.alternative == nil, !isBlank(id)
    else { return false }
    switch holder.role {
    case .headerCell, .dataCell: return true
    case .body:
      if case .item = self[holder.parent].role { return true }
      return false
    default: return false
    }
  }

  /// The words of a heading for bookmarks: label and title with single spaces.
  func headingTitle(of id: NodeID) -> String {
    let node = nodes[id.int]
    // Bookmarks have room for the whole names of entries and divisions.
    if let short = node.short, looks[node.look.int] != RunningEntries.look,
      looks[node.look.int] != Divisions.look
    {
      let label = leadingLabel(of: id).map { plainText(of: $0) } ?? ""
      return Document.singleSpaced(label.isEmpty ? string(short) : label + " " + string(short))
    }
    guard let label = leadingLabel(of: id) else {
      return Document.singleSpaced(plainText(of: id))
    }
    let words = plainText(of: label)
    return Document.singleSpaced(words + " " + Document.after(words, in: plainText(of: id)))
  }

  /// The words of a heading for running heads: the short wording where there is one, no label.
  func runningTitle(of id: NodeID) -> String {
    if let short = nodes[id.int].short { return Document.singleSpaced(string(short)) }
    let words = leadingLabel(of: id).map { plainText(of: $0) } ?? ""
    return Document.singleSpaced(Document.after(words, in: plainText(of: id)))
  }

  /// What follows the label in the words of a heading.
  private static func after(_ label: String, in words: String) -> String {
    String(decoding: Array(words.utf8.dropFirst(label.utf8.count)), as: UTF8.self)
  }

  private static func singleSpaced(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var isSpaced = true
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "\n" || scalar == "\t" {
        if !isSpaced { out.append(" ") }
        isSpaced = true
      } else if scalar != "\u{AD}" {
        out.append(scalar)
        isSpaced = false
      }
    }
    if out.last == " " { out.removeLast() }
    return String(out)
  }
}
