import Colorimetry
import Core
import PDFSyntax
import Pictures

/// How pictures in colours of a screen become inks.
struct PressPictures: Sendable {
  /// Nothing where they are kept as they are.
  let conversion: PictureConversion?
  /// The profile of the press; empty where only its name is known.
  let icc: [UInt8]
  /// The profile of pictures in RGB that have none.
  let screen: [UInt8]
  /// The greatest sum of inks in percent.
  let inkLimit: Int

  /// What an edition says of them; nothing where it is not printed.
  init?(_ profile: Profile, icc: [UInt8], screen: [UInt8]) {
    guard let press = profile.press else { return nil }
    // A file without colour management has no other way.
    let usual = PictureConversion(intent: .relative, compensatesBlack: true)
    conversion = press.conversion ?? (profile.isFlat ? usual : nil)
    self.icc = icc
    self.screen = screen
    inkLimit = press.inkLimit
  }
}

extension EmbeddedPicture {
  /// How many rows are in memory at once: some megabyte of them.
  static func band(_ stride: Int) -> Int { max(1, (1 << 20) / max(1, stride)) }

  /// Turns a picture in RGB into inks, some rows at a time; of a palette only its colours, and those that
  /// are grey into black.
  ///
  /// Its own profile says what its colours mean, else they are a screen's. Nothing is resampled, and
  /// the rows are packed without loss: what a JPEG file lost once is not lost again.
  static func converted(
    _ picture: Picture, image: Int, profile: [UInt8], press: PressPictures,
    as conversion: PictureConversion, form: FileForm
  ) -> Result<EmbeddedPicture, PictureRefusal> {
    do throws(ColourProfileFault) {
      let conversion = try InkConversion(
        from: profile.isEmpty ? press.screen : profile, to: press.icc, by: conversion,
        inkLimit: press.inkLimit)
      do throws(PictureFailure) {
        return .success(try converted(picture, image: image, by: conversion, form: form))
      } catch {
        return .failure(PictureRefusal(image: image, reason: .broken))
      }
    } catch {
      return .failure(PictureRefusal(image: image, reason: .badProfile))
    }
  }

  private static func converted(
    _ picture: Picture, image: Int, by conversion: borrowing InkConversion, form: FileForm
  ) throws(PictureFailure) -> EmbeddedPicture {
    var inks: [UInt8] = []
    if picture.colours == .palette {
      let samples = try samples(of: picture)
      conversion.convert(samples.palette, into: &inks)
      // Drawings have palettes: their black letters and grey lines print in black alone, as type does.
      for colour in 0..<samples.palette.count / 3 {
        let level = samples.palette[colour * 3]
        guard samples.palette[colour * 3 + 1] == level, samples.palette[colour * 3 + 2] == level
        else { continue }
        inks.replaceSubrange(colour * 4..<colour * 4 + 4, with: [0, 0, 0, 255 - level])
      }
      return EmbeddedPicture(image: image, samples: samples, palette: inks, form: form)
    }
    var rows = try PictureRows(picture)
    guard rows.channels == 3 else { throw .damaged }
    var packer = StreamPacker(form: form)
    var predictor = RowPredictor(stride: rows.width * 4, step: 4)
    var (colours, packed): ([UInt8], [UInt8]) = ([], [])
    let band = band(rows.stride)
    while try rows.read(band, into: &colours) > 0 {
      conversion.convert(colours, into: &inks)
      guard !form.isPretty else {
        packer.append(inks)
        continue
      }
      packed.removeAll(keepingCapacity: true)
      predictor.add(inks, to: &packed)
      packer.append(packed)
    }
    return EmbeddedPicture(
      image: image, width: rows.width, height: rows.height, inks: packer.finished(),
      form: form)
  }
}
