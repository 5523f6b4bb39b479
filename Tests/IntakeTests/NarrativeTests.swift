import Core
import Foundation
import Planning
import SazbaTesting
import Testing

@testable import Intake

@Suite struct NarrativeTests {
  private func read(_ text: String) -> (prose: Prose, findings: [Diagnostic], source: SourceFile) {
    let bytes = Array(text.utf8)
    var reader = NarrativeReader(file: FileID(0 as UInt32), bytes: bytes)
    let prose = reader.read()
    return (prose, reader.findings, SourceFile(path: "x.md", bytes: bytes))
  }

  @Test func readsTheWholeDialect() throws {
    let text = try Repository.text(of: "Tests/IntakeTests/Dialect/dialekt.md")
    let (prose, findings, _) = read(text)
    #expect(findings.isEmpty, "\(findings)")
    try expectGolden(prose.dump(), "Tests/IntakeTests/Dialect/dialekt.txt")
  }

  /// Every place of words, cut out of the file, gives the words again.
  @Test(arguments: [
    "Tests/IntakeTests/Dialect/dialekt.md", "Data/dacice/texty/organizace.md",
    "Data/dacice/texty/uzemi.md", "Data/dacice/texty/realizace.md",
    "Data/dacice/texty/uvodni-slovo.md",
  ])
  func placesCoverTheirWords(_ path: String) throws {
    let text = try Repository.text(of: path)
    let (prose, _, source) = read(text)
    var checked = 0
    var last: UInt32 = 0
    walk(prose) { inline in
      guard case .text(let words) = inline.content else { return }
      let raw = String(
        decoding: source.bytes[Int(inline.at.start)..<Int(inline.at.end)], as: UTF8.self)
      if raw.contains("\\") || raw.contains("&") { return }
      // A line end of the source is a space.
      let plain = raw.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.drop { $0 == " " || $0 == ">" }
      }.joined(separator: " ")
      #expect(raw.contains("\n") ? plain.hasSuffix(words.drop { $0 == " " }) : raw == words)
      #expect(inline.at.start >= last, "\(words) stands before its neighbour")
      last = inline.at.start
      checked += 1
    }
    #expect(checked > 5)
  }

  @Test func positionsInContinuationLinesAndAfterMultibyteLetters() {
    let (prose, _, source) = read("Žluťoučký kůň\n    a *ďas*\n> ě *š*\n")
    var places: [String] = []
    walk(prose) { inline in
      guard case .emphasis = inline.content else { return }
      let place = source.position(of: inline.at.start)
      places.append("\(place.line):\(place.column)")
    }
    #expect(places == ["2:7", "3:5"])
  }

  @Test func positionsInTableCells() {
    let (prose, _, source) = read("| Á | B |\n|--|--|\n| š\\|š | **č** |\n")
    var places: [String] = []
    walk(prose) { inline in
      let place = source.position(of: inline.at.start)
      places.append("\(place.line):\(place.column)")
    }
    #expect(places == ["1:3", "1:7", "3:3", "3:10", "3:12"])
  }

  /// What stands behind the mark of an item, and behind `<br>`, keeps its place, too.
  @Test func positionsInListsOfCells() {
    let (prose, findings, source) = read(
      "| A | B |\n|--|--|\n| - š<br>- **č** dál | x<br/>1. á<br>2. b |\n")
    #expect(findings.isEmpty)
    var places: [String] = []
    walk(prose) { inline in
      guard case .text(let words) = inline.content else { return }
      let place = source.position(of: inline.at.start)
      places.append("\(words) \(place.line):\(place.column)")
    }
    #expect(
      places == ["A 1:3", "B 1:7", "š 3:5", "č 3:14", " dál 3:17", "x 3:24", "á 3:33", "b 3:41"])
  }

  /// A mark is one only where it stands at the beginning, unescaped; a lone number is a date.
  @Test(arguments: [
    ("1. ledna 2025", "1. ledna 2025"), ("\\- ne", "- ne"), ("-", "-"), ("a - b", "a - b"),
    ("1. a<br>3. b", "1. a [paragraph] 3. b"), ("4. a<br>5. b", "4. a [item] 5. b"),
    ("- a<br><br> - b<br>c", "- a [item] - b [paragraph] c"), ("• a", "- a"),
    ("**a<br>b**", "[strong a[break]b]"), ("\\<\\<", "<<"), ("<br>", ""), ("x^^", "x^^"),
  ])
  func whatCellsHold(_ written: String, _ read: String) {
    let (prose, findings, _) = self.read("| A |\n|--|\n| \(written) |\n")
    #expect(findings.isEmpty)
    #expect(prose.dump() == "table [\"left\"]\n  A\n  \(read)\n")
  }

  @Test func cellsOverColumnsAndRows() {
    let (prose, findings, _) = read(
      """
      | A | B | << |
      |--|--:|--:|
      | ^^ | c | d |
      | e | f | << |
      | g | ^^ | ^^ |
      | h | i | |

      Šířka: na šířku
      """)
    #expect(findings.isEmpty)
    #expect(
      prose.dump() == """
        table ["left", "right", "right"]
          width: landscape
          [1×2] A | [2×1] B
          head c | d
          e | [2×2] f
          g
          h | i |\u{20}

        """)
  }

  @Test func aTableSaysHowWideItsColumnsAre() throws {
    let table = "| A | B | C | D |\n|--|--|--|--:|\n| a | b | c | 1 |\n\n"
    for (line, widths) in [
      ("20 mm, 1, 2, auto", [.fixed(.mm(20)), .share(1), .share(2), .automatic]),
      ("12,5mm; 1; auto; auto", [.fixed(.microMetres(12_500)), .share(1), .automatic, .automatic]),
    ] as [(String, [ColumnWidth])] {
      let (prose, findings, _) = read(table + "Sloupce: \(line)\n")
      #expect(findings.isEmpty)
      guard case .table(let read)? = prose.blocks.first?.content else {
        Issue.record("no table")
        continue
      }
      #expect(read.widths == widths)
    }
    for line in [
      "20 mm, 1, 2", "2 mm, 1, 1, 1", "široký, 1, 1, 1", "0, 1, 1, 1", "500 mm, 1, 1, 1",
    ] {
      let (_, findings, _) = read(table + "Sloupce: \(line)\n")
      #expect(findings.map(\.kind.code) == ["M06"], "\(line)")
    }
    let (_, findings, _) = read("![Kašna](a.png)\nSloupce: 1\n")
    #expect(findings.map(\.kind.code) == ["M06"])
  }

  @Test func aPictureMayBeAMap() throws {
    let (prose, findings, _) = read("![Obce](a.png)\nPopis: Obce\nDruh: mapa\n")
    #expect(findings.isEmpty)
    #expect(prose.dump().contains("kind: map"))
    let (_, wrong, _) = read("![Obce](a.png)\nDruh: graf\n")
    #expect(wrong.map(\.kind.code) == ["M06"])
    let (_, ofTable, _) = read("| A |\n|--|\n| b |\n\nDruh: mapa\n")
    #expect(ofTable.map(\.kind.code) == ["M06"])
  }

  @Test func termsAndWhatTheyMean() {
    let (prose, findings, source) = read(
      """
      Komunitní plánování
      : způsob, jak *společně*
        rozhodovat[^a]
      : též metoda
      Uživatel služby
      : kdo ji potřebuje

      Zadavatel
      : obec
      nebo kraj

      Odstavec: s dvojtečkou
      a bez výkladu.

      [^a]: Poznámka.
      """)
    #expect(findings.isEmpty)
    #expect(
      prose.dump() == """
        definitions
          term: Komunitní plánování
            paragraph: způsob, jak [em společně] rozhodovat[note 0]
            paragraph: též metoda
          term: Uživatel služby
            paragraph: kdo ji potřebuje
          term: Zadavatel
            paragraph: obec nebo kraj
        paragraph: Odstavec: s dvojtečkou a bez výkladu.
        note 0
          paragraph: Poznámka.

        """)
    var places: [String] = []
    walk(prose.blocks) { inline in
      let place = source.position(of: inline.at.start)
      if case .text(let words) = inline.content, words != " " {
        places.append("\(words.prefix(3)) \(place.line):\(place.column)")
      }
    }
    #expect(
      places.starts(with: ["Kom 1:1", "způ 2:3", "spo 2:16", " ro 3:3", "též 4:3", "Uži 5:1"]))
    #expect(read("\\: není výklad\n").findings.isEmpty)
    #expect(read("Pojem\n\n: výklad\n").findings.map(\.kind.code) == ["M01"])
  }

  @Test(arguments: [
    ("Bylo ~~zrušeno~~ dál.", 1), ("Plyn CO~2~ a H~2~O.", 2), ("Louka má 10 m^2^.", 1),
    ("Asi ~20 % a ~30 %.", 0), ("Znak \\~~ani\\~~ není.", 0), ("a ^ b ^ c", 0),
    ("Text[^n].\n\n[^n]: ~~pryč~~", 1), ("| A |\n|--|\n| x~2~ |", 1),
    ("| A |\n|--|\n| 1. a<br>- b |", 1), ("| A |\n|--|\n| - a<br>1. b |", 1),
    ("| A |\n|--|\n| 1\\. a<br>- b |", 0), ("| A |\n|--|\n| 1. a<br>2. b<br>- c |", 0),
  ])
  func marksOfOtherDialectsAreTold(_ text: String, _ count: Int) {
    #expect(read(text).findings.map(\.kind.code) == [String](repeating: "M01", count: count))
  }

  @Test func aTableSaysHowItStandsAndItsSourceCallsNotes() throws {
    let (prose, findings, _) = read(
      """
      | A | B |
      |--|--:|
      | c | 1 |

      Zdroj: vlastní[^o], viz [číslo](#tab)
      Šířka: po částech
      Záhlaví: otočené
      Zápatí: na každé straně

      [^o]: Poznámka.
      """)
    #expect(findings.isEmpty)
    guard case .table(let table)? = prose.blocks.first?.content else {
      Issue.record("no table")
      return
    }
    #expect(table.width == .parts && table.rotatesHead && table.foot == .everyPage)
    let words = table.legend.sourceWords
    #expect(words.contains { if case .note(0) = $0.content { true } else { false } })
    #expect(
      words.contains { if case .reference("tab", .number, _) = $0.content { true } else { false } })
    #expect(prose.notes.count == 1)
  }

  @Test(arguments: [
    ("| A |\n|--|\n| b |\n\nZáhlaví: šikmé\n", "šikmé"),
    ("![a](b.png)\nZáhlaví: otočené\n", "patří jen pod tabulku"),
    ("| A |\n|--|\n| b |\n\nZápatí: nahoře\n", "nahoře"),
    ("![a](b.png)\nZápatí: na konci\n", "patří jen pod tabulku"),
  ])
  func wrongHeadsAreTold(_ text: String, _ said: String) {
    let (_, findings, _) = read(text)
    #expect(findings.map(\.kind.code) == ["M06"])
    #expect(findings.first?.message.cs.contains(said) == true)
  }

  /// Joined cells cost time in proportion to the table, however they are joined.
  @Test func manyJoinedRowsEnd() {
    let row = "| ^^ |" + String(repeating: " << |", count: 9) + "\n"
    let text =
      "|" + String(repeating: " A |", count: 10) + "\n|" + String(repeating: "--|", count: 10)
    let (prose, findings, _) = read(
      text + "\n| x |" + String(repeating: " << |", count: 9) + "\n"
        + String(repeating: row, count: 4_000))
    #expect(findings.isEmpty)
    guard case .table(let table)? = prose.blocks.first?.content else {
      Issue.record("no table")
      return
    }
    #expect(table.rows[0].map(\.rows) == [4_001] && table.rows[0].map(\.columns) == [10])
  }

  @Test func decomposedLettersAreComposedAndKeepTheirPlaces() {
    let (prose, _, source) = read("Pr\u{30C}i\u{301}liš *z\u{30C}luť*\n")
    #expect(prose.blocks.count == 1)
    var words: [String] = []
    var columns: [Int] = []
    walk(prose) { inline in
      if case .text(let text) = inline.content {
        words.append(text)
        columns.append(source.position(of: inline.at.start).column)
      }
    }
    #expect(words.map { Array($0.unicodeScalars).count } == [7, 4])
    #expect(columns == [1, 11])
  }

  @Test func carriageReturnsEndLines() {
    let (prose, findings, _) = read("# A\r\n\r\nprvní\r\ndruhý *x*\r\n")
    #expect(findings.isEmpty)
    #expect(prose.dump() == "heading 1: A\nparagraph: první druhý [em x]\n")
  }

  @Test func longParagraphsAndDeepNestingEnd() {
    let long = read(String(repeating: "ž", count: 100_000))
    #expect(long.prose.blocks.count == 1)
    let deep = read(String(repeating: "> ", count: 5_000) + "x")
    #expect(deep.findings.map(\.kind.code) == ["M01"])
    let stars = read(String(repeating: "*a ", count: 3_000) + String(repeating: "*", count: 3_000))
    #expect(stars.prose.blocks.count == 1)
    let brackets = read(String(repeating: "[", count: 20_000) + "x]{lang=en}")
    #expect(brackets.prose.blocks.count == 1)
  }
}

/// Visits every inline of a narrative in reading order, notes last.
private func walk(_ prose: Prose, _ visit: (ProseInline) -> Void) {
  walk(prose.blocks, visit)
}

private func walk(_ blocks: [ProseBlock], _ visit: (ProseInline) -> Void) {
  for block in blocks {
    switch block.content {
    case .heading(_, let inlines, _), .paragraph(let inlines): walk(inlines, visit)
    case .list(_, let items): for item in items { walk(item.blocks, visit) }
    case .quote(let blocks): walk(blocks, visit)
    case .definitions(let definitions):
      for definition in definitions {
        walk(definition.term, visit)
        walk(definition.meanings, visit)
      }
    case .table(let table):
      for cell in (table.head + table.rows).joined() { walk(cell.blocks, visit) }
      walk(table.legend.caption, visit)
    case .figure(let figure): walk(figure.legend.caption, visit)
    }
  }
}

private func walk(_ inlines: [ProseInline], _ visit: (ProseInline) -> Void) {
  for inline in inlines {
    visit(inline)
    switch inline.content {
    case .emphasis(let inner), .strong(let inner), .span(_, let inner), .link(_, let inner),
      .reference(_, _, let inner):
      walk(inner, visit)
    default: break
    }
  }
}
