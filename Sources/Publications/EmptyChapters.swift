import Core
import Manuscript

/// Chapters and sections of texts below whose headings nothing stands, not even a deeper heading.
///
/// - Complexity: linear in the document.
func emptyChapters(in document: Document) -> [Diagnostic] {
  var findings: [Diagnostic] = []
  for position in document.nodes.indices {
    guard case .heading(let level) = document.nodes[position].role else { continue }
    let id = NodeID(position)
    let holder = document[id].parent
    let isPart: Bool
    switch document[holder].role {
    case .part(.chapter), .part(.annex), .part(.frontMatter): isPart = level == 1
    case .section: isPart = false
    default: continue
    }
    guard document.isLast(id, in: holder, beforeHeadingsAbove: level) else { continue }
    findings.append(
      .emptyChapter(
        document.plainText(of: id), isPart: isPart,
        at: document[id].origin ?? document[holder].origin))
  }
  return findings
}

extension Document {
  /// Whether nothing follows a heading in its holder, or what follows is a heading not below it.
  fileprivate func isLast(
    _ heading: NodeID, in holder: NodeID, beforeHeadingsAbove level: UInt8
  ) -> Bool {
    for child in children(of: holder) where child > heading {
      if case .heading(let next) = self[child].role { return next <= level }
      return false
    }
    return true
  }
}
