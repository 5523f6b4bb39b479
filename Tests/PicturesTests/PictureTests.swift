import Core
import Pictures
import SazbaTesting
import Testing

/// The pictures of Tests/Publications/obrazky, drawn by Tests/Tools/pictures.py.
@Suite struct PictureTests {
  /// A JPEG file that says where it was taken, in every place where files do: Exif, XMP, a preview
  /// of JFIF, Photoshop's segment, a comment, further pictures after the end.
  private func withSecrets(_ file: [UInt8]) -> [UInt8] {
    func segment(_ marker: UInt8, _ words: String) -> [UInt8] {
      let count = words.utf8.count + 2
      return [0xFF, marker, UInt8(count >> 8), UInt8(count & 0xFF)] + Array(words.utf8)
    }
    let secret = "TAJNE 49.08N 15.43E"
    let before =
      segment(0xE1, "Exif\0\0" + secret)
      + segment(0xE1, "http://ns.adobe.com/xap/1.0/\0" + secret)
      + segment(0xE0, "JFXX\0" + secret) + segment(0xE2, "MPF\0" + secret)
      + segment(0xED, "Photoshop 3.0\0" + secret) + segment(0xFE, secret)
    let start = file.count > 20 && file[3] == 0xE0 ? 4 + Int(file[5]) : 2
    return Array(file[..<start]) + before + Array(file[start...])
      + [0xFF, 0xD8] + segment(0xE1, "Exif\0\0" + secret) + [0xFF, 0xD9]
  }

  private func holds(_ words: String, _ bytes: [UInt8]) -> Bool {
    let wanted = Array(words.utf8)
    return bytes.indices.dropLast(wanted.count - 1).contains {
      bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }

  private func picture(_ name: String) throws -> Picture {
    let bytes = try Repository.bytes(of: "Tests/Publications/obrazky/obrazky/" + name)
    return try readPicture(bytes, name: name)
  }

  private func failure(_ bytes: [UInt8]) -> PictureFailure? {
    do throws(PictureFailure) {
      _ = try readPicture(bytes, name: "zkouska")
      return nil
    } catch { return error }
  }

  @Test func headersOfJPEG() throws {
    let colour = try picture("rgb.jpg")
    #expect(colour.format == .jpeg(isInverted: false, isPlainRGB: false))
    #expect((colour.width, colour.height) == (320, 240))
    #expect(colour.colours == .rgb && colour.colourProfile.isEmpty)
    #expect(try picture("seda.jpg").colours == .grey)
    #expect(try picture("postupny.jpg").width == 320)
    let inks = try picture("cmyk.jpg")
    #expect(inks.format == .jpeg(isInverted: true, isPlainRGB: false) && inks.colours == .cmyk)
    #expect(inks.colourProfile.count == 5_504)
  }

  @Test(arguments: PictureOrientation.allCases)
  func orientations(_ orientation: PictureOrientation) throws {
    let turned = try picture("otoceni-\(orientation.rawValue).jpg")
    #expect(turned.orientation == orientation)
    #expect(turned.upright == (320, 240))
    #expect(turned.width == (orientation.swapsSides ? 240 : 320))
  }

  @Test func anExifBlockOfEitherByteOrderAndABrokenOne() throws {
    let file = try Repository.bytes(of: "Tests/Publications/obrazky/obrazky/otoceni-6.jpg")
    let start = try #require(
      file.indices.dropLast(6).first { file[$0..<$0 + 6].elementsEqual("Exif\0\0".utf8) })
    let order = Array(file[(start + 6)..<(start + 8)])
    #expect(order == Array("MM".utf8) || order == Array("II".utf8))
    var other = Array(file)
    // A directory beyond the end of the block means nothing, and nothing breaks.
    other.replaceSubrange((start + 10)..<(start + 14), with: [0x7F, 0xFF, 0xFF, 0xFF])
    #expect(try readPicture(other, name: "x").orientation == .upright)
    let little: [UInt8] = [
      0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0,
    ]
    let length = 2 + 6 + little.count
    let segment: [UInt8] =
      [0xFF, 0xE1, 0, UInt8(length)] + Array("Exif\0\0".utf8) + little
    let plain = try picture("rgb.jpg").bytes
    let whole = Array(plain[..<2]) + segment + Array(plain[2...])
    #expect(try readPicture(whole, name: "x").orientation == .quarterTurnBack)
  }

  @Test(arguments: ["rgb.jpg", "seda.jpg", "cmyk.jpg", "postupny.jpg", "otoceni-6.jpg"])
  func noPlaceCommentOrPreviewPassesOn(_ name: String) throws {
    let path = "Tests/Publications/obrazky/obrazky/" + name
    let file = try Repository.bytes(of: path)
    let told = withSecrets(file)
    #expect(holds("TAJNE", told))
    let bare = try readPicture(told, name: name)
    #expect(!holds("TAJNE", bare.bytes) && !holds("Exif", bare.bytes))
    let plain = try readPicture(file, name: name)
    #expect(bare.bytes == plain.bytes)
    #expect(bare.orientation == plain.orientation && bare.colourProfile == plain.colourProfile)
    // What decoding needs is all there: the same picture, and once bare, always bare.
    let again = try readPicture(bare.bytes, name: name)
    #expect(again.bytes == bare.bytes && again.format == plain.format)
    #expect(again.colourProfile == plain.colourProfile)
  }

