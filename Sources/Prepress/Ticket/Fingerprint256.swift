import CNettle

/// SHA-256 of a file, as `sha256sum` prints it: what a printer can check.
///
/// *Source:* FIPS 180-4.
package func sha256(_ bytes: [UInt8]) -> String {
  var context = sha256_ctx()
  nettle_sha256_init(&context)
  bytes.withUnsafeBufferPointer { nettle_sha256_update(&context, $0.count, $0.baseAddress) }
  var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
  digest.withUnsafeMutableBufferPointer {
    nettle_sha256_digest(&context, $0.count, $0.baseAddress)
  }
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
