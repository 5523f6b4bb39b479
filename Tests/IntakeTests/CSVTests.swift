import Core
import Foundation
import Planning
import SazbaTesting
import Testing

@testable import Intake

@Suite struct CSVTests {
  private func rows(_ text: String) -> [[String]] {
    let bytes = Array(text.utf8)
    let table = FieldTable(csv: bytes)
    return (0..<table.count).map { row in table[row].map { Sheet.text(of: $0, in: bytes) } }
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a;b\r\n1;2,5\r\n", [["a", "b"], ["1", "2,5"]]),
    ("a\tb\n1\t2", [["a", "b"], ["1", "2"]]),
    ("a;b\n\n;\n \n1;\n", [["a", "b"], ["1", ""]]),
    ("a,b\n\"x, \"\"y\"\"\",\"dva\nřádky\"\n", [["a", "b"], ["x, \"y\"", "dva řádky"]]),
    ("\"a;a\";b\n\"\";2", [["a;a", "b"], ["", "2"]]),
    ("a\n", [["a"]]),
    ("", []),
  ])
  func cuts(_ text: String, _ expected: [[String]]) {
    #expect(rows(text) == expected)
  }

  @Test func placesAfterQuotedLineEndsAndMultibyteLetters() throws {
    let text = "nazev;kod\n\"Žďár\nnad Sázavou\";1️⃣\"č\"\nš;2️⃣x\n"
    let marked = MarkedSource(text)
    let source = SourceFile(path: "x.csv", bytes: marked.bytes)
    let table = FieldTable(csv: marked.bytes)
    let first = try #require(table[1].last)
    let second = try #require(table[2].last)
    // The place of a quoted field is its text, after the quotation mark.
    #expect(first.start == marked.marks[1].map { $0 + 1 })
    #expect(second.start == marked.marks[2])
    #expect(source.position(of: second.start) == (line: 4, column: 3))
  }

  @Test func byteOrderMarkIsNoText() throws {
    try withTemporaryFolder { scratch in
      let root = scratch.path
      let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("kod_obce;nazev\n1;A\n".utf8)
      try Data(bytes).write(to: URL(fileURLWithPath: root + "/obce.csv"))
      var desk = ReadingDesk(folder: root, sources: SourceTable())
      let towns = desk.readMunicipalities()
      #expect(desk.findings.isEmpty)
      #expect(towns.map(\.code.value) == ["1"])
      #expect(towns.first.map { desk.sources[$0.at.file].position(of: $0.code.at.start).line } == 2)
    }
  }

  @Test(arguments: ["sep=;\n", "\"sep=;\"\r\n", "SEP=;\n"])
  func linesThatTellTheSeparatorAreSkipped(_ line: String) throws {
    try withTemporaryFolder { scratch in
      let root = scratch.path
      let text = line + "kod_obce;nazev\n1;A\n"
      try Data(text.utf8).write(to: URL(fileURLWithPath: root + "/obce.csv"))
      var desk = ReadingDesk(folder: root, sources: SourceTable())
      let towns = desk.readMunicipalities()
      #expect(desk.findings.isEmpty && towns.map(\.name.value) == ["A"])
      #expect(towns.first.map { desk.sources[$0.at.file].position(of: $0.code.at.start).line } == 3)
    }
  }

  @Test func hundredThousandRows() throws {
    try withTemporaryFolder { scratch in
      let root = scratch.path
      var text = "aktivita;rok;zdroj;castka;stav;poznamka\n"
      for row in 0..<100_000 {
        text += "1.1.\(row % 9 + 1);2025;obce;1 000;odhad;\"pozn. „č. \(row)“\"\n"
      }
      try Data(text.utf8).write(to: URL(fileURLWithPath: root + "/financovani.csv"))
      var desk = ReadingDesk(folder: root, sources: SourceTable())
      let lines = desk.readFunding()
      #expect(desk.findings.isEmpty)
      #expect(lines.count == 100_000)
      #expect(lines.total(\.amount.value) == Money(100_000_000))
      #expect(lines.last.map { desk.sources[$0.at.file].position(of: $0.at.start).line } == 100_001)
      // Twelve bytes a field beside the text itself.
      #expect(MemoryLayout<FieldTable.Cell>.stride == 12)
    }
  }
}
