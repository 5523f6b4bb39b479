/// A grey picture without compression, put together by hand.
///
/// *Source:* PNG (ISO 15948) §5; RFC 1950 §2.2; RFC 1951 §3.2.4 (stored blocks).
func greyPNG(width: Int, height: Int) -> [UInt8] {
  var rows: [UInt8] = []
  for y in 0..<height { rows += [0] + (0..<width).map { UInt8(($0 * 7 + y * 3) & 255) } }
  var zlib: [UInt8] = [0x78, 0x01]
  for start in stride(from: 0, to: rows.count, by: 65_535) {
    let part = rows[start..<min(start + 65_535, rows.count)]
    let count = UInt16(part.count)
    zlib.append(start + part.count == rows.count ? 1 : 0)
    zlib += [UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8)] + part
  }
  var (a, b): (UInt32, UInt32) = (1, 0)
  for byte in rows {
    a = (a + UInt32(byte)) % 65_521
    b = (b + a) % 65_521
  }
  zlib += bytes(of: b << 16 | a)
  let header = bytes(of: UInt32(width)) + bytes(of: UInt32(height)) + [8, 0, 0, 0, 0]
  return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header)
    + chunk("IDAT", zlib) + chunk("IEND", [])
}

private func bytes(of number: UInt32) -> [UInt8] {
  (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * UInt32($0))) }
}

private func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
  let body = Array(type.utf8) + data
  var check = UInt32.max
  for byte in body {
    check ^= UInt32(byte)
    for _ in 0..<8 { check = check & 1 == 1 ? check >> 1 ^ 0xEDB8_8320 : check >> 1 }
  }
  return bytes(of: UInt32(data.count)) + body + bytes(of: ~check)
}
