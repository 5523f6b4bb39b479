import Core
import Manuscript
import Planning

/// Finds the names of people who did not consent, wherever the document prints or carries them.
///
/// Records leave such people out by construction; this catches names that somebody typed into a
/// text. Czech inflects names, so only the nominative is caught.
func unconsentedNames(in document: Document, of plan: Plan) -> [Diagnostic] {
  let hidden = plan.persons.filter { !$0.consent.value }
  guard !hidden.isEmpty else { return [] }
  let names = hidden.map { person in
    (person, Array("\(person.givenName.value) \(person.familyName.value)".utf8))
  }
  let said = document.metadata
  let carried = [said.title, said.author, said.subject] + said.keywords
  var findings: [Diagnostic] = []
  for (person, name) in names where carried.contains(where: { Array($0.utf8).plain.holds(name) }) {
    findings.append(.unconsentedName(person: person.id.value, at: person.at))
  }
  for position in document.nodes.indices {
    let node = document.nodes[position]
    guard node.role.holdsText, !node.role.isInline else { continue }
    let aside = [node.short, node.alternative].compactMap { range in
      range.map { Array(document.text[$0.bounds]).plain }
    }
    let words = [Array(document.plainText(of: NodeID(position)).utf8).plain] + aside
    for (person, name) in names where words.contains(where: { $0.holds(name) }) {
      findings.append(.unconsentedName(person: person.id.value, at: node.origin))
    }
  }
  return findings
}

extension [UInt8] {
  /// The text with no-break spaces as spaces.
  fileprivate var plain: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    var position = 0
    while position < count {
      if self[position] == 0xC2, position + 1 < count, self[position + 1] == 0xA0 {
        result.append(0x20)
        position += 2
      } else {
        result.append(self[position])
        position += 1
      }
    }
    return result
  }

  /// Whether the bytes occur in it.
  fileprivate func holds(_ part: [UInt8]) -> Bool {
    guard let first = part.first, count >= part.count else { return false }
    for start in 0...(count - part.count) where self[start] == first {
      if self[start..<(start + part.count)].elementsEqual(part) { return true }
    }
    return false
  }
}
