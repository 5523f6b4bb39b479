import Core
import Planning
import SazbaTesting
import Spreadsheets

@testable import Intake

/// Fields follow one another, inside the file, and rows take all of them.
private func checkCells(of bytes: [UInt8]) {
  let table = FieldTable(csv: bytes)
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
  demand(FieldTable(csv: bytes) == table, "a table cut twice is the same")
}

/// The names of all long tables.
private let names = [
  "obce", "obce_vek", "financovani", "poskytovatele", "sluzby", "zarizeni", "kapacity",
  "vyhodnoceni", "hodnoceni", "pripominky", "odpovednosti", "schvaleni", "zmeny", "zkratky",
]

/// Reads every long table of a folder.
private func readTables(_ scratch: Scratch) {
  readTwice(scratch) { desk in desk.readMunicipalities() }
  readTwice(scratch) { desk in desk.readFunding() }
  readTwice(scratch) { desk in desk.readAges() }
  readTwice(scratch) { desk in desk.readProviders() }
  readTwice(scratch) { desk in desk.readServices() }
  readTwice(scratch) { desk in desk.readFacilities() }
  readTwice(scratch) { desk in desk.readCapacities() }
  readTwice(scratch) { desk in desk.readEvaluation() }
  readTwice(scratch) { desk in desk.readEvaluations() }
  readTwice(scratch) { desk in desk.readComments() }
  readTwice(scratch) { desk in desk.readResponsibilities() }
  readTwice(scratch) { desk in desk.readApprovals() }
  readTwice(scratch) { desk in desk.readChanges() }
  readTwice(scratch) { desk in desk.readAbbreviations() }
}

extension FuzzTarget {
  /// A CSV file that stands for each of the long tables.
  static let table: FuzzTarget = {
    let scratch = Scratch("table")
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
        checkCells(of: bytes)
        scratch.write(bytes, to: "any")
        readTables(scratch)
      })
  }()

  /// An XLSX file that stands for each of the long tables: a zip archive, or its parts as text,
  /// which are packed, so that the XML is reached.
  static let workbook: FuzzTarget = {
    let scratch = Scratch("workbook")
    scratch.link("any", as: names.map { $0 + ".xlsx" })
    return FuzzTarget(
      name: "workbook", longest: 16_384,
      words: [
        "\n=== xl/workbook.xml\n", "\n=== xl/sharedStrings.xml\n", "<sheetData>", "<row r=\"2\">",
        "<c r=\"A1\" t=\"s\"><v>0</v></c>", "t=\"inlineStr\"", "<is><t>", "t=\"e\"", "t=\"b\"",
        "t=\"str\"", "s=\"1\"", "<f>", "<mergeCell ref=\"A1:B2\"/>", "hidden=\"1\"", "<col ",
        "min=\"1\" max=\"16384\"", "r=\"XFD1048576\"", "<si><t>", "<r><t>", "date1904=\"1\"",
        "<numFmt numFmtId=\"164\" formatCode=\"d.m.yyyy\"/>", "<xf numFmtId=\"14\"/>", "1E+308",
        "-1", "&#x1F;", "_x0007_", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "<![CDATA[", "]]>",
        "\n2 A n 1 45602", "\n1 A i 0 datum", "\nmerge A1:B2", "\nformat ", "\nhide 2",
        "state=\"hidden\"", "xml:space=\"preserve\"", "PK\u{3}\u{4}", "PK\u{1}\u{2}",
      ],
      seeds: {
        CellForm.seeds + WorkbookSeeds.all
          + WorkbookSeeds.all.map { packed(unpacked($0) { _ in true }) }
      },
      run: { bytes in
        let file: [UInt8]
        if bytes.starts(with: "PK".utf8) {
          file = bytes
        } else if bytes.starts(with: CellForm.mark) {
          file = packed(CellForm.files(of: bytes))
        } else {
          file = packed(unpacked(bytes) { $0.utf8.count < 200 })
        }
        scratch.write(file, to: "any")
        readTwice(scratch) { desk in desk.openTable("sluzby")?.table }
        readTables(scratch)
      })
  }()
}
