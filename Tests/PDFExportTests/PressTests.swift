import Core
import Display
import PDFExport
import PDFSyntax
import SazbaTesting
import Testing

/// The press edition: the same pages in inks. The whole sample is judged by `pdfx4_check.py`.
@Suite struct PressTests {
  private static let tisk = Profile(
    name: "tisk", standards: [.pdfX4],
    outputIntent: OutputIntent(profile: "ICC/FOGRA39L_coated.icc", condition: "FOGRA39"),
    maximalBytes: 100_000_000, minimalContrast: 4.5)
  private static let petrol = Colour(
    screen: 0x0F5A66, cyan: 90, magenta: 45, yellow: 45, black: 35)

  private func pressed(_ composer: Composer) async throws -> [UInt8] {
    try await export(
      composer.list, fonts: composer.book, profile: PressTests.tisk,
      icc: try Repository.bytes(of: "Fonts/ICC/FOGRA39L_coated.icc"), workers: 2
    ).value.bytes
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
  }
}
