package import Core

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

  /// Makes a design from resolved parts.
  package init(
    name: String, page: PageGeometry, masters: [String: PageMaster], faces: [FaceSpec],
    fallback: [FaceID], paragraphs: [ParagraphStyle], characters: [CharacterStyle],
    boxes: [BoxStyle], tables: [TableStyle], paragraphKeys: [String: Int],
    characterKeys: [String: Int], boxKeys: [String: Int], tableKeys: [String: Int], paper: Colour
  ) {
    self.name = name
    self.page = page
    self.masters = masters
    self.faces = faces
    self.fallback = fallback
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

/// A font file and its place in a family.
package struct FaceSpec: Sendable, Hashable {
  /// The design's name for the family: `serif`.
  package var family: String
  /// Weight in CSS numbers: 400, 600, 700.
  package var weight: Int
  /// Whether it is the italic.
  package var italic: Bool
  /// The file below `Fonts/`.
  package var file: String
  /// Where the design names it.
  package var at: SourceSpan?
  /// Makes a face.
  package init(family: String, weight: Int, italic: Bool, file: String, at: SourceSpan?) {
    self.family = family
    self.weight = weight
    self.italic = italic
    self.file = file
    self.at = at
  }
}

/// The page and its columns. Verso pages mirror recto pages.
package struct PageGeometry: Sendable, Hashable {
  /// The trimmed size.
  package var trim: Size
  /// How far full-bleed marks run over.
  package var bleed: Length
  /// The margin at the spine.
  package var inner: Length
  /// The margin at the fore-edge.
  package var outer: Length
  /// The margin above.
  package var top: Length
  /// The margin below.
  package var bottom: Length
  /// The width of the text column, next to the inner margin.
  package var textWidth: Length
  /// The white between text column and margin column.
  package var gutter: Length
  /// The width of the margin column; zero if there is none.
  package var marginWidth: Length
  /// The distance of baselines.
  package var baseline: Length
  /// Makes a geometry.
  package init(
    trim: Size, bleed: Length, inner: Length, outer: Length, top: Length, bottom: Length,
    textWidth: Length, gutter: Length, marginWidth: Length, baseline: Length
  ) {
    self.trim = trim
    self.bleed = bleed
    self.inner = inner
    self.outer = outer
    self.top = top
    self.bottom = bottom
    self.textWidth = textWidth
    self.gutter = gutter
    self.marginWidth = marginWidth
    self.baseline = baseline
  }
  /// Text column, gutter and margin column together.
  package var fullWidth: Length { textWidth + gutter + marginWidth }
  /// The height of the type area.
  package var textHeight: Length { trim.height - top - bottom }
}

/// How a kind of page is furnished.
package struct PageMaster: Sendable, Hashable {
  /// The furniture of right-hand pages (mirrored on left-hand ones where `verso` is empty).
  package var recto: [Furniture]
  /// The furniture of left-hand pages.
  package var verso: [Furniture]
  /// Rectangles painted behind everything.
  package var backgrounds: [Background]
  /// Overrides of the top margin, where a chapter opening sinks its text.
  package var top: Length?
  /// Overrides of the bottom margin.
  package var bottom: Length?
  /// Makes a master.
  package init(
    recto: [Furniture], verso: [Furniture], backgrounds: [Background], top: Length? = nil,
    bottom: Length? = nil
  ) {
    self.recto = recto
    self.verso = verso
    self.backgrounds = backgrounds
    self.top = top
    self.bottom = bottom
  }
}

/// A tinted field of a page.
package struct Background: Sendable, Hashable {
  /// The field, from the trimmed corner; edges at or beyond the trim run into the bleed.
  package var area: Rect
  /// Its colour.
  package var colour: Colour
  /// Makes a field.
  package init(area: Rect, colour: Colour) {
    self.area = area
    self.colour = colour
  }
}

/// A running head or folio: what it says, where, and how.
package struct Furniture: Sendable, Hashable {
  /// What it says, taken from the content of the page.
  package enum Content: String, Sendable, Hashable, CaseIterable {
    /// The page number.
    case folio
    /// The title of the document.
    case title
    /// The (short) title of the chapter.
    case chapter
    /// The (short) title of the last section that starts on or before the page.
    case section
  }
  /// Where it aligns.
  package enum Place: String, Sendable, Hashable, CaseIterable {
    case inner
    case outer
    case centre
  }
  /// What it says.
  package var content: Content
  /// Where it aligns within the full width.
  package var place: Place
  /// Its baseline, from the top of the trimmed page.
  package var baseline: Length
  /// The paragraph style.
  package var style: Int
  /// Makes a piece of furniture.
  package init(content: Content, place: Place, baseline: Length, style: Int) {
    self.content = content
    self.place = place
    self.baseline = baseline
    self.style = style
  }
}

/// How characters look.
package struct TextStyle: Sendable, Hashable {
  /// The face.
  package var face: FaceID
  /// The size of the em.
  package var size: Length
  /// The colour.
  package var colour: Colour
  /// OpenType features set on or off, sorted by tag: `onum`, `smcp`, `-liga`.
  package var features: [String]
  /// Extra space between letters.
  package var tracking: Length
  /// How far above the baseline it is set.
  package var rise: Length
  /// Makes a text style.
  package init(
    face: FaceID, size: Length, colour: Colour, features: [String] = [], tracking: Length = .zero,
    rise: Length = .zero
  ) {
    self.face = face
    self.size = size
    self.colour = colour
    self.features = features
    self.tracking = tracking
    self.rise = rise
  }
}

/// How lines align.
package enum Alignment: String, Sendable, Hashable, CaseIterable {
  /// Both edges straight.
  case justified
  /// Ragged right.
  case left
  /// Ragged left.
  case right
  /// Centred.
  case centre
}

/// TeX's parameters of a paragraph.
///
/// *Source:* Knuth & Plass 1981; TeX: The Program part 38.
package struct BreakParameters: Sendable, Hashable {
  /// Badness allowed without hyphenation; negative skips the first pass.
  package var pretolerance: Int32 = 100
  /// Badness allowed with hyphenation.
  package var tolerance: Int32 = 1000
  /// Charged for every line.
  package var linePenalty: Int32 = 10
  /// For a break at a hyphenation point.
  package var hyphenPenalty: Int32 = 50
  /// For a break after a hyphen in the text.
  package var exHyphenPenalty: Int32 = 50
  /// Demerits of neighbouring lines of distant fitness classes.
  package var adjacentDemerits: Int32 = 10_000
  /// Demerits of two hyphenated lines in a row.
  package var doubleHyphenDemerits: Int32 = 10_000
  /// Demerits of a hyphen before the last line.
  package var finalHyphenDemerits: Int32 = 5_000
  /// Lines more or fewer than the optimum.
  package var looseness: Int32 = 0
  /// Stretch added to every line in the emergency pass; zero omits the pass.
  package var emergencyStretch: Length = .zero
  /// Makes TeX's plain parameters, to be changed one by one.
  package init() {}
}

/// Where a block stands across the page.
package enum Placement: String, Sendable, Hashable, CaseIterable {
  /// In the text column.
  case text
  /// Over text column, gutter and margin column.
  case full
  /// In the margin column, beside what follows.
  case margin
}

/// How a label (number, bullet, code) stands to its text.
package enum LabelPlacement: String, Sendable, Hashable, CaseIterable {
  /// In the line, followed by a space.
  case inline
  /// Hanging in the indent.
  case hanging
  /// In the margin column, on the same baseline.
  case margin
  /// On a line of its own above.
  case above
}

/// How a text-holding node is set.
package struct ParagraphStyle: Sendable, Hashable {
  /// The name in the design.
  package var name: String
  /// Its characters.
  package var text: TextStyle
  /// The distance of baselines.
  package var leading: Length
  /// How lines align.
  package var alignment: Alignment
  /// Indents of all lines.
  package var indentLeft: Length
  /// Indents of all lines.
  package var indentRight: Length
  /// Further indent of the first line, when a paragraph of the same style precedes.
  package var firstIndent: Length
  /// White above; the greater of neighbours counts.
  package var spaceBefore: Length
  /// White below.
  package var spaceAfter: Length
  /// Whether it must not end a page.
  package var keepWithNext: Bool
  /// Whether it must not be split.
  package var keepTogether: Bool
  /// The least number of lines at a page's foot.
  package var orphans: Int
  /// The least number of lines at a page's head.
  package var widows: Int
  /// Whether words may be hyphenated.
  package var hyphenate: Bool
  /// The parameters of line breaking.
  package var breaking: BreakParameters
  /// Whether its first baseline is moved onto the grid.
  package var snapToGrid: Bool
  /// Where it stands across the page.
  package var placement: Placement
  /// Where its label stands.
  package var label: LabelPlacement
  /// How a label is set; the paragraph's own characters where nil.
  package var labelStyle: TextStyle?
  /// A rule above, as wide as the placement.
  package var ruleAbove: Rule?
  /// A rule below.
  package var ruleBelow: Rule?
  /// Makes a style.
  package init(
    name: String, text: TextStyle, leading: Length, alignment: Alignment, indentLeft: Length,
    indentRight: Length, firstIndent: Length, spaceBefore: Length, spaceAfter: Length,
    keepWithNext: Bool, keepTogether: Bool, orphans: Int, widows: Int, hyphenate: Bool,
    breaking: BreakParameters, snapToGrid: Bool, placement: Placement, label: LabelPlacement,
    labelStyle: TextStyle?, ruleAbove: Rule?, ruleBelow: Rule?
  ) {
    self.name = name
    self.text = text
    self.leading = leading
    self.alignment = alignment
    self.indentLeft = indentLeft
    self.indentRight = indentRight
    self.firstIndent = firstIndent
    self.spaceBefore = spaceBefore
    self.spaceAfter = spaceAfter
    self.keepWithNext = keepWithNext
    self.keepTogether = keepTogether
    self.orphans = orphans
    self.widows = widows
    self.hyphenate = hyphenate
    self.breaking = breaking
    self.snapToGrid = snapToGrid
    self.placement = placement
    self.label = label
    self.labelStyle = labelStyle
    self.ruleAbove = ruleAbove
    self.ruleBelow = ruleBelow
  }
}

/// A line of ink.
package struct Rule: Sendable, Hashable {
  /// How thick.
  package var width: Length
  /// Its colour.
  package var colour: Colour
  /// The white between rule and text.
  package var distance: Length
  /// Makes a rule.
  package init(width: Length, colour: Colour, distance: Length = .zero) {
    self.width = width
    self.colour = colour
    self.distance = distance
  }
}

/// What an inline role changes in the characters around it; nil leaves as is.
package struct CharacterStyle: Sendable, Hashable {
  /// Family of the design, e.g. `sans`.
  package var family: String?
  /// Weight in CSS numbers.
  package var weight: Int?
  /// Italic or upright.
  package var italic: Bool?
  /// Size in thousandths of the surrounding size.
  package var scale: Int?
  /// Rise in thousandths of the surrounding size.
  package var rise: Int?
  /// The colour.
  package var colour: Colour?
  /// Features added.
  package var features: [String]
  /// Makes a change of characters.
  package init(
    family: String? = nil, weight: Int? = nil, italic: Bool? = nil, scale: Int? = nil,
    rise: Int? = nil, colour: Colour? = nil, features: [String] = []
  ) {
    self.family = family
    self.weight = weight
    self.italic = italic
    self.scale = scale
    self.rise = rise
    self.colour = colour
    self.features = features
  }
}

/// How a node that holds blocks is set.
package struct BoxStyle: Sendable, Hashable {
  /// How its children are arranged.
  package enum Flow: String, Sendable, Hashable, CaseIterable {
    /// One below the other.
    case stack
    /// Label beside body, for lists and fields.
    case hanging
    /// Side by side in `columns` equal columns, row by row: a matrix.
    case grid
  }
  /// Where a part starts.
  package enum Start: String, Sendable, Hashable, CaseIterable {
    /// Where the last one ended.
    case here
    /// On a new page.
    case page
    /// On a new right-hand page.
    case recto
  }
  /// The name in the design.
  package var name: String
  /// White above.
  package var spaceBefore: Length
  /// White below.
  package var spaceAfter: Length
  /// White inside the edges.
  package var padding: Length
  /// Indent of the content.
  package var indentLeft: Length
  /// The tint behind.
  package var background: Colour?
  /// A rule above.
  package var ruleAbove: Rule?
  /// A rule below.
  package var ruleBelow: Rule?
  /// Where it stands across the page.
  package var placement: Placement
  /// How its children are arranged.
  package var flow: Flow
  /// The width of the label column of hanging flow.
  package var labelWidth: Length
  /// The number of columns of grid flow.
  package var columns: Int
  /// The white between columns.
  package var gap: Length
  /// White between children of hanging flow.
  package var itemGap: Length
  /// Whether it must stay on one page.
  package var keepTogether: Bool
  /// For parts: where it starts.
  package var start: Start
  /// For parts: the master of its first page.
  package var openingMaster: String
  /// For parts: the master of its other pages.
  package var master: String
  /// For parts: how its pages are counted.
  package var folio: FolioScheme
  /// Makes a style.
  package init(
    name: String, spaceBefore: Length = .zero, spaceAfter: Length = .zero, padding: Length = .zero,
    indentLeft: Length = .zero, background: Colour? = nil, ruleAbove: Rule? = nil,
    ruleBelow: Rule? = nil, placement: Placement = .text, flow: Flow = .stack,
    labelWidth: Length = .zero, columns: Int = 1, gap: Length = .zero, itemGap: Length = .zero,
    keepTogether: Bool = false, start: Start = .here, openingMaster: String = "body",
    master: String = "body", folio: FolioScheme = .arabic
  ) {
    self.name = name
    self.spaceBefore = spaceBefore
    self.spaceAfter = spaceAfter
    self.padding = padding
    self.indentLeft = indentLeft
    self.background = background
    self.ruleAbove = ruleAbove
    self.ruleBelow = ruleBelow
    self.placement = placement
    self.flow = flow
    self.labelWidth = labelWidth
    self.columns = columns
    self.gap = gap
    self.itemGap = itemGap
    self.keepTogether = keepTogether
    self.start = start
    self.openingMaster = openingMaster
    self.master = master
    self.folio = folio
  }
}

/// How the pages of a part are counted.
package enum FolioScheme: String, Sendable, Hashable, CaseIterable {
  /// Not counted, nothing printed: a cover.
  case none
  /// Front matter: i, ii, iii.
  case roman
  /// The body: 1, 2, 3.
  case arabic
}

/// How a table is drawn.
package struct TableStyle: Sendable, Hashable {
  /// The name in the design.
  package var name: String
  /// White above and below the whole.
  package var spaceBefore: Length
  /// White below the whole.
  package var spaceAfter: Length
  /// Where it stands across the page.
  package var placement: Placement
  /// The rule above the head.
  package var ruleTop: Rule?
  /// The rule below the head.
  package var ruleHead: Rule?
  /// The rule between rows.
  package var ruleRow: Rule?
  /// The rule above the foot.
  package var ruleFoot: Rule?
  /// The rule at the end.
  package var ruleBottom: Rule?
  /// The tint of every second row.
  package var zebra: Colour?
  /// White between columns.
  package var columnGap: Length
  /// White above and below the text of a row.
  package var rowPadding: Length
  /// Whether the table takes all its width or only what its content needs.
  package var fillsWidth: Bool
  /// Makes a style.
  package init(
    name: String, spaceBefore: Length, spaceAfter: Length, placement: Placement, ruleTop: Rule?,
    ruleHead: Rule?, ruleRow: Rule?, ruleFoot: Rule?, ruleBottom: Rule?, zebra: Colour?,
    columnGap: Length, rowPadding: Length, fillsWidth: Bool
  ) {
    self.name = name
    self.spaceBefore = spaceBefore
    self.spaceAfter = spaceAfter
    self.placement = placement
    self.ruleTop = ruleTop
    self.ruleHead = ruleHead
    self.ruleRow = ruleRow
    self.ruleFoot = ruleFoot
    self.ruleBottom = ruleBottom
    self.zebra = zebra
    self.columnGap = columnGap
    self.rowPadding = rowPadding
    self.fillsWidth = fillsWidth
  }
}
