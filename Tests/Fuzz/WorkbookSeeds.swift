/// Workbooks to start from, as archives in text.
enum WorkbookSeeds {
  static let all: [[UInt8]] = [
    workbook(
      sheet: """
        <sheetViews/><cols><col min="2" max="3" hidden="1"/></cols><sheetData>
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>nazev</t></is></c>
        <c r="C1" t="str"><f>A1</f><v>obyvatel_2022</v></c></row>
        <row r="2" hidden="1"><c r="A2"><v>546127</v></c><c r="B2" t="s"><v>1</v></c>
        <c r="C2" s="1"><v>7.1E+3</v></c></row>
        <row r="4"><c r="A4" t="e"><v>#N/A</v></c><c r="B4" t="b"><v>1</v></c><c r="C4"><f>1</f></c>
        </row></sheetData><mergeCells count="1"><mergeCell ref="A4:B5"/></mergeCells>
        """),
    workbook(
      sheet: """
        <sheetData><row><c t="inlineStr"><is><t>datum</t></is></c><c t="inlineStr"><is><r><t>do</t></r>
        <r><t xml:space="preserve">šlo </t></r></is></c></row><row><c s="1"><v>45000.5</v></c>
        <c s="2"><v>60</v></c><c t="d"><v>2024-10-07T00:00:00</v></c></row></sheetData>
        """),
  ]

  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static func workbook(sheet: String) -> [UInt8] {
    Array(
      """
      === _rels/.rels
      <Relationships><Relationship Id="a" Type="\(office)/officeDocument" Target="xl/workbook.xml"/>
      </Relationships>
      === xl/workbook.xml
      <workbook xmlns:r="\(office)"><workbookPr date1904="0"/><sheets><sheet name="obce" sheetId="1"
      r:id="b"/><sheet name="Kody" sheetId="2" state="hidden" r:id="b"/></sheets></workbook>
      === xl/_rels/workbook.xml.rels
      <Relationships><Relationship Id="b" Type="\(office)/worksheet" Target="worksheets/a.xml"/>
      <Relationship Id="c" Type="\(office)/sharedStrings" Target="/xl/sharedStrings.xml"/>
      <Relationship Id="d" Type="\(office)/styles" Target="styles.xml"/></Relationships>
      === xl/sharedStrings.xml
      <sst><si><t>kod_obce</t></si><si><r><t>Dačice</t></r><rPh><t>x</t></rPh></si></sst>
      === xl/styles.xml
      <styleSheet><numFmts><numFmt numFmtId="164" formatCode="d/m/yyyy;@"/></numFmts><cellXfs>
      <xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="2"/></cellXfs>
      </styleSheet>
      === xl/worksheets/a.xml
      <worksheet>\(sheet)</worksheet>
      """.utf8)
  }
}
