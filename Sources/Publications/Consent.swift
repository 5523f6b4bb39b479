import Core
import Manuscript
import Planning

/// Finds what must not be printed, wherever the document prints or carries it: the names of people
/// who did not consent (V12), and addresses that are kept secret (V11).
///
/// Records leave both out by construction; this catches what somebody typed into a text. Czech
/// inflects names, so only the nominative of people is caught.
func betrayals(in document: Document, of plan: Plan) -> [Diagnostic] {
  let names = hiddenNames(of: plan)
  let watch = AddressWatch(plan)
  guard !names.isEmpty || !watch.isEmpty else { return [] }
  func faults(in words: [UInt8], at place: SourceSpan?) -> [Diagnostic] {
    names.filter { words.holds($0.name) }.map {
      .unconsentedName(person: $0.id, at: place ?? $0.at)
    }
      + watch.betrayed(by: words).map {
        .hiddenAddress(service: $0.service.value, at: place ?? $0.at)
      }
  }
  let said = document.metadata
  let carried = [said.title, said.author, said.subject] + said.keywords
  var findings = carried.flatMap { faults(in: Array($0.utf8).plain, at: nil) }
  for position in document.nodes.indices {
    let node = document.nodes[position]
    guard node.role.holdsText, !node.role.isInline else { continue }
    let aside = [node.short, node.alternative].compactMap { range in
      range.map { Array(document.text[$0.bounds]).plain }
    }
    let words = [Array(document.plainText(of: NodeID(position)).utf8).plain] + aside
    var seen: Set<Diagnostic> = []
    for finding in words.flatMap({ faults(in: $0, at: node.origin) })
    where seen.insert(finding).inserted {
      findings.append(finding)
    }
  }
  return findings
}

/// The names that must not be printed: of people without consent, and of the authors of comments
/// who did not agree to be named.
private func hiddenNames(of plan: Plan) -> [(id: String, name: [UInt8], at: SourceSpan)] {
  let persons = plan.persons.filter { !$0.consent.value }.map { person in
    (person.id.value, Array("\(person.givenName.value) \(person.familyName.value)".utf8), person.at)
  }
  let authors = plan.comments.filter { !$0.isPublic }.compactMap { comment in
    comment.author.flatMap { author in
      author.value.looksLikeAName
        ? ("pripominky č. \(comment.number.value)", Array(author.value.utf8).plain, author.at) : nil
    }
  }
  return persons + authors
}

extension String {
  /// Whether it is two or three words that begin with capitals: „občan Dačic“ names nobody.
  fileprivate var looksLikeAName: Bool {
    let words = split { $0 == " " || $0 == "\u{A0}" }
    return (2...3).contains(words.count) && words.allSatisfy { $0.first?.isUppercase == true }
  }
}

extension [UInt8] {
  /// The text with no-break spaces as spaces.
  var plain: [UInt8] {
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
}
