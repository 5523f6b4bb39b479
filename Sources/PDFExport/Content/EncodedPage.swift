import Core
import PDFSyntax

/// A page's content, ready to be joined to the file, and what was seen while encoding it.
struct EncodedPage: Sendable {
  /// The content stream.
  var stream: SealedStream
  /// The owners of the marked-content sequences; the position is the MCID.
  var owners: [NodeID]
  /// The boxes of the marks that belong to figures: node and box, in painting order.
  var figureBoxes: [(node: NodeID, box: Rect)]
  /// Text that is hard to read; one finding for each pair of colours.
  var contrasts: [ContrastFinding]
  /// Glyphs that stand for nothing or are the face's empty box.
  var unspeakable: [UnspeakableFinding]
  /// Where in the content each mark of the page begins, by mark; only of a page for the press.
  var marks: [UInt32] = []
}

/// Text of a colour on a ground that is too like it.
struct ContrastFinding: Sendable, Hashable {
  var colour: Colour
  var ground: Colour
  var owner: NodeID?
}

/// A glyph that cannot be read back.
struct UnspeakableFinding: Sendable, Hashable {
  var isMissing: Bool
  var text: String
  var owner: NodeID?
  var face: FaceID
}
