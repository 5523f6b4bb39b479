import Core
import Manuscript

/// What is captioned and numbered: each kind counts by itself.
enum CaptionKind: Sendable {
  case table
  case figure

  /// The anchor of the list of such captions.
  var listAnchor: String {
    switch self {
    case .table: "seznam-tabulek"
    case .figure: "seznam-obrazku"
    }
  }
}

/// A caption as the lists of tables and figures see it.
struct CaptionEntry {
  /// What it belongs to.
  var kind: CaptionKind
  /// What is printed before it: „Tabulka 3“.
  var label: String
  /// The caption without notes.
  var title: String
  /// The anchor of the table or figure.
  var anchor: String
}

/// A list of captions that is filled when all are known.
struct CaptionList {
  /// The contents node.
  var node: NodeID
  /// Which captions it lists.
  var kind: CaptionKind
}

extension Ledger {
  /// Fills the lists of tables and figures.
  func fillCaptionLists(in builder: inout DocumentBuilder) {
    for list in captionLists {
      builder.reopen(list.node) { builder in
        for caption in captions where caption.kind == list.kind {
          builder.node(.contentsEntry(level: 1), look: "exhibit") { builder in
            builder.reference(to: caption.anchor, look: "entry") { builder in
              builder.node(.label, look: "entry") { $0.text(caption.label) }
              builder.text(" \(caption.title)")
              builder.leader()
              builder.pageNumber(of: caption.anchor)
            }
          }
        }
      }
    }
  }
}
