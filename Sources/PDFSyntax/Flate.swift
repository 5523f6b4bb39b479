import CZlib

/// Compression of streams.
///
/// *Source:* ISO 32000-1 §7.4.4, RFC 1950. The only place that touches zlib.
package enum Flate {
  /// Why data could not be inflated.
  package enum Failure: Error, Sendable, Equatable {
    /// The data is not what deflate writes, or ends too early.
    case damaged
    /// The data grows beyond the limit that was set.
    case tooLarge
  }

  /// The compressed form of `bytes`; `level` is zlib's, 1 (fast) to 9 (small).
  package static func deflated(_ bytes: [UInt8], level: Int) -> [UInt8] {
    var stream = z_stream()
    // A failure here means that the machine has no memory left or the library is another one.
    let opened = deflateInit_(
      &stream, Int32(level), ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(opened == Z_OK, "zlib refuses to start")
    defer { deflateEnd(&stream) }
    let bound = Int(deflateBound(&stream, UInt(bytes.count)))
    return bytes.withUnsafeBufferPointer { source in
      [UInt8](unsafeUninitializedCapacity: bound) { target, count in
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(bound)
        let finished = CZlib.deflate(&stream, Z_FINISH)
        precondition(finished == Z_STREAM_END, "zlib outgrew its own bound")
        count = bound - Int(stream.avail_out)
      }
    }
  }

  /// The original of compressed bytes, at most `limit` of them.
  ///
  /// Data that ends too early gives what there is only if `isLenient`, as readers of damaged files
  /// want it.
  /// - Throws: `Failure`.
  package static func inflated(
    _ bytes: ArraySlice<UInt8>, limit: Int, isLenient: Bool = false
  ) throws(Failure) -> [UInt8] {
    var stream = z_stream()
    guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .damaged }
    defer { inflateEnd(&stream) }
    var result: [UInt8] = []
    var failure: Failure?
    let chunk = 1 << 16
    bytes.withUnsafeBufferPointer { source in
      stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
      stream.avail_in = UInt32(clamping: source.count)
      var state = Z_OK
      while state == Z_OK {
        let part = [UInt8](unsafeUninitializedCapacity: chunk) { target, count in
          stream.next_out = target.baseAddress
          stream.avail_out = UInt32(chunk)
          state = CZlib.inflate(&stream, Z_NO_FLUSH)
          count = chunk - Int(stream.avail_out)
        }
        result.append(contentsOf: part)
        if result.count > limit {
          failure = .tooLarge
          return
        }
        if part.isEmpty, state == Z_OK { break }
      }
      if state != Z_STREAM_END, !(isLenient && !result.isEmpty) { failure = .damaged }
    }
    if let failure { throw failure }
    return result
  }
}
