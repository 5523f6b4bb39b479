import Colorimetry
import Core
import Pictures

/// What a picture in colours of a screen shows, as far as the press cares.
enum PictureKind: Sendable {
  /// Grey alone, whatever its file says: it prints in black alone.
  case neutral
  /// Few colours: a drawing or a logo, whose greys print in black alone, as type does.
  case drawing
  /// Many colours: greys are a part of them and are made of all inks.
  case photograph

  /// So many colours at most has a drawing; so many greys there are.
  private static let most = 256

  /// Looks at the pixels of a picture, until there are more colours than a drawing has.
  ///
  /// - Throws: `PictureFailure.damaged` where the decoder gives up.
  init(of picture: Picture) throws(PictureFailure) {
    var rows = try PictureRows(picture)
    guard rows.channels == 3 else { throw .damaged }
    var colours: Set<UInt32> = []
    var last = UInt32.max
    var isNeutral = true
    var pixels: [UInt8] = []
    while try rows.read(EmbeddedPicture.band(rows.stride), into: &pixels) > 0 {
      for place in stride(from: 0, to: pixels.count, by: 3) {
        let (red, green, blue) = (pixels[place], pixels[place + 1], pixels[place + 2])
        let colour = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
        guard colour != last else { continue }
        last = colour
        guard colours.insert(colour).inserted else { continue }
        isNeutral = isNeutral && red == green && green == blue
        guard colours.count <= PictureKind.most else {
          self = .photograph
          return
        }
      }
    }
    self = isNeutral ? .neutral : .drawing
  }
}

/// Turns pixels of three bytes into what is printed of them.
struct PicturePainter: ~Copyable {
  private let kind: PictureKind
  private let conversion: InkConversion

  /// Prepares to paint.
  ///
  /// - Throws: that a profile cannot be used.
  init(
    _ kind: PictureKind, from profile: [UInt8], press: PressPictures,
    by conversion: PictureConversion
  ) throws(ColourProfileFault) {
    self.kind = kind
    self.conversion = try InkConversion(
      from: profile.isEmpty ? press.screen : profile, to: press.icc, by: conversion,
      inkLimit: press.inkLimit)
  }

  /// The colours of what it paints.
  var colours: Picture.Colours { kind == .neutral ? .grey : .cmyk }

  /// Paints pixels, in place of what `inks` held.
  func paint(_ pixels: [UInt8], into inks: inout [UInt8]) {
    guard kind != .neutral else {
      inks.removeAll(keepingCapacity: true)
      for place in stride(from: 0, to: pixels.count, by: 3) { inks.append(pixels[place]) }
      return
    }
    conversion.convert(pixels, into: &inks)
    guard kind == .drawing else { return }
    for pixel in 0..<pixels.count / 3 {
      let level = pixels[pixel * 3]
      guard pixels[pixel * 3 + 1] == level, pixels[pixel * 3 + 2] == level else { continue }
      for ink in 0..<3 { inks[pixel * 4 + ink] = 0 }
      inks[pixel * 4 + 3] = 255 - level
    }
  }
}
