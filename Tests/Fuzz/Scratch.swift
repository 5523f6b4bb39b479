import Foundation
import SazbaTesting

/// A folder for the files of one target, where `TMPDIR` says (`.ci/fuzz` takes memory for it).
struct Scratch: Sendable {
  /// The absolute path.
  let path: String

  init(_ name: String) {
    path = NSTemporaryDirectory() + "/\(name)-\(getpid())"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// Writes a file, over what was there.
  func write(_ bytes: [UInt8], to name: String) {
    let file = open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard file >= 0 else { broken("the scratch folder can be written: \(name)") }
    let written = Foundation.write(file, bytes, bytes.count)
    close(file)
    if written != bytes.count { broken("the scratch folder has room") }
  }

  /// Makes a folder in it.
  func folder(_ name: String) {
    try? FileManager.default.createDirectory(
      atPath: path + "/" + name, withIntermediateDirectories: true)
  }

  /// Gives a file further names: one write then serves them all.
  func link(_ name: String, as others: [String]) {
    write([], to: name)
    for other in others { Foundation.link(path + "/" + name, path + "/" + other) }
  }

  /// Removes everything in it.
  func clear() {
    let files = FileManager.default
    for name in (try? files.contentsOfDirectory(atPath: path)) ?? [] {
      try? files.removeItem(atPath: path + "/" + name)
    }
  }
}

/// Files of the checkout: those of a folder, sorted, whose names end so.
func filesOfCheckout(_ folder: String, _ ending: String) -> [String] {
  let names = try? FileManager.default.subpathsOfDirectory(atPath: Repository.path(folder))
  return (names ?? []).filter { $0.hasSuffix(ending) }.sorted().map { folder + "/" + $0 }
}

/// The contents of files of the checkout; those that cannot be read are left out.
func contents(_ files: [String]) -> [[UInt8]] {
  files.compactMap { try? Repository.bytes(of: $0) }
}
