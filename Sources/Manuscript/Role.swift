package import Core

/// What a node of a document is. Not how it looks, not where it goes.
package enum Role: Sendable, Hashable {
  // The whole and its parts.
  /// The root.
  case document
  /// A part of the book that the layout may start on a new page with its own page master.
  case part(PartKind)
  /// A division with a heading of its own.
  case section
  /// Blocks that belong together: a card, a quadrant, an exhibit.
  case group(GroupKind)

  // Blocks of text. They hold inlines.
  /// A heading; level 1 is a chapter's.
  case heading(level: UInt8)
  /// A paragraph.
  case paragraph
  /// The title of a table or figure.
  case caption

  // Blocks of blocks.
  /// A list; its children are items.
  case list(ListKind)
  /// An item of a list: a label and a body.
  case item
  /// The body of an item, a note or a contents entry. It holds blocks.
  case body
  /// A passage quoted from elsewhere.
  case quote
  /// A footnote: a label and a body. Set where it is called, tagged where it stands here.
  case note
  /// A table of contents; its children are entries.
  case contents
  /// A line of the contents. It holds inlines.
  case contentsEntry(level: UInt8)

  // Tables.
  /// A table: a caption, head rows, body rows, foot rows.
  case table(TableID)
  /// The header rows, repeated on every page.
  case tableHead
  /// The rows of facts.
  case tableBody
  /// The closing rows: totals.
  case tableFoot
  /// A row of cells.
  case row
  /// A cell that names a row or a column. It holds blocks.
  case headerCell(HeaderScope, CellSpan)
  /// A cell with a fact. It holds blocks.
  case dataCell(CellSpan)

  // Pictures.
  /// A picture with a meaning: it needs alternative text.
  case figure(ArtworkID)
  /// A picture that only decorates: an artifact.
  case ornament(ArtworkID)

  // Inside text.
  /// The number or sign that tells an item, heading, caption or note from its like.
  case label
  /// Emphasised text.
  case emphasis
  /// Strongly emphasised text.
  case strong
  /// Text that is to be set as it is typed: no typographic correction, no hyphenation.
  case verbatim
  /// Text set apart by language or look only.
  case span
  /// A reference to an anchor of this document: active, with its printed form inside.
  case reference(AnchorID)
  /// A link to an address outside.
  case link(TextRange)
  /// The call of a footnote.
  case noteReference(NodeID)
  /// A sign that the design draws, by its look: a wheelchair, a telephone. It holds no text; with
  /// alternative text it has a meaning of its own, without it only repeats the words beside it.
  case pictogram

  /// Whether such a node stands inside a line of text.
  package var isInline: Bool {
    switch self {
    case .label, .emphasis, .strong, .verbatim, .span, .reference, .link, .noteReference,
      .pictogram:
      true
    default: false
    }
  }

  /// Whether such a node holds text (inlines) and no blocks.
  package var holdsText: Bool {
    switch self {
    case .heading, .paragraph, .caption, .contentsEntry: true
    default: isInline
    }
  }
}

/// The parts of a book.
package enum PartKind: String, Sendable, Hashable, CaseIterable {
  /// The front cover.
  case cover
  /// The colophon (tiráž).
  case imprint
  /// The page of contents.
  case contents
  /// A chapter before the first numbered one: foreword.
  case frontMatter
  /// A chapter.
  case chapter
  /// An annex.
  case annex
  /// A sheet that stands alone: what one provider is to verify.
  case sheet
  /// A division of a catalogue: its pages carry a thumb tab, one position for each division.
  case division
  /// An index.
  case index
  /// A page to write notes on.
  case notes
  /// The back cover.
  case backCover
}

/// Why blocks are grouped.
package enum GroupKind: String, Sendable, Hashable, CaseIterable {
  /// A record set as a card: a priority, a measure, an activity.
  case card
  /// A matrix of quadrants: SWOT.
  case matrix
  /// A quadrant of a matrix.
  case quadrant
  /// A table or figure with its source line.
  case exhibit
}

/// The kinds of lists.
package enum ListKind: String, Sendable, Hashable, CaseIterable {
  /// Order does not matter.
  case unordered
  /// Order matters.
  case ordered
  /// Terms and what is said of them: fields of a card, abbreviations.
  case descriptions
}

/// What a header cell names.
package enum HeaderScope: String, Sendable, Hashable {
  /// The cells below it.
  case column
  /// The cells beside it.
  case row
  /// Both.
  case both
}

/// How many columns and rows a cell takes.
package struct CellSpan: Sendable, Hashable {
  /// Columns, at least 1.
  package var columns: UInt16
  /// Rows, at least 1.
  package var rows: UInt16
  /// Makes a span.
  package init(columns: UInt16 = 1, rows: UInt16 = 1) {
    self.columns = columns
    self.rows = rows
  }
  /// One column, one row.
  package static let single = CellSpan()
}
