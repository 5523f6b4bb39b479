import Core
import SazbaTesting
import Testing

/// The support of the other tests: what it must catch, it catches.
@Suite struct TestingSupportTests {
  @Test func `marks are taken out and keep their byte offsets`() {
    let source = MarkedSource("č1️⃣ 12️⃣")
    #expect(source.text == "č 1")
    #expect(source.marks == [1: 2, 2: 4])
  }

  @Test func `findings are written with their marks`() {
    let source = MarkedSource("nazev: 1️⃣x\nuzemi: y")
    var sources = SourceTable()
    let plan = sources.add(path: "plan.yaml", bytes: source.bytes)
    let other = sources.add(path: "obce.csv", bytes: [])
    let kind = DiagnosticKind("T02", .error, .intake, cs: "zkouška", en: "a test")
    let phrase = Phrase(cs: "a", en: "b")
    let places = [
      SourceSpan(file: plan, start: 7, end: 8), SourceSpan(file: plan, start: 9, end: 12),
      .top(of: other), nil,
    ]
    let found = places.map { Diagnostic(kind, at: $0, phrase, fix: phrase) }
    expectFindings(
      found, in: source, path: "plan.yaml", sources: sources,
      ["T02@1", "T02@2:1", "T02@obce.csv", "T02"])
  }

  @Test func `the first difference is named by its line`() {
    #expect(firstDifference(between: "a\nb\n", and: "a\nb\n") == nil)
    #expect(firstDifference(between: "a\nb", and: "a\nc") == "2: recorded \"b\", now \"c\"")
    #expect(firstDifference(between: "a", and: "a\n") == "2: recorded the end, now \"\"")
    #expect(firstDifference(between: "\u{E9}", and: "e\u{301}") != nil)
  }

  @Test func `a missing tool is an error, a failing one is not`() throws {
    #expect(throws: MissingTool.self) { try runTool("no-such-tool-of-ours", []) }
    #expect(try runTool("false", []).status == 1)
    let long = [UInt8](repeating: 0x61, count: 300_000)
    #expect(try runTool("cat", [], input: long).output == long)
  }

  @Test func `the repository is where Package.swift is`() throws {
    #expect(try Repository.text(of: "Package.swift").hasPrefix("// swift-tools-version"))
  }

  @Test func `a temporary folder disappears`() throws {
    let path = try withTemporaryFolder { folder in
      try folder.write("a", to: "texty/uvod.md")
    }
    #expect(try runTool("cat", [path]).status == 1)
  }
}
