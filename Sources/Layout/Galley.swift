package import Core
package import Manuscript
package import Style

/// What stands on the pages of a run, one below the other, before it is cut into pages.
///
/// A box carries the white above it, which vanishes at the top of a page, and the penalty of
/// breaking the page there; so breaks are positions between boxes and nothing else.
/// *Source:* the vertical list of TeX: The Program part 45, with glue and penalty folded in.
package struct Galley: Sendable, Equatable {
  /// The boxes, top to bottom.
  package var boxes: [GalleyBox] = []
  /// What stands in them.
  package var placed: [Placed] = []
  /// Tints and rules around stretches of boxes, outer before inner.
  package var decorations: [Decoration] = []
  /// Blocks in the margin column.
  package var asides: [Aside] = []
  /// Footnotes in the order of their calls.
  package var notes: [FootNote] = []
  /// Head rows, to be repeated where a table runs over.
  package var heads: [RepeatedHead] = []
  /// Blocks in fixed fields of the page.
  package var framed: [FramedBlock] = []
  /// Where boxes stand side by side in columns.
  package var columnSets: [ColumnSet] = []
  /// What stands turned on pages of its own, after the page of the box that carries it.
  package var sheets: [Galley] = []
  /// The paragraphs that are said again outside of heads.
  package var repeatedJobs: [UInt32] = []
  /// Notes that stand below tables.
  package var tableNotes: [TableNote] = []
  /// Their calls, by their numbers.
  package var tableCalls: [UInt32] = []
  /// The tables whose sums are carried over page breaks.
  package var carriedTables: [CarriedTable] = []
  /// What is carried over breaks inside of them.
  package var carried: [CarriedRow] = []
  /// Rows that are too tall to come back on further pages.
  package var unrepeated: [UnrepeatedRows] = []
  /// How many pages each of them takes, once they are cut.
  package var sheetPages: [Int] = []
  /// The paragraphs that may take a line more or fewer, by their boxes.
  package var flexes: [Flex] = []
  /// The paragraphs in columns that may take a line more or fewer so that all takes more or fewer
  /// pages.
  package var columnFlexes: [Flex] = []
  /// What may stand elsewhere than where it is called, first to last.
  package var floats: [FloatingBlock] = []
  /// The exhibits that stand where they are called.
  package var fixed: [FixedExhibit] = []
  /// What page breaks cost.
  package var costs = PageBreakCosts.house
}

/// A paragraph of the text that may take a line more or fewer because its page wants it.
///
/// Its costs hold for the whole of it: it is changed only where it stands on one page.
package struct Flex: Sendable, Hashable {
  /// Its boxes.
  package var boxes: Range<UInt32>
  /// The paragraph.
  package var job: UInt32
  /// The height by which the page grows with a line: in columns, a share of it.
  package var leading: Length
  /// What a line fewer costs the page; nil where that cannot be, or was not asked.
  package var fewer: Int32?
  /// What a line more costs it.
  package var more: Int32?
  /// What it has taken already.
  package var taken: LineChange?
}

/// A slice of a galley that no page break may split.
package struct GalleyBox: Sendable, Hashable {
  /// The white above; vanishes at the top of a page.
  package var space: Length
  /// How tall it is.
  package var height: Length
  /// The first baseline, from its top; where it is moved onto the grid.
  package var baseline: Length
  /// What breaking the page before it costs; `Penalty.prohibited` and above only in need.
  package var penalty: Int32
  /// What stands in it.
  package var placed: Range<UInt32>
  /// Whether its first baseline is moved onto the grid.
  package var snaps: Bool
  /// Whether it reaches into the margin column, which must be clear.
  package var isFull: Bool
  /// The head rows that precede it when it starts a page, or -1.
  package var head: Int32
  /// The padding of the tints that a break before it would split, added at both edges.
  package var padding: Length
  /// The blocks of the margin column that stand beside it.
  package var asides: Range<UInt32>
  /// The footnotes called in it.
  package var notes: Range<UInt32>
  /// The blocks in fixed fields that belong to its page.
  package var framed: Range<UInt32>
  /// The turned galleys whose pages follow its page.
  package var sheets: Range<UInt32> = 0..<0
  /// Whether an exhibit starts here: it stands after the turned pages of those before it.
  package var opensExhibit = false
  /// The calls in it of notes that stand below its table.
  package var tableCalls: Range<UInt32> = 0..<0
  /// Whether a table has ended and its notes stand here: those that this page calls.
  package var closesTable = false
  /// The sums that a break before it carries, in the galley's `carried`, or -1.
  package var carried: Int32 = -1
  /// The columns that it stands in one of, in the galley's `columnSets`, or -1 for none.
  package var columns: Int32 = -1
  /// How much of `padding` belongs to tints that stand in a column.
  package var columnPadding = Length.zero
  /// What breaking a column before it costs.
  package var columnPenalty: Int32 = 0
  /// What of the penalty a break between columns does not pay.
  package var pagePenalty: Int32 = 0
  /// What the penalty is made of.
  package var reasons: BreakReasons = []
  /// How many whole lines of white may be added above it, so that a page ends where others do.
  package var stretch = 0

  /// Makes a break before it cost at least so much.
  mutating func forbid(_ cost: Int32, as reason: BreakReasons) {
    guard cost > penalty else { return }
    (penalty, reasons) = (cost, reason)
  }
}

/// A table of a plan, or a part of its columns.
package struct TablePlace: Sendable, Hashable {
  /// In the plan's `tables`.
  var table: Int
  /// In its parts; -1 is the whole.
  var part = -1
}

/// A note that stands below each part of a table that calls it.
package struct TableNote: Sendable, Hashable {
  /// The note.
  package var node: NodeID
  /// What stands in it, from its top.
  package var placed: Range<UInt32>
  /// How tall it is.
  package var height: Length
}

