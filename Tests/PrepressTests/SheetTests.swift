import Core
import Fonts
import PDFSyntax
import SazbaTesting
import Testing

@testable import Prepress

@Suite struct SheetTests {
  private func order() throws -> ImpositionOrder {
    ImpositionOrder(
      scheme: .saddle, sheetName: "SRA3", sheet: try #require(SheetSize.size("SRA3")))
  }

  private func face() throws -> FontFace {
    let name = "SourceSansPro/SourceSansPro-Regular.otf"
    return try FontFace(path: Repository.path("Fonts/" + name), name: name)
  }

  private func sheets(_ file: PressFile) throws -> Outcome<[UInt8]> {
    let plan = try planImposition(of: file, try order()).value
    return try writeSheets(of: file, by: plan, face: try face(), name: "z.pdf", tongue: .cs)
  }

  /// The data of each page go over byte for byte, under filters that nobody here reads, too.
  @Test func contentIsNotTouched() throws {
    var builder = PressBuilder(4)
    builder.pages[0].content = "q 1 0 0 1 0 0 cm /Im Do Q % poznámka"
    builder.pages[0].entries += "/Resources<</XObject<</Im 100 0 R>>>>"
    builder.objects = [
      "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceCMYK"
        + "/Filter/DCTDecode/Length 4>>\nstream\nABCD\nendstream"
    ]
    let file = try builder.open()
    let reader = try PDFReader(try sheets(file).value)
    var contents: [String] = []
    var raw: [String] = []
    for number in 1..<reader.numberLimit {
      guard case .stream(let entries, let range) = try reader.object(number) else { continue }
      if entries["Subtype"].name == "Form" {
        contents.append(
          String(decoding: try reader.data(of: .reference(Reference(number))), as: UTF8.self))
        #expect(entries["BBox"].array?.count == 4)
      }
      if entries["Subtype"].name == "Image" {
        raw.append(String(decoding: reader.bytes[range], as: UTF8.self))
      }
    }
    #expect(contents.contains("q 1 0 0 1 0 0 cm /Im Do Q % poznámka"))
    #expect(contents.count == 4 && raw == ["ABCD"])
    #expect(try reader.foundPages().count == 2)
  }

  @Test func sheetsAreTheSameEveryTime() throws {
    let file = try PressBuilder(13, content: "0 0 0 1 k 50 50 20 20 re f").open()
    #expect(try sheets(file).value == sheets(file).value)
  }

  @Test func turnedAndScaledPagesStandUpright() throws {
    // A mark at the head of the page as it is shown, for each way of turning a page.
    for turn in QuarterTurn.allCases {
      let page = try #require(
        try PressBuilder(
          1, entries: "/MediaBox[10 20 210 320]/Rotate \(turn.rawValue)/UserUnit 1.5"
        ).open().pages.first)
      #expect(page.turn == turn && page.unit == 1.5)
      let shown = page.size
      let target = PageBox(100, 100, 100 + shown.width.points, 100 + shown.height.points)
      let matrix = transform(page, trim: page.trim, turn: page.turn, to: target, push: 0)
      let corners: [QuarterTurn: (Double, Double)] = [
        .none: (10, 320), .right: (10, 20), .half: (210, 20), .left: (210, 320),
      ]
      // The corner that is shown at the upper left.
      let (x, y) = try #require(corners[turn])
      let place = matrix.point(x, y)
      #expect(abs(place.x - target.left) < 0.01 && abs(place.y - target.top) < 0.01, "\(turn)")
    }
  }

  @Test func foldingSheetsAgainGivesThePages() throws {
    let file = try PressBuilder(10).open()
    let imposed = try PressFile.open(try sheets(file).value).value
    let again = try readerSpreads(of: imposed).value
    #expect(again.wasImposed && again.pages == 12 && again.spreads == 7)
    let plain = try readerSpreads(of: file).value
    #expect(!plain.wasImposed && plain.spreads == 6)
  }

  @Test func halfABookletIsRefused() throws {
    // An old file is written so that its page tree can be cut by hand.
    let text = String(decoding: PressBuilder(10).bytes, as: UTF8.self)
    let file = try PressFile.open(Array(text.replacing("%PDF-1.6", with: "%PDF-1.4").utf8)).value
    var bytes = try sheets(file).value
    let kids = try #require(bytes.firstRange(of: Array("/Kids[".utf8))).upperBound
    let end = try #require(bytes[kids...].firstIndex(of: 0x5D))
    let last = try #require(bytes[kids..<end].lastIndex(of: 0x52))
    let before = try #require(bytes[kids..<last].lastIndex(of: 0x52))
    for place in (before + 1)...last { bytes[place] = 0x20 }
    let cut = try PressFile.open(bytes).value
    #expect(codes { _ = try readerSpreads(of: cut) } == ["K16"])
  }

  @Test func whatSheetsCannotCarryIsTold() throws {
    var builder = PressBuilder(4)
    builder.pages[1].entries += "/Annots[<</Subtype/Stamp/AP<</N 100 0 R>>>><</Subtype/Link>>]"
    builder.objects = ["<</Subtype/Form/Length 1>>\nstream\nq\nendstream"]
    #expect(try sheets(try builder.open()).warnings.map(\.kind.code) == ["K18", "K19"])
  }

  @Test func unreadableContentIsRefused() throws {
    var builder = PressBuilder(4)
    builder.pages[2].entries += "/Contents[100 0 R 100 0 R]"
    builder.pages[2].entries = "/Contents[100 0 R 100 0 R]" + PressBuilder.boxes
    builder.objects = ["<</Filter/JBIG2Decode/Length 1>>\nstream\nx\nendstream"]
    let bytes = builder.bytes
    // The builder's own entry comes first and would hold.
    let text = String(decoding: bytes, as: UTF8.self)
      .replacing("/Contents 1005 0 R", with: "/Content5 1005 0 R")
    let file = try PressFile.open(Array(text.utf8)).value
    #expect(codes { _ = try sheets(file) } == ["K06"])
  }

