import Core
import Manuscript
import Style
import Typesetting

/// The document as blocks with their styles and indents, before anything is typeset.
///
/// Blocks stand in preorder; a block's children follow it up to its `end`.
struct FlowPlan: Sendable {
  /// The blocks.
  var blocks: [Block] = []
  /// The paragraphs to be typeset.
  var jobs: [ParagraphJob] = []
  /// The box styles that blocks name by number.
  var boxStyles: [BoxStyle] = []
  /// The tables.
  var tables: [TablePlan] = []
  /// The footnotes: the node and its blocks.
  var notes: [NodeID: Int] = [:]
  /// The notes that stand below the tables that call them.
  var belowTables: Set<NodeID> = []
  /// Where each footnote is called first: there it stands, however often it is called again.
  var calls: [NodeID: NodeID] = [:]
  /// The fixed fields that blocks stand in.
  var frames: [Frame] = []
  /// The size of pictures in the flow, in thousandths of that which they would have.
  var pictureScale = 1_000
  /// The runs of pages.
  var runs: [PageRun] = []
  /// Findings made on the way.
  var findings: [Diagnostic] = []
}

/// Pages that are made together: one part or several that follow on the same page.
struct PageRun: Sendable {
  /// Its blocks.
  var blocks: [Int] = []
  /// The part that starts it; nil for blocks outside of parts.
  var part: NodeID?
  /// How its pages are furnished and counted.
  var style: BoxStyle
}

/// A block with its place in its container.
struct Block: Sendable {
  /// The node it sets.
  var node: NodeID
  /// What it is.
  var kind: BlockKind
  /// In which column of the page it stands; inside cells always `text`.
  var column: Placement
  /// Its left edge, from the left edge of the container.
  var x: Length
  /// What the container's width loses, left and right together.
  var inset: Length
  /// Its width; known once the width of the container is.
  var width: Length = .zero
  /// The block after its last child.
  var end: Int = 0
  /// Whether it is a note that is called: it stands at the foot of the page, not in the flow.
  var isNote = false
  /// Its fixed field of the page in the plan's `frames`, or -1.
  var frame: Int32 = -1
  /// Whether it stands turned on pages of its own.
  var isTurned = false
  /// Whether it takes all columns of the text around it.
  var spansColumns = false
  /// The job that says at the head of further pages what goes on there, or -1.
  var continued: Int32 = -1
}

/// What a block is.
enum BlockKind: Sendable {
  /// A paragraph; its label may be set apart.
  case paragraph(job: Int, label: Int?)
  /// Blocks one below the other.
  case stack(style: Int)
  /// A label beside the blocks that follow as children.
  case hanging(label: Int?, style: Int)
  /// Blocks side by side, row by row.
  case grid(style: Int)
  /// Blocks in columns of equal width, down one and then the next.
  case columns(style: Int)
  /// A table; its caption is the first child where it has one.
  case table(Int)
  /// A picture.
  case artwork(ArtworkID, style: Int, isOrnament: Bool)
}

/// A column whose words take more than the width that it was to have.
struct WidenedColumn: Sendable {
  var number: Int
  var wished: Length
  var given: Length
}

/// A table before its columns have widths.
struct TablePlan: Sendable {
  var style: TableStyle
  /// How many columns at the left name the rows.
  var keyCount = 1
  var columns: [ColumnSpec]
  /// The rows: head, body, foot.
  var rows: [RowPlan] = []
  /// The cells, row by row.
  var cells: [CellPlan] = []
  /// The left edge and width of each column, once known.
  var places: [ColumnPlace] = []
  /// The columns that are wider than they were to be, for the sake of their words.
  var widened: [WidenedColumn] = []
  /// By how much the content's least width exceeds the table's, words parted.
  var overflow: Length = .zero
  /// What stands above the head rows on further pages: the label of the caption and „pokračování“.
  var continued: Int?
  /// What its columns of numbers come to, where page breaks carry that over.
  var carried: CarriedSums?
  /// The width it has, once known.
  var width: Length = .zero
  /// What the whole words of all columns need, gaps and edges included.
  var wholeWords: Length = .zero
  /// Whether it may take more width than its style says, where its words need it.
  var mayWiden = false
  /// Whether it stands in parts, each with some of its columns, where all have no room.
  var isSplit = false
  /// Whether it may be split so, where its words need it.
  var maySplit = false
  /// Its parts, once known; each is a table of its own columns.
  var parts: [TablePlan] = []
  /// The words of its caption, and what stands above a part: which one it is.
  var caption: Int?
  var title: Int?
  /// Whether it stands in one of several columns of text.
  var standsInColumn = false
  /// Whether some cell needs more than one line.
  var isTight = false
  /// Whether the whole words of all columns have no room.
  var partsWords: Bool { wholeWords > width }
  /// Whether it cannot be read: its words stick out, or are parted into syllables everywhere.
  var isOverfull: Bool { overflow > .zero || wholeWords > width.scaled(by: 3, over: 2) }

  /// What a cell has in its columns.
  func width(of cell: CellPlan) -> Length {
    let last = places[cell.column + cell.columns - 1]
    return last.x + last.width - places[cell.column].x
  }

  /// How many body rows decide the widths of columns; of longer tables, rows at equal distances.
  private static let decisive = 160

  /// The rows that decide the widths of the columns.
  var decisiveRows: [Int] {
    let body = rows.indices.filter { rows[$0].band == .body }
    guard body.count > TablePlan.decisive else { return Array(rows.indices) }
    var chosen = rows.indices.filter { rows[$0].band == .head }
    for number in 0..<TablePlan.decisive {
      chosen.append(body[number * body.count / TablePlan.decisive])
    }
    return chosen + rows.indices.filter { rows[$0].band == .foot }
  }
}

extension FlowPlan {
  /// A table or a part of it.
  subscript(_ place: TablePlace) -> TablePlan {
    place.part < 0 ? tables[place.table] : tables[place.table].parts[place.part]
  }

  /// The paragraph of a cell whose words run upwards.
  func job(rising cell: CellPlan) -> Int? {
    guard cell.rises, !cell.blocks.isEmpty,
      case .paragraph(let job, _) = blocks[cell.blocks.lowerBound].kind
    else { return nil }
    return job
  }
}

/// Where a column of a table stands.
struct ColumnPlace: Sendable, Hashable {
  /// Its left edge, from the table's.
  var x: Length
  /// Its width without gaps.
  var width: Length
}

/// The part of a table that a row belongs to.
enum RowBand: Sendable, Hashable {
  case head
  case body
  case foot
}

/// A row of a table.
struct RowPlan: Sendable {
  var node: NodeID
  var band: RowBand
  var cells: Range<Int>
  /// The number of the row's box style (a tint or rules of its own), or -1.
  var box: Int32
}

/// A cell of a table.
struct CellPlan: Sendable {
  var node: NodeID
  var column: Int
  var columns: Int
  var rows: Int
  /// Its blocks, in preorder.
  var blocks: Range<Int>
  /// The number of its box style where it has lines to write on, or -1.
  var box: Int32 = -1
  /// Whether its words run upwards.
  var rises = false
  /// The paragraph that says overleaf what a cell over several rows does, or -1.
  var label: Int32 = -1
  /// Whether a part of the table before has said it.
  var isRepeated = false
}
