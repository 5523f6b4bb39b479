import Core
import Manuscript

/// The entries of a catalogue by the pages on which they stand: running heads name the first and the
/// last of a page, as those of dictionaries do.
struct RunningEntries {
  /// The look of the headings that name entries.
  static let look = "entry"

  private struct Entry {
    var heading: NodeID
    var first: Int
    var last: Int
  }

  private var entries: [Entry] = []

  /// Finds the entries of a document.
  ///
  /// - Parameter leaf: on which leaf a node starts; nil where it does not.
  init(of document: Document, leaf: (Int) -> Int?) {
    for position in document.nodes.indices {
      let id = NodeID(position)
      guard document.nodes[position].role.isHeading, document.look(of: id) == RunningEntries.look,
        let first = leaf(position)
      else { continue }
      let end = document[document[id].parent].end.int
      let last = (position..<end).compactMap(leaf).max() ?? first
      entries.append(Entry(heading: id, first: first, last: last))
    }
  }

  /// The heading of the first entry that stands on a leaf.
  func first(on leaf: Int) -> NodeID? {
    entries.first { $0.first <= leaf && leaf <= $0.last }?.heading
  }

  /// The heading of the last entry that stands on a leaf.
  func last(on leaf: Int) -> NodeID? {
    entries.last { $0.first <= leaf && leaf <= $0.last }?.heading
  }
}
