import Core
import Display
import PDFExport
import PDFSyntax
import SazbaTesting
import Testing

/// The press edition: the same pages in inks. The whole sample is judged by `pdfx4_check.py`.
@Suite struct PressTests {
  private static let petrol = Colour(
    screen: 0x0F5A66, cyan: 90, magenta: 45, yellow: 45, black: 35)

  private func pressed(_ composer: Composer, as profile: Profile = .tisk) async throws -> [UInt8] {
    try await composer.pressed(as: profile).value.bytes
  }

  private func sample() throws -> Composer {
    var composer = try Composer()
    let root = composer.add(.document)
    composer.newPage()
    composer.pages[0].bleed = .mm(3)
    composer.fill(
      Rect(x: .pt(-9), y: .pt(-9), width: .pt(200), height: .pt(100)), PressTests.petrol,
      for: .artifact(.background))
    let node = composer.add(.paragraph, under: root)
    composer.set("černá", for: .node(node), x: .pt(40), y: .pt(160))
    composer.set("bílá", for: .node(node), x: .pt(40), y: .pt(60), colour: .white)
    composer.fill(
      Rect(x: .pt(40), y: .pt(170), width: .pt(100), height: .pt(1)), .black,
      for: .artifact(.layout))
    composer.fill(
      Rect(x: .pt(40), y: .pt(180), width: .pt(100), height: .pt(50)), .black,
      for: .artifact(.layout))
    return composer
  }

  private func content(_ bytes: [UInt8]) throws -> String {
    let reader = try PDFReader(bytes)
    let page = try #require(try reader.foundPages().first)
    return String(decoding: try reader.content(of: page), as: UTF8.self)
  }

  @Test func coloursAreInksAndBlackOverprints() async throws {
    let words = try content(try await pressed(try sample())).split(separator: "\n")
    func place(_ line: String, after: Int = 0) throws -> Int {
      try #require(words.indices.dropFirst(after).first { words[$0] == line }, "\(line)")
    }
    #expect(words.allSatisfy { !$0.hasSuffix(" rg") && !$0.hasSuffix(" RG") })
    #expect(words.allSatisfy { !$0.hasSuffix("BDC") && $0 != "EMC" })
    // Petrol knocks out, black letters overprint, white ones leave their gap again.
    let petrol = try place(".9 .45 .45 .35 k")
    let over = try place("/K gs")
    let gap = try place("/N gs")
    #expect(petrol < over && over < gap)
    // The thin rule overprints, the large field does not.
    let rule = try place("/K gs", after: gap)
    #expect(try place("/N gs", after: rule) > rule)
  }

