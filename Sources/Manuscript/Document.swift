package import Core

/// The brand of `TableID`.
package enum TableBrand {}
/// The columns of a table, in the document's `tables`.
package typealias TableID = Index<TableBrand>

/// The brand of `ArtworkID`.
package enum ArtworkBrand {}
/// A picture, in the document's `artworks`.
package typealias ArtworkID = Index<ArtworkBrand>

/// The brand of `LookID`.
package enum LookBrand {}
/// The name of a variant of a role, in the document's `looks`; 0 is the plain look.
package typealias LookID = Index<LookBrand>

/// A stretch of the document's text in bytes.
package struct TextRange: Sendable, Hashable {
  /// The first byte.
  package var start: UInt32
  /// The byte after the last.
  package var end: UInt32
  /// Makes a range.
  package init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }
  /// The range for slicing.
  package var bounds: Range<Int> { Int(start)..<Int(end) }
}

/// The narrow waist: what a publication says, in reading order. It has no look and no place.
///
/// Nodes stand in preorder, so a subtree is the range `id..<end`, and node *i* becomes structure
/// element *i* of the PDF. Tags, bookmarks, contents and the text read back derive from it alone.
package struct Document: Sendable, Equatable {
  /// What is said of the document as a whole.
  package var metadata: Metadata
  /// The nodes in preorder; node 0 is the root.
  package var nodes: [Node]
  /// The contents of text-holding nodes.
  package var inlines: [Inline]
  /// All text, UTF-8 in NFC.
  package var text: [UInt8]
  /// The names of the looks used; the first is empty.
  package var looks: [String]
  /// The languages used; the first is the document's own.
  package var languages: [Language]
  /// The places that references point to.
  package var anchors: [Anchor]
  /// The columns of the tables.
  package var tables: [TableSpec]
  /// The pictures as they are placed.
  package var artworks: [Artwork]
  /// The picture files, each once however often placed.
  package var pictures: [Picture]
  /// What is said of a block that goes on overleaf: „pokračování“. Empty where nothing is said.
  package var continued = ""
  /// What a part of a table's columns is called, before its number: „část“.
  package var tablePart = ""
  /// What is said at the foot of a page of the sums so far: „převádí se“. Empty where nothing is.
  package var carriedForward = ""
  /// What is said of the same sums at the head of the next page: „převedeno“.
  package var broughtForward = ""
}

/// What is said of a document as a whole.
package struct Metadata: Sendable, Equatable {
  /// The title.
  package var title: String
  /// Who is responsible for it.
  package var author: String
  /// What it is about.
  package var subject: String
  /// Words to find it by.
  package var keywords: [String]
  /// The date of its text; the only date that a file carries.
  package var date: CivilDate
  /// Makes metadata.
  package init(title: String, author: String, subject: String, keywords: [String], date: CivilDate)
  {
    self.title = title
    self.author = author
    self.subject = subject
    self.keywords = keywords
    self.date = date
  }
}

/// A node of the document.
package struct Node: Sendable, Hashable {
  /// What it is.
  package var role: Role
  /// Which variant of it.
  package var look: LookID
  /// The node that holds it; the root holds itself.
  package var parent: NodeID
  /// The node after its subtree.
  package var end: NodeID
  /// Its text, if it holds text.
  package var inlines: Range<UInt32>
  /// The record or passage it was made from.
  package var origin: SourceSpan?
  /// The text for those who cannot see it.
  package var alternative: TextRange?
  /// A shorter wording of its title, for running heads and bookmarks.
  package var short: TextRange?
  /// The position of its language in `languages`.
  package var language: UInt16
  /// The anchor it carries.
  package var anchor: AnchorID?
}

/// A piece of the content of a text-holding node.
package enum Inline: Sendable, Hashable {
  /// Words.
  case text(TextRange)
  /// An inline node, with inlines of its own.
  case child(NodeID)
  /// A forced line break.
  case lineBreak
  /// The page number of an anchor, known only when pages are made.
  case pageNumber(AnchorID)
  /// What pushes the rest of the line to the right: leader dots in the contents (an artifact).
  case leader
}

/// A place that references point to.
package struct Anchor: Sendable, Hashable {
  /// Its name, unique in the document.
  package var name: String
  /// The node that carries it.
  package var node: NodeID
}

/// How the entries of a column align.
package enum ColumnAlignment: String, Sendable, Hashable, CaseIterable {
  /// Words: ragged right.
  case text
  /// Numbers: right, or at the decimal comma.
  case number
  /// Signs and short codes: centred.
  case centre
}

