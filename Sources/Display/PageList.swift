package import Core

/// Pages ready to be written: boxes, paint operations with their owners, links, and the structure
/// that the owners belong to. It knows nothing of paragraphs and nothing of PDF.
///
/// *Invariant:* on each page the owner spans tile the operations exactly, in order, so a mark
/// without an owner cannot be expressed.
package struct PageList: Sendable, Equatable {
  /// The pages, first to last.
  package var pages: [Page]
  /// The picture files that pages name, each once.
  package var pictures: [Picture]
  /// The spot colours that colours name by number, from 1.
  package var spots: [SpotColour] = []
  /// The structure; element *i* is node *i* of the document.
  package var structure: StructureTree
  /// Where anchors landed; indexed by `AnchorID`.
  package var destinations: [Destination]
  /// The bookmarks in preorder.
  package var outline: [OutlineEntry]
  /// The page labels, by the first page they hold for.
  package var labels: [PageLabel]
  /// What is said of the document as a whole.
  package var information: Information

  /// Makes a list of pages.
  package init(
    pages: [Page], pictures: [Picture] = [], structure: StructureTree,
    destinations: [Destination], outline: [OutlineEntry], labels: [PageLabel],
    information: Information
  ) {
    self.pages = pages
    self.pictures = pictures
    self.structure = structure
    self.destinations = destinations
    self.outline = outline
    self.labels = labels
    self.information = information
  }
}

/// What is said of the document as a whole.
package struct Information: Sendable, Equatable {
  /// The title.
  package var title: String
  /// Who is responsible.
  package var author: String
  /// What it is about.
  package var subject: String
  /// Words to find it by.
  package var keywords: [String]
  /// The language of the text.
  package var language: Language
  /// The date of the text: the only date in the file.
  package var date: CivilDate
  /// Whether the pages are the sides of a cover lying flat.
  package var isFlatCover = false
  /// Makes information.
  package init(
    title: String, author: String, subject: String, keywords: [String], language: Language,
    date: CivilDate
  ) {
    self.title = title
    self.author = author
    self.subject = subject
    self.keywords = keywords
    self.language = language
    self.date = date
  }
}

/// A page: its boxes, its marks and who owns them.
package struct Page: Sendable, Equatable {
  /// The size after trimming; coordinates start at the trimmed page's top left corner.
  package var trim: Size
  /// How far marks may run beyond the trimmed edge, on each side.
  package var bleed: Length
  /// The printed page number, empty where none is printed or counted.
  package var folio: String
  /// The marks in painting order.
  package var ops: [Op]
  /// Who owns them; tiles `ops`.
  package var spans: [OwnerSpan]
  /// The glyphs of the text marks.
  package var glyphs: [Glyph]
  /// The characters that the glyphs stand for, UTF-8.
  package var text: [UInt8]
  /// The outlines of the path marks.
  package var path: [PathStep]
  /// The active areas.
  package var links: [Link]
  /// The marks that stand turned, where some do: a wide table on its side.
  package var turn: Turn?

  /// Makes an empty page.
  package init(trim: Size, bleed: Length = .zero, folio: String = "") {
    self.trim = trim
    self.bleed = bleed
    self.folio = folio
    self.ops = []
    self.spans = []
    self.glyphs = []
    self.text = []
    self.path = []
    self.links = []
  }

  /// Paints on behalf of an owner: the only way to put marks on a page.
  package mutating func paint(for owner: Owner, _ body: (inout Brush) -> Void) {
    let start = UInt32(ops.count)
    var brush = Brush(page: self)
    self.ops = []
    self.glyphs = []
    self.text = []
    self.path = []
    body(&brush)
    self = brush.page
    let end = UInt32(ops.count)
    guard end > start else { return }
    // Upright marks never join turned ones.
    if let last = spans.last, last.owner == owner, last.ops.upperBound == start,
      turn?.ops.upperBound != start
    {
      spans[spans.count - 1].ops = last.ops.lowerBound..<end
    } else {
      spans.append(OwnerSpan(ops: start..<end, owner: owner))
    }
  }

  /// Paints marks that stand turned about a corner. A page has one such stretch.
  package mutating func turned(
    about corner: Point, headTo side: Turn.Side = .left, _ body: (inout Page) -> Void
  ) {
    precondition(turn == nil, "A page has one turned stretch.")
    let start = UInt32(ops.count)
    // What stands turned has spans of its own.
    let spans = spans
    self.spans = []
    body(&self)
    self.spans = spans + self.spans
    turn = Turn(ops: start..<UInt32(ops.count), corner: corner, side: side)
  }

  /// Whether the owner spans tile the operations.
  package var isTiled: Bool {
    var next: UInt32 = 0
    for span in spans {
      guard span.ops.lowerBound == next, span.ops.upperBound > next else { return false }
      next = span.ops.upperBound
    }
    return next == UInt32(ops.count)
  }
}

