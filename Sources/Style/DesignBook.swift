package import Core
package import Manuscript

/// A look, resolved: everything that layout asks of a design, indexable and without file formats.
///
/// Styles are found by *keys* that follow the document's roles (see `StyleKey`).
package struct DesignBook: Sendable, Equatable {
  /// The design's name.
  package var name: String
  /// The page.
  package var page: PageGeometry
  /// The page masters by name; `body` always exists.
  package var masters: [String: PageMaster]
  /// The faces; a `FaceID` is a position here. Fallback faces included.
  package var faces: [FaceSpec]
  /// The faces that step in for missing characters, in order of preference.
  package var fallback: [FaceID]
  /// How far marks of each face hang beyond the edges; a `FaceID` is a position here, and faces
  /// beyond the end have no marks of their own.
  package var protrusion: [Protrusion]
  /// Paragraph styles.
  package var paragraphs: [ParagraphStyle]
  /// Character styles for inline roles.
  package var characters: [CharacterStyle]
  /// Box styles for nodes that hold blocks: parts, cards, quadrants, cells, lists.
  package var boxes: [BoxStyle]
  /// Table styles.
  package var tables: [TableStyle]
  /// Which paragraph style sets a key.
  package var paragraphKeys: [String: Int]
  /// Which character style sets a key.
  package var characterKeys: [String: Int]
  /// Which box style sets a key.
  package var boxKeys: [String: Int]
  /// Which table style sets a key.
  package var tableKeys: [String: Int]
  /// The ground that text without a tint stands on, for contrast.
  package var paper: Colour
  /// The signs that it draws.
  package var pictograms: [Pictogram] = []
  /// The tabs at the fore-edge, where it has any.
  package var tabs: ThumbTabs?
  /// The spine of the cover, where a book of it may have one.
  package var spine: SpineStyle?
  /// Where the file says so.
  package var places = DesignPlaces()
  /// The spot colours; a colour of the palette names its own by number, from 1.
  package var spots: [SpotColour] = []
  /// What colours of several inks are in small letters.
  package var fineInks = FineInks()
  /// What page breaks cost.
  package var pageBreaking = PageBreakCosts.house

  /// Makes a design from resolved parts.
  package init(
    name: String, page: PageGeometry, masters: [String: PageMaster], faces: [FaceSpec],
    fallback: [FaceID], protrusion: [Protrusion] = [], paragraphs: [ParagraphStyle],
    characters: [CharacterStyle],
    boxes: [BoxStyle], tables: [TableStyle], paragraphKeys: [String: Int],
    characterKeys: [String: Int], boxKeys: [String: Int], tableKeys: [String: Int], paper: Colour
  ) {
    self.name = name
    self.page = page
    self.masters = masters
    self.faces = faces
    self.fallback = fallback
    self.protrusion = protrusion
    self.paragraphs = paragraphs
    self.characters = characters
    self.boxes = boxes
    self.tables = tables
    self.paragraphKeys = paragraphKeys
    self.characterKeys = characterKeys
    self.boxKeys = boxKeys
    self.tableKeys = tableKeys
    self.paper = paper
  }
}

/// The one look-up of styles; nil is where no key of a node is set.
///
/// `contexts` are the context keys of the enclosing nodes, nearest first.
extension DesignBook {
  /// The paragraph style of a node that holds text.
  package func paragraphStyle(role: Role, look: String, contexts: [String]) -> Int? {
    find(role, look, contexts, in: paragraphKeys)
  }

  /// The character style of an inline node; nil leaves it as the text around it.
  package func characterStyle(role: Role, look: String, contexts: [String]) -> Int? {
    find(role, look, contexts, in: characterKeys)
  }

  /// The box style of a node that holds blocks.
  package func boxStyle(role: Role, look: String, contexts: [String]) -> Int? {
    find(role, look, contexts, in: boxKeys)
  }

  /// The table style of a table.
  package func tableStyle(role: Role, look: String, contexts: [String]) -> Int? {
    find(role, look, contexts, in: tableKeys)
  }

  private func find(
    _ role: Role, _ look: String, _ contexts: [String], in keys: [String: Int]
  ) -> Int? {
    for key in StyleKey.candidates(role: role, look: look, contexts: contexts) {
      if let style = keys[key] { return style }
    }
    return nil
  }
}
