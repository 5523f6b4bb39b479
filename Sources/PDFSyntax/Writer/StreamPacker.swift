import CZlib

/// Compresses a stream whose data come piece by piece, so that they never lie in memory as a whole.
///
/// *Source:* ISO 32000-1 §7.4.4; RFC 1950.
package struct StreamPacker: ~Copyable {
  private var zip: UnsafeMutablePointer<z_stream>?
  private var packed: [UInt8] = []
  private var count = 0

  /// Starts a stream that is compressed as the form says.
  package init(form: FileForm) {
    guard !form.isPretty else {
      zip = nil
      return
    }
    let zip = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    zip.initialize(to: z_stream())
    let began = deflateInit_(
      zip, StreamPacker.level, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    // It only fails without memory; then data go as they are.
    if began == Z_OK {
      self.zip = zip
    } else {
      zip.deallocate()
      self.zip = nil
    }
  }

  deinit {
    guard let zip else { return }
    deflateEnd(zip)
    zip.deallocate()
  }

  /// zlib's level: pictures gain two percent by the highest, for twice the time.
  static let level: Int32 = 6

  /// Takes a piece.
  package mutating func append(_ data: [UInt8]) {
    count += data.count
    guard zip != nil else {
      packed.append(contentsOf: data)
      return
    }
    run(data, Z_NO_FLUSH)
  }

  /// Ends the stream.
  package consuming func finished() -> SealedStream {
    if zip != nil { run([], Z_FINISH) }
    return SealedStream(packed: packed, isDeflated: zip != nil, originalCount: count)
  }

  private mutating func run(_ data: [UInt8], _ flush: Int32) {
    guard let zip else { return }
    var room = [UInt8](repeating: 0, count: 1 << 16)
    data.withUnsafeBufferPointer { input in
      zip.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      zip.pointee.avail_in = UInt32(input.count)
      repeat {
        let size = room.count
        let filled = room.withUnsafeMutableBufferPointer { output -> Int in
          zip.pointee.next_out = output.baseAddress
          zip.pointee.avail_out = UInt32(size)
          deflate(zip, flush)
          return size - Int(zip.pointee.avail_out)
        }
        packed.append(contentsOf: room[..<filled])
      } while zip.pointee.avail_out == 0
      zip.pointee.next_in = nil
    }
  }
}
