package import Core

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
  /// Where a part or a block starts.
  package enum Start: String, Sendable, Hashable, CaseIterable {
    /// Where the last one ended.
    case here
    /// On a new page.
    case page
    /// On a new right-hand page.
    case recto
    /// On a new left-hand page.
    case verso
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
  /// The number of columns: of grid flow side by side; of any other flow its text runs down one
  /// column and then the next, over pages.
  package var columns: Int
  /// The white between columns of grid flow, and between a label and what hangs beside it.
  package var gap: Length
  /// The white between columns down which text runs; nil is a line of the grid.
  package var columnGap: Length?
  /// Where footnotes called in columns stand.
  package var columnNotes: ColumnNotes = .page
  /// How many columns it takes where it stands in some.
  package var span: ColumnSpan = .automatic
  /// White between children of hanging flow.
  package var itemGap: Length
  /// Whether it must stay on one page.
  package var keepTogether: Bool
  /// Whether a row of a table stays with the row above it: the sum of a group.
  package var keepWithPrevious = false
  /// What a page break inside costs beyond the usual, where the whole would fit on a page: the
  /// white that it saves is weighed against it.
  package var keepCost: Int32 = 0
  /// How much of it stands at least on each side of a page break.
  package var keepEnds: Length = .zero
  /// How tall a table's row and the rows of grid flow are at least, and an artwork at most; zero
  /// leaves it to them.
  package var height: Length = .zero
  /// The lines that join the fields of grid flow to what stands above: a tree.
  package var branches: Rule?
  /// The lines of a table's cell to write on by hand, at their distance above its foot.
  package var writingLines: Rule?
  /// Whether a note stands below the part of the table that calls it, on each page that does, instead
  /// of at the foot of the page.
  package var standsBelowTable = false
  /// Whether it says at the head of a further page what goes on there.
  package var saysContinued = false
  /// Whether it may stand at the foot of the page of its call or at the head of a later one.
  package var floats = false
  /// Where it starts. What no part is starts on a new page only where a heading does not stand
  /// above it.
  package var start: Start
  /// For parts: the master of its first page.
  package var openingMaster: String
  /// For parts: the master of its other pages.
  package var master: String
  /// For parts: how its pages are counted.
  package var folio: FolioScheme
  /// For parts: at which end of the type area a page that is not full stands; for grid flow, where
  /// a row that is not full does, the first column its head.
  package var stand: Stand
  /// The fixed field it stands in; nil leaves it in the flow. Artworks fill it and are cropped.
  package var frame: Frame?
  /// The colour in which an artwork is drawn.
  package var ink: Colour?
  /// Makes a style.
  package init(
    name: String, spaceBefore: Length = .zero, spaceAfter: Length = .zero, padding: Length = .zero,
    indentLeft: Length = .zero, background: Colour? = nil, ruleAbove: Rule? = nil,
    ruleBelow: Rule? = nil, placement: Placement = .text, flow: Flow = .stack,
    labelWidth: Length = .zero, columns: Int = 1, gap: Length = .zero, itemGap: Length = .zero,
    keepTogether: Bool = false, start: Start = .here, openingMaster: String = "body",
    master: String = "body", folio: FolioScheme = .arabic, stand: Stand = .head,
    frame: Frame? = nil, ink: Colour? = nil
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
    self.stand = stand
    self.frame = frame
    self.ink = ink
  }
}

/// Where footnotes called in columns stand.
package enum ColumnNotes: String, Sendable, Hashable, CaseIterable {
  /// At the foot of the page, below all columns.
  case page
  /// At the foot of the column of their call.
  case column
}

/// How many columns something takes that stands where text runs in columns.
package enum ColumnSpan: String, Sendable, Hashable, CaseIterable {
  /// One, or all where it takes the full width of the page elsewhere or is a table too wide for one.
  case automatic
  /// One, whatever it is elsewhere.
  case column
  /// All: the text before it ends in columns of equal height, what follows begins below it.
  case all
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
