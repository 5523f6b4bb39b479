import Core

/// What the segments of a JPEG file say.
///
/// *Source:* ITU-T T.81 annex B (segments); Adobe TN 5116 (APP14); ICC.1:2010 annex B.4 (profiles in
/// APP2).
struct JPEGHeader {
  private var width = 0
  private var height = 0
  private var components: [UInt8] = []
  private var orientation = PictureOrientation.upright
  private var hasJFIF = false
  private var adobeTransform: UInt8?
  private var profileParts: [(number: UInt8, bytes: ArraySlice<UInt8>)] = []

  /// Walks the segments up to the pixels and looks for the end of the file.
  init(_ bytes: [UInt8]) throws(PictureFailure) {
    var position = 2
    while true {
      guard position + 4 <= bytes.count, bytes[position] == 0xFF else { throw .damaged }
      let marker = bytes[position + 1]
      // Any number of fill bytes may precede a marker.
      if marker == 0xFF {
        position += 1
        continue
      }
      let length = Int(bytes[position + 2]) << 8 | Int(bytes[position + 3])
      guard length >= 2, position + 2 + length <= bytes.count else { throw .damaged }
      let segment = bytes[(position + 4)..<(position + 2 + length)]
      switch marker {
      case 0xC0, 0xC1, 0xC2: try readFrame(segment)
      // Differential, lossless and arithmetic frames.
      case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: throw .unsupportedJPEG
      case 0xDA:
        guard !components.isEmpty else { throw .damaged }
        try checkEnd(bytes, after: position + 2 + length)
        return
      case 0xE0: if segment.starts(with: Array("JFIF\0".utf8)) { hasJFIF = true }
      case 0xE1:
        if segment.starts(with: Array("Exif\0\0".utf8)) {
          orientation = exifOrientation(segment.dropFirst(6))
        }
      case 0xE2:
        if segment.starts(with: Array("ICC_PROFILE\0".utf8)), segment.count > 14 {
          profileParts.append((segment[segment.startIndex + 12], segment.dropFirst(14)))
        }
      case 0xEE:
        if segment.starts(with: Array("Adobe".utf8)), segment.count >= 12 {
          adobeTransform = segment[segment.startIndex + 11]
        }
      // No segment may follow that is a mere mark: a second start, an end without pixels.
      case 0xD0...0xD9: throw .damaged
      default: break
      }
      position += 2 + length
    }
  }

  private mutating func readFrame(_ segment: ArraySlice<UInt8>) throws(PictureFailure) {
    let reading = ByteReading(bytes: segment)
    guard components.isEmpty, let bits = reading.number(1, at: 0),
      let height = reading.number(2, at: 1), let width = reading.number(2, at: 3),
      let count = reading.number(1, at: 5), segment.count >= 6 + 3 * count
    else { throw .damaged }
    guard bits == 8, [1, 3, 4].contains(count) else { throw .unsupportedJPEG }
    try checkSize(width, height)
    self.width = width
    self.height = height
    components = (0..<count).map { segment[segment.startIndex + 6 + 3 * $0] }
  }

  /// The mark of the end stands last but for a few stray bytes of cameras; where it is missing
  /// altogether, the lower part of the picture is.
  private func checkEnd(_ bytes: [UInt8], after start: Int) throws(PictureFailure) {
    var position = bytes.count - 2
    while position >= start {
      if bytes[position] == 0xFF, bytes[position + 1] == 0xD9 { return }
      position -= 1
    }
    throw .damaged
  }

  func picture(named name: String, _ bytes: [UInt8]) -> Picture {
    // Without either mark, components called R, G, B are just that; PDF would take them for
    // luminance and chrominance. *Source:* ISO 32000-1 table 13.
    let isPlain =
      components == Array("RGB".utf8) && !hasJFIF && adobeTransform == nil
    let colours: Picture.Colours =
      components.count == 1 ? .grey : components.count == 3 ? .rgb : .cmyk
    return Picture(
      name: name,
      format: .jpeg(
        isInverted: components.count == 4 && adobeTransform != nil, isPlainRGB: isPlain),
      width: width, height: height, orientation: orientation, colours: colours, bits: 8,
      colourProfile: profile, bytes: bytes)
  }

  /// The parts of the profile in their order; empty where one is missing.
  private var profile: [UInt8] {
    let parts = profileParts.sorted { $0.number < $1.number }
    for (position, part) in parts.enumerated() where Int(part.number) != position + 1 { return [] }
    return parts.flatMap(\.bytes)
  }
}
