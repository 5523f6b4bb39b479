/// A JPEG file without what does not make the picture: where and when it was taken, by which camera
/// and whom, comments, previews, and whatever stands after its end.
///
/// What decoding needs stays byte by byte: tables, frames, scans, the marks of JFIF and Adobe, the
/// colour profile.
///
/// *Source:* ITU-T T.81 annex B; CIPA DC-008 (Exif in APP1), CIPA DC-007 (further pictures after the
/// end); ICC.1:2010 annex B.4 (profiles in APP2).
/// - Throws: `PictureFailure.damaged` where a segment leads out of the file or its end is missing.
/// - Complexity: linear in the bytes.
func bareJPEG(_ bytes: [UInt8]) throws(PictureFailure) -> [UInt8] {
  var bare: [UInt8] = [0xFF, 0xD8]
  bare.reserveCapacity(bytes.count)
  var position = 2
  while true {
    guard position + 1 < bytes.count, bytes[position] == 0xFF else { throw .damaged }
    let marker = bytes[position + 1]
    // Any number of fill bytes may precede a marker.
    if marker == 0xFF {
      position += 1
      continue
    }
    if marker == 0xD9 { return bare + [0xFF, 0xD9] }
    guard position + 4 <= bytes.count else { throw .damaged }
    let length = Int(bytes[position + 2]) << 8 | Int(bytes[position + 3])
    let end = position + 2 + length
    guard length >= 2, end <= bytes.count else { throw .damaged }
    let segment = bytes[(position + 4)..<end]
    if marker == 0xE0, segment.starts(with: Array("JFIF\0".utf8)), segment.count >= 14 {
      // Its first fourteen bytes, the last two of which say: no preview.
      bare += [0xFF, 0xE0, 0, 16] + segment.prefix(12) + [0, 0]
    } else if makesThePicture(marker, segment) {
      bare += bytes[position..<end]
    }
    position = end
    if marker == 0xDA {
      let next = endOfScan(bytes, from: end)
      bare += bytes[end..<next]
      position = next
    }
  }
}

private func makesThePicture(_ marker: UInt8, _ segment: ArraySlice<UInt8>) -> Bool {
  switch marker {
  case 0xE2: segment.starts(with: Array("ICC_PROFILE\0".utf8))
  case 0xEE: segment.starts(with: Array("Adobe".utf8))
  // All other application segments, and comments.
  case 0xE0...0xEF, 0xFE: false
  default: true
  }
}

/// Where the coded pixels of a scan end: at the next marker that is no mark of restart.
private func endOfScan(_ bytes: [UInt8], from start: Int) -> Int {
  var position = start
  while position + 1 < bytes.count {
    if bytes[position] == 0xFF {
      let next = bytes[position + 1]
      // A zero says that the byte before it is a pixel's; the others are marks of restart or fill.
      if next != 0, next != 0xFF, !(0xD0...0xD7).contains(next) { return position }
    }
    position += 1
  }
  return bytes.count
}
