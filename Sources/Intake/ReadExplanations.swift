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

/// Reads every file of explanations of a folder.
///
/// - Throws: everything that was found, when at least one finding is an error.
package func readExplanations(_ folder: String, sources: inout SourceTable) throws(Rejected)
  -> [Explanation]
{
  var desk = ReadingDesk(folder: folder, sources: sources)
  var list: [Explanation] = []
  for name in desk.names() where name.hasSuffix(".yaml") { list += desk.readExplanations(name) }
  sources = desk.sources
  if desk.findings.contains(where: \.isError) { throw Rejected(desk.findings) }
  return list
}

extension ReadingDesk {
  fileprivate mutating func readExplanations(_ name: String) -> [Explanation] {
    guard let yaml = openYAML(name), let root = yaml.root,
      let top = record(PlacedNode(node: root, file: yaml.file), .explanations)
    else { return [] }
    var list: [Explanation] = []
    for item in items(top, "hlaseni") {
      guard let record = record(item, .explanation) else { continue }
      list.append(
        Explanation(
          code: demand(record, "kod").value,
          reason: Phrase(cs: words(record, "proc"), en: words(record, "why")),
          wrong: lines(record, "spatne"), right: lines(record, "dobre"),
          fix: Phrase(cs: words(record, "naprava"), en: words(record, "fix"))))
    }
    return list
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
