import Colorimetry
import Core
import PDFSyntax
import Pictures

/// A picture as an image XObject.
///
/// *Source:* ISO 32000-1 §8.9.5; §7.4.8 (JPEG); §8.6.6.3 (palettes).
struct EmbeddedPicture: Sendable {
  /// What its colours mean.
  enum Profile: Sendable {
    /// The colours of the output intent, or grey.
    case device
    /// The profile of the output intent, by name.
    case outputIntent
    /// A profile of its own, by its number on the shelf.
    case own(Int)
  }
  /// How the stream is packed.
  private enum Packing: Sendable {
    case jpeg(isInverted: Bool, isPlainRGB: Bool)
    case rows
    /// Deflated rows with PNG's predictors.
    case predicted
  }

  /// Its number among the pictures of the pages.
  let image: Int
  var profile = Profile.device
  private let width, height, bits: Int
  private let colours: Picture.Colours
  private let palette: [UInt8]
  /// Channels of a colour of the palette.
  private var base = Picture.Colours.rgb
  private let packing: Packing
  private let stream: SealedStream

  /// The profile of a picture; empty where it has none that may be embedded.
  static func profile(of picture: Picture) -> [UInt8] {
    var profile = picture.colourProfile
    if picture.format == .png, !profile.isEmpty {
      profile = (try? Flate.inflated(profile[...], limit: ColourProfile.largest)) ?? []
    }
    return ColourProfile(profile)?.colours == picture.screenColours ? profile : []
  }

  /// Prepares a picture that is kept as it is; its profile comes beside it, empty where it has none that
  /// may be embedded and where it is printed: inks are the press's own.
  static func kept(
    _ picture: Picture, image: Int, press: PressPictures?, assumed: [UInt8], form: FileForm
  ) -> Result<(EmbeddedPicture, profile: [UInt8]), PictureRefusal> {
    var profile = profile(of: picture)
    let wanted = picture.screenColours
    if picture.colours == .cmyk, profile.isEmpty, press == nil {
      // Most likely it was made for the press that such pictures are made for.
      if ColourProfile(assumed)?.colours == .cmyk { profile = assumed }
    }
    if picture.colours == .cmyk, profile.isEmpty, press == nil {
      return .failure(PictureRefusal(image: image, reason: .bareInks))
    }
    do throws(PictureFailure) {
      let made = try EmbeddedPicture(picture, image: image, form: form)
      guard let press else { return .success((made, profile)) }
      // Colours of a screen need a profile on the press, even where they are kept.
      if wanted == .rgb { return .success((made, profile.isEmpty ? press.screen : profile)) }
      return .success((made, []))
    } catch {
      return .failure(PictureRefusal(image: image, reason: .broken))
    }
  }

  /// A picture whose colours have become inks.
  init(
    image: Int, samples: Samples, palette: [UInt8], form: FileForm
  ) {
    self.image = image
    (width, height, bits) = (samples.width, samples.height, samples.bits)
    colours = .palette
    base = .cmyk
    self.palette = palette
    packing = .rows
    stream = SealedStream(samples.rows, form: form)
  }

  /// A picture in black or in four inks, its rows packed already.
  init(
    image: Int, width: Int, height: Int, colours: Picture.Colours, rows: SealedStream,
    form: FileForm
  ) {
    self.image = image
    (self.width, self.height, bits) = (width, height, 8)
    self.colours = colours
    palette = []
    packing = form.isPretty ? .rows : .predicted
    stream = rows
  }

  private init(_ picture: Picture, image: Int, form: FileForm) throws(PictureFailure) {
    self.image = image
    width = picture.width
    height = picture.height
    colours = picture.colours
    switch picture.format {
    case .jpeg(let isInverted, let isPlainRGB):
      bits = 8
      palette = []
      packing = .jpeg(isInverted: isInverted, isPlainRGB: isPlainRGB)
      stream = SealedStream(plain: picture.bytes)
    case .png:
      let samples = try samples(of: picture)
      bits = samples.bits
      palette = samples.palette
      // Neighbours in a palette or in packed rows have nothing to predict.
      let isPredicted = !form.isPretty && samples.bits == 8 && samples.palette.isEmpty
      packing = isPredicted ? .predicted : .rows
      stream = SealedStream(isPredicted ? predicted(samples) : samples.rows, form: form)
    }
  }

  func write(as object: Reference, _ plan: ObjectPlan, to file: inout FileWriter) {
    file.append(object, stream) { entries in
      entries.name("Type", "XObject")
      entries.name("Subtype", "Image")
      entries.integer("Width", width)
      entries.integer("Height", height)
      writeColours(plan, to: &entries)
      entries.integer("BitsPerComponent", bits)
      switch packing {
      case .jpeg(let isInverted, let isPlainRGB):
        entries.name("Filter", "DCTDecode")
        if isPlainRGB { entries.dictionary("DecodeParms") { $0.integer("ColorTransform", 0) } }
        if isInverted {
          entries.array("Decode") { array in
            for _ in 0..<4 {
              array.integer(1)
              array.integer(0)
            }
          }
        }
      case .rows: break
      case .predicted:
        entries.dictionary("DecodeParms") { parameters in
          parameters.integer("Predictor", 15)
          parameters.integer("Colors", colours.channels)
          parameters.integer("Columns", width)
        }
      }
    }
  }

  private func writeColours(_ plan: ObjectPlan, to entries: inout DictionaryWriter) {
    let reference: Reference? =
      switch profile {
      case .device: nil
      case .outputIntent: ObjectPlan.colourProfile
      case .own(let number): plan.pictureProfile(number)
      }
    let device =
      switch colours {
      case .grey: "DeviceGray"
      case .cmyk: "DeviceCMYK"
      case .rgb, .palette: base == .cmyk ? "DeviceCMYK" : "DeviceRGB"
      }
    func based(_ array: inout ArrayWriter, on reference: Reference) {
      array.name("ICCBased")
      array.reference(reference)
    }
    if colours == .palette {
      entries.array("ColorSpace") { array in
        array.name("Indexed")
        if let reference {
          array.array { based(&$0, on: reference) }
        } else {
          array.name(device)
        }
        array.integer(palette.count / base.channels - 1)
        array.string(palette)
      }
    } else if let reference {
      entries.array("ColorSpace") { based(&$0, on: reference) }
    } else {
      entries.name("ColorSpace", device)
    }
  }
}

extension Picture {
  /// What its colours mean: those of a palette are a screen's.
  var screenColours: Picture.Colours { colours == .palette ? .rgb : colours }
}

extension PictureOrientation {
  /// Where the unit square of the stored picture lies in the unit square of the upright one:
  /// `x = a·u + c·v + e`, `y = b·u + d·v + f`, both upward.
  var matrix: (a: Int64, b: Int64, c: Int64, d: Int64, e: Int64, f: Int64) {
    switch self {
    case .upright: (1, 0, 0, 1, 0, 0)
    case .mirrored: (-1, 0, 0, 1, 1, 0)
    case .halfTurn: (-1, 0, 0, -1, 1, 1)
    case .flipped: (1, 0, 0, -1, 0, 1)
    case .transposed: (0, -1, -1, 0, 1, 1)
    case .quarterTurn: (0, -1, 1, 0, 0, 1)
    case .transverse: (0, 1, 1, 0, 0, 0)
    case .quarterTurnBack: (0, 1, -1, 0, 1, 0)
    }
  }
}
