#!/usr/bin/env python3
"""Makes the workbooks of this folder: `excel` as Excel writes its parts, `excel-1904` with the other
count of days, `libreoffice` as LibreOffice saves the first one.

usage: make.py        (LibreOffice must be installed; the files are committed, tests do not need it)
"""

import pathlib
import subprocess
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
MORE = ('xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" '
        'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"')

STYLES = f"""{HEAD}<styleSheet xmlns="{MAIN}" {MORE}>
<numFmts count="2"><numFmt numFmtId="164" formatCode="d\\.\\ m\\.\\ yyyy;@"/>
<numFmt numFmtId="165" formatCode="#,##0\\ &quot;Kč&quot;"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/></font></fonts>
<fills count="1"><fill><patternFill patternType="none"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>
</styleSheet>"""


def package(path, sheets, strings, is1904=False):
    """Packs sheets (name, state, inner XML) and shared strings with all that Excel puts around them."""
    parts = {}
    types, links, books = "", "", ""
    for number, (name, state, xml) in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'{HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}" {MORE}>{xml}</worksheet>')
        types += (f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="application/vnd.'
                  'openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>')
        links += (f'<Relationship Id="rId{number}" Type="{OFFICE}/worksheet" '
                  f'Target="worksheets/sheet{number}.xml"/>')
        books += f'<sheet name="{name}" sheetId="{number}"{state} r:id="rId{number}"/>'
    for number, name in enumerate(("styles", "sharedStrings"), 90):
        links += f'<Relationship Id="rId{number}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
        types += (f'<Override PartName="/xl/{name}.xml" ContentType="application/vnd.openxmlformats-'
                  f'officedocument.spreadsheetml.{name}+xml"/>')
    date = ' date1904="1"' if is1904 else ""
    parts["xl/workbook.xml"] = (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><fileVersion appName="xl"/>'
        f'<workbookPr{date} defaultThemeVersion="166925"/><sheets>{books}</sheets>'
        f"<definedNames><definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">"
        f"'{sheets[0][0]}'!$A$2:$E$5</definedName></definedNames><calcPr calcId=\"191029\"/></workbook>")
    parts["xl/styles.xml"] = STYLES
    parts["xl/sharedStrings.xml"] = (
        f'{HEAD}<sst xmlns="{MAIN}" count="{len(strings)}" uniqueCount="{len(strings)}">'
        + "".join(f"<si>{text}</si>" for text in strings) + "</sst>")
    parts["xl/_rels/workbook.xml.rels"] = (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>')
    parts["_rels/.rels"] = (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    parts["[Content_Types].xml"] = (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/'
        'xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
        f'officedocument.spreadsheetml.sheet.main+xml"/>{types}</Types>')
    path.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name in ["[Content_Types].xml"] + sorted(set(parts) - {"[Content_Types].xml"}):
            file.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), parts[name])


def row(number, cells, more=""):
    return f'<row r="{number}" spans="1:5"{more} x14ac:dyDescent="0.25">{"".join(cells)}</row>'


def approvals(folder, is1904=False):
    """The table schvaleni: a title over all columns, a header of two rows, dates in two formats, a
    number for a code, a rich text, a filtered row, a hidden sheet."""
    texts = ["Schválení plánu v obcích", "kod_obce", "organ", "usneseni", "datum", "vysledek"]
    strings = [f"<t>{text}</t>" for text in texts] + [
        "<t>ZM</t>", "<t>ZO</t>", '<t xml:space="preserve">12/2024 </t>',
        "<r><t>scha</t></r><r><rPr><b/></rPr><t>luje</t></r>".replace("scha", "schva"),
        "<t>bere na vědomí</t>", "<t>poznámky</t>"]
    day = 45602 - (1462 if is1904 else 0)  # 6. 11. 2024

    def shared(cell, index, style=0):
        return f'<c r="{cell}" s="{style}" t="s"><v>{index}</v></c>'

    rows = [row(1, [shared("A1", 0, 4)] + [f'<c r="{c}1" s="4"/>' for c in "BCDE"])]
    rows.append(row(2, [shared(f"{c}2", n, 4) for n, c in enumerate("ABCDE", 1)]))
    rows.append(row(3, [f'<c r="{c}3" s="4"/>' for c in "ABCDE"]))
    rows.append(row(4, ['<c r="A4"><v>546127</v></c>', shared("B4", 6), shared("C4", 8),
                        f'<c r="D4" s="1"><v>{day}</v></c>', shared("E4", 9)]))
    rows.append(row(5, ['<c r="A5" t="str"><f>TEXT(546020,"0")</f><v>546020</v></c>', shared("B5", 7),
                        '<c r="C5" t="inlineStr"><is><t>7/2024</t></is></c>',
                        f'<c r="D5" s="2"><f>D4+1</f><v>{day + 1}</v></c>', shared("E5", 10)],
                    ' hidden="1"'))
    merges = ["A1:E1"] + [f"{c}2:{c}3" for c in "ABCDE"]
    xml = (f'<dimension ref="A1:E5"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/>'
           f'</sheetViews><sheetData>{"".join(rows)}</sheetData><autoFilter ref="A2:E5"/>'
           f'<mergeCells count="{len(merges)}">'
           + "".join(f'<mergeCell ref="{ref}"/>' for ref in merges) + "</mergeCells>")
    notes = f'<sheetData>{row(1, [shared("A1", 11)])}</sheetData>'
    package(folder / "schvaleni.xlsx",
            [("Schválení", "", xml), ("Poznámky", ' state="hidden"', notes)], strings, is1904)


def funding(folder):
    """The table financovani: amounts by formulas with their results, a format of crowns."""
    strings = [f"<t>{text}</t>" for text in
               ("aktivita", "rok", "zdroj", "castka", "stav", "1.1.1", "obce", "odhad")]

    def shared(cell, index, style=0):
        return f'<c r="{cell}" s="{style}" t="s"><v>{index}</v></c>'

    rows = [row(1, [shared(f"{c}1", n, 4) for n, c in enumerate("ABCDE")])]
    for number, year, formula, value in ((2, 2025, "50000*2", 100000), (3, 2026, "D2*2", 200000)):
        rows.append(row(number, [
            shared(f"A{number}", 5, 4), f'<c r="B{number}"><v>{year}</v></c>', shared(f"C{number}", 6),
            f'<c r="D{number}" s="3"><f>{formula}</f><v>{value}</v></c>', shared(f"E{number}", 7)]))
    package(folder / "financovani.xlsx",
            [("financovani", "", f'<sheetData>{"".join(rows)}</sheetData>')], strings)


def main():
    for name, is1904 in (("excel", False), ("excel-1904", True)):
        approvals(HERE / name, is1904)
        funding(HERE / name)
    target = HERE / "libreoffice"
    target.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        for name in ("schvaleni", "financovani"):
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to",
                 "xlsx:Calc MS Excel 2007 XML", "--outdir", target, HERE / "excel" / f"{name}.xlsx"],
                check=True)


if __name__ == "__main__":
    main()
