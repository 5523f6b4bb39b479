import Core
import Manuscript
import Testing

/// A book of everything that layout sets, made by chance from a seed: the same seed, the same book.
struct RandomBook {
  /// Numbers by chance. *Source:* G. L. Steele et al., Fast splittable pseudorandom number
  /// generators, OOPSLA 2014 (SplitMix64).
  private var state: UInt64
  private var notes = 0
  private var tables = 0
  private var words = 0
  /// Whether a cell of the table in hand holds a table.
  private var hasInner = false
  /// The notes to be made after the block in hand: where they are called.
  private var calls: [NodeID] = []

  private init(seed: UInt64) { state = seed }

  /// The book of a seed.
  static func document(seed: UInt64) throws -> Document {
    var book = RandomBook(seed: seed)
    return try Press.document { builder in
      builder.node(.heading(level: 1), anchor: "zacatek") { $0.text("Náhodná kniha") }
      for _ in 0..<10 { book.block(&builder, depth: 0) }
      builder.node(.paragraph, anchor: "konec") { $0.text("Konec knihy.") }
    }
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return range.lowerBound + Int(mixed % UInt64(range.upperBound - range.lowerBound + 1))
  }

  private mutating func happens(_ one: Int, of all: Int) -> Bool { number(1...all) <= one }

  private mutating func said(_ count: ClosedRange<Int>) -> String {
    words += 1
    return Press.words(number(count), from: words * 5)
  }

  private mutating func block(_ builder: inout DocumentBuilder, depth: Int) {
    switch number(0...(depth == 0 ? 11 : 4)) {
    case 0, 1: paragraph(&builder, 10...90, callsNotes: true)
    case 2: list(&builder, depth: depth)
    case 3: descriptions(&builder, depth: depth)
    case 4:
      builder.node(.quote) { self.paragraph(&$0, 10...60, callsNotes: true) }
    case 5:
      let heading = builder.node(.heading(level: 2)) { $0.text(self.said(2...9)) }
      if happens(1, of: 2) { call(in: heading, &builder) }
    case 6: matrix(&builder)
    case 7:
      builder.node(.group(.card)) { card in
        for _ in 0..<self.number(1...3) { self.block(&card, depth: 1) }
      }
    case 8, 9, 10: table(&builder, look: "")
    default: table(&builder, look: "landscape")
    }
    if depth == 0 { makeNotes(&builder) }
  }

  private mutating func paragraph(
    _ builder: inout DocumentBuilder, _ count: ClosedRange<Int>, callsNotes: Bool = false
  ) {
    let mayCall = callsNotes && happens(1, of: 4)
    let kind = number(0...5)
    let id = builder.node(.paragraph) { paragraph in
      paragraph.text(self.said(count))
      switch kind {
      case 0:
        paragraph.text(" ")
        paragraph.node(.strong) { $0.text(self.said(1...4)) }
      case 1:
        paragraph.text(" ")
        paragraph.reference(to: self.happens(1, of: 2) ? "konec" : "zacatek") {
          $0.text(self.said(1...5))
        }
      case 2:
        paragraph.text(" ")
        paragraph.link(to: "https://example.org/") { $0.text(self.said(1...3)) }
        paragraph.text(" a dále.")
      case 3:
        paragraph.text(" na straně ")
        paragraph.pageNumber(of: "konec")
      default: break
      }
    }
    if mayCall { call(in: id, &builder) }
  }

  private mutating func call(in node: NodeID, _ builder: inout DocumentBuilder) {
    calls.append(node)
  }

  /// The notes that were called since the last: each after its call, referred to both ways.
  private mutating func makeNotes(_ builder: inout DocumentBuilder) {
    for place in calls {
      notes += 1
      let number = notes
      let long = happens(1, of: 6)
      let note = builder.node(.note, anchor: "pozn-\(number)") { note in
        note.node(.label) { $0.text("\(number)") }
        note.node(.body) { body in
          body.node(.paragraph) { $0.text(self.said(long ? 120...300 : 4...20)) }
        }
      }
      builder.reopen(place) { open in
        open.node(.noteReference(note)) { $0.text("\(number)") }
      }
    }
    calls = []
  }

  private mutating func list(_ builder: inout DocumentBuilder, depth: Int) {
    let kind: ListKind = happens(1, of: 2) ? .ordered : .unordered
    let items = number(1...5)
    builder.node(.list(kind)) { list in
      for item in 1...items {
        list.node(.item) { node in
          node.node(.label) { $0.text(kind == .ordered ? "\(item)." : "–") }
          node.node(.body) { body in
            self.paragraph(&body, 3...25, callsNotes: depth == 0)
            if depth < 2, self.happens(1, of: 4) { self.list(&body, depth: depth + 1) }
          }
        }
      }
    }
  }

  private mutating func descriptions(_ builder: inout DocumentBuilder, depth: Int) {
    let items = number(2...8)
    builder.node(.list(.descriptions)) { list in
      for item in 1...items {
        list.node(.item) { node in
          node.node(.label) { $0.text("T\(item)") }
          node.node(.body) { self.paragraph(&$0, 2...30) }
        }
      }
    }
  }

