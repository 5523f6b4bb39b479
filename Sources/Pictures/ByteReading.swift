import Core

/// Numbers in the byte orders of picture files; nothing where the bytes end.
struct ByteReading {
  let bytes: ArraySlice<UInt8>
  var isLittleEndian = false

  /// The number of `count` bytes at an offset from the start of the slice.
  func number(_ count: Int, at offset: Int) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    var value = 0
    for place in 0..<count {
      let byte = Int(bytes[bytes.startIndex + offset + place])
      value = isLittleEndian ? value | byte << (8 * place) : value << 8 | byte
    }
    return value
  }
}

/// The orientation that an Exif block states; upright where it states none.
///
/// *Source:* Exif 2.32 §4.6.2 (the TIFF header and the first directory), tag 0112.
func exifOrientation(_ block: ArraySlice<UInt8>) -> PictureOrientation {
  var reading = ByteReading(bytes: block)
  switch reading.number(2, at: 0) {
  case 0x4949: reading.isLittleEndian = true
  case 0x4D4D: break
  default: return .upright
  }
  guard reading.number(2, at: 2) == 42, let directory = reading.number(4, at: 4),
    let count = reading.number(2, at: directory)
  else { return .upright }
  for entry in 0..<count {
    let at = directory + 2 + 12 * entry
    guard let tag = reading.number(2, at: at) else { return .upright }
    guard tag == 0x0112 else { continue }
    // A short, in the first two bytes of the value.
    guard reading.number(2, at: at + 2) == 3, let value = reading.number(2, at: at + 8) else {
      return .upright
    }
    return UInt8(exactly: value).flatMap(PictureOrientation.init(rawValue:)) ?? .upright
  }
  return .upright
}
