package import Core
package import Testing

/// A fixture whose places are marked by keycaps: `nazev: 1️⃣Plán`.
///
/// The marks are taken out of the text; their byte offsets stay. *Source:* swift-format's tests.
package struct MarkedSource: Sendable {
  /// The text without marks.
  package let text: String
  /// The byte offset of each mark by its digit.
  package let marks: [Int: UInt32]
  /// The text in UTF-8.
  package var bytes: [UInt8] { Array(text.utf8) }

  /// Takes the marks `1️⃣`…`9️⃣` out of a text.
  package init(_ marked: String) {
    let scalars = Array(marked.unicodeScalars)
    var text = String.UnicodeScalarView()
    var marks: [Int: UInt32] = [:]
    var bytes: UInt32 = 0
    var position = 0
    while position < scalars.count {
      let scalar = scalars[position]
      if position + 2 < scalars.count, (0x31...0x39).contains(scalar.value),
        scalars[position + 1].value == 0xFE0F, scalars[position + 2].value == 0x20E3
      {
        marks[Int(scalar.value) - 0x30] = bytes
        position += 3
        continue
      }
      text.append(scalar)
      bytes += UInt32(UTF8.width(scalar))
      position += 1
    }
    self.text = String(text)
    self.marks = marks
  }

  /// A finding as tests write it: `Y003@1` at mark 1, `Y003@4:7` at an unmarked place of line 4,
  /// `Y003@plan.yaml` in another file of `sources`, `Y003` without a place.
  package func short(_ finding: Diagnostic, path: String, sources: SourceTable) -> String {
    guard let at = finding.at else { return finding.kind.code }
    let file = sources[at.file]
    guard file.path == path else { return "\(finding.kind.code)@\(file.path)" }
    if let mark = marks.keys.sorted().first(where: { marks[$0] == at.start }) {
      return "\(finding.kind.code)@\(mark)"
    }
    let place = file.position(of: at.start)
    return "\(finding.kind.code)@\(place.line):\(place.column)"
  }
}

/// Expects exactly these findings in this order, written as `MarkedSource.short` writes them.
///
/// Each finding must also speak both languages and say how to mend it.
package func expectFindings(
  _ found: [Diagnostic], in source: MarkedSource, path: String, sources: SourceTable,
  _ wanted: [String], sourceLocation: SourceLocation = #_sourceLocation
) {
  let short = found.map { source.short($0, path: path, sources: sources) }
  #expect(short == wanted, sourceLocation: sourceLocation)
  for finding in found {
    for phrase in [finding.message, finding.fix] {
      #expect(
        !phrase.cs.isEmpty && !phrase.en.isEmpty, "\(finding.kind.code) is mute",
        sourceLocation: sourceLocation)
    }
  }
}
