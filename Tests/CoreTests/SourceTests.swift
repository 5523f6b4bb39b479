import Core
import SazbaTesting
import Testing

/// Positions in files as an editor shows them.
@Suite struct SourceTests {
  private func file(_ text: String) -> SourceFile {
    SourceFile(path: "plan.yaml", bytes: Array(text.utf8))
  }

  @Test func strayHalvesOfLettersAreInTheFirstColumn() {
    let file = SourceFile(path: "x", bytes: [0x80, 0x0A, 0x9A, 0x41])
    #expect(file.position(of: 0) == (1, 1))
    #expect(file.position(of: 2) == (2, 1))
  }

  @Test func `columns count letters, not bytes`() {
    let marked = MarkedSource("nazev: 1️⃣Příliš žluťoučký2️⃣ kůň\n  3️⃣pod: „4️⃣úpěl“ 😀5️⃣!")
    let file = SourceFile(path: "a", bytes: marked.bytes)
    let expected = [1: (1, 8), 2: (1, 24), 3: (2, 3), 4: (2, 9), 5: (2, 16)]
    for mark in expected.keys.sorted() {
      guard let offset = marked.marks[mark], let want = expected[mark] else {
        Issue.record("mark \(mark) is lost")
        continue
      }
      #expect(file.position(of: offset) == want)
      #expect(file.offset(line: want.0, column: want.1) == offset)
    }
  }

  @Test func `every letter's offset and position are inverse`() {
    let text = "a\nčč\r\n\n  ěšč 😀x\ny"
    let file = file(text)
    var offset: UInt32 = 0
    var line = 1
    var column = 1
    for scalar in text.unicodeScalars {
      #expect(file.position(of: offset) == (line, column))
      #expect(file.offset(line: line, column: column) == offset)
      let width = UInt32(UTF8.width(scalar))
      // Bytes inside a letter belong to that letter.
      for inside in 0..<width { #expect(file.position(of: offset + inside) == (line, column)) }
      offset += width
      if scalar == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    #expect(file.position(of: offset) == (line, column))
  }

  @Test func `lines end before LF and before CRLF`() {
    let file = file("ab\r\nčd\nposlední")
    #expect(file.lineRange(at: 0) == 0..<2)
    #expect(file.lineRange(at: 3) == 0..<2)
    #expect(file.lineRange(at: 4) == 4..<7)
    #expect(file.lineRange(at: 8) == 8..<17)
    #expect(file.lineRange(at: 99) == 8..<17)
  }

  @Test func `a final newline opens an empty line, its lack does not lose the last`() {
    #expect(file("a\n").position(of: 2) == (2, 1))
    #expect(file("a\n").lineRange(at: 2) == 2..<2)
    #expect(file("a").position(of: 1) == (1, 2))
    #expect(file("").position(of: 0) == (1, 1))
    #expect(file("").lineRange(at: 0) == 0..<0)
    #expect(file("\r\n").lineRange(at: 0) == 0..<0)
  }

  @Test func `places outside the text are held at its edges`() {
    let file = file("čau\nx")
    #expect(file.offset(line: 0, column: 5) == 0)
    #expect(file.offset(line: 9, column: 1) == 6)
    #expect(file.offset(line: 1, column: 99) == 4)
    #expect(file.position(of: 400) == (2, 2))
  }

  @Test func `the table numbers files in the order of reading`() {
    var table = SourceTable()
    let first = table.add(path: "plan.yaml", bytes: [0x61])
    let second = table.add(path: "obce.csv", bytes: [])
    #expect(table[first].path == "plan.yaml")
    #expect(table[second].path == "obce.csv")
    #expect(first < second)
    #expect(SourceSpan.top(of: second) == SourceSpan(file: second, start: 0, end: 0))
    #expect(Located(2, at: .top(of: first)).map { $0 * 2 }.value == 4)
  }

  @Test func `findings point to their words`() {
    var sources = SourceTable()
    let text = "první 漢\ndruhý řádek 漢 a 漢\ntřetí"
    let id = sources.add(path: "a.md", bytes: Array(text.utf8))
    let kind = DiagnosticKind("X01", .error, .pages, cs: "A", en: "B")
    let second = sources[id].offset(line: 2, column: 1)
    let span = SourceSpan(
      file: id, start: second, end: sources[id].offset(line: 3, column: 1))
    func place(_ words: String?) -> (line: Int, column: Int)? {
      let said = Phrase(cs: "a", en: "b")
      let finding = Diagnostic(kind, at: span, said, fix: said, words: words)
      return sources.place(of: finding).map { sources[id].position(of: $0.start) }
    }
    #expect(place("漢") ?? (0, 0) == (2, 13))
    // What is not there, and nothing at all, leave the place as it is.
    for words in ["třetí", "", nil] { #expect(place(words) ?? (0, 0) == (2, 1)) }
  }
}
