import Core
import PDFSyntax
import SazbaTesting
import Testing

@testable import Prepress

/// Rules of printers, one fault at a time. What other programs write is tried by `press_check.py`.
@Suite struct PreflightTests {
  /// The codes found in a file whose first page has this content and these entries.
  private func found(
    _ content: String, resources: String = "", entries: String = PressBuilder.boxes,
    objects: [String] = [], pages: Int = 4, profile: PrinterProfile = .usual,
    change: (inout PressBuilder) -> Void = { _ in }
  ) throws -> [String] {
    var builder = PressBuilder(pages)
    builder.catalog =
      "/Metadata 150 0 R/OutputIntents[<</S/GTS_PDFX/OutputConditionIdentifier(FOGRA39)"
      + "/DestOutputProfile 151 0 R>>]"
    let packet = "GTS_PDFXVersion PDF/X-4"
    builder.objects = objects
    while builder.objects.count < 50 { builder.objects.append("null") }
    builder.objects += [
      "<</Length \(packet.utf8.count)>>\nstream\n\(packet)\nendstream",
      "<</Length 1>>\nstream\nx\nendstream",
    ]
    builder.pages[0] = ("/Resources<<\(resources)>>" + entries, content)
    change(&builder)
    let report = preflight(try builder.open(), profile: profile)
    for finding in report.findings {
      #expect(!finding.message.cs.isEmpty && finding.message.cs != finding.message.en)
      #expect(finding.fix.cs.hasSuffix(".") && finding.fix.en.hasSuffix("."))
    }
    return report.findings.map(\.kind.code)
  }

  private let over = "/ExtGState<</K<</OP true/op true/OPM 1>>>>"

  @Test func aGoodPageHasNoFault() throws {
    #expect(try found("/K gs 0 0 0 1 k 50 50 20 20 re f", resources: over).isEmpty)
    #expect(try found(".5 g .5 .2 0 0 k 10 10 400 500 re f 1 w 50 50 m 90 90 l S").isEmpty)
    #expect(try found("").isEmpty)
  }

  @Test func registrationOutsideTheBleedIsNoInk() throws {
    var wanted = PrinterProfile.usual
    wanted.marks = .allowed
    let space = "/ColorSpace<</All[/Separation/All/DeviceCMYK<<>>]>>"
    let mark = "/All CS 1 SCN .25 w 5 100 m 15 100 l S"
    #expect(try found(mark, resources: space, profile: wanted).isEmpty)
    #expect(try found(mark, resources: space) == ["K44"])
    wanted.marks = .wanted
    // The other three pages have none.
    #expect(try found(mark, resources: space, profile: wanted) == ["K44"])
  }