/// Marks that stand turned a quarter: what is the head of a table lies at a side of the page, and its
/// lines run upwards from the left one, downwards from the right one.
///
/// Their coordinates count from the corner: along the lines, and from line to line.
package struct Turn: Sendable, Hashable {
  /// The side of the page at which the head lies.
  package enum Side: String, Sendable, Hashable {
    /// Turned against the clock: the page is read turned with it.
    case left
    /// Turned with the clock.
    case right
  }
  /// The marks; whole owner spans.
  package var ops: Range<UInt32>
  /// Where their origin stands on the page.
  package var corner: Point
  /// Where their head lies.
  package var side: Side
  /// Makes a turn.
  package init(ops: Range<UInt32>, corner: Point, side: Side = .left) {
    self.ops = ops
    self.corner = corner
    self.side = side
  }

  /// Where a point of turned marks stands on the page.
  package func place(of point: Point) -> Point {
    switch side {
    case .left: Point(x: corner.x + point.y, y: corner.y - point.x)
    case .right: Point(x: corner.x - point.y, y: corner.y + point.x)
    }
  }

  /// The field of the page that a field among turned marks takes.
  package func place(of field: Rect) -> Rect {
    switch side {
    case .left:
      Rect(
        x: corner.x + field.y, y: corner.y - field.maxX, width: field.height, height: field.width)
    case .right:
      Rect(
        x: corner.x - field.maxY, y: corner.y + field.x, width: field.height, height: field.width)
    }
  }
}

/// Puts marks on a page for the owner in whose scope it was lent.
package struct Brush {
  fileprivate(set) var page: Page

  fileprivate init(page: Page) { self.page = page }

  /// Fills a rectangle.
  package mutating func fill(_ rect: Rect, _ colour: Colour) {
    page.ops.append(.fill(rect, colour))
  }

  /// Fills or strokes an outline.
  package mutating func path(_ steps: [PathStep], _ paint: Paint) {
    let start = UInt32(page.path.count)
    page.path.append(contentsOf: steps)
    page.ops.append(.path(start..<UInt32(page.path.count), paint))
  }

  /// Puts a picture, upright, into `whole`, of which only `visible` is seen.
  package mutating func image(_ image: ImageID, whole: Rect, visible: Rect) {
    page.ops.append(.image(image, whole: whole, visible: visible))
  }

  /// Sets glyphs with their origin at `at` (on the baseline).
  ///
  /// - Parameters:
  ///   - glyphs: their `text` offsets count from `offset`.
  ///   - text: the characters they stand for, UTF-8.
  ///   - offset: where `text` starts in the text that the glyphs' offsets count from.
  package mutating func glyphs(
    face: FaceID, size: Length, at origin: Point, colour: Colour, glyphs: ArraySlice<Glyph>,
    text: ArraySlice<UInt8>, offset: UInt32 = 0, fit: LetterFit = .natural, rises: Bool = false
  ) {
    guard !glyphs.isEmpty else { return }
    let base = UInt32(page.text.count)
    let start = UInt32(page.glyphs.count)
    page.text.append(contentsOf: text)
    for var glyph in glyphs {
      glyph.text = glyph.text - offset + base
      page.glyphs.append(glyph)
    }
    page.ops.append(
      .glyphs(
        GlyphRun(
          face: face, size: size, origin: origin, colour: colour,
          glyphs: start..<UInt32(page.glyphs.count), fit: fit, rises: rises)))
  }
}

/// A paint operation.
package enum Op: Sendable, Equatable {
  /// Text.
  case glyphs(GlyphRun)
  /// A filled rectangle: rules, tints, bars.
  case fill(Rect, Colour)
  /// An outline from the page's `path`.
  case path(Range<UInt32>, Paint)
  /// A picture, upright, as large as `whole`; what lies outside of `visible` is clipped.
  case image(ImageID, whole: Rect, visible: Rect)
}

