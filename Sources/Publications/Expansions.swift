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
  let search = WordSearch(entries.map(\.short))
  var skipped = 0
  for position in document.nodes.indices {
    let id = NodeID(position)
    let node = document[id]
    if document.isOutsideRunningText(id) { skipped = max(skipped, node.end.int) }
    guard position >= skipped, node.role == .paragraph,
      node.language == document[NodeID(0)].language
    else { continue }
    let text = document.plainText(of: id)
    for (entry, uses) in search.uses(in: Array(text.utf8)).enumerated() where uses > 0 {
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

/// Counts words in texts, all of them in one pass over the bytes.
private struct WordSearch {
  private let words: [[UInt8]]
  /// By byte: whether a word begins with it.
  private var isStart = [Bool](repeating: false, count: 256)

  init(_ words: [String]) {
    self.words = words.map { Array($0.utf8) }
    for word in self.words { isStart[Int(word[0])] = true }
  }

  /// How often each word occurs in a text in UTF-8, not as a part of a longer one.
  func uses(in text: [UInt8]) -> [Int] {
    var counts = [Int](repeating: 0, count: words.count)
    for start in text.indices where isStart[Int(text[start])] {
      guard !WordSearch.isWord(text[..<start].suffix(4), \.last) else { continue }
      for (number, word) in words.enumerated() {
        let end = start + word.count
        guard end <= text.count, text[start..<end].elementsEqual(word),
          !WordSearch.isWord(text[end...].prefix(4), \.first)
        else { continue }
        counts[number] += 1
      }
    }
    return counts
  }

  /// Whether the character of some bytes that lies next to a word goes on with it.
  private static func isWord(
    _ bytes: ArraySlice<UInt8>, _ next: (Substring.UnicodeScalarView) -> UnicodeScalar?
  ) -> Bool {
    let scalars = Substring(decoding: bytes, as: UTF8.self).unicodeScalars
    guard let properties = next(scalars)?.properties else { return false }
    return properties.isAlphabetic || properties.numericType != nil
  }
}