  @Test func coloursAreInks() throws {
    #expect(try found("1 0 0 rg 50 50 9 9 re f") == ["K33"])
    #expect(try found("1 1 1 rg 50 50 9 9 re f").isEmpty)
    let icc = "/ColorSpace<</C[/ICCBased 100 0 R]>>"
    let profile = "<</N 3/Length 1>>\nstream\nx\nendstream"
    #expect(
      try found("/C cs 1 0 0 scn 50 50 9 9 re f", resources: icc, objects: [profile]) == ["K33"])
    let spot = "/ColorSpace<</S[/Separation/PANTONE#20300/DeviceCMYK<<>>]>>"
    #expect(try found("/S cs 1 scn 50 50 9 9 re f", resources: spot) == ["K34"])
    let black = "/ColorSpace<</S[/Separation/Black/DeviceCMYK<<>>]>>"
    #expect(try found("/S cs 1 scn 50 50 9 9 re f", resources: black).isEmpty)
  }

  @Test func inkIsSummed() throws {
    #expect(try found(".9 .9 .9 .4 k 50 50 9 9 re f") == ["K37"])
    #expect(try found(".9 .9 .9 .3 k 50 50 9 9 re f").isEmpty)
    // Overprinting adds up; knocking out does not.
    let under = ".9 .9 .9 0 k 50 50 99 99 re f "
    #expect(try found(under + "/K gs 0 0 0 1 k 60 60 9 9 re f", resources: over) == ["K38"])
    #expect(try found(under + "0 0 0 1 k 60 60 9 9 re f").isEmpty)
    // What hides the ground ends the sum.
    let hidden = under + "0 0 0 0 k 55 55 50 50 re f /K gs 0 0 0 1 k 60 60 9 9 re f"
    #expect(try found(hidden, resources: over).isEmpty)
    #expect(try found("/K gs 0 0 0 0 k 60 60 9 9 re f", resources: over) == ["K46"])
  }

  /// A picture of 320 × 240 pixels that stands at 300 pixels an inch.
  private func picture(
    _ entries: String, _ data: String, then content: String = "", limit: Int = 300
  ) throws -> [String] {
    var profile = PrinterProfile.usual
    profile.inkLimit = limit
    let object =
      "<</Type/XObject/Subtype/Image/Width 320/Height 240/BitsPerComponent 8\(entries)"
      + "/Length \(data.utf8.count)>>\nstream\n\(data)\nendstream"
    return try found(
      "q 76 0 0 57 100 100 cm /I Do Q " + content,
      resources: over + "/XObject<</I 100 0 R>>", objects: [object], profile: profile)
  }

  private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(text) + ">"
  }

  @Test func theInkOfJPEGFilesIsMeasured() throws {
    let file = try Repository.bytes(of: "Tests/Publications/obrazky/obrazky/cmyk.jpg")
    let entries = "/ColorSpace/DeviceCMYK/Filter[/ASCIIHexDecode/DCTDecode]/Decode[1 0 1 0 1 0 1 0]"
    // Its fullest field has 198 %.
    #expect(try picture(entries, hexadecimal(file)).isEmpty)
    #expect(try picture(entries, hexadecimal(file), limit: 150) == ["K37"])
  }

  @Test func theInkOfPalettesIsMeasured() throws {
    let entries =
      "/ColorSpace[/Indexed/DeviceCMYK 1 <33000000CCCCCC80>]/Filter/ASCIIHexDecode"
    let light = hexadecimal([UInt8](repeating: 0, count: 320 * 240))
    let half = hexadecimal((0..<320 * 240).map { UInt8($0 % 2) })
    #expect(try picture(entries, light, limit: 225).isEmpty)
    // 80 + 80 + 80 + 50.
    #expect(try picture(entries, half, limit: 280) == ["K37"])
    #expect(try picture(entries, half).isEmpty)
  }

  @Test func blackOverAPictureAddsUp() throws {
    let entries =
      "/ColorSpace[/Indexed/DeviceCMYK 0 <CCCCCC00>]/Filter/ASCIIHexDecode"
    let data = hexadecimal([UInt8](repeating: 0, count: 320 * 240))
    let black = "/K gs 0 0 0 1 k 110 110 9 9 re f"
    #expect(try picture(entries, data, then: black) == ["K38"])
    #expect(try picture(entries, data, then: "0 0 0 1 k 110 110 9 9 re f").isEmpty)
    #expect(try picture(entries, data, then: black, limit: 340).isEmpty)
  }

  @Test func linesAreThickEnough() throws {
    #expect(try found(".1 w 50 50 m 90 90 l S") == ["K40"])
    #expect(try found("0 w 50 50 m 90 90 l S") == ["K40"])
    #expect(try found(".1 0 0 .1 0 0 cm 2 w 500 500 m 900 900 l S") == ["K40"])
    #expect(try found("0 0 0 1 k 50 50 90 .1 re f") == ["K40"])
    #expect(try found("0 0 0 0 k 50 50 90 .1 re f").isEmpty)
  }

  @Test func whiteLinesInColourAreThickEnough() throws {
    let ground = ".8 .4 0 .1 k 40 40 100 100 re f "
    let line = " 50 60 m 120 120 l S"
    #expect(try found(ground + "0 0 0 0 K .1 w" + line) == ["K40"])
    #expect(try found(ground + "1 G .1 w" + line) == ["K40"])
    #expect(try found(ground + "0 0 0 0 K .3 w" + line).isEmpty)
    // On paper it is not seen, nor where the ground is a breath of colour, nor beside the ground.
    #expect(try found("0 0 0 0 K .1 w" + line).isEmpty)
    #expect(try found(".1 0 0 0 k 40 40 100 100 re f 0 0 0 0 K .1 w" + line).isEmpty)
    #expect(try found(ground + "0 0 0 0 K .1 w 150 60 m 200 120 l S").isEmpty)
    // As an area; four of them around the ground do not touch it.
    #expect(try found(ground + "0 0 0 0 k 50 60 60 .1 re f") == ["K40"])
    let frame = "30 30 120 .1 re 30 150 120 .1 re 30 30 .1 120 re 150 30 .1 120 re f"
    #expect(try found(ground + "0 0 0 0 k " + frame).isEmpty)
    var builder = PressBuilder(4)
    builder.pages[0].content = ground + "0 0 0 0 K .1 w" + line
    let said = preflight(try builder.open(), profile: .usual).findings.first {
      $0.kind.code == "K40"
    }
    #expect(said?.message.cs == "Strana 1: bílá čára tenká 0,10 bodu v barevné ploše se zalije.")
  }

  @Test func coloursBleed() throws {
    // To the trim only; beyond it; not to it.
    #expect(try found(".5 0 0 0 k 28.35 100 50 50 re f") == ["K41"])
    #expect(try found(".5 0 0 0 k 10 100 50 50 re f").isEmpty)
    #expect(try found(".5 0 0 0 k 30 100 50 50 re f").isEmpty)
    #expect(try found("0 0 0 0 k 28.35 100 50 50 re f").isEmpty)
    // Clipped to the trim.
    #expect(try found("28.35 28.35 297 419 re W n .5 0 0 0 k 0 0 400 500 re f") == ["K41"])
    // No bleed is stated though the art has it.
    let bare = "/MediaBox[0 0 354.33 476.22]/TrimBox[28.35 28.35 325.98 447.87]"
    #expect(try found(".5 0 0 0 k 10 100 50 50 re f", entries: bare) == ["K41"])
  }

  @Test func boxesAreThere() throws {
    #expect(try found("", entries: "/MediaBox[0 0 297.64 419.53]") == ["K43"])
    #expect(
      try found("", entries: PressBuilder.boxes + "/CropBox[50 50 300 400]") == ["K43"])
    #expect(try found("", entries: PressBuilder.boxes + "/UserUnit 1.001") == ["K43"])
    #expect(
      try found(
        "",
        entries: "/MediaBox[0 0 354.33 476.22]/BleedBox[19 19 340 460]"
          + "/TrimBox[28.35 28.35 300 447.87]") == ["K50"])
  }

  @Test func textIsJudged() throws {
    func text(_ colour: String, at place: String = "100 100", size: Int = 9) -> String {
      "BT /F \(size) Tf \(colour) \(place) Td (abc) Tj ET"
    }
    let fonts =
      "/Font<</F<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Text/FirstChar 97"
      + "/Widths[500 500 500]/FontDescriptor<</FontFile2 151 0 R>>>>>>" + over
    #expect(try found("/K gs " + text("0 0 0 1 k"), resources: fonts).isEmpty)
    #expect(try found(text("0 0 0 1 k"), resources: fonts) == ["K36"])
    #expect(try found(text("0 g"), resources: fonts) == ["K36"])
    #expect(try found(text(".7 .6 .6 .9 k"), resources: fonts) == ["K35"])
    #expect(try found(text(".6 .5 .4 0 k", size: 7), resources: fonts) == ["K52"])
    #expect(try found(text("0 0 0 rg"), resources: fonts) == ["K33", "K35"])
    #expect(try found("3 Tr " + text(".7 .6 .6 .9 k"), resources: fonts).isEmpty)
    // Letters that are only outlined are letters.
    #expect(try found("1 Tr " + text(".7 .6 .6 .9 K"), resources: fonts) == ["K35"])
    #expect(try found("1 Tr .1 w " + text("/K gs 0 0 0 1 K"), resources: fonts) == ["K40"])
    #expect(try found("1 Tr " + text("/K gs 0 0 0 1 K .7 .6 .6 .9 k"), resources: fonts).isEmpty)
    #expect(try found("1 Tr " + text("1 0 0 RG"), resources: fonts) == ["K33"])
    // One finding of a colour, however many sizes it is set in.
    let small = text(".6 .5 .4 0 k", size: 7)
    #expect(try found(small + text(".6 .5 .4 0 k", size: 6), resources: fonts) == ["K52"])
    #expect(try found(small + text(".6 .5 .3 0 k", size: 6), resources: fonts) == ["K52", "K52"])
    // A rule that a line of text all but touches is not beneath it.
    let rule = ".9 .9 .9 0 k 90 97.6 99 .8 re f "
    #expect(try found(rule + "/K gs " + text("0 0 0 1 k"), resources: fonts).isEmpty)
    let field = ".9 .9 .9 0 k 90 90 99 30 re f "
    #expect(try found(field + "/K gs " + text("0 0 0 1 k"), resources: fonts) == ["K38"])
    #expect(
      try found("/K gs " + text("0 0 0 1 k", at: "30 100"), resources: fonts) == ["K42"])
    let loose = fonts.replacing("/FontDescriptor<</FontFile2 151 0 R>>", with: "")
    #expect(try found("/K gs " + text("0 0 0 1 k"), resources: loose) == ["K30"])
    let whole = fonts.replacing("ABCDEF+", with: "")
    #expect(try found("/K gs " + text("0 0 0 1 k"), resources: whole) == ["K32"])
    let drawn = "/Font<</F<</Subtype/Type3/CharProcs<<>>>>>>" + over
    #expect(try found("/K gs " + text("0 0 0 1 k"), resources: drawn) == ["K31"])
  }

  @Test func widthsAreThoseOfTheGlyphsOfCodes() throws {
    // The map takes the code 97 to the glyph 7, which is narrow; else three ems would reach the trim.
    let map =
      "begincodespacerange\n<00> <FF>\nendcodespacerange\n1 begincidrange\n<61> <63> 7\n"
      + "endcidrange"
    let fonts =
      "/Font<</F<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Text/Encoding 100 0 R"
      + "/DescendantFonts[<</Subtype/CIDFontType0/BaseFont/ABCDEF+Text/DW 1000/W[7[100 100 100]]"
      + "/FontDescriptor<</FontFile3 151 0 R>>>>]>>>>" + over
    let stream = "<</Length \(map.utf8.count)>>\nstream\n\(map)\nendstream"
    let text = "/K gs BT /F 9 Tf 0 0 0 1 k 305 100 Td (abc) Tj ET"
    #expect(try found(text, resources: fonts, objects: [stream]).isEmpty)
    let other = stream.replacing("<61> <63> 7", with: "<61> <63> 9")
    #expect(try found(text, resources: fonts, objects: [other]) == ["K42"])
  }

  @Test func picturesHavePixels() throws {
    func picture(_ side: Int, _ entries: String, _ data: String = "") -> [String] {
      [
        "<</Subtype/Image/Width \(side)/Height \(side)\(entries)/Length \(data.utf8.count)>>\n"
          + "stream\n\(data)\nendstream"
      ]
    }
    let resources = "/XObject<</I 100 0 R>>"
    let place = "q 72 0 0 72 100 100 cm /I Do Q"
    let cmyk = "/ColorSpace/DeviceCMYK/BitsPerComponent 8/Filter/DCTDecode"
    #expect(try found(place, resources: resources, objects: picture(96, cmyk)) == ["K39", "K56"])
    #expect(try found(place, resources: resources, objects: picture(300, cmyk)) == ["K56"])
    #expect(
      try found(
        place, resources: resources,
        objects: picture(300, "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode"))
        == ["K33"])
    #expect(
      try found(place, resources: resources, objects: picture(300, "/ImageMask true")) == ["K39"])
    let full = picture(
      20, "/ColorSpace/DeviceCMYK/BitsPerComponent 8", String(repeating: "zzzz", count: 400))
    let small = "q 4 0 0 4 100 100 cm /I Do Q"
    #expect(try found(small, resources: resources, objects: full).isEmpty)
    var strict = PrinterProfile.usual
    strict.inkLimit = 180
    #expect(
      try found(small, resources: resources, objects: full, profile: strict) == ["K37"])
    // In the content itself.
    let inline = "q 72 0 0 72 100 100 cm BI /W 2 /H 2 /CS /RGB /BPC 8 ID abcdefghijkl EI Q"
    #expect(try found(inline) == ["K33", "K39"])
  }

  @Test func theWholeFileIsJudged() throws {
    #expect(try found("", pages: 49) == ["K47"])
    #expect(
      try found(
        "", entries: PressBuilder.boxes + "/Annots[<</Subtype/Link/Rect[50 50 90 90]>>]")
        == ["K49"])
    #expect(
      try found("", entries: PressBuilder.boxes + "/Annots[<</Subtype/Link/Rect[0 0 9 9]>>]")
        .isEmpty)
    #expect(try found("") { $0.information = "<<>>" } == ["K48"])
    #expect(try found("") { $0.catalog = "" } == ["K48", "K48"])
    var flat = PrinterProfile.usual
    flat.accepts = [.pdfX1a]
    let half = "/ExtGState<</H<</ca .5>>>>"
    #expect(try found("/H gs 50 50 9 9 re f", resources: half).isEmpty)
    #expect(try found("/H gs 50 50 9 9 re f", resources: half, profile: flat) == ["K45", "K48"])
    #expect(
      try found("", entries: PressBuilder.boxes + "/PieceInfo<</Sazba<</Private<<>>>>>>")
        == ["K51"])
  }

  @Test func whatIsNotInTheFileIsFound() throws {
    func form(_ entries: String) -> [String] {
      ["<</Type/XObject/Subtype/Form/BBox[0 0 9 9]\(entries)/Length 0>>\nstream\n\nendstream"]
    }
    #expect(try found("", objects: form("")).isEmpty)
    #expect(try found("", objects: form("/OPI<</2.0<<>>>>")) == ["K48"])
    #expect(try found("", objects: form("/Ref<</F(jiny.pdf)/Page 0>>")) == ["K48"])
    #expect(try found("", objects: form("/F(data.bin)")) == ["K48"])
    let picture =
      "<</Subtype/Image/Width 1/Height 1/Alternates[<<>>]/Length 0>>\nstream\n\nendstream"
    #expect(try found("", objects: [picture]) == ["K48"])
    // A file specification is no stream, nor is what a page calls F.
    #expect(try found("", objects: ["<</Type/Filespec/F(jiny.pdf)>>"]).isEmpty)
    #expect(
      try found("", entries: PressBuilder.boxes + "/ArtBox[28.35 28.35 325.98 447.87]") == ["K43"])
    var builder = PressBuilder(4)
    builder.objects = form("/OPI<<>>")
    let said = preflight(try builder.open(), profile: .usual).findings.map(\.message.cs)
    #expect(said.contains("Obrázek má nahradit jiný soubor (OPI) (objekt 100)."))
  }

  @Test func sheetsAndCoversAreNoPages() throws {
    let sheet = "/PieceInfo<</Sazba<</Private<</Cells[1 0 0 0 297 419]>>>>>>"
    var printer = PrinterProfile.usual
    printer.imposition = .allowed
    let entries = PressBuilder.boxes + sheet
    func sheets(_ count: Int, without last: Bool = false) throws -> [String] {
      try found("", entries: entries, pages: count, profile: printer) { builder in
        for page in builder.pages.indices { builder.pages[page].entries = entries }
        if last { builder.pages[count - 1].entries = PressBuilder.boxes }
      }
    }
    #expect(try sheets(5).isEmpty)
    #expect(try sheets(5, without: true) == ["K47"])
    func cover(_ count: Int) throws -> [String] {
      try found("", pages: count) {
        $0.information = "<</Title(a)/Trapped/False/SazbaContent(Cover)>>"
      }
    }
    #expect(try cover(1).isEmpty && cover(2).isEmpty)
    // A cover has two sides; what has more is a book, whatever it says.
    #expect(try cover(6) == ["K47"])
    #expect(try found("", pages: 2) == ["K47"])
  }

  @Test(arguments: [
    (1, "1 strana není násobek 4; chybí 3", "1 page is no multiple of 4; 3 are missing"),
    (3, "3 strany nejsou násobek 4; chybí 1", "3 pages are no multiple of 4; 1 is missing"),
    (6, "6 stran není násobek 4; chybí 2", "6 pages are no multiple of 4; 2 are missing"),
  ])
  func pagesAreCountedInWords(count: Int, cs: String, en: String) throws {
    let report = preflight(try PressBuilder(count).open(), profile: .usual)
    let note = try #require(report.notes.first { $0.kind.code == "K47" })
    #expect(note.words == Phrase(cs: cs, en: en))
  }

  @Test func circlesAndCrowdsEnd() throws {
    let form = "<</Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 100 0 R>>>>/Length 5>>"
    let resources = "/XObject<</X 100 0 R>>"
    #expect(
      try found("/X Do", resources: resources, objects: [form + "\nstream\n/X Do\nendstream"])
        == ["K06"])
    // Each form draws the next one many times.
    let calls = String(repeating: "/X Do ", count: 100)
    let fan = (0..<12).map { index in
      "<</Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X \(101 + index) 0 R>>>>"
        + "/Length 600>>\nstream\n\(calls)\nendstream"
    }
    #expect(try found("/X Do", resources: resources, objects: fan) == ["K53"])
    #expect(try found("q q q )") == ["K06"])
  }

  @Test func findingsNameTheirPages() throws {
    var builder = PressBuilder(8)
    for page in [1, 2, 3, 6] { builder.pages[page].content = "1 0 0 rg 50 50 9 9 re f" }
    let report = preflight(try builder.open(), profile: .usual)
    let finding = try #require(report.findings.first { $0.kind.code == "K33" })
    #expect(finding.message.cs == "Strany 2–4, 7: plocha v barvách RGB.")
    #expect(finding.message.en == "Pages 2–4, 7: an area in RGB.")
    #expect(report.facts.contains { $0.key == "pages" && $0.value.cs == "8" })
  }
}
