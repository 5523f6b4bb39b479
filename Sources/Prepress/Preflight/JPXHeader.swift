/// What a JPEG 2000 picture says of its colours; its pixels are not decoded here.
///
/// *Source:* ISO 15444-1 Annex I (boxes), §A.5.1 (SIZ); ISO 32000-1 §7.4.9.
struct JPXHeader: Equatable {
  /// The space of its colours; nothing where it states none that is known.
  private(set) var space: InkSpace?
  /// How many bits a sample of its first channel has; nothing where they are not stated.
  private(set) var bits: Int?
  /// Whether a channel tells how much the others cover.
  private(set) var hasOpacity = false

  /// Reads the boxes at the head of a picture, or the marks of a bare one.
  init?(_ data: ArraySlice<UInt8>) {
    let bytes = Array(data.prefix(1 << 20))
    if bytes.starts(with: [0xFF, 0x4F, 0xFF, 0x51]) {
      guard bytes.count > 43 else { return nil }
      space = JPXHeader.space(channels: JPXHeader.number(bytes, 40, 2))
      bits = Int(bytes[42] & 0x7F) + 1
      return
    }
    guard let head = JPXHeader.boxes(bytes[...]).first(where: { $0.name == "jp2h" }) else {
      return nil
    }
    for box in JPXHeader.boxes(head.content).prefix(64) {
      let content = Array(box.content)
      switch box.name {
      case "ihdr" where content.count >= 11:
        bits = content[10] == 255 ? nil : Int(content[10] & 0x7F) + 1
        if space == nil { space = JPXHeader.space(channels: JPXHeader.number(content, 8, 2)) }
      case "colr" where content.count >= 7: space = JPXHeader.space(stated: content) ?? space
      case "cdef" where content.count >= 8:
        for at in stride(from: 2, to: content.count - 5, by: 6) {
          if [1, 2].contains(JPXHeader.number(content, at + 2, 2)) { hasOpacity = true }
        }
      default: continue
      }
    }
  }

  private static func number(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
    bytes[at..<(at + count)].reduce(0) { $0 << 8 | Int($1) }
  }

  /// What pictures with so many channels mostly are.
  private static func space(channels: Int) -> InkSpace? {
    switch channels {
    case 1, 2: .gray
    case 3: .foreign("RGB", components: 3)
    case 4: .cmyk(isManaged: false)
    default: nil
    }
  }

  /// The space that a box names by a number, or by a profile.
  private static func space(stated content: [UInt8]) -> InkSpace? {
    if content[0] == 1 {
      switch number(content, 3, 4) {
      case 12: return .cmyk(isManaged: false)
      case 14: return .foreign("Lab", components: 3)
      case 16, 18: return .foreign("RGB", components: 3)
      case 17: return .gray
      default: return nil
      }
    }
    guard content.count >= 3 + 20 else { return nil }
    switch String(decoding: content[19..<23], as: UTF8.self) {
    case "GRAY": return .gray
    case "RGB ": return .foreign("ICC RGB", components: 3)
    case "CMYK": return .cmyk(isManaged: true)
    default: return nil
    }
  }

  private static func boxes(
    _ data: ArraySlice<UInt8>
  ) -> [(name: String, content: ArraySlice<UInt8>)] {
    var found: [(name: String, content: ArraySlice<UInt8>)] = []
    var at = data.startIndex
    while found.count < 1_000, at + 8 <= data.endIndex {
      var length = data[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
      var head = 8
      if length == 1, at + 16 <= data.endIndex {
        head = 16
        // Lengths of more than four bytes are beyond all that was read.
        length =
          data[(at + 8)..<(at + 12)].allSatisfy { $0 == 0 }
          ? data[(at + 12)..<(at + 16)].reduce(0) { $0 << 8 | Int($1) } : data.endIndex - at
      }
      if length == 0 { length = data.endIndex - at }
      guard length >= head else { break }
      let end = min(data.endIndex, at + length)
      found.append(
        (
          String(decoding: data[(at + 4)..<(at + 8)], as: UTF8.self),
          data[min(end, at + head)..<end]
        )
      )
      at = end
    }
    return found
  }
}
