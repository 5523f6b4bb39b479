import Core
import Manuscript
import Planning

/// Abbreviations of the list that the running text uses twice or more, but does not write out in
/// the paragraph where a reader first meets them.
///
/// Only the composed document knows what is read first. Running text is what stands in paragraphs
/// of its own language, outside tables, lists of contents, the cover, the imprint and the apparatus.
/// Czech inflects: an abbreviation counts as written out where half of the longer words of its
/// meaning begin as words of the paragraph do. *Source:* DOMAIN rule V16.
func unexpandedAbbreviations(in document: Document, of plan: Plan) -> [Diagnostic] {
  // Names of companies carry „s. r. o.“, which nobody writes out: two capitals make an abbreviation.
  var entries = plan.abbreviations.filter { $0.short.value.count(where: \.isUppercase) >= 2 }
    .map { Entry(short: $0.short.value, meaning: $0.meaning.value) }
  guard !entries.isEmpty else { return [] }
  var skipped = 0
  for position in document.nodes.indices {
    let id = NodeID(position)
    let node = document[id]
    if document.isOutsideRunningText(id) { skipped = max(skipped, node.end.int) }
    guard position >= skipped, node.role == .paragraph,
      node.language == document[NodeID(0)].language
    else { continue }
    let text = document.plainText(of: id)
    // Whoever has no two capitals in a row of letters uses no abbreviation.
    guard text.contains(where: \.isUppercase) else { continue }
    for entry in entries.indices {
      let uses = text.uses(of: entries[entry].short)
      guard uses > 0 else { continue }
      if entries[entry].uses == 0 {
        entries[entry].origin = node.origin
        entries[entry].isWrittenOut = writesOut(entries[entry].meaning, text)
      }
      entries[entry].uses += uses
    }
  }
  return entries.filter { $0.uses >= 2 && !$0.isWrittenOut }.map {
    .unexpandedAbbreviation($0.short, meaning: $0.meaning, uses: $0.uses, at: $0.origin)
  }
}

/// An abbreviation and what the text makes of it.
private struct Entry {
  let short: String
  let meaning: String
  var uses = 0
  var origin: SourceSpan?
  var isWrittenOut = false
}

extension Document {
  /// Whether what a node holds is no running text.
  fileprivate func isOutsideRunningText(_ id: NodeID) -> Bool {
    switch self[id].role {
    case .table, .contents, .part(.cover), .part(.imprint): true
    case .list(.descriptions): ["abbreviations", "glossary"].contains(look(of: id))
    case .list: look(of: id) == "sources"
    default: false
    }
  }
}

/// Whether half of the longer words of a meaning begin as words of a text do.
private func writesOut(_ meaning: String, _ text: String) -> Bool {
  let words: [Substring] = text.lowercased().split { !$0.isLetter }
  let long: [Substring] = meaning.lowercased().split { !$0.isLetter }.filter { $0.count >= 4 }
  let stems: [Substring] = long.map { $0.prefix(min(4, $0.count - 1)) }
  guard !stems.isEmpty else { return true }
  let met = stems.count { stem in words.contains { $0.hasPrefix(stem) } }
  return met * 2 >= stems.count
}

extension String {
  /// How often a word occurs in it, not as a part of a longer one.
  fileprivate func uses(of word: String) -> Int {
    var count = 0
    for range in ranges(of: word) {
      let before = range.lowerBound == startIndex ? nil : self[index(before: range.lowerBound)]
      let after = range.upperBound == endIndex ? nil : self[range.upperBound]
      if ![before, after].contains(where: { $0?.isLetter ?? false || $0?.isNumber ?? false }) {
        count += 1
      }
    }
    return count
  }
}
