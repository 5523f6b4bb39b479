import Core
import PDFSyntax
import Testing

@testable import Prepress

/// What lies deeper than a page's own operators: tiles, shadings, masks, glyphs drawn by procedures,
/// layers, annotations, pictures of every coding; and inks that meet where shapes do, not boxes.
@Suite struct DeepContentTests {
  /// The codes found on a page, those of keys left out.
  private func found(
    _ content: String, _ resources: String = "", entries: String = "", catalog: String = "",
    objects: [String] = [], profile: PrinterProfile = .usual
  ) throws -> [String] {
    try report(content, resources, entries, catalog, objects, profile).findings.map(\.kind.code)
      .filter { $0 != "K48" }
  }

  private func report(
    _ content: String, _ resources: String = "", _ entries: String = "", _ catalog: String = "",
    _ objects: [String] = [], _ profile: PrinterProfile = .usual
  ) throws -> PreflightReport {
    var builder = PressBuilder(4)
    builder.catalog = catalog
    builder.objects = objects
    builder.pages[0] = (
      "/Resources<<\(resources)>>" + PressBuilder.boxes + entries, content
    )
    return preflight(try builder.open(), profile: profile)
  }

  private func stream(_ entries: String, _ data: String) -> String {
    "<<\(entries)/Length \(data.utf8.count)>>\nstream\n\(data)\nendstream"
  }

  private let over = "/ExtGState<</K<</OP true/op true/OPM 1>>>>"

  // MARK: Ink where shapes meet

  @Test func inkMeetsWhereShapesDo() throws {
    // A triangle whose box covers the square beneath it, but which does not touch it.
    let dark = ".9 .9 .9 0 k "
    let square = dark + "210 110 40 40 re f "
    let triangle = "/K gs 0 0 0 1 k 50 100 m 260 400 l 50 400 l f"
    #expect(try found(square + triangle, over).isEmpty)
    #expect(try found(square + "/K gs 0 0 0 1 k 50 100 m 260 100 l 260 400 l f", over) == ["K38"])
    // A frame around the square: its line passes by.
    #expect(try found(square + "/K gs 0 0 0 1 K 2 w 200 100 60 60 re S", over).isEmpty)
    #expect(try found(square + "/K gs 0 0 0 1 K 2 w 230 100 m 230 160 l S", over) == ["K38"])
    // Clipped away by a shape, and by even and odd.
    let clip = "q 50 100 m 200 400 l 50 400 l h W n /K gs 0 0 0 1 k 0 0 400 400 re f Q"
    #expect(try found(square + clip, over).isEmpty)
    let ring = "q 0 0 400 500 re 200 100 60 60 re W* n /K gs 0 0 0 1 k 0 0 400 500 re f Q"
    #expect(try found(square + ring, over).allSatisfy { $0 != "K38" })
  }

