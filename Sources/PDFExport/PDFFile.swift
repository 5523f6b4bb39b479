package import Core

/// A finished file and what is known of it without reading it again.
package struct PDFFile: Sendable, Equatable {
  /// The file.
  package var bytes: [UInt8]
  /// What was counted while writing.
  package var facts: PDFFacts
}

/// What was counted while a file was written.
package struct PDFFacts: Sendable, Equatable {
  /// How many pages it has.
  package var pages: Int
  /// The PostScript names of the embedded faces, by face.
  package var fonts: [String]
  /// Its size in bytes.
  package var size: Int
  /// How many objects it holds.
  package var objects: Int
  /// How many structure elements it holds.
  package var elements: Int
  /// How many marked-content sequences belong to them.
  package var markedContents: Int
  /// Of a file for the press, by page: where in its content each mark of the page begins.
  package var marks: [[UInt32]] = []
  /// The object number of the first structure element.
  let firstElement: Int
  /// The nodes of the structure elements, by object number.
  let nodes: [NodeID]

  /// The node that an object came from: structure elements only.
  package func node(ofObject number: Int) -> NodeID? {
    let position = number - firstElement
    return nodes.indices.contains(position) ? nodes[position] : nil
  }
}
