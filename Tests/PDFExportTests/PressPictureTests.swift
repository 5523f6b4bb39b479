import Colorimetry
import Core
import Display
import PDFExport
import PDFSyntax
import Pictures
import SazbaTesting
import Testing

/// Pictures in files for the press: colours of a screen become inks, the rest stays.
@Suite struct PressPictureTests {
  private static let names = [
    "rgb.jpg", "postupny.jpg", "rgb.png", "prokladany.png", "sestnact-bitu.png", "pruhledny.png",
    "paleta.png", "paleta-pruhledna.png", "seda.png", "cernobily.png", "seda.jpg", "cmyk.jpg",
  ]

  private func composer(_ names: [String] = names) throws -> Composer {
    var composer = try Composer()
    let root = composer.add(.document)
    composer.newPage()
    composer.pictures = try names.map(testPicture)
    for number in names.indices {
      let figure = composer.add(.figure, under: root)
      composer.elements[figure.int].alternative = "Čtyři pole"
      let box = Rect(
        x: .pt(10 + 70 * (number % 4)), y: .pt(10 + 60 * (number / 4)), width: .pt(60),
        height: .pt(45))
      composer.pages[0].paint(for: .node(figure)) {
        $0.image(ImageID(number), whole: box, visible: box)
      }
    }
    return composer
  }

  private static func profile(limit: Int = 300) -> Profile {
    var profile = Profile.tisk
    profile.press?.conversion = PictureConversion(intent: .relative, compensatesBlack: true)
    profile.press?.inkLimit = limit
    return profile
  }

  /// The image objects by their names.
  private func images(_ bytes: [UInt8]) throws -> (PDFReader, [(PDFDictionary, PDFObject)]) {
    let reader = try PDFReader(bytes)
    let page = try #require(try reader.foundPages().first)
    let resources = try #require(try reader.resolved(page.entries["Resources"]).dictionary)
    let objects = try #require(resources["XObject"].dictionary)
    return (
      reader,
      try (0..<composer().pictures.count).map { number in
        let object = objects[named: "I\(number)"]
        guard case .stream(let entries, _) = try reader.resolved(object) else {
          throw PDFFailure(reason: .syntax, offset: 0)
        }
        return (entries, object)
      }
    )
  }

  @Test func everyPictureIsInInks() async throws {
    let outcome = try await composer().pressed(as: PressPictureTests.profile())
    #expect(outcome.warnings.isEmpty)
    let (reader, images) = try images(outcome.value.bytes)
    for (number, name) in PressPictureTests.names.enumerated() {
      let (entries, object) = images[number]
      let picture = try testPicture(name)
      #expect(entries["Width"].integer == picture.width)
      let space = try reader.resolved(entries["ColorSpace"])
      switch picture.colours {
      case .grey: #expect(space.name == "DeviceGray", "\(name)")
      case .rgb:
        #expect(space.name == "DeviceCMYK", "\(name)")
        #expect(try reader.data(of: object).count == picture.width * picture.height * 4)
      case .palette:
        #expect(space.array?.prefix(2).map(\.name) == ["Indexed", "DeviceCMYK"], "\(name)")
      case .cmyk:
        // Kept byte by byte, its profile left out: inks are the press's own.
        #expect(space.name == "DeviceCMYK" && entries["Filter"].name == "DCTDecode")
      }
    }
    let text = String(decoding: outcome.value.bytes.filter { $0 < 0x80 }, as: UTF8.self)
    #expect(!text.contains("/ICCBased") && !text.contains("/DeviceRGB") && !text.contains("/SMask"))
  }

  /// Each field of the motif in inks, as the conversion that other tests prove says it.
  @Test func fieldsHaveTheirInks() async throws {
    let press = try Repository.bytes(of: "Fonts/ICC/FOGRA39L_coated.icc")
    let conversion = try InkConversion(
      from: try Repository.bytes(of: "Fonts/ICC/sRGB.icc"), to: press,
      by: PictureConversion(intent: .relative, compensatesBlack: true), inkLimit: 300)
    var wanted: [UInt8] = []
    let fields: [UInt8] = [200, 40, 40, 40, 160, 70, 40, 70, 190, 230, 200, 40]
    conversion.convert(fields, into: &wanted)
    let (reader, images) = try images(
      try await composer().pressed(as: PressPictureTests.profile()).value.bytes)
    for (number, name) in PressPictureTests.names.enumerated().prefix(5) {
      let picture = try testPicture(name)
      let samples = try reader.data(of: images[number].1)
      for (field, place) in [(30, 30), (970, 30), (30, 970), (970, 970)].enumerated() {
        let (column, row) = (picture.width * place.0 / 1_000, picture.height * place.1 / 1_000)
        let start = (row * picture.width + column) * 4
        for ink in 0..<4 {
          let difference = abs(Int(samples[start + ink]) - Int(wanted[field * 4 + ink]))
          #expect(difference <= 8, "\(name) \(field) \(ink)")
        }
      }
    }
  }

