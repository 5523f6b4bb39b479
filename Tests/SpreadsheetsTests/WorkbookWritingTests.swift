import Core
import SazbaTesting
import Testing

@testable import Spreadsheets

@Suite struct WorkbookWritingTests {
  private func book(_ cells: [NewSheet.Cell]) -> NewWorkbook {
    let columns = cells.indices.map {
      NewSheet.Column(
        title: "s\($0)", note: $0 == 0 ? "Co sem patří" : "", isRequired: $0 == 0, width: 12,
        format: $0 == 1 ? .grouped : .text,
        choices: $0 == 0
          ? NewSheet.Choices(sheet: "Číselníky", column: 0, count: 2, isStrict: true) : nil)
    }
    let lists = NewSheet(
      name: "Číselníky", columns: [NewSheet.Column(title: "kód", width: 8)],
      rows: [[.text("A")], [.text("B")]], isLocked: true)
    return NewWorkbook(
      title: "zkouška", created: CivilDate(year: 2024, month: 11, day: 5),
      refusal: NewWorkbook.Refusal(title: "Ne", message: "Vyberte ze seznamu."),
      sheets: [
        NewSheet(name: "tabulka", columns: columns, rows: [cells], spareRows: 10), lists,
      ])
  }

  @Test func writtenIsRead() throws {
    let day = try #require(CivilDate(year: 2024, month: 10, day: 7))
    let bytes = try book([
      .text("00246476"), .whole(1_250_000), .decimal(digits: 90, decimals: 1), .date(day), .empty,
      .text("=1+1"), .text("a\nb"), .text("_x0041_"), .decimal(digits: 49_011_855, decimals: 6),
      .whole(-5),
    ]).bytes()
    let found = try cells(of: bytes).filter { $0.hasPrefix("1,") }
    #expect(
      found == [
        "1,0 text 00246476", "1,1 number 1250000", "1,2 number.1 9", "1,3 date 2024-10-07",
        "1,5 text =1+1", "1,6 text a\nb", "1,7 text _x0041_", "1,8 number.6 49.011855",
        "1,9 number -5",
      ])
    #expect(try cells(of: bytes, sheet: 1) == ["0,0 text kód", "1,0 text A", "2,0 text B"])
  }

  @Test func sameBytesEveryTime() throws {
    let cells: [NewSheet.Cell] = [.text("a"), .whole(1)]
    #expect(try book(cells).bytes() == book(cells).bytes())
    var undated = book(cells)
    undated.created = nil
    var archive = try Archive(undated.bytes())
    let core = String(decoding: try archive.part("docProps/core.xml") ?? [], as: UTF8.self)
    #expect(core.contains("1980-01-01T00:00:00Z"))
  }

  @Test func listsNotesAndLocks() throws {
    var archive = try Archive(book([.text("A"), .whole(1)]).bytes())
    let sheet = String(
      decoding: try archive.part("xl/worksheets/sheet1.xml") ?? [], as: UTF8.self)
    #expect(sheet.contains("state=\"frozen\""))
    #expect(sheet.contains("sqref=\"A2:A12\""))
    #expect(sheet.contains("'Číselníky'!$A$2:$A$3"))
    #expect(!sheet.contains("sheetProtection"))
    let lists = String(
      decoding: try archive.part("xl/worksheets/sheet2.xml") ?? [], as: UTF8.self)
    #expect(lists.contains("<sheetProtection"))
    let notes = String(decoding: try archive.part("xl/comments1.xml") ?? [], as: UTF8.self)
    #expect(notes.contains("Co sem patří"))
  }

  @Test func textsBeyondACellAreNotDropped() throws {
    let long = String(repeating: "ž", count: 32_768)
    #expect(throws: WritingFailure.longText("tabulka", "B2")) {
      try book([.text("A"), .text(long)]).bytes()
    }
    #expect(try cells(of: book([.text(String(long.dropLast()))]).bytes()).count == 2)
  }
}
