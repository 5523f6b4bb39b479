/// A workbook in a form that chance cannot break: lines of cells become XML that is well formed, so
/// that inputs get past the parser and reach what reads numbers, dates, formats and merged cells.
///
/// A line is one of
///
///     ROW COLUMN TYPE STYLE TEXT      a cell; TYPE is one of n s i b e d f
///     merge A1:B2                     a merged range
///     hide ROW                        a hidden row
///     format TEXT                     one more number format, for the next style
///     string TEXT                     one more shared string
///     1904                            days count from 1904
enum CellForm {
  /// How an input in this form begins.
  static let mark = Array("cells\n".utf8)

  /// The files of a workbook.
  static func files(of bytes: [UInt8]) -> [(name: String, bytes: [UInt8])] {
    var rows: [Int: String] = [:]
    var hidden: Set<Int> = []
    var merges = ""
    var strings = ""
    var formats = ""
    var styles = "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
    var count = 0
    var isFrom1904 = false
    for line in bytes.dropFirst(mark.count).split(separator: 0x0A).prefix(2_000) {
      let words = String(decoding: line, as: UTF8.self)
        .split(separator: " ", maxSplits: 4, omittingEmptySubsequences: false).map(escaped)
      let rest = words.dropFirst().joined(separator: " ")
      switch words[0] {
      case "merge": merges += "<mergeCell ref=\"\(rest)\"/>"
      case "hide": hidden.insert(Int(rest) ?? 1)
      case "string": strings += "<si><t>\(rest)</t></si>"
      case "1904": isFrom1904 = true
      case "format":
        count += 1
        formats += "<numFmt numFmtId=\"\(163 + count)\" formatCode=\"\(rest)\"/>"
        styles += "<xf numFmtId=\"\(163 + count)\"/>"
      default:
        guard words.count == 5 else { continue }
        rows[Int(words[0]) ?? 1, default: ""] += cell(
          words[2], at: "\(words[1])\(words[0])", style: words[3], words[4])
      }
    }
    let data = rows.keys.sorted().map { number in
      "<row r=\"\(number)\"\(hidden.contains(number) ? " hidden=\"1\"" : "")>\(rows[number] ?? "")</row>"
    }.joined()
    return workbook(
      sheet: "<sheetData>\(data)</sheetData><mergeCells>\(merges)</mergeCells>", strings: strings,
      formats: formats, styles: styles, isFrom1904: isFrom1904)
  }

  private static func cell(
    _ type: String, at place: String, style: String, _ text: String
  ) -> String {
    let facts = "<c r=\"\(place)\" s=\"\(style)\""
    switch type {
    case "i": return "\(facts) t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    case "f": return "\(facts)><f>1+1</f><v>\(text)</v></c>"
    case "n": return "\(facts)><v>\(text)</v></c>"
    default: return "\(facts) t=\"\(type)\"><v>\(text)</v></c>"
    }
  }

  private static func workbook(
    sheet: String, strings: String, formats: String, styles: String, isFrom1904: Bool
  ) -> [(name: String, bytes: [UInt8])] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func link(_ id: String, _ type: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(office)/\(type)\" Target=\"\(target)\"/>"
    }
    let parts = [
      (
        "_rels/.rels",
        "<Relationships>\(link("a", "officeDocument", "xl/workbook.xml"))</Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"\(office)\"><workbookPr date1904=\"\(isFrom1904 ? 1 : 0)\"/><sheets>"
          + "<sheet name=\"List1\" sheetId=\"1\" r:id=\"b\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships>" + link("b", "worksheet", "a.xml")
          + link("c", "sharedStrings", "s.xml") + link("d", "styles", "f.xml") + "</Relationships>"
      ),
      ("xl/s.xml", "<sst>\(strings)</sst>"),
      (
        "xl/f.xml",
        "<styleSheet><numFmts>\(formats)</numFmts><cellXfs>\(styles)</cellXfs></styleSheet>"
      ),
      ("xl/a.xml", "<worksheet>\(sheet)</worksheet>"),
    ]
    return parts.map { ($0.0, Array($0.1.utf8)) }
  }

  private static func escaped(_ text: Substring) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      // Characters that XML cannot hold would end every other run at the parser.
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Tables that readers know, cell by cell.
  static let seeds = [
    """
    cells
    string kod_obce
    string nazev
    string Dačice
    format d\\.\\ m\\.\\ yyyy;@
    1 A s 0 0
    1 B s 0 1
    1 C i 0 obyvatel_2022
    2 A n 0 546127
    2 B s 0 2
    2 C f 0 7.1E+3
    3 A i 0 546020
    3 C n 2 45602
    hide 3
    """,
    """
    cells
    1904
    format #,##0\\ "Kč"
    1 A i 0 Podnadpis
    merge A1:E1
    2 A i 0 aktivita
    2 B i 0 rok
    2 C i 0 zdroj
    2 D i 0 castka
    2 E i 0 stav
    merge A2:A3
    4 A i 0 1.1.1
    4 B n 0 2025
    4 C i 0 obce
    4 D f 2 100000
    4 E e 0 #N/A
    5 A n 1 45000.5
    5 B b 0 1
    5 D d 0 2024-10-07T00:00:00
    """,
    """
    cells
    1 A i 0 kod_obce
    1 B i 0 organ
    1 C i 0 usneseni
    1 D i 0 datum
    1 E i 0 vysledek
    2 A n 0 546127
    2 B i 0 ZM
    2 C n 1 45605
    2 D n 1 60
    2 E i 0 schvaluje
    merge D2:D3
    """,
  ].map { Array($0.utf8) }
}