  /// The pixel of the motif at a place: red, green, blue.
  private func pixel(_ samples: Samples, _ x: Int, _ y: Int) -> [UInt8] {
    let start = y * samples.stride + x * samples.channels
    guard !samples.palette.isEmpty else {
      return Array(samples.rows[start..<start + samples.channels])
    }
    let perByte = 8 / samples.bits
    let byte = samples.rows[y * samples.stride + x / perByte]
    let level = Int(byte) >> (8 - samples.bits * (x % perByte + 1)) & ((1 << samples.bits) - 1)
    return Array(samples.palette[(level * 3)..<(level * 3 + 3)])
  }

  private let red: [UInt8] = [200, 40, 40]
  private let green: [UInt8] = [40, 160, 70]
  private let blue: [UInt8] = [40, 70, 190]
  private let yellow: [UInt8] = [230, 200, 40]

  @Test(arguments: ["rgb.png", "paleta.png", "sestnact-bitu.png", "prokladany.png"])
  func samplesOfColour(_ name: String) throws {
    let samples = try samples(of: picture(name))
    #expect(pixel(samples, 0, 0) == red)
    #expect(pixel(samples, 319, 0) == green)
    #expect(pixel(samples, 0, 239) == blue)
    #expect(pixel(samples, 319, 239) == yellow)
    #expect(pixel(samples, 32, 24) == [255, 255, 255])
    #expect(pixel(samples, 31, 24) == red)
    #expect(samples.bits == (name == "paleta.png" ? 4 : 8))
  }

  @Test func alphaIsLaidOnWhite() throws {
    let fade = try samples(of: picture("pruhledny.png"))
    #expect(fade.channels == 3)
    #expect(pixel(fade, 0, 0) == red)
    // At the left edge of the lower half opaque; at x = 160 alpha is 155: 230 over white.
    #expect(pixel(fade, 0, 239) == blue)
    #expect(pixel(fade, 160, 239) == [240, 222, 124])
    let palette = try samples(of: picture("paleta-pruhledna.png"))
    #expect(pixel(palette, 0, 0) == red)
    #expect(pixel(palette, 319, 0) == [147, 207, 162])
    #expect(pixel(palette, 319, 239) == [255, 255, 255])
  }

  @Test func fewBitsStayFew() throws {
    let lines = try samples(of: picture("cernobily.png"))
    #expect(lines.bits == 1 && lines.stride == 40 && lines.palette.isEmpty)
    #expect(lines.rows[0] == 0 && lines.rows[24 * 40 + 4] == 0xFF)
    let grey = try samples(of: picture("seda.png"))
    #expect(grey.bits == 8 && grey.channels == 1 && pixel(grey, 319, 0) == [90])
  }

  @Test func whatCannotBeSetIsToldApart() throws {
    let photograph = try picture("rgb.jpg").bytes
    let drawing = try picture("rgb.png").bytes
    #expect(failure([]) == .unknownFormat)
    #expect(failure(Array("GIF89a".utf8)) == .unknownFormat)
    let frame = try #require(
      photograph.indices.dropLast().first { photograph[$0] == 0xFF && photograph[$0 + 1] == 0xC0 })
    var lossless = photograph
    lossless[frame + 1] = 0xC3
    #expect(failure(lossless) == .unsupportedJPEG)
    var twelve = photograph
    twelve[frame + 4] = 12
    #expect(failure(twelve) == .unsupportedJPEG)
    var vast = photograph
    vast.replaceSubrange((frame + 5)..<(frame + 9), with: [0xFF, 0xFF, 0xFF, 0xFF])
    #expect(failure(vast) == .tooLarge(width: 65_535, height: 65_535))
    var flat = photograph
    flat.replaceSubrange((frame + 5)..<(frame + 7), with: [0, 0])
    #expect(failure(flat) == .damaged)
    var wrong = drawing
    wrong[wrong.count / 2] ^= 0xFF
    wrong[29] ^= 0xFF
    #expect(failure(wrong) == .damaged)
  }

  /// No cut of a file breaks anything, and all but the longest are told.
  @Test(arguments: ["rgb.jpg", "cmyk.jpg", "paleta.png", "prokladany.png"])
  func everyCutIsDamaged(_ name: String) throws {
    let bytes = try picture(name).bytes
    for count in stride(from: 8, to: bytes.count - 2, by: 7) {
      #expect(failure(Array(bytes[..<count])) == .damaged, "\(count) bytes of \(name)")
    }
  }
}
