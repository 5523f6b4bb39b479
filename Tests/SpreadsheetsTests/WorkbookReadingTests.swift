import Core
import SazbaTesting
import Testing

@testable import Spreadsheets

/// The cells of a workbook's first sheet as `A1 text`.
func cells(of bytes: [UInt8], sheet: Int = 0) throws -> [String] {
  var workbook = try Workbook(bytes)
  let sheet = try workbook.worksheet(sheet)
  return sheet.cells.map { cell in
    let kind: String =
      switch cell.kind {
      case .text: "text"
      case .number(let decimals): decimals == 0 ? "number" : "number.\(decimals)"
      case .date: "date"
      case .time: "time"
      case .flag: "flag"
      case .error: "error"
      case .unreckoned: "unreckoned"
      }
    return "\(cell.at.row),\(cell.at.column) \(kind) \(sheet.text(of: cell))"
  }
}

@Suite struct WorkbookReadingTests {
  @Test func textsOfEveryKind() throws {
    let strings =
      "<sst><si><t>prostý</t></si><si><r><t>tuč</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">ný </t>"
      + "</r><rPh sb=\"0\" eb=\"1\"><t>NE</t></rPh></si><si><t/></si>"
      + "<si><t>a_x000D_b_x005F_x0041_</t></si></sst>"
    let parts = WorkbookParts(
      rows: """
        <row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c>\
        <c r="D2" t="s"><v>2</v></c><c r="E2" t="s"><v>3</v></c></row>
        <row><c t="inlineStr"><is><r><t>v buň</t></r><r><t>ce</t></r></is></c>\
        <c t="str"><f>A1&amp;B1</f><v>spojeno</v></c><c><f>NOW()</f></c><c s="0"/></row>
        """, strings: strings)
    #expect(
      try cells(of: parts.packed()) == [
        "1,1 text prostý", "1,2 text tučný ", "1,4 text a\rb_x0041_", "2,0 text v buňce",
        "2,1 text spojeno", "2,2 unreckoned ",
      ])
  }

  @Test func flagsErrorsAndNumbers() throws {
    let parts = WorkbookParts(
      rows: """
        <row r="1"><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c>\
        <c><v>0.10000000000000001</v></c><c><v>9.9900017E7</v></c><c><f>1+1</f><v>2</v></c></row>
        """)
    #expect(
      try cells(of: parts.packed()) == [
        "0,0 flag 1", "0,1 flag 0", "0,2 error #N/A", "0,3 number 0.1", "0,4 number 99900017",
        "0,5 number 2",
      ])
  }

  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("1", "1"), ("38001", "38001"), ("1250000", "1250000"),
    ("0.1", "0.1"), ("0.30000000000000004", "0.3"), ("0.29999999999999999", "0.3"),
    ("9.9999999999999995E-2", "0.1"), ("1.0000000000000001E-5", "0.00001"),
    (
      "1E+20",
      "100000000000000000000"
    ), ("-12.50", "-12.5"), ("999999999999999.9", "1000000000000000"),
    ("123456789012345678", "123456789012346000"), ("4.9079920000000001E1", "49.07992"),
    (".5", "0.5"), ("5.", "5"), ("+7", "7"),
  ])
  func decimals(_ file: String, _ shown: String) {
    let text = DecimalText.plain(Array(file.utf8)[...])
    #expect(text == (shown == "0" && file == "-0" ? "0" : shown))
  }

  @Test(arguments: ["", "-", "1,5", "1e", "1e999", "NaN", "INF", "0x10", "1.2.3"])
  func noDecimals(_ file: String) {
    #expect(DecimalText.plain(Array(file.utf8)[...]) == nil)
  }

  /// Days and numbers as Excel documents them: 1 is 1 January 1900, 61 is 1 March 1900; in the
  /// system of 1904, 0 is 1 January 1904.
  @Test func serialDays() {
    func day(_ serial: String, from1904: Bool = false, time: Bool = false) -> String? {
      SerialDate.text(of: serial, from1904: from1904, showsTime: time)
    }
    #expect(day("1") == "1900-01-01")
    #expect(day("59") == "1900-02-28")
    #expect(day("60") == nil)
    #expect(day("61") == "1900-03-01")
    #expect(day("0") == nil && day("-1") == nil && day("2958466") == nil)
    #expect(day("25569") == "1970-01-01")
    #expect(day("45572") == "2024-10-07")
    #expect(day("2958465") == "9999-12-31")
    #expect(day("0", from1904: true) == "1904-01-01")
    #expect(day("44110", from1904: true) == "2024-10-07")
    #expect(day("45572.604166666664") == "2024-10-07")
    #expect(day("45572.604166666664", time: true) == "2024-10-07 14:30")
    #expect(day("45572.9999999", time: true) == "2024-10-08")
  }

  @Test func daysOfTheCalendarGoAndReturn() throws {
    for days in stride(from: -719_162, through: 2_932_896, by: 97) {
      let date = try #require(CivilDate(daysSince1970: days))
      #expect(date.daysSince1970 == days)
    }
    #expect(CivilDate(daysSince1970: -719_163) == nil)
  }

  @Test(arguments: [
    ("d\\.\\ m\\.\\ yyyy", true, false, 0), ("D.M.YYYY", true, false, 0),
    ("[$-405]mmmm\\ yy;@", true, false, 0),
    ("d/m/yyyy h:mm", true, true, 0), ("yyyy-mm-dd\\ hh:mm:ss", true, true, 0),
    ("mmmm", true, false, 0),
    ("h:mm:ss", false, false, 0), ("[h]:mm", false, false, 0), ("mm:ss", false, false, 0),
    ("General", false, false, 0), ("GENERAL\"den\"", false, false, 0), ("@", false, false, 0),
    ("#,##0.00\\ \"Kč\"", false, false, 2), ("0.0;[Red]-0.000", false, false, 1),
    ("#,##0\\ [$Kč-405]", false, false, 0), ("0.000000", false, false, 6), ("0%", false, false, 0),
    ("h:mm AM/PM", false, false, 0), ("[Red]d.m.yy", true, false, 0), ("", false, false, 0),
    ("\"", false, false, 0), ("[", false, false, 0), ("\\", false, false, 0),
  ])
  func formats(_ code: String, _ isDate: Bool, _ time: Bool, _ decimals: UInt8) {
    let format = NumberFormat(code: code)
    #expect(format.isDate == isDate)
    #expect(format.showsTime == time)
    #expect(format.decimals == decimals)
  }

  @Test func datesByStyleAndSystem() throws {
    let styles = """
      <styleSheet><numFmts><numFmt numFmtId="164" formatCode="d\\.\\ m\\.\\ yyyy"/></numFmts>\
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
      <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="22"/>\
      <xf numFmtId="4"/><xf numFmtId="20"/></cellXfs></styleSheet>
      """
    let rows = """
      <row><c><v>45572</v></c><c s="1"><v>45572</v></c><c s="2"><v>45572.5</v></c>\
      <c s="3"><v>45572.5</v></c><c s="4"><v>45572.5</v></c><c s="9"><v>1</v></c>\
      <c s="1" t="d"><v>2024-10-07T00:00:00</v></c>\
      <c s="5"><v>0.6875</v></c><c s="5"><v>1.5</v></c></row>
      """
    let parts = WorkbookParts(rows: rows, styles: styles)
    #expect(
      try cells(of: parts.packed()) == [
        "0,0 number 45572", "0,1 date 2024-10-07", "0,2 date 2024-10-07",
        "0,3 date 2024-10-07 12:00", "0,4 number.2 45572.5", "0,5 number 1", "0,6 date 2024-10-07",
        "0,7 time 16:30", "0,8 number 1.5",
      ])
    let mac = WorkbookParts(
      rows: "<row><c s=\"1\"><v>44110</v></c></row>", styles: styles,
      properties: "<workbookPr date1904=\"1\"/>")
    #expect(try cells(of: mac.packed()) == ["0,0 date 2024-10-07"])
  }

  @Test func hiddenAndMerged() throws {
    let parts = WorkbookParts(sheets: [
      ("Skrytý", "hidden", "<sheetData/>"),
      (
        "Data", nil,
        """
        <cols><col min="1" max="1"/><col min="2" max="3" hidden="1"/></cols><sheetData>\
        <row r="1"><c r="A1"><v>1</v></c></row><row r="5" hidden="1"/></sheetData>\
        <mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>
        """
      ),
    ])
    var workbook = try Workbook(parts.packed())
    #expect(workbook.sheets.map(\.name) == ["Skrytý", "Data"])
    #expect(workbook.sheets.map(\.isHidden) == [true, false])
    let sheet = try workbook.worksheet(1)
    #expect(sheet.hiddenRows == [4])
    #expect(sheet.hiddenColumns == [1...2])
    #expect(
      sheet.merged == [
        CellRange(
          from: CellReference(row: 0, column: 0), to: CellReference(row: 1, column: 2))
      ])
  }

  @Test(arguments: [
    ("A1", 0, 0), ("D17", 16, 3), ("$Z$9", 8, 25), ("AA10", 9, 26),
    ("XFD1048576", 1_048_575, 16_383),
  ])
  func references(_ text: String, _ row: UInt32, _ column: UInt16) {
    #expect(CellReference(text[...]) == CellReference(row: row, column: column))
  }

  @Test(arguments: ["", "A", "1", "a1", "A0", "XFE1", "A1048577", "A1B", "A99999999999", "1A"])
  func noReferences(_ text: String) {
    #expect(CellReference(text[...]) == nil)
  }
}
