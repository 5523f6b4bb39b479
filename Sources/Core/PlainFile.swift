import Glibc

/// Reads plain files whole, within bounds.
///
/// The file is opened before it is judged, so that what is judged is what is read: nothing waits for
/// a pipe, drains a device or trusts a size that grows.
package enum PlainFile {
  /// Why a file is not read.
  package enum Failure: Error, Sendable, Equatable {
    /// There is no such file.
    case missing
    /// It cannot be opened, or it is a folder, a pipe or a device.
    case unreadable
    /// It has at least so many bytes, more than are read.
    case tooLarge(Int)
  }

  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - path: the file; symbolic links are followed.
  ///   - greatest: how many bytes are read at most.
  package static func read(_ path: String, greatest: Int) throws(Failure) -> [UInt8] {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { throw .unreadable }
    let size = Int(facts.st_size)
    guard size <= greatest else { throw .tooLarge(size) }
    // One byte of room more shows whether the file has grown.
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var filled = 0
    while true {
      let count = bytes.withUnsafeMutableBytes { room in
        Glibc.read(file, room.baseAddress?.advanced(by: filled), room.count - filled)
      }
      guard count >= 0 else {
        if errno == EINTR { continue }
        throw .unreadable
      }
      guard count > 0 else { break }
      filled += count
      guard filled <= greatest else { throw .tooLarge(filled) }
      if filled == bytes.count {
        bytes += [UInt8](repeating: 0, count: min(filled + 4_096, greatest + 1 - filled))
      }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }
}