  @Test func theFileIsForThePress() async throws {
    let bytes = try await pressed(try sample())
    let reader = try PDFReader(bytes)
    #expect(reader.version == PDFVersion(1, 6))
    let catalog = try reader.catalog
    #expect(catalog["StructTreeRoot"] == .null && catalog["MarkInfo"] == .null)
    #expect(catalog["Outlines"] == .null && catalog["Names"] == .null)
    let page = try #require(try reader.foundPages().first)
    #expect(page.entries["Annots"] == .null && page.entries["Tabs"] == .null)
    #expect(page.entries["BleedBox"] == page.entries["MediaBox"])
    #expect(page.entries["TrimBox"].array?.compactMap(\.integer) == [0, 0, 298, 420])
    let intent = try reader.resolved(try #require(catalog["OutputIntents"].array?.first)).dictionary
    #expect(intent?["S"].name == "GTS_PDFX")
    #expect(intent?["OutputConditionIdentifier"].text == "FOGRA39")
    let information = try reader.entry("Info", of: reader.trailer).dictionary
    #expect(information?["Trapped"].name == "False")
    let packet = String(decoding: try reader.data(of: catalog["Metadata"]), as: UTF8.self)
    #expect(packet.contains("<pdfxid:GTS_PDFXVersion>PDF/X-4<"))
    #expect(packet.contains("<pdf:Trapped>False<") && !packet.contains("pdfaid"))
  }

  @Test func pressFilesAreTheSameEveryTime() async throws {
    let composer = try sample()
    #expect(try await pressed(composer) == pressed(composer))
    #expect(try await pressed(composer, as: .flat) == pressed(composer, as: .flat))
  }

  /// The lines of a content stream that set type and draw shapes: without colours, states and tags.
  private func shapes(_ bytes: [UInt8]) throws -> [Substring] {
    let ends = [" k", " K", " g", " G", " rg", " RG", " gs", "BDC", "EMC"]
    return try content(bytes).split(separator: "\n").filter { line in
      !ends.contains(where: line.hasSuffix)
    }
  }

  @Test func allEditionsComeFromOneLayout() async throws {
    let composer = try sample()
    let web = try await export(
      composer.list, fonts: composer.book, profile: .web,
      icc: try Repository.bytes(of: "Fonts/ICC/sRGB.icc"), workers: 2
    ).value.bytes
    let lines = try shapes(web)
    #expect(lines.count >= 10)
    #expect(try await shapes(pressed(composer)) == lines)
    #expect(try await shapes(pressed(composer, as: .flat)) == lines)
  }

  @Test func theFlatFileKnowsPDF14Alone() async throws {
    let bytes = try await pressed(try sample(), as: .flat)
    let reader = try PDFReader(bytes)
    #expect(reader.version == PDFVersion(1, 4))
    let text = String(decoding: bytes.filter { $0 < 0x80 }, as: UTF8.self)
    for word in ["/ObjStm", "/XRef", "/ICCBased", "/SMask", "/Group", "/DeviceRGB", "/Annots"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.contains("\nxref\n0 "))
    let information = try reader.entry("Info", of: reader.trailer).dictionary
    #expect(information?["GTS_PDFXVersion"].text == "PDF/X-1a:2003")
    #expect(information?["GTS_PDFXConformance"] == .null && information?["Trapped"].name == "False")
    #expect(information?["CreationDate"].text == "D:20241105000000Z")
    #expect(information?["Title"].text == "Zkouška sazby")
    let packet = String(
      decoding: try reader.data(of: try reader.catalog["Metadata"]), as: UTF8.self)
    #expect(packet.contains("<pdfx:GTS_PDFXVersion>PDF/X-1a:2003<") && !packet.contains("pdfxid"))
  }

  @Test func aRegisteredNameStandsForTheProfile() async throws {
    var profile = Profile.flat
    profile.outputIntent.isEmbedded = false
    profile.outputIntent.registry = "http://www.color.org"
    let bytes = try await pressed(try sample(), as: profile)
    let reader = try PDFReader(bytes)
    let intents = try reader.catalog["OutputIntents"].array
    let intent = try reader.resolved(try #require(intents?.first)).dictionary
    #expect(intent?["DestOutputProfile"] == .null)
    #expect(intent?["OutputConditionIdentifier"].text == "FOGRA39")
    #expect(intent?["RegistryName"].text == "http://www.color.org")
    #expect(bytes.count < 100_000)
  }

  @Test(arguments: [Length.mm(3), .mm(5), .microMetres(2_500)])
  func artworkReachesThePrintersBleed(bleed: Length) async throws {
    var profile = Profile.tisk
    profile.press?.bleed = bleed
    let bytes = try await pressed(try sample(), as: profile)
    let reader = try PDFReader(bytes)
    let page = try #require(try reader.foundPages().first)
    func box(_ key: StaticString) -> [Double] {
      page.entries[key].array?.compactMap(\.number) ?? []
    }
    // Whole points, never less than asked for.
    let outset = -(box("BleedBox").first ?? 0)
    let wanted = Double(bleed.sp) / 65_536
    #expect(outset >= wanted && outset < wanted + 1 && outset == outset.rounded())
    #expect(box("TrimBox") == [0, 0, 298, 420])
    #expect(box("BleedBox") == [-outset, -outset, 298 + outset, 420 + outset])
    // The field of the sample reaches three millimetres beyond three edges; it is drawn out there.
    let lines = try content(bytes).split(separator: "\n")
    let field = try #require(lines.first { $0.hasSuffix("re f") })
    let numbers = field.split(separator: " ").prefix(4).compactMap { Double($0) }
    #expect(numbers[0] <= -outset && numbers[1] + numbers[3] >= 420 + outset)
  }

  @Test func marksStandBehindTheBleed() async throws {
    var profile = Profile.tisk
    profile.press?.hasMarks = true
    let bytes = try await pressed(try sample(), as: profile)
    let reader = try PDFReader(bytes)
    let page = try #require(try reader.foundPages().first)
    let bleed = page.entries["BleedBox"].array?.compactMap(\.number) ?? []
    let media = page.entries["MediaBox"].array?.compactMap(\.number) ?? []
    try #require(bleed.count == 4 && media.count == 4)
    #expect(media[0] < bleed[0] - 20 && media[3] > bleed[3] + 20)
    let words = try content(bytes).split(separator: "\n")
    let start = try #require(words.firstIndex(of: "/All CS 1 SCN"))
    var points: [[Double]] = []
    for line in words[start...] where line.hasSuffix(" m") || line.hasSuffix(" l") {
      points.append(line.split(separator: " ").prefix(2).compactMap { Double($0) })
    }
    #expect(points.count == 2 * (8 + 8))
    for point in points {
      let isInside =
        point[0] > bleed[0] && point[0] < bleed[2] && point[1] > bleed[1] && point[1] < bleed[3]
      #expect(!isInside, "\(point)")
    }
  }

  @Test func declaredSpotColoursAreInksOfTheirOwn() async throws {
    var composer = try sample()
    composer.spots = [
      SpotColour(name: "PANTONE 300 C", cyan: 100, magenta: 56, yellow: 0, black: 3),
      SpotColour(name: "HKS 13", cyan: 0, magenta: 100, yellow: 90, black: 0),
    ]
    var blue = Colour(screen: 0x005EB8, cyan: 40, magenta: 22, yellow: 0, black: 1)
    (blue.spot, blue.tint) = (1, 40)
    var red = Colour(screen: 0xD52B1E, cyan: 0, magenta: 100, yellow: 90, black: 0)
    (red.spot, red.tint) = (2, 100)
    composer.fill(
      Rect(x: .pt(40), y: .pt(250), width: .pt(50), height: .pt(50)), blue, for: .artifact(.layout))
    composer.fill(
      Rect(x: .pt(100), y: .pt(250), width: .pt(50), height: .pt(50)), red, for: .artifact(.layout))
    var profile = Profile.flat
    profile.press?.spots = 1
    let outcome = try await composer.pressed(as: profile)
    let words = try content(outcome.value.bytes)
    #expect(words.contains("/S1 cs\n.4 scn"))
    // The printer takes one; the other is made of the four, and that is told.
    #expect(words.contains("0 1 .9 0 k") && !words.contains("/S2"))
    #expect(outcome.warnings.map(\.kind) == [PDFExportDiagnostics.replacedSpot])
    #expect(outcome.warnings.first?.message.cs.contains("HKS 13") == true)
    let reader = try PDFReader(outcome.value.bytes)
    let page = try #require(try reader.foundPages().first)
    let resources = try #require(try reader.resolved(page.entries["Resources"]).dictionary)
    let space = try #require(resources["ColorSpace"].dictionary?["S1"].array)
    #expect(space.prefix(3).map(\.name) == ["Separation", "PANTONE 300 C", "DeviceCMYK"])
    #expect(space[3].dictionary?["C1"].array?.compactMap(\.number) == [1, 0.56, 0, 0.03])
  }
}

extension Profile {
  /// What most printers get.
  static let tisk = Profile(
    name: "tisk", standards: [.pdfX4],
    outputIntent: OutputIntent(profile: "ICC/FOGRA39L_coated.icc", condition: "FOGRA39"),
    maximalBytes: 100_000_000, minimalContrast: 4.5)
  /// What older machines get.
  static let flat = Profile(
    name: "tisk-x1a", standards: [.pdfX1a],
    outputIntent: OutputIntent(profile: "ICC/FOGRA39L_coated.icc", condition: "FOGRA39"),
    maximalBytes: 100_000_000, minimalContrast: 4.5)
}

extension Composer {
  /// The pages as a file for the press.
  func pressed(
    as profile: Profile, icc: [UInt8]? = nil, form: FileForm = .compact(level: 6), workers: Int = 2
  ) async throws -> Outcome<PDFFile> {
    try await export(
      list, fonts: book, profile: profile,
      icc: try icc ?? Repository.bytes(of: "Fonts/ICC/FOGRA39L_coated.icc"),
      screen: try Repository.bytes(of: "Fonts/ICC/sRGB.icc"), form: form, workers: workers)
  }
}