/// What a table says of one of its columns.
package struct ColumnSpec: Sendable, Hashable {
  /// How its entries align.
  package var alignment: ColumnAlignment
  /// How wide it is to be.
  package var width: ColumnWidth
  /// Makes a column.
  package init(_ alignment: ColumnAlignment, width: ColumnWidth = .automatic) {
    self.alignment = alignment
    self.width = width
  }
}

/// The columns of a table.
package struct TableSpec: Sendable, Hashable {
  /// From first to last.
  package var columns: [ColumnSpec]
  /// What its caption says on further pages: „pokračování“. Empty where nothing is said.
  package var continued: String
  /// How wide the author wants it.
  package var width: TableWidth
  /// Whether the author wants the words above columns of numbers to run upwards.
  package var rotatesHead = false
  /// Whether the author wants the foot rows to come back on each page.
  package var foot = TableFootPlace.automatic
  /// Makes a table's columns.
  package init(
    columns: [ColumnSpec], continued: String = "", width: TableWidth = .automatic
  ) {
    self.columns = columns
    self.continued = continued
    self.width = width
  }
}

/// A picture as data; the layout draws it.
package enum Artwork: Sendable, Hashable {
  /// Dots on a map: east and north in millionths of a degree, and a weight (inhabitants).
  case points([MapPoint])
  /// A picture from a file, so wide and without what is cut off.
  case image(ImageID, width: PictureWidth, crop: PictureCrop)
}

/// A dot on a map.
package struct MapPoint: Sendable, Hashable {
  /// Longitude in millionths of a degree.
  package var east: Int32
  /// Latitude in millionths of a degree.
  package var north: Int32
  /// What the dot's area stands for.
  package var weight: Int32
  /// Makes a dot.
  package init(east: Int32, north: Int32, weight: Int32) {
    self.east = east
    self.north = north
    self.weight = weight
  }
}

extension Document {
  /// The node of that number.
  package subscript(_ id: NodeID) -> Node { nodes[id.int] }

  /// The children of a node, first to last.
  package func children(of id: NodeID) -> ChildSequence {
    ChildSequence(document: self, parent: id)
  }

  /// A stretch of the text.
  package func string(_ range: TextRange) -> String {
    String(decoding: text[range.bounds], as: UTF8.self)
  }

  /// The name of the node's look; empty for the plain look.
  package func look(of id: NodeID) -> String { looks[nodes[id.int].look.int] }

  /// The language of a node.
  package func language(of id: NodeID) -> Language { languages[Int(nodes[id.int].language)] }

  /// The plain text of a text-holding node and its inline children, in reading order.
  ///
  /// - Parameter pageNumber: what is printed for the page of an anchor.
  package func plainText(of id: NodeID, pageNumber: (AnchorID) -> String = { _ in "" }) -> String {
    plainText(of: nodes[id.int].inlines, pageNumber: pageNumber)
  }

  /// The plain text of a stretch of inlines and their inline children, in reading order.
  package func plainText(
    of inlines: Range<UInt32>, pageNumber: (AnchorID) -> String = { _ in "" }
  ) -> String {
    var result: [UInt8] = []
    appendText(of: inlines, pageNumber: pageNumber, to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  private func appendText(
    of range: Range<UInt32>, pageNumber: (AnchorID) -> String, to result: inout [UInt8]
  ) {
    for position in range {
      switch inlines[Int(position)] {
      case .text(let range): result.append(contentsOf: text[range.bounds])
      case .child(let child):
        appendText(of: nodes[child.int].inlines, pageNumber: pageNumber, to: &result)
      // Where the line is broken after a space, that space is enough.
      case .lineBreak: if result.last != 0x20 { result.append(0x20) }
      case .leader: break
      case .pageNumber(let anchor): result.append(contentsOf: pageNumber(anchor).utf8)
      }
    }
  }
}

/// The children of a node, first to last.
package struct ChildSequence: Sequence, IteratorProtocol, Sendable {
  let document: Document
  var position: UInt32
  let end: UInt32

  init(document: Document, parent: NodeID) {
    self.document = document
    self.position = parent.raw + 1
    self.end = document.nodes[parent.int].end.raw
  }

  /// The next child.
  package mutating func next() -> NodeID? {
    guard position < end else { return nil }
    let child = NodeID(position)
    position = document.nodes[child.int].end.raw
    return child
  }
}
