import Colorimetry
import Core
import Display
import PDFExport
import PDFSyntax
import Pictures
import SazbaTesting
import Testing

/// Pictures whose colours are grey, or many, or whose pixels are: made here, pixel by pixel.
@Suite struct GreyPictureTests {
  /// A PNG file of three bytes a pixel.
  ///
  /// *Source:* PNG (W3C, third edition) §5, §11.2.
  private func picture(
    _ width: Int, _ height: Int, _ pixel: (Int, Int) -> [UInt8]
  ) throws -> Picture {
    var rows: [UInt8] = []
    for y in 0..<height {
      rows.append(0)
      for x in 0..<width { rows += pixel(x, y) }
    }
    func big(_ number: Int) -> [UInt8] {
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
    func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
      let body = Array(name.utf8) + data
      var sum: UInt32 = .max
      for byte in body {
        sum ^= UInt32(byte)
        for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
      }
      return big(data.count) + body + big(Int(~sum))
    }
    let file =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", big(width) + big(height) + [8, 2, 0, 0, 0])
      + chunk("sRGB", [0]) + chunk("IDAT", Flate.deflated(rows, level: 1)) + chunk("IEND", [])
    return try readPicture(file, name: "a.png")
  }

  private func printed(
    _ picture: Picture, greys: Bool = true, workers: Int = 2
  ) async throws -> (space: String?, samples: [UInt8], bytes: [UInt8]) {
    var composer = try Composer()
    let root = composer.add(.document)
    composer.newPage()
    composer.pictures = [picture]
    let figure = composer.add(.figure, under: root)
    composer.elements[figure.int].alternative = "Obrázek"
    let box = Rect(x: .pt(10), y: .pt(10), width: .pt(60), height: .pt(45))
    composer.pages[0].paint(for: .node(figure)) { $0.image(ImageID(0), whole: box, visible: box) }
    var profile = Profile.tisk
    profile.press?.inkLimit = 300
    var conversion = PictureConversion(intent: .relative, compensatesBlack: true)
    conversion.greysInBlack = greys
    profile.press?.conversion = conversion
    let bytes = try await composer.pressed(as: profile, workers: workers).value.bytes
    let reader = try PDFReader(bytes)
    let page = try #require(try reader.foundPages().first)
    let resources = try #require(try reader.resolved(page.entries["Resources"]).dictionary)
    let object = try #require(resources["XObject"].dictionary)[named: "I0"]
    let entries = try #require(try reader.resolved(object).dictionary)
    return (
      try reader.resolved(entries["ColorSpace"]).name, try reader.data(of: object), bytes
    )
  }

  private func inks(_ pixels: [UInt8]) throws -> [UInt8] {
    let conversion = try InkConversion(
      from: try Repository.bytes(of: "Fonts/ICC/sRGB.icc"),
      to: try Repository.bytes(of: "Fonts/ICC/FOGRA39L_coated.icc"),
      by: PictureConversion(intent: .relative, compensatesBlack: true), inkLimit: 300)
    var inks: [UInt8] = []
    conversion.convert(pixels, into: &inks)
    return inks
  }

  @Test func aGreyPictureIsBlackAlone() async throws {
    let wedge = try picture(64, 16) { x, y in [UInt8](repeating: UInt8(x * 4 + y % 4), count: 3) }
    let (space, samples, _) = try await printed(wedge)
    #expect(space == "DeviceGray")
    var levels: [UInt8] = []
    for y in 0..<16 { for x in 0..<64 { levels.append(UInt8(x * 4 + y % 4)) } }
    #expect(samples == levels)
    // One pixel of a colour, and it is a drawing; by the profile's wish all are of four inks.
    let stained = try picture(64, 16) { x, y in
      x == 9 && y == 9 ? [200, 0, 0] : [UInt8](repeating: UInt8(x * 4), count: 3)
    }
    #expect(try await printed(stained).space == "DeviceCMYK")
    let (kept, four, _) = try await printed(wedge, greys: false)
    #expect(kept == "DeviceCMYK")
    var pixels: [UInt8] = []
    for level in samples { pixels += [level, level, level] }
    #expect(try four == inks(pixels))
  }

  @Test func greysOfADrawingAreBlackAlone() async throws {
    let colours: [[UInt8]] = [[0, 0, 0], [255, 255, 255], [128, 128, 128], [200, 30, 40]]
    let logo = try picture(32, 8) { x, _ in colours[x % 4] }
    let (space, samples, _) = try await printed(logo)
    #expect(space == "DeviceCMYK")
    let red = try inks([200, 30, 40])
    for pixel in 0..<(32 * 8) {
      let found = Array(samples[pixel * 4..<pixel * 4 + 4])
      let wanted: [UInt8] = [[0, 0, 0, 255], [0, 0, 0, 0], [0, 0, 0, 127], red][pixel % 4]
      #expect(found == wanted)
    }
    #expect(try await Array(printed(logo, greys: false).samples[0..<4]) == inks([0, 0, 0]))
  }

  @Test func greysOfAPhotographAreOfAllInks() async throws {
    // 16 × 32 colours and a grey corner: more than a drawing has.
    let photograph = try picture(32, 16) { x, y in
      x < 4 && y < 4 ? [90, 90, 90] : [UInt8(x * 7), UInt8(y * 15), 60]
    }
    let (space, samples, _) = try await printed(photograph)
    #expect(space == "DeviceCMYK")
    #expect(try Array(samples[0..<4]) == inks([90, 90, 90]))
    #expect(samples[0] > 0)
  }

  /// A stretch and a rest: who makes them does not show, and it is what one would make.
  @Test func allWorkersTogetherMakeWhatOneMakes() async throws {
    let (width, height) = (900, 800)
    func pixel(_ x: Int, _ y: Int) -> [UInt8] {
      [UInt8(truncatingIfNeeded: x), UInt8(truncatingIfNeeded: y), UInt8((x + y) % 251)]
    }
    let large = try picture(width, height, pixel)
    let one = try await printed(large, workers: 1)
    #expect(one.space == "DeviceCMYK")
    var pixels: [UInt8] = []
    for y in 0..<height { for x in 0..<width { pixels += pixel(x, y) } }
    let wanted = try inks(pixels)
    #expect(one.samples == wanted)
    #expect(try await printed(large, workers: 3).bytes == one.bytes)
    let grey = try picture(width, height) { x, _ in [UInt8](repeating: UInt8(x % 256), count: 3) }
    let printedGrey = try await printed(grey)
    #expect(printedGrey.space == "DeviceGray" && printedGrey.samples.count == width * height)
    #expect(printedGrey.samples.suffix(width) == printedGrey.samples.prefix(width))
  }
}
