/// Walks a range of UTF-8 bytes scalar by scalar, without strings.
///
/// Damaged bytes come out as U+FFFD, one for each byte, so a walk always ends.
struct Scalars: IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  /// The offset of the scalar that comes next.
  private(set) var offset: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    precondition(range.upperBound <= bytes.count, "the range lies within the text")
    self.bytes = bytes
    offset = range.lowerBound
    end = range.upperBound
  }

  mutating func next() -> UInt32? {
    guard offset < end else { return nil }
    let lead = bytes[offset]
    offset += 1
    if lead < 0x80 { return UInt32(lead) }
    let length = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1
    guard lead >= 0xC2, lead < 0xF5, offset + length <= end else { return 0xFFFD }
    var scalar = UInt32(lead) & (0x3F >> UInt32(length))
    for position in offset..<offset + length {
      guard bytes[position] & 0xC0 == 0x80 else { return 0xFFFD }
      scalar = scalar << 6 | UInt32(bytes[position] & 0x3F)
    }
    offset += length
    return scalar
  }
}
