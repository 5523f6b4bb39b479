package import Core
package import Manuscript

/// Which style sets each node of a document: worked out once, then an array access.
package struct StyleAssignment: Sendable, Equatable {
  /// What a node's style is a position in.
  package enum Style: Sendable, Hashable {
    /// Of text-holding blocks and of the labels of items and notes: `DesignBook.paragraphs`.
    case paragraph(Int)
    /// Of inline nodes: `DesignBook.characters`; nil leaves the text around as it is.
    case character(Int?)
    /// Of nodes that hold blocks, and of pictures: `DesignBook.boxes`.
    case box(Int)
    /// Of tables: `DesignBook.tables`.
    case table(Int)
  }

  /// The style of each node, by its number.
  package var styles: [Style]

  /// The style of a node.
  package subscript(_ id: NodeID) -> Style { styles[id.int] }
}

extension DesignBook {
  /// Finds the style of every node of a document.
  ///
  /// A label is a paragraph where it stands beside blocks (in an item or note) and characters where
  /// it stands in a line.
  ///
  /// *Complexity:* one walk; keys are spelt once for each different place (role, look, enclosing
  /// roles and looks), of which even a long document has few hundred.
  package func assignment(of document: Document) -> StyleAssignment {
    var places = PlaceTable()
    var place = [Int](repeating: 0, count: document.nodes.count)
    var found: [StyleAssignment.Style?] = [nil]
    var styles: [StyleAssignment.Style] = []
    styles.reserveCapacity(document.nodes.count)
    for position in document.nodes.indices {
      let node = document.nodes[position]
      let holder = document.nodes[node.parent.int].role
      let isInLine = node.role.isInline && holder.holdsText
      let step = PlaceTable.Step(
        parent: position == 0 ? 0 : place[node.parent.int],
        name: StyleKey.name(of: node.role), look: node.look, isInLine: isInLine)
      place[position] = places.number(of: step)
      if place[position] == found.count { found.append(nil) }
      if let style = found[place[position]] {
        styles.append(style)
        continue
      }
      let id = NodeID(position)
      let style = style(
        of: node.role, look: document.look(of: id),
        contexts: StyleKey.contexts(enclosing: id, in: document), isInLine: isInLine)
      found[place[position]] = style
      styles.append(style)
    }
    return StyleAssignment(styles: styles)
  }

  private func style(
    of role: Role, look: String, contexts: [String], isInLine: Bool
  ) -> StyleAssignment.Style {
    if case .table = role {
      return .table(tableStyle(role: role, look: look, contexts: contexts))
    }
    if isInLine {
      return .character(characterStyle(role: role, look: look, contexts: contexts))
    }
    if role.holdsText {
      return .paragraph(paragraphStyle(role: role, look: look, contexts: contexts))
    }
    return .box(boxStyle(role: role, look: look, contexts: contexts))
  }
}

/// Numbers the different places at which nodes stand.
private struct PlaceTable {
  /// A place: where its parent stands, and what it is itself.
  struct Step: Hashable {
    var parent: Int
    var name: String
    var look: LookID
    var isInLine: Bool
  }

  private var numbers: [Step: Int] = [:]

  /// The number of a place, from 1.
  mutating func number(of step: Step) -> Int {
    if let number = numbers[step] { return number }
    let number = numbers.count + 1
    numbers[step] = number
    return number
  }
}
