package import Core

/// The most pixels that a picture may have: a sheet of A3 at 600 pixels an inch is 70 million.
let mostPixels = 100_000_000

/// Reads what the header of a JPEG or PNG file says; the file's own first bytes tell which.
///
/// Of a JPEG file the picture keeps only what decoding needs: no place, camera or comment passes on.
///
/// - Parameters:
///   - bytes: the whole file.
///   - name: its path as messages show it.
/// - Throws: `PictureFailure` where the file cannot be set.
/// - Complexity: linear in the bytes; PNG files are decoded once to prove them whole.
package func readPicture(_ bytes: [UInt8], name: String) throws(PictureFailure) -> Picture {
  if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
    return try JPEGHeader(bytes).picture(named: name, bareJPEG(bytes))
  }
  guard bytes.starts(with: PNGHeader.signature) else { throw .unknownFormat }
  let picture = try PNGHeader(bytes).picture(named: name, bytes)
  _ = try samples(of: picture)
  return picture
}

/// A picture cannot have no pixels and should not have too many.
func checkSize(_ width: Int, _ height: Int) throws(PictureFailure) {
  guard width > 0, height > 0 else { throw .damaged }
  guard width <= mostPixels / height else { throw .tooLarge(width: width, height: height) }
}
