import Core
import SazbaTesting
import Testing

@testable import Spreadsheets

@Suite struct HostileWorkbookTests {
  /// The code of what keeps a workbook from being read; empty where it is read.
  private func fault(_ bytes: [UInt8], bounds: Archive.Bounds = Archive.Bounds()) -> String {
    do throws(WorkbookFault) {
      var workbook = try Workbook(bytes, bounds: bounds)
      for sheet in workbook.sheets.indices { _ = try workbook.worksheet(sheet) }
      return ""
    } catch {
      for phrase in [error.message, error.fix] {
        #expect(!phrase.cs.isEmpty && !phrase.en.isEmpty && phrase.cs != phrase.en)
      }
      return error.kind.code
    }
  }

  private let small = WorkbookParts(
    rows: "<row><c t=\"s\"><v>0</v></c><c><v>1</v></c></row>",
    strings: "<sst><si><t>text</t></si></sst>", styles: "<styleSheet/>")

  @Test func kindsAreAllDifferent() {
    #expect(
      SpreadsheetsDiagnostics.all.map(\.code) == ["X01", "X02", "X03", "X04", "X05", "X06"])
  }

  @Test func othersUnderTheName() throws {
    let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let package = "EncryptedPackage".utf8.flatMap { letter -> [UInt8] in [letter, 0] }
    #expect(fault(ole + [UInt8](repeating: 0, count: 504) + package) == "X02")
    #expect(fault(ole + [UInt8](repeating: 0, count: 504)) == "X01")
    #expect(fault([]) == "X01")
    #expect(fault(Array("<!DOCTYPE html><table>".utf8)) == "X01")
    #expect(fault(Array("ico;nazev\n1;2\n".utf8)) == "X01")
    #expect(fault([0x89, 0x50, 0x4E, 0x47, 0, 0, 0]) == "X01")
    #expect(fault(try pack([("mimetype", Array("x".utf8)), ("content.xml", [])])) == "X01")
    #expect(fault(try pack([("a.txt", Array("x".utf8))])) == "X01")
    #expect(fault(try pack([("[Content_Types].xml", []), ("xl/workbook.bin", [0])])) == "X01")
    #expect(fault(try pack([("[Content_Types].xml", [])])) == "X03")
  }

  @Test func passwordOfAnEntry() throws {
    var bytes = try small.packed()
    // The flag of encryption, in every local header and every entry of the directory.
    for place in bytes.indices.dropLast(10) where bytes[place] == 0x50 && bytes[place + 1] == 0x4B {
      if bytes[place + 2] == 0x03 { bytes[place + 6] |= 1 }
      if bytes[place + 2] == 0x01 { bytes[place + 8] |= 1 }
    }
    #expect(fault(bytes) == "X02")
  }

  @Test func cutAnywhere() throws {
    let whole = try small.packed()
    #expect(fault(whole) == "")
    for length in 4..<whole.count { #expect(fault(Array(whole[..<length])) == "X03") }
  }

  /// Whatever bytes are altered, the reader ends with cells or a fault.
  @Test func alteredAnywhere() throws {
    let whole = try small.packed()
    var state: UInt64 = 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let known = Set([""] + SpreadsheetsDiagnostics.all.map(\.code))
    for _ in 0..<3_000 {
      var bytes = whole
      for _ in 0...next(4) { bytes[next(bytes.count)] = UInt8(next(256)) }
      #expect(known.contains(fault(bytes)))
    }
  }

  @Test func bombsAreNotUnpacked() throws {
    let blank = String(repeating: " ", count: 6 << 20)
    let bomb = WorkbookParts(rows: blank)
    #expect(fault(try bomb.packed()) == "X05")
    #expect(fault(try bomb.packed(), bounds: Archive.Bounds(ratio: 100_000)) == "")
    #expect(fault(try bomb.packed(), bounds: Archive.Bounds(part: 1 << 20)) == "X04")
    #expect(fault(try bomb.packed(), bounds: Archive.Bounds(whole: 1 << 20)) == "X04")
    #expect(fault(try small.packed(), bounds: Archive.Bounds(entries: 3)) == "X04")
  }

  @Test func directoriesThatLie() throws {
    var bytes = try WorkbookParts(rows: String(repeating: "<row/>", count: 9_000)).packed()
    // The size of every part is declared as ten bytes.
    for place in bytes.indices.dropLast(46)
    where bytes[place...].prefix(4).elementsEqual([0x50, 0x4B, 0x01, 0x02]) {
      bytes.replaceSubrange(place + 24..<place + 28, with: [10, 0, 0, 0])
    }
    #expect(fault(bytes) == "X03")
  }

  @Test(arguments: [
    "../plan.yaml", "/etc/passwd", "xl\\a.xml", "C:/a.xml", "xl/../../a",
  ])
  func pathsThatLeave(_ name: String) throws {
    var parts = small
    parts.parts.append((name, Array("x".utf8)))
    #expect(fault(try parts.packed()) == "X05")
  }

  @Test func namesTwice() throws {
    var parts = small
    parts.parts += [("xl/a1.xml", [1]), ("xl/a2.xml", [2])]
    var bytes = try parts.packed()
    for place in bytes.indices.dropLast(9)
    where bytes[place...].prefix(9).elementsEqual("xl/a2.xml".utf8) {
      bytes[place + 4] = UInt8(ascii: "1")
    }
    #expect(fault(bytes) == "X05")
  }

  @Test func documentTypesAreRefused() throws {
    let laughs = """
      <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>
      """
    #expect(fault(try small.replacing("xl/worksheets/sheet1.xml", with: laughs).packed()) == "X05")
    let outside = "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><sst/>"
    #expect(fault(try small.replacing("xl/sharedStrings.xml", with: outside).packed()) == "X05")
  }

  @Test func xmlThatIsNone() throws {
    let deep = String(repeating: "<a>", count: 100_000)
    for text in ["", "text", "<a>", "<a></b>", deep, "<a b=1/>", "\u{0}"] {
      #expect(fault(try small.replacing("xl/worksheets/sheet1.xml", with: text).packed()) == "X03")
      #expect(fault(try small.replacing("xl/styles.xml", with: text).packed()) == "X03")
    }
  }

  @Test(arguments: [
    "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",
    "xl/_rels/workbook.xml.rels",
  ])
  func partsThatLack(_ name: String) throws {
    var parts = small
    parts.parts.removeAll { $0.name == name }
    #expect(fault(try parts.packed()) == "X03")
  }

  @Test func cellsThatCannotBe() throws {
    for cell in [
      "<row r=\"0\"><c/></row>", "<row r=\"1048577\"/>", "<row><c r=\"XFE1\"/></row>",
      "<row><c r=\"nic\"/></row>", "<row><c t=\"s\"><v>9</v></c></row>",
      "<row><c t=\"s\"><v>-1</v></c></row>", "<row><c><v>12a</v></c></row>",
    ] {
      #expect(fault(try WorkbookParts(rows: cell).packed()) == "X03")
    }
  }

  /// A long text that a thousand cells share would be as many times as long.
  @Test func sharedTextsDoNotMultiply() throws {
    let rows = "<row>" + String(repeating: "<c t=\"s\"><v>0</v></c>", count: 1_000) + "</row>"
    let long = (0..<20_000).map { "slovo \($0) " }.joined()
    let parts = WorkbookParts(rows: rows, strings: "<sst><si><t>\(long)</t></si></sst>")
    #expect(fault(try parts.packed()) == "X04")
  }
}
