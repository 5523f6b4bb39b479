package import Core

/// Builds a document; scopes are closures, so no node can stay open.
///
/// Nodes may be reopened (the contents are filled when the headings are known); `finish` puts
/// everything into preorder.
package struct DocumentBuilder: ~Copyable {
  /// A node in the making. What hangs on it is linked, not listed: a long table has a million
  /// nodes, and two lists for each would weigh more than all the rest.
  private struct Draft {
    var node: Node
    var children = Chain()
    /// The next child of its parent, or -1.
    var sibling: Int32 = -1
    var inlines = Chain()
  }

  /// The first and the last of what is linked, or -1.
  private struct Chain {
    var first: Int32 = -1
    var last: Int32 = -1
  }

  /// An inline and the next one of its node, or -1.
  private struct Piece {
    var inline: Inline
    var next: Int32 = -1
  }

  private var drafts: [Draft]
  private var pieces: [Piece] = []
  private var open: [Int] = [0]
  private var text: [UInt8] = []
  private var looks: [String] = [""]
  private var lookNumbers: [String: Int] = ["": 0]
  private var languages: [Language]
  private var anchors: [Anchor] = []
  private var anchorNumbers: [String: Int] = [:]
  private var anchorUses: [(AnchorID, SourceSpan?)] = []
  private var duplicateAnchors: [(String, SourceSpan?)] = []
  private var tables: [TableSpec] = []
  private var artworks: [Artwork] = []
  private var pictures: [Picture] = []
  private let metadata: Metadata
  /// What is said of a block that goes on overleaf: „pokračování“.
  package var continued = ""
  /// What a part of a table's columns is called, before its number: „část“.
  package var tablePart = ""
  /// What is said at the foot of a page of a table's sums so far: „převádí se“.
  package var carriedForward = ""
  /// What is said of the same sums at the head of the next page: „převedeno“.
  package var broughtForward = ""

  private static let unset = NodeID(UInt32.max)

  /// Starts a document in a language.
  package init(metadata: Metadata, language: Language) {
    self.metadata = metadata
    self.languages = [language]
    self.drafts = [Draft(node: DocumentBuilder.blank(.document, parent: 0, language: 0))]
  }

  private static func blank(_ role: Role, parent: Int, language: UInt16) -> Node {
    Node(
      role: role, look: LookID(0), parent: NodeID(parent), end: NodeID(0), inlines: 0..<0,
      origin: nil, alternative: nil, short: nil, language: language, anchor: nil)
  }

  /// Adds a node to the open one and fills it.
  ///
  /// - Parameters:
  ///   - look: the variant of the role that the design may set otherwise.
  ///   - origin: the record or passage it comes from; inherited where nil.
  ///   - anchor: the name by which references find it.
  /// - Returns: the draft number, for `reopen` and note references; `finish` renumbers.
  @discardableResult
  package mutating func node(
    _ role: Role, look: String = "", origin: SourceSpan? = nil, alternative: String? = nil,
    short: String? = nil, language: Language? = nil, anchor: String? = nil,
    _ fill: (inout DocumentBuilder) -> Void = { _ in }
  ) -> NodeID {
    let parent = open[open.count - 1]
    var node = DocumentBuilder.blank(role, parent: parent, language: drafts[parent].node.language)
    precondition(
      drafts[parent].node.role.holdsText == role.isInline
        || (role == .label && !drafts[parent].node.role.holdsText),
      "\(role) cannot stand in \(drafts[parent].node.role)")
    node.look = number(ofLook: look)
    node.origin = origin ?? drafts[parent].node.origin
    if let alternative { node.alternative = store(alternative) }
    if let short { node.short = store(short) }
    if let language { node.language = number(of: language) }
    let id = drafts.count
    if let anchor {
      let place = self.anchor(anchor)
      if anchors[place.int].node == DocumentBuilder.unset {
        anchors[place.int].node = NodeID(id)
        node.anchor = place
      } else {
        duplicateAnchors.append((anchor, node.origin))
      }
    }
    if drafts.count == drafts.capacity {
      // Doubling would hold three times what is there while it moves.
      drafts.reserveCapacity(drafts.count + drafts.count / 4 + 256)
    }
    drafts.append(Draft(node: node))
    let last = Int(drafts[parent].children.last)
    if last < 0 {
      drafts[parent].children.first = Int32(id)
    } else {
      drafts[last].sibling = Int32(id)
    }
    drafts[parent].children.last = Int32(id)
    if role.isInline && drafts[parent].node.role.holdsText {
      link(.child(NodeID(id)), to: parent)
    }
    reopen(NodeID(id), fill)
    return NodeID(id)
  }

  /// Adds to a node that was made before.
  package mutating func reopen(_ id: NodeID, _ fill: (inout DocumentBuilder) -> Void) {
    open.append(id.int)
    fill(&self)
    open.removeLast()
  }

  /// Adds words to the open text-holding node.
  package mutating func text(_ words: String) {
    guard !words.isEmpty else { return }
    add(.text(store(words)))
  }

  /// Adds a forced line break.
  package mutating func lineBreak() { add(.lineBreak) }

  /// Adds leader dots.
  package mutating func leader() { add(.leader) }

  /// Adds the page number of an anchor.
  package mutating func pageNumber(of name: String) {
    let place = anchor(name)
    use(place)
    add(.pageNumber(place))
  }

  /// Adds an active reference to an anchor; the closure gives its printed form.
  ///
  /// - Returns: the reference, to be reopened when its printed form is known later.
  @discardableResult
  package mutating func reference(
    to name: String, look: String = "", origin: SourceSpan? = nil, alternative: String? = nil,
    _ fill: (inout DocumentBuilder) -> Void = { _ in }
  ) -> NodeID {
    let place = anchor(name)
    anchorUses.append((place, origin ?? drafts[open[open.count - 1]].node.origin))
    return node(.reference(place), look: look, origin: origin, alternative: alternative, fill)
  }

  /// Adds a link to an address outside.
  package mutating func link(to address: String, _ fill: (inout DocumentBuilder) -> Void) {
    let target = store(address)
    node(.link(target), fill)
  }

  /// Registers the columns of a table.
  package mutating func table(_ spec: TableSpec) -> TableID {
    tables.append(spec)
    return TableID(tables.count - 1)
  }

  /// Registers a picture.
  package mutating func artwork(_ artwork: Artwork) -> ArtworkID {
    artworks.append(artwork)
    return ArtworkID(artworks.count - 1)
  }

  /// Registers a picture file; one of the same name is the same.
  package mutating func picture(_ picture: Picture) -> ImageID {
    if let known = pictures.firstIndex(where: { $0.name == picture.name }) {
      return ImageID(known)
    }
    pictures.append(picture)
    return ImageID(pictures.count - 1)
  }

  private mutating func add(_ inline: Inline) {
    let current = open[open.count - 1]
    precondition(drafts[current].node.role.holdsText, "\(drafts[current].node.role) holds no text")
    link(inline, to: current)
  }

  private mutating func link(_ inline: Inline, to draft: Int) {
    let place = Int32(pieces.count)
    pieces.append(Piece(inline: inline))
    let last = Int(drafts[draft].inlines.last)
    if last < 0 {
      drafts[draft].inlines.first = place
    } else {
      pieces[last].next = place
    }
    drafts[draft].inlines.last = place
  }

  private mutating func store(_ words: String) -> TextRange {
    let start = UInt32(text.count)
    text.append(contentsOf: words.utf8)
    return TextRange(start: start, end: UInt32(text.count))
  }

  private mutating func number(ofLook name: String) -> LookID {
    if let known = lookNumbers[name] { return LookID(known) }
    looks.append(name)
    lookNumbers[name] = looks.count - 1
    return LookID(looks.count - 1)
  }

  private mutating func number(of language: Language) -> UInt16 {
    if let known = languages.firstIndex(of: language) { return UInt16(known) }
    languages.append(language)
    return UInt16(languages.count - 1)
  }

  private mutating func anchor(_ name: String) -> AnchorID {
    if let known = anchorNumbers[name] { return AnchorID(known) }
    anchors.append(Anchor(name: name, node: DocumentBuilder.unset))
    anchorNumbers[name] = anchors.count - 1
    return AnchorID(anchors.count - 1)
  }

  private mutating func use(_ anchor: AnchorID) {
    anchorUses.append((anchor, drafts[open[open.count - 1]].node.origin))
  }

  /// Closes the document.
  ///
  /// - Throws: every reference to an anchor that no node carries, and every anchor carried twice.
  /// - Complexity: linear in the number of nodes.
  package consuming func finish() throws(Rejected) -> Document {
    var findings: [Diagnostic] = []
    for (place, origin) in anchorUses where anchors[place.int].node == DocumentBuilder.unset {
      let finding = Diagnostic.unresolvedReference(to: anchors[place.int].name, at: origin)
      // A reference and the page number inside it are one mistake.
      if findings.last != finding { findings.append(finding) }
    }
    for (name, origin) in duplicateAnchors {
      findings.append(.duplicateAnchor(name, at: origin))
    }
    guard findings.isEmpty else { throw Rejected(findings) }

    var numbers = [UInt32](repeating: 0, count: drafts.count)
    var order: [UInt32] = []
    order.reserveCapacity(drafts.count)
    // What comes after a node's last descendant waits on the stack.
    var stack: [Int32] = [0]
    while let id = stack.popLast() {
      numbers[Int(id)] = UInt32(order.count)
      order.append(UInt32(id))
      let draft = drafts[Int(id)]
      if draft.sibling >= 0 { stack.append(draft.sibling) }
      if draft.children.first >= 0 { stack.append(draft.children.first) }
    }

    var nodes: [Node] = []
    nodes.reserveCapacity(order.count)
    var inlines: [Inline] = []
    inlines.reserveCapacity(pieces.count)
    for id in order {
      var node = drafts[Int(id)].node
      node.parent = NodeID(numbers[node.parent.int])
      if case .noteReference(let note) = node.role {
        node.role = .noteReference(NodeID(numbers[note.int]))
      }
      let start = UInt32(inlines.count)
      var place = drafts[Int(id)].inlines.first
      while place >= 0 {
        let piece = pieces[Int(place)]
        if case .child(let child) = piece.inline {
          inlines.append(.child(NodeID(numbers[child.int])))
        } else {
          inlines.append(piece.inline)
        }
        place = piece.next
      }
      node.inlines = start..<UInt32(inlines.count)
      nodes.append(node)
    }
    // Ends: a node ends where its last child ends.
    for position in nodes.indices.reversed() {
      nodes[position].end = max(nodes[position].end, NodeID(position + 1))
      let parent = nodes[position].parent.int
      if parent != position {
        nodes[parent].end = max(nodes[parent].end, nodes[position].end)
      }
    }
    for position in anchors.indices where anchors[position].node != DocumentBuilder.unset {
      anchors[position].node = NodeID(numbers[anchors[position].node.int])
    }
    return Document(
      metadata: metadata, nodes: nodes, inlines: inlines, text: text, looks: looks,
      languages: languages, anchors: anchors, tables: tables, artworks: artworks,
      pictures: pictures, continued: continued, tablePart: tablePart,
      carriedForward: carriedForward, broughtForward: broughtForward)
  }
}
