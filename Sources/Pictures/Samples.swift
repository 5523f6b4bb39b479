import CPNG
package import Core

/// The samples of a decoded picture, row by row, rows filled up to whole bytes.
package struct Samples: Sendable, Equatable {
  /// Pixels across.
  package var width: Int
  /// Pixels down.
  package var height: Int
  /// Samples of a pixel: 1 or 3.
  package var channels: Int
  /// Bits of a sample: 1, 2, 4 or 8.
  package var bits: Int
  /// Red, green and blue of each colour number; empty where samples are no colour numbers.
  package var palette: [UInt8]
  /// The rows.
  package var rows: [UInt8]

  /// Bytes of a row.
  package var stride: Int { (width * channels * bits + 7) / 8 }
}

/// The layouts of pixels that libpng's simplified interface is asked for.
///
/// *Source:* libpng 1.6 png.h, PNG_FORMAT_FLAG_ALPHA, _COLOR, _COLORMAP.
private enum PixelFormat {
  static let alpha: UInt32 = 1
  static let colour: UInt32 = 2
  static let colourmap: UInt32 = 8
}

/// Decodes a PNG file: interlacing undone, 16 bits rounded to 8, alpha laid on white paper.
///
/// Pages carry no live transparency, so a picture comes as it looks on paper. Palettes stay
/// palettes, and grey of few bits stays so. Gamma is corrected to sRGB unless the file brings a
/// profile or says that it is sRGB.
/// - Throws: `PictureFailure.damaged` where libpng gives up.
/// - Complexity: linear in the pixels; holds them once at eight bits a sample.
package func samples(of picture: Picture) throws(PictureFailure) -> Samples {
  let file = try bareFile(of: picture)
  var image = png_image()
  image.version = UInt32(PNG_IMAGE_VERSION)
  defer { png_image_free(&image) }
  var result: Samples?
  file.withUnsafeBytes { bytes in
    guard let base = bytes.baseAddress,
      png_image_begin_read_from_memory(&image, base, bytes.count) != 0,
      Int(image.width) == picture.width, Int(image.height) == picture.height
    else { return }
    let isPalette = picture.colours == .palette
    let hasAlpha = image.format & PixelFormat.alpha != 0
    let isColour = picture.colours != .grey
    image.format =
      isPalette
      ? PixelFormat.colourmap | PixelFormat.colour | PixelFormat.alpha
      : (isColour ? PixelFormat.colour : 0) | (hasAlpha ? PixelFormat.alpha : 0)
    // Sixteen bits without a gamma are sRGB here, not linear light.
    image.flags |= UInt32(PNG_IMAGE_FLAG_16BIT_sRGB)
    let channels = isPalette ? 1 : (isColour ? 3 : 1) + (hasAlpha ? 1 : 0)
    var palette = [UInt8](repeating: 0, count: 256 * 4)
    var isWhole = false
    let rows = [UInt8](unsafeUninitializedCapacity: picture.width * picture.height * channels) {
      target, count in
      isWhole =
        png_image_finish_read(
          &image, nil, target.baseAddress, Int32(picture.width * channels), &palette) != 0
      count = isWhole ? picture.width * picture.height * channels : 0
    }
    guard isWhole else { return }
    var samples = Samples(
      width: picture.width, height: picture.height, channels: channels, bits: 8, palette: [],
      rows: rows)
    if isPalette {
      samples.palette = laidOnWhite(
        Array(palette.prefix(Int(image.colormap_entries) * 4)), colours: 3)
    } else if hasAlpha {
      samples.rows = laidOnWhite(rows, colours: channels - 1)
      samples.channels = channels - 1
    }
    // Grey of few bits with a transparent level may now hold white beside its levels.
    if picture.bits < 8, !(hasAlpha && !isPalette) { samples.pack(to: picture.bits) }
    result = samples
  }
  guard let result else { throw .damaged }
  return result
}

/// The file with what says how pixels are stored and nothing else: text, dates and, where a
/// profile rules, gamma are none of the decoder's business.
private func bareFile(of picture: Picture) throws(PictureFailure) -> [UInt8] {
  let chunks = try PNGHeader.chunks(of: picture.bytes)
  let isSRGB = chunks.contains { $0.name == "sRGB" } || !picture.colourProfile.isEmpty
  var file = PNGHeader.signature
  file.reserveCapacity(picture.bytes.count)
  for chunk in chunks {
    switch chunk.name {
    case "IHDR", "PLTE", "tRNS", "IDAT", "IEND": file += picture.bytes[chunk.whole]
    case "gAMA" where !isSRGB: file += picture.bytes[chunk.whole]
    default: break
    }
  }
  return file
}

/// Pixels with alpha as they look on white paper.
private func laidOnWhite(_ pixels: [UInt8], colours: Int) -> [UInt8] {
  let count = pixels.count / (colours + 1)
  return [UInt8](unsafeUninitializedCapacity: count * colours) { target, filled in
    var from = 0
    var to = 0
    for _ in 0..<count {
      let alpha = Int(pixels[from + colours])
      for colour in 0..<colours {
        let value = Int(pixels[from + colour]) * alpha + 255 * (255 - alpha)
        target[to] = UInt8((value + 127) / 255)
        to += 1
      }
      from += colours + 1
    }
    filled = to
  }
}

extension Samples {
  /// Packs samples of one channel into few bits, first pixel highest.
  fileprivate mutating func pack(to bits: Int) {
    let perByte = 8 / bits
    let step = palette.isEmpty ? 255 / ((1 << bits) - 1) : 1
    let stride = (width + perByte - 1) / perByte
    var packed = [UInt8](repeating: 0, count: stride * height)
    for row in 0..<height {
      for column in 0..<width {
        let level = Int(rows[row * width + column]) / step
        let shift = 8 - bits * (column % perByte + 1)
        packed[row * stride + column / perByte] |= UInt8(truncatingIfNeeded: level << shift)
      }
    }
    self.bits = bits
    rows = packed
  }
}