/// Glyphs of one face, size and colour on one baseline.
package struct GlyphRun: Sendable, Equatable {
  /// The face.
  package var face: FaceID
  /// The size of the em.
  package var size: Length
  /// Where the first glyph starts, on the baseline.
  package var origin: Point
  /// The colour.
  package var colour: Colour
  /// Which of the page's glyphs; their advances are as set, the fit included.
  package var glyphs: Range<UInt32>
  /// How its letters are fitted to the line.
  package var fit = LetterFit.natural
  /// Whether its line runs upwards, turned a quarter against the clock about its origin.
  package var rises = false
}

/// How an outline is painted.
package enum Paint: Sendable, Hashable {
  /// Filled by the nonzero winding rule.
  case fill(Colour)
  /// Stroked with a line of that width, butt caps and mitred joins.
  case stroke(Colour, width: Length)
}

/// A step of an outline.
package enum PathStep: Sendable, Hashable {
  /// Starts a new outline.
  case move(Point)
  /// A straight line.
  case line(Point)
  /// A cubic Bézier curve with two control points.
  case curve(Point, Point, Point)
  /// Back to the start of the outline.
  case close
}

/// Who a mark belongs to. There is no third case.
package enum Owner: Sendable, Hashable {
  /// A node of the document, and the structure element of that number.
  case node(NodeID)
  /// Nobody who reads aloud: page furniture and ornament.
  case artifact(Artifact)
}

/// The kinds of artifacts.
///
/// *Source:* ISO 32000-1 §14.8.2.2.
package enum Artifact: String, Sendable, Hashable, CaseIterable {
  /// A running head.
  case header
  /// A running foot: the folio.
  case footer
  /// Rules, tints and leaders.
  case layout
  /// Backgrounds of the whole page.
  case background
  /// A header row repeated on a further page, and other things said before.
  case repetition
}

/// A stretch of operations and its owner.
package struct OwnerSpan: Sendable, Hashable {
  /// The operations.
  package var ops: Range<UInt32>
  /// The owner.
  package var owner: Owner
}

/// An active area of a page.
package struct Link: Sendable, Equatable {
  /// Its rectangles, one a line.
  package var areas: [Rect]
  /// Where it leads.
  package var target: LinkTarget
  /// What it is, for those who hear it.
  package var contents: String
  /// The `link` or `reference` node it belongs to.
  package var owner: NodeID
  /// Makes an active area.
  package init(areas: [Rect], target: LinkTarget, contents: String, owner: NodeID) {
    self.areas = areas
    self.target = target
    self.contents = contents
    self.owner = owner
  }
}

/// Where a link leads.
package enum LinkTarget: Sendable, Hashable {
  /// To a place of this document.
  case anchor(AnchorID)
  /// To an address: `https:`, `mailto:`, `tel:`.
  case address(String)
}

/// Where an anchor landed.
package struct Destination: Sendable, Hashable {
  /// The name of the anchor.
  package var name: String
  /// The page, from 0.
  package var page: Int
  /// The place on the page.
  package var at: Point
  /// The node that carries the anchor.
  package var node: NodeID
  /// Makes a destination.
  package init(name: String, page: Int, at: Point, node: NodeID) {
    self.name = name
    self.page = page
    self.at = at
    self.node = node
  }
}

/// A bookmark.
package struct OutlineEntry: Sendable, Hashable {
  /// How deep it stands, from 0; never more than one deeper than the entry before.
  package var depth: Int
  /// Its words.
  package var title: String
  /// The page, from 0.
  package var page: Int
  /// The place on the page.
  package var at: Point
  /// The heading it stands for.
  package var node: NodeID
  /// Makes a bookmark.
  package init(depth: Int, title: String, page: Int, at: Point, node: NodeID) {
    self.depth = depth
    self.title = title
    self.page = page
    self.at = at
    self.node = node
  }
}

/// How pages are counted from a page on.
package struct PageLabel: Sendable, Hashable {
  /// The first page it holds for, from 0.
  package var page: Int
  /// The digits.
  package var style: FolioStyle
  /// The number of that first page.
  package var start: Int
  /// Makes a label.
  package init(page: Int, style: FolioStyle, start: Int) {
    self.page = page
    self.style = style
    self.start = start
  }
}

/// The digits of a folio.
package enum FolioStyle: String, Sendable, Hashable {
  /// 1, 2, 3.
  case arabic
  /// i, ii, iii.
  case roman
  /// No number.
  case none
}
