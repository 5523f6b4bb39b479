package import Core
import Foundation

/// Prints what the typographic rules changed.
package enum TypographyText {
  /// A line for each change, then how often each rule was kept; `␣` shows a no-break space.
  ///
  ///     texty/vize.md:12:3: v Dačicích → v␣Dačicích  T01 předložky a spojky z jednoho písmene
  package static func lines(
    _ changes: [TypographicChange], sources: SourceTable, tongue: Tongue
  ) -> String {
    var out = ""
    for change in changes {
      if let place = change.at { out += sources[place.file].place(of: place.start) + ": " }
      out += shown(change.before) + " → " + shown(change.after)
      out += "  \(change.code) \(change.name[tongue]): \(change.reason[tongue])\n"
    }
    if changes.isEmpty {
      return tongue == .cs
        ? "Typografie: nebylo co měnit.\n" : "Typography: there was nothing to change.\n"
    }
    out += "\n"
    var counts: [(code: String, name: Phrase, count: Int)] = []
    for change in changes {
      if let known = counts.firstIndex(where: { $0.code == change.code }) {
        counts[known].count += 1
      } else {
        counts.append((change.code, change.name, 1))
      }
    }
    for entry in counts.sorted(by: { $0.code < $1.code }) {
      let count = String(entry.count)
      out += String(repeating: " ", count: max(0, 6 - count.count)) + count
      out += "×  \(entry.code) \(entry.name[tongue])\n"
    }
    out +=
      tongue == .cs
      ? "␣ je mezera, na které se řádek nezlomí. Co má zůstat, jak je napsané, označte {verbatim}.\n"
      : "␣ is a space at which no line ends. What is to stay as typed is marked {verbatim}.\n"
    return out
  }

  private static func shown(_ words: String) -> String {
    String(
      String.UnicodeScalarView(
        words.unicodeScalars.map { $0 == "\u{A0}" ? "␣" : $0.value < 0x20 ? " " : $0 }))
  }

  struct Entry: Encodable {
    var rule: String
    var name: [String: String]
    var reason: [String: String]
    var before: String
    var after: String
    var file: String?
    var line: Int?
    var column: Int?
    var sheet: String?
    var cell: String?

    init(_ change: TypographicChange, _ sources: SourceTable) {
      rule = change.code
      name = ["cs": change.name.cs, "en": change.name.en]
      reason = ["cs": change.reason.cs, "en": change.reason.en]
      before = change.before
      after = change.after
      guard let place = change.at else { return }
      let source = sources[place.file]
      file = source.path
      if let cells = source.cells {
        cell = cells.name(at: place.start)
        sheet = cell.map { _ in cells.sheet }
        return
      }
      let position = source.position(of: place.start)
      line = position.line
      column = position.column
    }
  }
}
