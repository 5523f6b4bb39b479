import Glibc

/// A new folder that appears with all its files or not at all.
///
/// The files are written into a hidden folder first: beside the new one, or inside it where it is
/// there already and empty, so that a shell that stands in it stays where it is.
struct AtomicFolder: ~Copyable {
  private let target: String
  private let staging: String
  private let isThere: Bool
  /// The folders made inside the hidden one, outer ones first.
  private var folders: [String] = []
  private var files: [String] = []

  /// Starts with no file.
  ///
  /// - Throws: `OutputFailure` when the hidden folder cannot be made.
  init(at target: String) throws(OutputFailure) {
    self.target = target
    var status = stat()
    isThere = stat(target, &status) == 0
    let parts = target.split(separator: "/", omittingEmptySubsequences: false)
    let name = parts.last.map(String.init) ?? target
    let parent = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
    staging =
      isThere
      ? "\(target)/.sazba.\(getpid()).part"
      : "\(parent.isEmpty ? "/" : parent)/.\(name).\(getpid()).part"
    if !isThere { try AtomicOutput.makeFolder(parent.isEmpty ? "/" : parent) }
    guard mkdir(staging, 0o755) == 0 else { throw OutputFailure(path: target, code: errno) }
  }

  /// Writes a file at a path that is relative to the folder.
  mutating func add(_ bytes: [UInt8], at path: String) throws(OutputFailure) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += (folder.isEmpty ? "" : "/") + part
      guard !folders.contains(folder) else { continue }
      guard mkdir(staging + "/" + folder, 0o755) == 0 else {
        throw OutputFailure(path: target + "/" + folder, code: errno)
      }
      folders.append(folder)
    }
    files.append(path)
    let failure = AtomicOutput.write(bytes, toNew: staging + "/" + path)
    guard failure == 0 else { throw OutputFailure(path: target + "/" + path, code: failure) }
  }

  /// Puts the folder in its place.
  consuming func commit() throws(OutputFailure) {
    guard isThere else {
      guard rename(staging, target) == 0 else { throw OutputFailure(path: target, code: errno) }
      folders = []
      files = []
      return
    }
    // What makes the folder a project comes last.
    var entries = folders.filter { !$0.contains("/") } + files.filter { !$0.contains("/") }
    entries.removeAll { $0 == "plan.yaml" }
    if files.contains("plan.yaml") { entries.append("plan.yaml") }
    for (position, entry) in entries.enumerated()
    where rename(staging + "/" + entry, target + "/" + entry) != 0 {
      let code = errno
      for moved in entries[..<position] { rename(target + "/" + moved, staging + "/" + moved) }
      throw OutputFailure(path: target + "/" + entry, code: code)
    }
    folders = []
    files = []
  }

  deinit {
    for file in files { unlink(staging + "/" + file) }
    for folder in folders.reversed() { rmdir(staging + "/" + folder) }
    rmdir(staging)
  }
}
