import CZlib

/// A part of a stream's data, compressed by itself, so that parts can be made on several cores.
///
/// Each part ends at a whole byte and refers to nothing before it; joined they are one stream. What
/// becomes of the data depends on where they are parted, not on who packs which part when.
///
/// *Source:* RFC 1950 §2.2 (header, checksum), RFC 1951 §3.2.4 (an empty block ends at a byte).
package struct PackedPart: Sendable {
  fileprivate let bytes: [UInt8]
  fileprivate let sum: UInt
  fileprivate let count: Int

  /// Compresses a part.
  package init(_ data: [UInt8]) {
    count = data.count
    sum = data.withUnsafeBufferPointer {
      UInt(adler32(adler32(0, nil, 0), $0.baseAddress, UInt32($0.count)))
    }
    var zip = z_stream()
    // Blocks without the header and the checksum of a whole stream.
    let began = deflateInit2_(
      &zip, StreamPacker.level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard began == Z_OK else {
      bytes = PackedPart.stored(data)
      return
    }
    defer { deflateEnd(&zip) }
    var room = [UInt8](repeating: 0, count: Int(deflateBound(&zip, UInt(data.count))) + 64)
    let size = room.count
    let filled = data.withUnsafeBufferPointer { input in
      room.withUnsafeMutableBufferPointer { output -> Int in
        zip.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        zip.avail_in = UInt32(input.count)
        zip.next_out = output.baseAddress
        zip.avail_out = UInt32(size)
        deflate(&zip, Z_SYNC_FLUSH)
        return size - Int(zip.avail_out)
      }
    }
    bytes = Array(room[..<filled])
  }

  /// Blocks of data as they are: where there is no memory to compress them.
  private static func stored(_ data: [UInt8]) -> [UInt8] {
    var blocks: [UInt8] = []
    for start in stride(from: 0, to: data.count, by: 65_535) {
      let part = data[start..<min(data.count, start + 65_535)]
      let count = UInt16(part.count)
      blocks += [0, UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8)]
      blocks += part
    }
    return blocks
  }
}

extension SealedStream {
  /// Joins parts to the stream of all their data.
  package init(joining parts: [PackedPart]) {
    // The method, its window, and the check of these two bytes.
    var packed: [UInt8] = [0x78, 0x9C]
    packed.reserveCapacity(parts.reduce(8) { $0 + $1.bytes.count })
    var sum = UInt(adler32(0, nil, 0))
    var count = 0
    for part in parts {
      packed.append(contentsOf: part.bytes)
      sum = adler32_combine(sum, part.sum, part.count)
      count += part.count
    }
    // The last block, of nothing.
    packed += [0x03, 0x00]
    for shift in [24, 16, 8, 0] { packed.append(UInt8(truncatingIfNeeded: sum >> UInt(shift))) }
    self.init(packed: packed, isDeflated: true, originalCount: count)
  }
}
