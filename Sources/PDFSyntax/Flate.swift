import CDeflate
import CZlib

/// Compression of streams.
///
/// libdeflate compresses: at the same size it takes two fifths of zlib's time. zlib inflates, because
/// it gives what a damaged stream still holds.
///
/// *Source:* ISO 32000-1 §7.4.4, RFC 1950. The only place that touches either library.
package enum Flate {
  /// Why data could not be inflated.
  package enum Failure: Error, Sendable, Equatable {
    /// The data is not what deflate writes, or ends too early.
    case damaged
    /// The data grows beyond the limit that was set.
    case tooLarge
  }

  /// The compressed form of `bytes`; `level` is libdeflate's, 1 (fast) to 12 (small).
  package static func deflated(_ bytes: [UInt8], level: Int) -> [UInt8] {
    // Without memory there is nothing to be done; the level is ours, not the user's.
    let compressor = libdeflate_alloc_compressor(Int32(level))
    precondition(compressor != nil, "libdeflate refuses to start")
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
    return bytes.withUnsafeBytes { source in
      // The bound is larger than the data: an array of that capacity would be kept by every page.
      withUnsafeTemporaryAllocation(byteCount: bound, alignment: 1) { target in
        let count = libdeflate_zlib_compress(
          compressor, source.baseAddress, source.count, target.baseAddress, bound)
        precondition(count > 0, "libdeflate outgrew its own bound")
        return [UInt8](target[..<count])
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
