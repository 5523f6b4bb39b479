import Core
import Manuscript
import Style

/// The nodes that enclose a node, by role and look: the context of its styles. Equal surroundings
/// have equal numbers within a `StyleFinder` and its copies.
struct StyleSurroundings: Sendable, Hashable {
  var number: Int32
  /// Nothing but the root is around.
  static let plain = StyleSurroundings(number: -1)
}

/// Finds the styles of nodes in a design; remembers what it found.
///
/// A value without shared state: every worker has its own.
struct StyleFinder: Sendable {
  private struct Asked: Hashable {
    var role: Role
    var look: LookID
    var around: StyleSurroundings
  }

  let design: DesignBook
  let looks: [String]
  private struct Link: Hashable {
    var outer: StyleSurroundings
    var role: Role
    var look: LookID
  }
  private var chain: [Link] = []
  private var numbers: [Link: Int32] = [:]
  private var paragraphs: [Asked: Int?] = [:]
  private var characters: [Asked: Int?] = [:]
  private var boxes: [Asked: Int?] = [:]
  private var tables: [Asked: Int?] = [:]

  /// Looks styles up in `design` for nodes of a document with these looks.
  init(design: DesignBook, looks: [String]) {
    self.design = design
    self.looks = looks
  }

  /// The surroundings inside a node.
  mutating func inside(_ node: Node, _ outer: StyleSurroundings) -> StyleSurroundings {
    let link = Link(outer: outer, role: node.role.withoutReferences, look: node.look)
    if let known = numbers[link] { return StyleSurroundings(number: known) }
    let number = Int32(chain.count)
    chain.append(link)
    numbers[link] = number
    return StyleSurroundings(number: number)
  }

  /// The number of the paragraph style of a text-holding role, if the design has one.
  mutating func paragraph(_ role: Role, look: LookID, in around: StyleSurroundings) -> Int? {
    let asked = Asked(role: role.withoutReferences, look: look, around: around)
    if let known = paragraphs[asked] { return known }
    let found = design.paragraphStyle(
      role: asked.role, look: looks[look.int], contexts: contexts(of: around))
    paragraphs[asked] = .some(found)
    return found
  }

  /// The number of the style of paragraphs that the layout adds, by a look that no node has.
  func paragraph(look: String, in around: StyleSurroundings) -> Int? {
    design.paragraphStyle(role: .paragraph, look: look, contexts: contexts(of: around))
  }

  /// What an inline role changes in the characters around it.
  mutating func character(
    _ role: Role, look: LookID, in around: StyleSurroundings
  ) -> CharacterStyle? {
    let asked = Asked(role: role.withoutReferences, look: look, around: around)
    if let known = characters[asked] { return known.map { design.characters[$0] } }
    let found = design.characterStyle(
      role: asked.role, look: looks[look.int], contexts: contexts(of: around))
    characters[asked] = .some(found)
    return found.map { design.characters[$0] }
  }

  /// The box style of a role that holds blocks.
  mutating func box(_ role: Role, look: LookID, in around: StyleSurroundings) -> BoxStyle? {
    let asked = Asked(role: role.withoutReferences, look: look, around: around)
    if let known = boxes[asked] { return known.map { design.boxes[$0] } }
    let found = design.boxStyle(
      role: asked.role, look: looks[look.int], contexts: contexts(of: around))
    boxes[asked] = .some(found)
    return found.map { design.boxes[$0] }
  }

  /// The style of a table.
  mutating func table(_ role: Role, look: LookID, in around: StyleSurroundings) -> TableStyle? {
    let asked = Asked(role: role.withoutReferences, look: look, around: around)
    if let known = tables[asked] { return known.map { design.tables[$0] } }
    let found = design.tableStyle(
      role: asked.role, look: looks[look.int], contexts: contexts(of: around))
    tables[asked] = .some(found)
    return found.map { design.tables[$0] }
  }

  /// The context keys of the enclosing nodes, nearest first.
  private func contexts(of surroundings: StyleSurroundings) -> [String] {
    var contexts: [String] = []
    var around = surroundings
    while around != .plain {
      let link = chain[Int(around.number)]
      contexts += StyleKey.contexts(of: link.role, look: looks[link.look.int])
      around = link.outer
    }
    return contexts
  }

  /// Characters changed as an inline role asks; the face is the nearest that the family has.
  func changed(_ style: TextStyle, by change: CharacterStyle) -> TextStyle {
    var out = style
    if change.family != nil || change.weight != nil || change.italic != nil {
      let now = design.faces[style.face.int]
      out.face = face(
        family: change.family ?? now.family, weight: change.weight ?? now.weight,
        italic: change.italic ?? now.italic, otherwise: style.face)
    }
    if let scale = change.scale { out.size = style.size.scaled(by: Int64(scale), over: 1_000) }
    if let rise = change.rise {
      out.rise = style.rise + style.size.scaled(by: Int64(rise), over: 1_000)
    }
    if let colour = change.colour { out.colour = design.fineInks.colour(colour, at: out.size) }
    for feature in change.features where !out.features.contains(feature) {
      out.features.append(feature)
    }
    if !change.features.isEmpty { out.features.sort() }
    return out
  }

  /// The face of a family that is nearest to a weight, slope first.
  private func face(family: String, weight: Int, italic: Bool, otherwise: FaceID) -> FaceID {
    var best: (distance: Int, face: Int)?
    for (position, face) in design.faces.enumerated() where face.family == family {
      let distance = abs(face.weight - weight) + (face.italic == italic ? 0 : 10_000)
      if best.map({ distance < $0.distance }) ?? true { best = (distance, position) }
    }
    return best.map { FaceID($0.face) } ?? otherwise
  }
}

extension Role {
  /// The role without what tells two nodes of it apart: a key for styles.
  var withoutReferences: Role {
    switch self {
    case .table: .table(TableID(0))
    case .figure: .figure(ArtworkID(0))
    case .ornament: .ornament(ArtworkID(0))
    case .reference: .reference(AnchorID(0))
    case .link: .link(TextRange(start: 0, end: 0))
    case .noteReference: .noteReference(NodeID(0))
    case .headerCell: .headerCell(.column, .single)
    case .dataCell: .dataCell(.single)
    default: self
    }
  }
}
