import Core
import Manuscript

/// What is captioned and numbered: each kind counts by itself.
enum CaptionKind: Sendable, Hashable {
  case table
  case figure
  case map

  /// The anchor of the list of such captions.
  var listAnchor: String {
    switch self {
    case .table: "seznam-tabulek"
    case .figure: "seznam-obrazku"
    case .map: "seznam-map"
    }
  }

  /// The word before its number.
  var word: PhraseKey {
    switch self {
    case .table: .table
    case .figure: .figure
    case .map: .map
    }
  }

  /// What its anchor begins with where its author names none.
  var stem: String {
    switch self {
    case .table: "tabulka"
    case .figure: "obrazek"
    case .map: "mapa"
    }
  }
}

/// A caption as the lists of tables, figures and maps see it.
struct CaptionEntry {
  /// What it belongs to.
  var kind: CaptionKind
  /// What is printed before it: „Tabulka 3“.
  var label: String
  /// The caption without notes.
  var title: String
  /// The anchor of the table, figure or map.
  var anchor: String
}

/// A list of captions that is filled when all are known.
struct CaptionList {
  /// The contents node.
  var node: NodeID
  /// Which captions it lists.
  var kind: CaptionKind
  /// The kind of part that it is.
  var part: String
}

extension Ledger {
  /// The parts that would list nothing: a book without maps has no list of them.
  var emptyLists: Set<String> {
    Set(captionLists.filter { list in !captions.contains { $0.kind == list.kind } }.map(\.part))
  }

  /// Fills the lists of tables, figures and maps.
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