  private mutating func matrix(_ builder: inout DocumentBuilder) {
    let most = number(2...16)
    builder.node(.group(.matrix)) { matrix in
      for quadrant in 0..<4 {
        matrix.node(.group(.quadrant)) { group in
          group.node(.heading(level: 3)) { $0.text("Pole \(quadrant)") }
          for _ in 0..<self.number(1...most) { self.paragraph(&group, 2...12) }
        }
      }
    }
  }

  // MARK: Tables

  private mutating func table(_ builder: inout DocumentBuilder, look: String) {
    tables += 1
    let name = "Tabulka \(tables)"
    let columns = number(2...(look.isEmpty ? 3 : 5))
    let isTall = happens(1, of: 5)
    let spec = builder.table(
      TableSpec(
        columns: [ColumnSpec](repeating: ColumnSpec(.text), count: columns),
        continued: "pokračování"))
    let rows = number(1...(isTall ? 3 : 30))
    let hasCall = happens(1, of: 3)
    let hasLevels = columns > 2 && happens(1, of: 3)
    hasInner = false
    builder.node(.table(spec), look: look) { table in
      table.node(.caption) { caption in
        caption.node(.label) { $0.text(name) }
        caption.text(" \(self.said(2...9))")
      }
      table.node(.tableHead) { head in
        if hasLevels {
          head.node(.row) { row in
            Self.heading(&row, "Řádky", CellSpan(rows: 2))
            Self.heading(&row, "Vše", CellSpan(columns: UInt16(columns - 1)))
          }
        }
        head.node(.row) { row in
          for column in (hasLevels ? 1 : 0)..<columns { Self.heading(&row, "Sloupec \(column)") }
        }
      }
      table.node(.tableBody) { body in
        self.rows(&body, rows, columns, isTall: isTall, hasCall: hasCall)
      }
    }
  }

  private static func heading(
    _ row: inout DocumentBuilder, _ words: String, _ span: CellSpan = .single
  ) {
    row.node(.headerCell(.column, span)) { cell in cell.node(.paragraph) { $0.text(words) } }
  }

  /// Rows whose first cells span some rows and whose last cells span some columns, or both.
  private mutating func rows(
    _ body: inout DocumentBuilder, _ rows: Int, _ columns: Int, isTall: Bool, hasCall: Bool
  ) {
    var row = 0
    while row < rows {
      let group = min(number(1...4), rows - row)
      // The last two columns of all rows of the group are one cell.
      let isBlock = columns > 2 && group > 1 && happens(1, of: 4)
      for line in 0..<group {
        let isWide = columns > 2 && (isBlock || happens(1, of: 4))
        body.node(.row) { node in
          if line == 0 {
            node.node(.headerCell(.row, CellSpan(rows: UInt16(group)))) {
              self.paragraph(&$0, 1...3)
            }
          }
          var column = 1
          while column < columns {
            let wide = isWide && column == columns - 2 ? 2 : 1
            if isBlock && wide == 2 && line > 0 { break }
            let tall = isBlock && wide == 2 ? group : 1
            node.node(.dataCell(CellSpan(columns: UInt16(wide), rows: UInt16(tall)))) { cell in
              self.content(&cell, isTall: isTall && line == 0)
            }
            column += wide
          }
        }
      }
      row += group
    }
    if hasCall {
      body.node(.row) { node in
        node.node(.headerCell(.row, CellSpan(columns: UInt16(columns)))) { cell in
          let id = cell.node(.paragraph) { $0.text("Poslední řádek") }
          self.calls.append(id)
        }
      }
    }
  }

  private mutating func content(_ cell: inout DocumentBuilder, isTall: Bool) {
    paragraph(&cell, isTall ? 150...400 : 1...12)
    if happens(1, of: 8) { list(&cell, depth: 1) }
    if happens(1, of: 8) { descriptions(&cell, depth: 1) }
    if happens(1, of: 6) { paragraph(&cell, 3...20) }
    if !hasInner && happens(1, of: 12) { innerTable(&cell) }
  }

  /// A table within a cell.
  private mutating func innerTable(_ cell: inout DocumentBuilder) {
    hasInner = true
    let spec = cell.table(TableSpec(columns: [ColumnSpec(.text), ColumnSpec(.number)]))
    // No page break can fall inside: it has to fit on a turned page, too.
    let rows = min(3, number(1...6))
    cell.node(.table(spec)) { table in
      table.node(.tableHead) { head in
        head.node(.row) { row in
          Self.heading(&row, "Co")
          Self.heading(&row, "Kč")
        }
      }
      table.node(.tableBody) { body in
        for line in 0..<rows {
          body.node(.row) { row in
            row.node(.headerCell(.row, .single)) { self.paragraph(&$0, 1...2) }
            row.node(.dataCell(.single)) { cell in cell.node(.paragraph) { $0.text("\(line)") } }
          }
        }
      }
    }
  }
}
