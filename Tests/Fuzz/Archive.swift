/// The files of an archive in text: each begins with a line `=== NAME`.
///
/// - Parameter isTaken: whether a file of that name is wanted.
func unpacked(
  _ bytes: [UInt8], _ isTaken: (String) -> Bool
) -> [(name: String, bytes: [UInt8])] {
  var files: [(name: String, bytes: [UInt8])] = []
  for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
    if line.starts(with: "=== ".utf8) {
      let name = String(decoding: line.dropFirst(4), as: UTF8.self)
      if isTaken(name), files.count < 60 { files.append((name, [])) }
    } else if !files.isEmpty {
      files[files.count - 1].bytes += line + [0x0A]
    }
  }
  return files
}

/// Files as a zip archive that compresses nothing.
///
/// *Source:* APPNOTE.TXT 6.3, §4.3.
func packed(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
  var archive: [UInt8] = []
  var directory: [UInt8] = []
  for file in files {
    let name = Array(file.name.utf8)
    // Version, flags (UTF-8 names), method, time, date, checksum, sizes, lengths of name and extras.
    let facts =
      little(20, 2) + little(0x800, 2) + little(0, 2) + little(0, 2) + little(0x21, 2)
      + little(checksum(of: file.bytes), 4) + little(file.bytes.count, 4)
      + little(file.bytes.count, 4) + little(name.count, 2) + little(0, 2)
    directory +=
      little(0x0201_4B50, 4) + little(20, 2) + facts + little(0, 2) + little(0, 2) + little(0, 2)
      + little(0, 4) + little(archive.count, 4) + name
    archive += little(0x0403_4B50, 4) + facts + name + file.bytes
  }
  return archive + directory
    + (little(0x0605_4B50, 4) + little(0, 2) + little(0, 2) + little(files.count, 2)
      + little(files.count, 2) + little(directory.count, 4) + little(archive.count, 4)
      + little(0, 2))
}

private func little(_ value: Int, _ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}

/// The checksum of ISO/IEC 13239 that zip archives hold.
private func checksum(of bytes: [UInt8]) -> Int {
  var sum: UInt32 = .max
  for byte in bytes {
    sum ^= UInt32(byte)
    for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
  }
  return Int(~sum)
}
