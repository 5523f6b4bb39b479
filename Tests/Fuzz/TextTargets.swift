import Core
import Planning
import SazbaTesting

@testable import Intake

/// What a desk has read, to be compared with the second time.
private func read<Value: Equatable>(
  _ scratch: Scratch, _ read: (inout ReadingDesk) -> Value
) -> Value {
  func once() -> (Value, ReadingDesk) {
    var desk = ReadingDesk(folder: scratch.path, sources: SourceTable())
    return (read(&desk), desk)
  }
  let (value, desk) = once()
  let isRefusal = desk.findings.contains(where: \.isError)
  checkFindings(desk.findings, desk.sources, areRefusal: isRefusal)
  checkSpans(of: value, desk.sources)
  let (again, other) = once()
  demand(
    value == again && desk.findings == other.findings && desk.sources == other.sources,
    "a file read twice gives the same")
  return value
}

/// Fields follow one another, inside the file, and rows take all of them.
private func checkCells(_ table: CSVTable, of bytes: [UInt8]) {
  var end: UInt32 = 0
  for cell in table.cells {
    demand(cell.start >= end && cell.end >= cell.start, "fields follow one another")
    end = cell.end
  }
  demand(end <= UInt32(bytes.count), "fields lie inside the file")
  demand(table.rows.first == 0, "rows begin with the first field")
  demand(zip(table.rows, table.rows.dropFirst()).allSatisfy { $0 < $1 }, "rows have fields")
  demand(table.rows.last == UInt32(table.cells.count), "rows take all fields")
  demand(table.cells.count <= bytes.count + 1, "a byte makes at most one field")
  for fault in table.faults {
    demand(fault.start < fault.end && fault.end <= UInt32(bytes.count), "faults lie inside")
  }
  demand(CSVTable(bytes) == table, "a table cut twice is the same")
}

extension FuzzTarget {
  /// A file that stands for each of the long tables.
  static let table: FuzzTarget = {
    let scratch = Scratch("table")
    let names = [
      "obce", "obce_vek", "financovani", "poskytovatele", "sluzby", "vyhodnoceni", "pripominky",
      "odpovednosti", "schvaleni", "zkratky",
    ]
    scratch.link("any", as: names.map { $0 + ".csv" })
    return FuzzTarget(
      name: "table", longest: 8_192,
      words: [
        ";", ",", "\t", "\"", "\"\"", "\r\n", "\u{FEFF}", "kod_obce", "nazev", "obyvatel_2022",
        "aktivita", "rok", "zdroj", "castka", "stav", "9223372036854775807", "-1", "1 234,50",
        "1e9", "2025-02-29", "49.0817", "nezjištěno", "v rámci 1.1.2", "100–200",
      ],
      seeds: {
        contents(
          filesOfCheckout("Data/dacice", ".csv")
            + filesOfCheckout("Tests/IntakeTests/Fixtures", ".csv"))
      },
      run: { bytes in
        checkCells(CSVTable(bytes), of: bytes)
        scratch.write(bytes, to: "any")
        _ = read(scratch) { desk in desk.readMunicipalities() }
        _ = read(scratch) { desk in desk.readFunding() }
        _ = read(scratch) { desk in desk.readAges() }
        _ = read(scratch) { desk in desk.readProviders() }
        _ = read(scratch) { desk in desk.readServices() }
        _ = read(scratch) { desk in desk.readEvaluation() }
        _ = read(scratch) { desk in desk.readComments() }
        _ = read(scratch) { desk in desk.readResponsibilities() }
        _ = read(scratch) { desk in desk.readApprovals() }
        _ = read(scratch) { desk in desk.readAbbreviations() }
      })
  }()

  /// A narrative text.
  static let narrative: FuzzTarget = {
    let scratch = Scratch("narrative")
    scratch.folder("texty")
    return FuzzTarget(
      name: "narrative", longest: 8_192,
      words: [
        "# ", "## ", "{#kotva}", "[](#kotva)", "[číslo](#kotva)", "[^1]", "\n[^1]: ", "| a | b |\n",
        "|---|:-:|\n", "![a](obrazky/a.jpg)", "\nPopis: ", "\nZdroj: ", "\nStav k: ", "\nŠířka: ",
        "\nVýřez: 10 % shora", "<!-- ", " -->", "> ", "- ", "1. ", "**", "_", "\\", "&nbsp;",
        "&#0;", "[en: ", "<a>", "```", "    ", "\t", "\u{AD}", "\u{301}", "\r",
      ],
      seeds: {
        contents(
          filesOfCheckout("Data/dacice", ".md")
            + filesOfCheckout("Tests/IntakeTests", ".md")
            + filesOfCheckout("Tests/Publications", ".md"))
      },
      run: { bytes in
        scratch.write(bytes, to: "texty/a.md")
        _ = read(scratch) { desk in desk.readNarratives() }
      })
  }()
}
