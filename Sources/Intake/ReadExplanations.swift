package import Core
import Yams

/// What a kind of finding means to whoever has to mend it.
package struct Explanation: Sendable, Equatable {
  /// The code of the kind.
  package let code: String
  /// Why it matters.
  package let reason: Phrase
  /// An example of what is wrong, as it stands in a file.
  package let wrong: String
  /// The same put right.
  package let right: String
  /// How to mend it in general.
  package let fix: Phrase
}

/// What a key of a design does.
package struct KeyExplanation: Sendable, Equatable {
  /// Section and key: `tables.grid`.
  package let key: String
  /// What it does.
  package let meaning: Phrase
}

/// Everything that a folder of explanations holds.
package struct Explanations: Sendable, Equatable {
  /// Of the kinds of findings, by their codes.
  package var findings: [Explanation] = []
  /// Of the keys of designs.
  package var ofKeys: [KeyExplanation] = []
}

/// Reads every file of explanations of a folder.
///
/// - Throws: everything that was found, when at least one finding is an error.
package func readExplanations(_ folder: String, sources: inout SourceTable) throws(Rejected)
  -> Explanations
{
  var desk = ReadingDesk(folder: folder, sources: sources)
  var all = Explanations()
  for name in desk.names() where name.hasSuffix(".yaml") {
    desk.readExplanations(name, into: &all)
  }
  sources = desk.sources
  if desk.findings.contains(where: \.isError) { throw Rejected(desk.findings) }
  return all
}

extension ReadingDesk {
  fileprivate mutating func readExplanations(_ name: String, into all: inout Explanations) {
    guard let yaml = openYAML(name), let root = yaml.root,
      let top = record(PlacedNode(node: root, file: yaml.file), .explanations)
    else { return }
    for item in items(top, "hlaseni") {
      guard let record = record(item, .explanation) else { continue }
      all.findings.append(
        Explanation(
          code: demand(record, "kod").value,
          reason: Phrase(cs: words(record, "proc"), en: words(record, "why")),
          wrong: lines(record, "spatne"), right: lines(record, "dobre"),
          fix: Phrase(cs: words(record, "naprava"), en: words(record, "fix"))))
    }
    for item in items(top, "klice") {
      guard let record = record(item, .keyExplanation) else { continue }
      all.ofKeys.append(
        KeyExplanation(
          key: demand(record, "klic").value,
          meaning: Phrase(cs: words(record, "vyznam"), en: words(record, "meaning"))))
    }
  }

  private mutating func words(_ record: Record, _ name: String) -> String {
    passage(record, name)?.value ?? ""
  }

  /// An example keeps its lines.
  private func lines(_ record: Record, _ name: String) -> String {
    var lines =
      record[name]?.node.scalar?.string.split(
        separator: "\n", omittingEmptySubsequences: false) ?? []
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