  @Test func overprintKeepsWhatItDoesNotSet() throws {
    let ground = ".9 .9 .9 0 k 50 50 99 99 re f "
    // Mode 0 sets every process ink; mode 1 only those that are not nought.
    let mode0 = "/ExtGState<</K<</OP true/op true/OPM 0>>>>"
    #expect(try found(ground + "/K gs 0 0 0 1 k 60 60 30 30 re f", mode0).isEmpty)
    #expect(try found(ground + "/K gs 0 0 0 1 k 60 60 30 30 re f", over) == ["K38"])
    // One that is named alone keeps the others; ink mixed by multiplying adds up.
    let black = over + "/ColorSpace<</S[/Separation/Black/DeviceCMYK<<>>]>>"
    #expect(try found(ground + "/K gs /S cs 1 scn 60 60 30 30 re f", black) == ["K38"])
    let multiplied = "/ExtGState<</K<</BM/Multiply>>>>"
    #expect(try found(ground + "/K gs .5 .5 .5 .9 k 60 60 30 30 re f", multiplied) == ["K38"])
    #expect(
      try found(".5 0 0 0 k 50 50 99 99 re f /K gs 0 .5 0 0 k 60 60 9 9 re f", multiplied).isEmpty)
  }

  @Test func registrationInsideIsTooMuch() throws {
    let space = "/ColorSpace<</All[/Separation/All/DeviceCMYK<<>>]>>"
    let report = try report("/All cs 1 scn 60 60 30 30 re f", space)
    let note = try #require(report.notes.first { $0.kind.code == "K37" })
    #expect(note.words.cs.contains("registrační barva má 400 %"))
  }

  // MARK: Patterns and shadings

  @Test func tilesAreLookedThrough() throws {
    let tile = stream(
      "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<<>>",
      ".9 .9 .9 .9 k 0 0 5 5 re f")
    let use = "/Pattern cs /P scn 60 60 50 50 re f"
    #expect(try found(use, "/Pattern<</P 100 0 R>>", objects: [tile]) == ["K37"])
    let screen = tile.replacing(".9 .9 .9 .9 k", with: "1 0 0 rg      ")
    #expect(try found(use, "/Pattern<</P 100 0 R>>", objects: [screen]) == ["K33"])
    // A tile that is made of itself.
    let loop = stream(
      "/PatternType 1/PaintType 1/BBox[0 0 9 9]/Resources<</Pattern<</P 100 0 R>>>>", use)
    #expect(try found(use, "/Pattern<</P 100 0 R>>", objects: [loop]).isEmpty)
  }

  @Test func shadingsAreDarkestSomewhere() throws {
    func shading(_ ends: String, _ space: String = "/DeviceCMYK") -> String {
      "/Shading<</S<</ShadingType 2/ColorSpace\(space)/Coords[0 0 9 9]/Function<</FunctionType 3"
        + "/Domain[0 1]/Bounds[.5]/Encode[0 1 0 1]/Functions[<</FunctionType 2/N 1/C0[0 0 0 0]"
        + "/C1\(ends)>><</FunctionType 2/N 2/C0\(ends)/C1[0 0 0 0]>>]>>>>>>"
    }
    let use = "q 60 60 50 50 re W n /S sh Q"
    #expect(try found(use, shading("[.9 .9 .9 .2]")).isEmpty)
    #expect(try found(use, shading("[.9 .9 .9 .9]")) == ["K37"])
    #expect(try found(use, shading("[0 0 0]", "/DeviceRGB")) == ["K33"])
  }

  // MARK: Forms of every kind

  @Test func masksAndAnnotationsAreFollowed() throws {
    // What makes a mask is not printed, but its font must be there, and it must end.
    let fonts = "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    let group = stream(
      "/Subtype/Form/BBox[0 0 300 400]\(fonts)", "1 0 0 rg BT /F 9 Tf 100 100 Td (abc) Tj ET")
    let mask = "/ExtGState<</M<</SMask<</S/Luminosity/G 100 0 R>>>>>>"
    let use = "q /M gs .5 0 0 0 k 60 60 9 9 re f Q"
    #expect(try found(use, mask, objects: [group]) == ["K30"])
    // What an annotation looks like prints on some machines.
    let look = stream("/Subtype/Form/BBox[0 0 10 10]", "1 0 0 rg 0 0 10 10 re f")
    let noted = "/Annots[<</Subtype/Stamp/Rect[60 60 90 90]/AP<</N 100 0 R>>>>]"
    #expect(try found("", entries: noted, objects: [look]) == ["K33", "K49"])
    let unseen = noted.replacing("/Subtype/Stamp", with: "/F 2/Subtype/Stamp")
    #expect(try found("", entries: unseen, objects: [look]) == ["K49"])
  }

  @Test func glyphsAreDrawings() throws {
    func font(_ procedure: String) -> [String] {
      [
        "<</Type/Font/Subtype/Type3/FontMatrix[.001 0 0 .001 0 0]/FirstChar 97/Widths[500]"
          + "/CharProcs<</a 101 0 R>>/Encoding<</Differences[97/a]>>>>",
        stream("", procedure),
      ]
    }
    let use = "/K gs BT /F 20 Tf 0 0 0 1 k 100 100 Td (aaa) Tj ET"
    let resources = "/Font<</F 100 0 R>>" + over
    #expect(
      try found(use, resources, objects: font("500 0 d0 1 0 0 rg 0 0 400 700 re f")) == [
        "K33", "K31",
      ])
    // Its own colours do not count where it is a stencil.
    #expect(
      try found(use, resources, objects: font("500 0 0 0 400 700 d1 1 0 0 rg 0 0 400 700 re f"))
        == ["K31"])
    #expect(
      try found(use, resources, objects: font("500 0 d0 .1 w 0 0 m 9 9 l S")) == ["K40", "K31"])
  }

  @Test func layersThatAreOffAreNotPrinted() throws {
    let catalog = "/OCProperties<</OCGs[100 0 R 101 0 R]/D<</OFF[100 0 R]>>>>"
    let groups = ["<</Type/OCG/Name(a)>>", "<</Type/OCG/Name(b)>>"]
    let lists = "/Properties<</A 100 0 R/B 101 0 R/M<</Type/OCMD/OCGs[100 0 R 101 0 R]/P/AllOn>>>>"
    func page(_ layer: String) -> String {
      "/OC /\(layer) BDC 1 0 0 rg 60 60 9 9 re f EMC .5 0 0 0 k 80 80 9 9 re f"
    }
    #expect(try found(page("A"), lists, catalog: catalog, objects: groups) == ["K55"])
    #expect(try found(page("B"), lists, catalog: catalog, objects: groups) == ["K33", "K55"])
    #expect(try found(page("M"), lists, catalog: catalog, objects: groups) == ["K55"])
  }

  // MARK: Pictures

  @Test func inksOfPictures() throws {
    var strict = PrinterProfile.usual
    strict.inkLimit = 180
    strict.minimalResolution = 1
    strict.minimalBitmapResolution = 1
    func picture(_ entries: String, _ data: String) throws -> [String] {
      try found(
        "q 20 0 0 20 100 100 cm /I Do Q", "/XObject<</I 100 0 R>>",
        objects: [stream("/Subtype/Image/Width 2/Height 2" + entries, data)], profile: strict)
    }
    // 'z' is 0x7A: four of them are 191 %; a palette, its bits, samples turned round.
    let cmyk = "/ColorSpace/DeviceCMYK/BitsPerComponent 8"
    #expect(try picture(cmyk, String(repeating: "zzzz", count: 4)) == ["K37"])
    #expect(try picture(cmyk, String(repeating: "zz!!", count: 4)).isEmpty)
    #expect(
      try picture(cmyk + "/Decode[1 0 1 0 1 0 1 0]", String(repeating: "!!!!", count: 4)) == ["K37"]
    )
    #expect(
      try picture("/ColorSpace/DeviceCMYK/BitsPerComponent 4", String(repeating: "ww", count: 4))
        == ["K37"])
    let palette = "/ColorSpace[/Indexed/DeviceCMYK 1<00000000 FFFFFF00>]/BitsPerComponent 1"
    #expect(try picture(palette, "@@") == ["K37"])
    #expect(try picture(palette + "/Decode[0 0]", "@@").isEmpty)
    let plates = "/ColorSpace[/DeviceN[/Cyan/Magenta]/DeviceCMYK<<>>]/BitsPerComponent 8"
    #expect(try picture(plates, "~~~~~~~~").isEmpty)
    // In the content itself.
    let inline = "q 20 0 0 20 100 100 cm BI /W 2 /H 2 /CS /CMYK /BPC 8 ID zzzzzzzzzzzzzzzz EI Q"
    #expect(try found(inline, profile: strict) == ["K37"])
    // Black over a picture.
    let both = "q 20 0 0 20 100 100 cm /I Do Q /K gs 0 0 0 1 k 100 100 20 20 re f"
    let clear = stream(
      "/Subtype/Image/Width 2/Height 2" + cmyk, String(repeating: "zzz ", count: 4))
    #expect(
      try found(both, "/XObject<</I 100 0 R>>" + over, objects: [clear], profile: strict)
        == ["K38"])
  }

  // MARK: Keys and fonts

  @Test func fontsNeedTheirTables() throws {
    let font =
      "/Font<</F<</Subtype/Type0/BaseFont/ABCDEF+A/Encoding/Identity-H/DescendantFonts[<</Subtype"
      + "/CIDFontType2/FontDescriptor<</FontFile2 100 0 R>>MAP>>]>>>>" + over
    let use = "/K gs BT /F 9 Tf 0 0 0 1 k 100 100 Td <0041> Tj ET"
    let program = [stream("", "x")]
    #expect(try found(use, font.replacing("MAP", with: ""), objects: program) == ["K54"])
    #expect(
      try found(use, font.replacing("MAP", with: "/CIDToGIDMap/Identity"), objects: program)
        .isEmpty)
  }

  @Test func flatFilesAreOld() throws {
    var builder = PressBuilder(4)
    builder.information = "<</GTS_PDFXVersion(PDF/X-1a:2003)/Trapped/False>>"
    builder.objects = [stream("/N 4", "x")]
    builder.pages[0] = (
      "/Resources<</ColorSpace<</C[/ICCBased 100 0 R]>>>>" + PressBuilder.boxes,
      "/C cs .5 0 0 0 scn 60 60 9 9 re f"
    )
    var flat = PrinterProfile.usual
    flat.accepts = [.pdfX1a]
    let report = preflight(try builder.open(), profile: flat)
    let words = report.notes.filter { $0.kind.code == "K48" }.map(\.words.en)
    #expect(words.contains { $0.contains("too new for PDF/X-1a") })
    #expect(words.contains("colours with an ICC profile, which PDF/X-1a forbids"))
    #expect(words.contains { $0.contains("lacks Title, CreationDate, ModDate") })
  }

  // MARK: Workers

  @Test func workersFindTheSame() async throws {
    var builder = PressBuilder(64)
    for page in 0..<64 {
      builder.pages[page].entries +=
        "/Resources<</Font<</F<</Subtype/Type1/BaseFont/F\(page % 3)>>>>>>"
      builder.pages[page].content =
        "BT /F 9 Tf 60 60 Td (a) Tj ET" + (page % 5 == 0 ? " 1 0 0 rg 50 50 9 9 re f" : "")
    }
    let file = try builder.open()
    let one = preflight(file, profile: .usual)
    let many = await preflight(file, profile: .usual, workers: 5)
    #expect(one.findings == many.findings && one.facts == many.facts && one.fonts == many.fonts)
  }
}