  /// What is grey in a drawing is black alone: letters of four inks would blur.
  @Test func greysOfAPaletteAreBlackAlone() async throws {
    let picture = try testPicture("paleta.png")
    let palette = try samples(of: picture).palette
    let (reader, images) = try images(
      try await composer().pressed(as: PressPictureTests.profile()).value.bytes)
    let number = try #require(PressPictureTests.names.firstIndex(of: "paleta.png"))
    let space = try #require(try reader.resolved(images[number].0["ColorSpace"]).array)
    let inks = try #require(space[3].string)
    #expect(inks.count == palette.count / 3 * 4)
    var greys = 0
    for colour in 0..<palette.count / 3 {
      let (r, g, b) = (palette[colour * 3], palette[colour * 3 + 1], palette[colour * 3 + 2])
      let found = Array(inks[colour * 4..<colour * 4 + 4])
      if r == g, g == b {
        greys += 1
        #expect(found == [0, 0, 0, 255 - r])
      } else {
        #expect(found[0] > 0 || found[1] > 0 || found[2] > 0)
      }
    }
    #expect(greys > 0)
  }

  @Test(arguments: [225, 280, 300]) func noPlaceTakesTooMuchInk(limit: Int) async throws {
    let (reader, images) = try images(
      try await composer().pressed(as: PressPictureTests.profile(limit: limit)).value.bytes)
    for number in 0..<6 {
      let samples = try reader.data(of: images[number].1)
      var most = 0
      for place in stride(from: 0, to: samples.count, by: 4) {
        most = max(most, samples[place..<(place + 4)].reduce(0) { $0 + Int($1) })
      }
      #expect(most * 100 <= limit * 255, "\(PressPictureTests.names[number])")
    }
  }

  @Test func bytesDoNotDependOnTheWorkers() async throws {
    let one = try await composer().pressed(as: PressPictureTests.profile(), workers: 1)
    let four = try await composer().pressed(as: PressPictureTests.profile(), workers: 4)
    #expect(one.value.bytes == four.value.bytes)
  }

  @Test func peopleReadThePrettyForm() async throws {
    let outcome = try await composer().pressed(as: PressPictureTests.profile(), form: .pretty)
    let (reader, images) = try images(outcome.value.bytes)
    #expect(try reader.data(of: images[0].1).count == 320 * 240 * 4)
  }

  /// An edition that converts nothing keeps colours of a screen, with a profile; PDF/X-1a never does.
  @Test func keptPicturesHaveAProfile() async throws {
    let kept = try await composer(["rgb.png"]).pressed(as: .tisk)
    let text = String(decoding: kept.value.bytes.filter { $0 < 0x80 }, as: UTF8.self)
    #expect(text.contains("/ICCBased"))
    let flat = try await composer(["rgb.png"]).pressed(as: .flat)
    let plain = String(decoding: flat.value.bytes.filter { $0 < 0x80 }, as: UTF8.self)
    #expect(plain.contains("/DeviceCMYK") && !plain.contains("/ICCBased"))
  }

  private func codes(_ composer: Composer, _ profile: Profile, icc: [UInt8]) async -> [String] {
    do {
      return try await composer.pressed(as: profile, icc: icc).warnings.map(\.kind.code)
    } catch let rejected as Rejected {
      return rejected.diagnostics.map(\.kind.code)
    } catch {
      return ["\(error)"]
    }
  }

  @Test func p15NothingIsConvertedWithoutAProfile() async throws {
    var profile = Profile.flat
    profile.outputIntent.isEmbedded = false
    #expect(await codes(try composer(["rgb.png"]), profile, icc: []) == ["P15"])
    #expect(await codes(try composer(["seda.png", "cmyk.jpg"]), profile, icc: []) == [])
  }

  @Test func p16AProfileThatCannotBeCalculatedWith() async throws {
    var broken = try composer(["rgb.png"])
    // A header without tables.
    var header = Array(try Repository.bytes(of: "Fonts/ICC/sRGB.icc").prefix(132))
    header.replaceSubrange(0..<4, with: [0, 0, 0, 132])
    header.replaceSubrange(128..<132, with: [0, 0, 0, 0])
    broken.pictures[0].colourProfile = Flate.deflated(header, level: 6)
    let press = try Repository.bytes(of: "Fonts/ICC/FOGRA39L_coated.icc")
    #expect(await codes(broken, PressPictureTests.profile(), icc: press) == ["P16"])
  }

  @Test func p17ProfilesThatAreNoneOfAPress() throws {
    func code(_ bytes: [UInt8]) -> String? {
      do throws(Rejected) {
        _ = try inkDescription(of: bytes, file: "tisk.icc", at: nil)
        return nil
      } catch {
        return error.diagnostics.first?.kind.code
      }
    }
    #expect(code(try Repository.bytes(of: "Fonts/ICC/PSO_Uncoated_ISO12647_bas.ICC")) == nil)
    #expect(code(try Repository.bytes(of: "Fonts/ICC/sRGB.icc")) == "P17")
    #expect(code([]) == "P17")
    #expect(code([UInt8](repeating: 7, count: 9_000_000)) == "P17")
  }

  @Test func p18ANewProfileInAFlatFile() async throws {
    var press = try Repository.bytes(of: "Fonts/ICC/FOGRA39L_coated.icc")
    press[8] = 4
    #expect(await codes(try composer([]), .flat, icc: press) == ["P18"])
    #expect(await codes(try composer([]), .tisk, icc: press) == [])
  }
}
