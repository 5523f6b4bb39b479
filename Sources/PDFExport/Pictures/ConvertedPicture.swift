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

/// A picture that is to be turned into inks.
///
/// Its own profile says what its colours mean, else they are a screen's. Nothing is resampled, and the
/// rows are packed without loss: what a JPEG file lost once is not lost again.
struct PictureInScreenColours: Sendable {
  let picture: Picture
  let image: Int
  /// Its profile; empty where it has none.
  let profile: [UInt8]
  let press: PressPictures
  let conversion: PictureConversion
  let form: FileForm

  /// What it becomes, on this core alone.
  func converted() -> Result<EmbeddedPicture, PictureRefusal> {
    refusing { () throws(any Error) in
      if picture.colours == .palette { return try palette() }
      let kind = try kind
      let painter = try painter(kind)
      var rows = try PictureRows(picture)
      guard rows.channels == 3 else { throw PictureFailure.damaged }
      var packer = StreamPacker(form: form)
      let channels = painter.colours.channels
      var predictor = RowPredictor(stride: rows.width * channels, step: channels)
      var (pixels, inks, packed): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
      let band = EmbeddedPicture.band(rows.stride)
      while try rows.read(band, into: &pixels) > 0 {
        painter.paint(pixels, into: &inks)
        guard !form.isPretty else {
          packer.append(inks)
          continue
        }
        packed.removeAll(keepingCapacity: true)
        predictor.add(inks, to: &packed)
        packer.append(packed)
      }
      return EmbeddedPicture(
        image: image, width: rows.width, height: rows.height, colours: painter.colours,
        rows: packer.finished(), form: form)
    }
  }

  /// Only the colours of a palette are converted.
  private func palette() throws(any Error) -> EmbeddedPicture {
    let samples = try samples(of: picture)
    let painter = try painter(conversion.greysInBlack ? .drawing : .photograph)
    var inks: [UInt8] = []
    painter.paint(samples.palette, into: &inks)
    return EmbeddedPicture(image: image, samples: samples, palette: inks, form: form)
  }

  /// What it shows; where greys are no matter it need not be looked at.
  var kind: PictureKind {
    get throws(PictureFailure) {
      conversion.greysInBlack ? try PictureKind(of: picture) : .photograph
    }
  }

  func painter(_ kind: PictureKind) throws(ColourProfileFault) -> PicturePainter {
    try PicturePainter(kind, from: profile, press: press, by: conversion)
  }

  /// Why it cannot be written, in place of what went wrong.
  func refusal(_ error: any Error) -> PictureRefusal {
    PictureRefusal(image: image, reason: error is ColourProfileFault ? .badProfile : .broken)
  }

  private func refusing(
    _ work: () throws(any Error) -> EmbeddedPicture
  ) -> Result<EmbeddedPicture, PictureRefusal> {
    do { return .success(try work()) } catch { return .failure(refusal(error)) }
  }
}

extension EmbeddedPicture {
  /// How many rows are in memory at once: some megabyte of them.
  static func band(_ stride: Int) -> Int { max(1, (1 << 20) / max(1, stride)) }
}
