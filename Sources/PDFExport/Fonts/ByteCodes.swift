/// How codes are written where one byte is enough: as themselves, but
///
/// - the space as 32, the only code that word spacing applies to, so that a justified line names its
///   white once;
/// - no code as a parenthesis, a backslash or a carriage return, as far as bytes are free: they would
///   have to be escaped, and among them are the commonest letters of a subset.
///
/// *Source:* ISO 32000-1 §7.3.4.2, §9.3.3.
struct ByteCodes: Sendable {
  /// By code: its byte.
  private let bytes: [UInt8]

  init(count: Int, space: Int?) {
    var bytes = Array(UInt8.min...UInt8.max)
    if let space, count <= 256 {
      bytes[space] = 32
      bytes[32] = UInt8(truncatingIfNeeded: space)
      // A byte that no code needs changes places with one that needs escaping.
      var free = 255
      for escaped in [0x28, 0x29, 0x5C, 0x0D] where escaped < count {
        while free >= count, free == 0x28 || free == 0x29 || free == 0x5C || free == 0x20 {
          free -= 1
        }
        guard free >= count, let code = bytes.firstIndex(of: UInt8(escaped)) else { break }
        bytes.swapAt(code, free)
        free -= 1
      }
    }
    self.bytes = bytes
  }

  /// The byte of a code.
  @inline(__always)
  subscript(code: UInt16) -> UInt8 { bytes[Int(code)] }

  /// The stretches of bytes whose codes follow one another.
  var ranges: [(bytes: ClosedRange<UInt8>, code: Int)] {
    var codes = [Int](repeating: 0, count: bytes.count)
    for (code, byte) in bytes.enumerated() { codes[Int(byte)] = code }
    var ranges: [(bytes: ClosedRange<UInt8>, code: Int)] = []
    for byte in UInt8.min...UInt8.max {
      if let last = ranges.last, last.code + last.bytes.count == codes[Int(byte)] {
        ranges[ranges.count - 1].bytes = last.bytes.lowerBound...byte
      } else {
        ranges.append((byte...byte, codes[Int(byte)]))
      }
    }
    return ranges
  }
}