  @Test func standardsStayOrAreGivenUp() throws {
    let packet =
      "<x pdfxid:GTS_PDFXVersion=\"PDF/X-4\"/>"
    var builder = PressBuilder(4)
    builder.catalog = "/Metadata 100 0 R/OutputIntents[<</S/GTS_PDFX>>]/MarkInfo<<>>"
    builder.objects = [
      "<</Type/Metadata/Subtype/XML/Length \(packet.utf8.count)>>\nstream\n\(packet)\nendstream"
    ]
    let file = try builder.open()
    #expect(file.standard == .pdfX4)
    let result = try sheets(file)
    #expect(result.warnings.map(\.kind.code) == ["K19"])
    #expect(result.warnings[0].message.cs.contains("obsah nebyl kontrolován"))
    let sheets = try PressFile.open(result.value).value
    #expect(sheets.standard == .pdfX4 && sheets.metadata == Array(packet.utf8))
    #expect(sheets.reader.version == PDFVersion(1, 6))
    #expect(try sheets.reader.catalog["OutputIntents"].array?.count == 1)
    // A claim of accessibility is not true of sheets: the packet is written anew.
    builder.objects = [
      builder.objects[0].replacing("<x ", with: "<x pdfuaid:part ").replacing(
        "/Length \(packet.utf8.count)", with: "/Length \(packet.utf8.count + 13)")
    ]
    let both = try builder.open()
    #expect(both.claims == ["PDF/UA"])
    let cleaned = try self.sheets(both)
    #expect(cleaned.warnings.map(\.kind.code) == ["K19"])
    let kept = try PressFile.open(cleaned.value).value
    #expect(kept.standard == .pdfX4 && kept.claims.isEmpty)
  }

  /// Sheets of PDF/X-1a are PDF/X-1a: the old version, a table, the named condition, the claim, the packet.
  @Test func flatFilesStayFlat() throws {
    let packet = "<x pdfx:GTS_PDFXVersion=\"PDF/X-1a:2003\"/>"
    var builder = PressBuilder(4, content: "0 0 0 1 k 50 50 20 20 re f")
    builder.catalog =
      "/Metadata 100 0 R/OutputIntents[<</S/GTS_PDFX/OutputConditionIdentifier(FOGRA39)"
      + "/RegistryName(http://www.color.org)/Info(ISO Coated)>>]"
    builder.information = "<</Title(z)/GTS_PDFXVersion(PDF/X-1a:2003)/Trapped/False>>"
    builder.objects = [
      "<</Type/Metadata/Subtype/XML/Length \(packet.utf8.count)>>\nstream\n\(packet)\nendstream"
    ]
    let text = String(decoding: builder.bytes, as: UTF8.self)
    let file = try PressFile.open(Array(text.replacing("%PDF-1.6", with: "%PDF-1.4").utf8)).value
    #expect(file.standard == .pdfX1a)
    let result = try sheets(file)
    #expect(result.warnings.map(\.kind.code) == ["K19"])
    let bytes = result.value
    #expect(bytes.starts(with: Array("%PDF-1.4".utf8)))
    for word in ["/ObjStm", "/XRef", "/Transparency", "/ICCBased"] {
      #expect(bytes.firstRange(of: Array(word.utf8)) == nil, "\(word)")
    }
    let made = try PressFile.open(bytes).value
    #expect(made.standard == .pdfX1a && made.metadata == Array(packet.utf8))
    let intent = try #require(made.reader.catalog["OutputIntents"].array?.first?.dictionary)
    #expect(intent["OutputConditionIdentifier"].text == "FOGRA39")
    #expect(intent["DestOutputProfile"] == .null)
    let keys = preflight(made, profile: .usual).findings.filter { $0.message.en.contains("X-1a") }
    // Nothing that PDF/X-1a forbids: only that this printer takes another, and dates that the source lacks.
    #expect(keys.map(\.kind.code) == ["K48"])
  }

  @Test func oldFilesStayOld() throws {
    let text = String(decoding: PressBuilder(4).bytes, as: UTF8.self)
    let file = try PressFile.open(Array(text.replacing("%PDF-1.6", with: "%PDF-1.3").utf8)).value
    let bytes = try sheets(file).value
    #expect(bytes.starts(with: Array("%PDF-1.3".utf8)))
    #expect(bytes.firstRange(of: Array("/ObjStm".utf8)) == nil)
    #expect(try PDFReader(bytes).foundPages().count == 2)
  }

  @Test func refusedFiles() {
    func told(_ bytes: [UInt8]) -> [String] { codes { _ = try PressFile.open(bytes) } }
    let good = PressBuilder(2).bytes
    #expect(told([]) == ["K01"])
    #expect(told(Array("Dobrý den".utf8)) == ["K01"])
    #expect(told(Array(good.prefix(200))) == ["K01"])
    let text = String(decoding: good, as: UTF8.self)
    #expect(told(Array(text.replacing("/ID[", with: "/Encrypt<<>>/ID[").utf8)) == ["K02"])
    #expect(
      told(Array(text.replacing("/Kids[1000 0 R", with: "/Kids[   2 0 R").utf8)) == ["K05"])
    var mended: [String] = []
    let cut = text.replacing("startxref", with: "startxxxx")
    mended = (try? PressFile.open(Array(cut.utf8)).warnings.map(\.kind.code)) ?? []
    #expect(mended == ["K04"])
  }
}
