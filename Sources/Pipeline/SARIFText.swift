package import Core
import Intake

/// What a check found as a log of SARIF 2.1.0, with the explanations of the codes as help.
package func sarif(
  of check: Answer, sorted findings: [Diagnostic], _ request: BuildRequest, version: String,
  in tongue: Tongue
) -> String {
  var aside = SourceTable()
  // A log without help is better than none.
  let explanations =
    (try? readExplanations(request.home.explanations, sources: &aside))?.findings ?? []
  return SARIFText(
    sources: check.sources, folder: request.folder, home: request.home, tongue: tongue
  ).log(findings, explanations: explanations, version: version)
}

/// Prints findings as SARIF 2.1.0 for editors and for continuous integration.
///
/// Nothing in it depends on the machine or the day: paths are relative, and there is no time.
/// *Source:* OASIS SARIF 2.1.0.
struct SARIFText {
  private let sources: SourceTable
  private let folder: String
  private let home: String
  private let tongue: Tongue

  /// - Parameters:
  ///   - folder: the project folder as the user named it.
  ///   - home: the folder of Sazba's own data.
  init(sources: SourceTable, folder: String, home: Home, tongue: Tongue) {
    self.sources = sources
    self.folder = folder
    self.home = home.folder
    self.tongue = tongue
  }

  /// The log of one run.
  ///
  /// - Parameters:
  ///   - findings: the findings in the order in which they are told.
  ///   - explanations: what their codes mean, for the help of rules.
  func log(
    _ findings: [Diagnostic], explanations: [Explanation], version: String
  ) -> String {
    var kinds: [DiagnosticKind] = []
    for finding in findings where !kinds.contains(finding.kind) { kinds.append(finding.kind) }
    kinds.sort { $0.code < $1.code }
    let other: Tongue = tongue == .cs ? .en : .cs
    func rules(_ tongue: Tongue, isMain: Bool) -> JSONValue {
      .array(
        kinds.map { kind in
          rule(kind, explanations.first { $0.code == kind.code }, tongue, isMain: isMain)
        })
    }
    let run = JSONValue.object([
      (
        "tool",
        .object([
          (
            "driver",
            .object([
              ("name", .string("sazba")), ("version", .string(version)),
              ("guid", .string(SARIFText.guid)), ("language", .string(tongue.rawValue)),
              ("rules", rules(tongue, isMain: true)),
            ])
          )
        ])
      ),
      ("language", .string(tongue.rawValue)),
      (
        "translations",
        .array([
          .object([
            ("name", .string("sazba-" + other.rawValue)), ("language", .string(other.rawValue)),
            ("contents", .strings(["localizedData"])), ("isComprehensive", .flag(true)),
            (
              "associatedComponent",
              .object([("name", .string("sazba")), ("guid", .string(SARIFText.guid))])
            ),
            ("rules", rules(other, isMain: false)),
          ])
        ])
      ),
      (
        "originalUriBaseIds",
        .object([
          ("PROJEKT", base(cs: "Složka projektu.", en: "The project folder.")),
          ("SAZBA", base(cs: "Vlastní data programu.", en: "The program's own data.")),
        ])
      ),
      ("columnKind", .string("unicodeCodePoints")),
      (
        "results",
        .array(
          findings.map { finding in
            result(finding, rule: kinds.firstIndex(of: finding.kind) ?? 0)
          })
      ),
    ])
    return JSONValue.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")), ("runs", .array([run])),
    ]).text + "\n"
  }

  /// Names the program in all logs; made once.
  private static let guid = "5a7ba000-0000-4000-8000-0000000005a2"

  private func base(cs: String, en: String) -> JSONValue {
    .object([("description", message(Phrase(cs: cs, en: en)[tongue]))])
  }

  private func message(_ text: String) -> JSONValue { .object([("text", .string(text))]) }

  private func rule(
    _ kind: DiagnosticKind, _ explanation: Explanation?, _ tongue: Tongue, isMain: Bool
  ) -> JSONValue {
    let help = explanation.map { $0.reason[tongue] + "\n\n" + $0.fix[tongue] }
    let level = kind.severity == .error ? "error" : "warning"
    return .object(present: [
      ("id", .string(kind.code)), ("shortDescription", message(kind.summary[tongue])),
      ("fullDescription", explanation.map { message($0.reason[tongue]) }),
      ("help", message(help ?? kind.summary[tongue])),
      ("defaultConfiguration", isMain ? .object([("level", .string(level))]) : nil),
    ])
  }

  private func result(_ finding: Diagnostic, rule: Int) -> JSONValue {
    let other: Tongue = tongue == .cs ? .en : .cs
    func words(_ tongue: Tongue) -> String { finding.message[tongue] + " " + finding.fix[tongue] }
    let suppression: [JSONValue] =
      finding.silenced.map {
        [
          .object([
            ("kind", .string("external")), ("status", .string("accepted")),
            ("justification", .string($0)),
          ])
        ]
      } ?? []
    return .object(present: [
      ("ruleId", .string(finding.kind.code)), ("ruleIndex", .whole(rule)),
      ("level", .string(finding.isError ? "error" : "warning")),
      ("message", message(words(tongue))),
      ("locations", finding.at.map { .array([location($0)]) }),
      ("suppressions", .array(suppression)),
      (
        "properties",
        .object([
          ("stage", .string(finding.kind.stage.rawValue)),
          ("message." + other.rawValue, .string(words(other))),
        ])
      ),
    ])
  }

  private func location(_ span: SourceSpan) -> JSONValue {
    let file = sources[span.file]
    var region: JSONValue?
    var logical: JSONValue?
    if let cells = file.cells {
      // The text of a workbook is not its bytes: its place is a sheet and a cell.
      logical = cells.name(at: span.start).map { cell in
        .array([
          .object([
            ("name", .string(cell)),
            ("fullyQualifiedName", .string(cells.sheet + "!" + cell)), ("kind", .string("member")),
          ])
        ])
      }
    } else {
      let start = file.position(of: span.start)
      let end = file.position(of: max(span.start, span.end))
      region = .object([
        ("startLine", .whole(start.line)), ("startColumn", .whole(start.column)),
        ("endLine", .whole(end.line)), ("endColumn", .whole(end.column)),
      ])
    }
    return .object(present: [
      (
        "physicalLocation",
        .object(present: [("artifactLocation", artifact(file.path)), ("region", region)])
      ), ("logicalLocations", logical),
    ])
  }

  /// A path from the working folder stays as it is, since that is where a repository is checked;
  /// others count from the project or from Sazba's data.
  private func artifact(_ path: String) -> JSONValue {
    guard path.hasPrefix("/") else { return .object([("uri", .string(SARIFText.escaped(path)))]) }
    for (folder, base) in [(folder, "PROJEKT"), (home, "SAZBA")]
    where path.hasPrefix(folder + "/") {
      let rest = String(path.dropFirst(folder.utf8.count + 1))
      return .object([("uri", .string(SARIFText.escaped(rest))), ("uriBaseId", .string(base))])
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return .object([("uri", .string(SARIFText.escaped(name)))])
  }

  /// *Source:* RFC 3986 §2 (unreserved signs stay, and slashes).
  private static func escaped(_ path: String) -> String {
    var out = ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        out += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return out
  }
}
