import Core
import Foundation
import Planning
import SazbaTesting
import Testing

@testable import Intake

@Suite struct FormatTests {
  /// Every text file of the repository that a project may hold.
  static let files: [String] = {
    var files: [String] = []
    for folder in ["Data", "Layouts", "Tests/IntakeTests", "Tests/Publications"] {
      let names = FileManager.default.enumerator(atPath: Repository.path(folder))
      for case let name as String in names ?? .init()
      where [".yaml", ".csv", ".md"].contains(where: name.hasSuffix) && !name.hasSuffix("I08.yaml")
      {
        files.append(folder + "/" + name)
      }
    }
    return files.sorted()
  }()

  private func text(of file: String) throws -> [UInt8]? {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Repository.path(file))))
    guard firstFault(in: bytes) == nil, !bytes.contains(0x0D) else { return nil }
    return Array(normalised(bytes).utf8)
  }

  @Test func formattingKeepsContentAndIsDoneOnce() throws {
    var changed = 0
    for file in FormatTests.files {
      guard let old = try text(of: file), let new = formatted(file, old) else { continue }
      changed += old == new ? 0 : 1
      #expect(formatted(file, new) == new, "\(file) changes again")
      if file.hasSuffix(".yaml") { #expect(SameContent.yaml(old, new), "\(file)") }
      if file.hasSuffix(".csv") { #expect(SameContent.csv(old, new), "\(file)") }
      if file.hasSuffix(".md") { #expect(SameContent.markdown(old, new), "\(file)") }
    }
    #expect(FormatTests.files.count > 60 && changed > 0)
  }

  @Test func everyFileOfTheSampleIsInForm() throws {
    for file in FormatTests.files where file.hasPrefix("Data/dacice") {
      let old = try #require(try text(of: file))
      #expect(formatted(file, old) == old, "\(file)")
    }
  }

  @Test func mendingIsDoneOnce() throws {
    for file in FormatTests.files {
      guard let old = try text(of: file) else { continue }
      let once = TextMending(file, old, knows: nil)
      let twice = TextMending(file, once.bytes, knows: nil)
      #expect(twice.mends == [], "\(file)")
      #expect(twice.bytes == once.bytes)
    }
  }

  /// Indentation, dashes and spaces of every kind, made from files that are in form.
  @Test func anyIndentationComesToTheSame() throws {
    for file in FormatTests.files where file.hasPrefix("Data/dacice") && file.hasSuffix(".yaml") {
      let old = try #require(try text(of: file))
      for step in [1, 3, 4, 7] {
        var wide: [UInt8] = []
        for line in old.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
          let indent = line.prefix { $0 == 0x20 }.count
          wide += [UInt8](repeating: 0x20, count: indent / 2 * step + indent % 2)
          wide += line.dropFirst(indent) + [0x20, 0x20, 0x0D, 0x0A].suffix(step > 3 ? 1 : 1)
        }
        guard SameContent.yaml(old, wide) else { continue }
        #expect(formatted(file, wide) == old, "\(file) by \(step)")
      }
    }
  }

  @Test func commentsAndOrderStay() throws {
    let old = """

      # o souboru
      b :   "dvě"   # dvojka
      a: 'je to'
      cislo: "2006"
      seznam:
      - x:   1
        # u y
        y: >
            Odstavec
              s krokem

            druhý
      -   z: [p, q,
               r]
          w:
             - 1
             -   2
      # před koncem
      dlouhy: text
          pokračuje
      uvozeny: "více
         řádků"
      # na konci

      """
    let new = """
      # o souboru
      b: dvě   # dvojka
      a: je to
      cislo: "2006"
      seznam:
        - x: 1
          # u y
          y: >
            Odstavec
              s krokem

            druhý
        - z: [p, q,
            r]
          w:
            - 1
            - 2
      # před koncem
      dlouhy: text
        pokračuje
      uvozeny: "více
        řádků"
      # na konci

      """
    let result = try #require(formatted("a.yaml", Array(old.utf8)))
    #expect(String(decoding: result, as: UTF8.self) == new)
  }

  @Test(arguments: [
    "a: &x 1\nb: 2\n", "a: !!str 1\n", "? a\n: b\n", "a: 1\n---\nb: 2\n",
  ]) func foreignNotationIsLeftAlone(_ text: String) {
    #expect(formatted("a.yaml", Array(text.utf8)) == nil)
  }

  @Test(arguments: [
    ("a: \"ano\"\n", "a: ano\n"), ("a: \"true\"\n", "a: \"true\"\n"),
    ("a: 'x: y'\n", "a: 'x: y'\n"),
    ("a: \"b # c\"\n", "a: \"b # c\"\n"), ("a: \"\"\n", "a: \"\"\n"),
    ("a: \"1.1\"\n", "a: \"1.1\"\n"),
    ("a: 'to ''je'''\n", "a: to 'je'\n"), ("a: \"x\\ny\"\n", "a: \"x\\ny\"\n"),
    ("a:\n- b\n-   c\n", "a:\n  - b\n  - c\n"), ("- - a\n  -  b\n", "- - a\n  - b\n"),
    ("a: |+\n    x\n\n\n", "a: |+\n  x\n\n\n"), ("a: |2\n    x\n", "a: |2\n    x\n"),
    ("a:\n\n    b:   1\n", "a:\n\n  b: 1\n"), ("", ""), ("# jen poznámka", "# jen poznámka\n"),
    ("a:\n      text na dalším\n      řádku\n", "a:\n  text na dalším\n  řádku\n"),
  ]) func valuesOfYAML(_ old: String, _ new: String) throws {
    let result = formatted("a.yaml", Array(old.utf8)).map { String(decoding: $0, as: UTF8.self) }
    #expect(result == new)
  }

  @Test(arguments: [
    ("a,b\n1,\"x\"\n", "a;b\n1;x\n"), ("a\tb\n1\tx;y\n", "a;b\n1;\"x;y\"\n"),
    ("a;b\n\"1\";\"řekl \"\"ano\"\"\"\n", "a;b\n1;\"řekl \"\"ano\"\"\"\n"),
    ("a;b\n;\n1;2\n\n", "a;b\n1;2\n"), ("\"a,b\";c\n1;2\n", "\"a,b\";c\n1;2\n"),
    ("a\n\"x,y\"\n", "a\n\"x,y\"\n"), ("a;b\n1;\"dva\nřádky\"\n", "a;b\n1;\"dva\nřádky\"\n"),
  ]) func fieldsOfCSV(_ old: String, _ new: String) throws {
    let result = formatted("a.csv", Array(old.utf8)).map { String(decoding: $0, as: UTF8.self) }
    #expect(result == new)
  }

  @Test(arguments: [
    ("# A\ntext  \ndál \n\n\n\n* b\n+ c\n", "# A\n\ntext  \ndál\n\n* b\n+ c\n"),
    ("* a\n  * b\n* c\n", "- a\n  - b\n- c\n"), ("a\n## B\nc", "a\n\n## B\n\nc\n"),
    ("* a\n\n<!-- -->\n\n* b\n", "- a\n\n<!-- -->\n\n- b\n"), ("a  \n\nb\\\nc\n", "a\n\nb\\\nc\n"),
    ("", ""),
  ]) func blocksOfMarkdown(_ old: String, _ new: String) throws {
    let result = formatted("a.md", Array(old.utf8)).map { String(decoding: $0, as: UTF8.self) }
    #expect(result == new)
  }
}
