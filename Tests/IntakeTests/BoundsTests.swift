import Core
import Foundation
import Planning
import SazbaTesting
import Testing

@testable import Intake

/// Files that would cost time or memory without end, and files that lead out of the project.
///
/// Bounds are shown by what is counted and refused, never by a clock.
@Suite struct BoundsTests {
  /// Reads the base project after some change and tells the findings.
  private func findings(_ change: (String) throws -> Void) throws -> [Diagnostic] {
    try withTemporaryFolder { scratch in
      let root = scratch.path
      let project = root + "/projekt"
      try FileManager.default.copyItem(
        atPath: Repository.path(Fixture.folder + "/zaklad"), toPath: project)
      try change(project)
      var sources = SourceTable()
      do throws(Rejected) {
        return try readProject(project, codelists: Codelists(lists: []), sources: &sources).warnings
      } catch {
        for span in error.diagnostics.compactMap(\.at) {
          #expect(span.start <= span.end && Int(span.end) <= sources[span.file].bytes.count)
        }
        return error.diagnostics
      }
    }
  }

  private func replace(_ path: String, with text: String) throws {
    try? FileManager.default.removeItem(atPath: path)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private func link(_ path: String, to target: String) throws {
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  // Without codelists every code is unknown, V10, once a file is refused.
  private static func codes(_ findings: [Diagnostic]) -> [String] { findings.map(\.kind.code) }

  @Test(arguments: [
    ("plan.yaml", 5), ("obce.csv", 50), ("financovani.csv", 17), ("texty/uvod.md", 17),
  ])
  func filesBeyondReasonAreNotRead(name: String, megabytes: Int) throws {
    let found = try findings { project in
      #expect(truncate(project + "/" + name, off_t(megabytes) << 20) == 0)
    }
    let refusal = try #require(found.first { $0.kind == IntakeDiagnostics.tooLarge })
    #expect(refusal.message.cs.contains(name))
    #expect(refusal.message.cs.contains("\(megabytes + 1) MB"))
  }

  @Test func manyRowsAreRefusedBeforeTheyAreJudged() throws {
    let rows = String(repeating: "1;a\n", count: 100_001)
    let found = try findings { try replace($0 + "/obce.csv", with: "kod_obce;nazev\n" + rows) }
    #expect(Self.codes(found).filter { $0 == "I04" }.count == 1)
    #expect(found.count < 20)
  }

  @Test func oneMistakeMadeOftenIsListedToALimit() throws {
    let keys = (0..<20_000).map { "klic\($0): 1\n" }.joined()
    let found = try findings { project in
      let plan = try String(contentsOfFile: project + "/plan.yaml", encoding: .utf8)
      try replace(project + "/plan.yaml", with: plan + keys)
    }
    #expect(found.filter { $0.kind == IntakeDiagnostics.unknownKey }.count <= 1_000)
    #expect(found.count <= 1_100)
    let tags = String(repeating: "<b>", count: 5_000)
    let prose = try findings { try replace($0 + "/texty/uvod.md", with: tags) }
    #expect(prose.filter { $0.kind == IntakeDiagnostics.unsupported }.count == 1_000)
    #expect(prose.contains { $0.kind == IntakeDiagnostics.tooLarge && $0.at == nil })
  }

  @Test func keysThatStandTwiceAreReadAgainToALimit() throws {
    let found = try findings { project in
      try replace(
        project + "/plan.yaml", with: String(repeating: "a: 1\n", count: 100_000))
    }
    // Each is another reading of half a megabyte.
    #expect(found.filter { $0.kind == IntakeDiagnostics.duplicateKey }.count < 10)
  }

  @Test(arguments: [
    String(repeating: "[", count: 200_000), String(repeating: "*a **b ", count: 5_000),
    String(repeating: "> ", count: 100_000), String(repeating: "![", count: 50_000),
    String(repeating: "&amp;", count: 50_000), String(repeating: "a\\", count: 100_000),
    String(repeating: "{", count: 100_000), String(repeating: "[^", count: 50_000),
    String(repeating: "[^a]", count: 20_000) + "\n\n[^a]: b\n",
    "| a |\n|---|\n" + String(repeating: "|", count: 900) + String(repeating: "\n|", count: 9_000),
  ])
  func textsOfNothingButMarksEnd(text: String) throws {
    let found = try findings { try replace($0 + "/texty/uvod.md", with: text) }
    #expect(Self.codes(found).count { $0.hasPrefix("M") } <= 1_000)
  }

  @Test func wordsDirectlyAboveATableKeepTheirPlaces() throws {
    // libcmark takes the last line of the paragraph for the table's header and forgets its end.
    let found = try findings { project in
      try replace(project + "/texty/uvod.md", with: "Úvod.\n\nSlova [a]{x}\n| h |\n|--|\n| b |\n")
    }
    let mark = try #require(found.first { $0.kind == IntakeDiagnostics.attribute })
    #expect(mark.at?.start == 17 && mark.at?.end == 20)
    for text in ["[]{}\nh\n-:", "[a]{verbatim}\nh\n-:", "[a[b]{lang=en}]{verbatim}\nh\n-:"] {
      #expect(try findings { try replace($0 + "/texty/uvod.md", with: text) }.count < 20)
    }
  }

  @Test func rowsOfManyBarsAreRefusedBeforeTheyAreParsed() throws {
    let rows = "| a |\n|---|\n" + String(repeating: "|", count: 1_000_000)
    let found = try findings { try replace($0 + "/texty/uvod.md", with: rows) }
    #expect(Self.codes(found).filter { $0.hasPrefix("M") } == ["M01"])
    #expect(found.first?.message.cs.contains("1000") == true)
  }

  @Test(arguments: [
    ("plan.yaml", "I03"), ("swot.yaml", "I03"), ("obce.csv", "I03"), ("texty/uvod.md", "I03"),
  ])
  func pipesFoldersAndSocketsAreNoFiles(name: String, code: String) throws {
    let pipe = try findings { project in
      try FileManager.default.removeItem(atPath: project + "/" + name)
      #expect(mkfifo(project + "/" + name, 0o600) == 0)
    }
    #expect(Self.codes(pipe).contains(code))
    let folder = try findings { project in
      try FileManager.default.removeItem(atPath: project + "/" + name)
      try FileManager.default.createDirectory(
        atPath: project + "/" + name, withIntermediateDirectories: false)
    }
    #expect(Self.codes(folder).contains(code))
    let circle = try findings { try link($0 + "/" + name, to: "./" + lastPart(name)) }
    #expect(Self.codes(circle).contains(code))
  }

  private func lastPart(_ name: String) -> String {
    name.split(separator: "/").last.map(String.init) ?? name
  }

  @Test(arguments: ["plan.yaml", "swot.yaml", "obce.csv", "texty/uvod.md", "texty"])
  func linksThatLeaveTheProjectAreRefused(name: String) throws {
    for target in ["/etc/passwd", "/dev/zero", "/proc/self/environ", "/etc", "/"] {
      let found = try findings { try link($0 + "/" + name, to: target) }
      #expect(Self.codes(found).contains("I05"), "\(name) → \(target)")
      #expect(
        !found.contains { $0.message.cs.contains("root:") || $0.message.cs.contains("hosts") })
    }
  }

  @Test func linksWithinTheProjectAreFollowedAndBrokenOnesAreMissing() throws {
    let inside = try findings { project in
      try FileManager.default.moveItem(atPath: project + "/obce.csv", toPath: project + "/o.txt")
      try link(project + "/obce.csv", to: "o.txt")
    }
    #expect(inside.isEmpty)
    let broken = try findings { try link($0 + "/obce.csv", to: "neni.csv") }
    #expect(Self.codes(broken).filter { $0 != "V10" } == ["I06"])
  }

  @Test(arguments: [
    "../../tajne.png", "/etc/passwd", "obrazky/../../../tajne.png", "texty/../../x.png",
  ])
  func picturesOutsideAreRefused(path: String) throws {
    let found = try findings { project in
      try replace(project + "/texty/uvod.md", with: "![Popis](\(path))\n")
    }
    #expect(Self.codes(found).contains("I05"))
  }

  @Test func namesThatNoTextCanHoldDoNoHarm() throws {
    for name in ["a\nb.md", "a\u{1B}[31m.md", "\u{202E}dm.md"] {
      let found = try findings { try replace($0 + "/texty/" + name, with: "Text.\n") }
      #expect(!found.contains { $0.isError })
    }
    let found = try findings { project in
      var path = Array((project + "/texty/").utf8CString.dropLast())
      path += [CChar(bitPattern: 0xFF), 0x2E, 0x6D, 0x64, 0]
      let file = open(path, O_WRONLY | O_CREAT, 0o600)
      #expect(file >= 0)
      close(file)
    }
    #expect(Self.codes(found).filter { $0 != "V10" } == ["I06"])
    #expect(found.first?.fix.cs.contains("UTF-8") == true)
  }

  @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}", "\r"])
  func lineEndsThatEditorsDoNotShowAreRefused(end: String) throws {
    // YAML counts lines by them: places behind them lay beyond the file.
    for text in ["nazev: a\(end)verze: \"1\"", "nazev: \"a\(end)b\"\n\(end)'c': 'd'"] {
      let found = try findings { try replace($0 + "/plan.yaml", with: text) }
      #expect(Self.codes(found).contains("I08"))
    }
    #expect(
      try findings { project in
        let plan = try String(contentsOfFile: project + "/plan.yaml", encoding: .utf8)
        try replace(
          project + "/plan.yaml", with: plan.replacingOccurrences(of: "\n", with: "\r\n"))
      }.isEmpty)
  }
}
