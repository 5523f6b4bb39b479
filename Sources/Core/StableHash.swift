import CXXHash

/// A 128-bit fingerprint that is the same in every process and on every machine.
///
/// For identifiers and cache keys, not for security.
/// *Source:* XXH3-128 of the xxHash library (its output is fixed by specification).
package struct StableHash: Sendable, Hashable {
  /// The sixteen bytes, most significant first.
  package let bytes: [UInt8]

  /// The fingerprint of a byte string.
  package init(of data: [UInt8]) {
    let hash = data.withUnsafeBytes { XXH3_128bits($0.baseAddress, $0.count) }
    var canonical = XXH128_canonical_t()
    XXH128_canonicalFromHash(&canonical, hash)
    self.bytes = withUnsafeBytes(of: &canonical) { Array($0) }
  }

  /// The fingerprint as 32 lower-case hexadecimal digits.
  package var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