/// A table whose sums are carried over page breaks.
package struct CarriedTable: Sendable, Hashable {
  /// The table.
  package var table: TablePlace
  /// The column of the page it is measured from.
  package var column: Placement
  /// Its left edge.
  package var x: Length
  /// Its width.
  package var width: Length
  /// How tall a line of sums is.
  package var height: Length
}

/// What a break carries over: the sums of so many rows.
package struct CarriedRow: Sendable, Hashable {
  /// The table, in the galley's `carriedTables`.
  package var table: UInt32
  /// How many of its rows, head rows included, have begun above.
  package var rows: UInt32
  /// Whether what follows of the row begun last is taller than a page: a page that starts here holds
  /// nothing but the middle of that row, and says no sums.
  package var isLong = false
}

/// Columns of equal width, side by side; consecutive boxes run down one and then the next.
package struct ColumnSet: Sendable, Hashable {
  /// How many there are.
  package var count: Int
  /// From the left edge of one to that of the next.
  package var pitch: Length
  /// Whether its lines stand on the grid, so that its columns begin in register with the page.
  package var isOnGrid = false
}

/// A thing at its place in a box.
package struct Placed: Sendable, Hashable {
  /// What it is.
  package var thing: Thing
  /// The node it belongs to.
  package var node: NodeID
  /// The column of the page it is measured from.
  package var column: Placement
  /// From the left edge of the column.
  package var x: Length
  /// From the top of the box: a line's baseline, a field's top.
  package var y: Length
  /// Whether it has been said before: an artifact.
  package var isRepeated = false
}

/// What can stand in a box.
package enum Thing: Sendable, Hashable {
  /// A line of a typeset paragraph.
  case line(job: UInt32, line: UInt32)
  /// A line that runs upwards: its start stands at the place, its baseline is upright.
  case risingLine(job: UInt32, line: UInt32)
  /// A tint or rule: an artifact.
  case fill(width: Length, height: Length, Colour)
  /// A picture.
  case artwork(ArtworkID, width: Length, height: Length, ink: Colour, isOrnament: Bool)
}

/// A tint and rules around boxes; both continue where a page break splits them.
package struct Decoration: Sendable, Hashable {
  /// The boxes it surrounds.
  package var boxes: Range<UInt32>
  /// The column it is measured from.
  package var column: Placement
  /// Its left edge.
  package var x: Length
  /// Its width.
  package var width: Length
  /// The white between tint and text.
  package var padding: Length
  /// The tint.
  package var background: Colour?
  /// The box after the last in which something stands in it; overleaf it is not there any more.
  package var contentEnd = UInt32.max
  /// How far down that box its content reaches: where its boxes are split, the tint no further.
  package var contentFoot = Length.zero
  /// The columns in one of which it stands, or -1.
  package var columns: Int32 = -1
}

/// A block in the margin column: it stands beside a box, or lower where there is no room.
package struct Aside: Sendable, Hashable {
  /// The slice, with places from its top.
  package var placed: Range<UInt32>
  /// How tall it is.
  package var height: Length
  /// Its first baseline, from its top.
  package var baseline: Length
}

/// A footnote: slices at the foot of the page.
package struct FootNote: Sendable, Hashable {
  /// The note.
  package var node: NodeID
  /// Its slices, with places from their tops; a page break may fall between them.
  package var slices: [NoteSlice]
  /// Whether it stands at the foot of the column of its call.
  package var standsInColumn = false
}

/// A slice of a footnote.
package struct NoteSlice: Sendable, Hashable {
  /// The white above, except at the head of the notes.
  package var space: Length
  /// How tall it is.
  package var height: Length
  /// What stands in it.
  package var placed: Range<UInt32>
}

/// Head rows to be repeated on further pages of a table.
package struct RepeatedHead: Sendable, Hashable {
  /// What stands in them.
  package var placed: Range<UInt32>
  /// How tall they are together.
  package var height: Length
  /// How much of that, at its foot, stands within the tints of what goes on.
  package var tinted = Length.zero
  /// The height of what stands below the line of sums that a break carries: names of groups.
  package var belowSums = Length.zero
  /// The calls in them of notes that stand below the table.
  package var tableCalls: Range<UInt32> = 0..<0
  /// The foot rows that come back at the foot of the page before.
  package var foot: Range<UInt32> = 0..<0
  /// How tall they are together.
  package var footHeight = Length.zero
}

/// A block in a fixed field of a page.
package struct FramedBlock: Sendable, Hashable {
  /// The field.
  package var frame: Frame
  /// The white above, below another block.
  package var space: Length
  /// How tall it is.
  package var height: Length
  /// What stands in it.
  package var placed: Range<UInt32>
}

/// What no design weighs: breaks that are forced, and those that are paid for only in need.
package enum Penalty {
  /// The page ends here whatever it holds.
  package static let forced: Int32 = -10_000
  /// Penalties from here on are paid only where nothing else fits.
  package static let prohibited: Int32 = 10_000
  /// Splitting off fewer lines than orphans or widows allow.
  package static let stranded: Int32 = 10_000
  /// Splitting what should stay together.
  package static let together: Int32 = 20_000
  /// Parting a heading from its text.
  package static let heading: Int32 = 40_000
  /// Parting a picture or table from its caption and source: dearer than anything else.
  package static let exhibit: Int32 = 80_000
  /// What parting the blocks of a node costs beyond the usual: what is quoted and who said it, a
  /// table and its source.
  static func bond(of role: Role) -> Int32? {
    switch role {
    case .quote: stranded
    case .group(.exhibit): exhibit
    default: nil
    }
  }
}
