/// Reads numbers of any count of bits, the highest first.
struct BitReader {
  private let bytes: ArraySlice<UInt8>
  private var bit = 0

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// The number in the next bits, at most 32; nothing where they have ended.
  mutating func next(_ count: Int) -> UInt64? {
    guard count > 0, count <= 32, bit + count <= bytes.count * 8 else { return nil }
    var number: UInt64 = 0
    var left = count
    while left > 0 {
      let rest = 8 - bit & 7
      let taken = min(rest, left)
      let byte = UInt64(bytes[bytes.startIndex + bit >> 3])
      number = number << UInt64(taken) | byte >> UInt64(rest - taken) & (1 << UInt64(taken) - 1)
      bit += taken
      left -= taken
    }
    return number
  }

  /// Goes on at the next whole byte.
  mutating func align() { bit = (bit + 7) & ~7 }
}
