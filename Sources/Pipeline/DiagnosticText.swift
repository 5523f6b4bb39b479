package import Core
import Foundation

/// Prints findings for people and for programs.
package enum DiagnosticText {
  /// A finding as people read it: place, severity and code, message; the line with a caret; the mend.
  ///
  ///     plan.yaml:12:3: chyba Y02: Klíč „nazve“ neznám.
  ///        12 | nazve: Plán
  ///           | ^^^^^
  ///        náprava: Napište „nazev“.
  package static func lines(
    _ finding: Diagnostic, sources: SourceTable, tongue: Tongue, colour: Bool = false
  ) -> String {
    let word: String =
      switch (finding.kind.severity, tongue) {
      case (.error, .cs): "chyba"
      case (.warning, .cs): "upozornění"
      case (.error, .en): "error"
      case (.warning, .en): "warning"
      }
    func paint(_ text: String, _ code: String) -> String {
      colour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
    let shade = finding.isError ? "1;31" : "1;33"
    let fixWord = tongue == .cs ? "náprava" : "fix"
    var out = ""
    var indent = "  "
    if let span = sources.place(of: finding) {
      let file = sources[span.file]
      out += paint(quiet(file.place(of: span.start)) + ":", "1") + " "
      out +=
        paint("\(word) \(finding.kind.code):", shade) + " " + quiet(finding.message[tongue]) + "\n"
      if let excerpt = excerpt(of: span, in: file) {
        out += excerpt.text + paint(excerpt.carets, shade) + "\n"
        indent = excerpt.indent
      }
    } else {
      out +=
        paint("\(word) \(finding.kind.code):", shade) + " " + quiet(finding.message[tongue]) + "\n"
    }
    out += indent + paint("\(fixWord):", "32") + " " + quiet(finding.fix[tongue]) + "\n"
    return out
  }

  /// Words of a file's name or content may not steer the terminal.
  private static func quiet(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: steers) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { steers($0) ? " " : $0 }))
  }

  /// Whether a character steers a machine or turns the direction of a line.
  ///
  /// *Source:* ISO/IEC 6429 (C0, DEL, C1); UAX #9 (bidirectional controls).
  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      || scalar.properties.isBidiControl
  }

  /// Whether a character takes no room on a line of the terminal.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    case .format: !steers(scalar)
    default: false
    }
  }

  /// At most this many columns of an offending line are shown, around the place.
  private static let window = 96

  private static func excerpt(of span: SourceSpan, in file: SourceFile) -> (
    text: String, carets: String, indent: String
  )? {
    let range = file.lineRange(at: span.start)
    guard !range.isEmpty else { return nil }
    let scalars = Array(String(decoding: file.bytes[range], as: UTF8.self).unicodeScalars)
    let start = min(file.position(of: span.start).column - 1, scalars.count)
    let endByte = min(max(Int(span.end), Int(span.start)), range.upperBound)
    let last =
      endByte > Int(span.start)
      ? file.position(of: UInt32(endByte)).column - 1 : start + 1
    let first = start > window * 2 / 3 ? start - window / 2 : 0
    let end = min(scalars.count, first + window)
    var shown = String.UnicodeScalarView()
    for scalar in scalars[first..<max(first, end)] {
      shown.append(steers(scalar) ? " " : scalar)
    }
    let number = file.cells?.name(at: span.start) ?? String(file.position(of: span.start).line)
    let gutter = String(repeating: " ", count: max(0, 5 - number.count)) + number + " | "
    let blank = String(repeating: " ", count: gutter.count - 2) + "| "
    let lead = first > 0 ? "…" : ""
    let tail = end < scalars.count ? "…" : ""
    // Carets stand below what is seen: marks on letters and what has no width need none.
    func width(_ range: Range<Int>) -> Int { scalars[range].count { !isInvisible($0) } }
    let marked = max(1, width(start..<max(start, min(last, end))))
    let carets =
      String(repeating: " ", count: width(first..<start) + lead.count)
      + String(repeating: "^", count: marked)
    return (
      gutter + lead + String(shown) + tail + "\n" + blank, carets,
      String(repeating: " ", count: gutter.count)
    )
  }

  private struct Entry: Encodable {
    var code: String
    var severity: String
    var stage: String
    var file: String?
    var line: Int?
    var column: Int?
    var endLine: Int?
    var endColumn: Int?
    var sheet: String?
    var cell: String?
    /// Why the plan accepts it.
    var silenced: String?
    var message: [String: String]
    var fix: [String: String]
  }

  /// So many of one kind in one file were left out.
  private struct Rest: Encodable {
    var code: String
    var file: String?
    var count: Int
  }

  private struct Report: Encodable {
    var errors: Int
    var warnings: Int
    var silenced: Int
    var omitted: [Rest]
    var findings: [Entry]
    var typography: [TypographyText.Entry]?
  }

  /// All findings as one JSON object with sorted keys; both languages are always in it.
  ///
  /// - Parameter changes: what the typographic rules changed, if that was asked.
  package static func json(
    _ findings: [Diagnostic], changes: [TypographicChange]? = nil, sources: SourceTable
  ) -> String {
    let (told, heaps) = capped(findings)
    let entries = told.map { finding in
      var entry = Entry(
        code: finding.kind.code, severity: finding.kind.severity.rawValue,
        stage: finding.kind.stage.rawValue, silenced: finding.silenced,
        message: ["cs": finding.message.cs, "en": finding.message.en],
        fix: ["cs": finding.fix.cs, "en": finding.fix.en])
      if let span = sources.place(of: finding) {
        let file = sources[span.file]
        entry.file = file.path
        if let cells = file.cells {
          entry.cell = cells.name(at: span.start)
          entry.sheet = entry.cell.map { _ in cells.sheet }
          return entry
        }
        let start = file.position(of: span.start)
        let end = file.position(of: max(span.start, span.end))
        entry.line = start.line
        entry.column = start.column
        entry.endLine = end.line
        entry.endColumn = end.column
      }
      return entry
    }
    let report = Report(
      errors: findings.count { $0.isError },
      warnings: findings.count { !$0.isError && $0.silenced == nil },
      silenced: findings.count { $0.silenced != nil },
      omitted: heaps.map { heap in
        Rest(code: heap.code, file: heap.file.map { sources[$0].path }, count: heap.omitted)
      },
      findings: entries,
      typography: changes?.map { TypographyText.Entry($0, sources) })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(report) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }

  /// Findings of one kind in one file of which some are not told.
  package struct Heap: Sendable {
    /// The code of the kind.
    package let code: String
    /// The file; nil for findings without a place.
    package let file: FileID?
    /// How many are left out.
    package fileprivate(set) var omitted: Int
  }

  /// Of one kind in one file so many findings are told: nobody reads more, and a broken table would
  /// bury the rest.
  private static let toldOfAKind = 100

  /// The findings that are told, and of what more is left out.
  package static func capped(_ findings: [Diagnostic]) -> (told: [Diagnostic], rest: [Heap]) {
    struct Pile: Hashable {
      let code: String
      let file: FileID?
    }
    var counts: [Pile: Int] = [:]
    var places: [Pile: Int] = [:]
    var heaps: [Heap] = []
    let told = findings.filter { finding in
      let pile = Pile(code: finding.kind.code, file: finding.at?.file)
      counts[pile, default: 0] += 1
      guard counts[pile, default: 0] > toldOfAKind else { return true }
      if let place = places[pile] {
        heaps[place].omitted += 1
      } else {
        places[pile] = heaps.count
        heaps.append(Heap(code: pile.code, file: pile.file, omitted: 1))
      }
      return false
    }
    return (told, heaps)
  }

  /// Findings in the order people work through them: errors of whole files, from which others
  /// follow, then the other errors, then warnings; each by file and place.
  package static func sorted(_ findings: [Diagnostic]) -> [Diagnostic] {
    findings.enumerated().sorted { a, b in
      func rank(_ entry: (offset: Int, element: Diagnostic)) -> (Int, UInt32, UInt32, Int) {
        (
          weight(entry.element), entry.element.at?.file.raw ?? .max,
          entry.element.at?.start ?? 0, entry.offset
        )
      }
      return rank(a) < rank(b)
    }.map(\.element)
  }

  private static func weight(_ finding: Diagnostic) -> Int {
    guard finding.isError else { return 2 }
    let isOfWholeFile = finding.at.map { $0.start == 0 && $0.end == 0 } ?? true
    return isOfWholeFile && ["I", "X", "C"].contains(finding.kind.code.prefix(1)) ? 0 : 1
  }
}
