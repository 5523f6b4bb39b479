import Colorimetry
import Core
import Display
import PDFSyntax
import Pictures
import SazbaTesting
import Testing

@testable import PDFExport

/// A picture of Tests/Publications/obrazky, drawn by Tests/Tools/pictures.py.
func testPicture(_ name: String) throws -> Picture {
  let bytes = try Repository.bytes(of: "Tests/Publications/obrazky/obrazky/" + name)
  return try readPicture(bytes, name: name)
}

/// How pictures are written and what another program draws of them.
@Suite struct PictureTests {
  /// Pictures on one page, four in a row, each 60 × 45 pt.
  private func file(
    of names: [String], times: Int = 1, form: FileForm = .compact(level: 6), workers: Int = 2
  ) async throws -> PDFFile {
    var composer = try Composer()
    let root = composer.add(.document)
    composer.newPage()
    composer.pictures = try names.map(testPicture)
    for number in 0..<names.count * times {
      let figure = composer.add(.figure, under: root)
      composer.elements[figure.int].alternative = "Čtyři pole"
      let box = place(number)
      composer.pages[0].paint(for: .node(figure)) {
        $0.image(ImageID(number % names.count), whole: box, visible: box)
      }
    }
    let icc = try Repository.bytes(of: "Fonts/ICC/sRGB.icc")
    return try await export(
      composer.list, fonts: composer.book, profile: .web, icc: icc, form: form, workers: workers
    ).value
  }

  private func place(_ number: Int) -> Rect {
    Rect(
      x: .pt(10 + 70 * (number % 4)), y: .pt(10 + 60 * (number / 4)), width: .pt(60),
      height: .pt(45))
  }

  /// The page as poppler draws it, four pixels a point.
  private func drawn(_ file: PDFFile) throws -> (width: Int, pixels: ArraySlice<UInt8>) {
    try withTemporaryFolder { folder in
      let path = try folder.write(file.bytes, to: "a.pdf")
      let run = try runTool("pdftoppm", ["-r", "288", "-singlefile", path])
      #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
      // P6, width and height, 255: three lines, then the pixels.
      var lines: [String] = []
      var start = 0
      while lines.count < 3 {
        let end = try #require(run.output[start...].firstIndex(of: 0x0A))
        lines.append(String(decoding: run.output[start..<end], as: UTF8.self))
        start = end + 1
      }
      let width = try #require(lines[1].split(separator: " ").first.flatMap { Int($0) })
      return (width, run.output[start...])
    }
  }

  /// The colour at a place of the motif, in thousandths of its sides, within `slack` of `wanted`.
  private func expect(
    _ wanted: [Int], _ picture: Int, _ x: Int, _ y: Int, slack: Int, _ name: String,
    in page: (width: Int, pixels: ArraySlice<UInt8>)
  ) {
    let left = 10 + 70 * (picture % 4)
    let top = 10 + 60 * (picture / 4)
    let column = left * 4 + 240 * x / 1_000
    let row = top * 4 + 180 * y / 1_000
    let start = page.pixels.startIndex + (row * page.width + column) * 3
    let found = page.pixels[start..<start + 3].map { Int($0) }
    #expect(
      zip(found, wanted).allSatisfy { abs($0 - $1) <= slack },
      "\(name) at \(x) \(y): \(found), not \(wanted)")
  }

  /// Whatever the file's orientation and kind, the upright picture stands on the page.
  @Test func anotherProgramDrawsThemUpright() async throws {
    let names =
      (1...8).map { "otoceni-\($0).jpg" } + [
        "rgb.jpg", "postupny.jpg", "rgb.png", "paleta.png", "sestnact-bitu.png", "prokladany.png",
        "cmyk.jpg",
      ]
    let page = try drawn(try await file(of: names))
    for (number, name) in names.enumerated() {
      let slack = name == "cmyk.jpg" ? 40 : 4
      for (wanted, x, y) in [
        ([200, 40, 40], 30, 30), ([40, 160, 70], 970, 30), ([40, 70, 190], 30, 970),
        ([230, 200, 40], 970, 970), ([255, 255, 255], 174, 198), ([200, 40, 40], 330, 330),
        ([200, 40, 40], 300, 198), ([200, 40, 40], 174, 400),
      ] {
        expect(wanted, number, x, y, slack: slack, name, in: page)
      }
    }
  }

  @Test func greyAndAlphaAsOnPaper() async throws {
    let page = try drawn(
      try await file(of: ["seda.png", "cernobily.png", "pruhledny.png", "paleta-pruhledna.png"]))
    expect([90, 90, 90], 0, 970, 30, slack: 2, "seda.png", in: page)
    expect([0, 0, 0], 1, 970, 30, slack: 2, "cernobily.png", in: page)
    expect([255, 255, 255], 1, 970, 970, slack: 2, "cernobily.png", in: page)
    expect([239, 222, 124], 2, 512, 970, slack: 3, "pruhledny.png", in: page)
    expect([147, 207, 162], 3, 970, 30, slack: 2, "paleta-pruhledna.png", in: page)
    expect([255, 255, 255], 3, 970, 970, slack: 2, "paleta-pruhledna.png", in: page)
  }

  @Test func aJPEGIsPassedThroughOnceHoweverOftenPlaced() async throws {
    let file = try await file(of: ["rgb.jpg"], times: 5)
    let jpeg = try testPicture("rgb.jpg").bytes
    let starts = file.bytes.indices.dropLast(jpeg.count - 1).filter {
      file.bytes[$0] == 0xFF && file.bytes[$0 + 1] == 0xD8
        && file.bytes[$0..<$0 + jpeg.count].elementsEqual(jpeg)
    }
    #expect(starts.count == 1)
  }

  @Test func dictionariesSayWhatTheFilesAre() async throws {
    let names = ["rgb.jpg", "seda.jpg", "cmyk.jpg", "rgb.png", "paleta.png", "cernobily.png"]
    let file = try await file(of: names, form: .pretty)
    let text = String(decoding: file.bytes.filter { $0 < 0x80 }, as: UTF8.self)
    let images = text.split(separator: "/Subtype /Image").dropFirst().map { part in
      part.prefix(400).split(separator: "stream\n")[0]
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(images.count == names.count)
    #expect(images[0].contains("/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode"))
    #expect(images[1].contains("/ColorSpace /DeviceGray"))
    #expect(images[2].contains("/ICCBased") && images[2].contains("/Decode [1 0 1 0 1 0 1 0]"))
    // The output intent's own profile is not written twice.
    #expect(images[3].contains("[/ICCBased 5 0 R]"))
    #expect(images[4].contains("[/Indexed/DeviceRGB 4") && images[4].contains("Component 4"))
    #expect(images[5].contains("/BitsPerComponent 1"))
    #expect(!text.contains("/SMask") && !text.contains("/Interpolate"))
  }

  @Test func bytesDoNotDependOnTheWorkers() async throws {
    let names = ["rgb.png", "cmyk.jpg", "prokladany.png", "paleta.png", "pruhledny.png"]
    let one = try await file(of: names, workers: 1)
    #expect(try await file(of: names, workers: 4).bytes == one.bytes)
  }

  @Test func profilesThatDoNotFitAreNone() throws {
    var profile = try Repository.bytes(of: "Fonts/ICC/sRGB.icc")
    #expect(ColourProfile(profile)?.colours == .rgb)
    #expect(ColourProfile(Array(profile.dropLast())) == nil)
    profile[8] = 5
    #expect(ColourProfile(profile) == nil)
    #expect(ColourProfile([]) == nil)
  }
}
