import Core

/// What the chunks of a PNG file say.
///
/// *Source:* PNG (W3C, third edition) §5 (chunks), §11.
struct PNGHeader {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  private var width = 0
  private var height = 0
  private var bits = 0
  private var colourType = 0
  private var orientation = PictureOrientation.upright
  private var profile: ArraySlice<UInt8> = []

  /// Walks the chunks to the end of the file.
  init(_ bytes: [UInt8]) throws(PictureFailure) {
    let chunks = try PNGHeader.chunks(of: bytes)
    let reading = ByteReading(bytes: bytes[chunks[0].content])
    guard chunks[0].name == "IHDR", let width = reading.number(4, at: 0),
      let height = reading.number(4, at: 4), let bits = reading.number(1, at: 8),
      let colourType = reading.number(1, at: 9)
    else { throw .damaged }
    try checkSize(width, height)
    (self.width, self.height, self.bits, self.colourType) = (width, height, bits, colourType)
    for chunk in chunks {
      let content = bytes[chunk.content]
      switch chunk.name {
      case "iCCP":
        // A name, a zero, the method, then the deflated profile.
        if let end = content.firstIndex(of: 0), end + 2 < content.endIndex {
          profile = content[(end + 2)...]
        }
      case "eXIf": orientation = exifOrientation(content)
      default: break
      }
    }
  }

  func picture(named name: String, _ bytes: [UInt8]) -> Picture {
    let colours: Picture.Colours =
      colourType == 3 ? .palette : colourType & 2 != 0 ? .rgb : .grey
    return Picture(
      name: name, format: .png, width: width, height: height, orientation: orientation,
      colours: colours, bits: bits, colourProfile: Array(profile), bytes: bytes)
  }

  // MARK: Chunks

  struct Chunk {
    var name: String
    var content: Range<Int>
    /// Length, name, content and checksum.
    var whole: Range<Int>
  }

  /// The chunks up to the last, which must be there.
  static func chunks(of bytes: [UInt8]) throws(PictureFailure) -> [Chunk] {
    var chunks: [Chunk] = []
    let reading = ByteReading(bytes: bytes[...])
    var position = signature.count
    while chunks.last?.name != "IEND" {
      guard let length = reading.number(4, at: position), position + 12 + length <= bytes.count
      else { throw .damaged }
      let content = (position + 8)..<(position + 8 + length)
      let name = String(decoding: bytes[(position + 4)..<(position + 8)], as: UTF8.self)
      chunks.append(
        Chunk(name: name, content: content, whole: position..<(content.upperBound + 4)))
      position = content.upperBound + 4
    }
    return chunks
  }
}
