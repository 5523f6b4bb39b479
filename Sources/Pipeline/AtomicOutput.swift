package import Core
import Glibc

/// Files that appear together or not at all.
///
/// Every file is written and flushed beside its target first; only when all are there are they
/// renamed, so a full disk or a lost permission leaves the previous outputs untouched.
package struct AtomicOutput: ~Copyable {
  private var staged: [(temporary: String, target: String)] = []

  /// Starts with no file.
  package init() {}

  /// Writes a file beside `path`.
  ///
  /// - Parameter keepsMode: whether the permissions of the file that is replaced stay.
  /// - Throws: `OutputFailure` when the folder or the file cannot be written.
  package mutating func stage(
    _ bytes: [UInt8], at path: String, keepsMode: Bool = false
  ) throws(OutputFailure) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    try AtomicOutput.makeFolder(folder)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let temporary = "\(folder)/.\(name).\(getpid()).part"
    staged.append((temporary, path))
    var existing = stat()
    let mode = keepsMode && lstat(path, &existing) == 0 ? existing.st_mode & 0o7777 : nil
    let failure = AtomicOutput.write(bytes, toNew: temporary, mode: mode)
    guard failure == 0 else { throw OutputFailure(path: path, code: failure) }
  }

  /// Writes and flushes a file; gives the system's error number, 0 where all went well.
  ///
  /// - Parameter mode: its permissions, where they are not to be those of any new file.
  static func write(_ bytes: [UInt8], toNew path: String, mode: mode_t? = nil) -> Int32 {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return errno }
    if let mode { fchmod(descriptor, mode) }
    let failure = write(bytes, to: descriptor)
    guard close(descriptor) == 0 || failure != 0 else { return errno }
    return failure
  }

  /// Puts all staged files in their places.
  package mutating func commit() throws(OutputFailure) {
    // A target that is a folder would stop the renaming half-way: look before the first rename.
    for file in staged {
      var status = stat()
      if lstat(file.target, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        throw OutputFailure(path: file.target, code: EISDIR)
      }
    }
    while let file = staged.first {
      guard rename(file.temporary, file.target) == 0 else {
        throw OutputFailure(path: file.target, code: errno)
      }
      staged.removeFirst()
    }
  }

  deinit {
    for file in staged { unlink(file.temporary) }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        done += count
      }
      return fsync(descriptor) == 0 ? 0 : errno
    }
  }

  /// Makes a folder and those that it lies in, where they are missing.
  static func makeFolder(_ path: String) throws(OutputFailure) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw OutputFailure(path: path, code: ENOTDIR)
      }
      return
    }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw OutputFailure(path: path, code: errno)
    }
  }
}

/// An output that could not be written.
package struct OutputFailure: Error, Sendable, Equatable {
  /// The file or folder.
  package let path: String
  /// The system's error number.
  package let code: Int32
  /// Why, in words.
  package var reason: Phrase { SystemError.words(code) }
  /// Whether the command lets the user choose where it writes, by `--output`.
  package var hasChoice = true

  init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }

  /// What happened and what to do about it.
  package var message: Phrase {
    switch code {
    case EACCES, EPERM, EROFS:
      Phrase(
        cs: "Do „\(path)“ nelze zapisovat: \(reason.cs). \(advice.cs)",
        en: "Cannot write “\(path)”: \(reason.en). \(advice.en)")
    case ENOSPC, EDQUOT, EFBIG:
      Phrase(
        cs:
          "Soubor „\(path)“ se nevejde na disk. Uvolněte místo; předchozí soubory zůstaly beze změny.",
        en: "The disk is too full for “\(path)”. Free some space; previous files are unchanged.")
    case ENOTDIR, EEXIST:
      Phrase(
        cs: "„\(path)“ není složka. \(advice.cs)",
        en: "“\(path)” is not a folder. \(advice.en)")
    case EISDIR:
      Phrase(
        cs: "Místo souboru „\(path)“ je tam složka. Přejmenujte ji. \(advice.cs)",
        en: "“\(path)” is a folder, not a file. Rename it. \(advice.en)")
    default:
      Phrase(
        cs: "Soubor „\(path)“ nelze zapsat: \(reason.cs).",
        en: "Cannot write “\(path)”: \(reason.en).")
    }
  }

  /// Where else to write.
  private var advice: Phrase {
    hasChoice
      ? Phrase(
        cs: "Zvolte jinou složku přepínačem --output.",
        en: "Choose another folder with --output.")
      : Phrase(
        cs: "Zvolte složku tam, kde zapisovat smíte.",
        en: "Choose a folder where you may write.")
  }
}
