import Core
import Pictures

extension FuzzTarget {
  /// A JPEG or PNG file.
  static let picture = FuzzTarget(
    name: "picture", longest: 65_536,
    words: [
      "\u{89}PNG", "IHDR", "PLTE", "tRNS", "IDAT", "IEND", "iCCP", "gAMA", "sRGB", "eXIf", "pHYs",
      "Exif\0\0", "JFIF\0", "Adobe", "ICC_PROFILE\0", "II*\0", "MM\0*",
    ],
    seeds: {
      contents(
        filesOfCheckout("Tests/Publications", ".jpg")
          + filesOfCheckout("Tests/Publications", ".png"))
    },
    run: { bytes in
      // Mutations seldom spare the size, and honest pictures of many pixels take their time.
      guard claimedPixels(of: bytes) <= 4_000_000 else { return }
      let first = outcome(of: bytes)
      demand(outcome(of: bytes) == first, "a picture read twice gives the same")
      guard case .success(let picture) = first else { return }
      demand(picture.width > 0 && picture.height > 0, "a picture has pixels")
      demand(picture.bytes.count <= bytes.count, "a picture keeps what its file needs")
      if case .success(let again) = outcome(of: picture.bytes) {
        demand(again.bytes == picture.bytes, "what is kept needs nothing taken away")
        demand((again.width, again.height) == (picture.width, picture.height), "and has its size")
      } else {
        broken("what is kept of a picture is one")
      }
      demand(picture.colourProfile.count <= 16 * bytes.count + (1 << 24), "profiles are bounded")
      guard bytes.first == 0x89 else {
        decode(picture)
        return
      }
      do throws(PictureFailure) {
        let samples = try samples(of: picture)
        demand(
          samples.rows.count == samples.stride * samples.height, "rows fill the picture")
        demand((samples.width, samples.height) == (picture.width, picture.height), "sizes agree")
        demand(samples.palette.count % 3 == 0, "a palette holds whole colours")
      } catch {
        broken("a picture that was accepted can be decoded: \(error)")
      }
    })
}

/// Decodes a JPEG file as it is decoded for the press; whatever its pixels are, rows have their length.
private func decode(_ picture: Picture) {
  guard picture.width * picture.height <= 4_000_000 else { return }
  do throws(PictureFailure) {
    var rows = try PictureRows(picture)
    var pixels: [UInt8] = []
    var count = 0
    while true {
      let read = try rows.read(16, into: &pixels)
      demand(pixels.count == read * rows.stride, "rows have their length")
      count += read
      if read == 0 { break }
    }
    demand(count == picture.height, "all rows are read")
  } catch {
    demand(error == .damaged, "what cannot be decoded is damaged")
  }
}

private func outcome(of bytes: [UInt8]) -> Result<Picture, PictureFailure> {
  do throws(PictureFailure) {
    return .success(try readPicture(bytes, name: "obrazky/a"))
  } catch {
    return .failure(error)
  }
}

/// What the header of a PNG file claims; nothing for other files.
private func claimedPixels(of bytes: [UInt8]) -> Int {
  guard bytes.first == 0x89, bytes.count >= 24 else { return 0 }
  let width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
  let height = bytes[20..<24].reduce(0) { $0 << 8 | Int($1) }
  return width.multipliedReportingOverflow(by: height).overflow ? .max : width * height
}
